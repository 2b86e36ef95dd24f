"""To which debt a payment goes: direction, creditor's choice, due first, oldest first, in proportion; interest first."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lawkit import vocabulary
from lawkit.claim import compute_claim
from lawkit.claim.appropriation import STEPS, shares
from lawkit.claim.compute import PaidTooMuch
from tests.matters import invoice, matter, paid, third_law

TWO = [
    invoice("A", due="2025-01-31"),
    invoice("B", dated="2025-02-01", delivered="2025-02-01", due="2025-02-28"),
]


def applied(*history: dict[str, object], invoices: list[dict[str, object]] = TWO) -> list[tuple[str, str, str]]:
    claim = compute_claim(matter(invoices=invoices, history=list(history)), third_law(), date(2025, 6, 30))
    return [(e.invoice, e.part, str(e.amount)) for e in claim.extinguished]


def test_every_step_of_the_vocabulary_is_known() -> None:
    assert set(STEPS) == set(vocabulary.APPROPRIATION_STEPS)


def test_without_direction_the_oldest_debt_is_paid_first_and_its_interest_before_its_principal() -> None:
    # 31 March: A owes 59 days × 10,000 × 12 % / 365 = 193.97
    assert applied(paid("2025-03-31", "500.00")) == [("A", "interest", "193.97"), ("A", "principal", "306.03")]


def test_the_debtor_may_name_the_debt() -> None:
    entry = paid("2025-03-31", "500.00", chosen_by="debtor", towards=[{"invoice": "B"}])
    # B owes 31 days: 101.92
    assert applied(entry) == [("B", "interest", "101.92"), ("B", "principal", "398.08")]


def test_an_amount_named_for_a_debt_is_kept_and_the_rest_goes_by_age() -> None:
    entry = paid("2025-03-31", "500.00", chosen_by="creditor", towards=[{"invoice": "B", "amount": "200.00"}])
    assert applied(entry) == [
        ("B", "interest", "101.92"), ("B", "principal", "98.08"), ("A", "interest", "193.97"), ("A", "principal", "106.03"),
    ]  # fmt: skip


def test_debts_of_equal_age_share_in_proportion() -> None:
    twins = [invoice("A", total="3000.00"), invoice("B", total="1000.00")]
    # 31 January, nothing has accrued: 400 is shared 3 : 1
    assert applied(paid("2025-01-31", "400.00"), invoices=twins) == [
        ("A", "principal", "300.00"), ("B", "principal", "100.00"),
    ]  # fmt: skip


def test_fixed_sums_are_paid_last() -> None:
    # 31 March: 10,000 + 193.97 + 40.00 for A alone
    assert applied(paid("2025-03-31", "10210.00"), invoices=[invoice("A")]) == [
        ("A", "interest", "193.97"), ("A", "principal", "10000.00"), ("A", "fixed_sum", "16.03"),
    ]  # fmt: skip


@pytest.mark.parametrize(("amount", "fits"), [("10233.96", True), ("10233.97", True), ("10233.98", False)])
def test_a_payment_larger_than_the_debt_is_refused_with_the_excess(amount: str, fits: bool) -> None:
    history = [paid("2025-03-31", amount, id="pay-9")]
    if fits:
        applied(*history, invoices=[invoice("A")])
        return
    with pytest.raises(PaidTooMuch) as caught:
        applied(*history, invoices=[invoice("A")])
    assert "pay-9" in str(caught.value) and "0,01 more than everything owed" in str(caught.value)


def test_a_credit_note_larger_than_its_invoice_is_refused() -> None:
    note = {"kind": "credit_note", "on": "2025-03-01", "amount": "10000.01", "invoice": "A"}
    with pytest.raises(PaidTooMuch, match="invoice A"):
        applied(note, invoices=[invoice("A")])


@example(Decimal("499.97"), [Decimal("100.00")] * 5)  # each share is rounded down: the odd hundredths need room
@given(
    st.decimals(min_value="0.01", max_value=5000, places=2),
    st.lists(st.decimals(min_value="0.01", max_value=3000, places=2), min_size=1, max_size=7),
)
def test_shares_add_to_what_is_divided_and_none_is_more_than_its_debt(amount: Decimal, owed: list[Decimal]) -> None:
    debts = [SimpleNamespace(owed=each) for each in owed]
    divided = shares(amount, debts)  # type: ignore[arg-type]
    assert sum(share for _, share in divided) == min(amount, sum(owed))
    assert all(0 <= share <= debt.owed for debt, share in divided)
