"""`lawkit deadlines`: the dates at risk, and why."""

import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click

from lawkit.claim import compute_claim
from lawkit.cli.options import as_of_option, case_argument, doubts_of, json_option, note, read_matter
from lawkit.cli.table import table
from lawkit.deadlines import Deadline, compute_deadlines
from lawkit.drafting.files import write_file
from lawkit.errors import LawkitError
from lawkit.facts import timeline
from lawkit.facts.timeline import Timeline
from lawkit.law import Jurisdiction
from lawkit.messages import say
from lawkit.resources import shown


@click.command()
@case_argument
@as_of_option
@json_option
@click.option("--ics", type=click.Path(path_type=Path, dir_okay=False), default=None, help="Write a calendar file.")
@click.option("--all", "everything", is_flag=True, help="Also show what is met, over, or waits for a fact.")
def deadlines(casefile: Path, as_of: date, as_json: bool, ics: Path | None, everything: bool) -> None:
    """Show the dates at risk, and why.

    The time to sue is shown for each invoice with all that began it anew or is left out of it.

    \b
    Example:
        lawkit deadlines casefiles/shakti-goods.yaml --as-of 2026-11-24
    """
    case, law, settings = read_matter(casefile)
    for doubt in doubts_of(case, law, settings, as_of):
        note(doubt)
    matter = timeline(case.facts)
    found = compute_deadlines(matter, law, as_of, payments_applied(matter, law, as_of))
    if ics is not None:
        from lawkit.cli.ics import calendar_of, refuse_other

        refuse_other(ics, case.facts.matter)
        write_file(ics, calendar_of(case.facts.matter, found), replace=True)
        note(say("calendar: {path}", path=shown(ics)))
    if as_json:
        click.echo(json.dumps([data_of(deadline) for deadline in found], ensure_ascii=False, indent=2))
        return
    ahead = [d for d in found if everything or d.status not in ("met", "waiting for a fact") and not _settled(d)]
    _show(ahead)
    if len(ahead) < len(found):
        note(say("{count} more are met, over or waiting: --all shows them", count=len(found) - len(ahead)))


def _settled(deadline: Deadline) -> bool:
    """Return whether nothing is left to do: the other side's time is over, or the creditor may already act."""
    return deadline.use == "other_side_has" and deadline.status == "missed"


def payments_applied(matter: Timeline, law: Jurisdiction, as_of: date) -> Mapping[str, Set[str]] | None:
    """Return to which invoices each payment went, as the claim applied it; None where the claim cannot be computed."""
    try:
        claim = compute_claim(matter, law, as_of)
    except LawkitError as error:
        note(say("payments could not be applied to invoices: {error}", error=error))
        return None
    applied: dict[str, set[str]] = {}
    for each in claim.extinguished:
        applied.setdefault(each.entry, set()).add(each.invoice)
    return applied


def _show(found: Sequence[Deadline]) -> None:
    rows = [
        (
            _iso(d.recommended or d.earliest),
            _iso(d.last_day),
            _iso(d.effective_last_day) if d.effective_last_day != d.last_day else "",
            d.status,
            d.subject,
            d.title,
            d.provision,
        )
        for d in found
    ]
    head = (
        say("act by / from"), say("last day"), say("after closed days"), say("status"), say("of"), say("what"),
        say("provision"),
    )  # fmt: skip
    click.echo(table(head, rows) + "\n")
    for d in found:
        click.echo(f"{d.subject}, {d.rule}: {'; '.join(d.chain)}")
        if d.trigger is not None and d.trigger.origin:
            click.echo(say("  from: {fact} ({origin})", fact=d.trigger.fact, origin=d.trigger.origin))
        for link in d.interruptions:
            click.echo(
                say("  {day} {rule} [{state}] {effect} ({provision})",
                    day=link.on, rule=link.rule, state=say(link.state), effect=link.effect, provision=link.provision)
            )  # fmt: skip
        if (
            d.safe_day is not None
            and d.outer_day is not None
            and (d.safe_day != d.last_day or d.outer_day != d.last_day)
        ):
            click.echo(
                say("  safe {safe} (nothing counted that must be proved), at the latest {outer}",
                    safe=d.safe_day, outer=d.outer_day)
            )  # fmt: skip
        if d.if_missed:
            click.echo(say("  if missed: {what}", what=d.if_missed.replace("_", " ")))
        for remark in (*d.notes, *([say("doubt: {doubt}", doubt=d.doubt)] if d.doubt else [])):
            click.echo(f"  {remark}")


def _iso(day: date | None) -> str:
    return day.isoformat() if day else "–"


def data_of(deadline: Deadline) -> dict[str, Any]:
    """Return a deadline as JSON holds it: dates as text."""
    plain: dict[str, Any] = _plain(asdict(deadline))
    return plain


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value
