"""The end of a matter, and what keeps the record straight."""

from typing import Literal

from lawkit.facts.entries.base import EntryBase
from lawkit.reading import PositiveAmount, Text


class Closed(EntryBase):
    """The matter is closed, with its outcome."""

    kind: Literal["closed"]
    of: Text | None = None
    outcome: Literal[
        "paid", "settled", "recovered_in_part", "written_off", "insolvent", "lost", "withdrawn", "assigned"
    ]
    amount: PositiveAmount | None = None


class Note(EntryBase):
    """A note. Changes nothing."""

    kind: Literal["note"]
    text: Text


class CaseVersion(EntryBase):
    """The standing facts as they were from a day on, with the full text of the case file."""

    kind: Literal["case_version"]
    sha256: Text
    text: Text


class Correction(EntryBase):
    """Replaces an earlier entry of the same matter, with the reason; the last one recorded counts, `void` takes it back."""

    kind: Literal["correction"]
    of: Text
    reason: Text
    action: Literal["replace", "void"] = "replace"


class Erasure(EntryBase):
    """The body of an entry was removed, under which duty and by whom. Its header and digest stay."""

    kind: Literal["erasure"]
    of: Text
    duty: Text
    by: Text
