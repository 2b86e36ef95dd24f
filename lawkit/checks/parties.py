"""Checks of who is written to, who claims, and where the money is to go."""

from collections.abc import Iterator
from datetime import date

from lawkit.checks.model import Finding, Review
from lawkit.deadlines.compute import deadline_of
from lawkit.deadlines.model import Deadline
from lawkit.facts.course import over_indebted
from lawkit.facts.entries import Dispatched, InsolvencyOpened, Reply
from lawkit.facts.model import Cheque
from lawkit.facts.people import Debtor
from lawkit.facts.subject import Subject
from lawkit.law.expressions import Dispatch
from lawkit.law.periods import PeriodRule
from lawkit.messages import say


def debtor_not_represented(review: Review) -> Iterator[Finding]:
    """A debtor represented by counsel is written to through counsel only (BCI Rules, rule 34; RIN art. 8.3)."""
    for debtor in review.timeline.case.debtors:
        if debtor.represented_by is not None:
            yield Finding(
                "debtor_not_represented", "stop",
                say("{debtor} is represented by {counsel}; write to counsel, not to the party",
                    debtor=debtor.name, counsel=debtor.represented_by.name),
                _authority(review),
            )  # fmt: skip
    for _, reply in review.timeline.until(review.as_of).of_kind(Reply):
        if reply.advocate and all(d.represented_by is None for d in review.timeline.case.debtors):
            yield Finding(
                "debtor_not_represented", "warn",
                say("the reply of {on} came from {advocate}; send the paper through, or with a copy to, that counsel",
                    on=reply.on, advocate=reply.advocate),
                _authority(review),
            )  # fmt: skip


def _authority(review: Review) -> str:
    return "IN-ETH-7" if review.law.pack.code == "india" else "RIN 8.3"


def client_consents(review: Review) -> Iterator[Finding]:
    """An avocat writes to the opposing party only with the client's consent, kept on file (RIN art. 8)."""
    if review.timeline.case.client_consents_to_contact is not True:
        yield Finding(
            "client_consents",
            "stop",
            say("the client's consent to writing is not on file; enter client_consents_to_contact: yes"),
            "6.3",
        )


def insolvency_checked(review: Review) -> Iterator[Finding]:
    """No paper but a claim form goes to a debtor in insolvency; every debtor is looked up first."""
    for debtor in review.timeline.case.debtors:
        if debtor.kind == "public_body":
            continue  # no insolvency proceedings are opened against it
        opened = _opened(review, debtor)
        if opened is not None:
            yield Finding(
                "insolvency_checked", "stop",
                say("an over-indebtedness case of {debtor} was opened on {on}; state the claim to the commission instead",
                    debtor=debtor.name, on=opened.on)
                if over_indebted(opened)
                else say("insolvency proceedings over {debtor} were opened on {on}; declare the claim there instead",
                         debtor=debtor.name, on=opened.on),
            )  # fmt: skip
            continue
        looked = debtor.insolvency_check
        if looked is not None and looked.on > review.as_of:  # what was found later is not known on the day of the paper
            yield Finding(
                "insolvency_checked", "warn",
                say("the register search of {debtor} is of {on}, after the day of this paper; none before it is on file",
                    debtor=debtor.name, on=looked.on),
            )  # fmt: skip
        elif looked is None:
            yield Finding(
                "insolvency_checked", "warn",
                say("{debtor} was not looked up in the insolvency and company registers; enter insolvency_check",
                    debtor=debtor.name),
            )  # fmt: skip
        elif looked.result in ("proceedings_open", "liquidation"):
            yield Finding(
                "insolvency_checked", "stop",
                say("insolvency proceedings are open against {debtor} (search of {on}); declare the claim there instead",
                    debtor=debtor.name, on=looked.on),
            )  # fmt: skip
        elif looked.result == "struck_off":
            yield Finding(
                "insolvency_checked", "warn",
                say("{debtor} is struck off the register (search of {on}); consider restoration first",
                    debtor=debtor.name, on=looked.on),
            )  # fmt: skip
        elif (review.as_of - looked.on).days > 30:
            yield Finding(
                "insolvency_checked", "warn",
                say("the register search of {debtor} is of {on}; repeat it before dispatch", debtor=debtor.name, on=looked.on),
            )  # fmt: skip


def _opened(review: Review, debtor: Debtor) -> InsolvencyOpened | None:
    """Return the insolvency of a debtor on file and not over; one that names no debtor is the first principal debtor's."""
    principals = review.timeline.case.principal_debtors
    for _, entry in review.timeline.until(review.as_of).of_kind(InsolvencyOpened):
        about = entry.debtor or (principals[0].name if principals else None)
        if about == debtor.name and (entry.ended is None or entry.ended > review.as_of):
            return entry
    return None


