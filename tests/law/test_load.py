"""Loading a pack: faults with file and line, a firm's rules and rows laid over ours, values by date."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from lawkit.errors import LawkitError, ProblemsFound, RateMissing, RuleNotInForce, UnknownName
from lawkit.law import load_jurisdiction
from lawkit.law.model import AmountRule, AmountValue
from tests.matters import THIRD, third_law


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(THIRD, tmp_path / "erewhon"))


def change(pack: Path, file: str, old: str, new: str) -> None:
    text = (pack / file).read_text()
    assert old in text
    (pack / file).write_text(text.replace(old, new, 1))


BROKEN = [
    ("interest.yaml", "kind: choice", "kind: choise", ["interest.yaml:2", "did you mean “choice”"]),
    ("interest.yaml", "method: simple", "method: simpel", ["agreed.method", "did you mean “simple”"]),
    (
        "interest.yaml",
        "act: debts_act, provision: s. 3",
        "act: debt_act, provision: s. 3",
        ["did you mean “debts_act”"],
    ),
    (
        "interest.yaml",
        "when: [enterprise_registered]",
        "when: [enterprise_registred]",
        ["did you mean “enterprise_registered”"],
    ),
    ("interest.yaml", "rule: monthly", "rule: montly", ["did you mean “monthly”"]),
    ("interest.yaml", "{end_of: ordinary_term}", "{end_of: ordinary_trem}", ["did you mean “ordinary_term”"]),
    ("interest.yaml", "{day_after: payable_on}", "{day_after: payable}", ["did you mean “payable_on”"]),
    ("interest.yaml", "at: half_year_start", "at: half_year", ["no selector named “half_year”"]),
    ("interest.yaml", "rate_day: {option: boundary}", "rate_day: {option: bundary}", ["the option bundary is used"]),
    (
        "interest.yaml",
        "day_count: {option: day_count}",
        "day_count: {option: statutory.day_count}",
        ["no option named “statutory.day_count”"],
    ),
    (
        "interest.yaml",
        "due_first, oldest_first, pro_rata]",
        "due_first, oldest_first, pro_rata]\n  picked_in_full: statutry",
        ["did you mean “statutory”"],
    ),
    ("interest.yaml", "default: own_day", "default: ownday", ["the default ownday is not among the choices"]),
    ("costs.yaml", "2013-01-01:", "2013-02-31:", ["costs.yaml", "2013-02-31: no such date"]),
    ("costs.yaml", 'value: "40", source', "value: 1e5, source", ["costs.yaml:10", "is not an amount"]),
    ("costs.yaml", ", source: {act: debts_act, provision: s. 8}", "", ["a value needs its source"]),
    ("interest.yaml", "day: agreed_due}", "day: agreed_due, source: {act: debt_act}}", ["did you mean “debts_act”"]),
    ("rates.yaml", "2020-01-01", "2027-01-01", ["the dates of the values do not ascend"]),
    ("rates.yaml", 'value: "4"', 'valeu: "4"', ["did you mean “value”"]),
    ("pack.yaml", "payable_on: payable_on", "payable_on: payable", ["pack.yaml", "did you mean “payable_on”"]),
    (
        "pack.yaml",
        "service_modes:",
        "earlier_modes: {post: {mode: posst, until: 2020-01-01}}\nservice_modes:",
        ["pack.yaml", "no mode of service named “posst”"],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "words"), BROKEN, ids=[b[2] or "no source" for b in BROKEN])
def test_a_faulty_pack_is_refused_with_place_and_remedy(
    pack: Path, file: str, old: str, new: str, words: list[str]
) -> None:
    change(pack, file, old, new)
    with pytest.raises(ProblemsFound) as caught:
        load_jurisdiction("erewhon", folder=pack)
    for word in words:
        assert word in str(caught.value)


def test_an_unknown_jurisdiction_is_told_with_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="did you mean “india”"):
        load_jurisdiction("indai")


def test_a_firm_changes_one_row_and_goes_on_receiving_ours(tmp_path: Path) -> None:
    folder = tmp_path / "jurisdictions" / "erewhon"
    folder.mkdir(parents=True)
    (folder / "costs.yaml").write_text(
        "reminder_fee:\n  values:\n    2026-01-01: {value: '50', source: {act: debts_act, provision: s. 8A}}\n"
    )
    law = load_jurisdiction("erewhon", firm=tmp_path, folder=THIRD)
    assert law.owners["reminder_fee"] == "lawkit, changed by firm" and law.owners["agreed"] == "lawkit"
    found = [law.value_on("reminder_fee", day) for day in (date(2025, 12, 31), date(2026, 1, 1))]
    assert [v.value for v in found if isinstance(v, AmountValue)] == [40, 50]
    assert law.rule("reminder_fee", AmountRule).applies_if == ("debtor_is_business",)
    days = (date(2013, 1, 1), date(2026, 1, 1))
    assert [law.owner("reminder_fee", day) for day in days] == ["lawkit", "firm"]
    assert law.owner("agreed", date.min) == "lawkit"


def test_rows_of_a_rule_that_a_firm_changes_are_no_longer_as_we_gave_them(tmp_path: Path) -> None:
    folder = tmp_path / "jurisdictions" / "erewhon"
    folder.mkdir(parents=True)
    (folder / "costs.yaml").write_text(
        "reminder_fee:\n  applies_if: []\n  values:\n    2026-01-01: {value: '50', source: {act: debts_act, provision: s. 8A}}\n"
    )
    law = load_jurisdiction("erewhon", firm=tmp_path, folder=THIRD)
    assert law.owner("reminder_fee", date(2013, 1, 1)) == "lawkit, changed by firm"
    assert law.owner("reminder_fee", date(2026, 1, 1)) == "firm"


def test_a_pack_of_the_firms_own_is_the_firms() -> None:
    law = load_jurisdiction("erewhon", firm=THIRD.parent.parent)
    assert set(law.owners.values()) == {"firm"} and law.owner("agreed", date.min) == "firm"


@pytest.mark.parametrize(
    ("day", "value"),
    [(date(2012, 12, 31), None), (date(2013, 1, 1), 40), (date(2029, 12, 31), 40), (date(2030, 1, 1), None)],
)
def test_a_value_is_chosen_by_date_and_never_guessed_outside_its_dates(day: date, value: int | None) -> None:
    law = third_law()
    if value is None:
        with pytest.raises(RuleNotInForce, match="reminder_fee"):
            law.value_on("reminder_fee", day)
    else:
        found = law.value_on("reminder_fee", day)
        assert isinstance(found, AmountValue) and found.value == value


@pytest.mark.parametrize(
    ("day", "value"), [(date(2025, 6, 30), 2), (date(2025, 7, 1), 3), (date(2026, 6, 30), 4), (date(2026, 7, 1), None)]
)
def test_a_renewing_series_refuses_the_day_after_its_last_span(day: date, value: int | None) -> None:
    law = third_law()
    if value is None:
        with pytest.raises(
            RateMissing, match=r"erewhon/half_year_rate: no rate for 2026-07-01.*2026-06-30.*rates.yaml"
        ):
            law.rate_on("half_year_rate", day)
    else:
        assert law.rate_on("half_year_rate", day).value == value


@pytest.mark.parametrize(
    ("day", "warned"), [(date(2026, 6, 29), False), (date(2026, 6, 30), False), (date(2026, 7, 1), True)]
)
def test_a_series_that_does_not_renew_warns_beyond_what_was_verified(day: date, warned: bool) -> None:
    row = third_law().rate_on("crown_rate", day)
    assert row.value == 8 and bool(row.warning) is warned


def test_an_election_that_nothing_answers_to_is_refused() -> None:
    with pytest.raises(UnknownName, match="did you mean “agreed.day_count”"):
        third_law(agreed__day_cuont="actual_365")
    with pytest.raises(UnknownName, match="did you mean “actual_actual”"):
        third_law(agreed__day_count="actual_actal")


def test_a_rule_of_another_kind_is_not_taken_for_the_one_asked() -> None:
    with pytest.raises(LawkitError, match="of the kind interest"):
        third_law().rule("agreed", AmountRule)
