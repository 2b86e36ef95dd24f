"""The Indian pack whole: its ladder on a cheque, its forums by sum and date, the words of its statutes by day of dispatch."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lawkit.deadlines import compute_ladder
from lawkit.facts.conditions import answer
from lawkit.facts.subject import Subject
from lawkit.facts.timeline import timeline
from lawkit.law import load_jurisdiction
from lawkit.law.forums import Competence
from lawkit.law.periods import PeriodRule
from tests.matters import ADDRESS, case, invoice

LAW = load_jurisdiction("india")


def steps(as_of: date, **facts: Any) -> dict[str, str]:
    matter = timeline(case(jurisdiction="india", **facts))
    return {step.stage: step.state for step in compute_ladder(matter, LAW, as_of)}


def test_a_cheque_returned_comes_before_every_notice() -> None:
    cheque = {"number": "100201", "dated": "2025-05-05", "bank": "B", "amount": "10.00", "memo_received": "2025-06-12"}
    found = steps(date(2025, 7, 1), cheques=[cheque])
    assert found["cheque_notice"] == "now" and "now" not in {found[s] for s in ("first_notice", "reminder_at_due")}


@pytest.mark.parametrize(("as_of", "state"), [(date(2025, 7, 20), "not yet"), (date(2025, 7, 21), "now")])
def test_a_complaint_waits_for_the_fifteen_days_of_the_drawer(as_of: date, state: str) -> None:
    cheque = {"number": "100201", "dated": "2025-05-05", "bank": "B", "amount": "10.00", "memo_received": "2025-06-12"}
    sent = {"kind": "dispatched", "id": "d", "on": "2025-07-02", "document": "cheque-demand-notice", "addressee": "B Ltd",
            "mode": "hand"}  # fmt: skip
    got = {"kind": "service_outcome", "of": "d", "on": "2025-07-05", "outcome": "delivered"}
    assert steps(as_of, cheques=[cheque], history=[sent, got])["cheque_complaint"] == state


def test_filing_a_caveat_is_no_suit() -> None:
    found = steps(date(2026, 1, 1), history=[{"kind": "filed", "on": "2025-12-01", "proceeding": "caveat"}])
    assert found["commercial_suit"] != "done"


def _competence(forum: str, day: date) -> Competence:
    return [value for since, value in LAW.forums[forum].values.items() if since <= day][-1]


@pytest.mark.parametrize(
    ("day", "least"), [(date(2018, 5, 2), "10000000"), (date(2018, 5, 3), "300000"), (date(2018, 5, 4), "300000")]
)
def test_the_specified_value_by_date(day: date, least: str) -> None:
    assert _competence("commercial_court", day).from_amount == Decimal(least)


@pytest.mark.parametrize("day", [date(2024, 1, 27), date(2024, 1, 28), date(2024, 1, 29)])
def test_the_limit_of_the_city_civil_court_is_known_from_its_day(day: date) -> None:
    known = [since for since in LAW.forums["bombay_city_civil_court"].values if since <= day]
    assert bool(known) is (day >= date(2024, 1, 28))


@pytest.mark.parametrize(
    ("day", "doubted"),
    [(date(2025, 9, 30), False), (date(2025, 10, 1), True), (date(2025, 12, 20), True), (date(2025, 12, 21), False)],
)
def test_service_by_post_by_the_day_of_dispatch(day: date, doubted: bool) -> None:
    assert bool(LAW.value_on("service_by_post", day).doubt) is doubted


@pytest.mark.parametrize(
    ("days", "found"),
    [(["2020-04-01"], "yes"), (["2020-04-01", "2021-06-01"], "no"), (["2021-06-01"], "no")],
)
def test_a_matter_is_barred_by_section_10a_only_if_every_default_is(days: list[str], found: str) -> None:
    invoices = [invoice(f"F{n}", dated="2020-01-01", delivered="2020-01-01", due=day) for n, day in enumerate(days)]
    matter = timeline(case(jurisdiction="india", invoices=invoices))
    assert answer("insolvency_suspended_defaults", Subject(matter, LAW, date(2022, 1, 1))) == found


def test_every_period_that_is_kept_says_what_is_lost() -> None:
    """A last day of the creditor without its consequence would be a date one may shrug at; reminders and steps apart."""
    silent = {
        name
        for name, rule in LAW.of_kind(PeriodRule).items()
        if rule.use == "must_act_by" and rule.diarised and rule.if_missed is None
    }
    assert silent == {"caveat_reminder"}


def test_every_stage_names_a_paper_that_ships() -> None:
    from lawkit.drafting.desk import precedent_folders
    from lawkit.drafting.precedent import list_precedents

    ships = {name for name, _ in list_precedents(precedent_folders(None), "india")}
    assert {paper for stage in LAW.stages.values() for paper in stage.documents} <= ships


def test_a_public_body_has_two_months_before_a_suit() -> None:
    debtor = {"name": "B", "kind": "public_body", "public_kind": "authority", "addresses": [ADDRESS]}
    review = [
        {
            "kind": "dispatched",
            "id": "d",
            "on": "2026-03-28",
            "document": "section-80-notice",
            "addressee": "B",
            "mode": "hand",
        },
        {"kind": "service_outcome", "of": "d", "on": "2026-03-31", "outcome": "delivered"},
        {"kind": "dispatched", "on": "2026-01-05", "document": "second-notice", "addressee": "B", "mode": "hand"},
        {"kind": "dispatched", "on": "2026-02-05", "document": "final-notice", "addressee": "B", "mode": "hand"},
        {"kind": "evaluation", "on": "2026-03-10", "recommendation": "legal_action"},
        {"kind": "legal_review", "on": "2026-03-12", "viable": "yes"},
    ]
    states = [
        steps(day, debtors=[debtor], history=review)["commercial_suit"] for day in (date(2026, 5, 31), date(2026, 6, 1))
    ]
    assert states == ["not yet", "now"]


WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10, "twelve": 12, "fifteen": 15,
    "twenty": 20, "twenty-four": 24, "thirty": 30, "forty-five": 45, "sixty": 60, "ninety": 90,
}  # fmt: skip


@pytest.mark.parametrize("name", [n for n, rule in LAW.rules.items() if isinstance(rule, PeriodRule)])
def test_a_period_named_in_a_title_is_that_of_the_rule(name: str) -> None:
    rule = LAW.rules[name]
    assert isinstance(rule, PeriodRule)
    said = re.findall(r"(\d+|[a-z-]+) (day|week|month|year)s?\b", rule.title["en"].lower())
    counted = [(WORDS.get(number, number), unit) for number, unit in said if number in WORDS or number.isdigit()]
    values = {(value.value, rule.unit) for value in rule.values.values()}
    assert all((int(number), unit) in values for number, unit in counted)
