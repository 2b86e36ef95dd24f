"""`lawkit precedents`: list, show and check the precedents, and the facts their blanks may name."""

import dataclasses
import json
import typing
from collections.abc import Sequence
from pathlib import Path

import click

from lawkit.checks import CHECKS
from lawkit.cli.options import json_option, jurisdiction_option, note, settings_for
from lawkit.cli.table import table
from lawkit.drafting.desk import Desk, precedent_folders
from lawkit.drafting.draft import NEEDS
from lawkit.drafting.facts import DraftFacts
from lawkit.drafting.files import refuse_different, write_file
from lawkit.drafting.filters import filters
from lawkit.drafting.names import Named, check_names, shown_type
from lawkit.drafting.precedent import (
    Precedent,
    changed_since,
    find_precedent,
    front_beside,
    list_precedents,
    load_precedent,
)
from lawkit.drafting.ready import make_ready
from lawkit.drafting.typed_law import typed_law
from lawkit.drafting.wording import STAGES
from lawkit.errors import LawkitError, Problem, ProblemsFound, UnknownName, unknown
from lawkit.law import Jurisdiction, list_packs, load_jurisdiction
from lawkit.messages import say
from lawkit.resources import shown


@click.group()
def precedents() -> None:
    """List, show and check the precedents.

    \b
    Example:
        lawkit precedents show final-notice --jurisdiction india
    """


def whose_is(path: Path, firm: Path | None) -> str:
    """Return whose a precedent is: the firm's as a text or as a Word file, or lawkit's."""
    if firm is None or not path.resolve().is_relative_to(firm.resolve()):
        return "lawkit"
    return say("the firm's, Word") if path.suffix == ".docx" else say("the firm's, text")


def _countries(code: str | None) -> list[str]:
    return [code] if code else list_packs(settings_for(Path.cwd()).folder)


@precedents.command("list")
@jurisdiction_option
@json_option
def list_(jurisdiction: str | None, as_json: bool) -> None:
    """List the documents that can be drafted, with their languages, and whose each is.

    \b
    Example:
        lawkit precedents list --jurisdiction france
    """
    firm = settings_for(Path.cwd()).folder
    folders = precedent_folders(firm)
    rows = []
    known = list_packs(firm)
    if jurisdiction is not None and jurisdiction not in known:
        raise UnknownName(say("jurisdiction"), jurisdiction, known)
    for country in _countries(jurisdiction):
        for name, language in list_precedents(folders, country):
            try:
                found = load_precedent(folders, country, name, language)
            except LawkitError as error:
                note(str(error))
                continue
            front = found.front
            whose = whose_is(found.path, firm)
            rows.append((country, name, language, front.title, front.per, front.signed_by, whose))
    keys = ("jurisdiction", "document", "language", "title", "per", "signed_by", "whose")
    if as_json:
        click.echo(json.dumps([dict(zip(keys, row, strict=True)) for row in rows], ensure_ascii=False, indent=2))
    else:
        click.echo(table(tuple(map(_label, keys)), rows))


@precedents.command()
@click.argument("name")
@jurisdiction_option
@json_option
def show(name: str, jurisdiction: str | None, as_json: bool) -> None:
    """Show a document: what it needs, the facts its blanks name, the rules it cites, the checks it runs.

    \b
    Example:
        lawkit precedents show mise-en-demeure
    """
    firm = settings_for(Path.cwd()).folder
    folders = precedent_folders(firm)
    found = [
        load_precedent(folders, country, each, language)
        for country in _countries(jurisdiction)
        for each, language in list_precedents(folders, country)
        if each == name
    ]
    if not found:
        country = _countries(jurisdiction)[0]
        load_precedent(folders, country, name, load_jurisdiction(country).pack.languages[0])
    for precedent in found:
        named = check_names(precedent, DraftFacts, tuple(filters("en", "EUR")))
        front = precedent.front.model_dump(mode="json", exclude_none=True)
        if as_json:
            data = {"country": precedent.country, "name": name, "whose": whose_is(precedent.path, firm), "front": front,
                    "facts": named.facts}  # fmt: skip
            click.echo(json.dumps(data, ensure_ascii=False, indent=2))
            continue
        click.echo(f"{precedent.country}/{name}: {precedent.front.title} ({shown(precedent.path)})\n")
        rows = [(say("whose"), whose_is(precedent.path, firm))]
        rows += [(_label(key), _told(value)) for key, value in front.items() if key != "title"]
        click.echo(table(("", ""), rows) + "\n")
        click.echo(table((say("fact"), say("type")), list(named.facts.items())) + "\n")


