"""Input tax credit at stake for the buyer: the 180th day in threes, the proportion, the period; never in the claim."""

from datetime import date
from decimal import Decimal

import pytest

from lawkit.claim import compute_claim
from lawkit.claim.booked import tax_credits
from lawkit.facts.timeline import Timeline, timeline
from lawkit.law import load_jurisdiction
from tests.matters import case, invoice, matter, paid, third_law

LAW = load_jurisdiction("india")


def sale(**facts: object) -> Timeline:
    taxed = invoice(
        dated="2026-01-28",
        delivered="2026-01-29",
        due="2026-02-27",
        taxable="500000.00",
        tax={"igst": "90000.00"},
        total="590000.00",
    )
    return timeline(case(jurisdiction="india", invoices=[taxed], **facts))


@pytest.mark.parametrize(
    ("as_of", "passed"), [(date(2026, 7, 26), False), (date(2026, 7, 27), False), (date(2026, 7, 28), True)]
)
def test_the_last_day_is_the_hundred_and_eightieth_after_issue(as_of: date, passed: bool) -> None:
    """28.01.2026 + 180 days: 3 left in January, then 28 + 31 + 30 + 31 + 30 = 153, and 27 in July: 27.07.2026."""
    line = sale()
    (credit,) = tax_credits(line, LAW, compute_claim(line, LAW, as_of))
    assert credit.last_day == date(2026, 7, 27) and (credit.last_day < as_of) is passed
    assert credit.return_period == date(2026, 8, 1)


def test_the_credit_is_in_proportion_to_what_is_unpaid_and_no_part_of_the_claim() -> None:
    """200,000 paid on the due day, before any interest: 390,000 of 590,000 unpaid: 90,000 × 390/590 = 59,491.53."""
    line = sale(history=[paid("2026-02-27", "200000.00")])
    claim = compute_claim(line, LAW, date(2026, 2, 27))
    (credit,) = tax_credits(line, LAW, claim)
    assert credit.unpaid == Decimal("390000.00") and credit.amount == Decimal("59491.53")
    assert claim.total == 0 and claim.not_yet_due == Decimal("390000.00")


def test_an_invoice_without_tax_or_settled_puts_no_credit_at_stake() -> None:
    plain = timeline(case(jurisdiction="india", invoices=[invoice()]))
    assert tax_credits(plain, LAW, compute_claim(plain, LAW, date(2025, 3, 1))) == ()
    settled = sale(history=[paid("2026-02-27", "590000.00")])
    assert tax_credits(settled, LAW, compute_claim(settled, LAW, date(2026, 8, 1))) == ()


def test_a_pack_without_such_a_rule_computes_none() -> None:
    line = matter()
    assert tax_credits(line, third_law(), compute_claim(line, third_law(), date(2025, 3, 1))) == ()
