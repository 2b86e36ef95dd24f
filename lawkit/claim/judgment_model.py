"""The debt of a judgment: heads with their interest, never a lone total. Amounts are Decimal to the hundredth, days inclusive."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from lawkit.claim.model import ZERO, Extinguished, Remark, RuleUse, Segment
from lawkit.messages import say


def head_name(head: str) -> str:
    """Return what a head of a judgment is called."""
    names = {
        "principal": say("principal"), "interest": say("interest"), "costs": say("costs"), "indemnity": say("indemnity"),
    }  # fmt: skip
    return names[head]


@dataclass(frozen=True, slots=True)
class HeadClaim:
    """One head of the judgment, or a cost since, on the day of the claim; `barred` is interest left out, barred by time.

    Interest up to the judgment whose rate alone the judgment gives stands as a head of its own: its segments are its working.
    """

    head: str
    title: str
    amount: Decimal
    outstanding: Decimal
    interest_rule: str | None
    interest_from: date | None
    interest_accrued: Decimal
    interest_paid: Decimal
    barred: Decimal
    daily: Decimal
    rate: Decimal | None
    segments: tuple[Segment, ...] = field(repr=False, default=())

    @property
    def label(self) -> str:
        """What the head is called: its own title, else its kind."""
        return self.title or head_name(self.head)

    @property
    def interest(self) -> Decimal:
        """Interest accrued since the judgment, not paid and not barred."""
        return self.interest_accrued - self.interest_paid - self.barred


@dataclass(frozen=True)
class JudgmentDebt:
    """Everything owed under a judgment on `as_of`, with the working of each figure.

    `barred_before` is the first day whose interest can still be claimed, where earlier interest was left out.
    """

    matter: str
    jurisdiction: str
    currency: str
    as_of: date
    judgment: str
    decision: str
    court: str | None
    number: str | None
    judgment_on: date
    heads: tuple[HeadClaim, ...]
    extinguished: tuple[Extinguished, ...]
    barred_before: date | None
    daily: Decimal
    further_from: date
    remarks: tuple[Remark, ...]
    relied_on: tuple[RuleUse, ...]

    def outstanding(self, *heads: str) -> Decimal:
        """Return what is left of the heads named, interest since the judgment apart."""
        return sum((line.outstanding for line in self.heads if line.head in heads), ZERO)

    @property
    def principal(self) -> Decimal:
        """Principal and indemnities left."""
        return self.outstanding("principal", "indemnity")

    @property
    def costs(self) -> Decimal:
        """Costs adjudged and recoverable costs since, left."""
        return self.outstanding("costs")

    @property
    def interest(self) -> Decimal:
        """Interest adjudged and interest accrued since, left."""
        return self.outstanding("interest") + sum((line.interest for line in self.heads), ZERO)

    @property
    def barred(self) -> Decimal:
        """Interest left out because it is barred by time."""
        return sum((line.barred for line in self.heads), ZERO)

    @property
    def total(self) -> Decimal:
        """Everything left under the judgment."""
        return self.principal + self.interest + self.costs
