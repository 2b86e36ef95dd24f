"""Expected deductions: shown beside the claim, never in it; counted once; the election says what the payments are."""

from datetime import date
from decimal import Decimal
from typing import Any

from lawkit.claim import compute_claim
from lawkit.claim.deductions import expected_deductions
from lawkit.facts.timeline import Timeline, timeline
from lawkit.law import load_jurisdiction
from tests.matters import case, invoice, matter, third_law

INDIA = load_jurisdiction("india")
WORKS = {"kind": "works", "title": "Order", "dated": "2024-12-01", "subject": "works"}
DAY = date(2025, 12, 31)


def works(*entries: dict[str, Any], **facts: Any) -> Timeline:
    data = {"contract": WORKS, "invoices": [invoice(total="50000.00")], **facts}
    return timeline(case(jurisdiction="india", history=list(entries), **data))


def test_an_expected_deduction_never_lowers_the_claim() -> None:
    (found,) = expected_deductions(works(), INDIA, DAY)
    assert found.expected == Decimal("1000.00") and found.doubt
    assert compute_claim(works(), INDIA, DAY).principal == Decimal("50000.00")


def test_more_deducted_than_expected_shows_as_a_negative_difference() -> None:
    entry = {"kind": "tax_deducted", "on": "2025-02-01", "invoice": "F1", "amount": "5000.00"}
    (found,) = expected_deductions(works(entry), INDIA, DAY)
    assert found.difference == Decimal("-4000.00")


def test_evidence_is_counted_once_against_the_first_rule() -> None:
    public = [{"name": "D", "kind": "public_body", "addresses": [{"lines": ["1"], "city": "Pune"}]}]
    entry = {"kind": "tax_deducted", "on": "2025-02-01", "invoice": "F1", "amount": "6000.00"}
    line = works(entry, debtors=public, invoices=[invoice(total="300000.00")])
    income, gst = expected_deductions(line, INDIA, DAY)
    assert (income.rule, str(income.evidenced)) == ("tds_contract_work", "6000.00")
    assert (gst.rule, str(gst.evidenced), str(gst.expected)) == ("gst_deducted_by_government", "0.00", "6000.00")


def test_what_was_deducted_below_the_threshold_is_shown_against_nothing_expected() -> None:
    entry = {"kind": "tax_deducted", "on": "2025-02-01", "invoice": "F1", "amount": "100.00"}
    (found,) = expected_deductions(works(entry, invoices=[invoice(total="10000.00")]), INDIA, DAY)
    assert (str(found.expected), str(found.evidenced)) == ("0.00", "100.00")


def test_later_invoices_and_deductions_are_not_looked_at() -> None:
    assert expected_deductions(works(), INDIA, date(2024, 12, 31)) == ()


def test_a_pack_without_such_rules_expects_none() -> None:
    assert expected_deductions(matter(), third_law(), DAY) == ()
