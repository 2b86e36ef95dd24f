"""A precedent: one text in one language, its front matter, and the blocks it includes, each line with its place.

A firm may keep a precedent as a Word file with its front matter beside it (`final-notice.en.docx`, `.yaml`); it comes
before the text of the same name in the same folder.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from pydantic import Field

from lawkit.drafting.template import Line, WordTemplate
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
    per: Literal["matter", "addressee", "principal_debtor"]
    signed_by: Literal["advocate", "creditor", "nobody"]
    served_by: tuple[Text, ...] = ()
    needs: tuple[Text, ...] = ()
    cites: tuple[Text, ...] = ()
    checks: tuple[Text, ...] = ()
    annexures: tuple[Text, ...] = ()
    reviewed: Reviewed


class WordFront(FrontMatter):
    """The front matter beside a Word file: the same, and the hash of each text that the file was exported from."""

    based_on: dict[Text, Text] = Field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Precedent:
    """A precedent as read: name, front matter, lines with includes expanded, and the hashes of its files.

    One kept as a Word file holds it, guarded and mended, as `word`; its lines are the paragraphs of that file.
    """

    name: str
    country: str
    front: FrontMatter
    lines: tuple[Line, ...]
    path: Path
    hashes: tuple[tuple[str, str], ...]
    word: WordTemplate | None = None


def _find(folders: Sequence[Path], relative: str) -> Path | None:
    return next((path for folder in folders if (path := folder / relative).is_file()), None)


def list_precedents(folders: Sequence[Path], country: str, language: str | None = None) -> list[tuple[str, str]]:
    """Return (name, language) of every precedent of a country, the firm's included."""
    found = {
        (path.name.split(".")[0], path.name.split(".")[1])
        for folder in folders
        for kind in ("md", "docx")
        for path in (folder / country).glob(f"*.*.{kind}")
        if not path.name.startswith(("~$", "."))  # what Word keeps beside a file that is open
    }
    return sorted(pair for pair in found if language is None or pair[1] == language)


def load_precedent(
    folders: Sequence[Path], country: str, name: str, language: str, *, text_only: bool = False
) -> Precedent:
    """Return a precedent, the firm's before ours and a Word file before a text, unless `text_only`.

    Raise UnknownName, or ProblemsFound with every fault.
    """
    path = find_precedent(folders, country, name, language, text_only=text_only)
    if path is None:
        known = [each for each, _ in list_precedents(folders, country, language)]
        raise UnknownName(say("document in {country}, {language},", country=country, language=language), name, known)
    if left := _left_alone(folders, path, country, name, language):
        raise ProblemsFound([
            Problem(shown(left), "", say("the Word file it belongs to is gone; put {file} back beside it, or delete this one",
                                         file=left.with_suffix(".docx").name))
        ])  # fmt: skip
    ours = folders[-1] / country / f"{name}.{language}.md"
    if path.suffix == ".docx":
        return _guarded(_word_precedent(path, country, name), ours)
    text = read_text(path, shown(path))
    hashes = [(shown(path), hashlib.sha256(text.encode()).hexdigest())]
    front, body, first = _front_matter(text, path)
    lines = _expanded(body, path, first, folders, country, language, hashes, ())
    return _guarded(Precedent(name, country, front, tuple(lines), path, tuple(hashes)), ours)


def _guarded(precedent: Precedent, ours: Path) -> Precedent:
    """Return a firm's precedent with the checks of ours of the same name before its own: a firm adds checks and takes none away."""
    if precedent.path == ours or not ours.is_file():
        return precedent
    checks = _front_matter(read_text(ours, shown(ours)), ours)[0].checks
    front = precedent.front
    return replace(precedent, front=front.model_copy(update={"checks": tuple(dict.fromkeys((*checks, *front.checks)))}))


