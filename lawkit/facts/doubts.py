"""What is odd in a case file without being wrong: each is remarked with its line, and nothing is refused.

A paper no precedent names, an identifier of another country, a contact outside the hours, a plan nobody approved or an instalment
nobody paid, a day still to come: each may be as it is written, and each is more often a slip.
"""

import re
from collections.abc import Collection, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import TypeGuard

from pydantic import BaseModel

from lawkit.errors import Problem, RuleNotInForce, unknown
from lawkit.facts.chains import ANCILLARY, line, one_proceeding
from lawkit.facts.corrections import Finding
from lawkit.facts.entries import (
    Contact,
    Dispatched,
    EntryBase,
    Filed,
    Instalment,
    Judgment,
    Payment,
    PlanAccepted,
    PlanApproved,
    PlanBroken,
    PlanProposed,
    Recovery,
    Refund,
    Registered,
    Settlement,
    TaxDeducted,
)
from lawkit.facts.identifiers import VALIDATORS
from lawkit.facts.load import Case
from lawkit.facts.model import CaseFile
from lawkit.facts.residence import lives_abroad
from lawkit.facts.standing_doubts import standing_doubts
from lawkit.facts.timeline import Happened, Timeline, timeline
from lawkit.law import Jurisdiction
from lawkit.law.expressions import Dispatch, Received
from lawkit.law.model import AmountRule, AmountValue
from lawkit.messages import say
from lawkit.money import figures
from lawkit.reading import Path_

ZERO = Decimal(0)
# State, district and establishment, then digits, of about the right length: what was meant for a CNR
_LIKE_A_CNR = re.compile(r"[A-Z]{2}[A-Z0-9]{4}\d{9,11}", re.ASCII)


def doubts(case: Case, law: Jurisdiction, precedents: Collection[str], as_of: date) -> list[Problem]:
    """Return what is odd in a case file as it stands on a day, each with its line; `precedents` are the papers there are."""
    whole = timeline(case.facts)
    known = whole.until(as_of)
    found = [
        *_unknown_papers(whole, law, precedents),
        *_identifiers(case.facts, law),
        *_numbers_of_cases(whole, law),
        *_hours(whole, law),
        *_plans(known, law, as_of),
        *_still_to_come(whole, as_of),
        *_without_heads(known),
        *standing_doubts(whole, law, as_of),
    ]
    return [case.document.problem(at, text) for at, text in found]


def _unknown_papers(known_by: Timeline, law: Jurisdiction, precedents: Collection[str]) -> Iterator[Finding]:
    """Yield each paper sent that no precedent, stage or rule names: no time runs from it, though any paper may be sent."""
    sent = [(item.path, entry.document) for item, entry in known_by.of_kind(Dispatched)]
    known = {*precedents, *(name for stage in law.stages.values() for name in stage.documents)}
    if all(name in known for _, name in sent):
        return
    known |= {name for rule in (*law.rules.values(), *law.stages.values()) for name in _papers(rule)}
    for at, name in sent:
        if name not in known:
            told = unknown(say("document"), name, sorted(known))
            yield (*at, "document"), say("{unknown} No time runs from it.", unknown=told)


def _papers(part: object) -> Iterator[str]:
    """Yield the papers that a rule or a stage waits for, however deep it names them."""
    if isinstance(part, Dispatch):
        yield from part.dispatched
    elif isinstance(part, Received):
        yield from part.received
    elif isinstance(part, BaseModel):
        for value in part.__dict__.values():
            yield from _papers(value)
    elif isinstance(part, dict):
        for value in part.values():
            yield from _papers(value)
    elif isinstance(part, (list, tuple)):
        for value in part:
            yield from _papers(value)


def _identifiers(case: CaseFile, law: Jurisdiction) -> Iterator[Finding]:
    """Yield identifiers that the country has not; a party that lives abroad has those of its own."""
    parties = ((("creditor",), case.creditor), *((("debtors", i), debtor) for i, debtor in enumerate(case.debtors)))
    for at, party in parties:
        if lives_abroad(party, law.pack):
            continue
        held = [((*at, "identifiers", name), name) for name in party.identifiers]
        if party.representative is not None:
            held += [((*at, "representative", "identifiers", name), name) for name in party.representative.identifiers]
        for place, name in held:
            yield from _of_the_country(place, name, law)
        if (number := party.identifiers.get("firm_registration")) is not None and number.isdigit():
            yield (
                (*at, "identifiers", "firm_registration"),
                say(
                    "{number} is a number alone: write the register and the year as the certificate has them",
                    number=number,
                ),
            )
    if case.forum is not None and case.forum.cnr is not None:
        yield from _of_the_country(("forum", "cnr"), "cnr", law)


def _of_the_country(at: Path_, name: str, law: Jurisdiction) -> Iterator[Finding]:
    if name not in law.pack.identifiers:
        told = ", ".join(law.pack.identifiers) or say("none")
        yield (
            at,
            say(
                "{name} is no identifier of {country}, which has: {known}", name=name, country=law.pack.code, known=told
            ),
        )


def _numbers_of_cases(whole: Timeline, law: Jurisdiction) -> Iterator[Finding]:
    """Yield numbers of a case that begin as a CNR does and are none, and a CNR where there are none."""
    for item in whole.entries:
        entry = item.entry
        if isinstance(entry, (Filed, Registered)) and entry.cnr is not None:
            yield from _of_the_country((*item.path, "cnr"), "cnr", law)
        number = entry.number if isinstance(entry, (Filed, Registered, Judgment)) else None
        if number is not None and "cnr" in law.pack.identifiers and _LIKE_A_CNR.fullmatch(re.sub(r"[\s-]", "", number)):
            try:
                VALIDATORS["cnr"](number)
            except ValueError as error:
                yield (*item.path, "number"), say("looks like a CNR, and is none: {reason}", reason=str(error))


