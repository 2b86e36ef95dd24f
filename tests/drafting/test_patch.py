"""docxtpl's rules, for parts whose tags stand whole, and docxtpl itself for any other part."""

import re

import pytest
from docxtpl import DocxTemplate
from hypothesis import given
from hypothesis import strategies as st

from lawkit.drafting import patch
from lawkit.drafting.desk import Desk
from lawkit.drafting.patch import jinja_source
from lawkit.resources import shipped

PRECEDENTS = sorted(
    (path.parent.name, *path.name.removesuffix(".md").rsplit(".", 1)) for path in shipped("precedents").glob("*/*.md")
)


def lined(xml: str) -> str:
    """Return a part with each paragraph on a line of its own, as it is before docxtpl's rules."""
    return re.sub(r"<w:p(?=[ >])", r"\n\g<0>", xml)


def by_docxtpl(xml: str) -> str:
    return str(DocxTemplate.patch_xml(None, xml))


@pytest.mark.parametrize(("country", "name", "language"), PRECEDENTS)
def test_shipped_parts_have_the_source_that_docxtpl_gives_and_do_without_it(
    country: str, name: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk()
    precedent = desk.precedent(country, name, language)
    named = tuple(desk.precedent(country, each, language) for each in precedent.front.annexures)
    template, _ = desk.template(precedent, named)
    expected = {part: by_docxtpl(lined(dict(template.parts)[part].decode())) for part in template.tagged}
    monkeypatch.delattr(patch, "_by_docxtpl")
    assert {part: jinja_source(lined(dict(template.parts)[part].decode())) for part in template.tagged} == expected


RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
PIECES = (
    f"<w:p>{RUN.format('{%p if a &lt; 1 %}')}</w:p>",
    f"<w:p>{RUN.format('{%p endif %}')}</w:p>",
    f"<w:tr><w:tc><w:p>{RUN.format('{%tr for x in y %}')}</w:p></w:tc></w:tr>",
    f"<w:p>{RUN.format('L’œuvre de {{ name | upper }} : {{ x.y }}.')}</w:p>",
    f"<w:p>{RUN.format('{% if x %}“yes”{% else %}no{% endif %}')}</w:p>",
    "<w:p><w:r><w:t>0</w:t></w:r></w:p>",
    "<w:p><w:r><w:t>{{ bare }}</w:t></w:r></w:p>",
    f"<w:p>{RUN.format('{{ plural(items, “’one”, ‘two’) }}')}</w:p>",
    "<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{ split</w:t></w:r><w:r><w:t> }}</w:t></w:r></w:p>",
    "<w:p><w:r><w:t>{{r rich }}</w:t></w:r></w:p>",
    "<w:p><w:r><w:t>{{tight}}</w:t></w:r></w:p>",
    "<w:p><w:r><w:t>{%- if a %}b{% endif -%}</w:t></w:r></w:p>",
    "<w:tr><w:tc><w:tcPr></w:tcPr><w:p><w:r><w:t>{% colspan n %}x</w:t></w:r></w:p></w:tc></w:tr>",
    "<w:p><w:pPr/><w:r><w:t>{%p if b %}</w:t></w:r></w:p>",
    "<w:p><w:r><w:t>a lone } or { or {# remark #}</w:t></w:r></w:p>",
)


@pytest.mark.parametrize("xml", PIECES)
def test_each_form_of_tag_has_the_source_that_docxtpl_gives(xml: str) -> None:
    assert jinja_source(lined(xml)) == by_docxtpl(lined(xml))


@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_forms_in_any_order_have_the_source_that_docxtpl_gives(pieces: list[str]) -> None:
    xml = lined("".join(pieces))
    assert jinja_source(xml) == by_docxtpl(xml)
