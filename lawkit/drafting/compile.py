"""From a precedent and its house file to a Word template: paragraphs in the house file's styles, docxtpl tags inside."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape
from pathlib import Path

from lawkit.drafting.markup import Fence, Paragraph, Run, Table, Tag, parse
from lawkit.drafting.precedent import Precedent
from lawkit.drafting.sections import (
    Body,
    body_of,
    brought,
    close_section,
    going_on,
    text_width,
    turned,
    with_frames_of,
    with_namespaces,
)
from lawkit.drafting.template import WordTemplate, bookmark, tagged_parts
from lawkit.errors import LawkitError, Problem, ProblemsFound, unknown
from lawkit.messages import say
from lawkit.resources import shown

_STYLE = {
    "body": "BodyParagraph", "heading-1": "NoticeTitle", "heading-2": "HeadingSmall", "heading-3": "HeadingSmall",
    "numbered": "NumberedParagraph", "sub": "SubParagraph", "bullet": "BulletParagraph",
    "letterhead": "LetterheadLine", "mode": "Mode", "addressee": "Addressee", "subject": "Subject",
    "reference": "Reference", "signature": "SignatureLine", "enclosures": "Enclosure", "note": "SheetNote",
    "parties": "BodyParagraph", "schedule": "BodyParagraph", "verification": "BodyParagraph",
}  # fmt: skip
_SHEET_STYLE = {"heading-1": "SheetTitle", "heading-2": "SheetHeading", "body": "SheetNote"}
_FIRST = {
    "letterhead": "LetterheadName",
    "addressee": "AddresseeFirst",
    "signature": "Closing",
    "enclosures": "EnclosureFirst",
}
_NOTES = ("body", "note")
_LEVEL = {"numbered": 0, "sub": 1, "bullet": 2}
_RIGHT = 0.5313  # of the width of the text stands left of what is written at the right


class _Writer:
    """Writes the XML of one document body, for pages of a section's settings."""

    def __init__(self, section: str) -> None:
        self.section = section
        self.landscape = False
        self.sequence = 1
        self.bookmarks: dict[str, int] = {}
        self.cited: list[tuple[str, str]] = []
        self.places: list[str] = []

    def body(self, precedent: Precedent, landscape: bool) -> list[str]:
        """Return the XML of each paragraph and table of a precedent, in order."""
        self.landscape = landscape
        blocks = parse(precedent.lines)
        pieces: list[str] = []
        depth = 0
        for number, block in enumerate(blocks):
            following, after = ([b for b in blocks[number + 1 :] if not isinstance(b, Tag)] + [None, None])[:2]
            if isinstance(block, Tag):
                depth += {"for": 1, "endfor": -1}.get(block.word, 0)
                pieces.append(self._block_tag(block))
            elif isinstance(block, Table):
                pieces.append(
                    self._table(block, with_next=isinstance(following, (Paragraph, Fence)) and following.kind in _NOTES)
                )
            elif isinstance(block, Fence):
                if block.kind == "restart":
                    self.sequence += 1
                else:
                    pieces += self._fence(block)
            else:
                if block.name and depth:
                    raise _refuse(block.place, say("a paragraph inside a loop cannot be named"))
                # The line above a signature and the paragraph before it stay with it: no signature stands on a page alone.
                signed = any(isinstance(b, Fence) and b.kind == "signature" for b in (following, after))
                pieces.append(self._paragraph(block, keep_next=signed or isinstance(following, Table)))
        return pieces

    @property
    def width(self) -> int:
        """The width of the text, in twentieths of a point."""
        return text_width(self.section, self.landscape)

    def _paragraph(self, paragraph: Paragraph, *, keep_next: bool = False, more: str = "",
                   style: str | None = None) -> str:  # fmt: skip
        self.places.append(paragraph.place)
        if paragraph.kind == "page":
            return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        named = (_SHEET_STYLE.get(paragraph.kind) if self.landscape else None) or _STYLE[paragraph.kind]
        properties = f'<w:pStyle w:val="{style or named}"/>'
        if keep_next:
            properties += "<w:keepNext/>"
        demand = style is None and paragraph.kind == "numbered" and all(run.bold for run in paragraph.runs)
        if demand and paragraph.runs:
            properties += "<w:keepLines/>"  # the demand is read on one page
        if paragraph.kind in _LEVEL:
            properties += (
                f'<w:numPr><w:ilvl w:val="{_LEVEL[paragraph.kind]}"/><w:numId w:val="{self.sequence}"/></w:numPr>'
            )
        properties += more
        runs = self._runs(paragraph)
        if paragraph.name:
            if paragraph.name in self.bookmarks:
                raise _refuse(paragraph.place, say("the name {name} stands twice", name=paragraph.name))
            number = self.bookmarks[paragraph.name] = len(self.bookmarks) + 1
            runs = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(paragraph.name)}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'
        return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"

    def _runs(self, paragraph: Paragraph) -> str:
        pieces = []
        for run in paragraph.runs:
            look = ("<w:b/>" if run.bold else "") + ("<w:i/>" if run.italic else "")
            look = f"<w:rPr>{look}</w:rPr>" if look else ""
            if run.cited:
                self.cited.append((run.cited, paragraph.place))
                pieces.append(
                    f'<w:fldSimple w:instr=" REF {bookmark(run.cited)} \\r \\h "><w:r>{look}<w:t>0</w:t></w:r></w:fldSimple>'
                )
            elif paragraph.kind == "reference" and "||" in run.text:
                left, right = (part.strip() for part in run.text.split("||", 1))
                pieces.append(f"<w:r>{look}{_text(left)}</w:r><w:r>{look}<w:tab/></w:r><w:r>{look}{_text(right)}</w:r>")
            else:
                pieces.append(f"<w:r>{look}{_text(run.text)}</w:r>")
        return "".join(pieces)

    def _fence(self, fence: Fence) -> Iterator[str]:
        lines = [item for item in fence.items if isinstance(item, Paragraph)]
        right = f'<w:ind w:left="{round(self.width * _RIGHT)}"/>' if fence.argument == "right" else ""
        for item in fence.items:
            if isinstance(item, Tag):
                yield self._block_tag(item)
                continue
            style, more = None, right
            if item is lines[0] and fence.kind in _FIRST:
                style = _FIRST[fence.kind]
            # the lines of a signature stand on one page; what is enclosed may follow on the next
            together = fence.kind == "signature" and item is not lines[-1]
            yield self._paragraph(item, more=more, style=style, keep_next=together)

    def _table(self, table: Table, *, with_next: bool) -> str:
        width = self.width
        total = sum(table.widths)
        columns = [width * part // total for part in table.widths]
        grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in columns)
        rows = [self._row(table, columns, table.head, table.place, head=True)]
        last = max((n for n, row in enumerate(table.rows) if not isinstance(row, Tag)), default=0)
        # the rows below the last loop stay with each other, and of a sheet with a note to them
        loop = max(
            (n for n, row in enumerate(table.rows) if isinstance(row, Tag) and row.word == "endfor"), default=last
        )
        rows += [
            self._row_tag(row)
            if isinstance(row, Tag)
            else self._row(
                table,
                columns,
                row,
                place=table.places[n],
                keep=loop < n < last + with_next if self.landscape else n < last,
                repeated=n < last and _repeated(table, n),
            )
            for n, row in enumerate(table.rows)
        ]
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
            '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>'
            f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )

    def _row(
        self,
        table: Table,
        columns: Sequence[int],
        cells: Sequence[tuple[Run, ...]],
        place: str,
        head: bool = False,
        keep: bool = False,
        repeated: bool = False,
    ) -> str:
        properties = "<w:cantSplit/>" + ("<w:tblHeader/>" if head else "")
        shade = '<w:shd w:val="clear" w:color="auto" w:fill="ECECEC"/>' if head else ""
        written, skip = [], 0
        for number, runs in enumerate(cells):
            if skip:
                skip -= 1
                continue
            # a bold label followed by empty cells spans them: total rows
            span = 1
            if not head and runs and (runs[0].bold or number == 0):
                while number + span < len(cells) and not cells[number + span] and not table.right[number]:
                    span += 1
            skip = span - 1
            width = sum(columns[number : number + span])
            style = "TableHead" if head else "TableFigure" if table.right[number] else "TableText"
            paragraph = Paragraph("body", runs, place)
            more = '<w:jc w:val="right"/>' if head and table.right[number] else ""
            spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
            keep = number == 0 if repeated else keep  # which of them stay with the next is settled when they are filled
            written.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}{shade}</w:tcPr>'
                f"{self._paragraph(paragraph, style=style, more=more, keep_next=keep)}</w:tc>"
            )
        return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(written)}</w:tr>"

    def _block_tag(self, tag: Tag) -> str:
        self.places.append(tag.place)
        return f"<w:p><w:r>{_text(tag.text.replace('{%', '{%p', 1))}</w:r></w:p>"

    def _row_tag(self, tag: Tag) -> str:
        self.places.append(tag.place)
        return f"<w:tr><w:tc><w:p><w:r>{_text(tag.text.replace('{%', '{%tr', 1))}</w:r></w:p></w:tc></w:tr>"


