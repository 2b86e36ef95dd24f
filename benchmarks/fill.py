"""How fast documents are filled and drafted, against a plain docxtpl loop over the same template in one run.

`python benchmarks/fill.py [NUMBER] [--many CASES]` prints ratios; it is a measurement, and never fails. With `--many`
it also drafts so many case files by the command, on all cores, into a temporary folder.
"""

import argparse
import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined

from lawkit.drafting import draft as drafting
from lawkit.drafting import fill as filling
from lawkit.drafting.desk import Desk, precedent_folders
from lawkit.drafting.draft import Order
from lawkit.drafting.export import export
from lawkit.drafting.facts import DraftFacts
from lawkit.drafting.files import write_file
from lawkit.drafting.fill import fill
from lawkit.drafting.guard import firm_template
from lawkit.drafting.package import Compression, pack
from lawkit.drafting.precedent import load_precedent
from lawkit.drafting.template import WordTemplate
from lawkit.facts import load_case
from lawkit.law import load_jurisdiction

DAY = date(2026, 11, 24)
CASE = Path(__file__).parent.parent / "casefiles" / "shakti-goods.yaml"
PLAIN = 60  # documents of the plain loop


def timed(what: str, number: int, act: Callable[[int], object]) -> float:
    """Print and return how many a second, after one that is not counted: the median of three runs."""
    act(0)
    rates = []
    for _ in range(3):
        start = time.perf_counter()
        for n in range(number):
            act(n)
        rates.append(number / (time.perf_counter() - start))
    rate = sorted(rates)[1]
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


def levels() -> list[Compression]:
    """Return the settings of the compressor that are measured."""
    return [6, 1, "isal"] if find_spec("isal") else [6, 1]


def filling_alone(number: int) -> None:
    """Time plain docxtpl and lawkit's filling on the same template and the same data."""
    folders, orders = precedent_folders(None), []
    real = drafting.fill
    drafting.fill = lambda *order, **more: orders.append(order) or real(*order, **more)  # type: ignore[func-returns-value]
    try:
        drafting.draft(Order("final-notice", DAY), load_case(CASE), load_jurisdiction("india"))
    finally:
        drafting.fill = real
    with_sheets, facts, bound, callables = orders[0]
    different = [one_of_many(facts, n) for n in range(number)]

    def compare(title: str, template: WordTemplate, as_file: bytes) -> None:
        def plain(n: int) -> bytes:
            environment = Environment(undefined=StrictUndefined, autoescape=True)
            environment.filters.update(bound)
            document = DocxTemplate(io.BytesIO(as_file))
            context = {field.name: getattr(different[n], field.name) for field in fields(different[n])}
            document.render({**context, **callables}, environment, autoescape=True)
            buffer = io.BytesIO()
            document.save(buffer)
            return buffer.getvalue()

        def ours(level: Compression) -> Callable[[int], bytes]:
            return lambda n: fill(
                template, different[n], bound, callables,
                title="T", author="A", on=DAY, compression=level,
            ).content  # fmt: skip

        print(title)
        base = timed(f"plain docxtpl ({min(number, PLAIN)})", min(number, PLAIN), plain)
        for level in levels():
            name = level if isinstance(level, str) else f"zlib {level}"
            rate = timed(f"lawkit, with masked text for wording rules, {name}", number, ours(level))
            print(f"  {'':56} {rate / base:9.1f} × docxtpl")

    print(f"{number} different matters, one core, in memory")
    as_exported = export(load_precedent(folders, "india", "final-notice", "en"), folders).word
    compare(
        "A notice of 3 pages, a table of 12 rows, as exported", firm_template("n", as_exported, "n.docx"), as_exported
    )
    compare("The same with 2 sheets of 12 rows annexed", with_sheets, pack(dict(with_sheets.parts)))


# -- the whole road ------------------------------------------------------------------------------

STEPS = (
    ("read the case file", "load_case"), ("timeline", "timeline"), ("claim", "compute_claim"), ("checks", "run_checks"),
    ("gather", "gather"), ("fill", "fill"), ("wording rules", "check_wording"), ("record", "record"), ("write", "write_file"),
)  # fmt: skip


