"""A correction names an entry that is there, of its own kind, in order; what names a dropped entry is told."""

from typing import Any

import pytest
from pydantic import ValidationError

from lawkit.facts.entry_consistency import entry_findings
from tests.matters import case, paid

PAID = paid("2025-03-01", "100.00", id="pay-1")
VOID = {"kind": "correction", "id": "c-1", "on": "2025-03-10", "of": "pay-1", "reason": "double", "action": "void"}
REPLACE = {**VOID, "action": "replace", "with": paid("2025-03-02", "90.00")}


def findings(*history: dict[str, Any]) -> list[tuple[str, str]]:
    """Return (place, sentence) of each fault of a small matter with this history."""
    return [(".".join(str(part) for part in at), text) for at, text in entry_findings(case(history=list(history)))]


@pytest.mark.parametrize(
    ("history", "place", "says"),
    [
        ([PAID, {**VOID, "of": "pay-2"}], "history.1.of", "no entry named “pay-2”; did you mean “pay-1”"),
        ([PAID, {**REPLACE, "with": {"kind": "note", "on": "2025-03-02", "text": "x"}}], "history.1.with.kind", "pay-1 is of the kind payment"),
        ([PAID, {**REPLACE, "with": paid("2025-03-02", "90.00", id="pay-9")}], "history.1.with.id", "keeps its id"),
        ([PAID, {**REPLACE, "with": paid("2025-03-02", "90.00", debtor="C Ltd")}], "history.1.with.debtor", "no debtor named “C Ltd”"),
        ([PAID, VOID, {"kind": "refund", "on": "2025-03-05", "of": "pay-1", "amount": "1.00"}], "history.2.of", "pay-1 is dropped by a correction"),
        ([PAID, REPLACE, {"kind": "refund", "on": "2025-03-05", "of": "pay-1", "amount": "90.01"}], "history.2.amount", "more than the payment"),
        ([PAID, VOID, {**VOID, "id": "c-2", "on": "2025-03-09", "of": "c-1"}], "history.2.of", "recorded later"),
        ([{**VOID, "id": "c-2", "of": "c-1"}, PAID, VOID], "history.0.of", "recorded later"),
        ([PAID, {"kind": "erasure", "on": "2025-03-10", "of": "pay-1", "duty": "x", "by": "y"}], "history.1.kind", "only the tracker"),
        ([{"kind": "case_version", "on": "2025-03-10", "sha256": "0", "text": "y"}], "history.0.kind", "only the tracker"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place(history: list[dict[str, Any]], place: str, says: str) -> None:
    found = findings(*history)
    assert [at for at, _ in found] == [place], found
    assert says in found[0][1]


@pytest.mark.parametrize(
    "history",
    [
        [PAID, VOID],
        [PAID, REPLACE],
        [{**PAID, "on": "2026-03-01"}, VOID],  # a day to come, miswritten
        [PAID, VOID, {**VOID, "id": "c-2", "of": "c-1"}],  # of one day, in their order
        [PAID, {**REPLACE, "with": paid("2025-03-02", "90.00", id="pay-1")}],
        [PAID, REPLACE, {"kind": "refund", "on": "2025-03-05", "of": "pay-1", "amount": "90.00"}],
        [PAID, VOID, {"kind": "refund", "id": "r", "on": "2025-03-05", "of": "pay-1", "amount": "1.00"}, {**VOID, "id": "c-2", "of": "r"}],
    ],
)  # fmt: skip
def test_what_is_right_is_left_alone(history: list[dict[str, Any]]) -> None:
    assert findings(*history) == []


@pytest.mark.parametrize(
    ("correction", "says"),
    [
        ({**VOID, "action": "replace"}, "with is missing"),
        ({**REPLACE, "action": "void"}, "has no with"),
        ({**REPLACE, "with": VOID}, "taken back by one that voids it"),
        ({**REPLACE, "with": {"kind": "payment", "on": "2025-03-02", "amount": "-1.00"}}, "not more than zero"),
        ({**REPLACE, "with": {"kind": "paymnet", "on": "2025-03-02"}}, "paymnet"),
    ],
)
def test_a_correction_that_is_not_whole_is_refused(correction: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        case(history=[PAID, correction])
