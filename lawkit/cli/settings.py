"""`lawkit.toml`: the firm's advocate, letterhead, language, user, output folder and default elections."""

import hashlib
import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, PrivateAttr, ValidationError, field_validator

from lawkit.errors import LawkitError, Problem, ProblemsFound
from lawkit.facts.model import Advocate
from lawkit.law import Jurisdiction
from lawkit.messages import say
from lawkit.reading import Facts, Text, read_text
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

    def elections_for(self, law: Jurisdiction) -> dict[str, str]:
        """Return the firm's elections for one jurisdiction."""
        return self.elections.get(law.pack.code, {})


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
    text = read_text(path, shown(path))
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LawkitError(say("{path}: is not valid TOML: {reason}", path=shown(path), reason=error)) from None
    try:
        settings = Settings.model_validate(data)
    except ValidationError as error:
        problems = [
            Problem(shown(path), ".".join(str(part) for part in e["loc"]),
                    str(e["ctx"]["error"]) if "ctx" in e and "error" in e["ctx"] else e["msg"])
            for e in error.errors()
        ]  # fmt: skip
        raise ProblemsFound(problems) from None
    settings._folder = folder
    settings._sha256 = hashlib.sha256(text.encode()).hexdigest()
    settings._raw_advocate = data.get("advocate")
    return settings
