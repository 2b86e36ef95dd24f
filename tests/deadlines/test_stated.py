"""Days that an entry itself states: each on the day before, the day and the day after, and what meets it."""

from datetime import date
from typing import Any

import pytest

from lawkit.deadlines import Deadline, compute_deadlines
from lawkit.facts import timeline
from lawkit.law import load_jurisdiction
from tests.matters import case, invoice, paid

INDIA, FRANCE = load_jurisdiction("india"), load_jurisdiction("france")
FILED = {"kind": "filed", "id": "s", "on": "2026-01-05", "proceeding": "suit"}
LISTED = {"kind": "hearing_listed", "id": "h", "on": "2026-01-12", "of": "s", "day": "2026-03-10"}
DEFECT = {"kind": "defect", "id": "d", "on": "2026-01-12", "of": "s", "what": "court fee", "cure_by": "2026-01-20"}
ORDER = {"kind": "order", "id": "o", "on": "2026-01-12", "of": "s", "order": "other", "comply_by": "2026-02-10"}
PROMISE = {"kind": "promise", "id": "p", "on": "2026-01-12", "by": "2026-02-10", "amount": "500.00"}
HALVES = [{"due": "2026-02-10", "amount": "5000.00"}, {"due": "2026-03-10", "amount": "5000.00"}]
PLAN = {"kind": "plan_proposed", "id": "pl", "on": "2026-01-12", "by": "debtor", "instalments": HALVES}
ACCEPTED = {"kind": "plan_accepted", "id": "ac", "on": "2026-01-15", "of": "pl"}
SETTLED = {"kind": "settlement", "id": "st", "on": "2026-01-12", "amount": "10000.00", "instalments": HALVES}
CALL = {"kind": "contact", "id": "c", "on": "2026-01-12", "channel": "call", "outcome": "time_asked"}
CALLED = {**CALL, "next_contact": "2026-01-20"}
HELD = {"kind": "hold_placed", "id": "hp", "on": "2026-01-12", "reason": "client", "until": "2026-02-10"}
STAYED = {"kind": "stay", "id": "sy", "on": "2026-01-12", "of": "s", "until": "2026-02-10"}


def found(*history: dict[str, Any], on: str, law: Any = INDIA, **facts: Any) -> dict[str, Deadline]:
    code = law.pack.code
    matter = timeline(case(jurisdiction=code, invoices=[invoice()], history=list(history), **facts))
    return {f"{d.rule} {d.subject}": d for d in compute_deadlines(matter, law, date.fromisoformat(on))}


@pytest.mark.parametrize(
    ("history", "key", "days"),
    [
        ([FILED, LISTED], "hearing_listed.day h", ("2026-03-09", "2026-03-10", "2026-03-11")),
        ([FILED, DEFECT], "defect.cure_by d", ("2026-01-19", "2026-01-20", "2026-01-21")),
        ([FILED, ORDER], "order.comply_by o", ("2026-02-09", "2026-02-10", "2026-02-11")),
        ([PROMISE], "promise.by p", ("2026-02-09", "2026-02-10", "2026-02-11")),
        ([SETTLED], "settlement.instalments st, 1", ("2026-02-09", "2026-02-10", "2026-02-11")),
        ([PLAN, ACCEPTED], "plan_accepted.instalments ac, 2", ("2026-03-09", "2026-03-10", "2026-03-11")),
        ([CALLED], "contact.next_contact c", ("2026-01-19", "2026-01-20", "2026-01-21")),
    ],
)
def test_a_day_runs_to_its_end_and_is_missed_after_it(
    history: list[dict[str, Any]], key: str, days: tuple[str, str, str]
) -> None:
    states = [found(*history, on=day)[key] for day in days]
    assert [d.status for d in states] == ["running", "running", "missed"]
    assert {d.last_day for d in states} == {date.fromisoformat(days[1])}
    assert {d.per for d in states} == {"entry"} and states[0].trigger is not None


@pytest.mark.parametrize(("history", "key"), [([HELD], "hold_placed.until hp"), ([FILED, STAYED], "stay.until sy")])
def test_a_hold_or_a_stay_is_waited_out_and_then_said_no_more(history: list[dict[str, Any]], key: str) -> None:
    for day in ("2026-02-09", "2026-02-10"):
        waiting = found(*history, on=day)[key]
        assert (waiting.status, waiting.earliest) == ("not before", date(2026, 2, 11))
    assert key not in found(*history, on="2026-02-11")
    lifted = {"kind": "hold_lifted", "on": "2026-01-20", "of": "hp"}
    assert "hold_placed.until hp" not in found(HELD, lifted, on="2026-01-20")


