"""Every pack loads whole; its wording rules catch and spare what they say; its readers are told what is covered."""

import types
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal, Union, get_args, get_origin

import pytest

from lawkit.drafting.wording import hits, lacking
from lawkit.facts.entries import BY_NAME
from lawkit.law import list_packs, load_jurisdiction
from lawkit.law.expressions import Event, Named
from lawkit.law.model import InterestRule, SeriesRule, WordingRule
from lawkit.law.periods import Closing, ExclusionRule, RestartRule
from lawkit.reading import Facts
from lawkit.resources import shipped

PACKS = list_packs()
LAWS = {code: load_jurisdiction(code) for code in PACKS}
WORDING = [
    (code, name, rule)
    for code, law in LAWS.items()
    for name, rule in law.rules.items()
    if isinstance(rule, WordingRule)
]


def test_both_countries_are_there() -> None:
    assert PACKS == ["france", "india"]


@pytest.mark.parametrize("code", PACKS)
def test_every_pack_has_a_readme_and_titles_in_english(code: str) -> None:
    assert (shipped("jurisdictions") / code / "README.md").read_text().startswith("# ")
    assert all("en" in rule.title for rule in LAWS[code].rules.values())


@pytest.mark.parametrize("code", PACKS)
def test_a_rule_said_to_be_checked_names_an_address_or_a_text(code: str) -> None:
    for name, rule in LAWS[code].rules.items():
        for value in (rule, *rule.dated.values()):
            checked = value.checked
            assert checked is None or len(checked.against) > 5, name
            assert value.standing is None or value.standing in ("primary", "secondary"), name


@pytest.mark.parametrize("code", PACKS)
def test_every_interest_rule_has_a_method_and_every_series_its_horizon(code: str) -> None:
    rules = LAWS[code].rules.values()
    assert any(isinstance(rule, InterestRule) for rule in rules)
    for rule in rules:
        if isinstance(rule, SeriesRule):
            assert max(rule.values) <= rule.verified_through or rule.renews == "half_yearly"


@pytest.mark.parametrize(("code", "name", "rule"), WORDING, ids=[f"{c}-{n}" for c, n, _ in WORDING])
def test_a_wording_rule_catches_and_spares_its_examples(code: str, name: str, rule: WordingRule) -> None:
    for sentence in rule.examples.match:
        caught = hits(rule, [sentence]) if rule.phrases else not lacking(rule, [sentence])
        assert caught, f"{name} misses: {sentence}"
    for sentence in rule.examples.no_match:
        caught = hits(rule, [sentence]) if rule.phrases else not lacking(rule, [sentence])
        assert not caught, f"{name} wrongly catches: {sentence}"


# -- every name of an entry's field is one, with a value it may have ---------------------------------


def _parts(value: object) -> Iterator[Facts]:
    if isinstance(value, Facts):
        yield value
        for name in type(value).model_fields:
            yield from _parts(getattr(value, name))
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _parts(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _parts(inner)


def _types(annotation: Any) -> Iterator[Any]:
    """Yield the plain types of an annotation, `Annotated` and unions taken apart."""
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        for inner in get_args(annotation):
            yield from _types(inner)
    elif hasattr(annotation, "__metadata__"):
        yield from _types(get_args(annotation)[0])
    else:
        yield annotation


def _faults(kind: str, days: Sequence[str], where: Mapping[str, Sequence[str]], flags: Sequence[str]) -> Iterator[str]:
    fields = BY_NAME[kind].model_fields
    for name in (*days, *where, *flags):
        if name not in fields:
            yield f"{kind} has no field {name}"
    for name in days:
        if name in fields and date not in _types(fields[name].annotation):
            yield f"{kind}.{name} is no day"
    for name in flags:
        if name in fields and bool not in _types(fields[name].annotation):
            yield f"{kind}.{name} is not yes or no"
    for name, values in where.items():
        if name not in fields:
            continue
        allowed: set[str] = set()
        free = False
        for each in _types(fields[name].annotation):
            if get_origin(each) is Literal:
                allowed |= set(get_args(each))
            elif each is bool:
                allowed |= {"yes", "no"}
            elif each is type(None):
                allowed.add("none")
            else:
                free = True
        for value in values:
            if not free and value not in allowed:
                yield f"{kind}.{name} is never {value}"


def _named_of(part: Facts) -> Iterator[str]:
    if isinstance(part, Event):
        yield from _faults(part.event, [part.day], part.where, [])
        if part.of is not None and "of" not in BY_NAME[part.event].model_fields:
            yield f"{part.event} names no other entry"
    elif isinstance(part, Named):
        yield from _faults(part.event, [], part.where, [])
    elif isinstance(part, Closing):
        yield from _faults(part.entry, [part.day], part.where, [])
    elif isinstance(part, RestartRule):
        days = [part.day, *([part.until] if part.until else [])]
        yield from _faults(part.on, days, part.where, part.requires)
        yield from _faults(part.on, [], {**part.doubtful_where, **part.erased_where}, [])
    elif isinstance(part, ExclusionRule) and part.on is not None:
        yield from _faults(part.on, [part.day, *([part.until] if part.until else [])], part.where, [])


@pytest.mark.parametrize("code", PACKS)
def test_every_field_of_an_entry_that_a_pack_names_is_one(code: str) -> None:
    law = LAWS[code]
    faults = [
        f"{name}: {fault}"
        for things in (law.rules, law.stages)
        for name, thing in things.items()
        for part in _parts(thing)
        for fault in _named_of(part)
    ]
    assert faults == []


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        (Event(event="filed", day="heard"), "filed has no field heard"),
        (Event(event="filed", day="court"), "filed.court is no day"),
        (Event(event="order", where={"order": ("payed",)}), "order.order is never payed"),
        (Event(event="acknowledgment", where={"signed": ("true",)}), "acknowledgment.signed is never true"),
        (Named(event="filed", where={"proceedings": ("suit",)}), "filed has no field proceedings"),
        (Closing(entry="order", day="outcome"), "order.outcome is no day"),
        (Event(event="order", day="received", where={"order": ("payment",)}), None),
        (Event(event="hearing_listed", day="day", where={"purpose": ("anything",)}), None),
    ],
)
def test_a_field_that_is_none_would_be_found(part: Facts, fault: str | None) -> None:
    assert list(_named_of(part)) == ([fault] if fault else [])
