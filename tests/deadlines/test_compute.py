"""The time to sue by its article, in threes; what may have restarted it is named; the other side's times."""

from datetime import date

import pytest

from lawkit.deadlines import Deadline, compute_deadlines
from lawkit.deadlines.compute import working_day_before
from lawkit.facts.timeline import timeline
from lawkit.law import load_jurisdiction
from tests.matters import ADDRESS, case, invoice

INDIA, FRANCE = load_jurisdiction("india"), load_jurisdiction("france")
NO_TERM = {"kind": "sale_of_goods", "title": "Order", "dated": "2019-01-01", "subject": "goods"}


def of(as_of: date, country: str = "india", **facts: object) -> list[Deadline]:
    law = {"india": INDIA, "france": FRANCE}[country]
    return compute_deadlines(timeline(case(jurisdiction=country, **facts)), law, as_of)


@pytest.mark.parametrize(
    ("sold", "rule", "last"),
    [
        ({"supply": "goods", "due": "2025-01-31"}, "article_15", date(2028, 1, 31)),  # the credit period expires
        (
            {"supply": "goods", "due": None, "delivered": "2025-01-10"},
            "article_14",
            date(2028, 1, 10),
        ),  # delivery, not invoice
        ({"supply": "services", "due": "2025-01-31"}, "article_113", date(2028, 1, 31)),
        ({"supply": "services", "due": None, "delivered": "2025-01-10"}, "article_18", date(2028, 1, 10)),
        (
            {"supply": "goods", "due": "2024-02-29", "dated": "2024-01-01", "delivered": "2024-01-01"},
            "article_15",
            date(2027, 2, 28),
        ),
    ],
)
def test_the_article_is_chosen_by_the_supply_and_the_term(sold: dict[str, object], rule: str, last: date) -> None:
    (deadline,) = of(date(2025, 3, 1), contract=NO_TERM, invoices=[invoice(**sold)])
    assert (deadline.rule, deadline.last_day, deadline.status) == (
        rule,
        last,
        "provisional",
    )  # no calendar of the court is known


@pytest.mark.parametrize(
    ("as_of", "status"),
    [(date(2028, 1, 30), "provisional"), (date(2028, 1, 31), "provisional"), (date(2028, 2, 1), "missed")],
)
def test_the_last_day_itself_is_in_time(as_of: date, status: str) -> None:
    assert of(as_of)[0].status == status


def test_the_recommended_day_is_a_working_day_before() -> None:
    assert working_day_before(date(2028, 1, 31)) == date(2028, 1, 28)  # Monday → Friday
    assert working_day_before(date(2027, 2, 28)) == date(2027, 2, 26)  # Sunday → Friday
    assert of(date(2025, 3, 1))[0].recommended == date(2028, 1, 28)


def test_the_buyers_hundred_and_eighty_days_stand_beside_the_time_to_sue() -> None:
    taxed = invoice(
        dated="2026-01-28",
        delivered="2026-01-29",
        due="2026-02-27",
        taxable="500000.00",
        tax={"igst": "90000.00"},
        total="590000.00",
    )
    found = of(date(2026, 7, 28), invoices=[taxed])
    assert [(d.rule, d.last_day, d.status) for d in found] == [
        ("gst_time_to_pay", date(2026, 7, 27), "missed"), ("article_15", date(2029, 2, 27), "provisional"),
    ]  # fmt: skip


def test_a_missing_fact_waits_and_is_named() -> None:
    deadline = of(date(2025, 3, 1), contract=NO_TERM, invoices=[invoice(due=None, delivered=None)])[-1]
    assert deadline.status == "waiting for a fact" and deadline.last_day is None and "delivered" in deadline.chain[0]


@pytest.mark.parametrize(("kind", "years"), [("company", 5), ("person", 2)])
def test_france_five_years_between_traders_and_two_against_a_consumer(kind: str, years: int) -> None:
    debtors = [{"name": "B", "kind": kind, "addresses": [ADDRESS]}]
    found = of(date(2025, 3, 1), "france", debtors=debtors)
    # the conservative day, from the earliest of performance, invoice and due day, leads; the ordinary one is from the due day
    assert (found[0].safe_day, found[0].last_day) == (date(2025 + years, 1, 1), date(2025 + years, 1, 31))


CHEQUE = {"number": "300411", "dated": "2025-11-30", "bank": "BB", "amount": "10000.00", "presented": "2025-12-10",
          "returned": "2025-12-12", "memo_received": "2025-12-15", "covers": ["F1"]}  # fmt: skip
DEMANDED = (
    {"kind": "dispatched", "id": "n", "on": "2026-01-05", "document": "cheque-demand-notice", "addressee": "B Ltd",
     "mode": "speed_post_with_registration", "cheques": ["300411"]},
    {"kind": "service_outcome", "on": "2026-01-06", "of": "n", "outcome": "delivered"},
)  # fmt: skip


def complaint(as_of: date, *filed: tuple[str, str]) -> dict[str, Deadline]:
    history = [
        {"kind": "filed", "on": on, "proceeding": "cheque_complaint", "cheques": ["300411"], "outcome": outcome}
        for on, outcome in filed
    ]
    return {d.rule: d for d in of(as_of, cheques=[CHEQUE], history=[*DEMANDED, *history])}


@pytest.mark.parametrize(
    ("filed", "met", "before"),
    [("2026-01-20", None, "missed"), ("2026-01-21", None, "missed"), ("2026-01-22", date(2026, 1, 22), "met")],
)
def test_a_complaint_within_the_time_to_pay_meets_no_month(filed: str, met: date | None, before: str) -> None:
    """Received 06.01.2026, to pay until the 21st: a complaint from the 22nd on, by 22.02.2026, a Sunday, so the 23rd."""
    found = complaint(date(2026, 1, 25), (filed, "pending"))
    due = found["cheque_complaint"]
    assert (due.met_on, due.effective_last_day) == (met, date(2026, 2, 23))
    assert (due.recommended is None) is (met is not None)
    assert any("too early" in note for note in due.notes) is (met is None)
    assert found["cheque_complaint_not_before"].status == before


def test_a_fresh_complaint_counts_and_the_one_that_came_too_early_does_not() -> None:
    for outcome in ("dismissed", "pending"):
        found = complaint(date(2026, 3, 1), ("2026-01-21", outcome), ("2026-02-10", "pending"))
        assert (found["cheque_complaint"].status, found["cheque_complaint"].met_on) == ("met", date(2026, 2, 10))
        assert found["cheque_complaint_not_before"].status == "met"


@pytest.mark.parametrize(("fresh", "status"), [("2026-02-22", "met"), ("2026-02-23", "met"), ("2026-02-24", "missed")])
def test_a_fresh_complaint_has_its_last_day_too(fresh: str, status: str) -> None:
    assert (
        complaint(date(2026, 3, 1), ("2026-01-21", "dismissed"), (fresh, "pending"))["cheque_complaint"].status
        == status
    )


@pytest.mark.parametrize("outcome", ["withdrawn", "lapsed", "no_jurisdiction"])
def test_a_complaint_that_came_to_nothing_meets_no_month(outcome: str) -> None:
    found = complaint(date(2026, 2, 15), ("2026-01-29", outcome))["cheque_complaint"]
    assert found.met_on is None and found.recommended == date(2026, 2, 20)
    assert complaint(date(2026, 2, 24), ("2026-01-29", outcome))["cheque_complaint"].status == "missed"
