"""The plan or settlement that stands, and the day on which what came in covered it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lawkit.facts.agreed import agreement, covered_on, kept_on
from tests.matters import matter, paid

SETTLED = {"kind": "settlement", "id": "st", "on": "2025-06-05", "amount": "9000.00"}
PLAN = {"kind": "plan_proposed", "id": "p", "on": "2025-06-01", "by": "debtor",
        "instalments": [{"due": "2025-07-01", "amount": "4000.00"}, {"due": "2025-08-01", "amount": "6000.00"}]}  # fmt: skip
ACCEPTED = {"kind": "plan_accepted", "id": "a", "on": "2025-06-05", "of": "p"}


def test_the_last_agreement_stands_until_it_is_broken() -> None:
    assert agreement(matter()) is None
    both = agreement(matter(history=[PLAN, ACCEPTED, {**SETTLED, "on": "2025-06-20"}]))
    assert both is not None and both.settlement and both.item.name == "st"
    for on, stands in (("2025-06-04", True), ("2025-06-05", False), ("2025-06-06", False)):
        broken = {"kind": "plan_broken", "on": on, "of": "a"}
        history = sorted([PLAN, ACCEPTED, broken], key=lambda each: str(each["on"]))
        assert (agreement(matter(history=history)) is not None) is stands


@pytest.mark.parametrize(
    ("came", "kept"),
    [
        ([paid("2025-06-06", "8999.99")], None),
        ([paid("2025-06-06", "9000.00")], date(2025, 6, 6)),
        ([paid("2025-06-06", "9000.01")], date(2025, 6, 6)),
        ([paid("2025-06-04", "9000.00")], None),
        ([paid("2025-06-05", "9000.00")], date(2025, 6, 5)),
        ([{"kind": "recovery", "on": "2025-06-09", "amount": "9000.00"}], date(2025, 6, 9)),
        ([paid("2025-06-06", "5000.00"), {"kind": "tax_deducted", "on": "2025-06-07", "amount": "4000.00", "invoice": "F1"}],
         date(2025, 6, 7)),
    ],
)  # fmt: skip
def test_a_settlement_is_kept_on_the_day_on_which_all_of_it_had_come_in(came: list[Any], kept: date | None) -> None:
    known = matter(history=[SETTLED, *came])
    found = agreement(known)
    assert found is not None and kept_on(known, found) == kept


def test_what_is_given_back_uncovers_it_again_and_what_came_before_it_does_not_count() -> None:
    first, back = (
        paid("2025-06-06", "9000.00", id="x"),
        {"kind": "refund", "on": "2025-06-08", "of": "x", "amount": "1.00"},
    )
    assert covered_on(matter(history=[SETTLED, first, back]), date(2025, 6, 5), Decimal("9000")) is None
    again = paid("2025-06-10", "1.00")
    assert covered_on(matter(history=[SETTLED, first, back, again]), date(2025, 6, 5), Decimal("9000")) == date(
        2025, 6, 10
    )


def test_a_plan_counts_from_the_day_it_was_proposed_and_one_without_instalments_is_never_kept() -> None:
    known = matter(history=[PLAN, paid("2025-06-02", "10000.00"), ACCEPTED])
    found = agreement(known)
    assert found is not None and found.amount == Decimal("10000.00") and kept_on(known, found) == date(2025, 6, 2)
    bare = matter(history=[{**ACCEPTED, "of": "nowhere"}])
    without = agreement(bare)
    assert without is not None and kept_on(bare, without) is None
