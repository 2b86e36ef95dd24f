"""From a fact or an expression of facts to a day, with the chain of how it was found.

>>> count_period(date(2026, 1, 31), 1, "month", "forward", "exclude_first_day")
datetime.date(2026, 2, 28)
>>> count_period(date(2026, 2, 1), 45, "day", "forward", "exclude_first_day")
datetime.date(2026, 3, 18)
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from lawkit.dates import ONE_DAY, add_months, month_end
from lawkit.errors import FactMissing, LawkitError
from lawkit.facts.conditions import answer, answer_all
from lawkit.facts.service import dispatch_day, event_day, received_day
from lawkit.facts.subject import DISPUTED, NO, UNKNOWN, YES, Subject
from lawkit.facts.triggers import TRIGGERS
from lawkit.law.calendar import Calendar, roll
from lawkit.law.expressions import (
    DayAfter,
    DayExpr,
    Dispatch,
    Each,
    Earliest,
    EndOf,
    Event,
    FirstKnown,
    Readings,
    Received,
    parts_of,
)
from lawkit.law.model import Branch, ChoiceRule
from lawkit.law.periods import PeriodRule, PeriodValue
from lawkit.messages import say


@dataclass(frozen=True, slots=True)
class Day:
    """A day and how it was found, in words, from the fact to the result.

    `late` is the later of two readings: last days count from `day`, not-before days from `late`. `origin` is the entry
    or the field the day came from.
    """

    day: date
    chain: tuple[str, ...]
    rules: tuple[str, ...] = ()
    late: date | None = None
    origin: str = ""

    @property
    def latest(self) -> date:
        """The later reading, or the day itself."""
        return self.late or self.day


def count_period(trigger: date, number: int, unit: str, direction: str, counting: str) -> date:
    """Return the last day of a period counted from `trigger`; months and years in one step, in the law's own unit.

    `exclude_first_day`: the trigger is day zero (General Clauses Act s. 9; CPC art. 641). `include_first_day`: it is day one.
    `exclude_both_days`: so many days lie between the trigger and the act (15 days before a hearing).
    """
    sign = 1 if direction == "forward" else -1
    if unit == "day":
        result = trigger + timedelta(days=sign * number)
    else:
        result = add_months(trigger, sign * number * (12 if unit == "year" else 1))
    return result + sign * ONE_DAY * {"include_first_day": -1, "exclude_both_days": 1}.get(counting, 0)


def resolve(expression: DayExpr, subject: Subject, needed_by: str) -> Day:
    """Return the day an expression names; raise FactMissing naming the fact that is not known."""
    if isinstance(expression, str):
        return _fact(expression, subject, needed_by)
    if isinstance(expression, EndOf):
        return end_of(expression.end_of, subject, rolled=expression.rolled)
    if isinstance(expression, Each):
        return _of_each(expression, subject, needed_by)
    if isinstance(expression, DayAfter):
        inner = resolve(expression.day_after, subject, needed_by)
        after = inner.day + ONE_DAY
        late = inner.late + ONE_DAY if inner.late else None
        step = say("the day after: {day}", day=after.isoformat())
        return Day(after, (*inner.chain, step), inner.rules, late, inner.origin)
    if isinstance(expression, Event):
        found = event_day(expression, subject)
        if found is None:
            raise FactMissing(_named(f"{expression.event}.{expression.day}", subject), needed_by)
        return Day(found.day, (f"{found.what} {found.day.isoformat()}",), (), None, found.origin)
    if isinstance(expression, Dispatch):
        sent = dispatch_day(expression.dispatched, subject)
        if sent is None:
            raise FactMissing(
                _named(say("dispatch of {papers}", papers=", ".join(expression.dispatched)), subject), needed_by
            )
        return Day(sent.day, (f"{sent.what} {sent.day.isoformat()}",), (), None, sent.origin)
    if isinstance(expression, Received):
        return _received(expression, subject, needed_by)
    if isinstance(expression, Readings):
        early = resolve(expression.early, subject, needed_by)
        second = _known(expression.late, subject, needed_by)
        if second is None or second.latest == early.day:
            return early
        words = say("the later reading: {day}", day=second.latest.isoformat())
        rules = tuple(dict.fromkeys((*early.rules, *second.rules)))
        return Day(early.day, (*early.chain, words), rules, max(second.latest, early.latest), early.origin)
    if isinstance(expression, FirstKnown):
        for part in expression.first_known[:-1]:
            if (found_day := _known(part, subject, needed_by)) is not None:
                return found_day
        return resolve(expression.first_known[-1], subject, needed_by)
    known = [_known(part, subject, needed_by) for part in parts_of(expression)]
    days = [day for day in known if day is not None]
    if not days:
        raise FactMissing(_named("", subject), needed_by)
    first = isinstance(expression, Earliest)
    best = min(days, key=lambda d: d.day) if first else max(days, key=lambda d: d.day)
    rules = tuple(dict.fromkeys(rule for d in days for rule in d.rules))
    if len(days) == 1:
        return Day(best.day, best.chain, rules, best.late, best.origin)
    word = say("the earliest of {days}") if first else say("the latest of {days}")
    others = word.format(days=", ".join(d.day.isoformat() for d in days))
    return Day(best.day, (*best.chain, others), rules, best.late, best.origin)


def _of_each(expression: Each, subject: Subject, needed_by: str) -> Day:
    """The first or the last day of what is asked of each invoice or cheque of the matter."""
    case = subject.timeline.case
    each = (
        [replace(subject, invoice=invoice, cheque=None) for invoice in case.invoices]
        if expression.each == "invoice"
        else [replace(subject, cheque=cheque, invoice=None) for cheque in case.cheques]
    )
    days = [day for one in each if (day := _known(expression.day, one, needed_by)) is not None]
    if not days:
        raise FactMissing(_named(say("a day of each {what}", what=expression.each), subject), needed_by)
    return min(days, key=lambda d: d.day) if expression.pick == "first" else max(days, key=lambda d: d.day)


def _fact(name: str, subject: Subject, needed_by: str) -> Day:
    if name == "payable_on":
        return payable_on(subject)
    day = TRIGGERS[name](subject)
    if day is None:
        raise FactMissing(_named(name, subject), needed_by)
    return Day(day, (f"{name} {day.isoformat()}",), (), None, f"{subject.name}: {name}")


def _received(expression: Received, subject: Subject, needed_by: str) -> Day:
    """The day a paper was received: two readings where service is deemed (General Clauses Act s. 27; IN-SV-27)."""
    ordinary = subject.law.pack.roles.ordinary_post
    course = 0
    if ordinary is not None:
        value = subject.law.value_on(ordinary, subject.as_of)
        course = value.value or 0 if isinstance(value, PeriodValue) else 0
    found = received_day(expression.received, subject, course)
    if found is None:
        papers = ", ".join(expression.received)
        raise FactMissing(_named(say("service of {papers}", papers=papers), subject), needed_by)
    early, late = found
    words = [f"{early.what} {early.day.isoformat()}"]
    if late is not None:
        words.append(say("the later reading: {day}", day=late.isoformat()))
    return Day(early.day, tuple(words), (ordinary,) if late is not None and ordinary else (), late, early.origin)


def _known(expression: DayExpr, subject: Subject, needed_by: str) -> Day | None:
    try:
        return resolve(expression, subject, needed_by)
    except FactMissing:
        return None


# the field of the case file that holds a fact
_FIELDS = {"supplied": "delivered", "accepted": "delivered", "agreed_due": "due", "invoice_dated": "dated"}


def _named(fact: str, subject: Subject) -> str:
    if fact == "accepted" and subject.invoice is not None and subject.invoice.delivered is not None:
        fact = "objection.removed_on"  # delivered, and yet not accepted: an objection written in time stands
    fact = _FIELDS.get(fact, fact)
    if subject.invoice is not None:
        return f"invoice {subject.invoice.number}: {fact}"
    if subject.cheque is not None:
        return f"cheque {subject.cheque.number}: {fact}"
    return f"{subject.name}: {fact}" if subject.debtor or subject.entry else fact


def end_of(name: str, subject: Subject, *, rolled: bool = True) -> Day:
    """Return the last day of a period rule, as the statute counts it, before any closed day."""
    return counted(name, resolve(subject.law.rule(name, PeriodRule).runs_from, subject, name), subject, rolled=rolled)


def counted(name: str, start: Day, subject: Subject, *, rolled: bool = True) -> Day:
    """Return the last day of a period that runs from a given day: additions joined, months counted before days.

    Its later reading counts from the later reading of the start, and from the next open day where the rule moves it.
    """
    rule = subject.law.rule(name, PeriodRule)
    value = subject.law.value_on(name, selecting_day(rule, start.day, subject))
    assert isinstance(value, PeriodValue) and value.value is not None
    parts = [(value.value, rule.unit)]
    for addition in rule.adds:
        if answer_all(addition.when, subject) == YES:
            parts.append((addition.value, addition.unit))
    last = _count(rule, start.day, parts)
    words = " + ".join(span(number, unit) for number, unit in parts) + _HOW.get(rule.counting, "")
    sign = "+" if rule.direction == "forward" else "−"
    step = f"{name}: {start.day.isoformat()} {sign} {words} = {last.isoformat()}"
    late = _count(rule, start.late, parts) if start.late else None
    chain = (*start.chain, step)
    if start.late is not None and late is not None and late != last:
        second = f"{start.late.isoformat()} {sign} {words} = {late.isoformat()}"
        chain = (*chain, say("by the later reading: {step}", step=second))
    if rule.if_closed == "next_open_day" and rolled:
        moved, _ = roll(calendars_for(rule, subject, waiting=True), late or last, "next_open_day")
        late = moved if moved > last else late
    return Day(last, chain, (*start.rules, name), late, start.origin)


def span(number: int, unit: str) -> str:
    """Return a time in words: 1 day, 3 months."""
    words = {
        "day": (say("{number} day"), say("{number} days")),
        "month": (say("{number} month"), say("{number} months")),
        "year": (say("{number} year"), say("{number} years")),
    }
    return words[unit][number != 1].format(number=number)


_HOW = {
    "include_first_day": " (" + say("the first day counted") + ")",
    "exclude_both_days": " (" + say("both days left out") + ")",
}


def selecting_day(rule: PeriodRule, start: date, subject: Subject) -> date:
    """Return the day that selects a period's value: that of `dated_by`, else the day it runs from."""
    if rule.dated_by is None or rule.dated_by == rule.runs_from:
        return start
    return TRIGGERS[rule.dated_by](subject) or start


