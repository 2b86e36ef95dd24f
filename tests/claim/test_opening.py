"""Opening a debt: the end of interest and who it concerns, what runs on, a rate above its ceiling."""

from datetime import date
from typing import Any

import pytest

from lawkit.claim import compute_claim
from lawkit.facts.timeline import timeline
from lawkit.law import load_jurisdiction
from tests.matters import case, invoice

FRANCE = load_jurisdiction("france")
OPENED = {"kind": "insolvency_opened", "on": "2025-06-10", "proceeding": "redressement"}
PARTY: dict[str, Any] = {"kind": "company", "addresses": [{"lines": ["1"], "city": "Lyon"}]}


def found(*entries: dict[str, Any], debtors: list[dict[str, Any]] | None = None, **facts: Any) -> Any:
    line = timeline(
        case(
            jurisdiction="france", contract=None, history=list(entries), debtors=debtors or [{**PARTY, "name": "B"}],
            invoices=[invoice(due="2025-05-31", **facts)],
        )
    )  # fmt: skip
    return compute_claim(line, FRANCE, date(2025, 7, 31))


def test_the_end_of_interest_is_told_with_its_chain() -> None:
    (remark,) = [r for r in found(OPENED).remarks if r.code == "interest_ends"]
    assert remark.level == "note" and "2025-06-10" in remark.text and remark.rule == "late_payment_penalty"


def test_with_several_debtors_the_signer_is_asked_whom_it_concerns() -> None:
    both = [{**PARTY, "name": "B"}, {**PARTY, "name": "C"}]
    (remark,) = [r for r in found({**OPENED, "debtor": "B"}, debtors=both).remarks if r.code == "interest_ends"]
    assert remark.level == "warn"


def test_no_daily_amount_runs_on() -> None:
    assert found(OPENED).daily == 0 and found().daily > 0


def test_other_proceedings_do_not_stop_it() -> None:
    assert found({**OPENED, "proceeding": "surendettement"}).interest == found().interest


@pytest.mark.parametrize(("dated", "stops"), [("2024-06-01", True), ("2024-05-31", False), ("2024-05-30", False)])
def test_payment_put_off_by_a_year_runs_on(dated: str, stops: bool) -> None:
    claim = found(OPENED, dated=dated, delivered=dated)
    assert ("interest_ends" in {r.code for r in claim.remarks}) is stops
