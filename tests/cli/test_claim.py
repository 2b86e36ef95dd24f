"""`lawkit claim`: the judgment in place of the invoices, readings side by side, what is told beside, the workbook."""

import json
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from tests.cli.test_draft import case_path, run

Capture = pytest.CaptureFixture[str]
DECREE = case_path("konkan-decree")


@pytest.mark.parametrize(
    ("day", "basis"), [("2025-08-28", "invoices"), ("2025-08-29", "judgment"), ("2025-08-30", "judgment")]
)
def test_from_its_day_the_judgment_is_the_debt(capsys: Capture, day: str, basis: str) -> None:
    code, out, _ = run(capsys, "claim", DECREE, "--as-of", day, "--json")
    assert code == 0 and json.loads(out)["basis"] == basis


def test_the_heading_names_the_judgment_and_the_invoices_can_still_be_asked_for(capsys: Capture) -> None:
    out = run(capsys, "claim", DECREE, "--as-of", "2026-11-24", "--explain")[1]
    assert "under the decree of 2025-08-29, the Commercial Court at Pune" in out
    assert "appropriation_after_decree" in out and "Interest from the suit to the decree" in out
    code, out, _ = run(capsys, "claim", DECREE, "--as-of", "2025-08-29", "--invoices", "--json")
    assert code == 0 and json.loads(out)["basis"] == "invoices"


def test_the_decree_to_the_last_paisa(capsys: Capture) -> None:
    """Suit 04.12.2023, decree 29.08.2025: 634 days × 13,44,000 × 9 % / 365 = 2,10,105.86.

    To 15.12.2025: 108 days × 331.3973 = 35,790.90; 3,00,000 go to interest (2,10,105.86 and part of 2,16,374.79, beside
    35,790.90: 4,62,271.55 of interest). To 20.04.2026: 126 days = 41,756.05; 2,50,000 end the interest and begin the costs.
    """
    data = json.loads(run(capsys, "claim", DECREE, "--as-of", "2026-11-24", "--json")[1])
    heads = {head["title"]: head for head in data["heads"]}
    assert heads["Interest from the suit to the decree"]["amount"] == "210105.86"
    first = [e for e in data["extinguished"] if e["entry"] == "pay-1"]
    assert {e["part"] for e in first} == {"interest"} and sum(float(e["amount"]) for e in first) == 300000.0
    assert set(data) == {
        "basis", "matter", "jurisdiction", "currency", "as_of", "judgment", "principal", "interest", "costs", "total", "barred",
        "barred_before", "daily", "further_from", "heads", "extinguished", "remarks", "relied_on", "other_judgments", "not_merged",
        "in_all", "against_guarantors", "told_beside",
    }  # fmt: skip
    assert data["not_merged"] is None and data["in_all"]["total"] == data["total"]
    assert set(data["judgment"]) == {"entry", "decision", "court", "number", "on", "merged", "against"}


def test_the_choices_of_an_option_stand_side_by_side(capsys: Capture) -> None:
    line = ("claim", case_path("nirmal-msme"), "--as-of", "2026-11-24", "--compare", "msmed_interest.rate_basis")
    code, out, _ = run(capsys, *line)
    assert code == 0 and "* at_rest (default)" in out and "Calcutta High Court" in out and "difference" in out
    data = json.loads(run(capsys, *line, "--json")[1])
    assert [r["choice"] for r in data["readings"]] == ["at_rest", "at_start_of_rest", "day_weighted", "at_start"]


def test_an_unknown_option_is_told_with_the_nearest(capsys: Capture) -> None:
    code, _, err = run(capsys, "claim", case_path("nirmal-msme"), "--compare", "msmed_interest.rate_basi")
    assert code == 1 and "did you mean “msmed_interest.rate_basis”" in err


