"""Amounts: read strictly, rounded half-up, printed in the manner of a country, and in words.

>>> rupees(Decimal("1234567.50"))
'Rs. 12,34,567.50'
>>> in_words(Decimal("1234567.50"), "INR", "en")
'Rupees Twelve Lakh Thirty-Four Thousand Five Hundred Sixty-Seven and Paise Fifty Only'
>>> in_words(Decimal("1000000"), "EUR", "fr")
"un million d'euros"
"""

import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from lawkit.messages import say

CENT = Decimal("0.01")
NBSP, NNBSP = "\u00a0", "\u202f"
LARGEST = Decimal("999999999999999.99")
_AMOUNT = re.compile(r"-?\d+(\.\d{1,2})?", re.ASCII)
_RATE = re.compile(r"\d+(\.\d+)?|\d+/\d+", re.ASCII)


def parse_amount(text: object) -> Decimal:
    """Return the amount written as digits with at most two decimals after a point; raise ValueError otherwise."""
    if isinstance(text, Decimal):
        return text
    if not isinstance(text, str) or not _AMOUNT.fullmatch(text):
        raise ValueError(
            say("{text!r} is not an amount; write digits and at most two decimals, such as 1234567.50", text=text)
        )
    amount = Decimal(text)
    if abs(amount) > LARGEST:
        raise ValueError(say("{text} is larger than lawkit computes with", text=text))
    return amount


def parse_rate(text: object) -> Decimal:
    """Return a rate written as a decimal (`8.25`) or a fraction (`1/20`); raise ValueError otherwise."""
    if isinstance(text, Decimal):
        return text
    if not isinstance(text, str) or not _RATE.fullmatch(text) or text.endswith("/0"):
        raise ValueError(say("{text!r} is not a rate; write a number such as 8.25", text=text))
    if "/" not in text:
        return Decimal(text)  # the law's own number, its zeros kept
    fraction = Fraction(text)
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def round_half_up(amount: Decimal) -> Decimal:
    """Return the amount to the paisa or cent, a half going up."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def _split(amount: Decimal) -> tuple[str, int, int]:
    """Return sign, whole units and hundredths; refuse more than two decimals."""
    if amount != round_half_up(amount):
        raise ValueError(say("{amount} has more than two decimals; round it first", amount=amount))
    hundredths = int(abs(amount) * 100)
    return ("-" if amount < 0 else ""), hundredths // 100, hundredths % 100


def _lakhs(whole: int) -> str:
    """Group the last three digits, then twos: 12,34,567."""
    digits = str(whole)
    head, tail = digits[:-3], digits[-3:]
    groups: list[str] = []
    while head:
        groups.insert(0, head[-2:])
        head = head[:-2]
    return ",".join([*groups, tail])


def figures(amount: Decimal, currency: str) -> str:
    """Return the bare figures with two decimals, grouped in the manner of the currency's country."""
    sign, whole, hundredths = _split(amount)
    if currency == "INR":
        return f"{sign}{_lakhs(whole)}.{hundredths:02d}"
    return f"{sign}{whole:,}".replace(",", NNBSP) + f",{hundredths:02d}"


def rupees(amount: Decimal) -> str:
    """Return `Rs. 1,18,000/-`, or `Rs. 1,18,000.50` where there are paise."""
    sign, whole, hundredths = _split(amount)
    return f"{sign}Rs. {_lakhs(whole)}" + (f".{hundredths:02d}" if hundredths else "/-")


def money(amount: Decimal, currency: str) -> str:
    """Return the amount with its currency, as printed in running text."""
    return rupees(amount) if currency == "INR" else f"{figures(amount, currency)}{NBSP}€"


def percent(rate: Decimal, language: str) -> str:
    """Return a yearly rate without needless zeros in English (`18%`), with two decimals in French (`12,40 %`)."""
    if language == "fr":
        text = f"{rate.quantize(CENT):f}" if rate == rate.quantize(CENT) else f"{rate.normalize():f}"
        return text.replace(".", ",") + f"{NBSP}%"
    return f"{rate.normalize():f}%"


def in_words(amount: Decimal, currency: str, language: str) -> str:
    """Return the amount in words, as the field writes it."""
    sign, whole, hundredths = _split(amount)
    if sign:
        raise ValueError(say("{amount} is negative and has no words", amount=amount))
    if currency == "INR":
        paise = f" and Paise {_title(_under_hundred(hundredths))}" if hundredths else ""
        return f"Rupees {_title(indian_words(whole))}{paise} Only"
    if language == "fr":
        return _euros_fr(whole, hundredths)
    cents = f" and {number_words(hundredths, 'en')} cent{'s' if hundredths != 1 else ''}" if hundredths else ""
    return f"{number_words(whole, 'en')} euro{'s' if whole != 1 else ''}{cents}"


def number_words(number: int, language: str) -> str:
    """Return a whole number in words: English without commas, French in the traditional spelling."""
    from num2words import num2words

    text = str(num2words(number, lang=language))
    return text.replace(",", "").replace(" and ", " ") if language == "en" else text


def indian_words(number: int) -> str:
    """Return a whole number in lakhs and crores, singular throughout, without “and”.

    >>> indian_words(10_00_00_00_000)
    'one thousand crore'
    """
    if number == 0:
        return "zero"
    parts = []
    crore, rest = divmod(number, 10_000_000)
    if crore:
        parts.append(f"{indian_words(crore)} crore")
    for size, name in ((100_000, "lakh"), (1_000, "thousand"), (100, "hundred")):
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{_under_hundred(count)} {name}")
    if rest:
        parts.append(_under_hundred(rest))
    return " ".join(parts)


def _under_hundred(number: int) -> str:
    from num2words import num2words

    return str(num2words(number, lang="en"))


def _title(words: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in words.title().split("-"))


def _euros_fr(whole: int, hundredths: int) -> str:
    text = number_words(whole, "fr")
    # « un million d'euros », « deux milliards d'euros »: a round million takes « de »
    link = " d'" if whole >= 1_000_000 and whole % 1_000_000 == 0 else " "
    text += f"{link}euro{'s' if whole > 1 else ''}"
    if hundredths:
        text += f" et {number_words(hundredths, 'fr')} centime{'s' if hundredths > 1 else ''}"
    return text
