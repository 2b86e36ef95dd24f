"""What a blank in a precedent may name: the fields of `DraftFacts`, all typed, all computed before filling.

Everything printed arrives ready: periods, sums and days come from the law and the claim, never from the wording.
An optional fact is `None` where the matter has none; a precedent asks for it with `{% if %}` before printing it.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Paper:
    """The paper itself: its reference, its date (the day of signature) and how it is sent. `by_hand` stays empty."""

    reference: str
    date: date
    place: str | None
    modes: tuple[str, ...]
    footer: str
    page_word: str
    of_word: str
    is_last_notice: bool
    by_hand: str


@dataclass(frozen=True)
class Voice:
    """First person of the signer: I and my client, we and our client; a creditor writing itself has no client."""

    i: str
    i_cap: str
    my: str
    my_cap: str
    me: str
    client: str
    client_cap: str


@dataclass(frozen=True)
class Signer:
    """Who signs: the advocate, or the creditor's representative."""

    name: str
    firm: str | None
    enrolment: str | None
    bar: str | None
    capacity: str | None
    is_woman: bool
    address: tuple[str, ...]
    contact: str | None
    letterhead: tuple[str, ...]


@dataclass(frozen=True)
class PartyFacts:
    """A party as papers name it; `postal_name` is the name an envelope bears. One who is only informed owes nothing."""

    name: str
    postal_name: str
    description: str
    capacity: str | None
    address: tuple[str, ...]
    other_addresses: tuple[str, ...]
    one_line_address: str
    email: str | None
    gstin: str | None
    salutation: str
    is_guarantor: bool
    is_partner: bool
    is_only_informed: bool
    is_person: bool
    is_company: bool
    is_llp: bool
    is_firm: bool
    attention: str | None
    business: str | None
    called: str  # as a sentence names it the second time
    registration: str | None
    is_public: bool
    is_consumer: bool


@dataclass(frozen=True)
class Buyer:
    """The principal debtor as the sentence speaks of it: you, or the Principal Debtor where another person is addressed."""

    name: str
    subject: str
    subject_cap: str
    possessive: str
    object: str


@dataclass(frozen=True)
class GuaranteeFacts:
    """The guarantee under which the addressee is liable; capped where its limit is below the sum due."""

    dated: date
    reference: str | None
    limit: Decimal | None
    on_demand: bool
    words: str | None
    quoted: str | None
    is_capped: bool
    amount_claimed: Decimal
    is_joint: bool = False
    until: date | None = None
    bears_interest: bool = True
    was_informed: bool = False
    told_of_default: date | None = None


@dataclass(frozen=True)
class LiableFacts:
    """Another person who answers for the debt, and in what capacity."""

    name: str
    capacity: str | None


@dataclass(frozen=True)
class ContactFacts:
    """A person to ask for in the debtor's business."""

    name: str
    role: str | None
    phone: str | None
    email: str | None


@dataclass(frozen=True)
class CallingFacts:
    """The hours between which the debtor may be called."""

    start: str
    end: str


@dataclass(frozen=True)
class AdvocateFacts:
    """The advocate who acts for the creditor, as a paper that the creditor signs names him or her."""

    name: str
    firm: str | None
    address: str
    phone: str | None
    email: str | None


@dataclass(frozen=True)
class ContractFacts:
    """The contract and its operative clauses, quoted where the case file quotes them."""

    title: str
    reference: str | None
    dated: date
    subject: str
    for_goods: bool
    term_days: int | None
    term_from: str | None
    interest_rate: Decimal | None
    interest_clause: str | None
    interest_words: str | None
    interest_quoted: str | None
    courts_at: str | None
    term_words: str | None


@dataclass(frozen=True)
class ArbitrationFacts:
    """The arbitration clause."""

    clause: str
    words: str | None
    quoted: str | None
    seat: str
    institution: str | None


@dataclass(frozen=True)
class InvoiceFacts:
    """One invoice."""

    number: str
    dated: date
    supplied: date | None
    delivery_note: str | None
    payable_on: date
    total: Decimal
    paid: Decimal
    deducted: Decimal
    credited: Decimal
    received: Decimal
    balance: Decimal
    interest_from: date | None
    interest: Decimal
    daily: Decimal


@dataclass(frozen=True)
class ChequeFacts:
    """A cheque given for the debt and returned unpaid."""

    number: str
    dated: date
    bank: str
    branch: str | None
    amount: Decimal
    returned: date | None
    reason: str | None
    covers: tuple[str, ...]


@dataclass(frozen=True)
class ObjectionFacts:
    """A written objection to the supply under an invoice, and the day on which it was removed."""

    invoice: str
    on: date
    removed_on: date | None


@dataclass(frozen=True)
class Receipt:
    """A payment, a deduction or a credit note, and what it extinguished."""

    on: date
    nature: str
    reference: str
    amount: Decimal
    to_interest: Decimal
    to_principal: Decimal
    to_fixed: Decimal
    invoices: str
    basis: str


@dataclass(frozen=True)
class InterestLine:
    """One line of the interest computation."""

    invoice: str
    start: date
    end: date
    days: int
    base: Decimal
    rate: Decimal
    source: str
    amount: Decimal


@dataclass(frozen=True)
class TaxCreditLine:
    """Input tax credit the buyer has to reverse for an invoice not paid in time; told, and no part of the claim."""

    invoice: str
    dated: date
    last_day: date
    passed: bool
    return_period: str
    other_period: str
    reported_in: str | None
    taxable: Decimal
    tax: Decimal
    split: str
    unpaid: Decimal
    total: Decimal
    amount: Decimal


