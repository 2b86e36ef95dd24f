"""Put papers of different make into one file: a precedent and its annexures, each written as text or in Word.

The first gives the file its pages, styles and numbering; each that follows brings what it uses and the file lacks.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lawkit.errors import LawkitError, Problem, ProblemsFound
from lawkit.messages import say

_SECTION = re.compile(r"<w:sectPr\b(?:[^>]*/>|.*?</w:sectPr>)", re.S)
_NUMBERING_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_NUMBERING_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"


@dataclass(frozen=True)
class Body:
    """The body of a Word document: what precedes it, its paragraphs and tables, its last section's settings."""

    head: str
    text: str
    section: str


def body_of(document: bytes, place: str) -> Body:
    """Return the body of a document part; raise LawkitError where it has no page settings."""
    xml = document.decode()
    start, end = xml.find("<w:body>") + 8, xml.rfind("</w:body>")
    last = xml.rfind("<w:sectPr", start, end)
    if start < 8 or last < 0 or (found := _SECTION.match(xml, last)) is None or xml[found.end() : end].strip():
        raise LawkitError(say("{file}: has no page settings", file=place))
    return Body(xml[:start], xml[start:last], found.group())


def close_section(text: str, properties: str, place: str) -> str:
    """Put a section's settings into the last paragraph of a text, so that none is added for them."""
    start = max(text.rfind("<w:p>"), text.rfind("<w:p "))
    last = text[start:] if start >= 0 else ""
    if not last.endswith("</w:p>") or re.search(r"\{%-?p |</w:tbl>|</w:sdt>|<w:sectPr", last):
        text_ = say("the last paragraph before an annexure must be a plain one, not a table or a condition")
        raise ProblemsFound([Problem(place, "", text_)])
    if "<w:pPr>" in last:
        at = last.index("</w:pPr>")
        changed = last.find("<w:pPrChange")
        at = changed if 0 <= changed < at else at
        return text[:start] + last[:at] + properties + last[at:]
    if "<w:pPr/>" in last:
        return text[:start] + last.replace("<w:pPr/>", f"<w:pPr>{properties}</w:pPr>", 1)
    opened = last.index(">") + 1
    return text[:start] + last[:opened] + f"<w:pPr>{properties}</w:pPr>" + last[opened:]


def turned(properties: str, landscape: bool) -> str:
    """Return a section's settings, in landscape where asked."""
    width, height = re.search(r'<w:pgSz[^>]*w:w="(\d+)"', properties), re.search(r'<w:pgSz[^>]*w:h="(\d+)"', properties)
    if not landscape or not width or not height or int(width[1]) > int(height[1]):
        return properties
    size = f'<w:pgSz w:w="{height[1]}" w:h="{width[1]}" w:orient="landscape"/>'
    properties = re.sub(r"<w:pgSz [^>]*/>", size, properties)
    # a page that is not high has no height to give away: a sheet that can be read at one glance is not parted
    return re.sub(r'\bw:(top|bottom)="(\d+)"', _at_most, properties)


_SHEET_MARGINS = {"top": 851, "bottom": 964}  # 1.5 and 1.7 cm; the footer stands 1.2 cm from the edge


def _at_most(found: re.Match[str]) -> str:
    return f'w:{found[1]}="{min(int(found[2]), _SHEET_MARGINS[found[1]])}"'


def going_on(properties: str) -> str:
    """Return a section's settings for one that follows: its pages are counted on, its first page is like the others."""
    properties = re.sub(r"<w:titlePg\b[^>]*/>", "", properties)
    return re.sub(r'(<w:pgNumType\b[^>]*?) w:start="\d+"', r"\1", properties)


def with_frames_of(properties: str, base: str) -> str:
    """Return a section's settings with the headers and footers of another."""
    own = re.sub(r"<w:(?:header|footer)Reference\b[^>]*/>", "", properties)
    frames = "".join(re.findall(r"<w:(?:header|footer)Reference\b[^>]*/>", base))
    return re.sub(r"^<w:sectPr\b[^>]*?(?<!/)>|^<w:sectPr\b[^>]*/>", lambda found: _opened(found[0]) + frames, own) + (
        "</w:sectPr>" if own.rstrip().endswith("/>") and "</w:sectPr>" not in own else ""
    )


def _opened(tag: str) -> str:
    return f"{tag[:-2]}>" if tag.endswith("/>") else tag


def text_width(properties: str, landscape: bool) -> int:
    """Return the width of the text of a section, in twentieths of a point."""
    found = dict(
        re.findall(r'\bw:(w|h|left|right)="(\d+)"', " ".join(re.findall(r"<w:pg(?:Sz|Mar) [^>]*/>", properties)))
    )
    sides = sorted((int(found.get("w", 11906)), int(found.get("h", 16838))))
    return sides[1 if landscape else 0] - int(found.get("left", 1417)) - int(found.get("right", 1417))


# -- what an annexure brings ---------------------------------------------------------------------


def brought(body: Body, source: Mapping[str, bytes], parts: dict[str, bytes], place: str, number: int) -> str:
    """Return the text of an annexure of another make, its styles and lists added to `parts`. Raise ProblemsFound for
    what cannot be moved: a picture, a link, a note.
    """
    if re.search(r'\br:(?:id|embed|link|pict)="', _SECTION.sub("", body.text)) or "<w:footnoteReference" in body.text:
        text = say("an annexure kept as a Word file holds text and tables only: no picture, link or footnote")
        raise ProblemsFound([Problem(place, "", text)])
    parts["word/styles.xml"] = _styles(body.text, source["word/styles.xml"].decode(), parts["word/styles.xml"].decode())
    text = _lists(body.text, source, parts)
    return re.sub(
        r'(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)"', lambda f: f'{f[1]}{int(f[2]) + 10_000 * number}"', text
    )


