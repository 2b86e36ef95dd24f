"""Which proceeding an entry belongs to, and so which debts and whom it concerns: `of` followed up to the filing.

An order names its filing, its service and the opposition to it name the order, a title names the judgment. What a filing
says of invoices, cheques and debtors holds for all that came of it. An entry that names nothing came of the only claim on
file; where it could have come of several, it concerns what each of them does.
"""

from lawkit.facts.entries import (
    EnforcementAct,
    Filed,
    Judgment,
    MeasureApplied,
    Opposition,
    Order,
    Served,
    TitleObtained,
)
from lawkit.facts.timeline import Happened, Timeline

# filed beside a claim or after it: none of them asks for judgment on the debt
ANCILLARY = (
    "interim_application", "arbitrator_application", "set_aside_application", "execution", "garnishee", "saisie_conservatoire",
    "exequatur", "caveat", "ownership_claim",
)  # fmt: skip
_OF_A_CLAIM = (Order, Served, Opposition, Judgment, TitleObtained)
_OF_A_TITLE = (MeasureApplied, EnforcementAct)
_APART = (Filed, Order, Judgment)


def line(known: Timeline, item: Happened) -> tuple[Happened, ...]:
    """Return an entry and what it came of, each by the one before it."""
    found, names = [item], {item.name}
    while (above := _above(known, found[-1])) is not None and above.name not in names:
        found.append(above)
        names.add(above.name)
    return tuple(found)


def one_proceeding(known: Timeline, item: Happened, other: Happened) -> bool:
    """Return whether two entries belong to one proceeding: their lines meet, and not only above two different orders.

    `other` may itself be an order that ends the proceeding: it is not one of two.
    """
    first, second = line(known, item), line(known, other)
    names, others = {each.name for each in first}, {each.name for each in second}
    if not names & others:
        return False
    apart = {type(each.entry) for each in first if each.name not in others and isinstance(each.entry, _APART)}
    return not any(type(each.entry) in apart and each.name not in names for each in second[1:])


def named_above(known: Timeline, item: Happened, field: str) -> frozenset[str] | None:
    """Return what an entry, or the nearest it came of, names in a field; None where none of them names any."""
    found, key = known.named_above, (item.name, field)
    if key not in found:
        found[key] = _named_above(known, item, field)
    return found[key]


def _named_above(known: Timeline, item: Happened, field: str) -> frozenset[str] | None:
    for each in line(known, item):
        value = each.entry.told(field)
        if value:
            return frozenset([value] if isinstance(value, str) else value)
        last = each
    several = [names for each in _possible(known, last) if (names := named_above(known, each, field)) is not None]
    return frozenset.intersection(*several) if several else None


def _above(known: Timeline, item: Happened) -> Happened | None:
    """Return the entry that one came of: the one it names, or the only one it can be."""
    of = item.entry.told("of")
    if of is not None:
        return known.by_name.get(of)
    possible = _possible(known, item)
    return possible[0] if len(possible) == 1 else None


def _possible(known: Timeline, item: Happened) -> tuple[Happened, ...]:
    """Return what an entry that names nothing may have come of: a claim, else an order for payment; an act, a title."""
    entry = item.entry
    if entry.told("of") is not None:
        return ()
    if isinstance(entry, _OF_A_TITLE):
        return tuple(each for each, title in known.of_kind(TitleObtained) if title.on <= entry.on)
    if not isinstance(entry, _OF_A_CLAIM):
        return ()
    claims = tuple(
        each for each, filed in known.of_kind(Filed) if filed.proceeding not in ANCILLARY and filed.on <= entry.on
    )
    if claims or (isinstance(entry, Order) and entry.order == "payment"):
        return claims
    return tuple(
        each
        for each, order in known.of_kind(Order)
        if order.order == "payment" and order.on <= entry.on and each.name != item.name
    )
