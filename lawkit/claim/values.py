"""The value of a rule in a few words, as a record or a working tells which one was used."""

from decimal import Decimal
from typing import Any

from lawkit.claim.rates import judgment_rate, rate_known
from lawkit.facts.subject import Subject
from lawkit.law.expressions import ContractRate, EndOf, FirstOf, FixedRate, SeriesRate, parts_of
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.model import (
    AmountRule,
    AmountValue,
    AppropriationRule,
    Branch,
    DatedValue,
    InterestRule,
    InterestValue,
    RoundingRule,
    Rule,
    SeriesRule,
    SeriesValue,
)
from lawkit.law.periods import PeriodRule, PeriodValue


def value_text(
    law: Jurisdiction, name: str, value: DatedValue | None, subject: Subject | None = None, column: str | None = None
) -> str:
    """Return the value of a rule with its unit; empty for a rule that has none, such as a statement.

    Of interest agreed or evidenced the rate is the matter's own (`subject`), of a series that of the `column` read.
    """
    rule = law.rule(name, Rule)
    if isinstance(value, SeriesValue) and isinstance(rule, SeriesRule):
        columns = [f"{each} {_plain(rate)}" for each, rate in value.columns.items() if column in (None, each)]
        return " ".join([*([_plain(value.value)] if value.value is not None else [", ".join(columns)]), rule.unit])
    if isinstance(value, InterestValue) and isinstance(rule, InterestRule) and value.rate is not None:
        rate = (rate_known(value.rate, subject) if subject else None) or value.rate
        return f"{_rate_text(rate, subject)}, {law.chosen(name, rule.method)}"
    if isinstance(value, PeriodValue) and isinstance(rule, PeriodRule):
        return f"{value.value} {rule.unit}" if value.value is not None else ""
    if isinstance(value, AmountValue) and isinstance(rule, AmountRule):
        if rule.method == "proportion":
            return f"{rule.of} × {rule.numerator} / {rule.denominator}"
        return f"{_plain(value.value)} {rule.unit}" if value.value is not None else ""
    if isinstance(rule, AppropriationRule):
        within = rule.within if isinstance(rule.within, tuple) else (law.chosen(name, rule.within),)
        return ", ".join(within)
    return law.chosen(name, rule.when) if isinstance(rule, RoundingRule) else ""


def branch_text(branch: Branch) -> str:
    """Return what a branch of a choice gives: the rule it names, or its day."""
    return branch.rule or _day_text(branch.day)


def rules_of(branch: Branch) -> tuple[str, ...]:
    """Return the rules a branch rests on: the one it names, or those its day is counted by."""
    return (branch.rule,) if branch.rule is not None else tuple(dict.fromkeys(_counted_by(branch.day)))


def clause_of(value: DatedValue | None, subject: Subject | None) -> str:
    """Return the clause, or the evidence, that a rate taken from the matter itself rests on."""
    if subject is None or not isinstance(value, InterestValue) or value.rate is None:
        return ""
    rate, case = rate_known(value.rate, subject), subject.timeline.case
    if not isinstance(rate, ContractRate):
        return ""
    if rate.from_ == "evidence":
        return case.interest_claim.evidence if case.interest_claim else ""
    agreed = case.contract.interest if case.contract and rate.from_ == "contract" else None
    return (agreed.clause or "") if agreed else ""


def _rate_text(rate: Any, subject: Subject | None) -> str:
    if isinstance(rate, FirstOf):
        return " / ".join(_rate_text(each, subject) for each in rate.first_of)
    if isinstance(rate, FixedRate):
        return f"{_plain(rate.fixed)} percent_per_year"
    if isinstance(rate, SeriesRate):
        times = f"{_plain(rate.times)} × " if rate.times != 1 else ""
        plus = f" + {_plain(rate.plus)}" if rate.plus else ""
        return f"{times}{rate.series}{plus}"
    assert isinstance(rate, ContractRate)
    agreed = _agreed(rate, subject)
    plus = f" + {_plain(rate.plus)}" if rate.plus else ""
    return f"{_plain(agreed)}{plus} percent_per_year" if agreed is not None else f"{rate.from_}{plus}"


def _agreed(rate: ContractRate, subject: Subject | None) -> Decimal | None:
    if subject is None:
        return None
    case = subject.timeline.case
    if rate.from_ == "evidence":
        return case.interest_claim.rate if case.interest_claim else None
    if rate.from_ == "contract":
        return case.contract.interest.rate if case.contract and case.contract.interest else None
    return judgment_rate(rate.from_, subject)


def _day_text(expression: Any) -> str:
    if isinstance(expression, str):
        return expression
    if isinstance(expression, EndOf):
        return f"end_of {expression.end_of}"
    inner = ", ".join(_day_text(part) for part in parts_of(expression))
    word = next(iter(type(expression).model_fields), "")
    return f"{word} {inner}".strip()


def _counted_by(expression: Any) -> list[str]:
    if isinstance(expression, EndOf):
        return [expression.end_of]
    return [name for part in parts_of(expression) for name in _counted_by(part)]


def _plain(number: Decimal | int | None) -> str:
    return "" if number is None else f"{number:f}" if isinstance(number, Decimal) else str(number)
