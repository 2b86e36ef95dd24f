"""The figures of a paper: invoices, receipts, interest lines and the claim, the same everywhere."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from lawkit.claim.booked import tax_credits
from lawkit.claim.model import ZERO, Extinguished, InvoiceClaim, Segment
from lawkit.drafting.facts import (
    ClaimFacts,
    InterestLine,
    InvoiceFacts,
    Receipt,
    TaxCreditLine,
)
from lawkit.drafting.matter import Matter
from lawkit.facts.entries import (
    CreditNote,
    EntryBase,
    Payment,
    Recovery,
    Refund,
    TaxDeducted,
)
from lawkit.law.expressions import ContractRate, SeriesRate
from lawkit.law.jurisdiction import RateRow
from lawkit.law.model import AmountRule, InterestRule, RoundingRule, SeriesRule
from lawkit.law.periods import PeriodRule, PeriodValue
from lawkit.money import figures


def invoice_facts(matter: Matter, line: InvoiceClaim) -> InvoiceFacts:
    invoice = matter.case.invoice(line.number)
    received = line.paid_principal + line.credited + line.deducted
    return InvoiceFacts(
        number=line.number, dated=line.dated, supplied=line.supplied, delivery_note=invoice.delivery_note,
        payable_on=line.payable_on, total=line.total, paid=line.paid_principal, deducted=line.deducted,
        credited=line.credited, received=received, balance=line.outstanding, interest_from=line.interest_from,
        interest=line.interest, daily=line.daily,
    )  # fmt: skip


def _reference(matter: Matter, entry: EntryBase) -> str:
    if isinstance(entry, Payment):
        return entry.reference or "–"
    if isinstance(entry, Recovery):
        return "–"
    if isinstance(entry, TaxDeducted):
        return matter.phrases.say("reference.tax_deducted", section=entry.section, certificate=entry.certificate) or "–"
    if isinstance(entry, Refund):
        return "–"
    assert isinstance(entry, CreditNote)
    return matter.phrases.say("reference.credit_note", number=entry.number) or "–"


def receipts_of(matter: Matter, overdue: set[str]) -> tuple[Receipt, ...]:
    """Return each payment, deduction, credit note and refund with what it extinguished; its amount is the sum of its parts."""
    by_entry: dict[str, list[Extinguished]] = {}
    for part in matter.claim.extinguished:
        if part.invoice in overdue:
            by_entry.setdefault(part.entry, []).append(part)
    entries: dict[str, EntryBase] = {item.name: item.entry for item in matter.timeline.entries}
    receipts = []
    for name, parts in by_entry.items():
        entry = entries[name]

        def to(part: str, parts: list[Extinguished] = parts) -> Decimal:
            return sum((p.amount for p in parts if p.part == part), ZERO)

        day = parts[0].on
        basis = (
            matter.law.citation(parts[0].rule, day, matter.language, short=True) if parts[0].kind == "payment" else "–"
        )
        whole, here = getattr(entry, "amount", ZERO), sum((p.amount for p in parts), ZERO)
        receipts.append(
            Receipt(
                on=day, nature=matter.phrases.say(f"nature.{parts[0].kind}"), reference=_reference(matter, entry),
                whole=whole, elsewhere=whole - abs(here), amount=here, to_interest=to("interest"), to_principal=to("principal"),
                to_fixed=to("fixed_sum"), invoices=", ".join(dict.fromkeys(p.invoice for p in parts)), basis=basis,
            )
        )  # fmt: skip
    return tuple(sorted(receipts, key=lambda r: r.on))


def tax_credit_lines(matter: Matter) -> tuple[TaxCreditLine, ...]:
    """Return the input tax credit each unpaid invoice puts at stake for the buyer."""
    return tuple(
        TaxCreditLine(
            invoice=credit.invoice,
            dated=matter.case.invoice(credit.invoice).dated,
            last_day=credit.last_day,
            passed=credit.last_day < matter.as_of,
            return_period=f"{credit.return_period:%m/%Y}",
            other_period=f"{credit.other_period:%m/%Y}",
            reported_in=matter.case.invoice(credit.invoice).gst_return_period,
            taxable=matter.case.invoice(credit.invoice).taxable,
            tax=credit.tax,
            split=_tax_split(matter, credit.invoice),
            unpaid=credit.unpaid,
            total=credit.total,
            amount=credit.amount,
        )
        for credit in tax_credits(matter.timeline, matter.law, matter.claim)
    )


def tax_credit_days(matter: Matter) -> int | None:
    """Return the days within which a buyer pays an invoice to keep its credit, where the pack counts them in days."""
    name = matter.law.pack.roles.tax_credit
    return period_days(matter, matter.law.rule(name, AmountRule).within if name else None)


def period_days(matter: Matter, name: str | None) -> int | None:
    """Return how long a period is on the day of the paper, where the pack counts it in days."""
    if name is None or matter.law.rule(name, PeriodRule).unit != "day":
        return None
    value = matter.law.value_on(name, matter.as_of)
    return value.value if isinstance(value, PeriodValue) else None


def _tax_split(matter: Matter, number: str) -> str:
    """Return the taxes of an invoice as it prints them, each under its name."""
    taxes = {name: tax for name, tax in matter.case.invoice(number).tax.items() if name != "round_off" and tax}
    return " + ".join(f"{name.upper()} {figures(tax, matter.law.pack.currency)}" for name, tax in taxes.items())


def interest_line(matter: Matter, segment: Segment) -> InterestLine:
    return InterestLine(
        segment.invoice, segment.start, segment.end, segment.days, segment.base, segment.rate.quantize(Decimal("0.0001")),
        rate_source(matter, segment), segment.amount,
    )  # fmt: skip


def rate_source(matter: Matter, segment: Segment) -> str:
    """Return where the rate of an interest line comes from, in words."""
    rule = matter.law.rule(segment.rule, InterestRule)
    if segment.rows:
        return "; ".join(dict.fromkeys(_row_text(matter, row, rule) for row in segment.rows))
    contract, claim = matter.case.contract, matter.case.interest_claim
    rates = rates_of(rule)
    if claim and any(isinstance(rate, ContractRate) and rate.from_ == "evidence" for rate in rates):
        return matter.phrases.say("source.evidence", evidence=claim.evidence)
    if contract and contract.interest:
        return matter.phrases.say("source.contract", clause=contract.interest.clause)
    return matter.phrases.say(
        "source.fixed", provision=matter.law.citation(segment.rule, segment.start, matter.language)
    )


def rates_of(rule: InterestRule) -> list[Any]:
    """Return every rate a rule may take, in its order."""
    return [rate for value in rule.values.values() for rate in getattr(value.rate, "first_of", (value.rate,))]


def series_rate(rule: InterestRule) -> SeriesRate | None:
    """Return the series part of a rule's rate."""
    return next((rate for rate in rates_of(rule) if isinstance(rate, SeriesRate)), None)


