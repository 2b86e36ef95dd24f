"""The one merge of a case file's standing facts and what happened: entries in order of their day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from lawkit.facts.entries import EntryBase
from lawkit.facts.model import CaseFile

E = TypeVar("E", bound=EntryBase)


@dataclass(frozen=True, slots=True)
class Happened:
    """An entry and where it came from (`history.3`, or a journal number); `name` is how outcomes and figures name it."""

    entry: EntryBase
    origin: str

    @property
    def name(self) -> str:
        return self.entry.id or self.origin


@dataclass(frozen=True)
class Timeline:
    """A matter: its standing facts and its entries, oldest first."""

    case: CaseFile
    entries: tuple[Happened, ...]

    def until(self, as_of: date) -> "Timeline":
        """Return the matter as it stood at the end of `as_of`."""
        if not self.entries or self.entries[-1].entry.on <= as_of:
            return self
        return Timeline(self.case, tuple(item for item in self.entries if item.entry.on <= as_of))

    @cached_property
    def by_kind(self) -> dict[str, tuple[Happened, ...]]:
        """The entries by the name of their kind, oldest first: many invoices ask for the same few."""
        return {getattr(items[0].entry, "kind", ""): items for items in self._by_model.values()}

    @cached_property
    def by_name(self) -> dict[str, Happened]:
        """The entries by the name under which another may name them."""
        return {item.name: item for item in self.entries}

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
    return Timeline(case, tuple(sorted([*history, *journal], key=lambda item: item.entry.on)))
