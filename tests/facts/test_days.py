"""Days from facts: periods in the law's own unit, terms, acceptance, choices; each with its chain."""

from datetime import date

import pytest

from lawkit import vocabulary
from lawkit.errors import FactMissing
from lawkit.facts.conditions import CONDITIONS, answer
from lawkit.facts.days import count_period, payable_on, resolve
from lawkit.facts.subject import Subject
from lawkit.facts.triggers import TRIGGERS, acceptance_day, term_day
from lawkit.law import load_jurisdiction
from lawkit.law.expressions import DayAfter, Earliest, EndOf, Latest
from tests.matters import ADDRESS, invoice, matter, third_law


def subject(**facts: object) -> Subject:
    timeline = matter(**facts)
    return Subject(timeline, third_law(), date(2025, 12, 31), timeline.case.invoices[0])


def test_every_name_of_the_vocabulary_has_one_implementation() -> None:
    assert set(TRIGGERS) == set(vocabulary.TRIGGERS)
    assert set(CONDITIONS) == set(vocabulary.CONDITIONS)


@pytest.mark.parametrize(
    ("trigger", "number", "unit", "counting", "last"),
    [
        (date(2026, 2, 1), 45, "day", "exclude_first_day", date(2026, 3, 18)),
        (date(2022, 3, 1), 90, "day", "include_first_day", date(2022, 5, 29)),  # IN-LIM: the COVID grace
        (date(2026, 1, 31), 1, "month", "exclude_first_day", date(2026, 2, 28)),
        (date(2026, 1, 31), 2, "month", "exclude_first_day", date(2026, 3, 31)),  # one step, not 28 + 1 month
        (date(2024, 2, 29), 1, "year", "exclude_first_day", date(2025, 2, 28)),
        (date(2026, 11, 30), 3, "month", "exclude_first_day", date(2027, 2, 28)),  # three months are not 90 days
    ],
)
def test_periods_are_counted_in_their_own_unit(
    trigger: date, number: int, unit: str, counting: str, last: date
) -> None:
    assert count_period(trigger, number, unit, "forward", counting) == last


def test_a_period_counted_backwards_excludes_both_ends() -> None:
    assert count_period(date(2026, 3, 16), 15, "day", "backward", "exclude_first_day") == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("term", "day"),
    [
        ({"days": 30}, date(2025, 1, 31)),
        ({"days": 30, "counted_from": "delivery"}, date(2025, 2, 9)),
        ({"days": 45, "end_of_month": "after_days"}, date(2025, 2, 28)),  # 1.1 + 45 = 15.2, then the month's end
        ({"days": 45, "end_of_month": "before_days"}, date(2025, 3, 17)),  # 31.1 + 45
    ],
)
def test_the_contract_term_counts_from_what_it_names(term: dict[str, object], day: date) -> None:
    contract = {"kind": "sale_of_goods", "title": "O", "dated": "2024-12-01", "subject": "g", "payment_term": term}
    assert term_day(subject(contract=contract, invoices=[invoice(due=None, delivered="2025-01-10")])) == day


@pytest.mark.parametrize(
    ("objected", "removed", "accepted"),
    [
        ("2025-01-16", "2025-02-10", date(2025, 2, 10)),  # the fifteenth day is in time
        ("2025-01-17", "2025-02-10", date(2025, 1, 1)),  # the sixteenth is not: deemed acceptance on delivery
        ("2025-01-15", None, None),  # a standing objection: no acceptance yet
    ],
)
def test_acceptance_waits_for_a_timely_written_objection(
    objected: str, removed: str | None, accepted: date | None
) -> None:
    objection = {"on": objected, **({"removed_on": removed} if removed else {})}
    objected_to = matter(jurisdiction="india", invoices=[invoice(objection=objection)])
    asked = Subject(objected_to, load_jurisdiction("india"), date(2025, 12, 31), objected_to.case.invoices[0])
    assert acceptance_day(asked) == accepted
    assert acceptance_day(subject(invoices=[invoice(objection=objection)])) == date(
        2025, 1, 1
    )  # no such time in this law


