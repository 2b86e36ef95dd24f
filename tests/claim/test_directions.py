"""Payments whose payer or creditor named the invoices: applied as the rule hears it, and what is odd is said."""

from datetime import date
from typing import Any

import pytest

from lawkit.claim import Claim, compute_claim
from lawkit.claim.judgment import compute_owed
from lawkit.facts.timeline import timeline
from lawkit.law import load_jurisdiction
from tests.matters import case, invoice, paid

FRANCE, INDIA = load_jurisdiction("france"), load_jurisdiction("india")
PLAIN = {"kind": "sale_of_goods", "title": "Order", "dated": "2024-12-01", "subject": "goods"}
OLD, NEW = invoice("A", due="2025-01-31"), invoice("B", dated="2025-02-01", delivered="2025-02-01", due="2025-02-28")


def claim(country: str, *history: dict[str, Any], as_of: date = date(2025, 6, 30)) -> Claim:
    law = {"france": FRANCE, "india": INDIA}[country]
    facts = case(jurisdiction=country, invoices=[OLD, NEW], contract=PLAIN, history=list(history))
    return compute_claim(timeline(facts), law, as_of)


def towards_b(on: str, amount: str, chosen_by: str = "debtor") -> dict[str, Any]:
    return paid(on, amount, id="p1", chosen_by=chosen_by, towards=[{"invoice": "B"}])


def codes(found: Claim) -> dict[str, str]:
    return {remark.code: remark.text for remark in found.remarks}


# B on 31.03.2025: 31 days x 10,000.00 x 13.15 % / 365 = 111.68; in full: 10,111.68
@pytest.mark.parametrize(("amount", "told"), [("10111.67", True), ("10111.68", False), ("10111.69", False)])
def test_a_french_debtor_picks_an_invoice_only_by_paying_it_in_full(amount: str, told: bool) -> None:
    found = claim("france", towards_b("2025-03-31", amount))
    assert found.extinguished[0].invoice == "B" and str(found.extinguished[0].amount) == "111.68"
    assert ("direction_in_part" in codes(found)) is told
    assert ("debtor_picks_only_in_full" in {use.rule for use in found.relied_on}) is told


def test_the_only_invoice_left_may_be_named_for_a_part() -> None:
    settled = paid("2025-01-31", "10000.00", id="p0", chosen_by="debtor", towards=[{"invoice": "A"}])
    assert "direction_in_part" not in codes(claim("france", settled, towards_b("2025-03-31", "500.00")))


def test_an_indian_debtor_may_name_a_part_of_a_debt() -> None:
    assert "direction_in_part" not in codes(claim("india", towards_b("2025-03-31", "500.00")))


@pytest.mark.parametrize(("on", "told"), [("2025-02-27", True), ("2025-02-28", False), ("2025-03-01", False)])
def test_a_payment_directed_to_an_invoice_not_yet_due_is_applied_and_told(on: str, told: bool) -> None:
    found = claim("india", towards_b(on, "500.00"))
    assert found.extinguished[0].invoice == "B"
    assert ("direction_not_due" in codes(found)) is told


@pytest.mark.parametrize(("day", "told"), [(30, False), (31, True)])
def test_where_nothing_else_was_due_nothing_is_told(day: int, told: bool) -> None:
    """A is due on 31.01.2025: until then both wait, and the debtor may pay either before its day."""
    early = {**NEW, "dated": "2025-01-15"}
    facts = case(
        jurisdiction="india", invoices=[OLD, early], contract=PLAIN, history=[towards_b(f"2025-01-{day}", "500.00")]
    )
    assert ("direction_not_due" in codes(compute_claim(timeline(facts), INDIA, date(2025, 2, 10)))) is told


def test_a_creditor_s_choice_is_heard_in_india_and_not_in_france() -> None:
    entry = towards_b("2025-03-31", "500.00", "creditor")
    indian, french = claim("india", entry), claim("france", entry)
    assert indian.extinguished[0].invoice == "B" and "direction_not_heard" not in codes(indian)
    assert french.extinguished[0].invoice == "A" and "p1" in codes(french)["direction_not_heard"]


def test_what_an_earlier_walk_placed_is_no_direction_of_anyone() -> None:
    """A part of an undirected payment stays with the invoice outside the judgment: nobody directed it there."""
    history = [
        paid("2025-03-10", "500.00", id="p1"),
        {"kind": "filed", "id": "f1", "on": "2025-04-01", "proceeding": "assignation", "invoices": ["B"]},
        {"kind": "judgment", "id": "j1", "of": "f1", "on": "2025-05-01", "outcome": "won",
         "heads": [{"head": "principal", "amount": "10000.00"}]},
    ]  # fmt: skip
    facts = case(jurisdiction="france", invoices=[OLD, NEW], contract=PLAIN, history=history)
    owed = compute_owed(timeline(facts), FRANCE, date(2025, 6, 30))
    assert owed.invoices is not None and owed.invoices.extinguished
    assert {"direction_in_part", "direction_not_heard", "direction_not_due"}.isdisjoint(codes(owed.invoices))


# A is payable on 31.01.2025 and credited in full
@pytest.mark.parametrize(
    ("on", "interest", "fixed"),
    [("2025-01-30", "0.00", "0.00"), ("2025-01-31", "0.00", "0.00"), ("2025-02-01", "0.00", "40.00"), ("2025-02-11", "36.03", "40.00")],
)  # fmt: skip
def test_an_invoice_credited_in_full_after_its_day_bears_what_it_bore_and_that_is_said(
    on: str, interest: str, fixed: str
) -> None:
    """A credit note lowers the principal from its own day: to 11.02 ten days x 10,000.00 x 13.15 % / 365 = 36.03."""
    note = {"kind": "credit_note", "on": on, "amount": "10000.00", "invoice": "A"}
    found = claim("france", note, as_of=date(2025, 2, 20))
    assert (str(found.invoices[0].interest), str(found.fixed_total)) == (interest, fixed)
    assert ("credited_in_full" in codes(found)) is (fixed != "0.00")


@pytest.mark.parametrize(("amount", "told"), [("9999.99", False), ("10000.00", True)])
def test_only_a_credit_note_for_the_whole_is_told(amount: str, told: bool) -> None:
    note = {"kind": "credit_note", "on": "2025-02-11", "amount": amount, "invoice": "A"}
    assert ("credited_in_full" in codes(claim("france", note))) is told


def test_two_credit_notes_may_make_the_whole() -> None:
    notes = [
        {"kind": "credit_note", "on": on, "amount": "5000.00", "invoice": "A"} for on in ("2025-01-15", "2025-02-11")
    ]
    text = codes(claim("france", *notes))["credited_in_full"]
    # ten days x 5,000.00 x 13.15 % / 365 = 18.01, and 40.00
    assert "A;" in text and "58,01" in text


def test_what_was_paid_of_it_before_is_no_credit() -> None:
    part = paid("2025-01-31", "100.00", id="p0", chosen_by="debtor", towards=[{"invoice": "A"}])
    note = {"kind": "credit_note", "on": "2025-02-11", "amount": "9900.00", "invoice": "A"}
    assert "credited_in_full" not in codes(claim("france", part, note))
