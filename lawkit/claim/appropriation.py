"""To which debts a payment goes, and in what order: the pack's rule, step by step.

Each step of the rule is a key by which debts are ordered; debts equal under every key share in proportion.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Protocol

from lawkit.claim.model import ZERO
from lawkit.facts.entries import Payment
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


def _due_first(debt: Debt, day: date) -> int:
    return 0 if debt.payable_on <= day else 1


def _highest_rate(debt: Debt, day: date) -> Decimal:
    return -debt.rate_on(day)


def _oldest_first(debt: Debt, day: date) -> date:
    return debt.payable_on


KEYS: dict[str, Callable[[Debt, date], object]] = {
    "due_first": _due_first,
    "highest_rate": _highest_rate,
    "oldest_first": _oldest_first,
}
STEPS = ("debtor_direction", "creditor_choice", *KEYS, "pro_rata")


def directed(payment: Payment, debts: Sequence[Debt]) -> Iterator[tuple[Debt, Decimal | None]]:
    """Yield the debts a payment was made for, with the amount where one was named."""
    by_number = {debt.number: debt for debt in debts}
    for part in payment.towards:
        yield by_number[part.invoice], part.amount


def groups(debts: Sequence[Debt], steps: Sequence[str], day: date) -> Iterator[list[Debt]]:
    """Yield the debts in the order of the steps, those of equal standing together."""
    keys = [KEYS[step] for step in steps if step in KEYS]

    def standing(debt: Debt) -> tuple[object, ...]:
        return tuple(key(debt, day) for key in keys)

    ordered = sorted((d for d in debts if d.owed > 0), key=standing)
    for _, group in groupby(ordered, key=standing):
        yield list(group)


def shares(amount: Decimal, debts: Sequence[Debt]) -> list[tuple[Debt, Decimal]]:
    """Divide an amount among debts of equal standing in proportion to what is owed; the last takes the odd hundredth."""
    owed = sum((debt.owed for debt in debts), ZERO)
    amount = min(amount, owed)
    result: list[tuple[Debt, Decimal]] = []
    left = amount
    for debt in debts[:-1]:
        share = min(round_half_up(amount * debt.owed / owed), debt.owed, left)
        result.append((debt, share))
        left -= share
    result.append((debts[-1], left))
    return result
