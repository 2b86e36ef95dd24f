"""The rules of a pack: what every rule has, and the kinds about money, questions and wording.

`docs/pack-format.md` shows each in YAML; periods and what moves them stand in `periods`, scales in `slabs`.

A rule is dated values with a source. `values` maps the first day of each value (`start`: as far
back as the reference goes) to the value; `DATE: {ended: reason}` ends the rule.
"""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any, Literal, Self

from pydantic import Field, ValidationInfo, model_validator

from lawkit.law.expressions import (
    Answer,
    Base,
    DayExpr,
    Level,
    Method,
    OptionRef,
    PartOfDebt,
    Per,
    RateExpr,
    Step,
    Trigger,
    ValueDay,
)
from lawkit.messages import say
from lawkit.reading import Amount, Count, Facts, Flag, IsoDate, Rate, Text


class Choice(Facts):
    """One way an option can be answered."""

    title: dict[str, Text]
    authority: Text | None = None


class Option(Facts):
    """A choice the law leaves open: its default with the authority for it, and the others."""

    title: dict[str, Text]
    default: Text
    choices: dict[str, Choice]

    @model_validator(mode="after")
    def _default_is_a_choice(self) -> Self:
        if self.default not in self.choices:
            raise ValueError(say("the default {default} is not among the choices", default=self.default))
        return self


class Source(Facts):
    """Where a value comes from: an act of `sources.yaml` and the provision in it."""

    act: Text
    provision: Text = ""
    note: Text | None = None


class Checked(Facts):
    """When and against what a rule was read."""

    on: IsoDate
    against: Text
    note: Text | None = None


class DatedValue(Facts):
    """What every dated value may carry."""

    source: Source | None = None
    checked: Checked | None = None
    standing: Literal["primary", "secondary"] | None = None
    doubt: Text | None = None
    note: Text | None = None
    ended: Text | None = None

    @model_validator(mode="after")
    def _has_source(self) -> Self:
        if self.ended is None and self.source is None:
            raise ValueError(say("a value needs its source"))
        return self


class Rule(Facts):
    """What every rule has. Subclasses add the keys of their kind."""

    kind: str
    title: dict[str, Text]
    ref: Text | tuple[Text, ...]
    per: Per = "matter"
    dated_by: Trigger | None = None
    applies_if: tuple[Text, ...] = ()
    source: Source | None = None
    checked: Checked | None = None
    standing: Literal["primary", "secondary"] | None = None
    doubt: Text | None = None
    note: Text | None = None
    options: dict[str, Option] = Field(default_factory=dict)
    if_missed: Text | None = None

    @cached_property
    def dated(self) -> dict[date, DatedValue]:
        """The dated values in order; a rule without `values` has one, from its `source`, since the beginning."""
        values: dict[date, DatedValue] | None = getattr(self, "values", None)
        return values or {date.min: DatedValue(source=self.source)}

    @cached_property
    def option_refs(self) -> frozenset[str]:
        """The options that the rule's own keys refer to."""
        return frozenset(_option_refs(vars(self)))

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        values = getattr(self, "values", None)
        if values is not None:
            if list(values) != sorted(values):
                raise ValueError(say("the dates of the values do not ascend"))
            live = [value for value in values.values() if value.ended is None]
            selected = self.dated_by or getattr(self, "selected_by", None)
            if live and len(values) > 1 and selected is None and self.kind != "series":
                raise ValueError(say("a rule with several dated values needs dated_by"))
        elif self.source is None:
            raise ValueError(say("a rule needs a source"))
        missing = sorted(ref for ref in self.option_refs - set(self.options) if "." not in ref)
        if missing:
            raise ValueError(say("the option {name} is used and not described under options", name=missing[0]))
        return self


