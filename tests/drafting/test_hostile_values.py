"""Hostile strings through every text field of the case file: each arrives exactly, or the draft is refused by name.

The fields are found by walking the model over shipped matters, absent ones included; a plain mark put into each tells
which papers it reaches. What reaches a paper plain must reach it whatever it is.
"""

import io
import random
import re
import types
import typing
import unicodedata
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from functools import cache
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from pydantic import BaseModel, ValidationError

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
    "FIR", "police", "$x$", "%s", "{0}", "\\1", "=cmd|", "--", "..", "/", "\t", "\ue000", "◊", "__class__", "<!--", "]]>", "<![CDATA[", "\u202e",
]  # fmt: skip
Path_ = tuple[Any, ...]
PAPERS = [
    ("india", "final-notice", "shakti-goods", date(2026, 11, 24)), ("india", "second-notice", "nirmal-msme", date(2026, 11, 24)),
    ("india", "first-notice", "shakti-goods", date(2026, 9, 10)), ("india", "reminder", "shakti-goods", date(2026, 7, 20)),
    ("india", "reminder-before-due", "shakti-goods", date(2026, 2, 20)), ("france", "mise-en-demeure", "moulin-plancher", date(2026, 11, 24)),
    ("france", "mise-en-demeure-avocat", "moulin-avocat", date(2026, 11, 24)), ("france", "relance-2", "moulin-plancher", date(2026, 9, 14)),
    ("france", "relance-1", "atelier-semestres", date(2026, 3, 16)), ("france", "relance-avant-echeance", "atelier-semestres", date(2025, 4, 1)),
    ("india", "final-notice", "himadri-guarantors", date(2026, 11, 24)), ("india", "second-notice", "joshi-partners", date(2026, 11, 24)),
    ("india", "intimation-letter", "shakti-goods", date(2026, 9, 2)), ("india", "reminder-at-due", "shakti-goods", date(2026, 2, 28)),
    ("india", "call-script", "shakti-goods", date(2026, 9, 10)), ("india", "gst-sheet", "nirmal-msme", date(2026, 11, 24)),
    ("india", "statement-of-account", "nirmal-msme", date(2026, 11, 24)), ("india", "interest-sheet", "nirmal-msme", date(2026, 11, 24)),
    ("france", "decompte", "moulin-plancher", date(2026, 11, 24)), ("france", "mise-en-demeure-avocat", "traiteur-ei", date(2026, 11, 24)),
]  # fmt: skip
FEWEST = {
    "gst-sheet": 3,
    "statement-of-account": 4,
    "interest-sheet": 3,
    "decompte": 3,
    "call-script": 8,
}  # fields that a sheet prints
ROUNDS = 55  # of each paper: with its fields, more than 5,000 strings in each country, and each string several pieces


@cache
def office(country: str) -> tuple[Any, Desk]:
    return load_jurisdiction(country), Desk()


def is_text(annotation: Any) -> bool:
    """Whether a field takes a text; one with closed values takes only these."""
    if annotation is str:
        return True
    if typing.get_origin(annotation) in (typing.Union, types.UnionType, typing.Annotated):
        return any(is_text(each) for each in typing.get_args(annotation))
    return False


def is_texts(annotation: Any) -> bool:
    return typing.get_origin(annotation) is tuple and is_text(typing.get_args(annotation)[0])


