"""Days taken from entries: when something happened, when a paper was sent, when it was received."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lawkit.facts.conditions import Subject
from lawkit.facts.entries import Dispatched, EntryBase, ServiceOutcome
from lawkit.facts.timeline import Happened
from lawkit.law.expressions import Event


@dataclass(frozen=True, slots=True)
class Known:
    """A day known from an entry: what it is the day of, and which entry says so."""

    day: date
    what: str
    origin: str


def fits(entry: EntryBase, kind: str, where: Mapping[str, Sequence[str]]) -> bool:
    """Return whether an entry is of a kind and has, in each field named, one of the values; yes and no are texts too."""
    if getattr(entry, "kind", None) != kind:
        return False
    return all(_word(getattr(entry, name, None)) in values for name, values in where.items())


def _word(value: object) -> str:
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def event_day(expression: Event, subject: Subject) -> Known | None:
    """Return a day of the entry asked about, of one that names it, or of the first or last that fits."""
    own = subject.entry
    if own is not None and fits(own.entry, expression.event, expression.where):
        return _day_of(own, expression)
    found = [
        item
        for item in subject.timeline.until(subject.as_of).entries
        if fits(item.entry, expression.event, expression.where)
    ]
    if own is not None:
        found = [item for item in found if getattr(item.entry, "of", None) == own.name] or (
            [] if any(getattr(item.entry, "of", None) for item in found) else found
        )
    days = [day for item in found if (day := _day_of(item, expression)) is not None]
    if not days:
        return None
    return min(days, key=lambda k: k.day) if expression.pick == "first" else max(days, key=lambda k: k.day)


def _day_of(item: Happened, expression: Event) -> Known | None:
    day = getattr(item.entry, expression.day, None)
    if not isinstance(day, date):
        return None
    name = expression.event if expression.day == "on" else f"{expression.event}.{expression.day}"
    return Known(day, name, item.name)


def _sent(papers: Sequence[str], subject: Subject) -> Iterator[tuple[Happened, Dispatched]]:
    for item, entry in subject.timeline.until(subject.as_of).of_kind(Dispatched):
        if entry.document in papers and (subject.debtor is None or entry.addressee == subject.debtor.name):
            cheques: tuple[str, ...] = getattr(entry, "cheques", ())
            if subject.cheque is None or not cheques or subject.cheque.number in cheques:
                yield item, entry


def dispatch_day(papers: Sequence[str], subject: Subject) -> Known | None:
    """Return the day one of the papers was first sent."""
    days = [Known(entry.on, f"dispatched {entry.document}", item.name) for item, entry in _sent(papers, subject)]
    return min(days, key=lambda k: k.day, default=None)


def received_day(papers: Sequence[str], subject: Subject, course: int) -> tuple[Known, date | None] | None:
    """Return the day a paper was received and its later reading; None where no outcome says that it was.

    Deemed service has two readings: the day of the endorsement, and the end of the ordinary course of post, `course`
    days after dispatch, if that is later. Of several modes the first that was served counts for the early reading, the
    last for the late one.
    """
    meanings = subject.law.pack.service_outcomes
    early: list[Known] = []
    late: list[date] = []
    for item, sent in _sent(papers, subject):
        for outcome_item, outcome in subject.timeline.until(subject.as_of).of_kind(ServiceOutcome):
            meaning = meanings.get(outcome.outcome) if outcome.of == item.name else None
            if meaning not in ("served", "deemed"):
                continue
            early.append(Known(outcome.on, f"{sent.document} {outcome.outcome}", outcome_item.name))
            late.append(max(outcome.on, sent.on + timedelta(days=course)) if meaning == "deemed" else outcome.on)
    if not early:
        return None
    first = min(early, key=lambda k: k.day)
    last = max(late)
    return first, last if last > first.day else None
