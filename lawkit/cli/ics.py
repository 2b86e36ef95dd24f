"""Deadlines as a calendar file, with an alarm a week before; the same deadlines give the same bytes."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from lawkit.deadlines import Deadline
from lawkit.errors import LawkitError
from lawkit.messages import say

WEEK = timedelta(days=7)
MATTER = "X-LAWKIT-MATTER"  # so that a matter's calendar takes the place of its own earlier one, and of no other
_BEGIN = b"BEGIN:VCALENDAR"


def calendar_of(matter: str, deadlines: Sequence[Deadline], as_of: date) -> bytes:
    """Return an iCalendar file with one whole-day event for each day still ahead, to act by, to act from or to be there."""
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//lawkit//deadlines//EN")
    calendar.add("version", "2.0")
    calendar.add(MATTER, matter)
    for deadline in deadlines:
        day = _day(deadline, as_of)
        if day is None:
            continue
        event = Event()
        name = f"{matter}/{deadline.rule}/{deadline.subject}"
        event.add("uid", hashlib.sha256(name.encode()).hexdigest()[:32] + "@lawkit")
        event.add("dtstamp", datetime.combine(day, time(), UTC))  # no clock: the same deadlines, the same bytes
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", f"{matter}: {deadline.title} ({deadline.subject})")
        event.add("description", _described(deadline))
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", deadline.title)
        alarm.add("trigger", -WEEK)
        event.add_component(alarm)
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _day(deadline: Deadline, as_of: date) -> date | None:
    """Return the day of an event: none for what is met, over or does not run, and none that is over already."""
    if deadline.status in ("met", "missed", "interrupted", "waiting for a fact"):
        return None
    days = (deadline.recommended, deadline.earliest, None if deadline.earliest else deadline.effective_last_day)
    return next((day for day in days if day is not None and day >= as_of), None)


def _described(deadline: Deadline) -> str:
    lines = [
        say("last day {day} ({status})", day=deadline.effective_last_day, status=deadline.status),
        *deadline.chain,
        deadline.provision,
        *([say("if missed: {what}", what=deadline.if_missed.replace("_", " "))] if deadline.if_missed else []),
        *deadline.notes,
    ]
    return "\n".join(line for line in lines if line)


def refuse_other(path: Path, matter: str) -> None:
    """Raise LawkitError where a file is there that is not this matter's calendar: nothing else is replaced."""
    try:
        there = path.read_bytes() if path.exists() else b""
    except OSError:
        return  # writing says why
    if not there:
        return
    if not there.startswith(_BEGIN):
        raise LawkitError(say("{path}: is there and is no calendar; nothing was written. Name another file", path=path))
    whose = _matter_of(there)
    if whose != matter:
        text = (
            say("{path}: is the calendar of {other}; nothing was written. Name another file", path=path, other=whose)
            if whose
            else say(
                "{path}: is a calendar that is not this matter's; nothing was written. Name another file", path=path
            )
        )
        raise LawkitError(text)


def _matter_of(content: bytes) -> str:
    """Return whose deadlines a calendar holds; empty for one that lawkit did not make."""
    from icalendar import Calendar

    try:
        return str(Calendar.from_ical(content).get(MATTER, ""))
    except ValueError:
        return ""
