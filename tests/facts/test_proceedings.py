"""What is on file of proceedings, asked of an invoice, a debtor, an order: of its own, and of no other."""

from datetime import date
from typing import Any

import pytest

from lawkit.facts.conditions import answer
from lawkit.facts.subject import Subject
from lawkit.facts.timeline import timeline
from tests.matters import ADDRESS, case, invoice, third_law

CLAIM = {"kind": "filed", "id": "f1", "on": "2026-01-02", "proceeding": "injonction_de_payer", "invoices": ["A"]}
ORDER = {"kind": "order", "id": "o1", "on": "2026-02-02", "of": "f1", "order": "payment"}
SERVED = {"kind": "served", "id": "s1", "on": "2026-03-02", "of": "o1", "act": "order_for_payment", "mode": "person"}
TITLE = {"kind": "title_obtained", "id": "t1", "on": "2026-05-02", "of": "o1", "title": "order_for_payment"}
WRIT = {"kind": "filed", "id": "w", "on": "2026-01-02", "proceeding": "assignation", "invoices": ["A"]}
JUDGED = {"kind": "judgment", "id": "j", "on": "2026-05-02", "of": "w", "outcome": "won"}
DECIDED = {"kind": "title_obtained", "id": "t", "on": "2026-05-02", "of": "j", "title": "judgment"}
DEBTORS = [
    {"name": "B Ltd", "kind": "company", "addresses": [ADDRESS]},
    {"name": "C Ltd", "kind": "company", "addresses": [ADDRESS]},
    {"name": "G", "kind": "person", "role": "guarantor", "guarantee": {"dated": "2024-12-01"}, "addresses": [ADDRESS]},
]


def asked(
    *history: dict[str, Any], number: str | None = None, debtor: str | None = None, entry: str | None = None
) -> Subject:
    matter = timeline(case(history=list(history), invoices=[invoice("A"), invoice("B")], debtors=DEBTORS))
    facts = matter.case
    return Subject(
        matter, third_law(), date(2026, 12, 1),
        invoice=facts.invoice(number) if number else None,
        debtor=next((d for d in facts.debtors if d.name == debtor), None),
        entry=matter.by_name[entry] if entry else None,
    )  # fmt: skip


@pytest.mark.parametrize(("number", "word"), [("A", "yes"), ("B", "no"), (None, "yes")])
def test_what_one_invoice_alone_was_claimed_by_is_on_file_for_that_one(number: str | None, word: str) -> None:
    order = (CLAIM, ORDER, SERVED, TITLE)
    for condition in ("order_for_payment_title", "order_served_to_person", "suit_filed", "title_held"):
        assert (condition, answer(condition, asked(*order, number=number))) == (condition, word)
    assert answer("decision_title", asked(WRIT, JUDGED, DECIDED, number=number)) == word
    assert answer("decision_title", asked(*order, number=number)) == "no"


@pytest.mark.parametrize(
    ("against", "debt", "first", "second", "guarantor"),
    [([], "yes", "yes", "yes", "yes"), (["G"], "no", "no", "no", "yes"), (["B Ltd"], "yes", "yes", "no", "no"),
     (["B Ltd", "G"], "yes", "yes", "no", "yes")],
)  # fmt: skip
def test_a_title_binds_those_it_is_against(
    against: list[str], debt: str, first: str, second: str, guarantor: str
) -> None:
    history = ({**WRIT, "against": against}, JUDGED, DECIDED)
    found = [
        answer("decision_title", asked(*history, number="A", debtor=name)) for name in (None, "B Ltd", "C Ltd", "G")
    ]
    assert found == [debt, first, second, guarantor]


def test_a_title_that_is_no_decision_gives_no_ten_years() -> None:
    assert answer("decision_title", asked(WRIT, JUDGED, {**DECIDED, "court_decision": "no"}, number="A")) == "no"


def test_of_two_orders_the_one_that_became_the_title_was_served_on_the_person_or_not() -> None:
    first = {**ORDER, "id": "o0", "on": "2026-01-20"}
    served = {**SERVED, "id": "s0", "of": "o0", "on": "2026-01-25"}
    home = {**SERVED, "mode": "home"}
    assert answer("order_served_to_person", asked(CLAIM, first, served, ORDER, home, TITLE, number="A")) == "no"
    assert answer("order_served_to_person", asked(CLAIM, first, served, ORDER, home, number="A")) == "yes"
    assert answer("order_served_to_person", asked(CLAIM, first, served, ORDER, home, entry="o1")) == "no"
    assert answer("order_served_to_person", asked(CLAIM, first, served, ORDER, home, entry="o0")) == "yes"


@pytest.mark.parametrize("of", ["o1", "s1"])
def test_an_order_is_opposed_by_its_own_opposition(of: str) -> None:
    second = {**ORDER, "id": "o2", "on": "2026-02-20"}
    history = (CLAIM, ORDER, second, SERVED, {"kind": "opposition", "id": "op", "on": "2026-03-20", "of": of})
    assert [answer("order_opposed", asked(*history, entry=entry)) for entry in ("o1", "o2", None)] == [
        "yes",
        "no",
        "yes",
    ]


def test_what_opposes_no_order_for_payment_opposes_none() -> None:
    command = {"kind": "served", "id": "c", "on": "2026-06-02", "of": "t", "act": "command_to_pay"}
    history = (WRIT, JUDGED, DECIDED, command, {"kind": "opposition", "id": "op", "on": "2026-06-20", "of": "c"})
    assert answer("order_opposed", asked(*history)) == "no"


def test_a_decision_was_summary_where_what_it_came_of_was() -> None:
    summary = {**WRIT, "id": "r", "proceeding": "refere_provision"}
    decided = {**JUDGED, "id": "jr", "of": "r"}
    history = (
        WRIT,
        summary,
        JUDGED,
        decided,
        {"kind": "served", "id": "s", "on": "2026-06-02", "of": "jr", "act": "judgment"},
    )
    assert [answer("summary_decision", asked(*history, entry=entry)) for entry in ("j", "jr", "s")] == [
        "no",
        "yes",
        "yes",
    ]
