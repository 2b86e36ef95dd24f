"""What a blank in a precedent may name: the fields of `DraftFacts`, all typed, all computed before filling.

Everything printed arrives ready: periods, sums and days come from the law and the claim, never from the wording.
An optional fact is `None` where the matter has none; a precedent asks for it with `{% if %}` before printing it.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lawkit.drafting.facts.dealings import (
    AcknowledgmentFacts,
    ArbitrationFacts,
    ChequeFacts,
    ContractFacts,
    DisputeFacts,
    ExhibitFacts,
    InvoiceFacts,
    NoticeFacts,
    ObjectionFacts,
    PromiseFacts,
    ReplyFacts,
)
from lawkit.drafting.facts.people import (
    AccountFacts,
    AdvocateFacts,
    Buyer,
    CallingFacts,
    ContactFacts,
    GuaranteeFacts,
    LiableFacts,
    Paper,
    PartyFacts,
    Signer,
    Voice,
)
from lawkit.drafting.facts.sums import (
    Basis,
    ClaimFacts,
    ContractBasis,
    DemandFacts,
    EvidenceBasis,
    InterestLine,
    LegalBasis,
    MsmedBasis,
    PenaltyBasis,
    PublicBasis,
    Receipt,
    TaxCreditLine,
)

__all__ = [
    "AccountFacts",
    "AcknowledgmentFacts",
    "AdvocateFacts",
    "ArbitrationFacts",
    "Basis",
    "Buyer",
    "CallingFacts",
    "ChequeFacts",
    "ClaimFacts",
    "ContactFacts",
    "ContractBasis",
    "ContractFacts",
    "DemandFacts",
    "DisputeFacts",
    "DraftFacts",
    "EvidenceBasis",
    "ExhibitFacts",
    "GuaranteeFacts",
    "InterestLine",
    "InvoiceFacts",
    "LegalBasis",
    "LiableFacts",
    "MsmedBasis",
    "NoticeFacts",
    "ObjectionFacts",
    "Paper",
    "PartyFacts",
    "PenaltyBasis",
    "PromiseFacts",
    "PublicBasis",
    "Receipt",
    "ReplyFacts",
    "Signer",
    "TaxCreditLine",
    "Voice",
]


@dataclass(frozen=True)
class DraftFacts:
    """Everything a precedent may name. `invoices` are overdue, `upcoming` fall due later; of `unpaid` invoices a part of
    the price itself is owed, where of others in `invoices` only interest or a fixed sum is.

    `others` are the other persons who answer for the debt; `joint_debtors` those of them who owe it as the addressee does.
    `cheques` came back unpaid. `no_objection` where no dispute, reply or written objection is on file; `bears_interest`
    where an overdue invoice bears interest on some ground; `listed_apart` where the invoices are too many for the text.
    `named_…` name invoices in a few words. `counted_by_calendar_year`: a written claim begins anew the time to sue.
    """

    paper: Paper
    voice: Voice
    signer: Signer
    creditor: PartyFacts
    addressee: PartyFacts
    debtor: PartyFacts
    buyer: Buyer
    guarantee: GuaranteeFacts | None
    others: tuple[LiableFacts, ...]
    joint_debtors: tuple[LiableFacts, ...]
    has_guarantor: bool
    contacts: tuple[ContactFacts, ...]
    first_contact: ContactFacts | None
    second_contact: ContactFacts | None
    calling: CallingFacts | None
    advocate: AdvocateFacts | None
    instructed_on: date
    contract: ContractFacts | None
    arbitration: ArbitrationFacts | None
    forum_court: str | None
    mediation_required: bool
    msme_council_open: bool
    invoices: tuple[InvoiceFacts, ...]
    invoice_count: int
    named_invoices: str
    listed_apart: bool
    named_upcoming: str
    unpaid: tuple[InvoiceFacts, ...]
    named_unpaid: str
    exhibits: tuple[ExhibitFacts, ...]
    counted_by_calendar_year: bool
    upcoming: tuple[InvoiceFacts, ...]
    cheques: tuple[ChequeFacts, ...]
    receipts: tuple[Receipt, ...]
    payments: tuple[Receipt, ...]
    deductions: tuple[Receipt, ...]
    credit_notes: tuple[Receipt, ...]
    refunds: tuple[Receipt, ...]
    interest_lines: tuple[InterestLine, ...]
    tax_credits: tuple[TaxCreditLine, ...]
    tax_credit_passed: bool
    tax_credits_passed: tuple[str, ...]
    tax_credits_running: tuple[str, ...]
    tax_credit_unpaid: Decimal
    tax_credit_total: Decimal
    tax_credit_days: int | None
    tax_credit_interest: Decimal | None
    income_tax_provisions: tuple[str, ...]
    claim: ClaimFacts
    basis: Basis
    bears_interest: bool
    demand: DemandFacts
    account: AccountFacts | None
    acknowledgments: tuple[AcknowledgmentFacts, ...]
    promises: tuple[PromiseFacts, ...]
    notices: tuple[NoticeFacts, ...]
    formal_notice_given: bool
    reminder_called: str
    replies: tuple[ReplyFacts, ...]
    disputes: tuple[DisputeFacts, ...]
    objections: tuple[ObjectionFacts, ...]
    no_objection: bool
    instalments_welcome: bool
    enclosures: tuple[str, ...]
