"""Filters: what each prints in English and in French."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lawkit.drafting.filters import filters
from lawkit.drafting.printing import Citation

EN, FR = filters("en", "INR"), filters("fr", "EUR")
DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("name", "arguments", "english", "french"),
    [
        ("long_date", (DAY,), "22nd November 2026", "22 novembre 2026"),
        ("long_date", (date(2026, 12, 1),), "1st December 2026", "1er décembre 2026"),
        ("long_date", (date(2026, 8, 13),), "13th August 2026", "13 août 2026"),
        ("short_date", (date(2026, 2, 3),), "03.02.2026", "03/02/2026"),
        ("percent", (Decimal("12.40"),), "12.4%", "12,40 %"),
        ("figures", (Decimal("1234567.5"),), "12,34,567.50", "1 234 567,50"),
        ("money", (Decimal("118000"),), "Rs. 1,18,000/-", "118 000,00 €"),
        ("number_words", (3,), "three", "trois"),
        ("plural", ((1,), "a", "b"), "a", "a"),
        ("plural", (0, "a", "b"), "b", "b"),
        ("list_and", (("x",),), "x", "x"),
        ("list_and", (("x", "y", "z"),), "x, y and z", "x, y et z"),
        ("gender", (True, "Sir", "Madam"), "Madam", "Madam"),
        ("gender", (False, "Sir", "Madam"), "Sir", "Sir"),
        ("upper", ("société générale",), "SOCIÉTÉ GÉNÉRALE", "SOCIÉTÉ GÉNÉRALE"),
        ("groups", ("FR7630006",), "FR76 3000 6", "FR76 3000 6"),
    ],
)
def test_each_prints_in_the_manner_of_its_language(
    name: str, arguments: tuple[Any, ...], english: str, french: str
) -> None:
    for bound, wanted in ((EN, english), (FR, french)):
        for _ in range(2):  # what was printed once is remembered, and the same
            assert bound[name](*arguments).replace("\u00a0", " ").replace("\u202f", " ") == wanted


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("Atelier Blanc", "d’Atelier Blanc"), ("Moulin SARL", "de Moulin SARL"), ("Éclair", "d’Éclair"), ("œuvres", "d’œuvres"),
        ("le tribunal de commerce", "du tribunal de commerce"), ("les assureurs", "des assureurs"), ("la société Oméga", "de la société Oméga"),
        ("l’entreprise", "de l’entreprise"), ("Yves Roc", "d’Yves Roc"), ("Yohann", "de Yohann"), ("Hélène", "d’Hélène"), ("3 Suisses", "de 3 Suisses"),
        ("Le Bon Goût", "de Le Bon Goût"),
    ],
)  # fmt: skip
def test_de_is_elided_and_contracted(name: str, phrase: str) -> None:
    assert FR["de"](name) == phrase


@pytest.mark.parametrize(
    ("town", "phrase"),
    [
        ("Lyon", "de Lyon"), ("Aubenas", "d’Aubenas"), ("Le Mans", "du Mans"), ("Les Abymes", "des Abymes"),
        ("La Rochelle", "de La Rochelle"), ("L’Isle-Adam", "de L’Isle-Adam"), ("Lens", "de Lens"), ("les Hauts-de-Seine", "des Hauts-de-Seine"),
    ],
)  # fmt: skip
def test_the_article_of_a_town_is_contracted(town: str, phrase: str) -> None:
    assert FR["of_town"](town) == phrase


def test_a_citation_stays_one_through_filters() -> None:
    assert isinstance(EN["upper"](Citation("section 3")), Citation) and isinstance(
        EN["capital"](Citation("s")), Citation
    )


def test_a_sum_of_three_decimals_is_refused_each_time() -> None:
    for _ in range(2):
        with pytest.raises(ValueError, match="more than two decimals"):
            EN["figures"](Decimal("1.005"))
