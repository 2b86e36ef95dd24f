"""What falls due after a title prescribes by itself; what it adjudges does not; which events begin the years anew."""

from datetime import date
from typing import Any

import pytest

from lawkit.claim.barred import claimable_from
from lawkit.facts.subject import Subject
from lawkit.facts.timeline import timeline
from lawkit.law import load_jurisdiction
from tests.matters import ADDRESS, case

FRANCE, INDIA = load_jurisdiction("france"), load_jurisdiction("india")
TITLE = {
    "kind": "judgment", "id": "j1", "on": "2015-03-10", "outcome": "won", "interest_from": "2012-01-01",
    "heads": [{"head": "principal", "amount": "100.00"}],
}  # fmt: skip
GUARANTOR = {
    "name": "G", "kind": "person", "role": "guarantor", "guarantee": {"dated": "2014-12-01"}, "addresses": [ADDRESS]
}  # fmt: skip
PRINCIPAL = {"name": "B Ltd", "kind": "company", "addresses": [ADDRESS]}


def first_day(as_of: date, *entries: dict[str, Any], guarantors: bool = False, law: Any = FRANCE) -> date | None:
    matter = timeline(case(jurisdiction=law.pack.code, debtors=[PRINCIPAL, GUARANTOR], history=[TITLE, *entries]))
    item = next(each for each in matter.entries if each.name == "j1")
    found = claimable_from(Subject(matter, law, as_of, entry=item), guarantors=guarantors)
    return found[0] if found is not None else None


@pytest.mark.parametrize(
    ("as_of", "first"),
    [
        (date(2015, 3, 10), None), (date(2020, 3, 10), None), (date(2020, 3, 11), date(2015, 3, 11)),
        (date(2020, 3, 12), date(2015, 3, 12)),
    ],
)  # fmt: skip
def test_the_limit_never_reaches_back_past_the_judgment(as_of: date, first: date | None) -> None:
    assert first_day(as_of) == first


def test_a_pack_that_bars_no_such_interest_has_no_limit() -> None:
    assert first_day(date(2040, 1, 1), law=INDIA) is None


@pytest.mark.parametrize(
    ("entry", "counts"),
    [
        ({"kind": "measure_applied", "measure": "saisie_attribution"}, True),
        ({"kind": "measure_applied", "measure": "asset_examination"}, False),
        ({"kind": "enforcement_act", "act": "commandement"}, True),
        ({"kind": "served", "act": "command_to_pay"}, True),
        ({"kind": "served", "act": "judgment"}, False),
        ({"kind": "acknowledgment", "form": "letter"}, True),
        ({"kind": "acknowledgment", "form": "letter", "debtor": "G"}, False),  # binds the guarantor alone
        ({"kind": "plan_accepted", "of": "p1", "signed": True}, True),
        ({"kind": "payment", "amount": "1.00"}, False),  # doubtful: shown elsewhere, not counted
        ({"kind": "filed", "proceeding": "assignation", "ended": "2019-01-10"}, True),
        ({"kind": "filed", "proceeding": "assignation", "ended": "2019-01-10", "outcome": "withdrawn"}, False),
        ({"kind": "filed", "proceeding": "injonction_de_payer"}, False),
    ],
)  # fmt: skip
def test_the_pack_says_what_begins_the_years_anew(entry: dict[str, Any], counts: bool) -> None:
    found = first_day(date(2022, 1, 1), {**entry, "on": "2018-06-01"})
    assert found == (None if counts else date(2017, 1, 1))


def test_a_claim_keeps_the_years_before_it_as_long_as_it_lasts() -> None:
    claim = {"kind": "filed", "id": "f2", "on": "2016-06-01", "proceeding": "assignation"}
    assert first_day(date(2030, 1, 1), claim) is None  # pending still
    over = {**claim, "outcome": "granted"}
    for ended, first in (("2024-12-31", date(2025, 1, 1)), ("2025-01-01", None), ("2025-01-02", None)):
        assert first_day(date(2030, 1, 1), {**over, "ended": ended}) == first
    decided = {**TITLE, "id": "j2", "of": "f2", "on": "2024-12-31", "heads": []}
    assert first_day(date(2030, 1, 1), claim, decided) == date(2025, 1, 1)


def test_what_names_guarantors_alone_counts_under_a_judgment_against_them() -> None:
    act = {"kind": "measure_applied", "on": "2018-06-01", "measure": "saisie_attribution", "against": "G"}
    assert first_day(date(2022, 1, 1), act) == date(2017, 1, 1)
    assert first_day(date(2022, 1, 1), act, guarantors=True) is None
