"""`lawkit claim`: what is owed, line by line."""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import click

from lawkit.claim import Claim, compute_claim
from lawkit.claim.booked import booked_costs
from lawkit.claim.compare import Comparison, compare_options, comparison_data
from lawkit.claim.export import booked_data, costs_data, owed_data
from lawkit.claim.judgment import compute_owed
from lawkit.claim.judgment_model import JudgmentDebt, Owed
from lawkit.claim.model import Extinguished, InvoiceClaim, Remark, RuleUse, Segment
from lawkit.cli.beside import beside_text, costs_text, directed_text
from lawkit.cli.options import as_of_option, case_argument, json_option, note, placed, read_matter
from lawkit.cli.table import table
from lawkit.facts import timeline
from lawkit.facts.timeline import Timeline
from lawkit.law import Jurisdiction
from lawkit.messages import say
from lawkit.money import figures


@click.command()
@case_argument
@as_of_option
@click.option("--explain", is_flag=True, help="Show the working: days, rates, provisions, and what each payment paid.")
@click.option("--invoices", is_flag=True, help="Show the claim on the invoices even after a judgment.")
@click.option("--compare", metavar="RULE.OPTION", default=None, help="Show every choice of an option side by side.")
@click.option(
    "--xlsx", type=click.Path(path_type=Path), default=None, help="Also write the claim as an Excel workbook."
)
@click.option("--replace", is_flag=True, help="Replace a different workbook of the same name.")
@json_option
def claim(
    casefile: Path,
    as_of: date,
    explain: bool,
    invoices: bool,
    compare: str | None,
    xlsx: Path | None,
    replace: bool,
    as_json: bool,
) -> None:
    """Show what is owed, line by line: on the invoices, or under the judgment from its day.

    \b
    Example:
        lawkit claim casefiles/shakti-goods.yaml --as-of 2026-11-24 --explain
        lawkit claim casefiles/nirmal-msme.yaml --as-of 2026-11-24 --compare msmed_interest.rate_basis
    """
    case, law, _ = read_matter(casefile)
    matter = timeline(case.facts)
    if compare is not None:
        comparison = compare_options(matter, law, as_of, compare)
        click.echo(_json(comparison_data(comparison)) if as_json else comparison_text(comparison))
        return
    with placed(case):
        owed = Owed((), compute_claim(matter, law, as_of)) if invoices else compute_owed(matter, law, as_of)
    if xlsx is not None:
        from lawkit.cli.workbook import owed_workbook
        from lawkit.drafting.files import write_file

        book = owed_workbook(owed, booked_costs(matter, as_of, owed.costs_counted))
        outcome = write_file(xlsx, book, replace=replace)
        note(say("{outcome}: {path}", outcome=say(outcome.value), path=xlsx))
    if as_json:
        data = owed_data(owed)
        if not owed.judgments and owed.invoices is not None:
            data["told_beside"] = booked_data(matter, law, owed.invoices)
        else:
            data["told_beside"] = {"costs": costs_data(booked_costs(matter, as_of, owed.costs_counted))}
        click.echo(_json(data))
        return
    click.echo(owed_text(owed))
    if explain:
        click.echo("\n" + owed_working(owed))
        if directed := directed_text(matter, law, as_of):
            click.echo("\n" + directed)
        if beside := _beside(owed, matter, law, as_of):
            click.echo("\n" + beside)
    for remark in _remarks(owed):
        note(f"{remark.level}: {remark.text}")


def _beside(owed: Owed, matter: Timeline, law: Jurisdiction, as_of: date) -> str:
    """Return what is told beside: of the invoices all of it, after a judgment the costs it does not count."""
    if owed.judgments or owed.invoices is None:
        return costs_text(booked_costs(matter, as_of, owed.costs_counted), owed.currency)
    return beside_text(matter, law, owed.invoices)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


