"""`lawkit init`, `new` and `check`: a working folder, a case file to fill in, and what is wrong with one."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from lawkit.checks import Finding, Review, run_checks
from lawkit.claim import Claim, compute_claim
from lawkit.cli.options import as_of_option, case_argument, doubts_of, json_option, note, placed, read_matter
from lawkit.cli.settings import TEMPLATE
from lawkit.errors import LawkitError, ProblemsFound
from lawkit.facts import Case, timeline
from lawkit.law import Jurisdiction
from lawkit.messages import say
from lawkit.resources import shown


def _write_new(path: Path, text: str) -> None:
    """Write a file that must not exist yet, whole or not at all."""
    from lawkit.drafting.files import write_new

    write_new(path, text.encode())


@click.command()
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Make a working folder for a firm, with its settings.

    \b
    Example:
        lawkit init practice
    """
    if (folder / "lawkit.toml").exists():
        raise LawkitError(say("{path}: is there already; nothing was changed", path=folder / "lawkit.toml"))
    try:
        for name in ("casefiles", "precedents", "jurisdictions", "drafts"):
            (folder / name).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LawkitError(say("{path}: cannot be made: {reason}", path=folder, reason=error.strerror)) from None
    _write_new(folder / "lawkit.toml", TEMPLATE)
    click.echo(say("{path}: ready; your settings are in lawkit.toml", path=folder))


@click.command()
@click.argument("jurisdiction", type=click.Choice(["france", "india"]))
@click.argument("path", type=click.Path(path_type=Path))
def new(jurisdiction: str, path: Path) -> None:
    """Write a commented case file to fill in.

    \b
    Example:
        lawkit new india sharma-v-verma.yaml
    """
    from lawkit.facts.template import case_template

    _write_new(path, case_template(jurisdiction))
    click.echo(say("{path}: fill in the places marked …, then run: lawkit check {path}", path=shown(path)))


@click.command()
@case_argument
@as_of_option
@json_option
def check(casefile: Path, as_of: object, as_json: bool) -> None:
    """Report every problem of a case file, with file and line, and exhibits whose file is missing or empty.

    \b
    Example:
        lawkit check casefiles/shakti-goods.yaml
    """
    assert isinstance(as_of, date)
    problems: list[dict[str, str]] = []
    try:
        case, law, settings = read_matter(casefile)
        with placed(case):
            claim = compute_claim(timeline(case.facts), law, as_of)
    except ProblemsFound as found:
        problems = [{"place": p.place, "subject": p.subject, "text": p.text} for p in found.problems]
    except LawkitError as error:
        problems = [{"place": str(casefile), "subject": "", "text": str(error)}]
    if as_json:
        click.echo(json.dumps(problems, ensure_ascii=False, indent=2))
    elif problems:
        for problem in problems:
            note(": ".join(part for part in problem.values() if part and not problem["text"].startswith(f"{part}:")))
        note(say("{count} to mend", count=len(problems)))
    else:
        for doubt in doubts_of(case, law, settings, as_of):
            note(doubt)
        for remark in claim.remarks:
            note(f"{remark.level}: {remark.text}")
        missing = _exhibits(case, law, claim)
        for finding in missing:
            note(f"{finding.level}: {finding.text}")
        told = say("{path}: nothing to mend, exhibits aside") if missing else say("{path}: nothing wrong")
        click.echo(told.format(path=shown(casefile)))
    if problems:
        raise click.exceptions.Exit(1)


def _exhibits(case: Case, law: Jurisdiction, claim: Claim) -> Sequence[Finding]:
    """Return what is amiss with the files of the exhibits, as each draft would tell it."""
    from lawkit.drafting.draft import exhibits_of

    review = Review(timeline(case.facts), law, claim, claim.as_of, "", "", exhibits_of(case))
    return list(run_checks(("exhibits_on_file",), review))
