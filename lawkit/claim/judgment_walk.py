"""The days since a judgment, walked through: what its heads bear, what came in, was given back and was spent.

Payments made before it are in its heads already and are not reopened. What comes in from its day on, that day included, is
applied in the order of the pack's rule for after judgment: a judgment rests on what was before the court at the hearing, and
what was paid must not be asked for twice. What it cannot take is kept for the debts that come next.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from lawkit.claim.account import Account
from lawkit.claim.barred import claimable_from
from lawkit.claim.compute import next_day_interest
from lawkit.claim.judgment_model import HeadClaim, JudgmentDebt, head_name
from lawkit.claim.methods import open_account
from lawkit.claim.model import ZERO, Extinguished, Part, Segment
from lawkit.claim.opening import end_of_interest, over_ceiling
from lawkit.claim.receipts import within_a_debt
from lawkit.claim.reliance import Reliance
from lawkit.claim.standing import Standing
from lawkit.dates import ONE_DAY
from lawkit.facts.conditions import answer
from lawkit.facts.days import choose, resolve
from lawkit.facts.entries import CostIncurred, CreditNote, Payment, Recovery, Refund
from lawkit.facts.subject import YES, Subject
from lawkit.facts.timeline import Happened, Timeline
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.model import InterestRule
from lawkit.messages import say

# To which part of the rule of appropriation each head belongs.
PARTS: dict[str, Part] = {"principal": "principal", "indemnity": "principal", "interest": "interest", "costs": "costs"}


class Piece(NamedTuple):
    """What of an entry goes to one debt: of money that came in, or was given back, the part; of a cost the whole."""

    item: Happened
    amount: Decimal


@dataclass
class _Line:
    """One head while the days are walked through: what is left of it, and the account of its interest."""

    head: str
    title: str
    amount: Decimal
    left: Decimal
    account: Account | None = None
    rule: str | None = None
    interest_from: date | None = None
    counted: bool = True
    ends: date | None = None
    adjudged: Decimal = ZERO
    barred: Decimal = ZERO
    working: tuple[Segment, ...] = ()
    entry: str = ""

    @property
    def part(self) -> Part:
        return PARTS[self.head]

    @property
    def label(self) -> str:
        return self.title or head_name(self.head)

    @property
    def interest(self) -> Decimal:
        return self.account.interest if self.account else ZERO

    def earn(self, day: date) -> None:
        if self.account is None:
            return
        end = day + ONE_DAY if self.counted else day
        if self.ends is not None:
            end = min(end, self.ends)
        if end > self.account.cursor:
            self.account.earn_to(end)

    def reduce(self, amount: Decimal) -> None:
        self.left -= amount
        if self.account is not None:
            self.account.reduce_principal(amount)

    def restore(self, amount: Decimal, *, earned: bool) -> None:
        """Let what was paid of the head, or of interest it earned, be owed again."""
        if not earned:
            self.reduce(-amount)
        elif self.account is not None:
            self.account.interest_paid -= amount


class _Taken(NamedTuple):
    """What of a payment one head took, of itself or of the interest it had earned."""

    entry: str
    line: _Line
    earned: bool
    part: Part
    amount: Decimal


class Walk:
    """One walk through the days since a judgment; `over` is what it could not take, in the order it came."""

    def __init__(
        self, timeline: Timeline, law: Jurisdiction, as_of: date, standing: Standing, pieces: Sequence[Piece]
    ) -> None:
        self.timeline, self.law, self.as_of = timeline, law, as_of
        self.standing, self.item, self.judgment = standing, standing.item, standing.judgment
        self.pieces = pieces
        self.reliance = Reliance(law)
        self.rule = law.pack.roles.appropriation_after_judgment or ""
        self.within = within_a_debt(law, self.rule)
        self.extinguished: list[Extinguished] = []
        self.over: list[Piece] = []
        self._taken: list[_Taken] = []
        self._untaken: dict[str, Decimal] = {}

    def debt(self) -> JudgmentDebt:
        """Return what is owed under the judgment at the end of the day."""
        self.lines = [*self._pendente_lite(), *self._heads()]
        limit = claimable_from(self._subject(None), guarantors=self.standing.guarantors_only)
        barred_before = limit[0] if limit is not None else None
        for day, piece in self._events(barred_before):
            if piece is None:
                self._mark(day, barred_before)
            elif isinstance(piece.item.entry, CostIncurred):
                title, cost = self._cost_title(piece.item.entry), piece.amount
                self.lines.append(_Line("costs", title, cost, cost, entry=piece.item.name))
            elif isinstance(piece.item.entry, Refund):
                self._give_back(piece, piece.item.entry)
            else:
                self._apply(piece)
        for line in self.lines:
            line.earn(self.as_of)
            if line.account is not None:
                self.reliance.rates(line.account)
        lines = tuple(self._claimed(line) for line in self.lines)
        barred = sum((line.barred for line in lines), ZERO)
        self._remarks(limit, barred)
        judgment = self.judgment
        return JudgmentDebt(
            matter=self.timeline.case.matter, jurisdiction=self.law.pack.code, currency=self.law.pack.currency,
            as_of=self.as_of, judgment=self.item.name, decision=judgment.decision, court=judgment.court,
            number=judgment.number, judgment_on=judgment.on, invoices=self._merged(), against=self.standing.against,
            heads=lines, extinguished=tuple(self.extinguished), barred_before=barred_before if barred > 0 else None,
            daily=sum((line.daily for line in lines), ZERO), further_from=self.as_of + ONE_DAY,
            remarks=self.reliance.remarks, relied_on=self.reliance.used,
        )  # fmt: skip

    def _merged(self) -> tuple[str, ...]:
        return tuple(i.number for i in self.timeline.case.invoices if i.number in self.standing.invoices)

    # -- the heads ---------------------------------------------------------------------------------

    def _subject(self, head: str | None) -> Subject:
        return Subject(self.timeline, self.law, self.as_of, entry=self.item, head=head)

    def _pendente_lite(self) -> Iterator[_Line]:
        """Interest from the suit to the judgment, where the judgment gives its rate and not its sum."""
        name = self.law.pack.roles.pendente_lite_interest
        if name is None or self.judgment.pendente_lite_rate is None:
            return
        principal = sum((h.amount for h in self.judgment.heads if h.head == "principal"), ZERO)
        title = self.law.rule(name, InterestRule).title
        line = _Line("interest", title.get(self.law.pack.languages[0]) or next(iter(title.values())), ZERO, ZERO)
        self._bear(line, name, principal, self._subject("principal"), told=False)
        line.earn(self.judgment.on)
        assert line.account is not None
        self.reliance.rates(line.account)
        line.amount = line.left = line.account.printed
        line.working, line.account = tuple(line.account.segments), None  # it stands as a head, and bears nothing itself
        yield line

    def _heads(self) -> Iterator[_Line]:
        role = self.law.pack.roles.judgment_interest
        assert role is not None
        self.reliance.use(self.rule, self.judgment.on)
        for head in self.judgment.heads:
            line = _Line(head.head, head.title or "", head.amount, head.amount)
            subject = self._subject(head.head)
            branch, _ = choose(role, subject)
            self.reliance.use(role, self.judgment.on, subject, branch)
            if branch is not None and branch.rule is not None:
                self._bear(line, branch.rule, head.amount, subject)
            elif head.head == "principal":
                self.reliance.remark(
                    "no_interest_after_judgment", "note",
                    say("no further interest is counted: {rule} gives none for this judgment", rule=role), role,
                )  # fmt: skip
            yield line

    def _bear(self, line: _Line, name: str, base: Decimal, subject: Subject, *, told: bool = True) -> None:
        """Give a head the account of its interest; `told: False` where its end is the judgment itself and needs no remark."""
        interest = self.law.rule(name, InterestRule)
        start = resolve(interest.starts, subject, name)
        first = start.day if interest.first_day == "counted" else start.day + ONE_DAY
        line.account = open_account(line.label, name, base, start.day, first, subject)
        line.rule, line.interest_from = name, first
        line.counted = interest.last_day == "counted"
        line.ends = end_of_interest(name, interest, subject, self.reliance if told else Reliance(self.law))
        self.reliance.use(name, start.day, subject)
        self.reliance.use(interest.rounding, self.as_of)
        plan = line.account.plan
        if plan.raised_by and plan.raised_from is None:
            self.reliance.remark(
                "increase_not_counted", "note",
                say("{rule}: the increase by {points} points is not counted, as the day it counts from is not entered", rule=name,
                    points=plan.raised_by.normalize()), name,
            )  # fmt: skip
        if plan.contract_rate is not None:
            over_ceiling(name, interest, plan.contract_rate, subject, self.reliance)

    # -- the walk ----------------------------------------------------------------------------------

    def _events(self, limit: date | None) -> Iterator[tuple[date, Piece | None]]:
        """Yield by day what happened: costs, then what came in, then what was given back; nothing stands for the days between which interest is barred."""
        events: list[tuple[date, int, Piece | None]] = [
            (piece.item.entry.on, 2 if isinstance(piece.item.entry, CostIncurred) else 3 + _given_back(piece), piece)
            for piece in self.pieces
        ]
        if limit is not None:
            events += [(self.judgment.on, 0, None), (limit, 1, None)]
        for day, _, piece in sorted(events, key=lambda event: event[:2]):
            yield day, piece

    def _mark(self, day: date, limit: date | None) -> None:
        """Keep what was earned up to the judgment, which is adjudged, and from then to the first day that can still be claimed."""
        for line in self.lines:
            if line.account is None:
                continue
            if day == limit:
                line.earn(day - ONE_DAY)
                line.barred = line.account.printed - line.adjudged
            else:
                line.earn(day)
                line.adjudged = line.account.printed

    def _apply(self, piece: Piece) -> None:
        """Apply what came in to the parts of the debt in the rule's order; a deduction or credit note lowers principal.

        A credit note counts from its own day, as before the judgment.
        """
        receipt = piece.item.entry
        for line in self.lines:
            line.earn(receipt.on - ONE_DAY if isinstance(receipt, CreditNote) else receipt.on)
        self.reliance.use(self.rule, receipt.on)
        money = isinstance(receipt, (Payment, Recovery))
        left = piece.amount
        for part in self.within if money else ("principal",):
            if part == "interest":
                for line in self.lines:
                    left -= self._pay_earned(piece.item, line, left)
            for line in self.lines:
                left -= self._extinguish(piece.item, line, part, left)
        if left > 0:
            self.over.append(Piece(piece.item, left))
            self._untaken[piece.item.name] = left

    def _give_back(self, piece: Piece, refund: Refund) -> None:
        """Let what is given back of a payment be owed again from that day: what was not taken here first, then what was taken last."""
        for line in self.lines:
            line.earn(refund.on)
        untaken = min(piece.amount, self._untaken.get(refund.of, ZERO))
        if untaken > 0:
            self._untaken[refund.of] -= untaken
            self.over.append(Piece(piece.item, untaken))
        left = piece.amount - untaken
        for number in range(len(self._taken) - 1, -1, -1):
            taken = self._taken[number]
            back = min(left, taken.amount) if taken.entry == refund.of else ZERO
            if back <= 0:
                continue
            self._taken[number] = taken._replace(amount=taken.amount - back)
            taken.line.restore(back, earned=taken.earned)
            self.extinguished.append(
                Extinguished(piece.item.name, refund.kind, refund.on, taken.line.label, taken.part, -back, self.rule, refund.of)
            )  # fmt: skip
            left -= back

    def _pay_earned(self, item: Happened, line: _Line, most: Decimal) -> Decimal:
        """Extinguish interest earned on a head; that of every head comes before interest adjudged, which may itself bear."""
        earned = min(most, line.interest)
        if line.account is None or earned <= 0:
            return ZERO
        line.account.pay_interest(earned)
        self._record(item, line, "interest", earned, earned=True)
        return earned

    def _extinguish(self, item: Happened, line: _Line, part: str, most: Decimal) -> Decimal:
        if line.part != part or most <= 0 or line.left <= 0:
            return ZERO
        applied = min(most, line.left)
        line.reduce(applied)
        self._record(item, line, line.part, applied, earned=False)
        return applied

    def _record(self, item: Happened, line: _Line, part: Part, amount: Decimal, *, earned: bool) -> None:
        kind = str(getattr(item.entry, "kind", ""))
        self.extinguished.append(Extinguished(item.name, kind, item.entry.on, line.label, part, amount, self.rule))
        self._taken.append(_Taken(item.name, line, earned, part, amount))

    def _remarks(self, limit: tuple[date, str] | None, barred: Decimal) -> None:
        if self.standing.restates:
            self.reliance.remark(
                "payments_since_first_judgment", "warn",
                say("what was paid since the first judgment of {day} is applied to the last one; verify that it is not in its "
                    "heads already", day=self.standing.first),
            )  # fmt: skip
        if limit is not None and barred > 0:
            day, rule = limit
            self.reliance.use(rule, self.judgment.on)
            self.reliance.remark(
                "interest_barred", "warn",
                say("interest earned from the judgment to the day before {day} is barred by time and left out: {amount} ({rule})",
                    day=day, amount=barred, rule=rule), rule,
            )  # fmt: skip
        same_day = [p.item.name for p in self.pieces if p.item.entry.on == self.judgment.on and _came_in(p)]
        if same_day:
            self.reliance.remark(
                "paid_on_the_day", "warn",
                say("{entries}: of the day of the judgment itself, and applied to it; verify that its heads are not lowered by that "
                    "already, and if they are, enter them as they stood before it", entries=", ".join(same_day)),
            )  # fmt: skip
        if self.judgment.capitalisation_from is not None and answer("debtor_is_consumer", self._subject(None)) == YES:
            self.reliance.remark(
                "capitalisation_consumer", "warn",
                say("interest is added to the sum as the judgment says; never so for consumer credit: verify"),
            )  # fmt: skip

    # -- what is kept for the reader ---------------------------------------------------------------

    def _cost_title(self, cost: CostIncurred) -> str:
        return say("cost since the judgment: {nature}, {day}", nature=cost.nature, day=cost.on)

    def _claimed(self, line: _Line) -> HeadClaim:
        account = line.account
        daily, rate = ZERO, None
        going_on = line.ends is None or line.ends > self.as_of
        started = line.interest_from is not None and line.interest_from <= self.as_of + ONE_DAY
        if account is not None and going_on and started and account.base > 0:  # interest added bears by itself
            daily, rate = next_day_interest(account, line.counted, self.as_of, self.reliance)
        earned = account.printed if account is not None else ZERO
        paid = account.interest_paid if account is not None else ZERO
        return HeadClaim(
            head=line.head, title=line.title, amount=line.amount, outstanding=line.left, interest_rule=line.rule,
            interest_from=line.interest_from, interest_accrued=earned, interest_paid=paid,
            barred=min(line.barred, max(line.adjudged + line.barred - paid, ZERO)), daily=daily, rate=rate,
            segments=tuple(account.segments) if account is not None else line.working,
            entry=line.entry,
        )  # fmt: skip


def _given_back(piece: Piece) -> bool:
    return isinstance(piece.item.entry, Refund)


def _came_in(piece: Piece) -> bool:
    return not isinstance(piece.item.entry, (CostIncurred, Refund))
