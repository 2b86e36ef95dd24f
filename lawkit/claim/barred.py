"""From which day the interest under a judgment can still be claimed: what falls due after a title prescribes by itself.

Walked back from a day: an act that interrupts inside the years counted so far carries them back from its own day. What was
due when the judgment was given is adjudged by it and never barred so; the pack says which acts count.
"""

from collections.abc import Iterator
from datetime import date

from lawkit.facts.days import choose, count_period
from lawkit.facts.entries import Judgment
from lawkit.facts.service import fits
from lawkit.facts.subject import Subject
from lawkit.facts.timeline import Happened
from lawkit.law.periods import Closing, PeriodRule, PeriodValue, RestartRule


def claimable_from(subject: Subject, *, guarantors: bool = False) -> tuple[date, str] | None:
    """Return the first day whose interest can still be claimed, after the judgment asked about, and the rule that says so.

    None where the pack bars no such interest, or none of it is that old yet. What names guarantors alone counts against them alone:
    `guarantors` says that the judgment is one of those.
    """
    role = subject.law.pack.roles.judgment_interest_limit
    item = subject.entry
    if role is None or item is None or not isinstance(item.entry, Judgment):
        return None
    judgment = item.entry
    branch, _ = choose(role, subject)
    if branch is None or branch.rule is None:
        return None
    rule = subject.law.rule(branch.rule, PeriodRule)
    value = subject.law.value_on(branch.rule, judgment.on)
    assert isinstance(value, PeriodValue) and value.value is not None
    years = value.value

    def before(day: date) -> date:
        return count_period(day, years, rule.unit, "backward", "exclude_first_day")

    limit = before(subject.as_of)
    for start, end in sorted(
        _interruptions(branch.rule, subject, judgment.on, guarantors), key=lambda act: act[1], reverse=True
    ):
        if end < limit:
            break
        limit = min(limit, before(start))
    return (limit, branch.rule) if limit > judgment.on else None


def _interruptions(name: str, subject: Subject, since: date, guarantors: bool) -> Iterator[tuple[date, date]]:
    """Yield the first and the last day of each event since a day that certainly begins the period anew."""
    rules = [rule for rule in subject.law.of_kind(RestartRule).values() if name in rule.applies_to]
    for item in subject.known.entries:
        if _of_guarantors(item, subject) and not guarantors:
            continue
        for rule in rules:
            day = getattr(item.entry, rule.day, None)
            if isinstance(day, date) and since <= day <= subject.as_of and _counts(item, rule, subject):
                yield day, _last(item, rule, subject) or day


def _counts(item: Happened, rule: RestartRule, subject: Subject) -> bool:
    """Whether an event is one of the rule's and neither doubtful, erased nor without what it requires."""
    entry = item.entry
    if not fits(entry, rule.on, rule.where) or any(getattr(entry, name, None) is not True for name in rule.requires):
        return False
    if any(fits(entry, rule.on, {name: values}) for name, values in rule.doubtful_where.items()):
        return False
    if rule.erased_where and fits(entry, rule.on, rule.erased_where):
        return False
    return _closed(item, rule.erased_by, subject) is None


def _last(item: Happened, rule: RestartRule, subject: Subject) -> date | None:
    """Return the last day of an event that keeps the period from running, such as the day asked about while it lasts."""
    if not rule.lasts_until and not rule.until:
        return None
    own = getattr(item.entry, rule.until, None) if rule.until else None
    closed = _closed(item, rule.lasts_until, subject)
    return min((day for day in (own, closed) if isinstance(day, date) and day <= subject.as_of), default=subject.as_of)


def _closed(item: Happened, closings: tuple[Closing, ...], subject: Subject) -> date | None:
    """Return the first day on which an entry that names this one, or that it names, closed it; one that names nothing too."""
    days = [
        day
        for closing in closings
        for other in subject.known.entries
        if other is not item and fits(other.entry, closing.entry, closing.where) and _concerns(item, other)
        if isinstance(day := getattr(other.entry, closing.day, None), date) and item.entry.on <= day <= subject.as_of
    ]
    return min(days, default=None)


def _concerns(item: Happened, other: Happened) -> bool:
    of, named = getattr(item.entry, "of", None), getattr(other.entry, "of", None)
    return named in (None, item.name) or of == other.name


def _of_guarantors(item: Happened, subject: Subject) -> bool:
    """Whether an event names guarantors alone: it does not begin anew the time of the principal debt."""
    entry = item.entry
    against = getattr(entry, "against", None)
    named = {getattr(entry, "debtor", None), getattr(entry, "to", None)}
    named |= set(against) if isinstance(against, tuple) else {against}
    named.discard(None)
    guarantors = {debtor.name for debtor in subject.timeline.case.debtors if debtor.role == "guarantor"}
    return bool(named) and named <= guarantors
