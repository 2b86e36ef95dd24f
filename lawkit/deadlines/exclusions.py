"""Time that is left out of a period: a window with a floor, and the days of a stay, a mediation, a moratorium.

>>> Excluded(date(2023, 1, 1), date(2024, 12, 17), date(2024, 12, 17)).last
datetime.date(2024, 12, 17)
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from lawkit.dates import ONE_DAY
from lawkit.deadlines.model import Interruption, State
from lawkit.facts.days import count_period
from lawkit.facts.service import concerns, fits
from lawkit.facts.subject import Subject
from lawkit.facts.timeline import Happened
from lawkit.law.periods import ExclusionRule, Floor
from lawkit.messages import say


@dataclass(frozen=True, slots=True)
class Excluded:
    """The end of a period with time left out: the earliest reading, what courts work with, the latest reading."""

    safe: date
    last: date
    outer: date


def floor_day(floor: Floor) -> date:
    """Return the last day of a floor: its first day counted, 90 days from 1 March 2022 end on 29 May 2022."""
    return count_period(floor.from_, floor.days, "day", "forward", floor.counting)


def through_window(trigger: date, ends: date, rule: ExclusionRule, again: Callable[[date], date]) -> Excluded | None:
    """Return the end of a period that a window touches, or None; `again` counts the whole period from a first day.

    Before the window nothing is gained. A period that ends inside it has what was left, at least the floor, from the
    day after the window; one that ends after it gains the days of the window that it ran through. For the window of
    15.03.2020 to 28.02.2022: order of the Supreme Court of India of 10.01.2022, M.A. 21/2022.
    """
    first, last, floor = rule.window
    if ends < first or trigger > last:
        return None
    least = floor_day(floor)
    if ends <= last:
        if trigger < first:
            left = max((ends - first).days + 1, floor.days)
            day = count_period(floor.from_, left, "day", "forward", floor.counting)
        else:
            day = max(again(floor.from_), least)
        return Excluded(day, day, day)
    if trigger < first:
        day = max(ends + timedelta(days=(last - first).days + 1), least)
        return Excluded(ends, day, day)
    day = ends + timedelta(days=(last - trigger).days)
    restarted = again(floor.from_)
    return Excluded(min(day, restarted), max(day, least), max(day, least, restarted))


@dataclass(frozen=True, slots=True)
class Interval:
    """Days left out, both included; `end` is None while they last."""

    rule: str
    start: date
    end: date | None
    origin: str


def intervals(name: str, rule: ExclusionRule, subject: Subject) -> list[Interval]:
    """Return the intervals a rule leaves out, from the entries that begin and end them."""
    assert rule.on is not None
    entries = subject.timeline.until(subject.as_of).entries
    found = []
    for item in entries:
        start = getattr(item.entry, rule.day, None)
        if not fits(item.entry, rule.on, rule.where) or not isinstance(start, date):
            continue
        if not concerns(item.entry, subject) or _of_another(item, subject):
            continue
        end = getattr(item.entry, rule.until, None) if rule.until else None
        if rule.lasts is not None:
            end = count_period(start, rule.lasts.value, rule.lasts.unit, "forward", "exclude_first_day")
            start += ONE_DAY  # a period of its own: the day that begins it is not part of it
        if not isinstance(end, date):
            end = _ended(item, entries, rule)
        found.append(Interval(name, start, end, item.name))
    return found


def _of_another(item: Happened, subject: Subject) -> bool:
    """Return whether an entry is about one debtor by name, and another is asked about."""
    named = getattr(item.entry, "debtor", None)
    return subject.debtor is not None and named is not None and named != subject.debtor.name


def _ended(item: Happened, entries: tuple[Happened, ...], rule: ExclusionRule) -> date | None:
    days = [
        day
        for closing in rule.ends
        for other in entries
        if fits(other.entry, closing.entry, closing.where)
        and getattr(other.entry, "of", None) == item.name
        and isinstance(day := getattr(other.entry, closing.day, None), date)
    ]
    return min(days, default=None)


def extended(ends: date, trigger: date, left_out: list[Interval], rules: dict[str, ExclusionRule], as_of: date) -> date:
    """Return the end of a period with the days of each interval left out that fall in it."""
    for interval in sorted(left_out, key=lambda i: i.start):
        start, stop = max(interval.start, trigger + ONE_DAY), interval.end or as_of
        if start > ends or stop < start:
            continue
        ends += timedelta(days=(stop - start).days + 1)
        least = rules[interval.rule].least_after
        if least is not None:
            ends = max(ends, count_period(stop, least.value, least.unit, "forward", "exclude_first_day"))
    return ends


def shown(left_out: list[Interval], rules: dict[str, ExclusionRule], subject: Subject) -> list[Interruption]:
    """Return intervals as the chain shows them: suspended while they last, definitive after."""
    out = []
    for interval in left_out:
        state: State = "suspended" if interval.end is None else "definitive"
        effect = (
            say("left out since {start}, still lasting", start=interval.start)
            if interval.end is None
            else say("left out: {start} to {end}, {days} days",
                     start=interval.start, end=interval.end, days=(interval.end - interval.start).days + 1)
        )  # fmt: skip
        out.append(
            Interruption(
                interval.rule, interval.start, interval.origin, state, effect, provision(subject, interval.rule)
            )
        )
    return out


def provision(subject: Subject, rule: str) -> str:
    """Return the provision of a rule as papers cite it."""
    return subject.law.citation(rule, subject.as_of, subject.law.pack.languages[0])
