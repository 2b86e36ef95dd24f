"""Simple interest: segments, boundaries in threes, payments, credit notes, roundings, and its additivity."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawkit.claim import compute_claim
from lawkit.claim.account import DAY_COUNTS, actual_365, actual_actual
from lawkit.claim.model import Claim
from lawkit.claim.rates import RatePlan
from lawkit.claim.simple import SimpleInterest
from lawkit.law.expressions import FixedRate
from tests.matters import invoice, matter, paid, third_law

NO_RATE = {"kind": "sale_of_goods", "title": "Order", "dated": "2024-12-01", "subject": "goods"}


def lines(claim: Claim) -> list[tuple[str, str, int, str, str, str]]:
    return [
        (s.start.isoformat(), s.end.isoformat(), s.days, str(s.base), f"{s.rate.normalize():f}", str(s.amount))
        for s in claim.segments
    ]


@pytest.mark.parametrize(
    ("as_of", "days", "interest"),
    [
        (date(2025, 1, 30), 0, "0.00"),
        (date(2025, 1, 31), 0, "0.00"),  # the due day itself earns nothing
        (date(2025, 2, 1), 1, "3.29"),  # 10,000 × 12 % / 365 = 3.2877
        (date(2025, 2, 2), 2, "6.58"),  # 6.5753
    ],
)
def test_the_first_day_of_interest_is_the_day_after_the_due_day(as_of: date, days: int, interest: str) -> None:
    claim = compute_claim(matter(), third_law(), as_of)
    assert sum(s.days for s in claim.segments) == days
    assert claim.interest == Decimal(interest)


@pytest.mark.parametrize(
    ("day", "first", "second"),
    [
        # 10,000 × 12 % × 58/365 = 190.6849; the rest of 3,200 goes to principal
        ("2025-03-30", ("190.68", 58), "6990.68"),
        ("2025-03-31", ("193.97", 59), "6993.97"),
        ("2025-04-01", ("197.26", 60), "6997.26"),
    ],
)
def test_the_day_of_payment_still_bears_interest_on_the_old_base(day: str, first: tuple[str, int], second: str) -> None:
    claim = compute_claim(matter(history=[paid(day, "3200.00")]), third_law(), date(2025, 4, 30))
    assert (str(claim.segments[0].amount), claim.segments[0].days) == first
    assert claim.segments[1].start == date.fromisoformat(day) + timedelta(days=1)
    assert str(claim.segments[1].base) == second


def test_a_credit_note_lowers_the_base_from_its_own_day_and_extinguishes_no_interest() -> None:
    note = {"kind": "credit_note", "on": "2025-03-02", "amount": "4000.00", "invoice": "F1"}
    claim = compute_claim(matter(history=[note]), third_law(), date(2025, 3, 2))
    # 29 days to 1 March at 10,000: 95.34; 1 day at 6,000: 1.97
    assert lines(claim) == [
        ("2025-02-01", "2025-03-01", 29, "10000.00", "12", "95.34"),
        ("2025-03-02", "2025-03-02", 1, "6000.00", "12", "1.97"),
    ]
    assert [(e.part, e.amount) for e in claim.extinguished] == [("principal", Decimal("4000.00"))]


def test_a_half_year_changes_the_rate_on_its_first_day_and_the_other_reading_a_day_later() -> None:
    sale = matter(contract=NO_RATE)
    own = compute_claim(sale, third_law(), date(2025, 7, 2))
    before = compute_claim(sale, third_law(statutory__boundary="day_before"), date(2025, 7, 2))
    # 150 days at 12 % and 2 at 13 %; or 151 and 1: the same number of days, one at the other rate
    assert [(s.days, s.rate) for s in own.segments] == [(150, 12), (2, 13)]
    assert [(s.days, s.rate) for s in before.segments] == [(151, 12), (1, 13)]
    assert [str(s.amount) for s in own.segments] == ["493.15", "7.12"]
    assert [str(s.amount) for s in before.segments] == ["496.44", "3.56"]


def test_roundings_differ_and_printed_lines_add_to_the_printed_total() -> None:
    """Three spans of one day at 10,000 × 12 %: 3.2877 each; rounded alone 3.29 × 3, rounded in total 9.8630."""
    history = [
        {"kind": "credit_note", "on": day, "amount": "0.01", "invoice": "F1"} for day in ("2025-02-02", "2025-02-03")
    ]
    each = compute_claim(matter(history=history), third_law(), date(2025, 2, 3))
    total = compute_claim(matter(history=history), third_law(rounding_of_interest__when="total_only"), date(2025, 2, 3))
    assert [str(s.amount) for s in each.segments] == ["3.29", "3.29", "3.29"] and each.interest == Decimal("9.87")
    assert [str(s.amount) for s in total.segments] == ["3.29", "3.29", "3.28"] and total.interest == Decimal("9.86")


def test_a_leap_year_counts_365_unless_the_pack_says_otherwise() -> None:
    """366 days from 1 January to 31 December 2024: 366/365 of 12 %, or a whole year."""
    sale = matter(invoices=[invoice(dated="2023-12-01", delivered="2023-12-01", due="2023-12-31")])
    plain = compute_claim(sale, third_law(), date(2024, 12, 31))
    actual = compute_claim(sale, third_law(agreed__day_count="actual_actual"), date(2024, 12, 31))
    assert plain.interest == Decimal("1203.29")  # 10,000 × 0.12 × 366 / 365 = 1,203.2877
    assert actual.interest == Decimal("1200.00")


def test_day_counts_agree_outside_leap_years_and_split_at_the_new_year() -> None:
    assert set(DAY_COUNTS) == {"actual_365", "actual_actual"}
    assert actual_actual(date(2025, 3, 1), date(2025, 9, 1)) == actual_365(date(2025, 3, 1), date(2025, 9, 1))
    # 15.12.2023–15.01.2024: 17 days of 365 and 14 of 366
    assert actual_actual(date(2023, 12, 15), date(2024, 1, 15)) == Decimal(17) / 365 + Decimal(14) / 366


def _account(principal: Decimal, rate: Decimal) -> SimpleInterest:
    plan = RatePlan(
        third_law(), "agreed", FixedRate(fixed=rate), "each_day", date(2020, 1, 1), None, None, False, False
    )
    return SimpleInterest("F1", "agreed", principal, date(2020, 1, 1), plan, actual_365, "per_segment")


@settings(max_examples=60, deadline=None)
@given(
    st.decimals(min_value=1, max_value=10**9, places=2),
    st.decimals(min_value=0, max_value=60, places=2),
    st.integers(0, 1500),
    st.integers(0, 1500),
)
def test_unrounded_simple_interest_is_additive_in_time(principal: Decimal, rate: Decimal, a: int, b: int) -> None:
    start = date(2020, 1, 1)
    whole, parts = _account(principal, rate), _account(principal, rate)
    whole.earn_to(start + timedelta(days=a + b))
    parts.earn_to(start + timedelta(days=a))
    parts.earn_to(start + timedelta(days=a + b))
    assert abs(whole.earned - parts.earned) < Decimal("1e-12")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 400), st.decimals(min_value="0.01", max_value=900, places=2)), max_size=8))
def test_what_is_paid_and_what_is_owed_add_up(payments: list[tuple[int, Decimal]]) -> None:
    """Invoiced + interest − everything paid = principal + interest still owed, to the hundredth."""
    history = [paid((date(2025, 1, 1) + timedelta(days=d)).isoformat(), str(a)) for d, a in payments]
    claim = compute_claim(matter(history=history), third_law(), date(2026, 3, 1))
    received = sum((a for _, a in payments), Decimal(0))
    accrued = sum((i.interest_accrued for i in claim.invoices), Decimal(0))
    assert claim.principal + claim.interest == Decimal("10000.00") + accrued - received
    assert sum((s.amount for s in claim.segments), Decimal(0)) == accrued
    assert sum((e.amount for e in claim.extinguished), Decimal(0)) == received
