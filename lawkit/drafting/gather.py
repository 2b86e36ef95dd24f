"""From a timeline, its claim and the law to the facts a precedent may name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from lawkit.claim.booked import tax_credits
from lawkit.claim.model import ZERO, Claim, Extinguished, InvoiceClaim, Segment
from lawkit.drafting.facts import (
    AccountFacts,
    AcknowledgmentFacts,
    ArbitrationFacts,
    Basis,
    Buyer,
    ClaimFacts,
    ContractBasis,
    ContractFacts,
    DemandFacts,
    DisputeFacts,
    DraftFacts,
    EvidenceBasis,
    GuaranteeFacts,
    InterestLine,
    InvoiceFacts,
    LegalBasis,
    MsmedBasis,
    NoticeFacts,
    Paper,
    PartyFacts,
    PenaltyBasis,
    PromiseFacts,
    Receipt,
    Signer,
    TaxCreditLine,
    Voice,
)  # fmt: skip
from lawkit.drafting.phrases import Phrases
from lawkit.errors import FactMissing
from lawkit.facts.conditions import Subject, first_formal_notice
from lawkit.facts.entries import (
    Acknowledgment,
    CreditNote,
    Dispute,
    EntryBase,
    Notice,
    Payment,
    Promise,
    TaxDeducted,
)  # fmt: skip
from lawkit.facts.model import Address, CaseFile, Debtor, Party
from lawkit.facts.timeline import Happened, Timeline
from lawkit.law.jurisdiction import Jurisdiction, RateRow
from lawkit.law.model import AmountRule, AmountValue, ContractRate, InterestRule, RoundingRule, SeriesRate
from lawkit.messages import say


@dataclass(frozen=True)
class Matter:
    """What gathering starts from."""

    timeline: Timeline
    law: Jurisdiction
    claim: Claim
    phrases: Phrases
    as_of: date
    language: str
    address_country: str

    @property
    def case(self) -> CaseFile:
        return self.timeline.case


def gather(
    matter: Matter, addressee: Debtor, signed_by: str, modes: Sequence[str], enclosures: Sequence[str]
) -> DraftFacts:
    """Return the facts of one paper to one addressee. Raise FactMissing where the paper's signer is not known."""
    case, claim, say_ = matter.case, matter.claim, matter.phrases.say
    debtor = case.principal_debtors[0]
    guarantor = addressee.role == "guarantor"
    invoices = tuple(_invoice(matter, line) for line in claim.invoices if line.overdue)
    overdue = {line.number for line in claim.invoices if line.overdue}
    receipts = _receipts(matter, overdue)
    whose = "they" if guarantor else "you"
    at_stake = tax_credit_lines(matter)
    return DraftFacts(
        paper=Paper(
            reference=case.matter, date=matter.as_of, place=_place(matter, signed_by), modes=_modes(matter, addressee, modes),
            footer=say_("file.footer", reference=case.matter), page_word=say_("page"), of_word=say_("of"),
            is_last_notice=True,
        ),
        voice=_voice(matter, signed_by),
        signer=_signer(matter, signed_by),
        creditor=party_facts(matter, case.creditor),
        addressee=party_facts(matter, addressee, debtor),
        debtor=party_facts(matter, debtor),
        buyer=Buyer(
            name=debtor.name, subject=say_(f"buyer.{whose}.subject"), subject_cap=_capital(say_(f"buyer.{whose}.subject")),
            possessive=say_(f"buyer.{whose}.possessive"), object=say_(f"buyer.{whose}.object"),
        ),
        guarantee=_guarantee(addressee, claim),
        contract=_contract(matter),
        arbitration=_arbitration(case),
        forum_court=case.forum.court if case.forum else None,
        mediation_required=_mediation(matter),
        msme_council_open=any(line.interest_rule == "msmed_interest" for line in claim.invoices),
        invoices=invoices,
        upcoming=tuple(_invoice(matter, line) for line in claim.invoices if not line.overdue and line.outstanding > 0),
        receipts=receipts,
        payments=tuple(r for r in receipts if r.nature == say_("nature.payment")),
        deductions=tuple(r for r in receipts if r.nature == say_("nature.tax_deducted")),
        credit_notes=tuple(r for r in receipts if r.nature == say_("nature.credit_note")),
        interest_lines=tuple(_interest_line(matter, segment) for segment in claim.segments),
        tax_credits=at_stake,
        tax_credit_passed=any(line.passed for line in at_stake),
        claim=_claim(matter, invoices),
        basis=_basis(matter),
        demand=DemandFacts(case.demand.days if case.demand else 0),
        account=_account(case),
        acknowledgments=tuple(
            AcknowledgmentFacts(e.on, say_(f"form.{e.form}"), e.amount, e.by) for _, e in _open(matter, Acknowledgment)
        ),
        promises=tuple(PromiseFacts(e.on, e.by, say_(f"form.{e.form}"), e.amount) for _, e in _open(matter, Promise)
                       if e.by < matter.as_of),
        notices=tuple(NoticeFacts(e.on, say_(f"notice.{e.document}"), e.reference) for _, e in _open(matter, Notice)),
        disputes=tuple(
            DisputeFacts(e.on, say_(f"form.{e.form}"), _sentence(e.ground), _sentence(e.answer) if e.answer else None,
                         e.answered_on)
            for _, e in _open(matter, Dispute)
        ),
        instalments_welcome=bool(case.client_would_accept_instalments),
        enclosures=tuple(enclosures),
    )  # fmt: skip


