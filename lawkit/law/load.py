"""Read a pack folder, lay a firm's folder over it rule by rule and date by date, and validate the whole."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from lawkit import vocabulary
from lawkit.errors import Problem, ProblemsFound, UnknownName, unknown
from lawkit.law.calendar import Calendar
from lawkit.law.expressions import EndOf, OptionRef, SeriesRate, parts_of
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.kinds import MODELS
from lawkit.law.model import (
    AppropriationRule,
    ChoiceRule,
    InterestRule,
    RoundingRule,
    Rule,
    SeriesRule,
    TestRule,
)
from lawkit.law.pack import Act, Pack
from lawkit.law.periods import ExclusionRule, PeriodRule, RestartRule
from lawkit.law.slabs import SlabsRule
from lawkit.law.stages import Stage
from lawkit.messages import say
from lawkit.reading import Document, Facts, read_yaml, validate
from lawkit.resources import shipped, shown

RULE_FILES = (
    "rates.yaml", "interest.yaml", "limitation.yaml", "procedure.yaml", "tax.yaml", "costs.yaml", "conduct.yaml",
)  # fmt: skip


def list_packs(firm: Path | None = None) -> list[str]:
    """Return the codes of the packs that can be loaded, the firm's own included."""
    folders = [shipped("jurisdictions"), *([firm / "jurisdictions"] if firm else [])]
    return sorted({p.parent.name for folder in folders if folder.is_dir() for p in folder.glob("*/pack.yaml")})


def load_jurisdiction(code: str, firm: Path | None = None, folder: Path | None = None) -> Jurisdiction:
    """Return the law of a country: the shipped pack (or `folder`) with the firm's rules and rows laid over it.

    Raise UnknownName for a pack that is not there, ProblemsFound with every fault of its files.
    """
    base = folder or shipped("jurisdictions") / code
    overlay = firm / "jurisdictions" / code if firm else None
    if not (base / "pack.yaml").is_file():
        if overlay and (overlay / "pack.yaml").is_file():
            base, overlay = overlay, None
        else:
            raise UnknownName(say("jurisdiction"), code, list_packs(firm))
    problems: list[Problem] = []
    hashes: dict[str, str] = {}
    pack_file = _read(base / "pack.yaml", hashes)
    pack = validate(Pack, pack_file)
    acts = _acts(
        [f for f in (_optional(base, "sources.yaml", hashes), _optional(overlay, "sources.yaml", hashes)) if f]
    )
    rules: dict[str, Rule] = {}
    files: dict[str, str] = {}
    owners: dict[str, str] = {}
    documents: dict[str, Document] = {}
    for name in RULE_FILES:
        own, firms = _optional(base, name, hashes), _optional(overlay, name, hashes)
        raw, places, owner = _laid_over(own, firms)
        for rule_name, data in raw.items():
            document = places[rule_name]
            if rule_name in rules:
                problems.append(document.problem((rule_name,), say("stands in two files of the pack")))
                continue
            try:
                rules[rule_name] = _rule(rule_name, data, document)
            except ProblemsFound as found:
                problems.extend(found.problems)
            files[rule_name] = document.path
            owners[rule_name] = owner[rule_name]
            documents[rule_name] = document
    calendars = _named(Calendar, "calendar.yaml", base, overlay, hashes, problems)
    stages = _named(Stage, "stages.yaml", base, overlay, hashes, problems)
    if not problems:
        problems = _cross_check(pack, pack_file, acts, rules, documents)
        problems += _cross_check_days(pack, pack_file, acts, rules, documents, calendars, stages)
    if problems:
        raise ProblemsFound(problems)
    return Jurisdiction(
        pack, acts, rules, files, owners, hashes,
        {name: found for name, (found, _) in calendars.items()},
        {name: found for name, (found, _) in sorted(stages.items(), key=lambda item: item[1][0].order)},
    )  # fmt: skip


M = TypeVar("M", bound=Facts)


