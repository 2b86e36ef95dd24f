"""What is owed under a judgment, a decree, an award or an order for payment: heads, interest, costs, what came in since.

From the day of a judgment the debt is what it says. Payments made before it are in its heads already and are not reopened;
what comes in later is applied in the order of the pack's rule for after judgment. Amounts are Decimal to the hundredth.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lawkit.claim.account import Account
from lawkit.claim.compute import next_day_interest
from lawkit.claim.judgment_model import HeadClaim, JudgmentDebt, head_name
from lawkit.claim.methods import open_account
from lawkit.claim.model import ZERO, Extinguished, Part, Segment
from lawkit.claim.opening import end_of_interest, over_ceiling
from lawkit.claim.receipts import Receipt, receipts, too_much, within_a_debt
from lawkit.claim.reliance import Reliance
from lawkit.dates import ONE_DAY
from lawkit.facts.conditions import answer
from lawkit.facts.days import choose, count_period, resolve
from lawkit.facts.entries import (
    Acknowledgment,
    CostIncurred,
    EnforcementAct,
    Judgment,
    MeasureApplied,
    Payment,
    Recovery,
    Served,
)
from lawkit.facts.subject import YES, Subject
from lawkit.facts.timeline import Happened, Timeline
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.model import InterestRule
from lawkit.law.periods import PeriodRule, PeriodValue
from lawkit.messages import say

# To which part of the rule of appropriation each head belongs.
PARTS: dict[str, Part] = {"principal": "principal", "indemnity": "principal", "interest": "interest", "costs": "costs"}


def judgment_of(timeline: Timeline, as_of: date) -> Happened | None:
    """Return the last judgment up to a day that orders a payment; None where none does, or the last one was lost."""
    decided = [item for item in timeline.until(as_of).entries if isinstance(item.entry, Judgment)]
    decided = [item for item in decided if item.entry.heads or item.entry.outcome == "lost"]  # type: ignore[attr-defined]
    if not decided or decided[-1].entry.outcome == "lost":  # type: ignore[attr-defined]
        return None
    return decided[-1]


def compute_judgment_debt(timeline: Timeline, law: Jurisdiction, as_of: date) -> JudgmentDebt | None:
    """Return what is owed under the judgment at the end of `as_of`; None before there is one that orders a payment.

    Raise FactMissing where a rate the judgment leaves to evidence is not entered, RateMissing, RuleNotInForce or PaidTooMuch.
    """
    item = judgment_of(timeline, as_of)
    if item is None or law.pack.roles.judgment_interest is None or law.pack.roles.appropriation_after_judgment is None:
        return None
    return _Walk(timeline.until(as_of), law.with_elections(timeline.case.elections), as_of, item).debt()


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
    barred: Decimal = ZERO
    working: tuple[Segment, ...] = ()

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


class _Walk:
    """One walk through the days since a judgment."""

    def __init__(self, timeline: Timeline, law: Jurisdiction, as_of: date, item: Happened) -> None:
        assert isinstance(item.entry, Judgment)
        self.timeline, self.law, self.as_of = timeline, law, as_of
        self.item, self.judgment = item, item.entry
        self.reliance = Reliance(law)
        self.rule = law.pack.roles.appropriation_after_judgment or ""
        self.within = within_a_debt(law, self.rule)
        self.extinguished: list[Extinguished] = []

    def debt(self) -> JudgmentDebt:
        self.lines = [*self._pendente_lite(), *self._heads()]
        barred_before = self._limit()
        for day, item, receipt, amount in self._events(barred_before):
            if receipt is None:
                self._on(day, barred_before)
            elif isinstance(receipt, CostIncurred):
                self.lines.append(_Line("costs", self._cost_title(receipt), receipt.amount, receipt.amount))
            else:
                self._apply(item, receipt, amount)
        for line in self.lines:
            line.earn(self.as_of)
            if line.account is not None:
                self.reliance.rates(line.account)
        lines = tuple(self._claimed(line) for line in self.lines)
        self._remarks(barred_before, lines)
        judgment = self.judgment
        return JudgmentDebt(
            matter=self.timeline.case.matter, jurisdiction=self.law.pack.code, currency=self.law.pack.currency,
            as_of=self.as_of, judgment=self.item.name, decision=judgment.decision, court=judgment.court,
            number=judgment.number, judgment_on=judgment.on, heads=lines, extinguished=tuple(self.extinguished),
            barred_before=barred_before if any(line.barred for line in lines) else None,
            daily=sum((line.daily for line in lines), ZERO), further_from=self.as_of + ONE_DAY,
            remarks=self.reliance.remarks, relied_on=self.reliance.used,
        )  # fmt: skip

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
        self.reliance.use(role, self.judgment.on)
        self.reliance.use(self.rule, self.judgment.on)
        for head in self.judgment.heads:
            line = _Line(head.head, head.title or "", head.amount, head.amount)
            subject = self._subject(head.head)
            branch, _ = choose(role, subject)
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
        self.reliance.use(name, start.day)
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

    def _since(self) -> list[Happened]:
        """Return what happened since the first judgment of this claim that ordered a payment."""
        entries = self.timeline.entries
        first = next(n for n, item in enumerate(entries) if isinstance(item.entry, Judgment) and item.entry.heads)
        if entries[first] is not self.item:
            self.reliance.remark(
                "payments_since_first_judgment", "warn",
                say("what was paid since the first judgment of {day} is applied to the last one; verify that it is not in its "
                    "heads already", day=entries[first].entry.on),
            )  # fmt: skip
        return list(entries[first + 1 :])

    def _events(self, limit: date | None) -> Iterator[tuple[date, Happened, Receipt | CostIncurred | None, Decimal]]:
        since = self._since()
        names = {item.name for item in since}
        events: list[tuple[date, int, Happened, Receipt | CostIncurred | None, Decimal]] = [
            (item.entry.on, 2, item, entry, amount)
            for item, entry, amount in receipts(self.timeline)
            if item.name in names
        ]
        events += [
            (item.entry.on, 1, item, item.entry, item.entry.amount)
            for item in since
            if isinstance(item.entry, CostIncurred) and item.entry.recoverable
        ]
        if limit is not None:
            events.append((limit, 0, self.item, None, ZERO))
        for day, _, item, what, amount in sorted(events, key=lambda event: event[:2]):
            yield day, item, what, amount

    def _on(self, day: date, limit: date | None) -> None:
        """Stop at the first day of interest that can still be claimed, and keep what was earned before it."""
        assert limit == day
        for line in self.lines:
            if line.account is not None:
                line.earn(day - ONE_DAY)
                line.barred = line.account.printed

    def _apply(self, item: Happened, receipt: Receipt, amount: Decimal) -> None:
        """Apply what came in to the parts of the debt in the rule's order; a deduction or credit note lowers principal."""
        for line in self.lines:
            line.earn(receipt.on)
        self.reliance.use(self.rule, receipt.on)
        money = isinstance(receipt, (Payment, Recovery))
        left = amount
        for part in self.within if money else ("principal",):
            for line in self.lines:
                left -= self._extinguish(item, receipt, line, part, left)
        if left > 0:
            raise too_much(
                item,
                receipt,
                amount,
                left,
                say("everything owed under the judgment on that day"),
                self.law.pack.currency,
            )

    def _extinguish(self, item: Happened, receipt: Receipt, line: _Line, part: str, most: Decimal) -> Decimal:
        applied = ZERO
        if line.part == part and most > 0 and line.left > 0:
            applied = min(most, line.left)
            line.reduce(applied)
            self._record(item, receipt, line, line.part, applied)
        if part == "interest" and line.account is not None and most - applied > 0 and line.interest > 0:
            earned = min(most - applied, line.interest)
            line.account.pay_interest(earned)
            self._record(item, receipt, line, "interest", earned)
            applied += earned
        return applied

    def _record(self, item: Happened, receipt: Receipt, line: _Line, part: Part, amount: Decimal) -> None:
        self.extinguished.append(Extinguished(item.name, receipt.kind, receipt.on, line.label, part, amount, self.rule))

    # -- interest that is barred by time -------------------------------------------------------------

    def _limit(self) -> date | None:
        """Return the first day whose interest can still be claimed: each act of enforcement keeps the years before it.

        Walked back from `as_of`: an act inside the years counted so far carries them back from its own day.
        """
        role = self.law.pack.roles.judgment_interest_limit
        if role is None:
            return None
        branch, _ = choose(role, self._subject(None))
        if branch is None or branch.rule is None:
            return None
        rule = self.law.rule(branch.rule, PeriodRule)
        value = self.law.value_on(branch.rule, self.judgment.on)
        assert isinstance(value, PeriodValue) and value.value is not None

        def before(day: date) -> date:
            assert isinstance(value, PeriodValue) and value.value is not None
            return count_period(day, value.value, rule.unit, "backward", "exclude_first_day")

        limit = before(self.as_of)
        for act in sorted((item.entry.on for item in self.timeline.entries if _interrupts(item)), reverse=True):
            if act < limit:
                break
            limit = min(limit, before(act))
        self.limit_rule = branch.rule
        return limit

    def _remarks(self, limit: date | None, lines: tuple[HeadClaim, ...]) -> None:
        barred = sum((line.barred for line in lines), ZERO)
        if limit is not None and barred > 0:
            self.reliance.use(self.limit_rule, self.judgment.on)
            self.reliance.remark(
                "interest_barred", "warn",
                say("interest earned before {day} is barred by time and left out: {amount} ({rule})", day=limit, amount=barred,
                    rule=self.limit_rule), self.limit_rule,
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
        if account is not None and going_on and started and line.left > 0:
            daily, rate = next_day_interest(account, line.counted, self.as_of, self.reliance)
        earned = account.printed if account is not None else ZERO
        paid = account.interest_paid if account is not None else ZERO
        return HeadClaim(
            head=line.head, title=line.title, amount=line.amount, outstanding=line.left, interest_rule=line.rule,
            interest_from=line.interest_from, interest_accrued=earned, interest_paid=paid,
            barred=max(line.barred - paid, ZERO), daily=daily, rate=rate,
            segments=tuple(account.segments) if account is not None else line.working,
        )  # fmt: skip


def _interrupts(item: Happened) -> bool:
    """Whether an entry is an act of enforcement or an acknowledgment, which interrupt (C. civ. art. 2240 and 2244)."""
    entry = item.entry
    if isinstance(entry, Served):
        return entry.act in ("command_to_pay", "notice_of_seizure")
    return isinstance(entry, (EnforcementAct, MeasureApplied, Acknowledgment))
