"""`lawkit next`: what can be done now, what cannot yet and why, and which papers can be drafted as the file stands."""

import json
from pathlib import Path

from click.testing import CliRunner

from lawkit.cli import cli

SHAKTI = "casefiles/shakti-goods.yaml"


def run(*words: str) -> str:
    result = CliRunner().invoke(cli, ["next", *words])
    assert result.exit_code == 0, result.output
    return result.output


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
