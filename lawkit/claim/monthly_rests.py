"""Compound interest with monthly rests (MSMED Act 2006 s. 16).

Rests fall on the first day of interest plus whole months. A full month bears a twelfth of the yearly rate; a month broken by
a payment, and the last broken period, bear simple interest by days. A payment on a rest day is applied after
the rest; between rests it closes a broken period and the rests keep their dates. It extinguishes interest not
yet added first. Nothing is rounded on the way.
"""

from datetime import date
from decimal import Decimal

from lawkit.claim.account import Account
from lawkit.claim.rates import Rated
from lawkit.dates import ONE_DAY, add_months
from lawkit.law.jurisdiction import RateRow
from lawkit.messages import say


class MonthlyRests(Account):
    """Interest added to the sum at the end of each month counted from the first day."""

    _added = Decimal(0)  # interest that now bears interest
    _rests = 0

    @property
    def base(self) -> Decimal:
        """Principal and the interest added at rests."""
        return self.principal + self._added

    @property
    def _loose(self) -> Decimal:
        """Interest earned since the last rest and not yet added."""
        return self.earned - self.interest_paid - self._added

    def _rest(self, number: int) -> date:
        return add_months(self.start, number)

    def earn_to(self, end: date) -> None:
        """Earn interest up to, and not including, `end`, with a rest at each whole month."""
        last, rest = self._rest(self._rests), self._rest(self._rests + 1)
        while rest <= end:
            base = self.base
            if base > 0:
                rated = self._rated(self.cursor, rest, rest)
                if self.cursor == last:
                    earned = base * rated.rate / 1200
                    note = say("rest {number}", number=self._rests + 1)
                else:
                    earned = self._by_days(self.cursor, rest, rated)
                    note = say("rest {number}, month broken by a payment", number=self._rests + 1)
                self.line(self.cursor, rest, base, rated, earned, note)
                self._added += self._loose
            self._rests += 1
            self.cursor = rest
            last, rest = rest, self._rest(self._rests + 1)
        if end > self.cursor:
            if self.base > 0:
                rated = self._rated(self.cursor, end, end)
                self.line(
                    self.cursor, end, self.base, rated, self._by_days(self.cursor, end, rated), say("broken period")
                )
            self.cursor = end

    def pay_interest(self, amount: Decimal) -> None:
        """Extinguish interest: what is not yet added first, then what was added at rests."""
        from_added = max(amount - max(self._loose, Decimal(0)), Decimal(0))
        super().pay_interest(amount)
        self._added = max(self._added - from_added, Decimal(0))

    def _by_days(self, start: date, end: date, rated: Rated) -> Decimal:
        return self.base * rated.rate / 100 * self.day_count(start, end)

    def _rated(self, start: date, end: date, struck: date) -> Rated:
        """Return the rate of a month or broken period by the elected basis."""
        selector = self.plan.selector
        if selector == "at_start_of_rest":
            return self.plan.on(self._rest(self._rests))
        if selector == "day_weighted":
            weight: Decimal = Decimal(0)
            rows: tuple[RateRow, ...] = ()
            for first, until, rated in self.plan.pieces(start, end):
                weight += rated.rate * (until - first).days
                rows += rated.rows
            return Rated(weight / (end - start).days, rows)
        return self.plan.on(struck)

    def daily(self, day: date) -> Decimal:
        """Return the interest of one day until the next rest, at the rate of the day."""
        return self.base * self._rated(day, day + ONE_DAY, day).rate / 100 / 365
