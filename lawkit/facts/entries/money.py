"""Money received, withheld, credited, spent and given back."""

from typing import Literal

from lawkit.facts.entries.base import EntryBase
from lawkit.reading import Facts, Flag, PositiveAmount, Text


class Towards(Facts):
    """An invoice a payment was made for, and how much of it where that was said."""

    invoice: Text
    amount: PositiveAmount | None = None


class Payment(EntryBase):
    """Money received. Extinguishes interest and principal as the pack's rule on appropriation says.

    `debtor` names the one of several who paid; `signed` whether the payment is acknowledged over the payer's signature.
    """

    kind: Literal["payment"]
    amount: PositiveAmount
    mode: Literal["transfer", "cheque", "cash", "card", "set_off", "other"] = "transfer"
    reference: Text | None = None
    towards: tuple[Towards, ...] = ()
    chosen_by: Literal["debtor", "creditor"] | None = None
    debtor: Text | None = None
    signed: Flag | None = None


class TaxDeducted(EntryBase):
    """Tax the debtor withheld and evidenced. Lowers the principal of the invoice."""

    kind: Literal["tax_deducted"]
    amount: PositiveAmount
    invoice: Text
    section: Text | None = None
    certificate: Text | None = None


class CreditNote(EntryBase):
    """A credit note. Lowers the principal of the invoice from its own day; it is not a payment."""

    kind: Literal["credit_note"]
    amount: PositiveAmount
    invoice: Text
    number: Text | None = None
    reason: Text | None = None


class CostIncurred(EntryBase):
    """A cost of the matter. Booked; claimed only where it is recoverable and the paper may claim it."""

    kind: Literal["cost_incurred"]
    amount: PositiveAmount
    nature: Literal[
        "court_fee", "service", "postage", "stamp", "expert", "mediator", "arbitrator", "registry", "bailiff", "advocate",
        "copies", "other",
    ]  # fmt: skip
    recoverable: Flag = False
    paid_to: Text | None = None
    reference: Text | None = None


class Refund(EntryBase):
    """Money given back to the debtor. What was paid too much goes first; the rest is owed again from that day."""

    kind: Literal["refund"]
    of: Text
    amount: PositiveAmount
    reason: Text | None = None
