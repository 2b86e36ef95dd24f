"""Checks of the figures and the dates they rest on."""

from collections.abc import Iterator
from datetime import date

from lawkit.checks.model import Finding, Review
from lawkit.claim.judgment import judgment_of
from lawkit.claim.standing import without_heads
from lawkit.deadlines.compute import limits
from lawkit.facts.conditions import answer
from lawkit.facts.entries import Filed, Judgment, TitleObtained
from lawkit.facts.subject import YES, Subject
from lawkit.messages import say


def something_is_owed(review: Review) -> Iterator[Finding]:
    """A demand needs a sum that is due and unpaid; once a judgment or a title stands, that is the debt, not the invoices."""
    day = _adjudged(review)
    if day is not None:
        yield Finding(
            "something_is_owed", "stop",
            say("a judgment or a title stands since {day}: what is owed is what it says, and this paper demands the invoices",
                day=day),
        )  # fmt: skip
    yield from _decided_otherwise(review, "something_is_owed")
    if review.claim.total <= 0:
        yield Finding("something_is_owed", "stop", say("nothing is due and unpaid on {day}", day=review.as_of))
    elif review.claim.not_yet_due > 0:
        numbers = ", ".join(i.number for i in review.claim.invoices if not i.overdue)
        yield Finding(
            "something_is_owed", "note", say("not yet due and left out of the demand: {numbers}", numbers=numbers)
        )


def _adjudged(review: Review) -> date | None:
    """Return the day since which a judgment or a title stands in place of the invoices."""
    judgment = judgment_of(review.timeline, review.as_of)
    if judgment is not None:
        return judgment.entry.on
    titles = [entry for _, entry in review.timeline.until(review.as_of).of_kind(TitleObtained)]
    return titles[-1].on if titles else None


def _decided_otherwise(review: Review, check: str) -> Iterator[Finding]:
    """Yield a stop where a judgment stands that nobody entered the heads of, or that went against the creditor."""
    for each in without_heads(review.timeline, review.as_of, unserved=True):
        yield Finding(
            check, "stop",
            say("an order for payment was made on {day} and its heads are not entered: it is served and carried out, and this paper "
                "states the invoices; enter heads",
                day=each.judgment.on)
            if each.judgment.decision == "order_for_payment"
            else say("the judgment of {day} stands and its heads are not entered: what is owed is what it says, and this paper states "
                     "the invoices; enter heads",
                     day=each.judgment.on),
        )  # fmt: skip
    lost = _lost_invoices(review)
    if lost:
        yield Finding(
            check, "stop",
            say("a claim for {numbers} was dismissed or decided against the creditor, and no decision for it stands: this paper states "
                "what the court refused",
                numbers=", ".join(lost)),
        )  # fmt: skip


def _lost_invoices(review: Review) -> list[str]:
    """Return the invoices still counted whose claim a court heard and refused."""
    known = review.timeline.until(review.as_of)
    refused = any(entry.outcome == "dismissed" for _, entry in known.of_kind(Filed))
    if not refused and all(entry.outcome != "lost" for _, entry in known.of_kind(Judgment)):
        return []
    counted = {line.number for line in review.claim.invoices if line.outstanding > 0 or line.interest > 0}
    return [
        invoice.number
        for invoice in review.timeline.case.invoices
        if invoice.number in counted
        and answer("claim_lost", Subject(review.timeline, review.law, review.as_of, invoice)) == YES
    ]


def debt_as_invoiced(review: Review) -> Iterator[Finding]:
    """A statement of the invoices is what is owed only until a judgment or a title; an insolvency stops their interest."""
    day = _adjudged(review)
    if day is not None:
        yield Finding(
            "debt_as_invoiced", "stop",
            say("a judgment or a title stands since {day}: what is owed is what it says, and this paper states the invoices; "
                "see: lawkit claim",
                day=day),
        )  # fmt: skip
    yield from _decided_otherwise(review, "debt_as_invoiced")
    if answer("insolvency_open", Subject(review.timeline, review.law, review.as_of)) == YES:
        yield Finding(
            "debt_as_invoiced", "warn",
            say("insolvency proceedings are open: this statement may be joined to a declaration of the claim, and demands "
                "nothing of the debtor"),
        )  # fmt: skip


def law_is_current(review: Review) -> Iterator[Finding]:
    """Rates relied on were verified up to the day; what is doubtful is shown to the signer."""
    for remark in review.claim.remarks:
        if remark.code.startswith(("unverified_rate", "daily_at_last_rate")):
            yield Finding("law_is_current", "warn", remark.text, remark.rule)
    for use in review.claim.relied_on:
        if use.doubt:
            yield Finding(
                "law_is_current", "note", say("{rule}: verify: {doubt}", rule=use.rule, doubt=use.doubt), use.provision
            )


def limitation(review: Review) -> Iterator[Finding]:
    """An invoice past the time to sue is shown before a demand is made for it; what restarted the time is counted."""
    applied: dict[str, set[str]] = {}
    for each in review.claim.extinguished:
        applied.setdefault(each.entry, set()).add(each.invoice)
    for found in limits(review.timeline, review.law, review.as_of, applied):
        last, safe = found.effective_last_day, found.safe_day
        if last is None:
            yield Finding("limitation", "warn", "; ".join(found.chain), found.provision)
        elif found.status == "missed":
            yield Finding(
                "limitation", "warn",
                say("{subject}: the time to sue ended on {day} ({chain}); no acknowledgment, payment or proceeding on file "
                    "began it anew: do not call the debt enforceable",
                    subject=found.subject, day=last, chain="; ".join(found.chain)),
                found.provision,
            )  # fmt: skip
        elif safe is not None and safe < review.as_of:
            events = ", ".join(f"{i.origin} ({i.state})" for i in found.interruptions if i.needed) or found.chain[0]
            yield Finding(
                "limitation", "warn",
                say("{subject}: the time to sue ran out on {safe} without what is on file; it stands to {last} on the "
                    "strength of {events}: keep the proof",
                    subject=found.subject, safe=safe, last=last, events=events),
                found.provision,
            )  # fmt: skip
        elif found.status != "interrupted" and (min(last, safe or last) - review.as_of).days <= 180:
            day = min(last, safe or last)
            yield Finding(
                "limitation", "warn",
                say("{subject}: the time to sue ends on {day}, in {days} days",
                    subject=found.subject, day=day, days=(day - review.as_of).days),
                found.provision,
            )  # fmt: skip


def term_within_law(review: Review) -> Iterator[Finding]:
    """An agreed payment term longer than the law allows is shown."""
    for remark in review.claim.remarks:
        if remark.code.startswith(("term_too_long", "due_differs")):
            yield Finding("term_within_law", "warn", remark.text, remark.rule)


def contract_rate_floor(review: Review) -> Iterator[Finding]:
    """A contract rate of penalty below the statutory floor is flagged; the lawyer elects what to claim."""
    for remark in review.claim.remarks:
        if remark.code == "contract_rate_below_floor":
            yield Finding("contract_rate_floor", "warn", remark.text, remark.rule)