def _left_alone(folders: Sequence[Path], found: Path, country: str, name: str, language: str) -> Path | None:
    """Return the front matter of a Word file that is gone, in a folder that comes before the file found, or in its own."""
    for folder in folders:
        beside = folder / country / f"{name}.{language}.yaml"
        if beside.is_file() and not beside.with_suffix(".docx").is_file():
            return beside
        if found.is_relative_to(folder):
            return None
    return None


def find_precedent(
    folders: Sequence[Path], country: str, name: str, language: str, *, text_only: bool = False
) -> Path | None:
    """Return the file a precedent is read from, or None."""
    if not re.fullmatch(r"[\w-]+", name) or not re.fullmatch(r"[\w-]+", language):
        return None  # a name, never a path
    kinds = ("md",) if text_only else ("docx", "md")
    places = [Path(country) / f"{name}.{language}.{kind}" for kind in kinds]
    return next((path for folder in folders for place in places if (path := folder / place).is_file()), None)


# -- a precedent kept as a Word file -------------------------------------------------------------


def front_beside(path: Path) -> WordFront:
    """Return the front matter of a Word file; raise LawkitError where it is missing or faulty."""
    beside = path.with_suffix(".yaml")
    if not beside.is_file():
        raise ProblemsFound([
            Problem(shown(path), "", say("{file} is not beside it; take it from: lawkit precedents export", file=beside.name))
        ])  # fmt: skip
    return validate(WordFront, parse_yaml(read_text(beside, shown(beside)), shown(beside)))


def _word_precedent(path: Path, country: str, name: str) -> Precedent:
    from lawkit.drafting.guard import lines_of, read_firm_template

    front = front_beside(path)
    word = read_firm_template(path)
    beside = path.with_suffix(".yaml")
    hashes = tuple((shown(each), hashlib.sha256(each.read_bytes()).hexdigest()) for each in (path, beside))
    return Precedent(name, country, front, lines_of(word), path, hashes, word)


def texts_of(precedent: Precedent, folders: Sequence[Path]) -> dict[str, str]:
    """Return the hash of each text a precedent was read from, by its place below the folder of precedents."""
    found: dict[str, str] = {}
    by_shown = dict(precedent.hashes)
    for folder in folders:
        for path in folder.rglob("*.md"):
            if shown(path) in by_shown:
                found[path.relative_to(folder).as_posix()] = by_shown[shown(path)]
    return dict(sorted(found.items()))


def changed_since(front: WordFront, folders: Sequence[Path]) -> Iterator[str]:
    """Yield each text that is no longer what a Word file was exported from."""
    for relative, digest in front.based_on.items():
        path = _find(folders, relative)
        if path is None:
            yield say("{text} is no longer there", text=relative)
        elif hashlib.sha256(read_text(path, shown(path)).encode()).hexdigest() != digest:
            yield say("{text} has changed", text=relative)


def front_lines(precedent: Precedent) -> list[str]:
    """Return the lines of a text's front matter as they are written."""
    return _front_lines(read_text(precedent.path, shown(precedent.path)), precedent.path)


def _front_lines(text: str, path: Path) -> list[str]:
    lines = text.split("\n")
    if lines[0] != "---" or "---" not in lines[1:]:
        raise ProblemsFound([Problem(f"{shown(path)}:1", "", say("has no front matter between two lines of ---"))])
    return lines[1 : lines.index("---", 1)]


def _front_matter(text: str, path: Path) -> tuple[FrontMatter, list[str], int]:
    front_text = _front_lines(text, path)
    document = parse_yaml("\n".join(["", *front_text]), shown(path))
    front = validate(FrontMatter, Document(shown(path), document.data, document.lines))
    return front, text.split("\n")[len(front_text) + 2 :], len(front_text) + 3


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
        raise LawkitError(
            say(
                "{name}: no such house file. lawkit brings letter.docx, on which letters and sheets stand; for the layouts "
                "pleading and form put your own {name} into precedents/ of your folder",
                name=name,
            )
        )
    return path
