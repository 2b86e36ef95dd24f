"""Enforcement: assets, measures and what they brought, insolvency of the debtor."""

from typing import Literal

from lawkit.facts.entries.base import EntryBase
from lawkit.reading import IsoDate, PositiveAmount, Text


class AssetFound(EntryBase):
    """An asset of the debtor, and how it is known."""

    kind: Literal["asset_found"]
    asset: Literal["bank_account", "debt_owed", "wages", "movables", "vehicle", "land", "shares", "other"]
    description: Text
    source: Text
    estimated: PositiveAmount | None = None


class MeasureApplied(EntryBase):
    """A measure of enforcement, or a protective one, was carried out. Its own times run from it."""

    kind: Literal["measure_applied"]
    of: Text | None = None
    measure: Literal[
        "attachment", "garnishee", "sale", "arrest", "receiver", "asset_examination", "saisie_attribution", "saisie_vente",
        "saisie_remunerations", "saisie_conservatoire", "saisie_immobiliere", "judicial_security", "command_to_pay",
    ]  # fmt: skip
    against: Text | None = None
    amount: PositiveAmount | None = None
    told_debtor: IsoDate | None = None


class MeasureResult(EntryBase):
    """What a measure found or brought about."""

    kind: Literal["measure_result"]
    of: Text
    outcome: Literal["seized", "nothing_found", "part", "sold", "contested", "released", "lapsed"]
    amount: PositiveAmount | None = None


class Recovery(EntryBase):
    """Money recovered by a measure. Applied as a payment is, after the judgment in the order the law gives."""

    kind: Literal["recovery"]
    of: Text | None = None
    amount: PositiveAmount
    certified: IsoDate | None = None


class EnforcementAct(EntryBase):
    """An act of enforcement or a protective act that interrupts the time of the claim or the title."""

    kind: Literal["enforcement_act"]
    of: Text | None = None
    act: Text
    invoices: tuple[Text, ...] = ()


class InsolvencyOpened(EntryBase):
    """Insolvency proceedings over a debtor. Papers stop; interest stops; the claim is to be declared in time."""

    kind: Literal["insolvency_opened"]
    debtor: Text | None = None
    proceeding: Literal[
        "cirp", "liquidation", "sauvegarde", "redressement", "liquidation_judiciaire", "surendettement", "other"
    ]
    published: IsoDate | None = None
    last_date_for_claims: IsoDate | None = None
    court: Text | None = None
    representative: Text | None = None
    ended: IsoDate | None = None


class ClaimDeclared(EntryBase):
    """The claim was declared in the insolvency."""

    kind: Literal["claim_declared"]
    of: Text | None = None
    amount: PositiveAmount
    invoices: tuple[Text, ...] = ()
