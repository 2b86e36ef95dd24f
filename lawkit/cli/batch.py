"""Many case files at once: on all cores, going on after a bad one and where a batch was broken off, with a manifest."""

import os
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawkit.cli.jobs import (
    KEPT,
    Job,
    Outcome,
    compression_for,
    draft_each,
    draft_list,
    folder_for,
    tell,
    told_failures,
    write_papers,
)  # fmt: skip
from lawkit.cli.options import note, read_matter, settings_for
from lawkit.cli.settings import Settings
from lawkit.drafting.desk import Desk
from lawkit.drafting.files import NoRoom, Written
from lawkit.drafting.journal import Journal, ground_of, inputs_of
from lawkit.errors import LawkitError
from lawkit.messages import say
from lawkit.resources import shipped, shown

if TYPE_CHECKING:
    from lawkit.cli.processes import Progress

MANY = 16  # from here on a batch uses every core


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
        folder = folder_for(self.job, settings)
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
            str(compression_for(job, settings)),
        )
        return ground_of([folder for folder in folders if folder.is_dir()], (*asked, toml))


@dataclass
class _Count:
    """How far a batch is: what it drafted or found drafted, what failed, and of how many."""

    total: int
    drafted: int = 0
    failed: list[Outcome] = field(default_factory=list)

    def stopped(self) -> str:
        """Return what was done when a batch is broken off, and how it goes on."""
        return say(
            "stopped: {drafted} of {total} drafted, {failed} failed, {left} not begun; "
            "the same command goes on where this one stopped",
            drafted=self.drafted, total=self.total, failed=len(self.failed),
            left=self.total - self.drafted - len(self.failed),
        )  # fmt: skip


def draft_many(job: Job, cases: Sequence[Path]) -> None:
    """Draft many, telling each outcome as it comes; then the manifest, and what failed and why.

    A batch that is stopped at the keyboard, or by a disk that takes no more, says how far it came.
    """
    count = _Count(len(cases))
    try:
        _draft_all(job, cases, count)
    except NoRoom as error:
        note(str(error))
        note(count.stopped())
        raise click.exceptions.Exit(1) from None
    except KeyboardInterrupt:
        note(f"\n{count.stopped()}")
        raise click.exceptions.Exit(1) from None
    told_failures(count.failed, len(cases))


def _draft_all(job: Job, cases: Sequence[Path], count: _Count) -> None:
    from lawkit.cli.processes import Progress

    folders = _Folders(job)
    progress = None
    try:
        made, wanted = _already_made(folders, cases)
        progress = Progress(len(cases))
        written: dict[Path, str] = {}
        for outcome in made:
            folder = folders.of(Path(outcome.case))[0].folder
            written.update({folder / name: outcome.case for name in (outcome.made.files if outcome.made else ())})
            count.drafted += 1
            _told(outcome, progress)
        with closing(_outcomes(job, wanted)) as outcomes:
            for path, outcome in zip(wanted, outcomes, strict=True):
                _kept(folders, path, outcome, written, count)
                _told(outcome, progress)
        progress.end()
        for journal in folders.journals.values():
            manifest = journal.finish({each.case: each.failure for each in count.failed})
            note(say("{count} files: {path}", count=len(journal.files), path=shown(manifest)))
    finally:
        if progress is not None:
            progress.end()
        for journal in folders.journals.values():
            journal.abandon()


def _kept(folders: _Folders, path: Path, outcome: Outcome, written: dict[Path, str], count: _Count) -> None:
    """Write what was drafted of a case file, in the order of the files, and write it down in the journal."""
    journal, inputs = folders.of(path)
    write_papers(folders.job, outcome, written)
    if outcome.made is None:
        journal.failed(path)
        count.failed.append(outcome)
        return
    outcome.made.inputs = inputs
    count.drafted += 1
    journal.add(path, outcome.made)


def _told(outcome: Outcome, progress: "Progress") -> None:
    if not progress.on:
        tell(outcome, batch=True)
    progress.step()


def _already_made(folders: _Folders, cases: Sequence[Path]) -> tuple[list[Outcome], list[Path]]:
    """Return what needs no drafting, because journal or manifest proves its papers, and the case files that do."""
    made, wanted = [], []
    for case in cases:
        journal, inputs = folders.of(case)
        # asked to replace, a batch drafts anew what an earlier one finished, and goes on with one that was broken off
        again = folders.job.replace and not journal.broken_off(case)
        found = None if again else journal.proves(case, inputs)
        if found is None:
            wanted.append(case)
        else:
            lines = [
                say("{outcome}: {path}", outcome=say(Written.UNCHANGED.value), path=shown(journal.folder / name))
                for name in found.files
            ]
            made.append(Outcome(str(case), lines=lines, made=found))
    return made, wanted


def _outcomes(job: Job, cases: Sequence[Path]) -> Generator[Outcome]:
    """Yield the outcome of each case file in their order: here, or in a process for each core where there are many."""
    if len(cases) < MANY or (os.cpu_count() or 1) == 1:
        yield from draft_each(job, cases, *KEPT)
        return
    _prepare(job, cases[0])

    def died(case: Path) -> Outcome:
        return Outcome(str(case), failure=say("the process that drafted it ended; nothing is known of why"))

    from lawkit.cli.processes import in_processes

    yield from in_processes(draft_list, job, cases, died)


def _prepare(job: Job, case: Path) -> None:
    """Read the packs and precedents that most of a batch shares, before it is shared out."""
    laws, desks = KEPT
    try:
        matter, law, settings = read_matter(case, laws)
        desk = desks.setdefault(settings.folder, Desk(settings.folder))
        desk.precedent(law.pack.code, job.document, matter.facts.language or settings.language or law.pack.languages[0])
    except LawkitError:
        return  # told with the case it concerns
