"""The parties of a paper as papers name them, who signs it, and how it is sent."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from lawkit.claim.model import ZERO, Claim
from lawkit.claim.receipts import refunds
from lawkit.drafting.facts import (
    AdvocateFacts,
    Buyer,
    CallingFacts,
    ContactFacts,
    DemandFacts,
    GuaranteeFacts,
    LiableFacts,
    PartyFacts,
    Signer,
    Voice,
)
from lawkit.drafting.matter import Matter
from lawkit.errors import FactMissing, LawkitError
from lawkit.facts.entries import Payment
from lawkit.facts.guarantees import must_be_told, not_told
from lawkit.facts.model import CaseFile
from lawkit.facts.people import Address, Debtor, Party
from lawkit.facts.residence import lives_abroad
from lawkit.facts.timeline import Timeline
from lawkit.law.model import AmountRule, AmountValue
from lawkit.messages import say

INFORMED = ("director", "drawer")  # who bears no part of the debt by that alone (IN-GUA-128, W-PERSONAL)


def address_lines(address: Address, country: str) -> tuple[str, ...]:
    """Return an address as lines, in the manner of its country."""
    if country == "france":
        place = f"{address.postcode} {address.city}" if address.postcode else address.city
        return (*address.lines, place, *([address.country] if address.country else []))
    place = f"{address.city} {address.postcode}" if address.postcode else address.city
    state = ", ".join(part for part in (address.state, address.country) if part)
    return (*address.lines, f"{place}, {state}" if state else place)


def party_facts(matter: Matter, party: Party, debtor: Debtor | None = None) -> PartyFacts:
    """Return a party as papers name it."""
    phrases, numbers = matter.phrases, party.identifiers
    lines = address_lines(party.addresses[0], matter.address_country)
    one_line = ", ".join(lines)
    values: dict[str, Any] = {
        "name": party.name, "title": party.title, "legal_form": party.legal_form, "formed_under": party.formed_under,
        "capital": party.capital, "registered_at": party.registered_at, "trade_name": party.trade_name,
        "proprietor": party.proprietor, "address": one_line,
        **{key: numbers.get(key) for key in ("cin", "llpin", "firm_registration", "siren", "vat", "gstin")},
    }  # fmt: skip
    description = phrases.say(f"party.{party.kind}", **values)
    if party.representative is not None:
        description += phrases.first(
            [f"represented.{party.kind}", "represented"],
            capacity=party.representative.capacity, representative=party.representative.name,
        )  # fmt: skip
    person = party.kind == "person"
    natural = person or party.kind == "proprietorship"
    role = getattr(party, "role", None)
    roles = [f"role.{role}.{party.gender}", f"role.{role}"]
    capacity = phrases.first(roles, debtor=debtor.name) if role and debtor else ""
    others = tuple(", ".join(address_lines(a, matter.address_country)) for a in party.addresses[1:])
    return PartyFacts(
        name=party.name, postal_name=_postal_name(matter, party, values), description=description, capacity=capacity or None, address=lines, other_addresses=others,
        one_line_address=one_line, email=next((c.email for c in party.contacts if c.email), None),
        gstin=numbers.get("gstin"), salutation=_salutation(matter, party),
        is_guarantor=role == "guarantor", is_partner=role == "partner", is_only_informed=role in INFORMED,
        is_person=person, is_company=party.kind == "company", is_llp=party.kind == "llp",
        is_firm=party.kind == "partnership",
        attention=None if natural else _attention(matter, party), business=party.business,
        called=phrases.maybe(f"called.{party.kind}", **values) or party.name,
        registration=phrases.maybe(f"registration.{party.kind}", **values) or None,
        is_public=party.kind == "public_body", is_consumer=not party.acts_in_trade,
        is_woman=party.gender == "female", is_abroad=lives_abroad(party, matter.law.pack),
    )  # fmt: skip


def _salutation(matter: Matter, party: Party) -> str:
    """Return how a letter greets its reader: a person by gender, another party by whom the letter is for, where known."""
    names = [f"salutation.{party.kind}.{party.gender}", f"salutation.{party.kind}", "salutation"]
    who = party.representative.name if party.representative else None
    return matter.phrases.first(names, representative=who)


def _attention(matter: Matter, party: Party) -> str | None:
    """Return whom in a legal person a letter is for; the person in charge of a public body by name where known."""
    who = party.representative
    name, capacity = (who.name, who.capacity) if who else (None, None)
    special = matter.phrases.maybe(f"attention.{party.kind}", representative=name, capacity=capacity)
    return special or matter.phrases.say("attention") or None


def _postal_name(matter: Matter, party: Party, values: dict[str, Any]) -> str:
    """Return the name as an address bears it, where the country's phrases have a form of their own for it."""
    return matter.phrases.maybe(f"postal.{party.kind}", **values) or party.name


