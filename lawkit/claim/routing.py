"""To which debt money goes once there are judgments: to each a list of pieces, in the order of their days."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from lawkit.claim.judgment_walk import Piece
from lawkit.claim.model import ZERO
from lawkit.claim.receipts import Receipt, movements
from lawkit.claim.standing import Standing, chain_of
from lawkit.claim.unmerged import Unmerged
from lawkit.facts.entries import CostIncurred, CreditNote, Payment, Recovery, Refund, TaxDeducted
from lawkit.facts.timeline import Happened, Timeline
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.model import AppropriationRule


@dataclass
class Routing:
    """What goes to each judgment, by its place, and what none of them could take.

    `undirected` and `given_back_earlier` name the entries of which something is to be said.
    """

    standing: Sequence[Standing]
    to: list[list[Piece]] = field(default_factory=list)
    left: list[Piece] = field(default_factory=list)
    undirected: list[str] = field(default_factory=list)
    given_back_earlier: list[str] = field(default_factory=list)

    def pass_on(self, number: int, over: Sequence[Piece]) -> None:
        """Pass what a judgment could not take to the next that stood on that day, or to what is left."""
        for piece in over:
            if isinstance(piece.item.entry, (CreditNote, TaxDeducted)):
                self.left.append(piece)
                continue
            later = [n for n in range(number + 1, len(self.standing)) if self._stood(n, piece.item)]
            if later:
                self.to[later[0]].append(piece)
                self.to[later[0]].sort(key=lambda each: each.item.entry.on)
            else:
                self.left.append(piece)

    @property
    def too_large(self) -> list[Piece]:
        """What of credit notes and deductions was more than the judgment of their invoice could take: no other debt takes it."""
        return [piece for piece in self.left if isinstance(piece.item.entry, (CreditNote, TaxDeducted))]

    def first_standing(self, item: Happened) -> int | None:
        """Return the place of the judgment that money of a day goes to: the oldest claim of those that stood."""
        return next((n for n in range(len(self.standing)) if self._stood(n, item)), None)

    def last_standing(self, item: Happened) -> int | None:
        """Return the place of the judgment a cost of a day belongs to: the last that stood."""
        return next((n for n in reversed(range(len(self.standing))) if self._stood(n, item)), None)

    def of_invoice(self, invoice: str, item: Happened) -> int | None:
        """Return the place of the judgment that had merged an invoice by the day of an entry."""
        stood = (n for n in range(len(self.standing)) if self._stood(n, item))
        return next((n for n in stood if invoice in self.standing[n].invoices), None)

    def _stood(self, number: int, item: Happened) -> bool:
        return self.standing[number].first <= item.entry.on

    @staticmethod
    def of_guarantors(timeline: Timeline, standing: Standing, *, costs: bool) -> list[Piece]:
        """Return what lowers a judgment against guarantors: what they paid, and what was recovered or spent under it."""
        by_name = {item.name: item for item in timeline.entries}
        names: set[str] = set()
        pieces = []
        for item, entry in _movements(timeline):
            own = isinstance(entry, Payment) and entry.debtor in standing.against
            under = isinstance(entry, Recovery) and _under(item, standing, by_name)
            back = isinstance(entry, Refund) and entry.of in names
            if entry.on >= standing.first and (own or under or back or (costs and isinstance(entry, CostIncurred))):
                names.add(item.name)
                pieces.append(Piece(item, entry.amount))
        return pieces


def route(timeline: Timeline, law: Jurisdiction, standing: Sequence[Standing], unmerged: Unmerged) -> Routing:
    """Return where everything goes that came in since the first judgment; what is directed to other invoices goes to `unmerged`."""
    routing = Routing(standing, [[] for _ in standing])
    by_name = {item.name: item for item in timeline.entries}
    across = law.rule(law.pack.roles.appropriation, AppropriationRule).across
    chained: dict[str, tuple[int, Decimal]] = {}
    for item, entry in _movements(timeline):
        number = routing.first_standing(item)
        if number is None:
            continue
        left = entry.amount
        if isinstance(entry, CostIncurred):
            number = routing.last_standing(item) or 0
        elif isinstance(entry, Refund):
            number, left = _given_back(item, entry, routing, unmerged, chained)
        elif isinstance(entry, (CreditNote, TaxDeducted)):
            merged_by = routing.of_invoice(entry.invoice, item)
            if merged_by is None:
                unmerged.add(item, left, entry.invoice)
                continue
            number = merged_by
        elif isinstance(entry, Recovery):
            number = next((n for n, each in enumerate(standing) if _under(item, each, by_name)), number)
        else:
            number, left = _directed(item, entry, routing, unmerged, across, number)
        if left > 0:
            routing.to[number].append(Piece(item, left))
            chained[item.name] = (number, left)
    return routing


def _under(item: Happened, standing: Standing, by_name: Mapping[str, Happened]) -> bool:
    """Return whether what was recovered was so under a judgment, along what each entry is of."""
    return any(each.name == standing.item.name for each in chain_of(item, by_name))


def _movements(timeline: Timeline) -> Iterator[tuple[Happened, Receipt | Refund | CostIncurred]]:
    """Yield what came in and was given back, and recoverable costs, by day."""
    yield from movements(timeline)
    for item, entry in timeline.of_kind(CostIncurred):
        if entry.recoverable:
            yield item, entry


def _directed(
    item: Happened, payment: Payment, routing: Routing, unmerged: Unmerged, across: Sequence[str], number: int
) -> tuple[int, Decimal]:
    """Send a payment where it is directed, if the pack hears that; return the judgment for the rest, and how much that is."""
    step = "debtor_direction" if payment.chosen_by == "debtor" else "creditor_choice"
    left, directed = payment.amount, False
    for part in payment.towards if step in across else ():
        merged_by = routing.of_invoice(part.invoice, item)
        if merged_by is not None:
            number, directed = merged_by, True
        elif part.invoice in unmerged.numbers(payment.on):
            most = min(left, unmerged.owed(part.invoice, payment.on))
            here = most if part.amount is None else min(most, part.amount)
            if here > 0:
                unmerged.add(item, here, part.invoice)
                left -= here
    if left > 0 and not directed:
        routing.undirected.append(item.name)
    return number, left


def _given_back(
    item: Happened, refund: Refund, routing: Routing, unmerged: Unmerged, chained: dict[str, tuple[int, Decimal]]
) -> tuple[int, Decimal]:
    """Return the judgment that what is given back is owed under again, and how much; the rest was directed elsewhere.

    Of a payment made before the judgments, what merged invoices had taken is in the heads: it is told and not counted.
    """
    paid = next((each for each in unmerged.timeline.entries if each.name == refund.of), None)
    if paid is not None and paid.entry.on < unmerged.first:
        if not unmerged.numbers(refund.on) or unmerged.give_back(item, refund) > 0:
            routing.given_back_earlier.append(item.name)
        return 0, ZERO
    number, amount = chained.get(refund.of, (0, ZERO))
    here = min(refund.amount, amount)
    chained[refund.of] = (number, amount - here)
    if refund.amount > here:
        unmerged.add(item, refund.amount - here)
    return number, here
