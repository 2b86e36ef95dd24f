"""Days, rates and options as packs write them, and the types of names from the closed lists."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from lawkit import vocabulary
from lawkit.dates import parse_date
from lawkit.messages import say
from lawkit.reading import Facts, Flag, Rate, ReadBy, Text


def one_of(names: Any, what: str) -> Any:
    """Return the type of a text that must be one of `names`."""

    def check(value: object) -> str:
        if value not in names:
            from lawkit.errors import unknown

            raise ValueError(unknown(what, str(value), tuple(names)))
        return str(value)

    return Annotated[str, BeforeValidator(check)]


def _value_day(value: object) -> date:
    return date.min if value == "start" else parse_date(value)


ValueDay = Annotated[date, BeforeValidator(_value_day)]
Level: Any = one_of(vocabulary.LEVELS, "level")
Answer: Any = one_of(vocabulary.ANSWERS, "answer")
Trigger: Any = one_of(vocabulary.TRIGGERS, "fact that can trigger")
Per: Any = one_of(vocabulary.PER, "unit a rule counts by")
Unit: Any = one_of(vocabulary.UNITS, "unit of time")
Counting: Any = one_of(vocabulary.COUNTINGS, "way to count")
Roll: Any = one_of(vocabulary.IF_CLOSED, "roll")
Use: Any = one_of(vocabulary.USES, "use of a period")
EntryKind: Any = one_of(vocabulary.ENTRY_KINDS, "kind of entry")
Base: Any = one_of(vocabulary.BASES, "base")
Method: Any = one_of(vocabulary.METHODS, "method of interest")
Step: Any = one_of(vocabulary.APPROPRIATION_STEPS, "step of appropriation")
BasisOfInterest: Any = one_of(vocabulary.BASES_OF_INTEREST, "basis of interest")
PartOfDebt: Any = one_of(vocabulary.APPLIED_TO, "part of a debt")


class OptionRef(Facts):
    """A place a rule leaves open: the option that fills it, of the same rule or, as `RULE.OPTION`, of another."""

    option: Text


class EndOf(Facts):
    """The last day of a period rule; `rolled: no` where closed days at its end do not carry over to what is counted from it."""

    end_of: Text
    rolled: Flag = True


class DayAfter(Facts):
    """The day after a day."""

    day_after: "DayExpr"


class Earliest(Facts):
    """The earliest of several days, those unknown left out."""

    earliest: tuple["DayExpr", ...] = Field(min_length=1)


class Latest(Facts):
    """The latest of several days, those unknown left out."""

    latest: tuple["DayExpr", ...] = Field(min_length=1)


class FirstKnown(Facts):
    """The first of several days that is known."""

    first_known: tuple["DayExpr", ...] = Field(min_length=1)


class Readings(Facts):
    """A day the law leaves in two readings: last days count from the early one, not-before days from the late one."""

    early: "DayExpr"
    late: "DayExpr"


class Named(Facts):
    """An entry that another names: its kind, and the values of its fields that count."""

    event: EntryKind
    where: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)


class Event(Facts):
    """A day of an entry: of the one the rule is asked about, else of the first or last that fits `where`.

    `of` is the entry it must name: the summons of a summary suit, not of another. One that names none counts where every
    entry it could name fits.
    """

    event: EntryKind
    day: Text = "on"
    where: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    of: Named | None = None
    pick: Literal["first", "last"] = "first"


class Each(Facts):
    """A day asked of each invoice or cheque: the first of them, or the last; those not known left out."""

    each: Literal["invoice", "cheque"]
    day: "DayExpr"
    pick: Literal["first", "last"] = "first"


class Received(Facts):
    """The day the addressee had one of these papers, in two readings where service is deemed."""

    received: tuple[Text, ...] = Field(min_length=1)


class Dispatch(Facts):
    """The day one of these papers was first sent."""

    dispatched: tuple[Text, ...] = Field(min_length=1)


_DAY_MODELS: dict[str, type[Facts]] = {
    "end_of": EndOf,
    "day_after": DayAfter,
    "earliest": Earliest,
    "latest": Latest,
    "first_known": FirstKnown,
    "early": Readings,
    "each": Each,
    "event": Event,
    "received": Received,
    "dispatched": Dispatch,
}


def _day_expression(value: object) -> Any:
    if isinstance(value, str):
        if value not in vocabulary.TRIGGERS:
            from lawkit.errors import unknown

            raise ValueError(unknown("fact that can trigger", value, tuple(vocabulary.TRIGGERS)))
        return value
    if isinstance(value, dict):
        for key, model in _DAY_MODELS.items():
            if key in value:
                return model.model_validate(value)
        raise ValueError(
            say("{key} is not a way to name a day; use {known}", key=", ".join(value), known=", ".join(_DAY_MODELS))
        )
    if isinstance(value, tuple(_DAY_MODELS.values())):
        return value
    raise ValueError(say("a fact, or one of {known} is expected here", known=", ".join(_DAY_MODELS)))


DayExpr = Annotated[
    str | EndOf | DayAfter | Earliest | Latest | FirstKnown | Readings | Each | Event | Received | Dispatch,
    ReadBy(_day_expression),
]
for _model in (DayAfter, Earliest, Latest, FirstKnown, Readings, Each):
    _model.model_rebuild()


def parts_of(expression: Any) -> tuple[Any, ...]:
    """Return the days an expression is made of, itself left out."""
    if isinstance(expression, DayAfter):
        return (expression.day_after,)
    if isinstance(expression, Each):
        return (expression.day,)
    if isinstance(expression, Earliest):
        return expression.earliest
    if isinstance(expression, Latest):
        return expression.latest
    if isinstance(expression, FirstKnown):
        return expression.first_known
    if isinstance(expression, Readings):
        return (expression.early, expression.late)
    return ()


class Floor(Facts):
    """The least a contract rate may be: `times` a series on the first day of each half-year."""

    series: Text
    column: Text | None = None
    times: Rate = Decimal(1)
    per: Literal["half_year"]
    below: OptionRef


class ContractRate(Facts):
    """The rate the contract or the judgment names, or one claimed with its evidence, and points added to it.

    Of a judgment: `judgment` is its rate of further interest, `pendente_lite` the one up to it, `current_rate` the current
    rate of interest on its day, which the user evidences.
    """

    from_: Literal["contract", "evidence", "judgment", "pendente_lite", "current_rate"] = Field(alias="from")
    floor: Floor | None = None
    plus: Rate = Decimal(0)


class Raise(Facts):
    """Points added to a rate from a day on."""

    by: Rate
    from_: "DayExpr" = Field(alias="from")


class SeriesRate(Facts):
    """A published series, times and plus what the law adds; `raised` from a day on."""

    series: Text
    column: Text | None = None
    at: Text | OptionRef = "each_day"
    times: Rate = Decimal(1)
    plus: Rate = Decimal(0)
    raised: Raise | None = None


class FixedRate(Facts):
    """A rate the law itself names."""

    fixed: Rate


class FirstOf(Facts):
    """The first of several rates whose facts are there."""

    first_of: tuple["RateExpr", ...] = Field(min_length=1)


def _rate_expression(value: object) -> Any:
    if isinstance(value, dict):
        for key, model in (("from", ContractRate), ("series", SeriesRate), ("fixed", FixedRate), ("first_of", FirstOf)):
            if key in value:
                return model.model_validate(value)
    if isinstance(value, (ContractRate, SeriesRate, FixedRate, FirstOf)):
        return value
    raise ValueError(say("a rate is one of: from, series, fixed, first_of"))


RateExpr = Annotated[ContractRate | SeriesRate | FixedRate | FirstOf, ReadBy(_rate_expression)]
FirstOf.model_rebuild()