def principal_of(case: CaseFile, addressee: Debtor) -> Debtor:
    """Return the principal debtor: the addressee where it is one, else the first there is; raise FactMissing for none."""
    principals = [debtor for debtor in case.debtors if debtor.role == "principal_debtor"]
    if addressee in principals:
        return addressee
    if not principals:
        raise FactMissing("principal_debtor", case.matter, say("Add it to the case file."))
    return principals[0]


def buyer_of(matter: Matter, addressee: Debtor, debtor: Debtor) -> Buyer:
    """Return how a sentence to the addressee speaks of the principal debtor."""
    whose = "they" if addressee.role == "guarantor" else addressee.role

    def word(form: str) -> str:
        return matter.phrases.first([f"buyer.{whose}.{form}", f"buyer.you.{form}"])

    subject = word("subject")
    return Buyer(
        name=debtor.name, subject=subject, subject_cap=subject[:1].upper() + subject[1:], possessive=word("possessive"),
        object=word("object"),
    )  # fmt: skip


def others_liable(matter: Matter, addressee: Debtor, *roles: str) -> tuple[LiableFacts, ...]:
    """Return the other persons who answer for the debt, in one of the roles if any are given."""
    return tuple(
        LiableFacts(facts.postal_name, facts.called, facts.capacity)
        for debtor in matter.case.debtors
        if debtor is not addressee and debtor.role not in INFORMED and (not roles or debtor.role in roles)
        for facts in (party_facts(matter, debtor, principal_of(matter.case, debtor)),)
    )


def quoted(text: str | None) -> str | None:
    """Return words as quoted at the end of a sentence: the full stop outside where the words have none of their own."""
    if text is None:
        return None
    return f"“{text.strip()}”" if text.strip().endswith((".", "!", "?")) else f"“{text.strip()}”."


def contacts_of(debtor: Debtor) -> tuple[ContactFacts, ...]:
    """Return whom to ask for; an office is named in a sentence with a small letter: “ask for the Company Secretary”."""
    named = [(re.sub(r"^The (?=\S)", "the ", each.name), each) for each in debtor.contacts]
    return tuple(ContactFacts(name, each.role, each.phone, each.email) for name, each in named)


def amount_of(matter: Matter, name: str | None) -> Decimal | None:
    """Return a sum, a rate or an hour fixed by law on the day of the paper, where the pack has it."""
    if name is None:
        return None
    matter.law.rule(name, AmountRule)
    value = matter.law.value_on(name, matter.as_of)
    return value.value if isinstance(value, AmountValue) else None


def calling_of(matter: Matter) -> CallingFacts | None:
    """Return the hours of calling, where the pack has them."""
    hours = matter.law.pack.roles.contact_hours
    start, end = (amount_of(matter, name) for name in hours) if hours else (None, None)
    return None if start is None or end is None else CallingFacts(f"{int(start):02d}:00", f"{int(end):02d}:00")


def advocate_of(case: CaseFile) -> AdvocateFacts | None:
    who = case.advocate
    return AdvocateFacts(who.name, who.firm, ", ".join(who.address), who.phone, who.email) if who else None


def voice_of(matter: Matter, signed_by: str) -> Voice:
    advocate = matter.case.advocate
    many = signed_by != "advocate" or bool(advocate and advocate.firm)
    number = "many" if many else "one"
    parts = {key: matter.phrases.say(f"voice.{number}.{key}") for key in ("i", "i_cap", "my", "my_cap", "me")}
    male = matter.case.creditor.gender == "male"
    client = matter.phrases.maybe(f"client.{'male' if male else 'female'}")
    return Voice(**parts, client=client, client_cap=client[:1].upper() + client[1:])


def signer_of(matter: Matter, signed_by: str) -> Signer:
    case, phrases = matter.case, matter.phrases
    if signed_by == "advocate":
        advocate = case.advocate
        if advocate is None:
            raise FactMissing("advocate", case.matter, say("Name the advocate in the case file or in lawkit.toml."))
        contact = phrases.say("letterhead.contact", phone=advocate.phone, email=advocate.email)
        letterhead = (
            *([phrases.say("letterhead.firm", firm=advocate.firm)] if advocate.firm else []),
            phrases.say("letterhead.advocate", enrolment=advocate.enrolment, bar=advocate.bar),
            ", ".join(advocate.address),
            *([contact] if contact else []),
        )
        return Signer(
            advocate.name,
            advocate.firm,
            advocate.enrolment,
            advocate.bar,
            None,
            advocate.gender == "female",
            advocate.address,
            contact or None,
            letterhead,
        )
    creditor = case.creditor
    representative = creditor.representative
    natural = creditor.kind in ("person", "proprietorship")
    if representative is None and signed_by == "creditor" and not natural:
        raise FactMissing("creditor.representative", case.matter, say("Name who signs for the creditor."))
    phone = next((c.phone for c in creditor.contacts if c.phone), None)
    email = next((c.email for c in creditor.contacts if c.email), None)
    contact = phrases.say("letterhead.contact", phone=phone, email=email)
    details = phrases.first(
        [f"letterhead.party.{creditor.kind}", "letterhead.party"], legal_form=creditor.legal_form, capital=creditor.capital,
        registered_at=creditor.registered_at, siren=creditor.identifiers.get("siren"), vat=creditor.identifiers.get("vat"),
    )  # fmt: skip
    lines = address_lines(creditor.addresses[0], matter.address_country)
    letterhead = tuple(line for line in (details, ", ".join(lines), contact) if line)
    own_name = creditor.proprietor if natural and creditor.proprietor else creditor.name
    own_capacity = phrases.maybe(f"signer.{creditor.kind}") or None
    name, capacity = (representative.name, representative.capacity) if representative else (own_name, own_capacity)
    return Signer(name, None, None, None, capacity, False, lines, contact or None, letterhead)


