"""Simple interest: base × rate × days, no interest on interest; one line for each span that shares base and rate."""

from datetime import date

from lawkit.claim.account import Account


class SimpleInterest(Account):
    """Interest by days on the outstanding principal."""

    def earn_to(self, end: date) -> None:
        """Earn interest up to, and not including, `end`, cut where the rate changes."""
        if self.principal > 0:
            for start, until, rated in self.plan.pieces(self.cursor, end):
                earned = self.principal * rated.rate / 100 * self.day_count(start, until)
                self.line(start, until, self.principal, rated, earned)
        self.cursor = max(self.cursor, end)
