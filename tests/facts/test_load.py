"""Reading a case file: every fault of bad input with place, subject and remedy; nothing read in silence."""

from pathlib import Path

import pytest

from lawkit.errors import LawkitError
from lawkit.facts import load_case

CASE = """\
matter: T-1
jurisdiction: erewhon
instructed_on: 2025-06-01
creditor:
  name: A Ltd
  kind: company
  addresses: [{lines: ["1 High Street"], city: Erewhon}]
debtors:
  - name: B Ltd
    kind: company
    addresses: [{lines: ["2 High Street"], city: Erewhon}]
invoices:
  - {number: F1, dated: 2025-01-01, supply: goods, delivered: 2025-01-02, due: 2025-01-31, taxable: "100.00", tax: {vat: "20.00"}, total: "120.00"}
  - {number: F2, dated: 2025-02-01, supply: goods, due: 2025-03-01, taxable: "50.00", total: "50.00"}
history:
  - {kind: payment, id: pay-1, on: 2025-04-01, amount: "10.00"}
"""


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "case.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_plain_case_is_read(tmp_path: Path) -> None:
    case = load_case(write(tmp_path, CASE))
    assert case.facts.invoices[0].total == 120 and case.facts.debtors[0].role == "principal_debtor"


FAULTS = [
    ("matter: T-1", "mater: T-1", ["case.yaml:1: mater: ", "did you mean “matter”", "matter: is missing"]),
    ("due: 2025-01-31", "deu: 2025-01-31", ["case.yaml:13: invoices.0.deu", "did you mean “due”"]),
    ("due: 2025-01-31", "due: 2025-02-30", ["case.yaml:13: invoices.0.due: 2025-02-30: no such date"]),
    ("due: 2025-01-31", "due: 31.01.2025", ["'31.01.2025' is not a date written YYYY-MM-DD"]),
    ("due: 2025-01-31", "due: 2024-12-31", ["invoices.0.due: 2024-12-31 is before the invoice date 2025-01-01"]),
    ("number: F2", "number: F1", ["case.yaml:14: invoices.1.number: F1 is already the number of invoice 1"]),
    ('total: "120.00"', 'total: "121.00"', ["invoices.0.total", "is not the sum of taxable and tax", "round_off"]),
    ('total: "50.00"', "total: 5e1", ["invoices.1.total: '5e1' is not an amount"]),
    ('total: "50.00"', 'total: "50.005"', ["is not an amount", "at most two decimals"]),
    ('total: "50.00"', 'total: "५०.००"', ["is not an amount"]),
    ('total: "50.00"', 'total: "0.00"', ["is not more than zero"]),
    ("kind: payment", "kind: paymnet", ["history.0", "paymnet"]),
    (
        "creditor:\n",
        "creditor:\n  identifiers: {cnr: MHPU010012342026}\n",
        ["creditor.identifiers: cnr is the number of a case", "under forum"],
    ),
    (
        "creditor:\n",
        'creditor:\n  representative: {name: X, capacity: Director, identifiers: {din: "123"}}\n',
        ["creditor.representative.identifiers: DIN '123': is not of the form"],
    ),
    (
        '"10.00"}\n',
        '"10.00"}\n  - {kind: correction, on: 2025-04-02, of: pay-1, reason: x, action: replace, with: {kind: payment, on: 2025-04-01, ammount: "9.00"}}\n',
        ["case.yaml:17: history.1.with.ammount", "did you mean “amount”", "history.1.with.amount: is missing"],
    ),
    (
        '"10.00"}\n',
        '"10.00"}\n  - {kind: correction, on: 2025-04-02, of: pay-1, reason: x, action: replace, with: {kind: payment, on: 2025-04-01, amount: "9.00", exhibits: [ex-9]}}\n',
        ["case.yaml:17: history.1.with.exhibits.0", "ex-9"],
    ),
    (
        'amount: "10.00"',
        'ammount: "10.00"',
        ["history.0.ammount", "did you mean “amount”", "history.0.amount: is missing"],
    ),
    ("supply: goods, delivered", "supply: wood, delivered", ["invoices.0.supply: wood is not one of"]),
    ("kind: company\n  addr", "kind: compnay\n  addr", ["creditor.kind: compnay is not one of"]),
    ("name: B Ltd", "name: ''", ["debtors.0.name: is empty: fill it in, or remove the key"]),
    (
        "creditor:\n",
        "creditor:\n  identifiers: {gstin: 27AAPFU0939F1ZW}\n",
        ["case.yaml:5", "its check character should be V"],
    ),
    ("creditor:\n", "creditor:\n  identifiers: {gtsin: x}\n", ["did you mean “gstin”"]),
    ("kind: payment, id", "kind: credit_note, invoice: F3, id", ["history.0.invoice", "no invoice named “F3”"]),
    (
        "history:",
        "exhibits: [{id: e1, title: x}, {id: e1, title: y}]\nhistory:",
        ["e1 is already the id of another exhibit"],
    ),
    ("matter: T-1", "matter: T 1", ["cannot be a matter reference"]),
    ("matter: T-1", 'matter: ".."', ["matter: '..' cannot be a matter reference: it has neither a letter nor a digit"]),
    ("matter: T-1", f"matter: {'a' * 61}", ["is 61 characters long, and a matter reference at most 60"]),
    ("matter: T-1", "demand: {days: 0}\nmatter: T-1", ["case.yaml:1: demand.days: 0 is no time to pay"]),
    (
        "matter: T-1",
        "contract: {kind: services, title: a, dated: 2024-12-01, subject: b, payment_term: {days: 3651}}\nmatter: T-1",
        ["contract.payment_term.days: 3651 is no time to pay: write its days, 3650 at most"],
    ),
    ("matter: T-1", "demand: {days: 3651}\nmatter: T-1", ["demand.days: 3651 is no time to pay", "from 1 to 3650"]),
    (
        "matter: T-1",
        'interest_claim: {rate: "1000.01", evidence: x}\nmatter: T-1',
        ["interest_claim.rate: 1000.01 is no rate of a year"],
    ),
    ("matter: T-1", "matter: &a T-1", ["anchors and aliases"]),
    ("matter: T-1", "matter: !!str T-1", ["tags"]),
    ("matter: T-1", "matter: T-1\nmatter: T-2", ["case.yaml:2", "the key “matter” stands twice"]),
    ("matter: T-1", "matter: [T-1", ["case.yaml:", "is not valid YAML"]),
    ("matter: T-1", "matter: {a: b}", ["matter", "a text is expected here"]),
    ("invoices:\n", "invoices: none\nother:\n", ["invoices: a list is expected here"]),
    ("name: A Ltd", "name: A\u0007 Ltd", ["case.yaml:5", "U+0007"]),
]


