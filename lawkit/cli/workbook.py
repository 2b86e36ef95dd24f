"""The claim as an Excel workbook: one sheet a question, figures as numbers, texts as texts and never formulas."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from lawkit.claim import Claim
from lawkit.claim.booked import BookedCost
from lawkit.claim.judgment_model import JudgmentDebt, Owed
from lawkit.claim.model import Extinguished, RuleUse, Segment
from lawkit.messages import say


class Rate(Decimal):
    """A rate in percent a year: a number, and no sum of money."""


Cell = str | int | Decimal | date | Rate | None


def owed_workbook(owed: Owed, costs: Sequence[BookedCost] = ()) -> bytes:
    """Return all that is owed as .xlsx, the same bytes each time: a sheet for each judgment, one for the invoices not merged.

    Then interest lines, what was paid, the rules relied on; where there is more than one debt, a sheet of what they come to in all;
    where costs were booked, a sheet of those that are no part of it.
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
    if costs:
        book.costs(costs)
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
            "rate": self.book.add_format({"num_format": "0.00##"}),
            "day": self.book.add_format({"num_format": "yyyy-mm-dd"}),
        }

    def sheet(
        self, name: str, head: Sequence[str], rows: Sequence[Sequence[Cell]], after: Sequence[tuple[str, Decimal]] = ()
    ) -> None:
        """Add a sheet: a head and rows; `after` an empty row, sums with their names."""
        rows = [*rows, *([(), *after] if after else [])]
        _sheet(self.book, self.form, name, head, rows)

    def claim(self, name: str, claim: Claim) -> None:
        """Add the sheet of a claim on invoices."""
        self.sheet(
            name,
            (say("invoice"), say("dated"), say("payable on"), say("total"), say("principal"), say("interest"), say("per day"), say("rule")),
            [(i.number, i.dated, i.payable_on, i.total, i.outstanding, i.interest, i.daily, i.interest_rule) for i in claim.invoices],
            after=[
                (say("principal"), claim.principal), (say("interest"), claim.interest), (say("fixed sums"), claim.fixed_total),
                (say("cost of the notice"), claim.notice_cost), (say("total"), claim.total),
                (say("per day from {day}", day=claim.further_from), claim.daily),
                (say("not yet due, not in the total"), claim.not_yet_due),
            ],
        )  # fmt: skip

    def judgment(self, name: str, debt: JudgmentDebt) -> None:
        """Add the sheet of a judgment."""
        self.sheet(
            name,
            (say("head"), say("adjudged"), say("left"), say("interest since"), say("barred"), say("per day"), say("rule")),
            [(h.label, h.amount, h.outstanding, h.interest, h.barred, h.daily, h.interest_rule) for h in debt.heads],
            after=[
                (say("principal"), debt.principal), (say("interest"), debt.interest), (say("costs"), debt.costs),
                (say("total"), debt.total), (say("per day from {day}", day=debt.further_from), debt.daily),
                (say("barred, left out"), debt.barred),
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
                (s.invoice, s.start, s.end, s.days, s.base, Rate(s.rate), s.amount,
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

    def costs(self, costs: Sequence[BookedCost]) -> None:
        """Add the sheet of costs booked and no part of what is owed."""
        self.sheet(
            say("Costs booked"),
            (say("day"), say("nature"), say("reference"), say("recoverable"), say("amount")),
            [
                (c.on, c.nature.replace("_", " "), c.reference, say("yes") if c.recoverable else say("no"), c.amount)
                for c in costs
            ],
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
            if isinstance(value, Rate):
                sheet.write_number(number, column, float(value), form["rate"])
            elif isinstance(value, Decimal):
                sheet.write_number(number, column, float(value), form["money"])
            elif isinstance(value, date):
                sheet.write_datetime(number, column, datetime(value.year, value.month, value.day), form["day"])
            elif isinstance(value, int):
                sheet.write_number(number, column, value)
            elif value:
                sheet.write_string(number, column, value)
