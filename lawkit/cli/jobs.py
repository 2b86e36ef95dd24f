"""What is to be drafted, and what became of it: one case file after another, packs and templates kept between them."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import click

from lawkit.checks import Override
from lawkit.claim.model import ZERO
from lawkit.cli.options import Laws, note, placed, read_matter
from lawkit.cli.settings import Settings, compression_of
from lawkit.drafting.desk import Desk
from lawkit.drafting.draft import Drafted, Order, exhibits_of
from lawkit.drafting.draft import draft as draft_document
from lawkit.drafting.files import NoRoom, refuse_different, write_file, write_with_record
from lawkit.drafting.journal import Made
from lawkit.drafting.package import Compression, same_parts
from lawkit.drafting.preview import missing
from lawkit.drafting.record import record_bytes, replacing, same_record, tells_of
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


@dataclass(frozen=True)
class Paper:
    """A paper as drafted, still to be written: where, its bytes, those of its record, and the line on its addressee."""

    target: Path
    content: bytes
    record: bytes
    addressed: str


@dataclass
class Outcome:
    """What became of one case file: its papers, the lines to print, the remarks, what was made, or why it failed."""

    case: str
    papers: list["Paper"] = field(default_factory=list)
    exhibits: dict[str, str | None] = field(default_factory=dict)
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
    """Yield each case file drafted, nothing of it written yet, keeping packs and templates between them."""
    laws = {} if laws is None else laws
    desks = {} if desks is None else desks
    for path in casefiles:
        outcome = Outcome(str(path))
        with _failing(job, outcome):
            _draft_one(job, path, laws, desks, outcome)
        yield outcome


def write_papers(job: Job, outcome: Outcome, written: dict[Path, str]) -> None:
    """Write the papers of a case file and their records, or none of them; raise NoRoom where the disk takes no more.

    `written` says which case file of the same command each paper is of, so that none takes the place of another's.
    """
    if outcome.failure:
        return
    made = Made("", exhibits=outcome.exhibits)
    with _failing(job, outcome):
        plans = [_alone_in_its_name(job, paper, outcome.case, written) for paper in outcome.papers]
        for paper, plan in zip(outcome.papers, plans, strict=True):
            outcome.lines.append(say("{outcome}: {path}", outcome=_write(job, plan, made), path=shown(plan.target)))
            written[plan.target] = outcome.case
            outcome.lines.append(paper.addressed)
        outcome.made = made
    outcome.papers = []


@contextmanager
def _failing(job: Job, outcome: Outcome) -> Iterator[None]:
    """Keep why a case file failed; a fault of lawkit over one must not lose the others, and alone is told as one."""
    try:
        yield
    except NoRoom:
        raise
    except LawkitError as error:
        outcome.failure = str(error)
    except Exception as error:  # noqa: BLE001 - any fault, so that the others are drafted
        if not job.batch:
            raise
        outcome.failure = say("a fault in lawkit: {kind}: {error}", kind=type(error).__name__, error=error)


def _draft_one(job: Job, path: Path, laws: Laws, desks: dict[Path | None, Desk], outcome: Outcome) -> None:
    case, law, settings = read_matter(path, laws, missing if job.preview else None)
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
        settings.hashes,
    )
    with placed(case):
        drafted = draft_document(order, case, law, desk)
    folder = folder_for(job, settings)
    outcome.exhibits = {name: found and found[1] for name, found in exhibits_of(case).files.items()}
    for each in drafted:
        outcome.papers.append(Paper(folder / each.file, each.content, each.record, _addressed(each, job.as_of)))
        outcome.remarks += [f"{finding.level}: {finding.check}: {finding.text}" for finding in each.findings]
    stopped = {finding.check for each in drafted for finding in each.findings if finding.level == "stop"}
    outcome.remarks += [
        say("note: {check} stopped nothing: its override was not needed, and is not recorded", check=check)
        for check in job.overridden
        if check not in stopped
    ]
    outcome.remarks = list(dict.fromkeys(outcome.remarks))


def _addressed(each: Drafted, day: date) -> str:
    """Return to whom a paper goes and what it asks of that person, beside what is owed in all."""
    owed = money(each.claim.total, each.claim.currency)
    if each.asked.only_informed:
        text = say("  to {addressee}, for information: nothing is demanded; owed on {day}: {owed}")
    elif each.asked.amount is not None:
        text = say("  to {addressee}: {asked} demanded; owed on {day}: {owed}")
    else:
        text = say("  to {addressee}; owed on {day}: {owed}")
    asked = money(each.asked.amount or ZERO, each.claim.currency)
    return text.format(addressee=each.addressee, asked=asked, day=day, owed=owed)


@dataclass(frozen=True)
class _Plan:
    """What is to lie where a paper goes: its bytes, and those of its record; a preview is no paper, and has none."""

    target: Path
    content: bytes
    record: bytes = b""


def _alone_in_its_name(job: Job, paper: Paper, case: str, written: dict[Path, str]) -> _Plan:
    """Return what is to be written of a paper; refuse one that another case file has given its name, and is not the same."""
    other = written.get(paper.target)
    if other in (None, case):
        return _planned(job, paper)
    try:
        if job.preview:
            refuse_different(paper.target, paper.content)
        return _planned(replace(job, replace=False), paper)
    except LawkitError:
        told = say("was drafted from {other} too; give each matter a reference of its own", other=other)
        raise LawkitError(f"{paper.target.name}: {told}") from None


def _planned(job: Job, paper: Paper) -> _Plan:
    """Return what is to be written of a paper.

    Raise LawkitError where a different paper is there, or a different record of the same paper, unless they may be replaced;
    a record that is replaced leaves its overrides to the new one.
    """
    target, content = paper.target, paper.content
    if job.preview:
        return _Plan(target, content)
    there = target.read_bytes() if target.is_file() and not job.replace else b""
    if there and there != content and same_parts(there, content):
        content = there  # another setting of the compressor made it: the paper is the same, and stays
    if not job.replace:
        refuse_different(target, content)
    record = target.with_suffix(".record.json")
    kept, earlier = _record_of(paper, content), record.read_bytes() if record.is_file() else b""
    if earlier and same_record(earlier, kept):
        kept = earlier if tells_of(earlier, _digest(content)) else replacing(earlier, kept)
    elif earlier and not job.replace:
        raise LawkitError(
            say("{path}: says something else of this paper, in its inputs, checks or overrides; nothing was written. Use "
                "--replace to replace it; the new record keeps the overrides of this one", path=record)
        )  # fmt: skip
    elif earlier:
        kept = replacing(earlier, kept)
    return _Plan(target, content, kept)


def _write(job: Job, plan: _Plan, made: Made) -> str:
    """Write a paper and its record, and return what became of it."""
    if job.preview:
        write_file(plan.target, plan.content, replace=True)
        return say("preview, not the paper")
    record = plan.target.with_suffix(".record.json")
    written = write_with_record(plan.target, plan.content, record, plan.record, replace=job.replace, sync=not job.batch)
    made.records[record.name] = _digest(plan.record)
    made.files[plan.target.name] = _digest(plan.content)
    return say(written.value)


def _record_of(paper: Paper, content: bytes) -> bytes:
    """Return the record of a paper; of one that another setting made, with the hash of the file that is there."""
    if content is paper.content:
        return paper.record
    return record_bytes(json.loads(paper.record) | {"sha256": _digest(content), "compression": "another setting"})


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
