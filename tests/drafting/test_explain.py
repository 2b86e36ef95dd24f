"""What is said when a paper cannot be filled: every blank at once, each with its line, paragraph and near name."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import pytest

from lawkit.drafting.fill import Filled, UnfilledBlank
from tests.drafting.conftest import Item, SmallPaper

Fill = Callable[..., Filled]

WRONG = """1. first

{% if yes %}
1. second {{ nmae }} and {{ paper.foter }}
{% endif %}

| A | B |
|:--|--:|
{% for i in items %}
| {{ i.nam }} | {{ i.amount }} |
{% endfor %}

{% for i in itemz %}
never
{% endfor %}

plain {{ other | upper }} {{ day }}

{% if yess %}
never
{% endif %}
1. third {{ sum | money }} {{ name | money }}"""


@dataclass(frozen=True)
class Partial:
    paper: SmallPaper = SmallPaper()
    name: str = "B Ltd"
    other: str | None = None
    yes: bool = True
    items: tuple[Item, ...] = (Item("a", Decimal("1.00")), Item("b", Decimal("2.00")))


def faults(filled: Fill, text: str, facts: object) -> list[str]:
    with pytest.raises(UnfilledBlank) as caught:
        filled(text, facts=facts)
    return [line.split("p.en.md:")[1] for line in str(caught.value).splitlines()]


def test_every_fault_is_told_with_line_paragraph_name_and_what_was_meant(filled: Fill) -> None:
    told = faults(filled, WRONG, Partial())
    assert told == [
        "13: paragraph 2: no fact named “nmae”; did you mean “name”?",
        "13: paragraph 2: no part of SmallPaper named “foter”; did you mean “footer”?",
        "19: no part of Item named “nam”; did you mean “name”?",
        "19: i.amount: Decimal('1.00') is printed without a filter such as money or percent",
        "19: i.amount: Decimal('2.00') is printed without a filter such as money or percent",
        "22: no fact named “itemz”; did you mean “items”?",
        "26: other: the matter has no such fact; ask for it with an if before printing it",
        "26: no fact named “day”; known: annexure, cite, items, name, other, paper, yes",
        "28: no fact named “yess”; did you mean “yes”?",
        "31: paragraph 3: no fact named “sum”; known: annexure, cite, items, name, other, paper, yes",
        "31: paragraph 3: name: " + told[-1].split("name: ")[1],
    ]


def test_a_control_character_is_told_with_the_name_of_its_field(filled: Fill) -> None:
    for value, code in (("a\x07b", "U+0007"), ("a\x01b", "U+0001"), ("\ud800", "U+D800"), ("\ufffe", "U+FFFE")):
        (told,) = faults(filled, "x\n\nTo {{ name }}", Partial(name=value))
        assert told.startswith("12: name: ") and code in told


def test_carriage_returns_are_line_ends(filled: Fill) -> None:
    assert filled("{{ name }}", facts=Partial(name="a\r\nb\rc")).paragraphs[0] == "a\nb\nc"


def test_an_error_of_a_filter_is_told_as_it_is(filled: Fill) -> None:
    (told,) = faults(filled, "{{ name | plural('one') }}", Partial())
    assert "positional argument" in told
