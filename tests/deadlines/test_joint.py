"""Whom an act binds: the debtor who gave it; partners follow their firm; one clock where nothing sets debtors apart."""

from datetime import date
from typing import Any

import pytest

from lawkit.deadlines.compute import limits
from lawkit.deadlines.joint import each_bound, given_by, joint_debtors, not_bound_by
from lawkit.facts.subject import Subject
from lawkit.facts.timeline import timeline
from lawkit.law import load_jurisdiction
from tests.matters import ADDRESS, case, invoice

INDIA, FRANCE = load_jurisdiction("india"), load_jurisdiction("france")
AS_OF = date(2026, 1, 10)


def debtor(name: str, role: str = "principal_debtor", **facts: Any) -> dict[str, Any]:
    return {"name": name, "kind": "company", "role": role, "addresses": [ADDRESS], **facts}


def ack(**facts: Any) -> dict[str, Any]:
    return {"kind": "acknowledgment", "on": "2025-09-01", "form": "letter", "signed": "yes", **facts}


def subject(*history: dict[str, Any], debtors: list[dict[str, Any]], law: Any = INDIA) -> Subject:
    matter = timeline(case(jurisdiction=law.pack.code, debtors=debtors, history=list(history)))
    return Subject(matter, law, AS_OF, matter.case.invoices[0])


def test_partners_directors_and_guarantors_are_no_joint_debtors() -> None:
    debtors = [debtor("Firm"), debtor("P", "partner"), debtor("D", "director"), debtor("G", "guarantor")]
    assert [d.name for d in joint_debtors(subject(debtors=debtors).timeline.case)] == ["Firm"]


def test_a_proprietor_alone_is_the_business() -> None:
    assert [d.name for d in joint_debtors(subject(debtors=[debtor("Shop", "proprietor")]).timeline.case)] == ["Shop"]


@pytest.mark.parametrize(("named", "giver"), [({}, "A"), ({"debtor": "B"}, "B"), ({"debtor": "G"}, "G")])
def test_an_act_that_names_nobody_is_the_principal_debtors(named: dict[str, str], giver: str) -> None:
    asked = subject(ack(**named), debtors=[debtor("A"), debtor("B"), debtor("G", "guarantor")])
    assert given_by(asked.timeline.entries[0].entry, asked.timeline.case) == giver
    assert not_bound_by(asked.timeline.entries[0].entry, asked) == ("G" if giver == "G" else None)


def test_two_debtors_are_set_apart_only_where_an_act_of_one_could_leave_the_other_out() -> None:
    both = [debtor("A"), debtor("B")]
    assert [s.name for s in each_bound(subject(debtors=both))] == ["F1"]
    assert [s.name for s in each_bound(subject(ack(), debtors=both))] == ["F1, A", "F1, B"]
    assert [s.name for s in each_bound(subject(ack(), debtors=[debtor("A"), debtor("G", "guarantor")]))] == ["F1"]


def test_where_an_act_binds_all_debtors_there_is_one_clock() -> None:
    assert [s.name for s in each_bound(subject(ack(), debtors=[debtor("A"), debtor("B")], law=FRANCE))] == ["F1"]


def test_each_debtor_has_a_last_day_of_its_own() -> None:
    matter = timeline(
        case(jurisdiction="india", debtors=[debtor("A"), debtor("B")], history=[ack(debtor="B")], invoices=[invoice()])
    )
    found = {d.subject: (d.last_day, [i.effect for i in d.interruptions]) for d in limits(matter, INDIA, AS_OF)}
    assert found["F1, A"] == (date(2028, 1, 31), ["given by B, whom alone it binds"])
    assert found["F1, B"][0] == date(2028, 9, 1)


@pytest.mark.parametrize(
    ("against", "names"),
    [([], ["F1"]), (["A"], ["F1, A", "F1, B"]), (["A", "B"], ["F1"]), (["A", "B", "G"], ["F1"]), (["G"], ["F1"])],
)
def test_a_title_against_some_of_the_joint_debtors_sets_them_apart(against: list[str], names: list[str]) -> None:
    debtors = [debtor("A"), debtor("B"), debtor("G", "guarantor")]
    history = (
        {"kind": "filed", "id": "f", "on": "2025-06-01", "proceeding": "assignation", "against": against},
        {"kind": "judgment", "id": "j", "on": "2025-11-03", "of": "f", "outcome": "won"},
        {"kind": "title_obtained", "id": "t", "on": "2025-11-03", "of": "j", "title": "judgment"},
    )
    asked = subject(*history, debtors=debtors, law=FRANCE)
    assert [s.name for s in each_bound(asked)] == names
    rules = {d.subject: d.rule for d in limits(asked.timeline, FRANCE, AS_OF) if d.per == "invoice"}
    if names == ["F1, A", "F1, B"]:
        assert rules == {"F1, A": "execution_of_title", "F1, B": "prescription_commerciale"}
    else:
        assert rules == {"F1": "prescription_commerciale" if against == ["G"] else "execution_of_title"}
