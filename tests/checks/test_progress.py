"""What stops or warns of a paper because of how far the matter has gone; every paper that asks for money looks at it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lawkit.checks import Review, run_checks
from lawkit.claim import compute_claim
from lawkit.drafting.desk import precedent_folders
from lawkit.drafting.precedent import list_precedents, load_precedent
from tests.matters import THIRD, matter, third_law

PROGRESS = ("matter_open", "not_on_hold", "no_plan_running", "as_instructed", "no_claim_filed")
PLAN = {"kind": "plan_proposed", "id": "p", "on": "2025-06-01", "by": "debtor",
        "instalments": [{"due": "2025-07-31", "amount": "10000.00"}]}  # fmt: skip
APPROVED = {"kind": "plan_approved", "on": "2025-06-02", "of": "p", "by": "A Ltd"}
ACCEPTED = {"kind": "plan_accepted", "on": "2025-06-05", "of": "p", "signed": "yes"}
SETTLED = {"kind": "settlement", "id": "s", "on": "2025-06-05", "amount": "9000.00", "signed_by": ["both"]}
HOLD = {"kind": "hold_placed", "id": "h", "on": "2025-06-05", "reason": "bereavement"}


def findings(day: int, *history: dict[str, Any]) -> list[tuple[str, str, str]]:
    known, law, as_of = matter(history=list(history)), third_law(), date(2025, 6, day)
    review = Review(known, law, compute_claim(known, law, as_of), as_of, "notice", "advocate")
    return [(f.check, f.level, f.text) for f in run_checks(PROGRESS, review)]


CLOSED = {"kind": "closed", "on": "2025-06-05", "outcome": "paid"}
STOPS: list[tuple[str, list[dict[str, Any]], str]] = [
    ("matter_open", [CLOSED], "closed on 2025-06-05 (paid)"),
    ("not_on_hold", [HOLD], "since 2025-06-05 (reason: bereavement)"),
    ("no_plan_running", [SETTLED], "agreed on 2025-06-05"),
    ("no_plan_running", [PLAN, APPROVED, ACCEPTED], "agreed on 2025-06-05"),
]


@pytest.mark.parametrize(("check", "history", "words"), STOPS, ids=["closed", "hold", "settlement", "plan"])
@pytest.mark.parametrize(("day", "stops"), [(4, False), (5, True), (6, True)])
def test_a_matter_that_waits_or_is_over_stops_a_paper_from_its_day(
    check: str, history: list[dict[str, Any]], words: str, day: int, stops: bool
) -> None:
    found = findings(day, *history)
    assert [(name, level) for name, level, _ in found] == ([(check, "stop")] if stops else [])
    assert all(words in text for *_, text in found)


@pytest.mark.parametrize(("day", "stops"), [(19, True), (20, True), (21, False)])
def test_a_hold_with_an_end_is_over_after_it(day: int, stops: bool) -> None:
    assert bool(findings(day, {**HOLD, "until": "2025-06-20"})) is stops


@pytest.mark.parametrize(("day", "stops"), [(9, True), (10, False), (11, False)])
def test_a_hold_that_is_lifted_lets_a_paper_pass(day: int, stops: bool) -> None:
    assert bool(findings(day, HOLD, {"kind": "hold_lifted", "on": "2025-06-10", "of": "h"})) is stops


@pytest.mark.parametrize(("agreed", "of"), [([PLAN, APPROVED, ACCEPTED], "p"), ([SETTLED], "s")])
@pytest.mark.parametrize(("day", "stops"), [(9, True), (10, False), (11, False)])
def test_a_plan_or_a_settlement_that_is_broken_lets_a_paper_pass(
    agreed: list[dict[str, Any]], of: str, day: int, stops: bool
) -> None:
    assert bool(findings(day, *agreed, {"kind": "plan_broken", "on": "2025-06-10", "of": of})) is stops


def test_a_plan_that_is_only_proposed_or_approved_stops_nothing() -> None:
    assert findings(10, PLAN, APPROVED) == []


WARNS: list[tuple[str, dict[str, Any], str]] = [
    *(("as_instructed", {"kind": "client_instruction", "on": "2025-06-05", "instruction": each}, each)
      for each in ("hold", "accept_plan", "settle", "write_off", "close")),
    ("as_instructed", {"kind": "legal_review", "on": "2025-06-05", "viable": "no"}, "no viable claim"),
    ("as_instructed", {"kind": "legal_review", "on": "2025-06-05", "viable": "yes", "worth_its_cost": "no"}, "not worth its cost"),
    ("as_instructed", {"kind": "evaluation", "on": "2025-06-05", "recommendation": "write_off"}, "recommends write_off"),
    ("no_claim_filed", {"kind": "filed", "id": "f", "on": "2025-06-05", "proceeding": "suit"}, "suit was filed on 2025-06-05"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "entry", "words"), WARNS)
def test_what_speaks_against_writing_is_a_warning(check: str, entry: dict[str, Any], words: str) -> None:
    ((name, level, text),) = findings(10, entry)
    assert (name, level) == (check, "warn") and words in text
    assert findings(4, entry) == []


QUIET: list[list[dict[str, Any]]] = [
    [
        {"kind": "client_instruction", "on": "2025-06-05", "instruction": "hold"},
        {"kind": "client_instruction", "on": "2025-06-08", "instruction": "write"},
    ],
    [{"kind": "legal_review", "on": "2025-06-05", "viable": "yes"}],
    [{"kind": "evaluation", "on": "2025-06-05", "recommendation": "legal_action"}],
    [{"kind": "filed", "id": "f", "on": "2025-06-05", "proceeding": "caveat"}],
    [{"kind": "filed", "id": "f", "on": "2025-06-05", "proceeding": "suit", "outcome": "withdrawn", "ended": "2025-06-08"}],
]  # fmt: skip


@pytest.mark.parametrize("history", QUIET)
def test_what_does_not_speak_against_writing_is_silent(history: list[dict[str, Any]]) -> None:
    assert findings(10, *history) == []


FILED = {"kind": "filed", "id": "f", "on": "2025-06-05", "proceeding": "suit"}
ORDER_ASKED = {**FILED, "proceeding": "injonction_de_payer"}
JUDGED = {"kind": "judgment", "id": "j", "on": "2025-06-07", "of": "f", "outcome": "lost"}
ORDERED = {**JUDGED, "outcome": "won", "decision": "order_for_payment"}
APPEALED = {"kind": "appeal", "id": "a", "on": "2025-06-08", "of": "j", "by": "creditor"}
OPPOSED = {"kind": "opposition", "id": "o", "on": "2025-06-08", "of": "j"}


@pytest.mark.parametrize(
    ("history", "pending"),
    [
        ([FILED], ["f"]),
        ([FILED, JUDGED], []),
        ([FILED, {**JUDGED, "outcome": "won"}], []),
        ([FILED, {**JUDGED, "of": None}], []),  # of the only claim there is
        ([FILED, {**JUDGED, "on": "2025-06-11"}], ["f"]),  # not given yet
        ([FILED, JUDGED, APPEALED], ["f"]),
        ([FILED, JUDGED, APPEALED, {**JUDGED, "id": "k", "on": "2025-06-09", "of": "a"}], []),
        ([FILED, {**FILED, "id": "g", "proceeding": "arbitration_request"}, JUDGED], ["g"]),
        ([ORDER_ASKED, ORDERED], []),
        ([ORDER_ASKED, ORDERED, OPPOSED], ["f"]),  # the opposition is heard
        ([ORDER_ASKED, ORDERED, OPPOSED, {**JUDGED, "id": "k", "on": "2025-06-09"}], []),
    ],
)
def test_a_claim_that_is_decided_is_not_called_pending(history: list[dict[str, Any]], pending: list[str]) -> None:
    named = {str(each["id"]): str(each["proceeding"]) for each in history if each["kind"] == "filed"}
    found = [text for check, _, text in findings(10, *history) if check == "no_claim_filed"]
    assert [text.split()[0] for text in found if "is pending" in text] == [named[each] for each in pending]


def test_an_order_for_payment_that_is_no_title_is_told() -> None:
    text = "the order for payment of 2025-06-07 does not stand in place of the invoices: it is not served"
    assert ("no_claim_filed", "warn", text) in findings(10, ORDER_ASKED, ORDERED)
    assert findings(10, ORDER_ASKED, {**ORDERED, "served": "2025-06-09"}) == []


@pytest.mark.parametrize("country", ["india", "france", "erewhon"])
def test_every_paper_that_asks_for_money_names_these_checks(country: str) -> None:
    firm: Path | None = THIRD.parents[1] if country == "erewhon" else None
    folders = precedent_folders(firm)
    for name, language in list_precedents(folders, country):
        front = load_precedent(folders, country, name, language).front
        if front.stage == "annexure":
            assert "debt_as_invoiced" in front.checks, name
        else:
            assert set(PROGRESS) <= set(front.checks), name
            assert {"something_is_owed", "debt_as_invoiced"} & set(front.checks), name
