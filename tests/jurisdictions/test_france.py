"""The French pack: its closed days against a library that knows them, its ladder, its regimes, what it keeps out of the diary."""

from datetime import date, timedelta

import holidays
import pytest

from lawkit.deadlines import compute_deadlines, compute_ladder
from lawkit.facts.timeline import timeline
from lawkit.law import load_jurisdiction
from lawkit.law.calendar import Calendar, why_closed
from lawkit.law.periods import PeriodRule
from lawkit.law.stages import Stage
from tests.matters import case, invoice

LAW = load_jurisdiction("france")
HOME = {"lines": ["2 rue B"], "city": "Lyon"}
WEEKEND = ("saturday", "sunday")
# each local calendar by the library's name of its territory
LOCAL = {
    "alsace_moselle": "57",
    "mayotte": "976",
    "martinique": "972",
    "guadeloupe": "971",
    "saint_martin": "MF",
    "guyane": "973",
    "saint_barthelemy": "BL",
    "la_reunion": "974",
}


def days_of(calendar: Calendar, year: int) -> set[date]:
    """Return the holidays of a calendar alone, weekends left out."""
    first = date(year, 1, 1)
    every = [first + timedelta(days=n) for n in range(366)]
    return {
        day
        for day in every
        if day.year == year and (why := why_closed(calendar, day)) is not None and why not in WEEKEND
    }


@pytest.mark.parametrize("year", range(2015, 2041))
def test_the_national_days_are_those_the_library_knows(year: int) -> None:
    """A holiday on a weekend keeps its own name, so that all eleven are compared."""
    library = {day for day in holidays.country_holidays("FR", years=year) if day.year == year}
    assert days_of(LAW.calendars["national"], year) == library
    assert len(library) in (10, 11)  # Ascension fell on 1 or 8 May in some years


@pytest.mark.parametrize(("name", "code"), LOCAL.items())
def test_a_local_calendar_adds_the_days_the_library_adds(name: str, code: str) -> None:
    calendar = LAW.calendars[name]
    assert calendar.local and calendar.based_on == "national" and calendar.notified_through == "always"
    for year in range(2024, 2031):
        national = set(holidays.country_holidays("FR", years=year))
        added = set(holidays.country_holidays("FR", subdiv=code, years=year)) - national
        own = days_of(calendar, year)
        if name not in ("martinique", "guadeloupe", "saint_martin"):
            assert own - national == added
        else:  # the library adds days of custom there (mid-Lent, Victor Schœlcher), which no text makes holidays
            assert len(own) == 1 and own - national <= added


def test_every_stage_names_papers_of_the_pack() -> None:
    from lawkit.drafting.desk import precedent_folders
    from lawkit.drafting.precedent import list_precedents

    papers = {name for name, _ in list_precedents(precedent_folders(None), "france")}
    stages: dict[str, Stage] = LAW.stages
    assert {paper for stage in stages.values() for paper in stage.documents} <= papers


def _matter(*history: dict[str, object], **facts: object) -> object:
    return timeline(
        case(
            jurisdiction="france", history=list(history), contract=None,
            debtors=[{"name": "B SARL", "kind": "company", "addresses": [HOME]}], **facts,
        )
    )  # fmt: skip


def test_the_order_comes_first_once_it_is_made_and_the_declaration_once_insolvency_opens() -> None:
    order = {"kind": "order", "id": "o", "on": "2026-09-02", "order": "payment"}
    steps = compute_ladder(_matter(order), LAW, date(2026, 9, 10))  # type: ignore[arg-type]
    assert steps[0].stage == "signification" and steps[0].state == "now"
    opened = {"kind": "insolvency_opened", "on": "2026-09-03", "proceeding": "redressement", "published": "2026-09-11"}
    steps = compute_ladder(_matter(order, opened), LAW, date(2026, 9, 15))  # type: ignore[arg-type]
    assert [step.stage for step in steps if step.state == "now"] == ["declaration_de_creance"]


def test_no_order_for_payment_against_a_debtor_abroad_or_a_public_body() -> None:
    notices = [{"kind": "notice", "on": "2026-01-05", "document": d} for d in ("reminder", "mise_en_demeure")]
    review = {"kind": "legal_review", "on": "2026-03-02", "viable": "yes"}
    abroad = {"name": "B GmbH", "kind": "company", "addresses": [{**HOME, "country": "Allemagne"}]}
    public = {"name": "Commune", "kind": "public_body", "public_kind": "authority", "addresses": [HOME]}
    states = {}
    for name, debtor in (("home", None), ("abroad", abroad), ("public", public)):
        facts = (
            {"debtors": [debtor]}
            if debtor
            else {"debtors": [{"name": "B SARL", "kind": "company", "addresses": [HOME]}]}
        )
        found = timeline(case(jurisdiction="france", history=[*notices, review], contract=None, **facts))
        steps = {step.stage: step.state for step in compute_ladder(found, LAW, date(2026, 3, 10))}
        states[name] = steps["injonction_de_payer"]
    assert states == {"home": "now", "abroad": "left out", "public": "left out"}


