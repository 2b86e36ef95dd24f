"""Time that is left out of a period: a window with a floor, and the days of a stay, a mediation, a moratorium.

A day is left out once, whatever leaves it out: intervals that overlap are united, with each other and with a window.

>>> Excluded(date(2023, 1, 1), date(2024, 12, 17), date(2024, 12, 17)).last
datetime.date(2024, 12, 17)
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lawkit.dates import ONE_DAY
from lawkit.deadlines.model import Interruption, State
from lawkit.facts.chains import one_proceeding
from lawkit.facts.days import Day, count_period, counted
from lawkit.facts.service import concerns, fits
from lawkit.facts.subject import Subject
from lawkit.facts.timeline import Happened
from lawkit.law.periods import ExclusionRule, Floor, Least
from lawkit.messages import say


@dataclass(frozen=True, slots=True)
class Excluded:
    """The end of a period with time left out: the earliest reading, what courts work with, the latest reading."""

    safe: date
    last: date
    outer: date


@dataclass(frozen=True, slots=True)
class Interval:
    """Days left out, both included; `end` is None while they last, and `most` the last day they can reach.

    `least` is what a period has left at least when they end.
    """

    rule: str
    start: date
    end: date | None
    origin: str
    least: Least | None = None
    most: date | None = None

    def stop(self, as_of: date) -> date:
        """Return the last day left out, as known on a day."""
        stop = as_of if self.end is None else self.end
        return stop if self.most is None else min(stop, self.most)


def floor_day(floor: Floor) -> date:
    """Return the last day of a floor: its first day counted, 90 days from 1 March 2022 end on 29 May 2022."""
    return count_period(floor.from_, floor.days, "day", "forward", floor.counting)


def through_window(
    trigger: date,
    ends: date,
    rule: ExclusionRule,
    again: Callable[[date], date],
    left_out: Sequence[Interval] = (),
    as_of: date = date.max,
) -> Excluded | None:
    """Return the end of a period that a window touches, or None; `again` counts the whole period from a first day.

    Before the window nothing is gained. A period that ends inside it has what was left, at least the floor, from the
    day after the window; one that ends after it gains the days of the window that it ran through. For the window of
    15.03.2020 to 28.02.2022: order of the Supreme Court of India of 10.01.2022, M.A. 21/2022.

    Where it ends is asked with the other time left out of it; the days of the window among that time count once.
    """
    first, last, floor = rule.window
    if trigger > last or (without := extended(ends, trigger, left_out, as_of)) < first:
        return None
    after = [replace(each, start=max(each.start, last + ONE_DAY)) for each in left_out]
    least = floor_day(floor)
    whole = extended(ends, trigger, [*left_out, Interval("", first, last, "")], as_of)
    if trigger < first:
        if without <= last:
            day = max(whole, extended(least, last, after, as_of))
            return Excluded(day, day, day)
        day = max(whole, least)
        return Excluded(without, day, day)
    restarted = extended(again(floor.from_), last, after, as_of)
    if without <= last:
        day = max(restarted, extended(least, last, after, as_of))
        return Excluded(day, day, day)
    return Excluded(min(whole, restarted), max(whole, least), max(whole, least, restarted))


def intervals(name: str, rule: ExclusionRule, subject: Subject) -> list[Interval]:
    """Return the intervals a rule leaves out, from the entries that begin and end them."""
    assert rule.on is not None
    entries = subject.known.entries
    found = []
    for item in subject.known.by_kind.get(rule.on, ()):
        start = getattr(item.entry, rule.day, None)
        if not fits(item.entry, rule.on, rule.where) or not isinstance(start, date):
            continue
        if not concerns(item, subject) or _of_another(item, subject):
            continue
        end = getattr(item.entry, rule.until, None) if rule.until else None
        most = _most(item, start, rule, subject)
        if rule.lasts is not None:
            end = count_period(start, rule.lasts.value, rule.lasts.unit, "forward", "exclude_first_day")
            start += ONE_DAY  # a period of its own: the day that begins it is not part of it
        if not isinstance(end, date):
            end = _ended(item, entries, rule)
        if end is not None and most is not None:
            end = min(end, most)
        found.append(Interval(name, start, end, item.name, rule.least_after, most))
    return found


def _most(item: Happened, start: date, rule: ExclusionRule, subject: Subject) -> date | None:
    """Return the last day that an entry can leave out: the end of the period that bounds it, a window left out of that."""
    bound = next((each.period for each in rule.at_most if fits(item.entry, rule.on or "", each.where)), None)
    if bound is None:
        return None
    day = counted(bound, Day(start, ()), subject).day
    return without_windows(bound, start, day, subject).last


def without_windows(name: str, trigger: date, ends: date, subject: Subject) -> Excluded:
    """Return the end of a period with the windows alone left out of it."""
    found = Excluded(ends, ends, ends)
    for rule in subject.law.of_kind(ExclusionRule).values():
        if rule.method == "window_with_floor" and name in rule.applies_to:
            found = through_window(trigger, ends, rule, counting_again(name, subject)) or found
    return found


def counting_again(name: str, subject: Subject) -> Callable[[date], date]:
    """Return how a whole period is counted from a first day, that day counted: three months from 1 March end on 31 May."""
    return lambda first_day: counted(name, Day(first_day, ()), subject).day - ONE_DAY


def _of_another(item: Happened, subject: Subject) -> bool:
    """Return whether an entry is about one debtor by name, or one proceeding, and another is asked about."""
    named = getattr(item.entry, "debtor", None)
    if subject.debtor is not None and named is not None and named != subject.debtor.name:
        return True
    of = getattr(item.entry, "of", None)
    return subject.entry is not None and of is not None and not one_proceeding(subject.known, subject.entry, item)


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


def extended(ends: date, trigger: date, left_out: Sequence[Interval], as_of: date) -> date:
    """Return the end of a period with the days left out that fall in it, each of them once."""
    for start, stop, parts in united(left_out, trigger + ONE_DAY, as_of):
        if start > ends:
            break
        ends += timedelta(days=(stop - start).days + 1)
        for part in parts:
            if part.least is not None:
                after = count_period(
                    part.stop(as_of), part.least.value, part.least.unit, "forward", "exclude_first_day"
                )
                ends = max(ends, after)
    return ends


def united(left_out: Sequence[Interval], since: date, as_of: date) -> Iterator[tuple[date, date, list[Interval]]]:
    """Yield the days left out from `since` on, oldest first: intervals that overlap as one, with its parts."""
    start = stop = None
    parts: list[Interval] = []
    for part in sorted(left_out, key=lambda each: each.start):
        begins, until = max(part.start, since), part.stop(as_of)
        if until < begins:
            continue
        if start is not None and stop is not None and begins <= stop:
            stop = max(stop, until)
            parts.append(part)
            continue
        if start is not None and stop is not None:
            yield start, stop, parts
        start, stop, parts = begins, until, [part]
    if start is not None and stop is not None:
        yield start, stop, parts


def shown(left_out: list[Interval], subject: Subject) -> list[Interruption]:
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