def test_expressions_of_days_nest_and_leave_unknown_days_out() -> None:
    asked = subject(invoices=[invoice(due=None)])
    term = EndOf(end_of="ordinary_term")  # 30 days from the delivery on 1 January
    assert resolve(term, asked, "x").day == date(2025, 1, 31)
    assert resolve(DayAfter(day_after=term), asked, "x").day == date(2025, 2, 1)
    assert resolve(Earliest(earliest=("agreed_due", term)), asked, "x").day == date(2025, 1, 31)
    assert resolve(Latest(latest=("invoice_dated", term)), asked, "x").day == date(2025, 1, 31)
    assert "ordinary_term: 2025-01-01 + 30 days = 2025-01-31" in resolve(term, asked, "x").chain


def test_a_missing_fact_is_named_with_its_invoice_and_the_rule_that_needs_it() -> None:
    with pytest.raises(FactMissing) as caught:
        payable_on(subject(invoices=[invoice(due=None, delivered=None)]))
    assert "ordinary_term" in str(caught.value) and "invoice F1: delivered" in str(caught.value)


ENTERPRISE = {"class": "small", "registered_on": "2025-01-01", "activity": "manufacturing"}


@pytest.mark.parametrize(
    ("supplied", "registered"), [("2024-12-31", "no"), ("2025-01-01", "yes"), ("2025-01-02", "yes"), (None, "unknown")]
)
def test_registration_is_compared_with_the_day_of_supply(supplied: str | None, registered: str) -> None:
    creditor = {"name": "A", "kind": "company", "addresses": [ADDRESS], "enterprise": ENTERPRISE}
    asked = subject(creditor=creditor, invoices=[invoice(dated="2024-12-01", delivered=supplied)])
    assert answer("registered_by_supply", asked) == registered


@pytest.mark.parametrize(
    ("supplied", "kept"), [("2025-03-31", "no"), ("2025-04-01", "yes"), ("2028-04-01", "yes"), ("2028-04-02", "no")]
)
def test_an_enterprise_that_moved_up_keeps_its_class_three_years(supplied: str, kept: str) -> None:
    enterprise = {**ENTERPRISE, "registered_on": "2020-01-01", "changes": [{"from": "2025-04-01", "class": "medium"}]}
    creditor = {"name": "A", "kind": "company", "addresses": [ADDRESS], "enterprise": enterprise}
    asked = subject(creditor=creditor, invoices=[invoice(dated="2025-01-01", delivered=supplied, due="2028-12-31")])
    assert answer("moved_up_within_three_years", asked) == kept


def test_a_person_is_a_consumer_unless_in_trade() -> None:
    person = {"name": "P", "kind": "person", "addresses": [ADDRESS]}
    assert answer("debtor_is_consumer", subject(debtors=[person])) == "yes"
    assert answer("debtor_is_consumer", subject(debtors=[{**person, "in_trade": "yes"}])) == "no"
    assert answer("not debtor_is_consumer", subject(debtors=[person])) == "no"


@pytest.mark.parametrize(
    ("on", "removed", "says"),
    [("2025-01-16", None, "F1: objection.removed_on"), ("2025-01-17", None, None), ("2025-01-16", "2025-02-10", None)],
)
def test_an_objection_that_stands_is_the_fact_that_is_missing(on: str, removed: str | None, says: str | None) -> None:
    """MSMED Act s. 2(b): objected to within fifteen days of the delivery of 01.01.2025; the sixteenth is too late."""
    india = load_jurisdiction("india")
    objection = {"on": on} if removed is None else {"on": on, "removed_on": removed}
    timeline = matter(jurisdiction="india", invoices=[invoice(due=None, objection=objection)])
    asked = Subject(timeline, india, date(2025, 12, 31), timeline.case.invoices[0])
    if says is None:
        assert resolve("accepted", asked, "payment").day == date.fromisoformat(removed or "2025-01-01")
    else:
        with pytest.raises(FactMissing, match=says):
            resolve("accepted", asked, "payment")


def test_what_was_not_delivered_is_missing_its_delivery() -> None:
    with pytest.raises(FactMissing, match="F1: delivered"):
        resolve("accepted", subject(invoices=[invoice(due=None, delivered=None)]), "payment")
