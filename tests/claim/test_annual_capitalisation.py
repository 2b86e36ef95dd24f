"""Interest added to the sum once a whole year of it is due (C. civ. art. 1343-2): boundaries in threes, payments."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawkit.claim.account import actual_365
from lawkit.claim.annual_capitalisation import AnnualCapitalisation
from lawkit.claim.rates import RatePlan
from lawkit.claim.simple import SimpleInterest
from lawkit.law.expressions import FixedRate
from tests.matters import third_law

START = date(2024, 1, 1)


def account(kind: type, asked: date | None = date(2024, 6, 1)) -> AnnualCapitalisation:
    plan = RatePlan(third_law(), "agreed", FixedRate(fixed=Decimal(10)), "at_start", START, None, None, False, False)
    made = kind("F1", "agreed", Decimal("10000.00"), START, plan, actual_365, "total_only")
    if isinstance(made, AnnualCapitalisation):
        made.capitalises_from = asked
    return made


@pytest.mark.parametrize(
    ("asked", "end", "interest"),
    [
        # 2024: 10,000 × 10 % × 366/365 = 1,002.7397; from then on the day bears 11,002.7397 × 10 % / 365 = 3.0144
        (date(2024, 6, 1), date(2025, 1, 1), "1002.74"),  # the year is due, nothing earned on it yet
        (date(2024, 6, 1), date(2025, 1, 2), "1005.75"),
        (date(2024, 6, 1), date(2025, 1, 3), "1008.77"),
        # 2025: 11,002.7397 × 10 % = 1,100.2740; 1,002.7397 + 1,100.2740 = 2,103.0137
        (date(2024, 6, 1), date(2026, 1, 1), "2103.01"),
        # asked for on 1 July 2025: then 1,002.7397 + 10,000 × 10 % × 181/365 (495.8904) = 1,498.6301 is added
        (date(2025, 7, 1), date(2025, 7, 1), "1498.63"),
        (date(2025, 7, 1), date(2025, 7, 2), "1501.78"),  # + 11,498.6301 × 10 % / 365 = 3.1503
        (None, date(2026, 1, 1), "2002.74"),  # never asked for: simple, 731 days
    ],
)
def test_a_year_of_interest_is_added_from_the_day_it_was_asked_for(asked: date, end: date, interest: str) -> None:
    made = account(AnnualCapitalisation, asked)
    made.earn_to(end)
    assert made.printed == Decimal(interest)


def test_interest_that_was_paid_is_not_added() -> None:
    made = account(AnnualCapitalisation)
    made.earn_to(date(2024, 12, 31))  # 365 days: 1,000.00
    made.pay_interest(Decimal("1000.00"))
    made.earn_to(date(2026, 1, 1))
    # 1 day of 2024 is left: 2.7397; 2025 bears 10,002.7397 × 10 % = 1,000.2740
    assert made.interest == Decimal("1003.01")


@settings(max_examples=50)
@given(st.integers(1, 364))
def test_within_the_first_year_it_is_simple_interest(days: int) -> None:
    end = date.fromordinal(START.toordinal() + days)
    compound, simple = account(AnnualCapitalisation), account(SimpleInterest)
    compound.earn_to(end)
    simple.earn_to(end)
    assert compound.printed == simple.printed
