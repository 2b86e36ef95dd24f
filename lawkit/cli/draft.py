"""`lawkit draft`: a document from one case file or many, on all cores, going on after a bad file and where it stopped."""

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import click

from lawkit.checks import CHECKS, Override
from lawkit.cli.options import (
    Laws,
    as_of_option,
    case_path,
    expanded,
    note,
    placed,
    read_matter,
    settings_for,
    who_acts,
)
from lawkit.cli.settings import Settings, compression_of
from lawkit.drafting.desk import Desk
from lawkit.drafting.draft import Drafted, Order, exhibits_of
from lawkit.drafting.draft import draft as draft_document
from lawkit.drafting.files import Written, write_file
from lawkit.drafting.journal import Journal, Made, ground_of, hash_of, inputs_of
from lawkit.drafting.package import Compression, same_parts
from lawkit.errors import LawkitError, unknown
from lawkit.messages import say
from lawkit.money import money
from lawkit.resources import shipped, shown

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
    compressor: str | None = None
    preview: bool = False


@dataclass
class Outcome:
    """What became of one case file: the lines to print, the remarks, what was made, or why it failed."""

    case: str
    lines: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    made: Made | None = None
    failure: str = ""


@click.command()
@click.argument("document")
@click.argument("casefiles", metavar="CASE...", nargs=-1, required=True, type=case_path)
@click.option("-o", "--output", type=click.Path(path_type=Path), default=None, help="The folder to write to.")
@as_of_option
@click.option("--replace", is_flag=True, help="Replace a different file of the same name.")
@click.option(
    "--preview", is_flag=True, help="Show what it would say, each missing fact highlighted; stops do not stop it."
)
@click.option("--compressor", metavar="0-9|isal", default=None, help="How files are compressed; else lawkit.toml says.")
@click.option("--override", "overridden", metavar="CHECK", multiple=True, help="Let a stop pass; needs --because.")
@click.option("--because", default=None, help="The reason for an override; it goes into the record.")
@click.option("--by", default=None, help="Who overrides.")
def draft(
    document: str,
    casefiles: tuple[Path, ...],
    output: Path | None,
    as_of: date,
    replace: bool,
    preview: bool,
    compressor: str | None,
    overridden: tuple[str, ...],
    because: str | None,
    by: str | None,
) -> None:
    """Draft a document from one case file or several.

    CASE is a file, or a folder of case files. Several are drafted on all cores; a bad file does not stop the others,
    a manifest names every file written, and a batch that was broken off goes on where it stopped.

    \b
    Example:
        lawkit draft final-notice casefiles/shakti-goods.yaml --as-of 2026-11-24 -o drafts
    """
    if overridden:
        if not (because and because.strip()):
            raise click.UsageError(say("an override needs its reason: --because “…”"))
        for check in overridden:
            if check not in CHECKS:
                raise click.UsageError(unknown(say("check"), check, tuple(CHECKS)))
        by = who_acts(by, settings_for(casefiles[0]))
    if compressor is not None:
        try:
            compression_of(compressor)
        except ValueError as error:
            raise click.UsageError(str(error)) from None
    cases = expanded(casefiles)
    batch = len(cases) > 1 or any(path.is_dir() for path in casefiles)
    job = Job(document, output, as_of, replace, overridden, because or "", by, batch, compressor, preview)
    if batch and not preview:
        _batch(job, cases)
        return
    failed = []
    for outcome in _draft_some(job, cases):
        if outcome.failure and not batch:
            raise LawkitError(outcome.failure)
        _tell(outcome, batch=batch)
        failed += [outcome] if outcome.failure else []
    _told_failures(failed, len(cases))


# -- one case file -------------------------------------------------------------------------------

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
        except Exception as error:  # noqa: BLE001 - a fault over one file must not lose the others; alone it is told as one
            if not job.batch:
                raise
            outcome.failure = say("a fault in lawkit: {kind}: {error}", kind=type(error).__name__, error=error)
        yield outcome


