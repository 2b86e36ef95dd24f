"""The claim as plain data for programs: amounts as texts, ISO dates. The keys are a promise."""

from collections.abc import Iterable
from typing import Any

from lawkit.claim.booked import BookedCost, bad_debt_taxes, booked_costs, tax_credits, tax_levers, told
from lawkit.claim.deductions import expected_deductions
from lawkit.claim.judgment_model import HeadClaim, JudgmentDebt, Owed
from lawkit.claim.model import Claim, Extinguished, InvoiceClaim, RuleUse, Segment
from lawkit.facts.timeline import Timeline
from lawkit.law.jurisdiction import Jurisdiction


def claim_data(claim: Claim) -> dict[str, Any]:
    """Return every line of a claim as JSON-ready data."""
    return {
        "basis": "invoices",
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
        "extinguished": [_extinguished(e) for e in claim.extinguished],
        "fixed": [
            {"rule": f.rule, "invoice": f.invoice, "amount": str(f.amount), "paid": str(f.paid)} for f in claim.fixed_sums
        ],
        "remarks": [{"code": r.code, "level": r.level, "text": r.text, "rule": r.rule} for r in claim.remarks],
        "relied_on": [rule_use_data(use) for use in claim.relied_on],
    }  # fmt: skip


def owed_data(owed: Owed) -> dict[str, Any]:
    """Return all that is owed as JSON-ready data: the last judgment, or else the claim on the invoices, and what stands beside it.

    The sums of the first level are those of that judgment or claim alone; `in_all` adds the other judgments and the invoices
    not merged. Judgments against guarantors alone are the same debt once more and are not added.
    """
    if owed.judgments:
        last = max(owed.judgments, key=lambda debt: debt.judgment_on)
        data = judgment_data(last)
        data["other_judgments"] = [judgment_data(debt) for debt in owed.judgments if debt is not last]
        data["not_merged"] = claim_data(owed.invoices) if owed.invoices is not None else None
        data["in_all"] = {
            "principal": str(owed.principal), "interest": str(owed.interest), "costs": str(owed.costs), "other": str(owed.other),
            "total": str(owed.total), "daily": str(owed.daily),
        }  # fmt: skip
    else:
        assert owed.invoices is not None
        data = claim_data(owed.invoices)
    data["against_guarantors"] = [judgment_data(debt) for debt in owed.guarantors]
    return data


def judgment_data(debt: JudgmentDebt) -> dict[str, Any]:
    """Return every line of what is owed under a judgment as JSON-ready data."""
    return {
        "basis": "judgment",
        "matter": debt.matter,
        "jurisdiction": debt.jurisdiction,
        "currency": debt.currency,
        "as_of": debt.as_of.isoformat(),
        "judgment": {
            "entry": debt.judgment, "decision": debt.decision, "court": debt.court, "number": debt.number,
            "on": debt.judgment_on.isoformat(), "merged": list(debt.invoices), "against": list(debt.against),
        },
        "principal": str(debt.principal),
        "interest": str(debt.interest),
        "costs": str(debt.costs),
        "total": str(debt.total),
        "barred": str(debt.barred),
        "barred_before": debt.barred_before.isoformat() if debt.barred_before else None,
        "daily": str(debt.daily),
        "further_from": debt.further_from.isoformat(),
        "heads": [_head(line) for line in debt.heads],
        "extinguished": [_extinguished(e) for e in debt.extinguished],
        "remarks": [{"code": r.code, "level": r.level, "text": r.text, "rule": r.rule} for r in debt.remarks],
        "relied_on": [rule_use_data(use) for use in debt.relied_on],
    }  # fmt: skip


def costs_data(costs: Iterable[BookedCost]) -> list[dict[str, Any]]:
    """Return costs that were booked and are no part of what is owed."""
    return [
        {
            "entry": c.entry, "on": c.on.isoformat(), "nature": c.nature, "amount": str(c.amount), "recoverable": c.recoverable,
            "reference": c.reference,
        }
        for c in costs
    ]  # fmt: skip


def booked_data(timeline: Timeline, law: Jurisdiction, claim: Claim) -> dict[str, Any]:
    """Return what is told beside a claim and is no part of it: booked costs, taxes of the other side, expected deductions."""
    return {
        "costs": costs_data(booked_costs(timeline, claim.as_of)),
        "expected_deductions": [
            {
                "invoice": d.invoice, "rule": d.rule, "provision": d.provision, "form": d.form, "rate": f"{d.rate.normalize():f}",
                "base": str(d.base), "expected": str(d.expected), "evidenced": str(d.evidenced),
                "difference": str(d.difference), "doubt": d.doubt,
            }
            for d in expected_deductions(timeline, law, claim.as_of)
        ],
        "tax_credits": [
            {
                "invoice": c.invoice, "last_day": c.last_day.isoformat(), "return_period": f"{c.return_period:%Y-%m}",
                "other_period": f"{c.other_period:%Y-%m}", "tax": str(c.tax), "unpaid": str(c.unpaid), "total": str(c.total),
                "amount": str(c.amount),
                "interest_rate": None if c.interest_rate is None else f"{c.interest_rate.normalize():f}",
            }
            for c in tax_credits(timeline, law, claim)
        ],
        "tax_levers": [
            {
                "invoice": t.invoice, "last_day": t.last_day.isoformat(), "unpaid": str(t.unpaid), "provision": t.provision,
            }
            for t in tax_levers(timeline, law, claim)
        ],
        "bad_debt_taxes": [
            {"invoice": b.invoice, "net": str(b.net), "tax": str(b.tax), "mention": b.mention}
            for b in bad_debt_taxes(timeline, law, claim)
        ],
        "told": [rule_use_data(use) for use in told(law, claim)],
    }  # fmt: skip


def _head(line: HeadClaim) -> dict[str, Any]:
    return {
        "head": line.head, "title": line.label, "amount": str(line.amount), "outstanding": str(line.outstanding),
        "interest_rule": line.interest_rule,
        "interest_from": line.interest_from.isoformat() if line.interest_from else None,
        "interest_accrued": str(line.interest_accrued), "interest_paid": str(line.interest_paid), "barred": str(line.barred),
        "entry": line.entry, "interest": str(line.interest), "daily": str(line.daily), "segments": [_segment(s) for s in line.segments],
    }  # fmt: skip


def _extinguished(e: Extinguished) -> dict[str, str]:
    return {
        "entry": e.entry, "kind": e.kind, "on": e.on.isoformat(), "invoice": e.invoice, "part": e.part,
        "amount": str(e.amount), "rule": e.rule,
    }  # fmt: skip


def rule_use_data(use: RuleUse) -> dict[str, str]:
    """Return a rule relied on, with its value, provision, standing and doubt."""
    since = "start" if use.since.year == 1 else use.since.isoformat()
    return {
        "rule": use.rule, "title": use.title, "since": since, "value": use.value, "provision": use.provision,
        "standing": use.standing, "checked_on": use.checked_on.isoformat() if use.checked_on else "",
        "against": use.against, "doubt": use.doubt, "owner": use.owner,
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
