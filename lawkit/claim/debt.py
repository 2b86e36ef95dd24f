"""One invoice while the days of a matter are walked through: what is left of it, and what it earns."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lawkit.claim.account import Account
from lawkit.claim.model import ZERO, FixedSum
from lawkit.dates import ONE_DAY
from lawkit.facts.days import Day
from lawkit.facts.model import Invoice


@dataclass
class Debt:
    """One invoice: its principal left, and the account of its interest where a rule gives any.

    `ends` is the day from which nothing more is earned; `reduced_late` what was extinguished after the day of payment.
    """

    invoice: Invoice
    payable: Day
    principal_left: Decimal
    rule: str | None = None
    account: Account | None = None
    interest_from: date | None = None
    last_day_counted: bool = True
    ends: date | None = None
    paid: Decimal = ZERO
    credited: Decimal = ZERO
    credited_late: bool = False
    deducted: Decimal = ZERO
    reduced_late: Decimal = ZERO
    restored: Decimal = ZERO
    fixed: FixedSum | None = None
    fixed_paid: Decimal = ZERO

    def __post_init__(self) -> None:
        self.number = self.invoice.number
        self.payable_on = self.payable.day

    @property
    def interest(self) -> Decimal:
        """Interest earned and not yet paid."""
        return self.account.interest if self.account else ZERO

    @property
    def owed(self) -> Decimal:
        """Principal and interest left."""
        return self.principal_left + self.account.interest if self.account else self.principal_left

    @property
    def was_late(self) -> bool:
        """Whether something of the invoice was still owed after the day it was payable."""
        return self.principal_left - self.restored + self.reduced_late > 0

    def rate_on(self, day: date) -> Decimal:
        """Return the yearly rate of a day in percent; zero before interest begins."""
        if self.account is None or self.interest_from is None or day < self.interest_from:
            return ZERO
        return self.account.plan.on(day).rate

    def earn(self, day: date, counted: bool) -> None:
        """Earn interest through `day`, or up to it where the day itself is not counted."""
        if self.account is not None:
            end = day + ONE_DAY if counted else day
            if self.ends is not None:
                end = min(end, self.ends)
            if end > self.account.cursor:
                self.account.earn_to(end)

    def reduce(self, amount: Decimal, on: date) -> None:
        """Extinguish principal on a day."""
        self.principal_left -= amount
        if on > self.payable_on:
            self.reduced_late += amount
        if self.account is not None:
            self.account.reduce_principal(amount)

    def restore(self, part: str, amount: Decimal, on: date) -> None:
        """Let a part that was extinguished be owed again from a day: what was paid of it has been given back."""
        self.earn(on, self.last_day_counted)
        if part == "principal":
            self.principal_left += amount
            self.paid -= amount
            self.restored += amount
            if self.account is not None:
                self.account.reduce_principal(-amount)
        elif part == "fixed_sum":
            self.fixed_paid -= amount
        elif self.account is not None:
            self.account.interest_paid -= amount

    @property
    def fixed_sum(self) -> FixedSum | None:
        """The fixed sum of the invoice with what was paid of it."""
        if self.fixed is None:
            return None
        return FixedSum(self.fixed.rule, self.fixed.invoice, self.fixed.amount, self.fixed_paid)