def _count(rule: PeriodRule, start: date, parts: list[tuple[int, str]]) -> date:
    months = sum(number * (12 if unit == "year" else 1) for number, unit in parts if unit != "day")
    days = sum(number for number, unit in parts if unit == "day")
    last = start
    if months:
        last = count_period(last, months, "month", rule.direction, rule.counting)
    if days or not months:
        counting = "exclude_first_day" if months else rule.counting
        last = count_period(last, days, "day", rule.direction, counting)
    if rule.to_year_end:
        return date(last.year, 12, 31)
    return month_end(last) if rule.to_month_end else last


def calendars_for(rule: PeriodRule | None, subject: Subject, *, waiting: bool) -> tuple[Calendar, ...]:
    """Return the calendars a day is moved by: the forum's, else the rule's, else the pack's, and what they build on.

    A local calendar counts only where one waits before acting.
    """
    forum = subject.timeline.case.forum
    name = (
        (forum.calendar if forum else None)
        or (rule.calendar if rule is not None else None)
        or subject.law.pack.roles.calendar
    )
    found: list[Calendar] = []
    while name is not None:
        calendar = subject.law.calendars.get(name)
        if calendar is None:
            from lawkit.errors import UnknownName

            raise UnknownName(say("calendar"), name, tuple(subject.law.calendars))
        if waiting or not calendar.local:
            found.append(calendar)
        name = calendar.based_on
    return tuple(found)


