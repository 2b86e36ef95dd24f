"""What came in and what was given back, each from its own day; advances; the order of one day."""

from datetime import date
from decimal import Decimal

import pytest

from lawkit.claim import compute_claim
from lawkit.claim.receipts import PaidTooMuch, RefundWithoutPayment, movements, refunds
from tests.matters import invoice, matter, paid, third_law

DAY = date(2025, 6, 30)
GIVEN = {"kind": "refund", "on": "2025-05-10", "of": "p1"}


@pytest.mark.parametrize(("back", "left"), [("499.99", "0.01"), ("500.00", None), ("100.00", "400.00")])
def test_what_is_given_back_on_the_day_itself_was_never_paid(back: str, left: str | None) -> None:
    line = matter(history=[paid("2025-05-01", "500.00", id="p1"), {**GIVEN, "on": "2025-05-01", "amount": back}])
    plain = matter(history=[paid("2025-05-01", left, id="p1")] if left else [])
    assert compute_claim(line, third_law(), DAY).total == compute_claim(plain, third_law(), DAY).total


def test_what_is_given_back_is_owed_again_from_that_day_and_no_earlier() -> None:
    """Paid in full on 31.01.2025, the day it was due: nothing bears interest until 1,000.00 is given back on 10.05."""
    history = [paid("2025-01-31", "10000.00", id="p1"), {**GIVEN, "amount": "1000.00"}]
    totals = [compute_claim(matter(history=history), third_law(), date(2025, 5, day)).total for day in (9, 10, 11, 12)]
    # 1,000.00 x 12 % / 365 = 0.33 for the 11th, 0.66 with the 12th; the fixed sum is for a debt paid late, and this was not
    assert [str(total) for total in totals] == ["0.00", "1000.00", "1000.33", "1000.66"]


def test_a_refund_answers_first_for_what_nothing_was_owed_for() -> None:
    history = [paid("2025-01-31", "10500.00", id="p1"), {**GIVEN, "amount": "700.00"}]
    claim = compute_claim(matter(history=history), third_law(), date(2025, 5, 10))
    assert claim.principal == 200 and [(e.kind, str(e.amount), e.of) for e in claim.extinguished] == [
        ("payment", "10000.00", ""), ("refund", "-200.00", "p1"),
    ]  # fmt: skip


def test_a_payment_goes_to_the_invoices_of_its_day_and_what_it_leaves_to_those_that_come() -> None:
    two = [invoice(), invoice("F2", dated="2025-03-01", delivered="2025-03-01", due="2025-03-31")]
    before = matter(invoices=two, history=[paid("2025-01-20", "10500.00", id="p1")])
    early = compute_claim(before, third_law(), date(2025, 2, 28))
    assert early.total == 0 and "held_in_advance" in {remark.code for remark in early.remarks}
    late = compute_claim(before, third_law(), date(2025, 3, 31))
    assert [(e.invoice, str(e.amount)) for e in late.extinguished] == [("F1", "10000.00"), ("F2", "500.00")]
    assert late.extinguished[:1] == early.extinguished  # what was applied once is not applied anew


@pytest.mark.parametrize("chosen_by", ["debtor", "creditor"])
def test_what_is_paid_for_an_invoice_still_to_come_waits_for_it(chosen_by: str) -> None:
    two = [invoice(), invoice("F2", dated="2025-03-01", delivered="2025-03-01", due="2025-03-31")]
    advance = paid(
        "2025-02-15", "3000.00", id="p1", chosen_by=chosen_by, towards=[{"invoice": "F2", "amount": "2000.00"}]
    )
    found = compute_claim(matter(invoices=two, history=[advance]), third_law(), date(2025, 3, 1))
    to = {each: sum(e.amount for e in found.extinguished if e.invoice == each) for each in ("F1", "F2")}
    assert to == {"F1": Decimal(1000), "F2": Decimal(2000)}


def test_a_payment_larger_than_all_that_was_and_will_be_owed_is_refused_when_no_invoice_is_to_come() -> None:
    line = matter(history=[paid("2025-01-20", "10000.01", id="p1")])
    with pytest.raises(PaidTooMuch, match="0.01 more than everything owed"):
        compute_claim(line, third_law(), DAY)


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
    assert [str(entry.amount) for _, entry in movements(line)] == ["4.00", "3.00", "2.00", "1.00"]


def test_what_a_measure_recovered_counts_as_a_payment_on_the_invoices() -> None:
    line = matter(history=[{"kind": "recovery", "on": "2025-03-31", "amount": "500.00"}])
    claim = compute_claim(line, third_law(), DAY)
    assert [(e.kind, e.part, str(e.amount)) for e in claim.extinguished] == [
        ("payment", "interest", "193.97"), ("payment", "principal", "306.03"),
    ]  # fmt: skip
