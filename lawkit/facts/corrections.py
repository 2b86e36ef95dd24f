"""Faults of corrections: of another kind than what they correct, in no order, or leaving entries that name what is dropped."""

from collections.abc import Iterator

from lawkit.facts.entries import Correction, EntryBase
from lawkit.facts.model import CaseFile
from lawkit.facts.timeline import timeline
from lawkit.messages import say
from lawkit.reading import Path_

Finding = tuple[Path_, str]


def correction_findings(case: CaseFile) -> Iterator[Finding]:
    """Yield the faults of a case file's corrections; that a name answers to no entry is found with the other names."""
    places = {entry.id: number for number, entry in enumerate(case.history) if entry.id is not None}
    for number, entry in enumerate(case.history):
        if isinstance(entry, Correction) and entry.of in places:
            named = places[entry.of]
            yield from _of(entry, ("history", number), case.history[named], named < number)
    yield from _left_over(case, set(places))


def _of(correction: Correction, at: Path_, named: EntryBase, stands_before: bool) -> Iterator[Finding]:
    right = correction.replacement
    if isinstance(named, Correction) and (
        correction.on < named.on or (correction.on == named.on and not stands_before)
    ):
        yield (*at, "of"), say("{of} is recorded later; what takes it back comes after it", of=correction.of)
    if right is not None and type(right) is not type(named):
        yield (
            (*at, "with", "kind"),
            say(
                "{of} is of the kind {kind}, and so is what takes its place; or void it, and enter what happened",
                of=correction.of, kind=named.kind_name(),
            ),
        )  # fmt: skip
    if right is not None and right.id not in (None, correction.of):
        yield (*at, "with", "id"), say("what takes the place of {of} keeps its id; leave it out", of=correction.of)


def _left_over(case: CaseFile, ids: set[str]) -> Iterator[Finding]:
    """Yield the entries that name one that a correction drops: it would be asked for and not be there."""
    standing = timeline(case).entries
    dropped = ids - {item.name for item in standing}
    for item in standing:
        of = item.entry.told("of")
        if of in dropped and not isinstance(item.entry, Correction):
            yield (*item.path, "of"), say("{of} is dropped by a correction; correct this entry too", of=of)
