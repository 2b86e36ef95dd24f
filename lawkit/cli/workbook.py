"""The claim as an Excel workbook: one sheet a question, figures as numbers, texts as texts and never formulas."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from lawkit.claim import Claim
from lawkit.messages import say

Cell = str | int | Decimal | date | None


def claim_workbook(claim: Claim) -> bytes:
    """Return the invoices, the interest lines, what was paid and the rules relied on as .xlsx, the same bytes each time."""
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime(claim.as_of.year, claim.as_of.month, claim.as_of.day)})
    money = "#,##,##0.00" if claim.currency == "INR" else "#,##0.00"
    form = {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True}),
        "money": book.add_format({"num_format": money}),
        "day": book.add_format({"num_format": "yyyy-mm-dd"}),
    }
    _sheet(
        book, form, say("Claim"),
        (say("invoice"), say("dated"), say("payable on"), say("total"), say("principal"), say("interest"), say("per day"), say("rule")),
        [
            *((i.number, i.dated, i.payable_on, i.total, i.outstanding, i.interest, i.daily, i.interest_rule) for i in claim.invoices),
            (say("fixed sums"), None, None, None, None, claim.fixed_total, None, None),
            (say("total"), claim.as_of, None, None, claim.principal, claim.total, claim.daily, None),
        ],
    )  # fmt: skip
    _sheet(
        book, form, say("Interest"),
        (say("invoice"), say("from"), say("to"), say("days"), say("base"), say("rate"), say("interest"), say("rate row"), say("rule")),
        [
            (s.invoice, s.start, s.end, s.days, s.base, f"{s.rate.normalize():f}", s.amount,
             ", ".join(f"{r.series} {r.value.normalize():f} ({r.effective})" for r in s.rows), s.rule)
            for s in claim.segments
        ],
    )  # fmt: skip
    _sheet(
        book, form, say("Payments"),
        (say("on"), say("entry"), say("kind"), say("invoice"), say("part"), say("amount"), say("rule")),
        [(e.on, e.entry, e.kind, e.invoice, e.part, e.amount, e.rule) for e in claim.extinguished],
    )  # fmt: skip
    _sheet(
        book, form, say("Rules"),
        (say("rule"), say("provision"), say("standing"), say("doubt"), say("whose")),
        [(u.rule, u.provision, u.standing, u.doubt, u.owner) for u in claim.relied_on],
    )  # fmt: skip
    book.close()
    return buffer.getvalue()


def _sheet(book: Any, form: dict[str, Any], name: str, head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for column, text in enumerate(head):
        sheet.write_string(0, column, text, form["head"])
        sheet.set_column(column, column, 16)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, Decimal):
                sheet.write_number(number, column, float(value), form["money"])
            elif isinstance(value, date):
                sheet.write_datetime(number, column, datetime(value.year, value.month, value.day), form["day"])
            elif isinstance(value, int):
                sheet.write_number(number, column, value)
            elif value:
                sheet.write_string(number, column, value)