def _repeated(table: Table, number: int) -> bool:
    """Whether a row is all that a loop repeats."""
    around = table.rows[number - 1 : number] + table.rows[number + 1 : number + 2]
    return [each.word if isinstance(each, Tag) else "" for each in around] == ["for", "endfor"]


_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def _refuse(place: str, text: str) -> ProblemsFound:
    return ProblemsFound([Problem(place, "", text)])


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text, quote=False)}</w:t>'


def compile_precedent(precedent: Precedent, annexures: tuple[Precedent, ...], house: Path) -> WordTemplate:
    """Return a precedent and the annexures that apply as one Word template.

    A text is written on the house file; a firm's Word file brings its own pages. Each annexure begins a section of its
    own, a sheet in landscape. Raise ProblemsFound with the line of what cannot be written.
    """
    on_house = house_parts(house)
    parts = dict(precedent.word.parts) if precedent.word else dict(on_house)
    base = body_of(parts["word/document.xml"], str(precedent.path) if precedent.word else shown(house))
    writer = _Writer(base.section)
    head, body, places, cited = base.head, "", (), ()  # type: tuple[str, str, tuple[str, ...], tuple[tuple[str, str], ...]]
    properties = base.section
    for number, each in enumerate((precedent, *annexures)):
        if number:
            body = close_section(body, properties, str((precedent, *annexures)[number - 1].path))
        sheet = each.front.layout == "sheet"
        if each.word is None:
            written = Body("", "".join(writer.body(each, sheet)), "")
            properties = turned(going_on(base.section) if number else base.section, sheet)
            text = written.text if precedent.word is None else brought(written, on_house, parts, str(each.path), number)
            places += tuple(writer.places)
            writer.places = []
        else:
            source = dict(each.word.parts)
            own = body_of(source["word/document.xml"], str(each.path)) if number else base
            text = brought(own, source, parts, str(each.path), number) if number else own.text
            properties = with_frames_of(going_on(own.section), base.section) if number else own.section
            head = with_namespaces(head, own.head) if number else head
            places += each.word.places
            cited += each.word.cited
        body += text
    named = {*map(bookmark, writer.bookmarks), *re.findall(r'<w:bookmarkStart\b[^>]* w:name="(para_\w+)"', body)}
    for name, place in writer.cited:
        if bookmark(name) not in named:
            raise _refuse(place, unknown(say("paragraph"), name, tuple(writer.bookmarks)))
    document = f"{head}{body}{properties}</w:body></w:document>"
    _well_formed(document, precedent)
    parts["word/document.xml"] = document.encode()
    if precedent.word is None:
        parts["word/styles.xml"] = _language(parts["word/styles.xml"], precedent.front.language)
    return WordTemplate(
        precedent.name, tuple(sorted(parts.items())), tagged_parts(parts), (*cited, *writer.cited), places,
        shown(precedent.path if precedent.word else house),
    )  # fmt: skip


