"""A firm's road: a precedent exported, edited as Word edits, used again through the same guards."""

import io
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from lawkit.drafting.desk import Desk, precedent_folders
from lawkit.drafting.draft import Order, Stopped, draft
from lawkit.drafting.export import export
from lawkit.drafting.package import pack, unpack
from lawkit.drafting.precedent import changed_since, list_precedents, load_precedent
from lawkit.errors import LawkitError
from lawkit.facts import load_case
from lawkit.law import load_jurisdiction
from lawkit.resources import shipped

ALL = [
    (country, *pair) for country in ("india", "france") for pair in list_precedents([shipped("precedents")], country)
]
ANNEXED = {
    (c, name) for c, n, lang in ALL for name in load_precedent([shipped("precedents")], c, n, lang).front.annexures
}
SHIPPED = [each for each in ALL if each[:2] not in ANNEXED]  # annexures are exported with what they are annexed to
DAYS = [
    date(2026, 11, 24),
    date(2026, 9, 10),
    date(2026, 7, 20),
    date(2026, 2, 20),
    date(2025, 4, 1),
    date(2026, 3, 16),
]


def texts(content: bytes) -> list[str]:
    """Return the text of each paragraph, of tables too, in order."""
    return [
        "".join(t.text or "" if t.tag == qn("w:t") else " " for t in p.iter(qn("w:t"), qn("w:tab"), qn("w:br")))
        for p in Document(io.BytesIO(content)).element.body.iter(qn("w:p"))
    ]


@cache
def drafted(country: str, name: str, language: str) -> tuple[Path, date, list[list[str]]]:
    """Return the first shipped matter of one debtor and the day that a shipped document can be drafted for, and its text."""
    law, why = load_jurisdiction(country), []
    for path in sorted(shipped("casefiles").glob("*.yaml")):
        case = load_case(path)
        if len(case.facts.debtors) > 1:
            continue  # one addressee, one paper
        if case.facts.jurisdiction != country or (case.facts.language or law.pack.languages[0]) != language:
            continue
        for day in DAYS:
            try:
                return path, day, [texts(each.content) for each in draft(Order(name, day), case, law)]
            except LawkitError as error:
                why.append(str(error))
    raise AssertionError("\n".join(why))


def give(firm: Path, country: str, name: str, language: str, edit: Callable[[bytes], bytes] | None = None) -> Path:
    """Export a precedent into a firm's folder, edited."""
    made = export(load_precedent(precedent_folders(None), country, name, language), precedent_folders(firm))
    folder = firm / "precedents" / country
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.{language}.docx"
    path.write_bytes(edit(made.word) if edit else made.word)
    path.with_suffix(".yaml").write_bytes(made.front)
    return path


@pytest.mark.parametrize(("country", "name", "language"), SHIPPED, ids=[f"{c}-{n}" for c, n, _ in SHIPPED])
def test_an_exported_precedent_drafts_the_same_text(tmp_path: Path, country: str, name: str, language: str) -> None:
    path, day, expected = drafted(country, name, language)
    front = load_precedent(precedent_folders(None), country, name, language).front
    for each in (name, *front.annexures):
        give(tmp_path, country, each, language)
    desk = Desk(tmp_path)
    made = draft(Order(name, day), load_case(path), load_jurisdiction(country), desk)
    assert [texts(each.content) for each in made] == expected
    assert desk.precedent(country, name, language).word is not None
    assert f"{name}.{language}.docx" in str(made[0].record) and f"{name}.{language}.yaml" in str(made[0].record)


@pytest.mark.parametrize("mixed", ["main", "annexures"])
def test_a_word_file_and_a_text_stand_together_in_one_paper(tmp_path: Path, mixed: str) -> None:
    path, day, expected = drafted("india", "final-notice", "en")
    front = load_precedent(precedent_folders(None), "india", "final-notice", "en").front
    for each in ["final-notice"] if mixed == "main" else front.annexures:
        give(tmp_path, "india", each, "en")
    (made,) = draft(Order("final-notice", day), load_case(path), load_jurisdiction("india"), Desk(tmp_path))
    assert [texts(made.content)] == expected
    sections = Document(io.BytesIO(made.content)).sections
    assert [s.page_width > s.page_height for s in sections] == [False, True, True]
    assert all("Page" in s.footer.paragraphs[0].text for s in sections)


