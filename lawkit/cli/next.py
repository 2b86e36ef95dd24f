"""`lawkit next`: what can be done and drafted now, what cannot yet, and why."""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from shlex import quote

import click

from lawkit.claim import Claim
from lawkit.claim.judgment import compute_owed, judgment_of
from lawkit.cli.deadlines import (
    before_a_court,
    claim_of,
    data_of,
    of_paid,
    paid_invoices,
    payments_applied,
    place_of,
    why_over,
)
from lawkit.cli.options import as_of_option, case_argument, doubts_of, json_option, note, read_matter
from lawkit.cli.settings import Settings
from lawkit.deadlines import Deadline, Step, compute_deadlines, compute_ladder
from lawkit.drafting.desk import Desk
from lawkit.drafting.draft import Order, draft
from lawkit.errors import LawkitError
from lawkit.facts import Case, timeline
from lawkit.facts.timeline import Timeline
from lawkit.law import Jurisdiction
from lawkit.messages import say
from lawkit.money import figures
from lawkit.vocabulary import CONDITIONS

SOON = 60
URGENT = 7
# what holds the ladder back, the first told first
HOLD_BACK = (
    "matter_closed", "settlement_kept", "given_up", "nothing_owed", "insolvency_open", "on_hold", "told_to_hold", "plan_running",
    "advised_against", "claim_withdrawn", "claim_lost", "mediation_pending", "stayed",
)  # fmt: skip


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
    claim = claim_of(matter, law, as_of)
    applied = payments_applied(claim)
    found = compute_deadlines(matter, law, as_of, applied)
    paid = _paid_in_full(matter, law, as_of)
    steps = compute_ladder(matter, law, as_of, applied, dates=found, paid_in_full=paid)
    settled = paid_invoices(claim)
    dates = [d for d in found if _pressing(d, as_of) and not of_paid(d, settled)]
    if paid or why_over(matter, law, as_of):
        dates = [d for d in dates if before_a_court(d)]  # nothing else is left to be in time for
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
            "held_back": _held_back(steps),
            "dates": [data_of(d, place_of(d, case, matter)) for d in dates],
        }
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    _show(casefile, law, steps, ready, dates, as_of, everything)
    if claim is not None and any(step.stage == "closing" and step.state == "now" for step in steps):
        _remainder(claim, paid)


def _paid_in_full(matter: Timeline, law: Jurisdiction, as_of: date) -> bool | None:
    """Return whether nothing is left of a judgment, interest and costs included; None where none stands or it cannot be computed."""
    if judgment_of(matter, as_of) is None:
        return None
    try:
        owed = compute_owed(matter, law, as_of)
    except LawkitError as error:
        note(say("what is left of the judgment could not be computed: {error}", error=error))
        return None
    not_yet = owed.invoices.not_yet_due if owed.invoices is not None else 0
    return bool(owed.judgments) and not owed.total and not not_yet


def _remainder(claim: Claim, paid: bool | None) -> None:
    """Tell what the claim still comes to where a matter is to be closed: closing it leaves that."""
    if paid is None and claim.total:
        amount = figures(claim.total, claim.currency)
        note(say("the claim still comes to {amount} in all: closing the matter leaves it", amount=amount))


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


def _held_back(steps: list[Step]) -> list[str]:
    """Return what holds the ladder back, in words."""
    stopped = [step for step in steps if step.state in ("closed", "left out")]
    return [words for words in (CONDITIONS[each] for each in HOLD_BACK) if any(words in step.why for step in stopped)]


def _urgent(deadline: Deadline, as_of: date) -> bool:
    """Return whether something is to be done within a week, or somebody to be there."""
    last = deadline.effective_last_day
    running = deadline.use == "must_act_by" and deadline.status in ("running", "provisional")
    return running and last is not None and (last - as_of).days <= URGENT


def _show(
    casefile: Path,
    law: Jurisdiction,
    steps: list[Step],
    ready: dict[str, list[str]],
    dates: list[Deadline],
    as_of: date,
    everything: bool,
) -> None:
    # what must come first, then the papers to send, then the rest
    now = sorted(
        (step for step in steps if step.state == "now"), key=lambda step: (not step.comes_first, not step.documents)
    )
    reasons = "; ".join(_held_back(steps))
    if urgent := [d for d in dates if _urgent(d, as_of)]:
        click.echo(say("Within a week:"))
        _dates(urgent)
    if now:
        click.echo(say("Now:"))
    elif reasons:
        click.echo(say("Nothing can be done on the ladder now: {why}.", why=reasons))
    else:
        click.echo(say("Nothing can be done on the ladder now."))
    for step in now:
        click.echo(f"  {_name(step)}" + (f" ({'; '.join(step.why)})" if step.why else ""))
        if told := law.stages[step.stage].note:
            click.echo(f"    {told}")
        for document in step.documents:
            if ready[document]:
                click.echo(say("    {document} cannot be drafted:", document=document))
                for fault in ready[document]:
                    click.echo(f"      {fault}")
            else:
                click.echo(f"    lawkit draft {document} {quote(str(casefile))}")
    if now and reasons:
        click.echo(say("Held back: {why}.", why=reasons))
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
            click.echo(f"  {day}{_name(step)}" + (f" – {'; '.join(step.why)}" if step.why else ""))
    if rest := [d for d in dates if d not in urgent]:
        click.echo(say("Dates:"))
        _dates(rest)


def _name(step: Step) -> str:
    return f"{step.title} ({step.subject})" if step.subject else step.title


def _dates(dates: list[Deadline]) -> None:
    for d in dates:
        when = d.recommended or d.earliest or d.effective_last_day
        opened = d.use == "may_act_from" and d.status == "running"
        state = say("open since then") if opened else d.status
        click.echo(f"  {when}  {d.title} ({d.subject}) [{state}]")
