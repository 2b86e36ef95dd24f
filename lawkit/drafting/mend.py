"""Mend what Word does to a template while it is edited, so that it is filled as ours are.

Tags that Word split over runs are joined and their quotation marks made straight; a paragraph or a row that holds only
conditions stands for itself; numbers of numbering and references to paragraphs are written in one way.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from lawkit.drafting.numbering import Numbering, W, parsed
from lawkit.errors import Problem, ProblemsFound
from lawkit.messages import say

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
TAG = re.compile(r"\{[\{%#](?:(?!\{[\{%#]).)*?[\}%#]\}", re.S)
_HALF = re.compile(r"\{[\{%#]|[\}%#]\}")
_ALONE = re.compile(r"\s*(?:\{%-?\s*(?:p |tr )?\s*(?:if|elif|else|endif|for|endfor)\b[^{}]*%\}\s*)+")
_REFERENCE = re.compile(r"\s*REF\s+(\w+)((?:\s+\\\w)*)\s*(?:\\\* *MERGEFORMAT)?\s*", re.I)


def mended(content: bytes, part: str, place: str, numbering: "Numbering") -> tuple[bytes, tuple[str, ...]]:
    """Return a part of a firm's file mended, and where each of its paragraphs stands. Raise ProblemsFound for half tags."""
    from lxml import etree

    root = parsed(content, place)
    _without_clutter(root)
    problems = []
    for number, paragraph in enumerate(list(root.iter(f"{W}p")), 1):
        text = text_of(paragraph)
        where = say("{file}, paragraph {number}", file=place, number=number)
        if part != "word/document.xml":
            where = say("{file}, {part}, paragraph {number}", file=place, part=part, number=number)
        paragraph.set("lawkit", where)
        if _HALF.search(TAG.sub("", text)):
            problem = say("a tag begins or ends here, and its other half is not in the paragraph: {text}", text=text)
            problems.append(Problem(where, "", problem))
        elif TAG.search(text):
            _join_tags(paragraph)
            _stand_alone(paragraph)
    if problems:
        raise ProblemsFound(problems)
    if part == "word/document.xml":
        _references(root, numbering)
    _joined_runs(root)
    places = _places(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)), places


def text_of(paragraph: Any) -> str:
    """Return the text of a paragraph, without that of a text box inside it."""
    return "".join(text.text or "" for text in _texts(paragraph))


def _texts(paragraph: Any) -> list[Any]:
    return [text for text in paragraph.iter(f"{W}t") if next(text.iterancestors(f"{W}p")) is paragraph]


def _places(root: Any) -> tuple[str, ...]:
    """Return the place of each paragraph as the source of the template counts them."""
    counted = [(number, paragraph.attrib.pop("lawkit")) for number, paragraph in counted_paragraphs(root)]
    return tuple(where for n, (number, where) in enumerate(counted) if n == 0 or number != counted[n - 1][0])


def counted_paragraphs(root: Any) -> Iterator[tuple[int, Any]]:
    """Yield each paragraph with its number in the source; those of a row that holds only a tag count once."""
    count, row = 0, None
    for paragraph in root.iter(f"{W}p"):
        outer = next(paragraph.iterancestors(f"{W}tr"), None)
        if outer is None or outer is not row:
            count += 1
        row = outer if outer is not None and "{%tr " in "".join(text_of(p) for p in outer.iter(f"{W}p")) else None
        yield count, paragraph


# -- clutter -------------------------------------------------------------------------------------


def _without_clutter(root: Any) -> None:
    """Take out marks of the spelling check and of past sessions, which cut runs in pieces."""
    for clutter in list(root.iter(f"{W}proofErr", f"{W}lastRenderedPageBreak", f"{W}noBreakHyphen")):
        if clutter.tag == f"{W}noBreakHyphen":
            clutter.tag, clutter.text = f"{W}t", "\u2011"
        else:
            clutter.getparent().remove(clutter)
    for element in root.iter(f"{W}p", f"{W}r", f"{W}tr", f"{W}sectPr"):
        for name in list(element.attrib):
            if name.startswith((f"{W}rsid", f"{_W14}paraId", f"{_W14}textId")):
                del element.attrib[name]
    for mark in [m for m in root.iter(f"{W}bookmarkStart") if m.get(f"{W}name") == "_GoBack"]:
        number = mark.get(f"{W}id")
        for end in [e for e in root.iter(f"{W}bookmarkEnd") if e.get(f"{W}id") == number]:
            end.getparent().remove(end)
        mark.getparent().remove(mark)


