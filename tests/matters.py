"""Small matters for tests: a few lines of facts, read and validated as a case file is."""

from pathlib import Path
from typing import Any

from lawkit.facts.model import CaseFile
from lawkit.facts.timeline import Timeline, timeline
from lawkit.law import Jurisdiction, load_jurisdiction

THIRD = Path(__file__).parent / "third" / "jurisdictions" / "erewhon"
ADDRESS = {"kind": "registered_office", "lines": ["1 High Street"], "city": "Erewhon"}


def third_law(**elections: str) -> Jurisdiction:
    """Return the law of the tiny third pack, with elections such as `agreed__day_count`."""
    law = load_jurisdiction("erewhon", folder=THIRD)
    return law.with_elections({key.replace("__", "."): value for key, value in elections.items()})


def invoice(number: str = "F1", **facts: Any) -> dict[str, Any]:
    """Return an invoice of 10,000.00 delivered and dated 2025-01-01, payable 2025-01-31, with `facts` over it."""
    data: dict[str, Any] = {
        "number": number, "dated": "2025-01-01", "supply": "goods", "delivered": "2025-01-01", "due": "2025-01-31",
        "taxable": "10000.00", "total": "10000.00", **facts,
    }  # fmt: skip
    if "total" in facts and "taxable" not in facts:
        data["taxable"] = facts["total"]
    return {key: value for key, value in data.items() if value is not None}


def case(**facts: Any) -> CaseFile:
    """Return a case file of the third pack with `facts` over a plain sale between businesses."""
    data: dict[str, Any] = {
        "matter": "T-1",
        "jurisdiction": "erewhon",
        "instructed_on": "2025-06-01",
        "creditor": {"name": "A Ltd", "kind": "company", "addresses": [ADDRESS]},
        "debtors": [{"name": "B Ltd", "kind": "company", "addresses": [ADDRESS]}],
        "contract": {
            "kind": "sale_of_goods", "title": "Order", "dated": "2024-12-01", "subject": "goods",
            "interest": {"rate": "12"},
        },
        "invoices": [invoice()],
        **facts,
    }  # fmt: skip
    return CaseFile.model_validate({key: value for key, value in data.items() if value is not None})


def matter(**facts: Any) -> Timeline:
    """Return the timeline of a small matter."""
    return timeline(case(**facts))


def paid(on: str, amount: str, **facts: Any) -> dict[str, Any]:
    """Return a payment entry."""
    return {"kind": "payment", "on": on, "amount": amount, **facts}