def _hours(whole: Timeline, law: Jurisdiction) -> Iterator[Finding]:
    """Yield contacts with the debtor outside the hours of the pack, by the clocks of the country; a call back is the debtor's own."""
    if not law.pack.roles.contact_hours:
        return
    first, last = law.pack.roles.contact_hours
    for item, contact in whole.of_kind(Contact):
        if contact.at is None or contact.outcome == "called_back":
            continue
        start, end = (_hour(law, name, contact.on) for name in (first, last))
        local = _local(contact.at, law.pack.time_zone).replace(second=0, microsecond=0)
        if start is None or end is None or start <= local <= end:
            continue
        yield (
            (*item.path, "at"),
            say(
                "{local} is outside the hours of contact, {start} to {end} ({provision}). {note}",
                local=f"{local:%H:%M}", start=f"{start:%H:%M}", end=f"{end:%H:%M}",
                provision=law.citation(first, contact.on, law.pack.languages[0]), note=law.rule(first, AmountRule).note or "",
            ).strip(),
        )  # fmt: skip


def _hour(law: Jurisdiction, name: str, day: date) -> time | None:
    try:
        value = law.value_on(name, day)
    except RuleNotInForce:
        return None
    return time(int(value.value)) if isinstance(value, AmountValue) and value.value is not None else None


def _local(moment: datetime, zone: str) -> time:
    """Return the time of day of a moment in a zone; where this machine has no table of zones, as it was written."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return moment.astimezone(ZoneInfo(zone)).time()
    except ZoneInfoNotFoundError:
        return moment.time()


def _plans(known: Timeline, law: Jurisdiction, as_of: date) -> Iterator[Finding]:
    """Yield plans accepted that the client has not approved, and of the last agreement an instalment that nothing covers."""
    approved = [(entry.of, entry.on) for _, entry in known.of_kind(PlanApproved)]
    proposed = {item.name: entry for item, entry in known.of_kind(PlanProposed)}
    agreed: list[tuple[Happened, date, tuple[Instalment, ...]]] = []
    for item, accepted in known.of_kind(PlanAccepted):
        if not any(of == accepted.of and on <= accepted.on for of, on in approved):
            yield (
                item.path,
                say("the client has not approved {of} by {on}: enter plan_approved", of=accepted.of, on=accepted.on),
            )
        plan = proposed.get(accepted.of)
        agreed.append((item, plan.on if plan else accepted.on, plan.instalments if plan else ()))
    agreed += [(item, settled.on, settled.instalments) for item, settled in known.of_kind(Settlement)]
    if not agreed:
        return
    item, since, instalments = max(agreed, key=lambda each: each[0].entry.on)
    if any(broken.on >= item.entry.on for _, broken in known.of_kind(PlanBroken)):
        return
    received, due = _received(known, since), ZERO
    for instalment in instalments:
        due += instalment.amount
        if instalment.due < as_of and received < due:
            amount = figures(instalment.amount, law.pack.currency)
            yield (
                item.path,
                say(
                    "the instalment of {amount} due on {due} is not covered by what was received since {since}; enter the payment, "
                    "or plan_broken: until then the matter waits",
                    amount=amount, due=instalment.due, since=since,
                ),
            )  # fmt: skip
            return


def _received(known: Timeline, since: date) -> Decimal:
    """Return what came in from a day on, tax deducted too, less what was given back of it."""
    came = {item.name: item.entry.amount for item in known.entries if _came_in(item.entry) and item.entry.on >= since}
    given = sum((entry.amount for _, entry in known.of_kind(Refund) if entry.of in came), ZERO)
    return sum(came.values(), ZERO) - given


def _came_in(entry: EntryBase) -> TypeGuard[Payment | Recovery | TaxDeducted]:
    return isinstance(entry, (Payment, Recovery, TaxDeducted))


def _still_to_come(whole: Timeline, as_of: date) -> Iterator[Finding]:
    """Yield that entries are of a later day than the one asked about, once: none of them is looked at."""
    later = [item for item in whole.entries if item.entry.on > as_of]
    if later:
        yield (
            (*later[0].path, "on"),
            say("{on} is after {as_of}, the day asked about: the entry is left out", on=later[0].entry.on, as_of=as_of)
            if len(later) == 1
            else say("{on} is after {as_of}, the day asked about: {count} entries from then on are left out",
                     on=later[0].entry.on, as_of=as_of, count=len(later)),
        )  # fmt: skip


def _without_heads(known: Timeline) -> Iterator[Finding]:
    """Yield judgments for the creditor of which nobody entered what they order, and that no later one of the claim replaced."""
    given = tuple(known.of_kind(Judgment))
    for item, judgment in given:
        if judgment.heads or judgment.outcome == "lost":
            continue
        filings = [each.entry for each in line(known, item) if isinstance(each.entry, Filed)]
        if any(filing.proceeding in ANCILLARY for filing in filings):
            continue
        if not any(later.on > judgment.on and one_proceeding(known, item, other) for other, later in given):
            yield (
                item.path,
                say(
                    "the heads of the judgment of {on} are not entered: what is owed is what it says, and not the invoices; enter heads",
                    on=judgment.on,
                ),
            )
