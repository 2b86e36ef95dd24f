"""Fill a compiled template: strict, sandboxed, escaped, and read again before it is let go.

The template is made ready once (docxtpl's own patch rules, then a Jinja template of each part with tags) and filled
many times; parts without tags are copied as they are.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import lru_cache
from typing import Any, ClassVar

from jinja2 import StrictUndefined, Template, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from lawkit.drafting.compile import WordTemplate, bookmark
from lawkit.drafting.package import Member, assemble, member
from lawkit.errors import LawkitError
from lawkit.messages import say

MASK = "◊"
_OPEN, _CLOSE = "\x01", "\x02"
_VALUE = re.compile("\x01[^\x02]*\x02")
_LEFTOVERS = ("{{", "}}", "{%", "%}", "<built-in", " object at 0x", "Undefined", "None")


class Citation(str):
    """A provision as printed; wording rules read it, as they do not read other values."""


class UnfilledBlank(LawkitError):
    """A blank that the facts do not fill."""


@dataclass(frozen=True)
class Filled:
    """A filled document: its bytes, and its text by paragraph with every value masked."""

    content: bytes
    masked: tuple[str, ...]
    body: str

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text of each paragraph, values and all."""
        return tuple(paragraphs_of(self.body))


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox, with a short way to the fields of facts: a frozen dataclass gives its own fields and nothing else."""

    _fields: ClassVar[dict[type, frozenset[str]]] = {}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a field of a fact; anything else goes the sandbox's way."""
        kind = type(obj)
        own = self._fields.get(kind)
        if own is None:
            own = self._fields[kind] = frozenset(f.name for f in fields(kind)) if is_dataclass(kind) else frozenset()
        return getattr(obj, attribute) if attribute in own else super().getattr(obj, attribute)


def _environment(filters: Mapping[str, Callable[..., Any]]) -> ImmutableSandboxedEnvironment:
    environment = _Environment(undefined=StrictUndefined, autoescape=True, finalize=_printed)
    environment.globals.clear()
    environment.tests.clear()
    environment.filters.clear()
    environment.filters.update(filters)
    return environment


def _printed(value: Any) -> Any:
    """Return a value as XML text between two marks; None, yes/no and raw numbers, dates and lists are refused.

    The marks are control characters, which no value may hold: they are taken out of the document, and show where the
    values stood in its masked text. A citation carries none.
    """
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        if _OPEN in value or _CLOSE in value:
            raise UnfilledBlank(say("{value} holds a control character", value=repr(value)))
        escaped = str(escape(value))
        if "\n" in value or "\t" in value:
            escaped = escaped.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
            escaped = escaped.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
        return Markup(escaped if isinstance(value, Citation) else f"{_OPEN}{escaped}{_CLOSE}")
    if isinstance(value, int) and not isinstance(value, bool):
        return Markup(f"{_OPEN}{value}{_CLOSE}")
    if isinstance(value, StrictUndefined):
        return value
    raise UnfilledBlank(_why_not(value))


def _why_not(value: Any) -> str:
    if value is None:
        return say("a fact that the matter does not have is printed without asking for it with an if")
    if isinstance(value, date):
        return say("the date {value} is printed without a filter; use long_date or short_date", value=value)
    return say("{value} is printed without a filter such as money or percent", value=repr(value))


@dataclass(frozen=True, eq=False)
class _Ready:
    """A template made ready: a Jinja template of each part with tags, and the other parts as they are."""

    tagged: dict[str, Template]
    fixed: dict[str, bytes]


@lru_cache(maxsize=128)
def _ready(template: WordTemplate, bound: tuple[tuple[str, Callable[..., Any]], ...]) -> _Ready:
    parts = dict(template.parts)
    environment = _environment(dict(bound))
    tagged = {name: environment.from_string(_patched(parts[name].decode())) for name in template.tagged}
    return _Ready(tagged, {name: part for name, part in parts.items() if name not in tagged})


def _patched(xml: str) -> str:
    """Return a part with docxtpl's paragraph and row tags turned into Jinja, by docxtpl's own rules."""
    from docxtpl import DocxTemplate

    return str(DocxTemplate.patch_xml(_NoDocument(), xml))


class _NoDocument:
    """Stands for a DocxTemplate whose patch rules alone are used."""


