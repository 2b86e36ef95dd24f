"""Faults that one field alone does not show: order of dates, sums, names that answer to nothing."""

from collections.abc import Iterator
from itertools import pairwise

from lawkit.errors import Problem, unknown
from lawkit.facts.corrections import Finding
from lawkit.facts.entry_consistency import entry_findings
from lawkit.facts.model import CaseFile, Invoice
from lawkit.facts.timeline import written
from lawkit.messages import say
from lawkit.money import figures
from lawkit.reading import Document, Path_


def inconsistencies(case: CaseFile, document: Document) -> list[Problem]:
    """Return every fault of a case file that its model cannot see."""
    found = [*_invoices(case), *entry_findings(case), *_exhibits(case), *_parties(case), *_cheques(case)]
    return [document.problem(at, text) for at, text in found]


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
    for at, entry in written(case):
        named += [((*at, "exhibits", i), name) for i, name in enumerate(entry.exhibits)]
    for number, debtor in enumerate(case.debtors):
        if debtor.guarantee:
            named += [
                (("debtors", number, "guarantee", "exhibits", i), n) for i, n in enumerate(debtor.guarantee.exhibits)
            ]
    for place, name in named:
        if name not in known:
            yield place, unknown(say("exhibit"), name, known)


def _parties(case: CaseFile) -> Iterator[Finding]:
    for at, party in ((("creditor",), case.creditor), *((("debtors", i), d) for i, d in enumerate(case.debtors))):
        cin = party.identifiers.get("cin")
        if cin is not None and int(cin[8:12]) > case.instructed_on.year:
            yield (*at, "identifiers", "cin"), say("{cin}: its year {year} is still to come", cin=cin, year=cin[8:12])
        yield from _agree(party.identifiers, (*at, "identifiers"))
    names: dict[str, int] = {}
    for number, debtor in enumerate(case.debtors):
        if debtor.name in names:
            yield (
                ("debtors", number, "name"),
                say(
                    "{name} stands already as debtor {first}; name each once",
                    name=debtor.name,
                    first=names[debtor.name] + 1,
                ),
            )
        names.setdefault(debtor.name, number)
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


def _agree(numbers: dict[str, str], at: Path_) -> Iterator[Finding]:
    """Yield identifiers of one party that hold another's number: a PAN in a GSTIN, a SIREN in a SIRET or a VAT number."""
    for name, within, part in (
        ("pan", "gstin", slice(2, 12)),
        ("siren", "siret", slice(0, 9)),
        ("siren", "vat", slice(4, 13)),
    ):
        inner, outer = numbers.get(name), numbers.get(within)
        regular = outer is not None and (within != "gstin" or outer[13] == "Z")  # TDS and UIN forms hold no PAN
        if inner is not None and outer is not None and regular and outer[part] != inner:
            yield (*at, within), say("{outer} does not hold {inner}, the {name} of the same party",
                                     outer=outer, inner=inner, name=name.upper())  # fmt: skip


def _cheques(case: CaseFile) -> Iterator[Finding]:
    numbers = tuple(invoice.number for invoice in case.invoices)
    for number, cheque in enumerate(case.cheques):
        for i, name in enumerate(cheque.covers):
            if name not in numbers:
                yield ("cheques", number, "covers", i), unknown(say("invoice"), name, numbers)
        until = [("dated", cheque.dated), ("presented", cheque.presented), ("returned", cheque.returned)]
        chains = ([*until, ("memo_received", cheque.memo_received)], [*until, ("informed_on", cheque.informed_on)])
        found = {}  # the memo and the first information each follow the return; either may come first
        for days in chains:
            known = [(name, day) for name, day in days if day is not None]
            found.update(dict.fromkeys(pairwise(known)))
        for (_, earlier), (name, later) in found:
            if later < earlier:
                yield ("cheques", number, name), say("{later} is before {earlier}", later=later, earlier=earlier)
