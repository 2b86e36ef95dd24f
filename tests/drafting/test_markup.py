"""The text language: what each line becomes, and what is refused with its line."""

import pytest

from lawkit.drafting.markup import Fence, Paragraph, Table, Tag, parse
from lawkit.drafting.precedent import Line
from lawkit.errors import ProblemsFound


def lines(text: str) -> list[Line]:
    return [Line(line, f"x.md:{number}") for number, line in enumerate(text.split("\n"), 1)]


def test_each_kind_of_line_becomes_its_block() -> None:
    blocks = parse(lines(
        "# TITLE\n\nA body\nof two lines.\n\n1. [#one] First, see [@one].\n    1. Sub.\n\n{% if x %}\n1. Second.\n{% endif %}\n"
        "- item\n\n\\newpage\n\n| A | B |\n|:--|---:|\n{% for i in y %}\n| {{ i | f }} | **2** |\n{% endfor %}\n\n"
        "::: signature right\nYours,\n{{ name }}\n:::"
    ))  # fmt: skip
    kinds = [b.kind if isinstance(b, (Paragraph, Fence)) else type(b).__name__ for b in blocks]
    assert kinds == [
        "heading-1", "body", "numbered", "sub", "Tag", "numbered", "Tag", "bullet", "page", "Table", "signature",
    ]  # fmt: skip
    body, numbered, table = blocks[1], blocks[2], blocks[9]
    assert isinstance(body, Paragraph) and body.runs[0].text == "A body of two lines."
    assert isinstance(numbered, Paragraph) and numbered.name == "one" and numbered.runs[1].cited == "one"
    assert isinstance(table, Table) and table.right == (False, True) and table.widths == (3, 4)
    assert isinstance(table.rows[0], Tag) and not isinstance(table.rows[1], Tag)
    assert table.rows[1][0][0].text == "{{ i | f }}", "a bar inside a tag does not cut the cell"
    assert table.rows[1][1][0].bold


def test_emphasis_and_escapes() -> None:
    (paragraph,) = parse(lines("plain **bold {{ x * y }}** and *slanted* \\*kept\\*"))
    assert isinstance(paragraph, Paragraph)
    assert [(r.text, r.bold, r.italic) for r in paragraph.runs] == [
        ("plain ", False, False), ("bold {{ x * y }}", True, False), (" and ", False, False), ("slanted", False, True),
        (" *kept*", False, False),
    ]  # fmt: skip


ESCAPED = [
    (r"\<b>html\</b>", "<b>html</b>"),
    (r"\[link](http://x)", "[link](http://x)"),
    (r"!\[img](y.png)", "![img](y.png)"),
    (r"\`code\`", "`code`"),
    (r"\~\~gone\~\~", "~~gone~~"),
    (r"\&nbsp;", "&nbsp;"),
    (r"a \* b, a \\ b", r"a * b, a \ b"),
    ("Singh & Sons, [the date] of 5 < 6 at a@b.example", "Singh & Sons, [the date] of 5 < 6 at a@b.example"),
    ("name: ______", "name: ______"),
]


@pytest.mark.parametrize(("text", "printed"), ESCAPED)
def test_what_is_escaped_or_plain_is_printed_as_typed(text: str, printed: str) -> None:
    (paragraph,) = parse(lines(text))
    assert isinstance(paragraph, Paragraph) and "".join(run.text for run in paragraph.runs) == printed


REFUSED = [
    ("{% if x %}\nA\n", "x.md:1", "is not closed"),
    ("A\n{% endif %}", "x.md:2", "closes nothing"),
    ("A {% if x %} b", "x.md:1", "is not closed"),
    ("**A {% if x %} b** c {% endif %}", "x.md:1", "not closed"),
    ("| A |\n|:--|\n{% for i in x %}\n| b |\n\n{% endfor %}", "x.md:3", "is not closed"),
    ("{% for i in x %}\nA\n{% endif %}", "x.md:3", "does not close"),
    ("{% else %}\nA", "x.md:1", "closes nothing"),
    ("A {% set x = 1 %}", "x.md:1", "only if and for"),
    ("A {% macro x() %}{% endmacro %}", "x.md:1", "only if and for"),
    ("A {{ x", "x.md:1", "without its other half"),
    ("A {# note #}", "x.md:1", "without its other half"),
    ("::: signatur\nA\n:::", "x.md:1", "did you mean “signature”"),
    ("::: signature\nA", "x.md:1", "not closed with :::"),
    ("| A | B |\nA", "x.md:1", "second line of a table"),
    ("| A | B |\n|:--|", "x.md:2", "the rule has 1 columns, the head 2"),
    ("| A | B |\n|:--|:--|\n| c |", "x.md:3", "the row has 1 columns"),
    ("#### too deep", "x.md:1", "not part of the text language"),
    ("> quoted", "x.md:1", "not part of the text language"),
    ("2. second", "x.md:1", "not part of the text language"),
    ("<b>html</b>", "x.md:1", "not part of the text language"),
    ("    code", "x.md:1", "not part of the text language"),
    ("A\nb <b>html</b> c", "x.md:1", "not part of the text language: <b>; to print it write \\<"),
    ("A <!-- note --> b", "x.md:1", "not part of the text language: <!-- note -->"),
    ("See <https://x.example>", "x.md:1", "not part of the text language"),
    ("A [link](http://x) b", "x.md:1", "not part of the text language: [link](http://x)"),
    ("A ![img](y.png) b", "x.md:1", "not part of the text language: ![img](y.png)"),
    ("A [text][ref] b", "x.md:1", "not part of the text language: [text][ref]"),
    ("A note[^1]", "x.md:1", "not part of the text language: [^1]"),
    ("A `code` b", "x.md:1", "not part of the text language: `; to print it write \\`"),
    ("A ~~gone~~ b", "x.md:1", "not part of the text language: ~~"),
    ("A&nbsp;b", "x.md:1", "not part of the text language: &nbsp;"),
    ("A \\newpage b", "x.md:1", "not part of the text language: \\"),
    ("A **bold b", "x.md:1", "closes no emphasis"),
    ("A * b", "x.md:1", "closes no emphasis"),
    ("---", "x.md:1", "not part of the text language"),
    ("A\n---", "x.md:2", "not part of the text language"),
    ("A\n> quoted", "x.md:2", "not part of the text language"),
    ("A\n* item", "x.md:2", "not part of the text language"),
    ("  - item", "x.md:1", "not part of the text language"),
    ("| A |\n|:--|\n| b |\n| `c` |", "x.md:4", "not part of the text language"),
    ("::: note\nA\nB <i>c</i>\n:::", "x.md:3", "not part of the text language"),
    ("- item\n- [x](y)", "x.md:2", "not part of the text language"),
    ("# A `code`", "x.md:1", "not part of the text language"),
    ("    1. [#n] named sub", "x.md:1", "only a numbered paragraph"),
]


@pytest.mark.parametrize(("text", "place", "words"), REFUSED, ids=[r[0][:20] for r in REFUSED])
def test_what_is_not_the_language_is_refused_with_its_line(text: str, place: str, words: str) -> None:
    with pytest.raises(ProblemsFound) as caught:
        parse(lines(text))
    assert str(caught.value).startswith(place) and words in str(caught.value)
