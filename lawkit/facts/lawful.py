"""Names in a case file that only its jurisdiction can know: elections, language, calendar, modes and outcomes of service.

A misspelt outcome would otherwise read as a paper whose service is not known, and the days that run from it would be lost.
"""

from collections.abc import Iterable, Iterator

from lawkit.errors import Problem, unknown
from lawkit.facts.corrections import Finding
from lawkit.facts.entries import Dispatched, Notice, ServiceOutcome
from lawkit.facts.load import Case
from lawkit.facts.model import CaseFile
from lawkit.facts.timeline import written
from lawkit.law import Jurisdiction
from lawkit.messages import say
from lawkit.reading import Path_


def unlawful_names(case: Case, law: Jurisdiction) -> list[Problem]:
    """Return each name of the case file that the pack of its jurisdiction does not know, with its line."""
    named = [*_standing(case.facts, law), *_entries(case.facts, law)]
    return [case.document.problem(at, text) for at, text in named]


def _standing(case: CaseFile, law: Jurisdiction) -> Iterator[Finding]:
    options = {
        f"{name}.{option}": chosen for name, rule in law.rules.items() for option, chosen in rule.options.items()
    }
    for key, choice in case.elections.items():
        at: Path_ = ("elections", key)
        if key not in options:
            yield at, unknown(say("option"), key, tuple(options))
        else:
            yield from _known(at, say("choice of {option}", option=key), choice, options[key].choices)
    if case.language is not None:
        yield from _known(
            ("language",), say("language of {country}", country=law.pack.code), case.language, law.pack.languages
        )
    if case.forum is not None and case.forum.calendar is not None:
        yield from _known(("forum", "calendar"), say("calendar"), case.forum.calendar, law.calendars)


def _entries(case: CaseFile, law: Jurisdiction) -> Iterator[Finding]:
    for at, entry in written(case):
        if isinstance(entry, (Dispatched, Notice)) and entry.mode is not None and law.pack.service_modes:
            yield from _known((*at, "mode"), say("mode of service"), entry.mode, law.pack.service_modes)
        if isinstance(entry, ServiceOutcome):
            yield from _known((*at, "outcome"), say("outcome of service"), entry.outcome, law.pack.service_outcomes)


def _known(at: Path_, what: str, name: str, known: Iterable[str]) -> Iterator[Finding]:
    names = tuple(known)
    if name not in names:
        yield at, unknown(what, name, names)