def _open(matter: Matter, kind: type[Any]) -> list[tuple[Happened, Any]]:
    """Return the entries of a kind up to the day; confidential ones never reach a paper."""
    return [(item, e) for item, e in matter.timeline.until(matter.as_of).of_kind(kind) if not e.confidential]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentence(text: str) -> str:
    """Return a text that ends as a sentence does."""
    text = _capital(text.strip())
    return text if text.endswith((".", "!", "?", "”", "»")) else f"{text}."


# -- parties -------------------------------------------------------------------------------------


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


def _voice(matter: Matter, signed_by: str) -> Voice:
    advocate = matter.case.advocate
    many = signed_by != "advocate" or bool(advocate and advocate.firm)
    number = "many" if many else "one"
    parts = {key: matter.phrases.say(f"voice.{number}.{key}") for key in ("i", "i_cap", "my", "my_cap", "me")}
    return Voice(**parts, client="", client_cap="")


def _signer(matter: Matter, signed_by: str) -> Signer:
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


def _place(matter: Matter, signed_by: str) -> str | None:
    if matter.address_country != "france":
        return None
    advocate = matter.case.advocate
    return matter.case.creditor.addresses[0].city if signed_by == "creditor" else advocate.bar if advocate else None


def _modes(matter: Matter, addressee: Debtor, modes: Sequence[str]) -> tuple[str, ...]:
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


def _guarantee(addressee: Debtor, claim: Claim) -> GuaranteeFacts | None:
    guarantee = addressee.guarantee
    if guarantee is None:
        return None
    capped = min(claim.total, guarantee.limit) if guarantee.limit is not None else claim.total
    return GuaranteeFacts(guarantee.dated, guarantee.reference, guarantee.limit, capped)


# -- contract ------------------------------------------------------------------------------------


def _contract(matter: Matter) -> ContractFacts | None:
    contract = matter.case.contract
    if contract is None:
        return None
    term, interest = contract.payment_term, contract.interest
    return ContractFacts(
        title=contract.title, reference=contract.reference, dated=contract.dated, subject=contract.subject,
        for_goods=contract.kind == "sale_of_goods",
        term_days=term.days if term else None,
        term_from=matter.phrases.say(f"term.{term.counted_from}") if term else None,
        interest_rate=interest.rate if interest else None, interest_clause=interest.clause if interest else None,
        interest_words=interest.words if interest else None, courts_at=contract.courts_at,
    )  # fmt: skip


def _arbitration(case: CaseFile) -> ArbitrationFacts | None:
    clause = case.contract.arbitration if case.contract else None
    return ArbitrationFacts(clause.clause, clause.words, clause.seat, clause.institution) if clause else None


def _mediation(matter: Matter) -> bool:
    """Return whether a suit for this claim would need mediation first: at or above the specified value."""
    name = "commercial_specified_value"
    if name not in matter.law.rules:
        return False
    value = matter.law.value_on(name, matter.as_of)
    matter.law.rule(name, AmountRule)
    return isinstance(value, AmountValue) and value.value is not None and matter.claim.total >= value.value


def _account(case: CaseFile) -> AccountFacts | None:
    account = case.creditor.account
    if account is None:
        return None
    return AccountFacts(
        account.holder, account.bank, account.branch, account.number, account.ifsc, account.iban, account.bic
    )


# -- figures -------------------------------------------------------------------------------------


def _invoice(matter: Matter, line: InvoiceClaim) -> InvoiceFacts:
    invoice = matter.case.invoice(line.number)
    received = line.paid_principal + line.credited + line.deducted
    return InvoiceFacts(
        number=line.number, dated=line.dated, supplied=line.supplied, delivery_note=invoice.delivery_note,
        payable_on=line.payable_on, total=line.total, paid=line.paid_principal, deducted=line.deducted,
        credited=line.credited, received=received, balance=line.outstanding, interest_from=line.interest_from,
        interest=line.interest, daily=line.daily,
    )  # fmt: skip


