"""What a judgment orders is the debt from its day: which one counts, what is reopened, what is told. Sums: the examples."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawkit.claim import compute_claim
from lawkit.claim.judgment import compute_judgment_debt, compute_owed, judgment_of
from lawkit.claim.receipts import PaidTooMuch
from lawkit.errors import FactMissing
from lawkit.facts.timeline import Timeline, timeline
from lawkit.law import load_jurisdiction
from tests.matters import ADDRESS, case, invoice, matter, third_law

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


@pytest.mark.parametrize(
    ("paid_on", "left"), [("2024-12-31", "100000.00"), ("2025-01-01", "99900.00"), ("2025-01-02", "99900.00")]
)
def test_what_is_paid_from_the_day_of_the_judgment_on_counts_wherever_it_is_entered(paid_on: str, left: str) -> None:
    pay = {"kind": "payment", "id": "p1", "on": paid_on, "amount": "100.00"}
    for entries in ([decree(), pay], [pay, decree()]):
        debt = compute_judgment_debt(with_entries(*entries), INDIA, date(2025, 1, 31))
        assert debt is not None and str(debt.principal) == left
        assert ("paid_on_the_day" in {r.code for r in debt.remarks}) is (paid_on == "2025-01-01")


def test_what_is_given_back_of_a_payment_is_owed_again_from_that_day() -> None:
    entries = [
        decree(interest_rate="7.3"),
        {"kind": "payment", "id": "p1", "on": "2025-01-11", "amount": "1200.00"},
        {"kind": "refund", "id": "r1", "on": "2025-01-21", "of": "p1", "amount": "1100.00"},
    ]
    debt = compute_judgment_debt(with_entries(*entries), INDIA, date(2025, 1, 31))
    # 10 days at 20.00: 200.00 of interest and 1,000.00 of principal paid; 10 days at 19.80 = 198.00; then 1,000.00 of principal and
    # 100.00 of interest are owed again, and 10 days at 20.00 = 200.00: 198.00 + 100.00 + 200.00 = 498.00
    assert debt is not None and (str(debt.principal), str(debt.interest)) == ("100000.00", "498.00")
    assert [(e.part, str(e.amount), e.of) for e in debt.extinguished[2:]] == [
        ("principal", "-1000.00", "p1"), ("interest", "-100.00", "p1"),
    ]  # fmt: skip


def test_what_no_refund_gives_back_of_a_payment_too_large_is_refused() -> None:
    pay = {"kind": "payment", "id": "p1", "on": "2025-01-11", "amount": "100500.00"}
    with pytest.raises(PaidTooMuch, match="500.00 more than everything owed under the judgment"):
        compute_owed(with_entries(decree(), pay), INDIA, date(2025, 2, 1))
    back = {"kind": "refund", "on": "2025-03-01", "of": "p1", "amount": "500.00"}
    for day in (date(2025, 2, 1), date(2025, 3, 1)):
        assert compute_owed(with_entries(decree(), pay, back), INDIA, day).total == Decimal("0.00")


def test_capitalised_interest_bears_when_the_principal_is_gone_and_the_daily_amount_says_so() -> None:
    entry = decree(decision="judgment", interest_rate="10", capitalisation_from="2025-01-01")
    pay = {"kind": "payment", "on": "2026-01-31", "amount": "100000.00"}
    elections = {"imputation_apres_jugement.order": "principal, interest, costs"}
    line = with_entries(entry, pay, country="france", elections=elections)
    debt, next_day = (compute_judgment_debt(line, FRANCE, date(2026, 2, day)) for day in (27, 28))
    # interest from 02.01.2025; the year's 10,000.00 is added on 02.01.2026 and bears 10,000.00 x 10 % / 365 = 2.74 a day
    assert debt is not None and next_day is not None and debt.principal == 0
    assert str(debt.daily) == "2.74" and abs(next_day.interest - debt.interest - debt.daily) <= Decimal("0.01")


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


def two_invoices(*entries: dict[str, Any], country: str = "india", **facts: Any) -> Timeline:
    """A and B of 10,000.00, dated 01.01.2025, payable 31.01.2025, with contract interest of 12 %."""
    return with_entries(*entries, country=country, invoices=[invoice("A"), invoice("B")], **facts)


SUIT = {"kind": "filed", "id": "f1", "on": "2025-02-01", "proceeding": "suit", "invoices": ["A"]}
ON_A = decree("2025-04-01", id="j1", of="f1", heads=[{"head": "principal", "amount": "9000.00"}], interest_rate="7.3")


def test_an_invoice_outside_the_suit_stays_owed_beside_the_judgment() -> None:
    owed = compute_owed(two_invoices(SUIT, ON_A), INDIA, date(2025, 5, 1))
    # decree: 30 days x 9,000.00 x 7.3 % / 365 = 54.00; B: 90 days (01.02 to 01.05) x 10,000.00 x 12 % / 365 = 295.89
    assert [str(debt.total) for debt in owed.judgments] == ["9054.00"] and owed.judgments[0].invoices == ("A",)
    assert owed.invoices is not None and [i.number for i in owed.invoices.invoices] == ["B"]
    assert (str(owed.invoices.total), str(owed.total)) == ("10295.89", "19349.89")
    assert "invoices_not_merged" in {r.code for r in owed.judgments[0].remarks}


def test_before_the_judgment_and_for_a_suit_on_every_invoice_nothing_stands_beside() -> None:
    before = compute_owed(two_invoices(SUIT, ON_A), INDIA, date(2025, 3, 31))
    assert before.judgments == () and before.invoices is not None
    assert before.invoices == compute_claim(two_invoices(SUIT, ON_A), INDIA, date(2025, 3, 31))
    for filing in ({**SUIT, "invoices": []}, {**SUIT, "invoices": ["A", "B"]}):
        assert compute_owed(two_invoices(filing, ON_A), INDIA, date(2025, 5, 1)).invoices is None


@pytest.mark.parametrize(
    ("chosen_by", "towards", "judgment", "beside"),
    [
        ("debtor", [{"invoice": "B"}], "9000.00", "9500.00"),
        ("debtor", [{"invoice": "A"}], "8500.00", "10000.00"),
        ("debtor", [{"invoice": "B", "amount": "200.00"}], "8700.00", "9800.00"),
        (None, [], "8500.00", "10000.00"),
    ],
)
def test_a_payment_goes_where_it_is_directed_and_else_to_the_judgment(
    chosen_by: str | None, towards: list[dict[str, str]], judgment: str, beside: str
) -> None:
    pay = {
        "kind": "payment",
        "id": "p1",
        "on": "2025-04-01",
        "amount": "500.00",
        "chosen_by": chosen_by,
        "towards": towards,
    }
    decreed = {**ON_A, "interest_rate": None, "no_interest": True}
    no_interest = {"kind": "sale_of_goods", "title": "Order", "dated": "2024-12-01", "subject": "goods"}
    owed = compute_owed(two_invoices(SUIT, decreed, pay, contract=no_interest), INDIA, date(2025, 5, 1))
    assert owed.invoices is not None
    assert (str(owed.judgments[0].principal), str(owed.invoices.principal)) == (judgment, beside)
    told = "undirected_to_judgment" in {r.code for r in owed.judgments[0].remarks}
    assert told is (judgment != "9000.00" and towards != [{"invoice": "A"}])


def test_what_the_judgment_cannot_take_goes_to_the_invoices_beside_it() -> None:
    pay = {"kind": "payment", "id": "p1", "on": "2025-05-01", "amount": "9354.00"}
    owed = compute_owed(two_invoices(SUIT, ON_A, pay), INDIA, date(2025, 5, 1))
    # the decree takes 9,054.00, B the 300.00 left: 295.89 of interest, 4.11 of principal
    assert owed.invoices is not None and owed.judgments[0].total == 0
    assert (str(owed.invoices.principal), str(owed.invoices.interest)) == ("9995.89", "0.00")


def test_what_was_paid_before_the_judgment_stays_where_it_went() -> None:
    pay = {"kind": "payment", "id": "p1", "on": "2025-03-02", "amount": "1000.00"}
    whole = compute_claim(two_invoices(pay), INDIA, date(2025, 5, 1))
    owed = compute_owed(two_invoices(SUIT, ON_A, pay), INDIA, date(2025, 5, 1))
    assert owed.invoices is not None and owed.invoices.invoices[0] == whole.invoices[1]
    assert owed.invoices.extinguished == tuple(e for e in whole.extinguished if e.invoice == "B")


def test_a_deduction_lowers_the_debt_its_invoice_is_in() -> None:
    line = two_invoices(
        SUIT, ON_A,
        {"kind": "tax_deducted", "on": "2025-04-10", "invoice": "A", "amount": "10.00"},
        {"kind": "credit_note", "on": "2025-04-10", "invoice": "B", "amount": "20.00"},
    )  # fmt: skip
    owed = compute_owed(line, INDIA, date(2025, 5, 1))
    assert owed.invoices is not None
    assert (str(owed.judgments[0].principal), str(owed.invoices.principal)) == ("8990.00", "9980.00")


def test_two_judgments_of_two_suits_stand_beside_each_other() -> None:
    second = {**SUIT, "id": "f2", "invoices": ["B"]}
    on_b = decree("2025-04-15", id="j2", of="f2", heads=[{"head": "principal", "amount": "8000.00"}])
    pay = {"kind": "payment", "on": "2025-05-01", "amount": "9154.00"}
    owed = compute_owed(two_invoices(SUIT, second, ON_A, on_b, pay), INDIA, date(2025, 5, 1))
    # the older takes 9,054.00, the younger the 100.00 left
    assert [str(debt.total) for debt in owed.judgments] == ["0.00", "7900.00"] and owed.invoices is None


GUARANTOR = {
    "name": "G", "kind": "person", "role": "guarantor", "guarantee": {"dated": "2024-12-01"},
    "addresses": [{"lines": ["1"], "city": "Pune"}],
}  # fmt: skip


def test_a_judgment_against_a_guarantor_alone_never_replaces_the_debt() -> None:
    debtors = [{"name": "B Ltd", "kind": "company", "addresses": [{"lines": ["1"], "city": "Pune"}]}, GUARANTOR]
    filed = {**SUIT, "against": ["G"], "invoices": []}
    pay = {"kind": "payment", "id": "p1", "on": "2025-04-01", "amount": "500.00", "debtor": "G"}
    line = two_invoices(filed, {**ON_A, "no_interest": True}, pay, debtors=debtors)
    owed = compute_owed(line, INDIA, date(2025, 5, 1))
    assert owed.judgments == () and owed.invoices is not None
    assert replace(owed.invoices, remarks=()) == replace(compute_claim(line, INDIA, date(2025, 5, 1)), remarks=())
    assert [str(debt.total) for debt in owed.guarantors] == ["8500.00"] and owed.guarantors[0].against == ("G",)
    assert "judgment_on_guarantor" in {r.code for r in owed.invoices.remarks}
    assert compute_judgment_debt(line, INDIA, date(2025, 5, 1)) is None


def test_a_judgment_that_leaves_out_a_debtor_says_so() -> None:
    address = [{"lines": ["1"], "city": "Pune"}]
    debtors = [{"name": name, "kind": "company", "addresses": address} for name in ("B Ltd", "C Ltd")]
    owed = compute_owed(two_invoices({**SUIT, "against": ["B Ltd"]}, ON_A, debtors=debtors), INDIA, date(2025, 5, 1))
    remark = next(r for r in owed.judgments[0].remarks if r.code == "judgment_not_against_all")
    assert "C Ltd" in remark.text and "B Ltd" not in remark.text


def test_what_is_given_back_of_a_payment_made_before_is_told() -> None:
    pay = {
        "kind": "payment",
        "id": "p1",
        "on": "2025-03-02",
        "amount": "1000.00",
        "chosen_by": "debtor",
        "towards": [{"invoice": "B"}],
    }
    back = {"kind": "refund", "id": "r1", "on": "2025-04-11", "of": "p1", "amount": "400.00"}
    line = two_invoices(SUIT, ON_A, pay, back)
    whole = compute_claim(line, INDIA, date(2025, 5, 1))
    owed = compute_owed(line, INDIA, date(2025, 5, 1))
    assert owed.invoices is not None and owed.invoices.invoices[0].outstanding == whole.invoices[1].outstanding
    assert "refund_of_earlier_payment" not in {r.code for r in owed.judgments[0].remarks}
    to_a = {**pay, "towards": [{"invoice": "A"}]}
    owed = compute_owed(two_invoices(SUIT, ON_A, to_a, back), INDIA, date(2025, 5, 1))
    assert "refund_of_earlier_payment" in {r.code for r in owed.judgments[0].remarks}


MOVES = st.lists(
    st.tuples(
        st.integers(1, 120), st.decimals("0.01", "9000.00", places=2), st.sampled_from([(), ("A",), ("B",), ("C",)])
    ),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(MOVES)
def test_whatever_comes_in_is_applied_once_and_lowers_what_is_owed_by_as_much(moves: list[Any]) -> None:
    """Without interest: three invoices of 10,000.00, a decree of 9,000.00 on A on the 60th day, the rest beside it."""
    contract = {"kind": "sale_of_goods", "title": "Order", "dated": "2024-12-01", "subject": "goods"}
    first = date(2025, 1, 31)
    entries = [
        {"kind": "payment", "id": f"p{n}", "on": str(first + timedelta(days=day)), "amount": str(amount),
         "chosen_by": "debtor" if to else None, "towards": [{"invoice": number} for number in to]}
        for n, (day, amount, to) in enumerate(moves)
    ]  # fmt: skip
    decreed = {**ON_A, "interest_rate": None, "no_interest": True}
    invoices = [invoice(number) for number in "ABC"]
    line = with_entries(SUIT, decreed, *entries, invoices=invoices, contract=contract)
    since = {e["id"] for e in entries if e["on"] >= "2025-04-01"}
    try:
        owed = compute_owed(line, INDIA, date(2025, 7, 1))
        before = compute_claim(line, INDIA, date(2025, 3, 31))
    except PaidTooMuch:
        return
    parts = [each for part in owed.parts for each in part.extinguished]
    for entry in entries:
        taken = sum((each.amount for each in parts if each.entry == entry["id"]), Decimal(0))
        if entry["id"] in since:
            assert taken == Decimal(entry["amount"])
    left_before = sum((i.outstanding for i in before.invoices if i.number != "A"), Decimal(0))
    paid_since = sum((Decimal(e["amount"]) for e in entries if e["id"] in since), Decimal(0))
    assert owed.total == Decimal("9000.00") + left_before - paid_since


@pytest.mark.parametrize(("amount", "fits"), [("8999.99", True), ("9000.00", True), ("9000.01", False)])
@pytest.mark.parametrize("kind", ["credit_note", "tax_deducted"])
def test_what_lowers_one_invoice_lowers_no_other_debt(kind: str, amount: str, fits: bool) -> None:
    """A is under a decree of 9,000.00; what is credited on it beyond that goes neither to B's decree nor to C."""
    invoices = [invoice("A"), invoice("B"), invoice("C")]
    second = {**SUIT, "id": "f2", "invoices": ["B"]}
    on_b = {**ON_A, "id": "j2", "of": "f2", "on": "2025-04-02"}
    lowered = {"kind": kind, "id": "x1", "on": "2025-04-10", "invoice": "A", "amount": amount}
    for rest in ([], [second, on_b]):
        line = with_entries(SUIT, ON_A, *rest, lowered, invoices=invoices)
        if fits:
            owed = compute_owed(line, INDIA, date(2025, 5, 1))
            assert owed.judgments[0].principal == Decimal("9000.00") - Decimal(amount)
        else:
            with pytest.raises(PaidTooMuch, match=r"x1: 9,000.01 on 2025-04-10 is 0.01 more"):
                compute_owed(line, INDIA, date(2025, 5, 1))


