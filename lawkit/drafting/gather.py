"""From a timeline, its claim and the law to the facts a precedent may name."""

from collections.abc import Sequence
from typing import Any

from lawkit.drafting.basis import basis_of
from lawkit.drafting.facts import (
    AccountFacts,
    AcknowledgmentFacts,
    ArbitrationFacts,
    ContractFacts,
    DisputeFacts,
    DraftFacts,
    NoticeFacts,
    Paper,
    PromiseFacts,
)
from lawkit.drafting.figures import claim_facts, interest_line, invoice_facts, receipts_of, tax_credit_lines
from lawkit.drafting.matter import Matter
from lawkit.drafting.parties import (
    advocate_of,
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
    signer_of,
    voice_of,
)
from lawkit.facts.entries import (
    Acknowledgment,
    Dispute,
    Notice,
    Promise,
)
from lawkit.facts.model import CaseFile, Debtor
from lawkit.facts.timeline import Happened
from lawkit.law.model import AmountRule, AmountValue


def gather(
    matter: Matter, addressee: Debtor, signed_by: str, modes: Sequence[str], enclosures: Sequence[str]
) -> DraftFacts:
    """Return the facts of one paper to one addressee. Raise FactMissing where the paper's signer is not known."""
    case, claim, say_ = matter.case, matter.claim, matter.phrases.say
    debtor = principal_of(case, addressee)
    contacts, guarantee = contacts_of(debtor), guarantee_of(addressee, claim)
    invoices = tuple(invoice_facts(matter, line) for line in claim.invoices if line.overdue)
    overdue = {line.number for line in claim.invoices if line.overdue}
    receipts = receipts_of(matter, overdue)
    at_stake = tax_credit_lines(matter)
    return DraftFacts(
        paper=Paper(
            reference=case.matter, date=matter.as_of, place=place_of(matter, signed_by), modes=mode_lines(matter, addressee, modes),
            footer=say_("file.footer", reference=case.matter), page_word=say_("page"), of_word=say_("of"),
            is_last_notice=True,
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
        msme_council_open=any(line.interest_rule == "msmed_interest" for line in claim.invoices),
        invoices=invoices,
        upcoming=tuple(invoice_facts(matter, line) for line in claim.invoices if not line.overdue and line.outstanding > 0),
        receipts=receipts,
        payments=tuple(r for r in receipts if r.nature == say_("nature.payment")),
        deductions=tuple(r for r in receipts if r.nature == say_("nature.tax_deducted")),
        credit_notes=tuple(r for r in receipts if r.nature == say_("nature.credit_note")),
        interest_lines=tuple(interest_line(matter, segment) for segment in claim.segments),
        tax_credits=at_stake,
        tax_credit_passed=any(line.passed for line in at_stake),
        claim=claim_facts(matter, invoices),
        basis=basis_of(matter),
        demand=demand_of(case, guarantee, claim),
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


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


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
