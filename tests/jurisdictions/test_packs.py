"""Every pack loads whole; its wording rules catch and spare what they say; its readers are told what is covered."""

import pytest

from lawkit.drafting.wording import hits, lacking
from lawkit.law import list_packs, load_jurisdiction
from lawkit.law.model import InterestRule, SeriesRule, WordingRule
from lawkit.resources import shipped

PACKS = list_packs()
LAWS = {code: load_jurisdiction(code) for code in PACKS}
WORDING = [
    (code, name, rule)
    for code, law in LAWS.items()
    for name, rule in law.rules.items()
    if isinstance(rule, WordingRule)
]


def test_both_countries_are_there() -> None:
    assert PACKS == ["france", "india"]


@pytest.mark.parametrize("code", PACKS)
def test_every_pack_has_a_readme_and_titles_in_english(code: str) -> None:
    assert (shipped("jurisdictions") / code / "README.md").read_text().startswith("# ")
    assert all("en" in rule.title for rule in LAWS[code].rules.values())


@pytest.mark.parametrize("code", PACKS)
def test_a_rule_said_to_be_checked_names_an_address_or_a_text(code: str) -> None:
    for name, rule in LAWS[code].rules.items():
        for value in (rule, *rule.dated.values()):
            checked = value.checked
            assert checked is None or len(checked.against) > 5, name
            assert value.standing is None or value.standing in ("primary", "secondary"), name


@pytest.mark.parametrize("code", PACKS)
def test_every_interest_rule_has_a_method_and_every_series_its_horizon(code: str) -> None:
    rules = LAWS[code].rules.values()
    assert any(isinstance(rule, InterestRule) for rule in rules)
    for rule in rules:
        if isinstance(rule, SeriesRule):
            assert max(rule.values) <= rule.verified_through or rule.renews == "half_yearly"


@pytest.mark.parametrize(("code", "name", "rule"), WORDING, ids=[f"{c}-{n}" for c, n, _ in WORDING])
def test_a_wording_rule_catches_and_spares_its_examples(code: str, name: str, rule: WordingRule) -> None:
    for sentence in rule.examples.match:
        caught = hits(rule, [sentence]) if rule.phrases else not lacking(rule, [sentence])
        assert caught, f"{name} misses: {sentence}"
    for sentence in rule.examples.no_match:
        caught = hits(rule, [sentence]) if rule.phrases else not lacking(rule, [sentence])
        assert not caught, f"{name} wrongly catches: {sentence}"
