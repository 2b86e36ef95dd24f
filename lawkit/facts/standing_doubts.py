"""What is odd in the standing facts of a case file: a day still to come, a payment too early, a rate, a name, an address.

Each may be as it is written, and each is more often a slip: it is remarked with its line. What no true matter could say is
refused where the file is read.
"""

import re
from collections.abc import Iterator
from datetime import date

from lawkit.errors import unknown
from lawkit.facts.corrections import Finding
from lawkit.facts.entries import Payment
from lawkit.facts.model import CaseFile
from lawkit.facts.people import Address, Party
from lawkit.facts.residence import is_abroad
from lawkit.facts.timeline import Timeline
from lawkit.law import Jurisdiction
from lawkit.law.pack import Pack
from lawkit.messages import say
from lawkit.reading import Path_

LONG_TIME = 90  # days: the papers give from 8 to 60
HIGH_RATE = 36  # percent a year


def standing_doubts(whole: Timeline, law: Jurisdiction, as_of: date) -> Iterator[Finding]:
    """Yield what is odd in the standing facts of a case file as it stands on a day."""
    case = whole.case
    yield from _still_to_come(case, as_of)
    yield from _contract_late(case)
    yield from _paid_early(whole)
    yield from _terms(case)
    yield from _same_names(case)
    yield from _addresses(case, law.pack)


def _still_to_come(case: CaseFile, as_of: date) -> Iterator[Finding]:
    """Yield the days that a paper of the day asked about cannot tell as past; invoices of a later day once, they are left out."""
    for at, day in _past_days(case, as_of):
        if day is not None and day > as_of:
            yield at, say("{day} is after {as_of}, the day asked about: look at the year", day=day, as_of=as_of)
    later = [number for number, invoice in enumerate(case.invoices) if invoice.dated > as_of]
    if later:
        yield (
            ("invoices", later[0], "dated"),
            say("{day} is after {as_of}, the day asked about: the invoice is left out",
                day=case.invoices[later[0]].dated, as_of=as_of)
            if len(later) == 1
            else say("{day} is after {as_of}, the day asked about: {count} invoices of later days are left out",
                     day=case.invoices[later[0]].dated, as_of=as_of, count=len(later)),
        )  # fmt: skip


def _past_days(case: CaseFile, as_of: date) -> Iterator[tuple[Path_, date | None]]:
    """Yield each day of the standing facts on which something is said to have happened already."""
    yield ("instructed_on",), case.instructed_on
    if case.contract is not None:
        yield ("contract", "dated"), case.contract.dated
    if case.creditor.enterprise is not None:
        yield ("creditor", "enterprise", "registered_on"), case.creditor.enterprise.registered_on
    for number, debtor in enumerate(case.debtors):
        if debtor.guarantee is not None:
            yield ("debtors", number, "guarantee", "dated"), debtor.guarantee.dated
    for number, invoice in enumerate(case.invoices):
        if invoice.dated > as_of:
            continue
        at: Path_ = ("invoices", number)
        yield (*at, "delivered"), invoice.delivered
        yield (*at, "accepted"), invoice.accepted
        yield (*at, "request_received"), invoice.request_received
        if invoice.objection is not None:
            yield (*at, "objection", "on"), invoice.objection.on
        if invoice.assigned is not None:
            yield (*at, "assigned", "on"), invoice.assigned.on
    for number, cheque in enumerate(case.cheques):
        for field in ("presented", "returned", "memo_received", "informed_on"):
            yield ("cheques", number, field), getattr(cheque, field)
    for number, exhibit in enumerate(case.exhibits):
        yield ("exhibits", number, "dated"), exhibit.dated


def _contract_late(case: CaseFile) -> Iterator[Finding]:
    first = min(case.invoices, key=lambda invoice: invoice.dated)
    if case.contract is not None and case.contract.dated > first.dated:
        yield (
            ("contract", "dated"),
            say("{dated} is after {day}, the date of invoice {number} issued under it: look at both days",
                dated=case.contract.dated, day=first.dated, number=first.number),
        )  # fmt: skip


def _paid_early(whole: Timeline) -> Iterator[Finding]:
    """Yield payments from before there was anything to pay: each lowers the demand."""
    case = whole.case
    first = min(invoice.dated for invoice in case.invoices)
    if case.contract is not None:
        first = min(first, case.contract.dated)
    for item, payment in whole.of_kind(Payment):
        if payment.on < first:
            yield (
                (*item.path, "on"),
                say("{on} is before the contract and every invoice: if it was no advance on them, the day is wrong; "
                    "it lowers what is owed",
                    on=payment.on),
            )  # fmt: skip


def _terms(case: CaseFile) -> Iterator[Finding]:
    """Yield a time to pay that is unusually long, and a rate that is perhaps not one of a year."""
    if case.demand is not None and case.demand.days > LONG_TIME:
        yield ("demand", "days"), say("{days} days are an unusual time to pay: look at it", days=case.demand.days)
    agreed = case.contract.interest if case.contract is not None else None
    for at, terms in ((("contract", "interest", "rate"), agreed), (("interest_claim", "rate"), case.interest_claim)):
        if terms is not None and terms.rate > HIGH_RATE:
            yield (
                at,
                say("{rate} % a year is an unusual rate: look whether it is one of a year, and whether a court would lower it",
                    rate=terms.rate),
            )  # fmt: skip


def _same_names(case: CaseFile) -> Iterator[Finding]:
    creditor = _folded(case.creditor.name)
    for number, debtor in enumerate(case.debtors):
        if _folded(debtor.name) == creditor:
            yield ("debtors", number, "name"), say("{name} is the creditor too: look at both names", name=debtor.name)


def _folded(name: str) -> str:
    return " ".join(re.sub(r"[.,]", " ", name).casefold().replace("&", " and ").split())


def _addresses(case: CaseFile, pack: Pack) -> Iterator[Finding]:
    """Yield postcodes of no form of the country's, and States it has not; an address in another country is left alone."""
    parties: tuple[tuple[Path_, Party], ...] = (
        (("creditor",), case.creditor),
        *((("debtors", number), debtor) for number, debtor in enumerate(case.debtors)),
    )
    for at, party in parties:
        for number, address in enumerate(party.addresses):
            if not is_abroad(address, pack):
                yield from _address(address, (*at, "addresses", number), pack)
    if case.forum is not None and case.forum.state is not None:
        yield from _state(case.forum.state, ("forum", "state"), pack)


def _address(address: Address, at: Path_, pack: Pack) -> Iterator[Finding]:
    code = address.postcode
    if code is not None and pack.postcodes and not re.fullmatch(pack.postcodes.form, code.replace(" ", ""), re.ASCII):
        yield (
            (*at, "postcode"),
            say("{code} is no postcode of {country}, such as {example}; of an address in another country, enter its country",
                code=code, country=pack.code, example=pack.postcodes.example),
        )  # fmt: skip
    if address.state is not None:
        yield from _state(address.state, (*at, "state"), pack)


def _state(state: str, at: Path_, pack: Pack) -> Iterator[Finding]:
    if not pack.states:
        return
    names = tuple(name for names in pack.states.values() for name in names)
    if state not in names and _folded(state) not in {_folded(name) for name in names}:
        yield at, unknown(say("State"), state, names)
