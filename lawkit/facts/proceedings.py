"""What is on file of proceedings: a claim before a court, an order and how it was served, a title.

Asked of an invoice or a debtor, each answers for what concerns that one alone.
"""

from collections.abc import Iterator
from dataclasses import replace

from lawkit.facts.chains import ANCILLARY, line, one_proceeding
from lawkit.facts.entries import Filed, Judgment, Opposition, Order, Served, TitleObtained
from lawkit.facts.service import concerns
from lawkit.facts.subject import Subject
from lawkit.facts.timeline import Happened

SUMMARY = ("refere_provision", "interim_application")
WITHOUT_HEARING = ("injonction_de_payer", "uncontested_claim")
DECISIONS = ("judgment", "award", "foreign_judgment", "conciliation_record", "decree")


def claim_filed(subject: Subject) -> bool:
    """Return whether a claim was filed and is not over without a decision, and not only an application beside one."""
    return any(True for _ in _pending(subject))


def to_be_heard(subject: Subject) -> bool:
    """Return whether a claim is pending on which both sides are heard; a request for an order is, once the order is opposed."""
    return any(entry.proceeding not in WITHOUT_HEARING for entry in _pending(subject)) or order_opposed(subject)


def _pending(subject: Subject) -> Iterator[Filed]:
    for item, entry in subject.known.of_kind(Filed):
        if entry.proceeding in ANCILLARY or _over(entry, subject) or not concerns(item, subject):
            continue
        if entry.proceeding not in WITHOUT_HEARING or not _order_refused(item, subject):
            yield entry


def _order_refused(filing: Happened, subject: Subject) -> bool:
    """Return whether the order that a filing asked for was refused, and none granted: the request is over."""
    orders = [
        entry
        for item, entry in subject.known.of_kind(Order)
        if entry.order == "payment" and filing in line(subject.known, item)
    ]
    return bool(orders) and not any(entry.outcome.startswith("granted") for entry in orders)


def claim_withdrawn(subject: Subject) -> bool:
    """Return whether a claim was withdrawn, none is pending beside it, and no decision was had."""
    withdrawn = any(
        entry.proceeding not in ANCILLARY
        and entry.outcome == "withdrawn"
        and _over(entry, subject)
        and concerns(item, subject)
        for item, entry in subject.known.of_kind(Filed)
    )
    return withdrawn and not claim_filed(subject) and not title_held(subject)


def claim_lost(subject: Subject) -> bool:
    """Return whether a claim that was heard was dismissed or decided against the creditor, and nothing stands for it.

    What a court refused without hearing the debtor, or in summary proceedings alone, is no such decision.
    """
    known = subject.known
    days = [
        entry.ended or entry.on
        for item, entry in known.of_kind(Filed)
        if entry.proceeding not in (*ANCILLARY, *WITHOUT_HEARING, *SUMMARY)
        and entry.outcome == "dismissed"
        and _over(entry, subject)
        and concerns(item, subject)
    ]
    days += [
        entry.on
        for item, entry in known.of_kind(Judgment)
        if entry.outcome == "lost" and concerns(item, subject) and not in_summary(replace(subject, entry=item))
    ]
    again = bool(days) and any(entry.on >= max(days) for entry in _pending(subject))
    return bool(days) and not again and not title_held(subject)


def _over(entry: Filed, subject: Subject) -> bool:
    """Return whether a filing was over by the day asked, and nothing was granted or settled in it."""
    if entry.outcome in ("granted", "settled"):
        return False
    if entry.ended is not None:
        return entry.ended <= subject.as_of
    return entry.outcome != "pending"


def order_made(subject: Subject) -> bool:
    """Return whether an order for payment was made."""
    return any(
        entry.order == "payment" and entry.outcome.startswith("granted") for _, entry in subject.known.of_kind(Order)
    )


def order_opposed(subject: Subject) -> bool:
    """Return whether an order for payment, or the one asked about, was opposed."""
    asked = _orders(subject, subject.entry) if subject.entry is not None else set()
    for item, _ in subject.known.of_kind(Opposition):
        opposed = _orders(subject, item)
        if opposed and (not asked or opposed & asked) and concerns(item, subject):
            return True
    return False


def order_served_to_person(subject: Subject) -> bool:
    """Return whether the order asked about, or any, was served on the debtor in person (CPC art. 1416); no, if none says so.

    Asked of an invoice: the order that became its title.
    """
    asked = _orders(subject, subject.entry) if subject.entry is not None else set()
    if subject.entry is None:
        for item, _ in titles(subject, "order_for_payment"):
            asked |= _orders(subject, item)
    for item, entry in subject.known.of_kind(Served):
        if entry.act == "order_for_payment" and entry.mode == "person" and concerns(item, subject):
            served = _orders(subject, item)
            if not asked or not served or served & asked:
                return True
    return False


def in_summary(subject: Subject) -> bool:
    """Return whether the filing that a decision came of, or every one there is, asked for a provisional decision."""
    filed = [entry for _, entry in subject.known.of_kind(Filed)]
    above = line(subject.known, subject.entry) if subject.entry is not None else ()
    named = [each.entry for each in above if isinstance(each.entry, Filed)] or filed
    return bool(named) and all(entry.proceeding in SUMMARY for entry in named)


def holds(subject: Subject, *kinds: str) -> bool:
    """Return whether a title of one of these kinds, that is a decision, is held."""
    return any(entry.court_decision for _, entry in titles(subject, *kinds))


def title_held(subject: Subject) -> bool:
    """Return whether a title of any kind is held, or a judgment for the creditor that no later one of the claim took away."""
    decided = any(
        entry.outcome != "lost" and concerns(item, subject) and not _taken_away(item, subject)
        for item, entry in subject.known.of_kind(Judgment)
    )
    return decided or any(concerns(item, subject) for item, _ in subject.known.of_kind(TitleObtained))


def _taken_away(item: Happened, subject: Subject) -> bool:
    """Return whether a later judgment of the same claim, such as on appeal, went against the creditor."""
    known = subject.known
    return any(
        entry.outcome == "lost"
        and entry.on > item.entry.on
        and (one_proceeding(known, item, other) or None in (entry.of, item.entry.told("of")))
        for other, entry in known.of_kind(Judgment)
    )


def titles(subject: Subject, *kinds: str) -> Iterator[tuple[Happened, TitleObtained]]:
    """Yield the titles of these kinds for what is asked about."""
    for item, entry in subject.known.of_kind(TitleObtained):
        if entry.title in kinds and concerns(item, subject):
            yield item, entry


def _orders(subject: Subject, item: Happened) -> set[str]:
    """Return the order for payment that an entry is, or came of."""
    above = line(subject.known, item)
    return {each.name for each in above if isinstance(each.entry, Order) and each.entry.order == "payment"}