def _joined_runs(root: Any) -> None:
    """Join neighbouring runs of one look that hold only text, and take out runs that hold nothing."""
    from lxml import etree

    for run in list(root.iter(f"{W}r")):
        parts = [child for child in run if child.tag != f"{W}rPr"]
        if not parts or all(child.tag == f"{W}t" and not child.text for child in parts):
            if parts or not len(run):
                run.getparent().remove(run)
            continue
        before = run.getprevious()
        if before is None or before.tag != f"{W}r" or not (_only_text(before) and _only_text(run)):
            continue
        looks = [each.find(f"{W}rPr") for each in (before, run)]
        if looks[0] is None and looks[1] is None or (
            looks[0] is not None and looks[1] is not None and etree.tostring(looks[0]) == etree.tostring(looks[1])
        ):  # fmt: skip
            first = before.find(f"{W}t")
            first.text = "".join(text.text or "" for each in (before, run) for text in each.iter(f"{W}t"))
            first.set(_SPACE, "preserve")
            for rest in before.findall(f"{W}t")[1:]:
                before.remove(rest)
            run.getparent().replace(run, before)


def _only_text(run: Any) -> bool:
    return all(child.tag in (f"{W}rPr", f"{W}t") for child in run) and run.find(f"{W}t") is not None


# -- tags ----------------------------------------------------------------------------------------


def _join_tags(paragraph: Any) -> None:
    """Move each tag that Word split over runs into the run it begins in, with the look it begins with."""
    texts = _texts(paragraph)
    whole = "".join(text.text or "" for text in texts)
    owner = [number for number, text in enumerate(texts) for _ in text.text or ""]
    for found in TAG.finditer(whole):
        for at in range(found.start(), found.end()):
            owner[at] = owner[found.start()]
    characters = list(whole)
    for found in TAG.finditer(whole):
        characters[found.start() : found.end()] = list(_straight(found.group()))
    for number, text in enumerate(texts):
        text.text = "".join(c for c, at in zip(characters, owner, strict=True) if at == number)
        text.set(_SPACE, "preserve")


_TYPED = {0x201C: '"', 0x201D: '"', 0x201E: '"', 0xAB: '"', 0xBB: '"', 0x2018: "'", 0x2019: "'", 0x201A: "'",
          0xA0: " ", 0x202F: " ", 0x2009: " ", 0x2013: "-", 0x2011: "-", 0x200B: " ", 0xFEFF: " ", 0xAD: " "}  # fmt: skip


def _straight(tag: str) -> str:
    """Return a tag with straight quotes and plain spaces, which Word replaces while one types; the length is kept.

    Inside a text in straight quotation marks nothing is changed: « l’échéance » keeps its apostrophe.
    """
    quotes = tag.count('"')
    if quotes and not quotes % 2:
        return _outside(tag)
    return _outside(tag.translate({code: plain for code, plain in _TYPED.items() if plain == '"'}))


def _outside(tag: str) -> str:
    """Return a tag with what stands outside its quotation marks made plain."""
    return '"'.join(piece if n % 2 else piece.translate(_TYPED) for n, piece in enumerate(tag.split('"')))


def _stand_alone(paragraph: Any) -> None:
    """Turn a paragraph that holds only conditions or loops into paragraph tags, so that none is left behind.

    A table row that holds only a tag becomes a row tag.
    """
    text = text_of(paragraph)
    if not _ALONE.fullmatch(text) or paragraph.find(f".//{W}sectPr") is not None:
        return
    tags = [re.sub(r"^\{%-?\s*(?:p |tr )?\s*", "", tag).strip() for tag in TAG.findall(text)]
    row = next(paragraph.iterancestors(f"{W}tr"), None)
    if row is not None and "".join(text_of(each) for each in row.iter(f"{W}p")).strip() == text.strip():
        outer, kind = row, "tr"
    elif paragraph.getparent().tag == f"{W}tc" and len(paragraph.getparent().findall(f"{W}p")) < 2:
        return
    else:
        outer, kind = paragraph, "p"
    for number, tag in enumerate(tags):
        copy = deepcopy(outer) if number < len(tags) - 1 else outer
        if copy is not outer:
            outer.addprevious(copy)
        texts = [text for text in copy.iter(f"{W}t") if text.text]
        texts[0].text = f"{{%{kind} {tag}"
        for rest in texts[1:]:
            rest.text = ""


# -- numbering and references --------------------------------------------------------------------


def _references(root: Any, numbering: Numbering) -> None:
    """Write numbering into every numbered paragraph, and references to paragraphs as simple fields that show 0."""
    _marks_inside(root)
    for paragraph in root.iter(f"{W}p"):
        if (found := numbering.of(paragraph)) is not None:
            _number(paragraph, *found)
    _simple_fields(root)
    cited = {_field_of(field) for field in root.iter(f"{W}fldSimple")} - {None}
    there = {}
    for mark in root.iter(f"{W}bookmarkStart"):
        if (name := mark.get(f"{W}name")) in cited:
            there[name] = mark
            mark.set(f"{W}name", _known(name))
    problems = []
    for field in root.iter(f"{W}fldSimple"):
        if (name := _field_of(field)) is None:
            continue
        paragraph = next(field.iterancestors(f"{W}p"))
        where = paragraph.get("lawkit", "")
        if name not in there:
            problems.append(Problem(where, "", say("refers to the bookmark {name}, which is not there", name=name)))
        elif (why := _not_counted(there[name], numbering)) is not None:
            problems.append(Problem(where, "", why))
        else:
            _shows_zero(field, name)
    if problems:
        raise ProblemsFound(problems)


