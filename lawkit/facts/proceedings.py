"""What is on file of proceedings: a claim before a court, an order and how it was served, a title."""

from lawkit.facts.entries import Filed, Opposition, Order, Served, TitleObtained
from lawkit.facts.timeline import Happened, Timeline

# filed beside a claim or after it: none of them asks for judgment on the debt
ANCILLARY = (
    "interim_application", "arbitrator_application", "set_aside_application", "execution", "garnishee", "saisie_conservatoire",
    "exequatur", "caveat", "ownership_claim",
)  # fmt: skip
SUMMARY = ("refere_provision", "interim_application")
DECISIONS = ("judgment", "award", "foreign_judgment", "conciliation_record", "decree")


def claim_filed(known: Timeline) -> bool:
    """Return whether a claim was filed, and not only an application beside one."""
    return any(entry.proceeding not in ANCILLARY for _, entry in known.of_kind(Filed))


def order_made(known: Timeline) -> bool:
    """Return whether an order for payment was made."""
    return any(entry.order == "payment" and entry.outcome.startswith("granted") for _, entry in known.of_kind(Order))


def order_opposed(known: Timeline) -> bool:
    """Return whether an order for payment was opposed."""
    payment = {item.name for item, entry in known.of_kind(Order) if entry.order == "payment"}
    return any(entry.of in payment for _, entry in known.of_kind(Opposition))


def order_served_to_person(known: Timeline, asked: Happened | None) -> bool:
    """Return whether the order asked about, or any, was served on the debtor in person (CPC art. 1416); no, if none says so."""
    return any(
        entry.mode == "person" and (asked is None or entry.of in (None, asked.name))
        for _, entry in known.of_kind(Served)
        if entry.act == "order_for_payment"
    )


def in_summary(known: Timeline, asked: Happened | None) -> bool:
    """Return whether the filing that a decision names, or every one there is, asked for a provisional decision."""
    filed = list(known.of_kind(Filed))
    of = getattr(asked.entry, "of", None) if asked is not None else None
    named = [entry for item, entry in filed if item.name == of] or [entry for _, entry in filed]
    return bool(named) and all(entry.proceeding in SUMMARY for entry in named)


def holds(known: Timeline, *titles: str) -> bool:
    """Return whether a title of one of these kinds, that is a decision, is held."""
    return any(entry.court_decision and entry.title in titles for _, entry in known.of_kind(TitleObtained))
