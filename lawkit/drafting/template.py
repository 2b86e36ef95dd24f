"""A Word template: the parts of a .docx with docxtpl tags inside, before it is made ready for filling."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_FILLED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of wording and where it stands."""

    text: str
    place: str


@dataclass(frozen=True, eq=False)
class WordTemplate:
    """A compiled precedent, or a firm's Word file: its parts, which of them are filled, which paragraphs are cited."""

    name: str
    parts: tuple[tuple[str, bytes], ...]
    tagged: tuple[str, ...]
    cited: tuple[tuple[str, str], ...]  # paragraph name, place of the citation
    places: tuple[str, ...] = ()  # of each paragraph of the document, in order
    frames: str = ""  # the file its headers and footers come from


def may_be_filled(name: str) -> bool:
    """Return whether a part of that name holds text: the document, a header, a footer, notes."""
    return _FILLED.fullmatch(name) is not None


def tagged_parts(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return the names of the parts that are filled: the text, and headers, footers and notes that hold a tag."""
    return tuple(sorted(n for n in parts if n == "word/document.xml" or _FILLED.fullmatch(n) and b"{" in parts[n]))


def bookmark(name: str) -> str:
    """Return the bookmark of a named paragraph."""
    return "para_" + name.replace("-", "_")
