"""Checks of the figures and the dates they rest on."""

from collections.abc import Iterator

from lawkit.checks.model import Finding, Review
from lawkit.errors import LawkitError
from lawkit.facts.conditions import Subject
from lawkit.facts.days import choose, end_of
from lawkit.messages import say


def something_is_owed(review: Review) -> Iterator[Finding]:
    """A demand needs a sum that is due and unpaid."""
    if review.claim.total <= 0:
        yield Finding("something_is_owed", "stop", say("nothing is due and unpaid on {day}", day=review.as_of))
    elif review.claim.not_yet_due > 0:
        numbers = ", ".join(i.number for i in review.claim.invoices if not i.overdue)
        yield Finding(
            "something_is_owed", "note", say("not yet due and left out of the demand: {numbers}", numbers=numbers)
        )


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
    """An invoice past the time to sue is shown before a demand is made for it."""
    role = review.law.pack.roles.limitation
    if role is None:
        return
    for invoice in review.timeline.case.invoices:
        subject = Subject(review.timeline, review.law, review.as_of, invoice)
        try:
            branch, _ = choose(role, subject)
            last = end_of(branch.rule, subject) if branch and branch.rule else None
        except LawkitError as error:
            yield Finding("limitation", "warn", str(error))
            continue
        if last is None or branch is None or branch.rule is None:
            continue
        authority = review.law.citation(branch.rule, review.as_of, review.law.pack.languages[0])
        if last.day < review.as_of:
            yield Finding(
                "limitation", "warn",
                say("invoice {number}: the time to sue, counted without any restart, ended on {day} ({chain}); see "
                    "whether an acknowledgment or a payment began it anew, and do not call the debt enforceable otherwise",
                    number=invoice.number, day=last.day, chain="; ".join(last.chain)),
                authority,
            )  # fmt: skip
        elif (last.day - review.as_of).days <= 180:
            yield Finding(
                "limitation", "warn",
                say("invoice {number}: the time to sue ends on {day}, in {days} days",
                    number=invoice.number, day=last.day, days=(last.day - review.as_of).days),
                authority,
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