def test_taxes_are_told_beside_the_claim_and_are_no_part_of_it(capsys: Capture) -> None:
    out = run(capsys, "claim", case_path("nirmal-msme"), "--as-of", "2026-11-24", "--explain")[1]
    for words in (
        "Input tax credit the buyer reverses",
        "only if the credit was utilised",
        "section 43B(h)",
        "GST on interest",
    ):
        assert words in out
    data = json.loads(run(capsys, "claim", case_path("nirmal-msme"), "--as-of", "2026-11-24", "--json")[1])
    assert set(data["told_beside"]) == {
        "costs",
        "expected_deductions",
        "tax_credits",
        "tax_levers",
        "bad_debt_taxes",
        "told",
    }
    out = run(capsys, "claim", case_path("moulin-avocat"), "--as-of", "2026-11-24", "--explain")[1]
    assert "Facture demeurée impayée pour la somme de" in out


def test_the_workbook_of_a_judgment(capsys: Capture, tmp_path: Path) -> None:
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    for target in (first, second):
        assert run(capsys, "claim", DECREE, "--as-of", "2026-11-24", "--xlsx", str(target))[0] == 0
    assert first.read_bytes() == second.read_bytes()
    archive = zipfile.ZipFile(first)
    assert "Judgment" in archive.read("xl/workbook.xml").decode()
    assert "interest at 15 % before the suit" in archive.read("xl/sharedStrings.xml").decode()


TWO = """matter: TWO
jurisdiction: india
language: en
instructed_on: 2026-01-05
creditor:
  name: Alpha Works Private Limited
  kind: company
  addresses: [{kind: registered_office, lines: ["1 Road"], city: Pune, state: Maharashtra, postcode: "411026"}]
debtors:
  - name: Beta Buyers Private Limited
    kind: company
    addresses: [{kind: registered_office, lines: ["2 Road"], city: Pune, state: Maharashtra, postcode: "411027"}]
  - name: Gopal Rao
    kind: person
    role: guarantor
    guarantee: {dated: 2020-01-01}
    addresses: [{kind: residence, lines: ["2 Road"], city: Pune, state: Maharashtra, postcode: "411027"}]
contract: {kind: sale_of_goods, title: PO, dated: 2021-12-01, subject: goods}
invoices:
  - {number: A, dated: 2024-01-01, supply: goods, delivered: 2024-01-01, due: 2024-02-01, taxable: "1000.00", total: "1000.00"}
  - {number: B, dated: 2024-01-01, supply: goods, delivered: 2024-01-01, due: 2024-02-01, taxable: "2000.00", total: "2000.00"}
history:
  - {kind: filed, id: f1, on: 2024-03-01, proceeding: suit, invoices: [A]AGAINST}
  - {kind: judgment, id: j1, of: f1, on: 2025-01-15, decision: decree, outcome: won, no_interest: yes, heads: [{head: principal, amount: "900.00"}]}
"""


def test_the_invoices_outside_a_judgment_are_shown_beside_it_and_added_up(capsys: Capture, tmp_path: Path) -> None:
    case = tmp_path / "two.yaml"
    case.write_text(TWO.replace("AGAINST", ""))
    code, out, err = run(capsys, "claim", str(case), "--as-of", "2025-06-01", "--explain")
    assert code == 0 and "merged in it: A" in out and "on the invoices that no judgment has merged" in out
    assert "2,900.00" in out[out.index("in all") :] and "shown beside it: B" in err
    data = json.loads(run(capsys, "claim", str(case), "--as-of", "2025-06-01", "--json")[1])
    assert (data["total"], data["not_merged"]["total"], data["in_all"]["total"]) == ("900.00", "2000.00", "2900.00")
    target = tmp_path / "two.xlsx"
    assert run(capsys, "claim", str(case), "--as-of", "2025-06-01", "--xlsx", str(target))[0] == 0
    sheets = zipfile.ZipFile(target).read("xl/workbook.xml").decode()
    assert all(f'name="{name}"' in sheets for name in ("Judgment", "Claim", "In all", "Interest", "Payments", "Rules"))


