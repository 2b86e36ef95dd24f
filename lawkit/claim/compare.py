"""The same facts under every choice of an option the law leaves open, side by side.

A choice that cannot be computed says why, and the others stand.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from lawkit.claim.judgment import compute_owed
from lawkit.errors import LawkitError, UnknownName
from lawkit.facts.timeline import Timeline
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.messages import say


@dataclass(frozen=True, slots=True)
class Reading:
    """One choice of an option and what it gives; sums are None where it cannot be computed, and `failure` says why.

    `default` marks the rule's own choice, `chosen` the one in force for the matter (elected, else the default). Differences are
    from the chosen one.
    """

    choice: str
    title: str
    authority: str
    default: bool
    chosen: bool
    principal: Decimal | None = None
    interest: Decimal | None = None
    total: Decimal | None = None
    daily: Decimal | None = None
    difference: Decimal | None = None
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every choice of one option, in the order of the rule; `basis` says whether a judgment or the invoices are counted."""

    rule: str
    option: str
    title: str
    as_of: date
    currency: str
    basis: str
    readings: tuple[Reading, ...]


def compare_options(timeline: Timeline, law: Jurisdiction, as_of: date, option: str) -> Comparison:
    """Return what is owed on `as_of` under each choice of `RULE.OPTION`, elections of the matter otherwise kept.

    Raise UnknownName for an option that is not there, FactMissing and the like only where every choice fails alike.
    """
    rule_name, _, name = option.partition(".")
    rule = law.rules.get(rule_name)
    described = rule.options.get(name) if rule is not None else None
    if described is None:
        known = [f"{each}.{o}" for each, r in law.rules.items() for o in r.options]
        raise UnknownName(say("option"), option, known)
    chosen = law.with_elections(timeline.case.elections).option(rule_name, name)
    found: list[tuple[str, tuple[Decimal, ...] | LawkitError]] = []
    basis = "invoices"
    for choice in described.choices:
        case = timeline.case.model_copy(update={"elections": {**timeline.case.elections, option: choice}})
        try:
            owed = compute_owed(replace(timeline, case=case), law, as_of)
            basis = owed.basis
            found.append((choice, (owed.principal, owed.interest, owed.total, owed.daily)))
        except LawkitError as error:
            found.append((choice, error))
    failures = [error for _, error in found if isinstance(error, LawkitError)]
    if len(failures) == len(found):
        raise failures[0]
    base = next((sums[2] for choice, sums in found if choice == chosen and not isinstance(sums, LawkitError)), None)
    readings = []
    for choice, sums in found:
        words = described.choices[choice]
        title = words.title.get(law.pack.languages[0]) or next(iter(words.title.values()))
        common = (choice, title, words.authority or "", choice == described.default, choice == chosen)
        if isinstance(sums, LawkitError):
            readings.append(Reading(*common, failure=str(sums)))
        else:
            principal, interest, total, daily = sums
            difference = total - base if base is not None else None
            readings.append(Reading(*common, principal, interest, total, daily, difference))
    title = described.title.get(law.pack.languages[0]) or next(iter(described.title.values()))
    return Comparison(rule_name, name, title, as_of, law.pack.currency, basis, tuple(readings))


def comparison_data(comparison: Comparison) -> dict[str, object]:
    """Return a comparison as plain data: amounts as texts, ISO dates. The keys are a promise."""

    def text(amount: Decimal | None) -> str | None:
        return None if amount is None else str(amount)

    return {
        "rule": comparison.rule, "option": comparison.option, "title": comparison.title,
        "as_of": comparison.as_of.isoformat(), "currency": comparison.currency, "basis": comparison.basis,
        "readings": [
            {
                "choice": r.choice, "title": r.title, "authority": r.authority, "default": r.default, "chosen": r.chosen,
                "principal": text(r.principal), "interest": text(r.interest), "total": text(r.total), "daily": text(r.daily),
                "difference": text(r.difference), "failure": r.failure,
            }
            for r in comparison.readings
        ],
    }  # fmt: skip
