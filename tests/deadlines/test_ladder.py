"""The ladder: what goes on after it was done."""

from datetime import date
from pathlib import Path

import pytest

from lawkit.deadlines.ladder import Step, compute_ladder
from lawkit.errors import LawkitError
from lawkit.facts import load_case, timeline
from lawkit.law import load_jurisdiction
from lawkit.resources import shipped
from tests.matters import invoice, matter


def test_collection_goes_on_after_it_was_done_until_nothing_is_owed() -> None:
    case = load_case(shipped("casefiles") / "konkan-decree.yaml")
    law = load_jurisdiction("india")
    found = {step.stage: step for step in compute_ladder(timeline(case.facts), law, date(2026, 11, 24))}
    for stage in ("enforcement", "collection_after_judgment"):
        assert found[stage].state == "now" and "goes on until nothing is owed" in found[stage].why[0]
    closed = [{"kind": "closed", "on": "2026-11-01", "outcome": "paid"}]
    over = case.facts.model_copy(update={"history": (*case.facts.history, *matter(history=closed).case.history)})
    after = {step.stage: step.state for step in compute_ladder(timeline(over), law, date(2026, 11, 24))}
    assert after["enforcement"] == after["collection_after_judgment"] == "closed"


INDIA = load_jurisdiction("india")
CHEQUE = {"number": "1", "dated": "2026-06-01", "bank": "B", "amount": "100.00", "presented": "2026-06-10",
          "returned": "2026-06-12", "memo_received": "2026-06-15"}  # fmt: skip
NOTICE = {"kind": "dispatched", "id": "d", "on": "2026-07-01", "document": "cheque-demand-notice", "addressee": "B Ltd",
          "mode": "speed_post_with_registration", "cheques": ["1"]}  # fmt: skip
SERVED = {"kind": "service_outcome", "on": "2026-07-03", "of": "d", "outcome": "delivered"}
COMPLAINT = {"kind": "filed", "id": "f", "proceeding": "cheque_complaint", "cheques": ["1"]}


def steps(on: str, *history: dict[str, object], **facts: object) -> dict[tuple[str, str], Step]:
    known = matter(jurisdiction="india", history=list(history), **{"cheques": [CHEQUE], **facts})
    return {(s.stage, s.subject): s for s in compute_ladder(known, INDIA, date.fromisoformat(on))}


@pytest.mark.parametrize(("on", "state"), [("2026-07-14", "now"), ("2026-07-15", "now"), ("2026-07-16", "closed")])
def test_the_notice_on_a_cheque_comes_first_until_its_time_is_over(on: str, state: str) -> None:
    found = steps(on)
    assert found["cheque_notice", "1"].state == state
    assert (found["first_notice", ""].why[-1:] == ("first: Demand notice on the cheque returned unpaid",)) is (
        state == "now"
    )
    if state == "closed":
        assert found["cheque_notice", "1"].why == ("Demand notice on a cheque returned unpaid: over on 2026-07-15",)


def test_each_cheque_has_its_own_notice_and_its_own_complaint() -> None:
    found = steps(
        "2026-07-19", NOTICE, SERVED, cheques=[CHEQUE, {**CHEQUE, "number": "2", "memo_received": "2026-06-25"}]
    )
    states = {key: found[key].state for key in found if key[0].startswith("cheque")}
    assert states == {
        ("cheque_notice", "1"): "done", ("cheque_notice", "2"): "now",
        ("cheque_complaint", "1"): "now", ("cheque_complaint", "2"): "not yet",
    }  # fmt: skip


@pytest.mark.parametrize(("filed", "state"), [("2026-07-18", "now"), ("2026-07-19", "done"), ("2026-07-20", "done")])
def test_a_complaint_filed_too_early_is_still_to_be_filed_and_none_leaves_out_the_civil_road(
    filed: str, state: str
) -> None:
    found = steps("2026-07-25", NOTICE, SERVED, {**COMPLAINT, "on": filed})
    assert found["cheque_complaint", "1"].state == state
    assert found["first_notice", ""].state != "left out"


