"""The methods of interest by name, and opening an account by an interest rule."""

from datetime import date
from decimal import Decimal

from lawkit.claim.account import DAY_COUNTS, Account
from lawkit.claim.annual_capitalisation import AnnualCapitalisation
from lawkit.claim.monthly_rests import MonthlyRests
from lawkit.claim.rates import rate_plan
from lawkit.claim.simple import SimpleInterest
from lawkit.errors import FactMissing
from lawkit.facts.days import resolve
from lawkit.facts.subject import Subject
from lawkit.law.model import InterestRule, InterestValue, RoundingRule

METHODS: dict[str, type[Account]] = {
    "simple": SimpleInterest,
    "monthly_rests": MonthlyRests,
    "annual_capitalisation": AnnualCapitalisation,
}


def open_account(name: str, rule: str, principal: Decimal, start: date, first: date, subject: Subject) -> Account:
    """Return an account that earns by a rule from its first day; `start` selects the value unless the rule names a day.

    Raise RuleNotInForce, or FactMissing where no rate's facts are there.
    """
    law = subject.law
    interest = law.rule(rule, InterestRule)
    selecting = resolve(interest.selected_by, subject, rule).day if interest.selected_by is not None else start
    value = law.value_on(rule, selecting)
    assert isinstance(value, InterestValue)
    plan = rate_plan(rule, interest, value, subject, first)
    rounding = law.rule(interest.rounding, RoundingRule)
    account = METHODS[law.chosen(rule, interest.method)](
        name, rule, principal, first, plan,
        DAY_COUNTS[law.chosen(rule, interest.day_count)], law.chosen(interest.rounding, rounding.when),
    )  # fmt: skip
    if isinstance(account, AnnualCapitalisation) and interest.capitalises_from is not None:
        try:
            account.capitalises_from = resolve(interest.capitalises_from, subject, rule).day
        except FactMissing:
            account.capitalises_from = None  # not asked for yet: simple interest
    return account
