"""Each closed name has one implementation, and each implementation a name and a test file of its own."""

from pathlib import Path

import pytest

from lawkit import vocabulary
from lawkit.checks import CHECKS
from lawkit.claim.account import DAY_COUNTS, ROUNDINGS
from lawkit.claim.appropriation import STEPS
from lawkit.claim.methods import METHODS
from lawkit.facts.conditions import CONDITIONS
from lawkit.facts.identifiers import VALIDATORS
from lawkit.facts.triggers import TRIGGERS
from lawkit.law.kinds import MODELS
from tests.matters import third_law

TESTS = Path(__file__).parent
TABLES = [
    (vocabulary.METHODS, METHODS),
    (vocabulary.DAY_COUNTS, DAY_COUNTS),
    (vocabulary.ROUNDINGS, ROUNDINGS),
    (vocabulary.APPROPRIATION_STEPS, STEPS),
    (vocabulary.CONDITIONS, CONDITIONS),
    (vocabulary.TRIGGERS, TRIGGERS),
    (vocabulary.IDENTIFIERS, VALIDATORS),
    (vocabulary.CHECKS, CHECKS),
    (vocabulary.KINDS, MODELS),
]


@pytest.mark.parametrize(("names", "implementations"), TABLES, ids=lambda t: str(len(t)))
def test_names_and_implementations_are_one_to_one(names: object, implementations: object) -> None:
    assert set(names) == set(implementations)  # type: ignore[call-overload]


def test_every_method_of_interest_has_a_test_file() -> None:
    for method in METHODS:
        assert (TESTS / "claim" / f"test_{method}.py").is_file()


def test_every_selector_is_used_by_an_option_or_a_rule_of_a_tested_pack() -> None:
    used = {
        choice for rule in third_law().rules.values() for option in rule.options.values() for choice in option.choices
    }
    used |= {"half_year_start", "each_day"}  # the third pack's own rules, and the default
    used |= {"half_year_of_start"}  # the public buyer of the French pack
    assert set(vocabulary.SELECTORS) <= used
