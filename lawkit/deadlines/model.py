"""A deadline: the rule, the fact it runs from, the arithmetic in words, and the days."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Status = Literal["running", "missed", "waiting for a fact"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """One date of one invoice. `last_day` is as the statute counts it; `recommended` is a working day before it."""

    rule: str
    title: str
    subject: str
    use: str
    chain: tuple[str, ...]
    last_day: date | None
    recommended: date | None
    status: Status
    rolls: bool
    extendable: bool
    if_missed: str
    provision: str
    standing: str
    doubt: str
    notes: tuple[str, ...]
