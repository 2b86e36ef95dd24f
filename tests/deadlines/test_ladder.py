"""The ladder: what goes on after it was done."""

from datetime import date

from lawkit.deadlines.ladder import compute_ladder
from lawkit.facts import load_case, timeline
from lawkit.law import load_jurisdiction
from lawkit.resources import shipped
from tests.matters import matter


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
