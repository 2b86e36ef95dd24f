"""What happened on a day: one model a kind, told apart by `kind`.

A kind or a field, once released, is never renamed. `docs/entries.md` is the table of all of them, generated from here.
"""

from functools import reduce
from operator import or_
from typing import Annotated, Any

from pydantic import Field
from pydantic_core import PydanticKnownError

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
from lawkit.reading import ReadBy

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
BY_NAME: dict[str, type[EntryBase]] = {kind.kind_name(): kind for kind in KINDS}


def read_entry(value: object) -> EntryBase:
    """Return what a value tells as the entry of the kind it names."""
    if isinstance(value, KINDS):
        return value
    if not isinstance(value, dict):
        raise PydanticKnownError("model_attributes_type")
    if "kind" not in value:
        raise PydanticKnownError("union_tag_not_found", {"discriminator": "kind"})
    kind = BY_NAME.get(value["kind"]) if isinstance(value["kind"], str) else None
    if kind is None:
        known = "'" + "', '".join(BY_NAME) + "'"
        raise PydanticKnownError(
            "union_tag_invalid", {"discriminator": "kind", "tag": str(value["kind"]), "expected_tags": known}
        )
    return kind.model_validate(value)


def one_of(but: tuple[type[EntryBase], ...] = ()) -> Any:
    """Return the union of all kinds of entry, told apart by `kind`; `but` those left out."""
    return Annotated[reduce(or_, (kind for kind in KINDS if kind not in but)), Field(discriminator="kind")]


Entry = Annotated[EntryBase, ReadBy(read_entry, one_of)]

__all__ = [
    "BY_NAME", "GROUPS", "KINDS", "Acknowledgment", "Adjourned", "Appeal", "AssetFound", "CaseVersion", "ClaimDeclared",
    "ClientInstruction", "Closed", "Contact", "Correction", "CostIncurred", "CreditHold", "CreditNote", "Defect",
    "Dispatched", "Dispute", "Drafted", "EnforcementAct", "Entry", "EntryBase", "Erasure", "Escalation", "Evaluation",
    "Filed", "Head", "HearingHeld", "HearingListed", "HoldLifted", "HoldPlaced", "InsolvencyOpened", "Instalment",
    "Judgment", "LegalReview", "MeasureApplied", "MeasureResult", "Mediation", "Note", "Notice", "Opposition", "Order",
    "Payment", "PlanAccepted", "PlanApproved", "PlanBroken", "PlanProposed", "Promise", "Recovery", "Refund", "Registered",
    "Reply", "Served", "ServiceOutcome", "Settlement", "Stay", "TaxDeducted", "TitleObtained", "Towards", "one_of", "read_entry",
]  # fmt: skip
