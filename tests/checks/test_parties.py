"""Who is looked up in the registers, and as of when; the notice on a cheque that comes before any other paper."""

from datetime import date
from functools import lru_cache
from typing import Any

import pytest

from lawkit.checks import Review, run_checks
from lawkit.claim import compute_claim
from lawkit.law import load_jurisdiction
from tests.matters import ADDRESS, matter, third_law

LOOKED = {"on": "2025-06-10", "result": "proceedings_open"}


def findings(as_of: date, **debtor: object) -> list[tuple[str, str]]:
    known = matter(debtors=[{"name": "B Ltd", "kind": "company", "addresses": [ADDRESS], **debtor}])
    law = third_law()
    review = Review(known, law, compute_claim(known, law, as_of), as_of, "notice", "advocate")
    return [(f.level, f.text) for f in run_checks(["insolvency_checked"], review)]


@pytest.mark.parametrize(("day", "level"), [(9, "warn"), (10, "stop"), (11, "stop")])
def test_a_search_counts_from_its_own_day(day: int, level: str) -> None:
    found = findings(date(2025, 6, day), insolvency_check=LOOKED)
    assert [each for each, _ in found] == [level]
    assert ("after the day of this paper" in found[0][1]) is (level == "warn")


@pytest.mark.parametrize(("day", "level"), [(4, "warn"), (5, "stop"), (6, "stop"), (20, "warn")])
def test_proceedings_on_file_stop_from_their_day_to_their_end(day: int, level: str) -> None:
    """Opened on the 5th and ended on the 20th; no register was searched."""
    opened = {
        "kind": "insolvency_opened",
        "on": "2025-06-05",
        "proceeding": "other",
        "debtor": "B Ltd",
        "ended": "2025-06-20",
    }
    known = matter(history=[opened])
    law, as_of = third_law(), date(2025, 6, day)
    review = Review(known, law, compute_claim(known, law, as_of), as_of, "notice", "advocate")
    assert [f.level for f in run_checks(["insolvency_checked"], review)] == [level]


def test_no_search_is_asked_for_a_public_body() -> None:
    assert findings(date(2025, 6, 11), kind="public_body") == []
    assert [level for level, _ in findings(date(2025, 6, 11))] == ["warn"]


# -- a cheque that came back --------------------------------------------------------------------------

CHEQUE = {
    "number": "1", "dated": "2025-05-02", "bank": "Bank", "amount": "10000.00", "presented": "2025-06-01",
    "returned": "2025-06-02", "informed_on": "2025-06-03", "memo_received": "2025-06-05",
}  # fmt: skip


@lru_cache
def india() -> Any:
    return load_jurisdiction("india")


def cheque_findings(as_of: date, cheques: list[dict[str, Any]], *history: dict[str, Any]) -> list[tuple[str, str]]:
    known = matter(cheques=cheques, history=list(history))
    claim = compute_claim(known, third_law(), as_of)
    review = Review(known, india(), claim, as_of, "final-notice", "advocate")
    return [(f.level, f.text) for f in run_checks(["cheque_notice_first"], review)]


def sent(on: str, *numbers: str) -> dict[str, Any]:
    return {"kind": "dispatched", "on": on, "document": "cheque-demand-notice", "addressee": "B Ltd",
            "mode": "speed_post_with_registration", "cheques": list(numbers)}  # fmt: skip


# thirty days from the information of 3 June end on 3 July
@pytest.mark.parametrize(
    ("as_of", "level"),
    [
        (date(2025, 6, 1), None),
        (date(2025, 6, 2), "stop"),
        (date(2025, 7, 2), "stop"),
        (date(2025, 7, 3), "stop"),
        (date(2025, 7, 4), "warn"),
    ],
)
def test_a_returned_cheque_stops_other_papers_while_its_notice_may_be_sent(as_of: date, level: str | None) -> None:
    found = cheque_findings(as_of, [CHEQUE])
    assert [each for each, _ in found] == ([level] if level else [])
    assert all("2025-07-03" in text for _, text in found)


@pytest.mark.parametrize(("day", "level"), [("2025-07-02", None), ("2025-07-03", None), ("2025-07-04", "warn")])
def test_a_notice_sent_in_time_lets_other_papers_pass(day: str, level: str | None) -> None:
    found = cheque_findings(date(2025, 7, 10), [CHEQUE], sent(day, "1"))
    assert [each for each, _ in found] == ([level] if level else [])


def test_each_cheque_has_its_own_notice_and_one_without_numbers_is_for_all() -> None:
    two = [CHEQUE, {**CHEQUE, "number": "2"}]
    ((level, text),) = cheque_findings(date(2025, 6, 20), two, sent("2025-06-10", "1"))
    assert level == "stop" and text.startswith("cheque 2 came back")
    assert cheque_findings(date(2025, 6, 20), two, sent("2025-06-10")) == []
