"""The end of a matter, and what keeps the record straight."""

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from lawkit.facts.entries.base import EntryBase
from lawkit.messages import say
from lawkit.reading import PositiveAmount, ReadBy, Text


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
    """The standing facts as they were from a day on, with the full text of the case file. The tracker's own: refused in `history`."""

    kind: Literal["case_version"]
    sha256: Text
    text: Text


def _replacement(value: object) -> EntryBase:
    from lawkit.facts.entries import read_entry  # the kinds come after this module, of which they are made

    return read_entry(value)


def _replacements() -> Any:
    from lawkit.facts.entries import one_of

    return one_of(but=(CaseVersion, Correction, Erasure))


class Correction(EntryBase):
    """Says that an entry was wrong from the beginning: `void` drops it, `replace` puts `with` in its place, of the same kind.

    From the day of the correction on, the matter is what it says, for earlier days too; asked as of a day before it, the
    matter is what was known then. The last one recorded counts, and a correction is taken back by one that voids it.
    """

    kind: Literal["correction"]
    of: Text
    reason: Text
    action: Literal["replace", "void"]
    replacement: Annotated[EntryBase, ReadBy(_replacement, _replacements)] | None = Field(default=None, alias="with")

    @model_validator(mode="after")
    def _whole(self) -> "Correction":
        if self.action == "replace" and self.replacement is None:
            raise ValueError(
                say("with is missing: the entry as it should have been; to drop the entry, write action: void")
            )
        if self.action == "void" and self.replacement is not None:
            raise ValueError(
                say("an entry that is dropped has no with; to put another in its place, write action: replace")
            )
        if isinstance(self.replacement, (CaseVersion, Correction, Erasure)):
            raise ValueError(say("a correction is taken back by one that voids it, and the entry corrected anew"))
        return self


class Erasure(EntryBase):
    """The body of an entry was removed, under which duty and by whom; its header and digest stay. The tracker's own: refused in `history`."""

    kind: Literal["erasure"]
    of: Text
    duty: Text
    by: Text
