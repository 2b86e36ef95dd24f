"""Every choice of an option side by side: what each gives, which is in force, what cannot be computed."""

from datetime import date

import pytest

from lawkit.claim.compare import compare_options, comparison_data
from lawkit.errors import LawkitError, RateMissing, UnknownName
from tests.matters import invoice, matter, third_law

MONTHLY = {
    "name": "A Ltd", "kind": "company", "addresses": [{"lines": ["1"], "city": "E"}],
    "enterprise": {"class": "small", "registered_on": "2020-01-01", "activity": "service"},
}  # fmt: skip


def test_two_ways_to_round_differ_by_cents_and_the_rule_s_own_is_marked() -> None:
    found = compare_options(matter(), third_law(), date(2025, 6, 30), "rounding_of_interest.when")
    first, second = found.readings
    assert (first.choice, first.default, first.chosen, str(first.difference)) == ("per_segment", True, True, "0.00")
    assert (second.choice, second.default, second.chosen) == ("total_only", False, False)
    assert found.basis == "invoices" and second.total is not None and first.total is not None
    assert second.difference == second.total - first.total


def test_four_ways_to_take_the_rate_of_a_month() -> None:
    """12 % for each month struck before 01.07.2025, 18 % from then on: at rest, at its start, weighted, at the start of all."""
    line = matter(creditor=MONTHLY, invoices=[invoice(due="2025-06-14")])
    found = compare_options(line, third_law(), date(2025, 7, 15), "monthly.rate_basis")
    # one month from 15.06 to 15.07: 10,000 × 18/1200, × 12/1200, × (16×12 + 14×18)/30/1200, × 12/1200
    interest = {r.choice: str(r.interest) for r in found.readings}
    assert interest == {
        "at_rest": "150.00",
        "at_start_of_rest": "100.00",
        "day_weighted": "123.33",
        "at_start": "100.00",
    }


def test_an_election_of_the_matter_is_the_reading_in_force() -> None:
    line = matter(elections={"rounding_of_interest.when": "total_only"})
    found = compare_options(line, third_law(), date(2025, 6, 30), "rounding_of_interest.when")
    assert [r.chosen for r in found.readings] == [False, True]
    assert [r.default for r in found.readings] == [True, False]


def test_a_choice_that_cannot_be_computed_says_why_and_the_other_stands() -> None:
    """30.06.2026 is the last published day: the day before it is known, and so is its own; 01.07 is not."""
    line = matter(contract=None, invoices=[invoice(due="2026-05-31")])
    found = compare_options(line, third_law(), date(2026, 7, 1), "statutory.boundary")
    own, before = found.readings
    assert own.total is None and "no rate for 2026-07-01" in own.failure
    assert before.total is not None and before.difference is None  # nothing to differ from


def test_where_every_choice_fails_alike_the_failure_is_the_answer() -> None:
    line = matter(contract=None, invoices=[invoice(due="2026-05-31")])
    with pytest.raises(RateMissing):
        compare_options(line, third_law(), date(2026, 7, 3), "statutory.boundary")


@pytest.mark.parametrize("name", ["statutory.bondary", "nothing.at_all", "statutory"])
def test_an_unknown_option_is_refused(name: str) -> None:
    with pytest.raises(LawkitError) as caught:
        compare_options(matter(), third_law(), date(2025, 6, 30), name)
    assert isinstance(caught.value, UnknownName)


def test_the_data_holds_amounts_as_texts() -> None:
    data = comparison_data(compare_options(matter(), third_law(), date(2025, 6, 30), "rounding_of_interest.when"))
    assert data["readings"][0]["total"] == "10533.15"  # type: ignore[index]
    assert set(data) == {"rule", "option", "title", "as_of", "currency", "basis", "readings"}
