"""`lawkit claim`: what is owed, line by line."""

import json
from datetime import date
from pathlib import Path

import click

from lawkit.claim import Claim, compute_claim
from lawkit.claim.export import claim_data
from lawkit.claim.model import InvoiceClaim
from lawkit.cli.options import as_of_option, case_argument, json_option, note, read_matter
from lawkit.cli.table import table
from lawkit.facts import timeline
from lawkit.messages import say
from lawkit.money import figures


@click.command()
@case_argument
@as_of_option
@click.option("--explain", is_flag=True, help="Show the working: days, rates, provisions, and what each payment paid.")
@click.option(
    "--xlsx", type=click.Path(path_type=Path), default=None, help="Also write the claim as an Excel workbook."
)
@json_option
def claim(casefile: Path, as_of: date, explain: bool, xlsx: Path | None, as_json: bool) -> None:
    """Show what is owed, line by line.

    \b
    Example:
        lawkit claim casefiles/shakti-goods.yaml --as-of 2026-11-24 --explain
    """
    case, law, _ = read_matter(casefile)
    result = compute_claim(timeline(case.facts), law, as_of)
    if xlsx is not None:
        from lawkit.cli.workbook import claim_workbook
        from lawkit.drafting.files import write_file

        outcome = write_file(xlsx, claim_workbook(result))
        note(say("{outcome}: {path}", outcome=say(outcome.value), path=xlsx))
    if as_json:
        click.echo(json.dumps(claim_data(result), ensure_ascii=False, indent=2))
        return
    click.echo(claim_text(result))
    if explain:
        click.echo("\n" + working_text(result))
    for remark in result.remarks:
        note(f"{remark.level}: {remark.text}")


def claim_text(claim: Claim) -> str:
    """Return the claim as a table for people."""

    def money(amount: object) -> str:
        return figures(amount, claim.currency)  # type: ignore[arg-type]

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
    lines = [
        say(
            "{matter}: what is owed on {day}, in {currency}",
            matter=claim.matter,
            day=claim.as_of,
            currency=claim.currency,
        ),
        "",
        table(head, rows, right=(2, 3, 4)),
        "",
    ]
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


def working_text(claim: Claim) -> str:
    """Return the working of each figure: the segment, the rate row, the rule, the provision."""
    lines: list[str] = []
    for invoice in claim.invoices:
        lines += _invoice_lines(invoice, claim.currency)
    if claim.extinguished:
        lines += [say("What was paid, and what it extinguished"), ""]
        rows = [
            (e.on.isoformat(), e.entry, e.kind, e.invoice, e.part, figures(e.amount, claim.currency), e.rule)
            for e in claim.extinguished
        ]
        head = (say("on"), say("entry"), say("kind"), say("invoice"), say("part"), say("amount"), say("rule"))
        lines += [table(head, rows, right=(5,)), ""]
    lines += [say("Rules relied on"), ""]
    uses: list[tuple[str, str, str, str, str]] = []
    for use in claim.relied_on:
        since = say("start") if use.since.year == 1 else use.since.isoformat()
        uses.append((use.rule, since, use.provision, use.standing, use.owner))
        if use.doubt:
            uses.append(("", "", say("doubt: {doubt}", doubt=use.doubt), "", ""))
    lines.append(table((say("rule"), say("value of"), say("provision"), say("standing"), say("whose")), uses))
    return "\n".join(lines)


def _invoice_lines(invoice: InvoiceClaim, currency: str) -> list[str]:
    lines = [
        say("Invoice {number}: payable on {day}", number=invoice.number, day=invoice.payable_on),
        *(f"  {step}" for step in invoice.payable_chain),
    ]
    if invoice.segments:
        rows = [
            (
                s.start.isoformat(), s.end.isoformat(), str(s.days), figures(s.base, currency),
                f"{s.rate.normalize():f} %", figures(s.amount, currency),
                ", ".join(f"{r.series} {r.value.normalize():f} ({r.effective})" for r in s.rows), s.note,
            )
            for s in invoice.segments
        ]  # fmt: skip
        head = (say("from"), say("to"), say("days"), say("base"), say("rate"), say("interest"), say("rate row"), "")
        lines += ["", table(head, rows, right=(2, 3, 4, 5))]
    return [*lines, ""]
