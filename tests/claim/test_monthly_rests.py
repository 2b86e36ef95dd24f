"""Monthly rests: rest days, broken periods, payments on and between rests, the four ways to choose the rate."""

from datetime import date
from decimal import Decimal

import pytest

from lawkit.claim import compute_claim
from lawkit.claim.model import Claim
from tests.matters import ADDRESS, invoice, matter, paid, third_law

SMALL = {
    "name": "A Works",
    "kind": "company",
    "addresses": [ADDRESS],
    "enterprise": {"class": "small", "registered_on": "2020-01-01", "activity": "manufacturing"},
}


def claim_on(as_of: date, *history: dict[str, str], basis: str = "at_rest", **facts: object) -> Claim:
    law = third_law(monthly__rate_basis=basis)
    return compute_claim(matter(creditor=SMALL, history=list(history), **facts), law, as_of)


@pytest.mark.parametrize(
    ("as_of", "interest", "notes"),
    [
        # interest from 1 February 2025 at 3 × 4 = 12 %
        (date(2025, 2, 1), "0.00", []),  # the day itself is not counted
        (date(2025, 2, 28), "88.77", ["broken period"]),  # 10,000 × 12 % × 27/365 = 88.767
        (date(2025, 3, 1), "100.00", ["rest 1"]),  # 10,000 × 1 %
        (date(2025, 3, 2), "103.32", ["rest 1", "broken period"]),  # + 10,100 × 12 %/365 = 3.3205
        (date(2025, 4, 1), "201.00", ["rest 1", "rest 2"]),  # 10,000 × 1.01² − 10,000
    ],
)
def test_rests_fall_on_whole_months_from_the_first_day(as_of: date, interest: str, notes: list[str]) -> None:
    claim = claim_on(as_of)
    assert claim.interest == Decimal(interest)
    assert [s.note for s in claim.segments] == notes


def test_rests_from_the_last_day_of_a_month_keep_to_it() -> None:
    """Interest from 31 January: rests on 28 February, 31 March, 30 April, each counted from the start in one step."""
    claim = claim_on(date(2025, 5, 1), invoices=[invoice(due="2025-01-30")])
    assert [s.end.isoformat() for s in claim.segments] == ["2025-02-27", "2025-03-30", "2025-04-29", "2025-04-30"]


def test_a_payment_on_a_rest_day_is_applied_after_the_rest() -> None:
    """1 March: the rest adds 100.00; then 1,100.00 pays it and 1,000.00 of principal; April's rest is 9,000 × 1 %."""
    claim = claim_on(date(2025, 4, 1), paid("2025-03-01", "1100.00"))
    assert [(e.part, str(e.amount)) for e in claim.extinguished] == [("interest", "100.00"), ("principal", "1000.00")]
    assert [str(s.amount) for s in claim.segments] == ["100.00", "90.00"]


def test_a_payment_between_rests_closes_a_broken_period_and_the_rests_keep_their_dates() -> None:
    """15 February: 14 days on 10,000 = 46.0274; 14 days to 1 March on 9,000 = 41.4247; the rest, 1 % of 9,041.4221.

    The running totals are 46.03, 87.45, 177.87 (177.8663), so the printed lines are 46.03, 41.42, 90.42.
    """
    claim = claim_on(date(2025, 4, 1), paid("2025-02-15", "1046.03"))
    assert [(s.days, str(s.base), str(s.amount)) for s in claim.segments] == [
        (14, "10000.00", "46.03"),
        (14, "9000.00", "41.42"),
        (31, "9041.42", "90.42"),
    ]
    assert claim.principal == Decimal("9000.00")


def test_interest_not_yet_added_at_a_rest_bears_no_interest_within_the_month() -> None:
    """15 February: 40.00 pays part of 46.03; the base stays 10,000 until the rest, then 10,052.06."""
    claim = claim_on(date(2025, 4, 1), paid("2025-02-15", "40.00"))
    assert [str(s.base) for s in claim.segments] == ["10000.00", "10000.00", "10052.05"]


@pytest.mark.parametrize(
    ("basis", "rates"),
    [
        # the series changes on 1 July 2025 from 4 to 6; rests on the 16th from 16 June
        ("at_rest", ["18", "18"]),
        ("at_start_of_rest", ["12", "18"]),
        ("at_start", ["12", "12"]),
        ("day_weighted", ["15", "18"]),  # 15 of 30 days at 12 and 15 at 18
    ],
)
def test_the_four_ways_to_choose_the_rate_on_the_same_facts(basis: str, rates: list[str]) -> None:
    claim = claim_on(date(2025, 8, 16), basis=basis, invoices=[invoice(due="2025-06-15")])
    assert [f"{s.rate.normalize():f}" for s in claim.segments] == rates
    first = Decimal("10000") * Decimal(rates[0]) / 1200
    assert claim.segments[0].amount == first.quantize(Decimal("0.01"))


def test_a_rest_beyond_the_verified_rates_is_computed_and_named() -> None:
    claim = claim_on(date(2026, 8, 5))
    warning = next(r for r in claim.remarks if r.code == "unverified_rate_crown_rate")
    assert warning.level == "warn" and "2026-06-30" in warning.text


def test_only_the_total_is_rounded() -> None:
    """Twelve rests at 1 %: 10,000 × (1.01¹² − 1) = 1,268.25; the printed lines add to it."""
    claim = claim_on(date(2025, 7, 1), invoices=[invoice(dated="2024-05-01", delivered="2024-05-01", due="2024-06-30")])
    # the last rest, on 1 July 2025, takes 18 %: 10,000 × 1.01^11 × 1.015 − 10,000 = 1,324.03
    exact = Decimal(10000) * Decimal("1.01") ** 11 * Decimal("1.015") - 10000
    assert claim.interest == exact.quantize(Decimal("0.01")) == Decimal("1324.03")
    assert sum((s.amount for s in claim.segments), Decimal(0)) == claim.interest


def test_interest_added_at_a_rest_goes_on_earning_when_the_principal_is_gone() -> None:
    note = {"kind": "credit_note", "on": "2025-03-02", "invoice": "F1", "amount": "10000.00"}
    assert claim_on(date(2025, 3, 10), note).daily == Decimal("0.03")  # 100.00 × 12 %/365 = 0.0329
