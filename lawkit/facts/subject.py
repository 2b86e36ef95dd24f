"""What a condition or a day is asked about, and the words it is answered by."""

from dataclasses import dataclass
from datetime import date

from lawkit.facts.model import Cheque, Invoice
from lawkit.facts.people import Debtor
from lawkit.facts.timeline import Happened, Timeline
from lawkit.law.jurisdiction import Jurisdiction

YES, NO, DISPUTED, UNKNOWN = "yes", "no", "disputed", "unknown"


@dataclass(frozen=True)
class Subject:
    """What a condition or a day is asked about: a matter, and the invoice, cheque, debtor, entry or head the rule counts by.

    `paid_in_full` says whether the claim, or the judgment, computed to nothing left; none where that was not computed.
    """

    timeline: Timeline
    law: Jurisdiction
    as_of: date
    invoice: Invoice | None = None
    cheque: Cheque | None = None
    debtor: Debtor | None = None
    entry: Happened | None = None
    head: str | None = None
    paid_in_full: bool | None = None

    @property
    def known(self) -> Timeline:
        """The matter as it stood on the day asked."""
        return self.timeline.until(self.as_of)

    @property
    def name(self) -> str:
        """What is asked about, as tables name it."""
        if self.invoice is not None:
            return f"{self.invoice.number}, {self.debtor.name}" if self.debtor is not None else self.invoice.number
        if self.cheque is not None:
            return self.cheque.number
        if self.debtor is not None:
            return self.debtor.name
        return self.entry.name if self.entry is not None else self.timeline.case.matter


def supply_day(invoice: Invoice) -> date | None:
    """Return the day of supply: delivery or performance."""
    return invoice.delivered