def _styles(text: str, source: str, target: str) -> bytes:
    """Return the styles of a file with those that a text uses and the file lacks."""
    there = set(re.findall(r'w:styleId="([^"]+)"', target))
    wanted = list(dict.fromkeys(re.findall(r'<w:[prt](?:bl)?Style w:val="([^"]+)"', text)))
    added = ""
    for name in wanted:
        if name in there:
            continue
        there.add(name)
        found = re.search(rf'<w:style\b[^>]*w:styleId="{re.escape(name)}"(?:(?!</w:style>).)*</w:style>', source, re.S)
        if found:
            added += found.group()
            wanted += re.findall(r'<w:basedOn w:val="([^"]+)"', found.group())
    return target.replace("</w:styles>", f"{added}</w:styles>").encode()


def _lists(text: str, source: Mapping[str, bytes], parts: dict[str, bytes]) -> str:
    """Return a text whose lists are lists of the file, copied into it."""
    used = [each for each in dict.fromkeys(re.findall(r'<w:numId w:val="(\d+)"/>', text)) if each != "0"]
    if not used or "word/numbering.xml" not in source:
        return text
    theirs = source["word/numbering.xml"].decode()
    ours = parts.get("word/numbering.xml", b"").decode() or _new_numbering(theirs, parts)
    numbers = {int(each) for each in re.findall(r'w:(?:num|abstractNum)Id(?: w:val)?="(\d+)"', ours)}
    following = max(numbers, default=0)
    outlines, lists, renamed = "", "", {}
    for name in used:
        found = re.search(rf'<w:num\b[^>]*w:numId="{name}".*?</w:num>', theirs, re.S)
        outline = found and re.search(r'<w:abstractNumId w:val="(\d+)"/>', found.group())
        pattern = rf'<w:abstractNum\b[^>]*w:abstractNumId="{outline[1]}".*?</w:abstractNum>' if outline else "(?!)"
        shape = re.search(pattern, theirs, re.S)
        if not found or not outline or not shape:
            continue
        following += 1
        renamed[name] = following
        # a list of its own, however the other file shared its outline
        own = re.sub(r'w:abstractNumId="\d+"', f'w:abstractNumId="{following}"', shape.group(), count=1)
        outlines += re.sub(r"<w:nsid [^>]*/>|<w:tmpl [^>]*/>", "", own)
        number = re.sub(r'w:numId="\d+"', f'w:numId="{following}"', found.group(), count=1)
        lists += re.sub(r'<w:abstractNumId w:val="\d+"/>', f'<w:abstractNumId w:val="{following}"/>', number)
    first = re.search(r"<w:num\b|</w:numbering>", ours)
    assert first is not None
    ours = ours[: first.start()] + outlines + ours[first.start() :]
    parts["word/numbering.xml"] = ours.replace("</w:numbering>", f"{lists}</w:numbering>").encode()
    return re.sub(r'<w:numId w:val="(\d+)"/>', lambda f: f'<w:numId w:val="{renamed.get(f[1], f[1])}"/>', text)


def _new_numbering(theirs: str, parts: dict[str, bytes]) -> str:
    """Return an empty numbering part, named where a package names its parts."""
    relation = f'<Relationship Id="rIdNumbering" Type="{_NUMBERING_RELATION}" Target="numbering.xml"/></Relationships>'
    kind = f'<Override PartName="/word/numbering.xml" ContentType="{_NUMBERING_TYPE}"/></Types>'
    for name, end, added in (
        ("word/_rels/document.xml.rels", b"</Relationships>", relation), ("[Content_Types].xml", b"</Types>", kind),
    ):  # fmt: skip
        parts[name] = parts[name].replace(end, added.encode())
    opened = re.search(r"<w:numbering\b[^>]*>", theirs)
    assert opened is not None
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{opened.group()}</w:numbering>'


def with_namespaces(head: str, other: str) -> str:
    """Return the head of a document that also names the namespaces of another."""
    root, theirs = (re.search(r"<w:document\b[^>]*>", each) for each in (head, other))
    assert root is not None and theirs is not None
    ours = dict(re.findall(r'xmlns:(\w+)="([^"]+)"', root.group()))
    new = {n: u for n, u in re.findall(r'xmlns:(\w+)="([^"]+)"', theirs.group()) if n not in ours}
    tag = root.group()[:-1] + "".join(f' xmlns:{name}="{uri}"' for name, uri in new.items()) + ">"
    extra = [n for f in re.findall(r'mc:Ignorable="([^"]*)"', theirs.group()) for n in f.split()]
    known = [n for f in re.findall(r'mc:Ignorable="([^"]*)"', tag) for n in f.split()]
    missing = [n for n in extra if n not in known]
    if missing and "mc:Ignorable=" in tag:
        tag = re.sub(r'mc:Ignorable="([^"]*)"', rf'mc:Ignorable="\1 {" ".join(missing)}"', tag)
    elif missing:
        tag = f'{tag[:-1]} mc:Ignorable="{" ".join(missing)}">'
    return head.replace(root.group(), tag, 1)
