"""Identifiers: a right one, and each way of being wrong. Right ones are public examples of their issuers or libraries."""

import pytest

from lawkit import vocabulary
from lawkit.facts.identifiers import VALIDATORS, article


def test_every_identifier_of_the_vocabulary_has_a_validator() -> None:
    assert set(VALIDATORS) == set(vocabulary.IDENTIFIERS)


@pytest.mark.parametrize(
    ("name", "written", "kept"),
    [
        ("gstin", "27AAPFU0939F1ZV", "27AAPFU0939F1ZV"),  # the reference, 6.4
        ("gstin", "27 AAPFU 0939F 1ZV", "27AAPFU0939F1ZV"),
        ("gstin", "0725SGP00012UNX", "0725SGP00012UNX"),  # a UIN form passes on its form
        ("pan", "aapfu0939f", "AAPFU0939F"),
        ("udyam", "UDYAM-MH-26-0012345", "UDYAM-MH-26-0012345"),
        ("cin", "U29100PN2010PTC135678", "U29100PN2010PTC135678"),
        ("llpin", "aab-1234", "AAB-1234"),
        ("ifsc", "HDFC0000123", "HDFC0000123"),
        ("siren", "732 829 320", "732829320"),
        ("siret", "73282932000074", "73282932000074"),
        ("siret", "35600000049837", "35600000049837"),  # La Poste: the sum of the digits is a multiple of five
        ("vat", "FR44732829320", "FR44732829320"),  # (12 + 3 × (732829320 mod 97)) mod 97 = 44
        ("iban", "FR76 3000 6000 0112 3456 7890 189", "FR7630006000011234567890189"),
        ("lei", "5493001KJTIIGC8Y1R12", "5493001KJTIIGC8Y1R12"),
        ("ape", "6910z", "6910Z"),
        ("uam", "mh26b0012345", "MH26B0012345"),
        ("din", "01234567", "01234567"),
        ("micr", "411 002 045", "411002045"),
        ("cnr", "MHPU01-001234-2026", "MHPU010012342026"),
        ("tan", "pnea12345b", "PNEA12345B"),
        ("firm_registration", " BNG(U)/RF/2213/2012-13 ", "BNG(U)/RF/2213/2012-13"),
        ("firm_registration", "MA-55521/2014", "MA-55521/2014"),
        ("rcs", "RCS Lyon B 732 829 320", "Lyon 732829320"),
        ("rcs", "Lille Métropole 732829320", "Lille Métropole 732829320"),
    ],
)
def test_a_right_identifier_is_kept_compact(name: str, written: str, kept: str) -> None:
    assert VALIDATORS[name](written) == kept


@pytest.mark.parametrize(
    ("name", "written", "words"),
    [
        ("gstin", "27AAPFU0939F1ZW", "check character should be V"),
        ("gstin", "00AAPFU0939F1ZV", "00 is no State code"),
        ("gstin", "27AAPFU0939F1Z", "15 characters"),
        ("pan", "AAPXU0939F", "is not of the form"),
        ("pan", "AAPFU0000F", "is not of the form"),
        ("udyam", "UDYAM-MH-6-0012345", "is not of the form"),
        ("cin", "X29100PN2010PTC135678", "is not of the form"),
        ("siren", "732829321", "check digit is wrong"),
        ("siren", "000000000", "is not nine digits"),
        ("siret", "73282932000075", "check digit is wrong"),
        ("vat", "FR45732829320", "its key should be 44"),
        ("vat", "FRO4732829320", "is not FR"),
        ("iban", "FR7630006000011234567890188", "check digits"),
        ("lei", "5493001KJTIIGC8Y1R13", "check digits"),
        ("cnr", "MHPU010012341826", "is not of the form"),
        ("cnr", "MHPU01001234202", "is not of the form"),
        ("firm_registration", "registered", "holds no number"),
        ("firm_registration", "12<3>", "signs that no register writes"),
        ("rcs", "Lyon 732 829 321", "check digit is wrong"),
        ("rcs", "732829320", "is not of the form"),
        ("din", "1234567", "is not of the form"),
        ("uam", "MH26B001234", "is not of the form"),
        ("tan", "PNE12345B", "is not of the form"),
        ("ifsc", "HDFC1000123", "is not of the form"),
        ("llpin", "AAB1234", "is not of the form"),
    ],
)
def test_a_wrong_identifier_is_refused_with_the_reason(name: str, written: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        VALIDATORS[name](written)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("RR473124829GB", "RR473124829GB"),  # the example of the postal union: 200 % 11 = 2, 11 - 2 = 9
        ("ex 473124829 in", "EX473124829IN"),
        ("EB000000005IN", "EB000000005IN"),  # the sum is 0: 11 gives 5
        ("EB000000080IN", "EB000000080IN"),  # the sum 56 leaves 1: 10 gives 0
        ("1A 123 456 7890 1", "1A 123 456 7890 1"),  # a French registered letter: kept as it is written
    ],
)
def test_an_article_number_is_checked_where_it_has_a_check_digit(written: str, kept: str) -> None:
    assert article(written) == kept


@pytest.mark.parametrize("wrong", ["RR473124828GB", "RR473124820GB", "EX473124839IN"])
def test_a_wrong_article_number_names_the_right_digit(wrong: str) -> None:
    with pytest.raises(ValueError, match="its check digit should be"):
        article(wrong)
