"""From a fact or an expression of facts to a day, with the chain of how it was found.

>>> count_period(date(2026, 1, 31), 1, "month", "forward", "exclude_first_day")
datetime.date(2026, 2, 28)
>>> count_period(date(2026, 2, 1), 45, "day", "forward", "exclude_first_day")
datetime.date(2026, 3, 18)
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from lawkit.dates import ONE_DAY, add_months, month_end
from lawkit.errors import FactMissing, LawkitError
from lawkit.facts.conditions import (
    DISPUTED,
    NO,
    UNKNOWN,
    YES,
    Subject,
    answer,
    answer_all,
    first_formal_notice,
    supply_day,
)
from lawkit.facts.entries import Notice
from lawkit.facts.model import acceptance_day
from lawkit.law.expressions import DayAfter, DayExpr, Earliest, EndOf, Latest
from lawkit.law.model import Branch, ChoiceRule, PeriodRule, PeriodValue
from lawkit.messages import say


@dataclass(frozen=True, slots=True)
class Day:
    """A day and how it was found, in words, from the fact to the result."""

    day: date
    chain: tuple[str, ...]
    rules: tuple[str, ...] = ()


def count_period(trigger: date, number: int, unit: str, direction: str, counting: str) -> date:
    """Return the last day of a period counted from `trigger`; months and years in one step, in the law's own unit.

    `exclude_first_day`: the trigger is day zero (General Clauses Act s. 9; CPC art. 641). `include_first_day`: it is day one.
    """
    sign = 1 if direction == "forward" else -1
    if unit == "day":
        result = trigger + timedelta(days=sign * number)
    else:
        result = add_months(trigger, sign * number * (12 if unit == "year" else 1))
    return result - sign * ONE_DAY if counting == "include_first_day" else result


def agreed_due(subject: Subject) -> date | None:
    """Return the agreed day of payment: printed on the invoice, else computed from the contract's term."""
    invoice = subject.invoice
    if invoice is None:
        return None
    if invoice.due is not None:
        return invoice.due
    return term_day(subject)


def term_day(subject: Subject) -> date | None:
    """Return the day the contract's payment term gives, whatever the invoice prints."""
    invoice, contract = subject.invoice, subject.timeline.case.contract
    if invoice is None or contract is None or contract.payment_term is None:
        return None
    term = contract.payment_term
    start = {"invoice": invoice.dated, "delivery": supply_day(invoice), "acceptance": acceptance_day(invoice)}[
        term.counted_from
    ]
    if start is None:
        return None
    if term.end_of_month == "before_days":
        return month_end(start) + timedelta(days=term.days)
    day = start + timedelta(days=term.days)
    return month_end(day) if term.end_of_month == "after_days" else day


def _interest_claimed_from(subject: Subject) -> date | None:
    """Interest Act 1978 s. 3(1)(b): the written notice's own day, or the later day it names."""
    notices = [e.on for _, e in subject.timeline.until(subject.as_of).of_kind(Notice) if e.claims_interest]
    claim = subject.timeline.case.interest_claim
    named = claim.from_ if claim else None
    if not notices:
        return named
    return max(min(notices), named) if named else min(notices)


def _payable_on(subject: Subject) -> date | None:
    return payable_on(subject).day


TRIGGERS: dict[str, Callable[[Subject], date | None]] = {
    "invoice_dated": lambda s: s.invoice.dated if s.invoice else None,
    "supplied": lambda s: supply_day(s.invoice) if s.invoice else None,
    "accepted": lambda s: acceptance_day(s.invoice) if s.invoice else None,
    "agreed_due": agreed_due,
    "payable_on": _payable_on,
    "interest_claimed_from": _interest_claimed_from,
    "notice_presented": first_formal_notice,
    "contract_dated": lambda s: s.timeline.case.contract.dated if s.timeline.case.contract else None,
    "instructed_on": lambda s: s.timeline.case.instructed_on,
    "dispatched_on": lambda s: s.as_of,
}


