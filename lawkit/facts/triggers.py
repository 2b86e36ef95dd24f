"""The facts that can trigger a period, each found on the timeline: a day, or None where it is not known."""

from collections.abc import Callable
from datetime import date, timedelta

from lawkit.dates import month_end
from lawkit.facts.entries import Judgment, Order
from lawkit.facts.notices import first_formal_notice, interest_claimed_from
from lawkit.facts.subject import Subject, supply_day


def agreed_due(subject: Subject) -> date | None:
    """Return the agreed day of payment: printed on the invoice, else computed from the contract's term."""
    invoice = subject.invoice
    if invoice is None:
        return None
    if invoice.due is not None:
        return invoice.due
    return term_day(subject)


def term_day(subject: Subject) -> date | None:
    """Return the day the contract's payment term gives, whatever the invoice prints."""
    invoice, contract = subject.invoice, subject.timeline.case.contract
    if invoice is None or contract is None or contract.payment_term is None:
        return None
    term = contract.payment_term
    start = {"invoice": invoice.dated, "delivery": supply_day(invoice), "acceptance": acceptance_day(subject)}[
        term.counted_from
    ]
    if start is None:
        return None
    if term.end_of_month == "before_days":
        return month_end(start) + timedelta(days=term.days)
    day = start + timedelta(days=term.days)
    return month_end(day) if term.end_of_month == "after_days" else day


def acceptance_day(subject: Subject) -> date | None:
    """Return the day of acceptance of an invoice: delivery, or the removal of an objection written in time.

    How long an objection may be written is the pack's `written_objection` (MSMED Act 2006 s. 2(b), Explanation); where the
    pack has none, an objection changes nothing. `accepted` overrides where the contract or a document fixes the day.
    """
    invoice = subject.invoice
    if invoice is None or invoice.accepted is not None or invoice.delivered is None:
        return invoice.accepted if invoice else None
    rule, objection = subject.law.pack.roles.written_objection, invoice.objection
    if rule is None or objection is None:
        return invoice.delivered
    from lawkit.facts.days import Day, counted  # which resolve the facts of this module in their turn

    last = counted(rule, Day(invoice.delivered, ()), subject).day
    return objection.removed_on if invoice.delivered <= objection.on <= last else invoice.delivered


def _judgment_dated(subject: Subject) -> date | None:
    if subject.entry is not None and isinstance(subject.entry.entry, Judgment):
        return subject.entry.entry.on
    return max((entry.on for _, entry in subject.timeline.until(subject.as_of).of_kind(Judgment)), default=None)


def _payment_requested(subject: Subject) -> date | None:
    """CCP art. R. 2192-12: receipt of the request for payment by the public buyer, or performance if later."""
    invoice = subject.invoice
    if invoice is None or invoice.request_received is None:
        return None
    return max(invoice.request_received, supply_day(invoice) or invoice.request_received)


def _return_known(subject: Subject) -> date | None:
    """NI Act s. 138 proviso (b): the earliest day the payee had the bank's information, message or memo."""
    if subject.cheque is None:
        return None
    days = [day for day in (subject.cheque.informed_on, subject.cheque.memo_received) if day is not None]
    return min(days, default=None)


def _order_dated(subject: Subject) -> date | None:
    """The day of the order asked about, or of the order that what is asked about concerns; else of the first for payment."""
    orders = {item.name: item.entry for item, _ in subject.timeline.until(subject.as_of).of_kind(Order)}
    if subject.entry is not None:
        of = getattr(subject.entry.entry, "of", None)
        named = orders.get(subject.entry.name) or orders.get(of or "")
        if named is not None:
            return named.on
    return min((entry.on for entry in orders.values() if getattr(entry, "order", None) == "payment"), default=None)


def _payable_on(subject: Subject) -> date | None:
    from lawkit.facts.days import payable_on  # the pack's choice, which resolves days in its turn

    return payable_on(subject).day


TRIGGERS: dict[str, Callable[[Subject], date | None]] = {
    "invoice_dated": lambda s: s.invoice.dated if s.invoice else None,
    "supplied": lambda s: supply_day(s.invoice) if s.invoice else None,
    "accepted": acceptance_day,
    "agreed_due": agreed_due,
    "payable_on": _payable_on,
    "interest_claimed_from": interest_claimed_from,
    "notice_presented": first_formal_notice,
    "judgment_dated": _judgment_dated,
    "payment_requested": _payment_requested,
    "contract_dated": lambda s: s.timeline.case.contract.dated if s.timeline.case.contract else None,
    "instructed_on": lambda s: s.timeline.case.instructed_on,
    "dispatched_on": lambda s: s.as_of,
    "cheque_dated": lambda s: s.cheque.dated if s.cheque else None,
    "cheque_presented": lambda s: s.cheque.presented if s.cheque else None,
    "return_memo_received": _return_known,
    "order_dated": _order_dated,
    "guarantee_dated": lambda s: s.debtor.guarantee.dated if s.debtor and s.debtor.guarantee else None,
    "guarantee_ends": lambda s: s.debtor.guarantee.until if s.debtor and s.debtor.guarantee else None,
}
