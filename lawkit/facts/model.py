"""The case file: the standing facts of one matter, in the field's words.

Amounts are texts with at most two decimals, dates `YYYY-MM-DD`; unknown keys are refused.
"""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from lawkit.facts.entries import Entry
from lawkit.facts.entries.base import Cnr
from lawkit.facts.people import Creditor, Debtor, Email
from lawkit.messages import say
from lawkit.reading import Amount, Count, Facts, Flag, IsoDate, PositiveAmount, PositiveRate, Text

HIGHEST_RATE = 1000  # percent a year: no contract says more, a slip of the point does
LONGEST_TIME = 3650  # days: ten years; a longer one is a slip of the keys
LONGEST_REFERENCE = 60


def _rate_of_a_contract(value: Decimal) -> Decimal:
    if value > HIGHEST_RATE:
        raise ValueError(
            say("{value} is no rate of a year: write 18 for 18 % a year, and 1.5 % a month as 18", value=value)
        )
    return value


def _time_to_pay(value: int) -> int:
    if not 1 <= value <= LONGEST_TIME:
        raise ValueError(
            say("{value} is no time to pay: write the days it gives, from 1 to {most}", value=value, most=LONGEST_TIME)
        )
    return value


def _agreed_term(value: int) -> int:
    if value > LONGEST_TIME:
        raise ValueError(
            say("{value} is no time to pay: write its days, {most} at most", value=value, most=LONGEST_TIME)
        )
    return value


ContractRate = Annotated[PositiveRate, AfterValidator(_rate_of_a_contract)]
TimeToPay = Annotated[Count, AfterValidator(_time_to_pay)]


class PaymentTerm(Facts):
    """The agreed time to pay."""

    days: Annotated[Count, AfterValidator(_agreed_term)]
    counted_from: Literal["invoice", "delivery", "acceptance"] = "invoice"
    end_of_month: Literal["none", "after_days", "before_days"] = "none"


class ContractInterest(Facts):
    """The interest or penalty clause; `words` are the clause itself, quoted."""

    rate: ContractRate
    method: Literal["simple"] = "simple"
    clause: Text | None = None
    words: Text | None = None
    accepted_by: Text | None = None


class Arbitration(Facts):
    """The arbitration clause."""

    clause: Text
    words: Text | None = None
    seat: Text
    institution: Text | None = None
    arbitrators: Count = 1


class Contract(Facts):
    """The contract the invoices were issued under.

    `solidarity`: what makes each of several debtors owe the whole, as a sentence names it: a clause, a text, a usage.
    """

    kind: Literal["sale_of_goods", "services", "works", "sale_and_services"]
    title: Text
    reference: Text | None = None
    dated: IsoDate
    subject: Text
    payment_term: PaymentTerm | None = None
    interest: ContractInterest | None = None
    arbitration: Arbitration | None = None
    courts_at: Text | None = None
    solidarity: Text | None = None
    prior_steps: Text | None = None
    exhibits: tuple[Text, ...] = ()


class WrittenObjection(Facts):
    """The buyer's written objection to goods or services, and when it was removed."""

    on: IsoDate
    removed_on: IsoDate | None = None


class Assignment(Facts):
    """An invoice assigned or subrogated to a factor, a bank or an insurer; `returned_on` when it came back."""

    to: Text
    on: IsoDate
    returned_on: IsoDate | None = None


class Invoice(Facts):
    """One invoice; `total` includes tax and is the sum of `taxable` and the taxes."""

    number: Text
    dated: IsoDate
    supply: Literal["goods", "services"]
    description: Text | None = None
    order: Text | None = None
    delivered: IsoDate | None = None
    delivery_note: Text | None = None
    accepted: IsoDate | None = None
    objection: WrittenObjection | None = None
    due: IsoDate | None = None
    request_received: IsoDate | None = None
    taxable: Amount
    tax: dict[Literal["cgst", "sgst", "utgst", "igst", "cess", "vat", "round_off"], Amount] = Field(
        default_factory=dict
    )
    total: PositiveAmount
    gst_return_period: Text | None = None
    assigned: Assignment | None = None
    exhibits: tuple[Text, ...] = ()

    @property
    def input_tax(self) -> Decimal:
        """The tax a buyer may take credit of: all taxes but rounding."""
        return sum((amount for name, amount in self.tax.items() if name != "round_off"), Decimal(0))

    @property
    def tax_total(self) -> Decimal:
        """All taxes of the invoice together."""
        return sum(self.tax.values(), Decimal(0))


