"""How fast documents are filled and drafted, against a plain docxtpl loop over the same template in one run.

`python benchmarks/fill.py [NUMBER]` prints ratios; it is a measurement, and never fails.
"""

import io
import sys
import time
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined

from lawkit.claim import compute_claim
from lawkit.drafting.compile import compile_precedent
from lawkit.drafting.desk import Desk, precedent_folders
from lawkit.drafting.draft import Order, _callables, _labels, draft
from lawkit.drafting.facts import InvoiceFacts
from lawkit.drafting.fill import fill
from lawkit.drafting.filters import filters
from lawkit.drafting.gather import gather
from lawkit.drafting.matter import Matter
from lawkit.drafting.package import pack
from lawkit.drafting.phrases import load_phrases
from lawkit.drafting.precedent import house_file, load_precedent
from lawkit.facts import load_case, timeline
from lawkit.law import load_jurisdiction

DAY = date(2026, 11, 24)
CASE = Path(__file__).parent.parent / "casefiles" / "shakti-goods.yaml"


def timed(what: str, number: int, act: Callable[[int], object]) -> float:
    act(0)
    start = time.perf_counter()
    for n in range(number):
        act(n)
    rate = number / (time.perf_counter() - start)
    print(f"{what:58} {rate:9.1f} a second")
    return rate


def main(number: int) -> None:
    """Time plain docxtpl, lawkit's filling, and the whole road from case file to notice and record."""
    law, case, folders = load_jurisdiction("india"), load_case(CASE), precedent_folders(None)
    precedent = load_precedent(folders, "india", "final-notice", "en")
    annexures = tuple(load_precedent(folders, "india", name, "en") for name in precedent.front.annexures)
    template = compile_precedent(precedent, annexures, house_file(folders, "letter"))
    bound = filters("en", "INR")
    phrases, _ = load_phrases(folders, "india", "en", bound)
    matter = Matter(
        timeline(case.facts), law, compute_claim(timeline(case.facts), law, DAY), phrases, DAY, "en", "india"
    )
    facts = gather(matter, case.facts.debtors[0], "advocate", precedent.front.served_by, ["Annexure A"])
    rows = tuple(replace(facts.invoices[n % 3], number=f"SEW/{n}") for n in range(12))
    assert all(isinstance(row, InvoiceFacts) for row in rows)
    order, labels = Order("final-notice", DAY), _labels(phrases, annexures)
    different = [
        replace(facts, invoices=rows, creditor=replace(facts.creditor, name=f"Creditor {n}")) for n in range(number)
    ]
    as_file = pack(dict(template.parts))

    def plain(n: int) -> bytes:
        environment = Environment(undefined=StrictUndefined, autoescape=True)
        environment.filters.update(bound)
        document = DocxTemplate(io.BytesIO(as_file))
        context = {field.name: getattr(different[n], field.name) for field in fields(different[n])}
        document.render({**context, **_callables(law, matter.claim, "en", labels)}, environment, autoescape=True)
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    def ours(level: int) -> Callable[[int], bytes]:
        return lambda n: (
            fill(
                template,
                different[n],
                bound,
                _callables(law, matter.claim, "en", labels),
                title="T",
                author="A",
                on=DAY,
                compression=level,
            ).content
        )

    desk = Desk()
    print(f"{number} notices of 3 pages and 2 sheets, a table of 12 rows, one core, in memory")
    base = timed("plain docxtpl, a new object each", min(number, 60), plain)
    for level in (6, 1):
        rate = timed(f"lawkit fill, checked and masked, zlib {level}", number, ours(level))
        print(f"{'':58} {rate / base:9.1f} × docxtpl")
    timed(
        "case file → claim → checks → notice + record, zlib 1",
        number,
        lambda n: draft(replace(order, compression=1), load_case(CASE), law, desk),
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
