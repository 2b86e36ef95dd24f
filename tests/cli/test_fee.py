"""`lawkit fee`: scales and fixed sums, by rule or by State; estimates marked, unknown scales refused."""

import json

import pytest

from tests.cli.test_draft import run

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("state", "amount", "shown"),
    [
        ("Karnataka", "500000", "33,375.00 INR"),
        ("tamil nadu", "100001", "3,001.00 INR"),
        ("Delhi", "20000000", "An estimate"),
    ],
)
def test_the_court_fee_of_a_state(capsys: Capture, state: str, amount: str, shown: str) -> None:
    code, out, err = run(capsys, "fee", "--state", state, "--amount", amount, "--on", "2026-11-24")
    assert code == 0 and shown in out and "erify" in err or "Confirm" in err


def test_a_state_without_a_scale_and_one_that_is_not_listed(capsys: Capture) -> None:
    code, _, err = run(capsys, "fee", "--state", "Gujarat", "--amount", "100")
    assert code == 1 and "no scale is shipped" in err
    code, _, err = run(capsys, "fee", "--state", "Karnatka", "--amount", "100")
    assert code == 1 and "did you mean “karnataka”" in err


def test_wages_with_dependants_line_by_line(capsys: Capture) -> None:
    line = ("fee", "attachable_wages", "--amount", "2000.00", "--dependants", "1", "--on", "2026-11-24")
    code, out, _ = run(capsys, *line)
    assert code == 0 and "382,29 EUR" in out and "518.33" in out
    data = json.loads(run(capsys, *line, "--json")[1])
    assert (data["amount"], data["unit"], data["estimate"]) == ("382.29", "EUR", False)
    assert len(data["lines"]) == 6 and data["provision"].startswith("articles R. 3252-2")


def test_a_fixed_sum_needs_no_amount_and_a_scale_does(capsys: Capture) -> None:
    code, out, _ = run(capsys, "fee", "appeal_stamp", "--on", "2026-12-31")
    assert code == 0 and "225,00 EUR" in out
    assert run(capsys, "fee", "appeal_stamp", "--on", "2027-01-01")[0] == 1
    assert run(capsys, "fee", "attachable_wages")[0] == 2
    assert run(capsys, "fee", "attachable_wages", "--amount", "1.234,5")[0] == 2
    assert run(capsys, "fee", "late_payment_penalty", "--amount", "5")[0] == 1


def test_without_a_rule_scales_and_sums_are_listed(capsys: Capture) -> None:
    code, out, _ = run(capsys, "fee", "-j", "france")
    assert code == 0 and "attachable_wages" in out and "court_fee_karnataka" not in out
    rows = json.loads(run(capsys, "fee", "--json")[1])
    assert {row["jurisdiction"] for row in rows} == {"france", "india"}


@pytest.mark.parametrize(("amount", "code"), [("-0.01", 2), ("0", 0), ("0.01", 0)])
def test_a_scale_is_asked_for_no_sum_below_nought(capsys: Capture, amount: str, code: int) -> None:
    for words in (["--state", "Karnataka"], ["attachable_wages"]):
        found, printed, err = run(capsys, "fee", *words, "--amount", amount)
        assert found == code and (code == 0) == bool(printed) and ("below nought" in err) == (code == 2)


def test_an_unknown_rule_is_told_with_the_packs_searched_and_the_nearest_of_them_all(capsys: Capture) -> None:
    code, _, err = run(capsys, "fee", "court_fee_dehli")
    assert code == 1 and err.startswith(
        "no rule named “court_fee_dehli” in france, india; did you mean “court_fee_delhi” (india)"
    )
    code, _, err = run(capsys, "fee", "zzz")
    assert code == 1 and err == "no rule named “zzz” in france, india; lawkit law list names them all\n"