class Cheque(Facts):
    """A cheque given for the debt."""

    number: Text
    dated: IsoDate
    bank: Text
    branch: Text | None = None
    amount: PositiveAmount
    presented: IsoDate | None = None
    returned: IsoDate | None = None
    reason: Text | None = None
    memo_received: IsoDate | None = None
    informed_on: IsoDate | None = None
    covers: tuple[Text, ...] = ()


class Advocate(Facts):
    """Who signs for the client."""

    name: Text
    enrolment: Text | None = None
    bar: Text | None = None
    firm: Text | None = None
    gender: Literal["female", "male"] | None = None
    address: tuple[Text, ...] = Field(min_length=1)
    email: Email | None = None
    phone: Text | None = None


class Demand(Facts):
    """The time the paper gives, and the cost of the notice where the client claims it."""

    days: TimeToPay
    notice_cost: PositiveAmount | None = None


class InterestClaim(Facts):
    """Interest claimed without an agreed rate: the rate, its evidence, and from when a written notice claims it."""

    rate: ContractRate
    evidence: Text
    from_: IsoDate | None = Field(default=None, alias="from")


class Exhibit(Facts):
    """A document of the matter; `file` is a path from the case file's folder."""

    id: Text
    title: Text
    dated: IsoDate | None = None
    file: Text | None = None
    original_with: Literal["creditor", "advocate", "debtor", "court"] | None = None


class Forum(Facts):
    """The court or tribunal that would hear the matter, or hears it; `calendar` names its closed days in the pack, `kind` its order.

    `cnr` is the number under which eCourts keeps the case.
    """

    court: Text
    kind: Literal["civil", "commercial", "administrative"] | None = None
    state: Text | None = None
    calendar: Text | None = None
    cnr: Cnr | None = None


class CaseFile(Facts):
    """Everything known of a matter when it was opened."""

    matter: Annotated[Text, AfterValidator(lambda text: _reference(text))]
    jurisdiction: Text
    language: Text | None = None
    instructed_on: IsoDate
    client_consents_to_contact: Flag | None = None
    client_would_accept_instalments: Flag | None = None
    advocate: Advocate | None = None
    creditor: Creditor
    debtors: tuple[Debtor, ...] = Field(min_length=1)
    contract: Contract | None = None
    invoices: tuple[Invoice, ...] = Field(min_length=1)
    cheques: tuple[Cheque, ...] = ()
    demand: Demand | None = None
    interest_claim: InterestClaim | None = None
    history: tuple[Entry, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    elections: dict[str, Text] = Field(default_factory=dict)
    forum: Forum | None = None

    @property
    def principal_debtors(self) -> tuple[Debtor, ...]:
        """The debtors who owe the debt itself, not a guarantee of it."""
        return tuple(debtor for debtor in self.debtors if debtor.role != "guarantor")

    def invoice(self, number: str) -> Invoice:
        """Return the invoice of that number."""
        return next(invoice for invoice in self.invoices if invoice.number == number)


def _reference(text: str) -> str:
    if len(text) > LONGEST_REFERENCE:
        raise ValueError(
            say(
                "is {count} characters long, and a matter reference at most {most}: it begins the name of every file",
                count=len(text), most=LONGEST_REFERENCE,
            )
        )  # fmt: skip
    if any(c in '\\:*?"<>|' or c.isspace() for c in text):
        raise ValueError(say('{text!r} cannot be a matter reference: no spaces, none of \\ : * ? " < > |', text=text))
    if not any(c.isalnum() for c in text):
        raise ValueError(say("{text!r} cannot be a matter reference: it has neither a letter nor a digit", text=text))
    return text
