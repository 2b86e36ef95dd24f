"""A plain table for people: columns aligned, figures to the right, no colour.

>>> print(table(("a", "b"), [("x", "1.00"), ("yy", "10.00")], right=(1,)))
a       b
--  -----
x    1.00
yy  10.00
"""

import unicodedata
from collections.abc import Sequence


def _width(text: str) -> int:
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def table(head: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> str:
    """Return rows under a head; a head of empty texts is left out."""
    body = [tuple(row) for row in rows]
    shown = [tuple(head), *body] if any(head) else body
    widths = [max((_width(row[i]) for row in shown), default=0) for i in range(len(head))]

    def line(row: Sequence[str]) -> str:
        cells = []
        for i, text in enumerate(row):
            gap = " " * (widths[i] - _width(text))
            cells.append(gap + text if i in right else text + gap)
        return "  ".join(cells).rstrip()

    top = [line(head), "  ".join("-" * width for width in widths)] if any(head) else []
    return "\n".join([*top, *(line(row) for row in body)])
