"""The static check: every name in a precedent is proved before any matter is touched."""

from collections.abc import Callable

import pytest

from lawkit.drafting.facts import DraftFacts
from lawkit.drafting.filters import filters
from lawkit.drafting.names import check_names
from lawkit.drafting.precedent import Precedent
from tests.drafting.conftest import Small

FILTERS = tuple(filters("en", "INR"))

WRONG = [
    ("A\n{{ nme }}", "p.en.md:11", "did you mean “name”"),
    ("{{ paper.foter }}", "p.en.md:10", "no part of paper named “foter”; did you mean “footer”"),
    ("{{ sum | mony }}", "p.en.md:10", "did you mean “money”"),
    ("{% for i in items %}\n{{ i.nam }}\n{% endfor %}", "p.en.md:11", "did you mean “name”"),
    ("{% for i in itemz %}\nx\n{% endfor %}", "p.en.md:10", "did you mean “items”"),
    ("{% if yess %}\nx\n{% endif %}", "p.en.md:10", "did you mean “yes”"),
    ("{{ other }}", "p.en.md:10", "other may be absent"),
    ("{% if yes %}\n{{ other }}\n{% endif %}", "p.en.md:11", "other may be absent"),
    ("{% if other %}a{% else %}{{ other }}{% endif %}", "p.en.md:10", "other may be absent"),
    ("{{ paper }}", "p.en.md:10", "paper is not a text"),
    ("{{ sum }}", "p.en.md:10", "sum cannot be printed as it is: choose a filter, such as {{ sum | money }}"),
    ("{{ day }}", "p.en.md:10", "such as {{ day | long_date }} (one of long_date, short_date)"),
    ("{{ items }}", "p.en.md:10", "items is a list of facts: loop over it with for"),
    (
        "{{ items | numbers }}",
        "p.en.md:10",
        "the filter numbers is for a list of what bears a number; items holds none",
    ),
    ("{% for i in items %}\n{{ i.amount }}\n{% endfor %}", "p.en.md:11", "such as {{ i.amount | money }}"),
    ("{{ last_day('r') }}", "p.en.md:10", "such as {{ last_day('r') | long_date }}"),
    ("{{ fee('r') }}", "p.en.md:10", "such as {{ fee('r') | money }}"),
    ("{{ yes }}", "p.en.md:10", "yes is yes or no: ask for it with an if"),
    ("{{ sum | long_date }}", "p.en.md:10", "the filter long_date is for a date; sum is a sum or a rate"),
    ("{{ day | money }}", "p.en.md:10", "the filter money is for a sum or a rate; day is a date"),
    ("{{ name | list_and }}", "p.en.md:10", "the filter list_and is for a list; name is a text"),
    ("{{ name | capital('x') }}", "p.en.md:10", "the filter capital takes 0 words in brackets, and 1 are given"),
    ("{{ items | plural('a') }}", "p.en.md:10", "the filter plural takes 2 words in brackets, and 1 are given"),
    ("{{ items | plural('a', sum) }}", "p.en.md:10", "the filter plural takes words; sum is a sum or a rate"),
    ("{{ items | list_and }}", "p.en.md:10", "the filter list_and joins texts; items holds others"),
    ("{% if name > 3 %}x{% endif %}", "p.en.md:10", "a text and a whole number cannot be put in order"),
    ("{% if day > sum %}x{% endif %}", "p.en.md:10", "a date and a sum or a rate cannot be put in order"),
    ("{{ cyte('x') }}", "p.en.md:10", "did you mean “cite”"),
    ("{{ cite(name) }}", "p.en.md:10", "one name in quotation marks"),
    ("{{ name", "p.en.md", ""),
]


@pytest.mark.parametrize(("text", "place", "words"), WRONG, ids=[w[0][:24] for w in WRONG])
def test_a_name_that_nothing_answers_to_is_told_with_its_line(
    precedent: Callable[..., Precedent], text: str, place: str, words: str
) -> None:
    problems = check_names(precedent(text), Small, FILTERS).problems
    assert problems and place in problems[0].place and words in problems[0].text


def test_a_right_precedent_names_what_it_uses(precedent: Callable[..., Precedent]) -> None:
    named = check_names(
        precedent("{% if other %}{{ other }}{% endif %} {% for i in items %}{{ i.name }}{{ loop.index }}{% endfor %} {{ cite('r') }}"),
        Small, FILTERS,
    )  # fmt: skip
    assert named.problems == () and named.cites == ("r",)
    assert named.facts["other"] == "str, or none" and named.facts["items"] == "list of Item"


def test_no_fact_has_the_name_of_a_method_of_a_dict() -> None:
    from lawkit.cli.precedents import field_rows

    names = {row[0].split(".")[-1].removesuffix("[]") for row in field_rows(DraftFacts, "")}
    assert not names & set(dir(dict))
