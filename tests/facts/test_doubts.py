"""What is odd is remarked with its line and never refused; what is as it should be is left alone."""

from datetime import date
from pathlib import Path

import pytest

from lawkit.errors import ProblemsFound
from lawkit.facts.doubts import doubts
from lawkit.facts.load import load_case
from lawkit.law import load_jurisdiction
from lawkit.resources import shipped

DAY = date(2026, 11, 24)
INDIAN, FRENCH = "shakti-goods", "atelier-semestres"


def remarks(
    tmp_path: Path,
    *history: str,
    name: str = INDIAN,
    precedents: tuple[str, ...] = (),
    as_of: date = DAY,
    change: tuple[str, str] = ("", ""),
) -> list[str]:
    """Return what is remarked of a shipped matter with these lines at the head of its history, from line 59 on."""
    text = (shipped("casefiles") / f"{name}.yaml").read_text("utf-8")
    assert change[0] in text
    text = text.replace(*change, 1).replace("history:\n", "history:\n" + "".join(f"  - {line}\n" for line in history))
    path = tmp_path / "case.yaml"
    path.write_text(text, "utf-8")
    case = load_case(path)
    found = doubts(case, load_jurisdiction(case.facts.jurisdiction), precedents, as_of)
    return [str(problem).removeprefix(f"{tmp_path}/") for problem in found]


def sent(document: str) -> str:
    return f"{{kind: dispatched, on: 2026-10-20, document: {document}, addressee: Orion Pumps & Valves Limited, mode: email}}"


def test_a_misspelt_paper_is_told_with_its_line_and_the_nearest_name(tmp_path: Path) -> None:
    (remark,) = remarks(tmp_path, sent("cheque-demand-notce"))
    assert "case.yaml:59: history.0.document: " in remark and "did you mean “cheque-demand-notice”?" in remark
    assert remark.endswith("No time runs from it.")


def test_the_papers_of_stages_rules_and_precedents_are_known(tmp_path: Path) -> None:
    assert remarks(tmp_path, sent("final-notice")) == []  # a stage drafts it
    assert remarks(tmp_path, sent("section-80-notice")) == []  # a period runs from it
    assert remarks(tmp_path, sent("our-own-letter"), precedents=("our-own-letter",)) == []


@pytest.mark.parametrize("path", sorted(shipped("casefiles").glob("*.yaml")), ids=lambda path: path.stem)
def test_nothing_is_odd_in_the_shipped_matters(path: Path) -> None:
    case = load_case(path)
    law = load_jurisdiction(case.facts.jurisdiction)
    names = {folder.name.split(".")[0] for folder in (shipped("precedents") / law.pack.code).glob("*.md")}
    assert doubts(case, law, names, DAY) == []


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2026-11-08T23:45+05:30", "23:45"),
        ("2026-11-08T07:59+05:30", "07:59"),
        ("2026-11-08T08:00+05:30", None),
        ("2026-11-08T19:00+05:30", None),
        ("2026-11-08T19:01+05:30", "19:01"),
        ("2026-11-08T13:30Z", None),  # 19:00 by the clocks of the country
        ("2026-11-08T13:31Z", "19:01"),
    ],
)
def test_a_contact_outside_the_hours_is_told_with_the_provision(tmp_path: Path, at: str, told: str | None) -> None:
    found = remarks(tmp_path, f"{{kind: contact, on: 2026-11-08, at: '{at}', channel: visit, outcome: reached}}")
    if told is None:
        assert found == []
    else:
        (remark,) = found
        assert remark.startswith(
            f"case.yaml:59: history.0.at: {told} is outside the hours of contact, 08:00 to 19:00 ("
        )
        assert "Reserve Bank of India" in remark and "good conduct" in remark


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        ("{kind: contact, on: 2026-11-08, at: 2026-11-08T23:45+05:30, channel: call, outcome: called_back}", INDIAN),  # the debtor's own call
        ("{kind: contact, on: 2022-08-11, at: 2022-08-11T23:45+05:30, channel: call, outcome: reached}", INDIAN),  # the day before the circular
        ("{kind: contact, on: 2026-11-08, channel: call, outcome: reached}", INDIAN),  # no time known
        ("{kind: contact, on: 2026-11-08, at: 2026-11-08T23:45+01:00, channel: call, outcome: reached}", FRENCH),  # a pack without hours
    ],
)  # fmt: skip
def test_where_no_hours_are_fixed_none_are_told(tmp_path: Path, entry: str, name: str) -> None:
    assert remarks(tmp_path, entry, name=name) == []


