"""The debt of a judgment: heads with their interest, never a lone total; and all that is owed, under judgments and on invoices.

Amounts are Decimal to the hundredth, days inclusive.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from lawkit.claim.model import ZERO, Claim, Extinguished, Remark, RuleUse, Segment
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

    Of a cost since, `entry` is the one that booked it. Interest up to the judgment whose rate alone the judgment gives stands as a head of its own: its segments are its working.
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
    entry: str = ""

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

    `invoices` are merged in it; `against` names who was sued, where the filing says so, and is empty where everyone was.
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
    invoices: tuple[str, ...]
    against: tuple[str, ...]
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
    def segments(self) -> tuple[Segment, ...]:
        """Every interest line of every head."""
        return tuple(segment for line in self.heads for segment in line.segments)

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


@dataclass(frozen=True)
class Owed:
    """All that is owed on a day: under judgments, and on the invoices that none has merged.

    `judgments` come by the age of their claim. `invoices` is none where every invoice is merged. `guarantors` are judgments against
    guarantors alone: the same debt once more, never added to it.
    """

    judgments: tuple[JudgmentDebt, ...]
    invoices: Claim | None
    guarantors: tuple[JudgmentDebt, ...] = ()

    @property
    def currency(self) -> str:
        """The currency of all of it."""
        return self.parts[0].currency

    @property
    def basis(self) -> str:
        """What is counted first: a judgment, or the invoices."""
        return "judgment" if self.judgments else "invoices"

    @property
    def principal(self) -> Decimal:
        """Principal and indemnities left, on invoices what is due."""
        return self._all("principal")

    @property
    def interest(self) -> Decimal:
        """Interest adjudged and earned, left."""
        return self._all("interest")

    @property
    def costs(self) -> Decimal:
        """Costs adjudged and since."""
        return sum((debt.costs for debt in self.judgments), ZERO)

    @property
    def other(self) -> Decimal:
        """Fixed sums and the cost of a notice, on the invoices not merged."""
        return self.invoices.fixed_total + self.invoices.notice_cost if self.invoices is not None else ZERO

    @property
    def total(self) -> Decimal:
        """Everything left."""
        return self._all("total")

    @property
    def daily(self) -> Decimal:
        """What a further day adds."""
        return self._all("daily")

    @property
    def costs_counted(self) -> frozenset[str]:
        """The entries of the costs that are part of what is owed."""
        return frozenset(line.entry for debt in self.judgments for line in debt.heads if line.entry)

    @property
    def parts(self) -> tuple[JudgmentDebt | Claim, ...]:
        """What is added up: the judgments, then the invoices not merged."""
        return (*self.judgments, *([self.invoices] if self.invoices is not None else []))

    def _all(self, name: str) -> Decimal:
        return sum((getattr(part, name) for part in self.parts), ZERO)