def fill(
    template: WordTemplate,
    facts: Any,
    filters: Mapping[str, Callable[..., Any]],
    callables: Mapping[str, Callable[..., Any]],
    *,
    title: str,
    author: str,
    on: date,
    compression: int = 6,
) -> Filled:
    """Return the filled document; `facts` is a frozen dataclass whose fields the blanks name.

    Raise UnfilledBlank naming the blank, or the paragraph cited that is not there.
    """
    ready = _ready(template, tuple(sorted(filters.items())))
    context = {field.name: getattr(facts, field.name) for field in fields(facts)} | dict(callables)
    try:
        marked = {name: part.render(context) for name, part in ready.tagged.items()}
    except (UndefinedError, SecurityError, UnfilledBlank, TypeError, ValueError, AttributeError) as error:
        raise UnfilledBlank(say("{name}: {error}", name=template.name, error=error)) from error
    hidden = tuple(paragraphs_of(_VALUE.sub(MASK, marked["word/document.xml"])))
    _read_again(template.name, hidden)
    rendered = {name: text.replace(_OPEN, "").replace(_CLOSE, "") for name, text in marked.items()}
    body = _AFTER_TABLE.sub(r'\1<w:spacing w:before="160"/>\2', rendered["word/document.xml"])
    rendered["word/document.xml"] = body = _numbered(body, template)
    rendered["docProps/core.xml"] = _properties(title, author, on)
    members = _fixed_members(template, ready, compression)
    content = assemble([*members, *(member(name, text.encode(), compression) for name, text in rendered.items())])
    return Filled(content, hidden, body)


# the paragraph that follows a table, whichever condition left it there, stands a little apart from it
_AFTER_TABLE = re.compile(
    r'(</w:tbl><w:p><w:pPr><w:pStyle w:val="(?:BodyParagraph|NumberedParagraph)"/>(?:<w:keepNext/>)?(?:<w:numPr>.{0,80}?</w:numPr>)?)'
    r"(</w:pPr>|<w:sectPr)"
)
_NUMBER_OR_NAME = re.compile(
    r'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="(\d+)"/></w:numPr>|<w:bookmarkStart w:id="\d+" w:name="(para_\w+)"/>'
)
_REFERENCE = re.compile(r'(<w:fldSimple w:instr=" REF (para_\w+) [^"]*">(?:(?!</w:fldSimple>).)*?<w:t(?: [^>]*)?>)[^<]*(</w:t>)', re.S)


def _numbered(xml: str, template: WordTemplate) -> str:
    """Set the number shown by each reference to a paragraph, by counting the numbered paragraphs that are there."""
    if " REF para_" not in xml:
        return xml
    counts: dict[str, int] = {}
    number = 0
    shown: dict[str, int] = {}
    for found in _NUMBER_OR_NAME.finditer(xml):
        if found.group(1):
            number = counts[found.group(1)] = counts.get(found.group(1), 0) + 1
        else:
            shown[found.group(2)] = number
    places = {bookmark(name): (name, place) for name, place in template.cited}

    def put(found: re.Match[str]) -> str:
        if found.group(2) not in shown:
            name, place = places[found.group(2)]
            raise UnfilledBlank(
                say("{place}: the paragraph {name} is cited and is not in this paper", place=place, name=name)
            )
        return f"{found.group(1)}{shown[found.group(2)]}{found.group(3)}"

    return _REFERENCE.sub(put, xml)


_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:br/>|<w:tab/>|</w:p>")


def paragraphs_of(xml: str) -> list[str]:
    """Return the text of each paragraph of a document part, in order."""
    paragraphs: list[str] = []
    current: list[str] = []
    for found in _TEXT.finditer(xml):
        token = found.group()
        if token == "</w:p>":
            paragraphs.append("".join(current))
            current = []
        elif token == "<w:br/>":
            current.append("\n")
        elif token == "<w:tab/>":
            current.append("\t")
        else:
            current.append(Markup(found.group(1)).unescape())
    return paragraphs


def _read_again(name: str, masked: tuple[str, ...]) -> None:
    """Refuse a document in whose own wording a tag or a programmer's word is left."""
    for paragraph in masked:
        for leftover in _LEFTOVERS:
            if leftover in paragraph:
                raise UnfilledBlank(
                    say("{name}: “{word}” is left in: {text}", name=name, word=leftover, text=paragraph[:80])
                )


@lru_cache(maxsize=128)
def _fixed_members(template: WordTemplate, ready: _Ready, compression: int) -> tuple[Member, ...]:
    """Return the parts that no matter changes, compressed once."""
    return tuple(member(name, part, compression) for name, part in ready.fixed.items() if name != "docProps/core.xml")


def _properties(title: str, author: str, on: date) -> str:
    stamp = f"{on.isoformat()}T00:00:00Z"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified></cp:coreProperties>'
    )