def test_the_same_precedent_exports_to_the_same_bytes_and_word_reads_numbers_in_it(tmp_path: Path) -> None:
    folders = precedent_folders(None)
    precedent = load_precedent(folders, "india", "final-notice", "en")
    first, second = export(precedent, folders), export(precedent, folders)
    assert first == second
    xml = unpack(first.word)["word/document.xml"].decode()
    shown = re.findall(r"REF para_\w+ [^>]*><w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t>(\d+)</w:t>", xml)
    assert shown and "0" not in shown


# -- what Word does while one edits ------------------------------------------------------------------


def edited(change: Callable[[Any], None]) -> Callable[[bytes], bytes]:
    def act(content: bytes) -> bytes:
        document = Document(io.BytesIO(content))
        change(document)
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    return act


def in_xml(change: Callable[[str], str]) -> Callable[[bytes], bytes]:
    def act(content: bytes) -> bytes:
        parts = unpack(content)
        parts["word/document.xml"] = change(parts["word/document.xml"].decode()).encode()
        return pack(parts)

    return act


def split_runs(document: Any) -> None:
    """Cut every run into runs of three letters, as Word does over a day's work."""
    for run in list(document.element.body.iter(qn("w:r"))):
        text = run.find(qn("w:t"))
        if text is None or len(run.findall(qn("w:t"))) > 1 or run.getparent().tag == qn("w:fldSimple"):
            continue
        whole, look = text.text or "", run.find(qn("w:rPr"))
        for at in range(0, len(whole), 3):
            piece = OxmlElement("w:r")
            piece.set(qn("w:rsidR"), f"00{at:06X}")
            if look is not None:
                piece.append(OxmlElement("w:rPr"))
                for child in look:
                    piece[0].append(
                        OxmlElement(
                            child.tag.replace("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}", "w:")
                        )
                    )
            new = OxmlElement("w:t")
            new.text = whole[at : at + 3]
            new.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            piece.append(new)
            run.addprevious(piece)
            for clutter in ("w:proofErr", "w:lastRenderedPageBreak"):
                mark = OxmlElement(clutter)
                run.addprevious(mark) if clutter == "w:proofErr" else piece.insert(0, mark)
        run.getparent().remove(run)


def typed(document: Any) -> None:
    """Put typographic quotation marks and non-breaking spaces into every tag."""
    for text in document.element.body.iter(qn("w:t")):

        def inside(found: re.Match[str]) -> str:
            tag = re.sub(r"'([\w-]*)'", r"‘\1’", re.sub(r'"([^"]*)"', r"“\1”", found[0]))
            return re.sub(r"(\{[{%](?:p|tr)?) | (\|) | ([}%]\})", lambda f: f[0].replace(" ", "\u00a0"), tag)

        text.text = re.sub(r"\{[{%].*?[}%]\}", inside, text.text or "")


def sessions(xml: str) -> str:
    """Mark every paragraph and row with the session it was written in."""
    xml = re.sub(r"<w:p>", '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00FF00FF" w:rsidP="00123456">', xml)
    return re.sub(r"<w:tr>", '<w:tr w:rsidR="00AB12CD">', xml)


def long_fields(xml: str) -> str:
    """Write references as Word keeps them: begin, code in two pieces, result, end."""

    def field(found: re.Match[str]) -> str:
        def run(inside: str) -> str:
            return f'<w:r w:rsidR="00AA00AA"><w:rPr><w:noProof/></w:rPr>{inside}</w:r>'

        code = found[1].replace("&quot;", '"')
        return (
            run('<w:fldChar w:fldCharType="begin"/>') + run(f'<w:instrText xml:space="preserve">{code[:6]}</w:instrText>')
            + run(f'<w:instrText xml:space="preserve">{code[6:]}</w:instrText>') + run('<w:fldChar w:fldCharType="separate"/>')
            + run("<w:t>Error! Reference source not found.</w:t>") + run('<w:fldChar w:fldCharType="end"/>')
        )  # fmt: skip

    return re.sub(r'<w:fldSimple w:instr="( REF [^"]*)">.*?</w:fldSimple>', field, xml)


