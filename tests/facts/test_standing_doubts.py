"""What is odd in the standing facts is remarked with its line; what may well be is left alone."""

from datetime import date
from pathlib import Path

import pytest

from lawkit.facts.doubts import doubts
from lawkit.facts.load import load_case
from lawkit.law import load_jurisdiction
from lawkit.law.slabs import SlabsRule
from lawkit.resources import shipped

DAY = date(2026, 11, 24)
INDIAN, FRENCH = "shakti-goods", "atelier-semestres"


def remarks(tmp_path: Path, *changes: tuple[str, str], name: str = INDIAN, as_of: date = DAY) -> list[str]:
    """Return what is remarked of a shipped matter with these words of it replaced, once each."""
    text = (shipped("casefiles") / f"{name}.yaml").read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "case.yaml"
    path.write_text(text, "utf-8")
    case = load_case(path)
    found = doubts(case, load_jurisdiction(case.facts.jurisdiction), (), as_of)
    return [str(problem).removeprefix(f"{tmp_path}/") for problem in found]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("instructed_on: 2026-09-01", "instructed_on: {}", "case.yaml:6: instructed_on"),
        ("dated: 2026-01-05", "dated: {}", "case.yaml:43: contract.dated"),
        ("delivered: 2026-04-21", "delivered: {}", "case.yaml:56: invoices.2.delivered"),
        ("delivered: 2026-04-21", "delivered: 2026-04-21, accepted: {}", "case.yaml:56: invoices.2.accepted"),
        ("delivered: 2026-04-21", "delivered: 2026-04-21, objection: {{on: {}}}", "case.yaml:56: invoices.2.objection.on"),
        ("delivered: 2026-04-21", "delivered: 2026-04-21, assigned: {{to: A Bank, on: {}}}", "case.yaml:56: invoices.2.assigned.on"),
        ("challan DC 1302, dated: 2026-04-20", "challan DC 1302, dated: {}", "case.yaml:72: exhibits.3.dated"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(("day", "told"), [("2026-11-23", False), ("2026-11-24", False), ("2026-11-25", True)])
def test_a_day_after_that_of_the_paper_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, place: str, day: str, told: bool
) -> None:
    found = [each for each in remarks(tmp_path, (old, new.format(day))) if "the day asked about" in each]
    assert len(found) == told
    assert all(
        each.startswith(f"{place}: {day} is after 2026-11-24, the day asked about: look at the year") for each in found
    )


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("presented: 2026-11-09, returned: 2026-11-11, reason: Account closed, memo_received: 2026-11-13, informed_on: 2026-11-12",
         "presented: 2026-11-25", "presented"),
        ("returned: 2026-11-11, reason: Account closed, memo_received: 2026-11-13, informed_on: 2026-11-12", "returned: 2026-11-25", "returned"),
        ("memo_received: 2026-11-13", "memo_received: 2026-11-25", "memo_received"),
        ("informed_on: 2026-11-12", "informed_on: 2026-11-25", "informed_on"),
    ],
)  # fmt: skip
def test_a_cheque_that_comes_back_on_a_day_still_to_come_is_told(
    tmp_path: Path, old: str, new: str, field: str
) -> None:
    found = [each for each in remarks(tmp_path, (old, new), name="lotus-cheques") if "the day asked about" in each]
    assert found == [
        f"case.yaml:67: cheques.2.{field}: 2026-11-25 is after 2026-11-24, the day asked about: look at the year"
    ]


def test_a_postdated_cheque_is_as_it_may_be(tmp_path: Path) -> None:
    changed = ("dated: 2026-11-02, bank", "dated: 2027-01-02, bank")
    gone = (
        "presented: 2026-11-09, returned: 2026-11-11, reason: Account closed, memo_received: 2026-11-13, informed_on: 2026-11-12, ",
        "",
    )
    assert remarks(tmp_path, gone, changed, name="lotus-cheques") == []


def test_a_registration_and_a_guarantee_of_a_later_day_are_told(tmp_path: Path) -> None:
    (remark,) = remarks(tmp_path, ("registered_on: 2021-03-12", "registered_on: 2027-01-01"), name="nirmal-msme")
    assert "creditor.enterprise.registered_on: 2027-01-01 is after" in remark
    found = remarks(
        tmp_path,
        ("guarantee:\n      dated: 2025-08-04", "guarantee:\n      dated: 2027-01-01"),
        name="himadri-guarantors",
    )
    assert any("guarantee.dated: 2027-01-01 is after" in each for each in found)


def test_invoices_of_later_days_are_told_once_and_nothing_of_them_besides(tmp_path: Path) -> None:
    one = [each for each in remarks(tmp_path, as_of=date(2026, 4, 19)) if ": invoices." in each]
    assert one == [
        "case.yaml:56: invoices.2.dated: 2026-04-20 is after 2026-04-19, the day asked about: the invoice is left out"
    ]
    two = [each for each in remarks(tmp_path, as_of=date(2026, 3, 4)) if ": invoices." in each]
    assert two == [
        "case.yaml:55: invoices.1.dated: 2026-03-05 is after 2026-03-04, the day asked about: 2 invoices of later days are left out"
    ]


