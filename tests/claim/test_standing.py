"""Which judgments stand, on which invoices, against whom."""

from datetime import date
from typing import Any

import pytest

from lawkit.claim.standing import Standing, standing_judgments, without_heads
from lawkit.facts.timeline import timeline
from tests.matters import ADDRESS, case, invoice

PRINCIPAL = {"name": "B Ltd", "kind": "company", "addresses": [ADDRESS]}
GUARANTOR = {
    "name": "G", "kind": "person", "role": "guarantor", "guarantee": {"dated": "2024-12-01"}, "addresses": [ADDRESS]
}  # fmt: skip


def filed(name: str, *invoices: str, on: str = "2025-02-01", **facts: Any) -> dict[str, Any]:
    return {"kind": "filed", "id": name, "on": on, "proceeding": "suit", "invoices": list(invoices), **facts}


def judged(name: str, on: str, **facts: Any) -> dict[str, Any]:
    heads = [{"head": "principal", "amount": "100.00"}]
    return {"kind": "judgment", "id": name, "on": on, "outcome": "won", "heads": heads, **facts}


def standing(*entries: dict[str, Any], as_of: date = date(2026, 1, 1)) -> tuple[Standing, ...]:
    invoices = [invoice("A"), invoice("B"), invoice("C", dated="2025-06-01", due="2025-07-01", delivered="2025-06-01")]
    return standing_judgments(
        timeline(case(debtors=[PRINCIPAL, GUARANTOR], invoices=invoices, history=list(entries))), as_of
    )


def shown(found: tuple[Standing, ...]) -> list[tuple[str, str]]:
    return [(each.item.name, "".join(sorted(each.invoices))) for each in found]


@pytest.mark.parametrize(
    ("filing", "of", "numbers"),
    [
        (filed("f1", "A"), "f1", "A"),
        (filed("f1", "A", "B"), "f1", "AB"),
        (filed("f1"), "f1", "AB"),  # every invoice there was: C came after the judgment
        (filed("f1", "A"), None, "AB"),  # of no filing that is told
    ],
)
def test_a_judgment_merges_the_invoices_of_its_filing(filing: dict[str, Any], of: str | None, numbers: str) -> None:
    assert shown(standing(filing, judged("j1", "2025-04-01", of=of))) == [("j1", numbers)]


def test_the_chain_is_followed_through_an_order_and_an_appeal() -> None:
    order = {"kind": "order", "id": "o1", "on": "2025-02-10", "of": "f1", "order": "payment"}
    first = judged("j1", "2025-04-01", of="o1")
    appeal = {"kind": "appeal", "id": "a1", "on": "2025-05-01", "of": "j1", "by": "debtor"}
    assert shown(standing(filed("f1", "A"), order, first)) == [("j1", "A")]
    found = standing(filed("f1", "A"), order, first, appeal, judged("j2", "2025-08-01", of="a1"))
    assert shown(found) == [("j2", "A")] and found[0].restates and found[0].first == date(2025, 4, 1)


def test_a_chain_that_runs_in_a_circle_reaches_no_filing() -> None:
    circle = [judged("j1", "2025-04-01", of="j2"), judged("j2", "2025-05-01", of="j1")]
    assert shown(standing(*circle)) == [("j2", "AB")]


def test_a_later_judgment_replaces_one_on_the_same_invoices_and_no_other() -> None:
    suits = [filed("f1", "A"), filed("f2", "B")]
    assert shown(standing(*suits, judged("j1", "2025-04-01", of="f1"), judged("j2", "2025-05-01", of="f2"))) == [
        ("j1", "A"),
        ("j2", "B"),
    ]
    found = standing(*suits, judged("j1", "2025-04-01", of="f1"), judged("j2", "2025-07-01"))
    assert shown(found) == [("j2", "AB")]  # of no filing: all the invoices, those issued since the first judgment apart


@pytest.mark.parametrize(
    ("as_of", "names"), [(date(2025, 4, 30), ["j1"]), (date(2025, 5, 1), []), (date(2025, 8, 1), ["j3"])]
)
def test_a_judgment_lost_undoes_the_one_of_its_claim(as_of: date, names: list[str]) -> None:
    entries = [
        filed("f1", "A"), judged("j1", "2025-04-01", of="f1"), judged("j2", "2025-05-01", of="f1", outcome="lost", heads=[]),
        judged("j3", "2025-08-01", of="f1"),
    ]  # fmt: skip
    found = standing(*entries, as_of=as_of)
    assert [each.item.name for each in found] == names
    assert all(each.first == date(2025, 4, 1) for each in found)


def test_one_against_guarantors_alone_stands_apart() -> None:
    suits = [filed("f1"), filed("f2", against=["G"]), filed("f3", against=["G", "B Ltd"])]
    found = standing(*suits, judged("j1", "2025-04-01", of="f1"), judged("j2", "2025-05-01", of="f2"))
    assert [(each.item.name, each.guarantors_only) for each in found] == [("j1", False), ("j2", True)]
    (both,) = standing(*suits, judged("j3", "2025-05-01", of="f3"))
    assert not both.guarantors_only and both.against == ("G", "B Ltd")


def test_a_filing_on_cheques_is_on_the_invoices_they_cover() -> None:
    cheque = {"number": "1", "dated": "2025-01-31", "bank": "X", "amount": "100.00", "covers": ["B"]}
    entries = [filed("f1", cheques=["1"]), judged("j1", "2025-04-01", of="f1")]
    matter = timeline(case(invoices=[invoice("A"), invoice("B")], cheques=[cheque], history=entries))
    assert shown(standing_judgments(matter, date(2026, 1, 1))) == [("j1", "B")]


@pytest.mark.parametrize(
    ("entries", "names"),
    [
        ([filed("f1"), judged("j1", "2025-04-01", of="f1")], []),
        ([filed("f1"), judged("j1", "2025-04-01", of="f1", heads=[])], ["j1"]),
        ([filed("f1"), judged("j1", "2025-04-01", of="f1", heads=[], outcome="lost")], []),
        ([filed("f1"), judged("j1", "2025-04-01", of="f1", heads=[]), judged("j2", "2025-06-01", of="f1")], []),
        ([filed("f1", "A"), judged("j1", "2025-04-01", of="f1", heads=[]), filed("f2", "B"), judged("j2", "2025-06-01", of="f2")], ["j1"]),
        ([filed("f1", proceeding="execution"), judged("j1", "2025-04-01", of="f1", heads=[])], []),
        ([filed("f1"), judged("j1", "2026-01-02", of="f1", heads=[])], []),  # of a later day
    ],
)  # fmt: skip
def test_a_judgment_of_which_nobody_knows_what_it_orders(entries: list[dict[str, Any]], names: list[str]) -> None:
    found = without_heads(timeline(case(invoices=[invoice("A"), invoice("B")], history=entries)), date(2026, 1, 1))
    assert [each.item.name for each in found] == names
