"""Money that came in: what each payment, recovery, deduction and credit note extinguishes, in what order."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from lawkit.claim.model import ZERO
from lawkit.errors import EntryWrong
from lawkit.facts.entries import CreditNote, EntryBase, Payment, Recovery, Refund, TaxDeducted
from lawkit.facts.timeline import Happened, Timeline
from lawkit.law.expressions import OptionRef
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.model import AppropriationRule
from lawkit.messages import say
from lawkit.money import figures

Receipt = Payment | Recovery | CreditNote | TaxDeducted
RECEIPTS = (Payment, Recovery, CreditNote, TaxDeducted)
_SAME_DAY = {"credit_note": 0, "tax_deducted": 1, "payment": 2, "recovery": 2}


class PaidTooMuch(EntryWrong):
    """A payment, a deduction or a credit note larger than what it can extinguish."""

    def __init__(self, entry: str, on: date, amount: str, excess: str, of: str) -> None:
        super().__init__(
            entry,
            say(
                "{entry}: {amount} on {on} is {excess} more than {of}; correct the amount, or enter the refund",
                entry=entry, amount=amount, on=on, excess=excess, of=of,
            ),
        )  # fmt: skip


class RefundWithoutPayment(EntryWrong):
    """A refund that names no payment of the matter, or more than the payment it names."""

    def __init__(self, entry: str, of: str, known: Iterable[str]) -> None:
        super().__init__(
            entry,
            say(
                "{entry}: the refund names {of}, which is no payment as large as what was given back; payments: {known}",
                entry=entry, of=of, known=", ".join(known) or "–",
            ),
        )  # fmt: skip


def movements(timeline: Timeline) -> Iterator[tuple[Happened, Receipt | Refund]]:
    """Yield what came in and what was given back, by day; on one day what was given back comes last.

    Raise RefundWithoutPayment where a refund answers to no payment.
    """
    refunds(timeline)
    for item in sorted(timeline.entries, key=_order):
        if isinstance(item.entry, (*RECEIPTS, Refund)):
            yield item, item.entry


def refunds(timeline: Timeline) -> dict[str, Decimal]:
    """Return what was given back of each payment, by the payment's name."""
    given: dict[str, Decimal] = {}
    paid = {item.name: item.entry.amount for item in timeline.entries if isinstance(item.entry, (Payment, Recovery))}
    for item, refund in timeline.of_kind(Refund):
        given[refund.of] = given.get(refund.of, ZERO) + refund.amount
        if given[refund.of] > paid.get(refund.of, ZERO):
            raise RefundWithoutPayment(item.name, refund.of, paid)
    return given


def within_a_debt(law: Jurisdiction, rule: str) -> Sequence[str]:
    """Return the parts of a debt in the order a rule of appropriation gives, an option's election heard."""
    within = law.rule(rule, AppropriationRule).within
    if isinstance(within, OptionRef):
        return law.chosen(rule, within).split(", ")
    return within


def too_much(item: Happened, entry: EntryBase, amount: Decimal, excess: Decimal, of: str, currency: str) -> PaidTooMuch:
    """Return the error for a receipt larger than what it can extinguish."""
    return PaidTooMuch(item.name, entry.on, figures(amount, currency), figures(excess, currency), of)


def _order(item: Happened) -> tuple[date, int]:
    return item.entry.on, _SAME_DAY.get(str(getattr(item.entry, "kind", "")), 3)