PLAN = (
    '{kind: plan_proposed, id: p, on: 2026-10-01, by: debtor, instalments: [{due: 2026-11-01, amount: "100.00"}, {due: 2026-12-01, amount: "50.00"}]}',
    "{kind: plan_approved, on: 2026-10-02, of: p, by: A. Deshpande}",
    "{kind: plan_accepted, id: a, on: 2026-10-03, of: p}",
)


@pytest.mark.parametrize(
    ("further", "as_of", "told"),
    [
        ((), date(2026, 11, 1), False),  # the day itself is not over
        ((), date(2026, 11, 2), True),
        (('{kind: payment, on: 2026-11-01, amount: "100.00"}',), date(2026, 11, 2), False),
        (('{kind: payment, on: 2026-11-01, amount: "99.99"}',), date(2026, 11, 2), True),
        (('{kind: payment, on: 2026-09-30, amount: "100.00"}',), date(2026, 11, 2), True),  # before the plan
        (('{kind: payment, on: 2026-10-05, amount: "100.00"}',), date(2026, 12, 2), True),  # the second one
        (('{kind: payment, id: q, on: 2026-11-01, amount: "100.00"}', '{kind: refund, on: 2026-11-02, of: q, amount: "1.00"}'), date(2026, 11, 2), True),
        (("{kind: plan_broken, on: 2026-11-02, of: p}",), date(2026, 11, 2), False),
    ],
)  # fmt: skip
def test_an_instalment_that_nothing_covers_is_told(
    tmp_path: Path, further: tuple[str, ...], as_of: date, told: bool
) -> None:
    found = [each for each in remarks(tmp_path, *PLAN, *further, as_of=as_of) if "instalment" in each]
    assert bool(found) is told
    if told:
        assert found[0].startswith("case.yaml:61: history.2: the instalment of ") and "plan_broken" in found[0]


def test_a_plan_accepted_before_the_client_approved_it_is_told(tmp_path: Path) -> None:
    proposed, approved, accepted = PLAN
    day = date(2026, 10, 31)
    late = approved.replace("2026-10-02", "2026-10-04")
    assert [each for each in remarks(tmp_path, *PLAN, as_of=day) if "approved" in each] == []
    for history in ((proposed, accepted), (proposed, late, accepted)):
        (remark,) = [each for each in remarks(tmp_path, *history, as_of=day) if "approved" in each]
        assert remark.endswith("the client has not approved p by 2026-10-03: enter plan_approved")


def test_a_settlement_is_looked_at_as_a_plan_is(tmp_path: Path) -> None:
    settled = '{kind: settlement, on: 2026-10-03, amount: "100.00", instalments: [{due: 2026-11-01, amount: "100.00"}]}'
    (remark,) = remarks(tmp_path, settled)
    assert "the instalment of 100.00 due on 2026-11-01" in remark


def test_days_still_to_come_are_told_once(tmp_path: Path) -> None:
    first, second = (
        '{kind: payment, on: 2027-11-05, amount: "5.00"}',
        '{kind: payment, on: 2027-11-06, amount: "5.00"}',
    )
    (one,) = remarks(tmp_path, first)
    assert (
        one == "case.yaml:59: history.0.on: 2027-11-05 is after 2026-11-24, the day asked about: the entry is left out"
    )
    (both,) = remarks(tmp_path, first, second)
    assert both.endswith("the day asked about: 2 entries from then on are left out")
    assert remarks(tmp_path, first, as_of=date(2027, 11, 5)) == []
    corrected = "{kind: correction, on: 2026-11-24, of: late, reason: the year, action: replace, with: {kind: payment, on: 2026-11-05, amount: '5.00'}}"
    assert remarks(tmp_path, first.replace("payment,", "payment, id: late,"), corrected) == []


@pytest.mark.parametrize(
    ("name", "change", "place", "says"),
    [
        (INDIAN, ("cin: U29120GA2014PLC007654", 'siren: "732829320"'), "debtors.0.identifiers.siren", "siren is no identifier of india"),
        (FRENCH, ('{siren: "999000227"}', "{cin: U29120GA2014PLC007654}"), "debtors.0.identifiers.cin", "cin is no identifier of france"),
        (INDIAN, ("capacity: Director}", 'capacity: Director, identifiers: {siren: "732829320"}}'), "creditor.representative.identifiers.siren", "no identifier"),
        (INDIAN, ("cin: U29120GA2014PLC007654", 'firm_registration: "12"'), "debtors.0.identifiers.firm_registration", "12 is a number alone"),
        (FRENCH, ("demand:", "forum: {court: X, cnr: MHPU010012342026}\ndemand:"), "forum.cnr", "cnr is no identifier of france"),
    ],
)  # fmt: skip
def test_identifiers_of_another_country_are_told(
    tmp_path: Path, name: str, change: tuple[str, str], place: str, says: str
) -> None:
    (remark,) = remarks(tmp_path, name=name, change=change)
    assert f": {place}: " in remark and says in remark


