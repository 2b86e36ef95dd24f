"""What an unpaid invoice costs the other side or is written in the books, and is never part of the claim."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lawkit.claim.model import Claim, RuleUse
from lawkit.claim.reliance import Reliance
from lawkit.dates import add_months
from lawkit.errors import RuleNotInForce
from lawkit.facts.conditions import answer_all
from lawkit.facts.days import end_of
from lawkit.facts.entries import CostIncurred
from lawkit.facts.subject import YES, Subject
from lawkit.facts.timeline import Timeline
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.model import AmountRule, AmountValue, StatementRule, StatementValue
from lawkit.money import money, round_half_up


@dataclass(frozen=True, slots=True)
class TaxCredit:
    """Input tax credit to be reversed by the buyer: tax × unpaid / total, after `last_day`, in `return_period`.

    Periods are the first day of their month; `other_period` is the other reading. `interest_rate` is percent a year, due only
    if the credit was utilised.
    """

    invoice: str
    last_day: date
    return_period: date
    other_period: date
    tax: Decimal
    unpaid: Decimal
    total: Decimal
    amount: Decimal
    interest_rate: Decimal | None = None


@dataclass(frozen=True, slots=True)
class TaxLever:
    """A sum the buyer may deduct from its income only once it is paid, and from which day it was late."""

    invoice: str
    last_day: date
    unpaid: Decimal
    provision: str


@dataclass(frozen=True, slots=True)
class BadDebtTax:
    """The value-added tax in what is unpaid of an invoice, and the mention its duplicate bears, by language."""

    invoice: str
    net: Decimal
    tax: Decimal
    mention: dict[str, str]


@dataclass(frozen=True, slots=True)
class BookedCost:
    """A cost of the matter as it was booked; only a judgment makes a recoverable one part of the debt."""

    entry: str
    on: date
    nature: str
    amount: Decimal
    recoverable: bool
    reference: str


def booked_costs(timeline: Timeline, as_of: date, counted: Collection[str] = ()) -> tuple[BookedCost, ...]:
    """Return the costs of the matter booked by a day, oldest first, but those counted in a judgment; no part of what is owed."""
    return tuple(
        BookedCost(item.name, cost.on, cost.nature, cost.amount, cost.recoverable, cost.reference or "")
        for item, cost in timeline.until(as_of).of_kind(CostIncurred)
        if item.name not in counted
    )


def tax_credits(timeline: Timeline, law: Jurisdiction, claim: Claim) -> tuple[TaxCredit, ...]:
    """Return the credit at stake for each unpaid invoice that bears tax (CGST Act s. 16(2), second proviso; rule 37).

    The reversal falls in the tax period after the one in which the last day lies, or in that one: the rule's option says which
    leads, and both are given. An invoice older than the rule is left out; a consumer takes no credit.
    """
    name = law.pack.roles.tax_credit
    buyers = [debtor for debtor in timeline.case.debtors if debtor.role == "principal_debtor"]
    if name is None or (buyers and not any(buyer.acts_in_trade for buyer in buyers)):
        return ()
    law = law.with_elections(timeline.case.elections)
    rule = law.rule(name, AmountRule)
    found = []
    for line in claim.invoices:
        invoice = timeline.case.invoice(line.number)
        older = rule.dated_by == "invoice_dated" and invoice.dated < min(rule.dated)
        if line.outstanding <= 0 or invoice.input_tax <= 0 or rule.within is None or older:
            continue
        last = end_of(rule.within, Subject(timeline, law, claim.as_of, invoice)).day
        amount = round_half_up(invoice.input_tax * line.outstanding / line.total)
        month = last.replace(day=1)
        periods = [add_months(month, 1), month]
        if "return_period" in rule.options and law.option(name, "return_period") == "same_month":
            periods.reverse()
        found.append(
            TaxCredit(
                line.number, last, periods[0], periods[1], invoice.input_tax, line.outstanding, line.total, amount,
                _interest_rate(law, claim.as_of),
            )
        )  # fmt: skip
    return tuple(found)


def _interest_rate(law: Jurisdiction, day: date) -> Decimal | None:
    name = law.pack.roles.tax_credit_interest
    if name is None:
        return None
    value = law.value_on(name, day)
    assert isinstance(value, AmountValue)
    return value.value


def tax_levers(timeline: Timeline, law: Jurisdiction, claim: Claim) -> tuple[TaxLever, ...]:
    """Return the sums whose deduction the buyer's income-tax law ties to payment (Income-tax Act 1961 s. 43B(h); 2025, s. 37(2)(g)).

    Of invoices past their day of payment that meet the rule's conditions; none where the rule was not in force on that day.
    """
    name = law.pack.roles.tax_lever
    if name is None:
        return ()
    rule = law.rule(name, StatementRule)
    found = []
    for line in claim.invoices:
        subject = Subject(timeline, law, claim.as_of, timeline.case.invoice(line.number))
        if line.outstanding <= 0 or not line.overdue or answer_all(rule.applies_if, subject) != YES:
            continue
        try:
            provision = law.citation(name, line.payable_on, law.pack.languages[0])
        except RuleNotInForce:
            continue
        found.append(TaxLever(line.number, line.payable_on, line.outstanding, provision))
    return tuple(found)


def bad_debt_taxes(timeline: Timeline, law: Jurisdiction, claim: Claim) -> tuple[BadDebtTax, ...]:
    """Return the value-added tax to recover if the debt is lost, and the mention of the duplicate invoice (CGI art. 272).

    The tax is in proportion to what is unpaid; the mention names the article in force on the day of the claim. Raise RuleNotInForce
    once the reference to the article has lapsed.
    """
    name = law.pack.roles.bad_debt_tax
    if name is None:
        return ()
    rule = law.rule(name, StatementRule)
    found = []
    for line in claim.invoices:
        invoice = timeline.case.invoice(line.number)
        subject = Subject(timeline, law, claim.as_of, invoice)
        if line.outstanding <= 0 or answer_all(rule.applies_if, subject) != YES:
            continue
        tax = round_half_up(invoice.input_tax * line.outstanding / line.total)
        net = line.outstanding - tax
        value = law.value_on(name, claim.as_of)
        assert isinstance(value, StatementValue)
        mention = {
            language: text.format(
                net=money(net, claim.currency), tva=money(tax, claim.currency),
                article=law.citation(name, claim.as_of, language),
            )
            for language, text in value.text.items()
        }  # fmt: skip
        found.append(BadDebtTax(line.number, net, tax, mention))
    return tuple(found)


def told(law: Jurisdiction, claim: Claim) -> tuple[RuleUse, ...]:
    """Return the rules the pack tells beside a claim of interest, such as the tax on it: stated, never added."""
    if claim.interest <= 0:
        return ()
    reliance = Reliance(law)
    for name in law.pack.roles.told:
        reliance.use(name, claim.as_of)
    return reliance.used
