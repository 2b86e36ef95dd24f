"""A firm's own Word file as a template: refused where it could harm or betray, else mended.

What the other side could read and the firm did not mean to send (tracked changes, comments, hidden text) is refused;
so is what could act by itself (macros, embedded objects, fields but a listed few, links to outside parts). Pictures of
the first page, names of past authors and the link to the firm's Word template are taken out.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from lawkit.drafting.mend import counted_paragraphs, mended, text_of
from lawkit.drafting.numbering import NAMESPACE, Numbering, W, parsed
from lawkit.drafting.package import MAX_BYTES, unpack
from lawkit.drafting.template import Line, WordTemplate, tagged_parts
from lawkit.errors import LawkitError, Problem, ProblemsFound
from lawkit.messages import say
from lawkit.resources import shown

_CHANGES = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange",
            "tcPrChange", "cellIns", "cellDel", "cellMerge", "numberingChange", "tblGridChange", "tblPrExChange",
            "moveFromRangeStart", "moveToRangeStart", "customXmlInsRangeStart", "customXmlDelRangeStart",
            "customXmlMoveFromRangeStart", "customXmlMoveToRangeStart", "delText", "delInstrText")  # fmt: skip
# fields that only number, count or refer within the file; any other might fetch, ask, print or change by itself
_FIELDS = ("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "REF", "PAGEREF", "NOTEREF", "STYLEREF", "SEQ", "TOC", "TC",
           "LISTNUM", "SYMBOL", "HYPERLINK")  # fmt: skip
_STRIPPED = re.compile(
    r"docProps/(thumbnail\.\w+|custom\.xml)|word/(people|comments\w+)\.xml|customXml/.*|word/glossary/.*|word/stylesWithEffects\.xml"
)
_MACROS = re.compile(r".*vba(Project|Data).*", re.I)
_OBJECTS = re.compile(
    r"word/(embeddings|activeX|ctrls)/.*|word/afchunk.*"
    r"|.*\.(html?|mht|rtf|exe|bin|js|vbs|ps1|lnk|scr|dll|hta|wsf|bat|cmd|com|jar|msi|docm|dotm|sct)", re.I
)  # fmt: skip


def read_firm_template(path: Path) -> WordTemplate:
    """Return a firm's Word file as a template, guarded and mended; raise ProblemsFound with all that must change first."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise LawkitError(say("{file}: is too large", file=shown(path)))
        content = path.read_bytes()
    except OSError as error:
        raise LawkitError(say("{file}: cannot be read: {reason}", file=shown(path), reason=error.strerror)) from None
    return firm_template(path.name.removesuffix(".docx"), content, shown(path))


def firm_template(name: str, content: bytes, place: str) -> WordTemplate:
    """Return the bytes of a Word file as a template, as `read_firm_template` does."""
    parts = unpack(content, place)
    problems = [Problem(place, part, text) for part, text in refusals(parts)]
    if problems:
        raise ProblemsFound(problems)
    parts = _stripped(parts)
    numbering = Numbering(parts)
    places: tuple[str, ...] = ()
    for part in tagged_parts(parts):
        parts[part], found = mended(parts[part], part, place, numbering)
        places = found if part == "word/document.xml" else places
    cited = re.findall(r'<w:fldSimple w:instr=" REF para_(\w+) ', parts["word/document.xml"].decode())
    return WordTemplate(
        name, tuple(sorted(parts.items())), tagged_parts(parts), tuple((each, place) for each in cited), places
    )


def lines_of(template: WordTemplate, *, body: bool = True) -> tuple[Line, ...]:
    """Return the paragraphs of a Word template as lines, so that the names in them can be proved as a precedent's are.

    Without `body` only headers, footers and notes are read.
    """
    lines: list[Line] = []
    for part in template.tagged:
        if part == "word/document.xml" and not body:
            continue
        for number, paragraph in counted_paragraphs(parsed(dict(template.parts)[part], template.name)):
            text = re.sub(r"\{(%|\{)(?:p|tr|tc|r) ", r"{\1 ", text_of(paragraph)).replace("\n", " ")
            where = say("{file}, {part}, paragraph {number}", file=template.name, part=part, number=number)
            if part == "word/document.xml" and len(template.places) >= number:
                where = template.places[number - 1]
            lines.append(Line(text, where))
    return tuple(lines)


# -- refusals ------------------------------------------------------------------------------------


