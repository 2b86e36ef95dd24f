"""What `lawkit claim --explain` tells beside the claim and is no part of it: booked costs, taxes of the other side, directions of payments."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from lawkit.claim import Claim
from lawkit.claim.booked import BookedCost, bad_debt_taxes, booked_costs, tax_credits, tax_levers, told
from lawkit.claim.deductions import expected_deductions
from lawkit.claim.directions import step_of
from lawkit.cli.table import table
from lawkit.facts.entries import Payment
from lawkit.facts.entries.money import Towards
from lawkit.facts.timeline import Timeline
from lawkit.law import Jurisdiction
from lawkit.law.model import AppropriationRule
from lawkit.messages import say
from lawkit.money import figures


def beside_text(matter: Timeline, law: Jurisdiction, claim: Claim) -> str:
    """Return what is told beside the claim, in tables; empty where there is nothing."""
    parts = (_costs, _deductions, _credits, _levers, _bad_debts, _told)
    return "\n\n".join(text for part in parts for text in part(matter, law, claim))


def _money(amount: Decimal, claim: Claim) -> str:
    return figures(amount, claim.currency)


def costs_text(costs: Sequence[BookedCost], currency: str) -> str:
    """Return the costs booked that are no part of what is owed, as a table; empty where there are none."""
    if not costs:
        return ""
    rows = [
        (
            c.on.isoformat(), c.nature.replace("_", " "), c.reference, say("yes") if c.recoverable else say("no"),
            figures(c.amount, currency),
        )
        for c in costs
    ]  # fmt: skip
    head = (say("day"), say("nature"), say("reference"), say("recoverable"), say("amount"))
    recoverable = sum((c.amount for c in costs if c.recoverable), Decimal(0))
    title = say(
        "Costs booked, no part of the claim; recoverable once a judgment gives them: {sum}",
        sum=figures(recoverable, currency),
    )
    return f"{title}\n\n{table(head, rows, right=(4,))}"


def _costs(matter: Timeline, law: Jurisdiction, claim: Claim) -> Iterator[str]:
    if text := costs_text(booked_costs(matter, claim.as_of), claim.currency):
        yield text


def _deductions(matter: Timeline, law: Jurisdiction, claim: Claim) -> Iterator[str]:
    rows = [
        (
            d.invoice, d.provision, f"{d.rate.normalize():f} %", _money(d.base, claim), _money(d.expected, claim),
            _money(d.evidenced, claim),
        )
        for d in expected_deductions(matter, law, claim.as_of)
    ]  # fmt: skip
    if rows:
        head = (say("invoice"), say("provision"), say("rate"), say("on"), say("expected"), say("evidenced"))
        title = say("Tax the debtor may deduct: figures to verify; only what is evidenced lowers the claim")
        yield f"{title}\n\n{table(head, rows, right=(2, 3, 4, 5))}"


def _credits(matter: Timeline, law: Jurisdiction, claim: Claim) -> Iterator[str]:
    found = tax_credits(matter, law, claim)
    if not found:
        return
    rows = [
        (
            c.invoice, c.last_day.isoformat(), f"{c.return_period:%Y-%m}", f"{c.other_period:%Y-%m}",
            _money(c.unpaid, claim), _money(c.amount, claim),
        )
        for c in found
    ]  # fmt: skip
    head = (say("invoice"), say("last day"), say("return"), say("or"), say("unpaid"), say("credit"))
    title = say("Input tax credit the buyer reverses if unpaid after the last day")
    text = f"{title}\n\n{table(head, rows, right=(4, 5))}"
    rate = found[0].interest_rate
    if rate is not None:
        told_rate = say("with interest of {rate} % a year, only if the credit was utilised", rate=rate.normalize())
        text += f"\n{told_rate}"
    yield text


def _levers(matter: Timeline, law: Jurisdiction, claim: Claim) -> Iterator[str]:
    rows = [
        (t.invoice, t.last_day.isoformat(), _money(t.unpaid, claim), t.provision)
        for t in tax_levers(matter, law, claim)
    ]
    if rows:
        head = (say("invoice"), say("payable on"), say("unpaid"), say("provision"))
        yield say("Sums the buyer may deduct from its income only once paid") + "\n\n" + table(head, rows, right=(2,))


def _bad_debts(matter: Timeline, law: Jurisdiction, claim: Claim) -> Iterator[str]:
    found = bad_debt_taxes(matter, law, claim)
    if found:
        rows = [(b.invoice, _money(b.net, claim), _money(b.tax, claim)) for b in found]
        head = (say("invoice"), say("net"), say("tax"))
        mentions = "\n".join(b.mention.get(law.pack.languages[0], "") for b in found)
        title = say("Value-added tax to recover if the debt is lost")
        yield f"{title}\n\n{table(head, rows, right=(1, 2))}\n{mentions}"


def _told(matter: Timeline, law: Jurisdiction, claim: Claim) -> Iterator[str]:
    lines = [f"{use.title} ({use.provision})" + (f": {use.doubt}" if use.doubt else "") for use in told(law, claim)]
    if lines:
        yield "\n".join(lines)


def directed_text(matter: Timeline, law: Jurisdiction, as_of: date) -> str:
    """Return which payments were directed to which invoices, by whom, and whether the rule hears that; empty where none was."""
    known = matter.until(as_of)
    name = law.pack.roles.appropriation
    across = law.rule(name, AppropriationRule).across
    rows = [
        (
            paid.on.isoformat(), item.name, say("the debtor") if paid.chosen_by == "debtor" else say("the creditor"),
            ", ".join(_part(part, law.pack.currency) for part in paid.towards),
            say("as directed ({step})", step=step_of(paid)) if step_of(paid) in across else say("by the order of the rule"), name,
        )
        for item, paid in known.of_kind(Payment)
        if paid.towards
    ]  # fmt: skip
    if not rows:
        return ""
    head = (say("on"), say("entry"), say("chosen by"), say("invoices named"), say("applied"), say("rule"))
    title = say("Payments directed to invoices")
    return f"{title}\n\n{table(head, rows)}"


def _part(part: Towards, currency: str) -> str:
    return part.invoice if part.amount is None else f"{part.invoice} ({figures(part.amount, currency)})"
