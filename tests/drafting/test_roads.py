"""The fast road, the slow road and plain docxtpl fill a template to the same parts, before paragraph numbers are set."""

import io
import re
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from lxml import etree

from lawkit.drafting import fill as filling
from lawkit.drafting.compile import WordTemplate
from lawkit.drafting.draft import Order, draft
from lawkit.drafting.fill import Citation, rendered_parts
from lawkit.drafting.filters import filters
from lawkit.drafting.package import pack, unpack
from lawkit.drafting.ready import make_ready
from lawkit.facts import load_case
from lawkit.law import load_jurisdiction
from lawkit.resources import shipped
from tests.drafting.conftest import Small

FILTERS = filters("en", "INR")
CALLABLES = {"cite": lambda rule: Citation(f"s. {rule} & “more”"), "annexure": lambda name: "Annexure A"}
TEXT = (
    "# {{ name }}\n\n1. [#a] On **{{ day | long_date }}**{% if other %} x{% else %} *y {{ name }}*{% endif %}, {{ cite('r') }}.\n"
    "    1. sub {{ name }}\n\n{% for i in items %}\n1. {{ loop.index }} of {{ name }}{% if not loop.last %};{% endif %}\n{% endfor %}\n\n"
    "| N | S |\n|:--|--:|\n{% for i in items %}\n| {{ i.name }} | {{ i.amount | figures }} |\n{% endfor %}\n"
    "{% if no %}\n| **never** | |\n{% endif %}\n| **Total** | **{{ sum | figures }}** |\n\n"
    "{% if yes %}\nsee [@a] \\*kept\\*\n{% endif %}\n\n::: signature right\nYours,\n{{ name }}\n:::"
)
SHEET = "# Sheet of {{ name }}\n\n| A | B | C |\n|:--|:--|--:|\n| **{{ name }}** | | 1 |\n\n::: note\nend\n:::"
VALUES = [
    "plain", "B & <C>", "\"double\" and 'single'", "L'Éclair œ", "शर्मा ब्रदर्स", "\u200fعربي\u200e", "😀", "two\nlines", "A\tB",
    "a\n\n\tb", "{{ 7*7 }}", "{% if x %}", "&amp; &lt;", "\u00a0\u202f", "</w:t></w:r></w:p>",
]  # fmt: skip


def canonical(xml: bytes) -> bytes:
    return bytes(etree.tostring(etree.fromstring(xml), method="c14n"))


def plain(template: WordTemplate, facts: Any, bound: Any = FILTERS, callables: Any = CALLABLES) -> dict[str, bytes]:
    """Fill with docxtpl itself, strict and escaping."""
    environment = Environment(undefined=StrictUndefined, autoescape=True)
    environment.filters.update(bound)
    document = DocxTemplate(io.BytesIO(pack(dict(template.parts))))
    context = {field.name: getattr(facts, field.name) for field in fields(facts)}
    document.render({**context, **callables}, environment, autoescape=True)
    buffer = io.BytesIO()
    document.save(buffer)
    return unpack(buffer.getvalue())


def body(xml: bytes) -> bytes:
    """Return a part without what lawkit sets after docxtpl's rules: the space after a table, the rows that stay together."""
    return canonical(re.sub(rb'<w:spacing w:before="160"/>|<w:keepNext(?: w:val="off")?/>', b"", xml))


@pytest.mark.parametrize("value", VALUES)
def test_three_roads_lead_to_the_same_parts(
    compiled: Callable[..., WordTemplate], value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = compiled(TEXT, SHEET)
    facts = replace(Small(), name=value, items=(*Small().items, replace(Small().items[0], name=value)))
    theirs = plain(template, facts)
    ready = make_ready(template, tuple(FILTERS.items()))
    fast, _ = rendered_parts(template, ready, facts, FILTERS, CALLABLES, references=False)
    monkeypatch.setattr(filling, "_run", _slow)  # every document takes the slow road
    slow, _ = rendered_parts(template, ready, facts, FILTERS, CALLABLES, references=False)
    assert set(fast) == set(template.tagged) and "word/footer1.xml" in fast
    for name in fast:
        assert body(fast[name]) == body(theirs[name]) == body(slow[name]), name


CASES = [
    ("final-notice", "shakti-goods"), ("final-notice", "nirmal-msme"), ("first-notice", "shakti-goods"), ("reminder", "shakti-goods"),
    ("mise-en-demeure", "atelier-semestres"), ("mise-en-demeure", "moulin-plancher"), ("relance-2", "moulin-plancher"),
    ("mise-en-demeure-avocat", "moulin-avocat"),
]  # fmt: skip


@pytest.mark.parametrize(("document", "case"), CASES)
def test_shipped_papers_are_what_docxtpl_makes_of_their_templates(
    document: str, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every value as the matter gives it, before paragraph numbers are set; each provision has been cited once by then."""
    orders: list[tuple[Any, ...]] = []

    def noted(*order: Any, **more: Any) -> Any:
        orders.append(order)
        return filling.fill(*order, **more)

    monkeypatch.setattr("lawkit.drafting.draft.fill", noted)
    path = shipped("casefiles") / f"{case}.yaml"
    matter = load_case(path)
    draft(Order(document, date(2026, 11, 24)), matter, load_jurisdiction(matter.facts.jurisdiction))
    template, facts, bound, callables = orders[0]
    ready = make_ready(template, tuple(bound.items()))
    ours, _ = rendered_parts(template, ready, facts, bound, callables, references=False)
    theirs = plain(template, facts, bound, callables)
    assert len(ours["word/document.xml"]) > 15_000
    for name in ours:
        assert body(ours[name]) == body(theirs[name]), name


def _slow(part: Any, context: Any, template: Any) -> tuple[bytes, str]:
    pieces = part.pieces
    xml = b"".join(pieces[item].data if isinstance(item, int) else item for item in part.run(context))
    return filling._broken_into_elements(xml), ""
