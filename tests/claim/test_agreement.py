"""Difficult matters: the table, the working, the data and the workbook say the same sums, and every sum is that of its lines."""

import io
import re
import zipfile
from datetime import date
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import pytest

from lawkit.claim.booked import booked_costs
from lawkit.claim.export import owed_data
from lawkit.claim.judgment import compute_owed
from lawkit.claim.judgment_model import JudgmentDebt, Owed
from lawkit.cli.claim import owed_text, owed_working
from lawkit.cli.workbook import owed_workbook
from lawkit.facts.timeline import timeline
from lawkit.law import load_jurisdiction
from lawkit.money import figures
from tests.matters import ADDRESS, case, invoice, paid

LAWS = {code: load_jurisdiction(code) for code in ("india", "france")}
INVOICES = [
    invoice("A"), invoice("B"), invoice("C", dated="2025-03-01", delivered="2025-03-01", due="2025-03-31", total="3000.00")
]  # fmt: skip
PRINCIPAL = (("principal", "9000.00"),)
GUARANTEED = [
    {"name": "B Ltd", "kind": "company", "addresses": [ADDRESS]},
    {"name": "G", "kind": "person", "role": "guarantor", "guarantee": {"dated": "2024-12-01"}, "addresses": [ADDRESS]},
]


def filed(name: str, *invoices: str, **facts: Any) -> dict[str, Any]:
    return {"kind": "filed", "id": name, "on": "2025-02-10", "proceeding": "suit", "invoices": list(invoices), **facts}


def judged(name: str, on: str, of: str, heads: tuple[tuple[str, str], ...] = PRINCIPAL, **facts: Any) -> dict[str, Any]:
    return {
        "kind": "judgment", "id": name, "on": on, "of": of, "outcome": "won", "interest_rate": "9",
        "heads": [{"head": head, "amount": amount} for head, amount in heads], **facts,
    }  # fmt: skip


def lost(name: str, on: str, of: str) -> dict[str, Any]:
    return {"kind": "judgment", "id": name, "on": on, "of": of, "outcome": "lost"}


def cost(on: str, amount: str) -> dict[str, Any]:
    return {"kind": "cost_incurred", "on": on, "amount": amount, "nature": "bailiff", "recoverable": True}