@pytest.mark.parametrize(("day", "told"), [("2026-01-27", False), ("2026-01-28", False), ("2026-01-29", True)])
def test_a_contract_of_a_day_after_its_first_invoice_is_told(tmp_path: Path, day: str, told: bool) -> None:
    found = remarks(tmp_path, ("dated: 2026-01-05", f"dated: {day}"))
    assert (
        found
        == [
            f"case.yaml:43: contract.dated: {day} is after 2026-01-28, the date of invoice SEW/25-26/311 issued under it: "
            "look at both days"
        ]
        * told
    )


@pytest.mark.parametrize(("day", "told"), [("2026-01-04", True), ("2026-01-05", False), ("2026-01-06", False)])
def test_a_payment_before_contract_and_invoices_is_told(tmp_path: Path, day: str, told: bool) -> None:
    found = remarks(tmp_path, ("id: pay-1, on: 2026-05-15", f"id: pay-1, on: {day}"))
    assert len(found) == told
    assert all(
        each.startswith(f"case.yaml:60: history.1.on: {day} is before the contract and every invoice: ")
        for each in found
    )


@pytest.mark.parametrize(("days", "told"), [("60", False), ("90", False), ("91", True), ("3650", True)])
def test_an_unusual_time_to_pay_is_told(tmp_path: Path, days: str, told: bool) -> None:
    found = remarks(tmp_path, ("demand: {days: 15}", f"demand: {{days: {days}}}"))
    assert found == [f"case.yaml:66: demand.days: {days} days are an unusual time to pay: look at it"] * told


@pytest.mark.parametrize(("rate", "told"), [("35.99", False), ("36", False), ("36.01", True), ("1000", True)])
def test_an_unusual_rate_is_told(tmp_path: Path, rate: str, told: bool) -> None:
    found = remarks(tmp_path, ('rate: "18"', f'rate: "{rate}"'))
    assert len(found) == told
    assert all(
        each.startswith(f"case.yaml:47: contract.interest.rate: {rate} % a year is an unusual rate") for each in found
    )
    claimed = f'interest_claim: {{rate: "{rate}", evidence: x}}\ndemand:'
    assert len(remarks(tmp_path, ("demand:", claimed))) == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Shakti Engineering Works Private Limited", True),
        ("SHAKTI Engineering  Works Private Limited.", True),
        ("Shakti Engineering Works LLP", False),
    ],
)
def test_a_debtor_named_as_the_creditor_is_told(tmp_path: Path, name: str, told: bool) -> None:
    found = remarks(tmp_path, ("- name: Orion Pumps & Valves Limited", f"- name: {name}"))
    assert [each for each in found if "is the creditor too" in each] == [
        f"case.yaml:28: debtors.0.name: {name} is the creditor too: look at both names"
    ] * told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('postcode: "403722"', 'postcode: "4037"', "debtors.0.addresses.0.postcode: 4037 is no postcode of india, such as 411026"),
        ('postcode: "403722"', 'postcode: "4037222"', "debtors.0.addresses.0.postcode: 4037222 is no postcode"),
        ('postcode: "403722"', 'postcode: "003722"', "debtors.0.addresses.0.postcode: 003722 is no postcode"),
        ('postcode: "400705"', 'postcode: "४००७०५"', "debtors.0.addresses.1.postcode: ४००७०५ is no postcode"),
        ('postcode: "411026"', 'postcode: "4110"', "creditor.addresses.0.postcode: 4110 is no postcode"),
        ('postcode: "403722"', 'postcode: "403 722"', None),
        ('postcode: "403722"', "country: Belgium", None),
        ('postcode: "403722"', 'postcode: "4037", country: Belgium', None),
        ('postcode: "403722"', 'postcode: "4037", country: India', "4037 is no postcode"),
        ("state: Goa,", "state: Gao,", "debtors.0.addresses.0.state: no State named “Gao”; did you mean “Goa”?"),
        ("state: Goa,", "state: goa,", None),
        ("state: Goa,", "state: Gao, country: Belgium,", None),
        ("state: Goa,", "state: Jammu & Kashmir,", None),
        ("state: Goa,", "state: NCT of Delhi,", None),
        ("Pune, state: Maharashtra}", "Pune, state: Maharastra}", "forum.state: no State named “Maharastra”; did you mean “Maharashtra”?"),
    ],
)  # fmt: skip
def test_an_address_the_country_has_not_is_told(tmp_path: Path, old: str, new: str, told: str | None) -> None:
    found = remarks(tmp_path, (old, new))
    assert found == [] if told is None else len(found) == 1 and told in found[0]


@pytest.mark.parametrize(
    ("code", "told"), [("381", True), ("3810", True), ("38100", False), ("97490", False), ("381000", True)]
)
def test_a_french_postcode_has_five_digits(tmp_path: Path, code: str, told: bool) -> None:
    found = remarks(tmp_path, ('postcode: "38100"', f'postcode: "{code}"'), name=FRENCH)
    assert len(found) == told and all(f"{code} is no postcode of france, such as 38100" in each for each in found)


def test_a_pack_without_states_and_postcodes_says_nothing_of_them(tmp_path: Path) -> None:
    assert remarks(tmp_path, ("city: Grenoble,", "city: Grenoble, state: Gao,"), name=FRENCH) == []


def test_every_state_of_the_court_fees_is_a_state_of_the_pack() -> None:
    law = load_jurisdiction("india")
    named = {each for rule in law.of_kind(SlabsRule).values() for each in (rule.state or "").split(", ") if each}
    assert named and named <= {name for names in law.pack.states.values() for name in names}
