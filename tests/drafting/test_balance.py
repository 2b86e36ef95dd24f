"""The proof that no filling can break the XML."""

from itertools import product

import pytest
from docx.oxml import parse_xml
from jinja2 import Environment

from lawkit.drafting.balance import Unbalanced, prove_balanced

GOOD = [
    "<?xml version='1.0'?><a><!-- <b> --><w:t>{{ x }}</w:t></a>",
    "<a>{% if x %}<b/><c>1</c>{% elif y %}{% else %}<d></d>{% endif %}</a>",
    "<a>{% for x in y %}<r><w:t>{{ x }}{% if not loop.last %}, {% endif %}</w:t></r>{% endfor %}</a>",
    "<w:p><r><w:t>{% if x %}</w:t></r><r><b/><w:t>bold</w:t></r><r><w:t>{% endif %}</w:t></r></w:p>",
]
BAD = [
    ("<a>{% if x %}<b>{% endif %}</b></a>", "different parts of the page (b)"),
    ("<a>{% for x in y %}</a><c>{% endfor %}</c>", "different parts"),
    ("<a>{% if x %}</a>{% endif %}", "different parts"),
    ("<a>{% if x %}{% else %}<b>{% endif %}</a>", "different parts"),
    ("<w:p><w:t>{% if x %}</w:t></w:p><w:p><w:t>{% endif %}</w:t></w:p>", "different parts"),
    ("<c><w:p>{% for x in y %}</w:p></c><c><w:p>{% endfor %}</w:p></c>", "different parts"),
    ("<a b='{{ x }}'/>", "inside an element"),
    ("<a>{{ x }}</a>", "outside the text"),
    ("<a></b>", "closes nothing"),
    ("<a><b></b>", "element a is not closed"),
    ("<w:t>{% set x = 1 %}</w:t>", "only blanks, if and for"),
    ("<w:t>{% for x in y recursive %}{% endfor %}</w:t>", "only blanks, if and for"),
    ("<w:t>{% filter upper %}x{% endfilter %}</w:t>", "only blanks, if and for"),
]


@pytest.mark.parametrize("source", GOOD)
def test_what_leaves_the_elements_as_they_were_is_proved(source: str) -> None:
    prove_balanced(Environment().parse(source))
    for x, y in product((True, False), ([], [1], [1, 2])):
        filled = Environment().from_string(source).render(x=x, y=y)
        assert parse_xml(filled.replace("w:", "").encode()) is not None  # raises where the XML is broken


@pytest.mark.parametrize(("source", "words"), BAD)
def test_what_could_break_the_file_is_refused(source: str, words: str) -> None:
    with pytest.raises(Unbalanced) as caught:
        prove_balanced(Environment().parse(source))
    assert words in str(caught.value)
