"""What was asked before: told in the case file or sent since, each once, and never what did not arrive."""

from datetime import date
from typing import Any, cast

import pytest

from lawkit.drafting.demands import formal_notice_given, notices_of, reminder_called
from lawkit.drafting.filters import filters
from lawkit.drafting.matter import Matter
from lawkit.drafting.phrases import load_phrases
from lawkit.facts import timeline
from lawkit.facts.model import CaseFile
from lawkit.law import load_jurisdiction
from lawkit.resources import shipped

DAY = date(2026, 11, 24)
ADDRESS = [{"kind": "registered_office", "lines": ["8 allée du Drac"], "city": "Grenoble", "postcode": "38100"}]
SENT = {"kind": "dispatched", "id": "r1", "document": "relance-1", "addressee": "Éclair", "mode": "lrar"}


def matter(*history: dict[str, Any]) -> Matter:
    case = CaseFile.model_validate(
        {
            "matter": "M-1", "jurisdiction": "france", "language": "fr", "instructed_on": "2026-03-02",
            "creditor": {"name": "Lecomte", "kind": "company", "addresses": ADDRESS},
            "debtors": [{"name": "Éclair", "kind": "company", "addresses": ADDRESS}],
            "invoices": [{"number": "FA-1", "dated": "2026-01-30", "due": "2026-03-01", "supply": "goods", "taxable": "100.00", "total": "100.00"}],
            "history": list(history),
        }
    )  # fmt: skip
    phrases, _ = load_phrases([shipped("precedents")], "france", "fr", filters("fr", "EUR"))
    return Matter(
        timeline(case), load_jurisdiction("france"), cast(Any, None), phrases, DAY, "fr", "france"
    )  # no demand asks the claim


def notice(document: str, on: str = "2026-05-04", **facts: Any) -> dict[str, Any]:
    return {"kind": "notice", "document": document, "on": on, **facts}


def found(*history: dict[str, Any]) -> list[tuple[str, str]]:
    each = matter(*history)
    return [(str(told.on), told.what) for told in notices_of(each, each.case.debtors[0])]


@pytest.mark.parametrize(
    ("on", "told"), [("2026-11-23", [("2026-11-23", "relance")]), ("2026-11-24", []), ("2026-11-25", [])]
)
def test_what_was_asked_on_the_day_of_the_paper_is_not_recited(on: str, told: list[tuple[str, str]]) -> None:
    assert found({**SENT, "on": on}) == told and found(notice("reminder", on)) == told


def test_told_and_sent_stand_in_their_order_and_once() -> None:
    assert found({**SENT, "on": "2026-06-01"}, notice("mise_en_demeure", "2026-07-01"), notice("reminder")) == [
        ("2026-05-04", "relance"), ("2026-06-01", "relance"), ("2026-07-01", "mise en demeure"),
    ]  # fmt: skip
    assert found({**SENT, "on": "2026-05-04"}, notice("reminder")) == [("2026-05-04", "relance")]


def test_what_did_not_arrive_or_is_no_demand_or_confidential_is_left_out() -> None:
    sent = {**SENT, "on": "2026-05-04"}
    lost = {"kind": "service_outcome", "on": "2026-05-06", "of": "r1", "outcome": "perdu"}
    assert found(sent, lost) == [] and found(sent, {**lost, "outcome": "distribue"}) == [("2026-05-04", "relance")]
    assert found({**sent, "document": "decompte"}) == [] and found({**sent, "addressee": "Autre"}) == []
    assert found(notice("reminder", confidential="yes")) == []


@pytest.mark.parametrize(
    ("documents", "called", "formal"),
    [
        ((), "Relance", False),
        (("reminder",), "Seconde relance", False),
        (("reminder", "reminder"), "Nouvelle relance", False),
        (("second_notice",), "Nouvelle relance", False),
        (("intimation",), "Relance", False),
        (("mise_en_demeure",), "Nouvelle relance", True),
    ],
)
def test_a_reminder_is_called_after_those_before_it(documents: tuple[str, ...], called: str, formal: bool) -> None:
    each = matter(*(notice(name, f"2026-05-{day:02d}") for day, name in enumerate(documents, 4)))
    notices = notices_of(each, each.case.debtors[0])
    assert (reminder_called(each, notices), formal_notice_given(each, notices)) == (called, formal)