def choose(name: str, subject: Subject) -> tuple[Branch | None, str]:
    """Return the branch of a choice rule that applies (or None), and whether its conditions are met or disputed.

    Raise FactMissing where a condition cannot be told.
    """
    rule = subject.law.rule(name, ChoiceRule)
    disputed = rule.if_disputed if isinstance(rule.if_disputed, str) else subject.law.chosen(name, rule.if_disputed)
    for branch in rule.ordered:
        if any(subject.law.option(name, option) != choice for option, choice in branch.elected.items()):
            continue
        found = answer_all(branch.when, subject)
        if found == YES or (found == DISPUTED and disputed == "take"):
            return branch, found
        if found == UNKNOWN:
            conditions = [c for c in branch.when if answer(c, subject) == UNKNOWN]
            raise FactMissing(_named(", ".join(conditions), subject), name)
        assert found in (NO, DISPUTED)
    return None, NO


def payable_on(subject: Subject) -> Day:
    """Return the day by which an invoice must be paid, by the pack's rule on payment terms."""
    role = subject.law.pack.roles.payable_on
    branch, _ = choose(role, subject)
    if branch is None or subject.invoice is None:
        raise FactMissing(
            _named("due", subject),
            role,
            say(
                "Give `due`, a payment term, the day of delivery, or `request_received` where the debtor is a public body."
            ),
        )
    if branch.day is None:
        raise LawkitError(say("{rule}: the branch names no day", rule=role))
    found = resolve(branch.day, subject, role)
    return Day(found.day, found.chain, (*found.rules, role))