def _reference(matter: Matter, entry: EntryBase) -> str:
    if isinstance(entry, Payment):
        return entry.reference or "–"
    if isinstance(entry, TaxDeducted):
        return matter.phrases.say("reference.tax_deducted", section=entry.section, certificate=entry.certificate) or "–"
    assert isinstance(entry, CreditNote)
    return matter.phrases.say("reference.credit_note", number=entry.number) or "–"


def _receipts(matter: Matter, overdue: set[str]) -> tuple[Receipt, ...]:
    """Return each payment, deduction and credit note with what it extinguished; its amount is the sum of its parts."""
    by_entry: dict[str, list[Extinguished]] = {}
    for part in matter.claim.extinguished:
        if part.invoice in overdue:
            by_entry.setdefault(part.entry, []).append(part)
    entries: dict[str, EntryBase] = {item.name: item.entry for item in matter.timeline.entries}
    receipts = []
    for name, parts in by_entry.items():
        entry = entries[name]

        def to(part: str, parts: list[Extinguished] = parts) -> Decimal:
            return sum((p.amount for p in parts if p.part == part), ZERO)

        day = parts[0].on
        basis = (
            matter.law.citation(parts[0].rule, day, matter.language, short=True) if parts[0].kind == "payment" else "–"
        )
        receipts.append(
            Receipt(
                on=day, nature=matter.phrases.say(f"nature.{parts[0].kind}"), reference=_reference(matter, entry),
                amount=sum((p.amount for p in parts), ZERO), to_interest=to("interest"), to_principal=to("principal"),
                to_fixed=to("fixed_sum"), invoices=", ".join(dict.fromkeys(p.invoice for p in parts)), basis=basis,
            )
        )  # fmt: skip
    return tuple(sorted(receipts, key=lambda r: r.on))


def tax_credit_lines(matter: Matter) -> tuple[TaxCreditLine, ...]:
    """Return the input tax credit each unpaid invoice puts at stake for the buyer."""
    return tuple(
        TaxCreditLine(
            invoice=credit.invoice,
            dated=matter.case.invoice(credit.invoice).dated,
            last_day=credit.last_day,
            passed=credit.last_day < matter.as_of,
            return_period=f"{credit.return_period:%m/%Y}",
            reported_in=matter.case.invoice(credit.invoice).gst_return_period,
            taxable=matter.case.invoice(credit.invoice).taxable,
            tax=credit.tax,
            unpaid=credit.unpaid,
            total=credit.total,
            amount=credit.amount,
        )
        for credit in tax_credits(matter.timeline, matter.law, matter.claim)
    )


def _interest_line(matter: Matter, segment: Segment) -> InterestLine:
    return InterestLine(
        segment.invoice, segment.start, segment.end, segment.days, segment.base, segment.rate.quantize(Decimal("0.0001")),
        rate_source(matter, segment), segment.amount,
    )  # fmt: skip


def rate_source(matter: Matter, segment: Segment) -> str:
    """Return where the rate of an interest line comes from, in words."""
    rule = matter.law.rule(segment.rule, InterestRule)
    if segment.rows:
        return "; ".join(dict.fromkeys(_row_text(matter, row, rule) for row in segment.rows))
    contract, claim = matter.case.contract, matter.case.interest_claim
    rates = _rates(rule)
    if claim and any(isinstance(rate, ContractRate) and rate.from_ == "evidence" for rate in rates):
        return matter.phrases.say("source.evidence", evidence=claim.evidence)
    if contract and contract.interest:
        return matter.phrases.say("source.contract", clause=contract.interest.clause)
    return matter.phrases.say(
        "source.fixed", provision=matter.law.citation(segment.rule, segment.start, matter.language)
    )


def _rates(rule: InterestRule) -> list[Any]:
    """Return every rate a rule may take, in its order."""
    return [rate for value in rule.values.values() for rate in getattr(value.rate, "first_of", (value.rate,))]


def _series_rate(rule: InterestRule) -> SeriesRate | None:
    """Return the series part of a rule's rate."""
    return next((rate for rate in _rates(rule) if isinstance(rate, SeriesRate)), None)


def _row_text(matter: Matter, row: RateRow, rule: InterestRule) -> str:
    times, plus = Decimal(1), Decimal(0)
    for rate in _rates(rule):
        if isinstance(rate, SeriesRate) and rate.series == row.series:
            times, plus = rate.times, rate.plus
        elif isinstance(rate, ContractRate) and rate.floor and rate.floor.series == row.series:
            times = rate.floor.times
    return matter.phrases.say(
        f"source.{row.series}", value=row.value, effective=row.effective, times=times, plus=plus, column=row.column
    )


