"""Scales: marginal and flat slabs, steps, caps, bounds moved for dependants, what must be left. Sums of packs: the examples."""

from datetime import date
from decimal import Decimal

import pytest

from lawkit.claim.scale import NoScale, by_scale
from lawkit.errors import RuleNotInForce
from lawkit.law import load_jurisdiction

INDIA, FRANCE = load_jurisdiction("india"), load_jurisdiction("france")
DAY = date(2026, 11, 24)


def test_the_lines_of_a_marginal_scale_add_to_its_amount() -> None:
    found = by_scale(FRANCE, "attachable_wages", Decimal("3000.00"), DAY)
    assert sum((line.portion for line in found.lines), Decimal(0)) == Decimal("3000.00")
    assert abs(sum((line.amount for line in found.lines), Decimal(0)) - found.amount) < Decimal("0.005")


def test_a_flat_scale_is_one_line() -> None:
    found = by_scale(INDIA, "court_fee_karnataka", Decimal("100000.00"), DAY)
    assert len(found.lines) == 1 and found.amount == Decimal("6625.00")  # 4,875 + 7 % of 25,000


@pytest.mark.parametrize(
    ("rule", "amount", "day", "cut"),
    [
        ("court_fee_maharashtra", "100000000.00", date(2018, 1, 15), "cap"),
        ("court_fee_maharashtra", "100000.00", date(2018, 1, 15), ""),
    ],
)
def test_a_cap_is_told(rule: str, amount: str, day: date, cut: str) -> None:
    assert by_scale(INDIA, rule, Decimal(amount), day).cut == cut


@pytest.mark.parametrize(
    ("wages", "amount", "cut"), [("651.69", "0.00", "leaves"), ("651.70", "0.01", "leaves"), ("800.00", "68.58", "")]
)
def test_what_must_be_left_is_left(wages: str, amount: str, cut: str) -> None:
    """800.00: 18.6667 + 35.4167 + 72.50 / 5 = 68.58, and 731.42 is left, more than 651.69."""
    found = by_scale(FRANCE, "attachable_wages", Decimal(wages), DAY)
    assert (str(found.amount), found.cut) == (amount, cut)


@pytest.mark.parametrize("count", [0, 1, 2])
def test_dependants_move_every_bound(count: int) -> None:
    found = by_scale(FRANCE, "attachable_wages", Decimal("3000.00"), DAY, count)
    twelfth = (Decimal(4480) + 1740 * count) / 12  # to the cent, as the table of section 11.3 prints it
    assert found.lines[0].up_to == twelfth.quantize(Decimal("0.01"))


def test_an_estimate_is_marked() -> None:
    assert by_scale(INDIA, "court_fee_delhi", Decimal("500000.00"), DAY).estimate
    assert not by_scale(INDIA, "court_fee_karnataka", Decimal("500000.00"), DAY).estimate


@pytest.mark.parametrize(
    ("rule", "amount"),
    [("court_fee_gujarat", "1000.00"), ("court_fee_telangana", "99999.99"), ("mediator_fee", "299999.99")],
)
def test_what_is_not_known_is_refused(rule: str, amount: str) -> None:
    with pytest.raises(NoScale):
        by_scale(INDIA, rule, Decimal(amount), DAY)


def test_a_year_without_its_table_is_refused() -> None:
    with pytest.raises(RuleNotInForce, match="2027"):
        by_scale(FRANCE, "attachable_wages", Decimal("2000.00"), date(2027, 1, 1))
