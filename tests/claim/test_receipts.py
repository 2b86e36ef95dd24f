"""What came in: refunds lower the payment they name; one given back in full never came; the order of one day."""

from datetime import date
from decimal import Decimal

import pytest

from lawkit.claim import compute_claim
from lawkit.claim.receipts import RefundWithoutPayment, receipts, refunds
from tests.matters import matter, paid, third_law

DAY = date(2025, 6, 30)
GIVEN = {"kind": "refund", "on": "2025-05-10", "of": "p1"}


@pytest.mark.parametrize(("back", "left"), [("499.99", "0.01"), ("500.00", None), ("100.00", "400.00")])
def test_a_refund_lowers_the_payment_from_its_beginning(back: str, left: str | None) -> None:
    line = matter(history=[paid("2025-05-01", "500.00", id="p1"), {**GIVEN, "amount": back}])
    assert [str(amount) for _, _, amount in receipts(line)] == ([left] if left else [])
    claim = compute_claim(line, third_law(), DAY)
    plain = matter(history=[paid("2025-05-01", left, id="p1")] if left else [])
    assert claim.total == compute_claim(plain, third_law(), DAY).total


def test_several_refunds_of_one_payment_add_up() -> None:
    line = matter(history=[paid("2025-05-01", "500.00", id="p1"), *({**GIVEN, "amount": "200.00"} for _ in range(2))])
    assert refunds(line) == {"p1": Decimal("400.00")}


@pytest.mark.parametrize(
    "entry", [{**GIVEN, "amount": "500.01"}, {**GIVEN, "of": "p2", "amount": "1.00"}], ids=["too much", "no payment"]
)
def test_a_refund_that_answers_to_no_payment_is_refused(entry: dict[str, str]) -> None:
    line = matter(history=[paid("2025-05-01", "500.00", id="p1"), entry])
    with pytest.raises(RefundWithoutPayment, match="payments: p1"):
        compute_claim(line, third_law(), DAY)


def test_an_overpayment_is_cured_by_the_refund_the_message_asks_for() -> None:
    owed = compute_claim(matter(), third_law(), date(2025, 5, 1)).total
    over = owed + 100
    line = matter(history=[paid("2025-05-01", str(over), id="p1"), {**GIVEN, "amount": "100.00"}])
    assert compute_claim(line, third_law(), DAY).total == 0


def test_on_one_day_credit_notes_come_first_then_deductions_then_payments() -> None:
    line = matter(
        history=[
            paid("2025-05-01", "1.00"),
            {"kind": "tax_deducted", "on": "2025-05-01", "invoice": "F1", "amount": "2.00"},
            {"kind": "credit_note", "on": "2025-05-01", "invoice": "F1", "amount": "3.00"},
            {"kind": "recovery", "on": "2025-04-30", "amount": "4.00"},
        ]
    )
    assert [str(amount) for _, _, amount in receipts(line)] == ["4.00", "3.00", "2.00", "1.00"]


def test_what_a_measure_recovered_counts_as_a_payment_on_the_invoices() -> None:
    line = matter(history=[{"kind": "recovery", "on": "2025-03-31", "amount": "500.00"}])
    claim = compute_claim(line, third_law(), DAY)
    assert [(e.kind, e.part, str(e.amount)) for e in claim.extinguished] == [
        ("payment", "interest", "193.97"), ("payment", "principal", "306.03"),
    ]  # fmt: skip
