"""The kind of rule that is a scale: court fees, the part of wages that may be attached, tariffs."""

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from lawkit.law.expressions import ValueDay
from lawkit.law.model import DatedValue, Rule
from lawkit.messages import say
from lawkit.reading import Amount, Facts, Flag, Rate, Text


def _fraction(value: object) -> Fraction:
    if isinstance(value, Fraction):
        return value
    try:
        return Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        raise ValueError(say("{value!r} is not a fraction such as 1/20", value=value)) from None


Part = Annotated[Fraction, BeforeValidator(_fraction)]


class Slab(Facts):
    """One slab: up to a bound (none: without end), a fixed `base`, a part or a percentage, or so much a step."""

    up_to: Amount | None = None
    base: Amount = Decimal(0)
    rate: Part | None = None
    percent: Rate | None = None
    step: Amount | None = None
    per_step: Amount | None = None
    part_counts: Flag = True

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        ways = [self.rate is not None, self.percent is not None, self.step is not None]
        if sum(ways) > 1 or (self.step is None) != (self.per_step is None):
            raise ValueError(say("a slab has one of rate, percent, or step with per_step"))
        return self


class Shift(Facts):
    """By how much every bound moves for each of something."""

    per: Literal["dependant"]
    by: Amount


class SlabsValue(DatedValue):
    """The scale from a date on; `known_from` is the least sum it is known for: below it nothing is guessed."""

    known_from: Amount | None = None

    rows: tuple[Slab, ...] = ()
    cap: Amount | None = None
    floor: Amount | None = None
    shift: Shift | None = None


class SlabsRule(Rule):
    """A scale of sums.

    `marginal`: each slab bears on the part of the sum within it. `flat`: the slab the sum falls in decides alone, its
    `base` plus its rate on what exceeds the slab below. `unit` is what the bounds count a year of, `used_per` what the
    answer is for. `leaves` names an amount that must be left of the sum. `state` says where it holds; `mode: user` ships no
    figures but an estimate, which must be confirmed.
    """

    kind: Literal["slabs"]
    applies: Literal["marginal", "flat"]
    unit: Text
    bounds_per: Literal["case", "year", "month"] = "case"
    used_per: Literal["case", "year", "month"] = "case"
    leaves: Text | None = None
    state: Text | None = None
    mode: Literal["table", "user"] = "table"
    round_to: Amount | None = None
    rounding: Literal["up", "half_up", "down"] = "half_up"
    claimed: Flag = False
    values: dict[ValueDay, SlabsValue] = Field(min_length=1)

    @model_validator(mode="after")
    def _ascends(self) -> Self:
        for day, value in self.values.items():
            bounds = [row.up_to for row in value.rows]
            if None in bounds[:-1] or sorted(b for b in bounds if b is not None) != [
                b for b in bounds if b is not None
            ]:
                raise ValueError(say("the slabs of {day} do not ascend", day=day))
        return self
