"""What a creditor had to tell a guarantor, and what is lost where it was not told (C. civ. 2302 and 2303).

A creditor acting for its trade informs a guarantor who is a natural person: each year before 31 March, of the debt as it
stood on 31 December; and of the first default, within the month in which the sum fell due, read here as ending with it. Else the guarantor does not owe
the interest and penalties of the time for which he was left untold. lawkit leaves out all interest as soon as one of these
is not on file: the creditor may claim part of it, and never more than is proved.
"""

from collections.abc import Iterator
from datetime import date

from lawkit.dates import month_end
from lawkit.facts.model import CaseFile
from lawkit.facts.people import Debtor
from lawkit.messages import say

NATURAL = ("person", "proprietorship")


def must_be_told(case: CaseFile, guarantor: Debtor) -> bool:
    """Whether the guarantor is a natural person and the creditor acts for its trade."""
    return guarantor.guarantee is not None and guarantor.kind in NATURAL and case.creditor.acts_in_trade


def not_told(case: CaseFile, guarantor: Debtor, default: date | None, as_of: date) -> Iterator[str]:
    """Yield each information that is not on file or came late; `default` is the first day of payment missed."""
    guarantee = guarantor.guarantee
    if guarantee is None or not must_be_told(case, guarantor):
        return
    for year in range(guarantee.dated.year + 1, as_of.year + 1):
        last = date(year, 3, 30)  # before 31 March
        if last < as_of and not any(day.year == year and day <= last for day in guarantee.told_each_year):
            yield say("the statement due before 31 March {year} (told_each_year)", year=year)
    if default is None or default >= as_of:
        return
    last = month_end(default)
    if guarantee.told_of_default is None and last < as_of:
        yield say("the default of {default}, to be told by {last} (told_of_default)", default=default, last=last)
    elif guarantee.told_of_default is not None and guarantee.told_of_default > last:
        yield say("the default of {default} was told on {day}, after {last}",
                  default=default, day=guarantee.told_of_default, last=last)  # fmt: skip
