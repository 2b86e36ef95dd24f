"""The rate an interest rule gives for each day: from the contract, from evidence, or from a published series."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from lawkit.claim.model import Remark
from lawkit.dates import ONE_DAY, half_year_start, next_half_year
from lawkit.errors import FactMissing
from lawkit.facts.days import resolve
from lawkit.facts.subject import Subject
from lawkit.law.expressions import ContractRate, FirstOf, FixedRate, RateExpr, SeriesRate
from lawkit.law.jurisdiction import Jurisdiction, RateRow
from lawkit.law.model import InterestRule, InterestValue
from lawkit.messages import say


@dataclass(frozen=True, slots=True)
class Rated:
    """A yearly rate in percent and the published rows it comes from."""

    rate: Decimal
    rows: tuple[RateRow, ...] = ()


@dataclass
class RatePlan:
    """The rates of one interest rule for one invoice, by day.

    `known` holds rates by the day that selects them, `days` by the day that bears them; invoices whose rates do not hang on
    their own first day share both.
    """

    law: Jurisdiction
    rule: str
    source: ContractRate | SeriesRate | FixedRate
    selector: str
    start: date
    contract_rate: Decimal | None
    column: str | None
    day_before: bool
    floor_applies: bool
    raised_by: Decimal = Decimal(0)
    raised_from: date | None = None
    known: dict[date, Rated] = field(default_factory=dict)
    days: dict[date, Rated] = field(default_factory=dict)

    def on(self, day: date) -> Rated:
        """Return the rate that a day takes; raise RateMissing beyond a renewing series."""
        found = self.days.get(day)
        if found is None:
            selecting = self._selecting(day - ONE_DAY if self.day_before else day)
            found = self.known.get(selecting)
            if found is None:
                found = self.known[selecting] = self._of(selecting)
            self.days[day] = found
        if self.raised_from is not None and day >= self.raised_from:
            return Rated(found.rate + self.raised_by, found.rows)
        return found

    def pieces(self, start: date, end: date) -> Iterator[tuple[date, date, Rated]]:
        """Yield [start, end) cut where the rate may change."""
        day = start
        while day < end:
            until = min(self._next_change(day), end)
            if self.raised_from is not None and day < self.raised_from:
                until = min(until, self.raised_from)
            yield day, until, self.on(day)
            day = until

    def _selecting(self, day: date) -> date:
        if self.selector == "half_year_start":
            return half_year_start(day)
        if self.selector == "half_year_of_start":
            return half_year_start(self.start)
        return self.start if self.selector == "at_start" else day

    def _next_change(self, day: date) -> date:
        shift = ONE_DAY if self.day_before else ONE_DAY * 0
        own = day - shift
        if self.selector == "half_year_start":
            return next_half_year(own) + shift
        if self.selector in ("at_start", "half_year_of_start"):
            return date.max
        if isinstance(self.source, SeriesRate):
            following = self.law.next_row(self.source.series, own)
            return following + shift if following else date.max
        return date.max

    def _of(self, day: date) -> Rated:
        if isinstance(self.source, FixedRate):
            return Rated(self.source.fixed)
        if isinstance(self.source, ContractRate):
            assert self.contract_rate is not None
            if self.floor_applies and (lowest := self.floor_on(day)) and lowest.rate > self.contract_rate:
                return lowest
            return Rated(self.contract_rate)
        row = self.law.rate_on(self.source.series, day, self.column)
        return Rated(row.value * self.source.times + self.source.plus, (row,))

    def floor_on(self, day: date) -> Rated | None:
        """Return the least the contract rate may be in the half-year of `day`."""
        floor = self.source.floor if isinstance(self.source, ContractRate) else None
        if floor is None:
            return None
        row = self.law.rate_on(floor.series, half_year_start(day), floor.column)
        return Rated(row.value * floor.times, (row,))

    def floor_remarks(self, start: date, end: date) -> Iterator[Remark]:
        """Yield a remark for each half-year in which the contract rate is below the floor."""
        if self.contract_rate is None or not isinstance(self.source, ContractRate) or self.source.floor is None:
            return
        day = start
        while day < end:
            lowest = self.floor_on(day)
            if lowest and self.contract_rate < lowest.rate:
                used = say("the floor is used") if self.floor_applies else say("the contract rate is kept")
                yield Remark(
                    "contract_rate_below_floor",
                    "warn",
                    say(
                        "the contract rate of {rate} % is below the statutory floor of {floor} % in the half-year "
                        "from {day}; {used} (election {election})",
                        rate=self.contract_rate.normalize(), floor=lowest.rate.normalize(),
                        day=half_year_start(day).isoformat(), used=used, election=f"{self.rule}.floor",
                    ),
                    self.rule,
                )  # fmt: skip
            day = next_half_year(day)


def rate_plan(name: str, rule: InterestRule, value: InterestValue, subject: Subject, start: date) -> RatePlan:
    """Return the rates a rule gives for an invoice; raise FactMissing where no rate's facts are there."""
    assert value.rate is not None
    source = rate_known(value.rate, subject)
    if source is None:
        raise FactMissing("contract.interest.rate", name)
    law, contract = subject.law, subject.timeline.case.contract
    rate: Decimal | None = None
    selector, column, floor_applies = "each_day", None, False
    if isinstance(source, ContractRate):
        if source.from_ == "evidence":
            claim = subject.timeline.case.interest_claim
            rate = claim.rate + source.plus if claim else None
        elif source.from_ in JUDGMENT_RATES:
            rate = judgment_rate(source.from_, subject)
            if rate is None:
                raise FactMissing(f"judgment.{JUDGMENT_RATES[source.from_]}", name, REMEDIES.get(source.from_, ""))
            rate += source.plus
        else:
            rate = contract.interest.rate if contract and contract.interest else None
        if source.floor is not None and law.chosen(name, source.floor.below) == "apply":
            floor_applies, selector = True, "half_year_start"
    elif isinstance(source, SeriesRate):
        selector = law.chosen(name, source.at)
        column = source.column
        if column == "creditor_status":
            column = "other" if subject.timeline.case.creditor.acts_in_trade else "natural_person"
    day_before = law.chosen(name, rule.rate_day) == "day_before"
    key = (name, id(source), rate, column, floor_applies)
    plan = RatePlan(law, name, source, selector, start, rate, column, day_before, floor_applies)
    plan.known = law.kept.setdefault(key, {})
    if selector not in ("at_start", "half_year_of_start"):
        plan.days = law.kept.setdefault((*key, selector, day_before), {})
    if isinstance(source, SeriesRate) and source.raised is not None:
        plan.raised_by = source.raised.by
        try:
            plan.raised_from = resolve(source.raised.from_, subject, name).latest
        except FactMissing:
            plan.raised_from = None  # the day has not begun to be counted: nothing is added yet
    return plan


JUDGMENT_RATES = {"judgment": "interest_rate", "pendente_lite": "pendente_lite_rate", "current_rate": "current_rate"}
REMEDIES = {"current_rate": "Enter the current rate of interest on the day of the award, and its evidence."}


def judgment_rate(which: str, subject: Subject) -> Decimal | None:
    """Return a rate that the judgment or award asked about states, or that is evidenced for its day."""
    entry = subject.entry.entry if subject.entry is not None else None
    found = getattr(entry, JUDGMENT_RATES[which], None)
    return getattr(found, "rate", found)


def rate_known(rate: RateExpr, subject: Subject) -> ContractRate | SeriesRate | FixedRate | None:
    """Return the first rate whose facts are there."""
    if isinstance(rate, FirstOf):
        return next((found for inner in rate.first_of if (found := rate_known(inner, subject)) is not None), None)
    if isinstance(rate, ContractRate):
        case = subject.timeline.case
        if rate.from_ in JUDGMENT_RATES:
            return rate  # missing: an error of its own, never another rate
        there = case.interest_claim if rate.from_ == "evidence" else (case.contract and case.contract.interest)
        return rate if there else None
    return rate
