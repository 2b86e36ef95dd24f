"""How fast documents are filled and drafted, against a plain docxtpl loop over the same template in one run.

`python benchmarks/fill.py [NUMBER]` prints ratios; it is a measurement, and never fails.
"""

import io
import sys
import time
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined

from lawkit.claim import compute_claim
from lawkit.drafting.compile import WordTemplate, compile_precedent
from lawkit.drafting.desk import Desk, precedent_folders
from lawkit.drafting.draft import Order, _callables, _labels, draft
from lawkit.drafting.facts import DraftFacts
from lawkit.drafting.fill import fill
from lawkit.drafting.filters import filters
from lawkit.drafting.gather import gather
from lawkit.drafting.matter import Matter
from lawkit.drafting.package import Compression, pack
from lawkit.drafting.phrases import load_phrases
from lawkit.drafting.precedent import house_file, load_precedent
from lawkit.facts import load_case, timeline
from lawkit.facts.conditions import Subject
from lawkit.law import load_jurisdiction

DAY = date(2026, 11, 24)
CASE = Path(__file__).parent.parent / "casefiles" / "shakti-goods.yaml"
PLAIN = 60  # documents of the plain loop


def timed(what: str, number: int, act: Callable[[int], object]) -> float:
    """Print and return how many a second, after one that is not counted."""
    act(0)
    start = time.perf_counter()
    for n in range(number):
        act(n)
    rate = number / (time.perf_counter() - start)
    print(f"  {what:56} {rate:9.1f} a second")
    return rate


def one_of_many(facts: DraftFacts, n: int) -> DraftFacts:
    """Return the facts of another matter: its own parties, and a table of twelve rows with its own sums."""
    own = Decimal(n) * 7
    rows = tuple(
        replace(
            facts.invoices[row % 3],
            number=f"SEW/{n}/{row}",
            total=facts.invoices[row % 3].total + own + row,
            balance=facts.invoices[row % 3].balance + own + row,
        )
        for row in range(12)
    )
    claim = replace(facts.claim, total=facts.claim.total + own * 12, principal=facts.claim.principal + own * 12)
    return replace(facts, invoices=rows, claim=claim, creditor=replace(facts.creditor, name=f"Creditor & Sons {n}"))


def main(number: int) -> None:
    """Time plain docxtpl, lawkit's filling, and the whole road from case file to notice and record."""
    law, case, folders = load_jurisdiction("india"), load_case(CASE), precedent_folders(None)
    precedent = load_precedent(folders, "india", "final-notice", "en")
    annexures = tuple(load_precedent(folders, "india", name, "en") for name in precedent.front.annexures)
    house = house_file(folders, "letter")
    bound = filters("en", "INR")
    phrases, _ = load_phrases(folders, "india", "en", bound)
    matter = Matter(
        timeline(case.facts), law, compute_claim(timeline(case.facts), law, DAY), phrases, DAY, "en", "india"
    )
    facts = gather(matter, case.facts.debtors[0], "advocate", precedent.front.served_by, ["Annexure A"])
    different = [one_of_many(facts, n) for n in range(number)]
    labels = _labels(phrases, annexures)
    levels: list[Compression] = [6, 1, "isal"] if find_spec("isal") else [6, 1]

    def compare(title: str, template: WordTemplate) -> None:
        as_file = pack(dict(template.parts))

        def plain(n: int) -> bytes:
            environment = Environment(undefined=StrictUndefined, autoescape=True)
            environment.filters.update(bound)
            document = DocxTemplate(io.BytesIO(as_file))
            context = {field.name: getattr(different[n], field.name) for field in fields(different[n])}
            document.render({**context, **_callables(law, matter.claim, "en", labels, Subject(matter.timeline, law, matter.as_of))}, environment, autoescape=True)
            buffer = io.BytesIO()
            document.save(buffer)
            return buffer.getvalue()

        def ours(level: Compression) -> Callable[[int], bytes]:
            return lambda n: fill(
                template, different[n], bound, _callables(law, matter.claim, "en", labels, Subject(matter.timeline, law, matter.as_of)),
                title="T", author="A", on=DAY, compression=level,
            ).content  # fmt: skip

        print(title)
        base = timed(f"plain docxtpl, a new object each ({min(number, PLAIN)})", min(number, PLAIN), plain)
        for level in levels:
            name = level if isinstance(level, str) else f"zlib {level}"
            rate = timed(f"lawkit, with masked text for wording rules, {name}", number, ours(level))
            print(f"  {'':56} {rate / base:9.1f} × docxtpl")

    print(f"{number} different matters, one core, in memory")
    compare("A notice of 3 pages, a table of 12 rows", compile_precedent(precedent, (), house))
    compare("The same with 2 sheets of 12 rows annexed", compile_precedent(precedent, annexures, house))
    desk, order = Desk(), Order("final-notice", DAY, compression=1)
    print("The whole road")
    timed(
        "case file → claim → checks → notice, sheets, record, zlib 1",
        number,
        lambda n: draft(order, load_case(CASE), law, desk),
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
