"""The filters a precedent may use, bound to a language and a currency. Nothing else is callable in a template.

>>> f = filters("en", "INR")
>>> f["long_date"](date(2026, 11, 22)), f["short_date"](date(2026, 11, 22))
('22nd November 2026', '22.11.2026')
>>> filters("fr", "EUR")["long_date"](date(2026, 12, 1)).replace("\\u00a0", " ")
'1er décembre 2026'
"""

import unicodedata
from collections.abc import Callable, Sequence, Sized
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from lawkit import money as m
from lawkit.money import NBSP

_MONTHS = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
           "décembre"),
}  # fmt: skip


def _ordinal(day: int) -> str:
    suffix = "th" if 10 < day % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{suffix}"


def _long_date(day: date, language: str) -> str:
    month = _MONTHS[language][day.month - 1]
    if language == "fr":
        return f"{'1er' if day.day == 1 else day.day}{NBSP}{month}{NBSP}{day.year}"
    return f"{_ordinal(day.day)} {month} {day.year}"


def _plural(counted: Sized | int, singular: str, plural: str) -> str:
    number = counted if isinstance(counted, int) else len(counted)
    return singular if number == 1 else plural


def _capital(text: str) -> str:
    return type(text)(text[:1].upper() + text[1:])


def _groups(text: str) -> str:
    """Return an IBAN in groups of four."""
    return NBSP.join(text[i : i + 4] for i in range(0, len(text), 4))


def _numbers(items: Sequence[Any]) -> list[str]:
    return [item.number for item in items]


def _list_and(items: Sequence[str], language: str) -> str:
    word = {"en": "and", "fr": "et"}[language]
    texts = list(items)
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} {word} {texts[-1]}" if texts else ""


def _number_words(number: int | Decimal, language: str) -> str:
    return m.number_words(int(number), language)


def _short_date(day: date, language: str) -> str:
    mark = "/" if language == "fr" else "."
    return f"{day.day:02d}{mark}{day.month:02d}{mark}{day.year}"


def _gender(is_woman: bool, man: str, woman: str) -> str:
    return woman if is_woman else man


_VOWELS = frozenset("aeiouyœæh")
_ARTICLES = {"le": "du", "les": "des", "la": "de la"}


def _de(text: str) -> str:
    """Return a French name after « de »: elided before a vowel or a mute h, contracted with its article."""
    first, _, rest = text.partition(" ")
    if rest and first.lower() in _ARTICLES and first.islower():
        return f"{_ARTICLES[first.lower()]} {rest}"
    plain = unicodedata.normalize("NFD", text.lower())
    elided = plain[:1] in _VOWELS and not (plain[:1] == "y" and plain[1:2] in _VOWELS)
    return f"d’{text}" if elided else f"de {text}"


def _of_town(text: str) -> str:
    """Return a French town after « de »: the article of its name is contracted, but for « La » (du Mans, de La Rochelle)."""
    first, _, rest = text.partition(" ")
    return f"{_ARTICLES[first.lower()]} {rest}" if rest and first in ("Le", "Les") else _de(text)


def _kept(act: Callable[[Any], str]) -> Callable[[Any], str]:
    """Remember what a filter printed: the same sums and days recur in a paper and from paper to paper."""
    return lru_cache(maxsize=8192, typed=True)(act)


@lru_cache(maxsize=8)
def filters(language: str, currency: str) -> dict[str, Callable[..., Any]]:
    """Return the filters of a language and currency by name."""
    return {
        "money": _kept(lambda amount: m.money(amount, currency).replace("Rs. ", f"Rs.{NBSP}")),
        "figures": _kept(lambda amount: m.figures(amount, currency)),
        "in_words": _kept(lambda amount: m.in_words(amount, currency, language)),
        "long_date": _kept(lambda day: _long_date(day, language)),
        "short_date": _kept(lambda day: _short_date(day, language)),
        "percent": _kept(lambda rate: m.percent(rate, language)),
        "number_words": _kept(lambda number: _number_words(number, language)),
        "plural": _plural,
        "gender": _gender,
        "de": _de,
        "of_town": _of_town,
        "list_and": lambda items: _list_and(items, language),
        "capital": _capital,
        "upper": lambda text: type(text)(text.upper()),
        "groups": _groups,
        "numbers": _numbers,
    }
