"""A cheque: memo, notice, receipt, fifteen days, cause of action, one month; each moves with its trigger and is explained."""

from datetime import date
from typing import Any

import pytest

from lawkit.deadlines import Deadline, compute_deadlines
from lawkit.facts.timeline import timeline
from lawkit.law import load_jurisdiction
from tests.matters import case

INDIA = load_jurisdiction("india")
RETURNED = {"number": "1", "dated": "2026-06-01", "bank": "B", "amount": "100.00", "presented": "2026-06-10",
            "returned": "2026-06-12", "memo_received": "2026-06-15"}  # fmt: skip
AGAIN = {"presented": "2026-08-20", "returned": "2026-08-22", "memo_received": "2026-08-25"}
STEPS = ("cheque_demand_notice", "cheque_time_to_pay", "cheque_complaint_not_before", "cheque_complaint")


def notice_on(day: str, outcome: str, received: str, name: str = "d", **facts: Any) -> list[dict[str, Any]]:
    sent = {"kind": "dispatched", "id": name, "on": day, "document": "cheque-demand-notice", "addressee": "B Ltd",
            "mode": "speed_post_with_registration", **facts}  # fmt: skip
    return [sent, {"kind": "service_outcome", "on": received, "of": name, "outcome": outcome}]


def chain_of(history: list[dict[str, Any]], *cheques: dict[str, Any], on: str) -> dict[tuple[str, str], Deadline]:
    matter = timeline(case(jurisdiction="india", history=history, cheques=list(cheques or (RETURNED,))))
    found = compute_deadlines(matter, INDIA, date.fromisoformat(on))
    return {(d.rule, d.subject): d for d in found if d.rule in STEPS}


@pytest.mark.parametrize(
    ("memo", "received", "notice_by", "complaint_from", "complaint_by"),
    [
        ("2026-06-15", "2026-07-03", "2026-07-15", "2026-07-19", "2026-08-19"),
        ("2026-06-16", "2026-07-03", "2026-07-16", "2026-07-19", "2026-08-19"),
        ("2026-06-15", "2026-07-04", "2026-07-15", "2026-07-20", "2026-08-20"),
        ("2026-06-15", "2026-07-16", "2026-07-15", "2026-08-01", "2026-09-01"),
    ],
)
def test_each_step_of_a_cheque_moves_with_its_own_trigger_and_is_explained(
    memo: str, received: str, notice_by: str, complaint_from: str, complaint_by: str
) -> None:
    found = chain_of(
        notice_on("2026-07-01", "delivered", received), {**RETURNED, "memo_received": memo}, on="2026-07-18"
    )
    assert str(found["cheque_demand_notice", "1"].last_day) == notice_by
    assert str(found["cheque_complaint_not_before", "1"].earliest) == complaint_from
    complaint = found["cheque_complaint", "1"]
    assert str(complaint.last_day) == complaint_by
    told = "; ".join(complaint.chain)
    assert f"cheque-demand-notice delivered {received}" in told and f"the day after: {complaint_from}" in told
    assert f"{complaint_from} + 1 month = {complaint_by}" in told and "15 days" in told


@pytest.mark.parametrize(
    ("on", "status"), [("2026-07-18", "not before"), ("2026-07-19", "running"), ("2026-07-20", "running")]
)
def test_the_day_the_cause_of_action_arises_opens_the_complaint(on: str, status: str) -> None:
    found = chain_of(notice_on("2026-07-01", "delivered", "2026-07-03"), on=on)
    assert found["cheque_complaint_not_before", "1"].status == status


@pytest.mark.parametrize(
    ("on", "status"), [("2026-08-14", "running"), ("2026-08-15", "running"), ("2026-08-16", "missed")]
)
def test_the_drawers_time_after_a_refusal_is_over_by_the_later_reading_only_and_both_are_shown(
    on: str, status: str
) -> None:
    """Refused on 03.07.2026: to 18.07; by the ordinary course of post, 30 days from 01.07.2026, on 31.07: to 15.08."""
    found = chain_of(notice_on("2026-07-01", "refused", "2026-07-03"), on=on)
    time = found["cheque_time_to_pay", "1"]
    assert (time.status, str(time.last_day), str(time.outer_day)) == (status, "2026-07-18", "2026-08-15")
    assert "by the later reading: 2026-07-31 + 15 days = 2026-08-15" in time.chain
    assert str(found["cheque_complaint_not_before", "1"].earliest) == "2026-08-16"
    assert str(found["cheque_complaint", "1"].last_day) == "2026-08-19"  # the earlier counts for the last day


def test_a_cheque_returned_again_begins_anew_and_the_notice_of_the_first_return_meets_nothing() -> None:
    first = notice_on("2026-07-01", "delivered", "2026-07-03")
    early = {"kind": "filed", "id": "f", "on": "2026-07-25", "proceeding": "cheque_complaint"}
    found = chain_of([*first, early], {**RETURNED, **AGAIN}, on="2026-09-01")
    notice = found["cheque_demand_notice", "1"]
    assert (notice.status, str(notice.last_day), notice.met_on) == ("running", "2026-09-24", None)
    assert found["cheque_complaint", "1"].status == "waiting for a fact"
    second = notice_on("2026-09-02", "delivered", "2026-09-05", "e")
    found = chain_of([*first, early, *second], {**RETURNED, **AGAIN}, on="2026-09-10")
    assert found["cheque_demand_notice", "1"].status == "met"
    assert str(found["cheque_complaint_not_before", "1"].earliest) == "2026-09-21"
    assert str(found["cheque_complaint", "1"].last_day) == "2026-10-21"
    assert found["cheque_complaint_not_before", "1"].notes == ()


@pytest.mark.parametrize(("sent", "status"), [("2026-08-21", "running"), ("2026-08-22", "met"), ("2026-08-23", "met")])
def test_a_notice_counts_from_the_day_the_cheque_came_back(sent: str, status: str) -> None:
    found = chain_of(notice_on(sent, "delivered", "2026-08-24"), {**RETURNED, **AGAIN}, on="2026-08-30")
    assert found["cheque_demand_notice", "1"].status == status


def test_of_several_cheques_each_has_its_own_chain() -> None:
    other = {**RETURNED, "number": "2", "memo_received": "2026-06-20"}
    history = [
        *notice_on("2026-07-01", "delivered", "2026-07-03", cheques=["1"]),
        *notice_on("2026-07-18", "delivered", "2026-07-22", "e", cheques=["2"]),
        {"kind": "filed", "id": "f", "on": "2026-07-19", "proceeding": "cheque_complaint", "cheques": ["1"]},
    ]
    found = chain_of(history, RETURNED, other, on="2026-07-25")
    assert [str(found["cheque_demand_notice", n].met_on) for n in "12"] == ["2026-07-01", "2026-07-18"]
    assert [found["cheque_complaint", n].status for n in "12"] == ["met", "provisional"]
    assert [str(found["cheque_complaint_not_before", n].earliest) for n in "12"] == ["2026-07-19", "2026-08-07"]