def resolve(expression: DayExpr, subject: Subject, needed_by: str) -> Day:
    """Return the day an expression names; raise FactMissing naming the fact that is not known."""
    if isinstance(expression, str):
        if expression == "payable_on":
            return payable_on(subject)
        day = TRIGGERS[expression](subject)
        if day is None:
            raise FactMissing(_named(expression, subject), needed_by)
        return Day(day, (f"{expression} {day.isoformat()}",))
    if isinstance(expression, EndOf):
        return end_of(expression.end_of, subject)
    if isinstance(expression, DayAfter):
        inner = resolve(expression.day_after, subject, needed_by)
        after = inner.day + ONE_DAY
        return Day(after, (*inner.chain, say("the day after: {day}", day=after.isoformat())), inner.rules)
    known = [_known(part, subject, needed_by) for part in _parts(expression)]
    days = [day for day in known if day is not None]
    if not days:
        raise FactMissing(_named("", subject), needed_by)
    first = isinstance(expression, Earliest)
    best = min(days, key=lambda d: d.day) if first else max(days, key=lambda d: d.day)
    word = say("the earliest of {days}") if first else say("the latest of {days}")
    others = word.format(days=", ".join(d.day.isoformat() for d in days))
    return Day(best.day, (*best.chain, others), tuple(dict.fromkeys(rule for d in days for rule in d.rules)))


def _parts(expression: Earliest | Latest) -> tuple[DayExpr, ...]:
    return expression.earliest if isinstance(expression, Earliest) else expression.latest


def _known(expression: DayExpr, subject: Subject, needed_by: str) -> Day | None:
    try:
        return resolve(expression, subject, needed_by)
    except FactMissing:
        return None


def _named(fact: str, subject: Subject) -> str:
    return f"invoice {subject.invoice.number}: {fact}" if subject.invoice else fact


def end_of(name: str, subject: Subject) -> Day:
    """Return the last day of a period rule, as the statute counts it, before any closed day."""
    rule = subject.law.rule(name, PeriodRule)
    start = resolve(rule.runs_from, subject, name)
    selected = start.day
    if rule.dated_by is not None and rule.dated_by != rule.runs_from:
        selected = TRIGGERS[rule.dated_by](subject) or start.day
    value = subject.law.value_on(name, selected)
    assert isinstance(value, PeriodValue) and value.value is not None
    last = count_period(start.day, value.value, rule.unit, rule.direction, rule.counting)
    if rule.to_month_end:
        last = month_end(last)
    step = f"{name}: {start.day.isoformat()} + {value.value} {rule.unit} = {last.isoformat()}"
    return Day(last, (*start.chain, step), (*start.rules, name))


def choose(name: str, subject: Subject) -> tuple[Branch | None, str]:
    """Return the branch of a choice rule that applies (or None), and whether its conditions are met or disputed.

    Raise FactMissing where a condition cannot be told.
    """
    rule = subject.law.rule(name, ChoiceRule)
    disputed = rule.if_disputed if isinstance(rule.if_disputed, str) else subject.law.chosen(name, rule.if_disputed)
    for branch in rule.ordered:
        found = answer_all(branch.when, subject)
        if found == YES or (found == DISPUTED and disputed == "take"):
            return branch, found
        if found == UNKNOWN:
            conditions = [c for c in branch.when if answer(c, subject) == UNKNOWN]
            raise FactMissing(_named(", ".join(conditions), subject), name)
        assert found in (NO, DISPUTED)
    return None, NO


def payable_on(subject: Subject) -> Day:
    """Return the day by which an invoice must be paid, by the pack's rule on payment terms."""
    role = subject.law.pack.roles.payable_on
    branch, _ = choose(role, subject)
    if branch is None or subject.invoice is None:
        raise FactMissing(_named("due", subject), role, say("Give `due`, a payment term, or the day of delivery."))
    if branch.day is None:
        raise LawkitError(say("{rule}: the branch names no day", rule=role))
    found = resolve(branch.day, subject, role)
    return Day(found.day, found.chain, (*found.rules, role))
