"""Questions about a matter that a rule asks."""

from datetime import date

import pytest

from lawkit.facts.conditions import answer
from lawkit.facts.subject import Subject
from lawkit.law import load_jurisdiction
from tests.matters import matter

FRANCE = load_jurisdiction("france")
DAY = date(2026, 11, 24)


def asked(condition: str, **changes: object) -> str:
    return answer(condition, Subject(matter(jurisdiction="france", **changes), FRANCE, DAY))


def debtor(postcode: str) -> list[dict[str, object]]:
    address = {"lines": ["1 rue B"], "city": "B", "postcode": postcode}
    return [{"name": "B", "kind": "company", "addresses": [address]}]


@pytest.mark.parametrize(
    ("postcode", "calendar", "expected"),
    [
        ("97200", None, "yes"),
        ("97200", "martinique", "no"),
        ("97200", "la_reunion", "yes"),
        ("75001", "martinique", "no"),
    ],
)
def test_distance_is_not_joined_in_the_courts_own_territory(postcode: str, calendar: str | None, expected: str) -> None:
    forum = {"court": "Tribunal", **({"calendar": calendar} if calendar else {})}
    assert asked("debtor_overseas", debtors=debtor(postcode), forum=forum) == expected


@pytest.mark.parametrize(
    ("forum", "expected"),
    [(None, "unknown"), ({"court": "Paris"}, "yes"), ({"court": "Colmar", "calendar": "alsace_moselle"}, "yes"),
     ({"court": "Mamoudzou", "calendar": "mayotte"}, "no")],
)  # fmt: skip
def test_where_the_court_sits_is_told_by_its_calendar(forum: dict[str, str] | None, expected: str) -> None:
    assert asked("court_in_mainland", **({"forum": forum} if forum else {})) == expected


@pytest.mark.parametrize(("ended", "expected"), [("2026-11-23", "no"), ("2026-11-24", "no"), ("2026-11-25", "yes")])
def test_proceedings_are_open_until_they_have_ended(ended: str, expected: str) -> None:
    opened = {"kind": "insolvency_opened", "on": "2026-06-01", "proceeding": "redressement", "ended": ended}
    assert asked("insolvency_open", history=[opened]) == expected


@pytest.mark.parametrize(
    ("proceedings", "expected"),
    [((), "no"), (("surendettement",), "yes"), (("surendettement", "redressement"), "no"), (("redressement",), "no")],
)
def test_no_claim_is_declared_to_an_over_indebted_consumer(proceedings: tuple[str, ...], expected: str) -> None:
    history = [{"kind": "insolvency_opened", "on": "2026-06-01", "proceeding": each} for each in proceedings]
    assert asked("only_over_indebted", history=history) == expected