def owed_text(owed: Owed) -> str:
    """Return all that is owed as tables for people: each judgment, the invoices not merged, and what they come to in all."""
    debts, left = owed.judgments, owed.invoices
    parts = [judgment_text(debt, titled=not number) for number, debt in enumerate(debts)]
    if left is not None:
        parts.append(claim_text(left) if not debts else _left_text(left))
    if len(parts) > 1:
        money = owed.currency
        rows = [
            (say("principal"), figures(owed.principal, money)), (say("interest"), figures(owed.interest, money)),
            (say("costs"), figures(owed.costs, money)), (say("total"), figures(owed.total, money)),
        ]  # fmt: skip
        if owed.other:
            rows.insert(3, (say("fixed sums"), figures(owed.other, money)))
        parts.append(say("in all") + "\n\n" + table(("", ""), rows, right=(1,)))
    parts += [_guarantor_text(debt) for debt in owed.guarantors]
    return "\n\n".join(parts)


def owed_working(owed: Owed) -> str:
    """Return the working of everything owed."""
    parts = [judgment_working(debt) for debt in (*owed.judgments, *owed.guarantors)]
    if owed.invoices is not None:
        parts.append(working_text(owed.invoices))
    return "\n\n".join(parts)


def _remarks(owed: Owed) -> list[Remark]:
    """Return every remark once, in order."""
    return list(dict.fromkeys(remark for part in (*owed.parts, *owed.guarantors) for remark in part.remarks))


def claim_text(claim: Claim, heading: str = "") -> str:
    """Return the claim on the invoices as a table for people, under its title or another heading."""

    def money(amount: Decimal) -> str:
        return figures(amount, claim.currency)

    rows = [
        (
            i.number,
            i.payable_on.isoformat(),
            money(i.total),
            money(i.outstanding),
            money(i.interest),
            i.interest_rule or "–",
        )
        for i in claim.invoices
    ]
    head = (say("invoice"), say("payable on"), say("total"), say("principal"), say("interest"), say("rule"))
    lines = [heading or _title(claim), "", table(head, rows, right=(2, 3, 4)), ""]
    sums = [(say("principal"), money(claim.principal)), (say("interest"), money(claim.interest))]
    if claim.fixed_sums:
        sums.append((say("fixed sums"), money(claim.fixed_total)))
    if claim.notice_cost:
        sums.append((say("cost of the notice"), money(claim.notice_cost)))
    sums.append((say("total"), money(claim.total)))
    sums.append((say("per day from {day}", day=claim.further_from), money(claim.daily)))
    if claim.not_yet_due:
        sums.append((say("not yet due, not in the total"), money(claim.not_yet_due)))
    return "\n".join([*lines, table(("", ""), sums, right=(1,))])


def _title(owed: Claim | JudgmentDebt) -> str:
    return say(
        "{matter}: what is owed on {day}, in {currency}", matter=owed.matter, day=owed.as_of, currency=owed.currency
    )


def _left_text(claim: Claim) -> str:
    return claim_text(claim, say("on the invoices that no judgment has merged"))


def _guarantor_text(debt: JudgmentDebt) -> str:
    names = ", ".join(debt.against)
    return (
        say("against {names} alone, the same debt once more and not added:", names=names)
        + "\n"
        + judgment_text(debt, titled=False)
    )


def judgment_text(debt: JudgmentDebt, *, titled: bool = True) -> str:
    """Return what is owed under a judgment as a table for people, under the title of the matter or alone."""

    def money(amount: Decimal) -> str:
        return figures(amount, debt.currency)

    rows = [
        (line.label, money(line.amount), money(line.outstanding), money(line.interest), line.interest_rule or "–")
        for line in debt.heads
    ]
    head = (say("head"), say("adjudged"), say("left"), say("interest since"), say("rule"))
    under = say(
        "under the {decision} of {day}{court}{number}; merged in it: {invoices} (--invoices shows them)",
        decision=debt.decision.replace("_", " "), day=debt.judgment_on, court=f", {debt.court}" if debt.court else "",
        number=f", {debt.number}" if debt.number else "", invoices=", ".join(debt.invoices) or "–",
    )  # fmt: skip
    sums = [
        (say("principal"), money(debt.principal)), (say("interest"), money(debt.interest)),
        (say("costs"), money(debt.costs)), (say("total"), money(debt.total)),
        (say("per day from {day}", day=debt.further_from), money(debt.daily)),
    ]  # fmt: skip
    if debt.barred:
        sums.append((say("interest before {day}, barred, left out", day=debt.barred_before), money(debt.barred)))
    lines = [*([_title(debt)] if titled else []), under, "", table(head, rows, right=(1, 2, 3)), ""]
    return "\n".join([*lines, table(("", ""), sums, right=(1,))])


