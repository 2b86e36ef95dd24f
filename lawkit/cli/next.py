"""`lawkit next`: what can be done and drafted now, what cannot yet, and why."""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from shlex import quote

import click

from lawkit.cli.deadlines import data_of, payments_applied
from lawkit.cli.options import as_of_option, case_argument, doubts_of, json_option, note, read_matter
from lawkit.cli.settings import Settings
from lawkit.deadlines import Deadline, Step, compute_deadlines, compute_ladder
from lawkit.drafting.desk import Desk
from lawkit.drafting.draft import Order, draft
from lawkit.errors import LawkitError
from lawkit.facts import Case, timeline
from lawkit.law import Jurisdiction
from lawkit.messages import say
from lawkit.vocabulary import CONDITIONS

SOON = 60
HOLD_BACK = ("matter_closed", "on_hold", "plan_running", "insolvency_open", "nothing_owed")


@click.command("next")
@case_argument
@as_of_option
@json_option
@click.option("--all", "everything", is_flag=True, help="Also show the steps that are left out or closed, and why.")
def next_(casefile: Path, as_of: date, as_json: bool, everything: bool) -> None:
    """Show what can be done and drafted now, what cannot yet, and why.

    \b
    Example:
        lawkit next casefiles/shakti-goods.yaml --as-of 2026-11-24
    """
    case, law, settings = read_matter(casefile)
    for doubt in doubts_of(case, law, settings, as_of):
        note(doubt)
    matter = timeline(case.facts)
    applied = payments_applied(matter, law, as_of)
    steps = compute_ladder(matter, law, as_of, applied)
    dates = [d for d in compute_deadlines(matter, law, as_of, applied) if _pressing(d, as_of)]
    ready = {
        document: why_not(document, case, law, settings, as_of)
        for step in steps
        if step.state == "now"
        for document in step.documents
    }
    if as_json:
        data = {
            "steps": [{**asdict(step), "day": step.day.isoformat() if step.day else None} for step in steps],
            "documents": {name: {"can_be_drafted": not faults, "why_not": faults} for name, faults in ready.items()},
            "dates": [data_of(d) for d in dates],
        }
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    _show(casefile, steps, ready, dates, everything)


def _pressing(deadline: Deadline, as_of: date) -> bool:
    """Return whether a date is near, missed, or may be acted on."""
    if deadline.use == "other_side_has" or deadline.status in ("met", "waiting for a fact"):
        return False
    return deadline.status in ("missed", "not before") or (deadline.sorted_by - as_of).days <= SOON


def why_not(document: str, case: Case, law: Jurisdiction, settings: Settings, as_of: date) -> list[str]:
    """Return why a document cannot be drafted as the file stands; nothing where it can."""
    try:
        draft(
            Order(document, as_of, firm=settings.folder, language=settings.language), case, law, Desk(settings.folder)
        )
    except LawkitError as error:
        return str(error).splitlines()
    return []


def _nothing(steps: list[Step]) -> str:
    """Return that nothing can be done, and what holds the ladder back where something does."""
    reasons = [words for words in (CONDITIONS[each] for each in HOLD_BACK) if any(words in step.why for step in steps)]
    if not reasons:
        return say("Nothing can be done on the ladder now.")
    return say("Nothing can be done on the ladder now: {why}.", why="; ".join(reasons))


def _show(
    casefile: Path, steps: list[Step], ready: dict[str, list[str]], dates: list[Deadline], everything: bool
) -> None:
    now = [step for step in steps if step.state == "now"]
    click.echo(say("Now:") if now else _nothing(steps))
    for step in now:
        click.echo(f"  {step.title}" + (f" ({'; '.join(step.why)})" if step.why else ""))
        for document in step.documents:
            if ready[document]:
                click.echo(say("    {document} cannot be drafted:", document=document))
                for fault in ready[document]:
                    click.echo(f"      {fault}")
            else:
                click.echo(f"    lawkit draft {document} {quote(str(casefile))}")
    for state, heading in (
        ("not yet", say("Not yet:")),
        ("done", say("Done:")),
        ("left out", say("Left out:")),
        ("closed", say("Closed:")),
    ):
        chosen = [step for step in steps if step.state == state]
        if state in ("left out", "closed") and chosen and not everything:
            told = (
                say("{count} steps are left out: --all shows them", count=len(chosen))
                if state == "left out"
                else say("{count} steps are closed: --all shows them", count=len(chosen))
            )
            note(told)
            continue
        if chosen:
            click.echo(heading)
        for step in chosen:
            day = f"{step.day.isoformat()}  " if step.day else ""
            click.echo(f"  {day}{step.title}" + (f" – {'; '.join(step.why)}" if step.why else ""))
    if dates:
        click.echo(say("Dates:"))
    for d in dates:
        when = d.recommended or d.earliest or d.effective_last_day
        click.echo(f"  {when}  {d.title} ({d.subject}) [{d.status}]")