@contextmanager
def clocks() -> Iterator[dict[str, float]]:
    """Measure each step of drafting wherever it is called."""
    spent: dict[str, float] = dict.fromkeys([name for _, name in STEPS] + ["member"], 0.0)
    places: list[tuple[Any, str]] = [(drafting, name) for _, name in STEPS if hasattr(drafting, name)]
    places += [(sys.modules[__name__], "load_case"), (sys.modules[__name__], "write_file"), (filling, "member")]
    kept = [(module, name, getattr(module, name)) for module, name in places]

    def clocked(name: str, act: Callable[..., Any]) -> Callable[..., Any]:
        def run(*order: Any, **more: Any) -> Any:
            start = time.perf_counter()
            try:
                found = act(*order, **more)
                return list(found) if name == "check_wording" else found
            finally:
                spent[name] += time.perf_counter() - start

        return run

    for module, name, act in kept:
        setattr(module, name, clocked(name, act))
    try:
        yield spent
    finally:
        for module, name, act in kept:
            setattr(module, name, act)


def many_cases(folder: Path, number: int) -> list[Path]:
    """Write case files, each with parties, a reference and sums of its own."""
    text, paths = CASE.read_text(), []
    for n in range(number):
        own = text.replace("SHK-2026-014\n", f"SHK-{n:05d}\n").replace(
            "Orion Pumps & Valves", f"Orion {n} Pumps & Valves"
        )
        path = folder / f"{n:05d}.yaml"
        path.write_text(own.replace('amount: "200000.00"', f'amount: "{200000 - n}.00"'))
        paths.append(path)
    return paths


def whole_road(number: int) -> None:
    """Time the road from case files on disk to notices, sheets and records on disk, and say where the time goes."""
    law, desk = load_jurisdiction("india"), Desk()
    print("The whole road, one core: case file → claim → checks → notice with 2 sheets, record, both written")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = many_cases(folder, number)
        for level in levels()[1:]:
            order = Order("final-notice", DAY, compression=level)

            def one(n: int, order: Order = order, level: Compression = level) -> None:
                for each in drafting.draft(order, load_case(paths[n]), law, desk):
                    write_file(folder / f"{level}-{each.file}", each.content, replace=True, sync=False)
                    write_file(folder / f"{level}-{each.file}.json", each.record, replace=True, sync=False)

            timed(f"drafted, {level if isinstance(level, str) else f'zlib {level}'}", number, one)
        with clocks() as spent:
            start = time.perf_counter()
            for n in range(number):
                one(n)
            total = time.perf_counter() - start
    spent["fill"] -= spent["member"]
    rows = [(title, spent[name]) for title, name in STEPS] + [("zip", spent["member"])]
    rows.append(("everything else", total - sum(cost for _, cost in rows)))
    print("  where the time goes, of one document")
    for title, cost in sorted(rows, key=lambda row: -row[1]):
        print(f"    {title:24} {cost / number * 1000:8.2f} ms {cost / total:8.0%}")


def by_command(number: int) -> None:
    """Time the command over many case files, on all cores; then once more, when every paper is there."""
    print(f"The command over {number} case files, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "cases"
        folder.mkdir()
        many_cases(folder, number)
        command = [sys.executable, "-c", "from lawkit.cli import main; main()", "draft", "final-notice", str(folder)]
        for what in ("drafted", "again, all unchanged"):
            start = time.perf_counter()
            done = subprocess.run(
                [*command, "--as-of", DAY.isoformat(), "-o", f"{name}/out"], capture_output=True, text=True, check=False
            )
            took = time.perf_counter() - start
            told = done.stderr.strip().splitlines()[-1:]
            print(f"  {what:24} {took:8.1f} s {number / took:9.1f} a second, exit {done.returncode}: {' '.join(told)}")


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", nargs="?", type=int, default=300)
    parser.add_argument("--many", type=int, default=0)
    asked = parser.parse_args()
    filling_alone(asked.number)
    whole_road(asked.number)
    if asked.many:
        by_command(asked.many)


if __name__ == "__main__":
    main()
