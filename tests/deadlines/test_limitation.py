"""Events in threes around the last day; what is certain, safe and outer; a cheque and the invoices it covers."""

from datetime import date
from typing import Any

import pytest

from lawkit.deadlines import Deadline, compute_deadlines
from lawkit.facts.timeline import timeline
from lawkit.law import load_jurisdiction
from tests.matters import ADDRESS, case, invoice

INDIA = load_jurisdiction("india")
OLD = invoice(dated="2022-01-01", delivered="2022-01-01", due="2022-04-04")  # last day 4 April 2025, a Friday


def of(rule: str, as_of: date = date(2026, 1, 10), **facts: Any) -> Deadline:
    matter = timeline(case(jurisdiction="india", **{"invoices": [OLD], **facts}))
    return next(d for d in compute_deadlines(matter, INDIA, as_of) if d.rule == rule)


def letter(on: str, **facts: Any) -> dict[str, Any]:
    return {"kind": "acknowledgment", "id": "k", "on": on, "form": "letter", "signed": "yes", **facts}


@pytest.mark.parametrize(
    ("on", "state", "last"),
    [
        ("2025-04-03", "definitive", date(2028, 4, 3)),
        ("2025-04-04", "definitive", date(2028, 4, 4)),
        ("2025-04-05", "too late", date(2025, 4, 4)),
    ],
)
def test_an_acknowledgment_counts_to_the_last_day_and_not_after(on: str, state: str, last: date) -> None:
    found = of("article_15", history=[letter(on)])
    assert (found.interruptions[0].state, found.last_day, found.safe_day) == (state, last, date(2025, 4, 4))


@pytest.mark.parametrize(
    ("facts", "state"),
    [({"signed": "no"}, "not counted"), ({"written": "no"}, "not counted"), ({"form": "message"}, "doubtful"),
     ({"form": "email"}, "doubtful"), ({"form": "balance_sheet"}, "definitive"), ({"form": "agreement"}, "definitive")],
)  # fmt: skip
def test_what_an_acknowledgment_must_be(facts: dict[str, str], state: str) -> None:
    found = of("article_15", history=[letter("2025-01-06", **facts)])
    assert found.interruptions[0].state == state
    expected = {"definitive": (2028, 2028), "doubtful": (2025, 2028), "not counted": (2025, 2025)}[state]
    assert found.last_day is not None and found.outer_day is not None
    assert (found.last_day.year, found.outer_day.year) == expected


@pytest.mark.parametrize("form", ["letter", "email", "message", "ledger", "agreement", "balance_sheet"])
def test_what_was_acknowledged_without_prejudice_or_in_a_mediation_begins_nothing_anew(form: str) -> None:
    found = of("article_15", history=[letter("2025-01-06", form=form, confidential="yes")])
    link = found.interruptions[0]
    assert link.state == "not counted" and "cannot be proved as an admission" in link.effect
    assert found.last_day == found.safe_day == found.outer_day == date(2025, 4, 4)
    both = of(
        "article_15", history=[letter("2025-01-06", form=form, confidential="yes"), letter("2025-01-07", id="k2")]
    )
    assert both.last_day == date(2028, 1, 7)  # one given openly counts


def test_a_doubtful_event_never_moves_the_day_to_act_by() -> None:
    found = of("article_15", date(2025, 2, 1), history=[letter("2025-01-06", form="email")])
    assert (found.recommended, found.outer_day) == (date(2025, 4, 3), date(2028, 1, 6))


def test_when_the_safe_day_has_passed_it_is_said() -> None:
    found = of("article_15", history=[letter("2025-01-06")])
    assert found.status == "provisional" and any("2025-04-04" in note for note in found.notes)
    assert found.recommended == date(2028, 1, 5)  # the working day before the last day, 6 January 2028


@pytest.mark.parametrize(("covered", "state"), [(["F1"], ["definitive"]), (["F2"], [])])
def test_a_payment_begins_the_time_on_a_cheque_anew_for_the_invoices_it_covers(
    covered: list[str], state: list[str]
) -> None:
    cheque = {"number": "100201", "dated": "2024-01-05", "bank": "B", "amount": "1000.00", "covers": covered}
    paid = {"kind": "payment", "id": "p", "on": "2025-01-06", "amount": "10.00", "mode": "cheque", "chosen_by": "debtor",
            "towards": [{"invoice": "F1"}]}  # fmt: skip
    found = of("article_35", cheques=[cheque], history=[paid], invoices=[OLD, invoice("F2")])
    assert [i.state for i in found.interruptions] == state


def test_a_payment_whose_debt_is_not_known_is_unknown_and_counts_for_nothing() -> None:
    paid = {"kind": "payment", "id": "p", "on": "2025-01-06", "amount": "10.00", "mode": "cheque"}
    found = of("article_15", history=[paid], invoices=[OLD, invoice("F2")])
    assert (found.interruptions[0].state, found.last_day) == ("unknown", date(2025, 4, 4))


def test_a_guarantor_on_demand_keeps_the_day_from_the_default_as_the_safe_one() -> None:
    guarantor = {"name": "G", "kind": "person", "role": "guarantor", "addresses": [ADDRESS],
                 "guarantee": {"dated": "2022-01-01", "on_demand": "yes"}}  # fmt: skip
    principal = {"name": "B", "kind": "company", "addresses": [ADDRESS]}
    sent = {
        "kind": "dispatched",
        "on": "2025-02-03",
        "document": "demand-on-guarantor",
        "addressee": "G",
        "mode": "hand",
    }
    found = of("guarantor_on_demand", debtors=[principal, guarantor], history=[sent])
    assert (found.last_day, found.safe_day) == (date(2028, 2, 3), date(2025, 4, 4))


@pytest.mark.parametrize(("on", "needed"), [("2022-07-30", False), ("2022-07-31", False), ("2022-08-01", True)])
def test_a_window_was_needed_only_where_the_time_began_anew_after_the_normal_last_day(on: str, needed: bool) -> None:
    of_2019 = invoice(dated="2019-07-01", delivered="2019-07-01", due="2019-07-31")
    found = of("article_15", date(2024, 1, 10), invoices=[of_2019], history=[letter(on)])
    window, acknowledged = found.interruptions
    assert (window.rule, window.needed) == ("covid_exclusion", needed)
    assert acknowledged.state == "definitive" and acknowledged.needed


@pytest.mark.parametrize(
    ("on", "state", "last", "outer"),
    [
        ("2021-06-30", "definitive", date(2025, 2, 28), date(2025, 2, 28)),  # the normal last day
        ("2021-07-01", "doubtful", date(2023, 6, 16), date(2025, 2, 28)),
        ("2022-02-28", "doubtful", date(2023, 6, 16), date(2025, 2, 28)),  # the last day of the window
        ("2022-03-01", "definitive", date(2025, 3, 1), date(2025, 3, 1)),
        ("2023-06-16", "definitive", date(2026, 6, 16), date(2026, 6, 16)),
        ("2023-06-17", "too late", date(2023, 6, 16), date(2023, 6, 16)),
    ],
)
def test_an_acknowledgment_in_the_window_after_the_normal_last_day_is_doubtful_and_said(
    on: str, state: str, last: date, outer: date
) -> None:
    of_2018 = invoice(dated="2018-05-31", delivered="2018-05-31", due="2018-06-30")
    found = of("article_15", invoices=[of_2018], history=[letter(on)])
    assert found.interruptions[-1].state == state and found.safe_day == date(2023, 6, 16)
    assert (found.last_day, found.outer_day) == (last, outer)
    assert any("not settled" in note for note in found.notes) is (state == "doubtful")
