"""Days that an entry itself states: set by a court or a registry, promised, agreed, or given in our own paper.

They are facts, and no rule counts them: a hearing to attend, a defect to cure, what an order gives a day for, a promise, an
instalment, the time a paper gave to pay, the day a hold or a stay ends. Each names its entry, and stands among the deadlines.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from lawkit.dates import ONE_DAY
from lawkit.deadlines.closed import working_day_before
from lawkit.deadlines.model import Deadline, Status, Trigger
from lawkit.facts.agreed import ZERO, agreement, covered_on
from lawkit.facts.chains import one_proceeding
from lawkit.facts.conditions import answer
from lawkit.facts.days import span
from lawkit.facts.entries import (
    Adjourned,
    ClaimDeclared,
    Contact,
    Defect,
    Dispatched,
    EntryBase,
    Filed,
    HearingHeld,
    HearingListed,
    HoldLifted,
    HoldPlaced,
    InsolvencyOpened,
    Judgment,
    Order,
    Payment,
    PlanAccepted,
    PlanProposed,
    Promise,
    Registered,
    Stay,
    TitleObtained,
)
from lawkit.facts.service import received_of
from lawkit.facts.subject import YES, Subject
from lawkit.facts.timeline import Happened
from lawkit.law.expressions import Event
from lawkit.law.periods import PeriodRule
from lawkit.messages import say
from lawkit.money import figures

# over for the diary once the matter went on after them
PASSING = ("promise.by", "contact.next_contact", "dispatched.demand")


def stated_days(subject: Subject) -> Iterator[Deadline]:
    """Yield each day that an entry of the matter states, as it stands on the day asked."""
    for find in (
        _hearings,
        _defects,
        _orders,
        _claims,
        _promises,
        _instalments,
        _proposals,
        _demands,
        _contacts,
        _ends,
    ):
        yield from find(subject)


def _stated(
    item: Happened,
    field: str,
    day: date,
    title: str,
    subject: Subject,
    *,
    use: str = "must_act_by",
    name: str = "",
    met: date | None = None,
    chain: Sequence[str] = (),
    notes: Sequence[str] = (),
    attend: bool = False,
) -> Deadline:
    """Return a day as a deadline: it is met by what was done, early or late, and missed once it is over without it."""
    kind = _kind(item.entry)
    status: Status = "met" if met is not None else "missed" if day < subject.as_of else "running"
    if met is not None and met > day:
        notes = (*notes, say("done late, on {on}", on=met))
    acts = use == "must_act_by" and not attend and status == "running"
    return Deadline(
        rule=f"{kind}.{field}",
        title=title,
        per="entry",
        subject=name or item.name,
        use=use,
        trigger=Trigger(f"{kind}.{field}", item.entry.on, None, item.name),
        extendable=False,
        if_missed="",
        provision="",
        standing=say("stated in the file"),
        doubt="",
        status=status,
        last_day=day,
        effective_last_day=day,
        safe_day=day,
        outer_day=day,
        recommended=max(working_day_before(day, None, subject), subject.as_of) if acts else None,
        met_on=met,
        chain=(say("{kind} of {on} names {day}", kind=kind, on=item.entry.on, day=day), *chain),
        notes=tuple(notes),
    )


def _kind(entry: EntryBase) -> str:
    return str(getattr(entry, "kind", ""))


def _together(subject: Subject, item: Happened, other: Happened) -> bool:
    """Return whether two entries are of one proceeding; one that names none is of any."""
    of, others = (getattr(each.entry, "of", None) for each in (item, other))
    return None in (of, others) or others == item.name or one_proceeding(subject.known, item, other)


# -- before a court ------------------------------------------------------------------------------


def _hearings(subject: Subject) -> Iterator[Deadline]:
    """A hearing is attended on its day: it is over when it was held or put off, or once the matter was decided."""
    listed = [(item, entry.day) for item, entry in subject.known.of_kind(HearingListed)]
    for item, entry in subject.known.of_kind(HearingListed):
        title = say("Hearing: {purpose}", purpose=entry.purpose.replace("_", " ")) if entry.purpose else say("Hearing")
        at = (say("at {time}", time=f"{entry.at:%H:%M}"),) if entry.at else ()
        yield _hearing(item, "day", entry.day, title, subject, at)
    for item, put_off in subject.known.of_kind(Adjourned):
        to = put_off.to
        if to is None or any(day == to and _together(subject, item, other) for other, day in listed):
            continue  # entered as a hearing of its own
        yield _hearing(item, "to", to, say("Hearing, put off to this day"), subject, ())


def _hearing(item: Happened, field: str, day: date, title: str, subject: Subject, chain: tuple[str, ...]) -> Deadline:
    met, notes = _heard(item, day, subject)
    if met is None and day < subject.as_of:
        notes = (say("nothing on file says what became of it: enter hearing_held or adjourned"),)
    return _stated(item, field, day, title, subject, met=met, chain=chain, notes=notes, attend=True)


def _heard(item: Happened, day: date, subject: Subject) -> tuple[date | None, tuple[str, ...]]:
    """Return the day on which a hearing was done with, and how."""
    known = subject.known
    for other in known.entries:
        entry = other.entry
        if other is item or entry.on < item.entry.on or not isinstance(entry, _AFTER_A_HEARING):
            continue
        if not _together(subject, item, other):
            continue
        if isinstance(entry, Adjourned):
            named = entry.of == item.name
            if named or (entry.on <= day and not _listed_between(item, entry.on, day, subject)):
                to = say("put off on {on} to {day}", on=entry.on, day=entry.to) if entry.to else ""
                return min(entry.on, day), (to or say("put off on {on}, to no day", on=entry.on),)
        elif entry.on >= day or getattr(entry, "of", None) == item.name:
            return min(entry.on, day), ()
    return None, ()


_AFTER_A_HEARING = (HearingHeld, Adjourned, Judgment, TitleObtained)


def _listed_between(item: Happened, since: date, day: date, subject: Subject) -> bool:
    """Return whether another hearing of the proceeding comes first: what is put off is the next one."""
    return any(
        other is not item and since <= entry.day < day and _together(subject, item, other)
        for other, entry in subject.known.of_kind(HearingListed)
    )


def _defects(subject: Subject) -> Iterator[Deadline]:
    for item, entry in subject.known.of_kind(Defect):
        if entry.cure_by is None:
            continue
        cured = [
            registered.on
            for _, registered in subject.known.of_kind(Registered)
            if registered.of == entry.of and registered.on >= entry.on
        ]
        filing = subject.known.by_name.get(entry.of)
        over = filing.entry.ended if filing is not None and isinstance(filing.entry, Filed) else None
        if over is not None and over <= subject.as_of:
            cured.append(over)
        title = say("Defect of the filing {of} to be cured: {what}", of=entry.of, what=entry.what)
        yield _stated(item, "cure_by", entry.cure_by, title, subject, met=min(cured, default=None))


def _orders(subject: Subject) -> Iterator[Deadline]:
    for item, entry in subject.known.of_kind(Order):
        if entry.comply_by is None:
            continue
        theirs, what = entry.binds == "debtor", entry.note or entry.order.replace("_", " ")
        title = (
            say("The debtor is to comply with the order: {order}", order=what)
            if theirs
            else say("To comply with the order: {order}", order=what)
        )
        done = entry.ended if entry.ended is not None and entry.ended <= subject.as_of else None
        use = "other_side_has" if theirs else "must_act_by"
        yield _stated(item, "comply_by", entry.comply_by, title, subject, use=use, met=done)


def _claims(subject: Subject) -> Iterator[Deadline]:
    """The last day for claims that an insolvency announced, where no rule of the pack counts from it."""
    for item, entry in subject.known.of_kind(InsolvencyOpened):
        day = entry.last_date_for_claims
        if day is None or _counted(subject, entry):
            continue
        declared = [each.on for _, each in subject.known.of_kind(ClaimDeclared) if each.on >= entry.on]
        title = say("Last day announced for claims in the insolvency")
        yield _stated(item, "last_date_for_claims", day, title, subject, met=min(declared, default=None))


def _counted(subject: Subject, entry: InsolvencyOpened) -> bool:
    return any(
        isinstance(rule.runs_from, Event)
        and (rule.runs_from.event, rule.runs_from.day) == ("insolvency_opened", "last_date_for_claims")
        and entry.proceeding in rule.runs_from.where.get("proceeding", (entry.proceeding,))
        for rule in subject.law.of_kind(PeriodRule).values()
    )


# -- between the parties -------------------------------------------------------------------------


def _promises(subject: Subject) -> Iterator[Deadline]:
    for item, entry in subject.known.of_kind(Promise):
        amount = f" {figures(entry.amount, subject.law.pack.currency)}" if entry.amount else ""
        met = covered_on(subject.known, entry.on, entry.amount) if entry.amount else _all_paid(subject, entry.on)
        title = say("Payment promised by the debtor:{amount}", amount=amount) if amount else say("Payment promised")
        yield _stated(item, "by", entry.by, title, subject, use="other_side_has", met=met)


def _all_paid(subject: Subject, since: date) -> date | None:
    paid = [entry.on for _, entry in subject.known.of_kind(Payment) if entry.on >= since]
    return max(paid) if paid and answer("nothing_owed", subject) == YES else None


def _instalments(subject: Subject) -> Iterator[Deadline]:
    """The instalments of the plan or settlement that stands, covered in their order by what came in."""
    agreed, due = agreement(subject.known), ZERO
    if agreed is None:
        return
    count = len(agreed.instalments)
    for number, each in enumerate(agreed.instalments, 1):
        due += each.amount
        met = covered_on(subject.known, agreed.since, due)
        unpaid = met is None and each.due < subject.as_of
        yield _stated(
            agreed.item, "instalments", each.due,
            say("Instalment {number} of {count}: {amount}",
                number=number, count=count, amount=figures(each.amount, subject.law.pack.currency)),
            subject, use="other_side_has", name=f"{agreed.item.name}, {number}", met=met,
            notes=(say("not covered by what came in since {since}: enter the payment, or plan_broken", since=agreed.since),)
            if unpaid else (),
        )  # fmt: skip


def _proposals(subject: Subject) -> Iterator[Deadline]:
    """A plan that was proposed binds nobody until it is accepted: its instalments wait for that."""
    accepted = {entry.of for _, entry in subject.known.of_kind(PlanAccepted)}
    last = max((entry.on for _, entry in subject.known.of_kind(PlanProposed)), default=None)
    for item, entry in subject.known.of_kind(PlanProposed):
        if item.name in accepted or entry.on != last:
            continue
        for number, each in enumerate(entry.instalments, 1):
            found = _stated(
                item, "instalments", each.due,
                say("Instalment {number} of {count}, proposed: {amount}", number=number,
                    count=len(entry.instalments), amount=figures(each.amount, subject.law.pack.currency)),
                subject, use="other_side_has", name=f"{item.name}, {number}",
            )  # fmt: skip
            yield _waiting(found, say("proposed and not accepted"))


def _waiting(found: Deadline, why: str) -> Deadline:
    return replace(
        found, status="waiting for a fact", last_day=None, effective_last_day=None, safe_day=None, outer_day=None,
        chain=(*found.chain, why),
    )  # fmt: skip


def _demands(subject: Subject) -> Iterator[Deadline]:
    """The time to pay that a paper of ours gave, from its receipt: of two readings of the service, the later."""
    demand = subject.timeline.case.demand
    if demand is None or demand.days == 0:
        return
    paid = answer("nothing_owed", subject) == YES
    came = max((entry.on for _, entry in subject.known.of_kind(Payment)), default=None) if paid else None
    for item, entry in subject.known.of_kind(Dispatched):
        if entry.document not in subject.law.pack.time_to_pay:
            continue
        title = say("Time to pay given in {paper} to {addressee}", paper=entry.document, addressee=entry.addressee)
        received = received_of(item, entry, subject)
        day = (received[1] if received else entry.on) + timedelta(days=demand.days)
        found = _stated(item, "demand", day, title, subject, use="other_side_has", met=came if received else None)
        if received is None:
            yield _waiting(replace(found, chain=()), say("its service is not on file"))
            continue
        known, late = received
        step = say(
            "{received} + {time} = {day}", received=late.isoformat(), time=span(demand.days, "day"), day=day.isoformat()
        )
        readings = (say("the later reading: {day}", day=late.isoformat()),) if late != known.day else ()
        yield replace(found, chain=(f"{known.what} {known.day.isoformat()}", *readings, step))


def _contacts(subject: Subject) -> Iterator[Deadline]:
    for item, entry in subject.known.of_kind(Contact):
        if entry.next_contact is None:
            continue
        later = [other.on for _, other in subject.known.of_kind(Contact) if other.on > entry.on]
        yield _stated(
            item, "next_contact", entry.next_contact, say("Next contact with the debtor"), subject,
            met=min(later, default=None), attend=True,
        )  # fmt: skip


def _ends(subject: Subject) -> Iterator[Deadline]:
    """A hold or a stay with an end of its own: the day after it one may go on, and nothing is said once it is over."""
    lifted = [entry for _, entry in subject.known.of_kind(HoldLifted)]
    for kind, title in ((HoldPlaced, say("The hold ends")), (Stay, say("The stay ends"))):
        for item, entry in subject.known.of_kind(kind):
            until: date | None = entry.until  # type: ignore[attr-defined]
            if until is None or until < subject.as_of:
                continue
            if kind is HoldPlaced and any(lift.of in (None, item.name) and lift.on >= entry.on for lift in lifted):
                continue
            found = _stated(item, "until", until, title, subject, use="may_act_from")
            yield replace(found, status="not before", earliest=until + ONE_DAY)
