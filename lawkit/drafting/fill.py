"""Fill a template: strict, sandboxed, every value escaped; the same facts are the same bytes.

A template is made ready once (`ready`) and filled many times. Filling joins its constant pieces, encoded long ago, and
the values between them; parts without tags are copied as they were compressed. Nothing marks the way to an error: a
document that cannot be filled is filled again with a note kept of every blank (`explain`).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Any

from lawkit.drafting.package import Archive, Compression, member
from lawkit.drafting.preview import PreviewEnvironment, highlighted, under_banner
from lawkit.drafting.printing import Broken, Citation, Cited, UnfilledBlank, printed
from lawkit.drafting.ready import (
    PARAGRAPH_END,
    Count,
    Kept,
    Named,
    Part,
    Piece,
    PieceEnvironment,
    Ready,
    Shown,
    make_ready,
    text_of,
)
from lawkit.drafting.template import WordTemplate, bookmark
from lawkit.errors import LawkitError
from lawkit.messages import say

__all__ = ["MASK", "Citation", "Filled", "UnfilledBlank", "core_properties", "fill", "paragraphs_of", "rendered_parts"]
MASK = "◊"
_WHOLE = 13  # a table of fewer rows is not divided between pages
_MOST, _LARGEST = 1_000_000, 64_000_000  # pieces and bytes of one part
_DOCUMENT = "word/document.xml"


@dataclass(frozen=True)
class Filled:
    """A filled document: its bytes, its text by paragraph with every value masked, and the XML of its text.

    `around` is the masked text of headers, footers and notes.
    """

    content: bytes
    masked: tuple[str, ...]
    around: tuple[str, ...]
    body: str

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text of each paragraph, values and all."""
        return tuple(paragraphs_of(self.body))


def fill(
    template: WordTemplate,
    facts: Any,
    filters: Mapping[str, Callable[..., Any]],
    callables: Mapping[str, Callable[..., Any]],
    *,
    title: str,
    author: str,
    on: date,
    compression: Compression = 6,
    preview: bool = False,
    banner: str = "",
    kind: type | None = None,
) -> Filled:
    """Return the filled document; `facts` is a frozen dataclass whose fields the blanks name.

    Where their `kind` is given, the template's names are proved against it first.

    Raise UnfilledBlank with every blank that cannot be filled, or the paragraph cited that is not there. A preview
    shows an absent fact as `[debtor.name?]`, highlighted, where a paper refuses it, under a `banner` that says so.
    """
    ready = make_ready(template, tuple(filters.items()), PreviewEnvironment if preview else PieceEnvironment, kind)
    rendered, texts = rendered_parts(template, ready, facts, filters, callables)
    if preview:
        rendered = {name: highlighted(part) for name, part in rendered.items()}
        rendered[_DOCUMENT] = under_banner(rendered[_DOCUMENT], banner)
    members = [member(name, part, compression) for name, part in rendered.items()]
    members.append(member("docProps/core.xml", core_properties(title, author, on).encode(), compression))
    content = _archive(ready, compression).close(members)
    around = "".join(text for name, text in texts.items() if name != _DOCUMENT) + ready.around
    masked, stands_around = (tuple(text.split(PARAGRAPH_END)[:-1]) for text in (texts[_DOCUMENT], around))
    return Filled(content, masked, stands_around, rendered[_DOCUMENT].decode())


def rendered_parts(
    template: WordTemplate,
    ready: Ready,
    facts: Any,
    filters: Mapping[str, Callable[..., Any]],
    callables: Mapping[str, Callable[..., Any]],
    *,
    references: bool = True,
) -> tuple[dict[str, bytes], dict[str, str]]:
    """Return the filled parts and the masked text of each; without `references` the numbers of cited paragraphs stay 0."""
    context = {field.name: getattr(facts, field.name) for field in fields(facts)} | dict(callables)
    rendered, texts = {}, {}
    try:
        for name, part in ready.tagged:
            rendered[name], texts[name] = _run(part, context, template if references else None)
    except LawkitError as error:
        _explain(template, facts, filters, callables, error)
        raise
    except Exception as error:
        _explain(template, facts, filters, callables, error)
        raise UnfilledBlank(say("{name}: {error}", name=template.name, error=error)) from error
    return rendered, texts