@pytest.mark.parametrize(("day", "interest"), [(10, "180.00"), (11, "199.80"), (12, "219.60")])
def test_a_credit_note_counts_from_its_own_day_after_a_judgment_too(day: int, interest: str) -> None:
    """7.3 % on 100,000.00 is 20.00 a day: 9 days to the credit note of 1,000.00 on 11.01.2025, then 19.80."""
    note = {"kind": "credit_note", "on": "2025-01-11", "invoice": "F1", "amount": "1000.00"}
    debt = compute_judgment_debt(with_entries(decree(interest_rate="7.3"), note), INDIA, date(2025, 1, day))
    assert debt is not None and str(debt.interest) == interest


def remarks_of(line: Timeline, day: date) -> dict[str, str]:
    return {r.code: r.text for part in compute_owed(line, INDIA, day).parts for r in part.remarks}


def test_a_judgment_without_heads_is_told_until_they_are_entered() -> None:
    bare, day = {**ON_A, "heads": []}, date(2025, 5, 31)
    found = remarks_of(two_invoices(SUIT, bare), day)["heads_not_entered"]
    assert "are not entered" in found and found.endswith("enter heads")
    assert "heads_not_entered" not in remarks_of(two_invoices(SUIT, ON_A), day)
    surety = {
        "name": "G", "kind": "person", "role": "guarantor", "guarantee": {"dated": "2024-12-01"}, "addresses": [ADDRESS]
    }  # fmt: skip
    debtors = [{"name": "B Ltd", "kind": "company", "addresses": [ADDRESS]}, surety]
    alone = two_invoices({**SUIT, "against": ["G"]}, bare, debtors=debtors)
    assert "heads_not_entered" not in remarks_of(alone, day)  # the debt itself is what it was


