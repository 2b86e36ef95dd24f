"""Faults of entries that one field alone does not show: names that answer to nothing, sums and days that cannot be."""

from collections.abc import Iterator, Sequence

from lawkit.errors import unknown
from lawkit.facts.corrections import Finding, correction_findings
from lawkit.facts.entries import (
    Adjourned,
    CaseVersion,
    Contact,
    Correction,
    CreditNote,
    Defect,
    EntryBase,
    Erasure,
    HearingListed,
    HoldPlaced,
    InsolvencyOpened,
    Judgment,
    Mediation,
    Order,
    Payment,
    PlanProposed,
    Promise,
    Refund,
    Settlement,
    TaxDeducted,
)
from lawkit.facts.model import CaseFile
from lawkit.facts.timeline import timeline, written
from lawkit.messages import say
from lawkit.reading import Path_

# the fields that name a debtor of the matter, by its name
_DEBTORS = {
    "dispatched": "addressee", "acknowledgment": "debtor", "payment": "debtor", "insolvency_opened": "debtor",
    "measure_applied": "against",
}  # fmt: skip


def entry_findings(case: CaseFile) -> Iterator[Finding]:
    """Yield every fault of a case file's history."""
    ids = [entry.id for entry in case.history if entry.id is not None]
    standing = timeline(case).entries
    by_id = {entry.id: entry for entry in case.history if entry.id is not None}
    by_id.update({item.entry.id: item.entry for item in standing if item.entry.id is not None})
    for number, entry in enumerate(case.history):
        if entry.id is not None and any(entry.id == earlier.id for earlier in case.history[:number]):
            yield ("history", number, "id"), say("{id} is already the id of another entry", id=entry.id)
    for at, entry in written(case):
        yield from _names(case, entry, at, ids)
        yield from _days(entry, at)
        if isinstance(entry, CaseVersion):
            yield (*at, "kind"), say("only the tracker records a version; here the case file itself is changed")
        if isinstance(entry, Erasure):
            yield (
                (*at, "kind"),
                say("only the tracker records an erasure; here the entry itself is taken out of the file"),
            )
        named = by_id.get(entry.told("of") or "")
        if named is not None and entry.on < named.on and not isinstance(entry, Correction):
            yield (
                (*at, "on"),
                say("{on} is before {named_on}, the day of {id}", on=entry.on, named_on=named.on, id=named.id),
            )
        if isinstance(entry, (CreditNote, TaxDeducted)) and any(i.number == entry.invoice for i in case.invoices):
            dated = case.invoice(entry.invoice).dated
            if entry.on < dated:
                yield (*at, "on"), say("{on} is before the invoice date {dated}", on=entry.on, dated=dated)
        if isinstance(entry, Payment):
            yield from _towards(entry, at)
        if isinstance(entry, Refund):
            yield from _refund(by_id.get(entry.of), entry, at)
    yield from correction_findings(case)


def _names(case: CaseFile, entry: EntryBase, at: Path_, ids: Sequence[str]) -> Iterator[Finding]:
    """Yield what an entry names and nobody knows: entries, invoices, cheques, debtors."""
    invoices = tuple(invoice.number for invoice in case.invoices)
    named: list[tuple[Path_, str, str, Sequence[str]]] = []
    of = entry.told("of")
    if of is not None:
        named.append(((*at, "of"), say("entry"), of, ids))
    invoice = entry.told("invoice")
    if invoice is not None:
        named.append(((*at, "invoice"), say("invoice"), invoice, invoices))
    for i, name in enumerate(entry.told("invoices") or ()):
        named.append(((*at, "invoices", i), say("invoice"), name, invoices))
    for i, part in enumerate(entry.told("towards") or ()):
        named.append(((*at, "towards", i, "invoice"), say("invoice"), part.invoice, invoices))
    cheques = tuple(cheque.number for cheque in case.cheques)
    for i, name in enumerate(entry.told("cheques") or ()):
        named.append(((*at, "cheques", i), say("cheque"), name, cheques))
    debtors = tuple(debtor.name for debtor in case.debtors)
    field = _DEBTORS.get(str(entry.told("kind")))
    if field is not None and (name := getattr(entry, field)) is not None:
        named.append(((*at, field), say("debtor"), name, debtors))
    against = entry.told("against")
    for i, name in enumerate(against if isinstance(against, tuple) else ()):
        named.append(((*at, "against", i), say("debtor"), name, debtors))
    for place, what, name, known in named:
        if name not in known:
            yield place, unknown(what, name, tuple(known))


def _days(entry: EntryBase, at: Path_) -> Iterator[Finding]:
    """Yield days that come before the day they follow from."""
    for field, kinds in (
        ("by", (Promise,)), ("until", (HoldPlaced,)), ("ended", (Mediation,)), ("day", (HearingListed,)), ("to", (Adjourned,)), ("cure_by", (Defect,)), ("comply_by", (Order,)),
        ("next_contact", (Contact,)), ("enforceable_on", (Judgment,)), ("served", (Judgment,)), ("received", (Judgment,)),
        ("published", (InsolvencyOpened,)), ("last_date_for_claims", (InsolvencyOpened,)), ("ended", (InsolvencyOpened,)),
    ):  # fmt: skip
        day = entry.told(field) if isinstance(entry, kinds) else None
        if day is not None and day < entry.on:
            yield (*at, field), say("{later} is before {earlier}", later=day, earlier=entry.on)
    moment = entry.told("at")
    if isinstance(entry, Contact) and moment is not None and moment.date() != entry.on:
        yield (*at, "at"), say("{at} is not on {on}", at=moment.isoformat(), on=entry.on)
    plan = entry.instalments if isinstance(entry, (PlanProposed, Settlement)) else ()
    for number, instalment in enumerate(plan):
        earlier = plan[number - 1].due if number else entry.on
        if instalment.due < earlier:
            yield (
                (*at, "instalments", number, "due"),
                say("{later} is before {earlier}", later=instalment.due, earlier=earlier),
            )
    if isinstance(entry, Settlement) and plan and sum(each.amount for each in plan) != entry.amount:
        yield (*at, "instalments"), say("the instalments do not add to the amount of the settlement")


def _towards(payment: Payment, at: Path_) -> Iterator[Finding]:
    if payment.towards and payment.chosen_by is None:
        yield (*at, "chosen_by"), say("is missing: say who named the invoices, debtor or creditor")
    if sum(part.amount for part in payment.towards if part.amount is not None) > payment.amount:
        yield (*at, "towards"), say("names more than the payment itself")


def _refund(paid: EntryBase | None, refund: Refund, at: Path_) -> Iterator[Finding]:
    if paid is not None and not isinstance(paid, Payment):
        yield (*at, "of"), say("{of} is not a payment", of=refund.of)
    elif paid is not None and refund.amount > paid.amount:
        yield (*at, "amount"), say("is more than the payment it gives back")
