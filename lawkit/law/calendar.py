"""`calendar.yaml`: the days on which a court or an office is closed."""

from datetime import date, timedelta
from functools import cache
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from lawkit.dates import ONE_DAY
from lawkit.law.model import Checked, Source
from lawkit.messages import say
from lawkit.reading import Facts, Flag, IsoDate, Text

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _day_of_year(text: str) -> str:
    try:
        date.fromisoformat(f"2024-{text}")
    except ValueError:
        raise ValueError(say("{text!r} is not a day of the year written MM-DD", text=text)) from None
    return text


class EasterDay(Facts):
    """A day counted from Easter Sunday."""

    days: Annotated[int, Field(ge=-60, le=60)]
    name: Text


class Vacation(Facts):
    """Days from one to another on which a court does not sit; where its registry accepts filings it is not closed."""

    from_: IsoDate = Field(alias="from")
    to: IsoDate
    name: Text
    registry_open: Flag = False

    @model_validator(mode="after")
    def _has_days(self) -> Self:
        if self.to < self.from_:
            raise ValueError(say("{later} is before {earlier}", later=self.to, earlier=self.from_))
        return self


class CourtYear(Facts):
    """What a court notified for one year: its closed days and vacations, with where that stands."""

    source: Source
    days: dict[IsoDate, Text] = Field(default_factory=dict)
    vacations: tuple[Vacation, ...] = ()
    checked: Checked | None = None
    note: Text | None = None


def _year(text: str) -> str:
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise ValueError(say("{text!r} is not a year written YYYY", text=text))
    return text


class Calendar(Facts):
    """Closed days: of the week, of each month, of each year, counted from Easter, named one by one, or notified by year.

    `saturdays` are the Saturdays of a month, by number, on which the court is closed. A year that stands in `years` is
    known whole. `notified_through` is the last day for which single days are known; `always` where the law itself names them all;
    absent, nothing is known of them, and a last day is provisional. A `local` calendar moves only the days before which
    nothing may be done, never a day by which the creditor must act. `postcodes` are the first digits of those of the overseas
    territory whose court's calendar it is.
    """

    title: dict[str, Text]
    ref: Text | tuple[Text, ...]
    source: Source
    closed_on: tuple[Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], ...] = ()
    every_year: dict[Annotated[str, AfterValidator(_day_of_year)], Text] = Field(default_factory=dict)
    easter: tuple[EasterDay, ...] = ()
    days: dict[IsoDate, Text] = Field(default_factory=dict)
    saturdays: tuple[Literal["1", "2", "3", "4", "5"], ...] = ()
    years: dict[Annotated[str, AfterValidator(_year)], CourtYear] = Field(default_factory=dict)
    based_on: Text | None = None
    local: Flag = False
    postcodes: tuple[Text, ...] = ()
    notified_through: IsoDate | Literal["always"] | None = None
    checked: Checked | None = None
    standing: Literal["primary", "secondary"] | None = None
    doubt: Text | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _days_are_of_their_year(self) -> Self:
        for year, notified in self.years.items():
            for day in (*notified.days, *(day for v in notified.vacations for day in (v.from_, v.to))):
                if day.year != int(year):
                    raise ValueError(say("{day} is not a day of {year}", day=day, year=year))
        return self


@cache
def _easter(year: int) -> date:
    from dateutil.easter import easter

    found: date = easter(year)
    return found


def why_closed(calendar: Calendar, day: date) -> str | None:
    """Return why the court is closed on a day by this calendar alone, or None."""
    if day in calendar.days:
        return calendar.days[day]
    name = calendar.every_year.get(day.isoformat()[5:]) or _notified(calendar, day)
    if name is None and calendar.easter:
        from_easter = day - _easter(day.year)
        name = next((each.name for each in calendar.easter if timedelta(days=each.days) == from_easter), None)
    if name is None and WEEKDAYS[day.weekday()] in calendar.closed_on:
        name = WEEKDAYS[day.weekday()]
    if name is None and day.weekday() == 5 and str((day.day + 6) // 7) in calendar.saturdays:
        name = say("Saturday {number} of the month", number=(day.day + 6) // 7)
    return name


def _notified(calendar: Calendar, day: date) -> str | None:
    """Return why the court is closed on a day by what it notified for the year."""
    notified = calendar.years.get(str(day.year))
    if notified is None:
        return None
    vacations = [v.name for v in notified.vacations if v.from_ <= day <= v.to and not v.registry_open]
    return notified.days.get(day) or next(iter(vacations), None)


def is_notified(calendar: Calendar, day: date) -> bool:
    """Return whether every closed day up to `day` is known."""
    through = calendar.notified_through
    if str(day.year) in calendar.years:
        return True
    return through == "always" or (isinstance(through, date) and day <= through)


def roll(calendars: tuple[Calendar, ...], day: date, direction: str) -> tuple[date, tuple[str, ...]]:
    """Return the next (or previous) open day at or after (before) `day`, and why each day passed over was closed."""
    passed = []
    step = ONE_DAY if direction == "next_open_day" else -ONE_DAY
    while (why := next((w for c in calendars if (w := why_closed(c, day))), None)) is not None:
        passed.append(f"{day.isoformat()} {why}")
        day += step
    return day, tuple(passed)
