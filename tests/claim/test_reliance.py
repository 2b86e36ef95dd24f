"""What a claim rests on: each rule with the value used, the source of the branch taken, whose the row is."""

from datetime import date
from pathlib import Path
from typing import Any

from lawkit.claim import compute_claim
from lawkit.claim.export import claim_data
from lawkit.claim.model import RuleUse
from lawkit.facts.load import load_case
from lawkit.facts.timeline import timeline
from lawkit.law import Jurisdiction, load_jurisdiction
from tests.matters import case, invoice

INDIA, FRANCE = load_jurisdiction("india"), load_jurisdiction("france")
CASEFILES = Path(__file__).parents[2] / "casefiles"
DAY = date(2026, 3, 31)
AGREED = {
    "kind": "sale_of_goods", "title": "Order", "dated": "2024-12-01", "subject": "goods",
    "interest": {"rate": "15", "clause": "clause 6", "accepted_by": "signature"},
}  # fmt: skip
SMALL = {
    "name": "A Ltd", "kind": "company", "addresses": [{"lines": ["1"], "city": "Pune"}], "identifiers": {},
    "enterprise": {"class": "small", "registered_on": "2021-01-01", "activity": "manufacturing"},
}  # fmt: skip


def uses(law: Jurisdiction = INDIA, **facts: Any) -> list[RuleUse]:
    facts = {"jurisdiction": law.pack.code, "contract": AGREED, "invoices": [invoice(delivered="2025-01-01")], **facts}
    return list(compute_claim(timeline(case(**facts)), law, DAY).relied_on)


def of(rule: str, found: list[RuleUse]) -> list[tuple[str, str]]:
    return [(use.value, use.provision) for use in found if use.rule == rule]


def test_an_ordinary_debt_rests_on_the_agreement_and_never_on_the_msmed_act() -> None:
    found = uses()
    assert of("payable_on", found) == [("agreed_due", "agreement of the parties")]
    assert of("interest_on_an_invoice", found) == [("contract_interest", "agreement of the parties, clause 6")]
    assert of("contract_interest", found) == [("15 percent_per_year, simple", "agreement of the parties, clause 6")]
    assert not any("MSMED" in use.provision for use in found)


def test_a_micro_or_small_supplier_rests_on_the_act_and_its_rates_on_the_circulars() -> None:
    found = uses(creditor=SMALL, invoices=[invoice(due=None)])
    ((value, provision),) = of("payable_on", found)
    assert value == "end_of msmed_term_without_agreement" and "MSMED" in provision
    assert of("interest_on_an_invoice", found)[0][0] == "msmed_interest"
    assert of("msmed_term_without_agreement", found)[0][0] == "15 day"
    rows = of("rbi_bank_rate", found)
    assert ("6.25 percent_per_year", "Bank rate notified by the Reserve Bank of India") in rows
    assert not any("rbi_bank_rate_circulars" in provision for _, provision in rows)


def test_without_agreement_or_registration_no_interest_is_told_with_no_source() -> None:
    found = uses(contract=None)
    assert of("interest_on_an_invoice", found) == [("none", "")]


def test_a_consumer_is_not_told_the_article_for_professionals() -> None:
    matter = load_case(CASEFILES / "bassin-consommateur.yaml").facts
    found = list(compute_claim(timeline(matter), FRANCE, date(2026, 11, 24)).relied_on)
    assert of("payable_on", found) == [("agreed_due", "convention des parties")]
    assert of("interest_on_an_invoice", found) == [
        ("legal_interest_after_notice", "articles 1231-6 et 1344-1 du code civil")
    ]
    assert of("legal_interest_after_notice", found)[0][0] == "legal_interest, simple"
    assert not any("441-10" in use.provision for use in found)


def test_the_workings_of_programs_hold_the_value_and_what_it_was_read_against() -> None:
    claim = compute_claim(
        timeline(case(jurisdiction="india", creditor=SMALL, contract=None, invoices=[invoice(due=None)])), INDIA, DAY
    )
    row = next(use for use in claim_data(claim)["relied_on"] if use["rule"] == "rbi_bank_rate")
    assert row["value"].endswith(" percent_per_year") and row["checked_on"] and row["against"].startswith("http")


def test_each_row_of_a_series_says_whose_it_is(tmp_path: Path) -> None:
    pack = tmp_path / "jurisdictions" / "india"
    pack.mkdir(parents=True)
    (pack / "rates.yaml").write_text(
        "rbi_bank_rate:\n  verified_through: 2026-03-31\n  values:\n"
        '    2026-03-02: {value: "5.00", source: {act: rbi_bank_rate_circulars}}\n'
    )
    law = load_jurisdiction("india", firm=tmp_path)
    election = {"msmed_interest.rate_basis": "at_rest"}
    found = uses(law, creditor=SMALL, contract=None, invoices=[invoice(due=None)], elections=election)
    owners = {use.since: use.owner for use in found if use.rule == "rbi_bank_rate"}
    assert owners[date(2026, 3, 2)] == "firm"
    assert {owner for since, owner in owners.items() if since != date(2026, 3, 2)} == {"lawkit"}