def _option_refs(value: object) -> Iterator[str]:
    if isinstance(value, OptionRef):
        yield value.option
        return
    inner = vars(value) if isinstance(value, Facts) else value
    for item in inner.values() if isinstance(inner, dict) else inner if isinstance(inner, (tuple, list)) else ():
        if isinstance(item, (Facts, dict, tuple, list)):
            yield from _option_refs(item)


# --- series -----------------------------------------------------------------------------------


class SeriesValue(DatedValue):
    """One row of a published series: a value, or one a column; `until` where its span is published."""

    value: Rate | None = None
    columns: dict[str, Rate] = Field(default_factory=dict)
    until: IsoDate | None = None


class SeriesRule(Rule):
    """A published rate by effective date."""

    kind: Literal["series"]
    unit: Text
    columns: tuple[Text, ...] = ()
    renews: Literal["half_yearly", "none"]
    verified_through: IsoDate
    values: dict[ValueDay, SeriesValue]

    @model_validator(mode="after")
    def _rows_are_whole(self) -> Self:
        for day, row in self.values.items():
            if row.ended is None and (
                set(row.columns) != set(self.columns) or (not self.columns and row.value is None)
            ):
                raise ValueError(say("the row of {day} has not one value a column", day=day))
        return self


# --- interest ---------------------------------------------------------------------------------


class InterestValue(DatedValue):
    """The rate from a date on."""

    rate: RateExpr | None = None


class InterestRule(Rule):
    """Interest on a sum: from when, at what rate, by which method.

    `ends` is the day from which nothing more is earned, but where all of `runs_on_if` hold; `capitalises_from` the day
    from which interest due for a whole year is added to the sum; `selected_by` the day that selects the value where it is
    not the first day; `ceiling` an amount rule that a stated rate should not exceed.
    """

    kind: Literal["interest"]
    per: Literal["invoice", "judgment"]
    base: Base
    method: Method | OptionRef
    starts: DayExpr
    ends: DayExpr | None = None
    runs_on_if: tuple[Text, ...] = ()
    selected_by: DayExpr | None = None
    ceiling: Text | None = None
    capitalises_from: DayExpr | None = None
    first_day: Literal["counted", "not_counted"] = "counted"
    last_day: Literal["counted", "not_counted"] = "counted"
    day_count: Text | OptionRef = "actual_365"
    rate_day: Text | OptionRef = "own_day"
    rounding: Text
    rate: RateExpr | None = None
    values: dict[ValueDay, InterestValue] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _one_rate(cls, data: Any, info: ValidationInfo) -> Any:
        if isinstance(data, dict) and "rate" in data and "values" not in data:
            data = {**data, "values": {"start": {"rate": data["rate"], "source": data.get("source")}}}
        return data


# --- sums -------------------------------------------------------------------------------------


class AmountValue(DatedValue):
    """A sum, or a percentage, from a date on.

    `threshold` is what a percentage begins above on one payment, `yearly_threshold` on those of a financial year together;
    either suffices. `form_name` is the certificate that evidences it.
    """

    value: Amount | None = None
    threshold: Amount | None = None
    yearly_threshold: Amount | None = None
    form_name: Text | None = None


class AmountRule(Rule):
    """A sum fixed by law, claimed once for each of what the rule counts by, a proportion of one, or a percentage.

    A proportion is `of` × `numerator` / `denominator`, and is the other side's to bear once the period `within` is over. A
    percentage is a rate on `of`, such as tax the debtor deducts, once a threshold of its value is passed: on the whole, or on
    the excess over it (`above`).
    """

    kind: Literal["amount"]
    method: Literal["fixed_sum", "proportion", "percentage"] = "fixed_sum"
    of: Literal["input_tax_credit", "taxable"] | None = None
    above: Literal["whole", "excess"] = "whole"
    numerator: Literal["unpaid"] | None = None
    denominator: Literal["value_and_tax"] | None = None
    within: Text | None = None
    unit: Text
    due_when: Literal["overdue"] = "overdue"
    claimed: Flag = True
    values: dict[ValueDay, AmountValue]


