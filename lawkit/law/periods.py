"""The kinds of rule about time: periods, what begins a period anew, what is left out of it."""

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from lawkit.law.expressions import Counting, DayExpr, EntryKind, Roll, Unit, Use, ValueDay
from lawkit.law.model import DatedValue, Rule, Source
from lawkit.messages import say
from lawkit.reading import Count, Facts, Flag, IsoDate, Text


class PeriodValue(DatedValue):
    """A number of the rule's unit."""

    value: Count | None = None


class Addition(Facts):
    """A conditional extension of a period, such as one for distance: added before the last day is moved."""

    when: tuple[Text, ...]
    value: Count
    unit: Unit
    source: Source | None = None
    note: Text | None = None


class PeriodRule(Rule):
    """A time within which, or after which, something is done.

    `met_by` names the day on which it was done; a day before the first one that the period `not_before` allows does not
    meet it. `diarised: no` keeps a step of another rule out of the diary. The safe day
    of a time to sue counts from `safe_from`, where that is another day than the one it runs from.
    `to_month_end` and `to_year_end` carry the last day to the end of its month or year.
    """

    kind: Literal["period"]
    unit: Unit
    runs_from: DayExpr
    direction: Literal["forward", "backward"] = "forward"
    counting: Counting = "exclude_first_day"
    adds: tuple[Addition, ...] = ()
    to_month_end: Flag = False
    to_year_end: Flag = False
    if_closed: Roll = "stays"
    calendar: Text | None = None
    use: Use = "must_act_by"
    extendable: Flag = False
    met_by: DayExpr | None = None
    not_before: Text | None = None
    safe_from: DayExpr | None = None
    diarised: Flag = True
    values: dict[ValueDay, PeriodValue]


class RestartRule(Rule):
    """An event that begins a period anew, for the whole of it, if it comes before the period is over.

    `on` is the kind of entry and `where` the values of its fields that count. `requires` are fields that must be
    yes: without one the event is shown and not counted; `unproved_where` are values that keep it from being proved, and
    `unproved` says why: it is shown and not counted. `doubtful_where` and `doubtful_when` make it doubtful: shown,
    counted in the outer date only. `lasts_until` keeps the period from running until an entry that names this one, `until`
    until the day in a field of its own; `erased_by` takes the effect away, as if it had not happened, and so do the values
    of its own fields in `erased_where`. `past_long_stop`: it carries the period past the long stop.
    """

    kind: Literal["restart"]
    on: EntryKind
    where: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    day: Text = "on"
    requires: tuple[Text, ...] = ()
    unproved_where: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    unproved: Text | None = None
    doubtful_where: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    doubtful_when: tuple[Text, ...] = ()
    lasts_until: tuple["Closing", ...] = ()
    until: Text | None = None
    erased_by: tuple["Closing", ...] = ()
    erased_where: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    condition: Literal["before_expiry"] = Field(default="before_expiry", alias="if")
    gives: Literal["full_period"] = "full_period"
    scope: Literal["that_debt_and_debtor", "that_debt_all_debtors", "all_debts"] = "that_debt_and_debtor"
    past_long_stop: Flag = False
    applies_to: tuple[Text, ...]

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if bool(self.unproved_where) != bool(self.unproved):
            raise ValueError(say("unproved_where and unproved, which says why, go together"))
        return self


class Closing(Facts):
    """An entry that names another and ends, or takes away, its effect."""

    entry: EntryKind
    where: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    day: Text = "on"


class Floor(Facts):
    """The least a period may have left: `days` from a day, that day counted or not."""

    days: Count
    from_: IsoDate = Field(alias="from")
    counting: Counting = "include_first_day"


class ExclusionRule(Rule):
    """Time that is left out of a period.

    `window_with_floor`: the days from `from` to `to`, with a floor for what is left after them. `interval`: the days
    from an entry (its field `day`) to the entry that ends it, or a fixed time that it `lasts`; `least_after` is what is left
    at least when it ends, `at_most` the period that the days left out never pass, the first whose `where` the entry fits.
    `restart_doubt` says why an event in a window, in time by that window alone, is doubtful.
    """

    kind: Literal["exclusion"]
    method: Literal["window_with_floor", "interval"]
    from_: IsoDate | None = Field(default=None, alias="from")
    to: IsoDate | None = None
    floor: Floor | None = None
    on: EntryKind | None = None
    where: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    day: Text = "on"
    until: Text | None = None
    ends: tuple[Closing, ...] = ()
    lasts: "Least | None" = None
    least_after: "Least | None" = None
    at_most: tuple["AtMost", ...] = ()
    restart_doubt: Text | None = None
    readings: tuple[Literal["safe", "outer"], ...] = ("safe", "outer")
    applies_to: tuple[Text, ...]

    @model_validator(mode="after")
    def _is_one_of_two(self) -> Self:
        window = (self.from_, self.to, self.floor)
        if self.method == "window_with_floor" and None in window:
            raise ValueError(say("a window needs from, to and floor"))
        if self.method == "interval" and self.on is None:
            raise ValueError(say("an interval needs the kind of entry that begins it"))
        return self

    @property
    def window(self) -> tuple[date, date, Floor]:
        """The first and the last day of the window, and its floor."""
        assert self.from_ and self.to and self.floor
        return self.from_, self.to, self.floor


class Least(Facts):
    """A time: what is left of a period at least when excluded time ends, or how long that lasts."""

    value: Count
    unit: Unit


class AtMost(Facts):
    """The period that bounds what an entry leaves out, where its fields have these values."""

    period: Text
    where: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)


RestartRule.model_rebuild()
ExclusionRule.model_rebuild()
