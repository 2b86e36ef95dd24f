"""What is told as law typed into wording, and what is not; the shipped texts type none."""

import pytest

from lawkit.drafting.desk import precedent_folders
from lawkit.drafting.precedent import list_precedents, load_precedent
from lawkit.drafting.template import Line
from lawkit.drafting.typed_law import typed_law

TYPED = [
    ("Pay within 15 days.", "period", "15 days"),
    ("Pay within fifteen days of receipt.", "period", "fifteen days"),
    ("Pay within 15 (fifteen) days.", "period", "15 (fifteen) days"),
    ("sous huit jours", "period", "huit jours"),
    ("dans un délai de 3 mois", "period", "3 mois"),
    ("interest at 18% per annum", "rate", "18%"),
    ("interest at eighteen or 12.5 per cent", "rate", "12.5 per cent"),
    ("trois fois le taux de l’intérêt légal", "rate", "trois fois le"),
    ("three times the bank rate", "rate", "three times the"),
    ("majoré de 5 points", "rate", "5 points"),
    ("a fee of Rs. 5,000", "sum", "Rs. 5,000"),
    ("une indemnité de 40 €", "sum", "40 €"),
    ("quarante euros", "sum", "quarante euros"),
    ("Rupees Five Thousand Only", "sum", "Rupees Five"),
    ("since 1st April 2005", "date", "1st April 2005"),
    ("depuis le 1er janvier 2013", "date", "1er janvier 2013"),
    ("since 01.04.2005", "date", "01.04.2005"),
    ("under section 138 of that Act", "provision", "section 138"),
    ("under Order XXXVII", "provision", "Order XXXVII"),
    ("l’article L. 441-10 du code", "provision", "article L. 441-10"),
    ("art. 1231-6", "provision", "art. 1231-6"),
    ("the Limitation Act, 1963", "provision", "Act, 1963"),
    ("Pay within fifteen\ndays.", "period", "fifteen days"),
]


def lines(text: str) -> list[Line]:
    return [Line(line, f"x.md:{number}") for number, line in enumerate(text.split("\n"), 1)]


@pytest.mark.parametrize(("text", "kind", "found"), TYPED)
def test_law_typed_into_wording_is_told_with_its_line(text: str, kind: str, found: str) -> None:
    (typed,) = typed_law(lines(text))
    assert (typed.place, typed.kind, typed.found) == ("x.md:1", kind, found)
    assert found in str(typed) and ("(" in str(typed) or "filter" in str(typed))


PLAIN = [
    "Pay within {{ demand.days }} days, with {{ claim.total | money }} under {{ cite('rule') }}.",
    "The reply said: “we will pay Rs. 5,000 within 15 days under section 138”.",
    "La clause dit : « dans les 30 jours ».",
    "1. The second of the two invoices, see paragraph [@invoices] and clause 4.",
    "in order to settle the account; as a rule the sum is paid on the day",
    "| A | B |",
    "Payment by the Order No. 5 of the buyer",
]


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_no_law_or_comes_from_a_rule_is_not_told(text: str) -> None:
    assert list(typed_law(lines(text))) == []


@pytest.mark.parametrize("country", ["india", "france"])
def test_the_shipped_texts_type_no_law(country: str) -> None:
    folders = precedent_folders(None)
    for name, language in list_precedents(folders, country):
        assert [str(each) for each in typed_law(load_precedent(folders, country, name, language).lines)] == []
