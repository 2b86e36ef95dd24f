"""The claim as plain data for programs: amounts as texts, ISO dates. The keys are a promise."""

from typing import Any

from lawkit.claim.model import Claim, InvoiceClaim, RuleUse, Segment


def claim_data(claim: Claim) -> dict[str, Any]:
    """Return every line of a claim as JSON-ready data."""
    return {
        "matter": claim.matter,
        "jurisdiction": claim.jurisdiction,
        "currency": claim.currency,
        "as_of": claim.as_of.isoformat(),
        "principal": str(claim.principal),
        "interest": str(claim.interest),
        "fixed_sums": str(claim.fixed_total),
        "notice_cost": str(claim.notice_cost),
        "total": str(claim.total),
        "not_yet_due": str(claim.not_yet_due),
        "daily": str(claim.daily),
        "further_from": claim.further_from.isoformat(),
        "invoices": [_invoice(invoice) for invoice in claim.invoices],
        "extinguished": [
            {
                "entry": e.entry, "kind": e.kind, "on": e.on.isoformat(), "invoice": e.invoice, "part": e.part,
                "amount": str(e.amount), "rule": e.rule,
            }
            for e in claim.extinguished
        ],
        "fixed": [
            {"rule": f.rule, "invoice": f.invoice, "amount": str(f.amount), "paid": str(f.paid)} for f in claim.fixed_sums
        ],
        "remarks": [{"code": r.code, "level": r.level, "text": r.text, "rule": r.rule} for r in claim.remarks],
        "relied_on": [rule_use_data(use) for use in claim.relied_on],
    }  # fmt: skip


def rule_use_data(use: RuleUse) -> dict[str, str]:
    """Return a rule relied on, with its provision, standing and doubt."""
    since = "start" if use.since.year == 1 else use.since.isoformat()
    return {
        "rule": use.rule, "title": use.title, "since": since, "provision": use.provision,
        "standing": use.standing, "doubt": use.doubt, "owner": use.owner,
    }  # fmt: skip


def _invoice(invoice: InvoiceClaim) -> dict[str, Any]:
    return {
        "number": invoice.number,
        "dated": invoice.dated.isoformat(),
        "payable_on": invoice.payable_on.isoformat(),
        "payable_because": list(invoice.payable_chain),
        "total": str(invoice.total),
        "paid_principal": str(invoice.paid_principal),
        "credited": str(invoice.credited),
        "deducted": str(invoice.deducted),
        "outstanding": str(invoice.outstanding),
        "overdue": invoice.overdue,
        "interest_rule": invoice.interest_rule,
        "interest_from": invoice.interest_from.isoformat() if invoice.interest_from else None,
        "interest_accrued": str(invoice.interest_accrued),
        "interest_paid": str(invoice.interest_paid),
        "interest": str(invoice.interest),
        "daily": str(invoice.daily),
        "segments": [_segment(segment) for segment in invoice.segments],
    }


def _segment(segment: Segment) -> dict[str, Any]:
    return {
        "rule": segment.rule, "from": segment.start.isoformat(), "to": segment.end.isoformat(), "days": segment.days,
        "base": str(segment.base), "rate": f"{segment.rate.normalize():f}", "amount": str(segment.amount),
        "note": segment.note,
        "rows": [
            {"series": r.series, "column": r.column, "effective": r.effective.isoformat(), "value": f"{r.value:f}"}
            for r in segment.rows
        ],
    }  # fmt: skip
