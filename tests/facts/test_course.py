"""How far a matter has gone: what ends the road, and what takes it up again."""

from datetime import date
from typing import Any

import pytest

from lawkit.facts.conditions import answer
from lawkit.facts.course import COURSE
from lawkit.facts.subject import Subject
from tests.matters import matter, paid, third_law

LAW = third_law()
FILED = {"kind": "filed", "id": "s", "on": "2025-06-02", "proceeding": "suit"}
SETTLED = {"kind": "settlement", "on": "2025-06-05", "amount": "9000.00"}
EVALUATED = {"kind": "evaluation", "on": "2025-06-05", "recommendation": "write_off"}
REVIEWED = {"kind": "legal_review", "on": "2025-06-06", "viable": "no"}
WON = {
    "kind": "judgment",
    "id": "j",
    "on": "2025-06-05",
    "outcome": "won",
    "heads": [{"head": "principal", "amount": "12000.00"}],
}
MEDIATED = {"kind": "mediation", "on": "2025-06-05", "form": "pre_institution"}


def ask(condition: str, *history: dict[str, Any], on: str = "2025-07-01", paid_in_full: bool | None = None) -> str:
    return answer(
        condition, Subject(matter(history=list(history)), LAW, date.fromisoformat(on), paid_in_full=paid_in_full)
    )


def instruction(what: str, on: str = "2025-06-07") -> dict[str, Any]:
    return {"kind": "client_instruction", "on": on, "instruction": what}


@pytest.mark.parametrize(("amount", "kept"), [("8999.99", "no"), ("9000.00", "yes"), ("9000.01", "yes")])
def test_a_settlement_that_came_in_is_kept_and_stands_in_place_of_the_debt(amount: str, kept: str) -> None:
    assert ask("settlement_kept", SETTLED, paid("2025-06-20", amount)) == kept
    assert ask("plan_running", SETTLED, paid("2025-06-20", amount)) == "yes"
    assert ask("ready_to_close", SETTLED, paid("2025-06-20", amount)) == kept


@pytest.mark.parametrize(("amount", "running"), [("3999.99", "yes"), ("4000.00", "no"), ("4000.01", "no")])
def test_a_plan_is_over_once_all_of_it_has_come_in(amount: str, running: str) -> None:
    plan = {"kind": "plan_proposed", "id": "p", "on": "2025-06-01", "by": "debtor",
            "instalments": [{"due": "2025-07-01", "amount": "4000.00"}]}  # fmt: skip
    accepted = {"kind": "plan_accepted", "on": "2025-06-05", "of": "p"}
    assert ask("plan_running", plan, accepted, paid("2025-06-20", amount)) == running


def test_the_clients_last_instruction_gives_the_debt_up() -> None:
    for what, given_up in (("write_off", "yes"), ("close", "yes"), ("sue", "no"), ("hold", "no")):
        assert ask("given_up", instruction(what)) == given_up
        assert ask("ready_to_close", instruction(what)) == given_up
    assert ask("given_up", instruction("write_off"), instruction("sue", "2025-06-08")) == "no"
    assert ask("given_up", instruction("write_off"), on="2025-06-06") == "no"


def test_the_clients_last_instruction_holds_the_matter_until_the_next() -> None:
    for on, held in (("2025-06-06", "no"), ("2025-06-07", "yes"), ("2025-06-08", "yes")):
        assert ask("told_to_hold", instruction("hold"), on=on) == held
    assert ask("told_to_hold", instruction("hold"), instruction("write", "2025-06-08")) == "no"


@pytest.mark.parametrize(
    ("history", "against"),
    [
        ([EVALUATED], "yes"),
        ([{**EVALUATED, "recommendation": "insolvency_watch"}], "yes"),
        ([{**EVALUATED, "recommendation": "legal_action"}], "no"),
        ([REVIEWED], "yes"),
        ([{**REVIEWED, "viable": "yes", "worth_its_cost": "no"}], "yes"),
        ([{**REVIEWED, "viable": "yes"}], "no"),
        ([EVALUATED, {**REVIEWED, "viable": "yes"}], "no"),
        ([EVALUATED, REVIEWED, instruction("sue")], "no"),
        ([EVALUATED, REVIEWED, instruction("hold")], "yes"),
        ([instruction("sue", "2025-06-01"), EVALUATED], "yes"),
    ],
)
def test_advice_against_legal_action_holds_until_the_client_goes_on(history: list[Any], against: str) -> None:
    assert ask("advised_against", *history) == against


@pytest.mark.parametrize(
    ("on", "filed", "withdrawn"),
    [("2025-06-09", "yes", "no"), ("2025-06-10", "no", "yes"), ("2025-06-11", "no", "yes")],
)
def test_a_claim_withdrawn_is_before_no_court_from_that_day(on: str, filed: str, withdrawn: str) -> None:
    over = {**FILED, "outcome": "withdrawn", "ended": "2025-06-10"}
    assert (ask("suit_filed", over, on=on), ask("claim_withdrawn", over, on=on)) == (filed, withdrawn)


def test_a_claim_that_is_over_without_a_decision_is_before_no_court_and_one_granted_is() -> None:
    for outcome, filed in (("pending", "yes"), ("granted", "yes"), ("settled", "yes"), ("dismissed", "no"),
                           ("lapsed", "no"), ("no_jurisdiction", "no")):  # fmt: skip
        assert ask("suit_filed", {**FILED, "outcome": outcome}) == filed
        assert ask("claim_withdrawn", {**FILED, "outcome": outcome}) == "no"
    again = {**FILED, "id": "s2", "on": "2025-06-20"}
    assert ask("claim_withdrawn", {**FILED, "outcome": "withdrawn"}, again) == "no"