@pytest.mark.parametrize(
    ("day", "told"), [(date(2025, 5, 9), False), (date(2025, 5, 10), True), (date(2025, 7, 31), True), (date(2025, 8, 1), False)]
)  # fmt: skip
def test_a_claim_lost_is_told_until_it_is_decided_anew(day: date, told: bool) -> None:
    lost = decree("2025-05-10", id="j2", of="f1", outcome="lost", heads=[])
    anew = {**ON_A, "id": "j3", "on": "2025-08-01"}
    assert ("claim_lost" in remarks_of(two_invoices(SUIT, ON_A, lost, anew), day)) is told
    assert ("claim_lost" in remarks_of(two_invoices(SUIT, lost, anew), day)) is told


def test_a_judgment_for_costs_alone_is_told() -> None:
    costs = {**ON_A, "heads": [{"head": "costs", "amount": "400.00"}]}
    assert "A are merged" in remarks_of(two_invoices(SUIT, costs), date(2025, 5, 1))["no_principal_adjudged"]
    assert "no_principal_adjudged" not in remarks_of(two_invoices(SUIT, ON_A), date(2025, 5, 1))


def test_a_judgment_that_takes_a_wider_one_s_place_is_told() -> None:
    on_both = {**SUIT, "id": "f0", "invoices": ["A", "B"]}
    wider = {**ON_A, "id": "j0", "of": "f0", "on": "2025-03-10"}
    told = remarks_of(two_invoices(on_both, SUIT, wider, ON_A), date(2025, 5, 1))
    assert "2025-03-10" in told["replaces_wider_judgment"]
    appeal = {"kind": "appeal", "id": "a1", "on": "2025-03-15", "of": "j0", "by": "debtor"}
    again = {**ON_A, "of": "a1"}
    assert "replaces_wider_judgment" not in remarks_of(two_invoices(on_both, wider, appeal, again), date(2025, 5, 1))
