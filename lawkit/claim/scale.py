"""A sum by a scale: court fees, tariffs, the part of wages that may be attached, slab by slab.

Bounds that count by the year are divided by twelve for a monthly answer, cent by cent; nothing else is rounded on the way.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_UP, Decimal

from lawkit.errors import LawkitError
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.model import AmountValue
from lawkit.law.slabs import Slab, SlabsRule, SlabsValue
from lawkit.messages import say
from lawkit.money import round_half_up

ZERO = Decimal("0.00")
_MONTHS = {"case": 1, "month": 1, "year": 12}
_ROUND = {"up": ROUND_CEILING, "half_up": ROUND_HALF_UP, "down": ROUND_DOWN}


class NoScale(LawkitError):
    """A scale whose figures are not shipped: the amount is the user's to enter."""


@dataclass(frozen=True, slots=True)
class SlabLine:
    """One slab as it bore on the sum: what of the sum stood in it, and what that gives, unrounded."""

    above: Decimal
    up_to: Decimal | None
    portion: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Scaled:
    """What a scale gives for a sum; `estimate` where the figures must be confirmed before they are used.

    `cut` says what the result was cut by: `cap`, `floor`, `leaves` (what must be left of the sum), or nothing.
    """

    rule: str
    on: Decimal
    lines: tuple[SlabLine, ...]
    amount: Decimal
    cut: str
    estimate: bool


def by_scale(law: Jurisdiction, name: str, amount: Decimal, day: date, count: int = 0) -> Scaled:
    """Return what the scale gives for a sum on a day; `count` moves its bounds (dependants).

    Raise NoScale where no figures are shipped, RuleNotInForce before the first scale.
    """
    rule = law.rule(name, SlabsRule)
    value = law.value_on(name, day)
    assert isinstance(value, SlabsValue)
    if not value.rows:
        raise NoScale(say("{rule}: no scale is shipped; ask the registry and enter the amount", rule=name))
    if value.known_from is not None and amount < value.known_from:
        raise NoScale(
            say(
                "{rule}: no scale is known below {least}; ask the registry and enter the amount",
                rule=name,
                least=value.known_from,
            )
        )
    bounds = _bounds(rule, value, count)
    lines = _flat(value.rows, bounds, amount) if rule.applies == "flat" else _marginal(value.rows, bounds, amount)
    total = sum((line.amount for line in lines), Decimal(0))
    cut = ""
    if value.cap is not None and total > value.cap:
        total, cut = value.cap, "cap"
    if value.floor is not None and total < value.floor:
        total, cut = value.floor, "floor"
    if rule.leaves is not None:
        left = law.value_on(rule.leaves, day)
        assert isinstance(left, AmountValue) and left.value is not None
        if amount - total < left.value:
            total, cut = max(amount - left.value, Decimal(0)), "leaves"
    if rule.round_to is not None:
        total = (total / rule.round_to).to_integral_value(_ROUND[rule.rounding]) * rule.round_to
    return Scaled(name, amount, tuple(lines), round_half_up(total), cut, rule.mode == "user")


def _bounds(rule: SlabsRule, value: SlabsValue, count: int) -> list[Decimal | None]:
    """Return the upper bound of each slab, moved for what is counted, and divided where the answer is for a month."""
    parts = Decimal(_MONTHS[rule.bounds_per]) / _MONTHS[rule.used_per]
    moved = value.shift.by * count if value.shift else Decimal(0)
    bounds: list[Decimal | None] = []
    for row in value.rows:
        bound = None if row.up_to is None else row.up_to + moved
        bounds.append(bound if bound is None or parts == 1 else round_half_up(bound / parts))
    return bounds


def _marginal(rows: tuple[Slab, ...], bounds: list[Decimal | None], amount: Decimal) -> list[SlabLine]:
    lines = []
    below = Decimal(0)
    for row, bound in zip(rows, bounds, strict=True):
        if amount <= below:
            break
        portion = amount - below if bound is None else min(amount, bound) - below
        lines.append(SlabLine(below, bound, portion, row.base + _of(row, portion)))
        if bound is None:
            break
        below = bound
    return lines


def _flat(rows: tuple[Slab, ...], bounds: list[Decimal | None], amount: Decimal) -> list[SlabLine]:
    below = Decimal(0)
    for row, bound in zip(rows, bounds, strict=True):
        if bound is None or amount <= bound:
            return [SlabLine(below, bound, amount - below, row.base + _of(row, amount - below))]
        below = bound
    raise NoScale(say("the scale is known up to {bound}, and {amount} is more", bound=below, amount=amount))


def _of(row: Slab, portion: Decimal) -> Decimal:
    if row.rate is not None:
        return portion * row.rate.numerator / row.rate.denominator
    if row.percent is not None:
        return portion * row.percent / 100
    if row.step is not None and row.per_step is not None:
        steps = (portion / row.step).to_integral_value(ROUND_CEILING if row.part_counts else ROUND_DOWN)
        return steps * row.per_step
    return Decimal(0)