# --- questions and choices --------------------------------------------------------------------


class TestCase(Facts):
    """An answer and the conditions that give it, all of them."""

    when: tuple[Text, ...] = ()
    answer: Answer
    source: Source | None = None
    note: Text | None = None


class TestRule(Rule):
    """A question of law, answered by the first case whose conditions all hold."""

    kind: Literal["test"]
    cases: tuple[TestCase, ...]
    otherwise: Answer = "no"


class Branch(Facts):
    """A rule or a day, and when it applies: its conditions hold, and the rule's options are set as `elected` says.

    `source` is what the branch rests on where it names no rule, such as the agreement of the parties.
    """

    when: tuple[Text, ...] = ()
    elected: dict[Text, Text] = Field(default_factory=dict)
    rule: Text | None = None
    day: DayExpr | None = None
    source: Source | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _one_result(self) -> Self:
        if (self.rule is None) == (self.day is None):
            raise ValueError(say("a branch gives either a rule or a day"))
        return self


class ChoiceRule(Rule):
    """Which of several rules or days applies: the first branch whose conditions hold.

    A disputed condition takes the branch or leaves it, as the option named in `if_disputed` says.
    """

    kind: Literal["choice"]
    ordered: tuple[Branch, ...] = Field(min_length=1)
    if_disputed: OptionRef | Literal["take", "leave"] = "leave"

    @model_validator(mode="after")
    def _elections_are_described(self) -> Self:
        for branch in self.ordered:
            for name, choice in branch.elected.items():
                if name not in self.options or choice not in self.options[name].choices:
                    raise ValueError(say("the option {name}: {choice} is not described", name=name, choice=choice))
        return self


class AppropriationRule(Rule):
    """To which debt a payment goes (`across`), and to what of it (`within`), in order.

    `picked_in_full` names the rule that lets a debtor pick a debt only by paying it in full.
    """

    kind: Literal["appropriation"]
    across: tuple[Step, ...]
    picked_in_full: Text | None = None
    within: tuple[PartOfDebt, ...] | OptionRef


class RoundingRule(Rule):
    """When amounts are rounded; always half-up to the hundredth."""

    kind: Literal["rounding"]
    when: Text | OptionRef
    places: Count = 2


# --- wording and statements -------------------------------------------------------------------


class WordingExamples(Facts):
    """Sentences the rule must catch, and sentences it must let pass."""

    match: tuple[Text, ...] = Field(min_length=1)
    no_match: tuple[Text, ...] = Field(min_length=1)


class WordingRule(Rule):
    """What a finished paper must not say (`phrases`) or must say (`required`), as regular expressions.

    Texts are compared in lower case, accents stripped, spaces and apostrophes normalised, sentence by sentence;
    a sentence that also matches one of `unless` is not a hit.
    """

    kind: Literal["wording"]
    level: Level
    applies_to: tuple[Text, ...] = ("all",)
    excepted: tuple[Text, ...] = ()
    if_fact: tuple[Text, ...] = ()
    phrases: tuple[Text, ...] = ()
    required: tuple[Text, ...] = ()
    unless: tuple[Text, ...] = ()
    say_instead: Text | None = None
    examples: WordingExamples

    @model_validator(mode="after")
    def _one_sort(self) -> Self:
        if bool(self.phrases) == bool(self.required):
            raise ValueError(say("a wording rule has either phrases or required, not both"))
        return self


class StatementValue(DatedValue):
    """What a statement says from a date on; `text` is wording the law prescribes, by language, with named blanks."""

    text: dict[str, Text] = Field(default_factory=dict)


class StatementRule(Rule):
    """A rule of law that papers cite or screens show; nothing is computed from it."""

    kind: Literal["statement"]
    values: dict[ValueDay, StatementValue] = Field(default_factory=dict)

    @property
    def dated(self) -> dict[date, DatedValue]:
        return dict(self.values) or {date.min: DatedValue(source=self.source)}
