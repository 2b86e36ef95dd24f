"""What happened on a day: one model a kind, told apart by `kind`.

A kind or a field, once released, is never renamed. `docs/entries.md` is the table of all of them,
generated from here.
"""

from typing import Annotated, Literal

from pydantic import Field

from lawkit.reading import Count, Facts, Flag, IsoDate, PositiveAmount, Text


class EntryBase(Facts):
    """What every entry has: the day, an id to be named by, and whether it is confidential."""

    on: IsoDate
    id: Text | None = None
    confidential: Flag = False
    note: Text | None = None
    exhibits: tuple[Text, ...] = ()


class Towards(Facts):
    """An invoice a payment was made for, and how much of it where that was said."""

    invoice: Text
    amount: PositiveAmount | None = None


class Payment(EntryBase):
    """Money received. Extinguishes interest and principal as the pack's rule on appropriation says."""

    kind: Literal["payment"]
    amount: PositiveAmount
    mode: Literal["transfer", "cheque", "cash", "card", "set_off", "other"] = "transfer"
    reference: Text | None = None
    towards: tuple[Towards, ...] = ()
    chosen_by: Literal["debtor", "creditor"] | None = None


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


class Acknowledgment(EntryBase):
    """The debtor's acknowledgment of the debt. May begin limitation anew."""

    kind: Literal["acknowledgment"]
    form: Literal["letter", "email", "ledger", "balance_sheet", "agreement", "message"]
    written: Flag = True
    signed: Flag = False
    by: Text | None = None
    amount: PositiveAmount | None = None
    invoices: tuple[Text, ...] = ()


class Notice(EntryBase):
    """An earlier reminder, notice or demand that was sent."""

    kind: Literal["notice"]
    document: Literal[
        "reminder", "first_notice", "second_notice", "final_notice", "mise_en_demeure", "demand", "invoice_copy"
    ]
    by: Literal["creditor", "advocate", "collector"] = "creditor"
    mode: Text | None = None
    reference: Text | None = None
    claims_interest: Flag = False
    presented: IsoDate | None = None


class Dispatched(EntryBase):
    """A document sent to one addressee by one mode; `sha256` of the file really sent."""

    kind: Literal["dispatched"]
    document: Text
    addressee: Text
    mode: Text
    article: Text | None = None
    sha256: Text | None = None


class ServiceOutcome(EntryBase):
    """What became of a dispatch, in the words of the pack's list of outcomes."""

    kind: Literal["service_outcome"]
    of: Text
    outcome: Text


class Dispute(EntryBase):
    """The debtor disputed the debt or part of it. Stated and answered in the papers; may stop some of them."""

    kind: Literal["dispute"]
    ground: Text
    form: Literal["letter", "email", "message", "oral", "pleading"] = "letter"
    invoices: tuple[Text, ...] = ()
    amount: PositiveAmount | None = None
    answer: Text | None = None
    answered_on: IsoDate | None = None


class Reply(EntryBase):
    """The debtor answered; `advocate` where it answered through counsel."""

    kind: Literal["reply"]
    summary: Text
    form: Literal["letter", "email", "message", "oral"] = "letter"
    advocate: Text | None = None
    reference: Text | None = None


class Promise(EntryBase):
    """The debtor promised to pay by a day."""

    kind: Literal["promise"]
    by: IsoDate
    amount: PositiveAmount | None = None
    form: Literal["letter", "email", "message", "oral"] = "email"
    instalments: Count | None = None


Entry = Annotated[
    Payment
    | TaxDeducted
    | CreditNote
    | Acknowledgment
    | Notice
    | Dispatched
    | ServiceOutcome
    | Dispute
    | Reply
    | Promise,
    Field(discriminator="kind"),
]
KINDS: tuple[type[EntryBase], ...] = (
    Payment, TaxDeducted, CreditNote, Acknowledgment, Notice, Dispatched, ServiceOutcome, Dispute, Reply, Promise,
)  # fmt: skip
