"""A firm's Word file: refused for what it must not hold, stripped, mended, and filled as ours are."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from lawkit.drafting.compile import WordTemplate
from lawkit.drafting.fill import Filled, UnfilledBlank, fill
from lawkit.drafting.filters import filters
from lawkit.drafting.guard import firm_template, lines_of, read_firm_template
from lawkit.drafting.names import check_lines
from lawkit.drafting.package import pack, unpack
from lawkit.errors import LawkitError, ProblemsFound
from tests.drafting.conftest import Small

FILTERS = filters("en", "INR")


def word(*paragraphs: str | list[str], change: Callable[[Any], None] | None = None) -> bytes:
    """Make a Word file of paragraphs, each a text or a list of the runs Word split it into."""
    document = Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for run in [runs] if isinstance(runs, str) else runs:
            paragraph.add_run(run)
    if change:
        change(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    return pack(unpack(word("A")) | {name: content})


def filled(content: bytes, facts: Any = None, **more: Any) -> Filled:
    template = firm_template("ours.en", content, "ours.en.docx")
    return fill(template, facts or Small(), FILTERS, {}, title="T", author="A", on=date(2026, 11, 24), **more)


def added(xml: str) -> Callable[[Any], None]:
    return lambda document: document.paragraphs[0]._p.append(parse_xml(xml))


W = nsdecls("w")
REFUSED = [
    (word("A", change=added(f'<w:ins {W} w:id="1" w:author="x"><w:r><w:t>b</w:t></w:r></w:ins>')), "tracked changes"),
    (word("A", change=added(f'<w:del {W} w:id="1" w:author="x"><w:r><w:delText>b</w:delText></w:r></w:del>')), "tracked changes"),
    (word("A", change=added(f'<w:r {W}><w:commentReference w:id="0"/></w:r>')), "comments"),
    (word("A", change=added(f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>")), "hidden text"),
    (word("A", change=added(f'<w:fldSimple {W} w:instr=" INCLUDETEXT &quot;/etc/passwd&quot; "/>')), "INCLUDETEXT"),
    (word("A", change=added(f'<w:r {W}><w:instrText> DDEAUTO c:\\cmd </w:instrText></w:r>')), "DDEAUTO"),
    (with_part("word/vbaProject.bin", b"x"), "macros"),
    (with_part("word/embeddings/oleObject1.bin", b"x"), "embedded objects"),
    (with_part("word/_rels/footer9.xml.rels", b'<Relationships xmlns="r"><Relationship Id="1" Type="t/image" '
               b'Target="http://far.example/a.png" TargetMode="External"/></Relationships>'), "links to http://far.example"),
    (with_part("word/header9.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "document type"),
    (with_part("word/header9.xml", b" " * 5000 + b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "document type"),
    (with_part("word/header9.xml", b"<a><b></a>"), "not well formed"),
    (b"not a zip", "not a Word file"),
    (word("A")[:-40], "not a Word file"),
    (with_part("word/bomb.xml", b"0" * 30_000_000), "compressed beyond"),
    (with_part("word/bomb.xml", b"0" * 50_000_000), "too large"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "words"), REFUSED, ids=[f"{n}-{w}" for n, (_, w) in enumerate(REFUSED)])
def test_what_could_harm_or_betray_is_refused_by_name(content: bytes, words: str) -> None:
    with pytest.raises(LawkitError) as caught:
        firm_template("ours.en", content, "ours.en.docx")
    assert words in str(caught.value)


def test_every_fault_is_told_at_once() -> None:
    change = added(f'<w:ins {W} w:id="1"><w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r></w:ins>')
    with pytest.raises(ProblemsFound) as caught:
        firm_template("ours.en", word("A", change=change), "ours.en.docx")
    assert len(caught.value.problems) == 2


def test_two_parts_of_one_name_are_refused() -> None:
    buffer = io.BytesIO(word("A"))
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning):
        archive.writestr("word/document.xml", "<other/>")
    with pytest.raises(LawkitError, match="two parts of one name"):
        firm_template("ours.en", buffer.getvalue(), "ours.en.docx")


def test_thumbnail_template_link_and_past_authors_are_taken_out() -> None:
    parts = unpack(word("A"))
    parts["word/people.xml"] = b"<p/>"
    parts["word/settings.xml"] = parts["word/settings.xml"].replace(
        b"</w:settings>",
        b'<w:attachedTemplate xmlns:r="r" r:id="rId9"/><w:rsids><w:rsid w:val="1"/></w:rsids></w:settings>',
    )
    parts["word/_rels/settings.xml.rels"] = (
        b'<Relationships xmlns="r"><Relationship Id="rId9" Type="t/attachedTemplate" '
        b'Target="file:///C:/Users/partner/secret.dotx" TargetMode="External"/></Relationships>'
    )
    parts["docProps/app.xml"] = b"<Properties><Company>Old &amp; Co</Company><Pages>1</Pages></Properties>"
    kept = dict(firm_template("ours.en", pack(parts), "ours.en.docx").parts)
    assert (
        "docProps/thumbnail.jpeg" in parts and "docProps/thumbnail.jpeg" not in kept and "word/people.xml" not in kept
    )
    everything = b"".join(kept.values())
    for word_gone in (b"secret.dotx", b"attachedTemplate", b"thumbnail.jpeg", b"Old &amp;"):
        assert word_gone not in everything
    assert b"rsid" not in kept["word/settings.xml"] and b"</w:settings>" in kept["word/settings.xml"]
    assert b"<Pages>1</Pages>" in everything


def test_tags_that_word_split_or_quoted_are_mended() -> None:
    content = word(
        ["Pay {", "{ na", "me }", "} now"], ["{{ yes | ", "gender(“Mrs”, ‘Mr’) }}"], ["{{\u00a0name | upper }}"], "{{ items|plural('one','many') }}"
    )  # fmt: skip
    assert filled(content).paragraphs[:4] == ("Pay B Ltd now", "Mr", "B LTD", "many")


def test_a_split_tag_keeps_the_look_it_begins_with() -> None:
    def bold(document: Any) -> None:
        document.paragraphs[0].runs[0].bold = True

    document = Document(io.BytesIO(filled(word(["{{ na", "me }} after"], change=bold)).content))
    assert [(r.text, bool(r.bold)) for r in document.paragraphs[0].runs] == [("B Ltd", True), (" after", False)]


def test_paragraphs_and_rows_that_hold_only_tags_leave_nothing_behind() -> None:
    def table(document: Any) -> None:
        made = document.add_table(rows=3, cols=2)
        made.rows[0].cells[0].text = "{% for i in items %}"
        made.rows[1].cells[0].text, made.rows[1].cells[1].text = "{{ i.name }}", "{{ i.amount | figures }}"
        made.rows[2].cells[0].text = "{% endfor %}"

    content = word(
        "{% if yes %}{% if no %}", "never", "{% else %}", "shown", "{% endif %}{% endif %}", "end", change=table
    )
    document = Document(io.BytesIO(filled(content).content))
    assert [p.text for p in document.paragraphs] == ["shown", "end"]
    assert [[c.text for c in row.cells] for row in document.tables[0].rows] == [["a", "1.00"], ["b", "2.50"]]


@pytest.mark.parametrize(
    ("paragraphs", "words"),
    [
        (("{% if yes %}", "A"), "“if yes” is not closed"),
        (("{% set x = 1 %}{{ x }}",), "only blanks, if and for"),
        (("{% macro m() %}x{% endmacro %}",), "only blanks, if and for"),
        (("{% cellbg name %}",), "cellbg"),
        (("{{ name", "x }}"), "begins or ends here"),
    ],
)
def test_a_tag_that_would_break_the_file_is_refused_before_any_matter(paragraphs: tuple[str, ...], words: str) -> None:
    with pytest.raises(LawkitError) as caught:
        filled(word(*paragraphs))
    assert words.lower() in str(caught.value).lower() and "ours.en" in str(caught.value)


def test_a_fault_in_a_firms_file_is_told_with_its_paragraph() -> None:
    with pytest.raises(UnfilledBlank) as caught:
        filled(word("Dear Sir", "We write to {{ nmae }} about {{ paper.foter }}."))
    assert "ours.en.docx, paragraph 2" in str(caught.value) and "did you mean “name”" in str(caught.value)
    assert "did you mean “footer”" in str(caught.value)


def test_names_in_a_firms_file_are_proved_without_a_matter() -> None:
    template = firm_template("ours.en", word("A", "{% if yes %}", "{{ nme }}", "{% endif %}", "{{ other }}"), "x.docx")
    problems = check_lines(lines_of(template), Small, tuple(FILTERS)).problems
    assert [(p.place, p.text.split(";")[0]) for p in problems] == [
        ("x.docx, paragraph 3", "no fact named “nme”"),
        ("x.docx, paragraph 5", "other may be absent: ask for it with an if before printing it"),
    ]


def test_a_file_is_read_from_disk_and_named_when_it_is_not_there(tmp_path: Any) -> None:
    (tmp_path / "ours.en.docx").write_bytes(word("{{ name }}"))
    assert isinstance(read_firm_template(tmp_path / "ours.en.docx"), WordTemplate)
    with pytest.raises(LawkitError, match="cannot be read"):
        read_firm_template(tmp_path / "theirs.en.docx")