def test_a_party_abroad_has_the_identifiers_of_its_own_country(tmp_path: Path) -> None:
    text = 'city: Verna, state: Goa, postcode: "403722"}'
    case = remarks(tmp_path, change=(text, text.replace("}", ", country: France}")))
    assert case == []
    path = tmp_path / "case.yaml"
    path.write_text(path.read_text("utf-8").replace("cin: U29120GA2014PLC007654", 'siren: "732829320"'), "utf-8")
    assert doubts(load_case(path), load_jurisdiction("india"), (), DAY) == []


def test_a_directors_number_stands_with_the_representative_and_a_cnr_with_the_case(tmp_path: Path) -> None:
    director = ("capacity: Director}", 'capacity: Director, identifiers: {din: "01234567"}}')
    assert remarks(tmp_path, change=director) == []
    filed = "{kind: filed, id: s, on: 2026-10-05, proceeding: suit, cnr: MHPU010012342026}"
    assert remarks(tmp_path, filed) == []
    text = (shipped("casefiles") / f"{INDIAN}.yaml").read_text("utf-8")
    head, _, tail = text.rpartition("state: Maharashtra}")
    path = tmp_path / "case.yaml"
    path.write_text(f"{head}state: Maharashtra, cnr: mhpu01-001234-2026}}{tail}", "utf-8")
    forum = load_case(path).facts.forum
    assert forum is not None and forum.cnr == "MHPU010012342026"
    path.write_text(f"{head}state: Maharashtra, cnr: MHPU01001234202}}{tail}", "utf-8")
    with pytest.raises(ProblemsFound, match="forum.cnr: CNR 'MHPU01001234202': is not of the form"):
        load_case(path)


@pytest.mark.parametrize(
    ("number", "told"),
    [("MHPU01001234202", True), ("MHPU010012342026", False), ("CS 1/2026", False), ("COMS20260001", False)],
)
def test_a_number_that_was_meant_for_a_cnr_is_told(tmp_path: Path, number: str, told: bool) -> None:
    filed = "{kind: filed, id: s, on: 2026-10-05, proceeding: suit}"
    found = remarks(tmp_path, filed, f"{{kind: registered, on: 2026-10-06, of: s, number: {number}}}")
    assert bool(found) is told
    if told:
        assert "history.1.number: looks like a CNR, and is none" in found[0]


SUED = "{kind: filed, id: f1, on: 2026-10-12, proceeding: suit}"
HEADS = ", heads: [{head: principal, amount: '1000.00'}]"


def judged(outcome: str, more: str = "", name: str = "j1", on: str = "2026-10-20", of: str = "f1") -> str:
    return f"{{kind: judgment, id: {name}, on: {on}, of: {of}, outcome: {outcome}{more}}}"


@pytest.mark.parametrize(
    ("history", "told"),
    [
        ((SUED, judged("won")), True),
        ((SUED, judged("won_in_part")), True),
        ((SUED, judged("settled", ", decision: settlement_decree")), True),
        ((SUED, judged("won", ", decision: order_for_payment")), True),
        ((SUED, judged("won", HEADS)), False),
        ((SUED, judged("lost")), False),  # it orders nothing
        ((SUED.replace("suit", "execution"), judged("won")), False),  # no judgment on the debt
        ((SUED, judged("won"), judged("won", HEADS, "j2", "2026-11-10", "j1")), False),  # what it ordered is what the later one says
        ((SUED, judged("won", HEADS), judged("won", "", "j2", "2026-11-10", "j1")), True),
        ((SUED.replace("2026-10-12", "2026-11-20"), judged("won", on="2026-11-25")), False),  # not known yet
    ],
)  # fmt: skip
def test_a_judgment_whose_heads_nobody_entered_is_told(tmp_path: Path, history: tuple[str, ...], told: bool) -> None:
    found = [each for each in remarks(tmp_path, *history) if "the heads of the judgment" in each]
    assert len(found) == told
    assert all("enter heads" in each and each.startswith("case.yaml:6") for each in found)