def refusals(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield each part that cannot stay as it is, and what to do in Word."""
    filled = tagged_parts(parts)
    for name, content in parts.items():
        if _MACROS.fullmatch(name):
            yield name, say("holds macros; save the file without them")
        elif _OBJECTS.fullmatch(name):
            yield name, say("holds embedded objects; delete them")
        if name.endswith(".rels"):
            yield from _links(name, content)
        elif name.endswith(".xml") and not _STRIPPED.fullmatch(name):
            yield from _in_text(name, content)
            if name not in filled and (b"{{" in content or b"{%" in content):
                yield name, say("holds a tag, and is not filled; write it into the text, a header, a footer or a note")
    if re.search(rb"macroEnabled|activeX|vbaProject", parts.get("[Content_Types].xml", b"")):
        yield "[Content_Types].xml", say("the file is macro-enabled; save it as a plain Word document (.docx)")


def _links(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    if b"{{" in content or b"{%" in content:
        yield name, say("holds a tag, and is not filled; write it into the text, a header, a footer or a note")
    for relation in parsed(content, name):
        kind, target = str(relation.get("Type", "")).rsplit("/", 1)[-1], str(relation.get("Target", ""))
        if relation.get("TargetMode") != "External":
            if re.match(r"[\w+.-]+:|//|\\\\", target):
                yield name, say("links to {target}; put the content itself into the file", target=target)
            continue
        if kind == "hyperlink" and re.match(r"(https?|mailto):", target):
            continue
        if kind != "attachedTemplate":
            yield name, say("links to {target}; put the content itself into the file", target=target)


@lru_cache(maxsize=64)  # a house file's parts are read once, and stand in many templates
def _in_text(name: str, content: bytes) -> tuple[tuple[str, str], ...]:
    return tuple(_refused_in(name, parsed(content, name)))


def _refused_in(name: str, root: Any) -> Iterator[tuple[str, str]]:
    seen = {element.tag for element in root.iter() if isinstance(element.tag, str)}
    if name == "word/document.xml" and root.tag != f"{W}document":
        yield name, say("is not saved as a plain Word document (.docx); the strict form is not read")
    elif name == "word/document.xml" and root.nsmap.get("w") != NAMESPACE:
        yield name, say("is not saved by Word; open it in Word and save it again")
    if seen & {W + change for change in _CHANGES}:
        yield name, say("holds tracked changes; accept or reject them all")
    if name == "word/comments.xml" and len(root) or _COMMENTS & seen:
        yield name, say("holds comments; delete them")
    if name != "word/styles.xml" and any(
        _on(each) for each in root.iter(f"{W}vanish", f"{W}specVanish", f"{W}webHidden")
    ):
        yield name, say("holds hidden text; show it or delete it")
    if seen & {W + each for each in ("altChunk", "object", "control", "subDoc", "movie", "OLEObject")} or any(
        tag.endswith("}OLEObject") for tag in seen
    ):
        yield name, say("holds an embedded object; delete it")
    for code in _field_codes(root):
        word = code.split()[0].upper() if code.split() else ""
        outside = word == "HYPERLINK" and not re.match(r'HYPERLINK\s+(?:\\l\s|"(?:https?|mailto):)', code.strip(), re.I)
        if word not in _FIELDS or outside or "{" in code:
            text = say("holds the field {field}, which does more than number or refer; delete it", field=word or "?")
            yield name, text


_COMMENTS = {f"{W}commentReference", f"{W}commentRangeStart"}


def _field_codes(root: Any) -> Iterator[str]:
    """Yield the code of each field, however Word cut it; a field inside a code counts for itself."""
    for element in root.iter(f"{W}fldSimple"):
        yield element.get(f"{W}instr", "")
    open_codes: list[list[str]] = []
    result: list[bool] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText"):
        kind = element.get(f"{W}fldCharType")
        if element.tag == f"{W}instrText":
            if not open_codes:
                yield element.text or ""
            elif not result[-1]:
                open_codes[-1].append(element.text or "")
        elif kind == "begin":
            open_codes.append([])
            result.append(False)
        elif kind == "separate" and open_codes:
            result[-1] = True
        elif kind == "end" and open_codes:
            result.pop()
            yield "".join(open_codes.pop())
    for code in open_codes:
        yield "".join(code)


def _on(element: Any) -> bool:
    return element.get(f"{W}val", "true") not in ("false", "0", "off")


# -- what is taken out ---------------------------------------------------------------------------


def _stripped(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts without thumbnail, custom properties, past authors and the link to a Word template."""
    kept = {name: content for name, content in parts.items() if not _STRIPPED.fullmatch(name)}
    gone = parts.keys() - kept.keys()
    for name, content in kept.items():
        if name.endswith(".rels") or name == "[Content_Types].xml":
            folder = posixpath.dirname(posixpath.dirname(name)) if name.endswith(".rels") else ""
            kept[name] = _without(content, folder, gone)
        elif name == "word/settings.xml":
            kept[name] = re.sub(
                rb"<w:(attachedTemplate|rsids?\b|trackRevisions|mailMerge)(?:[^>]*/>|.*?</w:\1>)",
                b"",
                content,
                flags=re.S,
            )
        elif name == "docProps/app.xml":
            kept[name] = re.sub(rb"<(Template|Manager|Company|TotalTime|HyperlinkBase)>[^<]*</\1>", b"", content)
    return kept


def _without(content: bytes, folder: str, gone: set[str]) -> bytes:
    """Return relations or content types without those of parts that are gone."""

    def named(found: re.Match[bytes]) -> bytes:
        target = re.search(rb'\b(?:Target|PartName)="([^"]*)"', found[0])
        path = target[1].decode() if target else ""
        whole = path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(folder, path))
        return b"" if b"attachedTemplate" in found[0] or whole in gone else found[0]

    return re.sub(rb"<(?:Relationship|Override)\b[^>]*/>", named, content)
