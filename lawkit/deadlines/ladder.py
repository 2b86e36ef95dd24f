"""The recovery ladder: what can be done now, what cannot yet and why, what was done, what is closed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from lawkit.dates import add_months
from lawkit.deadlines.compute import compute_deadlines
from lawkit.deadlines.limitation import Applied
from lawkit.deadlines.model import Deadline
from lawkit.errors import FactMissing
from lawkit.facts.conditions import answer
from lawkit.facts.days import count_period, resolve, span
from lawkit.facts.subject import YES, Subject
from lawkit.facts.timeline import Timeline
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.stages import Stage, Wait
from lawkit.messages import say

State = Literal["now", "not yet", "done", "left out", "closed"]


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of the ladder in a matter: its state, since or from when, and why."""

    stage: str
    title: str
    state: State
    documents: tuple[str, ...]
    day: date | None
    why: tuple[str, ...]
    comes_first: bool = False
    subject: str = ""  # the cheque, of a stage that is taken for each


def compute_ladder(
    timeline: Timeline,
    law: Jurisdiction,
    as_of: date,
    applied: Applied | None = None,
    *,
    dates: Sequence[Deadline] | None = None,
    paid_in_full: bool | None = None,
) -> list[Step]:
    """Return every stage of the pack's ladder with its state on `as_of`, in order; what must come first, first.

    `dates` are the deadlines of the day where they are computed already; `paid_in_full` says whether the claim, or the
    judgment, came to nothing left.
    """
    law = law.with_elections(timeline.case.elections)
    subject = Subject(timeline.until(as_of), law, as_of, paid_in_full=paid_in_full)
    if dates is None:
        dates = compute_deadlines(timeline, law, as_of, applied)
    done = _all_done(law, subject, dates)
    reached = max((law.stages[name].order for name in done if law.stages[name].per == "matter"), default=-1)
    of_each = {each.name: _all_done(law, each, dates) for each in _cheques(subject)}
    steps: list[Step] = []
    for name, stage in law.stages.items():
        if stage.per == "matter" or not of_each:
            steps.append(_step(name, stage, subject, dates, done, reached))
            continue
        for each in _cheques(subject):
            own = [date for date in dates if date.subject == each.name]
            found = _step(name, stage, each, own, of_each[each.name], -1)
            steps.append(replace(found, subject=each.name))
    if any(step.comes_first and step.state == "now" for step in steps):
        first = next(step.title for step in steps if step.comes_first and step.state == "now")
        steps = [
            step
            if step.state != "now" or step.comes_first or step.subject
            else replace(step, state="not yet", why=(*step.why, say("first: {step}", step=first)))
            for step in steps
        ]
    return sorted(steps, key=lambda step: not (step.comes_first and step.state == "now"))


def _cheques(subject: Subject) -> list[Subject]:
    return [replace(subject, cheque=cheque) for cheque in subject.timeline.case.cheques]


def _all_done(law: Jurisdiction, subject: Subject, dates: Sequence[Deadline]) -> dict[str, date]:
    """Return the stages that were taken, and when; for a cheque, one that was taken too early is still to be taken."""
    done = {}
    for name, stage in law.stages.items():
        day = _done(stage, subject)
        early = subject.cheque is not None and any(
            d.rule in stage.not_before and d.subject == subject.name and d.status == "missed" for d in dates
        )
        if day is not None and not early:
            done[name] = day
    return done


def _done(stage: Stage, subject: Subject) -> date | None:
    if stage.done_by is None:
        return None
    try:
        return resolve(stage.done_by, subject, "done_by").day
    except FactMissing:
        return None


