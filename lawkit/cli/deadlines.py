"""`lawkit deadlines`: the dates at risk, and why."""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from lawkit.cli.options import as_of_option, case_argument, json_option, read_matter
from lawkit.cli.table import table
from lawkit.deadlines import Deadline, compute_deadlines
from lawkit.facts import timeline
from lawkit.messages import say


@click.command()
@case_argument
@as_of_option
@json_option
def deadlines(casefile: Path, as_of: date, as_json: bool) -> None:
    """Show the dates at risk, invoice by invoice, and why.

    The time to sue is counted without restarts: the earliest day on which the claim can be lost.

    \b
    Example:
        lawkit deadlines casefiles/shakti-goods.yaml --as-of 2026-11-24
    """
    case, law, _ = read_matter(casefile)
    found = compute_deadlines(timeline(case.facts), law, as_of)
    if as_json:
        click.echo(json.dumps([_data(deadline) for deadline in found], ensure_ascii=False, indent=2))
        return
    rows = [
        (
            d.last_day.isoformat() if d.last_day else "–",
            d.recommended.isoformat() if d.recommended else "",
            d.status,
            d.subject,
            d.title,
            d.provision,
        )
        for d in found
    ]
    head = (say("last day"), say("recommended"), say("status"), say("invoice"), say("what"), say("provision"))
    click.echo(table(head, rows) + "\n")
    for deadline in found:
        click.echo(f"{deadline.subject}, {deadline.rule}: {'; '.join(deadline.chain)}")
        for note in (*deadline.notes, *([say("doubt: {doubt}", doubt=deadline.doubt)] if deadline.doubt else [])):
            click.echo(f"  {note}")


def _data(deadline: Deadline) -> dict[str, object]:
    return {
        key: value.isoformat() if isinstance(value, date) else list(value) if isinstance(value, tuple) else value
        for key, value in asdict(deadline).items()
    }