def _label(key: str) -> str:
    """Return a key as people read it."""
    return key.replace("_", " ")


def _told(value: object) -> str:
    """Return what a front matter says in a key: names in a row, days with what they are the days of."""
    if isinstance(value, dict):
        return "; ".join(f"{_label(key)} {each}" for key, each in value.items()) or say("none")
    if isinstance(value, list):
        return ", ".join(value) or say("none")
    return str(value)


@precedents.command()
@jurisdiction_option
def check(jurisdiction: str | None) -> None:
    """Check every precedent without a case file: blanks, filters, blocks, annexures, rules and checks they name.

    Law that is typed into the wording, and a firm's Word file whose text has changed since it was exported, are warned of.

    \b
    Example:
        lawkit precedents check
    """
    settings = settings_for(Path.cwd())
    folders = precedent_folders(settings.folder)
    problems: list[Problem] = []
    count = 0
    for country in _countries(jurisdiction):
        law = load_jurisdiction(country, settings.folder)
        for name, language in list_precedents(folders, country):
            count += 1
            problems += check_precedent(country, name, language, law, settings.folder)
            for warning in _warnings(folders, country, name, language):
                note(warning)
    for problem in dict.fromkeys(problems):
        note(str(problem))
    if problems:
        raise click.exceptions.Exit(1)
    click.echo(say("{count} precedents, nothing wrong", count=count))


def _warnings(folders: Sequence[Path], country: str, name: str, language: str) -> list[str]:
    """Return the law that is typed into the wording; for a firm's Word file what has changed since, and what it hides."""
    path = find_precedent(folders, country, name, language)
    if path is None:
        return []
    told = [*_typed(folders, country, name, language), *_unguarded(folders, country, name, language)]
    if path.suffix != ".docx":
        return told
    try:
        front = front_beside(path)
    except LawkitError:
        return []  # told as a problem
    remedy = say("compare with: lawkit precedents export {name}", name=name)
    found = told + [
        say(
            "warning: {file}: since it was exported, {change}; {remedy}", file=shown(path), change=change, remedy=remedy
        )
        for change in changed_since(front, folders)
    ]
    if path.with_suffix(".md").is_file():
        other = path.with_suffix(".md").name
        found.append(say("warning: {file}: is used, and {other} beside it is not", file=shown(path), other=other))
    return found


def _typed(folders: Sequence[Path], country: str, name: str, language: str) -> list[str]:
    try:
        lines = load_precedent(folders, country, name, language).lines
    except LawkitError:
        return []  # told as a problem
    return [say("warning: {text}", text=str(each)) for each in typed_law(lines)]


def _unguarded(folders: Sequence[Path], country: str, name: str, language: str) -> list[str]:
    """Return the checks that every letter of ours runs and a letter of the firm's own, of a name we have not, does not."""
    if find_precedent(folders[-1:], country, name, language, text_only=True) is not None:
        return []  # a firm's wording of ours runs its checks
    try:
        own = load_precedent(folders, country, name, language)
    except LawkitError:
        return []  # told as a problem
    ours = [
        load_precedent(folders[-1:], country, *each).front for each in list_precedents(folders[-1:], country, language)
    ]
    letters = [set(front.checks) for front in ours if front.served_by and front.signed_by == own.front.signed_by]
    missing = [check for check in CHECKS if letters and check in set.intersection(*letters) - set(own.front.checks)]
    if not own.front.served_by or not missing:
        return []
    return [
        say("warning: {file}: is served on a debtor, and does not run what each letter of lawkit runs: {checks}",
            file=shown(own.path), checks=", ".join(missing))
    ]  # fmt: skip


def check_precedent(country: str, name: str, language: str, law: Jurisdiction, firm: Path | None) -> list[Problem]:
    """Return every fault of one precedent that can be told without a case file."""
    desk = Desk(firm)
    folders = desk.folders
    try:
        precedent = load_precedent(folders, country, name, language)
        named = check_names(precedent, DraftFacts, tuple(filters("en", "EUR")))
        annexures = tuple(load_precedent(folders, country, each, language) for each in precedent.front.annexures)
        template, _ = desk.template(precedent, annexures)
        if not named.problems:  # a name that is not there is told better than what would follow from it
            make_ready(template, tuple(filters("en", "EUR").items()), None, DraftFacts)
    except ProblemsFound as found:
        return list(found.problems)
    except LawkitError as error:
        return [Problem(f"{country}/{name}.{language}", "", str(error))]
    return [*named.problems, *_front_problems(precedent, named, law, language)]


