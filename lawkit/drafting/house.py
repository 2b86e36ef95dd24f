"""Make the shipped house file: A4, real styles, real numbering, a footer with page x of y.

`python -m lawkit.drafting.house FOLDER` writes `letter.docx`; a firm edits it in Word once for all its papers.
"""

import io
import sys
from pathlib import Path
from typing import Any

from lawkit.drafting.files import write_file
from lawkit.drafting.package import pack, unpack

FONT = "Times New Roman"  # its metric twin, Liberation Serif, stands in for it outside Word
# name, size in points, space before and after in points, further settings
STYLES: tuple[tuple[str, float, float, float, dict[str, Any]], ...] = (
    ("Letterhead Name", 17, 0, 0, {"align": "center", "small_caps": True, "bold": True, "next": True, "rule": True}),
    # equal borders of neighbours are drawn once, under the last: one rule under the whole letterhead
    ("Letterhead Line", 9.5, 0, 0, {"align": "center", "next": True, "rule": True}),
    ("Reference", 11, 14, 10, {"tab": True}),
    ("Mode", 10, 2, 2, {"bold": True, "next": True}),
    ("Addressee", 11.5, 0, 0, {"next": True}),
    ("Addressee First", 11.5, 14, 0, {"next": True}),
    ("Notice Title", 14, 12, 8, {"align": "center", "bold": True, "next": True}),
    ("Heading Small", 11.5, 10, 4, {"bold": True, "next": True}),
    ("Subject", 11.5, 10, 8, {"bold": True}),
    ("Body Paragraph", 11.5, 0, 7, {"align": "both"}),
    ("Numbered Paragraph", 11.5, 0, 7, {"align": "both", "level": 0}),
    ("Sub Paragraph", 11.5, 0, 5, {"align": "both", "level": 1}),
    ("Bullet Paragraph", 11.5, 0, 4, {"align": "both", "level": 2}),
    ("Closing", 11.5, 10, 30, {"next": True}),
    ("Signature Line", 11.5, 0, 0, {"next": True}),  # the last one stays with what is enclosed
    ("Enclosure", 10, 0, 2, {}),
    ("Enclosure First", 10, 14, 2, {"next": True}),
    ("Table Head", 9.5, 2, 2, {"bold": True, "next": True}),
    ("Table Text", 9.5, 2, 2, {}),
    ("Table Figure", 9.5, 2, 2, {"align": "right"}),
    ("After Table", 11.5, 8, 7, {"align": "both"}),
    ("Sheet Title", 13, 0, 6, {"align": "center", "bold": True, "next": True}),
    ("Sheet Heading", 11, 8, 6, {"bold": True, "next": True}),
    ("Sheet Note", 9.5, 8, 4, {}),
)
ALIGN = {"center": 1, "right": 2, "both": 3}


def house_letter() -> bytes:
    """Return the letter house file; the same bytes each time."""
    from docx import Document
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt

    document: Any = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.5)
    section.footer_distance = Cm(1.2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(11.5)
    _all_fonts(normal.element)
    normal.paragraph_format.line_spacing = 1.12
    normal.paragraph_format.space_after = Pt(0)
    for name, size, before, after, more in STYLES:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        style.font.size = Pt(size)
        style.font.bold = more.get("bold", False)
        style.font.small_caps = more.get("small_caps", False)
        form = style.paragraph_format
        form.space_before, form.space_after = Pt(before), Pt(after)
        form.keep_with_next = more.get("next", False)
        form.widow_control = True
        if "align" in more:
            form.alignment = ALIGN[more["align"]]
        if more.get("tab"):
            form.tab_stops.add_tab_stop(Cm(16.0), 2)
        if "level" in more:
            form.left_indent = Cm((0.9, 1.8, 0.9)[more["level"]])
            form.first_line_indent = Cm(-0.9)
        if more.get("rule"):
            _rule_below(style.element)
    _footer(document.sections[0])
    buffer = io.BytesIO()
    document.save(buffer)
    parts = unpack(buffer.getvalue())
    parts["word/numbering.xml"] = NUMBERING.encode()
    return pack(_lean(parts))


_UNUSED = ("docProps/thumbnail.jpeg", "word/stylesWithEffects.xml", "customXml/")


def _lean(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts without what no paper uses and python-docx brings: a picture, styles of tables, XML of other programs."""
    import re

    kept = {name: content for name, content in parts.items() if not name.startswith(_UNUSED)}
    for name, content in kept.items():
        if name.endswith(".rels") or name == "[Content_Types].xml":
            kept[name] = re.sub(
                rb"<(?:Relationship|Override) [^>]*(?:thumbnail|stylesWithEffects|customXml)[^>]*/>", b"", content
            )
    kept["word/styles.xml"] = re.sub(
        rb'<w:style (?=[^>]*w:type="table")(?![^>]*w:default="1").*?</w:style>\s*',
        b"",
        kept["word/styles.xml"],
        flags=re.S,
    )
    return kept


def _all_fonts(element: Any) -> None:
    from docx.oxml.ns import qn

    fonts = element.rPr.rFonts
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)


def _rule_below(element: Any) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    border = parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="6" w:space="6" w:color="808080"/></w:pBdr>'
    )
    properties = element.get_or_add_pPr()
    spacing = properties.find("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}spacing")
    spacing.addprevious(border) if spacing is not None else properties.append(border)


def _footer(section: Any) -> None:
    """Write `reference — Page x of y`, centred, so that it stands right on portrait and landscape pages."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = 1
    space = nsdecls("w")

    def run(text: str) -> str:
        return f'<w:r {space}><w:rPr><w:sz w:val="17"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'

    def number(code: str) -> str:
        return f'<w:fldSimple {space} w:instr=" {code} "><w:r><w:rPr><w:sz w:val="17"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple>'

    pieces = (
        run("{{ paper.footer }} — {{ paper.page_word }} "), number("PAGE"), run(" {{ paper.of_word }} "), number("NUMPAGES"),
    )  # fmt: skip
    for piece in pieces:
        paragraph._p.append(parse_xml(piece))


_LEVELS = (
    ("decimal", "%1.", 510, 510), ("lowerLetter", "(%2)", 1020, 510), ("bullet", "–", 510, 510),
)  # fmt: skip
_ABSTRACT = "".join(
    f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
    f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    for n, (form, text, left, hanging) in enumerate(_LEVELS)
)
_NUMS = "".join(
    f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    for n in range(1, 10)
)
NUMBERING = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{_ABSTRACT}</w:abstractNum>{_NUMS}</w:numbering>'
)

if __name__ == "__main__":
    write_file(Path(sys.argv[1]) / "letter.docx", house_letter(), replace=True)
