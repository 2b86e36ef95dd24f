"""Contacts with the debtor, what was promised, and plans to pay."""

from typing import Literal

from pydantic import Field

from lawkit.facts.entries.base import Delay, EntryBase, Moment, Writing
from lawkit.reading import Count, Facts, Flag, IsoDate, PositiveAmount, Text


class Contact(EntryBase):
    """A call, a visit, a message or a meeting. Opens the negotiation; `lawkit check` remarks an `at` outside the pack's hours of contact."""

    kind: Literal["contact"]
    channel: Literal["call", "visit", "message", "meeting", "email", "video"]
    at: Moment | None = None
    spoke_to: Text | None = Field(default=None, alias="with")
    outcome: Literal[
        "reached", "no_answer", "message_left", "called_back", "promised", "disputed", "time_asked", "refused",
        "referred_to_counsel", "wrong_number",
    ]  # fmt: skip
    reason_for_delay: Delay | None = None
    next_contact: IsoDate | None = None


class Promise(EntryBase):
    """The debtor promised to pay by a day. Told in later papers once the day has passed."""

    kind: Literal["promise"]
    by: IsoDate
    amount: PositiveAmount | None = None
    form: Writing | None = None
    instalments: Count | None = None


class Instalment(Facts):
    """One instalment of a plan."""

    due: IsoDate
    amount: PositiveAmount


class PlanProposed(EntryBase):
    """A plan to pay by instalments was proposed. Nothing is agreed until the client approved and both accepted."""

    kind: Literal["plan_proposed"]
    by: Literal["debtor", "creditor"]
    instalments: tuple[Instalment, ...] = Field(min_length=1)
    form: Writing | None = None


class PlanApproved(EntryBase):
    """The client approved a plan. Remarked where a plan is accepted without it."""

    kind: Literal["plan_approved"]
    of: Text
    by: Text


class PlanAccepted(EntryBase):
    """A plan was accepted. Holds the reminders back until `plan_broken`; an instalment that no payment covers is remarked.

    `sureties_assent` is asked for each guarantor.
    """

    kind: Literal["plan_accepted"]
    of: Text
    form: Writing | None = None
    signed: Flag = False
    sureties_assent: Flag = False


class PlanBroken(EntryBase):
    """An instalment was not paid. The ladder goes on."""

    kind: Literal["plan_broken"]
    of: Text
    instalment_due: IsoDate | None = None


class Settlement(EntryBase):
    """A settlement was signed. Holds the ladder back until `plan_broken`; an instalment that no payment covers is remarked.

    `executory` where it can be enforced as a judgment.
    """

    kind: Literal["settlement"]
    amount: PositiveAmount
    instalments: tuple[Instalment, ...] = ()
    signed_by: tuple[Text, ...] = ()
    sureties_assent: Flag = False
    executory: Flag = False
