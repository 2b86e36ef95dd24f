"""From a timeline and the law to the claim of a day."""

from bisect import insort
from collections import deque
from datetime import date
from decimal import Decimal

from lawkit.claim.account import Account
from lawkit.claim.appropriation import groups, shares
from lawkit.claim.debt import Debt
from lawkit.claim.directions import Directions
from lawkit.claim.model import ZERO, Claim, Extinguished, FixedSum, InvoiceClaim, Part
from lawkit.claim.opening import open_debt
from lawkit.claim.receipts import PaidTooMuch, Receipt, movements, refunds, too_much, within_a_debt
from lawkit.claim.reliance import Reliance
from lawkit.dates import ONE_DAY
from lawkit.errors import RateMissing, RuleNotInForce
from lawkit.facts.conditions import answer_all
from lawkit.facts.entries import CreditNote, Payment, Recovery, Refund, TaxDeducted
from lawkit.facts.subject import YES, Subject
from lawkit.facts.timeline import Happened, Timeline
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.model import AmountRule, AmountValue, AppropriationRule
from lawkit.messages import say
from lawkit.money import figures, round_half_up

__all__ = ["PaidTooMuch", "compute_claim", "next_day_interest"]


def compute_claim(timeline: Timeline, law: Jurisdiction, as_of: date) -> Claim:
    """Return what is owed on the invoices at the end of `as_of`; entries after that day are not looked at.

    Raise RateMissing, RuleNotInForce, FactMissing or PaidTooMuch naming what is wrong.
    """
    return _Computation(timeline, law.with_elections(timeline.case.elections), as_of).claim()


class Advance:
    """A payment, and what is left of it while the invoices it may go to are issued."""

    def __init__(self, item: Happened, entry: Payment | Recovery, left: Decimal) -> None:
        self.item, self.entry, self.left = item, entry, left
        self._to: dict[str, Decimal] = {}

    def take(self, invoice: str, amount: Decimal) -> None:
        """Let an invoice take a part."""
        self.left -= amount
        self._to[invoice] = self.to(invoice) + amount

    def to(self, invoice: str) -> Decimal:
        """Return what an invoice has taken."""
        return self._to.get(invoice, ZERO)


