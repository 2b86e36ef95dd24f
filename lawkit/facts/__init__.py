"""The standing facts of a matter, what happened in it, and the one merge of the two."""

from lawkit.facts.entries import Entry
from lawkit.facts.load import Case, load_case
from lawkit.facts.model import CaseFile
from lawkit.facts.timeline import Timeline, timeline

__all__ = ["Case", "CaseFile", "Entry", "Timeline", "load_case", "timeline"]