@dataclass(frozen=True)
class ClaimFacts:
    """The claim, the same figures everywhere."""

    as_of: date
    principal: Decimal
    interest: Decimal
    interest_accrued: Decimal
    interest_paid: Decimal
    fixed_sum_each: Decimal
    fixed_sum_count: int
    fixed_total: Decimal
    notice_cost: Decimal
    total: Decimal
    upcoming: Decimal
    upcoming_invoiced: Decimal
    invoiced: Decimal
    received: Decimal
    daily: Decimal
    paid_principal: Decimal
    deducted: Decimal
    credited: Decimal
    interest_through: date
    further_from: date
    day_count_note: str
    rounding_note: str


@dataclass(frozen=True)
class ContractBasis:
    """Interest under the contract, and the invoices it runs on: `covers_all` where these are all that are overdue."""

    rate: Decimal
    invoices: tuple[str, ...]
    covers_all: bool


@dataclass(frozen=True)
class MsmedBasis:
    """Interest under the law for micro and small enterprises, and the invoices it runs on.

    `undisputed` were supplied by a micro or small enterprise already registered; `late_registered` before the
    registration, `moved_up` within three years after the enterprise had become medium: entitlement is not settled for these.
    """

    number: str
    enterprise_class: str
    registered_on: date
    activity: str
    times: Decimal
    rate_now: Decimal
    method_note: str
    invoices: tuple[str, ...]
    covers_all: bool
    undisputed: tuple[str, ...]
    late_registered: tuple[str, ...]
    moved_up: tuple[str, ...]


@dataclass(frozen=True)
class EvidenceBasis:
    """Interest at the evidenced current rate, from a due date or from a written notice."""

    rate: Decimal
    evidence: str
    from_due_date: bool
    invoices: tuple[str, ...]
    covers_all: bool


@dataclass(frozen=True)
class PenaltyBasis:
    """Late-payment penalties between professionals: the contract's rate, or the rate the law gives."""

    contract_rate: Decimal | None
    contract_clause: str | None
    points: Decimal
    rate_now: Decimal
    invoices: tuple[str, ...]
    floor_applied: bool


@dataclass(frozen=True)
class PublicBasis:
    """Late interest owed by a public buyer: points above a rate that stays as it was when the interest began."""

    points: Decimal
    invoices: tuple[str, ...]


@dataclass(frozen=True)
class LegalBasis:
    """Interest at the legal rate from a formal notice; before one was presented, it is announced and not computed."""

    rate_now: Decimal | None
    from_day: date | None


@dataclass(frozen=True)
class Basis:
    """Where interest comes from; each is there only where an invoice bears it."""

    contract: ContractBasis | None
    msmed: MsmedBasis | None
    evidence: EvidenceBasis | None
    penalty: PenaltyBasis | None
    legal: LegalBasis | None
    public: PublicBasis | None


@dataclass(frozen=True)
class DemandFacts:
    """The time given to pay, and what is demanded of the addressee: in all, and of the principal alone."""

    days: int
    amount: Decimal
    principal: Decimal


@dataclass(frozen=True)
class AccountFacts:
    """The creditor's own bank account."""

    holder: str
    bank: str
    branch: str | None
    number: str | None
    ifsc: str | None
    iban: str | None
    bic: str | None


@dataclass(frozen=True)
class AcknowledgmentFacts:
    """An acknowledgment of the debt."""

    on: date
    form: str
    amount: Decimal | None
    by: str | None


@dataclass(frozen=True)
class NoticeFacts:
    """An earlier demand."""

    on: date
    what: str
    reference: str | None


@dataclass(frozen=True)
class ReplyFacts:
    """A reply of the debtor, told in one sentence."""

    on: date
    form: str
    is_oral: bool
    reference: str | None
    summary: str


@dataclass(frozen=True)
class DisputeFacts:
    """A dispute the debtor raised, told fairly, and its answer."""

    on: date
    form: str
    is_oral: bool
    ground: str
    answer: str | None
    answered_on: date | None
    invoices: tuple[str, ...]
    amount: Decimal | None


@dataclass(frozen=True)
class PromiseFacts:
    """A promise to pay."""

    on: date
    by: date
    form: str
    is_oral: bool
    amount: Decimal | None


@dataclass(frozen=True)
class ExhibitFacts:
    """A document of the matter, joined to the paper as a copy."""

    title: str
    dated: date | None


@dataclass(frozen=True)
class DraftFacts:
    """Everything a precedent may name. `invoices` are overdue, `upcoming` fall due later.

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
    exhibits: tuple[ExhibitFacts, ...]
    counted_by_calendar_year: bool
    upcoming: tuple[InvoiceFacts, ...]
    cheques: tuple[ChequeFacts, ...]
    receipts: tuple[Receipt, ...]
    payments: tuple[Receipt, ...]
    deductions: tuple[Receipt, ...]
    credit_notes: tuple[Receipt, ...]
    interest_lines: tuple[InterestLine, ...]
    tax_credits: tuple[TaxCreditLine, ...]
    tax_credit_passed: bool
    tax_credits_passed: tuple[str, ...]
    tax_credits_running: tuple[str, ...]
    tax_credit_unpaid: Decimal
    tax_credit_total: Decimal
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
    replies: tuple[ReplyFacts, ...]
    disputes: tuple[DisputeFacts, ...]
    objections: tuple[ObjectionFacts, ...]
    no_objection: bool
    instalments_welcome: bool
    enclosures: tuple[str, ...]