def _named(
    model: type[M], file: str, base: Path, overlay: Path | None, hashes: dict[str, str], problems: list[Problem]
) -> dict[str, tuple[M, Document]]:
    """Return what a file of the pack names, the firm's laid over it by name."""
    raw, places, _ = _laid_over(_optional(base, file, hashes), _optional(overlay, file, hashes))
    found: dict[str, tuple[M, Document]] = {}
    for name, data in raw.items():
        try:
            found[name] = (validate(model, places[name], data, (name,)), places[name])
        except ProblemsFound as faults:
            problems.extend(faults.problems)
    return found


def _read(path: Path, hashes: dict[str, str]) -> Document:
    hashes[shown(path)] = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    return read_yaml(path, shown(path))


def _optional(folder: Path | None, name: str, hashes: dict[str, str]) -> Document | None:
    return _read(folder / name, hashes) if folder and (folder / name).is_file() else None


def _acts(documents: list[Document]) -> dict[str, Act]:
    acts: dict[str, Act] = {}
    for document in documents:
        for key, data in document.data.items():
            acts[key] = validate(Act, document, data, (key,))
    return acts


def _laid_over(
    own: Document | None, firms: Document | None
) -> tuple[dict[str, Any], dict[str, Document], dict[str, str]]:
    """Merge a firm's file over ours: by rule name, and inside `values` by date."""
    raw: dict[str, Any] = {}
    places: dict[str, Document] = {}
    owner: dict[str, str] = {}
    for document, whose in ((own, "lawkit"), (firms, "firm")):
        if document is None:
            continue
        if not isinstance(document.data, dict):
            raise ProblemsFound([document.problem((), say("rules by name are expected here"))])
        for name, data in document.data.items():
            if whose == "firm" and name in raw and isinstance(data, dict):
                merged = {**raw[name], **data}
                if "values" in raw[name] and "values" in data:
                    values = {**raw[name]["values"], **data["values"]}
                    merged["values"] = dict(
                        sorted(values.items(), key=lambda item: "" if item[0] == "start" else item[0])
                    )
                raw[name], places[name], owner[name] = merged, document, "lawkit, changed by firm"
            else:
                raw[name], places[name], owner[name] = data, document, whose
    return raw, places, owner


def _rule(name: str, data: Any, document: Document) -> Rule:
    kind = data.get("kind") if isinstance(data, dict) else None
    if kind not in MODELS:
        text = say("has no kind") if kind is None else unknown(say("kind of rule"), str(kind), tuple(MODELS))
        raise ProblemsFound([document.problem((name, "kind"), text)])
    return validate(MODELS[kind], document, data, (name,))


