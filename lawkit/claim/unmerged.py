"""The claim on the invoices that no judgment has merged.

Until a judgment, what came in was applied among all the invoices of that day, and stays where it went. An invoice leaves with
the judgment that merges it; only what went to those that stay is carried on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lawkit.claim.compute import compute_claim
from lawkit.claim.directions import Placed
from lawkit.claim.judgment_walk import Piece
from lawkit.claim.model import ZERO, Claim, Extinguished
from lawkit.claim.receipts import movements
from lawkit.claim.standing import Standing
from lawkit.dates import ONE_DAY
from lawkit.facts.entries import CreditNote, EntryBase, Payment, Recovery, Refund, TaxDeducted
from lawkit.facts.entries.money import Towards
from lawkit.facts.timeline import Happened, Timeline
from lawkit.law.jurisdiction import Jurisdiction

MOVEMENTS = (Payment, Recovery, CreditNote, TaxDeducted, Refund)


@dataclass(frozen=True)
class _Part:
    """What of an entry goes to these invoices: to some by name, and what is undirected or was taken by none yet."""

    item: Happened
    named: tuple[tuple[str, Decimal], ...]
    free: Decimal

    @property
    def amount(self) -> Decimal:
        return sum((amount for _, amount in self.named), self.free)


class Unmerged:
    """The invoices outside the judgments; what goes to them since the first judgment is added as it is found."""

    def __init__(self, timeline: Timeline, law: Jurisdiction, as_of: date, standing: Sequence[Standing]) -> None:
        self.timeline, self.law, self.as_of = timeline, law, as_of
        self.standing = standing
        self.first = standing[0].first
        self._since: dict[str, _Part] = {}

    def numbers(self, day: date) -> frozenset[str]:
        """Return the invoices issued by a day that no judgment of that day or before has merged."""
        return frozenset(i.number for i in self.timeline.case.invoices if i.dated <= day) - self._merged(day)

    def add(self, item: Happened, amount: Decimal, invoice: str | None = None) -> None:
        """Let a part of what came in, or was given back, go to these invoices: to one of them, or undirected."""
        known = self._since.get(item.name, _Part(item, (), ZERO))
        if invoice is None:
            self._since[item.name] = _Part(item, known.named, known.free + amount)
        else:
            self._since[item.name] = _Part(item, (*known.named, (invoice, amount)), known.free)

    def owed(self, invoice: str, day: date) -> Decimal:
        """Return what one of them owes at the end of a day, principal and interest."""
        line = next((i for i in self._claim(day).invoices if i.number == invoice), None)
        return line.outstanding + line.interest if line is not None else ZERO

    def give_back(self, item: Happened, refund: Refund) -> Decimal:
        """Let what is given back of a payment made before the judgments be owed again; return what of it merged invoices had taken."""
        parts = self._before()
        walked = self._walk(parts, self.first - ONE_DAY)
        paid = next(part for part in parts if part.item.name == refund.of)
        taken = [each for each in walked.extinguished if refund.of in (each.entry, each.of)]
        left = refund.amount - min(paid.amount - sum((each.amount for each in taken), ZERO), refund.amount)
        staying, merged = self.numbers(refund.on), ZERO
        for each in reversed([each for each in taken if each.amount > 0]):
            back = min(left, each.amount)
            left -= back
            if each.invoice in staying and back > 0:
                self.add(item, back)
            else:
                merged += back
        return merged

    def claim(self, left: Iterable[Piece]) -> Claim | None:
        """Return the claim on them, with what the judgments could not take; none where there are no such invoices."""
        if not self.numbers(self.as_of):
            return None
        for piece in left:
            self.add(piece.item, piece.amount)
        return self._claim(self.as_of)

    # -- from judgment to judgment -----------------------------------------------------------------

    def _claim(self, day: date) -> Claim:
        parts = self._before()
        ends = sorted({each.first for each in self.standing if each.first <= day})
        for end, following in zip(ends, [*ends[1:], None], strict=True):
            parts = list(self._carried(parts, self._walk(parts, end - ONE_DAY), end))
            parts += [
                part
                for part in self._since.values()
                if part.item.entry.on >= end and (following is None or part.item.entry.on < following)
            ]
        return self._walk(parts, day)

    def _before(self) -> list[_Part]:
        """Return what came in and was given back before the first judgment, whole."""
        found = []
        for item, entry in movements(self.timeline.until(self.as_of)):
            if entry.on < self.first:
                number = getattr(entry, "invoice", None)
                found.append(_Part(item, ((number, entry.amount),) if number else (), ZERO if number else entry.amount))
        return found

    def _walk(self, parts: Sequence[_Part], day: date) -> Claim:
        """Return the claim of a day on the invoices not merged by then, later ones waiting."""
        case, merged = self.timeline.case, self._merged(day)
        demand = case.demand.model_copy(update={"notice_cost": None}) if case.demand is not None else None
        invoices = tuple(invoice for invoice in case.invoices if invoice.number not in merged)
        entries = [item for item in self.timeline.entries if not isinstance(item.entry, MOVEMENTS)]
        entries += [Happened(_entry(part), part.item.origin) for part in _answered(parts) if part.amount > 0]
        entries.sort(key=lambda item: item.entry.on)
        return compute_claim(
            Timeline(case.model_copy(update={"invoices": invoices, "demand": demand}), tuple(entries)), self.law, day
        )

    def _carried(self, parts: Sequence[_Part], walked: Claim, end: date) -> Iterable[_Part]:
        """Yield what of each entry went to invoices that stay after a judgment, and what no invoice has taken yet."""
        staying = self.numbers(end)
        for part in parts:
            taken = [each for each in walked.extinguished if each.entry == part.item.name]
            untaken = part.amount - abs(sum((each.amount for each in taken), ZERO))
            if isinstance(part.item.entry, (CreditNote, TaxDeducted)):
                yield _Part(part.item, tuple(pair for pair in part.named if pair[0] in staying), ZERO)
            else:
                yield _Part(part.item, _sums(taken, staying), untaken)

    def _merged(self, day: date) -> frozenset[str]:
        return frozenset(number for each in self.standing if each.first <= day for number in each.invoices)


def _sums(taken: Sequence[Extinguished], staying: frozenset[str]) -> tuple[tuple[str, Decimal], ...]:
    sums: dict[str, Decimal] = {}
    for each in taken:
        if each.invoice in staying:
            sums[each.invoice] = sums.get(each.invoice, ZERO) + abs(each.amount)
    return tuple(sums.items())


def _answered(parts: Sequence[_Part]) -> Iterable[_Part]:
    """Yield the parts, a refund at most as large as the payment it gives back."""
    paid = {part.item.name: part.amount for part in parts if not isinstance(part.item.entry, Refund)}
    for part in parts:
        if isinstance(part.item.entry, Refund):
            amount = min(part.amount, paid.get(part.item.entry.of, ZERO))
            paid[part.item.entry.of] = paid.get(part.item.entry.of, ZERO) - amount
            yield _Part(part.item, (), amount)
        else:
            yield part


def _entry(part: _Part) -> EntryBase:
    """Return the entry with the amount that goes here; where parts are named it is directed, as the debtor may."""
    entry = part.item.entry
    if isinstance(entry, (CreditNote, TaxDeducted, Refund)):
        return entry.model_copy(update={"amount": part.amount})
    towards = tuple(Towards(invoice=number, amount=amount) for number, amount in part.named)
    if isinstance(entry, Payment):
        if part.amount == entry.amount and not part.named:
            return entry
    elif not towards:
        return entry.model_copy(update={"amount": part.amount})
    return Placed(
        kind="payment", id=entry.id, on=entry.on, amount=part.amount, towards=towards, chosen_by="debtor"
    )  # fmt: skip
