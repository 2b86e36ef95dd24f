"""Days taken from entries: when something happened, when a paper was sent, when it was received."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lawkit.facts.chains import named_above
from lawkit.facts.entries import Dispatched, EntryBase, Filed, ServiceOutcome
from lawkit.facts.model import Cheque
from lawkit.facts.subject import Subject
from lawkit.facts.timeline import Happened
from lawkit.law.expressions import Event
from lawkit.messages import say


@dataclass(frozen=True, slots=True)
class Known:
    """A day known from an entry: what it is the day of, and which entry says so."""

    day: date
    what: str
    origin: str


def fits(entry: EntryBase, kind: str, where: Mapping[str, Sequence[str]]) -> bool:
    """Return whether an entry is of a kind and has, in each field named, one of the values; yes, no and none are texts too."""
    if getattr(entry, "kind", None) != kind:
        return False
    return all(_word(getattr(entry, name, None)) in values for name, values in where.items())


def _word(value: object) -> str:
    if value is None:
        return "none"
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def event_day(expression: Event, subject: Subject) -> Known | None:
    """Return a day of the entry asked about, of one that names it or that it names, or of the first or last that fits."""
    days = event_days(expression, subject)
    if not days:
        return None
    return min(days, key=lambda k: k.day) if expression.pick == "first" else max(days, key=lambda k: k.day)


def event_days(expression: Event, subject: Subject) -> list[Known]:
    """Return the days of all the entries of which `event_day` picks one."""
    entries = subject.timeline.until(subject.as_of).entries
    own = subject.entry
    if own is not None and fits(own.entry, expression.event, expression.where):
        day = _day_of(own, expression) if _names(own, expression, entries) else None
        return [] if day is None else [day]
    found = [
        item
        for item in subject.timeline.until(subject.as_of).by_kind.get(expression.event, ())
        if fits(item.entry, expression.event, expression.where)
        and _names(item, expression, entries)
        and concerns(item, subject)
    ]
    if own is not None:
        named = any(getattr(item.entry, "of", None) for item in found)
        another = getattr(own.entry, "kind", None) == expression.event  # another of its kind is not what is asked about
        linked = [item for item in found if own.name == getattr(item.entry, "of", None)]
        linked = linked or [item for item in found if item.name == getattr(own.entry, "of", None)]
        found = linked or ([] if named or another else found)
    return [day for item in found if (day := _day_of(item, expression)) is not None]


def _names(item: Happened, expression: Event, entries: Sequence[Happened]) -> bool:
    """Return whether an entry names one that fits `of`; one that names none does where all it could name fit."""
    if expression.of is None:
        return True
    of = getattr(item.entry, "of", None)
    kind = [each for each in entries if getattr(each.entry, "kind", None) == expression.of.event]
    could = [each for each in kind if of is None or each.name == of]
    return bool(could) and all(fits(each.entry, expression.of.event, expression.of.where) for each in could)


def concerns(item: Happened, subject: Subject) -> bool:
    """Return whether an entry is about the invoice, the cheque or the debtor asked about.

    One that names none, and came of none that does, is about all of them.
    """
    entry, known = item.entry, subject.known
    asked = subject.invoice is not None or subject.debtor is not None
    if asked and not _binds(named_above(known, item, "against"), subject):
        return False
    if subject.invoice is not None:
        invoices = named_above(known, item, "invoices")
        if invoices is not None and subject.invoice.number not in invoices:
            return False
    if subject.cheque is not None:
        if _on_an_earlier_return(entry, subject.cheque):
            return False
        cheques = named_above(known, item, "cheques")
        if cheques is not None and subject.cheque.number not in cheques:
            return False
    insolvent = getattr(entry, "debtor", None) if getattr(entry, "kind", "") == "insolvency_opened" else None
    if insolvent is not None and subject.debtor is None:  # a guarantor's insolvency does not stop the debt itself
        return any(debtor.name == insolvent for debtor in subject.timeline.case.principal_debtors)
    return True


def _on_an_earlier_return(entry: EntryBase, cheque: Cheque) -> bool:
    """Return whether a demand or a complaint came before the return the cheque tells of: it was on an earlier one.

    A cheque may be presented again within its validity, and a new return begins new days (MSR Leathers, 2013).
    """
    days = [day for day in (cheque.returned, cheque.informed_on, cheque.memo_received) if day is not None]
    its_own = isinstance(entry, Dispatched) or (isinstance(entry, Filed) and entry.proceeding == "cheque_complaint")
    return its_own and bool(days) and entry.on < min(days)


def _binds(against: frozenset[str] | None, subject: Subject) -> bool:
    """Return whether what is directed against some debtors is against the one asked about, or against one who owes the debt."""
    if against is None:
        return True
    if subject.debtor is not None:
        return subject.debtor.name in against
    guarantors = {debtor.name for debtor in subject.timeline.case.debtors if debtor.role == "guarantor"}
    return not against <= guarantors


def _day_of(item: Happened, expression: Event) -> Known | None:
    day = getattr(item.entry, expression.day, None)
    if not isinstance(day, date):
        return None
    name = expression.event if expression.day == "on" else f"{expression.event}.{expression.day}"
    return Known(day, name, item.name)


def _sent(papers: Sequence[str], subject: Subject) -> Iterator[tuple[Happened, Dispatched]]:
    """Yield the dispatches of papers to the debtor, or for the cheque, asked about; of a cheque, those to its drawer."""
    others = [d.name for d in subject.timeline.case.debtors if subject.cheque and d.role in ("director", "guarantor")]
    for item, entry in subject.timeline.until(subject.as_of).of_kind(Dispatched):
        if entry.document not in papers or entry.addressee in others or not concerns(item, subject):
            continue
        if subject.debtor is None or entry.addressee == subject.debtor.name:
            yield item, entry


def dispatch_day(papers: Sequence[str], subject: Subject) -> Known | None:
    """Return the day one of the papers was first sent."""
    days = [Known(entry.on, f"dispatched {entry.document}", item.name) for item, entry in _sent(papers, subject)]
    return min(days, key=lambda k: k.day, default=None)


def received_of(item: Happened, sent: Dispatched, subject: Subject) -> tuple[Known, date] | None:
    """Return the day one dispatch was received and its later reading, the same day where there is one only."""
    role = subject.law.pack.roles.ordinary_post
    value = getattr(subject.law.value_on(role, subject.as_of), "value", None) if role is not None else None
    found = list(_receipts(item, sent, subject, value or 0))
    if not found:
        return None
    first = min((known for known, _ in found), key=lambda known: known.day)
    return first, max(late for _, late in found)


def received_day(papers: Sequence[str], subject: Subject, course: int) -> tuple[Known, date | None] | None:
    """Return the day a paper was received and its later reading; None where no outcome says that it was.

    Deemed service has two readings: the day of the endorsement, and the end of the ordinary course of post, `course`
    days after dispatch, if that is later. Of several modes the first that was served counts for the early reading, the
    last for the late one. By a mode that carries no presumption the delivery is still to be proved, and that is said.
    """
    found = [each for item, sent in _sent(papers, subject) for each in _receipts(item, sent, subject, course)]
    if not found:
        return None
    first = min((known for known, _ in found), key=lambda k: k.day)
    last = max(late for _, late in found)
    return first, last if last > first.day else None


def _receipts(item: Happened, sent: Dispatched, subject: Subject, course: int) -> Iterator[tuple[Known, date]]:
    """Yield each outcome by which a dispatch was received, with its later reading."""
    pack = subject.law.pack
    for outcome_item, outcome in subject.timeline.until(subject.as_of).of_kind(ServiceOutcome):
        meaning = pack.service_outcomes.get(outcome.outcome) if outcome.of == item.name else None
        if meaning not in ("served", "deemed"):
            continue
        what = f"{sent.document} {outcome.outcome}"
        if meaning == "deemed" and pack.presumed_modes and sent.mode not in pack.presumed_modes:
            what = say("{paper} {outcome} by {mode}, without presumption of service: delivery is to be proved:",
                       paper=sent.document, outcome=outcome.outcome, mode=sent.mode)  # fmt: skip
        late = max(outcome.on, sent.on + timedelta(days=course)) if meaning == "deemed" else outcome.on
        yield Known(outcome.on, what, outcome_item.name), late
