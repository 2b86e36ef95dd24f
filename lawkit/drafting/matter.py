"""A matter on the day of a paper: what gathering its facts starts from."""

from dataclasses import dataclass
from datetime import date

from lawkit.claim.model import Claim
from lawkit.drafting.phrases import Phrases
from lawkit.facts.model import CaseFile
from lawkit.facts.timeline import Timeline
from lawkit.law.jurisdiction import Jurisdiction


@dataclass(frozen=True)
class Matter:
    """What gathering starts from."""

    timeline: Timeline
    law: Jurisdiction
    claim: Claim
    phrases: Phrases
    as_of: date
    language: str
    address_country: str

    @property
    def case(self) -> CaseFile:
        return self.timeline.case
