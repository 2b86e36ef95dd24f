"""Wording rules on the finished text: what a paper must not say, and what it must.

The filled-in values are masked (`◊`), so that a company may be called Police Supplies; a rule sees the wording
alone, in lower case, without accents, with plain spaces and apostrophes, one sentence at a time.

>>> normalise("L’Éclair\u00a0: « n’interrompt pas »")
"l'eclair : « n'interrompt pas »"
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from lawkit.checks import Finding
from lawkit.facts.conditions import answer_all
from lawkit.facts.subject import YES, Subject
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.model import WordingRule
from lawkit.messages import say

NOTICE_STAGES = ("first_notice", "second_notice", "final_notice", "demand")
# what a paper is, as its front matter says
STAGES = ("reminder", "intimation", *NOTICE_STAGES, "court", "internal", "annexure")


@dataclass(frozen=True)
class Paper:
    """What kind of paper a text is, as wording rules name it."""

    document: str
    layout: str
    stage: str
    signed_by: str

    @property
    def groups(self) -> frozenset[str]:
        """The groups of papers this one belongs to."""
        groups = {"all", self.document}
        if self.layout == "letter":
            groups |= {"letters", f"letters_by_{self.signed_by}"}
        if self.layout == "pleading":
            groups.add("pleadings")
        if self.stage in NOTICE_STAGES:
            groups.add("notices")
        if self.stage == "internal":
            groups = {"all", "internal", self.document}
        return frozenset(groups)


def normalise(text: str) -> str:
    """Return a text as wording rules read it."""
    text = unicodedata.normalize("NFD", text.lower())
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"[\u2018\u2019\u02bc]", "'", text)
    text = re.sub(r"[\u2010\u2011]", "-", text)
    return re.sub(r"[\s\u00a0\u202f]+", " ", text).strip()


def sentences(paragraphs: Sequence[str]) -> Iterator[str]:
    """Yield the sentences of a text, normalised; an abbreviation such as `no.` or `art.` does not end one."""
    for paragraph in paragraphs:
        yield from _sentences_of(paragraph)


@lru_cache(maxsize=16384)
def _sentences_of(paragraph: str) -> tuple[str, ...]:
    """Return the sentences of one paragraph; masked paragraphs recur from paper to paper."""
    text, found, start = normalise(paragraph), [], 0
    for end in re.finditer(r"[.!?]+(?=\s)", text):
        before = text[start : end.end()]
        if not _ABBREVIATION.search(before):
            found.append(before.strip())
            start = end.end()
    if text[start:].strip():
        found.append(text[start:].strip())
    return tuple(found)


_ABBREVIATION = re.compile(
    r"(?:\b(?:no|nos|art|arts|dr|mr|mrs|ms|rs|m|me|mme|sec|s|ss|o|r|cl|p|l|d|viz|vs|v|sub|ref|enc)|\b[a-z])\.$"
)


@lru_cache(maxsize=4096)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


@lru_cache(maxsize=262144)
def _caught(phrases: tuple[str, ...], unless: tuple[str, ...], sentence: str) -> bool:
    return any(_pattern(p).search(sentence) for p in phrases) and not any(_pattern(p).search(sentence) for p in unless)


def hits(rule: WordingRule, paragraphs: Sequence[str]) -> list[str]:
    """Return the sentences a rule of the kind `phrases` catches."""
    return [sentence for sentence in sentences(paragraphs) if _caught(rule.phrases, rule.unless, sentence)]


@lru_cache(maxsize=1024)
def _whole(paragraphs: tuple[str, ...]) -> str:
    return normalise(" ".join(paragraphs))


class Reader:
    """The forbidden phrases of a pack, asked once of each paragraph: masked paragraphs recur from paper to paper."""

    def __init__(self, rules: dict[str, WordingRule]) -> None:
        self.rules = {name: (rule.phrases, rule.unless) for name, rule in rules.items() if rule.phrases}
        self._known: dict[str, dict[str, tuple[str, ...]]] = {}

    def hits(self, paragraphs: Sequence[str]) -> dict[str, list[str]]:
        """Return the sentences each rule catches, by rule."""
        found: dict[str, list[str]] = {}
        for paragraph in paragraphs:
            known = self._known.get(paragraph)
            for name, caught in (self._read(paragraph) if known is None else known).items():
                found.setdefault(name, []).extend(caught)
        return found

    def _read(self, paragraph: str) -> dict[str, tuple[str, ...]]:
        if len(self._known) > 16384:
            self._known.clear()
        said = _sentences_of(paragraph)
        each = ((name, tuple(s for s in said if _caught(*rule, s))) for name, rule in self.rules.items())
        return self._known.setdefault(paragraph, {name: caught for name, caught in each if caught})


def _reader(law: Jurisdiction) -> Reader:
    """Return the reader of a pack, kept with it."""
    reader = law.kept.get(Reader)
    if reader is None:
        reader = law.kept[Reader] = Reader(law.of_kind(WordingRule))  # type: ignore[assignment]
    return cast(Reader, reader)


def lacking(rule: WordingRule, paragraphs: Sequence[str]) -> list[str]:
    """Return the patterns of a rule of the kind `required` that nothing in the text meets."""
    whole = _whole(tuple(paragraphs))
    return [p for p in rule.required if not _pattern(p).search(whole)]


def applies(rule: WordingRule, paper: Paper) -> bool:
    """Whether a rule reads a paper."""
    return bool(paper.groups & set(rule.applies_to)) and not paper.groups & set(rule.excepted)


def check_wording(
    paragraphs: Sequence[str], paper: Paper, law: Jurisdiction, subject: Subject | None
) -> Iterator[Finding]:
    """Yield a finding for each rule of the pack that the masked text of a paper breaks."""
    caught = _reader(law).hits(paragraphs)
    for name, rule in law.of_kind(WordingRule).items():
        if not applies(rule, paper):
            continue
        if rule.if_fact and (subject is None or answer_all(rule.if_fact, subject) != YES):
            continue
        reference = rule.ref if isinstance(rule.ref, str) else ", ".join(rule.ref)
        if rule.phrases:
            for sentence in caught.get(name, ()):
                instead = say(" Say instead: {words}", words=rule.say_instead) if rule.say_instead else ""
                yield Finding(name, rule.level, say("“{sentence}”", sentence=_short(sentence)) + instead, reference)
        elif missing := lacking(rule, paragraphs):
            text = say("a required sentence is missing: {title}", title=next(iter(rule.title.values())))
            yield Finding(name, rule.level, f"{text} ({len(missing)})", reference)


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= 200 else sentence[:197] + "…"
