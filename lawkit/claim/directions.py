"""What is to be said of payments whose payer or creditor named the invoices: heard or not, and where a named debt is odd.

A direction that the rule hears is applied as it was entered. Whether it binds the other side may still be open: a part of an invoice
where the law lets a debtor pick a debt only by paying it in full, an invoice not yet due while another was.
"""

from collections.abc import Sequence
from datetime import date

from lawkit.claim.debt import Debt
from lawkit.claim.reliance import Reliance
from lawkit.facts.entries import Payment
from lawkit.law.model import AppropriationRule
from lawkit.messages import say


class Placed(Payment):
    """A part of what came in whose place an earlier walk found: it stays there, and of its direction nothing is said again."""


class Directions:
    """The directions met while money is applied."""

    def __init__(self, rule: AppropriationRule) -> None:
        self.rule = rule
        self._not_heard: dict[str, None] = {}
        self._in_part: dict[str, None] = {}
        self._not_due: dict[str, None] = {}

    def heard(self, payment: Payment) -> bool:
        """Return whether the rule hears the one who named the invoices of a payment."""
        return step_of(payment) in self.rule.across

    def ignored(self, name: str, payment: Payment) -> None:
        """Keep that the invoices a payment names were not looked at."""
        if payment.towards and not isinstance(payment, Placed):
            self._not_heard[name] = None

    def applied(self, name: str, payment: Payment, debt: Debt, among: Sequence[Debt], day: date) -> None:
        """Keep what is odd of a payment just applied where it was directed, among the invoices of that day."""
        if isinstance(payment, Placed):
            return
        named = {part.invoice for part in payment.towards}
        others = [each for each in among if each.number not in named and each.principal_left > 0]
        shown = say("{entry} to {invoice}", entry=name, invoice=debt.number)
        if payment.chosen_by == "debtor" and self.rule.picked_in_full and debt.owed > 0 and others:
            self._in_part[shown] = None
        if debt.payable_on > day and any(each.payable_on <= day for each in others):
            self._not_due[shown] = None

    def remarks(self, reliance: Reliance, appropriation: str, as_of: date) -> None:
        """Leave the remarks, one for each oddity, naming the payments."""
        if self._not_heard:
            reliance.remark(
                "direction_not_heard", "warn",
                say("{entries}: the invoices named are not looked at, as {rule} hears the debtor's direction alone",
                    entries=", ".join(self._not_heard), rule=appropriation), appropriation,
            )  # fmt: skip
        if self._in_part and self.rule.picked_in_full:
            name = self.rule.picked_in_full
            reliance.use(name, as_of)
            reliance.remark(
                "direction_in_part", "warn",
                say("applied as the debtor directed, though it does not pay the invoice in full while another is unpaid: {payments}; "
                    "a debtor picks a debt only by paying it in full ({rule}): verify that the creditor agreed, or enter the payment "
                    "without `towards`", payments=", ".join(self._in_part), rule=name), name,
            )  # fmt: skip
        if self._not_due:
            reliance.remark(
                "direction_not_due", "note",
                say("applied as directed to an invoice not yet due while another was due and unpaid: {payments}",
                    payments=", ".join(self._not_due)), appropriation,
            )  # fmt: skip


def step_of(payment: Payment) -> str:
    """Return the step of a rule of appropriation that hears a payment's direction."""
    return "debtor_direction" if payment.chosen_by == "debtor" else "creditor_choice"
