"""The plan or settlement that stands, what came in since, and whether it was kept.

The last one agreed stands, until it is broken. What came in is counted from the day it was proposed or signed: its instalments are
covered in their order, by whatever was received, deducted as tax or recovered, less what was given back.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lawkit.facts.entries import (
    Instalment,
    Payment,
    PlanAccepted,
    PlanBroken,
    PlanProposed,
    Recovery,
    Refund,
    Settlement,
    TaxDeducted,
)
from lawkit.facts.timeline import Happened, Timeline

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Agreement:
    """A plan accepted or a settlement signed; `since` is the day from which what came in counts, `amount` what was agreed in all."""

    item: Happened
    since: date
    amount: Decimal | None
    instalments: tuple[Instalment, ...]
    settlement: bool


def agreement(known: Timeline) -> Agreement | None:
    """Return the agreement that stands on the day to which a matter was cut; None where there is none or it is broken."""
    agreed = list(_agreed(known))
    if not agreed:
        return None
    last = max(agreed, key=lambda each: each.item.entry.on)
    broken = any(entry.on >= last.item.entry.on for _, entry in known.of_kind(PlanBroken))
    return None if broken else last


def _agreed(known: Timeline) -> Iterator[Agreement]:
    proposed = {item.name: entry for item, entry in known.of_kind(PlanProposed)}
    for item, accepted in known.of_kind(PlanAccepted):
        plan = proposed.get(accepted.of)
        instalments = plan.instalments if plan else ()
        whole = sum((each.amount for each in instalments), ZERO) or None
        yield Agreement(item, plan.on if plan else accepted.on, whole, instalments, False)
    for item, settled in known.of_kind(Settlement):
        yield Agreement(item, settled.on, settled.amount, settled.instalments, True)


def covered_on(known: Timeline, since: date, amount: Decimal) -> date | None:
    """Return the day on which what came in since a day reached an amount; None where it has not, or was given back since."""
    came: set[str] = set()
    total, reached = ZERO, None
    for item in known.entries:
        entry = item.entry
        if isinstance(entry, (Payment, Recovery, TaxDeducted)) and entry.on >= since:
            came.add(item.name)
            total += entry.amount
        elif isinstance(entry, Refund) and entry.of in came:
            total -= entry.amount
        else:
            continue
        reached = (reached or entry.on) if total >= amount else None
    return reached


def kept_on(known: Timeline, agreed: Agreement) -> date | None:
    """Return the day on which all that was agreed had come in."""
    return None if agreed.amount is None else covered_on(known, agreed.since, agreed.amount)
