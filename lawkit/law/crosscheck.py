"""Every name in a pack answered: acts, rules, conditions, options, calendars, stages, forums."""

from collections.abc import Iterable, Mapping
from typing import Any

from lawkit import vocabulary
from lawkit.errors import Problem, unknown
from lawkit.law.calendar import Calendar
from lawkit.law.expressions import EndOf, OptionRef, SeriesRate, parts_of
from lawkit.law.forums import Forum
from lawkit.law.model import (
    AmountRule,
    AppropriationRule,
    ChoiceRule,
    InterestRule,
    RoundingRule,
    Rule,
    SeriesRule,
    StatementRule,
    TestRule,
)
from lawkit.law.pack import Act, Pack
from lawkit.law.periods import ExclusionRule, PeriodRule, RestartRule
from lawkit.law.slabs import SlabsRule
from lawkit.law.stages import Stage
from lawkit.messages import say
from lawkit.reading import Document

# the kind of rule that can play each part of `roles`
_PARTS: dict[str, type[Rule]] = {
    "interest": ChoiceRule, "payable_on": ChoiceRule, "appropriation": AppropriationRule, "rounding": RoundingRule,
    "fixed_sums": AmountRule, "term_limits": PeriodRule, "limitation": ChoiceRule, "limitation_of_guarantors": ChoiceRule,
    "tax_credit": AmountRule, "expected_deductions": Rule, "tax_credit_interest": AmountRule,
    "tax_lever": StatementRule, "bad_debt_tax": StatementRule, "told": StatementRule, "court_fees": SlabsRule,
    "bases": InterestRule, "small_enterprise": TestRule, "specified_value": AmountRule, "contact_hours": AmountRule,
    "guarantor_information": Rule, "judgment_interest": ChoiceRule, "judgment_interest_limit": ChoiceRule,
    "pendente_lite_interest": InterestRule, "appropriation_after_judgment": AppropriationRule, "long_stop": PeriodRule,
    "ordinary_post": PeriodRule, "written_objection": PeriodRule,
}  # fmt: skip


def unanswered(
    pack: Pack,
    pack_file: Document,
    acts: Mapping[str, Act],
    rules: Mapping[str, Rule],
    documents: Mapping[str, Document],
) -> list[Problem]:
    """Return every name in the pack that nothing answers to."""
    problems: list[Problem] = []
    tests = {name for name, rule in rules.items() if _answers(rule)}

    def need(document: Document, at: tuple[str | int, ...], name: str, kind: type[Rule], what: str) -> None:
        known = [n for n, r in rules.items() if isinstance(r, kind)]
        if name not in known:
            problems.append(document.problem(at, unknown(what, name, known)))

    for name, rule in rules.items():
        document = documents[name]
        for source, at in _sources(rule, name):
            if source.act not in acts:
                problems.append(document.problem(at, unknown(say("act in sources.yaml"), source.act, tuple(acts))))
        for reference in sorted(ref for ref in rule.option_refs if "." in ref):
            other, _, option = reference.rpartition(".")
            if other not in rules or option not in rules[other].options:
                options = [f"{n}.{o}" for n, r in rules.items() for o in r.options]
                problems.append(document.problem((name,), unknown(say("option"), reference, options)))
        for condition in _conditions(rule):
            plain = condition.removeprefix("not ")
            if plain not in vocabulary.CONDITIONS and plain not in tests:
                known = (*vocabulary.CONDITIONS, *tests)
                problems.append(document.problem((name,), unknown(say("condition"), plain, known)))
        for ended in _ends(rule):
            need(document, (name,), ended, PeriodRule, say("period"))
        if isinstance(rule, InterestRule):
            need(document, (name, "rounding"), rule.rounding, RoundingRule, say("rounding rule"))
            if rule.ceiling is not None:
                need(document, (name, "ceiling"), rule.ceiling, AmountRule, say("amount"))
            for value in rule.values.values():
                for rate in _series_rates(value.rate):
                    need(document, (name, "rate"), rate.series, SeriesRule, say("series"))
                    if not isinstance(rate.at, OptionRef) and rate.at not in vocabulary.SELECTORS:
                        problems.append(
                            document.problem(
                                (name, "rate"), unknown(say("selector"), rate.at, tuple(vocabulary.SELECTORS))
                            )
                        )
        if isinstance(rule, AppropriationRule) and rule.picked_in_full is not None:
            need(document, (name, "picked_in_full"), rule.picked_in_full, Rule, say("rule"))
        if isinstance(rule, SlabsRule) and rule.leaves is not None:
            need(document, (name, "leaves"), rule.leaves, AmountRule, say("amount"))
        if isinstance(rule, ChoiceRule):
            for branch in rule.ordered:
                if branch.rule is not None and branch.rule not in rules:
                    problems.append(
                        document.problem((name, "ordered"), unknown(say("rule"), branch.rule, tuple(rules)))
                    )
    for role, kind in _PARTS.items():
        held = getattr(pack.roles, role)
        names = held.values() if isinstance(held, dict) else (held,) if isinstance(held, str) else held or ()
        for name in names:
            need(pack_file, ("roles", role), name, kind, say("rule"))
    earlier = (*pack.earlier_modes, *(each.mode for each in pack.earlier_modes.values()))
    for mode in (*pack.modes_abroad, *pack.presumed_modes, *earlier):
        if mode not in pack.service_modes:
            problems.append(
                pack_file.problem(("service_modes",), unknown(say("mode of service"), mode, tuple(pack.service_modes)))
            )
    return problems


