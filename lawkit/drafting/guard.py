"""A firm's own Word file as a template: refused where it could harm or betray, mended where Word split its tags.

What the other side could read and the firm did not mean to send (tracked changes, comments, hidden text) is refused;
so is what could act by itself (macros, embedded objects, fields that fetch files, links to outside parts). Pictures of
the first page, names of past authors and the link to the firm's Word template are taken out.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lawkit.drafting.compile import WordTemplate, tagged_parts
from lawkit.drafting.package import MAX_BYTES, unpack
from lawkit.drafting.precedent import Line
from lawkit.errors import LawkitError, Problem, ProblemsFound
from lawkit.messages import say
from lawkit.resources import shown

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAG = re.compile(r"\{[\{%#](?:(?!\{[\{%#]).)*?[\}%#]\}", re.S)
_HALF = re.compile(r"\{[\{%#]|[\}%#]\}")
_ALONE = re.compile(r"\s*(?:\{%-?\s*(?:p |tr )?\s*(?:if|elif|else|endif|for|endfor)\b[^{}]*%\}\s*)+")
_CHANGES = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange",
            "tcPrChange", "cellIns", "cellDel", "numberingChange")  # fmt: skip
_FETCHING = re.compile(r"\b(INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|LINK|IMPORT|MACROBUTTON|DATABASE|RD)\b")
_STRIPPED = re.compile(
    r"docProps/(thumbnail\.\w+|custom\.xml)|word/(people|commentsExtended|commentsIds)\.xml|customXml/.*"
)
_MACROS = re.compile(r".*vbaProject.*|.*vbaData.*")
_OBJECTS = re.compile(r"word/(embeddings|activeX|ctrls)/.*|word/afchunk.*|.*\.(html?|mht|rtf|exe|bin)")


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
    problems = [Problem(place, part, text) for part, text in _refusals(parts)]
    if problems:
        raise ProblemsFound(problems)
    parts = _stripped(parts)
    for part in tagged_parts(parts):
        parts[part] = _mended(parts[part], place)
    return WordTemplate(name, tuple(sorted(parts.items())), tagged_parts(parts), ())


def lines_of(template: WordTemplate) -> tuple[Line, ...]:
    """Return the paragraphs of a Word template as lines, so that the names in them can be proved as a precedent's are."""
    lines: list[Line] = []
    for part in template.tagged:
        for number, paragraph in enumerate(_parsed(dict(template.parts)[part], template.name).iter(f"{_W}p"), 1):
            text = re.sub(r"\{(%|\{)(?:p|tr|tc|r) ", r"{\1 ", _text(paragraph)).replace("\n", " ")
            lines.append(Line(text, say("{file}, paragraph {number}", file=template.name, number=number)))
    return tuple(lines)


# -- refusals ------------------------------------------------------------------------------------