def house_template(house: Path) -> WordTemplate:
    """Return a house file guarded and mended as a firm's Word file is; what its own text says is not used."""
    state = house.stat()
    return _house(house, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=16)
def _house(house: Path, changed: int, size: int) -> WordTemplate:
    from lawkit.drafting.guard import read_firm_template

    template = read_firm_template(house)
    _styles_there(dict(template.parts), house)
    return template


def house_parts(house: Path) -> dict[str, bytes]:
    """Return the parts of a house file; raise ProblemsFound for what it must not hold, LawkitError for a style it lacks."""
    return dict(house_template(house).parts)


def _well_formed(document: str, precedent: Precedent) -> None:
    """Prove the template well formed. Tags pair within one level and values are escaped, so every filling is too."""
    from lxml import etree

    try:
        etree.fromstring(document.encode())
    except etree.XMLSyntaxError as error:
        raise _refuse(
            str(precedent.path), say("the compiled template is not well formed: {error}", error=error)
        ) from None


def _styles_there(parts: dict[str, bytes], house: Path) -> None:
    """Refuse a house file that lacks a style, by name."""
    there = set(re.findall(rb'w:styleId="([^"]+)"', parts["word/styles.xml"]))
    wanted = {*_STYLE.values(), *_SHEET_STYLE.values(), *_FIRST.values(), "TableHead", "TableText", "TableFigure"}
    missing = sorted(name for name in wanted if name.encode() not in there)
    if missing:
        raise LawkitError(
            say("{file}: the house file lacks the styles {names}", file=shown(house), names=", ".join(missing))
        )


def _language(styles: bytes, language: str) -> bytes:
    code = {"fr": "fr-FR", "en": "en-IN"}.get(language, language).encode()
    return re.sub(rb'<w:lang w:val="[^"]*"', b'<w:lang w:val="' + code + b'"', styles)