def test_nothing_is_owed_once_the_invoices_or_the_judgment_are_paid() -> None:
    for amount, owed in (("9999.99", "no"), ("10000.00", "yes"), ("10000.01", "yes")):
        assert ask("nothing_owed", paid("2025-06-20", amount)) == owed
    back = {"kind": "refund", "on": "2025-06-21", "of": "x", "amount": "0.01"}
    assert ask("nothing_owed", paid("2025-06-20", "10000.00", id="x"), back) == "no"
    for amount, owed in (("11999.99", "no"), ("12000.00", "yes")):
        assert ask("nothing_owed", WON, {"kind": "recovery", "on": "2025-06-20", "amount": amount}) == owed
    assert ask("nothing_owed", paid("2025-06-04", "12000.00"), WON) == "no"  # the judgment is net of it
    assert ask("nothing_owed", WON, paid_in_full=True) == "yes"
    assert ask("nothing_owed", paid("2025-06-20", "10000.00"), paid_in_full=False) == "no"


@pytest.mark.parametrize(("on", "pending"), [("2025-06-19", "yes"), ("2025-06-20", "no"), ("2025-06-21", "no")])
def test_a_mediation_is_pending_until_it_ends(on: str, pending: str) -> None:
    assert ask("mediation_pending", {**MEDIATED, "ended": "2025-06-20", "outcome": "failed"}, on=on) == pending
    assert ask("mediation_pending", {**MEDIATED, "form": "proposal"}, on=on) == "no"
    assert ask("mediation_pending", MEDIATED, on=on) == "yes"


def test_every_answer_is_yes_or_no() -> None:
    assert {ask(condition) for condition in COURSE} <= {"yes", "no"}


def test_a_claim_is_to_be_heard_unless_it_asks_for_an_order_that_nobody_opposed() -> None:
    request = {**FILED, "proceeding": "injonction_de_payer"}
    order = {"kind": "order", "id": "o", "on": "2025-06-10", "order": "payment", "of": "s"}
    opposed = {"kind": "opposition", "on": "2025-06-12", "of": "o"}
    assert ask("claim_to_be_heard", FILED) == "yes"
    assert ask("claim_to_be_heard", request) == ask("claim_to_be_heard", request, order) == "no"
    assert ask("claim_to_be_heard", request, order, opposed) == "yes"
    assert ask("claim_to_be_heard", {**FILED, "proceeding": "execution"}) == "no"


LOST = {"kind": "judgment", "id": "j", "of": "s", "on": "2025-06-15", "outcome": "lost"}


def test_a_judgment_lost_is_no_title_and_one_won_is_none_after_it_was_lost_on_appeal() -> None:
    won = {**WON, "of": "s", "on": "2025-06-10"}
    appeal = {"kind": "appeal", "id": "a", "of": "j", "on": "2025-06-12", "by": "debtor"}
    reversed_ = {**LOST, "id": "j2", "of": "a"}
    for on, held, lost in (("2025-06-14", "yes", "no"), ("2025-06-15", "no", "yes"), ("2025-06-16", "no", "yes")):
        assert ask("title_held", FILED, won, appeal, reversed_, on=on) == held
        assert ask("claim_lost", FILED, won, appeal, reversed_, on=on) == lost
    assert ask("title_held", FILED, LOST) == "no" and ask("claim_lost", FILED, LOST) == "yes"
    restored = {**WON, "id": "j3", "of": "s", "on": "2025-06-20"}
    assert ask("title_held", FILED, LOST, restored) == "yes" and ask("claim_lost", FILED, LOST, restored) == "no"


def test_a_claim_dismissed_is_lost_until_another_is_brought_and_one_refused_unheard_is_not() -> None:
    dismissed = {**FILED, "outcome": "dismissed", "ended": "2025-06-10"}
    for on, lost in (("2025-06-09", "no"), ("2025-06-10", "yes"), ("2025-06-11", "yes")):
        assert ask("claim_lost", dismissed, on=on) == lost
    assert ask("claim_lost", dismissed, {**FILED, "id": "s2", "on": "2025-06-12"}) == "no"
    for proceeding in ("injonction_de_payer", "refere_provision", "execution"):
        assert ask("claim_lost", {**dismissed, "proceeding": proceeding}) == "no"


def test_a_request_whose_order_was_refused_is_over() -> None:
    request = {**FILED, "proceeding": "injonction_de_payer"}
    refused = {"kind": "order", "id": "o", "on": "2025-06-10", "order": "payment", "outcome": "refused", "of": "s"}
    for on, filed in (("2025-06-09", "yes"), ("2025-06-10", "no"), ("2025-06-11", "no")):
        assert ask("suit_filed", request, refused, on=on) == filed
    assert ask("suit_filed", request, {**refused, "outcome": "granted_in_part"}) == "yes"


@pytest.mark.parametrize(("on", "stayed"), [("2025-06-19", "yes"), ("2025-06-20", "yes"), ("2025-06-21", "no")])
def test_a_stay_is_in_force_to_its_day(on: str, stayed: str) -> None:
    assert ask("stayed", {"kind": "stay", "on": "2025-06-05", "until": "2025-06-20"}, on=on) == stayed
    assert ask("stayed", {"kind": "stay", "on": "2025-06-05"}, on=on) == "yes"
    assert ask("stayed", on=on) == "no"
