"""The name of a paper's file: what the matter and the addressee are called, in every script, and short enough."""

import unicodedata
from datetime import date

import pytest

from lawkit.drafting.draft import file_name

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("addressee", "shown"),
    [
        ("Orion Pumps & Valves Limited", "Orion-Pumps-Valves-Limited"),
        ("ओरियन पंप्स", "ओरियन-पंप्स"),
        ("தமிழ் நிறுவனம்", "தமிழ்-நிறுவனம்"),
        ("Société L’Éclair", "Société-L-Éclair"),
        (unicodedata.normalize("NFD", "Société"), "Société"),
        ("../../etc/passwd", "etc-passwd"),
        ("***", "x"),
    ],
)
def test_the_addressee_is_named_as_written(addressee: str, shown: str) -> None:
    assert file_name("M-1", "final-notice", addressee, DAY) == f"M-1_final-notice_{shown}_2026-11-24.docx"


@pytest.mark.parametrize(
    ("long", "kept"),
    [
        ("a" * 63, "a" * 63),
        ("a" * 64, "a" * 64),
        ("a" * 65, "a" * 64),
        ("a" * 63 + " bc", "a" * 63),  # no name ends in a hyphen
        ("पि" * 10, "पि" * 10),  # six bytes each
        ("पि" * 11, "पि" * 10),  # the eleventh letter would stand without its sign
        ("é" * 33, "é" * 32),
    ],
)
def test_a_long_name_is_cut_between_letters(long: str, kept: str) -> None:
    assert file_name("M-1", "final-notice", long, DAY) == f"M-1_final-notice_{kept}_2026-11-24.docx"


def test_the_longest_name_of_a_file_has_less_than_two_hundred_bytes() -> None:
    name = file_name("प" * 60, "mise-en-demeure-avocat", "ओरियन पंप्स " * 40, DAY)
    assert len(name.replace(".docx", ".record.json").encode()) < 200
    assert len(name.replace(".docx", "_preview.docx").encode()) < 200
