"""The claim: lines, never a lone total. Amounts are Decimal to the hundredth; days are inclusive."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from lawkit.law.jurisdiction import RateRow

ZERO = Decimal("0.00")
Part = Literal["interest", "principal", "fixed_sum", "costs"]


class Segment(NamedTuple):
    """Interest for days that share one base and one rate; `start` and `end` are the first and last day that earn."""

    invoice: str
    rule: str
    start: date
    end: date
    days: int
    base: Decimal
    rate: Decimal
    rows: tuple[RateRow, ...]
    amount: Decimal
    note: str = ""


@dataclass(frozen=True, slots=True)
class Extinguished:
    """What one payment, deduction or credit note extinguished, on one invoice, under which rule.

    Of a refund the amount is negative: what is owed again, `of` the payment it was taken from.
    """

    entry: str
    kind: str
    on: date
    invoice: str
    part: Part
    amount: Decimal
    rule: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class FixedSum:
    """A sum fixed by law, claimed once for an invoice."""

    rule: str
    invoice: str
    amount: Decimal
    paid: Decimal = ZERO

    @property
    def outstanding(self) -> Decimal:
        return self.amount - self.paid


@dataclass(frozen=True, slots=True)
class Remark:
    """A warning or a note that goes with the figures."""

    code: str
    level: Literal["warn", "note"]
    text: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class RuleUse:
    """A rule relied on: the value used and its date, the provision, how far it was read and against what, and whose it is."""

    rule: str
    title: str
    since: date
    value: str
    provision: str
    standing: str
    checked_on: date | None
    against: str
    doubt: str
    owner: str


@dataclass(frozen=True, slots=True)
class InvoiceClaim:
    """One invoice on the day of the claim."""

    number: str
    dated: date
    supplied: date | None
    payable_on: date
    payable_chain: tuple[str, ...]
    total: Decimal
    paid_principal: Decimal
    credited: Decimal
    deducted: Decimal
    outstanding: Decimal
    overdue: bool
    interest_rule: str | None
    interest_from: date | None
    interest_accrued: Decimal
    interest_paid: Decimal
    daily: Decimal
    rate: Decimal | None
    segments: tuple[Segment, ...] = field(repr=False, default=())

    @property
    def interest(self) -> Decimal:
        """Interest accrued and not yet paid."""
        return self.interest_accrued - self.interest_paid

    @property
    def days_late(self) -> int:
        """Days for which interest was counted."""
        return sum(segment.days for segment in self.segments)


@dataclass(frozen=True)
class Claim:
    """Everything owed on `as_of`, with the working of each figure."""

    matter: str
    jurisdiction: str
    currency: str
    as_of: date
    invoices: tuple[InvoiceClaim, ...]
    extinguished: tuple[Extinguished, ...]
    fixed_sums: tuple[FixedSum, ...]
    notice_cost: Decimal
    daily: Decimal
    further_from: date
    remarks: tuple[Remark, ...]
    relied_on: tuple[RuleUse, ...]

    @property
    def principal(self) -> Decimal:
        """Principal due and unpaid."""
        return sum((i.outstanding for i in self.invoices if i.overdue), ZERO)

    @property
    def not_yet_due(self) -> Decimal:
        """Principal of invoices that fall due later; no part of the total."""
        return sum((i.outstanding for i in self.invoices if not i.overdue), ZERO)

    @property
    def interest(self) -> Decimal:
        """Interest accrued to `as_of` and not paid."""
        return sum((i.interest for i in self.invoices), ZERO)

    @property
    def fixed_total(self) -> Decimal:
        """Fixed sums not paid."""
        return sum((f.outstanding for f in self.fixed_sums), ZERO)

    @property
    def total(self) -> Decimal:
        """Principal due, interest, fixed sums, and the cost of the notice where it is claimed."""
        return self.principal + self.interest + self.fixed_total + self.notice_cost

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Every interest line of every invoice."""
        return tuple(segment for invoice in self.invoices for segment in invoice.segments)