def _refusals(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield each part that cannot stay as it is, and what to do in Word."""
    for name, content in parts.items():
        if _MACROS.fullmatch(name):
            yield name, say("holds macros; save the file without them")
        elif _OBJECTS.fullmatch(name):
            yield name, say("holds embedded objects; delete them")
        if name.endswith(".rels"):
            yield from _links(name, content)
        elif name.startswith("word/") and name.endswith(".xml"):
            yield from _in_text(name, content)
    if b"macroEnabled" in parts.get("[Content_Types].xml", b""):
        yield "[Content_Types].xml", say("the file is macro-enabled; save it as a plain Word document (.docx)")


def _links(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    for relation in _parsed(content, name):
        if relation.get("TargetMode") == "External":
            kind, target = str(relation.get("Type", "")).rsplit("/", 1)[-1], str(relation.get("Target", ""))
            if kind == "hyperlink" and re.match(r"(https?|mailto):", target):
                continue
            if kind != "attachedTemplate":
                yield name, say("links to {target}; put the content itself into the file", target=target)


def _in_text(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    root = _parsed(content, name)
    seen = {element.tag for element in root.iter() if isinstance(element.tag, str)}
    if seen & {_W + change for change in _CHANGES}:
        yield name, say("holds tracked changes; accept or reject them all")
    if name == "word/comments.xml" and len(root) or _W + "commentReference" in seen:
        yield name, say("holds comments; delete them")
    if name != "word/styles.xml" and any(_on(element) for element in root.iter(f"{_W}vanish", f"{_W}specVanish")):
        yield name, say("holds hidden text; show it or delete it")
    if seen & {_W + "altChunk", _W + "object", _W + "control"}:
        yield name, say("holds an embedded object; delete it")
    fields = [element.get(f"{_W}instr", "") for element in root.iter(f"{_W}fldSimple")]
    fields.append("".join(element.text or "" for element in root.iter(f"{_W}instrText")))
    if found := _FETCHING.search(" ".join(fields)):
        yield name, say("holds the field {field}, which fetches something from outside", field=found.group())


def _on(element: Any) -> bool:
    return element.get(f"{_W}val", "true") not in ("false", "0", "off")


def _parsed(content: bytes, place: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise LawkitError(say("{file}: is not well formed: {error}", file=place, error=error)) from None
    if root.getroottree().docinfo.doctype:
        raise LawkitError(say("{file}: holds a document type; it is refused", file=place))
    return root


# -- what is taken out ---------------------------------------------------------------------------


def _stripped(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts without thumbnail, custom properties, past authors and the link to a Word template."""
    kept = {name: content for name, content in parts.items() if not _STRIPPED.fullmatch(name)}
    gone = {name.rsplit("/", 1)[-1].encode() for name in parts.keys() - kept.keys()}
    for name, content in kept.items():
        if name.endswith(".rels") or name == "[Content_Types].xml":
            kept[name] = re.sub(
                rb"<(?:Relationship|Override)\b[^>]*/>",
                lambda found: b"" if b"attachedTemplate" in found[0] or _names(found[0], gone) else found[0],
                content,
            )
        elif name == "word/settings.xml":
            kept[name] = re.sub(
                rb"<w:(attachedTemplate|rsids?\b|trackRevisions)(?:[^>]*/>|.*?</w:\1>)", b"", content, flags=re.S
            )
        elif name == "docProps/app.xml":
            kept[name] = re.sub(rb"<(Template|Manager|Company|TotalTime|HyperlinkBase)>[^<]*</\1>", b"", content)
    return kept


def _names(relation: bytes, gone: set[bytes]) -> bool:
    target = re.search(rb'(?:Target|PartName)="([^"]*)"', relation)
    return bool(target) and target[1].rsplit(b"/", 1)[-1] in gone  # type: ignore[index]


# -- mending -------------------------------------------------------------------------------------


def _mended(content: bytes, place: str) -> bytes:
    """Return a part whose tags each stand in one run, with straight quotes, and alone where they stood alone."""
    from lxml import etree

    root = _parsed(content, place)
    for clutter in list(root.iter(f"{_W}proofErr", f"{_W}lastRenderedPageBreak")):
        clutter.getparent().remove(clutter)
    problems = []
    for number, paragraph in enumerate(list(root.iter(f"{_W}p")), 1):
        text = _text(paragraph)
        if _HALF.search(_TAG.sub("", text)):
            where = say("{file}, paragraph {number}", file=place, number=number)
            problems.append(
                Problem(
                    where,
                    "",
                    say("a tag begins or ends here, and its other half is not in the paragraph: {text}", text=text),
                )
            )
        elif _TAG.search(text):
            _join_tags(paragraph)
            _stand_alone(paragraph)
    if problems:
        raise ProblemsFound(problems)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _text(paragraph: Any) -> str:
    return "".join(text.text or "" for text in _texts(paragraph))


def _texts(paragraph: Any) -> list[Any]:
    return [text for text in paragraph.iter(f"{_W}t") if next(text.iterancestors(f"{_W}p")) is paragraph]


def _join_tags(paragraph: Any) -> None:
    """Move each tag that Word split over runs into the run it begins in, with the look it begins with."""
    texts = _texts(paragraph)
    whole = "".join(text.text or "" for text in texts)
    owner = [number for number, text in enumerate(texts) for _ in text.text or ""]
    for found in _TAG.finditer(whole):
        for at in range(found.start(), found.end()):
            owner[at] = owner[found.start()]
    characters = list(whole)
    for found in _TAG.finditer(whole):
        characters[found.start() : found.end()] = list(_straight(found.group()))
    for number, text in enumerate(texts):
        text.text = "".join(c for c, at in zip(characters, owner, strict=True) if at == number)
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _straight(tag: str) -> str:
    """Return a tag with straight quotes and plain spaces, which Word replaces while one types; the length is kept."""
    return tag.translate(
        {0x201C: '"', 0x201D: '"', 0xAB: '"', 0xBB: '"', 0x2018: "'", 0x2019: "'", 0xA0: " ", 0x202F: " ", 0x2013: "-"}
    )


def _stand_alone(paragraph: Any) -> None:
    """Turn a paragraph that holds only conditions or loops into paragraph tags, so that none is left behind.

    A table row that holds only a tag becomes a row tag.
    """
    from copy import deepcopy

    text = _text(paragraph)
    if not _ALONE.fullmatch(text) or paragraph.find(f".//{_W}sectPr") is not None:
        return
    tags = [re.sub(r"^\{%-?\s*(?:p |tr )?\s*", "", tag).strip() for tag in _TAG.findall(text)]
    row = next(paragraph.iterancestors(f"{_W}tr"), None)
    if row is not None and "".join(_text(each) for each in row.iter(f"{_W}p")).strip() == text.strip():
        outer, kind = row, "tr"
    elif paragraph.getparent().tag == f"{_W}tc" and len(paragraph.getparent().findall(f"{_W}p")) < 2:
        return
    else:
        outer, kind = paragraph, "p"
    for number, tag in enumerate(tags):
        copy = deepcopy(outer) if number < len(tags) - 1 else outer
        if copy is not outer:
            outer.addprevious(copy)
        texts = [text for text in copy.iter(f"{_W}t") if text.text]
        texts[0].text = f"{{%{kind} {tag}"
        for rest in texts[1:]:
            rest.text = ""