FIRST = (filed("f1", "A"), judged("j1", "2025-04-01", "f1"))
SECOND = (filed("f2", "B"), judged("j2", "2025-05-01", "f2", (*PRINCIPAL, ("interest", "300.00"), ("costs", "250.00"))))
MATTERS: dict[str, dict[str, Any]] = {
    "paid before, on and after": {
        "history": [
            *FIRST, paid("2025-03-01", "1000.00"), paid("2025-04-01", "500.00"), paid("2025-04-02", "600.00"),
            cost("2025-01-05", "7.00"), cost("2025-04-20", "77.00"),
        ]
    },
    "two judgments": {"history": [*FIRST, *SECOND, paid("2025-06-01", "12000.00"), cost("2025-05-20", "77.00")]},
    "set aside": {"history": [*FIRST, paid("2025-04-15", "1000.00"), lost("j2", "2025-05-01", "f1")]},
    "set aside and given anew": {
        "history": [*FIRST, paid("2025-04-15", "1000.00"), lost("j2", "2025-05-01", "f1"), judged("j3", "2025-07-01", "f1")]
    },
    "raised on appeal": {
        "history": [
            *FIRST, paid("2025-04-20", "2000.00"), {"kind": "appeal", "id": "a1", "on": "2025-05-01", "of": "j1", "by": "creditor"},
            judged("j2", "2025-08-01", "a1", (("principal", "11000.00"), ("costs", "400.00"))),
        ]
    },
    "costs alone": {"history": [filed("f1", "A"), judged("j1", "2025-04-01", "f1", (("costs", "400.00"),))]},
    "set-off": {"history": [*FIRST, *(paid(on, "1500.00", mode="set_off") for on in ("2025-03-01", "2025-05-01"))]},
    "paid before the invoice": {"history": [*FIRST, paid("2024-12-01", "500.00")]},
    "two payments of one day": {
        "history": [*FIRST, *(paid(on, "500.00") for on in ("2025-03-01", "2025-03-01", "2025-05-01", "2025-05-01"))]
    },
    "given back": {
        "history": [
            *FIRST, paid("2025-03-01", "1500.00", id="p"), paid("2025-05-01", "1000.00", id="q"),
            {"kind": "refund", "on": "2025-06-01", "of": "q", "amount": "400.00"},
            {"kind": "refund", "on": "2025-06-02", "of": "p", "amount": "200.00"},
        ]
    },
    "paid too much and given back": {
        "history": [*FIRST, paid("2025-05-01", "90000.00", id="p"), {"kind": "refund", "on": "2025-05-01", "of": "p", "amount": "70000.00"}]
    },
    "a guarantor alone": {
        "debtors": GUARANTEED,
        "history": [filed("f1", "A", against=["G"]), FIRST[1], paid("2025-05-01", "500.00", debtor="G"), cost("2025-05-02", "77.00")],
    },
    "a guarantor and the debtor": {
        "debtors": GUARANTEED,
        "history": [
            filed("f1", "A", against=["G"]), FIRST[1], filed("f2", "A", against=["B Ltd"]), judged("j2", "2025-04-10", "f2"),
            paid("2025-05-01", "500.00", debtor="G"), cost("2025-05-02", "77.00"),
        ],
    },
    "judgments of one day": {
        "history": [*FIRST, filed("f2", "B"), judged("j2", "2025-04-01", "f2"), paid("2025-04-01", "10000.00")]
    },
    "lowered": {
        "history": [
            *FIRST, {"kind": "tax_deducted", "on": "2025-05-01", "invoice": "B", "amount": "10.00"},
            {"kind": "tax_deducted", "on": "2025-05-01", "invoice": "A", "amount": "20.00"},
            {"kind": "credit_note", "on": "2025-05-01", "invoice": "C", "amount": "3000.00"},
        ]
    },
    "the notice costs": {"demand": {"days": 15, "notice_cost": "500.00"}, "history": []},
    "formulas": {
        "invoices": [invoice("=1+1"), invoice("@SUM(A1)"), invoice("+cmd|' /C calc'!A0")],
        "history": [filed("f1", "=1+1"), judged("j1", "2025-04-01", "f1", court='=HYPERLINK("http://x")'), paid("2025-05-01", "950.00", id="-2+3")],
    },
}  # fmt: skip
DAYS = [date(2025, 3, 31), date(2025, 4, 1), date(2025, 4, 2), date(2025, 5, 1), date(2025, 9, 30)]
SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ZERO = Decimal(0)