def test_the_day_to_act_by_is_a_working_day_before_and_never_over_and_a_hearing_is_attended_on_its_own() -> None:
    assert found(FILED, DEFECT, on="2026-01-15")["defect.cure_by d"].recommended == date(2026, 1, 19)
    assert found(FILED, DEFECT, on="2026-01-20")["defect.cure_by d"].recommended == date(2026, 1, 20)
    assert found(FILED, LISTED, on="2026-01-15")["hearing_listed.day h"].recommended is None


def test_a_defect_is_cured_by_the_registration_early_or_late() -> None:
    for on, notes in (("2026-01-20", ()), ("2026-01-23", ("done late, on 2026-01-23",))):
        registered = {"kind": "registered", "on": on, "of": "s", "number": "CS 1/2026"}
        cured = found(FILED, DEFECT, registered, on="2026-02-01")["defect.cure_by d"]
        assert (cured.status, cured.met_on, cured.notes) == ("met", date.fromisoformat(on), notes)
    other = {**FILED, "id": "s2"}
    registered = {"kind": "registered", "on": "2026-01-20", "of": "s2", "number": "CS 2/2026"}
    assert found(FILED, other, DEFECT, registered, on="2026-02-01")["defect.cure_by d"].status == "missed"


def test_an_order_names_whom_it_binds_and_its_own_end_meets_it() -> None:
    theirs = found(FILED, {**ORDER, "binds": "debtor"}, on="2026-02-01")["order.comply_by o"]
    assert theirs.use == "other_side_has" and theirs.recommended is None and "debtor" in theirs.title
    ours = found(FILED, {**ORDER, "binds": "creditor", "note": "file the rejoinder"}, on="2026-02-01")
    assert ours["order.comply_by o"].title == "To comply with the order: file the rejoinder"
    assert found(FILED, {**ORDER, "ended": "2026-02-09"}, on="2026-02-11")["order.comply_by o"].status == "met"


def test_a_hearing_that_is_put_off_gives_its_day_to_the_next() -> None:
    put_off = {"kind": "adjourned", "id": "a", "on": "2026-03-10", "of": "s", "to": "2026-04-14", "reason": "no time",
               "at_request_of": "court"}  # fmt: skip
    later = found(FILED, LISTED, put_off, on="2026-03-11")
    assert later["hearing_listed.day h"].status == "met"
    assert later["hearing_listed.day h"].notes == ("put off on 2026-03-10 to 2026-04-14",)
    assert later["adjourned.to a"].last_day == date(2026, 4, 14)
    again = {**LISTED, "id": "h2", "on": "2026-03-10", "day": "2026-04-14"}
    both = found(FILED, LISTED, put_off, again, on="2026-03-11")
    assert "adjourned.to a" not in both and both["hearing_listed.day h2"].status == "running"


def test_only_the_next_of_two_hearings_is_put_off() -> None:
    second = {**LISTED, "id": "h2", "day": "2026-05-05"}
    put_off = {"kind": "adjourned", "id": "a", "on": "2026-03-10", "of": "s", "to": "2026-04-14", "reason": "no time",
               "at_request_of": "debtor"}  # fmt: skip
    states = found(FILED, LISTED, second, put_off, on="2026-03-11")
    assert states["hearing_listed.day h"].status == "met" and states["hearing_listed.day h2"].status == "running"


@pytest.mark.parametrize(
    "after",
    [
        {"kind": "hearing_held", "on": "2026-03-10", "of": "s"},
        {"kind": "hearing_held", "on": "2026-03-10", "of": "h"},
        {"kind": "judgment", "on": "2026-03-12", "of": "s", "outcome": "won"},
    ],
)
def test_a_hearing_held_or_a_decision_ends_the_wait(after: dict[str, Any]) -> None:
    assert found(FILED, LISTED, after, on="2026-03-12")["hearing_listed.day h"].status == "met"
    silent = found(FILED, LISTED, on="2026-03-12")["hearing_listed.day h"]
    assert silent.status == "missed" and "enter hearing_held or adjourned" in silent.notes[0]


