"""What is to be drafted, and what became of it: one case file after another, packs and templates kept between them."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import click

from lawkit.checks import Override
from lawkit.cli.options import Laws, note, placed, read_matter
from lawkit.cli.settings import Settings, compression_of
from lawkit.drafting.desk import Desk
from lawkit.drafting.draft import Drafted, Order, exhibits_of
from lawkit.drafting.draft import draft as draft_document
from lawkit.drafting.files import write_file
from lawkit.drafting.journal import Made, hash_of
from lawkit.drafting.package import Compression, same_parts
from lawkit.errors import LawkitError
from lawkit.messages import say
from lawkit.money import money
from lawkit.resources import shown


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


KEPT: tuple[Laws, dict[Path | None, Desk]] = ({}, {})


def draft_list(job: Job, casefiles: Sequence[Path]) -> list[Outcome]:
    return list(draft_each(job, casefiles, *KEPT))


def draft_each(
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
        job.document,
        job.as_of,
        overrides,
        compression_for(job, settings),
        settings.folder,
        settings.language,
        job.preview,
    )
    with placed(case):
        drafted = draft_document(order, case, law, desk)
    folder = folder_for(job, settings)
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


def compression_for(job: Job, settings: Settings) -> Compression:
    """Return the compressor: the option's, the firm's, or level 6 for one paper and 1, which is quick, for many."""
    chosen = job.compressor or settings.compressor
    return compression_of(chosen) if chosen else 1 if job.batch else 6


def folder_for(job: Job, settings: Settings) -> Path:
    folder = job.output or (settings.folder / (settings.output or "drafts") if settings.folder else Path())
    if folder.exists() and not folder.is_dir():
        raise LawkitError(say("{path}: is a file, not a folder; name another folder with -o", path=shown(folder)))
    return folder


def tell(outcome: Outcome, *, batch: bool) -> None:
    for line in outcome.lines:
        click.echo(line)
    if outcome.remarks and batch:
        note(f"{outcome.case}:")
    for remark in outcome.remarks:
        note(f"  {remark}" if batch else remark)
    if outcome.failure:
        note(f"{outcome.case}:\n{outcome.failure}")


def told_failures(failed: Sequence[Outcome], total: int) -> None:
    if not failed:
        return
    note(say("{count} of {total} failed:", count=len(failed), total=total))
    for outcome in failed:
        first = outcome.failure.splitlines()[0]
        note(f"  {first}" if first.startswith(f"{shown(Path(outcome.case))}:") else f"  {outcome.case}: {first}")
    raise click.exceptions.Exit(1)
