"""What a judgment orders is the debt from its day: which one counts, what is reopened, what is told. Sums: the examples."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lawkit.claim.judgment import compute_judgment_debt, judgment_of
from lawkit.errors import FactMissing
from lawkit.facts.timeline import Timeline, timeline
from lawkit.law import load_jurisdiction
from tests.matters import case, matter, third_law

INDIA, FRANCE = load_jurisdiction("india"), load_jurisdiction("france")
HEADS = [{"head": "principal", "amount": "100000.00"}]


def decree(on: str = "2025-01-01", **facts: Any) -> dict[str, Any]:
    return {"kind": "judgment", "on": on, "decision": "decree", "outcome": "won", "heads": HEADS, **facts}


def with_entries(*entries: dict[str, Any], country: str = "india", **facts: Any) -> Timeline:
    return timeline(case(jurisdiction=country, history=list(entries), **facts))


@pytest.mark.parametrize(
    ("as_of", "there"), [(date(2024, 12, 31), False), (date(2025, 1, 1), True), (date(2025, 1, 2), True)]
)
def test_the_debt_is_the_judgment_s_from_its_day(as_of: date, there: bool) -> None:
    assert (compute_judgment_debt(with_entries(decree()), INDIA, as_of) is not None) is there


def test_a_judgment_without_heads_or_lost_orders_nothing() -> None:
    assert compute_judgment_debt(with_entries(decree(heads=[])), INDIA, date(2025, 6, 1)) is None
    lost = with_entries(decree(), decree("2025-03-01", outcome="lost", heads=[]))
    assert compute_judgment_debt(lost, INDIA, date(2025, 2, 28)) is not None
    assert compute_judgment_debt(lost, INDIA, date(2025, 3, 1)) is None


def test_the_last_judgment_counts_and_its_elder_is_told() -> None:
    line = with_entries(decree(), decree("2025-03-01", heads=[{"head": "principal", "amount": "80000.00"}]))
    found = judgment_of(line, date(2025, 6, 1))
    assert found is not None and found.entry.on == date(2025, 3, 1)
    debt = compute_judgment_debt(line, INDIA, date(2025, 6, 1))
    assert debt is not None and debt.principal == Decimal("80000.00")
    assert "payments_since_first_judgment" in {r.code for r in debt.remarks}


def test_a_pack_without_the_roles_shows_no_judgment_debt() -> None:
    assert compute_judgment_debt(matter(history=[decree()]), third_law(), date(2025, 6, 1)) is None


def test_a_deduction_and_a_credit_note_lower_the_principal() -> None:
    line = with_entries(
        decree(),
        {"kind": "tax_deducted", "on": "2025-02-01", "invoice": "F1", "amount": "1000.00"},
        {"kind": "credit_note", "on": "2025-02-01", "invoice": "F1", "amount": "500.00"},
    )
    debt = compute_judgment_debt(line, INDIA, date(2025, 6, 1))
    assert debt is not None and debt.principal == Decimal("98500.00")
    assert [(e.kind, str(e.amount)) for e in debt.extinguished] == [
        ("credit_note", "500.00"),
        ("tax_deducted", "1000.00"),
    ]


def test_on_the_day_of_the_judgment_only_what_is_entered_after_it_counts() -> None:
    pay = {"kind": "payment", "on": "2025-01-01", "amount": "100.00"}
    for entries, left in (([decree(), pay], "99900.00"), ([pay, decree()], "100000.00")):
        debt = compute_judgment_debt(with_entries(*entries), INDIA, date(2025, 1, 31))
        assert debt is not None and str(debt.principal) == left


def test_costs_since_are_counted_only_where_they_are_recoverable() -> None:
    cost = {"kind": "cost_incurred", "on": "2025-02-01", "nature": "court_fee", "amount": "500.00"}
    line = with_entries(
        decree(), {**cost, "recoverable": True}, cost, {**cost, "on": "2024-12-01", "recoverable": True}
    )
    debt = compute_judgment_debt(line, INDIA, date(2025, 6, 1))
    assert debt is not None and debt.costs == Decimal("500.00")


@pytest.mark.parametrize("missing", ["current_rate", "instituted_on"])
def test_an_award_silent_on_interest_needs_evidence_and_is_never_guessed(missing: str) -> None:
    facts: dict[str, Any] = {
        "decision": "award", "instituted_on": "2024-01-01",
        "current_rate": {"rate": "7", "evidence": "rate card"},
    }  # fmt: skip
    del facts[missing]
    with pytest.raises(FactMissing, match=missing):
        compute_judgment_debt(with_entries(decree(**facts)), INDIA, date(2025, 6, 1))


def test_the_decree_s_direction_is_an_election_of_the_matter() -> None:
    pay = {"kind": "payment", "on": "2025-01-31", "amount": "600.00"}
    heads = [*HEADS, {"head": "costs", "amount": "400.00"}]
    line = with_entries(decree(heads=heads, interest_rate="7.3"), pay)
    chosen = with_entries(
        decree(heads=heads, interest_rate="7.3"), pay,
        elections={"appropriation_after_decree.order": "costs, principal, interest"},
    )  # fmt: skip
    first, second = (compute_judgment_debt(each, INDIA, date(2025, 1, 31)) for each in (line, chosen))
    assert first is not None and second is not None
    # 30 days at 20.00 a day: 600.00 of interest; the payment covers it, or the costs and 200.00 of principal
    assert (str(first.interest), str(first.costs), str(first.principal)) == ("0.00", "400.00", "100000.00")
    assert (str(second.interest), str(second.costs), str(second.principal)) == ("600.00", "0.00", "99800.00")


def test_french_capitalisation_against_a_consumer_is_told() -> None:
    person = [{"name": "B", "kind": "person", "addresses": [{"lines": ["1"], "city": "Lyon"}]}]
    entry = decree(decision="judgment", interest_rate="10", capitalisation_from="2025-01-01")
    debt = compute_judgment_debt(with_entries(entry, country="france", debtors=person), FRANCE, date(2025, 6, 1))
    assert debt is not None and "capitalisation_consumer" in {r.code for r in debt.remarks}


def test_every_rule_relied_on_is_kept() -> None:
    debt = compute_judgment_debt(with_entries(decree(interest_rate="6")), INDIA, date(2025, 6, 1))
    assert debt is not None
    assert {"interest_after_judgment", "decree_interest", "appropriation_after_decree", "interest_rounding"} <= {
        use.rule for use in debt.relied_on
    }