def _not_counted(mark: Any, numbering: Numbering) -> str | None:
    """Return why the paragraph of a bookmark has no number that can be told, or None."""
    paragraph = next(mark.iterancestors(f"{W}p"), None)
    found = numbering.of(paragraph) if paragraph is not None else None
    if found is None or found[1] != "0":
        return say("refers to a paragraph that is not numbered at the first level")
    if not numbering.decimal.get(found[0], False):
        return say("refers to a paragraph that is not numbered 1, 2, 3")
    return None


def _known(name: str) -> str:
    return name if name.startswith("para_") else f"para_{name}"


def _field_of(field: Any) -> str | None:
    """Return the bookmark of a field that shows the number of a paragraph, or None for any other."""
    found = _REFERENCE.fullmatch(field.get(f"{W}instr", ""))
    if not found or not re.search(r"\\[rnw]", found[2]):
        return None
    return found[1]


def _shows_zero(field: Any, name: str) -> None:
    field.set(f"{W}instr", f" REF {_known(name)} \\r \\h ")
    for dirty in [each for each in field.attrib if each != f"{W}instr"]:
        del field.attrib[dirty]
    runs = field.findall(f"{W}r")
    for extra in runs[1:]:
        field.remove(extra)
    run = runs[0] if runs else field.makeelement(f"{W}r", {})
    if not runs:
        field.append(run)
    for child in [c for c in run if c.tag != f"{W}rPr"]:
        run.remove(child)
    text = run.makeelement(f"{W}t", {})
    text.text = "0"
    run.append(text)


def _marks_inside(root: Any) -> None:
    """Move bookmarks that stand between paragraphs into the paragraph that follows, or precedes their end."""
    for mark in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        if mark.getparent().tag not in (f"{W}body", f"{W}tc", f"{W}sdtContent"):
            continue
        start = mark.tag == f"{W}bookmarkStart"
        walk: Iterator[Any] = mark.itersiblings(f"{W}p", preceding=not start)
        paragraph = next(walk, None)
        if paragraph is None:
            continue
        if not start:
            paragraph.append(mark)
        elif paragraph.find(f"{W}pPr") is not None:
            paragraph.find(f"{W}pPr").addnext(mark)
        else:
            paragraph.insert(0, mark)


def _number(paragraph: Any, number: str, level: str) -> None:
    properties = paragraph.find(f"{W}pPr")
    own = properties.find(f"{W}numPr")
    if own is None:
        own = properties.makeelement(f"{W}numPr", {})
        before = [properties.find(f"{W}{name}") for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore",
                                                              "framePr", "widowControl")]  # fmt: skip
        last = [each for each in before if each is not None]
        last[-1].addnext(own) if last else properties.insert(0, own)
    for child in list(own):
        own.remove(child)
    own.append(own.makeelement(f"{W}ilvl", {f"{W}val": level}))
    own.append(own.makeelement(f"{W}numId", {f"{W}val": number}))


def _simple_fields(root: Any) -> None:
    """Write references that Word keeps as begin, code, result and end as one simple field."""
    for begin in [c for c in root.iter(f"{W}fldChar") if c.get(f"{W}fldCharType") == "begin"]:
        first = begin.getparent()
        code, result, runs, at, shown = "", None, [first], first.getnext(), False
        while at is not None:
            mark = at.find(f"{W}fldChar")
            kind = mark.get(f"{W}fldCharType") if mark is not None else ""
            if kind == "begin" or at.tag not in (f"{W}r", f"{W}bookmarkStart", f"{W}bookmarkEnd"):
                break
            if at.tag == f"{W}r":
                runs.append(at)
            if kind == "end":
                break
            if kind == "separate":
                shown = True
            elif shown and result is None and at.find(f"{W}t") is not None:
                result = at
            elif not shown:
                code += "".join(text.text or "" for text in at.iter(f"{W}instrText"))
            at = at.getnext()
        found = _REFERENCE.fullmatch(code)
        if kind != "end" or not found or not re.search(r"\\[rnw]", found[2]):
            continue
        field = first.makeelement(f"{W}fldSimple", {f"{W}instr": code})
        first.addprevious(field)
        for run in runs:
            run.getparent().remove(run)
        if result is not None:
            field.append(result)