def test_the_uncontested_claims_and_the_leases_are_kept_out_of_the_diary() -> None:
    for name in ("uncontested_command", "uncontested_record", "uncontested_service", "prescription_loyer_habitation"):
        assert LAW.rule(name, PeriodRule).diarised is False


def test_prescription_is_never_moved_by_a_closed_day() -> None:
    times = [rule for name, rule in LAW.of_kind(PeriodRule).items() if LAW.files[name].endswith("limitation.yaml")]
    assert len(times) > 15 and {rule.if_closed for rule in times} == {"stays"}


@pytest.mark.parametrize(
    ("kind", "rules"),
    [
        (None, {"filing_before_hearing", "service_before_commercial_hearing", "filing_before_commercial_hearing"}),
        ("civil", {"filing_before_hearing"}),
        ("commercial", {"service_before_commercial_hearing", "filing_before_commercial_hearing"}),
        ("administrative", set()),
    ],
)
def test_the_kind_of_court_leaves_out_the_times_of_the_others(kind: str | None, rules: set[str]) -> None:
    listed = {"kind": "hearing_listed", "on": "2026-11-02", "day": "2026-12-14"}
    forum = {"court": "X", **({"kind": kind} if kind else {})}
    found = compute_deadlines(_matter(listed, forum=forum, invoices=[invoice()]), LAW, date(2026, 11, 3))  # type: ignore[arg-type]
    assert {deadline.rule for deadline in found if "hearing" in deadline.rule and deadline.per != "entry"} == rules


@pytest.mark.parametrize(
    ("kind", "proceeding", "rules"),
    [
        ("administrative", "refere_provision", {"administrative_provision_appeal"}),
        ("administrative", "requete", set()),
        (
            "civil",
            "refere_provision",
            {"default_judgment_served", "summary_appeal", "summary_appeal_by_debtor"},
        ),
        ("civil", "requete", {"appeal", "appeal_by_debtor", "default_judgment_served"}),
    ],
)
def test_the_times_of_the_code_of_civil_procedure_are_not_those_of_the_administrative_judge(
    kind: str, proceeding: str, rules: set[str]
) -> None:
    """CPC 538, 490 and 478 are for the civil and commercial courts; CJA R. 541-3 for a provision alone."""
    filed = {"kind": "filed", "id": "f", "on": "2026-09-01", "proceeding": proceeding}
    heads = [{"head": "principal", "amount": "6000.00"}]
    judgment = {
        "kind": "judgment",
        "on": "2026-10-12",
        "outcome": "won_in_part",
        "heads": heads,
        "served": "2026-10-19",
        "of": "f",
    }
    public = {"name": "Commune", "kind": "public_body", "public_kind": "authority", "addresses": [HOME]}
    matter = timeline(
        case(
            jurisdiction="france", history=[filed, judgment], contract=None, debtors=[public],
            forum={"court": "X", "kind": kind}, invoices=[invoice(request_received="2025-06-01")],
        )
    )  # fmt: skip
    found = {deadline.rule for deadline in compute_deadlines(matter, LAW, date(2026, 10, 20))}
    assert {name for name in found if "appeal" in name or name == "default_judgment_served"} == rules


@pytest.mark.parametrize(
    ("day", "why"),
    [
        # Easter Sundays of the reference (section 1.2): 2025-04-20, 2026-04-05, 2027-03-28, 2028-04-16
        ("2025-04-19", "saturday"), ("2025-04-20", "sunday"), ("2025-04-21", "lundi de Pâques"), ("2025-04-22", None),
        ("2026-04-05", "sunday"), ("2026-04-06", "lundi de Pâques"), ("2026-04-07", None),
        ("2027-03-28", "sunday"), ("2027-03-29", "lundi de Pâques"), ("2027-03-30", None),
        ("2028-04-16", "sunday"), ("2028-04-17", "lundi de Pâques"), ("2028-04-18", None),
        ("2026-05-13", None), ("2026-05-14", "Ascension"), ("2026-05-15", None),  # Easter + 39
        ("2026-05-25", "lundi de Pentecôte"), ("2026-05-26", None),  # Easter + 50
    ],
)  # fmt: skip
def test_the_movable_days_follow_easter(day: str, why: str | None) -> None:
    assert why_closed(LAW.calendars["national"], date.fromisoformat(day)) == why