def _claim(matter: Matter, invoices: Sequence[InvoiceFacts]) -> ClaimFacts:
    claim = matter.claim
    fixed = [f for f in claim.fixed_sums if f.outstanding > 0]
    counted = claim.further_from > claim.as_of
    methods = {matter.law.rule(i.interest_rule, InterestRule).method for i in claim.invoices if i.interest_rule}
    roundings = dict.fromkeys(
        matter.law.chosen(name, matter.law.rule(name, RoundingRule).when)
        for line in claim.invoices
        if line.interest_rule and (name := matter.law.rule(line.interest_rule, InterestRule).rounding)
    )

    def total(of: Callable[[InvoiceFacts], Decimal]) -> Decimal:
        return sum((of(i) for i in invoices), ZERO)

    return ClaimFacts(
        as_of=claim.as_of, principal=claim.principal, interest=claim.interest,
        interest_accrued=sum((i.interest_accrued for i in claim.invoices), ZERO),
        interest_paid=sum((i.interest_paid for i in claim.invoices), ZERO),
        fixed_sum_each=fixed[0].amount if fixed else ZERO, fixed_sum_count=len(fixed), fixed_total=claim.fixed_total,
        notice_cost=claim.notice_cost, total=claim.total, upcoming=claim.not_yet_due, invoiced=total(lambda i: i.total),
        received=total(lambda i: i.received), daily=claim.daily, paid_principal=total(lambda i: i.paid),
        deducted=total(lambda i: i.deducted), credited=total(lambda i: i.credited),
        interest_through=claim.as_of if counted else max((s.end for s in claim.segments), default=claim.as_of),
        further_from=claim.further_from,
        day_count_note=" ".join(filter(None, (matter.phrases.say(f"note.{method}") for method in sorted(methods)))),
        rounding_note=" ".join(matter.phrases.say(f"rounding.{when}") for when in roundings),
    )  # fmt: skip


# -- where interest comes from ---------------------------------------------------------------------


def _basis(matter: Matter) -> Basis:
    by_rule: dict[str, list[InvoiceClaim]] = {}
    for line in matter.claim.invoices:
        if line.interest_rule and line.overdue and line.segments:
            by_rule.setdefault(line.interest_rule, []).append(line)

    def numbers(rule: str) -> tuple[str, ...]:
        return tuple(line.number for line in by_rule.get(rule, ()))

    case = matter.case
    agreed = case.contract.interest if case.contract else None
    contract = (
        ContractBasis(agreed.rate, numbers("contract_interest")) if agreed and numbers("contract_interest") else None
    )
    penalty = None
    if lines := by_rule.get("late_payment_penalty"):
        series = _series_rate(matter.law.rule("late_payment_penalty", InterestRule))
        penalty = PenaltyBasis(
            contract_rate=agreed.rate if agreed else None, contract_clause=agreed.clause if agreed else None,
            points=series.plus if series else ZERO, rate_now=lines[0].segments[-1].rate,
            invoices=numbers("late_payment_penalty"),
        )  # fmt: skip
    evidence = None
    for rule, from_due in (("interest_act_written_instrument", True), ("interest_act_notice", False)):
        if numbers(rule) and case.interest_claim:
            evidence = EvidenceBasis(case.interest_claim.rate, case.interest_claim.evidence, from_due, numbers(rule))
    return Basis(
        contract, _msmed(matter, by_rule.get("msmed_interest", [])), evidence, penalty, _legal(matter, by_rule)
    )


def _msmed(matter: Matter, lines: Sequence[InvoiceClaim]) -> MsmedBasis | None:
    enterprise = matter.case.creditor.enterprise
    if not lines or enterprise is None:
        return None
    phrases, rule = matter.phrases, matter.law.rule("msmed_interest", InterestRule)
    series = _series_rate(rule)
    basis = matter.law.option("msmed_interest", "rate_basis")
    return MsmedBasis(
        number=matter.case.creditor.identifiers.get("udyam", "–"), enterprise_class=phrases.say(f"class.{enterprise.class_}"),
        registered_on=enterprise.registered_on, activity=phrases.say(f"activity.{enterprise.activity}"),
        times=series.times if series else ZERO, rate_now=lines[-1].segments[-1].rate,
        method_note=phrases.say(f"note.msmed.{basis}"), invoices=tuple(line.number for line in lines),
    )  # fmt: skip


def _legal(matter: Matter, by_rule: dict[str, list[InvoiceClaim]]) -> LegalBasis | None:
    """Legal interest: from the first formal notice; with none presented yet, announced for a debtor without penalties."""
    if matter.law.pack.code != "france":
        return None
    lines = by_rule.get("legal_interest_after_notice")
    if lines:
        day = first_formal_notice(Subject(matter.timeline, matter.law, matter.as_of))
        return LegalBasis(lines[0].segments[-1].rate, day)
    return None if "late_payment_penalty" in by_rule else LegalBasis(None, None)
