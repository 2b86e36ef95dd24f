"""`forums.yaml`: the courts and tribunals, what they may hear, for what sums, and how papers are filed with them."""

from typing import Literal

from pydantic import Field

from lawkit.law.expressions import ValueDay
from lawkit.law.model import Checked, DatedValue, Source
from lawkit.reading import Amount, Count, Facts, Flag, Rate, Text


class Competence(DatedValue):
    """The sums a forum hears from a date on: above one, up to another; neither where the sum does not matter."""

    above: Amount | None = None
    from_amount: Amount | None = Field(default=None, description="this sum or more")
    up_to: Amount | None = None


class Filing(Facts):
    """How papers look and are filed. Sizes in points, margins in centimetres, files in megabytes."""

    paper: Text | None = None
    font: Text | None = None
    size: Rate | None = None
    spacing: Rate | None = None
    margins: dict[Literal["left", "right", "top", "bottom"], Rate] = Field(default_factory=dict)
    both_sides: Flag | None = None
    formats: tuple[Text, ...] = ()
    max_mb: Rate | None = None
    resolution_dpi: Count | None = None
    bookmarks: Flag | None = None
    text_layer: Flag | None = None
    signature: Text | None = None
    source: Source | None = None
    checked: Checked | None = None
    standing: Literal["primary", "secondary"] | None = None
    doubt: Text | None = None
    note: Text | None = None


class Forum(Facts):
    """A court, a tribunal or another body that decides.

    `hears` are conditions that a matter must meet; `per` says whether the sum counts by matter or by claim. `calendar` names its
    closed days.
    """

    title: dict[str, Text]
    ref: Text | tuple[Text, ...]
    kind: Literal["court", "tribunal", "council", "arbitration", "mediation", "enforcement", "registry"] = "court"
    source: Source
    state: Text | None = None
    hears: tuple[Text, ...] = ()
    values: dict[ValueDay, Competence] = Field(default_factory=dict)
    formalities: tuple[Text, ...] = ()
    calendar: Text | None = None
    filing: Filing | None = None
    checked: Checked | None = None
    standing: Literal["primary", "secondary"] | None = None
    doubt: Text | None = None
    note: Text | None = None
