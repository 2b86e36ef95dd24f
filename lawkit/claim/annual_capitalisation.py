"""Simple interest that is added to the sum once a whole year of it is due (C. civ. art. 1343-2).

The first time is the later of two days: a year after interest began, and the day from which capitalisation was asked
for in court or agreed. Then each year on the same day; a year from 29 February is whole once the 28th of the next is over.
What a payment of interest has extinguished is not added.
"""

from datetime import date
from decimal import Decimal

from lawkit.claim.account import Account
from lawkit.dates import ONE_DAY, add_months
from lawkit.messages import say


class AnnualCapitalisation(Account):
    """Interest due for a whole year, added to the sum."""

    _added = Decimal(0)
    _times = 0
    capitalises_from: date | None = None

    @property
    def base(self) -> Decimal:
        """Principal and the interest added."""
        return self.principal + self._added

    def _due(self) -> date | None:
        """Return the next day on which interest is added; none before it was asked for."""
        if self.capitalises_from is None:
            return None
        if _years_after(self.start, 1) >= self.capitalises_from:
            return _years_after(self.start, 1 + self._times)
        return _years_after(self.capitalises_from, self._times)

    def earn_to(self, end: date) -> None:
        """Earn interest up to, and not including, `end`, adding what is due at each anniversary."""
        while (due := self._due()) is not None and due <= end:
            self._simple(due)
            self._added = self.earned - self.interest_paid
            self._times += 1
        self._simple(end)

    def _simple(self, end: date) -> None:
        if self.base > 0 and end > self.cursor:
            note = say("interest of {times} years added", times=self._times) if self._times else ""
            for start, until, rated in self.plan.pieces(self.cursor, end):
                earned = self.base * rated.rate / 100 * self.day_count(start, until)
                self.line(start, until, self.base, rated, earned, note)
        self.cursor = max(self.cursor, end)

    def pay_interest(self, amount: Decimal) -> None:
        """Extinguish interest: what is not yet added first, then what was added."""
        loose = self.earned - self.interest_paid - self._added
        super().pay_interest(amount)
        self._added = max(self._added - max(amount - max(loose, Decimal(0)), Decimal(0)), Decimal(0))


def _years_after(day: date, years: int) -> date:
    """Return the same day of a later year, 1 March for a 29 February that year has not: interest of a whole year, never less."""
    later = add_months(day, 12 * years)
    return later if later.day == day.day else later + ONE_DAY
