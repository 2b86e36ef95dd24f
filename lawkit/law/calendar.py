"""`calendar.yaml`: the days on which a court or an office is closed."""

from datetime import date, timedelta
from functools import cache
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

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


class Calendar(Facts):
    """Closed days: of the week, of each year, counted from Easter, or named one by one.

    `notified_through` is the last day for which single days are known; `always` where the law itself names them all;
    absent, nothing is known of them, and a last day is provisional. A `local` calendar moves only the days before which
    nothing may be done, never a day by which the creditor must act.
    """

    title: dict[str, Text]
    ref: Text | tuple[Text, ...]
    source: Source
    closed_on: tuple[Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], ...] = ()
    every_year: dict[Annotated[str, AfterValidator(_day_of_year)], Text] = Field(default_factory=dict)
    easter: tuple[EasterDay, ...] = ()
    days: dict[IsoDate, Text] = Field(default_factory=dict)
    based_on: Text | None = None
    local: Flag = False
    notified_through: IsoDate | Literal["always"] | None = None
    checked: Checked | None = None
    standing: Literal["primary", "secondary"] | None = None
    doubt: Text | None = None
    note: Text | None = None


@cache
def _easter(year: int) -> date:
    from dateutil.easter import easter

    found: date = easter(year)
    return found


def why_closed(calendar: Calendar, day: date) -> str | None:
    """Return why the court is closed on a day by this calendar alone, or None."""
    if day in calendar.days:
        return calendar.days[day]
    name = calendar.every_year.get(f"{day:%m-%d}")
    if name is None:
        from_easter = day - _easter(day.year)
        name = next((each.name for each in calendar.easter if timedelta(days=each.days) == from_easter), None)
    if name is None and WEEKDAYS[day.weekday()] in calendar.closed_on:
        name = WEEKDAYS[day.weekday()]
    return name


def is_notified(calendar: Calendar, day: date) -> bool:
    """Return whether every closed day up to `day` is known."""
    through = calendar.notified_through
    return through == "always" or (isinstance(through, date) and day <= through)


def roll(calendars: tuple[Calendar, ...], day: date, direction: str) -> tuple[date, tuple[str, ...]]:
    """Return the next (or previous) open day at or after (before) `day`, and why each day passed over was closed."""
    passed = []
    step = ONE_DAY if direction == "next_open_day" else -ONE_DAY
    while (why := next((w for c in calendars if (w := why_closed(c, day))), None)) is not None:
        passed.append(f"{day.isoformat()} {why}")
        day += step
    return day, tuple(passed)
