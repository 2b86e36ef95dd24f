"""Filling: values arrive exactly or the draft is refused; the same facts are the same bytes; numbers of paragraphs."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lawkit.drafting.fill import Filled, UnfilledBlank
from tests.drafting.conftest import Small

Fill = Callable[..., Filled]
HOSTILE = [
    "Singh & Sons <Pvt> *Exports*", 'L\'Éclair "quoted"', "शर्मा ब्रदर्स", "{{ 7*7 }}", "{% if %}", "{_{ x }_}", "a<b>c</b>d",
    "</w:t></w:r></w:p><w:p>", "&amp;", "عربي \u200f", "😀", "None", "A\tB", "two\nlines", "  spaced  out  ", "§ 2(b) [#x] [@y]",
]  # fmt: skip


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_value_arrives_as_typed(filled: Fill, value: str) -> None:
    document = filled("To {{ name }}.", facts=Small(name=value))
    assert document.paragraphs[0] == f"To {value}."
    word = Document(io.BytesIO(document.content))
    assert word.paragraphs[0].text == f"To {value}."


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"), min_size=1))
def test_any_text_without_control_characters_arrives_exactly(filled: Fill, value: str) -> None:
    document = filled("{{ name }}|\n\n| A |\n|:--|\n| {{ name }} |", facts=Small(name=value))
    assert document.paragraphs[0] == f"{value}|" and document.paragraphs[2] == value


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ missing }}", "missing"),
        ("{{ paper.foter }}", "foter"),
        ("{{ other }}", "asking for it with an if"),
        ("{{ yes }}", "without a filter"),
        ("{{ day }}", "use long_date"),
        ("{{ sum }}", "such as money"),
        ("{{ items }}", "without a filter"),
        ("1. [#a] A\n\n{% if no %}\n1. [#b] B\n{% endif %}\n\nSee [@b].", "p.en.md:16: the paragraph b is cited"),
    ],
)
def test_what_cannot_be_printed_is_refused(filled: Fill, text: str, words: str) -> None:
    with pytest.raises(UnfilledBlank) as caught:
        filled(text)
    assert words in str(caught.value)


def test_the_same_facts_are_the_same_bytes_and_times_are_fixed(filled: Fill) -> None:
    one, two = filled("{{ name }}"), filled("{{ name }}")
    assert one.content == two.content
    archive = zipfile.ZipFile(io.BytesIO(one.content))
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert archive.testzip() is None
    less = filled("{{ name }}", compression=1)
    assert less.content != one.content and less.paragraphs == one.paragraphs


def test_a_condition_or_loop_leaves_no_empty_paragraph(filled: Fill) -> None:
    text = "A\n\n{% if no %}\nB\n{% endif %}\n\n{% for item in items %}\n{{ item.name }}\n{% endfor %}\n\nC"
    assert filled(text).paragraphs == ("A", "a", "b", "C")


def test_a_table_repeats_its_head_keeps_rows_whole_and_sets_figures_right(filled: Fill) -> None:
    text = "| N | Sum |\n|:----|-----:|\n{% for item in items %}\n| {{ item.name }} | {{ item.amount | figures }} |\n{% endfor %}"
    table = Document(io.BytesIO(filled(text).content)).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["N", "Sum"], ["a", "1.00"], ["b", "2.50"]]
    xml = table._tbl.xml
    assert xml.count("<w:tblHeader") == 1 and xml.count("<w:cantSplit") == 3
    assert table.rows[1].cells[1].paragraphs[0].style.name == "Table Figure"


def test_numbered_paragraphs_are_one_sequence_and_citations_show_the_number_there(filled: Fill) -> None:
    text = "1. one\n\n{% if yes %}\n1. [#two] two\n{% else %}\n1. other\n{% endif %}\n\n# HEADING\n\n1. three, see paragraph [@two]"
    document = filled(text)
    assert document.paragraphs[-1] == "three, see paragraph 2"
    without = filled(text.replace("[#two] two\n", "two\n").replace("1. one", "1. [#two] one"))
    assert without.paragraphs[-1] == "three, see paragraph 1"
    xml = zipfile.ZipFile(io.BytesIO(document.content)).read("word/document.xml").decode()
    assert xml.count('<w:numId w:val="1"/>') == 3 and " REF para_two " in xml


def test_a_number_is_shown_whatever_tags_follow_it(filled: Fill) -> None:
    """docxtpl's rules rewrite a text that a tag follows, the number of a reference among them."""
    document = filled("1. a\n\n1. [#b] b\n\nsee [@b] and {{ name }}, {% if yes %}again [@b]{% endif %}")
    assert document.paragraphs[-1] == "see 2 and B Ltd, again 2"
    assert document.masked[-1] == "see ◊ and ◊, again ◊"


