"""From a timeline, its claim and the law to the facts a precedent may name."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from lawkit.claim.booked import tax_levers
from lawkit.claim.model import ZERO, Claim
from lawkit.drafting.basis import basis_of
from lawkit.drafting.demands import formal_notice_given, notices_of, reminder_called
from lawkit.drafting.facts import (
    AccountFacts,
    AcknowledgmentFacts,
    ArbitrationFacts,
    ChequeFacts,
    ContractFacts,
    DisputeFacts,
    DraftFacts,
    ExhibitFacts,
    InvoiceFacts,
    ObjectionFacts,
    Paper,
    PromiseFacts,
    ReplyFacts,
)
from lawkit.drafting.figures import (
    claim_facts,
    interest_line,
    invoice_facts,
    receipts_of,
    tax_credit_days,
    tax_credit_lines,
)
from lawkit.drafting.matter import Matter
from lawkit.drafting.parties import (
    advocate_of,
    amount_of,
    as_informed,
    buyer_of,
    calling_of,
    contacts_of,
    demand_of,
    guarantee_of,
    mode_lines,
    others_liable,
    party_facts,
    place_of,
    principal_of,
    quoted,
    signer_of,
    voice_of,
)
from lawkit.facts.entries import (
    Acknowledgment,
    Dispute,
    Promise,
    Reply,
)
from lawkit.facts.model import CaseFile, PaymentTerm
from lawkit.facts.people import Debtor
from lawkit.facts.timeline import Happened

NAMED_BY_NUMBER = 4
LISTED_IN_TEXT = 12  # more invoices than this go to the statement of account, with their totals in the text


def gather(
    matter: Matter, addressee: Debtor, signed_by: str, modes: Sequence[str], enclosures: Sequence[str]
) -> DraftFacts:
    """Return the facts of one paper to one addressee. Raise FactMissing where the paper's signer is not known."""
    case, claim, say_ = matter.case, matter.claim, matter.phrases.say
    debtor = principal_of(case, addressee)
    contacts, guarantee = contacts_of(debtor), as_informed(matter, addressee, guarantee_of(matter, addressee))
    overdue = _unpaid(claim)
    invoices = tuple(invoice_facts(matter, line) for line in claim.invoices if line.number in overdue)
    upcoming = tuple(
        invoice_facts(matter, line) for line in claim.invoices if not line.overdue and line.outstanding > 0
    )
    unpaid = tuple(invoice for invoice in invoices if invoice.balance > 0)
    receipts = receipts_of(matter, overdue)
    at_stake = tax_credit_lines(matter)
    objections, notices = _objections(case, overdue), notices_of(matter, debtor)
    basis = basis_of(matter)
    return DraftFacts(
        paper=Paper(
            reference=case.matter, date=matter.as_of, place=place_of(matter, signed_by), modes=mode_lines(matter, addressee, modes),
            footer=say_("file.footer", reference=case.matter), page_word=say_("page"), of_word=say_("of"),
            is_last_notice=True, by_hand="",
        ),
        voice=voice_of(matter, signed_by),
        signer=signer_of(matter, signed_by),
        creditor=party_facts(matter, case.creditor),
        addressee=party_facts(matter, addressee, debtor),
        debtor=party_facts(matter, debtor),
        buyer=buyer_of(matter, addressee, debtor),
        guarantee=guarantee,
        others=others_liable(matter, addressee),
        joint_debtors=others_liable(matter, addressee, "principal_debtor") if addressee.role == "principal_debtor" else (),
        has_guarantor=any(each.role == "guarantor" for each in case.debtors),
        contacts=contacts,
        first_contact=contacts[0] if contacts else None,
        second_contact=contacts[1] if len(contacts) > 1 else None,
        calling=calling_of(matter),
        advocate=advocate_of(case),
        instructed_on=case.instructed_on,
        contract=_contract(matter),
        arbitration=_arbitration(case),
        forum_court=case.forum.court if case.forum else None,
        mediation_required=_mediation(matter),
        msme_council_open=any(
            line.interest_rule == matter.law.pack.roles.bases.get("small_enterprise") for line in claim.invoices
        ),
        invoices=invoices,
        named_invoices=_named(matter, invoices),
        invoice_count=len(invoices),
        listed_apart=len(invoices) > LISTED_IN_TEXT,
        named_upcoming=_named(matter, upcoming),
        unpaid=unpaid,
        named_unpaid=_named(matter, unpaid),
        exhibits=_exhibits(matter, overdue | {line.number for line in upcoming}, addressee),
        counted_by_calendar_year=debtor.kind == "public_body" and debtor.public_kind in ("authority", "hospital"),
        upcoming=upcoming,
        cheques=_returned_cheques(case, matter.as_of),
        receipts=receipts,
        payments=tuple(r for r in receipts if r.nature == say_("nature.payment")),
        deductions=tuple(r for r in receipts if r.nature == say_("nature.tax_deducted")),
        credit_notes=tuple(r for r in receipts if r.nature == say_("nature.credit_note")),
        refunds=tuple(r for r in receipts if r.amount < 0),
        interest_lines=tuple(interest_line(matter, segment) for segment in claim.segments),
        tax_credits=at_stake,
        tax_credit_passed=any(line.passed for line in at_stake),
        tax_credits_passed=tuple(line.invoice for line in at_stake if line.passed),
        tax_credits_running=tuple(line.invoice for line in at_stake if not line.passed),
        tax_credit_unpaid=sum((line.unpaid for line in at_stake), ZERO),
        tax_credit_total=sum((line.amount for line in at_stake), ZERO),
        tax_credit_days=tax_credit_days(matter),
        tax_credit_interest=amount_of(matter, matter.law.pack.roles.tax_credit_interest),
        income_tax_provisions=tuple(
            dict.fromkeys(lever.provision for lever in tax_levers(matter.timeline, matter.law, claim))
        ),
        claim=claim_facts(matter, invoices),
        basis=basis,
        bears_interest=any((basis.contract, basis.msmed, basis.evidence, basis.penalty)),
        demand=demand_of(case, guarantee, claim),
        account=_account(case),
        acknowledgments=tuple(
            AcknowledgmentFacts(e.on, say_(f"form.{e.form}"), e.amount, e.by) for _, e in _open(matter, Acknowledgment)
        ),
        promises=tuple(PromiseFacts(e.on, e.by, _form(matter, e), e.form == "oral", e.amount) for _, e in _open(matter, Promise)
                       if e.by < matter.as_of),
        notices=notices,
        reminder_called=reminder_called(matter, notices),
        formal_notice_given=formal_notice_given(matter, notices),
        replies=tuple(
            ReplyFacts(e.on, _form(matter, e), e.form == "oral", e.reference, _sentence(e.summary)) for _, e in _open(matter, Reply)
        ),
        objections=objections,
        no_objection=not objections and not _heard(matter, Dispute, Reply),
        disputes=tuple(
            DisputeFacts(e.on, _form(matter, e), e.form == "oral", _told(matter, e.ground), _told(matter, e.answer) if e.answer else None,
                         e.answered_on, e.invoices, e.amount)
            for _, e in _open(matter, Dispute)
        ),
        instalments_welcome=bool(case.client_would_accept_instalments),
        enclosures=tuple(enclosures),
    )  # fmt: skip


