"""Identifiers of India and France: compacted, checked, and refused with the reason.

>>> gstin("27AAPFU0939F1ZV")
'27AAPFU0939F1ZV'
>>> siren("732 829 320")
'732829320'

Check digits come from python-stdnum where it has them; TDS and UIN forms of a GSTIN, which it refuses, pass here
on their form alone.
"""

import re
from collections.abc import Callable

from lawkit.messages import say

_GST_STATES = {f"{code:02d}" for code in range(1, 39)} | {"97", "99"}
_BASE36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _compact(text: str) -> str:
    return re.sub(r"[\s.\u00a0\u202f-]", "", text).upper()


def _refuse(name: str, value: str, reason: str) -> ValueError:
    return ValueError(say("{name} {value!r}: {reason}", name=name, value=value, reason=reason))


def _form(name: str, pattern: str, example: str, keep: str = "") -> Callable[[str], str]:
    """Return a validator of a form without a check digit."""
    compiled = re.compile(pattern, re.ASCII)

    def validate(text: str) -> str:
        value = text.strip().upper() if keep else _compact(text)
        if not compiled.fullmatch(value):
            raise _refuse(name, text, say("is not of the form {example}", example=example))
        return value

    validate.__doc__ = f"Return a {name} of the form {example}; raise ValueError otherwise."
    return validate


pan = _form("PAN", r"[A-Z]{3}[ABCFGHJLPT][A-Z](?!0000)\d{4}[A-Z]", "AAPFU0939F")
tan = _form("TAN", r"[A-Z]{4}\d{5}[A-Z]", "PNEA12345B")
cin = _form(
    "CIN",
    r"[LU]\d{5}[A-Z]{2}(19|20)\d{2}(PLC|PTC|OPC|GOI|SGC|NPL|FLC|FTC|GAP|GAT|ULL|ULT)\d{6}",
    "U29100PN2010PTC135678",
)
llpin = _form("LLPIN", r"[A-Z]{3}-\d{4}", "AAB-1234", keep="-")
udyam = _form("Udyam number", r"UDYAM-[A-Z]{2}-\d{2}-\d{7}", "UDYAM-MH-26-0012345", keep="-")
uam = _form("Udyog Aadhaar number", r"[A-Z]{2}\d{2}[A-Z]\d{7}", "MH26B0012345")
din = _form("DIN", r"\d{8}", "01234567")
micr = _form("MICR", r"\d{9}", "411002045")
cheque_number = _form("cheque number", r"\d{6}", "004511")
ifsc = _form("IFSC", r"[A-Z]{4}0[A-Z0-9]{6}", "HDFC0000123")
ape = _form("APE", r"\d{4}[A-Z]", "6910Z")
bic = _form("BIC", r"[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?", "BNPAFRPPXXX")


def gstin(text: str) -> str:
    """Return a GSTIN whose state code, PAN and check character are right (Luhn mod 36); raise ValueError otherwise."""
    value = _compact(text)
    if not re.fullmatch(r"\d{2}[A-Z0-9]{13}", value, re.ASCII):
        raise _refuse("GSTIN", text, say("is not 15 characters beginning with a State code"))
    if value[:2] not in _GST_STATES:
        raise _refuse("GSTIN", text, say("{code} is no State code", code=value[:2]))
    if re.fullmatch(r"\d{2}[A-Z]{5}\d{4}[A-Z][A-Z1-9][A-Z][A-Z0-9]", value) and value[13] == "Z":
        pan(value[2:12])
        if _gst_check(value[:14]) != value[14]:
            raise _refuse("GSTIN", text, say("its check character should be {check}", check=_gst_check(value[:14])))
    return value


def _gst_check(first: str) -> str:
    total = 0
    for position, character in enumerate(first):
        product = _BASE36.index(character) * (1 + position % 2)
        total += product // 36 + product % 36
    return _BASE36[(36 - total % 36) % 36]


def siren(text: str) -> str:
    """Return a SIREN of nine digits with a right check digit; raise ValueError otherwise."""
    from stdnum import luhn

    value = _compact(text)
    if not re.fullmatch(r"\d{9}", value, re.ASCII) or value == "000000000":
        raise _refuse("SIREN", text, say("is not nine digits"))
    if not luhn.is_valid(value):
        raise _refuse("SIREN", text, say("its check digit is wrong"))
    return value


def siret(text: str) -> str:
    """Return a SIRET of fourteen digits with right check digits (La Poste: the digits' sum is a multiple of five)."""
    from stdnum import luhn

    value = _compact(text)
    if not re.fullmatch(r"\d{14}", value, re.ASCII):
        raise _refuse("SIRET", text, say("is not fourteen digits"))
    siren(value[:9])
    la_poste = value.startswith("356000000") and sum(map(int, value)) % 5 == 0
    if not la_poste and not luhn.is_valid(value):
        raise _refuse("SIRET", text, say("its check digit is wrong"))
    return value


