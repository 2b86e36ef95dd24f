"""Checks of how far the matter has gone: closed, on hold, a plan agreed, the client's instruction, a claim filed.

What `lawkit next` leaves out for such a reason is not drafted either, unless a named person gives the reason why.
"""

from collections.abc import Iterator

from lawkit.checks.model import Finding, Review
from lawkit.claim.orders import no_titles
from lawkit.facts.chains import ANCILLARY, line, one_proceeding
from lawkit.facts.conditions import answer
from lawkit.facts.entries import (
    Appeal,
    ClientInstruction,
    Closed,
    Evaluation,
    Filed,
    HoldPlaced,
    Judgment,
    LegalReview,
    Opposition,
    PlanAccepted,
    Settlement,
)
from lawkit.facts.subject import YES, Subject
from lawkit.facts.timeline import Timeline
from lawkit.messages import say

NOT_TO_WRITE = ("hold", "accept_plan", "settle", "write_off", "close")
NOT_TO_PURSUE = ("insolvency_watch", "write_off")


def _holds(condition: str, review: Review) -> bool:
    return answer(condition, Subject(review.timeline, review.law, review.as_of)) == YES


def matter_open(review: Review) -> Iterator[Finding]:
    """Nothing is demanded in a matter that is closed."""
    closed = [entry for _, entry in review.timeline.until(review.as_of).of_kind(Closed)]
    if closed and _holds("matter_closed", review):
        yield Finding(
            "matter_open", "stop",
            say("the matter was closed on {on} ({outcome}); if that was wrong, enter a correction of the entry",
                on=closed[-1].on, outcome=closed[-1].outcome),
        )  # fmt: skip


def not_on_hold(review: Review) -> Iterator[Finding]:
    """Reminders and notices wait while the matter is on hold; times go on running."""
    if not _holds("on_hold", review):
        return
    placed = [
        entry
        for _, entry in review.timeline.until(review.as_of).of_kind(HoldPlaced)
        if entry.until is None or entry.until >= review.as_of
    ][-1]
    until = say(" until {day}", day=placed.until) if placed.until is not None else ""
    yield Finding(
        "not_on_hold", "stop",
        say("the matter is on hold since {on}{until} (reason: {reason}); nothing is sent before it is over: enter hold_lifted",
            on=placed.on, until=until, reason=placed.reason),
    )  # fmt: skip


def no_plan_running(review: Review) -> Iterator[Finding]:
    """A plan or a settlement that is agreed and kept stands in place of a demand for the whole."""
    if not _holds("plan_running", review):
        return
    known = review.timeline.until(review.as_of)
    agreed = max(
        [entry.on for _, entry in known.of_kind(PlanAccepted)] + [entry.on for _, entry in known.of_kind(Settlement)]
    )
    yield Finding(
        "no_plan_running", "stop",
        say("a plan or a settlement was agreed on {on} and is not broken: what it says is owed, and no more is demanded "
            "while it is kept; if an instalment was not paid, enter plan_broken",
            on=agreed),
    )  # fmt: skip


def as_instructed(review: Review) -> Iterator[Finding]:
    """A paper goes out on the client's instruction, and after what the lawyers found."""
    known = review.timeline.until(review.as_of)
    instructed = [entry for _, entry in known.of_kind(ClientInstruction)]
    if instructed and instructed[-1].instruction in NOT_TO_WRITE:
        yield Finding(
            "as_instructed", "warn",
            say("the client's last instruction, of {on}, is {instruction}: make sure that this paper is wanted",
                on=instructed[-1].on, instruction=instructed[-1].instruction),
        )  # fmt: skip
    reviewed = [entry for _, entry in known.of_kind(LegalReview)]
    if reviewed and not reviewed[-1].viable:
        yield Finding(
            "as_instructed", "warn", say("the legal review of {on} found no viable claim", on=reviewed[-1].on)
        )
    elif reviewed and reviewed[-1].worth_its_cost is False:
        yield Finding(
            "as_instructed", "warn",
            say("the legal review of {on} found the claim not worth its cost", on=reviewed[-1].on),
        )  # fmt: skip
    weighed = [entry for _, entry in known.of_kind(Evaluation)]
    if weighed and weighed[-1].recommendation in NOT_TO_PURSUE:
        yield Finding(
            "as_instructed", "warn",
            say("the evaluation of {on} recommends {recommendation}",
                on=weighed[-1].on, recommendation=weighed[-1].recommendation),
        )  # fmt: skip


def _decided(known: Timeline) -> set[str]:
    """Return the filings that a judgment ended which none appealed from; an order for payment that was opposed ends nothing."""
    found: set[str] = set()
    appealed = {appeal.of for _, appeal in known.of_kind(Appeal)}
    opposed = [item for item, _ in known.of_kind(Opposition)]
    for item, judgment in known.of_kind(Judgment):
        goes_on = item.name in appealed or (
            judgment.decision == "order_for_payment" and any(one_proceeding(known, item, each) for each in opposed)
        )
        if not goes_on:
            found |= {each.name for each in line(known, item)}
    return found


def no_claim_filed(review: Review) -> Iterator[Finding]:
    """While a claim is before a court or an arbitrator, a paper says nothing that its pleadings do not."""
    known = review.timeline.until(review.as_of)
    decided = _decided(known)
    for item, entry in known.of_kind(Filed):
        over = (
            item.name in decided
            or entry.outcome not in ("pending", "granted")
            or (entry.ended is not None and entry.ended <= review.as_of)
        )
        if entry.proceeding not in ANCILLARY and not over:
            yield Finding(
                "no_claim_filed", "warn",
                say("{proceeding} was filed on {on} and is pending: this paper must agree with what was pleaded, and goes to "
                    "counsel on record where there is one",
                    proceeding=entry.proceeding, on=entry.on),
            )  # fmt: skip
    for remark in no_titles(known, review.as_of):
        yield Finding("no_claim_filed", "warn", remark.text)