def text_fields(value: Any, data: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Yield the path of every text field of a model, absent ones too."""
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            key = field.alias or name
            if is_text(field.annotation):
                yield (*path, key)
            elif is_texts(field.annotation) and data.get(key):
                yield from ((*path, key, n) for n in range(len(data[key])))
            elif key in data:
                yield from text_fields(getattr(value, name), data[key], (*path, key))
    elif isinstance(value, (tuple, list)) and isinstance(data, list):
        for number, (each, raw) in enumerate(zip(value, data, strict=True)):
            yield from text_fields(each, raw, (*path, number))


def put(data: Any, path: Path_, value: str) -> None:
    for key in path[:-1]:
        data = data[key]
    data[path[-1]] = value


def text_of(country: str, document: str, day: date, data: Any) -> str:
    """Return the text of every paper drafted from the data of a case file."""
    law, desk = office(country)
    case = Case(CaseFile.model_validate(data), Document("x", data, {}), shipped("casefiles") / "x.yaml", "0")
    pieces = []
    for paper in draft(Order(document, day, compression=1), case, law, desk):
        archive = zipfile.ZipFile(io.BytesIO(paper.content))
        for part in [n for n in archive.namelist() if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", n)]:
            for paragraph in parse_xml(archive.read(part)).iter(qn("w:p")):
                runs = paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"))
                pieces.append(
                    "".join(
                        r.text or "" if r.tag == qn("w:t") else "\t" if r.tag == qn("w:tab") else "\n" for r in runs
                    )
                )
    return "\n".join(pieces)


def arrived(value: str, text: str) -> bool:
    return value in text or value[:1].upper() + value[1:] in text


@pytest.mark.parametrize(("country", "document", "name", "day"), PAPERS, ids=[f"{p[1]}-{p[2]}" for p in PAPERS])
def test_hostile_strings_arrive_exactly_or_are_refused(country: str, document: str, name: str, day: date) -> None:
    generator = random.Random(f"20261124 {document}")
    data = read_yaml(shipped("casefiles") / f"{name}.yaml").data
    fields = reaching(country, document, day, data)
    assert len(fields) >= FEWEST.get(document, 18), fields
    sent = refused = 0
    for _ in range(ROUNDS):
        own, values = deepcopy(data), {}
        for number, field in enumerate(fields):
            pieces = "".join(generator.choices(PIECES, k=generator.randint(1, 8)))
            values[field] = unicodedata.normalize("NFC", f"q{number}{pieces}{generator.choice('abcxyz')}").strip()
            put(own, field, values[field])
        for field in refused_by_name(own, data, values):
            values.pop(field)
            refused += 1
        text = text_of(country, document, day, own)
        lost = {field: value for field, value in values.items() if not arrived(value, text)}
        assert not lost
        sent += len(values)
    assert sent > (0.7 if document in FEWEST else 0.93) * (
        sent + refused
    )  # of a sheet's few fields one takes no free text


def refused_by_name(own: Any, data: Any, values: dict[Path_, str]) -> list[Path_]:
    """Return the fields whose values the model refuses by name, each given its shipped value again."""
    try:
        CaseFile.model_validate(own)
    except ValidationError as error:
        refused = [each for each in values if any(is_named(each, told["loc"]) for told in error.errors())]
        assert refused
        for field in refused:
            put(own, field, at(data, field))
        CaseFile.model_validate(own)
        return refused
    return []


def is_named(field: Path_, told: Path_) -> bool:
    """Whether the place of an error is a field; among several kinds it also names the kind."""
    return field == tuple(step for step in told if step in field)


def at(data: Any, path: Path_) -> str:
    for key in path:
        data = data[key]
    return str(data)


def reaching(country: str, document: str, day: date, data: Any) -> list[Path_]:
    """Return the text fields of a matter that a paper prints as they are."""
    candidates = list(dict.fromkeys(text_fields(CaseFile.model_validate(data), data)))
    assert len(candidates) > 40
    marks = {field: f"Zq{number}mark" for number, field in enumerate(candidates)}
    accepted = []
    for field, mark in marks.items():
        own = deepcopy(data)
        put(own, field, mark)
        try:
            if mark in text_of(country, document, day, own):
                accepted.append(field)
        except (LawkitError, ValueError):
            continue  # a field that takes no free text: a name of the pack, an identifier
    together = deepcopy(data)
    for field in accepted:
        put(together, field, marks[field])
    text = text_of(country, document, day, together)
    return [field for field in accepted if marks[field] in text]


@pytest.mark.parametrize("bad", ["a\x07b", "a\x00b", "a\x9fb", "a\ud800b", "a\uffffb"])
def test_what_word_cannot_hold_is_refused_with_the_name_of_its_field(bad: str) -> None:
    country, document, name, day = PAPERS[0]
    data = read_yaml(shipped("casefiles") / f"{name}.yaml").data
    for field in reaching(country, document, day, data)[::6]:
        own = deepcopy(data)
        put(own, field, bad)
        with pytest.raises((LawkitError, ValueError)) as caught:
            text_of(country, document, day, own)
        assert str(field[-1]) in str(caught.value) or "control character" in str(caught.value)