def comparison_text(comparison: Comparison) -> str:
    """Return the choices of an option side by side, with what each gives and its authority."""

    def money(amount: Decimal | None) -> str:
        return "–" if amount is None else figures(amount, comparison.currency)

    rows = [
        (
            ("* " if r.chosen else "  ") + r.choice + (" (" + say("default") + ")" if r.default else ""),
            money(r.interest), money(r.total), money(r.difference), money(r.daily), r.failure or r.authority,
        )
        for r in comparison.readings
    ]  # fmt: skip
    head = (say("choice"), say("interest"), say("total"), say("difference"), say("per day"), say("authority"))
    title = say(
        "{rule}.{option} on {day}: {title}", rule=comparison.rule, option=comparison.option, day=comparison.as_of,
        title=comparison.title,
    )  # fmt: skip
    under = say("under the judgment") if comparison.basis == "judgment" else say("on the invoices")
    return "\n".join([title, under, "", table(head, rows, right=(1, 2, 3, 4)), "", say("* in force for this matter")])


def working_text(claim: Claim) -> str:
    """Return the working of each figure: the segment, the rate row, the rule, the provision."""
    lines: list[str] = []
    for invoice in claim.invoices:
        lines += _invoice_lines(invoice, claim.currency)
    return "\n".join([*lines, *_paid(claim.extinguished, claim.currency), *_relied(claim.relied_on)])


def judgment_working(debt: JudgmentDebt) -> str:
    """Return the working of each head, what came in since and what it extinguished, the rules relied on."""
    lines: list[str] = []
    for line in debt.heads:
        if line.segments:
            lines += [line.label, "", _segments(line.segments, debt.currency), ""]
    return "\n".join([*lines, *_paid(debt.extinguished, debt.currency), *_relied(debt.relied_on)])


def _paid(extinguished: Sequence[Extinguished], currency: str) -> list[str]:
    if not extinguished:
        return []
    rows = [
        (e.on.isoformat(), e.entry, e.kind, e.invoice, e.part, figures(e.amount, currency), e.rule)
        for e in extinguished
    ]
    head = (say("on"), say("entry"), say("kind"), say("invoice"), say("part"), say("amount"), say("rule"))
    return [say("What was paid, and what it extinguished"), "", table(head, rows, right=(5,)), ""]


def _relied(uses: Sequence[RuleUse]) -> list[str]:
    rows: list[tuple[str, ...]] = []
    for use in uses:
        since = say("start") if use.since.year == 1 else use.since.isoformat()
        rows.append((use.rule, since, use.value, use.provision or "–", use.standing, use.owner))
        if use.doubt:
            rows.append(("", "", "", say("doubt: {doubt}", doubt=use.doubt), "", ""))
    head = (say("rule"), say("value of"), say("value"), say("provision"), say("standing"), say("whose"))
    return [say("Rules relied on"), "", table(head, rows)]


def _invoice_lines(invoice: InvoiceClaim, currency: str) -> list[str]:
    lines = [
        say("Invoice {number}: payable on {day}", number=invoice.number, day=invoice.payable_on),
        *(f"  {step}" for step in invoice.payable_chain),
    ]
    if invoice.segments:
        lines += ["", _segments(invoice.segments, currency)]
    return [*lines, ""]


def _segments(segments: Sequence[Segment], currency: str) -> str:
    rows = [
        (
            s.start.isoformat(), s.end.isoformat(), str(s.days), figures(s.base, currency),
            f"{s.rate.normalize():f} %", figures(s.amount, currency),
            ", ".join(f"{r.series} {r.value.normalize():f} ({r.effective})" for r in s.rows), s.note,
        )
        for s in segments
    ]  # fmt: skip
    head = (say("from"), say("to"), say("days"), say("base"), say("rate"), say("interest"), say("rate row"), "")
    return table(head, rows, right=(2, 3, 4, 5))
