"""The one merge of a case file's standing facts and what happened: entries in order of their day, corrected.

A correction says that an entry was wrong from the beginning. Once it is known, on its own day and after, the entry it names
is dropped, or stands as it should have been, for every day of the matter; asked as of a day before, the matter is what was
known then. The last correction recorded counts; one that another voids counts for nothing. What takes an entry's place keeps
its name and its origin, so that what names it goes on naming it, and no other entry's name moves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from lawkit.facts.entries import Correction, EntryBase
from lawkit.facts.model import CaseFile
from lawkit.reading import Path_

E = TypeVar("E", bound=EntryBase)


@dataclass(frozen=True, slots=True)
class Happened:
    """An entry and where it came from (`history.3`, or a journal number); `name` is how outcomes and figures name it.

    `put_by` is where the correction stands that put the entry in its place.
    """

    entry: EntryBase
    origin: str
    put_by: str | None = None

    @property
    def name(self) -> str:
        return self.entry.id or self.origin

    @property
    def path(self) -> Path_:
        """Where the case file tells the entry; nowhere, where it came from a journal."""
        folder, _, number = (self.put_by or self.origin).partition(".")
        if folder != "history":
            return ()
        return (folder, int(number), "with") if self.put_by else (folder, int(number))


@dataclass(frozen=True)
class Timeline:
    """A matter: its standing facts and its entries as they stand corrected, oldest first.

    `recorded` is what was entered, the wrong beside its correction; `known_on` the day to which the matter was cut.
    """

    case: CaseFile
    entries: tuple[Happened, ...]
    recorded: tuple[Happened, ...] = ()
    known_on: date | None = None

    def until(self, as_of: date) -> "Timeline":
        """Return the matter as it stood at the end of `as_of`."""
        if self.known_on is not None and self.known_on <= as_of:
            return self
        if self._last_day <= as_of:
            return self
        recorded = self.recorded or self.entries
        standing = (item for item in corrected(recorded, as_of) if item.entry.on <= as_of)
        return Timeline(self.case, tuple(standing), recorded, as_of)

    @cached_property
    def _last_day(self) -> date:
        """The day of the latest entry, as recorded or as corrected: a matter cut at it or later is the whole matter."""
        return max((items[-1].entry.on for items in (self.recorded, self.entries) if items), default=date.min)

    @cached_property
    def by_kind(self) -> dict[str, tuple[Happened, ...]]:
        """The entries by the name of their kind, oldest first: many invoices ask for the same few."""
        return {getattr(items[0].entry, "kind", ""): items for items in self._by_model.values()}

    @cached_property
    def by_name(self) -> dict[str, Happened]:
        """The entries by the name under which another may name them."""
        return {item.name: item for item in self.entries}

    @cached_property
    def named_above(self) -> dict[tuple[str, str], frozenset[str] | None]:
        """What was found of what each entry names, or what it came of: asked again for every invoice."""
        return {}

    @cached_property
    def _by_model(self) -> dict[type[EntryBase], tuple[Happened, ...]]:
        found: dict[type[EntryBase], list[Happened]] = {}
        for item in self.entries:
            found.setdefault(type(item.entry), []).append(item)
        return {model: tuple(items) for model, items in found.items()}

    def of_kind(self, kind: type[E]) -> Iterator[tuple[Happened, E]]:
        """Yield the entries of one kind, oldest first."""
        for item in self._by_model.get(kind, ()):
            yield item, cast(E, item.entry)


def timeline(case: CaseFile, journal: Sequence[Happened] = ()) -> Timeline:
    """Merge the case file's `history` with journal entries, by day; entries of one day keep their order."""
    history = [Happened(entry, f"history.{number}") for number, entry in enumerate(case.history)]
    recorded = tuple(sorted([*history, *journal], key=_day))
    return Timeline(case, corrected(recorded), recorded)


def corrected(recorded: Sequence[Happened], known_on: date | None = None) -> tuple[Happened, ...]:
    """Return the entries as they stand after the corrections known on a day (every one, where none is named), by day."""
    last: dict[str, Happened] = {}
    for item in reversed(recorded):
        entry = item.entry
        if isinstance(entry, Correction) and (known_on is None or entry.on <= known_on) and item.name not in last:
            last.setdefault(entry.of, item)
    if not last:
        return tuple(recorded)
    standing = (item if (by := last.get(item.name)) is None else _in_its_place(item, by) for item in recorded)
    return tuple(sorted((item for item in standing if item is not None), key=_day))


def written(case: CaseFile) -> Iterator[tuple[Path_, EntryBase]]:
    """Yield every entry that a case file tells with its key path: those of `history`, and those a correction puts in place."""
    for number, entry in enumerate(case.history):
        yield ("history", number), entry
        if isinstance(entry, Correction) and entry.replacement is not None:
            yield ("history", number, "with"), entry.replacement


def _in_its_place(item: Happened, by: Happened) -> Happened | None:
    right = by.entry.replacement if isinstance(by.entry, Correction) else None
    return Happened(right.model_copy(update={"id": item.entry.id}), item.origin, by.origin) if right else None


def _day(item: Happened) -> date:
    return item.entry.on
