"""`stages.yaml`: the recovery ladder, step by step."""

from typing import Literal

from pydantic import Field

from lawkit.law.expressions import DayExpr
from lawkit.law.model import Source
from lawkit.reading import Count, Facts, Flag, Text


class Wait(Facts):
    """The time an office waits before a step, from a day; practice, unless a source is given."""

    value: Count
    unit: Literal["day", "month"] = "day"
    since: DayExpr


class Stage(Facts):
    """A step of the ladder: what it drafts, what comes before it, how long one waits, what ends it.

    It is done when `done_by` has a day, may be left out when one of the `skips` conditions holds, and is closed when one of
    `closes` does. A stage that `comes_first` goes before every other that is open; one that `goes_on` is open again after it
    was done, until something closes it. One taken `per` cheque is a step for each cheque, and leaves out no other stage; the
    periods of `not_after` close it once they are over, or are told where the court may still allow it.
    """

    title: dict[str, Text]
    order: Count
    documents: tuple[Text, ...] = ()
    when: tuple[Text, ...] = ()
    after: tuple[Text, ...] = ()
    waits: Wait | None = None
    until: Wait | None = Field(default=None, description="the time after which it is left out")
    per: Literal["matter", "cheque"] = "matter"
    not_after: tuple[Text, ...] = Field(default=(), description="period rules in whose time it is taken, or not at all")
    not_before: tuple[Text, ...] = Field(default=(), description="period rules that must be over")
    done_by: DayExpr | None = None
    skips: tuple[Text, ...] = ()
    closes: tuple[Text, ...] = ()
    comes_first: Flag = False
    goes_on: Flag = False
    ref: Text | tuple[Text, ...] = ()
    source: Source | None = None
    note: Text | None = None
