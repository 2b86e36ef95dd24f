"""What a notice begins: recorded as given, or sent and served on who owes the debt."""

from datetime import date

import pytest

from lawkit.facts.notices import claims_of_interest, first_formal_notice
from lawkit.facts.subject import Subject
from lawkit.law import load_jurisdiction
from tests.matters import ADDRESS, matter

LAWS = {code: load_jurisdiction(code) for code in ("france", "india")}
DAY = date(2026, 11, 24)
DEBTORS = [
    {"name": "B", "kind": "company", "addresses": [ADDRESS]},
    {"name": "G", "kind": "person", "role": "guarantor", "in_trade": "yes", "addresses": [ADDRESS]},
]


def asked(code: str, *history: dict[str, str], as_of: date = DAY) -> Subject:
    return Subject(matter(jurisdiction=code, debtors=DEBTORS, history=list(history)), LAWS[code], as_of)


def sent(document: str, mode: str, outcome: str, to: str = "B") -> list[dict[str, str]]:
    return [
        {"kind": "dispatched", "id": "d", "on": "2026-02-25", "document": document, "addressee": to, "mode": mode},
        {"kind": "service_outcome", "on": "2026-02-28", "of": "d", "outcome": outcome},
    ]


@pytest.mark.parametrize(
    ("outcome", "to", "day"),
    [
        ("distribue", "B", date(2026, 2, 28)),
        ("avise_non_reclame", "B", date(2026, 2, 28)),
        ("perdu", "B", None),
        ("distribue", "G", None),
    ],
)
def test_a_letter_sent_and_presented_puts_the_debtor_in_default(outcome: str, to: str, day: date | None) -> None:
    assert first_formal_notice(asked("france", *sent("mise-en-demeure", "lrar", outcome, to))) == day
    assert first_formal_notice(asked("france", *sent("relance-2", "lrar", outcome, to))) is None


@pytest.mark.parametrize(("day", "known"), [(27, False), (28, True), (29, True)])
def test_it_does_so_from_its_presentation(day: int, known: bool) -> None:
    as_of = date(2026, 2, 28) if day != 29 else date(2026, 3, 1)
    as_of = date(2026, 2, 27) if day == 27 else as_of
    subject = asked("france", *sent("mise-en-demeure", "lrar", "distribue"), as_of=as_of)
    assert (first_formal_notice(subject) is not None) is known


@pytest.mark.parametrize(("document", "days"), [("final-notice", [date(2026, 2, 28)]), ("first-notice", [])])
def test_interest_is_claimed_by_the_notices_that_claim_it(document: str, days: list[date]) -> None:
    assert claims_of_interest(asked("india", *sent(document, "speed_post_with_registration", "delivered"))) == days