class _Computation:
    """One walk through a matter's days. Everything it finds on the way is kept for the claim."""

    def __init__(self, timeline: Timeline, law: Jurisdiction, as_of: date) -> None:
        self.whole, self.timeline = timeline, timeline.until(as_of)
        self.law, self.as_of = law, as_of
        self.roles = law.pack.roles
        self.currency = law.pack.currency
        self.reliance = Reliance(law)
        self.extinguished: list[Extinguished] = []
        rule = law.rule(self.roles.appropriation, AppropriationRule)
        self.across, self.directions = rule.across, Directions(rule)
        self.within = within_a_debt(law, self.roles.appropriation)
        self.by_number: dict[str, Debt] = {}  # the invoices issued by the day the walk has come to
        self.by_day: list[Debt] = []  # the same, by their day of payment
        self.advances: dict[str, Advance] = {}  # what no invoice has taken yet, by the payment's name

    # -- the walk --------------------------------------------------------------------------------

    def claim(self) -> Claim:
        self.debts = [
            open_debt(Subject(self.timeline, self.law, self.as_of, invoice), self.reliance)
            for invoice in self.timeline.case.invoices
            if invoice.dated <= self.as_of
        ]
        issued = deque(sorted(self.debts, key=lambda debt: debt.invoice.dated))
        for item, entry in movements(self.timeline):
            self._issue(issued, entry.on)
            if isinstance(entry, Refund):
                self._give_back(item, entry)
            elif isinstance(entry, (Payment, Recovery)):
                self._pay(Advance(item, entry, entry.amount), entry.on)
            else:
                self._lower(item, entry, entry.amount)
        self._issue(issued, self.as_of)
        self._refuse_what_nothing_takes()
        for debt in self.debts:
            debt.earn(self.as_of, debt.last_day_counted)
            if debt.account is not None:
                self.reliance.rates(debt.account)
        self._fix_sums(self.as_of)
        self.directions.remarks(self.reliance, self.roles.appropriation, self.as_of)
        self._credited_whole()
        invoices = tuple(self._line(debt) for debt in self.debts)
        counted = all(debt.last_day_counted for debt in self.debts if debt.account)
        demand = self.timeline.case.demand
        return Claim(
            matter=self.timeline.case.matter,
            jurisdiction=self.law.pack.code,
            currency=self.currency,
            as_of=self.as_of,
            invoices=invoices,
            extinguished=tuple(self.extinguished),
            fixed_sums=tuple(fixed for debt in self.debts if (fixed := debt.fixed_sum) is not None),
            notice_cost=(demand.notice_cost if demand and demand.notice_cost else ZERO),
            daily=sum((line.daily for line in invoices), ZERO),
            further_from=self.as_of + ONE_DAY if counted else self.as_of,
            remarks=self.reliance.remarks,
            relied_on=self.reliance.used,
        )

    def _issue(self, issued: deque[Debt], day: date) -> None:
        """Let in the invoices issued by a day, in order; each may take what was paid in advance."""
        while issued and issued[0].invoice.dated <= day:
            on = issued[0].invoice.dated
            while issued and issued[0].invoice.dated == on:
                debt = issued.popleft()
                self.by_number[debt.number] = debt
                insort(self.by_day, debt, key=lambda each: each.payable_on)
            for advance in list(self.advances.values()):
                self._pay(advance, on)

    def _pay(self, advance: "Advance", day: date) -> None:
        """Apply what is left of a payment on a day, in the order of the rule, and keep what no invoice of that day takes.

        What was recovered by a measure has no direction; what was paid for an invoice still to come waits for it.
        """
        payment = advance.entry
        self.reliance.use(self.roles.appropriation, payment.on)
        waiting = ZERO
        if isinstance(payment, Payment) and not self.directions.heard(payment):
            self.directions.ignored(advance.item.name, payment)
        elif isinstance(payment, Payment):
            for part in payment.towards:
                most = (
                    advance.left if part.amount is None else min(part.amount - advance.to(part.invoice), advance.left)
                )
                debt = self.by_number.get(part.invoice)
                if debt is None:
                    waiting += most
                else:
                    if self._extinguish(advance, debt, most, day) > 0:
                        self.directions.applied(advance.item.name, payment, debt, self.by_day, day)
        free = advance.left - min(waiting, advance.left)
        for group in groups(self.by_day, self.across, day):
            if free <= 0:
                break
            for debt in group:
                debt.earn(day, debt.last_day_counted)
            for debt, share in shares(free, [d for d in group if d.owed > 0] or group):
                free -= self._extinguish(advance, debt, share, day)
        if free > 0 and "fixed_sum" in self.within:
            self._pay_fixed(advance, free, day)
        if advance.left > 0:
            self.advances[advance.item.name] = advance
        else:
            self.advances.pop(advance.item.name, None)

    def _extinguish(self, advance: "Advance", debt: Debt, most: Decimal, day: date) -> Decimal:
        """Apply up to `most` of a payment to one debt, part by part; return what was applied."""
        debt.earn(day, debt.last_day_counted)
        applied = ZERO
        for part in self.within:
            here = ZERO
            if part == "interest" and debt.account is not None:
                here = min(most - applied, debt.interest)
                if here > 0:
                    debt.account.pay_interest(here)
            elif part == "principal":
                here = min(most - applied, debt.principal_left)
                if here > 0:
                    debt.reduce(here, day)
                    debt.paid += here
            if here > 0:
                self._record(advance.item, advance.entry, debt, "interest" if part == "interest" else "principal", here)
                applied += here
        advance.take(debt.number, applied)
        return applied

    def _pay_fixed(self, advance: "Advance", most: Decimal, day: date) -> None:
        """Apply what is left of a payment to fixed sums, oldest debt first."""
        self._fix_sums(day)
        for debt in self.by_day:
            if debt.fixed is None:
                continue
            here = min(most, debt.fixed.amount - debt.fixed_paid)
            if here > 0:
                debt.fixed_paid += here
                self._record(advance.item, advance.entry, debt, "fixed_sum", here)
                advance.take(debt.number, here)
                most -= here

    def _give_back(self, item: Happened, refund: Refund) -> None:
        """Let what is given back of a payment be owed again from that day: what nothing took first, then the part applied last."""
        left = refund.amount
        advance = self.advances.get(refund.of)
        if advance is not None:
            untaken = min(left, advance.left)
            advance.left -= untaken
            left -= untaken
            if advance.left <= 0:
                del self.advances[refund.of]
        taken: dict[tuple[str, Part], Decimal] = {}
        for each in self.extinguished:
            if each.of == refund.of or each.entry == refund.of:
                key = (each.invoice, each.part)
                taken[key] = taken.get(key, ZERO) + each.amount
        for (invoice, part), amount in reversed(taken.items()):
            back = min(left, amount)
            if back > 0:
                self.by_number[invoice].restore(part, back, refund.on)
                self._record(item, refund, self.by_number[invoice], part, -back)
                left -= back

    def _refuse_what_nothing_takes(self) -> None:
        """Raise PaidTooMuch for a payment larger than all that was owed, unless an invoice or a refund is still to come."""
        later = any(invoice.dated > self.as_of for invoice in self.whole.case.invoices)
        given_back = refunds(self.whole)
        for name, advance in self.advances.items():
            if later:
                left = figures(advance.left, self.currency)
                text = say("{entry}: {amount} is held for invoices still to come", entry=name, amount=left)
                self.reliance.remark("held_in_advance", "note", text, self.roles.appropriation)
            elif advance.left > given_back.get(name, ZERO):
                every = say("everything owed on that day")
                raise too_much(advance.item, advance.entry, advance.entry.amount, advance.left, every, self.currency)

    def _lower(self, item: Happened, entry: CreditNote | TaxDeducted, amount: Decimal) -> None:
        """Lower one invoice's principal: a credit note from its own day, a deduction as a payment is."""
        debt = next((each for each in self.debts if each.number == entry.invoice), None)
        if debt is None:
            return
        credit = isinstance(entry, CreditNote)
        debt.earn(entry.on, not credit and debt.last_day_counted)
        if amount > debt.principal_left:
            left = say("what is left of invoice {number}", number=entry.invoice)
            raise too_much(item, entry, amount, amount - debt.principal_left, left, self.currency)
        debt.reduce(amount, entry.on)
        if credit:
            debt.credited += amount
            debt.credited_late |= entry.on > debt.payable_on
        else:
            debt.deducted += amount
        self._record(item, entry, debt, "principal", amount)

    def _record(self, item: Happened, entry: Receipt | Refund, debt: Debt, part: Part, amount: Decimal) -> None:
        kind = "payment" if isinstance(entry, Recovery) else entry.kind
        of = entry.of if isinstance(entry, Refund) else ""
        self.extinguished.append(
            Extinguished(item.name, kind, entry.on, debt.number, part, amount, self.roles.appropriation, of)
        )

    def _fix_sums(self, day: date) -> None:
        """Give each invoice overdue on `day` its fixed sum; an invoice settled by its due day never bears one."""
        for name in self.roles.fixed_sums:
            rule = self.law.rule(name, AmountRule)
            for debt in self.debts:
                if debt.fixed is not None or debt.payable_on >= day or not debt.was_late:
                    continue
                if answer_all(rule.applies_if, Subject(self.timeline, self.law, day, debt.invoice)) != YES:
                    continue
                try:
                    value = self.law.value_on(name, debt.payable_on)
                except RuleNotInForce:
                    continue
                assert isinstance(value, AmountValue) and value.value is not None
                debt.fixed = FixedSum(name, debt.number, value.value)
                self.reliance.use(name, debt.payable_on)

    # -- what is kept for the reader ---------------------------------------------------------------

    def _credited_whole(self) -> None:
        """Say which invoices a credit note cancelled after they were due: what they bore until then stays in the claim."""
        whole = [debt for debt in self.debts if debt.credited_late and debt.credited >= debt.invoice.total]
        bearing = [debt for debt in whole if debt.interest > 0 or (debt.fixed_sum and debt.fixed_sum.outstanding > 0)]
        if bearing:
            sums = sum(
                (debt.interest + (debt.fixed_sum.outstanding if debt.fixed_sum else ZERO) for debt in bearing), ZERO
            )
            self.reliance.remark(
                "credited_in_full", "warn",
                say("credited in full after the day of payment: {numbers}; the interest to the credit note and the fixed sum, {sum}, stay "
                    "in the claim: verify that the invoice was owed until then", numbers=", ".join(debt.number for debt in bearing),
                    sum=figures(sums, self.currency)), self.roles.appropriation,
            )  # fmt: skip

    def _line(self, debt: Debt) -> InvoiceClaim:
        account = debt.account
        overdue = debt.payable_on < self.as_of
        next_day = self.as_of + ONE_DAY if debt.last_day_counted else self.as_of
        started = account is not None and debt.interest_from is not None and debt.interest_from <= next_day
        rate = None
        daily = ZERO
        going_on = debt.ends is None or debt.ends > self.as_of
        if account is not None and started and going_on and account.base > 0:
            daily, rate = next_day_interest(account, debt.last_day_counted, self.as_of, self.reliance)
        return InvoiceClaim(
            number=debt.number, dated=debt.invoice.dated, supplied=debt.invoice.delivered, payable_on=debt.payable_on,
            payable_chain=debt.payable.chain, total=debt.invoice.total, paid_principal=debt.paid,
            credited=debt.credited, deducted=debt.deducted, outstanding=debt.principal_left, overdue=overdue,
            interest_rule=debt.rule, interest_from=debt.interest_from,
            interest_accrued=account.printed if account else ZERO,
            interest_paid=account.interest_paid if account else ZERO,
            daily=daily, rate=rate, segments=tuple(account.segments) if account else (),
        )  # fmt: skip


def next_day_interest(account: Account, counted: bool, as_of: date, reliance: Reliance) -> tuple[Decimal, Decimal]:
    """Return the interest of the next day, rounded, and its rate; beyond the last published rate, that of `as_of`."""
    day = as_of + ONE_DAY if counted else as_of
    try:
        return round_half_up(account.daily(day)), account.plan.on(day).rate
    except RateMissing:
        reliance.remark(
            "daily_at_last_rate", "warn",
            say("the daily amount after {day} is at the rate of that day; the next is not published", day=as_of),
            account.rule,
        )  # fmt: skip
        return round_half_up(account.daily(as_of)), account.plan.on(as_of).rate
