"""What is owed under judgments, and beside them on the invoices that none has merged.

From the day of a judgment the debt is what it says, for the invoices of the claim it is of. What came in before is not
reopened. What comes in from that day on goes where the payer directed, if the pack hears him; else to the judgments, the oldest
claim first, and then to the invoices that are left.
"""

from dataclasses import replace
from datetime import date

from lawkit.claim.compute import compute_claim
from lawkit.claim.judgment_model import JudgmentDebt, Owed
from lawkit.claim.judgment_walk import Piece, Walk
from lawkit.claim.model import ZERO, Claim, Remark
from lawkit.claim.orders import no_titles, taken_as_principal
from lawkit.claim.receipts import refunds, too_much
from lawkit.claim.routing import Routing, route
from lawkit.claim.standing import Standing, lost_claims, standing_judgments, without_heads
from lawkit.claim.unmerged import Unmerged
from lawkit.facts.entries import Refund
from lawkit.facts.timeline import Happened, Timeline
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.messages import say


def judgment_of(timeline: Timeline, as_of: date) -> Happened | None:
    """Return the last judgment up to a day that orders a payment and still stands, None where there is none.

    Of an order for payment entered as such, the title that came of it.
    """
    standing = standing_judgments(timeline, as_of)
    if not standing:
        return None
    last = max(standing, key=lambda each: each.judgment.on)
    return last.title or last.item


def compute_judgment_debt(timeline: Timeline, law: Jurisdiction, as_of: date) -> JudgmentDebt | None:
    """Return what is owed under the last judgment at the end of `as_of`; None before there is one that orders a payment."""
    if not _has_roles(law) or not any(not each.guarantors_only for each in standing_judgments(timeline, as_of)):
        return None
    return max(compute_owed(timeline, law, as_of).judgments, key=lambda debt: debt.judgment_on)


def compute_owed(timeline: Timeline, law: Jurisdiction, as_of: date) -> Owed:
    """Return all that is owed at the end of `as_of`: under each judgment that stands, and on the invoices not merged.

    Raise FactMissing where a rate a judgment leaves to evidence is not entered, RateMissing, RuleNotInForce or PaidTooMuch.
    """
    law = law.with_elections(timeline.case.elections)
    standing = standing_judgments(timeline, as_of) if _has_roles(law) else ()
    own = [each for each in standing if not each.guarantors_only]
    guarantors = tuple(_of_guarantors(timeline, law, as_of, each, own) for each in standing if each.guarantors_only)
    if not own:
        claim = compute_claim(timeline, law, as_of)
        said = [*_lost(timeline, as_of), *no_titles(timeline.until(as_of), as_of), *_beside(guarantors)]
        return Owed((), replace(claim, remarks=(*claim.remarks, *said)), guarantors)
    unmerged = Unmerged(timeline, law, as_of, own)
    routing = route(timeline.until(as_of), law, own, unmerged)
    debts = []
    for number, each in enumerate(own):
        walk = Walk(timeline.until(as_of), law, as_of, each, routing.to[number])
        debts.append(walk.debt())
        routing.pass_on(number, walk.over)
    _refuse(timeline, law, routing.left if not unmerged.numbers(as_of) else routing.too_large)
    claim_left = unmerged.claim(routing.left)
    remarks = [*_remarks(timeline, own, claim_left, routing), *_of_judgments(own), *_lost(timeline, as_of)]
    remarks += [*no_titles(timeline.until(as_of), as_of), *_beside(guarantors)]
    debts[-1] = replace(debts[-1], remarks=(*debts[-1].remarks, *remarks))
    return Owed(tuple(debts), claim_left, guarantors)


def _has_roles(law: Jurisdiction) -> bool:
    roles = law.pack.roles
    return roles.judgment_interest is not None and roles.appropriation_after_judgment is not None


def _of_guarantors(
    timeline: Timeline, law: Jurisdiction, as_of: date, standing: Standing, own: list[Standing]
) -> JudgmentDebt:
    """Return what a judgment against guarantors alone still orders: lowered by what they paid, or what was recovered under it."""
    pieces = Routing.of_guarantors(timeline.until(as_of), standing, costs=not own)
    walk = Walk(timeline.until(as_of), law, as_of, standing, pieces)
    debt = walk.debt()
    return debt if not walk.over else replace(debt, remarks=(*debt.remarks, _paid_beyond(debt)))


def _paid_beyond(debt: JudgmentDebt) -> Remark:
    text = say(
        "the guarantor paid more than the judgment of {day} orders; the debt itself is lowered by all of it",
        day=debt.judgment_on,
    )
    return Remark("guarantor_paid_more", "note", text)