def _cross_check(
    pack: Pack,
    pack_file: Document,
    acts: Mapping[str, Act],
    rules: Mapping[str, Rule],
    documents: Mapping[str, Document],
) -> list[Problem]:
    """Return every name in the pack that nothing answers to."""
    problems: list[Problem] = []
    tests = {name for name, rule in rules.items() if isinstance(rule, TestRule)}

    def need(document: Document, at: tuple[str | int, ...], name: str, kind: type[Rule], what: str) -> None:
        known = [n for n, r in rules.items() if isinstance(r, kind)]
        if name not in known:
            problems.append(document.problem(at, unknown(what, name, known)))

    for name, rule in rules.items():
        document = documents[name]
        for source, at in _sources(rule, name):
            if source.act not in acts:
                problems.append(document.problem(at, unknown(say("act in sources.yaml"), source.act, tuple(acts))))
        for reference in sorted(ref for ref in rule.option_refs() if "." in ref):
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
            for value in rule.values.values():
                for rate in _series_rates(value.rate):
                    need(document, (name, "rate"), rate.series, SeriesRule, say("series"))
                    if not isinstance(rate.at, OptionRef) and rate.at not in vocabulary.SELECTORS:
                        problems.append(
                            document.problem(
                                (name, "rate"), unknown(say("selector"), rate.at, tuple(vocabulary.SELECTORS))
                            )
                        )
        if isinstance(rule, ChoiceRule):
            for branch in rule.ordered:
                if branch.rule is not None and branch.rule not in rules:
                    problems.append(
                        document.problem((name, "ordered"), unknown(say("rule"), branch.rule, tuple(rules)))
                    )
    roles = pack.roles
    wanted_roles: tuple[tuple[str, str, type[Rule]], ...] = (
        ("interest", roles.interest, ChoiceRule),
        ("payable_on", roles.payable_on, ChoiceRule),
        ("appropriation", roles.appropriation, AppropriationRule),
        ("rounding", roles.rounding, Rule),
        *(("fixed_sums", name, Rule) for name in roles.fixed_sums),
        *(("term_limits", name, PeriodRule) for name in roles.term_limits),
        *([("limitation", roles.limitation, ChoiceRule)] if roles.limitation else []),
        *([("tax_credit", roles.tax_credit, Rule)] if roles.tax_credit else []),
        *(
            [("limitation_of_guarantors", roles.limitation_of_guarantors, ChoiceRule)]
            if roles.limitation_of_guarantors
            else []
        ),
        *(("court_fees", name, SlabsRule) for name in roles.court_fees),
        *([("judgment_interest", roles.judgment_interest, ChoiceRule)] if roles.judgment_interest else []),
        *(
            [("appropriation_after_judgment", roles.appropriation_after_judgment, AppropriationRule)]
            if roles.appropriation_after_judgment
            else []
        ),
        *([("long_stop", roles.long_stop, PeriodRule)] if roles.long_stop else []),
        *([("ordinary_post", roles.ordinary_post, PeriodRule)] if roles.ordinary_post else []),
    )
    for role, wanted, kind in wanted_roles:
        need(pack_file, ("roles", role), wanted, kind, say("rule"))
    return problems


def _sources(rule: Rule, name: str) -> list[tuple[Any, tuple[str | int, ...]]]:
    found: list[tuple[Any, tuple[str | int, ...]]] = []
    if rule.source:
        found.append((rule.source, (name, "source")))
    for day, value in rule.dated.items():
        if value.source:
            key = "start" if day.year == 1 else day.isoformat()
            found.append((value.source, (name, "values", key)))
    return found


def _conditions(rule: Rule) -> list[str]:
    found = list(rule.applies_if)
    if isinstance(rule, TestRule):
        found += [condition for case in rule.cases for condition in case.when]
    if isinstance(rule, ChoiceRule):
        found += [condition for branch in rule.ordered for condition in branch.when]
    found += list(getattr(rule, "if_fact", ()))
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
        return [*_ends(value.runs_from), *_ends(value.met_by)]
    if isinstance(value, InterestRule):
        return [*_ends(value.starts), *_ends(value.ends), *_ends(value.capitalises_from)]
    if isinstance(value, ChoiceRule):
        return [name for branch in value.ordered if branch.day is not None for name in _ends(branch.day)]
    return [name for day in parts_of(value) for name in _ends(day)]


def _cross_check_days(
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
    tests = [name for name, rule in rules.items() if isinstance(rule, TestRule)]
    for name, (stage, document) in stages.items():
        for before in stage.after:
            need(document, (name, "after"), before, stages, say("stage"))
        for rule_name in stage.not_before:
            need(document, (name, "not_before"), rule_name, periods, say("period"))
        for condition in (*stage.when, *stage.skips, *stage.closes):
            known = (*vocabulary.CONDITIONS, *tests)
            need(document, (name,), condition.removeprefix("not "), known, say("condition"))
        if stage.source is not None:
            need(document, (name, "source", "act"), stage.source.act, acts, say("act in sources.yaml"))
    return problems


def _series_rates(rate: Any) -> list[SeriesRate]:
    if isinstance(rate, SeriesRate):
        return [rate]
    return [found for inner in getattr(rate, "first_of", ()) for found in _series_rates(inner)]
