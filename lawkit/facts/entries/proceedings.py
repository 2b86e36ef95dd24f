"""Proceedings: mediation, filing, hearings, orders, judgment, appeal, service of acts, title."""

from typing import Literal

from lawkit.facts.entries.base import Cnr, EntryBase, Moment
from lawkit.reading import Facts, Flag, IsoDate, PositiveAmount, PositiveRate, Text

Proceeding = Literal[
    "suit", "summary_suit", "interim_application", "application", "arbitration_request", "arbitrator_application",
    "set_aside_application", "msme_reference", "cheque_complaint", "insolvency_application", "execution", "garnishee",
    "injonction_de_payer", "refere_provision", "assignation", "requete", "saisie_conservatoire", "exequatur",
    "uncontested_claim", "small_claims", "caveat", "ownership_claim",
]  # fmt: skip


class Mediation(EntryBase):
    """Mediation or conciliation begins, by application, agreement or first meeting. Its time may be left out of limitation."""

    kind: Literal["mediation"]
    form: Literal["pre_institution", "agreement", "first_meeting", "court_ordered", "proposal"]
    before: Text | None = None
    ended: IsoDate | None = None
    extended_by_consent: Flag = False
    outcome: Literal["settled", "failed", "non_starter"] | None = None


class Filed(EntryBase):
    """A claim or an application was filed. The time to sue is kept, or interrupted, as the pack says; `cnr` is its eCourts number."""

    kind: Literal["filed"]
    proceeding: Proceeding
    court: Text | None = None
    number: Text | None = None
    cnr: Cnr | None = None
    amount: PositiveAmount | None = None
    invoices: tuple[Text, ...] = ()
    cheques: tuple[Text, ...] = ()
    against: tuple[Text, ...] = ()
    outcome: Literal["pending", "no_jurisdiction", "withdrawn", "lapsed", "dismissed", "granted", "settled"] = "pending"
    ended: IsoDate | None = None


class Defect(EntryBase):
    """The registry returned a filing with a defect to cure, by a day."""

    kind: Literal["defect"]
    of: Text
    what: Text
    cure_by: IsoDate | None = None


class Registered(EntryBase):
    """A filing was registered under its number; `cnr` is the number eCourts gives it."""

    kind: Literal["registered"]
    of: Text
    number: Text
    cnr: Cnr | None = None
    court: Text | None = None


class HearingListed(EntryBase):
    """A hearing was fixed; times that run backward count from its day."""

    kind: Literal["hearing_listed"]
    of: Text | None = None
    day: IsoDate
    at: Moment | None = None
    purpose: Text | None = None


class HearingHeld(EntryBase):
    """A hearing was held."""

    kind: Literal["hearing_held"]
    of: Text | None = None
    what: Text | None = None


class Adjourned(EntryBase):
    """A hearing was put off: why, at whose request, to what day."""

    kind: Literal["adjourned"]
    of: Text | None = None
    to: IsoDate | None = None
    reason: Text
    at_request_of: Literal["creditor", "debtor", "court", "both"]


class Order(EntryBase):
    """An order of a court or a judge. `outcome` says what it did; an order for payment counts from its own day.

    `ended` is the day on which what it ordered was carried out, such as an expert's `investigation`. `comply_by` is the day by
    which the order itself says that it is to be obeyed, and `binds` by whom.
    """

    kind: Literal["order"]
    of: Text | None = None
    order: Literal[
        "payment", "interim", "attachment", "protective_measure", "dismissal", "return_of_claim", "condonation", "leave",
        "pre_arbitral_measure", "interim_compensation", "appeal_deposit", "abatement", "admission", "substitution",
        "tribunal_constituted", "pleadings_complete", "award_corrected", "sale_proclamation", "investigation",
        "other",
    ]  # fmt: skip
    outcome: Literal["granted", "granted_in_part", "refused", "no_jurisdiction", "withdrawn", "lapsed"] = "granted"
    amount: PositiveAmount | None = None
    court: Text | None = None
    received: IsoDate | None = None
    comply_by: IsoDate | None = None
    binds: Literal["creditor", "debtor"] | None = None
    ended: IsoDate | None = None


class Served(EntryBase):
    """An act was served on the other side: of which order, judgment or filing, and how."""

    kind: Literal["served"]
    of: Text | None = None
    act: Literal[
        "summons", "summons_for_judgment", "claim", "order_for_payment", "judgment", "award", "command_to_pay", "notice_of_seizure",
        "title", "other",
    ]  # fmt: skip
    mode: Literal["person", "home", "office", "search_report", "post", "electronic", "publication", "other"] = "other"
    to: Text | None = None
    by: Text | None = None


class Opposition(EntryBase):
    """The debtor opposed an order, or contested a command or a measure."""

    kind: Literal["opposition"]
    of: Text
    notified: IsoDate | None = None
    ground: Text | None = None


class Head(Facts):
    """One head of a judgment or award."""

    head: Literal["principal", "interest", "costs", "indemnity"]
    amount: PositiveAmount
    title: Text | None = None


class CurrentRate(Facts):
    """The current rate of interest on the day of an award, and its evidence, such as a bank's rate card."""

    rate: PositiveRate
    evidence: Text


class Judgment(EntryBase):
    """A judgment, decree or award, by heads and outcome. From its day the debt is what it says.

    `interest_rate` is the rate of further interest it grants, `no_interest` where it refuses it or a decree is silent;
    `pendente_lite_rate` the rate from `instituted_on` to the day of judgment where that interest is no head of its own.
    `late_payment_penalties`: it grants the penalties of the law rather than a rate in figures.
    `current_rate` is the current rate of interest on the day of an award that states none, with its evidence.
    `enforceable_on` is the day it became enforceable, even provisionally; `capitalisation_from` the day capitalisation was asked for.
    """

    kind: Literal["judgment"]
    of: Text | None = None
    decision: Literal["judgment", "decree", "award", "order_for_payment", "settlement_decree"] = "judgment"
    court: Text | None = None
    number: Text | None = None
    outcome: Literal["won", "won_in_part", "lost", "settled"]
    heads: tuple[Head, ...] = ()
    instituted_on: IsoDate | None = None
    pendente_lite_rate: PositiveRate | None = None
    interest_rate: PositiveRate | None = None
    late_payment_penalties: Flag = False
    interest_from: IsoDate | None = None
    current_rate: CurrentRate | None = None
    no_interest: Flag = False
    capitalisation_from: IsoDate | None = None
    enforceable_on: IsoDate | None = None
    served: IsoDate | None = None
    received: IsoDate | None = None
    appeal_open: Flag | None = None


class Appeal(EntryBase):
    """An appeal, an application to set aside or another recourse, by one side."""

    kind: Literal["appeal"]
    of: Text
    by: Literal["creditor", "debtor"]
    recourse: Literal["appeal", "set_aside", "annulment", "review", "revision", "cassation"] = "appeal"
    court: Text | None = None


class Stay(EntryBase):
    """A stay or an injunction; its time is left out of what it bars."""

    kind: Literal["stay"]
    of: Text | None = None
    until: IsoDate | None = None
    condition: Text | None = None


class TitleObtained(EntryBase):
    """An enforceable title: what it is, and from when it can be enforced."""

    kind: Literal["title_obtained"]
    of: Text | None = None
    title: Literal[
        "judgment", "order_for_payment", "award", "foreign_judgment", "conciliation_record", "notarial_deed", "cheque_title",
        "small_claims_title", "uncontested_claim_title", "countersigned_settlement", "decree",
    ]  # fmt: skip
    court_decision: Flag = True