def place_of(matter: Matter, signed_by: str) -> str | None:
    if matter.address_country != "france":
        return None
    if signed_by == "creditor":
        return matter.case.creditor.addresses[0].city
    advocate = matter.case.advocate
    return (_town(advocate.address) or advocate.bar) if advocate else None


def _town(address: Sequence[str]) -> str | None:
    """Return the town of a French address: what follows the postcode. A bar may bear the name of a department."""
    found = re.match(r"\d{5} +(.+)", address[-1]) if address else None
    return found[1] if found else None


def mode_lines(matter: Matter, addressee: Debtor, modes: Sequence[str]) -> tuple[str, ...]:
    """Return the mode lines, by what was to be had on the day of the paper; e-mail only where the address is known."""
    printed = []
    pack = matter.law.pack
    if pack.modes_abroad and lives_abroad(addressee, pack) and any(mode != "email" for mode in modes):
        modes = (*pack.modes_abroad, *(mode for mode in modes if mode == "email"))
    for mode in modes:
        if mode == "email":
            email = next((c.email for c in addressee.contacts if c.email), None)
            if email:
                printed.append(matter.phrases.say("mode.email", email=email))
        else:
            before = pack.earlier_modes.get(mode)
            had = before.mode if before and matter.as_of <= before.until else mode
            printed.append(pack.service_modes[had][matter.language])
    return tuple(printed)


def guarantee_of(matter: Matter, addressee: Debtor) -> GuaranteeFacts | None:
    """Return the guarantee under which the addressee is liable; one who owes the debt in another capacity has none.

    What the guarantor has paid already lowers what the limit leaves. Raise LawkitError where it leaves nothing.
    """
    guarantee = addressee.guarantee
    if guarantee is None or addressee.role != "guarantor":
        return None
    paid = paid_by(matter.timeline.until(matter.as_of), addressee)
    room = None if guarantee.limit is None else guarantee.limit - paid
    if room is not None and room <= 0:
        told = say("{debtor} has paid all that the guarantee answers for; take this guarantor out of the debtors")
        raise LawkitError(told.format(debtor=addressee.name))
    return GuaranteeFacts(
        guarantee.dated, guarantee.reference, guarantee.limit, paid if guarantee.limit else ZERO, room,
        guarantee.on_demand, guarantee.words, quoted(guarantee.words), *_within(room, matter.claim.total),
    )  # fmt: skip


def paid_by(known: Timeline, debtor: Debtor) -> Decimal:
    """Return what one of several debtors has paid, what was given back of it left out."""
    given_back = refunds(known)
    payments = [(item.name, entry) for item, entry in known.of_kind(Payment) if entry.debtor == debtor.name]
    return sum((entry.amount - given_back.get(name, ZERO) for name, entry in payments), ZERO)


def _within(room: Decimal | None, owed: Decimal) -> tuple[bool, Decimal]:
    """Return whether a limit leaves less than is owed, and what is claimed within it."""
    return (True, room) if room is not None and room < owed else (False, owed)


def demand_of(case: CaseFile, guarantee: GuaranteeFacts | None, claim: Claim) -> DemandFacts:
    """Return what is demanded of the addressee: of a guarantor nothing beyond what the limit of the guarantee leaves."""
    room = guarantee.room if guarantee else None
    amount = guarantee.amount_claimed if guarantee else claim.total
    principal = min(claim.principal, room) if room is not None else claim.principal
    return DemandFacts(case.demand.days if case.demand else 0, amount, principal)


def as_informed(matter: Matter, addressee: Debtor, guarantee: GuaranteeFacts | None) -> GuaranteeFacts | None:
    """Return a guarantee without interest where the law asks that its giver be informed and this is not on file."""
    given = addressee.guarantee
    if guarantee is None or given is None:
        return None
    guarantee = replace(guarantee, is_joint=given.joint, until=given.until, told_of_default=given.told_of_default)
    if matter.law.pack.roles.guarantor_information is None or not must_be_told(matter.case, addressee):
        return guarantee
    defaults = [line.payable_on for line in matter.claim.invoices if line.overdue]
    if not any(not_told(matter.case, addressee, min(defaults, default=None), matter.as_of)):
        return replace(guarantee, was_informed=True)
    capped, amount = _within(guarantee.room, matter.claim.total - matter.claim.interest)
    return replace(guarantee, is_capped=capped, amount_claimed=amount, bears_interest=False)