@pytest.mark.parametrize(
    ("on", "why"),
    [
        ("2026-08-18", "to 2026-08-19"),
        ("2026-08-19", "to 2026-08-19"),
        ("2026-08-20", "over on 2026-08-19: complaint only with delay condoned"),
    ],
)
def test_a_step_tells_its_last_day_and_one_that_the_court_may_still_allow_is_not_closed(on: str, why: str) -> None:
    found = steps(on, NOTICE, SERVED)["cheque_complaint", "1"]
    assert (found.state, found.why) == ("now", (why,))


def test_without_a_cheque_the_steps_of_one_are_left_out_once() -> None:
    found = steps("2026-07-25", cheques=[])
    assert found["cheque_notice", ""].state == found["cheque_complaint", ""].state == "left out"


def test_a_test_of_the_pack_is_told_by_its_title() -> None:
    known = matter(
        jurisdiction="india", invoices=[invoice(due="2020-06-30", dated="2020-05-01", delivered="2020-05-01")]
    )
    why = {s.stage: s.why for s in compute_ladder(known, INDIA, date(2026, 7, 1))}["insolvency_demand"]
    assert why and not any("_" in each for each in why)


@pytest.mark.parametrize(("on", "state"), [("2026-07-07", "now"), ("2026-07-08", "now"), ("2026-07-09", "left out")])
def test_a_reminder_at_the_due_day_is_left_out_a_week_after_it(on: str, state: str) -> None:
    found = steps(on, cheques=[], invoices=[invoice(dated="2026-06-01", delivered="2026-06-01", due="2026-07-01")])
    assert found["reminder_at_due", ""].state == state
    if state == "left out":
        assert found["reminder_at_due", ""].why[0].startswith("its time was over on 2026-07-08: 7 days from")


def french(on: str, *history: dict[str, object]) -> dict[str, str]:
    known = matter(jurisdiction="france", history=list(history), invoices=[invoice(due="2026-06-30")])
    return {s.stage: s.state for s in compute_ladder(known, load_jurisdiction("france"), date.fromisoformat(on))}


REQUEST = {"kind": "filed", "id": "ip", "on": "2026-09-02", "proceeding": "injonction_de_payer"}
ORDER = {"kind": "order", "id": "o", "on": "2026-09-20", "order": "payment", "of": "ip"}
SIGNIFIED = {"kind": "served", "id": "sg", "on": "2026-10-05", "act": "order_for_payment", "mode": "person", "of": "o"}
OPPOSED = {"kind": "opposition", "on": "2026-10-20", "of": "o"}


def test_a_request_for_an_order_is_not_heard_and_gives_no_title_before_the_order_was_served_and_the_time_ran() -> None:
    filed = french("2026-09-03", REQUEST)
    assert filed["hearings"] == filed["title"] == "left out" and filed["injonction_de_payer"] == "done"
    made = french("2026-09-21", REQUEST, ORDER)
    assert made["signification"] == "now" and made["title"] == "not yet"
    for on, state in (("2026-12-06", "not yet"), ("2026-12-08", "now"), ("2026-12-09", "now")):
        assert french(on, REQUEST, ORDER, SIGNIFIED)["title"] == state
    opposed = french("2026-10-21", REQUEST, ORDER, SIGNIFIED, OPPOSED)
    assert opposed["opposition"] == opposed["hearings"] == "now" and opposed["title"] == "left out"


@pytest.mark.parametrize(("on", "state"), [("2026-12-20", "now"), ("2026-12-21", "now"), ("2026-12-22", "closed")])
def test_an_order_not_served_in_time_is_served_no_more_but_another_may_be(on: str, state: str) -> None:
    """Three months from 20.09.2026 end on Sunday 20.12.2026: to Monday 21.12.2026."""
    assert french(on, REQUEST, ORDER)["signification"] == state
    again = {**ORDER, "id": "o2", "on": "2026-12-01"}
    assert french(on, REQUEST, ORDER, again)["signification"] == "now"


def test_a_rule_in_whose_time_a_stage_is_taken_must_be_there(tmp_path: Path) -> None:
    pack = tmp_path / "jurisdictions" / "india"
    pack.mkdir(parents=True)
    stage = (shipped("jurisdictions") / "india" / "stages.yaml").read_text().partition("reminder_before_due:")[0]
    pack.joinpath("stages.yaml").write_text(stage.replace("not_after: [cheque_demand_notice]", "not_after: [nowhere]"))
    with pytest.raises(LawkitError, match="not_after: no period named"):
        load_jurisdiction("india", tmp_path)
