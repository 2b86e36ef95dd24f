"""Days, months and half-years, counted the way statutes count them.

>>> parse_date("2026-11-22")
datetime.date(2026, 11, 22)
>>> add_months(date(2026, 1, 31), 1)
datetime.date(2026, 2, 28)
>>> half_year_start(date(2026, 11, 22))
datetime.date(2026, 7, 1)
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from lawkit.messages import say

ONE_DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1700, 2999
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def parse_date(text: object) -> date:
    """Return the date written `YYYY-MM-DD`; raise ValueError with a sentence otherwise."""
    if isinstance(text, date):
        return text
    if not isinstance(text, str) or not _ISO.fullmatch(text):
        raise ValueError(say("{text!r} is not a date written YYYY-MM-DD", text=text))
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ValueError(say("{text}: no such date", text=text)) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:  # a slip of the pen, and no room is left to count from it
        raise ValueError(
            say("{text}: its year is not between {first} and {last}", text=text, first=FIRST_YEAR, last=LAST_YEAR)
        )
    return day


def add_months(day: date, months: int) -> date:
    """Return the day with the same number `months` later, or the last day of that month if there is none.

    One step from the trigger: 31 January + 2 months is 31 March (General Clauses Act s. 3(35); CPC art. 641).
    """
    years, month0 = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month0 + 1
    if day.day <= 28:
        return date(year, month, day.day)
    return date(year, month, min(day.day, month_end(date(year, month, 1)).day))


def month_end(day: date) -> date:
    """Return the last day of the month of `day`."""
    return (date(day.year + 1, 1, 1) if day.month == 12 else date(day.year, day.month + 1, 1)) - ONE_DAY


def half_year_start(day: date) -> date:
    """Return 1 January or 1 July, whichever begins the half-year of `day`."""
    return date(day.year, 1 if day.month < 7 else 7, 1)


def next_half_year(day: date) -> date:
    """Return the first day of the half-year after the one of `day`."""
    return date(day.year, 7, 1) if day.month < 7 else date(day.year + 1, 1, 1)


def half_year_starts(start: date, end: date) -> Iterator[date]:
    """Yield each 1 January and 1 July strictly after `start` and before `end`."""
    day = next_half_year(start)
    while day < end:
        yield day
        day = next_half_year(day)
