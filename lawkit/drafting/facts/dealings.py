"""What was agreed and supplied, and what happened since: contract, invoices, cheques, notices, disputes."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


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
    interest_accepted_by: str | None
    courts_at: str | None
    solidarity: str | None
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
    form: str | None
    is_oral: bool
    reference: str | None
    summary: str


@dataclass(frozen=True)
class DisputeFacts:
    """A dispute the debtor raised, told fairly, and its answer."""

    on: date
    form: str | None
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
    form: str | None
    is_oral: bool
    amount: Decimal | None


@dataclass(frozen=True)
class ExhibitFacts:
    """A document of the matter, joined to the paper as a copy."""

    title: str
    dated: date | None