def test_restart_begins_a_new_sequence(filled: Fill) -> None:
    document = filled("1. a\n\n1. b\n\n::: restart\n\n1. [#c] c\n\nsee [@c]")
    assert document.paragraphs[-1] == "see 1"


def test_an_annexure_is_a_landscape_section_and_adds_no_paragraph(filled: Fill) -> None:
    document = filled("A\n\nlast", "# Sheet\n\n{{ name }}")
    word = Document(io.BytesIO(document.content))
    assert [s.page_width > s.page_height for s in word.sections] == [False, True]
    assert document.paragraphs == ("A", "last", "Sheet", "B Ltd")


@pytest.mark.parametrize(
    ("between", "apart"),
    [
        ("", True),
        ("{% if no %}\nx\n{% endif %}\n\n{% if yes %}\n{% if no %}\ny\n{% endif %}\n{% endif %}", True),
        ("{% if yes %}\nx\n{% endif %}", False),
    ],
)
def test_what_follows_a_table_stands_apart_whichever_condition_left_it_there(
    filled: Fill, between: str, apart: bool
) -> None:
    document = filled(f"| A |\n|:--|\n| b |\n\n{between}\n\n1. [#end] after\n\n[@end]")
    words = Document(io.BytesIO(document.content)).paragraphs
    after = next(paragraph for paragraph in words if paragraph.text == "after")
    assert (after.paragraph_format.space_before is not None) is apart
    assert words[-1].text == "" and document.paragraphs[-1] == "1"


def test_the_masked_text_hides_values_and_shows_citations(filled: Fill) -> None:
    document = filled("Pay {{ sum | money }} to {{ name }} under {{ cite('x') }}.", facts=Small(name="Police Supplies"))
    assert document.masked == ("Pay ◊ to ◊ under section x.",)


def test_the_properties_say_who_and_when(filled: Fill) -> None:
    core = Document(io.BytesIO(filled("{{ name }}").content)).core_properties
    assert (core.title, core.author, core.created.date().isoformat()) == ("T", "A", "2026-11-24")


def test_plain_docxtpl_fills_the_template_to_the_same_text(filled: Fill, compiled: Callable[..., object]) -> None:
    """The compiled file is a docxtpl template: docxtpl itself, strict and escaping, gives the same paragraphs."""
    from docxtpl import DocxTemplate
    from jinja2 import Environment, StrictUndefined

    from lawkit.drafting.compile import WordTemplate
    from lawkit.drafting.filters import filters
    from lawkit.drafting.package import pack

    text = (
        "# {{ name }}\n\n{% if yes %}\n1. on {{ day | long_date }}{% if other %} x{% endif %}\n{% endif %}\n\n"
        "| N | S |\n|:--|--:|\n{% for i in items %}\n| {{ i.name }} | {{ i.amount | figures }} |\n{% endfor %}\n\nend"
    )
    template = compiled(text)
    assert isinstance(template, WordTemplate)
    for value in ("B & <C>", "L'Éclair", "शर्मा", "a\nb", "a\tb"):
        facts = replace(Small(), name=value)
        environment = Environment(undefined=StrictUndefined, autoescape=True)
        environment.filters.update(filters("en", "INR"))
        plain = DocxTemplate(io.BytesIO(pack(dict(template.parts))))
        context = {name: getattr(facts, name) for name in ("paper", "name", "yes", "other", "day", "items")}
        plain.render(context, environment, autoescape=True)
        buffer = io.BytesIO()
        plain.save(buffer)
        ours = Document(io.BytesIO(filled(text, facts=facts).content))
        theirs = Document(io.BytesIO(buffer.getvalue()))
        assert [p.text for p in ours.paragraphs] == [p.text for p in theirs.paragraphs]
        assert [[c.text for c in r.cells] for r in ours.tables[0].rows] == [
            [c.text for c in r.cells] for r in theirs.tables[0].rows
        ]