def numbers_by_style(content: bytes) -> bytes:
    """Let the style number its paragraphs, as a firm that cleans its styles does."""
    parts = unpack(content)
    xml = parts["word/document.xml"].decode()
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    assert numbered in xml
    parts["word/document.xml"] = xml.replace(numbered, "").encode()
    styles = parts["word/styles.xml"].decode()
    at = styles.index('w:styleId="NumberedParagraph"')
    end = styles.index("<w:pPr>", at) + 7
    parts["word/styles.xml"] = (styles[:end] + numbered + styles[end:]).encode()
    return pack(parts)


def marks_between(xml: str) -> str:
    """Let bookmarks stand between paragraphs, where Word puts one that spans a whole paragraph."""
    return re.sub(r'(<w:p>(?:(?!</w:p>).)*?)(<w:bookmarkStart [^>]*/>)((?:(?!</w:p>).)*?)(<w:bookmarkEnd [^>]*/>)(</w:p>)',
                  r"\2\1\3\5\4", xml)  # fmt: skip


EDITS = {
    "split runs with proofErr": edited(split_runs), "curly quotes and hard spaces": edited(typed), "rsid clutter": in_xml(sessions),
    "references as Word keeps them": in_xml(long_fields), "numbers by style": numbers_by_style, "bookmarks between paragraphs": in_xml(marks_between),
    "saved again": edited(lambda document: None),
    "all at once": lambda content: edited(split_runs)(in_xml(long_fields)(in_xml(sessions)(edited(typed)(content)))),
}  # fmt: skip


PAPERS = [("india", "final-notice", "en"), ("france", "mise-en-demeure", "fr")]
EDITED = [(edit, *paper) for edit in EDITS for paper in PAPERS if edit != "numbers by style" or paper[0] == "india"]


@pytest.mark.parametrize(("edit", "country", "name", "language"), EDITED, ids=[f"{e[1]}-{e[0]}" for e in EDITED])
def test_what_word_does_by_itself_changes_nothing(
    tmp_path: Path, edit: str, country: str, name: str, language: str
) -> None:
    path, day, expected = drafted(country, name, language)
    before = unpack(give(tmp_path, country, name, language).read_bytes())
    after = unpack(give(tmp_path, country, name, language, EDITS[edit]).read_bytes())
    assert after != before or country == "france"  # where no paragraph is cited
    made = draft(Order(name, day), load_case(path), load_jurisdiction(country), Desk(tmp_path))
    assert [texts(each.content) for each in made] == expected


# -- what a lawyer does on purpose -------------------------------------------------------------------


def paragraph(document: Any, words: str) -> Any:
    return next(p for p in document.paragraphs if words in p.text)


def notice(tmp_path: Path, change: Callable[[Any], None]) -> list[str]:
    path, day, _ = drafted("india", "final-notice", "en")
    give(tmp_path, "india", "final-notice", "en", edited(change))
    (made,) = draft(Order("final-notice", day), load_case(path), load_jurisdiction("india"), Desk(tmp_path))
    return texts(made.content)


def numbers(document: Any) -> list[Any]:
    return [p for p in document.paragraphs if p.style.style_id == "NumberedParagraph" and "{%" not in p.text]


def test_a_paragraph_added_and_one_deleted_are_as_the_lawyer_left_them_and_references_follow(tmp_path: Path) -> None:
    from copy import deepcopy

    def change(document: Any) -> None:
        first = numbers(document)[0]
        copy = deepcopy(first._p)
        for mark in copy.xpath(".//w:bookmarkStart | .//w:bookmarkEnd"):
            mark.getparent().remove(mark)
        first._p.addprevious(copy)
        added = next(p for p in document.paragraphs if p._p is copy)
        for run in added.runs[1:]:
            run._r.getparent().remove(run._r)
        added.runs[0].text = "Our firm acts for {{ creditor.name }} in this matter."

    _, _, (before,) = drafted("india", "final-notice", "en")
    after = notice(tmp_path, change)
    at = after.index(next(t for t in after if t.startswith("Our firm acts for")))
    assert len(after) == len(before) + 1
    changed = [(old, new) for old, new in zip(before, after[:at] + after[at + 1 :], strict=True) if old != new]
    assert changed, "a paragraph is cited by its number"
    for old, new in changed:  # each cited number is one higher
        plus = re.sub(r"(?<=paragraph )\d+", lambda f: str(int(f[0]) + 1), old)
        assert new == re.sub(r"(?<=paragraphs )\d+|(?<=and )\d+(?= above)", lambda f: str(int(f[0]) + 1), plus)


