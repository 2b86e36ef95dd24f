"""What French law asked of the engine: what ends or erases an interruption, whole days before a hearing, elected branches."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lawkit.deadlines import Deadline, compute_deadlines
from lawkit.errors import LawkitError
from lawkit.facts.conditions import answer
from lawkit.facts.days import count_period
from lawkit.facts.subject import Subject
from lawkit.facts.timeline import timeline
from lawkit.law import load_jurisdiction
from lawkit.law.periods import PeriodRule
from tests.matters import THIRD, case, invoice

LAW = load_jurisdiction("france")
HOME = {"lines": ["2 rue B"], "city": "Lyon"}
OLD = invoice(dated="2021-10-01", delivered="2021-10-01", due="2021-10-31")  # ordinary last day 31.10.2026
FILED = {"kind": "filed", "id": "as", "on": "2025-03-03", "proceeding": "assignation"}
ORDER = {"kind": "order", "id": "ord", "on": "2026-09-03", "order": "payment"}
SERVED = {"kind": "served", "id": "sig", "on": "2026-10-05", "act": "order_for_payment", "mode": "home", "of": "ord"}


def matter(*history: dict[str, Any], **facts: Any) -> Any:
    given: dict[str, Any] = {
        "jurisdiction": "france", "contract": None, "history": list(history), "invoices": [OLD],
        "debtors": [{"name": "B SARL", "kind": "company", "addresses": [HOME]}], **facts,
    }  # fmt: skip
    return timeline(case(**given))


def of(rule: str, as_of: date, *history: dict[str, Any], **facts: Any) -> Deadline:
    found = [d for d in compute_deadlines(matter(*history, **facts), LAW, as_of) if d.rule == rule]
    assert len(found) == 1
    return found[0]


def limit_of(*history: dict[str, Any], as_of: date = date(2026, 11, 22)) -> tuple[str, date | None, dict[str, str]]:
    found = of("prescription_commerciale", as_of, *history)
    return found.status, found.last_day, {i.origin: i.state for i in found.interruptions}


@pytest.mark.parametrize(
    ("number", "unit", "direction", "counting", "last"),
    [
        (15, "day", "backward", "exclude_first_day", date(2026, 11, 29)),
        (15, "day", "backward", "exclude_both_days", date(2026, 11, 28)),
        (15, "day", "backward", "include_first_day", date(2026, 11, 30)),
        (8, "day", "forward", "exclude_both_days", date(2026, 12, 23)),
    ],
)
def test_whole_days_lie_between_when_both_days_are_left_out(
    number: int, unit: str, direction: str, counting: str, last: date
) -> None:
    assert count_period(date(2026, 12, 14), number, unit, direction, counting) == last


def test_the_chain_says_that_both_days_are_left_out() -> None:
    hearing = {"kind": "hearing_listed", "on": "2026-11-02", "day": "2026-12-14"}
    found = of("filing_before_hearing", date(2026, 11, 3), hearing)
    assert any("both days left out" in step for step in found.chain)


@pytest.mark.parametrize("outcome", ["withdrawn", "lapsed", "dismissed"])
def test_an_outcome_of_its_own_erases_an_interruption(outcome: str) -> None:
    status, last, states = limit_of({**FILED, "outcome": outcome, "ended": "2026-06-10"})
    assert (status, last, states) == ("missed", date(2026, 10, 31), {"as": "erased"})


def test_an_instance_ends_by_its_own_field_or_by_the_decision_that_names_it() -> None:
    judgment = {
        "kind": "judgment", "on": "2026-06-10", "of": "as", "outcome": "won",
        "heads": [{"head": "principal", "amount": "10000.00"}],
    }  # fmt: skip
    own = limit_of({**FILED, "outcome": "granted", "ended": "2026-06-10"})
    assert own[:2] == limit_of(FILED, judgment)[:2] == ("running", date(2031, 6, 10))


def test_a_decision_that_names_nothing_ends_the_only_instance_and_no_other() -> None:
    judgment = {
        "kind": "judgment", "on": "2026-06-10", "outcome": "won", "heads": [{"head": "principal", "amount": "10000.00"}],
    }  # fmt: skip
    assert limit_of(FILED, judgment)[0] == "running"
    second = {**FILED, "id": "as2", "on": "2025-06-03"}
    assert limit_of(FILED, second, judgment)[0] == "interrupted"


@pytest.mark.parametrize("ended", ["2026-11-21", "2026-11-22", "2026-11-23"])
def test_an_end_that_has_not_come_yet_ends_nothing(ended: str) -> None:
    status, _, _ = limit_of({**FILED, "ended": ended})
    assert status == ("interrupted" if ended > "2026-11-22" else "running")


def test_a_later_event_never_takes_back_what_an_instance_gave() -> None:
    acknowledged = {"kind": "acknowledgment", "id": "a", "on": "2026-03-02", "form": "email"}
    _, last, states = limit_of({**FILED, "outcome": "granted", "ended": "2026-06-10"}, acknowledged)
    assert last == date(2031, 6, 10) and states == {"as": "definitive", "a": "not counted"}


def test_an_order_that_lapsed_erases_its_service_and_its_opposition() -> None:
    opposed = {"kind": "opposition", "id": "opp", "on": "2026-10-20", "of": "ord"}
    lapsed = {"kind": "order", "id": "end", "on": "2026-11-16", "order": "dismissal", "outcome": "lapsed", "of": "ord"}
    assert limit_of(ORDER, SERVED, opposed)[0] == "interrupted"
    status, last, states = limit_of(ORDER, SERVED, opposed, lapsed)
    assert (status, last) == ("missed", date(2026, 10, 31)) and states == {"sig": "erased", "opp": "erased"}


def test_the_long_stop_cuts_and_yields_to_a_claim_in_court() -> None:
    old = invoice(dated="2006-03-01", delivered="2006-03-01", due="2006-03-31")
    acks = [
        {"kind": "acknowledgment", "id": y, "on": f"{y}-02-03", "form": "email"}
        for y in ("2010", "2014", "2018", "2022")
    ]
    found = of("prescription_commerciale", date(2026, 1, 5), *acks, invoices=[old])
    assert found.last_day == date(2026, 3, 1) and "2026-03-01" in " ".join(found.notes)
    claim = {**FILED, "on": "2026-02-02"}
    assert of("prescription_commerciale", date(2026, 11, 22), *acks, claim, invoices=[old]).status == "interrupted"
    seizure = {**claim, "proceeding": "saisie_conservatoire"}  # no claim in court by itself
    assert of("prescription_commerciale", date(2026, 3, 2), *acks, seizure, invoices=[old]).status == "missed"


def test_a_rule_is_not_shown_for_another_entry_of_its_kind() -> None:
    measures = [
        {"kind": "measure_applied", "id": "sa", "on": "2026-11-03", "measure": "saisie_attribution"},
        {"kind": "measure_applied", "id": "sv", "on": "2026-11-05", "measure": "saisie_vente"},
    ]
    assert of("attachment_told", date(2026, 11, 6), *measures).subject == "sa"


@pytest.mark.parametrize(
    ("history", "says"),
    [
        (
            (),
            {"order_for_payment_made": "no", "order_opposed": "no", "order_served_to_person": "no", "suit_filed": "no"},
        ),
        ((ORDER,), {"order_for_payment_made": "yes", "order_opposed": "no"}),
        (({**ORDER, "outcome": "refused"},), {"order_for_payment_made": "no"}),
        ((ORDER, SERVED), {"order_served_to_person": "no"}),
        ((ORDER, {**SERVED, "mode": "person"}), {"order_served_to_person": "yes"}),
        ((FILED,), {"suit_filed": "yes", "summary_decision": "no"}),
        (({**FILED, "proceeding": "refere_provision"},), {"suit_filed": "yes", "summary_decision": "yes"}),
        (({**FILED, "proceeding": "exequatur"},), {"suit_filed": "no"}),
    ],
)
def test_what_is_on_file_of_proceedings(history: tuple[dict[str, Any], ...], says: dict[str, str]) -> None:
    subject = Subject(matter(*history), LAW, date(2026, 11, 22))
    assert {name: answer(name, subject) for name in says} == says


def test_a_branch_is_taken_where_its_option_is_elected() -> None:
    found = of("prescription_transport", date(2022, 3, 1), elections={"time_to_sue.claim": "carriage"})
    assert found.last_day == date(2022, 10, 1)
    with pytest.raises(LawkitError, match="carriage"):
        of("prescription_transport", date(2022, 3, 1), elections={"time_to_sue.claim": "carriages"})


def test_an_election_that_is_not_described_is_told(tmp_path: Path) -> None:
    for file in THIRD.iterdir():
        if file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    extra = (
        "which_time:\n  kind: choice\n  title: {en: Which}\n  ref: X\n  per: invoice\n"
        "  source: {act: practice}\n  ordered:\n    - {elected: {nature: carriage}, rule: which_time}\n"
    )
    procedure = tmp_path / "limitation.yaml"
    procedure.write_text((procedure.read_text() if procedure.is_file() else "") + "\n" + extra)
    with pytest.raises(LawkitError, match="the option nature: carriage is not described"):
        load_jurisdiction("erewhon", folder=tmp_path)


def test_the_value_of_a_period_is_chosen_by_the_day_of_the_order_and_cited_by_it() -> None:
    """An order of before the reform, served after it, keeps the old regime (CPC 1411 and 1422)."""
    order = {**ORDER, "on": "2026-08-31"}
    names = {d.rule for d in compute_deadlines(matter(order, SERVED), LAW, date(2026, 10, 6))}
    assert "ip_enforceable_old" in names and "ip_enforceable_new" not in names
    names = {d.rule for d in compute_deadlines(matter({**ORDER, "on": "2026-09-01"}, SERVED), LAW, date(2026, 10, 6))}
    assert "ip_enforceable_new" in names and "ip_enforceable_old" not in names
    assert isinstance(LAW.rules["ip_service"], PeriodRule)


@pytest.mark.parametrize(
    ("ordered", "served", "opposed", "rule", "earliest"),
    [
        ("2026-09-03", "2026-09-16", "2026-10-16", "ip_enforceable_new", date(2026, 11, 17)),
        ("2026-05-03", "2026-05-20", "2026-06-20", "ip_enforceable_old", date(2026, 6, 23)),  # 20 June is a Saturday
    ],
)
def test_an_opposed_order_is_not_shown_as_enforceable(
    ordered: str, served: str, opposed: str, rule: str, earliest: date
) -> None:
    """CPC 1422, first paragraph: the opposition suspends enforcement."""
    history = [{**ORDER, "on": ordered}, {**SERVED, "on": served}]
    assert of(rule, date(2026, 11, 24), *history).earliest == earliest
    opposition = {"kind": "opposition", "id": "op", "on": opposed, "of": "ord"}
    found = {d.rule for d in compute_deadlines(matter(*history, opposition), LAW, date(2026, 11, 24))}
    assert not found & {"ip_enforceable_new", "ip_enforceable_old"}


ACKNOWLEDGED = [
    {"kind": "acknowledgment", "id": y, "on": f"{y}-02-03", "form": "email"} for y in ("2010", "2014", "2018", "2022")
]
OF_2006 = invoice(dated="2006-03-01", delivered="2006-03-01", due="2006-03-31")  # the twenty years end on 01.03.2026


@pytest.mark.parametrize(
    ("act", "excepted"),
    [
        ({"kind": "measure_applied", "measure": "saisie_conservatoire"}, True),
        ({"kind": "enforcement_act", "act": "commandement"}, True),
        ({"kind": "served", "act": "command_to_pay"}, True),
        ({"kind": "served", "act": "order_for_payment"}, True),
        ({"kind": "filed", "proceeding": "assignation", "outcome": "granted", "ended": "2026-02-20"}, True),
        ({"kind": "filed", "proceeding": "assignation", "outcome": "withdrawn", "ended": "2026-02-20"}, False),
        ({"kind": "acknowledgment", "form": "email"}, False),
        ({"kind": "claim_declared", "amount": "10000.00"}, False),
    ],
)
def test_the_long_stop_yields_to_what_the_article_excepts_and_to_nothing_else(
    act: dict[str, Any], excepted: bool
) -> None:
    """C. civ. 2232 excepts 2241, first paragraph, and 2244."""
    found = of(
        "prescription_commerciale",
        date(2026, 11, 22),
        *ACKNOWLEDGED,
        {**act, "id": "x", "on": "2026-02-20"},
        invoices=[OF_2006],
    )
    assert found.last_day == (date(2031, 2, 20) if excepted else date(2026, 3, 1))
    assert found.safe_day == date(2011, 3, 1)
    assert any("long stop" in note for note in found.notes) is not excepted


@pytest.mark.parametrize(
    ("on", "state"), [("2026-02-28", "definitive"), ("2026-03-01", "definitive"), ("2026-03-02", "too late")]
)
def test_what_comes_after_the_twenty_years_comes_too_late(on: str, state: str) -> None:
    seized = {"kind": "measure_applied", "id": "x", "on": on, "measure": "saisie_conservatoire"}
    found = of("prescription_commerciale", date(2026, 11, 22), *ACKNOWLEDGED, seized, invoices=[OF_2006])
    assert found.interruptions[-1].state == state


def test_a_later_event_carries_no_further_than_what_the_article_excepts_did() -> None:
    seized = {"kind": "measure_applied", "id": "x", "on": "2026-02-20", "measure": "saisie_conservatoire"}
    again = {"kind": "acknowledgment", "id": "y", "on": "2028-02-03", "form": "email"}
    found = of("prescription_commerciale", date(2028, 11, 22), *ACKNOWLEDGED, seized, again, invoices=[OF_2006])
    assert found.last_day == date(2031, 2, 20)


def test_a_doubtful_event_that_the_article_excepts_carries_the_outer_day_alone() -> None:
    asked = {"kind": "filed", "id": "x", "on": "2026-02-20", "proceeding": "arbitration_request"}
    found = of("prescription_commerciale", date(2026, 2, 22), *ACKNOWLEDGED, asked, invoices=[OF_2006])
    assert (found.last_day, found.outer_day) == (date(2026, 3, 1), date(2031, 2, 20))


@pytest.mark.parametrize("of_", ["ord", "opp", "sig", "dep", None])
def test_the_lapse_effaces_whichever_entry_of_the_proceeding_it_names(of_: str | None) -> None:
    filed = {"kind": "filed", "id": "dep", "on": "2026-08-03", "proceeding": "injonction_de_payer"}
    opposed = {"kind": "opposition", "id": "opp", "on": "2026-10-20", "of": "ord"}
    lapsed = {"kind": "order", "id": "end", "on": "2026-11-16", "order": "dismissal", "outcome": "lapsed"}
    history = (filed, {**ORDER, "of": "dep"}, SERVED, opposed, {**lapsed, "of": of_} if of_ else lapsed)
    assert limit_of(*history) == ("missed", date(2026, 10, 31), {"sig": "erased", "opp": "erased"})


@pytest.mark.parametrize("of_", ["ord2", "dep2", None])
def test_the_lapse_of_another_proceeding_effaces_nothing(of_: str | None) -> None:
    filed = {"kind": "filed", "id": "dep", "on": "2026-08-03", "proceeding": "injonction_de_payer"}
    lapsed = {"kind": "order", "id": "end", "on": "2026-11-16", "order": "dismissal", "outcome": "lapsed"}
    history = (
        filed, {**filed, "id": "dep2"}, {**ORDER, "of": "dep"}, {**ORDER, "id": "ord2", "of": "dep2"}, SERVED,
        {**lapsed, "of": of_} if of_ else lapsed,
    )  # fmt: skip
    assert limit_of(*history) == ("running", date(2031, 10, 5), {"sig": "definitive"})


def test_an_act_against_the_guarantor_alone_is_doubtful_along_its_whole_line() -> None:
    """C. civ. 2246 says nothing of the reverse: the order served, and its opposition, came of a claim against the guarantor."""
    guarantor = {
        "name": "G",
        "kind": "person",
        "role": "guarantor",
        "guarantee": {"dated": "2021-01-01"},
        "addresses": [HOME],
    }
    debtors = [{"name": "B SARL", "kind": "company", "addresses": [HOME]}, guarantor]
    filed = {"kind": "filed", "id": "dep", "on": "2026-08-03", "proceeding": "injonction_de_payer", "against": ["G"]}
    history = (
        filed,
        {**ORDER, "of": "dep"},
        SERVED,
        {"kind": "opposition", "id": "opp", "on": "2026-10-20", "of": "ord"},
    )
    found = of("prescription_commerciale", date(2026, 11, 22), *history, debtors=debtors)
    assert {i.origin: i.state for i in found.interruptions} == {"sig": "doubtful", "opp": "doubtful"}
    assert found.last_day == date(2026, 10, 31)


def test_an_order_for_one_invoice_touches_no_other() -> None:
    filed = {"kind": "filed", "id": "dep", "on": "2026-08-03", "proceeding": "injonction_de_payer", "invoices": ["F1"]}
    history = (
        filed,
        {**ORDER, "of": "dep"},
        SERVED,
        {"kind": "opposition", "id": "opp", "on": "2026-10-20", "of": "ord"},
    )
    two = [OLD, {**OLD, "number": "F2"}]
    found = {d.subject: d for d in compute_deadlines(matter(*history, invoices=two), LAW, date(2026, 11, 22))}
    assert (found["F1"].status, found["F2"].status, found["F2"].interruptions) == ("interrupted", "missed", ())
    assert found["F2"].outer_day == date(2026, 10, 31)


def test_a_confidential_exchange_interrupts_nothing_and_an_open_one_does() -> None:
    told = {"kind": "acknowledgment", "id": "a", "on": "2026-03-02", "form": "email"}
    plan = {
        "kind": "plan_proposed",
        "id": "p",
        "on": "2026-03-02",
        "by": "debtor",
        "instalments": [{"due": "2026-04-01", "amount": "1.00"}],
    }
    accepted = {"kind": "plan_accepted", "id": "a", "on": "2026-03-03", "of": "p", "signed": "yes"}
    for history in ([told], [plan, accepted]):
        *before, last = history
        assert limit_of(*before, last)[2]["a"] == "definitive"
        hidden = of("prescription_commerciale", date(2026, 11, 22), *before, {**last, "confidential": "yes"})
        link = next(each for each in hidden.interruptions if each.origin == "a")
        assert link.state == "not counted" and "may not be produced" in link.effect
        assert (hidden.status, hidden.last_day, hidden.outer_day) == ("missed", date(2026, 10, 31), date(2026, 10, 31))