def _draft_one(job: Job, path: Path, laws: Laws, desks: dict[Path | None, Desk], outcome: Outcome) -> None:
    case, law, settings = read_matter(path, laws)
    desk = desks.setdefault(settings.folder, Desk(settings.folder))
    overrides = tuple(Override(check, job.because, job.by or "") for check in job.overridden)
    order = Order(
        job.document, job.as_of, overrides, _compression(job, settings), settings.folder, settings.language, job.preview
    )
    with placed(case):
        drafted = draft_document(order, case, law, desk)
    folder = _folder(job, settings)
    made = Made("", exhibits={name: found and found[1] for name, found in exhibits_of(case).files.items()})
    for each in drafted:
        target = folder / each.file
        outcome.lines.append(say("{outcome}: {path}", outcome=_write(job, target, each, made), path=shown(target)))
        owed = money(each.claim.total, each.claim.currency)
        outcome.lines.append(
            say("  to {addressee}; owed on {day}: {owed}", addressee=each.addressee, day=job.as_of, owed=owed)
        )
        outcome.remarks += [f"{finding.level}: {finding.check}: {finding.text}" for finding in each.findings]
    outcome.remarks = list(dict.fromkeys(outcome.remarks))
    outcome.made = made


def _write(job: Job, target: Path, each: Drafted, made: Made) -> str:
    """Write a paper and its record, and return what became of it; a preview is no paper, and has no record."""
    if job.preview:
        write_file(target, each.content, replace=True)
        return say("preview, not the paper")
    record = target.with_suffix(".record.json")
    content = each.content
    there = target.read_bytes() if target.is_file() and not job.replace else b""
    if there and there != content and same_parts(there, content):
        content = there  # another setting of the compressor made it: the paper is the same, and stays
    written = write_file(target, content, replace=job.replace, sync=not job.batch)
    if content is each.content or not record.is_file():
        kept = _record_of(each, content)
        write_file(record, kept, replace=True, sync=not job.batch)
        made.records[record.name] = _digest(kept)
    else:
        made.records[record.name] = hash_of(record) or ""
    made.files[each.file] = _digest(content)
    return say(written.value)


def _record_of(each: Drafted, content: bytes) -> bytes:
    """Return the record of a paper; of one that another setting made, with the hash of the file that is there."""
    if content is each.content:
        return each.record
    data = json.loads(each.record) | {"sha256": _digest(content), "compression": "another setting"}
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _compression(job: Job, settings: Settings) -> Compression:
    """Return the compressor: the option's, the firm's, or level 6 for one paper and 1, which is quick, for many."""
    chosen = job.compressor or settings.compressor
    return compression_of(chosen) if chosen else 1 if job.batch else 6


def _folder(job: Job, settings: Settings) -> Path:
    folder = job.output or (settings.folder / (settings.output or "drafts") if settings.folder else Path())
    if folder.exists() and not folder.is_dir():
        raise LawkitError(say("{path}: is a file, not a folder; name another folder with -o", path=shown(folder)))
    return folder


# -- many ----------------------------------------------------------------------------------------


class _Folders:
    """The journals of a batch, one for each folder it writes to, and the inputs of each case file."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.journals: dict[Path, Journal] = {}
        self._settings: dict[Path, tuple[Settings, str]] = {}

    def of(self, case: Path) -> tuple[Journal, str]:
        """Return the journal of a case file's folder, and the hash of all its inputs."""
        if case.parent not in self._settings:
            settings = settings_for(case)
            self._settings[case.parent] = (settings, self._ground(settings))
        settings, ground = self._settings[case.parent]
        folder = _folder(self.job, settings)
        if folder not in self.journals:
            self.journals[folder] = Journal(folder, self.job.document, self.job.as_of)
        return self.journals[folder], inputs_of(case, ground)

    def _ground(self, settings: Settings) -> str:
        job, firm = self.job, settings.folder
        names = ("jurisdictions", "precedents")
        folders = [*map(shipped, names), *([firm / name for name in names] if firm else [])]
        toml = (firm / "lawkit.toml").read_text("utf-8") if firm else ""
        asked = (
            job.document,
            job.as_of.isoformat(),
            *job.overridden,
            job.because,
            job.by or "",
            str(_compression(job, settings)),
        )
        return ground_of([folder for folder in folders if folder.is_dir()], (*asked, toml))


