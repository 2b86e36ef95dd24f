"""Tax the debtor may deduct from an invoice: what is expected by section and date, beside what it evidenced.

Expected is not deducted: only an entry with its evidence lowers the claim. Every figure is one to verify.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lawkit.claim.model import ZERO
from lawkit.errors import RuleNotInForce
from lawkit.facts.conditions import answer_all
from lawkit.facts.days import choose
from lawkit.facts.entries import TaxDeducted
from lawkit.facts.model import Invoice
from lawkit.facts.subject import YES, Subject
from lawkit.facts.timeline import Timeline
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.model import AmountRule, AmountValue, ChoiceRule, Rule
from lawkit.money import round_half_up


@dataclass(frozen=True, slots=True)
class ExpectedDeduction:
    """What may be deducted from one invoice under one rule: `rate` percent of `base`, and what was evidenced of it.

    `base` is the value without tax that passes the threshold; `passed` says whether one was passed at all.
    """

    invoice: str
    rule: str
    provision: str
    form: str | None
    rate: Decimal
    base: Decimal
    expected: Decimal
    evidenced: Decimal
    doubt: str

    @property
    def difference(self) -> Decimal:
        """What is expected and not evidenced; negative where more was deducted than expected."""
        return self.expected - self.evidenced


def expected_deductions(timeline: Timeline, law: Jurisdiction, as_of: date) -> tuple[ExpectedDeduction, ...]:
    """Return the deductions expected from each invoice up to a day, by the pack's rules for such tax.

    The value of a rule is that of the invoice's date. A threshold counts the matter's own invoices of the financial year; other
    payments of the year are not known. Raise FactMissing where a condition cannot be told.
    """
    law = law.with_elections(timeline.case.elections)
    known = timeline.until(as_of)
    evidenced: dict[str, Decimal] = {}
    for _, entry in known.of_kind(TaxDeducted):
        evidenced[entry.invoice] = evidenced.get(entry.invoice, ZERO) + entry.amount
    invoices = sorted((i for i in timeline.case.invoices if i.dated <= as_of), key=lambda i: i.dated)
    found = []
    for role in law.pack.roles.expected_deductions:
        for invoice in invoices:
            name = _rule_for(role, Subject(known, law, as_of, invoice))
            if name is not None:
                one = _expected(name, invoice, invoices, law, evidenced.get(invoice.number, ZERO))
                if one is not None:
                    found.append(one)
                    evidenced.pop(invoice.number, None)  # counted once, against the first rule
    return tuple(found)


def _rule_for(role: str, subject: Subject) -> str | None:
    rule = subject.law.rule(role, Rule)
    if isinstance(rule, ChoiceRule):
        branch, _ = choose(role, subject)
        return branch.rule if branch is not None else None
    return role if answer_all(rule.applies_if, subject) == YES else None


def _expected(
    name: str, invoice: Invoice, invoices: list[Invoice], law: Jurisdiction, evidenced: Decimal
) -> ExpectedDeduction | None:
    rule = law.rule(name, AmountRule)
    try:
        value = law.value_on(name, invoice.dated)
    except RuleNotInForce:
        return None
    assert isinstance(value, AmountValue) and value.value is not None
    base = _base(rule, value, invoice, invoices, law)
    if base <= 0 and not evidenced:
        return None
    return ExpectedDeduction(
        invoice.number, name, law.citation(name, invoice.dated, law.pack.languages[0]), value.form_name, value.value, base,
        round_half_up(base * value.value / 100), evidenced, value.doubt or rule.doubt or "",
    )  # fmt: skip


def _base(
    rule: AmountRule, value: AmountValue, invoice: Invoice, invoices: list[Invoice], law: Jurisdiction
) -> Decimal:
    """Return what of an invoice's value bears the deduction: all of it once a threshold is passed, or the excess alone."""
    if value.threshold is None and value.yearly_threshold is None:
        return invoice.taxable
    if rule.above == "excess" and value.yearly_threshold is not None:
        before = _of_year(invoices[: invoices.index(invoice)], invoice, law)
        over = max(before + invoice.taxable - value.yearly_threshold, ZERO)
        return over - max(before - value.yearly_threshold, ZERO)
    single = value.threshold is not None and invoice.taxable > value.threshold
    yearly = value.yearly_threshold is not None and _of_year(invoices, invoice, law) > value.yearly_threshold
    return invoice.taxable if single or yearly else ZERO


def _of_year(invoices: list[Invoice], invoice: Invoice, law: Jurisdiction) -> Decimal:
    year = _year(invoice.dated, law)
    return sum((each.taxable for each in invoices if _year(each.dated, law) == year), ZERO)


def _year(day: date, law: Jurisdiction) -> int:
    """Return the year in which the financial year of a day began."""
    return day.year if f"{day:%m-%d}" >= law.pack.financial_year else day.year - 1
