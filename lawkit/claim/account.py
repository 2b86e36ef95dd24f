"""The running account of one invoice: what it still bears, and what interest it has earned.

Each method of interest is a subclass with one duty: earn interest from the cursor to a day. Days are half-open
here ([from, to)); printed segments are inclusive.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from lawkit.claim.model import ZERO, Segment
from lawkit.claim.rates import Rated, RatePlan
from lawkit.dates import ONE_DAY
from lawkit.money import round_half_up

DayCount = Callable[[date, date], Decimal]


def actual_365(start: date, end: date) -> Decimal:
    """Return the days from `start` to `end` as a share of a year of 365 days, leap years included."""
    return Decimal((end - start).days) / 365


def actual_actual(start: date, end: date) -> Decimal:
    """Return the days from `start` to `end` as a share of a year, the days of a leap year divided by 366."""
    share = Decimal(0)
    while start < end:
        until = min(end, date(start.year + 1, 1, 1))
        length = (date(start.year + 1, 1, 1) - date(start.year, 1, 1)).days
        share += Decimal((until - start).days) / length
        start = until
    return share


DAY_COUNTS: dict[str, DayCount] = {"actual_365": actual_365, "actual_actual": actual_actual}


def per_segment(earned: Decimal, total: Decimal, printed: Decimal) -> Decimal:
    """Return a line rounded on its own; the total is the sum of the lines."""
    return round_half_up(earned)


def total_only(earned: Decimal, total: Decimal, printed: Decimal) -> Decimal:
    """Return the difference of two rounded running totals; only the total is rounded."""
    return round_half_up(total) - printed


ROUNDINGS: dict[str, Callable[[Decimal, Decimal, Decimal], Decimal]] = {
    "per_segment": per_segment,
    "total_only": total_only,
}


class Account:
    """Principal and interest of one invoice, day by day."""

    def __init__(
        self,
        invoice: str,
        rule: str,
        principal: Decimal,
        start: date,
        plan: RatePlan,
        day_count: DayCount,
        rounding: str,
    ) -> None:
        self.invoice, self.rule = invoice, rule
        self.principal = principal
        self.start = self.cursor = start
        self.plan, self.day_count = plan, day_count
        self.round = ROUNDINGS[rounding]
        self.earned = Decimal(0)  # all interest ever earned, unrounded
        self.printed = ZERO  # the same, as printed
        self.interest_paid = ZERO
        self.segments: list[Segment] = []

    @property
    def interest(self) -> Decimal:
        """Interest printed and not yet paid."""
        return self.printed - self.interest_paid

    def earn_to(self, end: date) -> None:
        """Earn interest up to, and not including, `end`."""
        raise TypeError(f"{type(self).__name__} has no method of interest")

    def pay_interest(self, amount: Decimal) -> None:
        """Extinguish interest already printed."""
        self.interest_paid += amount

    def reduce_principal(self, amount: Decimal) -> None:
        """Extinguish principal."""
        self.principal -= amount

    def daily(self, day: date) -> Decimal:
        """Return the interest of one day after the account was closed, unrounded."""
        return self.base * self.plan.on(day).rate / 100 / 365

    @property
    def base(self) -> Decimal:
        """What earns interest now."""
        return self.principal

    def line(self, start: date, end: date, base: Decimal, rated: Rated, earned: Decimal, note: str = "") -> None:
        """Add a printed line for [start, end)."""
        self.earned += earned
        amount = self.round(earned, self.earned, self.printed)
        self.printed += amount
        self.segments.append(
            Segment(
                self.invoice, self.rule, start, end - ONE_DAY, (end - start).days,
                round_half_up(base), rated.rate, rated.rows, amount, note,
            )
        )  # fmt: skip
