"""Read a pack folder, lay a firm's folder over it rule by rule and date by date, and validate the whole."""

import hashlib
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from lawkit.errors import Problem, ProblemsFound, UnknownName, unknown
from lawkit.law.calendar import Calendar
from lawkit.law.coverage import Row
from lawkit.law.crosscheck import unanswered, unanswered_days, unanswered_forums
from lawkit.law.forums import Forum
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.law.kinds import MODELS
from lawkit.law.model import Rule
from lawkit.law.pack import Act, Pack
from lawkit.law.stages import Stage
from lawkit.law.unread import LAID_OVER, OURS, RULE_FILES, unread_files, unread_in
from lawkit.messages import say
from lawkit.reading import Document, Facts, read_yaml, validate
from lawkit.resources import shipped, shown


def list_packs(firm: Path | None = None) -> list[str]:
    """Return the codes of the packs that can be loaded, the firm's own included."""
    folders = [shipped("jurisdictions"), *([firm / "jurisdictions"] if firm else [])]
    return sorted({p.parent.name for folder in folders if folder.is_dir() for p in folder.glob("*/pack.yaml")})


def unread_folders(firm: Path) -> list[Problem]:
    """Return what lies in a firm's `jurisdictions` and belongs to no pack."""
    return unread_in(firm / "jurisdictions", list_packs(firm))


def load_jurisdiction(code: str, firm: Path | None = None, folder: Path | None = None) -> Jurisdiction:
    """Return the law of a country: the shipped pack (or `folder`) with the firm's rules and rows laid over it.

    Raise UnknownName for a pack that is not there, ProblemsFound with every fault of its files, one that nothing reads among them.
    """
    base = folder or shipped("jurisdictions") / code
    overlay = firm / "jurisdictions" / code if firm else None
    whose = "lawkit"
    if not (base / "pack.yaml").is_file():
        if overlay and (overlay / "pack.yaml").is_file():
            base, overlay, whose = overlay, None, "firm"
        else:
            raise UnknownName(say("jurisdiction"), code, list_packs(firm))
    problems = [*unread_files(base, (*OURS, *LAID_OVER)), *unread_files(overlay, LAID_OVER)]
    if problems:
        raise ProblemsFound(problems)
    hashes: dict[str, str] = {}
    pack_file = _read(base / "pack.yaml", hashes)
    pack = validate(Pack, pack_file)
    acts = _acts(
        [f for f in (_optional(base, "sources.yaml", hashes), _optional(overlay, "sources.yaml", hashes)) if f]
    )
    rules: dict[str, Rule] = {}
    files: dict[str, str] = {}
    owners: dict[str, str] = {}
    row_owners: dict[tuple[str, date], str] = {}
    documents: dict[str, Document] = {}
    for name in RULE_FILES:
        own, firms = _optional(base, name, hashes), _optional(overlay, name, hashes)
        raw, places, owner, by_row = _laid_over(own, firms, whose)
        for rule_name, data in raw.items():
            document = places[rule_name]
            if rule_name in rules:
                problems.append(document.problem((rule_name,), say("stands in two files of the pack")))
                continue
            try:
                rules[rule_name] = _rule(rule_name, data, document)
                row_owners |= {(rule_name, _first_day(day)): of for day, of in by_row.get(rule_name, {}).items()}
            except ProblemsFound as found:
                problems.extend(found.problems)
            files[rule_name] = document.path
            owners[rule_name] = owner[rule_name]
            documents[rule_name] = document
    calendars = _named(Calendar, "calendar.yaml", base, overlay, hashes, problems)
    stages = _named(Stage, "stages.yaml", base, overlay, hashes, problems)
    forums = _named(Forum, "forums.yaml", base, overlay, hashes, problems)
    if not problems:
        problems = unanswered(pack, pack_file, acts, rules, documents)
        problems += unanswered_days(pack, pack_file, acts, rules, documents, calendars, stages)
        problems += unanswered_forums(acts, rules, calendars, forums)
    if problems:
        raise ProblemsFound(problems)
    return Jurisdiction(
        pack, acts, rules, files, owners, hashes,
        {name: found for name, (found, _) in calendars.items()},
        {name: found for name, (found, _) in sorted(stages.items(), key=lambda item: item[1][0].order)},
        {name: found for name, (found, _) in forums.items()},
        row_owners=row_owners,
    )  # fmt: skip


