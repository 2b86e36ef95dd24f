"""What the debtor was asked before the day of a paper: demands the case file tells, and papers sent since.

A paper that was dispatched is recited where the country's phrases have a name for it (`notice.<document>`); one that the case
file also tells as a notice of that day is recited once, and one that is known not to have arrived is not.
"""

from lawkit.drafting.facts import NoticeFacts
from lawkit.drafting.matter import Matter
from lawkit.facts.entries import Dispatched, Notice, ServiceOutcome
from lawkit.facts.people import Debtor


def notices_of(matter: Matter, debtor: Debtor) -> tuple[NoticeFacts, ...]:
    """Return the earlier demands to a debtor, oldest first; confidential ones never reach a paper."""
    known, say_ = matter.timeline.until(matter.as_of), matter.phrases.say
    told = [
        (e, say_(f"notice.{e.document}"))
        for _, e in known.of_kind(Notice)
        if e.on < matter.as_of and not e.confidential
    ]
    days = {e.on for e, _ in told}
    outcomes = matter.law.pack.service_outcomes
    lost = {e.of for _, e in known.of_kind(ServiceOutcome) if outcomes.get(e.outcome) == "not_served"}
    sent = {
        (e.on, e.document): NoticeFacts(e.on, what, e.article)
        for item, e in known.of_kind(Dispatched)
        if e.addressee == debtor.name and e.on < matter.as_of and e.on not in days and not e.confidential
        if item.name not in lost and (what := matter.phrases.maybe(f"notice.{e.document}"))
    }
    found = [*(NoticeFacts(e.on, what, e.reference) for e, what in told), *sent.values()]
    return tuple(sorted(found, key=lambda notice: notice.on))


def reminder_called(matter: Matter, notices: tuple[NoticeFacts, ...]) -> str:
    """Return what a reminder is called after those that went before it: the second is so called only where it is."""
    named = {matter.phrases.maybe(f"notice.{each}") for each in ("reminder", "first_notice")}
    again = {matter.phrases.maybe(f"notice.{each}") for each in ("second_notice", "formal")}
    before = [notice.what for notice in notices if notice.what in named | again]
    which = "first" if not before else "second" if len(before) == 1 and before[0] not in again else "again"
    return matter.phrases.maybe(f"reminder.{which}")


def formal_notice_given(matter: Matter, notices: tuple[NoticeFacts, ...]) -> bool:
    """Whether one of them was a formal notice, by the name that the country's phrases give it."""
    formal = matter.phrases.maybe("notice.formal")
    return bool(formal) and any(notice.what == formal for notice in notices)
