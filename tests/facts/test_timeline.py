"""The merge of facts and entries: order, the matter as of a day, and corrections, known from their own day on."""

from datetime import date
from typing import Any

import pytest

from lawkit.claim import compute_claim
from lawkit.facts.entries import Payment
from lawkit.facts.timeline import Timeline, timeline, written
from tests.matters import case, matter, paid, third_law

DOUBLE = [paid("2025-03-01", "1000.00", id="pay-1"), paid("2025-03-02", "1000.00", id="pay-2")]


def correct(on: str, of: str, right: dict[str, Any] | None = None, **facts: Any) -> dict[str, Any]:
    """Return a correction that puts `right` in the place of an entry, or drops it."""
    data = {"kind": "correction", "on": on, "of": of, "reason": "entered twice", "action": "void", **facts}
    return data if right is None else {**data, "action": "replace", "with": right}


def payments(known: Timeline) -> list[tuple[str, str, str]]:
    """Return (name, origin, amount) of the payments of a matter."""
    return [(item.name, item.origin, str(entry.amount)) for item, entry in known.of_kind(Payment)]


BOTH = [("pay-1", "history.0", "1000.00"), ("pay-2", "history.1", "1000.00")]


def test_entries_stand_by_day_and_those_of_one_day_as_they_are_written() -> None:
    found = matter(history=[paid("2025-03-02", "3.00"), paid("2025-03-01", "1.00"), paid("2025-03-01", "2.00")])
    assert [amount for _, _, amount in payments(found)] == ["1.00", "2.00", "3.00"]
    assert [amount for _, _, amount in payments(found.until(date(2025, 3, 1)))] == ["1.00", "2.00"]
    assert found.until(date(2025, 3, 1)).until(date(2025, 3, 2)) == found.until(
        date(2025, 3, 1)
    )  # what is cut stays cut


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2025, 3, 9), BOTH),  # what was known the day before
        (date(2025, 3, 10), BOTH[:1]),
        (date(2025, 3, 11), BOTH[:1]),
        (date(2025, 3, 1), BOTH[:1]),
    ],
)
def test_an_entry_is_dropped_for_every_day_from_the_day_of_the_correction(
    as_of: date, expected: list[tuple[str, str, str]]
) -> None:
    found = matter(history=[*DOUBLE, correct("2025-03-10", "pay-2")])
    assert payments(found.until(as_of)) == expected
    assert payments(found) == BOTH[:1]


def test_another_entry_takes_the_place_and_keeps_name_and_origin() -> None:
    right = paid("2025-02-20", "900.00")
    found = matter(history=[*DOUBLE, correct("2025-03-10", "pay-2", right)])
    assert payments(found.until(date(2025, 3, 9))) == BOTH
    corrected = found.until(date(2025, 3, 10))
    assert payments(corrected) == [("pay-2", "history.1", "900.00"), BOTH[0]]  # by its own day, which is the earlier
    assert [item.path for item, _ in corrected.of_kind(Payment)] == [("history", 2, "with"), ("history", 0)]


def test_a_day_to_come_that_was_miswritten_is_corrected_before_it_comes() -> None:
    found = matter(
        history=[paid("2026-03-01", "5.00", id="pay-1"), correct("2025-03-02", "pay-1", paid("2025-03-01", "5.00"))]
    )
    assert payments(found.until(date(2025, 3, 1))) == []
    assert payments(found.until(date(2025, 3, 2))) == [("pay-1", "history.0", "5.00")]


def test_the_last_correction_counts_and_one_that_is_taken_back_counts_for_nothing() -> None:
    first = correct("2025-03-10", "pay-2", paid("2025-03-02", "900.00"), id="c-1")
    last = correct("2025-03-11", "pay-2", paid("2025-03-02", "800.00"), id="c-2")
    back = correct("2025-03-12", "c-2")
    found = matter(history=[*DOUBLE, first, last, back])
    assert [payments(found.until(date(2025, 3, day)))[1][2] for day in (9, 10, 11, 12)] == [
        "1000.00", "900.00", "800.00", "900.00",
    ]  # fmt: skip
    gone = matter(history=[*DOUBLE, correct("2025-03-10", "pay-2", id="c-1"), correct("2025-03-10", "c-1")])
    assert payments(gone) == BOTH


def test_a_claim_counts_what_stands_corrected() -> None:
    def owed(*history: dict[str, Any], day: date = date(2025, 6, 30)) -> object:
        claim = compute_claim(timeline(case(history=list(history))), third_law(), day)
        return [line.outstanding for line in claim.invoices], claim.daily

    void = correct("2025-03-10", "pay-2")
    assert owed(*DOUBLE, void) == owed(DOUBLE[0]) != owed(*DOUBLE)
    assert owed(*DOUBLE, void, day=date(2025, 3, 9)) == owed(*DOUBLE, day=date(2025, 3, 9))
    assert owed(*DOUBLE, correct("2025-03-10", "pay-2", paid("2025-03-05", "10.00"))) == owed(
        DOUBLE[0], paid("2025-03-05", "10.00")
    )


def test_what_a_correction_puts_in_place_is_told_with_its_own_path() -> None:
    facts = case(history=[*DOUBLE, correct("2025-03-10", "pay-2", paid("2025-02-20", "900.00"))])
    assert [at for at, _ in written(facts)] == [
        ("history", 0), ("history", 1), ("history", 2), ("history", 2, "with"),
    ]  # fmt: skip
