"""`lawkit next`: what can be done now, what cannot yet and why, and which papers can be drafted as the file stands."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from lawkit.cli import cli

SHAKTI = "casefiles/shakti-goods.yaml"


def run(*words: str) -> str:
    result = CliRunner().invoke(cli, ["next", *words])
    assert result.exit_code == 0, result.output
    return result.output


def said(*words: str) -> str:
    """Return the result alone, without the remarks."""
    return CliRunner().invoke(cli, ["next", *words]).stdout


def test_the_step_that_is_due_is_named_with_its_command() -> None:
    text = run(SHAKTI, "--as-of", "2026-11-24")
    assert "Final legal notice (22 days from notice 2026-10-12)" in text
    assert f"lawkit draft final-notice {SHAKTI}" in text
    assert "Evaluation: legal action, payment plan, insolvency watch or write-off – after: Final legal notice" in text
    assert "Left out:" not in text and "--all shows them" in text
    assert "Left out:" in run(SHAKTI, "--as-of", "2026-11-24", "--all")


def test_waiting_time_is_told_on_the_day_before_the_day_and_the_day_after() -> None:
    """The second notice went on 12.10.2026; 22 days after are 03.11.2026."""
    states = {}
    for day in ("2026-11-02", "2026-11-03", "2026-11-04"):
        steps = json.loads(run(SHAKTI, "--as-of", day, "--json"))["steps"]
        states[day] = next(step["state"] for step in steps if step["stage"] == "final_notice")
    assert states == {"2026-11-02": "not yet", "2026-11-03": "now", "2026-11-04": "now"}


def test_a_paper_that_cannot_be_drafted_says_why(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(Path(SHAKTI).read_text().replace("demand: {days: 15}", ""))
    text = run(str(path), "--as-of", "2026-11-24")
    assert "final-notice cannot be drafted:" in text and "the fact demand is missing" in text


def test_a_returned_cheque_comes_before_every_notice(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    cheque = (
        'cheques: [{number: "004511", dated: 2026-10-20, bank: Bank, amount: "100000.00", presented: 2026-10-28, '
        "returned: 2026-10-30, memo_received: 2026-11-02}]\n"
    )
    path.write_text(Path(SHAKTI).read_text() + cheque)
    steps = json.loads(run(str(path), "--as-of", "2026-11-24", "--json"))["steps"]
    assert steps[0]["stage"] == "cheque_notice" and steps[0]["state"] == "now"
    final = next(step for step in steps if step["stage"] == "final_notice")
    assert final["state"] == "not yet" and "first: Demand notice on the cheque returned unpaid" in final["why"]


def test_a_plan_that_holds_the_ladder_back_is_named_and_an_instalment_unpaid_remarked(tmp_path: Path) -> None:
    plan = (
        "history:\n"
        '  - {kind: plan_proposed, id: p, on: 2026-10-13, by: debtor, instalments: [{due: 2026-11-23, amount: "100.00"}]}\n'
        "  - {kind: plan_approved, on: 2026-10-13, of: p, by: A. Deshpande}\n"
        "  - {kind: plan_accepted, on: 2026-10-13, of: p}\n"
    )
    path = tmp_path / "case.yaml"
    path.write_text(Path(SHAKTI).read_text().replace("history:\n", plan))
    kept = run(str(path), "--as-of", "2026-11-23")
    assert "Nothing can be done on the ladder now: a plan or a settlement is agreed and not yet broken." in kept
    assert "instalment" not in kept
    late = run(str(path), "--as-of", "2026-11-24")
    assert "history.2: the instalment of 100.00 due on 2026-11-23 is not covered" in late and "plan_broken" in late


SENT = (
    "kind: dispatched, id: fn, on: 2026-11-03, document: final-notice, addressee: Orion Pumps & Valves Limited, mode: "
    "speed_post_with_registration",
    "kind: service_outcome, on: 2026-11-06, of: fn, outcome: delivered",
)
LEGAL = "kind: evaluation, on: 2026-11-26, recommendation: legal_action"
VIABLE = "kind: legal_review, on: 2026-11-27, viable: yes"
DEMANDS = ("final_notice", "demand_before_action", "mediation_before_suit", "commercial_suit", "insolvency_demand")


def steps_of(tmp_path: Path, *entries: str, on: str) -> tuple[str, dict[str, str], list[str]]:
    path = tmp_path / "case.yaml"
    told = "".join(f"  - {{{entry}}}\n" for entry in entries)
    path.write_text(Path(SHAKTI).read_text().replace("history:\n", "history:\n" + told, 1))
    text, data = run(str(path), "--as-of", on), json.loads(said(str(path), "--as-of", on, "--json"))
    return text, {step["stage"]: step["state"] for step in data["steps"]}, data["held_back"]


@pytest.mark.parametrize(
    ("entries", "on", "why", "closing"),
    [
        (["kind: closed, on: 2026-11-20, outcome: written_off"], "2026-11-20", "the matter is closed", "done"),
        ([*SENT, LEGAL, "kind: client_instruction, on: 2026-11-27, instruction: write_off"], "2026-11-27",
         "the client’s last instruction is to write the debt off or to close the matter", "now"),
        ([*SENT, "kind: evaluation, on: 2026-11-26, recommendation: write_off"], "2026-11-26",
         "the evaluation or the legal review advised against legal action, and the client has not instructed to go on since",
         "left out"),
        ([*SENT, LEGAL, "kind: legal_review, on: 2026-11-27, viable: no"], "2026-11-27",
         "the evaluation or the legal review advised against legal action, and the client has not instructed to go on since",
         "left out"),
        (['kind: settlement, on: 2026-10-20, amount: "500000.00"', 'kind: payment, on: 2026-11-20, amount: "500000.00"'],
         "2026-11-20", "what was settled has come in, all of it", "now"),
        ([*SENT, LEGAL, VIABLE, "kind: filed, id: s1, on: 2026-12-01, proceeding: suit, outcome: withdrawn, ended: 2027-01-05"],
         "2027-01-05", "a claim was withdrawn, and no other is pending", "left out"),
        ([*SENT, LEGAL, VIABLE, "kind: filed, id: s1, on: 2026-12-01, proceeding: suit",
          "kind: judgment, id: j, of: s1, on: 2027-05-03, outcome: lost"], "2027-05-03",
         "a claim was dismissed or decided against the creditor, and no decision for it stands", "left out"),
        ([*SENT, "kind: insolvency_opened, on: 2026-11-10, proceeding: cirp, published: 2026-11-12"], "2026-11-10",
         "insolvency proceedings are open against a principal debtor", "left out"),
        ([*SENT, "kind: filed, id: s1, on: 2026-12-01, proceeding: suit",
          'kind: judgment, id: j, of: s1, on: 2027-05-03, outcome: won, decision: decree, no_interest: yes, heads: '
          '[{head: principal, amount: "1050000.00"}]',
          'kind: recovery, on: 2027-06-01, amount: "1050000.00"'], "2027-06-01",
         "nothing is owed: every invoice is paid, or the judgment", "now"),
    ],
)  # fmt: skip
def test_where_the_road_ends_no_demand_and_no_claim_is_offered_and_the_reason_is_told(
    entries: list[str], on: str, why: str, closing: str, tmp_path: Path
) -> None:
    day = date.fromisoformat(on)
    before, _, held = steps_of(tmp_path, *entries, on=(day - timedelta(days=1)).isoformat())
    assert why not in held and why not in before
    for each in (day, day + timedelta(days=1)):
        text, states, held = steps_of(tmp_path, *entries, on=each.isoformat())
        assert not [stage for stage in DEMANDS if states[stage] in ("now", "not yet")]
        assert why in held and why in text and states["closing"] == closing
        now = [line for line in text.splitlines() if line.startswith("    lawkit draft")]
        assert not now


def test_a_decree_with_interest_left_is_not_satisfied(tmp_path: Path) -> None:
    decree = (
        'kind: judgment, id: j, on: 2027-05-03, outcome: won, decision: decree, interest_rate: "6", heads: '
        '[{head: principal, amount: "1050000.00"}]'
    )
    paid = 'kind: recovery, on: 2027-06-01, amount: "1050000.00"'
    text, states, _ = steps_of(tmp_path, *SENT, decree, paid, on="2027-06-02")
    assert states["collection_after_judgment"] == "now" and states["closing"] == "left out" and "Now:" in text


def test_no_decree_is_executed_that_was_lost_or_while_it_is_stayed(tmp_path: Path) -> None:
    filed = "kind: filed, id: s1, on: 2026-12-01, proceeding: suit"
    decree = (
        "kind: judgment, id: j, of: s1, on: 2027-05-03, outcome: {outcome}, decision: decree, heads: "
        '[{{head: principal, amount: "1050000.00"}}]'
    )
    stay = "kind: stay, id: st, on: 2027-05-10, of: j, until: 2027-06-10"
    won, lost = decree.format(outcome="won"), "kind: judgment, id: j, of: s1, on: 2027-05-03, outcome: lost"
    assert steps_of(tmp_path, *SENT, filed, lost, on="2027-05-12")[1]["enforcement"] == "left out"
    for on, state in (
        ("2027-05-09", "now"),
        ("2027-05-10", "left out"),
        ("2027-06-10", "left out"),
        ("2027-06-11", "now"),
    ):
        text, states, held = steps_of(tmp_path, *SENT, filed, won, stay, on=on)
        assert states["enforcement"] == state and ("a stay or an injunction is in force" in held) is (state != "now")


@pytest.mark.parametrize(
    ("on", "state"), [("2026-11-19", "now"), ("2026-11-20", "left out"), ("2026-11-21", "left out")]
)
def test_nothing_is_sent_once_the_client_told_to_hold(on: str, state: str, tmp_path: Path) -> None:
    text, states, held = steps_of(tmp_path, "kind: client_instruction, on: 2026-11-20, instruction: hold", on=on)
    assert states["final_notice"] == state
    assert ("the client’s last instruction is to hold" in held) is (state != "now")


def test_what_may_be_done_since_a_day_says_so_and_keeps_its_status_for_programs() -> None:
    lotus = "casefiles/lotus-cheques.yaml"
    title = "Complaint on the cheque not before the drawer's time to pay is over"
    for on, shown in (
        ("2026-10-02", "not before"),
        ("2026-10-03", "open since then"),
        ("2026-10-04", "open since then"),
    ):
        assert f"2026-10-03  {title} (300411) [{shown}]" in run(lotus, "--as-of", on)
        dates = json.loads(said(lotus, "--as-of", on, "--json"))["dates"]
        status = next(d["status"] for d in dates if d["title"] == title and d["subject"] == "300411")
        assert status == ("not before" if shown == "not before" else "running")


def test_an_instruction_to_sue_takes_the_road_up_again(tmp_path: Path) -> None:
    against = [*SENT, LEGAL, "kind: legal_review, on: 2026-11-27, viable: yes, worth_its_cost: no"]
    sue = "kind: client_instruction, on: 2026-11-28, instruction: sue"
    assert steps_of(tmp_path, *against, on="2026-11-28")[1]["commercial_suit"] == "closed"
    assert steps_of(tmp_path, *against, sue, on="2026-11-28")[1]["commercial_suit"] == "now"


def test_a_suit_waits_for_the_end_of_the_mediation_and_may_be_filed_again_where_the_court_had_no_jurisdiction(
    tmp_path: Path,
) -> None:
    begun = "kind: mediation, id: m, on: 2026-12-01, form: pre_institution, ended: 2027-01-10, outcome: failed"
    for on, state in (("2027-01-09", "left out"), ("2027-01-10", "now"), ("2027-01-11", "now")):
        assert steps_of(tmp_path, *SENT, LEGAL, VIABLE, begun, on=on)[1]["commercial_suit"] == state
    returned = "kind: filed, id: s1, on: 2026-12-01, proceeding: suit, outcome: no_jurisdiction, ended: 2027-01-05"
    assert steps_of(tmp_path, *SENT, LEGAL, VIABLE, returned, on="2027-01-06")[1]["commercial_suit"] == "now"


def test_what_is_to_be_done_within_a_week_stands_first(tmp_path: Path) -> None:
    filed = "kind: filed, id: s1, on: 2026-11-01, proceeding: suit"
    listed = "kind: hearing_listed, id: h1, on: 2026-11-10, of: s1, day: 2026-12-04"
    for on, first in (
        ("2026-11-26", "Now:"),
        ("2026-11-27", "Within a week:"),
        ("2026-12-04", "Within a week:"),
        ("2026-12-05", "Now:"),
    ):
        text, _, _ = steps_of(tmp_path, filed, listed, on=on)
        assert [line for line in text.splitlines() if not line.startswith("warn")][0] == first
    assert "2026-12-04  Hearing (h1) [missed]" in text


def test_a_step_that_can_be_taken_says_what_to_mind() -> None:
    text = run(SHAKTI, "--as-of", "2026-11-24")
    assert "    Not required by law before a suit; it fixes the day of interest" in text


def test_the_rest_of_the_claim_is_told_where_a_matter_is_to_be_closed(tmp_path: Path) -> None:
    settled = 'kind: settlement, on: 2026-10-20, amount: "500000.00"'
    text, _, _ = steps_of(tmp_path, settled, 'kind: payment, on: 2026-11-20, amount: "500000.00"', on="2026-11-24")
    assert "the claim still comes to 6,87,482.11 in all: closing the matter leaves it" in text


def test_the_paper_to_send_stands_before_what_may_be_done_beside_it() -> None:
    lines = run(SHAKTI, "--as-of", "2026-11-24").splitlines()
    now = [line.strip() for line in lines[lines.index("Now:") :] if line.startswith("  ") and line[2] != " "]
    assert now[0].startswith("Final legal notice") and now[1].startswith("Negotiation after the second notice")
    text = run("casefiles/lotus-cheques.yaml", "--as-of", "2026-11-24")
    assert text.index("Within a week:") < text.index("2026-11-27  Demand notice on a cheque returned unpaid (300412)")
    assert "Demand notice on the cheque returned unpaid (300412) (to 2026-11-28)" in text
    assert "Complaint on the cheque (300411) (over on 2026-11-03: complaint only with delay condoned)" in text