def test_a_judgment_against_a_guarantor_alone_is_shown_and_not_added(capsys: Capture, tmp_path: Path) -> None:
    case = tmp_path / "guarantor.yaml"
    case.write_text(TWO.replace("AGAINST", ", against: [Gopal Rao]"))
    code, out, err = run(capsys, "claim", str(case), "--as-of", "2025-06-01", "--explain")
    assert (
        code == 0 and "against Gopal Rao alone, the same debt once more and not added:" in out and "in all" not in out
    )
    assert "is against Gopal Rao alone" in err
    data = json.loads(run(capsys, "claim", str(case), "--as-of", "2025-06-01", "--json")[1])
    assert (data["basis"], data["total"]) == ("invoices", "3000.00")
    assert [each["total"] for each in data["against_guarantors"]] == ["900.00"]
    target = tmp_path / "guarantor.xlsx"
    assert run(capsys, "claim", str(case), "--as-of", "2025-06-01", "--xlsx", str(target))[0] == 0
    assert 'name="Guarantor"' in zipfile.ZipFile(target).read("xl/workbook.xml").decode()


def test_booked_costs_are_told_and_kept_apart_from_what_is_claimed(capsys: Capture) -> None:
    words = ("claim", case_path("carrelage-injonction"), "--as-of", "2026-09-20", "--invoices")
    data = json.loads(run(capsys, *words, "--json")[1])
    assert [(c["amount"], c["recoverable"]) for c in data["told_beside"]["costs"]] == [("33.47", True), ("78.40", True)]
    parts = ("principal", "interest", "fixed_sums", "notice_cost")
    assert Decimal(data["total"]) == sum(Decimal(data[part]) for part in parts)
    told = run(capsys, *words, "--explain")[1].replace("\u202f", " ").replace("\u00a0", " ")
    assert "recoverable once a judgment gives them: 111,87" in told


def test_after_a_judgment_the_costs_it_does_not_count_are_told(capsys: Capture, tmp_path: Path) -> None:
    """The registry was paid before the order, the bailiff since: only the second joins what is owed."""
    words = ("claim", case_path("carrelage-injonction"), "--as-of", "2026-11-24")
    data = json.loads(run(capsys, *words, "--json")[1])
    assert data["costs"] == "78.40" and [c["amount"] for c in data["told_beside"]["costs"]] == ["33.47"]
    assert "33,47" in run(capsys, *words, "--explain")[1]
    target = tmp_path / "a.xlsx"
    assert run(capsys, *words, "--xlsx", str(target))[0] == 0
    assert 'name="Costs booked"' in zipfile.ZipFile(target).read("xl/workbook.xml").decode()


def test_an_order_for_payment_is_the_debt_from_its_title(capsys: Capture) -> None:
    """6,480.00 x 2.75 % x 82 days (04.09 to 24.11.2026) / 365 = 40.03, and 78.40 for its service: 6,598.43."""
    out, err = run(capsys, "claim", case_path("carrelage-injonction"), "--as-of", "2026-11-24")[1:]
    assert "under the order for payment of 2026-09-03" in out and "6 598,43" in out.replace("\u202f", " ").replace(
        "\u00a0", " "
    )
    assert "is a title (2026-11-17)" in err
    assert (
        run(capsys, "claim", case_path("carrelage-injonction"), "--as-of", "2026-11-16")[2].count("no title is entered")
        == 1
    )


def test_the_working_tells_who_directed_a_payment_where_and_whether_that_was_heard(capsys: Capture) -> None:
    out = run(capsys, "claim", case_path("fonderie-fin-de-mois"), "--as-of", "2026-11-24", "--explain")[1]
    told = out[out.index("Payments directed to invoices") :]
    assert "the debtor" in told and "as directed (debtor_direction)" in told and "imputation_des_paiements" in told
    none = run(capsys, "claim", case_path("shakti-goods"), "--as-of", "2026-11-24", "--explain")[1]
    assert "Payments directed to invoices" not in none
