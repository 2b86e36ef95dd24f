"""Orders for payment: which has become a title by a day, and so stands in place of the invoices as a judgment does.

An order the court made without hearing the debtor is no title before it is served, nor while it is opposed (CPC art. 1411, 1422); a
judgment on the opposition takes its place (art. 1420). It may be entered as an `order` with the `title_obtained` that came of it, or
as a `judgment` with its heads.
"""

from collections.abc import Iterator
from datetime import date

from lawkit.claim.model import Remark
from lawkit.facts.chains import line, one_proceeding
from lawkit.facts.entries import Judgment, Opposition, Order, Served, TitleObtained
from lawkit.facts.entries.proceedings import Head
from lawkit.facts.timeline import Happened, Timeline
from lawkit.messages import say


def decisions(known: Timeline, as_of: date, *, unserved: bool = False) -> list[tuple[Happened, Happened | None]]:
    """Return the judgments known on a day, oldest first; among them orders for payment that are titles, with the entry of the title.

    Where asked for, those entered as a judgment that are no titles yet too, unless they were opposed.
    """
    found: list[tuple[Happened, Happened | None]] = []
    for item, judgment in known.of_kind(Judgment):
        waits = judgment.decision == "order_for_payment" and _why_no_title(item, known, as_of)
        if not waits or (unserved and _opposed(item, known) is None):
            found.append((item, None))
    found += [(_as_judgment(item, order, known), title_of(item, known)) for item, order in _orders(known)
              if order.amount is not None and not _why_no_title(item, known, as_of)]  # fmt: skip
    return sorted(found, key=lambda each: each[0].entry.on)


def title_of(item: Happened, known: Timeline) -> Happened | None:
    """Return the title an order for payment has become; None while there is none, or one only from before an opposition.

    A title that names no order is that of the only one it can be.
    """
    opposed = _opposed(item, known)
    for each, title in known.of_kind(TitleObtained):
        came_of = title.title == "order_for_payment" and title.on >= item.entry.on and _came_of(each, item, known)
        if came_of and (opposed is None or title.on > opposed):
            return each
    return None


def _came_of(title: Happened, item: Happened, known: Timeline) -> bool:
    if not one_proceeding(known, item, title):
        return False
    orders = [
        each for each, order in known.of_kind(Order) if order.order == "payment" and one_proceeding(known, each, title)
    ]
    return len(orders) < 2 or any(each in line(known, title) for each in orders)


def no_titles(known: Timeline, as_of: date) -> list[Remark]:
    """Return what is to be said of orders for payment that are no titles yet: the invoices are counted."""
    found = []
    entered = [
        *_orders(known),
        *((item, each) for item, each in known.of_kind(Judgment) if each.decision == "order_for_payment"),
    ]
    for item, order in entered:
        why = _why_no_title(item, known, as_of)
        if not why and isinstance(order, Order) and order.amount is None:
            why = say("its amount is not entered")
        if why and not _decided_since(item, known):
            text = say(
                "the order for payment of {day} does not stand in place of the invoices: {why}", day=order.on, why=why
            )
            found.append(Remark("order_no_title", "warn", text, item.name))
    return found


def taken_as_principal(order: Happened, title: Happened) -> Remark:
    """Return what is to be said of an order that has no heads: its amount is taken as principal."""
    return Remark(
        "order_taken_as_principal", "warn",
        say("the order for payment of {day} is a title ({title}): its amount is counted as principal, with what the law adds from its "
            "own day (that of its service is another reading); where it grants interest, penalties, a fixed sum or costs, enter a judgment with decision: order_for_payment "
            "and its heads; costs booked before it are not added", day=order.entry.on, title=title.entry.on),
        order.name,
    )  # fmt: skip


def _orders(known: Timeline) -> Iterator[tuple[Happened, Order]]:
    """Yield the orders for payment that grant something and are not entered as a judgment too."""
    entered = [item for item, each in known.of_kind(Judgment) if each.decision == "order_for_payment"]
    for item, order in known.of_kind(Order):
        granted = order.order == "payment" and order.outcome.startswith("granted")
        if granted and not any(one_proceeding(known, item, each) for each in entered):
            yield item, order


def _as_judgment(item: Happened, order: Order, known: Timeline) -> Happened:
    """Return an order as the judgment it stands for; its five points wait for its service, or where that is not told, its title."""
    assert order.amount is not None
    served = _served(item, known)
    title = title_of(item, known)
    judgment = Judgment(
        kind="judgment", id=order.id, on=order.on, of=order.of, decision="order_for_payment", court=order.court,
        outcome="won_in_part" if order.outcome == "granted_in_part" else "won",
        heads=(Head(head="principal", amount=order.amount),), served=served,
        enforceable_on=title.entry.on if title is not None and served is None else None,
    )  # fmt: skip
    return Happened(judgment, item.origin, item.put_by)


def _why_no_title(item: Happened, known: Timeline, as_of: date) -> str:
    """Return why an order is no title; nothing where it is one.

    A judgment entered as such needs its service only, an order the title that came of it.
    """
    entry = item.entry
    if title_of(item, known) is not None:
        return ""
    opposed = _opposed(item, known)
    enforceable = getattr(entry, "enforceable_on", None)
    if isinstance(enforceable, date) and enforceable <= as_of and (opposed is None or enforceable > opposed):
        return ""
    if opposed is not None:
        return say("it was opposed on {day}", day=opposed)
    own = getattr(entry, "served", None)
    served = own if isinstance(own, date) and own <= as_of else _served(item, known)
    if served is None:
        return say("it is not served")
    return "" if isinstance(entry, Judgment) else say("no title is entered that came of it")


def _opposed(item: Happened, known: Timeline) -> date | None:
    """Return the last day on which an order was opposed; what contests a measure carried out under it is no opposition."""
    own = {each.name for each in line(known, item)}
    days = [opposition.on for each, opposition in known.of_kind(Opposition) if _opposes(each, known) in own]
    return max(days, default=None)


def _opposes(opposition: Happened, known: Timeline) -> str | None:
    above = iter(line(known, opposition)[1:])
    target = next((each for each in above if not isinstance(each.entry, Served)), None)
    return target.name if target is not None else None


def _served(item: Happened, known: Timeline) -> date | None:
    days = [
        served.on
        for each, served in known.of_kind(Served)
        if served.act == "order_for_payment" and one_proceeding(known, item, each)
    ]
    return min(days, default=None)


def _decided_since(item: Happened, known: Timeline) -> bool:
    """Return whether a judgment was given in the same proceeding since: it took the order's place."""
    return any(
        each is not item and judgment.on >= item.entry.on and one_proceeding(known, item, each)
        for each, judgment in known.of_kind(Judgment)
    )
