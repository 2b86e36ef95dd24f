"""From an invoice to its debt: the day it is payable, the right to interest it gives, when that begins and ends."""

from datetime import date
from decimal import Decimal

from lawkit.claim.debt import Debt
from lawkit.claim.methods import open_account
from lawkit.claim.reliance import Reliance
from lawkit.dates import ONE_DAY
from lawkit.errors import FactMissing
from lawkit.facts.conditions import answer_all
from lawkit.facts.days import choose, payable_on, resolve
from lawkit.facts.subject import DISPUTED, YES, Subject
from lawkit.law.model import AmountRule, AmountValue, InterestRule
from lawkit.messages import say


def open_debt(subject: Subject, reliance: Reliance) -> Debt:
    """Return the debt of the invoice asked about on the day it began, and keep the rules that decided.

    Raise FactMissing, RateMissing or RuleNotInForce naming what is not there.
    """
    invoice, law, roles = subject.invoice, subject.law, subject.law.pack.roles
    assert invoice is not None
    payable = payable_on(subject)
    for name in payable.rules:
        taken = choose(name, subject)[0] if name == roles.payable_on else None
        reliance.use(name, payable.day, subject, taken)
    reliance.terms(subject, payable)
    debt = Debt(invoice, payable, invoice.total)
    branch, how = choose(roles.interest, subject)
    reliance.use(roles.interest, payable.day, subject, branch)
    if branch is None or branch.rule is None:
        reliance.remark(
            "no_interest", "note", say("no interest is claimed: no agreed, statutory or evidenced rate applies")
        )
        return debt
    if how == DISPUTED:
        reliance.remark(
            "disputed_basis", "warn",
            say("{rule}: whether it applies is disputed; {note}", rule=branch.rule, note=branch.note or say("verify")),
            branch.rule,
        )  # fmt: skip
    interest = law.rule(branch.rule, InterestRule)
    start = resolve(interest.starts, subject, branch.rule)
    for name in start.rules:
        reliance.use(name, start.day)
    first = start.day if interest.first_day == "counted" else start.day + ONE_DAY
    reliance.use(branch.rule, start.day, subject)
    reliance.use(interest.rounding, subject.as_of)
    debt.rule, debt.interest_from = branch.rule, first
    debt.last_day_counted = interest.last_day == "counted"
    debt.account = open_account(invoice.number, branch.rule, invoice.total, start.day, first, subject)
    debt.ends = end_of_interest(branch.rule, interest, subject, reliance)
    return debt


def end_of_interest(name: str, interest: InterestRule, subject: Subject, reliance: Reliance) -> date | None:
    """Return the day from which nothing more is earned, and say so; None where interest runs on.

    Interest that the rule says does not end (`runs_on_if`), such as that of a loan for a year or more, is not cut.
    """
    if interest.ends is None:
        return None
    if interest.runs_on_if and answer_all(interest.runs_on_if, subject) == YES:
        return None
    try:
        day = resolve(interest.ends, subject, name)
    except FactMissing:
        return None
    others = len(subject.timeline.case.principal_debtors) > 1
    reliance.remark(
        "interest_ends", "warn" if others else "note",
        say("{rule}: no interest is counted from {day} ({chain})", rule=name, day=day.day, chain="; ".join(day.chain))
        + (" " + say("– verify which of the debtors that concerns") if others else ""),
        name,
    )  # fmt: skip
    return day.day


def over_ceiling(name: str, interest: InterestRule, rate: Decimal, subject: Subject, reliance: Reliance) -> None:
    """Keep a warning where a stated rate is higher than the ceiling the rule names."""
    if interest.ceiling is None:
        return
    value = subject.law.value_on(interest.ceiling, subject.as_of)
    assert isinstance(value, AmountValue)
    subject.law.rule(interest.ceiling, AmountRule)
    if value.value is not None and rate > value.value:
        reliance.use(interest.ceiling, subject.as_of)
        reliance.remark(
            "rate_over_ceiling", "warn",
            say("{rule}: {rate} % is more than {ceiling} % ({provision}): {note}", rule=name, rate=rate.normalize(),
                ceiling=value.value.normalize(), note=value.note or "",
                provision=subject.law.citation(interest.ceiling, subject.as_of, subject.law.pack.languages[0])),
            name,
        )  # fmt: skip