def _answers(rule: Rule) -> bool:
    """Return whether a rule can be a condition: a test, or a statement in force between dates of a fact."""
    return isinstance(rule, TestRule) or (isinstance(rule, StatementRule) and bool(rule.values and rule.dated_by))


def _sources(rule: Rule, name: str) -> list[tuple[Any, tuple[str | int, ...]]]:
    found: list[tuple[Any, tuple[str | int, ...]]] = []
    if rule.source:
        found.append((rule.source, (name, "source")))
    for day, value in rule.dated.items():
        if value.source:
            key = "start" if day.year == 1 else day.isoformat()
            found.append((value.source, (name, "values", key)))
    if isinstance(rule, ChoiceRule):
        found += [(b.source, (name, "ordered", n, "source")) for n, b in enumerate(rule.ordered) if b.source]
    return found


def _conditions(rule: Rule) -> list[str]:
    found = list(rule.applies_if)
    if isinstance(rule, TestRule):
        found += [condition for case in rule.cases for condition in case.when]
    if isinstance(rule, ChoiceRule):
        found += [condition for branch in rule.ordered for condition in branch.when]
    found += list(getattr(rule, "if_fact", ()))
    found += list(getattr(rule, "runs_on_if", ()))
    if isinstance(rule, PeriodRule):
        found += [condition for addition in rule.adds for condition in addition.when]
    if isinstance(rule, RestartRule):
        found += rule.doubtful_when
    return found


def _ends(value: Any) -> list[str]:
    """Return the period rules that a rule or an expression of days counts from."""
    if isinstance(value, EndOf):
        return [value.end_of]
    if isinstance(value, PeriodRule):
        before = [value.not_before] if value.not_before is not None else []
        return [*_ends(value.runs_from), *_ends(value.met_by), *_ends(value.safe_from), *before]
    if isinstance(value, ExclusionRule):
        return [each.period for each in value.at_most]
    if isinstance(value, InterestRule):
        days = (value.starts, value.ends, value.selected_by, value.capitalises_from)
        return [name for day in days for name in _ends(day)] + [
            name for rate in _all_series(value) if rate.raised for name in _ends(rate.raised.from_)
        ]
    if isinstance(value, ChoiceRule):
        return [name for branch in value.ordered if branch.day is not None for name in _ends(branch.day)]
    return [name for day in parts_of(value) for name in _ends(day)]


