"""Read a case file: typed, consistent, every fault with its line."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

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


def load_case(path: Path, advocate: object | None = None) -> Case:
    """Return the case file at `path`; `advocate` (from `lawkit.toml`) serves where the file names none.

    Raise ProblemsFound with every fault, each with file and line.
    """
    name = shown(path)
    text = read_text(path, name)
    document = parse_yaml(text, name)
    if isinstance(document.data, dict) and advocate is not None:
        document.data.setdefault("advocate", advocate)
    facts = validate(CaseFile, document)
    problems = inconsistencies(facts, document)
    if problems:
        raise ProblemsFound(problems)
    return Case(facts, document, path, hashlib.sha256(text.encode()).hexdigest())