def load_coverage(code: str, folder: Path | None = None) -> tuple[dict[str, Row], Document] | None:
    """Return the register of a pack's rows and the document it was read from; None where the pack has none."""
    path = (folder or shipped("jurisdictions") / code) / "coverage.yaml"
    if not path.is_file():
        return None
    document = read_yaml(path, shown(path))
    if not isinstance(document.data, dict):
        raise ProblemsFound([document.problem((), say("rows by name are expected here"))])
    return {key: validate(Row, document, data, (key,)) for key, data in document.data.items()}, document


M = TypeVar("M", bound=Facts)


def _named(
    model: type[M], file: str, base: Path, overlay: Path | None, hashes: dict[str, str], problems: list[Problem]
) -> dict[str, tuple[M, Document]]:
    """Return what a file of the pack names, the firm's laid over it by name."""
    raw, places, _, _ = _laid_over(_optional(base, file, hashes), _optional(overlay, file, hashes))
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
        if not isinstance(document.data, dict):
            raise ProblemsFound([document.problem((), say("acts by name are expected here"))])
        for key, data in document.data.items():
            acts[key] = validate(Act, document, data, (key,))
    return acts


def _laid_over(
    own: Document | None, firms: Document | None, whose: str = "lawkit"
) -> tuple[dict[str, Any], dict[str, Document], dict[str, str], dict[str, dict[str, str]]]:
    """Merge a firm's file over ours: by rule name, and inside `values` by date.

    With what each rule is and where it stands go whose it is, and, of a rule that both have a part in, whose each row is.
    """
    raw: dict[str, Any] = {}
    places: dict[str, Document] = {}
    owner: dict[str, str] = {}
    by_row: dict[str, dict[str, str]] = {}
    for document, of in ((own, whose), (firms, "firm")):
        if document is None:
            continue
        if not isinstance(document.data, dict):
            raise ProblemsFound([document.problem((), say("rules by name are expected here"))])
        for name, data in document.data.items():
            if document is firms and name in raw and isinstance(data, dict):
                merged = {**raw[name], **data}
                if "values" in raw[name] and isinstance(data.get("values"), dict):
                    values = {**raw[name]["values"], **data["values"]}
                    merged["values"] = dict(
                        sorted(values.items(), key=lambda item: "" if item[0] == "start" else item[0])
                    )
                    ours = CHANGED if _changes(raw[name], data) else whose
                    by_row[name] = {day: "firm" if day in data["values"] else ours for day in values}
                raw[name], places[name], owner[name] = merged, document, CHANGED
            else:
                raw[name], places[name], owner[name] = data, document, of
    return raw, places, owner, by_row


CHANGED = "lawkit, changed by firm"
_NO_CHANGE = ("values", "verified_through", "note")  # what a firm adds to a rule without touching our rows


def _changes(ours: dict[str, Any], firms: dict[str, Any]) -> bool:
    """Return whether a firm changes more of a rule than rows of its own: then our rows no longer stand as we gave them."""
    return any(ours.get(key) != value for key, value in firms.items() if key not in _NO_CHANGE)


def _first_day(text: str) -> date:
    return date.min if text == "start" else date.fromisoformat(text)


def _rule(name: str, data: Any, document: Document) -> Rule:
    kind = data.get("kind") if isinstance(data, dict) else None
    if kind not in MODELS:
        text = say("has no kind") if kind is None else unknown(say("kind of rule"), str(kind), tuple(MODELS))
        raise ProblemsFound([document.problem((name, "kind"), text)])
    return validate(MODELS[kind], document, data, (name,))