def unanswered_days(
    pack: Pack,
    pack_file: Document,
    acts: Mapping[str, Act],
    rules: Mapping[str, Rule],
    documents: Mapping[str, Document],
    calendars: Mapping[str, tuple[Calendar, Document]],
    stages: Mapping[str, tuple[Stage, Document]],
) -> list[Problem]:
    """Return the names of rules about time, calendars and stages that nothing answers to."""
    problems: list[Problem] = []
    periods = [name for name, rule in rules.items() if isinstance(rule, PeriodRule)]

    def need(document: Document, at: tuple[str | int, ...], name: str, known: Iterable[str], what: str) -> None:
        if name not in known:
            problems.append(document.problem(at, unknown(what, name, tuple(known))))

    for name, rule in rules.items():
        if isinstance(rule, (RestartRule, ExclusionRule)):
            for each in rule.applies_to:
                need(documents[name], (name, "applies_to"), each, periods, say("period"))
        if isinstance(rule, PeriodRule) and rule.calendar is not None:
            need(documents[name], (name, "calendar"), rule.calendar, calendars, say("calendar"))
    if pack.roles.calendar is not None:
        need(pack_file, ("roles", "calendar"), pack.roles.calendar, calendars, say("calendar"))
    for name, (calendar, document) in calendars.items():
        need(document, (name, "source", "act"), calendar.source.act, acts, say("act in sources.yaml"))
        if calendar.based_on is not None:
            need(document, (name, "based_on"), calendar.based_on, calendars, say("calendar"))
    tests = [name for name, rule in rules.items() if _answers(rule)]
    for name, (stage, document) in stages.items():
        for before in stage.after:
            need(document, (name, "after"), before, stages, say("stage"))
        for key, wanted in (("not_before", stage.not_before), ("not_after", stage.not_after)):
            for rule_name in wanted:
                need(document, (name, key), rule_name, periods, say("period"))
        for condition in (*stage.when, *stage.skips, *stage.closes):
            known = (*vocabulary.CONDITIONS, *tests)
            need(document, (name,), condition.removeprefix("not "), known, say("condition"))
        if stage.source is not None:
            need(document, (name, "source", "act"), stage.source.act, acts, say("act in sources.yaml"))
    return problems


def _all_series(rule: InterestRule) -> list[SeriesRate]:
    return [rate for value in rule.values.values() for rate in _series_rates(value.rate)]


def _series_rates(rate: Any) -> list[SeriesRate]:
    if isinstance(rate, SeriesRate):
        return [rate]
    return [found for inner in getattr(rate, "first_of", ()) for found in _series_rates(inner)]


def unanswered_forums(
    acts: Mapping[str, Act],
    rules: Mapping[str, Rule],
    calendars: Mapping[str, tuple[Calendar, Document]],
    forums: Mapping[str, tuple[Forum, Document]],
) -> list[Problem]:
    """Return the acts, conditions and calendars of forums that nothing answers to."""
    problems: list[Problem] = []
    tests = tuple(name for name, rule in rules.items() if _answers(rule))
    for name, (forum, document) in forums.items():
        sources = [forum.source, *(value.source for value in forum.values.values() if value.source)]
        if forum.filing and forum.filing.source:
            sources.append(forum.filing.source)
        for source in sources:
            if source.act not in acts:
                problems.append(document.problem((name,), unknown(say("act in sources.yaml"), source.act, tuple(acts))))
        for condition in forum.hears:
            plain = condition.removeprefix("not ")
            if plain not in vocabulary.CONDITIONS and plain not in tests:
                known = (*vocabulary.CONDITIONS, *tests)
                problems.append(document.problem((name, "hears"), unknown(say("condition"), plain, known)))
        if forum.calendar is not None and forum.calendar not in calendars:
            problems.append(
                document.problem((name, "calendar"), unknown(say("calendar"), forum.calendar, tuple(calendars)))
            )
    return problems