def _refuse(timeline: Timeline, law: Jurisdiction, left: list[Piece]) -> None:
    """Raise PaidTooMuch for what no judgment could take and no refund gives back, now or later."""
    given_back = refunds(timeline)
    for piece in left:
        entry = piece.item.entry
        excess = piece.amount - given_back.get(piece.item.name, ZERO)
        if not isinstance(entry, Refund) and excess > 0:
            amount = getattr(entry, "amount", piece.amount)
            every = say("everything owed under the judgment on that day")
            raise too_much(piece.item, entry, amount, excess, every, law.pack.currency)


def _beside(guarantors: tuple[JudgmentDebt, ...]) -> list[Remark]:
    return [
        Remark(
            "judgment_on_guarantor", "warn",
            say("the {decision} of {day} is against {names} alone: {amount} under it is the same debt once more and not added; "
                "it does not take the place of what the principal debtor owes",
                decision=debt.decision.replace("_", " "), day=debt.judgment_on, names=", ".join(debt.against), amount=debt.total),
        )
        for debt in guarantors
    ]  # fmt: skip


def _of_judgments(own: list[Standing]) -> list[Remark]:
    """Return what is to be said of judgments that order no principal, that took a wider one's place, or that are orders."""
    found = [taken_as_principal(each.item, each.title) for each in own if each.title is not None]
    for each in own:
        if each.invoices and all(head.head != "principal" for head in each.judgment.heads):
            text = say("the judgment of {day} orders no principal: {numbers} are merged in it and not counted any more; verify",
                       day=each.judgment.on, numbers=", ".join(sorted(each.invoices)))  # fmt: skip
            found.append(Remark("no_principal_adjudged", "warn", text, each.item.name))
        if each.instead_of:
            text = say("the judgment of {day} took the place of {earlier}, which was on more invoices: verify what that still orders",
                       day=each.judgment.on, earlier=", ".join(day.isoformat() for day in each.instead_of))  # fmt: skip
            found.append(Remark("replaces_wider_judgment", "warn", text, each.item.name))
    return found


def _lost(timeline: Timeline, as_of: date) -> list[Remark]:
    """Return what is to be said of claims that were dismissed, or whose judgment was set aside, and not decided anew.

    And of judgments for the creditor of which nobody entered what they order.
    """
    return [
        Remark(
            "heads_not_entered", "warn",
            say("the heads of the judgment of {day} are not entered: what is owed is what it says, and not what is counted here; "
                "enter heads", day=each.judgment.on),
            each.item.name,
        )
        for each in without_heads(timeline, as_of)
        if not each.guarantors_only
    ] + [
        Remark(
            "claim_lost", "warn",
            say("the judgment of {day} was lost and none has followed: {numbers} are counted as invoices; verify that they can still be "
                "claimed", day=each.judgment.on, numbers=", ".join(sorted(each.invoices))),
            each.item.name,
        )
        for each in lost_claims(timeline, as_of)
        if each.invoices and not each.guarantors_only
    ]  # fmt: skip


def _remarks(timeline: Timeline, own: list[Standing], left: Claim | None, routing: Routing) -> list[Remark]:
    """Return what is to be said of the invoices not merged, the debtors not sued, and money that was not directed."""
    found = []
    if left is not None:
        numbers = ", ".join(invoice.number for invoice in left.invoices)
        found.append(
            Remark(
                "invoices_not_merged", "note",
                say("not merged in a judgment and shown beside it: {numbers}", numbers=numbers),
            )
        )  # fmt: skip
        if routing.undirected:
            found.append(
                Remark(
                    "undirected_to_judgment", "note",
                    say("what was paid since the judgment without a direction is applied to it before the invoices not merged: "
                        "{entries}", entries=", ".join(routing.undirected)),
                )
            )  # fmt: skip
        if timeline.case.demand and timeline.case.demand.notice_cost:
            text = say("the cost of the notice is not added to the invoices not merged: verify whether it was adjudged")
            found.append(Remark("notice_cost_left_out", "note", text))
    if routing.given_back_earlier:
        found.append(
            Remark(
                "refund_of_earlier_payment", "warn",
                say("{entries}: gives back what was paid before the judgment, and is in its heads; the part of the merged invoices is "
                    "not counted: verify", entries=", ".join(routing.given_back_earlier)),
            )
        )  # fmt: skip
    for each in own:
        others = [d.name for d in timeline.case.debtors if d.role == "principal_debtor" and d.name not in each.against]
        if each.against and others:
            found.append(
                Remark(
                    "judgment_not_against_all", "warn",
                    say("the judgment of {day} is not against {others}: what they owe is still counted on the invoices (--invoices)",
                        day=each.judgment.on, others=", ".join(others)),
                )
            )  # fmt: skip
    return found
