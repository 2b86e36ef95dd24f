"""The claim as an Excel workbook: one sheet a question, figures as numbers, texts as texts and never formulas."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from lawkit.claim import Claim
from lawkit.claim.judgment_model import JudgmentDebt, Owed
from lawkit.claim.model import Extinguished, RuleUse, Segment
from lawkit.messages import say

Cell = str | int | Decimal | date | None


def owed_workbook(owed: Owed) -> bytes:
    """Return all that is owed as .xlsx, the same bytes each time: a sheet for each judgment, one for the invoices not merged.

    Then interest lines, what was paid, the rules relied on; where there is more than one debt, a sheet of what they come to in all.
    """
    book = _Book(owed.parts[0].as_of, owed.currency)
    for number, debt in enumerate(owed.judgments, 1):
        book.judgment(say("Judgment") if number == 1 else say("Judgment {number}", number=number), debt)
    if owed.invoices is not None:
        book.claim(say("Claim"), owed.invoices)
    if len(owed.parts) > 1:
        head = (say("debt"), say("principal"), say("interest"), say("costs"), say("fixed sums"), say("total"))
        lines = [(_named(debt), debt.principal, debt.interest, debt.costs, None, debt.total) for debt in owed.judgments]
        rows: list[Sequence[Cell]] = [*lines]
        if (left := owed.invoices) is not None:
            other = left.fixed_total + left.notice_cost
            rows.append((say("invoices not merged"), left.principal, left.interest, None, other, left.total))
        rows.append((say("in all"), owed.principal, owed.interest, owed.costs, owed.other, owed.total))
        book.sheet(say("In all"), head, rows)
    for number, debt in enumerate(owed.guarantors, 1):
        book.judgment(say("Guarantor") if number == 1 else say("Guarantor {number}", number=number), debt)
    parts = (*owed.parts, *owed.guarantors)
    segments = [segment for part in parts for segment in part.segments]
    uses = dict.fromkeys(use for part in parts for use in part.relied_on)
    book.working(segments, [each for part in parts for each in part.extinguished], list(uses))
    return book.close()


def _named(debt: JudgmentDebt) -> str:
    return f"{debt.decision.replace('_', ' ')} {debt.judgment_on}"


class _Book:
    """A workbook in memory, with the same creation day as the claim."""

    def __init__(self, as_of: date, currency: str) -> None:
        import xlsxwriter

        self.buffer = io.BytesIO()
        self.book = xlsxwriter.Workbook(
            self.buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        self.book.set_properties({"created": datetime(as_of.year, as_of.month, as_of.day)})
        money = "#,##,##0.00" if currency == "INR" else "#,##0.00"
        self.form = {
            "head": self.book.add_format({"bold": True, "bottom": 1, "text_wrap": True}),
            "money": self.book.add_format({"num_format": money}),
            "day": self.book.add_format({"num_format": "yyyy-mm-dd"}),
        }

    def sheet(self, name: str, head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        """Add a sheet: a head and rows."""
        _sheet(self.book, self.form, name, head, rows)

    def claim(self, name: str, claim: Claim) -> None:
        """Add the sheet of a claim on invoices."""
        self.sheet(
            name,
            (say("invoice"), say("dated"), say("payable on"), say("total"), say("principal"), say("interest"), say("per day"), say("rule")),
            [
                *((i.number, i.dated, i.payable_on, i.total, i.outstanding, i.interest, i.daily, i.interest_rule) for i in claim.invoices),
                (say("fixed sums"), None, None, None, None, claim.fixed_total, None, None),
                (say("total"), claim.as_of, None, None, claim.principal, claim.total, claim.daily, None),
            ],
        )  # fmt: skip

    def judgment(self, name: str, debt: JudgmentDebt) -> None:
        """Add the sheet of a judgment."""
        self.sheet(
            name,
            (say("head"), say("adjudged"), say("left"), say("interest since"), say("barred"), say("per day"), say("rule")),
            [
                *((h.label, h.amount, h.outstanding, h.interest, h.barred, h.daily, h.interest_rule) for h in debt.heads),
                (say("principal"), None, debt.principal, None, None, None, None),
                (say("interest"), None, debt.interest, None, None, None, None),
                (say("costs"), None, debt.costs, None, None, None, None),
                (say("total"), None, debt.total, None, debt.barred, debt.daily, None),
            ],
        )  # fmt: skip

    def working(
        self, segments: Sequence[Segment], extinguished: Sequence[Extinguished], uses: Sequence[RuleUse]
    ) -> None:
        """Add the sheets of the working."""
        self.sheet(
            say("Interest"),
            (say("invoice"), say("from"), say("to"), say("days"), say("base"), say("rate"), say("interest"), say("rate row"), say("rule")),
            [
                (s.invoice, s.start, s.end, s.days, s.base, f"{s.rate.normalize():f}", s.amount,
                 ", ".join(f"{r.series} {r.value.normalize():f} ({r.effective})" for r in s.rows), s.rule)
                for s in segments
            ],
        )  # fmt: skip
        self.sheet(
            say("Payments"),
            (say("on"), say("entry"), say("kind"), say("invoice"), say("part"), say("amount"), say("rule")),
            [(e.on, e.entry, e.kind, e.invoice, e.part, e.amount, e.rule) for e in extinguished],
        )
        self.sheet(
            say("Rules"),
            (say("rule"), say("value"), say("provision"), say("standing"), say("doubt"), say("whose")),
            [(u.rule, u.value, u.provision, u.standing, u.doubt, u.owner) for u in uses],
        )

    def close(self) -> bytes:
        """Return the bytes of the workbook."""
        self.book.close()
        return self.buffer.getvalue()


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