def _row_text(matter: Matter, row: RateRow, rule: InterestRule) -> str:
    times, plus = Decimal(1), Decimal(0)
    for rate in rates_of(rule):
        if isinstance(rate, SeriesRate) and rate.series == row.series:
            times, plus = rate.times, rate.plus
        elif isinstance(rate, ContractRate) and rate.floor and rate.floor.series == row.series:
            times = rate.floor.times
    return matter.phrases.say(
        f"source.{row.series}", value=row.value, effective=row.effective, since=_since(matter, row), times=times,
        plus=plus, column=row.column,
    )  # fmt: skip


def _since(matter: Matter, row: RateRow) -> date:
    """Return the day since which the value of a row has held: later rows may only have held it."""
    since = row.effective
    rows = matter.law.rule(row.series, SeriesRule).values
    for day in sorted((day for day in rows if day < row.effective), reverse=True):
        earlier = rows[day]
        value = earlier.columns.get(row.column) if row.column else earlier.value
        if value != row.value:
            break
        since = day
    return since


def claim_facts(matter: Matter, invoices: Sequence[InvoiceFacts]) -> ClaimFacts:
    claim = matter.claim
    fixed = [f for f in claim.fixed_sums if f.outstanding > 0]
    counted = claim.further_from > claim.as_of
    methods = {
        matter.law.chosen(name, matter.law.rule(name, InterestRule).method)
        for i in claim.invoices
        if (name := i.interest_rule)
    }
    roundings = dict.fromkeys(
        matter.law.chosen(name, matter.law.rule(name, RoundingRule).when)
        for line in claim.invoices
        if line.interest_rule and (name := matter.law.rule(line.interest_rule, InterestRule).rounding)
    )

    def total(of: Callable[[InvoiceFacts], Decimal]) -> Decimal:
        return sum((of(i) for i in invoices), ZERO)

    return ClaimFacts(
        as_of=claim.as_of, principal=claim.principal, interest=claim.interest,
        interest_accrued=sum((i.interest_accrued for i in claim.invoices), ZERO),
        interest_paid=sum((i.interest_paid for i in claim.invoices), ZERO),
        fixed_sum_each=fixed[0].amount if fixed else ZERO, fixed_sum_count=len(fixed), fixed_total=claim.fixed_total,
        notice_cost=claim.notice_cost, total=claim.total, upcoming=claim.not_yet_due,
        upcoming_invoiced=sum((i.total for i in claim.invoices if not i.overdue and i.outstanding > 0), ZERO), invoiced=total(lambda i: i.total),
        received=total(lambda i: i.received), daily=total(lambda i: i.daily), paid_principal=total(lambda i: i.paid),
        deducted=total(lambda i: i.deducted), credited=total(lambda i: i.credited),
        interest_through=claim.as_of if counted else max((s.end for s in claim.segments), default=claim.as_of),
        further_from=claim.further_from,
        day_count_note=" ".join(filter(None, (matter.phrases.say(f"note.{method}") for method in sorted(methods)))),
        rounding_note=" ".join(matter.phrases.say(f"rounding.{when}") for when in roundings),
    )  # fmt: skip
