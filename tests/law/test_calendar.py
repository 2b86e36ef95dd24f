"""Closed days of the week, of the month, of a notified year; a registry that stays open; what is known and what is not."""

from datetime import date
from typing import Any

import pytest

from lawkit.law.calendar import Calendar, is_notified, roll, why_closed
from lawkit.reading import Document, validate

PUNE: dict[str, Any] = {
    "title": {"en": "District Court"}, "ref": "IN-HOL-1", "source": {"act": "practice"}, "closed_on": ["sunday"],
    "saturdays": ["2", "4"],
    "years": {"2027": {
        "source": {"act": "practice", "provision": "list of holidays 2027"}, "days": {"2027-01-26": "Republic Day"},
        "vacations": [
            {"from": "2027-05-10", "to": "2027-06-05", "name": "summer vacation"},
            {"from": "2027-12-24", "to": "2027-12-31", "name": "winter vacation", "registry_open": "yes"},
        ],
    }},
}  # fmt: skip


def calendar(**over: Any) -> Calendar:
    return validate(Calendar, Document("calendar.yaml", {**PUNE, **over}, {}))


@pytest.mark.parametrize(
    ("day", "closed"),
    [
        ("2027-01-25", None), ("2027-01-26", "Republic Day"), ("2027-01-27", None),
        ("2027-01-02", None), ("2027-01-09", "Saturday 2 of the month"), ("2027-01-16", None),
        ("2027-01-23", "Saturday 4 of the month"), ("2027-01-30", None), ("2027-01-31", "sunday"),
        ("2027-05-07", None), ("2027-05-10", "summer vacation"), ("2027-06-05", "summer vacation"), ("2027-06-07", None),
        ("2027-12-24", None),  # the registry accepts filings: not closed
        ("2026-01-26", None),  # a year that was not notified
    ],
)  # fmt: skip
def test_why_a_court_is_closed(day: str, closed: str | None) -> None:
    assert why_closed(calendar(), date.fromisoformat(day)) == closed


@pytest.mark.parametrize(
    ("day", "known"), [("2026-12-31", False), ("2027-01-01", True), ("2027-12-31", True), ("2028-01-01", False)]
)
def test_a_notified_year_is_known_whole(day: str, known: bool) -> None:
    assert is_notified(calendar(), date.fromisoformat(day)) is known


def test_a_last_day_in_a_vacation_moves_to_the_day_the_court_reopens() -> None:
    moved, passed = roll((calendar(),), date(2027, 5, 10), "next_open_day")
    assert moved == date(2027, 6, 7) and passed[0] == "2027-05-10 summer vacation" and passed[-1] == "2027-06-06 sunday"


@pytest.mark.parametrize(
    ("years", "says"),
    [
        ({"2027": {"source": {"act": "practice"}, "days": {"2026-01-26": "Republic Day"}}}, "is not a day of 2027"),
        ({"27": {"source": {"act": "practice"}}}, "is not a year written YYYY"),
        ({"2027": {"source": {"act": "practice"},
                   "vacations": [{"from": "2027-06-05", "to": "2027-05-10", "name": "v"}]}}, "is before"),
    ],
)  # fmt: skip
def test_a_year_that_cannot_be_is_refused(years: dict[str, Any], says: str) -> None:
    with pytest.raises(Exception, match=says):
        calendar(years=years)
