"""The time to sue for one debt: the article, what began it anew, what is left out, the long stop.

Three days come out. `last` counts what is certain. `safe` counts nothing that must be proved. `outer` counts what can
be argued. Every event is shown with its state, counted or not.
"""

from collections.abc import Mapping, Set
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date

from lawkit.dates import ONE_DAY
from lawkit.deadlines.exclusions import (
    Interval,
    counting_again,
    extended,
    intervals,
    provision,
    shown,
    through_window,
    united,
)
from lawkit.deadlines.joint import not_bound_by
from lawkit.deadlines.model import Interruption, State
from lawkit.errors import FactMissing
from lawkit.facts.chains import named_above, one_proceeding
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
    """The days of a limitation period as they stand after each event.

    `unwindowed` is the last day without any window; `doubted` the end of each window in which an event that is in time by
    the window alone is doubtful, and why. `stop` is the long stop, `past` the day to which an event it excepts carried the
    period, `argued_past` the same of a doubtful one.
    """

    trigger: date
    last: date
    safe: date
    outer: date
    interrupted: bool = False
    unwindowed: date = date.max
    doubted: list[tuple[date, str]] = field(default_factory=list)
    stop: date | None = None
    past: date = date.min
    argued_past: date = date.min
    chain: list[Interruption] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def reach(self) -> date:
        """The last day on which an event still counts, and to which the period can run."""
        return self.last if self.stop is None else min(self.last, max(self.stop, self.past))


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
    found.stop = _long_stop(subject)
    windows = len(found.chain)
    for item, rule_name, restart in _events(name, subject):
        _restart(name, found, item, rule_name, restart, subject, applied)
        if windows and (found.interrupted or found.trigger != start.day):
            if found.chain[-1].on <= whole.day:  # begun anew within its own time: no window was needed
                found.chain[:windows] = [replace(i, needed=i.origin != i.rule) for i in found.chain[:windows]]
            windows = 0
    _cut(found)
    return found


def leave_out(name: str, trigger: date, ends: date, subject: Subject) -> Limit:
    """Return the days of a period that has no restarts, with what is left out of it."""
    found = Limit(trigger, ends, ends, ends)
    _leave_out(name, found, trigger, ends, subject, first=True)
    return found


def _leave_out(name: str, found: Limit, trigger: date, ends: date, subject: Subject, *, first: bool) -> None:
    """Set the days of a period that begins at `trigger`, with what is left out of it."""
    rules = {n: rule for n, rule in subject.law.of_kind(ExclusionRule).items() if name in rule.applies_to}
    left_out = [each for n, rule in rules.items() if rule.method == "interval" for each in intervals(n, rule, subject)]
    over, as_of = [each for each in left_out if each.end is not None], subject.as_of
    touched = list(over)
    safe, last, outer = ends, extended(ends, trigger, over, as_of), extended(ends, trigger, left_out, as_of)
    found.unwindowed, found.doubted = last, []
    for rule_name, rule in rules.items():
        if rule.method != "window_with_floor":
            continue
        again = counting_again(name, subject)
        if (alone := through_window(trigger, ends, rule, again)) is not None:
            safe = alone.safe
        if (argued := through_window(trigger, ends, rule, again, left_out, as_of)) is not None:
            outer = argued.outer
        if (certain := through_window(trigger, ends, rule, again, over, as_of)) is None:
            continue
        last = certain.last
        effect = say(
            "{ends} without it; {last} with it; readings from {safe} to {outer}",
            ends=found.unwindowed, last=last, safe=certain.safe, outer=certain.outer,
        )  # fmt: skip
        start_day, end_day, _ = rule.window
        found.chain.append(
            Interruption(rule_name, start_day, rule_name, "definitive", effect, provision(subject, rule_name))
        )
        touched.append(Interval(rule_name, start_day, end_day, rule_name))
        if rule.restart_doubt is not None:
            found.doubted.append((end_day, rule.restart_doubt))
    touching = [i for i in left_out if i.start <= max(last, outer) and (i.end is None or i.end > trigger)]
    found.chain += [link for link in shown(touching, subject) if link not in found.chain]
    if any(start <= last and len(parts) > 1 for start, _, parts in united(touched, trigger + ONE_DAY, as_of)):
        _note(found, say("days that more than one of them leaves out count once"))
    found.trigger = trigger
    found.last = last
    found.outer = max(outer, last)
    if first:
        found.safe = safe


def _note(found: Limit, words: str) -> None:
    if words not in found.notes:
        found.notes.append(words)


def _long_stop(subject: Subject) -> date | None:
    """Return the day no period may pass, whatever began it anew (France: C. civ. art. 2232), where the pack has one."""
    role = subject.law.pack.roles.long_stop
    if role is None or subject.invoice is None or role not in subject.law.rules:
        return None
    try:
        stop = subject.law.rule(role, PeriodRule)
        if stop.applies_if and answer_all(stop.applies_if, subject) != YES:
            return None
        return counted(role, resolve(stop.runs_from, subject, role), subject).day
    except FactMissing:
        return None


def _cut(found: Limit) -> None:
    """Let the long stop cut every day but those that an event it excepts carried past it."""
    if found.stop is None:
        return
    carried = max(found.stop, found.past)
    if carried < found.outer:
        _note(found, say("the long stop of {day} cuts the period", day=found.stop))
    found.last, found.safe = min(found.last, carried), min(found.safe, found.stop)
    found.outer = min(found.outer, max(carried, found.argued_past))


