"""A preview shows each missing fact, highlighted, where a paper would refuse it; nothing else differs."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_COLOR_INDEX

from lawkit.drafting.compile import WordTemplate
from lawkit.drafting.fill import Citation, Filled, UnfilledBlank, fill
from lawkit.drafting.filters import filters
from tests.drafting.conftest import Small, SmallPaper


@dataclass(frozen=True)
class Guarantee:
    dated: date | None = None


@dataclass(frozen=True)
class Gaps:
    paper: SmallPaper = SmallPaper()
    name: str = "B & Sons"
    other: str | None = None
    guarantee: Guarantee | None = None
    given: Guarantee = Guarantee()


def preview(template: WordTemplate, facts: Any) -> Filled:
    callables = {"cite": lambda rule: Citation(f"section {rule}")}
    return fill(
        template, facts, filters("en", "INR"), callables, title="T", author="A", on=date(2026, 11, 24), preview=True
    )  # fmt: skip


def test_missing_facts_are_shown_by_name_and_highlighted(compiled: Callable[..., WordTemplate]) -> None:
    text = "{{ name }}: **{{ other | upper }}, {{ guarantee.dated | long_date }}** by {{ given.dated | long_date }} {{ cite('x') }}."
    document = preview(compiled(text), Gaps())
    paragraph = Document(io.BytesIO(document.content)).paragraphs[0]
    assert paragraph.text == "B & Sons: [other?], [guarantee.dated?] by [given.dated?] section x."
    lit = [(run.text, bool(run.bold)) for run in paragraph.runs if run.font.highlight_color == WD_COLOR_INDEX.YELLOW]
    assert lit == [("[other?]", True), ("[guarantee.dated?]", True), ("[given.dated?]", False)]


def test_without_gaps_a_preview_is_the_paper(
    compiled: Callable[..., WordTemplate], filled: Callable[..., Filled]
) -> None:
    text = "1. [#a] {{ name }} {{ sum | money }}\n\n{% if yes %}\nsee [@a]\n{% endif %}\n\n| A |\n|--:|\n| {{ day | long_date }} |"
    assert preview(compiled(text), Small()).content == filled(text).content


def test_a_misspelt_name_is_refused_in_a_preview_too(compiled: Callable[..., WordTemplate]) -> None:
    with pytest.raises(UnfilledBlank, match="did you mean “name”"):
        preview(compiled("{{ nmae }}"), Gaps())
