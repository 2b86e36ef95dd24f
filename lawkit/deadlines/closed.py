"""A last day moved by closed days, and a working day to finish by."""

from datetime import date

from lawkit.dates import ONE_DAY
from lawkit.facts.days import calendars_for
from lawkit.facts.subject import Subject
from lawkit.law.calendar import Calendar, is_notified, roll
from lawkit.law.periods import PeriodRule
from lawkit.messages import say


def rolled_day(
    rule: PeriodRule, day: date, subject: Subject, *, waiting: bool = False
) -> tuple[date, tuple[str, ...], bool]:
    """Return the day after closed days, why days were passed over, and whether it is provisional."""
    direction = "next_open_day" if waiting and rule.if_closed != "stays" else rule.if_closed
    if direction == "stays":
        return day, (), False
    calendars = calendars_for(rule, subject, waiting=waiting)
    rolled, passed = roll(calendars, day, direction)
    provisional = not calendars or not all(is_notified(calendar, rolled) for calendar in calendars)
    words = (say("closed: {days}; so {day}", days=", ".join(passed), day=rolled.isoformat()),) if passed else ()
    return rolled, words, provisional


def calendar_note(rule: PeriodRule, subject: Subject, provisional: bool) -> tuple[str, ...]:
    if not provisional:
        return ()
    return (
        say(
            "the closed days of the court are not all known: if it is closed on the last day, the next open day counts"
        ),
    )


def working_day_before(day: date, rule: PeriodRule | None = None, subject: Subject | None = None) -> date:
    """Return the last day before `day` on which the court is known to be open; never a Saturday or a Sunday."""
    calendars: tuple[Calendar, ...] = ()
    if subject is not None:
        calendars = calendars_for(rule, subject, waiting=True)
    before = day - ONE_DAY
    while True:
        before, _ = roll(calendars, before, "previous_open_day")
        if before.weekday() < 5:
            return before
        before -= ONE_DAY
