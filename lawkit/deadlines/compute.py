"""From a timeline and the law to every date: the time to sue, each period that has begun, each day that an entry states."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from lawkit.dates import ONE_DAY
from lawkit.deadlines.closed import calendar_note, rolled_day, working_day_before
from lawkit.deadlines.joint import each_bound
from lawkit.deadlines.limitation import Applied, Limit, leave_out, limit
from lawkit.deadlines.model import Deadline, Status, Trigger
from lawkit.deadlines.stated import stated_days
from lawkit.errors import FactMissing, RuleNotInForce
from lawkit.facts.conditions import answer_all
from lawkit.facts.days import Day, choose, counted, resolve, selecting_day
from lawkit.facts.service import event_days
from lawkit.facts.subject import YES, Subject
from lawkit.facts.timeline import Timeline
from lawkit.law.expressions import DayAfter, DayExpr, EndOf, Event
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.model import ChoiceRule
from lawkit.law.periods import PeriodRule, RestartRule
from lawkit.messages import say

# the kinds of entry a rule may count by
ENTRIES_OF = {
    "service": ("dispatched", "served"),
    "order": ("order",),
    "judgment": ("judgment",),
    "measure": ("measure_applied",),
}


def compute_deadlines(
    timeline: Timeline, law: Jurisdiction, as_of: date, applied: Applied | None = None
) -> list[Deadline]:
    """Return every deadline of a matter on `as_of`, soonest first, those waiting for a fact last.

    `applied` says to which invoices each payment went, as the claim applied it.
    """
    known = timeline.until(as_of)
    law = law.with_elections(timeline.case.elections)
    whole = Subject(known, law, as_of)
    found = [*_limitation(whole, applied), *_guarantors(whole, applied)]
    taken = {deadline.rule for deadline in found}
    found += stated_days(whole)
    for name, rule in law.of_kind(PeriodRule).items():
        if not rule.diarised or name in taken or name in _of_roles(law):
            continue
        for subject in subjects(rule.per, whole, _kind(rule)):
            if rule.applies_if and answer_all(rule.applies_if, subject) != YES:
                continue
            deadline = deadline_of(name, subject)
            if deadline is not None:
                found.append(deadline)
    return sorted(found, key=lambda d: (d.status == "waiting for a fact", d.sorted_by, d.subject, d.rule))


def limits(timeline: Timeline, law: Jurisdiction, as_of: date, applied: Applied | None = None) -> list[Deadline]:
    """Return the time to sue for each debt and guarantee alone."""
    whole = Subject(timeline.until(as_of), law.with_elections(timeline.case.elections), as_of)
    return [*_limitation(whole, applied), *_guarantors(whole, applied)]


def _of_roles(law: Jurisdiction) -> set[str]:
    """Return the periods that a choice of limitation selects: they are counted by the choice."""
    roles = law.pack.roles
    names: set[str] = set(roles.term_limits)
    for role in (roles.limitation, roles.limitation_of_guarantors, roles.payable_on):
        if role is not None:
            names |= {branch.rule for branch in law.rule(role, ChoiceRule).ordered if branch.rule}
    return names


def _kind(rule: PeriodRule) -> str | None:
    """Return the kind of entry a rule counts by, where more than one could be: the one it runs from."""
    kind = getattr(rule.runs_from, "event", None)
    return kind if kind in ENTRIES_OF.get(rule.per, ()) else None


def subjects(per: str, whole: Subject, kind: str | None = None) -> Iterator[Subject]:
    """Yield what a rule counts by: each invoice, cheque, debtor or entry (of one `kind`), or the matter itself."""
    known, law, as_of = whole.timeline, whole.law, whole.as_of
    case = known.case
    if per == "invoice":
        for invoice in case.invoices:
            yield Subject(known, law, as_of, invoice=invoice)
    elif per == "cheque":
        for cheque in case.cheques:
            yield Subject(known, law, as_of, cheque=cheque)
    elif per == "debtor":
        for debtor in case.debtors:
            yield Subject(known, law, as_of, debtor=debtor)
    elif per in ENTRIES_OF:
        for item in known.entries:
            if getattr(item.entry, "kind", None) in ((kind,) if kind else ENTRIES_OF[per]):
                yield Subject(known, law, as_of, entry=item)
    else:
        yield whole


# -- the time to sue -----------------------------------------------------------------------------


def _limitation(whole: Subject, applied: Applied | None) -> Iterator[Deadline]:
    role = whole.law.pack.roles.limitation
    if role is not None:
        for invoice in subjects("invoice", whole):
            for subject in each_bound(invoice):
                yield from _limit_of(role, subject, applied)


def _guarantors(whole: Subject, applied: Applied | None) -> Iterator[Deadline]:
    role = whole.law.pack.roles.limitation_of_guarantors
    if role is not None:
        for subject in subjects("debtor", whole):
            if subject.debtor is not None and subject.debtor.role == "guarantor":
                yield from _limit_of(role, subject, applied)


def _limit_of(role: str, subject: Subject, applied: Applied | None) -> Iterator[Deadline]:
    try:
        branch, _ = choose(role, subject)
    except FactMissing as missing:  # which period applies cannot be told: said, and waited for
        names = [each.rule for each in subject.law.rule(role, ChoiceRule).ordered if each.rule is not None]
        yield replace(
            _waiting(names[0], subject.law.rule(names[0], PeriodRule), subject, str(missing)),
            rule=role, title=subject.law.rule(role, ChoiceRule).title["en"], provision="", if_missed="", doubt="",
        )  # fmt: skip
        return
    if branch is None or branch.rule is None:
        return
    name = branch.rule
    rule = subject.law.rule(name, PeriodRule)
    try:
        start = resolve(rule.runs_from, subject, name)
    except FactMissing as missing:
        yield _waiting(name, rule, subject, str(missing))
        return
    found = limit(name, start, subject, applied)
    yield _limited(name, rule, start, found, subject, tuple(n for n in (branch.note,) if n))


def _limited(
    name: str, rule: PeriodRule, start: Day, found: Limit, subject: Subject, notes: tuple[str, ...]
) -> Deadline:
    last, safe, outer = found.last, found.safe, found.outer
    met = _met(rule, subject)
    effective, passed, provisional = rolled_day(rule, last, subject)
    effective_safe = safe
    recommended = working_day_before(effective_safe if effective_safe >= subject.as_of else last, rule, subject)
    status: Status
    if met is not None and met <= effective:
        status = "met"
    elif found.interrupted:
        status = "interrupted"
    elif effective < subject.as_of:
        status = "missed"
    else:
        status = "provisional" if provisional else "running"
    if safe < subject.as_of <= effective and status in ("running", "provisional"):
        notes = (
            *notes,
            say(
                "{safe}, counted without what must be proved, has passed: the claim stands on the events shown",
                safe=safe,
            ),
        )
    return replace(
        described(name, rule, start, subject),
        chain=(*counted(name, start, subject).chain, *passed),
        earliest=None,
        last_day=last,
        effective_last_day=effective,
        safe_day=safe,
        outer_day=outer,
        recommended=None if status in ("met", "missed", "interrupted") else max(recommended, subject.as_of),
        status=status,
        met_on=met,
        interruptions=tuple(found.chain),
        notes=(*notes, *found.notes, *calendar_note(rule, subject, provisional)),
    )


# -- every other period --------------------------------------------------------------------------


def deadline_of(name: str, subject: Subject) -> Deadline | None:
    """Return one deadline; None where the rule counts by the matter and nothing has begun it yet."""
    law = subject.law
    rule = law.rule(name, PeriodRule)
    try:
        start = begins(rule.runs_from, subject, name)
        end = counted(name, start, subject)
    except FactMissing as missing:
        if rule.per in ("matter", "debtor") or rule.per in ENTRIES_OF:
            return None
        return _waiting(name, rule, subject, str(missing))
    except RuleNotInForce:
        return None
    if any(name in restart.applies_to for restart in law.of_kind(RestartRule).values()):
        return _limited(name, rule, start, limit(name, start, subject), subject, ())
    safe = leave_out(name, start.day, end.day, subject)
    earliest: date | None = None
    allowed: date | None = None  # the first day on which an act counts
    early: date | None = None  # the day of one that came before it
    status: Status
    if rule.use == "may_act_from":
        waits, passed, provisional = rolled_day(rule, max(end.latest, safe.last), subject, waiting=True)
        earliest = allowed = waits + ONE_DAY
        effective = waits
        met = _met(rule, subject, since=earliest)
        status = (
            "met" if met is not None and met >= earliest else "not before" if subject.as_of < earliest else "running"
        )
        if met is not None and met < earliest:
            status, early = "missed", met
    else:
        effective, passed, provisional = rolled_day(rule, safe.last, subject)
        allowed = _allowed_from(rule, subject, effective)
        met = _met(rule, subject, since=allowed)
        if met is not None and allowed is not None and met < allowed:
            met, early = None, met
        if met is not None and met <= effective:
            status = "met"
        elif effective < subject.as_of:
            status = "missed"
        else:
            status = "provisional" if provisional else "running"
    notes = list(calendar_note(rule, subject, provisional))
    if rule.use == "other_side_has" and status == "missed" and subject.as_of <= end.latest:
        status = "running"  # nobody acts on its being over before the later reading is
        notes.append(
            say("over on {early} by the earlier reading, on {late} by the later", early=effective, late=end.latest)
        )
    if early is not None:
        notes.append(say("done on {met}, before {earliest}: too early", met=early, earliest=allowed))
    if rule.use == "other_side_has" and status == "missed":
        notes.append(say("the other side's time is over"))
    must = rule.use == "must_act_by"
    return replace(
        described(name, rule, start, subject),
        chain=(*end.chain, *passed),
        earliest=earliest,
        last_day=safe.last,
        effective_last_day=effective,
        safe_day=safe.safe,
        outer_day=max(safe.outer, end.latest),
        recommended=max(working_day_before(min(safe.safe, effective), rule, subject), subject.as_of)
        if must and status in ("running", "provisional")
        else None,
        status=status,
        met_on=met,
        interruptions=tuple(safe.chain),
        notes=tuple(notes),
    )


def begins(expression: DayExpr, subject: Subject, needed_by: str) -> Day:
    """Return the day a period runs from; one that runs from the end of another sees what is left out of that one."""
    if isinstance(expression, DayAfter) and isinstance(expression.day_after, EndOf):
        before = begins(expression.day_after, subject, needed_by)
        day = before.day + ONE_DAY
        late = before.late + ONE_DAY if before.late else None
        return replace(
            before, day=day, late=late, chain=(*before.chain, say("the day after: {day}", day=day.isoformat()))
        )
    found = resolve(expression, subject, needed_by)
    if not isinstance(expression, EndOf):
        return found
    inner = subject.law.rule(expression.end_of, PeriodRule)
    start = begins(inner.runs_from, subject, expression.end_of)
    end = counted(expression.end_of, start, subject, rolled=expression.rolled)
    left = leave_out(expression.end_of, start.day, end.day, subject)
    if left.last == end.day:
        return end
    words = say("{rule}, with the time left out of it: {day}", rule=expression.end_of, day=left.last.isoformat())
    late = max(left.outer, end.latest)
    return replace(end, day=left.last, late=late if late > left.last else None, chain=(*end.chain, words))


def _waiting(name: str, rule: PeriodRule, subject: Subject, why: str) -> Deadline:
    return replace(described(name, rule, None, subject), chain=(why,))


def described(name: str, rule: PeriodRule, start: Day | None, subject: Subject) -> Deadline:
    """Return what a deadline says of its rule, its subject and its trigger, before any day is counted."""
    law = subject.law
    day = start.day if start is not None else subject.as_of
    if rule.dated_by is not None and start is not None:
        day = selecting_day(rule, day, subject)
    try:
        value = law.value_on(name, day if rule.dated_by is not None else subject.as_of)
        standing, doubt = value.standing or rule.standing or say("not read again"), value.doubt or rule.doubt or ""
        cited = law.citation(name, day if rule.dated_by is not None else subject.as_of, law.pack.languages[0])
    except RuleNotInForce:
        standing, doubt, cited = say("not read again"), rule.doubt or "", ""
    trigger = None
    if start is not None:
        fact = start.chain[0].rsplit(" ", 1)[0] if start.chain else ""
        trigger = Trigger(fact, start.day, start.late, start.origin)
    return Deadline(
        rule=name,
        title=rule.title.get("en") or next(iter(rule.title.values())),
        per=rule.per,
        subject=subject.name,
        use=rule.use,
        trigger=trigger,
        extendable=rule.extendable,
        if_missed=rule.if_missed or "",
        provision=cited,
        standing=standing,
        doubt=doubt,
    )


def _met(rule: PeriodRule, subject: Subject, *, since: date | None = None) -> date | None:
    """Return the day a period was met: of several, the first on or after `since`, else the last before it."""
    if rule.met_by is None:
        return None
    if since is None or not isinstance(rule.met_by, Event):
        try:
            return resolve(rule.met_by, subject, "met_by").day
        except FactMissing:
            return None
    days = [known.day for known in event_days(rule.met_by, subject)]
    later = [day for day in days if day >= since]
    if not later:
        return max(days, default=None)
    return min(later) if rule.met_by.pick == "first" else max(later)


def _allowed_from(rule: PeriodRule, subject: Subject, last: date) -> date | None:
    """Return the first day on which an act meets a period: that of the period it may not come before, never after `last`."""
    if rule.not_before is None:
        return None
    waiting = deadline_of(rule.not_before, subject)
    return None if waiting is None or waiting.earliest is None else min(waiting.earliest, last)
