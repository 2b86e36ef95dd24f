"""Decisions about a matter: holds, escalation, evaluation, legal review, the client's instructions."""

from typing import Literal

from lawkit.facts.entries.base import EntryBase
from lawkit.reading import Flag, IsoDate, Text


class HoldPlaced(EntryBase):
    """The matter waits, until a day where one is named. Reminders and notices are held back; times go on running."""

    kind: Literal["hold_placed"]
    reason: Literal[
        "negotiation", "dispute_under_review", "client", "insolvency", "over_indebtedness", "bereavement", "other"
    ]
    until: IsoDate | None = None


class HoldLifted(EntryBase):
    """A hold is over."""

    kind: Literal["hold_lifted"]
    of: Text | None = None


class CreditHold(EntryBase):
    """The creditor supplies nothing further until it is paid."""

    kind: Literal["credit_hold"]
    reason: Text | None = None


class Escalation(EntryBase):
    """Another person in the debtor's business was written to, after the first did not answer."""

    kind: Literal["escalation"]
    to: Text
    role: Text | None = None


class Evaluation(EntryBase):
    """The matter was weighed, with a recommendation to the client."""

    kind: Literal["evaluation"]
    recommendation: Literal["legal_action", "payment_plan", "insolvency_watch", "write_off"]
    summary: Text | None = None


class LegalReview(EntryBase):
    """A lawyer's review: is a claim viable, and is it worth its cost."""

    kind: Literal["legal_review"]
    viable: Flag
    worth_its_cost: Flag | None = None
    by: Text | None = None
    summary: Text | None = None


class ClientInstruction(EntryBase):
    """The client's instruction."""

    kind: Literal["client_instruction"]
    instruction: Literal[
        "write",
        "negotiate",
        "accept_plan",
        "settle",
        "sue",
        "arbitrate",
        "enforce",
        "hold",
        "write_off",
        "close",
        "other",
    ]
    given_by: Text | None = None
    summary: Text | None = None
