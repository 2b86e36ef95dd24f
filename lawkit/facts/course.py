"""How far a matter has gone: on hold, a plan kept, insolvent, paid, given up. Each answers yes or no.

What holds the ladder back is told from here, and what closes it.
"""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from lawkit.facts import proceedings
from lawkit.facts.agreed import agreement, kept_on
from lawkit.facts.entries import (
    ClientInstruction,
    CreditNote,
    Dispute,
    EntryBase,
    Evaluation,
    InsolvencyOpened,
    Judgment,
    LegalReview,
    Mediation,
    Payment,
    Recovery,
    Refund,
    Stay,
    TaxDeducted,
)
from lawkit.facts.subject import NO, YES, Subject
from lawkit.facts.timeline import Happened

# the client's instructions that take a matter on
_GOES_ON = ("write", "negotiate", "accept_plan", "settle", "sue", "arbitrate", "enforce")


def _yes(value: bool) -> str:
    return YES if value else NO


def _entries(subject: Subject, *kinds: str) -> Iterator[tuple[Happened, EntryBase]]:
    known = subject.timeline.until(subject.as_of)
    for item in known.by_kind.get(kinds[0], ()) if len(kinds) == 1 else known.entries:
        if getattr(item.entry, "kind", None) in kinds:
            yield item, item.entry


def _happened(*kinds: str) -> Callable[[Subject], str]:
    return lambda subject: _yes(any(True for _ in _entries(subject, *kinds)))


def _objection_on_file(subject: Subject) -> str:
    objected = any(invoice.objection is not None for invoice in subject.timeline.case.invoices)
    return _yes(objected or any(True for _ in _entries(subject, "dispute", "reply")))


def _insolvent(subject: Subject) -> str:
    checked = any(
        d.insolvency_check is not None and d.insolvency_check.result in ("proceedings_open", "liquidation")
        for d in subject.timeline.case.principal_debtors
    )
    return _yes(checked or any(True for _ in _open_proceedings(subject)))


def _open_proceedings(subject: Subject) -> Iterator[InsolvencyOpened]:
    """Yield the insolvency proceedings opened by the day asked about and not ended by then."""
    for _, entry in subject.timeline.until(subject.as_of).of_kind(InsolvencyOpened):
        if entry.ended is None or entry.ended > subject.as_of:
            yield entry


def over_indebted(entry: InsolvencyOpened) -> bool:
    """Whether proceedings are those of an over-indebted consumer, before a commission to which no claim is declared."""
    return entry.proceeding == "surendettement"


def _only_over_indebted(subject: Subject) -> str:
    found = list(_open_proceedings(subject))
    return _yes(bool(found) and all(over_indebted(entry) for entry in found))


def _on_hold(subject: Subject) -> str:
    lifted = [entry for _, entry in _entries(subject, "hold_lifted")]
    for item, entry in _entries(subject, "hold_placed"):
        until = getattr(entry, "until", None)
        over = until is not None and until < subject.as_of
        if not over and not any(
            getattr(lift, "of", None) in (None, item.name) and lift.on >= entry.on for lift in lifted
        ):
            return YES
    return NO


def _dispute_unanswered(subject: Subject) -> str:
    return _yes(any(e.answer is None for _, e in subject.timeline.until(subject.as_of).of_kind(Dispute)))


def _nothing_owed(subject: Subject) -> str:
    """Nothing is left of the invoices, or of the judgment that took their place; as computed, where it was."""
    if subject.paid_in_full is not None:
        return _yes(subject.paid_in_full)
    known = subject.timeline.until(subject.as_of)
    decided = [e for _, e in known.of_kind(Judgment) if e.heads and e.outcome != "lost"]
    owed, since = sum((i.total for i in subject.timeline.case.invoices), Decimal(0)), date.min
    if decided:
        owed, since = sum((head.amount for head in decided[-1].heads), Decimal(0)), decided[-1].on
    came = [
        e.entry.amount
        for e in known.entries
        if isinstance(e.entry, (Payment, Recovery, TaxDeducted, CreditNote)) and e.entry.on >= since
    ]
    back = [entry.amount for _, entry in known.of_kind(Refund) if entry.on >= since]
    return _yes(sum(came, Decimal(0)) - sum(back, Decimal(0)) >= owed)


def _plan_running(subject: Subject) -> str:
    """A settlement stands in place of the debt once it is kept too; a plan is over when all of it has come in."""
    known = subject.known
    agreed = agreement(known)
    return _yes(agreed is not None and (agreed.settlement or kept_on(known, agreed) is None))


def _settlement_kept(subject: Subject) -> str:
    agreed = agreement(subject.known)
    return _yes(agreed is not None and agreed.settlement and kept_on(subject.known, agreed) is not None)


def _told(*instructions: str) -> Callable[[Subject], str]:
    """Return what answers whether the client's last instruction is one of these."""

    def told(subject: Subject) -> str:
        given = [entry.instruction for _, entry in subject.known.of_kind(ClientInstruction)]
        return _yes(bool(given) and given[-1] in instructions)

    return told


_given_up = _told("write_off", "close")


def _advised_against(subject: Subject) -> str:
    """The last evaluation or legal review speaks; an instruction of its day or later to go on overrides it."""
    against: date | None = None
    for item in subject.known.entries:
        entry = item.entry
        if isinstance(entry, Evaluation):
            against = entry.on if entry.recommendation in ("write_off", "insolvency_watch") else None
        elif isinstance(entry, LegalReview):
            against = None if entry.viable and entry.worth_its_cost is not False else entry.on
        elif isinstance(entry, ClientInstruction) and entry.instruction in _GOES_ON:
            against = None
    return _yes(against is not None)


def _mediation_pending(subject: Subject) -> str:
    """From its application, agreement or first meeting to its end; a proposal alone begins none."""
    return _yes(
        any(
            entry.form != "proposal" and (entry.outcome is None if entry.ended is None else entry.ended > subject.as_of)
            for _, entry in subject.known.of_kind(Mediation)
        )
    )


def _stayed(subject: Subject) -> str:
    """A stay is in force to the day it names, and without one until its entry tells it."""
    return _yes(any(e.until is None or e.until >= subject.as_of for _, e in subject.known.of_kind(Stay)))


def _ready_to_close(subject: Subject) -> str:
    return _yes(YES in (_nothing_owed(subject), _settlement_kept(subject), _given_up(subject)))


COURSE: dict[str, Callable[[Subject], str]] = {
    "sums_received": _happened("payment", "tax_deducted", "credit_note"),
    "objection_on_file": _objection_on_file,
    "acknowledged": _happened("acknowledgment"),
    "insolvency_open": _insolvent,
    "only_over_indebted": _only_over_indebted,
    "dispute_unanswered": _dispute_unanswered,
    "on_hold": _on_hold,
    "plan_running": _plan_running,
    "settlement_kept": _settlement_kept,
    "told_to_hold": _told("hold"),
    "given_up": _given_up,
    "advised_against": _advised_against,
    "claim_withdrawn": lambda s: _yes(proceedings.claim_withdrawn(s)),
    "claim_lost": lambda s: _yes(proceedings.claim_lost(s)),
    "stayed": _stayed,
    "mediation_pending": _mediation_pending,
    "ready_to_close": _ready_to_close,
    "suit_filed": lambda s: _yes(proceedings.claim_filed(s)),
    "claim_to_be_heard": lambda s: _yes(proceedings.to_be_heard(s)),
    "title_held": lambda s: _yes(proceedings.title_held(s)),
    "matter_closed": _happened("closed"),
    "nothing_owed": _nothing_owed,
}
