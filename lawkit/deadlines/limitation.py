"""The time to sue for one debt: the article, what began it anew, what is left out, the long stop.

Three days come out. `last` counts what is certain. `safe` counts nothing that must be proved. `outer` counts what can
be argued. Every event is shown with its state, counted or not.
"""

from collections.abc import Mapping, Set
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date

from lawkit.dates import ONE_DAY
from lawkit.deadlines.exclusions import extended, intervals, provision, shown, through_window
from lawkit.deadlines.joint import not_bound_by
from lawkit.deadlines.model import Interruption, State
from lawkit.errors import FactMissing
from lawkit.facts.conditions import answer_all
from lawkit.facts.days import Day, counted, resolve
from lawkit.facts.entries import Payment
from lawkit.facts.service import fits
from lawkit.facts.subject import YES, Subject
from lawkit.facts.timeline import Happened
from lawkit.law.periods import Closing, ExclusionRule, PeriodRule, RestartRule
from lawkit.messages import say

Applied = Mapping[str, Set[str]]


@dataclass
class Limit:
    """The days of a limitation period as they stand after each event."""

    trigger: date
    last: date
    safe: date
    outer: date
    interrupted: bool = False
    chain: list[Interruption] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def limit(name: str, start: Day, subject: Subject, applied: Applied | None = None) -> Limit:
    """Return the time to sue by one period rule, from its start, through every event on the timeline.

    `applied` says to which invoices each payment went: a payment restarts only the debt it was applied to.
    """
    whole = counted(name, start, subject)
    found = Limit(start.day, whole.day, whole.day, whole.day)
    _leave_out(name, found, start.day, whole.day, subject, first=True)
    if start.late is not None:
        late = Limit(start.late, whole.latest, whole.latest, whole.latest)
        _leave_out(name, late, start.late, counted(name, Day(start.late, ()), subject).day, subject, first=False)
        found.outer = max(found.outer, late.outer)
    rule = subject.law.rule(name, PeriodRule)
    if rule.safe_from is not None:
        with suppress(FactMissing):
            found.safe = min(found.safe, counted(name, resolve(rule.safe_from, subject, name), subject).day)
    windows = len(found.chain)
    for item, rule_name, restart in _events(name, subject):
        _restart(name, found, item, rule_name, restart, subject, applied)
        if windows and (found.interrupted or found.trigger != start.day):
            if found.chain[-1].on <= whole.day:  # begun anew within its own time: no window was needed
                found.chain[:windows] = [replace(i, needed=i.origin != i.rule) for i in found.chain[:windows]]
            windows = 0
    return found


def leave_out(name: str, trigger: date, ends: date, subject: Subject) -> Limit:
    """Return the days of a period that has no restarts, with what is left out of it."""
    found = Limit(trigger, ends, ends, ends)
    _leave_out(name, found, trigger, ends, subject, first=True)
    return found


def _leave_out(name: str, found: Limit, trigger: date, ends: date, subject: Subject, *, first: bool) -> None:
    """Set the days of a period that begins at `trigger`, with what is left out of it."""
    windows, rules = [], {}
    for rule_name, rule in subject.law.of_kind(ExclusionRule).items():
        if name in rule.applies_to:
            (
                windows.append((rule_name, rule))
                if rule.method == "window_with_floor"
                else rules.update({rule_name: rule})
            )
    last = outer = safe = ends
    for rule_name, rule in windows:

        def again(first_day: date) -> date:  # that day counted: three months from 1 March end on 31 May
            return counted(name, Day(first_day, ()), subject).day - ONE_DAY

        through = through_window(trigger, ends, rule, again)
        if through is None:
            continue
        safe, last, outer = through.safe, through.last, through.outer
        effect = say(
            "{ends} without it; {last} with it; readings from {safe} to {outer}",
            ends=ends, last=last, safe=safe, outer=outer,
        )  # fmt: skip
        start_day, _, _ = rule.window
        found.chain.append(
            Interruption(rule_name, start_day, rule_name, "definitive", effect, provision(subject, rule_name))
        )
    left_out = [interval for rule_name, rule in rules.items() for interval in intervals(rule_name, rule, subject)]
    over = [interval for interval in left_out if interval.end is not None]
    touching = [i for i in left_out if i.start <= max(last, outer) and (i.end is None or i.end > trigger)]
    found.chain += [link for link in shown(touching, rules, subject) if link not in found.chain]
    found.trigger = trigger
    found.last = extended(last, trigger, over, rules, subject.as_of)
    found.outer = max(extended(outer, trigger, left_out, rules, subject.as_of), found.last)
    if first:
        found.safe = safe


def _events(name: str, subject: Subject) -> list[tuple[Happened, str, RestartRule]]:
    entries = subject.timeline.until(subject.as_of).entries
    return [
        (item, rule_name, rule)
        for item in entries
        for rule_name, rule in subject.law.of_kind(RestartRule).items()
        if name in rule.applies_to and fits(item.entry, rule.on, rule.where)
    ]