def _front_problems(precedent: Precedent, named: Named, law: Jurisdiction, language: str) -> list[Problem]:
    """Return the names in a front matter, and the rules cited in the text, that nothing answers to."""
    place, front, problems = f"{shown(precedent.path)}:1", precedent.front, []
    for key, names, known in (
        ("checks", front.checks, tuple(CHECKS)),
        ("needs", front.needs, tuple(NEEDS)),
        ("cites", (*front.cites, *named.cites), tuple(law.rules)),
        ("served_by", [m for m in front.served_by if m != "email"], tuple(law.pack.service_modes)),
        ("stage", (front.stage,), STAGES),
        ("language", (front.language,), (language,)),
    ):
        problems += [
            Problem(place, key, unknown(key, each, known)) for each in dict.fromkeys(names) if each not in known
        ]
    problems += [
        Problem(place, "cites", say("{rule} is cited in the text and not listed", rule=rule))
        for rule in dict.fromkeys(named.cites)
        if rule not in front.cites
    ]
    if front.layout != "sheet":
        problems += [
            Problem(place, "annexures", say("{name} is referred to and not listed", name=each))
            for each in dict.fromkeys(named.annexures)
            if each not in front.annexures
        ]
    return problems


@precedents.command("fields")
@json_option
def fields_(as_json: bool) -> None:
    """List every fact a blank may name, with its type.

    \b
    Example:
        lawkit precedents fields
    """
    rows = list(field_rows(DraftFacts, ""))
    if as_json:
        click.echo(json.dumps(dict(rows), ensure_ascii=False, indent=2))
    else:
        click.echo(table((say("fact"), say("type")), rows))


def field_rows(root: type, before: str) -> list[tuple[str, str]]:
    """Return the dotted name and type of every fact below a type; `[]` stands for each item of a list."""
    rows: list[tuple[str, str]] = []
    for name, annotation in typing.get_type_hints(root).items():
        rows.append((before + name, shown_type(annotation)))
        inner = [a for a in (annotation, *typing.get_args(annotation)) if dataclasses.is_dataclass(a)]
        if inner:
            mark = "[]." if typing.get_origin(annotation) is tuple else "."
            rows += field_rows(typing.cast(type, inner[0]), f"{before}{name}{mark}")
    return rows


@precedents.command()
@click.argument("name")
@jurisdiction_option
@click.option("-o", "--output", type=click.Path(path_type=Path), default=None, help="The folder to write to.")
@click.option("--replace", is_flag=True, help="Replace different files of the same names.")
def export(name: str, jurisdiction: str | None, output: Path | None, replace: bool) -> None:
    """Write a precedent as a Word file to edit, and its front matter beside it.

    Inside a firm's folder both go to its precedents and are used from then on; the text of lawkit stays what it is.

    \b
    Example:
        lawkit precedents export final-notice --jurisdiction india -o my-precedents
    """
    from lawkit.drafting.export import export as exported

    firm = settings_for(Path.cwd()).folder
    folders = precedent_folders(firm)
    texts = [
        load_precedent(folders, country, each, language, text_only=True)
        for country in _countries(jurisdiction)
        for each, language in list_precedents(folders, country)
        if each == name and find_precedent(folders, country, each, language, text_only=True)
    ]
    if not texts:
        known = [each for country in _countries(jurisdiction) for each, _ in list_precedents(folders, country)]
        raise UnknownName(say("document"), name, sorted(set(known)))
    for precedent in texts:
        folder = output or (firm / "precedents" / precedent.country if firm else Path())
        made = exported(precedent, folders)
        word = folder / f"{name}.{precedent.front.language}.docx"
        if not replace:  # neither is written where one would be refused
            refuse_different(word, made.word)
            refuse_different(word.with_suffix(".yaml"), made.front)
        for path, content in ((word, made.word), (word.with_suffix(".yaml"), made.front)):
            outcome = write_file(path, content, replace=replace)
            click.echo(say("{outcome}: {path}", outcome=say(outcome.value), path=shown(path)))
        if firm is None or not word.resolve().is_relative_to((firm / "precedents").resolve()):
            note(
                say(
                    "Put both into precedents/{country}/ of a firm's folder to draft from them.",
                    country=precedent.country,
                )
            )


@precedents.command()
def path() -> None:
    """Print where the precedents lie.

    \b
    Example:
        lawkit precedents path
    """
    for folder in precedent_folders(settings_for(Path.cwd()).folder):
        click.echo(shown(folder))
