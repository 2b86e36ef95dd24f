"""A precedent from a few lines, compiled on the shipped house file and filled with a small typed object."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from lawkit.drafting.compile import WordTemplate, compile_precedent
from lawkit.drafting.fill import Citation, Filled, fill
from lawkit.drafting.filters import filters
from lawkit.drafting.precedent import Precedent, load_precedent
from lawkit.resources import shipped

FRONT = """---
title: T
language: en
stage: final_notice
layout: {layout}
per: matter
signed_by: advocate
reviewed: {{on: 2026-11-24, law_as_of: 2026-11-22}}
---
"""


@dataclass(frozen=True)
class Item:
    name: str
    amount: Decimal


@dataclass(frozen=True)
class SmallPaper:
    footer: str = "R"
    page_word: str = "Page"
    of_word: str = "of"


@dataclass(frozen=True)
class Small:
    """The facts of a small test paper."""

    paper: SmallPaper = SmallPaper()
    name: str = "B Ltd"
    other: str | None = None
    yes: bool = True
    no: bool = False
    day: date = date(2026, 12, 1)
    sum: Decimal = Decimal("1234567.50")
    items: tuple[Item, ...] = (Item("a", Decimal("1.00")), Item("b", Decimal("2.50")))


@pytest.fixture
def precedent(tmp_path: Path) -> Callable[..., Precedent]:
    def make(text: str, layout: str = "letter", name: str = "p") -> Precedent:
        folder = tmp_path / "erewhon"
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.en.md").write_text(FRONT.format(layout=layout) + text)
        return load_precedent([tmp_path], "erewhon", name, "en")

    return make


@pytest.fixture
def compiled(precedent: Callable[..., Precedent]) -> Callable[..., WordTemplate]:
    def make(text: str, *annexures: str) -> WordTemplate:
        sheets = tuple(precedent(each, "sheet", f"s{n}") for n, each in enumerate(annexures))
        return compile_precedent(precedent(text), sheets, shipped("precedents") / "letter.docx")

    return make


@pytest.fixture
def filled(compiled: Callable[..., WordTemplate]) -> Callable[..., Filled]:
    def make(text: str, *annexures: str, facts: object = None, compression: int = 6) -> Filled:
        callables = {"cite": lambda rule: Citation(f"section {rule}"), "annexure": lambda name: "Annexure A"}
        return fill(
            compiled(text, *annexures), facts or Small(), filters("en", "INR"), callables,
            title="T", author="A", on=date(2026, 11, 24), compression=compression,
        )  # fmt: skip

    return make
