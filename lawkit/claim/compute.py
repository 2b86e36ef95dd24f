"""From a timeline and the law to the claim of a day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lawkit.claim.account import Account
from lawkit.claim.appropriation import directed, groups, shares
from lawkit.claim.methods import open_account
from lawkit.claim.model import ZERO, Claim, Extinguished, FixedSum, InvoiceClaim, Part
from lawkit.claim.reliance import Reliance
from lawkit.dates import ONE_DAY
from lawkit.errors import FactMissing, LawkitError, RateMissing, RuleNotInForce
from lawkit.facts.conditions import DISPUTED, YES, Subject, answer_all
from lawkit.facts.days import Day, choose, payable_on, resolve
from lawkit.facts.entries import CreditNote, Payment, TaxDeducted
from lawkit.facts.model import Invoice
from lawkit.facts.timeline import Happened, Timeline
from lawkit.law.expressions import OptionRef
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.model import AmountRule, AmountValue, AppropriationRule, InterestRule
from lawkit.messages import say
from lawkit.money import figures, round_half_up


class PaidTooMuch(LawkitError):
    """A payment, a deduction or a credit note larger than what it can extinguish."""

    def __init__(self, entry: str, on: date, amount: str, excess: str, of: str) -> None:
        super().__init__(
            say(
                "{entry}: {amount} on {on} is {excess} more than {of}; correct the amount, or enter the refund",
                entry=entry, amount=amount, on=on, excess=excess, of=of,
            )
        )  # fmt: skip


@dataclass
class _Debt:
    """One invoice while the days are walked through."""

    invoice: Invoice
    payable: Day
    rule: str | None
    account: Account | None
    principal_left: Decimal
    interest_from: date | None
    last_day_counted: bool
    ends: date | None = None
    paid: Decimal = ZERO
    credited: Decimal = ZERO
    deducted: Decimal = ZERO
    fixed: FixedSum | None = None
    fixed_paid: Decimal = ZERO

    @property
    def number(self) -> str:
        return self.invoice.number

    @property
    def payable_on(self) -> date:
        return self.payable.day

    @property
    def interest(self) -> Decimal:
        return self.account.interest if self.account else ZERO

    @property
    def owed(self) -> Decimal:
        return self.principal_left + self.interest

    def rate_on(self, day: date) -> Decimal:
        if self.account is None or self.interest_from is None or day < self.interest_from:
            return ZERO
        return self.account.plan.on(day).rate

    def earn(self, day: date, counted: bool) -> None:
        """Earn interest through `day`, or up to it where the day itself is not counted."""
        if self.account is not None:
            end = day + ONE_DAY if counted else day
            if self.ends is not None:
                end = min(end, self.ends)
            if end > self.account.cursor:
                self.account.earn_to(end)

    def reduce(self, amount: Decimal) -> None:
        self.principal_left -= amount
        if self.account is not None:
            self.account.reduce_principal(amount)


def compute_claim(timeline: Timeline, law: Jurisdiction, as_of: date) -> Claim:
    """Return what is owed at the end of `as_of`; entries after that day are not looked at.

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
        self.appropriation = law.rule(self.roles.appropriation, AppropriationRule)

    # -- the walk --------------------------------------------------------------------------------

    def claim(self) -> Claim:
        self.debts = [self._debt(invoice) for invoice in self.timeline.case.invoices if invoice.dated <= self.as_of]
        self.by_number = {debt.number: debt for debt in self.debts}
        for item in sorted(self.timeline.entries, key=_same_day_order):
            entry = item.entry
            if isinstance(entry, Payment):
                self._pay(item, entry)
            elif isinstance(entry, CreditNote):
                self._lower(item, entry, entry.invoice, entry.amount, counted=False)
            elif isinstance(entry, TaxDeducted):
                self._lower(item, entry, entry.invoice, entry.amount, counted=True)
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
            fixed_sums=tuple(_settled(d) for d in self.debts if d.fixed is not None),
            notice_cost=(demand.notice_cost if demand and demand.notice_cost else ZERO),
            daily=sum((line.daily for line in invoices), ZERO),
            further_from=self.as_of + ONE_DAY if counted else self.as_of,
            remarks=self.reliance.remarks,
            relied_on=self.reliance.used,
        )

    def _debt(self, invoice: Invoice) -> _Debt:
        subject = Subject(self.timeline, self.law, self.as_of, invoice)
        payable = payable_on(subject)
        for name in payable.rules:
            self.reliance.use(name, payable.day)
        self.reliance.terms(subject, payable)
        debt = _Debt(invoice, payable, None, None, invoice.total, None, True)
        branch, how = choose(self.roles.interest, subject)
        self.reliance.use(self.roles.interest, payable.day)
        if branch is None or branch.rule is None:
            self.reliance.remark(
                "no_interest", "note", say("no interest is claimed: no agreed, statutory or evidenced rate applies")
            )
            return debt
        if how == DISPUTED:
            self.reliance.remark(
                "disputed_basis", "warn",
                say("{rule}: whether it applies is disputed; {note}", rule=branch.rule, note=branch.note or say("verify")),
                branch.rule,
            )  # fmt: skip
        interest = self.law.rule(branch.rule, InterestRule)
        start = resolve(interest.starts, subject, branch.rule)
        for name in start.rules:
            self.reliance.use(name, start.day)
        first = start.day if interest.first_day == "counted" else start.day + ONE_DAY
        self.reliance.use(branch.rule, start.day)
        self.reliance.use(interest.rounding, self.as_of)
        debt.rule, debt.interest_from = branch.rule, first
        debt.last_day_counted = interest.last_day == "counted"
        debt.account = open_account(invoice.number, branch.rule, invoice.total, start.day, first, subject)
        debt.ends = self._ends(branch.rule, interest, subject)
        return debt

    def _ends(self, name: str, interest: InterestRule, subject: Subject) -> date | None:
        """Return the day from which an invoice earns nothing more, and say so."""
        if interest.ends is None:
            return None
        try:
            day = resolve(interest.ends, subject, name)
        except FactMissing:
            return None
        self.reliance.remark(
            "interest_ends", "note",
            say("{rule}: no interest is counted from {day} ({chain})", rule=name, day=day.day, chain="; ".join(day.chain)),
            name,
        )  # fmt: skip
        return day.day

    def _pay(self, item: Happened, payment: Payment) -> None:
        self.reliance.use(self.roles.appropriation, payment.on)
        left = payment.amount
        within = self._within()
        for debt, most in directed(payment, self.debts):
            assert isinstance(debt, _Debt)
            step = "debtor_direction" if payment.chosen_by == "debtor" else "creditor_choice"
            if step in self.appropriation.across:
                left -= self._extinguish(item, payment, debt, min(left, most) if most is not None else left, within)
        for group in self._standing(payment.on):
            if left <= 0:
                break
            for debt in group:
                debt.earn(payment.on, debt.last_day_counted)
            for debt, share in shares(left, [d for d in group if d.owed > 0] or group):
                assert isinstance(debt, _Debt)
                left -= self._extinguish(item, payment, debt, share, within)
        if left > 0 and "fixed_sum" in within:
            left -= self._pay_fixed(item, payment, left)
        if left > 0:
            raise PaidTooMuch(
                item.name, payment.on, figures(payment.amount, self.currency), figures(left, self.currency),
                say("everything owed on that day"),
            )  # fmt: skip

    def _standing(self, day: date) -> Iterator[list[_Debt]]:
        for group in groups(self.debts, self.appropriation.across, day):
            yield [debt for debt in group if isinstance(debt, _Debt)]

    def _within(self) -> Sequence[str]:
        within = self.appropriation.within
        if isinstance(within, OptionRef):
            return self.law.chosen(self.roles.appropriation, within).split(", ")
        return within

    def _extinguish(
        self, item: Happened, payment: Payment, debt: _Debt, most: Decimal, within: Sequence[str]
    ) -> Decimal:
        """Apply up to `most` of a payment to one debt in the order of `within`; return what was applied."""
        debt.earn(payment.on, debt.last_day_counted)
        applied = ZERO
        for part in within:
            here = ZERO
            if part == "interest" and debt.account is not None:
                here = min(most - applied, debt.interest)
                if here > 0:
                    debt.account.pay_interest(here)
            elif part == "principal":
                here = min(most - applied, debt.principal_left)
                if here > 0:
                    debt.reduce(here)
                    debt.paid += here
            if here > 0:
                self._record(item, payment, debt, "interest" if part == "interest" else "principal", here)
                applied += here
        return applied

    def _pay_fixed(self, item: Happened, payment: Payment, left: Decimal) -> Decimal:
        """Apply what is left of a payment to fixed sums, oldest debt first; return what was applied."""
        self._fix_sums(payment.on)
        applied = ZERO
        for debt in sorted(self.debts, key=lambda d: d.payable_on):
            if debt.fixed is None:
                continue
            here = min(left - applied, debt.fixed.amount - debt.fixed_paid)
            if here > 0:
                debt.fixed_paid += here
                self._record(item, payment, debt, "fixed_sum", here)
                applied += here
        return applied

    def _lower(
        self, item: Happened, entry: CreditNote | TaxDeducted, number: str, amount: Decimal, *, counted: bool
    ) -> None:
        """Lower one invoice's principal: a credit note from its own day, a deduction as a payment is."""
        debt = self.by_number.get(number)
        if debt is None:
            return
        debt.earn(entry.on, counted and debt.last_day_counted)
        if amount > debt.principal_left:
            raise PaidTooMuch(
                item.name, entry.on, figures(amount, self.currency), figures(amount - debt.principal_left, self.currency),
                say("what is left of invoice {number}", number=number),
            )  # fmt: skip
        debt.reduce(amount)
        if isinstance(entry, CreditNote):
            debt.credited += amount
        else:
            debt.deducted += amount
        self._record(item, entry, debt, "principal", amount)

    def _record(
        self, item: Happened, entry: Payment | CreditNote | TaxDeducted, debt: _Debt, part: Part, amount: Decimal
    ) -> None:
        self.extinguished.append(
            Extinguished(item.name, entry.kind, entry.on, debt.number, part, amount, self.roles.appropriation)
        )

    def _fix_sums(self, day: date) -> None:
        """Give each invoice overdue on `day` its fixed sum; an invoice settled by its due day never bears one."""
        for name in self.roles.fixed_sums:
            rule = self.law.rule(name, AmountRule)
            for debt in self.debts:
                if debt.fixed is not None or debt.payable_on >= day or not self._was_late(debt):
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

    def _was_late(self, debt: _Debt) -> bool:
        """Whether something of the invoice was still owed after the day it was payable."""
        after = sum((e.amount for e in self.extinguished
                     if e.invoice == debt.number and e.part == "principal" and e.on > debt.payable_on), ZERO)  # fmt: skip
        return debt.principal_left + after > 0

    # -- what is kept for the reader ---------------------------------------------------------------

    def _line(self, debt: _Debt) -> InvoiceClaim:
        account = debt.account
        overdue = debt.payable_on < self.as_of
        started = account is not None and debt.interest_from is not None and debt.interest_from <= self.as_of
        rate = None
        daily = ZERO
        going_on = debt.ends is None or debt.ends > self.as_of
        if account is not None and started and going_on and debt.principal_left > 0:
            daily, rate = self._daily(debt, account)
        return InvoiceClaim(
            number=debt.number, dated=debt.invoice.dated, supplied=debt.invoice.delivered, payable_on=debt.payable_on,
            payable_chain=debt.payable.chain, total=debt.invoice.total, paid_principal=debt.paid,
            credited=debt.credited, deducted=debt.deducted, outstanding=debt.principal_left, overdue=overdue,
            interest_rule=debt.rule, interest_from=debt.interest_from,
            interest_accrued=account.printed if account else ZERO,
            interest_paid=account.interest_paid if account else ZERO,
            daily=daily, rate=rate, segments=tuple(account.segments) if account else (),
        )  # fmt: skip

    def _daily(self, debt: _Debt, account: Account) -> tuple[Decimal, Decimal]:
        """Return the interest of the next day and its rate; beyond the last published rate, of `as_of`."""
        day = self.as_of + ONE_DAY if debt.last_day_counted else self.as_of
        try:
            return round_half_up(account.daily(day)), account.plan.on(day).rate
        except RateMissing:
            self.reliance.remark(
                "daily_at_last_rate", "warn",
                say("the daily amount after {day} is at the rate of that day; the next is not published", day=self.as_of),
                account.rule,
            )  # fmt: skip
            return round_half_up(account.daily(self.as_of)), account.plan.on(self.as_of).rate


def _same_day_order(item: Happened) -> tuple[date, int]:
    """Credit notes before deductions before payments, on one day."""
    order = {"credit_note": 0, "tax_deducted": 1, "payment": 2}
    return item.entry.on, order.get(str(getattr(item.entry, "kind", "")), 3)


def _settled(debt: _Debt) -> FixedSum:
    assert debt.fixed is not None
    return FixedSum(debt.fixed.rule, debt.fixed.invoice, debt.fixed.amount, debt.fixed_paid)
