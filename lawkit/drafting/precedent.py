"""A precedent: one text in one language, its front matter, and the blocks it includes, each line with its place."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from lawkit.errors import LawkitError, Problem, ProblemsFound, UnknownName, unknown
from lawkit.messages import say
from lawkit.reading import Document, Facts, IsoDate, Text, parse_yaml, read_text, validate
from lawkit.resources import shown

_INCLUDE = re.compile(r'\s*\{%\s*include\s+"([^"]+)"\s*%\}\s*')


class Reviewed(Facts):
    """When a person read the wording, and the state of the law it was read against."""

    on: IsoDate
    law_as_of: IsoDate


class FrontMatter(Facts):
    """The complete list of what a precedent says of itself."""

    title: Text
    language: Text
    stage: Text
    layout: Literal["letter", "pleading", "form", "sheet"]
    per: Literal["matter", "addressee", "cheque", "garnishee"]
    signed_by: Literal["advocate", "creditor", "nobody"]
    served_by: tuple[Text, ...] = ()
    needs: tuple[Text, ...] = ()
    cites: tuple[Text, ...] = ()
    checks: tuple[Text, ...] = ()
    annexures: tuple[Text, ...] = ()
    reviewed: Reviewed


@dataclass(frozen=True, slots=True)
class Line:
    """One line of wording and where it stands."""

    text: str
    place: str


@dataclass(frozen=True, eq=False)
class Precedent:
    """A precedent as read: name, front matter, lines with includes expanded, and the hashes of its files."""

    name: str
    country: str
    front: FrontMatter
    lines: tuple[Line, ...]
    path: Path
    hashes: tuple[tuple[str, str], ...]


def _find(folders: Sequence[Path], relative: str) -> Path | None:
    return next((path for folder in folders if (path := folder / relative).is_file()), None)


def list_precedents(folders: Sequence[Path], country: str, language: str | None = None) -> list[tuple[str, str]]:
    """Return (name, language) of every precedent of a country, the firm's included."""
    found = {
        (path.name.split(".")[0], path.name.split(".")[1])
        for folder in folders
        for path in (folder / country).glob("*.*.md")
    }
    return sorted(pair for pair in found if language is None or pair[1] == language)


def load_precedent(folders: Sequence[Path], country: str, name: str, language: str) -> Precedent:
    """Return a precedent, the firm's before ours; raise UnknownName, or ProblemsFound with every fault."""
    path = _find(folders, f"{country}/{name}.{language}.md")
    if path is None:
        known = [each for each, _ in list_precedents(folders, country, language)]
        raise UnknownName(say("document in {country}, {language},", country=country, language=language), name, known)
    text = read_text(path, shown(path))
    hashes = [(shown(path), hashlib.sha256(text.encode()).hexdigest())]
    front, body, first = _front_matter(text, path)
    lines = _expanded(body, path, first, folders, country, language, hashes, ())
    return Precedent(name, country, front, tuple(lines), path, tuple(hashes))


def _front_matter(text: str, path: Path) -> tuple[FrontMatter, list[str], int]:
    lines = text.split("\n")
    if lines[0] != "---" or "---" not in lines[1:]:
        raise ProblemsFound([Problem(f"{shown(path)}:1", "", say("has no front matter between two lines of ---"))])
    end = lines.index("---", 1)
    document = parse_yaml("\n".join(["", *lines[1:end]]), shown(path))
    front = validate(FrontMatter, Document(shown(path), document.data, document.lines))
    return front, lines[end + 1 :], end + 2


def _expanded(
    body: Sequence[str], path: Path, first: int, folders: Sequence[Path], country: str, language: str,
    hashes: list[tuple[str, str]], inside: tuple[str, ...],
) -> list[Line]:  # fmt: skip
    """Return lines with `{% include "block" %}` replaced by the block's own lines."""
    lines: list[Line] = []
    name_shown = shown(path)
    for number, text in enumerate(body, first):
        place = f"{name_shown}:{number}"
        found = _INCLUDE.fullmatch(text)
        if not found:
            lines.append(Line(text, place))
            continue
        name = found.group(1)
        block = _find(folders, f"{country}/blocks/{name}.{language}.md")
        if block is None:
            known = [p.name.split(".")[0] for f in folders for p in (f / country / "blocks").glob(f"*.{language}.md")]
            raise ProblemsFound([Problem(place, "", unknown(say("block"), name, known))])
        if name in inside:
            raise ProblemsFound([Problem(place, "", say("the block {name} includes itself", name=name))])
        content = read_text(block, shown(block))
        hashes.append((shown(block), hashlib.sha256(content.encode()).hexdigest()))
        lines += _expanded(content.split("\n"), block, 1, folders, country, language, hashes, (*inside, name))
    return lines


def house_file(folders: Sequence[Path], layout: str) -> Path:
    """Return the house file of a layout: a sheet stands on the letter's."""
    name = "letter.docx" if layout in ("letter", "sheet") else "pleading.docx"
    path = _find(folders, name)
    if path is None:
        raise LawkitError(say("{name}: no such house file; make it with: make house", name=name))
    return path
