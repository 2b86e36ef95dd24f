"""The parties of a paper as papers name them, who signs it, and how it is sent."""

from collections.abc import Sequence
from typing import Any

from lawkit.claim.model import Claim
from lawkit.drafting.facts import (
    GuaranteeFacts,
    PartyFacts,
    Signer,
    Voice,
)
from lawkit.drafting.matter import Matter
from lawkit.errors import FactMissing
from lawkit.facts.model import Address, Debtor, Party
from lawkit.messages import say


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
        description += phrases.say(
            "represented", capacity=party.representative.capacity, representative=party.representative.name
        )
    person = party.kind == "person"
    salutations = [f"salutation.person.{party.gender}", "salutation.person"] if person else []
    role = getattr(party, "role", None)
    capacity = phrases.say(f"role.{role}", debtor=debtor.name) if role and debtor else ""
    others = tuple(", ".join(address_lines(a, matter.address_country)) for a in party.addresses[1:])
    return PartyFacts(
        name=party.name, description=description, capacity=capacity or None, address=lines, other_addresses=others,
        one_line_address=one_line, email=next((c.email for c in party.contacts if c.email), None),
        gstin=numbers.get("gstin"), salutation=phrases.first([*salutations, "salutation"] if salutations else ["salutation"]),
        is_guarantor=role == "guarantor", is_person=person,
        attention=None if person else phrases.say("attention") or None, business=party.business,
    )  # fmt: skip


def voice_of(matter: Matter, signed_by: str) -> Voice:
    advocate = matter.case.advocate
    many = signed_by != "advocate" or bool(advocate and advocate.firm)
    number = "many" if many else "one"
    parts = {key: matter.phrases.say(f"voice.{number}.{key}") for key in ("i", "i_cap", "my", "my_cap", "me")}
    return Voice(**parts, client="", client_cap="")


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
    if representative is None:
        raise FactMissing("creditor.representative", case.matter, say("Name who signs for the creditor."))
    phone = next((c.phone for c in creditor.contacts if c.phone), None)
    email = next((c.email for c in creditor.contacts if c.email), None)
    contact = phrases.say("letterhead.contact", phone=phone, email=email)
    details = phrases.say(
        "letterhead.party", legal_form=creditor.legal_form, capital=creditor.capital,
        registered_at=creditor.registered_at, siren=creditor.identifiers.get("siren"), vat=creditor.identifiers.get("vat"),
    )  # fmt: skip
    lines = address_lines(creditor.addresses[0], matter.address_country)
    letterhead = tuple(line for line in (details, ", ".join(lines), contact) if line)
    return Signer(
        representative.name, None, None, None, representative.capacity, False, lines, contact or None, letterhead
    )


def place_of(matter: Matter, signed_by: str) -> str | None:
    if matter.address_country != "france":
        return None
    advocate = matter.case.advocate
    return matter.case.creditor.addresses[0].city if signed_by == "creditor" else advocate.bar if advocate else None


def mode_lines(matter: Matter, addressee: Debtor, modes: Sequence[str]) -> tuple[str, ...]:
    """Return the mode lines; e-mail only where the addressee's address is known."""
    printed = []
    for mode in modes:
        if mode == "email":
            email = next((c.email for c in addressee.contacts if c.email), None)
            if email:
                printed.append(matter.phrases.say("mode.email", email=email))
        else:
            printed.append(matter.law.pack.service_modes[mode][matter.language])
    return tuple(printed)


def guarantee_of(addressee: Debtor, claim: Claim) -> GuaranteeFacts | None:
    guarantee = addressee.guarantee
    if guarantee is None:
        return None
    capped = min(claim.total, guarantee.limit) if guarantee.limit is not None else claim.total
    return GuaranteeFacts(guarantee.dated, guarantee.reference, guarantee.limit, capped)
