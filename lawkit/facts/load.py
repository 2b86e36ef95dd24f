"""Read a case file: typed, consistent, every fault with its line."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lawkit.errors import ProblemsFound
from lawkit.facts.consistency import inconsistencies
from lawkit.facts.model import CaseFile
from lawkit.reading import Document, parse_yaml, read_text, validate
from lawkit.resources import shown


@dataclass(frozen=True)
class Case:
    """A case file as read: its facts, the document they were read from, and its hash."""

    facts: CaseFile
    document: Document
    path: Path
    sha256: str


# what is only printed: no figure, no day and no rule depends on it
_PARTY = (("name",), ("addresses",), ("addresses", "*", "lines"), ("addresses", "*", "city"), ("contacts", "*", "name"),
          ("representative", "name"), ("representative", "capacity"))  # fmt: skip
PRINTED: tuple[tuple[str, ...], ...] = (
    ("contract", "title"), ("contract", "subject"), ("advocate", "name"), ("advocate", "address"),
    *(("creditor", *field) for field in _PARTY), ("creditor", "account", "holder"), ("creditor", "account", "bank"),
    *(("debtors", "*", *field) for field in _PARTY), ("debtors", "*", "represented_by", "name"),
    ("cheques", "*", "bank"), ("forum", "court"), ("exhibits", "*", "title"),
)  # fmt: skip
_LISTS = ("lines", "address")


def load_case(path: Path, advocate: object | None = None, stand_in: Callable[[str], str] | None = None) -> Case:
    """Return the case file at `path`; `advocate` (from `lawkit.toml`) serves where the file names none.

    For a preview `stand_in` gives the text that stands for a fact that is only printed and is missing or still to be filled in;
    a figure, a day, or what the law depends on is never stood for. Raise ProblemsFound with every fault, each with file and line.
    """
    name = shown(path)
    text = read_text(path, name)
    document = parse_yaml(text, name)
    if isinstance(document.data, dict) and advocate is not None:
        document.data.setdefault("advocate", advocate)
    if stand_in is not None:
        for field in PRINTED:
            for holder, key, named in _holders(document.data, field):
                if holder.get(key) in (None, "…", ["…"]):
                    holder[key] = _stood_for(key, named, stand_in)
    facts = validate(CaseFile, document)
    problems = inconsistencies(facts, document)
    if problems:
        raise ProblemsFound(problems)
    return Case(facts, document, path, hashlib.sha256(text.encode()).hexdigest())


def _stood_for(key: str, named: str, stand_in: Callable[[str], str]) -> Any:
    if key == "addresses":
        return [{"lines": [stand_in(f"{named}.lines")], "city": stand_in(f"{named}.city")}]
    return [stand_in(named)] if key in _LISTS else stand_in(named)


def _holders(data: Any, field: tuple[str, ...], before: str = "") -> Iterator[tuple[dict[str, Any], str, str]]:
    """Yield what holds a field, by its key path, wherever the file has it; `*` stands for each of a list, and is counted from 1."""
    first, *rest = field
    if first == "*":
        for number, each in enumerate(data if isinstance(data, list) else (), 1):
            yield from _holders(each, tuple(rest), f"{before}{number}.")
    elif isinstance(data, dict) and not rest:
        yield data, first, before + first
    elif isinstance(data, dict) and first in data:
        yield from _holders(data[first], tuple(rest), f"{before}{first}.")