def test_a_promise_is_kept_by_what_came_in_and_given_back_by_a_refund() -> None:
    half, rest = paid("2026-01-20", "200.00", id="a"), paid("2026-02-09", "300.00", id="b")
    assert found(PROMISE, half, on="2026-02-10")["promise.by p"].status == "running"
    kept = found(PROMISE, half, rest, on="2026-02-11")["promise.by p"]
    assert (kept.status, kept.met_on) == ("met", date(2026, 2, 9))
    refund = {"kind": "refund", "on": "2026-02-10", "of": "b", "amount": "100.00"}
    assert found(PROMISE, half, rest, refund, on="2026-02-11")["promise.by p"].status == "missed"


def test_instalments_are_covered_in_their_order_and_bind_nobody_before_they_are_accepted() -> None:
    one = found(PLAN, ACCEPTED, paid("2026-02-01", "5000.00"), on="2026-03-11")
    assert one["plan_accepted.instalments ac, 1"].status == "met"
    assert one["plan_accepted.instalments ac, 2"].status == "missed"
    assert "enter the payment, or plan_broken" in one["plan_accepted.instalments ac, 2"].notes[0]
    proposed = found(PLAN, on="2026-02-01")["plan_proposed.instalments pl, 1"]
    assert (proposed.status, proposed.last_day) == ("waiting for a fact", None)
    assert proposed.chain[-1] == "proposed and not accepted"
    broken = {"kind": "plan_broken", "on": "2026-02-11", "of": "ac"}
    assert not any("instalments" in key for key in found(PLAN, ACCEPTED, broken, on="2026-02-12"))


SENT = {"kind": "dispatched", "id": "fn", "on": "2026-01-02", "document": "final-notice", "addressee": "B Ltd",
        "mode": "speed_post_with_registration"}  # fmt: skip


def outcome(on: str, what: str) -> dict[str, str]:
    return {"kind": "service_outcome", "on": on, "of": "fn", "outcome": what}


@pytest.mark.parametrize(
    ("on", "status"), [("2026-01-20", "running"), ("2026-01-21", "running"), ("2026-01-22", "missed")]
)
def test_the_time_our_notice_gave_runs_from_its_receipt(on: str, status: str) -> None:
    """Received on 06.01.2026 and 15 days: to 21.01.2026."""
    d = found(SENT, outcome("2026-01-06", "delivered"), on=on, demand={"days": "15"})["dispatched.demand fn"]
    assert (d.status, d.last_day, d.use) == (status, date(2026, 1, 21), "other_side_has")
    assert d.chain == ("final-notice delivered 2026-01-06", "2026-01-06 + 15 days = 2026-01-21")


def test_of_two_readings_of_the_service_the_later_is_waited_for_and_without_service_nothing_is_counted() -> None:
    refused = found(SENT, outcome("2026-01-03", "refused"), on="2026-01-05", demand={"days": "15"})
    late = refused["dispatched.demand fn"]
    assert late.last_day is not None and late.last_day > date(2026, 1, 18) and "later reading" in late.chain[1]
    waiting = found(SENT, on="2026-01-05", demand={"days": "15"})["dispatched.demand fn"]
    assert (waiting.status, waiting.last_day) == ("waiting for a fact", None)
    assert "dispatched.demand fn" not in found(SENT, outcome("2026-01-06", "delivered"), on="2026-01-07")


def test_a_french_formal_notice_gives_its_time_too() -> None:
    sent = {**SENT, "document": "mise-en-demeure", "mode": "lrar"}
    d = found(sent, outcome("2026-01-06", "distribue"), on="2026-01-07", law=FRANCE, demand={"days": "8"})
    assert d["dispatched.demand fn"].last_day == date(2026, 1, 14)


def test_a_last_day_for_claims_that_no_rule_counts_is_stated() -> None:
    opened = {"kind": "insolvency_opened", "id": "i", "on": "2026-01-12", "last_date_for_claims": "2026-02-10"}
    liquidation = found({**opened, "proceeding": "other"}, on="2026-02-01")["insolvency_opened.last_date_for_claims i"]
    assert (liquidation.status, liquidation.last_day) == ("running", date(2026, 2, 10))
    assert not any(k.startswith("insolvency_opened") for k in found({**opened, "proceeding": "cirp"}, on="2026-02-01"))
    declared = {"kind": "claim_declared", "on": "2026-02-09", "amount": "100.00"}
    met = found({**opened, "proceeding": "other"}, declared, on="2026-02-11")
    assert met["insolvency_opened.last_date_for_claims i"].status == "met"
