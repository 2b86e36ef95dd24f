"""From a timeline and the law to the claim of a day."""

from datetime import date
from decimal import Decimal

from lawkit.claim.account import Account
from lawkit.claim.appropriation import directed, groups, shares
from lawkit.claim.debt import Debt
from lawkit.claim.model import ZERO, Claim, Extinguished, FixedSum, InvoiceClaim, Part
from lawkit.claim.opening import open_debt
from lawkit.claim.receipts import PaidTooMuch, receipts, too_much, within_a_debt
from lawkit.claim.reliance import Reliance
from lawkit.dates import ONE_DAY
from lawkit.errors import RateMissing, RuleNotInForce
from lawkit.facts.conditions import answer_all
from lawkit.facts.entries import CreditNote, Payment, Recovery, TaxDeducted
from lawkit.facts.subject import YES, Subject
from lawkit.facts.timeline import Happened, Timeline
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.model import AmountRule, AmountValue, AppropriationRule
from lawkit.messages import say
from lawkit.money import round_half_up

__all__ = ["PaidTooMuch", "compute_claim", "next_day_interest"]


def compute_claim(timeline: Timeline, law: Jurisdiction, as_of: date) -> Claim:
    """Return what is owed on the invoices at the end of `as_of`; entries after that day are not looked at.

    Raise RateMissing, RuleNotInForce, FactMissing or PaidTooMuch naming what is wrong.
    """
    return _Computation(timeline.until(as_of), law.with_elections(timeline.case.elections), as_of).claim()


class _Computation:
    """One walk through a matter's days. Everything it finds on the way is kept for the claim."""

    def __init__(self, timeline: Timeline, law: Jurisdiction, as_of: date) -> None:
        self.timeline, self.law, self.as_of = timeline, law, as_of
        self.roles = law.pack.roles
        self.currency = law.pack.currency
        self.reliance = Reliance(law)
        self.extinguished: list[Extinguished] = []
        self.across = law.rule(self.roles.appropriation, AppropriationRule).across
        self.within = within_a_debt(law, self.roles.appropriation)

    # -- the walk --------------------------------------------------------------------------------

    def claim(self) -> Claim:
        self.debts = [
            open_debt(Subject(self.timeline, self.law, self.as_of, invoice), self.reliance)
            for invoice in self.timeline.case.invoices
            if invoice.dated <= self.as_of
        ]
        self.by_number = {debt.number: debt for debt in self.debts}
        self.by_day = sorted(self.debts, key=lambda debt: debt.payable_on)
        for item, entry, amount in receipts(self.timeline):
            if isinstance(entry, (Payment, Recovery)):
                self._pay(item, entry, amount)
            else:
                self._lower(item, entry, amount)
        for debt in self.debts:
            debt.earn(self.as_of, debt.last_day_counted)
            if debt.account is not None:
                self.reliance.rates(debt.account)
        self._fix_sums(self.as_of)
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

    def _pay(self, item: Happened, payment: Payment | Recovery, amount: Decimal) -> None:
        """Apply a payment to the debts in the order of the rule; what was recovered by a measure has no direction."""
        self.reliance.use(self.roles.appropriation, payment.on)
        left = amount
        if isinstance(payment, Payment):
            for debt, most in directed(payment, self.debts):
                step = "debtor_direction" if payment.chosen_by == "debtor" else "creditor_choice"
                if step in self.across:
                    left -= self._extinguish(item, payment, debt, min(left, most) if most is not None else left)
        for group in groups(self.by_day, self.across, payment.on):
            if left <= 0:
                break
            for debt in group:
                debt.earn(payment.on, debt.last_day_counted)
            for debt, share in shares(left, [d for d in group if d.owed > 0] or group):
                left -= self._extinguish(item, payment, debt, share)
        if left > 0 and "fixed_sum" in self.within:
            left -= self._pay_fixed(item, payment, left)
        if left > 0:
            raise too_much(item, payment, amount, left, say("everything owed on that day"), self.currency)

    def _extinguish(self, item: Happened, payment: Payment | Recovery, debt: Debt, most: Decimal) -> Decimal:
        """Apply up to `most` of a payment to one debt, part by part; return what was applied."""
        debt.earn(payment.on, debt.last_day_counted)
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
                    debt.reduce(here, payment.on)
                    debt.paid += here
            if here > 0:
                self._record(item, payment, debt, "interest" if part == "interest" else "principal", here)
                applied += here
        return applied

    def _pay_fixed(self, item: Happened, payment: Payment | Recovery, left: Decimal) -> Decimal:
        """Apply what is left of a payment to fixed sums, oldest debt first; return what was applied."""
        self._fix_sums(payment.on)
        applied = ZERO
        for debt in self.by_day:
            if debt.fixed is None:
                continue
            here = min(left - applied, debt.fixed.amount - debt.fixed_paid)
            if here > 0:
                debt.fixed_paid += here
                self._record(item, payment, debt, "fixed_sum", here)
                applied += here
        return applied

    def _lower(self, item: Happened, entry: CreditNote | TaxDeducted, amount: Decimal) -> None:
        """Lower one invoice's principal: a credit note from its own day, a deduction as a payment is."""
        debt = self.by_number.get(entry.invoice)
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
        else:
            debt.deducted += amount
        self._record(item, entry, debt, "principal", amount)

    def _record(
        self,
        item: Happened,
        entry: Payment | Recovery | CreditNote | TaxDeducted,
        debt: Debt,
        part: Part,
        amount: Decimal,
    ) -> None:
        kind = "payment" if isinstance(entry, Recovery) else entry.kind
        self.extinguished.append(
            Extinguished(item.name, kind, entry.on, debt.number, part, amount, self.roles.appropriation)
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

    def _line(self, debt: Debt) -> InvoiceClaim:
        account = debt.account
        overdue = debt.payable_on < self.as_of
        started = account is not None and debt.interest_from is not None and debt.interest_from <= self.as_of
        rate = None
        daily = ZERO
        going_on = debt.ends is None or debt.ends > self.as_of
        if account is not None and started and going_on and debt.principal_left > 0:
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
