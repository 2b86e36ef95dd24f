"""Checks of what the claim rests on: entitlement, disputes, ownership, exhibits."""

from collections.abc import Iterator

from lawkit.checks.model import Finding, Review
from lawkit.facts.conditions import answer
from lawkit.facts.entries import Dispute
from lawkit.facts.subject import Subject
from lawkit.messages import say


def msmed_eligibility(review: Review) -> Iterator[Finding]:
    """Statutory MSME interest only where the supplier is entitled to it on the day of supply (IN-MS-RULE)."""
    roles = review.law.pack.roles
    interest = roles.bases.get("small_enterprise")
    if roles.small_enterprise is None:
        return
    for invoice in review.timeline.case.invoices:
        found = answer(roles.small_enterprise, Subject(review.timeline, review.law, review.as_of, invoice))
        line = next((i for i in review.claim.invoices if i.number == invoice.number), None)
        if found == "disputed":
            claimed = say("claimed") if line and line.interest_rule == interest else say("left out")
            yield Finding(
                "msmed_eligibility", "warn",
                say("invoice {number}: entitlement to MSME interest is disputed, and it is {claimed}; verify before signing",
                    number=invoice.number, claimed=claimed),
                "IN-MS-RULE",
            )  # fmt: skip
        elif found == "unknown":
            yield Finding(
                "msmed_eligibility", "warn",
                say("invoice {number}: the day of supply is missing, so entitlement to MSME interest cannot be told",
                    number=invoice.number),
                "IN-MS-RULE",
            )  # fmt: skip
        elif found == "yes" and line and line.interest_rule != interest:
            yield Finding(
                "msmed_eligibility", "note",
                say("invoice {number}: MSME interest may be claimed and is not", number=invoice.number), "IN-MS-RULE",
            )  # fmt: skip


def consumer_guard(review: Review) -> Iterator[Finding]:
    """Nothing reserved to dealings between professionals is claimed from a consumer (C. com. L. 441-10; CPCE L. 111-8).

    In France the cost of a letter without a title stays with the creditor, whoever the debtor is.
    """
    subject = Subject(review.timeline, review.law, review.as_of)
    if answer("debtor_is_consumer", subject) != "yes":
        if review.claim.notice_cost > 0 and review.law.pack.code == "france":
            yield Finding(
                "consumer_guard", "stop", say("the cost of the notice is claimed; it stays with the creditor"), "6.2"
            )
        return
    if review.claim.fixed_total > 0:
        yield Finding("consumer_guard", "stop", say("a fixed sum for recovery costs is claimed from a consumer"), "6.4")
    if review.claim.notice_cost > 0:
        yield Finding("consumer_guard", "stop", say("the cost of the notice is claimed from a consumer"), "6.4")
    yield Finding(
        "consumer_guard", "warn",
        say("the debtor is a consumer: a shorter limitation and the wording rules for consumers apply"), "2",
    )  # fmt: skip


def dispute_on_file(review: Review) -> Iterator[Finding]:
    """A known dispute is told and answered in the paper, or the paper waits; a confidential one is never told."""
    for _, dispute in review.timeline.until(review.as_of).of_kind(Dispute):
        if dispute.answer is None:
            text = (
                say("the dispute of {on} is confidential and not answered; enter its answer: the paper tells neither")
                if dispute.confidential
                else say("the dispute of {on} is not answered; enter its answer, so that the paper states both")
            )
            yield Finding(
                "dispute_on_file", "stop", text.format(on=dispute.on),
                "IN-ETH-10" if review.law.pack.code == "india" else "7.4",
            )  # fmt: skip
        elif dispute.confidential:
            yield Finding(
                "dispute_on_file", "warn",
                say("the debt was disputed on {on}; the dispute is confidential and not told in the paper: make sure that "
                    "nothing in it denies the dispute",
                    on=dispute.on),
            )  # fmt: skip
        else:
            yield Finding(
                "dispute_on_file", "warn",
                say("the debt was disputed on {on}; the paper states the dispute and its answer", on=dispute.on),
            )  # fmt: skip


def claim_not_assigned(review: Review) -> Iterator[Finding]:
    """An invoice assigned to a factor, a bank or an insurer is claimed by its owner (france 7.2)."""
    for invoice in review.timeline.case.invoices:
        assigned = invoice.assigned
        if assigned and (assigned.returned_on is None or assigned.returned_on > review.as_of):
            yield Finding(
                "claim_not_assigned", "stop",
                say("invoice {number} is assigned to {to} since {on}; its owner must act, or return it",
                    number=invoice.number, to=assigned.to, on=assigned.on),
                "7.2",
            )  # fmt: skip


def exhibits_on_file(review: Review) -> Iterator[Finding]:
    """Every exhibit that names a file has it, and the file is not empty."""
    for exhibit in review.timeline.case.exhibits:
        if exhibit.file is None:
            continue
        found = review.exhibits.files.get(exhibit.file)
        if found is None:
            text = say("exhibit {id}: the file {file} is not there", id=exhibit.id, file=exhibit.file)
        elif found[0] == 0:
            text = say("exhibit {id}: the file {file} is empty", id=exhibit.id, file=exhibit.file)
        else:
            continue
        yield Finding("exhibits_on_file", "warn", text)