def vat(text: str) -> str:
    """Return a French VAT number; a numeric key is checked, an alphanumeric one passes on its form."""
    value = _compact(text)
    if not re.fullmatch(r"FR[0-9A-HJ-NP-Z]{2}\d{9}", value, re.ASCII):
        raise _refuse(say("VAT number"), text, say("is not FR, a key of two characters and a SIREN"))
    number = siren(value[4:])
    if value[2:4].isdigit() and int(value[2:4]) != (12 + 3 * (int(number) % 97)) % 97:
        right = f"{(12 + 3 * (int(number) % 97)) % 97:02d}"
        raise _refuse(say("VAT number"), text, say("its key should be {key}", key=right))
    return value


def iban(text: str) -> str:
    """Return an IBAN with right check digits; raise ValueError otherwise."""
    from stdnum import iban as checker
    from stdnum.exceptions import ValidationError

    try:
        return str(checker.validate(_compact(text), check_country=False))
    except ValidationError:
        raise _refuse("IBAN", text, say("its check digits or its length are wrong")) from None


def lei(text: str) -> str:
    """Return an LEI whose check digits are right (ISO 17442)."""
    value = _compact(text)
    digits = (
        "".join(str(_BASE36.index(c)) for c in value) if re.fullmatch(r"[A-Z0-9]{18}\d{2}", value, re.ASCII) else "0"
    )
    if int(digits) % 97 != 1:
        raise _refuse("LEI", text, say("its form or its check digits are wrong"))
    return value


def article(text: str) -> str:
    """Return the number of a registered article (UPU S10), an Indian one with its check digit.

    The eight digits are weighed 8, 6, 4, 2, 3, 5, 9, 7; the check digit is 11 less the sum modulo 11, and 10 gives 0, 11 gives 5.
    A number that is not of this form (a courier's, a French postal one) passes as it is written.

    >>> article("ex 473124829 in")
    'EX473124829IN'
    """
    value = _compact(text)
    if not re.fullmatch(r"[A-Z]{2}\d{9}[A-Z]{2}", value, re.ASCII):
        return text.strip()
    total = sum(int(digit) * weight for digit, weight in zip(value[2:10], (8, 6, 4, 2, 3, 5, 9, 7), strict=True))
    check = {10: 0, 11: 5}.get(11 - total % 11, 11 - total % 11)
    if int(value[10]) != check:
        raise _refuse(say("article number"), text, say("its check digit should be {check}", check=check))
    return value


def cnr(text: str) -> str:
    """Return an eCourts case number record: State, district, establishment, six digits, a year."""
    value = _compact(text)
    if not re.fullmatch(r"[A-Z]{2}[A-Z0-9]{2}[A-Z0-9]{2}\d{6}(19|20)\d{2}", value, re.ASCII):
        raise _refuse("CNR", text, say("is not of the form {example}", example="MHPU010012342026"))
    return value


def rcs(text: str) -> str:
    """Return a registration as `CITY SIREN`: the registry's city and a SIREN with a right check digit; “RCS” and “B” are left out.

    >>> rcs("RCS Lyon B 732 829 320")
    'Lyon 732829320'
    """
    found = re.fullmatch(
        r"(?:R\.?C\.?S\.?\s+)?(?P<city>\D+?)\s+(?:[AB]\s+)?(?P<number>[\d\s.\u00a0\u202f]+)", text.strip()
    )
    if not found:
        raise _refuse("RCS", text, say("is not of the form {example}", example="Lyon 732 829 320"))
    return f"{found['city'].strip()} {siren(found['number'])}"


def firm_registration(text: str) -> str:
    """Return the number of a firm in the Register of Firms, whose form each State has of its own, as it is written.

    >>> firm_registration("MA-55521/2014")
    'MA-55521/2014'
    """
    value = text.strip()
    if not re.fullmatch(r"(?=.*\d)[\w\s/().,:&-]+", value, re.ASCII):
        raise _refuse(say("registration of a firm"), text, say("holds no number, or signs that no register writes"))
    return value


def _as_written(text: str) -> str:
    return text.strip()


VALIDATORS: dict[str, Callable[[str], str]] = {
    "gstin": gstin,
    "pan": pan,
    "udyam": udyam,
    "cin": cin,
    "llpin": llpin,
    "uam": uam,
    "din": din,
    "micr": micr,
    "cnr": cnr,
    "tan": tan,
    "ifsc": ifsc,
    "lei": lei,
    "account": _as_written,
    "firm_registration": firm_registration,
    "siren": siren,
    "siret": siret,
    "vat": vat,
    "rcs": rcs,
    "iban": iban,
    "bic": bic,
    "ape": ape,
}
