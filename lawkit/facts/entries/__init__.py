"""What happened on a day: one model a kind, told apart by `kind`.

A kind or a field, once released, is never renamed. `docs/entries.md` is the table of all of them, generated from here.
"""

from typing import Annotated

from pydantic import Field

from lawkit.facts.entries.base import EntryBase
from lawkit.facts.entries.contacts import (
    Contact,
    Instalment,
    PlanAccepted,
    PlanApproved,
    PlanBroken,
    PlanProposed,
    Promise,
    Settlement,
)
from lawkit.facts.entries.documents import (
    Acknowledgment,
    Dispatched,
    Dispute,
    Drafted,
    Notice,
    Reply,
    ServiceOutcome,
)
from lawkit.facts.entries.enforcement import (
    AssetFound,
    ClaimDeclared,
    EnforcementAct,
    InsolvencyOpened,
    MeasureApplied,
    MeasureResult,
    Recovery,
)
from lawkit.facts.entries.keeping import CaseVersion, Closed, Correction, Erasure, Note
from lawkit.facts.entries.money import CostIncurred, CreditNote, Payment, Refund, TaxDeducted, Towards
from lawkit.facts.entries.proceedings import (
    Adjourned,
    Appeal,
    Defect,
    Filed,
    Head,
    HearingHeld,
    HearingListed,
    Judgment,
    Mediation,
    Opposition,
    Order,
    Registered,
    Served,
    Stay,
    TitleObtained,
)
from lawkit.facts.entries.review import (
    ClientInstruction,
    CreditHold,
    Escalation,
    Evaluation,
    HoldLifted,
    HoldPlaced,
    LegalReview,
)

GROUPS: dict[str, tuple[type[EntryBase], ...]] = {
    "contact": (Contact,),
    "promise and plan": (Promise, PlanProposed, PlanApproved, PlanAccepted, PlanBroken, Settlement),
    "document": (Drafted, Dispatched, ServiceOutcome, Notice, Reply, Dispute, Acknowledgment),
    "money": (Payment, TaxDeducted, CreditNote, CostIncurred, Refund),
    "hold": (HoldPlaced, HoldLifted, CreditHold, Escalation),
    "review": (Evaluation, LegalReview, ClientInstruction),
    "proceeding": (
        Mediation, Filed, Defect, Registered, HearingListed, HearingHeld, Adjourned, Order, Served, Opposition, Judgment,
        Appeal, Stay, TitleObtained,
    ),
    "enforcement": (
        AssetFound, MeasureApplied, MeasureResult, EnforcementAct, Recovery, InsolvencyOpened, ClaimDeclared,
    ),
    "end": (Closed,),
    "record-keeping": (Note, CaseVersion, Correction, Erasure),
}  # fmt: skip
KINDS: tuple[type[EntryBase], ...] = tuple(kind for group in GROUPS.values() for kind in group)
BY_NAME: dict[str, type[EntryBase]] = {kind.model_fields["kind"].annotation.__args__[0]: kind for kind in KINDS}  # type: ignore[union-attr]
Entry = Annotated[
    Contact
    | Promise
    | PlanProposed
    | PlanApproved
    | PlanAccepted
    | PlanBroken
    | Settlement
    | Drafted
    | Dispatched
    | ServiceOutcome
    | Notice
    | Reply
    | Dispute
    | Acknowledgment
    | Payment
    | TaxDeducted
    | CreditNote
    | CostIncurred
    | Refund
    | HoldPlaced
    | HoldLifted
    | CreditHold
    | Escalation
    | Evaluation
    | LegalReview
    | ClientInstruction
    | Mediation
    | Filed
    | Defect
    | Registered
    | HearingListed
    | HearingHeld
    | Adjourned
    | Order
    | Served
    | Opposition
    | Judgment
    | Appeal
    | Stay
    | TitleObtained
    | AssetFound
    | MeasureApplied
    | MeasureResult
    | EnforcementAct
    | Recovery
    | InsolvencyOpened
    | ClaimDeclared
    | Closed
    | Note
    | CaseVersion
    | Correction
    | Erasure,
    Field(discriminator="kind"),
]

__all__ = [
    "BY_NAME", "GROUPS", "KINDS", "Acknowledgment", "Adjourned", "Appeal", "AssetFound", "CaseVersion", "ClaimDeclared",
    "ClientInstruction", "Closed", "Contact", "Correction", "CostIncurred", "CreditHold", "CreditNote", "Defect",
    "Dispatched", "Dispute", "Drafted", "EnforcementAct", "Entry", "EntryBase", "Erasure", "Escalation", "Evaluation",
    "Filed", "Head", "HearingHeld", "HearingListed", "HoldLifted", "HoldPlaced", "InsolvencyOpened", "Instalment",
    "Judgment", "LegalReview", "MeasureApplied", "MeasureResult", "Mediation", "Note", "Notice", "Opposition", "Order",
    "Payment", "PlanAccepted", "PlanApproved", "PlanBroken", "PlanProposed", "Promise", "Recovery", "Refund", "Registered",
    "Reply", "Served", "ServiceOutcome", "Settlement", "Stay", "TaxDeducted", "TitleObtained", "Towards",
]  # fmt: skip