def _open(matter: Matter, kind: type[Any]) -> list[tuple[Happened, Any]]:
    """Return the entries of a kind up to the day; confidential ones never reach a paper."""
    return [(item, e) for item, e in matter.timeline.until(matter.as_of).of_kind(kind) if not e.confidential]


def _form(matter: Matter, entry: Promise | Reply | Dispute) -> str | None:
    """Return how something was told; a paper states no form that nobody entered."""
    return matter.phrases.say(f"form.{entry.form}") if entry.form else None


def _heard(matter: Matter, *kinds: type[Any]) -> bool:
    """Whether an entry of one of the kinds is on file, confidential ones too: a paper must not deny what was said."""
    return any(True for kind in kinds for _ in matter.timeline.until(matter.as_of).of_kind(kind))


def _unpaid(claim: Claim) -> set[str]:
    """Return the invoices past their day of which something is still owed; one paid in time has no place in a paper."""
    fixed = {each.invoice for each in claim.fixed_sums if each.outstanding > 0}
    return {
        line.number
        for line in claim.invoices
        if line.overdue and (line.outstanding > 0 or line.interest > 0 or line.number in fixed)
    }


def _exhibits(matter: Matter, told: set[str], addressee: Debtor) -> tuple[ExhibitFacts, ...]:
    """Return the exhibits there are on the day of the paper; those of invoices that it does not tell are left out, and
    those of a guarantee that another person gave.
    """
    case = matter.case
    of_others = {each for i in case.invoices if i.number not in told for each in i.exhibits}
    of_others -= {each for i in case.invoices if i.number in told for each in i.exhibits}
    of_others -= set(case.contract.exhibits) if case.contract else set()
    of_others |= {each for d in case.debtors if d is not addressee and d.guarantee for each in d.guarantee.exhibits}
    of_others -= set(addressee.guarantee.exhibits) if addressee.guarantee else set()
    return tuple(
        ExhibitFacts(exhibit.title, exhibit.dated)
        for exhibit in case.exhibits
        if exhibit.id not in of_others and (exhibit.dated is None or exhibit.dated <= matter.as_of)
    )


