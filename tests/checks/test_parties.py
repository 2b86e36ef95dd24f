"""Who is looked up in the registers, and as of when."""

from datetime import date

import pytest

from lawkit.checks import Review, run_checks
from lawkit.claim import compute_claim
from tests.matters import ADDRESS, matter, third_law

LOOKED = {"on": "2025-06-10", "result": "proceedings_open"}


def findings(as_of: date, **debtor: object) -> list[tuple[str, str]]:
    known = matter(debtors=[{"name": "B Ltd", "kind": "company", "addresses": [ADDRESS], **debtor}])
    law = third_law()
    review = Review(known, law, compute_claim(known, law, as_of), as_of, "notice", "advocate")
    return [(f.level, f.text) for f in run_checks(["insolvency_checked"], review)]


@pytest.mark.parametrize(("day", "level"), [(9, "warn"), (10, "stop"), (11, "stop")])
def test_a_search_counts_from_its_own_day(day: int, level: str) -> None:
    found = findings(date(2025, 6, day), insolvency_check=LOOKED)
    assert [each for each, _ in found] == [level]
    assert ("after the day of this paper" in found[0][1]) is (level == "warn")


@pytest.mark.parametrize(("day", "level"), [(4, "warn"), (5, "stop"), (6, "stop"), (20, "warn")])
def test_proceedings_on_file_stop_from_their_day_to_their_end(day: int, level: str) -> None:
    """Opened on the 5th and ended on the 20th; no register was searched."""
    opened = {
        "kind": "insolvency_opened",
        "on": "2025-06-05",
        "proceeding": "other",
        "debtor": "B Ltd",
        "ended": "2025-06-20",
    }
    known = matter(history=[opened])
    law, as_of = third_law(), date(2025, 6, day)
    review = Review(known, law, compute_claim(known, law, as_of), as_of, "notice", "advocate")
    assert [f.level for f in run_checks(["insolvency_checked"], review)] == [level]


def test_no_search_is_asked_for_a_public_body() -> None:
    assert findings(date(2025, 6, 11), kind="public_body") == []
    assert [level for level, _ in findings(date(2025, 6, 11))] == ["warn"]
