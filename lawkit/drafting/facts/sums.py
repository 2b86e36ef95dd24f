"""What is owed, line by line, and where interest comes from."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Receipt:
    """A payment, a deduction or a credit note, and what it extinguished of the invoices of the paper.

    `whole` is the sum itself and `elsewhere` what of it went to other invoices. Of a refund the amounts are negative, and
    `whole` is the sum given back.
    """

    on: date
    nature: str
    reference: str
    whole: Decimal
    elsewhere: Decimal
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
    By the day each was payable: `agreed` on the day agreed, `capped` on the last day that may be agreed (`longest_days`
    from acceptance), `unagreed` where none was agreed (`usual_days` from acceptance).
    """

    number: str | None
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
    agreed: tuple[str, ...]
    capped: tuple[str, ...]
    unagreed: tuple[str, ...]
    longest_days: int | None
    usual_days: int | None


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
    floor_times: Decimal


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