def _restart(
    name: str,
    found: Limit,
    item: Happened,
    rule_name: str,
    rule: RestartRule,
    subject: Subject,
    applied: Applied | None,
) -> None:
    """Let one event act on the period, and add it to the chain with its state."""
    day = getattr(item.entry, rule.day, None)
    if not isinstance(day, date):
        return
    state, effect = _state(found, item, rule, day, subject, applied)
    if state == "not for this debt":
        return
    if state in ("definitive", "running"):
        begins = _ended(item, rule, subject) or day
        whole = counted(name, Day(begins, ()), subject).day
        if state == "running":
            found.interrupted = True
            effect = say("the period does not run while it lasts")
        elif begins < found.trigger:
            state, effect = "not counted", say("before the period began on {day}", day=found.trigger)
        else:
            _leave_out(name, found, begins, whole, subject, first=False)
            effect = effect or say("begins anew on {day}: to {last}", day=begins, last=found.last)
    elif state == "doubtful":
        late = Limit(day, day, day, day)
        _leave_out(name, late, day, counted(name, Day(day, ()), subject).day, subject, first=False)
        found.outer = max(found.outer, late.outer)
        effect = say("{effect}; if it counts, to {last}", effect=effect, last=late.outer)
    found.chain.append(Interruption(rule_name, day, item.name, state, effect, provision(subject, rule_name)))  # type: ignore[arg-type]


def _state(
    found: Limit, item: Happened, rule: RestartRule, day: date, subject: Subject, applied: Applied | None
) -> tuple[State | str, str]:
    """Return the state of an event and why; `not for this debt` for one that concerns another invoice."""
    entry = item.entry
    debts = {subject.invoice.number} if subject.invoice else set(subject.cheque.covers) if subject.cheque else set()
    if debts and rule.scope != "all_debts":
        named = set(getattr(entry, "invoices", ()) or ())
        if named and not debts & named:
            return "not for this debt", ""
        if isinstance(entry, Payment):
            to = _applied_to(item, entry, subject, applied)
            if to is None:
                return "unknown", say("to which debt it was applied is not known: give `towards`")
            if not debts & to:
                return "not for this debt", ""
    if rule.scope == "that_debt_and_debtor" and (giver := not_bound_by(entry, subject)) is not None:
        return "not counted", say("given by {giver}, whom alone it binds", giver=giver)
    missing = [name for name in rule.requires if getattr(entry, name, None) is not True]
    if missing:
        return "not counted", say("not counted: {missing} is not shown", missing=", ".join(missing))
    if rule.erased_where and fits(entry, rule.on, rule.erased_where):
        return "erased", say("erased: {why}", why=", ".join(str(getattr(entry, name)) for name in rule.erased_where))
    if (erased := _closing(item, rule.erased_by, subject)) is not None:
        return "erased", say("erased on {day}", day=erased)
    if day > found.last and not found.interrupted:
        if day <= found.outer:
            return "doubtful", say("after {last}, within the outer reading only", last=found.last)
        return "too late", say("after the period was over on {last}", last=found.last)
    doubtful_field = any(
        fits(entry, rule.on, {name: values}) for name, values in rule.doubtful_where.items()
    )  # one of several grounds is enough
    if doubtful_field or (rule.doubtful_when and answer_all(rule.doubtful_when, subject) == YES):
        return "doubtful", rule.doubt or say("doubtful")
    if _of_guarantors(item, subject):
        return "doubtful", say("by or against a guarantor only")
    if (rule.lasts_until or rule.until) and _ended(item, rule, subject) is None:
        return "running", ""
    return "definitive", ""


def _of_guarantors(item: Happened, subject: Subject) -> bool:
    """Return whether an event on the debt of a principal debtor names only guarantors (France: C. civ. art. 2246)."""
    if subject.debtor is not None:
        return False
    entry, case = item.entry, subject.timeline.case
    against = getattr(entry, "against", None)
    named = (
        getattr(entry, "debtor", None),
        getattr(entry, "to", None),
        *(against if isinstance(against, tuple) else [against]),
    )
    names = {name for name in named if name}
    guarantors = {debtor.name for debtor in case.debtors if debtor.role == "guarantor"}
    return bool(names) and names <= guarantors


def _applied_to(item: Happened, payment: Payment, subject: Subject, applied: Applied | None) -> Set[str] | None:
    if applied is not None and item.name in applied:
        return applied[item.name]
    if payment.towards:
        return {each.invoice for each in payment.towards}
    invoices = subject.timeline.case.invoices
    return {invoices[0].number} if len(invoices) == 1 else None


def _ended(item: Happened, rule: RestartRule, subject: Subject) -> date | None:
    """Return the day on which what keeps the period from running was over: a field of its own, or an entry's day."""
    own = getattr(item.entry, rule.until, None) if rule.until else None
    days = [day for day in (own, _closing(item, rule.lasts_until, subject)) if isinstance(day, date)]
    return min((day for day in days if day <= subject.as_of), default=None)


def _closing(item: Happened, closings: tuple[Closing, ...], subject: Subject) -> date | None:
    """Return the first day on which an entry closed `item`: one that names it, that it names, or of the same matter as it.

    An entry that names nothing closes the only one of its kind.
    """
    entries = subject.timeline.until(subject.as_of).entries
    alone = sum(1 for each in entries if each.entry.__class__ is item.entry.__class__) == 1
    days = [
        day
        for closing in closings
        for other in entries
        if other is not item
        and fits(other.entry, closing.entry, closing.where)
        and _concerns(item, other, alone=alone)
        and isinstance(day := getattr(other.entry, closing.day, None), date)
        and item.entry.on <= day <= subject.as_of
    ]
    return min(days, default=None)


def _concerns(item: Happened, other: Happened, *, alone: bool) -> bool:
    of, named = getattr(item.entry, "of", None), getattr(other.entry, "of", None)
    if named == item.name or of == other.name:
        return True
    return alone if of is None and named is None else of == named
