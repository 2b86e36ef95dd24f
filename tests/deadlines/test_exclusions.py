"""Time left out: the window of 2020 to 2022 in threes at every edge, intervals, times that last, chains that see them."""

from datetime import date, timedelta
from typing import Any

import pytest

from lawkit.dates import add_months
from lawkit.deadlines import Deadline, compute_deadlines
from lawkit.deadlines.exclusions import through_window
from lawkit.facts.timeline import timeline
from lawkit.law import load_jurisdiction
from lawkit.law.periods import ExclusionRule
from tests.matters import ADDRESS, case, invoice

INDIA = load_jurisdiction("india")
WINDOW = INDIA.rule("covid_exclusion", ExclusionRule)
MAY_29 = date(2022, 5, 29)


def of(rule: str, as_of: date, **facts: Any) -> Deadline:
    found = compute_deadlines(timeline(case(jurisdiction="india", **facts)), INDIA, as_of)
    return next(d for d in found if d.rule == rule)


def three_years(first: date) -> date:
    return add_months(first, 36) - timedelta(days=1)


@pytest.mark.parametrize(
    ("begun", "ends", "safe", "last", "outer"),
    [
        # A: over before the window
        (date(2017, 3, 13), date(2020, 3, 14), None, None, None),
        # B: over inside it: what was left, at least ninety days
        (date(2017, 3, 15), date(2020, 3, 15), MAY_29, MAY_29, MAY_29),
        (date(2017, 6, 11), date(2020, 6, 11), MAY_29, MAY_29, MAY_29),  # 89 days left
        (date(2017, 6, 12), date(2020, 6, 12), MAY_29, MAY_29, MAY_29),  # 90
        (date(2017, 6, 13), date(2020, 6, 13), date(2022, 5, 30), date(2022, 5, 30), date(2022, 5, 30)),  # 91
        # C: begun before, over after: 716 days more
        (date(2019, 3, 1), date(2022, 3, 1), date(2022, 3, 1), date(2024, 2, 15), date(2024, 2, 15)),
        # D: begun inside, over after
        (date(2020, 3, 15), date(2023, 3, 15), date(2025, 2, 27), date(2025, 2, 27), date(2025, 2, 28)),  # 715 days more
        (date(2022, 2, 28), date(2025, 2, 28), date(2025, 2, 28), date(2025, 2, 28), date(2025, 2, 28)),
        # begun after it
        (date(2022, 3, 1), date(2025, 3, 1), None, None, None),
    ],
)  # fmt: skip
def test_the_window_at_its_edges(begun: date, ends: date, safe: Any, last: Any, outer: Any) -> None:
    found = through_window(begun, ends, WINDOW, three_years)
    assert ((found.safe, found.last, found.outer) if found else (None, None, None)) == (safe, last, outer)


def test_three_months_begun_on_14_february_2022_never_end_before_29_may() -> None:
    award = {"kind": "judgment", "on": "2022-02-14", "decision": "award", "outcome": "lost", "received": "2022-02-14"}
    found = of("set_aside_award", date(2022, 4, 1), instructed_on="2022-02-20", history=[award])
    assert (found.safe_day, found.last_day, found.outer_day) == (date(2022, 5, 28), MAY_29, date(2022, 5, 31))
    assert found.effective_last_day == date(2022, 5, 30)  # 29 May is a Sunday


def test_a_period_that_runs_from_the_end_of_another_sees_what_is_left_out_of_that_one() -> None:
    award = {"kind": "judgment", "on": "2022-02-14", "decision": "award", "outcome": "lost", "received": "2022-02-14"}
    found = of("set_aside_award_further", date(2022, 4, 1), instructed_on="2022-02-20", history=[award])
    assert found.last_day == date(2022, 6, 28)


@pytest.mark.parametrize(
    ("ended", "last"),
    [("2027-12-31", date(2028, 2, 1)), ("2028-01-01", date(2028, 2, 2)), ("2028-01-02", date(2028, 2, 3))],
)
def test_each_day_of_a_stay_is_a_day_more(ended: str, last: date) -> None:
    stay = {"kind": "stay", "on": "2027-12-31", "until": ended}
    found = of("article_15", date(2028, 1, 10), history=[stay])
    assert (found.last_day, found.safe_day) == (last, date(2028, 1, 31))


def test_a_stay_still_lasting_is_shown_and_counts_in_the_outer_day_only() -> None:
    found = of("article_15", date(2028, 1, 10), history=[{"kind": "stay", "on": "2028-01-01"}])
    assert found.interruptions[0].state == "suspended"
    assert (found.last_day, found.outer_day) == (date(2028, 1, 31), date(2028, 2, 10))


def test_a_stay_after_the_last_day_changes_nothing() -> None:
    found = of("article_15", date(2028, 6, 1), history=[{"kind": "stay", "on": "2028-02-01", "until": "2028-03-01"}])
    assert found.last_day == date(2028, 1, 31) and not found.interruptions


@pytest.mark.parametrize(
    ("sent", "more"),
    [("2027-11-30", 61), ("2028-01-30", 60), ("2028-01-31", 0)],  # the last: it begins after the period is over
)
def test_a_time_that_lasts_begins_on_the_day_after(sent: str, more: int) -> None:
    debtor = {"name": "B", "kind": "public_body", "public_kind": "authority", "addresses": [ADDRESS]}
    notice = {"kind": "dispatched", "on": sent, "document": "section-80-notice", "addressee": "B", "mode": "hand"}
    found = of("article_15", date(2028, 4, 1), debtors=[debtor], history=[notice])
    assert found.last_day == date(2028, 1, 31) + timedelta(days=more)


def test_an_insolvency_of_one_debtor_is_left_out_for_that_one_alone() -> None:
    debtors = [{"name": name, "kind": "company", "addresses": [ADDRESS]} for name in ("A", "B")]
    opened = {
        "kind": "insolvency_opened",
        "on": "2027-01-01",
        "proceeding": "cirp",
        "ended": "2027-01-10",
        "debtor": "A",
    }
    matter = timeline(case(jurisdiction="india", debtors=debtors, history=[opened], invoices=[invoice()]))
    found = {
        d.subject: d.last_day for d in compute_deadlines(matter, INDIA, date(2027, 6, 1)) if d.rule == "article_15"
    }
    assert found == {"F1, A": date(2028, 2, 10), "F1, B": date(2028, 1, 31)}