def _events(name: str, subject: Subject) -> list[tuple[Happened, str, RestartRule]]:
    """Return the entries that could begin a period anew, oldest first, each with the rule it fits."""
    by_kind: dict[str, list[tuple[str, RestartRule]]] = {}
    for rule_name, rule in subject.law.of_kind(RestartRule).items():
        if name in rule.applies_to:
            by_kind.setdefault(rule.on, []).append((rule_name, rule))
    return [
        (item, rule_name, rule)
        for item in subject.timeline.until(subject.as_of).entries
        for rule_name, rule in by_kind.get(item.entry.told("kind"), ())
        if fits(item.entry, rule.on, rule.where)
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
            found.past = date.max if rule.past_long_stop else found.past
            effect = say("the period does not run while it lasts")
        elif begins < found.trigger:
            state, effect = "not counted", say("before the period began on {day}", day=found.trigger)
        else:
            _leave_out(name, found, begins, whole, subject, first=False)
            found.past = max(found.past, found.last) if rule.past_long_stop else found.past
            effect = effect or say("begins anew on {day}: to {last}", day=begins, last=found.last)
    elif state == "doubtful":
        begins = _ended(item, rule, subject) or day
        late = Limit(begins, begins, begins, begins)
        _leave_out(name, late, begins, counted(name, Day(begins, ()), subject).day, subject, first=False)
        found.outer = max(found.outer, late.outer)
        found.argued_past = max(found.argued_past, late.outer) if rule.past_long_stop else found.argued_past
        effect = say("{effect}; if it counts, to {last}", effect=effect, last=late.outer)
    found.chain.append(Interruption(rule_name, day, item.name, state, effect, provision(subject, rule_name)))  # type: ignore[arg-type]


def _state(
    found: Limit, item: Happened, rule: RestartRule, day: date, subject: Subject, applied: Applied | None
) -> tuple[State | str, str]:
    """Return the state of an event and why; `not for this debt` for one that concerns another invoice."""
    entry = item.entry
    if _of_another_proceeding(item, subject):
        return "not for this debt", ""
    debts = {subject.invoice.number} if subject.invoice else set(subject.cheque.covers) if subject.cheque else set()
    if debts and rule.scope != "all_debts":
        named = named_above(subject.known, item, "invoices")
        if named is not None and not debts & named:
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
    if rule.unproved_where and fits(entry, rule.on, rule.unproved_where):
        return "not counted", say("not counted: {why}", why=rule.unproved)
    if rule.erased_where and fits(entry, rule.on, rule.erased_where):
        return "erased", say("erased: {why}", why=", ".join(str(getattr(entry, name)) for name in rule.erased_where))
    if (erased := _closing(item, rule.erased_by, subject)) is not None:
        return "erased", say("erased on {day}", day=erased)
    if day > found.reach and not found.interrupted:
        if day <= found.outer and (found.stop is None or day <= max(found.stop, found.past, found.argued_past)):
            return "doubtful", say("after {last}, within the outer reading only", last=found.reach)
        return "too late", say("after the period was over on {last}", last=found.reach)
    if (why := _doubted(found, day)) is not None:
        _note(found, why)
        return "doubtful", why
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


def _of_another_proceeding(item: Happened, subject: Subject) -> bool:
    """Return whether the period is of one judgment or order, and the event names another."""
    if subject.entry is None or getattr(item.entry, "of", None) is None:
        return False
    return not one_proceeding(subject.known, subject.entry, item)


def _doubted(found: Limit, day: date) -> str | None:
    """Return why an event is doubtful that a window alone keeps in time."""
    if found.interrupted or day <= found.unwindowed:
        return None
    return next((why for end, why in found.doubted if day <= end), None)


def _of_guarantors(item: Happened, subject: Subject) -> bool:
    """Return whether an event on the debt of a principal debtor names only guarantors (France: C. civ. art. 2246).

    Where it names nobody itself, whom what it came of was against.
    """
    if subject.debtor is not None and subject.debtor.role == "guarantor":
        return False
    entry, case = item.entry, subject.timeline.case
    own = {name for name in (getattr(entry, "debtor", None), getattr(entry, "to", None)) if name}
    names = own or named_above(subject.known, item, "against") or set()
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
    by_kind = subject.known.by_kind
    alone = len(by_kind.get(getattr(item.entry, "kind", ""), ())) == 1
    days = [
        day
        for closing in closings
        for other in by_kind.get(closing.entry, ())
        if other is not item
        and fits(other.entry, closing.entry, closing.where)
        and _concerns(item, other, subject, alone=alone)
        and isinstance(day := getattr(other.entry, closing.day, None), date)
        and item.entry.on <= day <= subject.as_of
    ]
    return min(days, default=None)


def _concerns(item: Happened, other: Happened, subject: Subject, *, alone: bool) -> bool:
    """Return whether an entry that closes concerns another: one proceeding, or the only one of its kind where neither names any."""
    if one_proceeding(subject.known, item, other):
        return True
    return alone and getattr(item.entry, "of", None) is None and getattr(other.entry, "of", None) is None