def _step(
    name: str, stage: Stage, subject: Subject, dates: Sequence[Deadline], done: dict[str, date], reached: int
) -> Step:
    title = stage.title.get("en") or next(iter(stage.title.values()))

    def step(state: State, day: date | None, *why: str) -> Step:
        return Step(name, title, state, stage.documents, day, why, stage.comes_first)

    if name in done and not stage.goes_on:
        return step("done", done[name])
    closing = [each for each in stage.closes if answer(each, subject) == YES]
    if closing:
        return step("closed", None, *(_said(each, law=subject.law) for each in closing))
    if name in done:
        return step("now", done[name], say("goes on until nothing is owed; last: {day}", day=done[name]))
    unmet = [each for each in stage.when if answer(each, subject) != YES]
    if unmet:
        return step("left out", None, *(_said(each, negated=True, law=subject.law) for each in unmet))
    skipping = [each for each in stage.skips if answer(each, subject) == YES]
    if skipping:
        return step("left out", None, *(_said(each, law=subject.law) for each in skipping))
    ends = _counted(stage.until, subject) if stage.until is not None else None
    if ends is not None and ends[0] is not None and ends[0] < subject.as_of:
        return step("left out", None, say("its time was over on {day}: {why}", day=ends[0], why=ends[1]))
    if stage.order < reached and not stage.comes_first:
        return step("left out", None, say("a later step was taken"))
    before = [each for each in stage.after if each not in done]
    if before:
        titles = [subject.law.stages[each].title for each in before]
        wanted = ", ".join(each.get("en") or next(iter(each.values())) for each in titles)
        return step("not yet", None, say("after: {steps}", steps=wanted))
    limits = [d for d in dates if d.rule in stage.not_after]
    over = [d for d in limits if d.status == "missed"]
    ahead = any(d.status in ("running", "provisional") for d in limits)
    if not ahead and any(not d.extendable for d in over):
        why = (say("{title}: over on {day}", title=d.title, day=d.effective_last_day) for d in over)
        return step("closed", None, *why)
    waits = _counted(stage.waits, subject) if stage.waits is not None else None
    if waits is not None and (waits[0] is None or waits[0] > subject.as_of):
        return step("not yet", *waits)
    too_early = [d for d in dates if d.rule in stage.not_before and d.status in ("not before", "waiting for a fact")]
    if too_early:
        day = max((d.earliest for d in too_early if d.earliest), default=None)
        return step("not yet", day, *(f"{d.title} ({d.subject}): {'; '.join(d.chain)}" for d in too_early))
    return step("now", waits[0] if waits else None, *(waits[1:] if waits else ()), *_within(stage, dates))


def _within(stage: Stage, dates: Sequence[Deadline]) -> Iterator[str]:
    """Yield the last day of a step that is open, or that it is over and only the court can still allow it."""
    for d in dates:
        if d.rule in stage.not_after and d.effective_last_day is not None:
            if d.status == "missed":
                yield say("over on {day}: {what}", day=d.effective_last_day, what=d.if_missed.replace("_", " "))
            elif d.status in ("running", "provisional"):
                yield say("to {day}", day=d.effective_last_day)


def _counted(wait: Wait, subject: Subject) -> tuple[date | None, str]:
    """Return the day to which an office waits, and why; none where the day it counts from is not known."""
    try:
        since = resolve(wait.since, subject, "waits")
    except FactMissing as missing:
        return None, str(missing)
    if wait.unit == "month":
        day = add_months(since.latest, wait.value)
    else:
        day = count_period(since.latest, wait.value, "day", "forward", "exclude_first_day")
    return day, say("{time} from {since}", time=span(wait.value, wait.unit), since="; ".join(since.chain))


def _said(condition: str, *, law: Jurisdiction, negated: bool = False) -> str:
    """Return a condition in words; a test of the pack by its title."""
    from lawkit import vocabulary

    plain = condition.removeprefix("not ")
    words = vocabulary.CONDITIONS.get(plain)
    if words is None:
        title = law.rules[plain].title
        words = title.get("en") or next(iter(title.values()))
    return say("not so: {what}", what=words) if negated ^ condition.startswith("not ") else words
