"""Which judgments stand on a day, on which invoices, and against whom.

A judgment is on the invoices of the claim it is of, found along `of` to the filing; a filing that names none is on all there
were. A later judgment takes the place of an earlier one of the same claim or on the same invoices. One against guarantors alone
stands beside what the principal debtor owes, and never in its place. An order for payment counts once it is a title.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from lawkit.claim.orders import decisions
from lawkit.facts.chains import ANCILLARY
from lawkit.facts.entries import Filed, Judgment
from lawkit.facts.model import CaseFile
from lawkit.facts.timeline import Happened, Timeline


@dataclass(frozen=True)
class Standing:
    """A judgment that stands: `first` is the day of the first judgment of its claim, `against` who was sued where that is told.

    Of an order for payment entered as such, `title` is the entry that made it one. `instead_of` are the days of judgments of other
    filings whose place it took though they were on more invoices.
    """

    item: Happened
    first: date
    filing: str | None
    invoices: frozenset[str]
    against: tuple[str, ...]
    guarantors_only: bool
    lost: bool = False
    title: Happened | None = None
    instead_of: tuple[date, ...] = ()

    @property
    def judgment(self) -> Judgment:
        """The judgment itself."""
        assert isinstance(self.item.entry, Judgment)
        return self.item.entry

    @property
    def restates(self) -> bool:
        """Whether an earlier judgment of the same claim ordered a payment."""
        return self.first < self.judgment.on


def standing_judgments(timeline: Timeline, as_of: date) -> tuple[Standing, ...]:
    """Return the judgments up to a day that order a payment and that none after them has replaced or undone, oldest claim first."""
    found: list[Standing] = []
    for new in _given(timeline, as_of):
        lost, judgment = new.lost, new.judgment
        same = [old for old in found if _same_claim(old, new)]
        found = [old for old in found if old not in same]
        first = min((old.first for old in same), default=None)
        if first is not None or not lost:
            wider = tuple(
                o.judgment.on for o in same if o.filing != new.filing and not o.lost and o.invoices - new.invoices
            )
            found.append(replace(_since(timeline.case, new, first or judgment.on, lost=lost), instead_of=wider))
    return tuple(sorted((each for each in found if not each.lost), key=lambda each: each.first))


def lost_claims(timeline: Timeline, as_of: date) -> tuple[Standing, ...]:
    """Return the judgments up to a day that dismissed a claim or set its judgment aside, and that none has followed."""
    given = list(_given(timeline, as_of))
    return tuple(
        each
        for number, each in enumerate(given)
        if each.lost and not any(_same_claim(each, later) for later in given[number + 1 :])
    )


def without_heads(timeline: Timeline, as_of: date, *, unserved: bool = False) -> tuple[Standing, ...]:
    """Return the judgments up to a day for the creditor whose heads are not entered, and that none has followed.

    What is owed is what they say, and nobody knows it: the invoices are counted in their place. A decision on what is filed beside a
    claim, such as an execution, is none. Where asked for, an order for payment that is no title yet is one too.
    """
    given = list(_given(timeline, as_of, every=True, unserved=unserved))
    by_name = {item.name: item.entry for item in timeline.entries}
    return tuple(
        each
        for number, each in enumerate(given)
        if not each.judgment.heads
        and not each.lost
        and not any(_same_claim(each, later) for later in given[number + 1 :])
        and getattr(by_name.get(each.filing or ""), "proceeding", None) not in ANCILLARY
    )


def _given(timeline: Timeline, as_of: date, *, every: bool = False, unserved: bool = False) -> Iterator[Standing]:
    """Yield the judgments up to a day that order a payment or are lost, or every one, oldest first, each for itself."""
    by_name = {item.name: item for item in timeline.entries}
    for item, title in decisions(timeline.until(as_of), as_of, unserved=unserved):
        judgment = item.entry
        assert isinstance(judgment, Judgment)
        if every or judgment.heads or judgment.outcome == "lost":
            yield replace(_standing(timeline.case, item, judgment, filing_of(item, by_name)), title=title)


def filing_of(item: Happened, by_name: Mapping[str, Happened]) -> Happened | None:
    """Return the filing an entry belongs to, along what each entry is `of`; None where the chain does not reach one."""
    for each in chain_of(item, by_name):
        if isinstance(each.entry, Filed):
            return each
    return None


def chain_of(item: Happened, by_name: Mapping[str, Happened]) -> Iterator[Happened]:
    """Yield what an entry is of, what that is of, and so on."""
    seen = {item.name}
    name = getattr(item.entry, "of", None)
    while isinstance(name, str) and name in by_name and name not in seen:
        seen.add(name)
        yield by_name[name]
        name = getattr(by_name[name].entry, "of", None)


def _standing(case: CaseFile, item: Happened, judgment: Judgment, filing: Happened | None) -> Standing:
    entry = filing.entry if filing is not None else None
    against = entry.against if isinstance(entry, Filed) else ()
    guarantors = {debtor.name for debtor in case.debtors if debtor.role == "guarantor"}
    only = bool(against) and set(against) <= guarantors
    numbers = _named(case, entry) or _issued(case, judgment.on)
    return Standing(
        item, judgment.on, filing.name if filing else None, numbers, against, only, judgment.outcome == "lost"
    )


def _named(case: CaseFile, filing: object) -> frozenset[str]:
    """Return the invoices a filing names, itself or by the cheques that cover them."""
    if not isinstance(filing, Filed):
        return frozenset()
    covered = {number for cheque in case.cheques if cheque.number in filing.cheques for number in cheque.covers}
    return frozenset(filing.invoices) or frozenset(covered)


def _issued(case: CaseFile, day: date) -> frozenset[str]:
    return frozenset(invoice.number for invoice in case.invoices if invoice.dated <= day)


def _same_claim(old: Standing, new: Standing) -> bool:
    if old.guarantors_only != new.guarantors_only:
        return False
    return old.filing == new.filing or bool(old.invoices & new.invoices)


def _since(case: CaseFile, new: Standing, first: date, *, lost: bool) -> Standing:
    """Return a judgment as one of the claim first decided on a day: an invoice issued after that day is no part of it."""
    later = {invoice.number for invoice in case.invoices if invoice.dated > first}
    return replace(new, first=first, invoices=new.invoices - later, lost=lost)
