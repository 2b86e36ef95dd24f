"""Time left out: the window of 2020 to 2022 in threes at every edge, intervals, times that last, chains that see them."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawkit.dates import add_months
from lawkit.deadlines import Deadline, compute_deadlines
from lawkit.deadlines.exclusions import Interval, extended, through_window, united
from lawkit.errors import LawkitError
from lawkit.facts.timeline import timeline
from lawkit.law import load_jurisdiction
from lawkit.law.periods import ExclusionRule, Least
from tests.matters import ADDRESS, THIRD, case, invoice

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


# -- a day is left out once ----------------------------------------------------------------------

DAYS = st.dates(date(2019, 1, 1), date(2024, 12, 31))
SPANS = st.tuples(DAYS, st.integers(0, 400)).map(lambda span: left(span[0], span[0] + timedelta(days=span[1])))
FAR = date(2040, 1, 1)
SIX_MONTHS = Least(value=6, unit="month")


def left(start: date, end: date | None, least: Least | None = None, most: date | None = None) -> Interval:
    return Interval("x", start, end, "x", least, most)


def walked(trigger: date, ends: date, spans: list[Interval]) -> date:
    """Return the end of a period counted day by day, those in a span passed over."""
    out = {
        span.start + timedelta(days=n) for span in spans if span.end for n in range((span.end - span.start).days + 1)
    }
    day, more = trigger, (ends - trigger).days
    while more:
        day += timedelta(days=1)
        more -= day not in out
    return day


@given(DAYS, st.integers(1, 1500), st.lists(SPANS, max_size=5))
def test_the_end_is_that_of_counting_day_by_day(trigger: date, length: int, spans: list[Interval]) -> None:
    ends = trigger + timedelta(days=length)
    assert extended(ends, trigger, spans, FAR) == walked(trigger, ends, spans)


@given(DAYS, st.integers(1, 1500), st.lists(SPANS, max_size=4), SPANS, st.integers(0, 400), st.integers(0, 400))
def test_a_span_within_another_changes_nothing(
    trigger: date, length: int, spans: list[Interval], whole: Interval, later: int, sooner: int
) -> None:
    assert whole.end is not None
    start, end = whole.start + timedelta(days=later), whole.end - timedelta(days=sooner)
    ends, spans = trigger + timedelta(days=length), [*spans, whole]
    within = [left(start, end)] if start <= end else []
    assert extended(ends, trigger, [*spans, *within], FAR) == extended(ends, trigger, spans, FAR)
    through = through_window(trigger, ends, WINDOW, three_years, spans, FAR)
    assert through_window(trigger, ends, WINDOW, three_years, [*spans, *within], FAR) == through


@given(DAYS, st.integers(1, 1500), st.lists(SPANS, max_size=4))
def test_a_span_within_the_window_changes_nothing(trigger: date, length: int, spans: list[Interval]) -> None:
    """But for the floor of a period that would have ended in the window all the same."""
    first, last, _ = WINDOW.window
    ends = trigger + timedelta(days=length)
    inside = [
        left(max(s.start, first), min(s.end, last)) for s in spans if s.end and s.end >= first and s.start <= last
    ]
    alone = through_window(trigger, ends, WINDOW, three_years)
    if alone is None or trigger >= first:
        return
    through = through_window(trigger, ends, WINDOW, three_years, inside, FAR)
    assert through is not None and through.last == alone.last


@pytest.mark.parametrize(
    ("second", "spans"), [("2027-02-09", 1), ("2027-02-10", 1), ("2027-02-11", 2)]
)  # the last: the day after the first ends
def test_spans_that_share_a_day_are_one(second: str, spans: int) -> None:
    found = [left(date(2027, 2, 1), date(2027, 2, 10)), left(date.fromisoformat(second), date(2027, 2, 20))]
    assert len(list(united(found, date(2027, 1, 1), FAR))) == spans
    assert extended(date(2027, 3, 1), date(2027, 1, 1), found, FAR) == date(
        2027, 3, 21
    )  # twenty days more, all the same


@pytest.mark.parametrize(("until", "last"), [("2027-06-29", 0), ("2027-06-30", 1), ("2027-07-01", 2)])
def test_what_must_be_left_is_counted_from_the_end_of_each(until: str, last: int) -> None:
    """A mediation within a longer stay: six months are left when it ends, and the days of the stay are left out once."""
    spans = [left(date(2027, 6, 1), date(2027, 6, 10), SIX_MONTHS), left(date(2027, 6, 1), date.fromisoformat(until))]
    assert extended(date(2028, 1, 1), date(2027, 1, 1), spans, FAR) == date(2028, 1, 30) + timedelta(days=last)
    assert extended(date(2027, 6, 12), date(2027, 1, 1), spans, FAR) == date(2027, 12, 10)


def test_the_signer_is_told_that_days_were_left_out_by_two() -> None:
    stays = [{"kind": "stay", "on": "2027-12-30", "until": until} for until in ("2027-12-31", "2028-01-01")]
    assert not any("count once" in note for note in of("article_15", date(2028, 1, 10), history=stays[:1]).notes)
    found = of("article_15", date(2028, 1, 10), history=stays)
    assert found.last_day == date(2028, 2, 3) and any("count once" in note for note in found.notes)


def test_a_stay_of_another_judgment_is_another() -> None:
    decrees = [{"kind": "judgment", "id": j, "on": "2025-06-30", "decision": "decree", "outcome": "won"} for j in "jk"]
    stay = {"kind": "stay", "id": "s", "on": "2026-01-01", "of": "k", "until": "2026-01-10"}
    matter = timeline(case(jurisdiction="india", history=[*decrees, stay]))
    last = {
        d.subject: d.last_day for d in compute_deadlines(matter, INDIA, date(2026, 6, 1)) if d.rule == "article_136"
    }
    assert last == {"j": date(2037, 6, 30), "k": date(2037, 7, 10)}


# -- what is left out at most --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("as_of", "outer"), [("2027-03-31", 90), ("2027-04-01", 91), ("2027-04-02", 91), ("2027-09-01", 91)]
)
def test_a_mediation_that_never_ended_is_left_out_to_its_bound_and_doubtful(as_of: str, outer: int) -> None:
    """Three months from 1 January 2027 end on 1 April."""
    applied = {"kind": "mediation", "id": "m", "on": "2027-01-01", "form": "pre_institution"}
    found = of("article_15", date.fromisoformat(as_of), history=[applied])
    assert (found.last_day, found.outer_day) == (date(2028, 1, 31), date(2028, 1, 31) + timedelta(days=outer))
    assert found.interruptions[0].state == "suspended"


def test_the_bound_of_a_mediation_in_the_window_is_lengthened_by_it() -> None:
    """Applied for on 14.02.2022: the three months end on 29.05.2022, as for any other period of three months."""
    sold = invoice(dated="2022-02-10", delivered="2022-02-10", due="2022-03-10")
    applied = {"kind": "mediation", "on": "2022-02-14", "form": "pre_institution", "ended": "2022-09-30"}
    found = of("article_15", date(2022, 12, 1), history=[applied], invoices=[sold])
    assert found.last_day == date(2025, 3, 10) + timedelta(days=(MAY_29 - date(2022, 3, 10)).days)


def test_a_bound_that_no_period_answers_to_is_told(tmp_path: Path) -> None:
    for file in THIRD.iterdir():
        if file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    extra = (
        "left_out:\n  kind: exclusion\n  title: {en: Left out}\n  ref: X\n  source: {act: practice}\n"
        "  method: interval\n  on: mediation\n  until: ended\n  at_most: [{period: no_such_time}]\n  applies_to: []\n"
    )
    limitation = tmp_path / "limitation.yaml"
    limitation.write_text((limitation.read_text() if limitation.is_file() else "") + "\n" + extra)
    with pytest.raises(LawkitError, match="no_such_time"):
        load_jurisdiction("erewhon", folder=tmp_path)
