"""`lawkit.toml`: the firm's advocate, letterhead, language, user, output folder and default elections."""

import hashlib
import re
import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, PrivateAttr, ValidationError, field_validator

from lawkit.errors import LawkitError, Problem, ProblemsFound, UnknownName, unknown
from lawkit.facts.model import Advocate
from lawkit.law import Jurisdiction, list_packs
from lawkit.messages import say
from lawkit.reading import Document, Facts, Text, problems_of, read_text
from lawkit.resources import firm_folder, shown

TEMPLATE = """\
# Settings of this working folder. Every key is optional; remove the # to use it.

# language = "en"
# user = "M. Kulkarni"          # who acts, where --by and LAWKIT_USER do not say
# output = "drafts"             # where drafts go, from this folder
# compressor = "6"              # zlib from 0 to 9, or isal where it is installed; the same setting gives the same bytes

# [advocate]                    # serves every case file that names none
# name = "…"
# enrolment = "MAH/1234/2015"   # India
# bar = "Lyon"                  # France
# firm = "…"
# address = ["…", "…"]
# email = "…"
# phone = "…"

# [elections.india]             # the firm's choices of what the law leaves open; a case file's own come first
# "msmed_interest.rate_basis" = "at_rest"
"""


class Settings(Facts):
    """The settings of a firm's working folder; all optional."""

    language: Text | None = None
    user: Text | None = None
    output: Text | None = None
    compressor: Text | None = None
    advocate: Advocate | None = None
    elections: dict[str, dict[str, Text]] = Field(default_factory=dict)
    _folder: Path | None = PrivateAttr(default=None)
    _raw_advocate: Any = PrivateAttr(default=None)
    _sha256: str = PrivateAttr(default="")
    _document: Document = PrivateAttr(default=Document("lawkit.toml", {}, {}))

    @property
    def folder(self) -> Path | None:
        """The firm's folder, or None outside one."""
        return self._folder

    @property
    def raw_advocate(self) -> Any:
        """The advocate as written, for case files that name none."""
        return self._raw_advocate

    @property
    def hashes(self) -> dict[str, str]:
        """The hash of the file the settings were read from, by its name; nothing outside a firm's folder."""
        return {shown(self._folder / "lawkit.toml"): self._sha256} if self._folder else {}

    @field_validator("compressor")
    @classmethod
    def _known(cls, value: str | None) -> str | None:
        if value is not None:
            compression_of(value)
        return value

    def applied_to(self, law: Jurisdiction) -> Jurisdiction:
        """Return the law of a jurisdiction with the firm's elections; raise ProblemsFound for what it does not leave open."""
        chosen, problems = law, []
        for key, choice in self.elections.get(law.pack.code, {}).items():
            try:
                chosen = chosen.with_elections({key: choice})
            except UnknownName as error:
                path = ("elections", law.pack.code, key)
                problems.append(self._document.problem(path, str(error)))
        if problems:
            raise ProblemsFound(problems)
        return chosen


def compression_of(text: str) -> int | Literal["isal"]:
    """Return a compressor by its setting: `0` to `9` of zlib, or `isal`; raise ValueError for any other."""
    if text == "isal":
        return "isal"
    if len(text) == 1 and text in "0123456789":
        return int(text)
    raise ValueError(say("the compressor is 0 to 9, or isal, not {value}", value=text))


def load_settings(start: Path) -> Settings | None:
    """Return the settings of the firm's folder at or above `start`; None outside one. Raise ProblemsFound if faulty."""
    folder = firm_folder(start)
    if folder is None:
        return None
    path = folder / "lawkit.toml"
    try:
        text = read_text(path, shown(path))
    except ProblemsFound:
        raise
    except LawkitError as error:  # it names the file already
        raise ProblemsFound([Problem("", "", str(error))]) from None
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        place = f"{shown(path)}:{at[1] if at else text.count(chr(10)) + 1}"
        raise ProblemsFound([Problem(place, "", say("is not valid TOML: {reason}", reason=error))]) from None
    document = Document(shown(path), data, _lines(text))
    try:
        settings = Settings.model_validate(data)
    except ValidationError as error:
        raise ProblemsFound(problems_of(error, document, data, model=Settings)) from None
    packs = list_packs(folder) if settings.elections else []
    strangers = [code for code in settings.elections if code not in packs]
    if strangers:
        told = [document.problem(("elections", code), unknown(say("jurisdiction"), code, packs)) for code in strangers]
        raise ProblemsFound(told)
    settings._folder = folder
    settings._sha256 = hashlib.sha256(text.encode()).hexdigest()
    settings._raw_advocate = data.get("advocate")
    settings._document = document
    return settings


_TABLE = re.compile(r"\s*\[+\s*([^\]#]+?)\s*\]")
_KEY = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")
_PART = re.compile(r"""("[^"]*"|'[^']*'|[\w-]+)""")


def _lines(text: str) -> dict[tuple[str | int, ...], int]:
    """Return the line of each table and key of a TOML text, as far as each stands on a line of its own."""
    lines: dict[tuple[str | int, ...], int] = {(): 1}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        if head := _TABLE.match(line):
            table = _parts(head[1])
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, *_parts(key[1])), number)
    return lines


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))
