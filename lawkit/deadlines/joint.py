"""Whom an acknowledgment or a payment binds: the debtor who gave it, and no other merely as a joint debtor.

Limitation Act 1963, s. 20(2). An entry names its `debtor`; one that names none was given by the principal debtor, the
first of them. A title against some of those who owe the debt gives the others no longer time.
"""

from collections.abc import Iterator
from dataclasses import replace

from lawkit.facts.chains import named_above
from lawkit.facts.entries import Acknowledgment, EntryBase, InsolvencyOpened, Payment, TitleObtained
from lawkit.facts.model import CaseFile
from lawkit.facts.people import Debtor
from lawkit.facts.subject import Subject
from lawkit.law.periods import RestartRule


def joint_debtors(case: CaseFile) -> tuple[Debtor, ...]:
    """Return those who owe the debt itself in their own name.

    Partners follow their firm, a proprietor is the business; directors and guarantors are left out.
    """
    principal = tuple(debtor for debtor in case.debtors if debtor.role == "principal_debtor")
    return principal or tuple(debtor for debtor in case.debtors if debtor.role == "proprietor")


def given_by(entry: EntryBase, case: CaseFile) -> str | None:
    """Return the debtor an act came from, or whom a proceeding is about."""
    named = getattr(entry, "debtor", None)
    if named is not None:
        return str(named)
    principal = joint_debtors(case)
    return principal[0].name if principal else None


def not_bound_by(entry: EntryBase, subject: Subject) -> str | None:
    """Return who gave an acknowledgment or a payment where that does not bind the debtor asked about."""
    case = subject.timeline.case
    giver = given_by(entry, case)
    bound = [subject.debtor.name] if subject.debtor is not None else [debtor.name for debtor in joint_debtors(case)]
    return giver if giver is not None and bound and giver not in bound else None


def each_bound(subject: Subject) -> Iterator[Subject]:
    """Yield an invoice once, or for each joint debtor by itself where an act, a proceeding or a title could leave others out."""
    debtors = joint_debtors(subject.timeline.case)
    personal = (Acknowledgment, Payment, InsolvencyOpened)
    apart = any(rule.scope == "that_debt_and_debtor" for rule in subject.law.of_kind(RestartRule).values())
    of_one = apart and any(isinstance(item.entry, personal) for item in subject.timeline.entries)
    if len(debtors) > 1 and (of_one or _title_against_some(subject, debtors)):
        for debtor in debtors:
            yield replace(subject, debtor=debtor)
    else:
        yield subject


def _title_against_some(subject: Subject, debtors: tuple[Debtor, ...]) -> bool:
    """Return whether a title is against some of the joint debtors and not against all."""
    names = {debtor.name for debtor in debtors}
    for item, _ in subject.known.of_kind(TitleObtained):
        against = named_above(subject.known, item, "against")
        if against is not None and names & against and not names <= against:
            return True
    return False