def _run(part: Part, context: Mapping[str, Any], template: WordTemplate | None) -> tuple[bytes, str]:
    """Return a part filled, and its masked text."""
    out: list[bytes] = []
    text: list[str] = []
    add, say_text = out.append, text.append
    pieces = part.pieces
    after_table = broken = False
    numbers = _Numbers(out)
    for item in islice(part.run(context), _MOST):
        kind = item.__class__
        if kind is int:
            piece: Piece = pieces[item]
            if after_table and piece.apart is not None:
                piece = piece.apart
            if piece.data:  # nothing stands between two tags that follow one another
                after_table = piece.ends_table
            if piece.steps:
                numbers.walk(piece)
            else:
                add(piece.data)
            say_text(piece.text)
        elif kind is bytes:
            add(item)
            say_text(MASK)
        elif kind is Cited:
            add(item)
            say_text(_plain(item))
        else:
            broken |= kind is Broken
            add(item)
            say_text(MASK)
    if len(text) == _MOST or sum(map(len, out)) > _LARGEST:
        raise UnfilledBlank(say("the text prints without end: more than a Word file holds"))
    if template is not None:
        numbers.show(template)
    numbers.divide()
    xml = b"".join(out)
    return (_broken_into_elements(xml) if broken else xml), "".join(text)


class _Numbers:
    """Counts the numbered paragraphs as they come, sets the number where one is cited; notes the rows of tables."""

    def __init__(self, out: list[bytes]) -> None:
        self.out = out
        self.counts: dict[str, int] = {}
        self.last = 0
        self.known: dict[str, int] = {}
        self.wanted: list[tuple[int, str]] = []
        self.rows: dict[int, list[int]] = {}

    def walk(self, piece: Piece) -> None:
        """Add a piece that counts, names or cites a paragraph, or holds a row that a loop repeats."""
        for step in piece.steps:
            kind = step.__class__
            if kind is bytes:
                self.out.append(step)  # type: ignore[arg-type]
            elif isinstance(step, Count):
                self.last = self.counts[step.sequence] = self.counts.get(step.sequence, 0) + 1
            elif isinstance(step, Named):
                self.known[step.bookmark] = self.last
            elif isinstance(step, Kept):
                self.rows.setdefault(step.row, []).append(len(self.out))
                self.out.append(b"<w:keepNext/>")
            elif isinstance(step, Shown):
                self.wanted.append((len(self.out), step.bookmark))
                self.out.append(b"0")

    def divide(self) -> None:
        """Let a long table be divided, but below its second row, and above the last that goes with the total."""
        for places in self.rows.values():
            if len(places) >= _WHOLE:
                for place in places[1:-1]:
                    self.out[place] = b""

    def show(self, template: WordTemplate) -> None:
        """Set the number of each cited paragraph; raise UnfilledBlank for one that is not in this paper."""
        for place, name in self.wanted:
            if name not in self.known:
                raise UnfilledBlank(_not_there(template, name))
            self.out[place] = b"%d" % self.known[name]


def _not_there(template: WordTemplate, name: str) -> str:
    found = [(named, place) for named, place in template.cited if bookmark(named) == name]
    named, place = found[0] if found else (name, template.name)
    return say("{place}: the paragraph {name} is cited and is not in this paper", place=place, name=named)


@lru_cache(maxsize=4096)
def _plain(citation: bytes) -> str:
    from html import unescape

    return unescape(citation.decode())


def _broken_into_elements(xml: bytes) -> bytes:
    """Turn line ends and tabs of values into elements, by docxtpl's own rules."""
    from docxtpl import DocxTemplate

    return str(DocxTemplate.resolve_listing(None, xml.decode())).encode()


def _explain(
    template: WordTemplate,
    facts: Any,
    filters: Mapping[str, Callable[..., Any]],
    callables: Mapping[str, Callable[..., Any]],
    error: Exception,
) -> None:
    """Fill again, noting every blank; raise UnfilledBlank with all that is wrong, if it can be told."""
    from lawkit.drafting.explain import explain

    problems = explain(template, facts, filters, callables)
    if problems:
        raise UnfilledBlank("\n".join(str(problem) for problem in problems)) from error


def paragraphs_of(xml: str) -> list[str]:
    """Return the text of each paragraph of a document part, in order."""
    return text_of(xml).split(PARAGRAPH_END)[:-1]


@lru_cache(maxsize=128)
def _archive(ready: Ready, compression: Compression) -> Archive:
    """Return the parts that no matter changes, compressed once."""
    return Archive(member(name, part, compression) for name, part in ready.fixed if name != "docProps/core.xml")


def core_properties(title: str, author: str, on: date) -> str:
    """Return the properties of a document: its title, its author and the day it bears."""
    stamp = f"{on.isoformat()}T00:00:00Z"
    texts: Iterable[str] = (printed(text).decode() for text in (title, author))
    title, author = texts
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified></cp:coreProperties>'
    )
