"""What an unpaid invoice costs the other side or is written in the books, and is never part of the claim."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lawkit.claim.model import Claim
from lawkit.dates import add_months
from lawkit.facts.conditions import Subject
from lawkit.facts.days import end_of
from lawkit.facts.timeline import Timeline
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.model import AmountRule
from lawkit.money import round_half_up


@dataclass(frozen=True, slots=True)
class TaxCredit:
    """Input tax credit to be reversed by the buyer: tax × unpaid / total, after `last_day`, in `return_period`."""

    invoice: str
    last_day: date
    return_period: date  # the first day of the month
    tax: Decimal
    unpaid: Decimal
    total: Decimal
    amount: Decimal


def tax_credits(timeline: Timeline, law: Jurisdiction, claim: Claim) -> tuple[TaxCredit, ...]:
    """Return the credit at stake for each unpaid invoice that bears tax (CGST Act s. 16(2), second proviso; rule 37).

    The reversal falls in the tax period after the one in which the last day lies. An invoice older than the rule is left out.
    """
    name = law.pack.roles.tax_credit
    if name is None:
        return ()
    rule = law.rule(name, AmountRule)
    found = []
    for line in claim.invoices:
        invoice = timeline.case.invoice(line.number)
        older = rule.dated_by == "invoice_dated" and invoice.dated < min(rule.dated)
        if line.outstanding <= 0 or invoice.input_tax <= 0 or rule.within is None or older:
            continue
        last = end_of(rule.within, Subject(timeline, law, claim.as_of, invoice)).day
        amount = round_half_up(invoice.input_tax * line.outstanding / line.total)
        following = add_months(last.replace(day=1), 1)
        found.append(TaxCredit(line.number, last, following, invoice.input_tax, line.outstanding, line.total, amount))
    return tuple(found)
