"""Laws every claim obeys, whatever its facts: time adds up, lines add up, money is conserved, words say the figures."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawkit.claim import compute_claim
from lawkit.claim.account import actual_365, actual_actual
from lawkit.claim.judgment import compute_judgment_debt, compute_owed
from lawkit.claim.rates import RatePlan
from lawkit.claim.receipts import PaidTooMuch
from lawkit.claim.simple import SimpleInterest
from lawkit.facts.timeline import timeline
from lawkit.law import load_jurisdiction
from lawkit.law.expressions import SeriesRate
from lawkit.money import in_words
from tests.matters import case, invoice, matter, paid, third_law

FIRST, LAST = date(2025, 1, 1), date(2026, 6, 30)
days = st.dates(FIRST, LAST)
sums = st.decimals("0.01", "9999999.99", places=2)
LAW = third_law()


def account(principal: Decimal, start: date, count: object) -> SimpleInterest:
    source = SeriesRate(series="half_year_rate", at="half_year_start", plus=Decimal(10))
    plan = RatePlan(LAW, "statutory", source, "half_year_start", start, None, None, False, False)
    return SimpleInterest("F1", "statutory", principal, start, plan, count, "total_only")  # type: ignore[arg-type]


@settings(max_examples=200, deadline=None)
@given(sums, st.lists(days, min_size=3, max_size=3), st.sampled_from([actual_365, actual_actual]))
def test_unrounded_simple_interest_adds_over_time(principal: Decimal, chosen: list[date], count: object) -> None:
    a, b, c = sorted(chosen)
    whole, first, second = (account(principal, start, count) for start in (a, a, b))
    whole.earn_to(c)
    first.earn_to(b)
    second.earn_to(c)
    assert abs(whole.earned - (first.earned + second.earned)) < Decimal("1e-15")


def history(payments: list[tuple[date, Decimal]]) -> list[dict[str, object]]:
    return [paid(day.isoformat(), str(amount)) for day, amount in payments]


THREE = [
    invoice("A", total="50000.00"),
    invoice("B", dated="2025-02-01", delivered="2025-02-01", due="2025-02-28", total="20000.00"),
    invoice("C", dated="2025-03-01", delivered="2025-03-01", due="2025-04-15", total="777.77"),
]
payments = st.lists(st.tuples(st.dates(date(2025, 3, 2), LAST), st.decimals("0.01", "9000.00", places=2)), max_size=6)


@settings(max_examples=100, deadline=None)
@given(payments, days.filter(lambda d: d > date(2025, 5, 1)), st.sampled_from(["per_segment", "total_only"]))
def test_printed_lines_add_to_printed_totals_and_payments_are_conserved(
    received: list[tuple[date, Decimal]], as_of: date, rounding: str
) -> None:
    law = third_law(rounding_of_interest__when=rounding)
    claim = compute_claim(matter(invoices=THREE, history=history(received)), law, as_of)
    for line in claim.invoices:
        assert sum((s.amount for s in line.segments), Decimal(0)) == line.interest_accrued
        parts = [e for e in claim.extinguished if e.invoice == line.number]
        assert line.outstanding == line.total - sum(e.amount for e in parts if e.part == "principal")
        assert line.interest_paid == sum(e.amount for e in parts if e.part == "interest")
    in_time = [amount for day, amount in received if day <= as_of]
    assert sum((e.amount for e in claim.extinguished), Decimal(0)) == sum(in_time, Decimal(0))
    assert claim.total == claim.principal + claim.interest + claim.fixed_total + claim.notice_cost
    assert claim.interest == sum((s.amount for s in claim.segments), Decimal(0)) - sum(
        (e.amount for e in claim.extinguished if e.part == "interest"), Decimal(0)
    )


@settings(max_examples=60, deadline=None)
@given(st.decimals("0.01", "99999.99", places=2))
def test_a_payment_is_applied_to_the_last_cent_or_refused(amount: Decimal) -> None:
    owed = compute_claim(matter(), LAW, date(2025, 6, 30)).total
    line = matter(history=[paid("2025-06-30", str(amount))])
    if amount > owed:
        with pytest.raises(PaidTooMuch):
            compute_claim(line, LAW, date(2025, 6, 30))
    else:
        claim = compute_claim(line, LAW, date(2025, 6, 30))
        assert sum((e.amount for e in claim.extinguished), Decimal(0)) == amount
        assert claim.total == owed - amount


@settings(max_examples=30, deadline=None)
@given(st.lists(st.decimals("0.01", "2000.00", places=2), min_size=2, max_size=3))
def test_the_order_of_entries_of_one_day_does_not_matter(amounts: list[Decimal]) -> None:
    entries = [paid("2025-06-01", str(amount)) for amount in amounts]
    entries += [
        {"kind": "credit_note", "on": "2025-06-01", "invoice": "A", "amount": "300.00"},
        {"kind": "tax_deducted", "on": "2025-06-01", "invoice": "B", "amount": "200.00"},
    ]
    found = {
        (claim.principal, claim.interest, claim.daily)
        for order in list(permutations(entries))[:24]
        for claim in [compute_claim(matter(invoices=THREE, history=list(order)), LAW, date(2025, 9, 30))]
    }
    assert len(found) == 1


@settings(max_examples=60, deadline=None)
@given(payments, st.dates(date(2025, 1, 15), date(2026, 6, 28)))
def test_the_daily_amount_is_what_the_next_day_adds(received: list[tuple[date, Decimal]], as_of: date) -> None:
    tomorrow = as_of + timedelta(days=1)
    line = matter(invoices=THREE, history=history([(d, a) for d, a in received if d != tomorrow]))
    today, then = compute_claim(line, LAW, as_of), compute_claim(line, LAW, tomorrow)
    assert abs((then.interest - today.interest) - today.daily) <= Decimal("0.03")  # a cent a line


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 400), st.decimals("0.01", "30000.00", places=2)), max_size=5))
def test_what_comes_in_after_a_judgment_is_conserved_too(received: list[tuple[int, Decimal]]) -> None:
    law, day = load_india(), date(2025, 1, 1)
    entries = [
        {"kind": "judgment", "on": "2025-01-01", "decision": "decree", "outcome": "won", "interest_rate": "6",
         "heads": [{"head": "principal", "amount": "200000.00"}, {"head": "interest", "amount": "5000.00"},
                   {"head": "costs", "amount": "2500.00"}]},
        *(paid((day + timedelta(days=n)).isoformat(), str(amount)) for n, amount in received),
    ]  # fmt: skip
    debt = compute_judgment_debt(timeline(case(jurisdiction="india", history=entries)), law, date(2026, 3, 31))
    assert debt is not None
    assert sum((e.amount for e in debt.extinguished), Decimal(0)) == sum((a for _, a in received), Decimal(0))
    accrued = sum((line.interest_accrued for line in debt.heads), Decimal(0))
    assert debt.total == Decimal("207500.00") + accrued - sum((a for _, a in received), Decimal(0))


_INDIA = []


def load_india() -> object:
    if not _INDIA:
        _INDIA.append(load_jurisdiction("india"))
    return _INDIA[0]


ENGLISH = dict(zip(
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"], range(20), strict=True,
)) | dict(zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True))  # fmt: skip
FRENCH = {
    "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "trente": 30,
    "quarante": 40, "cinquante": 50, "soixante": 60,
}  # fmt: skip


def from_english(words: str) -> int:
    """Read a number in Indian English words back: an ear of its own, independent of what wrote them."""
    total = part = 0
    for word in words.lower().replace("-", " ").split():
        if word == "hundred":
            part *= 100
        elif word in ("thousand", "lakh", "crore"):
            part *= {"thousand": 1000, "lakh": 100_000, "crore": 10_000_000}[word]
            total, part = (total + part, 0) if word != "crore" else ((total * 10_000_000 if total else 0) + part, 0)
        elif word != "and":
            part += ENGLISH[word]
    return total + part


def from_french(words: str) -> int:
    total = part = 0
    tokens = words.lower().replace("-", " ").replace("d'", "").replace("d’", "").replace(" et ", " ").split()
    tokens = [token.rstrip("s") if token in ("cents", "vingts", "millions", "milliards") else token for token in tokens]
    for token in tokens:
        if token == "vingt" and part % 100 == 4:
            part += 76  # quatre-vingts
        elif token == "cent":
            part = max(part, 1) * 100 if part < 100 else part
        elif token in ("mille", "million", "milliard"):
            total += max(part, 1) * {"mille": 1000, "million": 10**6, "milliard": 10**9}[token]
            part = 0
        else:
            part += FRENCH[token]
    return total + part


@settings(max_examples=300, deadline=None)
@given(st.decimals("0.00", "99999999.99", places=2))
def test_words_and_figures_agree_in_rupees(amount: Decimal) -> None:
    text = in_words(amount, "INR", "en").replace("Rupees ", "").replace(" Only", "")
    whole, _, paise = text.partition("and Paise ") if "Paise" in text else (text, "", "")
    spoken = Decimal(from_english(whole)) if whole.strip() else Decimal(0)
    assert spoken + Decimal(from_english(paise) if paise else 0) / 100 == amount


@settings(max_examples=300, deadline=None)
@given(st.decimals("0.00", "99999999.99", places=2))
def test_words_and_figures_agree_in_euros(amount: Decimal) -> None:
    text = in_words(amount, "EUR", "fr").lower()
    euros, cents = 0, 0
    if "euro" in text:
        before, _, after = text.partition("euro")
        euros = from_french(before.removesuffix("d'").removesuffix("d’").replace("million de ", "million "))
        text = after.removeprefix("s").removeprefix(" et ")
    if "centime" in text:
        cents = from_french(text.partition("centime")[0])
    assert Decimal(euros) + Decimal(cents) / 100 == amount


# -- time adds up, whatever comes in between -----------------------------------------------------------------------------------

kinds = st.sampled_from(["payment", "payment", "credit_note", "refund"])
moves = st.lists(
    st.tuples(st.integers(1, 500), st.decimals("0.01", "4000.00", places=2), kinds), min_size=1, max_size=6
)


def entries_of(received: list[tuple[int, Decimal, str]], first: date) -> list[dict[str, object]]:
    """Return what happened by day: money that came in, credit notes, and half of the last payment given back."""
    found: list[dict[str, object]] = []
    given: set[str] = set()
    for number, (after, amount, kind) in enumerate(sorted(received)):
        on = (first + timedelta(days=after)).isoformat()
        last = next((e for e in reversed(found) if e["kind"] == "payment" and e["id"] not in given), None)
        if kind == "credit_note":
            found.append({"kind": kind, "on": on, "amount": str(amount), "invoice": "F1"})
        elif kind == "payment" or last is None:
            found.append(paid(on, str(amount), id=f"p{number}"))
        else:
            given.add(str(last["id"]))
            half = max((Decimal(str(last["amount"])) / 2).quantize(Decimal("0.01")), Decimal("0.01"))
            found.append({"kind": "refund", "on": on, "of": last["id"], "amount": str(half)})
    return found


def by_the_day(
    base: Decimal, rate: Decimal, parts: list[tuple[date, Decimal, str]], first: date, last: date
) -> Decimal:
    """Add up simple interest day by day: a payment or a refund counts from the next day, a credit note from its own."""
    earned, day = Decimal(0), first
    while day <= last:
        left = base - sum((a for on, a, kind in parts if on < day or (kind == "credit_note" and on == day)), Decimal(0))
        earned += left * rate / 36500
        day += timedelta(days=1)
    return earned


@settings(max_examples=80, deadline=None)
@given(moves, st.integers(0, 520), st.integers(0, 520), st.sampled_from(["per_segment", "total_only"]))
def test_what_is_earned_from_b_to_c_is_what_each_day_between_earns(
    received: list[tuple[int, Decimal, str]], one: int, other: int, rounding: str
) -> None:
    """interest(a, c) = interest(a, b) + interest(b, c), with payments, refunds and credit notes before, at and after b."""
    law, first = third_law(rounding_of_interest__when=rounding), date(2025, 2, 1)  # F1 is payable on 31.01.2025
    b, c = (date(2025, 1, 31) + timedelta(days=n) for n in sorted((one, other)))
    line = matter(invoices=[invoice(total="60000.00")], history=entries_of(received, date(2025, 1, 31)))
    early, late = (compute_claim(line, law, day) for day in (b, c))
    parts = [(e.on, e.amount, e.kind) for e in late.extinguished if e.part == "principal"]
    between = by_the_day(Decimal(60000), Decimal(12), parts, max(first, b + timedelta(days=1)), c)
    grown = late.invoices[0].interest_accrued - early.invoices[0].interest_accrued
    assert abs(grown - between) <= Decimal("0.005") * (len(late.segments) + 1)
    assert (
        late.segments[: max(len(early.segments) - 1, 0)] == early.segments[:-1]
    )  # no line that was over is printed anew
    assert late.extinguished[: len(early.extinguished)] == early.extinguished


@settings(max_examples=80, deadline=None)
@given(moves, st.integers(0, 520), st.integers(0, 520))
def test_after_a_judgment_too(received: list[tuple[int, Decimal, str]], one: int, other: int) -> None:
    day = date(2025, 1, 31)
    judgment = {
        "kind": "judgment", "on": "2025-01-31", "decision": "decree", "outcome": "won", "interest_rate": "6",
        "heads": [{"head": "principal", "amount": "60000.00"}, {"head": "costs", "amount": "900.00"}],
    }  # fmt: skip
    entries = [judgment, *entries_of(received, day)]
    line = timeline(case(jurisdiction="india", history=entries, invoices=[invoice(total="60000.00")]))
    b, c = (day + timedelta(days=n) for n in sorted((one, other)))
    early, late = (compute_judgment_debt(line, load_india(), each) for each in (b, c))
    assert early is not None and late is not None
    parts = [(e.on, e.amount, e.kind) for e in late.extinguished if e.part == "principal"]
    head, before = (next(h for h in debt.heads if h.head == "principal") for debt in (late, early))
    between = by_the_day(Decimal(60000), Decimal(6), parts, b + timedelta(days=1), c)
    assert abs(head.interest_accrued - before.interest_accrued - between) <= Decimal("0.005") * (len(head.segments) + 1)
    taken = sum((e.amount for e in late.extinguished), Decimal(0))
    accrued = sum((h.interest_accrued for h in late.heads), Decimal(0))
    assert late.total == Decimal("60900.00") + accrued - taken
    assert late.extinguished[: len(early.extinguished)] == early.extinguished


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 300), st.decimals("0.01", "900.00", places=2), st.booleans()), max_size=6))
def test_what_a_guarantor_pays_lowers_the_debt_once_and_his_own_once(received: list[tuple[int, Decimal, bool]]) -> None:
    """A judgment of 3,000.00 against the guarantor alone, without interest, beside the invoice of 10,000.00."""
    address = [{"lines": ["1"], "city": "Pune"}]
    debtors = [
        {"name": "B Ltd", "kind": "company", "addresses": address},
        {"name": "G", "kind": "person", "role": "guarantor", "guarantee": {"dated": "2024-12-01"}, "addresses": address},
    ]  # fmt: skip
    entries = [
        {"kind": "filed", "id": "f", "on": "2025-01-31", "proceeding": "suit", "against": ["G"]},
        {"kind": "judgment", "id": "j", "of": "f", "on": "2025-02-01", "outcome": "won", "no_interest": True,
         "heads": [{"head": "principal", "amount": "3000.00"}]},
        *(paid((date(2025, 2, 1) + timedelta(days=n)).isoformat(), str(amount), id=f"p{i}", debtor="G" if his else "B Ltd")
          for i, (n, amount, his) in enumerate(received)),
    ]  # fmt: skip
    contract = {"kind": "sale_of_goods", "title": "Order", "dated": "2024-12-01", "subject": "goods"}
    facts = case(jurisdiction="india", debtors=debtors, contract=contract, history=entries)
    owed = compute_owed(timeline(facts), load_india(), date(2026, 3, 1))
    everything, his = (sum((a for _, a, own in received if own or every), Decimal(0)) for every in (True, False))
    assert owed.total == Decimal("10000.00") - everything
    (debt,) = owed.guarantors
    assert debt.total == max(Decimal("3000.00") - his, Decimal(0))
    assert ("guarantor_paid_more" in {r.code for r in debt.remarks}) is (his > 3000)
