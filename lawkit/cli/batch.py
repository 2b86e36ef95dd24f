"""Many case files at once: on all cores, going on after a bad one and where a batch was broken off, with a manifest."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from lawkit.cli.jobs import KEPT, Job, Outcome, compression_for, draft_each, draft_list, folder_for, tell, told_failures
from lawkit.cli.options import note, read_matter, settings_for
from lawkit.cli.settings import Settings
from lawkit.drafting.desk import Desk
from lawkit.drafting.files import Written
from lawkit.drafting.journal import Journal, ground_of, inputs_of
from lawkit.errors import LawkitError
from lawkit.messages import say
from lawkit.resources import shipped, shown

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


def draft_many(job: Job, cases: Sequence[Path]) -> None:
    """Draft many, telling each outcome as it comes; then the manifest, and what failed and why."""
    from lawkit.cli.processes import Progress

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
                tell(outcome, batch=True)
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
                tell(outcome, batch=True)
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
    told_failures(failed, len(cases))


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


def _alone_in_its_name(outcome: Outcome, folder: Path, names: dict[Path, tuple[str, str]]) -> None:
    """Fail a case file whose paper has the name of another's in the same batch, and is not the same paper."""
    told = say("was drafted from {other} too; give each matter a reference of its own")
    if outcome.made is None:  # refused, because another case file of the batch has written there
        for path, (case, _) in names.items():
            if outcome.failure.startswith((f"{path}:", f"{path.with_suffix('.record.json')}:")):
                outcome.failure = f"{path.name}: {told.format(other=case)}"
        return
    for name, digest in outcome.made.files.items():
        case, known = names.setdefault(folder / name, (outcome.case, digest))
        if known != digest:
            outcome.failure = f"{name}: {told.format(other=case)}"
