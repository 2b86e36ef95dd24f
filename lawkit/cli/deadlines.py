"""`lawkit deadlines`: the dates at risk, what an entry states among them, and why."""

import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click

from lawkit.claim import Claim, compute_claim
from lawkit.cli.options import as_of_option, case_argument, doubts_of, json_option, note, read_matter
from lawkit.cli.table import table
from lawkit.deadlines import Deadline, compute_deadlines
from lawkit.deadlines.stated import PASSING
from lawkit.drafting.files import write_file
from lawkit.errors import LawkitError
from lawkit.facts import Case, timeline
from lawkit.facts.conditions import answer
from lawkit.facts.subject import YES, Subject
from lawkit.facts.timeline import Timeline
from lawkit.law import Jurisdiction
from lawkit.messages import say
from lawkit.resources import shown
from lawkit.vocabulary import CONDITIONS


@click.command()
@case_argument
@as_of_option
@json_option
@click.option("--ics", type=click.Path(path_type=Path, dir_okay=False), default=None, help="Write a calendar file.")
@click.option("--all", "everything", is_flag=True, help="Also show what is met, over, or waits for a fact.")
def deadlines(casefile: Path, as_of: date, as_json: bool, ics: Path | None, everything: bool) -> None:
    """Show the dates at risk, and why.

    The time to sue is shown for each invoice with all that began it anew or is left out of it. Days that an entry states are
    listed with the others: a hearing, a defect to cure, a promise, an instalment, the time our own paper gave to pay.

    \b
    Example:
        lawkit deadlines casefiles/shakti-goods.yaml --as-of 2026-11-24
    """
    case, law, settings = read_matter(casefile)
    for doubt in doubts_of(case, law, settings, as_of):
        note(doubt)
    matter = timeline(case.facts)
    claim = claim_of(matter, law, as_of)
    found = compute_deadlines(matter, law, as_of, payments_applied(claim))
    paid = paid_invoices(claim)
    over = why_over(matter, law, as_of)
    if over:
        note(say("{why}: of these days only those before a court are kept in a calendar", why=over))
    if ics is not None:
        from lawkit.cli.ics import calendar_of, refuse_other

        kept = [d for d in found if (not over or before_a_court(d)) and not of_paid(d, paid)]
        refuse_other(ics, case.facts.matter)
        write_file(
            ics,
            calendar_of(case.facts.matter, kept, as_of),
            replace=True,
        )
        note(say("calendar: {path}", path=shown(ics)))
    if as_json:
        data = [data_of(deadline, place_of(deadline, case, matter)) for deadline in found]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    last = max((item.entry.on for item in matter.until(as_of).entries), default=as_of)
    ahead = [d for d in found if everything or not (_settled(d, last) or of_paid(d, paid))]
    _show(ahead, case, matter)
    if len(ahead) < len(found):
        note(say("{count} more are met, over or waiting: --all shows them", count=len(found) - len(ahead)))


def _settled(deadline: Deadline, last: date) -> bool:
    """Return whether nothing is left to do: it is met, or waits for a fact, or the other side's time is over.

    What an entry states of the other side stands until it is met; a promise, the time a paper gave and a contact to make are
    over once the matter went on after them, `last` being the day of its last entry.
    """
    if deadline.status != "missed":
        return deadline.status in ("met", "waiting for a fact")
    if deadline.per == "entry":
        return deadline.rule in PASSING and deadline.last_day is not None and deadline.last_day < last
    return deadline.use == "other_side_has"


def paid_invoices(claim: Claim | None) -> Set[str]:
    """Return the invoices on which nothing is left: principal, interest, fixed sum."""
    if claim is None:
        return frozenset()
    fixed = {each.invoice for each in claim.fixed_sums if each.outstanding}
    return {each.number for each in claim.invoices if not each.outstanding and not each.interest} - fixed


def of_paid(deadline: Deadline, paid: Set[str]) -> bool:
    """Return whether a time is that of an invoice on which nothing is left: there is nothing to sue for."""
    return deadline.per == "invoice" and any(
        deadline.subject == number or deadline.subject.startswith(f"{number}, ") for number in paid
    )


def before_a_court(deadline: Deadline) -> bool:
    """Return whether a court or its registry fixed a day: it is kept even where a matter is closed or settled."""
    return deadline.per == "entry" and deadline.rule.partition(".")[0] in (
        "hearing_listed",
        "adjourned",
        "defect",
        "order",
    )


def why_over(matter: Timeline, law: Jurisdiction, as_of: date) -> str:
    """Return why no day of a matter need be kept: it is closed, or what was settled has come in; empty where neither is so."""
    subject = Subject(matter.until(as_of), law, as_of)
    return next((CONDITIONS[each] for each in ("matter_closed", "settlement_kept") if answer(each, subject) == YES), "")


def place_of(deadline: Deadline, case: Case, matter: Timeline) -> str:
    """Return the file and line of the fact that a deadline runs from; empty where no line of the case file tells it."""
    if deadline.trigger is None:
        return ""
    origin, field = deadline.trigger.origin, deadline.trigger.fact.rpartition(".")[2]
    item = matter.by_name.get(origin)
    if item is not None:
        return case.document.place((*item.path, field)) if item.path else ""
    name, _, fact = origin.rpartition(": ")
    facts = case.facts
    for part, names in (
        ("invoices", [each.number for each in facts.invoices]), ("cheques", [each.number for each in facts.cheques]),
        ("debtors", [each.name for each in facts.debtors]),
    ):  # fmt: skip
        for number, each in enumerate(names):
            if each == name or name.startswith(f"{each}, "):
                return case.document.place((part, number, fact))
    return case.document.place((fact,)) if name == facts.matter and (fact,) in case.document.lines else ""


def claim_of(matter: Timeline, law: Jurisdiction, as_of: date) -> Claim | None:
    """Return the claim on the invoices; None, with a remark, where it cannot be computed."""
    try:
        return compute_claim(matter, law, as_of)
    except LawkitError as error:
        note(say("payments could not be applied to invoices: {error}", error=error))
        return None


def payments_applied(claim: Claim | None) -> Mapping[str, Set[str]] | None:
    """Return to which invoices each payment went, as the claim applied it; None where there is no claim."""
    if claim is None:
        return None
    applied: dict[str, set[str]] = {}
    for each in claim.extinguished:
        applied.setdefault(each.entry, set()).add(each.invoice)
    return applied


def _show(found: Sequence[Deadline], case: Case, matter: Timeline) -> None:
    rows = [
        (
            _iso(d.recommended or d.earliest or (d.effective_last_day if _attended(d) else None)),
            _iso(d.last_day),
            _iso(d.effective_last_day) if d.effective_last_day != d.last_day else "",
            d.status,
            d.subject,
            d.title,
            d.provision or (say("the entry") if d.per == "entry" else ""),
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
            place = place_of(d, case, matter)
            told = f"{d.trigger.origin}, {place}" if place else d.trigger.origin
            click.echo(say("  from: {fact} ({origin})", fact=d.trigger.fact, origin=told))
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


def _attended(deadline: Deadline) -> bool:
    """Return whether a day is one to be there, not one to be done by."""
    return deadline.per == "entry" and deadline.use == "must_act_by" and deadline.status == "running"


def _iso(day: date | None) -> str:
    return day.isoformat() if day else "–"


def data_of(deadline: Deadline, place: str = "") -> dict[str, Any]:
    """Return a deadline as JSON holds it: dates as text, and the line of the case file that it runs from."""
    plain: dict[str, Any] = _plain(asdict(deadline))
    return {**plain, "place": place or None}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value
