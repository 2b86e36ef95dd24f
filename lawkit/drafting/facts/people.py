"""Who a paper names: signer, parties, others who answer for the debt, contacts."""

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
    is_woman: bool
    is_abroad: bool


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
    """The guarantee under which the addressee is liable; capped where what its limit leaves is below the sum due.

    `paid` is what the guarantor has paid under a limited guarantee, `room` what the limit leaves.
    """

    dated: date
    reference: str | None
    limit: Decimal | None
    paid: Decimal
    room: Decimal | None
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
    """Another person who answers for the debt, as a sentence names that person, and in what capacity."""

    name: str
    called: str
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
class AccountFacts:
    """The creditor's own bank account."""

    holder: str
    bank: str
    branch: str | None
    number: str | None
    ifsc: str | None
    iban: str | None
    bic: str | None
