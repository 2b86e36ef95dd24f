"""`lawkit draft`: a document from one case file or several, on all cores, going on after a bad file."""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import click

from lawkit.checks import Override
from lawkit.cli.options import Laws, as_of_option, note, read_matter, settings_for, who_acts
from lawkit.drafting.desk import Desk
from lawkit.drafting.draft import Order
from lawkit.drafting.draft import draft as draft_document
from lawkit.drafting.files import sync_folder, write_file
from lawkit.errors import LawkitError
from lawkit.messages import say
from lawkit.money import money
from lawkit.resources import shown

MANY = 16  # from here on a batch uses every core


@dataclass(frozen=True)
class Job:
    """What the command was asked to draft."""

    document: str
    output: Path | None
    as_of: date
    replace: bool
    overridden: tuple[str, ...]
    because: str
    by: str | None
    batch: bool


@dataclass
class Outcome:
    """What became of one case file: the lines to print, the remarks, the files written, or why it failed."""

    case: str
    lines: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    folder: str = ""
    failure: str = ""


@click.command()
@click.argument("document")
@click.argument("casefiles", metavar="CASE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), default=None, help="The folder to write to.")
@as_of_option
@click.option("--replace", is_flag=True, help="Replace a different file of the same name.")
@click.option("--override", "overridden", metavar="CHECK", multiple=True, help="Let a stop pass; needs --because.")
@click.option("--because", default=None, help="The reason for an override; it goes into the record.")
@click.option("--by", default=None, help="Who overrides.")
def draft(
    document: str,
    casefiles: tuple[Path, ...],
    output: Path | None,
    as_of: date,
    replace: bool,
    overridden: tuple[str, ...],
    because: str | None,
    by: str | None,
) -> None:
    """Draft a document from one case file or several.

    Several are drafted on all cores; a bad file does not stop the others, and a manifest names every file written.

    \b
    Example:
        lawkit draft final-notice casefiles/shakti-goods.yaml --as-of 2026-11-24 -o drafts
    """
    if overridden:
        if not (because and because.strip()):
            raise click.UsageError(say("an override needs its reason: --because “…”"))
        by = who_acts(by, settings_for(casefiles[0]))
    job = Job(document, output, as_of, replace, overridden, because or "", by, len(casefiles) > 1)
    failed: list[Outcome] = []
    written: dict[str, dict[str, str]] = {}
    for outcome in _outcomes(job, casefiles):
        for line in outcome.lines:
            click.echo(line)
        for remark in outcome.remarks:
            note(remark)
        if outcome.failure:
            if not job.batch:
                raise LawkitError(outcome.failure)
            note(f"{outcome.case}:\n{outcome.failure}")
            failed.append(outcome)
        elif outcome.files:
            written.setdefault(outcome.folder, {}).update(outcome.files)
    if job.batch:
        _manifest(job, written, failed)
    if failed:
        note(say("{count} of {total} failed:", count=len(failed), total=len(casefiles)))
        for outcome in failed:
            note(f"  {outcome.case}: {outcome.failure.splitlines()[0]}")
        raise click.exceptions.Exit(1)


def _outcomes(job: Job, casefiles: Sequence[Path]) -> Iterator[Outcome]:
    """Yield the outcome of each case file in their order: here, or in a process for each core where there are many."""
    cores = os.cpu_count() or 1
    if len(casefiles) < MANY or cores == 1:
        yield from _draft_some(job, casefiles)
        return
    from concurrent.futures import ProcessPoolExecutor

    size = max(1, min(64, len(casefiles) // (cores * 4)))
    chunks = [casefiles[start : start + size] for start in range(0, len(casefiles), size)]
    with ProcessPoolExecutor(cores) as pool:
        for outcomes in pool.map(_draft_list, [job] * len(chunks), chunks):
            yield from outcomes


_kept: tuple[Laws, dict[Path | None, Desk]] = ({}, {})


def _draft_list(job: Job, casefiles: Sequence[Path]) -> list[Outcome]:
    return list(_draft_some(job, casefiles, *_kept))


def _draft_some(
    job: Job, casefiles: Sequence[Path], laws: Laws | None = None, desks: dict[Path | None, Desk] | None = None
) -> Iterator[Outcome]:
    """Yield the outcome of each case file, keeping packs and templates between them."""
    laws = {} if laws is None else laws
    desks = {} if desks is None else desks
    for path in casefiles:
        outcome = Outcome(str(path))
        try:
            _draft_one(job, path, laws, desks, outcome)
        except LawkitError as error:
            outcome.failure = str(error)
        yield outcome


def _draft_one(job: Job, path: Path, laws: Laws, desks: dict[Path | None, Desk], outcome: Outcome) -> None:
    case, law, settings = read_matter(path, laws)
    desk = desks.setdefault(settings.folder, Desk(settings.folder))
    overrides = tuple(Override(check, job.because, job.by or "") for check in job.overridden)
    level = 1 if job.batch and settings.compression == 6 else settings.compression
    order = Order(job.document, job.as_of, overrides, level, settings.folder, settings.language)
    drafted = draft_document(order, case, law, desk)
    folder = job.output or (settings.folder / (settings.output or "drafts") if settings.folder else Path())
    outcome.folder = str(folder)
    for each in drafted:
        target = folder / each.file
        written = write_file(target, each.content, replace=job.replace, sync=not job.batch)
        write_file(target.with_suffix(".record.json"), each.record, replace=True, sync=not job.batch)
        owed = money(each.claim.total, each.claim.currency)
        outcome.files[each.file] = json.loads(each.record)["sha256"]
        outcome.lines.append(say("{outcome}: {path}", outcome=say(written.value), path=shown(target)))
        outcome.lines.append(
            say("  to {addressee}; owed on {day}: {owed}", addressee=each.addressee, day=job.as_of, owed=owed)
        )
        outcome.remarks += [f"{finding.level}: {finding.check}: {finding.text}" for finding in each.findings]


def _manifest(job: Job, written: dict[str, dict[str, str]], failed: Sequence[Outcome]) -> None:
    """Write one manifest in each folder: every file with its hash, and what failed and why; then make all durable."""
    for folder, files in written.items():
        data = {
            "document": job.document,
            "as_of": job.as_of.isoformat(),
            "files": dict(sorted(files.items())),
            "failed": {outcome.case: outcome.failure for outcome in failed},
        }
        text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
        path = Path(folder) / f"{job.document}_{job.as_of.isoformat()}.manifest.json"
        write_file(path, text.encode(), replace=True)
        sync_folder(Path(folder))
        note(say("{count} files: {path}", count=len(files), path=shown(path)))
