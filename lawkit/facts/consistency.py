"""Faults that one field alone does not show: order of dates, sums, names that answer to nothing."""

from collections.abc import Iterator
from itertools import pairwise

from lawkit.errors import Problem, unknown
from lawkit.facts.entries import Acknowledgment, CreditNote, Dispute, Payment, ServiceOutcome, TaxDeducted
from lawkit.facts.model import CaseFile, Invoice
from lawkit.messages import say
from lawkit.money import figures
from lawkit.reading import Document, Path_


def inconsistencies(case: CaseFile, document: Document) -> list[Problem]:
    """Return every fault of a case file that its model cannot see."""
    found = [*_invoices(case), *_history(case), *_exhibits(case), *_parties(case), *_cheques(case)]
    return [document.problem(at, text) for at, text in found]


Finding = tuple[Path_, str]


def _invoices(case: CaseFile) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for number, invoice in enumerate(case.invoices):
        at: Path_ = ("invoices", number)
        if invoice.number in seen:
            yield (*at, "number"), say("{number} is already the number of invoice {first}; each invoice needs its own",
                                       number=invoice.number, first=seen[invoice.number] + 1)  # fmt: skip
        seen.setdefault(invoice.number, number)
        if invoice.due is not None and invoice.due < invoice.dated:
            yield (*at, "due"), say("{due} is before the invoice date {dated}", due=invoice.due, dated=invoice.dated)
        if invoice.delivered and invoice.accepted and invoice.accepted < invoice.delivered:
            yield (*at, "accepted"), say("{accepted} is before the delivery on {delivered}",
                                         accepted=invoice.accepted, delivered=invoice.delivered)  # fmt: skip
        if invoice.objection and invoice.delivered and invoice.objection.on < invoice.delivered:
            yield (*at, "objection", "on"), say("{on} is before the delivery on {delivered}",
                                                on=invoice.objection.on, delivered=invoice.delivered)  # fmt: skip
        yield from _sum(case, invoice, at)
        if invoice.dated > case.instructed_on and invoice.delivered is None and invoice.due is None:
            yield (*at, "dated"), say("{dated} is after the instructions of {on}, and nothing else dates the invoice",
                                      dated=invoice.dated, on=case.instructed_on)  # fmt: skip


def _sum(case: CaseFile, invoice: Invoice, at: Path_) -> Iterator[Finding]:
    currency = "INR" if case.jurisdiction == "india" else "EUR"
    right = invoice.taxable + invoice.tax_total
    if right != invoice.total:
        yield (
            (*at, "total"),
            say(
                "{total} is not the sum of taxable and tax, {right}; correct it, or add tax.round_off",
                total=figures(invoice.total, currency),
                right=figures(right, currency),
            ),
        )
    if "igst" in invoice.tax and ("cgst" in invoice.tax or "sgst" in invoice.tax):
        yield (*at, "tax"), say("an invoice bears either igst, or cgst and sgst; not both")
    if invoice.tax.get("cgst") != (invoice.tax.get("sgst") or invoice.tax.get("utgst")):
        yield (*at, "tax", "cgst"), say("cgst and sgst (or utgst) are not equal")


def _history(case: CaseFile) -> Iterator[Finding]:
    numbers = tuple(invoice.number for invoice in case.invoices)
    ids: set[str] = set()
    for number, entry in enumerate(case.history):
        at: Path_ = ("history", number)
        if entry.id is not None:
            if entry.id in ids:
                yield (*at, "id"), say("{id} is already the id of another entry", id=entry.id)
            ids.add(entry.id)
        if isinstance(entry, (TaxDeducted, CreditNote)):
            named: list[tuple[Path_, str]] = [((*at, "invoice"), entry.invoice)]
        elif isinstance(entry, Payment):
            named = [((*at, "towards", i, "invoice"), part.invoice) for i, part in enumerate(entry.towards)]
            if entry.towards and entry.chosen_by is None:
                yield (*at, "chosen_by"), say("is missing: say who named the invoices, debtor or creditor")
            stated = [part.amount for part in entry.towards if part.amount is not None]
            if sum(stated) > entry.amount:
                yield (*at, "towards"), say("names more than the payment itself")
        elif isinstance(entry, (Acknowledgment, Dispute)):
            named = [((*at, "invoices", i), name) for i, name in enumerate(entry.invoices)]
        else:
            named = []
        for place, name in named:
            if name not in numbers:
                yield place, unknown(say("invoice"), name, numbers)
        if isinstance(entry, (CreditNote, TaxDeducted)) and entry.invoice in numbers:
            dated = case.invoice(entry.invoice).dated
            if entry.on < dated:
                yield (*at, "on"), say("{on} is before the invoice date {dated}", on=entry.on, dated=dated)
    for number, entry in enumerate(case.history):
        if isinstance(entry, ServiceOutcome) and entry.of not in ids:
            yield ("history", number, "of"), unknown(say("entry"), entry.of, tuple(ids))


def _exhibits(case: CaseFile) -> Iterator[Finding]:
    known = tuple(exhibit.id for exhibit in case.exhibits)
    for number, exhibit in enumerate(case.exhibits):
        if exhibit.id in known[:number]:
            yield ("exhibits", number, "id"), say("{id} is already the id of another exhibit", id=exhibit.id)
    named: list[tuple[Path_, str]] = []
    if case.contract:
        named += [(("contract", "exhibits", i), name) for i, name in enumerate(case.contract.exhibits)]
    for number, invoice in enumerate(case.invoices):
        named += [(("invoices", number, "exhibits", i), name) for i, name in enumerate(invoice.exhibits)]
    for number, entry in enumerate(case.history):
        named += [(("history", number, "exhibits", i), name) for i, name in enumerate(entry.exhibits)]
    for number, debtor in enumerate(case.debtors):
        if debtor.guarantee:
            named += [
                (("debtors", number, "guarantee", "exhibits", i), n) for i, n in enumerate(debtor.guarantee.exhibits)
            ]
    for at, name in named:
        if name not in known:
            yield at, unknown(say("exhibit"), name, known)


def _parties(case: CaseFile) -> Iterator[Finding]:
    if all(debtor.role == "guarantor" for debtor in case.debtors):
        yield ("debtors",), say("none is the principal debtor; a guarantor answers for somebody's debt")
    for number, debtor in enumerate(case.debtors):
        if debtor.role == "guarantor" and debtor.guarantee is None:
            yield ("debtors", number, "guarantee"), say("is missing: a guarantor is addressed under a guarantee")
    if case.creditor.enterprise:
        changes = case.creditor.enterprise.changes
        for number, (earlier, later) in enumerate(pairwise(changes)):
            if later.from_ <= earlier.from_:
                yield (
                    ("creditor", "enterprise", "changes", number + 1, "from"),
                    say("the changes of class do not ascend"),
                )


def _cheques(case: CaseFile) -> Iterator[Finding]:
    numbers = tuple(invoice.number for invoice in case.invoices)
    for number, cheque in enumerate(case.cheques):
        for i, name in enumerate(cheque.covers):
            if name not in numbers:
                yield ("cheques", number, "covers", i), unknown(say("invoice"), name, numbers)
        days = [("presented", cheque.presented), ("returned", cheque.returned), ("memo_received", cheque.memo_received)]
        known = [(name, day) for name, day in days if day is not None]
        for (_, earlier), (name, later) in pairwise(known):
            if later < earlier:
                yield ("cheques", number, name), say("{later} is before {earlier}", later=later, earlier=earlier)
