"""Papers sent and received: drafts, dispatches and their outcomes, replies, disputes, acknowledgments."""

from typing import Annotated, Literal

from pydantic import AfterValidator

from lawkit.facts.entries.base import EntryBase, Writing
from lawkit.facts.identifiers import article
from lawkit.reading import Flag, IsoDate, PositiveAmount, Text

Article = Annotated[Text, AfterValidator(article)]


class Drafted(EntryBase):
    """A paper was drafted; `sha256` of the file as drafted, its signature still missing."""

    kind: Literal["drafted"]
    document: Text
    addressee: Text | None = None
    file: Text | None = None
    sha256: Text | None = None


class Dispatched(EntryBase):
    """A document sent to one addressee by one mode; `sha256` of the file really sent. Begins the times that run from it."""

    kind: Literal["dispatched"]
    document: Text
    addressee: Text
    mode: Text
    article: Article | None = None
    address: Text | None = None
    sha256: Text | None = None
    cheques: tuple[Text, ...] = ()


class ServiceOutcome(EntryBase):
    """What became of a dispatch, in the words of the pack's list of outcomes. Served or deemed: the times of receipt run."""

    kind: Literal["service_outcome"]
    of: Text
    outcome: Text


class Notice(EntryBase):
    """An earlier reminder, notice or demand that was sent. May fix the day of interest; recited in later papers."""

    kind: Literal["notice"]
    document: Literal[
        "reminder", "intimation", "first_notice", "second_notice", "final_notice", "mise_en_demeure", "demand",
        "invoice_copy", "public_claim",
    ]  # fmt: skip
    by: Literal["creditor", "advocate", "collector"] = "creditor"
    mode: Text | None = None
    reference: Text | None = None
    claims_interest: Flag = False
    presented: IsoDate | None = None


class Reply(EntryBase):
    """The debtor answered; `advocate` where it answered through counsel, who is then the one to write to."""

    kind: Literal["reply"]
    summary: Text
    form: Writing | None = None
    advocate: Text | None = None
    reference: Text | None = None


class Dispute(EntryBase):
    """The debtor disputed the debt or part of it. Stated and answered in the papers; may stop some of them."""

    kind: Literal["dispute"]
    ground: Text
    form: Literal["letter", "email", "message", "oral", "pleading"] | None = None
    invoices: tuple[Text, ...] = ()
    amount: PositiveAmount | None = None
    answer: Text | None = None
    answered_on: IsoDate | None = None


class Acknowledgment(EntryBase):
    """The debtor's acknowledgment of the debt. May begin the time to sue anew, for the debtor who gave it."""

    kind: Literal["acknowledgment"]
    form: Literal["letter", "email", "ledger", "balance_sheet", "agreement", "message"]
    written: Flag = True
    signed: Flag = False
    by: Text | None = None
    debtor: Text | None = None
    amount: PositiveAmount | None = None
    invoices: tuple[Text, ...] = ()
