"""Five thousand hostile strings through every text field of a matter: each arrives exactly, or the draft is refused."""

import random
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

from lawkit.drafting.desk import Desk
from lawkit.drafting.draft import Order, draft
from lawkit.errors import LawkitError
from lawkit.facts import Case
from lawkit.facts.model import CaseFile
from lawkit.law import load_jurisdiction
from lawkit.reading import Document, read_yaml
from lawkit.resources import shipped

PIECES = [
    "&", "<", ">", '"', "'", "&amp;", "&#x3C;", "</w:t>", "<w:p>", "{{ x }}", "{% if %}", "{_{ y }_}", "{#", "}}", "*b*", "**", "|", "[#n]",
    "[@n]", "\\newpage", ":::", "None", "<built-in", "शर्मा", "Ü", "L’Été", "é", "e\u0301", "عربي", "\u200f", "\u200b", "😀", "中文", "\u00a0", "  ",
    "FIR", "police", "$x$", "%s", "{0}", "\\1", "=cmd|", "--", "..", "/", "\t",
]  # fmt: skip
FIELDS: list[tuple[Any, ...]] = [
    ("creditor", "name"), ("creditor", "business"), ("creditor", "representative", "name"), ("creditor", "account", "bank"),
    ("creditor", "account", "branch"), ("creditor", "addresses", 0, "lines", 0), ("creditor", "addresses", 0, "city"),
    ("debtors", 0, "name"), ("debtors", 0, "addresses", 0, "lines", 0), ("debtors", 0, "addresses", 1, "city"), ("advocate", "name"),
    ("advocate", "enrolment"), ("advocate", "address", 0), ("contract", "title"), ("contract", "reference"), ("contract", "subject"),
    ("contract", "interest", "words"), ("history", 1, "reference"), ("history", 4, "reference"), ("forum", "court"),
]  # fmt: skip


def put(data: Any, path: tuple[Any, ...], value: str) -> None:
    for key in path[:-1]:
        data = data[key]
    data[path[-1]] = value


def test_five_thousand_hostile_strings_arrive_exactly_or_are_refused() -> None:
    random.seed(20261124)
    law, desk, path = load_jurisdiction("india"), Desk(), shipped("casefiles") / "shakti-goods.yaml"
    order = Order("final-notice", date(2026, 11, 24), compression=1)
    arrived = refused = 0
    while arrived + refused < 5000:
        data = read_yaml(path).data
        values = []
        for field in FIELDS:
            value = "".join(random.choices(PIECES, k=random.randint(1, 6))) + random.choice("abcxyz")
            value = unicodedata.normalize("NFC", f"q{value}").strip()
            put(data, field, value)
            values.append(value)
        try:
            facts = CaseFile.model_validate(data)
            (paper,) = draft(order, Case(facts, Document("x", data, {}), Path(path), "0"), law, desk)
        except LawkitError:
            refused += len(values)
            continue
        text = "\n".join(read_paragraphs(paper.content))
        for value in values:
            assert value in text or value[:1].upper() + value[1:] in text, value
        arrived += len(values)
    assert arrived > 4900


def read_paragraphs(content: bytes) -> list[str]:
    """Return the text of every paragraph as Word's own reader gives it."""
    import io

    from docx import Document as Word

    word = Word(io.BytesIO(content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in word.paragraphs), *cells]
