"""From a timeline and the law to the dates at risk: the time to sue, invoice by invoice, and the other side's times.

The time to sue is counted without any restart, suspension or exclusion: the earliest day on which the claim can be lost. An
acknowledgment or a payment that may have begun it anew is named and not counted.
"""

from collections.abc import Iterator
from datetime import date

from lawkit.dates import ONE_DAY
from lawkit.deadlines.model import Deadline
from lawkit.errors import FactMissing
from lawkit.facts.conditions import YES, Subject, answer_all
from lawkit.facts.days import choose, end_of
from lawkit.facts.entries import Acknowledgment, Payment
from lawkit.facts.model import Invoice
from lawkit.facts.timeline import Timeline
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.model import PeriodRule
from lawkit.messages import say


def compute_deadlines(timeline: Timeline, law: Jurisdiction, as_of: date) -> list[Deadline]:
    """Return every deadline of a matter on `as_of`, soonest first, those waiting for a fact last."""
    known = timeline.until(as_of)
    law = law.with_elections(timeline.case.elections)
    found = [
        deadline
        for invoice in timeline.case.invoices
        for deadline in _of_invoice(Subject(known, law, as_of, invoice), invoice)
    ]
    return sorted(found, key=lambda d: (d.last_day is None, d.last_day or date.max, d.subject, d.rule))


def _of_invoice(subject: Subject, invoice: Invoice) -> Iterator[Deadline]:
    law = subject.law
    role = law.pack.roles.limitation
    if role is not None:
        try:
            branch, _ = choose(role, subject)
        except FactMissing:
            branch = None
        if branch is not None and branch.rule is not None:
            yield _deadline(branch.rule, subject, invoice, tuple(_restarts(subject)))
    for name in law.pack.roles.deadlines:
        if answer_all(law.rule(name, PeriodRule).applies_if, subject) == YES:
            yield _deadline(name, subject, invoice, ())


def _deadline(name: str, subject: Subject, invoice: Invoice, notes: tuple[str, ...]) -> Deadline:
    law = subject.law
    rule = law.rule(name, PeriodRule)
    try:
        found = end_of(name, subject)
        last, chain = found.day, found.chain
    except FactMissing as missing:
        last, chain = None, (str(missing),)
    day = last or subject.as_of
    value = law.value_on(name, day if rule.dated_by is None else subject.as_of)
    rolls = rule.if_closed == "next_open_day"
    if rolls:
        notes = (
            *notes,
            say("if the court is closed on the last day, the next open day counts; calendars are not held here"),
        )
    return Deadline(
        rule=name,
        title=rule.title.get("en") or next(iter(rule.title.values())),
        subject=invoice.number,
        use=rule.use,
        chain=chain,
        last_day=last,
        recommended=working_day_before(last) if last and rule.use == "must_act_by" else None,
        status="waiting for a fact" if last is None else "missed" if last < subject.as_of else "running",
        rolls=rolls,
        extendable=rule.extendable,
        if_missed=rule.if_missed or "",
        provision=law.citation(name, subject.as_of, law.pack.languages[0]),
        standing=value.standing or rule.standing or "not read again",
        doubt=value.doubt or rule.doubt or "",
        notes=notes,
    )


def working_day_before(day: date) -> date:
    """Return the last weekday before `day`; holidays are not known here."""
    before = day - ONE_DAY
    while before.weekday() >= 5:
        before -= ONE_DAY
    return before


def _restarts(subject: Subject) -> Iterator[str]:
    """Yield what may have begun the time anew; none of it is counted."""
    for item, acknowledgment in subject.timeline.of_kind(Acknowledgment):
        if acknowledgment.written:
            signed = say("signed") if acknowledgment.signed else say("not signed")
            yield say(
                "not counted: acknowledgment of {day}, {signed} ({entry})",
                day=acknowledgment.on, signed=signed, entry=item.name,
            )  # fmt: skip
    for item, payment in subject.timeline.of_kind(Payment):
        yield say("not counted: payment of {day} ({entry})", day=payment.on, entry=item.name)