def test_a_moved_paragraph_moves_and_a_deleted_optional_one_is_gone(tmp_path: Path) -> None:
    _, _, (before,) = drafted("india", "final-notice", "en")
    closing = next(t for t in before if t.startswith("Encl"))

    def change(document: Any) -> None:
        first = paragraph(document, "LEGAL NOTICE")
        document.element.body.remove(first._p)
        paragraph(document, "Subject")._p.addnext(first._p) if any(
            "Subject" in p.text for p in document.paragraphs
        ) else (numbers(document)[0]._p.addprevious(first._p))

    after = notice(tmp_path, change)
    assert sorted(after) == sorted(before) and after != before and closing in after


def test_a_bold_half_of_a_tag_takes_the_look_it_begins_with(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        found = next(p for p in document.paragraphs if "{{ " in p.text and "{%" not in p.text and len(p.runs) == 1)
        text = found.runs[0].text
        at = text.index("{{") + 4
        found.runs[0].text = text[:at]
        found.add_run(text[at:]).bold = True

    _, _, (before,) = drafted("india", "final-notice", "en")
    assert notice(tmp_path, change) == before


def test_a_deleted_required_sentence_is_stopped_by_its_wording_rule(tmp_path: Path) -> None:
    """R. 8.2 of the profession: an avocat who writes to an opponent reminds him of his right to counsel."""
    path, day, _ = drafted("france", "mise-en-demeure-avocat", "fr")

    def change(document: Any) -> None:
        for found in [p for p in document.paragraphs if "consulter un avocat" in p.text]:
            found._p.getparent().remove(found._p)

    give(tmp_path, "france", "mise-en-demeure-avocat", "fr", edited(change))
    with pytest.raises(Stopped) as caught:
        draft(Order("mise-en-demeure-avocat", day), load_case(path), load_jurisdiction("france"), Desk(tmp_path))
    assert "a required sentence is missing" in str(caught.value)


def test_a_forbidden_sentence_written_by_the_firm_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        notice(tmp_path, lambda d: d.paragraphs[-3].insert_paragraph_before(
            "If you do not pay, my client will lodge an FIR and have you arrested by the police."))  # fmt: skip


def test_a_misspelt_blank_is_refused_with_the_number_of_its_paragraph(tmp_path: Path) -> None:
    number = 0

    def change(document: Any) -> None:
        nonlocal number
        found = next(p for p in document.paragraphs if "{{ creditor.name }}" in p.text or "{{ debtor.name }}" in p.text
                     or "{{ paper.reference }}" in p.text)  # fmt: skip
        number = list(document.element.body.iter(qn("w:p"))).index(found._p) + 1
        found.runs[0].text = "{{ creditr.name }}"

    with pytest.raises(LawkitError) as caught:
        notice(tmp_path, change)
    assert f"final-notice.en.docx, paragraph {number}: no fact named “creditr”; did you mean “creditor”?" in str(
        caught.value
    )


REFUSED = [
    ('<w:ins w:id="9" w:author="P"><w:r><w:t>x</w:t></w:r></w:ins>', "tracked changes; accept or reject them all"),
    ('<w:r><w:commentReference w:id="0"/></w:r>', "comments; delete them"),
    ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>", "hidden text"),
    ('<w:fldSimple w:instr=" DATE \\@ &quot;d MMMM yyyy&quot; "/>', "the field DATE"),
    ("<w:r><w:instrText> DDEAUTO c:\\x </w:instrText></w:r>", "the field DDEAUTO"),
]


@pytest.mark.parametrize(("xml", "words"), REFUSED, ids=[w for _, w in REFUSED])
def test_what_the_other_side_could_read_is_refused_with_its_place_and_remedy(
    tmp_path: Path, xml: str, words: str
) -> None:
    path, day, _ = drafted("india", "final-notice", "en")
    give(tmp_path, "india", "final-notice", "en", in_xml(lambda body: body.replace("</w:p>", f"{xml}</w:p>", 1)))
    with pytest.raises(LawkitError) as caught:
        draft(Order("final-notice", day), load_case(path), load_jurisdiction("india"), Desk(tmp_path))
    assert words in str(caught.value) and "final-notice.en.docx: word/document.xml" in str(caught.value)


def test_a_cited_paragraph_that_was_deleted_is_told(tmp_path: Path) -> None:
    with pytest.raises(LawkitError, match="refers to the bookmark para_\\w+, which is not there"):

        def change(document: Any) -> None:
            cited = re.search(r"REF (para_\w+)", document.element.xml)[1]  # type: ignore[index]
            mark = document.element.body.xpath(f'.//w:bookmarkStart[@w:name="{cited}"]')[0]
            mark.getparent().getparent().remove(mark.getparent())

        notice(tmp_path, change)


def test_a_house_file_of_the_firm_gives_its_fonts_and_margins(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        document.styles["Normal"].font.name = "Garamond"
        document.styles["Body Paragraph"].font.size = Pt(13)
        document.sections[0].left_margin = document.sections[0].right_margin = Cm(4)

    path, day, expected = drafted("india", "final-notice", "en")
    (tmp_path / "precedents").mkdir()
    house = tmp_path / "precedents" / "letter.docx"
    house.write_bytes(edited(change)((shipped("precedents") / "letter.docx").read_bytes()))
    (made,) = draft(Order("final-notice", day), load_case(path), load_jurisdiction("india"), Desk(tmp_path))
    document = Document(io.BytesIO(made.content))
    assert [texts(made.content)] == expected and document.styles["Normal"].font.name == "Garamond"
    assert {round(s.left_margin.cm, 1) for s in document.sections} == {4.0}
    for table, landscape in ((document.tables[0], False), (document.tables[-1], True)):
        width = int(table._tbl.tblPr.find(qn("w:tblW")).get(qn("w:w")))
        assert abs(width - ((29.7 if landscape else 21) - 8) / 2.54 * 1440) < 40, "tables keep within the margins"
    assert "letter.docx" in str(made.record)


def test_a_house_file_is_guarded_as_a_precedent_is(tmp_path: Path) -> None:
    path, day, _ = drafted("india", "final-notice", "en")
    (tmp_path / "precedents").mkdir()
    house = tmp_path / "precedents" / "letter.docx"
    parts = unpack((shipped("precedents") / "letter.docx").read_bytes())
    footer = parts["word/footer1.xml"]
    for old, new, words in (
        (b"paper.footer", b"paper.foter", "did you mean “footer”"),
        (b"{{ paper.footer }}", b"{{ paper.footer.__class__ }}", "only names, filters"),
        (b"<w:t ", b"<w:rPr><w:vanish/></w:rPr><w:t ", "hidden text"),
    ):
        house.write_bytes(pack(parts | {"word/footer1.xml": footer.replace(old, new, 1)}))
        with pytest.raises(LawkitError) as caught:
            draft(Order("final-notice", day), load_case(path), load_jurisdiction("india"), Desk(tmp_path))
        assert words in str(caught.value) and "letter" in str(caught.value)


def test_what_has_changed_since_the_export_is_told(tmp_path: Path) -> None:
    word = give(tmp_path, "india", "reminder", "en")
    from lawkit.drafting.precedent import front_beside

    front, folders = front_beside(word), precedent_folders(tmp_path)
    assert list(changed_since(front, folders)) == []
    block = next(each for each in front.based_on if "/blocks/" in each)
    own = tmp_path / "precedents" / block
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text((shipped("precedents") / block).read_text() + "\nMore.\n")
    assert list(changed_since(front, folders)) == [f"{block} has changed"]
    gone = front.model_copy(update={"based_on": {"india/blocks/nothing.en.md": "0"}})
    assert list(changed_since(gone, folders)) == ["india/blocks/nothing.en.md is no longer there"]


def test_a_word_file_without_its_front_matter_says_where_to_get_it(tmp_path: Path) -> None:
    word = give(tmp_path, "india", "reminder", "en")
    word.with_suffix(".yaml").unlink()
    with pytest.raises(LawkitError, match="lawkit precedents export"):
        Desk(tmp_path).precedent("india", "reminder", "en")


def test_what_word_keeps_beside_an_open_file_is_no_precedent(tmp_path: Path) -> None:
    give(tmp_path, "india", "reminder", "en")
    (tmp_path / "precedents" / "india" / "~$minder.en.docx").write_bytes(b"x")
    assert ("~$minder", "en") not in list_precedents(precedent_folders(tmp_path), "india")
