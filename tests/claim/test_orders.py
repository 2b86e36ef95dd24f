"""An order for payment is the debt once it is a title: not before its service, not while it is opposed."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lawkit.claim.judgment import compute_owed, judgment_of
from lawkit.claim.judgment_model import Owed
from lawkit.errors import RateMissing
from lawkit.facts.timeline import Timeline, timeline
from lawkit.law import load_jurisdiction
from tests.matters import ADDRESS, case, invoice

FRANCE = load_jurisdiction("france")
FILED = {"kind": "filed", "id": "ip", "on": "2026-07-06", "proceeding": "injonction_de_payer", "invoices": ["F1"]}
ORDER = {"kind": "order", "id": "ord", "on": "2026-09-03", "of": "ip", "order": "payment", "amount": "9000.00"}
SERVED = {"kind": "served", "id": "sig", "on": "2026-09-16", "of": "ord", "act": "order_for_payment", "mode": "person"}
TITLE = {"kind": "title_obtained", "id": "t", "on": "2026-11-17", "of": "ord", "title": "order_for_payment"}
OPPOSED = {"kind": "opposition", "id": "op", "on": "2026-10-12", "of": "ord"}
HEADS = [{"head": "principal", "amount": "9000.00"}, {"head": "costs", "amount": "33.47"}]
ENTERED = {
    "kind": "judgment", "id": "j", "on": "2026-09-03", "of": "ip", "decision": "order_for_payment", "outcome": "won", "heads": HEADS
}  # fmt: skip


def matter_with(*entries: dict[str, Any], **facts: Any) -> Timeline:
    return timeline(case(jurisdiction="france", history=list(entries), contract=None, **facts))


def owed(*entries: dict[str, Any], as_of: date = date(2026, 11, 24), **facts: Any) -> Owed:
    return compute_owed(matter_with(*entries, **facts), FRANCE, as_of)


def said(found: Owed) -> dict[str, str]:
    return {remark.code: remark.text for part in found.parts for remark in part.remarks}


@pytest.mark.parametrize(("day", "basis"), [(16, "invoices"), (17, "judgment"), (18, "judgment")])
def test_from_the_day_of_its_title_the_order_is_the_debt(day: int, basis: str) -> None:
    line = matter_with(FILED, ORDER, SERVED, TITLE)
    as_of = date(2026, 11, day)
    assert compute_owed(line, FRANCE, as_of).basis == basis
    found = judgment_of(line, as_of)
    assert (found.name if found is not None else None) == ("t" if basis == "judgment" else None)


def test_its_amount_bears_legal_interest_from_its_day_and_that_is_said() -> None:
    found = owed(FILED, ORDER, SERVED, TITLE)
    (debt,) = found.judgments
    # 9,000.00 x 2.75 % x 82 days (04.09 to 24.11.2026) / 365 = 55.60
    assert (str(debt.principal), str(debt.interest), str(found.total)) == ("9000.00", "55.60", "9055.60")
    assert (debt.judgment, debt.decision, debt.judgment_on, debt.invoices) == (
        "ord", "order_for_payment", date(2026, 9, 3), ("F1",),
    )  # fmt: skip
    assert "2026-11-17" in said(found)["order_taken_as_principal"] and "order_no_title" not in said(found)


@pytest.mark.parametrize(
    ("entries", "why"),
    [
        ((FILED, ORDER), "it is not served"),
        ((FILED, ORDER, SERVED), "no title is entered"),
        ((FILED, ORDER, SERVED, OPPOSED), "it was opposed on 2026-10-12"),
        ((FILED, ORDER, SERVED, {**OPPOSED, "of": "ip"}), "it was opposed on 2026-10-12"),
        ((FILED, ORDER, SERVED, TITLE, {**OPPOSED, "on": "2026-11-17"}), "it was opposed on 2026-11-17"),
        ((FILED, ORDER, SERVED, TITLE, {**OPPOSED, "on": "2026-11-20", "of": "sig"}), "it was opposed on 2026-11-20"),
        ((FILED, {k: v for k, v in ORDER.items() if k != "amount"}, SERVED, TITLE), "its amount is not entered"),
        ((FILED, ENTERED), "it is not served"),
        ((FILED, ENTERED, {**OPPOSED, "of": "j"}), "it was opposed on 2026-10-12"),
        ((FILED, ORDER, {**ENTERED, "of": "ord"}, SERVED, OPPOSED), "it was opposed on 2026-10-12"),
    ],
)  # fmt: skip
def test_an_order_not_served_or_opposed_is_no_title_and_the_invoices_are_counted(
    entries: tuple[dict[str, Any], ...], why: str
) -> None:
    found = owed(*entries)
    assert found.basis == "invoices" and why in said(found)["order_no_title"]


@pytest.mark.parametrize(("day", "basis"), [("2026-11-15", "invoices"), ("2026-11-16", "invoices"), ("2026-11-17", "judgment")])  # fmt: skip
def test_a_title_is_one_again_only_after_the_last_opposition(day: str, basis: str) -> None:
    found = owed(FILED, ORDER, SERVED, {**OPPOSED, "on": "2026-11-16"}, {**TITLE, "on": day})
    assert found.basis == basis


def test_what_contests_a_measure_is_no_opposition_to_the_order() -> None:
    measure = {
        "kind": "measure_applied", "id": "m", "on": "2026-11-19", "of": "t", "measure": "saisie_attribution"
    }  # fmt: skip
    contested = {**OPPOSED, "on": "2026-11-20", "of": "m"}
    assert owed(FILED, ORDER, SERVED, TITLE, measure, contested).basis == "judgment"


@pytest.mark.parametrize(("served", "basis"), [("2026-11-23", "judgment"), ("2026-11-24", "judgment"), ("2026-11-25", "invoices")])  # fmt: skip
def test_an_order_entered_as_a_judgment_counts_once_it_is_served(served: str, basis: str) -> None:
    assert owed(FILED, {**ENTERED, "served": served}).basis == basis
    assert owed(FILED, {**ENTERED, "enforceable_on": served}).basis == basis


def test_entered_both_ways_its_heads_count_and_once() -> None:
    found = owed(FILED, ORDER, {**ENTERED, "of": "ord"}, SERVED, TITLE)
    assert [debt.judgment for debt in found.judgments] == ["j"] and str(found.costs) == "33.47"
    assert {"order_taken_as_principal", "order_no_title"}.isdisjoint(said(found))


def test_the_judgment_on_an_opposition_takes_its_place() -> None:
    judged = {"kind": "judgment", "id": "j2", "on": "2026-11-20", "of": "op", "outcome": "won", "heads": HEADS}
    found = owed(FILED, ORDER, SERVED, OPPOSED, judged)
    assert [debt.judgment for debt in found.judgments] == ["j2"] and "order_no_title" not in said(found)
    assert "payments_since_first_judgment" not in said(found)  # the order never was a title


def test_what_comes_in_from_the_day_of_the_order_lowers_it_and_what_it_cost_since_joins_it() -> None:
    found = owed(
        FILED, ORDER, SERVED, TITLE,
        {"kind": "payment", "id": "p0", "on": "2026-09-02", "amount": "100.00"},
        {"kind": "payment", "id": "p1", "on": "2026-10-05", "amount": "1000.00"},
        {"kind": "recovery", "id": "r1", "on": "2026-11-20", "amount": "200.00", "of": "t"},
        {"kind": "cost_incurred", "on": "2026-09-16", "amount": "78.40", "nature": "bailiff", "recoverable": True},
    )  # fmt: skip
    # 32 days to 05.10 x 9,000.00: 21.70, paid first; 8,021.70 left: 46 days to 20.11: 27.80, paid first of 200.00;
    # 7,849.50 left: 4 days = 2.37
    assert (str(found.principal), str(found.interest), str(found.costs)) == ("7849.50", "2.37", "78.40")


def test_an_order_on_one_invoice_leaves_the_other_beside_it() -> None:
    found = owed(FILED, ORDER, SERVED, TITLE, invoices=[invoice(), invoice("F2")])
    assert found.invoices is not None and [line.number for line in found.invoices.invoices] == ["F2"]


def test_two_orders_are_two_titles_each_for_itself() -> None:
    second = [
        {**FILED, "id": "ip2", "invoices": ["F2"]}, {**ORDER, "id": "ord2", "of": "ip2", "amount": "500.00"},
        {**TITLE, "id": "t2", "of": "ord2", "on": "2026-11-20"},
    ]  # fmt: skip
    line = matter_with(FILED, ORDER, SERVED, TITLE, *second, invoices=[invoice(), invoice("F2")])
    before, after = (compute_owed(line, FRANCE, date(2026, 11, day)) for day in (19, 20))
    assert [str(debt.principal) for debt in before.judgments] == ["9000.00"] and before.invoices is not None
    assert [str(debt.principal) for debt in after.judgments] == ["9000.00", "500.00"] and after.invoices is None


@pytest.mark.parametrize(
    ("as_of", "interest"),
    [(date(2027, 1, 15), None), (date(2026, 12, 31), "80.69")],
)
def test_the_five_points_wait_two_months_more_and_a_rate_not_published_is_refused(
    as_of: date, interest: str | None
) -> None:
    if interest is None:
        with pytest.raises(RateMissing):
            owed(FILED, ORDER, SERVED, TITLE, as_of=as_of)
    else:  # 119 days x 9,000.00 x 2.75 % / 365
        assert str(owed(FILED, ORDER, SERVED, TITLE, as_of=as_of).interest) == interest


OLD = {**ORDER, "on": "2026-03-02"}


@pytest.mark.parametrize(("day", "interest"), [(8, "63.31"), (9, "63.96"), (10, "65.84")])
def test_the_five_points_of_an_order_of_before_september_2026(day: int, interest: str) -> None:
    """Served on 09.03.2026, a title at the end of the month to oppose, 09.04.2026; five points from the day after 09.06.2026.

    98 and 99 days from 03.03.2026 x 9,000.00 x 2.62 % / 365 = 63.31 and 63.96; one day at 7.62 % = 1.88.
    """
    filed, served = {**FILED, "on": "2026-02-02"}, {**SERVED, "on": "2026-03-09"}
    found = owed(filed, OLD, served, {**TITLE, "on": "2026-04-20"}, as_of=date(2026, 6, day))
    assert [str(debt.interest) for debt in found.judgments] == [interest]


@pytest.mark.parametrize(
    ("of", "basis"), [(None, "invoices"), ("ip", "invoices"), ("ord", "judgment"), ("sig", "judgment")]
)
def test_of_two_orders_in_one_proceeding_the_title_must_say_which(of: str | None, basis: str) -> None:
    other = {**ORDER, "id": "ord2", "on": "2026-09-04"}
    title = {**TITLE, "of": of} if of else {k: v for k, v in TITLE.items() if k != "of"}
    assert owed(FILED, ORDER, other, SERVED, title).basis == basis


@pytest.mark.parametrize("of", [None, "ip", "ord", "sig"])
def test_of_one_order_it_need_not(of: str | None) -> None:
    title = {**TITLE, "of": of} if of else {k: v for k, v in TITLE.items() if k != "of"}
    assert owed(FILED, ORDER, SERVED, title).basis == "judgment"


def test_a_guarantor_s_order_is_the_same_debt_once_more() -> None:
    debtors = [
        {"name": "B SARL", "kind": "company", "addresses": [ADDRESS]},
        {"name": "G", "kind": "person", "role": "guarantor", "guarantee": {"dated": "2024-12-01"}, "addresses": [ADDRESS]},
    ]  # fmt: skip
    found = owed({**FILED, "against": ["G"]}, ORDER, SERVED, TITLE, debtors=debtors)
    assert found.basis == "invoices" and [debt.total for debt in found.guarantors] == [Decimal("9055.60")]
