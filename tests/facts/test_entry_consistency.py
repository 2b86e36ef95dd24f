"""What one entry cannot know of another: names that answer to nothing, days out of order, sums that cannot be."""

from typing import Any

import pytest

from lawkit.facts.entry_consistency import entry_findings
from tests.matters import case, invoice


def findings(*history: dict[str, Any], **facts: Any) -> list[tuple[str, str]]:
    """Return (place, sentence) of each fault of a small matter with this history."""
    found = entry_findings(case(history=list(history), **facts))
    return [(".".join(str(part) for part in at), text) for at, text in found]


PAID = {"kind": "payment", "id": "pay-1", "on": "2025-03-01", "amount": "100.00"}
SENT = {
    "kind": "dispatched",
    "id": "d-1",
    "on": "2025-03-01",
    "document": "first-notice",
    "addressee": "B Ltd",
    "mode": "email",
}


@pytest.mark.parametrize(
    ("history", "place", "says"),
    [
        ([PAID, PAID], "history.1.id", "already the id"),
        ([{"kind": "service_outcome", "on": "2025-03-02", "of": "d-2", "outcome": "delivered"}, SENT], "history.0.of", "did you mean “d-1”"),
        ([{**SENT, "addressee": "B Limited"}], "history.0.addressee", "no debtor named “B Limited”"),
        ([{**SENT, "cheques": ["000123"]}], "history.0.cheques.0", "no cheque named"),
        ([{"kind": "credit_note", "on": "2025-03-01", "amount": "1.00", "invoice": "F2"}], "history.0.invoice", "no invoice named “F2”"),
        ([{"kind": "credit_note", "on": "2024-12-31", "amount": "1.00", "invoice": "F1"}], "history.0.on", "before the invoice date"),
        ([{"kind": "filed", "on": "2025-03-01", "proceeding": "suit", "invoices": ["F9"]}], "history.0.invoices.0", "no invoice"),
        ([{"kind": "promise", "on": "2025-03-02", "by": "2025-03-01"}], "history.0.by", "is before"),
        ([{"kind": "hearing_listed", "on": "2025-03-02", "day": "2025-03-01"}], "history.0.day", "is before"),
        (
            [{"kind": "contact", "on": "2025-03-02", "channel": "call", "outcome": "reached", "at": "2025-03-03T10:00+05:30"}],
            "history.0.at",
            "is not on 2025-03-02",
        ),
        (
            [{"kind": "settlement", "on": "2025-03-01", "amount": "30.00", "instalments": [{"due": "2025-04-01", "amount": "10.00"}, {"due": "2025-05-01", "amount": "10.00"}]}],
            "history.0.instalments",
            "do not add",
        ),
        (
            [{"kind": "plan_proposed", "by": "debtor", "on": "2025-03-01", "instalments": [{"due": "2025-05-01", "amount": "10.00"}, {"due": "2025-04-01", "amount": "10.00"}]}],
            "history.0.instalments.1.due",
            "is before",
        ),
        ([{**PAID, "towards": [{"invoice": "F1"}]}], "history.0.chosen_by", "is missing"),
        ([{**PAID, "chosen_by": "debtor", "towards": [{"invoice": "F1", "amount": "100.01"}]}], "history.0.towards", "more than the payment"),
        ([PAID, {"kind": "refund", "on": "2025-03-02", "of": "pay-1", "amount": "100.01"}], "history.1.amount", "is more than"),
        ([SENT, {"kind": "refund", "on": "2025-03-02", "of": "d-1", "amount": "1.00"}], "history.1.of", "is not a payment"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place(history: list[dict[str, Any]], place: str, says: str) -> None:
    found = findings(*history)
    assert [at for at, _ in found] == [place], found
    assert says in found[0][1]


@pytest.mark.parametrize(
    "entry",
    [
        {"kind": "promise", "on": "2025-03-01", "by": "2025-03-01"},  # the same day
        {**PAID, "chosen_by": "debtor", "towards": [{"invoice": "F1", "amount": "100.00"}]},  # to the last paisa
        {"kind": "credit_note", "on": "2025-01-01", "amount": "1.00", "invoice": "F1"},  # on the invoice date itself
        {**SENT, "addressee": "B Ltd"},
    ],
)
def test_what_is_right_is_left_alone(entry: dict[str, Any]) -> None:
    assert findings(entry, invoices=[invoice()]) == []
