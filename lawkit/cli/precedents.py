"""`lawkit precedents`: list, show and check the precedents, and the facts their blanks may name."""

import dataclasses
import json
import typing
from pathlib import Path

import click

from lawkit.checks import CHECKS
from lawkit.cli.options import json_option, jurisdiction_option, note, settings_for
from lawkit.cli.table import table
from lawkit.drafting.compile import compile_precedent
from lawkit.drafting.desk import precedent_folders
from lawkit.drafting.draft import NEEDS
from lawkit.drafting.facts import DraftFacts
from lawkit.drafting.filters import filters
from lawkit.drafting.names import Named, check_names, shown_type
from lawkit.drafting.precedent import Precedent, house_file, list_precedents, load_precedent
from lawkit.errors import LawkitError, Problem, ProblemsFound, unknown
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


def _countries(code: str | None) -> list[str]:
    return [code] if code else list_packs(settings_for(Path.cwd()).folder)


@precedents.command("list")
@jurisdiction_option
@json_option
def list_(jurisdiction: str | None, as_json: bool) -> None:
    """List the documents that can be drafted, with their languages.

    \b
    Example:
        lawkit precedents list --jurisdiction france
    """
    folders = precedent_folders(settings_for(Path.cwd()).folder)
    rows = []
    for country in _countries(jurisdiction):
        for name, language in list_precedents(folders, country):
            front = load_precedent(folders, country, name, language).front
            rows.append((country, name, language, front.title, front.per, front.signed_by))
    keys = ("jurisdiction", "document", "language", "title", "per", "signed by")
    if as_json:
        click.echo(json.dumps([dict(zip(keys, row, strict=True)) for row in rows], ensure_ascii=False, indent=2))
    else:
        click.echo(table(keys, rows))


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
    folders = precedent_folders(settings_for(Path.cwd()).folder)
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
            data = {"country": precedent.country, "name": name, "front": front, "facts": named.facts}
            click.echo(json.dumps(data, ensure_ascii=False, indent=2))
            continue
        click.echo(f"{precedent.country}/{name}: {precedent.front.title} ({shown(precedent.path)})\n")
        rows = [(k, ", ".join(v) if isinstance(v, list) else str(v)) for k, v in front.items() if k != "title"]
        click.echo(table(("", ""), rows) + "\n")
        click.echo(table((say("fact"), say("type")), list(named.facts.items())) + "\n")


@precedents.command()
@jurisdiction_option
def check(jurisdiction: str | None) -> None:
    """Check every precedent without a case file: blanks, filters, blocks, annexures, rules and checks they name.

    \b
    Example:
        lawkit precedents check
    """
    settings = settings_for(Path.cwd())
    problems: list[Problem] = []
    count = 0
    for country in _countries(jurisdiction):
        law = load_jurisdiction(country, settings.folder)
        for name, language in list_precedents(precedent_folders(settings.folder), country):
            count += 1
            problems += check_precedent(country, name, language, law, settings.folder)
    for problem in problems:
        note(str(problem))
    if problems:
        raise click.exceptions.Exit(1)
    click.echo(say("{count} precedents, nothing wrong", count=count))


def check_precedent(country: str, name: str, language: str, law: Jurisdiction, firm: Path | None) -> list[Problem]:
    """Return every fault of one precedent that can be told without a case file."""
    folders = precedent_folders(firm)
    try:
        precedent = load_precedent(folders, country, name, language)
        named = check_names(precedent, DraftFacts, tuple(filters("en", "EUR")))
        annexures = tuple(load_precedent(folders, country, each, language) for each in precedent.front.annexures)
        compile_precedent(precedent, annexures, house_file(folders, precedent.front.layout))
    except ProblemsFound as found:
        return list(found.problems)
    except LawkitError as error:
        return [Problem(f"{country}/{name}.{language}", "", str(error))]
    return [*named.problems, *_front_problems(precedent, named, law)]


def _front_problems(precedent: Precedent, named: Named, law: Jurisdiction) -> list[Problem]:
    """Return the names in a front matter, and the rules cited in the text, that nothing answers to."""
    place, front, problems = f"{shown(precedent.path)}:1", precedent.front, []
    for key, names, known in (
        ("checks", front.checks, tuple(CHECKS)),
        ("needs", front.needs, tuple(NEEDS)),
        ("cites", (*front.cites, *named.cites), tuple(law.rules)),
        ("served_by", [m for m in front.served_by if m != "email"], tuple(law.pack.service_modes)),
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
def path() -> None:
    """Print where the precedents lie.

    \b
    Example:
        lawkit precedents path
    """
    for folder in precedent_folders(settings_for(Path.cwd()).folder):
        click.echo(shown(folder))