def _batch(job: Job, cases: Sequence[Path]) -> None:
    """Draft many, telling each outcome as it comes; then the manifest, and what failed and why."""
    from lawkit.cli.batch import Progress

    folders, failed = _Folders(job), []
    progress = None
    try:
        made, wanted = _already_made(folders, cases)
        progress = Progress(len(cases))
        quiet = progress.on
        names: dict[Path, tuple[str, str]] = {}
        for outcome in made:
            _alone_in_its_name(outcome, folders.of(Path(outcome.case))[0].folder, names)
            if not quiet:
                _tell(outcome, batch=True)
            progress.step()
        for path, outcome in zip(wanted, _outcomes(job, wanted), strict=True):
            journal, inputs = folders.of(path)
            _alone_in_its_name(outcome, journal.folder, names)
            if outcome.made is not None and not outcome.failure:
                outcome.made.inputs = inputs
                journal.add(path, outcome.made)
            else:
                journal.failed(path)
                failed.append(outcome)
            if not quiet:
                _tell(outcome, batch=True)
            progress.step()
        progress.end()
        for journal in folders.journals.values():
            manifest = journal.finish({each.case: each.failure for each in failed})
            note(say("{count} files: {path}", count=len(journal.files), path=shown(manifest)))
    finally:
        if progress is not None:
            progress.end()
        for journal in folders.journals.values():
            journal.abandon()
    _told_failures(failed, len(cases))


def _already_made(folders: _Folders, cases: Sequence[Path]) -> tuple[list[Outcome], list[Path]]:
    """Return what needs no drafting, because journal or manifest proves its papers, and the case files that do."""
    made, wanted = [], []
    for case in cases:
        journal, inputs = folders.of(case)
        found = None if folders.job.replace else journal.proves(case, inputs)
        if found is None:
            wanted.append(case)
        else:
            lines = [
                say("{outcome}: {path}", outcome=say(Written.UNCHANGED.value), path=shown(journal.folder / name))
                for name in found.files
            ]
            made.append(Outcome(str(case), lines, made=found))
    return made, wanted


def _outcomes(job: Job, cases: Sequence[Path]) -> Iterator[Outcome]:
    """Yield the outcome of each case file in their order: here, or in a process for each core where there are many."""
    if len(cases) < MANY or (os.cpu_count() or 1) == 1:
        yield from _draft_some(job, cases, *_kept)
        return
    _prepare(job, cases[0])

    def died(case: Path) -> Outcome:
        return Outcome(str(case), failure=say("the process that drafted it ended; nothing is known of why"))

    from lawkit.cli.batch import in_processes

    yield from in_processes(_draft_list, job, cases, died)


def _prepare(job: Job, case: Path) -> None:
    """Read the packs and precedents that most of a batch shares, before it is shared out."""
    laws, desks = _kept
    try:
        matter, law, settings = read_matter(case, laws)
        desk = desks.setdefault(settings.folder, Desk(settings.folder))
        desk.precedent(law.pack.code, job.document, matter.facts.language or settings.language or law.pack.languages[0])
    except LawkitError:
        return  # told with the case it concerns


def _alone_in_its_name(outcome: Outcome, folder: Path, names: dict[Path, tuple[str, str]]) -> None:
    """Fail a case file whose paper has the name of another's in the same batch, and is not the same paper."""
    told = say("was drafted from {other} too; give each matter a reference of its own")
    if outcome.made is None:  # refused, because another case file of the batch has written there
        for path, (case, _) in names.items():
            if outcome.failure.startswith(f"{path}:"):
                outcome.failure = f"{path.name}: {told.format(other=case)}"
        return
    for name, digest in outcome.made.files.items():
        case, known = names.setdefault(folder / name, (outcome.case, digest))
        if known != digest:
            outcome.failure = f"{name}: {told.format(other=case)}"


# -- telling -------------------------------------------------------------------------------------


def _tell(outcome: Outcome, *, batch: bool) -> None:
    for line in outcome.lines:
        click.echo(line)
    if outcome.remarks and batch:
        note(f"{outcome.case}:")
    for remark in outcome.remarks:
        note(f"  {remark}" if batch else remark)
    if outcome.failure:
        note(f"{outcome.case}:\n{outcome.failure}")


def _told_failures(failed: Sequence[Outcome], total: int) -> None:
    if not failed:
        return
    note(say("{count} of {total} failed:", count=len(failed), total=total))
    for outcome in failed:
        first = outcome.failure.splitlines()[0]
        note(f"  {first}" if first.startswith(f"{shown(Path(outcome.case))}:") else f"  {outcome.case}: {first}")
    raise click.exceptions.Exit(1)