@pytest.mark.parametrize(("old", "new", "words"), FAULTS, ids=[f"{i}-{f[1][:30]!r}" for i, f in enumerate(FAULTS)])
def test_bad_input_is_refused_with_place_subject_and_remedy(
    tmp_path: Path, old: str, new: str, words: list[str]
) -> None:
    assert old in CASE
    with pytest.raises(LawkitError) as caught:
        load_case(write(tmp_path, CASE.replace(old, new, 1)))
    for word in words:
        assert word in str(caught.value)


def test_all_faults_of_a_file_are_reported_together(tmp_path: Path) -> None:
    text = (
        CASE.replace("due: 2025-01-31", "due: 2025-02-30").replace('total: "50.00"', "total: x").replace("T-1", "T 1")
    )
    with pytest.raises(LawkitError) as caught:
        load_case(write(tmp_path, text))
    assert len(str(caught.value).splitlines()) == 3


@pytest.mark.parametrize("same", [b"\xef\xbb\xbf" + CASE.encode(), CASE.replace("\n", "\r\n").encode()])
def test_a_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path, same: bytes) -> None:
    assert load_case(write(tmp_path, same)).facts == load_case(write(tmp_path, CASE)).facts


def test_names_arrive_as_typed(tmp_path: Path) -> None:
    name = 'Singh & Sons <Pvt> *Exports* {{ x }} "L\'Éclair" शर्मा'
    case = load_case(write(tmp_path, CASE.replace("name: B Ltd", "name: '" + name.replace("'", "''") + "'")))
    assert case.facts.debtors[0].name == name


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"  \n", "is empty"),
        (b"\xff\xfe\x00", "is not UTF-8"),
        (b"- a\n- b\n", "keys and values are expected"),
        (b"a: " + b"[" * 60 + b"]" * 60, "nested deeper"),
        (b"a: " + b"x" * 2_100_000, "larger than"),
    ],
)
def test_what_is_no_case_file_is_said_to_be_none(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(LawkitError, match=words):
        load_case(write(tmp_path, content))


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(LawkitError, match="no such file"):
        load_case(tmp_path / "none.yaml")
    with pytest.raises(LawkitError, match="is a folder"):
        load_case(tmp_path)


def test_a_long_address_is_read_whole(tmp_path: Path) -> None:
    lines = ", ".join(f'"Line {n}"' for n in range(200))
    case = load_case(write(tmp_path, CASE.replace('["2 High Street"]', f"[{lines}]")))
    assert len(case.facts.debtors[0].addresses[0].lines) == 200
