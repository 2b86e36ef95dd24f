"""What one paper rests on besides the claim: rules it cites or computes by, its own figures, what it asks of its addressee."""

import re
from collections.abc import Sequence, Set
from dataclasses import asdict, dataclass, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from lawkit.claim.export import rule_use_data
from lawkit.claim.model import Claim
from lawkit.claim.reliance import Reliance
from lawkit.claim.scale import Scaled
from lawkit.drafting.facts import DraftFacts
from lawkit.drafting.precedent import Precedent
from lawkit.facts.days import Day, resolve, selecting_day
from lawkit.facts.subject import Subject
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.model import AmountRule
from lawkit.law.periods import PeriodRule
from lawkit.money import NNBSP

# the facts with sums of their own; those of invoices, payments and interest stand in the claim
_WITH_SUMS = (
    "tax_credits", "tax_credit_unpaid", "tax_credit_total", "cheques", "guarantee", "acknowledgments", "promises", "disputes",
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """What a paper asks of its addressee: a sum, or nothing; one who is only informed owes none of it."""

    amount: Decimal | None
    only_informed: bool


class Trail:
    """The rules a paper cites and the days and fees it computes, kept while it is filled."""

    def __init__(self, law: Jurisdiction) -> None:
        self.law = law
        self.rules = Reliance(law)
        self.computed: list[dict[str, Any]] = []

    def cited(self, rule: str, day: date, language: str) -> None:
        """Keep that the paper cites a rule as it stood on a day."""
        self.rules.cite(rule, day, self.law.citation(rule, day, language))

    def last_day(self, rule: str, end: Day, day: date, closed: Sequence[str], matter: Subject) -> None:
        """Keep a last day that the paper states, with the rules it is counted by and how."""
        period = self.law.rule(rule, PeriodRule)
        for name in end.rules:
            if name != rule:
                self.rules.use(name, end.day)
        self.rules.use(rule, selecting_day(period, resolve(period.runs_from, matter, rule).day, matter))
        self._keep({"rule": rule, "last_day": day.isoformat(), "because": [*end.chain, *closed]})

    def fee(self, found: Scaled, day: date) -> None:
        """Keep a fee that the paper states, and the sum it is counted on."""
        self.rules.use(found.rule, day)
        self._keep({"rule": found.rule, "amount": str(found.amount), "of": str(found.on)})

    def _keep(self, entry: dict[str, Any]) -> None:
        if entry not in self.computed:
            self.computed.append(entry)

    def data(
        self, facts: DraftFacts, claim: Claim, precedents: Sequence[Precedent], asked: Asked, printed: Set[Decimal]
    ) -> dict[str, Any]:
        """Return what the record tells of the paper; of its facts, those of which a sum is `printed`."""
        named = frozenset().union(*map(_named, precedents))
        self._law_given(facts, claim, named)
        guarantee = facts.guarantee
        return {
            "demand": {
                "amount": None if asked.amount is None else str(asked.amount),
                "only_informed": asked.only_informed,
                "capacity": facts.addressee.capacity,
                "limit": str(guarantee.limit) if guarantee and guarantee.limit is not None else None,
                "days": facts.demand.days or None,
            },
            "figures": {
                name: told for name in _WITH_SUMS if name in named and (told := _told(getattr(facts, name), printed))
            },
            "computed": self.computed,
            "relied_on": [rule_use_data(use) for use in self.rules.used],
        }  # fmt: skip

    def _law_given(self, facts: DraftFacts, claim: Claim, named: frozenset[str]) -> None:
        """Keep the rules whose values the paper prints or goes by without citing them."""
        roles = self.law.pack.roles
        credit = roles.tax_credit if facts.tax_credits and named & {"tax_credits", "tax_credit_total"} else None
        found = [
            *((credit, self.law.rule(credit, AmountRule).within, roles.tax_credit_interest) if credit else ()),
            *(roles.contact_hours if facts.calling and "calling" in named else ()),
            roles.specified_value if facts.mediation_required and "mediation_required" in named else None,
            roles.guarantor_information if facts.guarantee and not facts.guarantee.bears_interest else None,
            roles.tax_lever if facts.income_tax_provisions and "income_tax_provisions" in named else None,
        ]
        known = {use.rule for use in self.rules.used}
        for name in found:
            if name is not None and name not in known:
                self.rules.use(name, self._selecting(name, claim))

    def _selecting(self, name: str, claim: Claim) -> date:
        """Return the day that selects a value: of the last overdue invoice where an invoice's fact does, else of the paper."""
        facts = {"invoice_dated": "dated", "payable_on": "payable_on", "supplied": "supplied"}
        fact = facts.get(self.law.rules[name].dated_by or "")
        days = [getattr(line, fact) for line in claim.invoices if line.outstanding > 0] if fact else []
        return max((day for day in days if day is not None), default=claim.as_of)


def asked_of(facts: DraftFacts, precedent: Precedent, printed: Set[Decimal]) -> Asked:
    """Return what a paper asks of its addressee: the sum of the claim, of its principal or of what falls due, as it prints."""
    if facts.addressee.is_only_informed:
        return Asked(None, True)
    if not precedent.front.served_by or precedent.front.stage == "intimation":  # which only tells of the instruction
        return Asked(None, False)
    source = _source(precedent)
    for names, amount in (
        (("demand.amount", "claim.total"), facts.demand.amount),
        (("demand.principal", "claim.principal"), facts.demand.principal),
        (("claim.upcoming",), facts.claim.upcoming),
    ):
        if any(name in source for name in names) and amount in printed:
            return Asked(amount, False)
    return Asked(None, False)


@lru_cache(maxsize=256)
def _source(precedent: Precedent) -> str:
    return "\n".join(line.text for line in precedent.lines)


@lru_cache(maxsize=256)
def _named(precedent: Precedent) -> frozenset[str]:
    """Return the facts that a precedent's text names."""
    return frozenset(re.findall(r"[a-z_]+", _source(precedent))) & frozenset(DraftFacts.__dataclass_fields__)


def figures_in(text: str, currency: str) -> frozenset[Decimal]:
    """Return every figure a paper prints, as numbers, however it groups their digits."""
    found = set()
    for figure in _FIGURE.findall(text):
        plain = figure.replace(",", "") if currency == "INR" else figure.replace(NNBSP, "").replace(",", ".")
        try:
            found.add(Decimal(plain))
        except InvalidOperation:
            continue  # a day, or a number that is no sum
    return frozenset(found)


_FIGURE = re.compile(rf"\d(?:[\d.,{NNBSP}]*\d)?")


def _told(value: Any, printed: Set[Decimal]) -> Any:
    """Return a fact as plain data if one of its sums is printed in the paper, else None."""
    if isinstance(value, tuple):
        return [told for each in value if (told := _told(each, printed))]
    if isinstance(value, Decimal):
        return str(value) if value and value in printed else None
    if is_dataclass(value) and not isinstance(value, type):
        data = asdict(value)
        if any(isinstance(each, Decimal) and each and each in printed for each in data.values()):
            return {name: _plain(each) for name, each in data.items() if each not in (None, "")}
    return None


def _plain(value: Any) -> Any:
    if isinstance(value, (tuple, list)):
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
