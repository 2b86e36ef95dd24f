"""Receipt in two readings, by mode; whom a notice on a cheque must reach; entries that name another."""

from datetime import date
from typing import Any

import pytest

from lawkit.facts.service import concerns, event_day, received_day
from lawkit.facts.subject import Subject
from lawkit.facts.timeline import timeline
from lawkit.law import load_jurisdiction
from lawkit.law.expressions import Event, Named
from tests.matters import ADDRESS, case, invoice

INDIA = load_jurisdiction("india")
CHEQUES = [{"number": n, "dated": "2026-01-05", "bank": "B", "amount": "10.00"} for n in ("100201", "100202")]


def asked(*history: dict[str, Any], **facts: Any) -> Subject:
    matter = timeline(case(jurisdiction="india", cheques=CHEQUES, history=list(history), **facts))
    return Subject(matter, INDIA, date(2026, 12, 31), cheque=matter.case.cheques[0])


def sent(mode: str, on: str = "2026-03-02", id: str = "d", **facts: Any) -> dict[str, Any]:  # noqa: A002
    return {"kind": "dispatched", "id": id, "on": on, "document": "notice", "addressee": "B Ltd", "mode": mode, **facts}


def outcome(word: str, on: str, of: str = "d") -> dict[str, Any]:
    return {"kind": "service_outcome", "of": of, "on": on, "outcome": word}


@pytest.mark.parametrize(
    ("on", "late"),
    [("2026-03-31", date(2026, 4, 1)), ("2026-04-01", None), ("2026-04-02", None)],
)
def test_deemed_service_has_a_later_reading_only_within_the_ordinary_course(on: str, late: date | None) -> None:
    found = received_day(["notice"], asked(sent("speed_post_with_registration"), outcome("refused", on)), 30)
    assert found is not None and (found[0].day, found[1]) == (date.fromisoformat(on), late)


@pytest.mark.parametrize(
    ("mode", "proved"),
    [("speed_post_with_registration", True), ("registered_post", True), ("speed_post", False), ("courier", False)],
)
def test_only_the_post_the_statutes_name_carries_a_presumption(mode: str, proved: bool) -> None:
    found = received_day(["notice"], asked(sent(mode), outcome("unclaimed", "2026-03-06")), 30)
    assert found is not None and ("to be proved" not in found[0].what) is proved


@pytest.mark.parametrize("word", ["moved", "insufficient_address", "no_report", "returned_undelivered"])
def test_what_is_not_service_begins_nothing(word: str) -> None:
    assert received_day(["notice"], asked(sent("hand"), outcome(word, "2026-03-06")), 30) is None


def test_of_two_modes_the_first_is_the_early_reading_and_the_last_the_late() -> None:
    history = (
        sent("hand"),
        sent("email", id="e"),
        outcome("delivered", "2026-03-03", "e"),
        outcome("delivered", "2026-03-06"),
    )
    found = received_day(["notice"], asked(*history), 30)
    assert found is not None and (found[0].day, found[1]) == (date(2026, 3, 3), date(2026, 3, 6))


@pytest.mark.parametrize(("addressee", "reaches"), [("B Ltd", True), ("D", False), ("G", False), ("P", True)])
def test_a_notice_on_a_cheque_reaches_its_drawer_or_a_partner(addressee: str, reaches: bool) -> None:
    debtors = [{"name": n, "kind": "company", "role": r, "addresses": [ADDRESS]}
               for n, r in (("B Ltd", "principal_debtor"), ("D", "director"), ("G", "guarantor"), ("P", "partner"))]  # fmt: skip
    history = (sent("hand", addressee=addressee), outcome("delivered", "2026-03-06"))
    assert (received_day(["notice"], asked(*history, debtors=debtors), 30) is not None) is reaches


@pytest.mark.parametrize(("cheques", "about"), [([], True), (["100201"], True), (["100202"], False)])
def test_a_notice_that_names_cheques_is_about_those(cheques: list[str], about: bool) -> None:
    subject = asked(sent("hand", cheques=cheques))
    assert concerns(subject.timeline.entries[0], subject) is about


def test_a_suit_for_one_invoice_is_about_that_one() -> None:
    suit = {"kind": "filed", "on": "2026-03-02", "proceeding": "suit", "invoices": ["F2"]}
    matter = timeline(case(jurisdiction="india", invoices=[invoice(), invoice("F2")], history=[suit]))
    found = [
        event_day(Event(event="filed"), Subject(matter, INDIA, date(2026, 12, 31), each))
        for each in matter.case.invoices
    ]
    assert [f.day if f else None for f in found] == [None, date(2026, 3, 2)]


SUMMONS = Event(event="served", of=Named(event="filed", where={"proceeding": ("summary_suit",)}))


@pytest.mark.parametrize(
    ("filings", "of", "found"),
    [
        (["summary_suit"], "f0", True), (["summary_suit"], None, True), (["suit"], "f0", False), (["suit"], None, False),
        (["summary_suit", "suit"], "f0", True), (["summary_suit", "suit"], "f1", False),
        (["summary_suit", "suit"], None, False),  # it could be of the other
        ([], None, False),
    ],
)  # fmt: skip
def test_an_entry_counts_by_the_one_it_names(filings: list[str], of: str | None, found: bool) -> None:
    history = [{"kind": "filed", "id": f"f{n}", "on": "2026-02-02", "proceeding": p} for n, p in enumerate(filings)]
    served = {"kind": "served", "on": "2026-03-02", "act": "summons", **({"of": of} if of else {})}
    matter = timeline(case(jurisdiction="india", history=[*history, served]))
    assert (event_day(SUMMONS, Subject(matter, INDIA, date(2026, 12, 31))) is not None) is found
