"""A finding of a check, what it is checked against, and the override of a stop."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from lawkit.claim.model import Claim
from lawkit.facts.timeline import Timeline
from lawkit.law.jurisdiction import Jurisdiction

Level = Literal["stop", "warn", "note"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: its check, level and sentence, and the authority it rests on."""

    check: str
    level: Level
    text: str
    authority: str = ""


@dataclass(frozen=True, slots=True)
class Override:
    """A stop let pass by a named person for a reason; both go into the record."""

    check: str
    because: str
    by: str


@dataclass(frozen=True, slots=True)
class Exhibits:
    """The exhibits found on disk, by the path the case file names: size and SHA-256, None where there is no file."""

    files: Mapping[str, tuple[int, str] | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Review:
    """What a check looks at: the matter, the law, the claim, the day, the paper and its exhibits."""

    timeline: Timeline
    law: Jurisdiction
    claim: Claim
    as_of: date
    document: str
    signed_by: str
    exhibits: Exhibits = Exhibits()
