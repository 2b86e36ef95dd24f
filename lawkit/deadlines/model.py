"""A deadline: the rule, the fact it runs from, the arithmetic in words, and the days."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Status = Literal["waiting for a fact", "running", "not before", "met", "missed", "provisional", "interrupted"]
State = Literal["running", "definitive", "erased", "doubtful", "suspended", "unknown", "not counted", "too late"]


@dataclass(frozen=True, slots=True)
class Interruption:
    """What began a period anew, kept it from running or was left out of it, and whether it counts.

    `state` is one of the six states of an interruption, or says why an event is not one: a requirement is not met, or
    it came after the period was over. What was left out of a period that began anew within its own time was not `needed`.
    """

    rule: str
    on: date
    origin: str
    state: State
    effect: str
    provision: str
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Trigger:
    """The day a period runs from: the fact, its later reading, and the entry or field it came from."""

    fact: str
    on: date
    late: date | None
    origin: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """One date of what the rule counts by: an invoice, a cheque, a debtor, an order, the matter.

    `last_day` is as the statute counts it, with every restart and exclusion that is certain; `effective_last_day` after
    closed days; `safe_day` counts nothing that must be proved; `outer_day` is the latest day that can be argued.
    `recommended` is a working day before the earliest of them still ahead, and never a day already over. `earliest` is the
    first day on which the act may be done. A long stop cuts every one of them. A day that an entry states has the entry's kind
    and field for a `rule`, and `entry` for `per`.
    """

    rule: str
    title: str
    per: str
    subject: str
    use: str
    trigger: Trigger | None
    extendable: bool
    if_missed: str
    provision: str
    standing: str
    doubt: str
    status: Status = "waiting for a fact"
    earliest: date | None = None
    last_day: date | None = None
    effective_last_day: date | None = None
    safe_day: date | None = None
    outer_day: date | None = None
    recommended: date | None = None
    met_on: date | None = None
    chain: tuple[str, ...] = ()
    interruptions: tuple[Interruption, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def sorted_by(self) -> date:
        """The day to look at first: the earliest that still matters."""
        return self.recommended or self.earliest or self.effective_last_day or date.max