def _objections(case: CaseFile, overdue: set[str]) -> tuple[ObjectionFacts, ...]:
    return tuple(
        ObjectionFacts(invoice.number, invoice.objection.on, invoice.objection.removed_on)
        for invoice in case.invoices
        if invoice.objection is not None and invoice.number in overdue
    )


def _returned_cheques(case: CaseFile, as_of: date) -> tuple[ChequeFacts, ...]:
    """Return the cheques that had come back by the day of the paper."""
    return tuple(
        ChequeFacts(c.number, c.dated, c.bank, c.branch, c.amount, c.returned or c.memo_received, c.reason, c.covers)
        for c in case.cheques
        if (day := c.returned or c.memo_received) is not None and day <= as_of
    )


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _told(matter: Matter, text: str) -> str:
    """Return a text as a sentence; where French papers tell it after a colon, its first letter stays as it was written."""
    return text.strip()[:1] + _sentence(text)[1:] if matter.language == "fr" else _sentence(text)


def _sentence(text: str) -> str:
    """Return a text that ends as a sentence does."""
    text = capital(text.strip())
    return text if text.endswith((".", "!", "?", "”", "»")) else f"{text}."


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
        interest_words=interest.words if interest else None,
        interest_quoted=quoted(interest.words) if interest else None,
        interest_accepted_by=interest.accepted_by if interest else None, courts_at=contract.courts_at, solidarity=contract.solidarity,
        term_words=_term_words(matter, term) if term else None,
    )  # fmt: skip


def _term_words(matter: Matter, term: PaymentTerm) -> str | None:
    """Return the agreed term as the country's papers say it, months' ends included."""
    start = matter.phrases.say(f"term.{term.counted_from}")
    return matter.phrases.maybe(f"term.words.{term.end_of_month}", days=term.days, start=start) or None


def _named(matter: Matter, invoices: Sequence[InvoiceFacts]) -> str:
    """Return invoices named in a few words: by their numbers, or, where they are many, by their days."""
    if not invoices:
        return ""
    days = sorted(invoice.dated for invoice in invoices)
    form = "one" if len(invoices) == 1 else "few" if len(invoices) <= NAMED_BY_NUMBER else "many"
    numbers = [invoice.number for invoice in invoices]
    return matter.phrases.maybe(f"invoices.{form}", numbers=numbers, first=days[0], last=days[-1], count=len(numbers))


def _arbitration(case: CaseFile) -> ArbitrationFacts | None:
    clause = case.contract.arbitration if case.contract else None
    if clause is None:
        return None
    return ArbitrationFacts(clause.clause, clause.words, quoted(clause.words), clause.seat, clause.institution)


def _mediation(matter: Matter) -> bool:
    """Return whether a suit for this claim would need mediation first: between traders, at or above the specified value."""
    value = amount_of(matter, matter.law.pack.roles.specified_value)
    commercial = all(debtor.acts_in_trade for debtor in matter.case.principal_debtors)
    return value is not None and commercial and matter.claim.total >= value


def _account(case: CaseFile) -> AccountFacts | None:
    account = case.creditor.account
    if account is None:
        return None
    return AccountFacts(
        account.holder, account.bank, account.branch, account.number, account.ifsc, account.iban, account.bic
    )