def firm_registered(review: Review) -> Iterator[Finding]:
    """An unregistered partnership cannot sue a third party on a contract (Partnership Act 1932 s. 69(2))."""
    creditor = review.timeline.case.creditor
    if (
        review.law.pack.code == "india"
        and creditor.kind == "partnership"
        and "firm_registration" not in creditor.identifiers
    ):
        yield Finding(
            "firm_registered", "stop",
            say("{creditor} is a partnership and its firm_registration is missing: an unregistered firm cannot sue",
                creditor=creditor.name),
            "IN-PF-69",
        )  # fmt: skip


def addressee_liable(review: Review) -> Iterator[Finding]:
    """Each addressee answers for the debt in a stated capacity; a director does not by that fact alone.

    Indian notices send a director a copy that demands nothing of him.
    """
    for debtor in review.timeline.case.debtors:
        if debtor.role == "director" and review.law.pack.code == "india":
            yield Finding(
                "addressee_liable", "note",
                say("{debtor} is a director and receives a copy for information; nothing is demanded of a director",
                    debtor=debtor.name),
                "W-PERSONAL",
            )  # fmt: skip
        elif debtor.role == "director":
            yield Finding(
                "addressee_liable", "stop",
                say("{debtor} is addressed as a director; a director answers only as guarantor or signatory of a cheque",
                    debtor=debtor.name),
                "W-PERSONAL",
            )  # fmt: skip
        guarantee = debtor.guarantee
        if guarantee and guarantee.until and guarantee.until < review.as_of:
            yield Finding(
                "addressee_liable", "stop",
                say("the guarantee of {debtor} ended on {until}", debtor=debtor.name, until=guarantee.until), "IN-N-GUAR",
            )  # fmt: skip


CHEQUE_NOTICE = "cheque-demand-notice"


def cheque_notice_first(review: Review) -> Iterator[Finding]:
    """A cheque returned unpaid calls for its own notice before any other paper, while there is time for it (IN-NI-LADDER)."""
    open_, over, unknown = [], [], []
    for cheque in review.timeline.case.cheques:
        day = cheque.returned or cheque.memo_received
        if day is None or day > review.as_of:
            continue
        found = _cheque_notice(review, cheque)
        if found is None:
            if not _cheque_notice_sent(review, cheque):
                unknown.append(cheque.number)
        elif found.status in ("running", "provisional") and found.last_day is not None:
            open_.append((found.last_day, cheque.number))
        elif found.status == "missed" and found.last_day is not None:
            over.append((found.last_day, cheque.number))
        elif found.status == "waiting for a fact":
            unknown.append(cheque.number)
    if open_:
        yield Finding(
            "cheque_notice_first", "stop",
            say("cheque {numbers} came back unpaid: the notice under section 138 comes first, its time ends on {day} and no "
                "court condones delay; this paper does not take its place. Send it and enter dispatched: {document}",
                numbers=_all(open_), day=min(open_)[0], document=CHEQUE_NOTICE),
            "IN-NI-LADDER",
        )  # fmt: skip
    if over:
        yield Finding(
            "cheque_notice_first", "warn",
            say("cheque {numbers} came back unpaid and no notice under section 138 was sent in time (to {day}): no complaint "
                "lies on this return; within its validity the cheque may be presented again",
                numbers=_all(over), day=max(over)[0]),
            "IN-NI-LADDER",
        )  # fmt: skip
    if unknown:
        yield Finding(
            "cheque_notice_first", "warn",
            say("cheque {numbers} came back unpaid and its own notice is not on file; make sure that it is sent first",
                numbers=", ".join(unknown)),
            "IN-NI-LADDER",
        )  # fmt: skip


def _all(cheques: list[tuple[date, str]]) -> str:
    return ", ".join(number for _, number in cheques)


def _cheque_notice(review: Review, cheque: Cheque) -> Deadline | None:
    """Return the time for the demand on a cheque, met by the dispatch of its notice; None where the pack has none."""
    for name, rule in review.law.of_kind(PeriodRule).items():
        if isinstance(rule.met_by, Dispatch) and CHEQUE_NOTICE in rule.met_by.dispatched:
            return deadline_of(name, Subject(review.timeline, review.law, review.as_of, cheque=cheque))
    return None


def _cheque_notice_sent(review: Review, cheque: Cheque) -> bool:
    """Return whether its own notice went out; one that names no cheque was for all of them."""
    sent = [e for _, e in review.timeline.until(review.as_of).of_kind(Dispatched) if e.document == CHEQUE_NOTICE]
    return any(not entry.cheques or cheque.number in entry.cheques for entry in sent)


def bank_details(review: Review) -> Iterator[Finding]:
    """The debtor is told where to pay: the creditor's own account, named as in the contract."""
    creditor = review.timeline.case.creditor
    if creditor.account is None:
        yield Finding("bank_details", "warn", say("the creditor's bank account is missing; the paper names none"))
    elif creditor.account.holder != creditor.name:
        yield Finding(
            "bank_details", "warn",
            say("the account is held by {holder}, the creditor is {creditor}; misdirected payments are a common excuse",
                holder=creditor.account.holder, creditor=creditor.name),
        )  # fmt: skip