def sheets(content: bytes) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of each sheet by column: texts as texts, numbers to the hundredth; no cell may be a formula."""
    book = zipfile.ZipFile(io.BytesIO(content))
    names = [
        each.get("name") for each in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(SPREADSHEET + "sheet")
    ]
    shared = [
        "".join(part.text or "" for part in item.iter(SPREADSHEET + "t"))
        for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml")).iter(SPREADSHEET + "si")
    ]
    found: dict[str, list[dict[str, Any]]] = {}
    for number, name in enumerate(names, 1):
        root = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
        assert not list(root.iter(SPREADSHEET + "f"))
        rows = found.setdefault(str(name), [])
        for row in root.iter(SPREADSHEET + "row"):
            cells = {}
            for cell in row.iter(SPREADSHEET + "c"):
                value = cell.find(SPREADSHEET + "v")
                if value is not None and value.text is not None:
                    column = re.sub(r"\d", "", str(cell.get("r")))
                    text = cell.get("t") == "s"
                    cells[column] = shared[int(value.text)] if text else round(Decimal(value.text), 2)
            rows.append(cells)
    return found


def added(rows: list[dict[str, Any]], column: str) -> Decimal:
    """Add up a column of money; a text in it is a fault."""
    values = [row[column] for row in rows if column in row]
    assert all(isinstance(value, Decimal) for value in values), f"column {column} holds texts"
    return sum(values, ZERO)


@pytest.mark.parametrize("country", LAWS)
@pytest.mark.parametrize("name", MATTERS)
def test_table_working_data_and_workbook_agree(name: str, country: str) -> None:
    matter = timeline(case(jurisdiction=country, **{"invoices": INVOICES, **MATTERS[name]}))
    for day in DAYS:
        owed = compute_owed(matter, LAWS[country], day)
        costs = booked_costs(matter, day, owed.costs_counted)
        lines_add_up(owed)
        shown_alike(owed)
        book_agrees(owed, sheets(owed_workbook(owed, costs)))
        counted = sum((h.amount for debt in owed.judgments for h in debt.heads if h.entry), ZERO)
        assert counted + sum((c.amount for c in costs), ZERO) == sum(
            (c.amount for c in booked_costs(matter, day)), ZERO
        )


def lines_add_up(owed: Owed) -> None:
    assert owed.total == owed.principal + owed.interest + owed.costs + owed.other
    assert owed.total == sum((part.total for part in owed.parts), ZERO)
    for debt in (*owed.judgments, *owed.guarantors):
        assert all(head.outstanding >= 0 and head.interest >= 0 for head in debt.heads)
        earned = sum((head.interest_accrued for head in debt.heads), ZERO)
        taken = sum((each.amount for each in debt.extinguished), ZERO)
        assert debt.total == sum((head.amount for head in debt.heads), ZERO) + earned - debt.barred - taken
        for head in debt.heads:
            if head.interest_rule and head.interest_accrued:
                assert sum((s.amount for s in head.segments), ZERO) == head.interest_accrued
    for line in owed.invoices.invoices if owed.invoices is not None else ():
        assert line.outstanding >= 0 and line.interest >= 0
        assert sum((s.amount for s in line.segments), ZERO) == line.interest_accrued


def shown_alike(owed: Owed) -> None:
    data, text, working = owed_data(owed), owed_text(owed), owed_working(owed)
    assert Decimal(data["in_all"]["total"] if owed.judgments else data["total"]) == owed.total
    beside = [data["not_merged"]] if owed.judgments and data["not_merged"] else []
    told = [data, *data.get("other_judgments", []), *beside]
    assert sum((Decimal(part["total"]) for part in told), ZERO) == owed.total
    for part in (*owed.parts, *owed.guarantors):
        assert figures(part.total, owed.currency) in text
        for amount in (*(s.amount for s in part.segments), *(e.amount for e in part.extinguished)):
            assert figures(amount, owed.currency) in working
    assert figures(owed.total, owed.currency) in text


def book_agrees(owed: Owed, book: dict[str, list[dict[str, Any]]]) -> None:
    parts = (*owed.parts, *owed.guarantors)
    named: list[tuple[str, tuple[JudgmentDebt, ...]]] = [("Judgment", owed.judgments), ("Guarantor", owed.guarantors)]
    for title, debts in named:
        for number, debt in enumerate(debts, 1):
            rows = book[title if number == 1 else f"{title} {number}"]
            sums = {row.get("A"): row.get("B") for row in rows}
            assert (sums["total"], sums["interest"]) == (debt.total, debt.interest)
            heads = rows[1 : 1 + len(debt.heads)]
            assert added(heads, "C") + added(heads, "D") == debt.total
    if owed.invoices is not None:
        sums = {row.get("A"): row.get("B") for row in book["Claim"]}
        assert sums["total"] == owed.invoices.total and sums["cost of the notice"] == owed.invoices.notice_cost
        assert sums["total"] == sum(
            (sums[k] for k in ("principal", "interest", "fixed sums", "cost of the notice")), ZERO
        )
    if len(owed.parts) > 1:
        *rows, last = book["In all"][1:]
        for column in "BCDEF":
            assert added(rows, column) == last[column]
        assert last["F"] == owed.total
    assert added(book["Interest"][1:], "G") == sum((s.amount for part in parts for s in part.segments), ZERO)
    assert added(book["Payments"][1:], "F") == sum((e.amount for part in parts for e in part.extinguished), ZERO)
    assert all(isinstance(row["F"], Decimal) for row in book["Interest"][1:])  # the rate is a number
