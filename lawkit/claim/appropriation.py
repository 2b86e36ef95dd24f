"""To which debts a payment goes, and in what order: the pack's rule, step by step.

Each step of the rule is a key by which debts are ordered; debts equal under every key share in proportion.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Protocol, TypeVar

from lawkit.claim.model import ZERO
from lawkit.money import round_half_up


class Debt(Protocol):
    """What ordering a debt needs to know of it."""

    @property
    def number(self) -> str: ...
    @property
    def payable_on(self) -> date: ...
    @property
    def owed(self) -> Decimal: ...
    def rate_on(self, day: date) -> Decimal: ...


D = TypeVar("D", bound=Debt)


def _due_first(debt: Debt, day: date) -> int:
    return 0 if debt.payable_on <= day else 1


def _highest_rate(debt: Debt, day: date) -> Decimal:
    return -debt.rate_on(day)


def _oldest_first(debt: Debt, day: date) -> date:
    return debt.payable_on


KEYS: dict[str, Callable[[Debt, date], Any]] = {
    "due_first": _due_first,
    "highest_rate": _highest_rate,
    "oldest_first": _oldest_first,
}
STEPS = ("debtor_direction", "creditor_choice", *KEYS, "pro_rata")


def groups(debts: Sequence[D], steps: Sequence[str], day: date) -> Iterator[list[D]]:
    """Yield the debts, which come by their day of payment, in the order of the steps; those of equal standing together.

    Later steps are looked at only for the debts that come next, and debts not yet due only once those due are paid, so that
    a payment costs little among many debts.
    """
    keys = [KEYS[step] for step in steps if step in KEYS]
    parts = [debts]
    if keys and keys[0] is _due_first:
        due = bisect_right(debts, day, key=lambda debt: debt.payable_on)
        parts, keys = [debts[:due], debts[due:]], keys[1:]
    for part in parts:
        yield from _ordered([debt for debt in part if debt.owed > 0], keys, day)


def _ordered(debts: list[D], keys: Sequence[Callable[[Debt, date], Any]], day: date) -> Iterator[list[D]]:
    if not keys or len(debts) < 2:
        if debts:
            yield debts
        return
    standing: dict[Any, list[D]] = {}
    key, get = keys[0], standing.get
    for debt in debts:
        place = key(debt, day)
        group = get(place)
        if group is None:
            standing[place] = [debt]
        else:
            group.append(debt)
    for place in sorted(standing):
        yield from _ordered(standing[place], keys[1:], day)


def shares(amount: Decimal, debts: Sequence[D]) -> list[tuple[D, Decimal]]:
    """Divide an amount among debts of equal standing in proportion to what is owed; an odd hundredth goes where there is room."""
    owed = sum((debt.owed for debt in debts), ZERO)
    amount = left = min(amount, owed)
    parts = []
    for debt in debts:
        parts.append(min(round_half_up(amount * debt.owed / owed), debt.owed, left))
        left -= parts[-1]
    for number in range(len(debts) - 1, -1, -1):
        more = min(left, debts[number].owed - parts[number])
        parts[number] += more
        left -= more
    return list(zip(debts, parts, strict=True))
