"""Notices that begin something: recorded as given, or sent and served on one who owes the debt."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from lawkit.facts.entries import Notice
from lawkit.facts.service import received_day
from lawkit.facts.subject import Subject

FORMAL = ("mise_en_demeure", "final_notice", "demand")


def first_formal_notice(subject: Subject) -> date | None:
    """Return the day a formal notice to pay was first presented to the debtor (C. civ. 1344-1: receipt or first presentation)."""
    days = [
        entry.presented
        for _, entry in subject.timeline.until(subject.as_of).of_kind(Notice)
        if entry.document in FORMAL and entry.presented
    ]
    return min([*days, *_served(subject.law.pack.formal_notices, subject)], default=None)


def claims_of_interest(subject: Subject) -> list[date]:
    """Return the days on which a written notice claimed interest: its own; of one sent, the day of its service."""
    notices = [e.on for _, e in subject.timeline.until(subject.as_of).of_kind(Notice) if e.claims_interest]
    return [*notices, *_served(subject.law.pack.interest_notices, subject)]


def interest_claimed_from(subject: Subject) -> date | None:
    """Interest Act 1978 s. 3(1)(b): the day of the first written notice that claims interest, or the later day it names."""
    claim, notices = subject.timeline.case.interest_claim, claims_of_interest(subject)
    days = [day for day in (min(notices, default=None), claim.from_ if claim else None) if day is not None]
    return max(days, default=None)


def _served(papers: Sequence[str], subject: Subject) -> Iterator[date]:
    """Yield the day one of the papers was served on each who owes the debt itself; presumed service counts when it is sure."""
    for debtor in subject.timeline.case.principal_debtors if papers else ():
        found = received_day(papers, replace(subject, debtor=debtor, cheque=None), 0)
        if found is not None:
            yield found[1] or found[0].day
