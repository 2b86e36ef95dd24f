"""Law that is typed into wording: a period, a rate, a sum, a date or a provision that should come from a rule or a fact.

What stands in quotation marks is quoted and is left alone. `lawkit precedents check` warns of the rest with its line: a
typed figure is right until the law changes, and no record tells where it came from.

>>> lines = [Line("Pay within fifteen days, with 18% from 1 May 2025, or “within 7 days”.", "x.md:1")]
>>> [each.found for each in typed_law(lines)]
['fifteen days', '18%', '1 May 2025']
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawkit.drafting.template import Line
from lawkit.messages import say

_NUMBER = (
    r"(?:\d[\d,. \u00a0\u202f]*|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty(?:-one)?|thirty|"
    r"forty(?:-five)?|sixty|ninety|hundred|deux|trois|quatre|cinq|sept|huit|neuf|dix|douze|quinze|vingt|trente|"
    r"quarante(?:-cinq)?|soixante|quatre-vingt-dix|cent)\b)"
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|janvier|février|mars|avril|"
    r"mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
)
_SPACE = r"[\s\u00a0\u202f-]*"
_KINDS: tuple[tuple[str, str], ...] = (
    ("period", rf"\b{_NUMBER}(?:{_SPACE}\([^)]*\))?{_SPACE}(?:clear |working |calendar )?"
               r"(?:hours?|days?|weeks?|months?|years?|heures?|jours?|semaines?|mois|ans?|années?)\b"),
    ("rate", rf"\b{_NUMBER}{_SPACE}(?:%|(?:per ?cent|percent|pour cent|points?)\b)|"
             rf"\b{_NUMBER}{_SPACE}(?:times|fois) (?:the|le|la|l’)\b"),
    ("sum", r"(?:\bRs\.?|\bINR|₹|€|\bEUR)[\s\u00a0]*\d[\d,.]*|\bRupees [A-Z]\w+|"
            rf"\b{_NUMBER}{_SPACE}(?:€|(?:EUR|euros?|rupees)\b)"),
    ("date", rf"\b\d{{1,2}}(?:st|nd|rd|th|er)?{_SPACE}{_MONTH}{_SPACE}\d{{4}}|\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}\b|"
             r"\b\d{4}-\d\d-\d\d\b"),
    ("provision", r"\b(?:sections?|ss?\.|articles?|arts?\.|rules?|règles?|order)[\s\u00a0]*(?:[LRDA]\.?[\s\u00a0]*)?"
                  r"(?:\d[\w.()-]*|[IVXLC]+\b)|\b(?:Act|Code|Rules|Ordinance),?[\s\u00a0](?:of[\s\u00a0])?(?:18|19|20)\d\d\b"),
)  # fmt: skip
_FOUND = tuple((kind, re.compile(pattern, re.I if kind != "sum" else 0)) for kind, pattern in _KINDS)
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
_MARKER = re.compile(r"^(?:\s*1\.\s+|- |#+ )")


@dataclass(frozen=True, slots=True)
class Typed:
    """Words of a precedent that state the law by themselves: where, what kind, which."""

    place: str
    kind: str
    found: str

    def __str__(self) -> str:
        remedy = {
            "period": say("let it come from a fact, or from last_day('rule') | long_date"),
            "rate": say("let it come from a fact with the filter percent, or number_words"),
            "sum": say("let it come from a fact with the filter money, or from fee('rule') | money"),
            "date": say("let it come from a fact, or from last_day('rule'), with the filter long_date"),
            "provision": say("cite its rule: cite('rule')"),
        }[self.kind]
        kind = {"period": say("a period"), "rate": say("a rate"), "sum": say("a sum"), "date": say("a date"),
                "provision": say("a provision")}[self.kind]  # fmt: skip
        return say("{place}: “{found}” is {kind} typed into the wording; {remedy}; words that are quoted stand in quotation marks",
                   place=self.place, found=self.found, kind=kind, remedy=remedy)  # fmt: skip


def typed_law(lines: Sequence[Line]) -> Iterator[Typed]:
    """Yield what a precedent types of the law, line by line; a phrase may go on in the next line."""
    shown = [_plain(line.text) for line in lines]
    for number, (line, text) in enumerate(zip(lines, shown, strict=True)):
        following = shown[number + 1] if number + 1 < len(shown) else ""
        whole = f"{text} {following}" if text and following else text
        taken: list[tuple[int, int]] = []
        found = []
        for kind, pattern in _FOUND:
            for match in pattern.finditer(whole):
                start, end = match.span()
                if start < len(text) and not any(start < last and first < end for first, last in taken):
                    taken.append((start, end))
                    found.append((start, Typed(line.place, kind, match.group().strip(" ,.\u00a0\u202f"))))
        yield from (each for _, each in sorted(found, key=lambda pair: pair[0]))


def _plain(text: str) -> str:
    """Return a line without its tags, its marker and what it quotes."""
    return _QUOTED.sub("“”", _TAG.sub("◊", _MARKER.sub("", text)).replace("*", ""))
