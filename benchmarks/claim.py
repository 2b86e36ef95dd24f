"""How long a large matter's claim takes, and that the time grows with its segments: `python benchmarks/claim.py`."""

import time
from datetime import date, timedelta
from decimal import Decimal

from lawkit.claim import compute_claim
from lawkit.facts.model import CaseFile
from lawkit.facts.timeline import timeline
from lawkit.law import load_jurisdiction
from lawkit.reading import read_yaml
from lawkit.resources import shipped


def matter(country: str, number: int) -> CaseFile:
    """Return a matter of `number` invoices spread over ten years, with a payment for every tenth."""
    data = read_yaml(shipped("jurisdictions") / country / "examples" / "base.yaml").data
    first = date(2015, 1, 2)
    days = [first + timedelta(days=3600 * n // number) for n in range(number)]
    data["invoices"] = [
        {"number": f"F{n}", "dated": d, "supply": "goods", "delivered": d, "due": d + timedelta(days=30),
         "taxable": Decimal("1000.00"), "total": Decimal("1000.00")}
        for n, d in enumerate(days)
    ]  # fmt: skip
    data["history"] = [
        {"kind": "payment", "on": d + timedelta(days=60), "amount": Decimal("500.00")} for d in days[::10]
    ]
    if country == "india":
        data["creditor"]["enterprise"] = {"class": "small", "registered_on": "2010-01-01", "activity": "manufacturing"}
    return CaseFile.model_validate(data)


def measured(country: str, number: int, times: int = 3) -> tuple[int, float]:
    """Return the segments of a matter and the best of several times, each with the law read anew: nothing is kept between."""
    best, segments = float("inf"), 0
    line = timeline(matter(country, number))
    for _ in range(times):
        law = load_jurisdiction(country)
        start = time.perf_counter()
        segments = len(compute_claim(line, law, date(2026, 6, 1)).segments)
        best = min(best, time.perf_counter() - start)
    return segments, best


def main() -> None:
    """Print the time of 250, 500 and 1,000 invoices in both countries, and what a segment costs at 1,000 against 250."""
    for country in ("india", "france"):
        each: dict[int, float] = {}
        for number in (250, 500, 1000):
            segments, spent = measured(country, number)
            each[number] = spent / segments
            print(
                f"{country:8} {number:5} invoices {segments:7} segments {spent:7.3f} s   {each[number] * 1e6:6.2f} µs a segment"
            )
        print(
            f"{country:8} a segment at 1,000 invoices costs {each[1000] / each[250]:.2f} × one at 250; linear is 1.00"
        )


if __name__ == "__main__":
    main()
