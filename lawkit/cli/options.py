"""Options shared by commands, and reading what they name."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from lawkit.cli.settings import Settings, load_settings
from lawkit.dates import parse_date
from lawkit.errors import EntryWrong, LawkitError, Problem, ProblemsFound, unknown
from lawkit.facts import Case, load_case, timeline
from lawkit.facts.doubts import doubts
from lawkit.facts.lawful import unlawful_names
from lawkit.law import Jurisdiction, list_packs, load_jurisdiction
from lawkit.messages import say

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A date written YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return parse_date(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


def as_of_option(command: F) -> F:
    """Add `--as-of`, today where it is not given."""
    return click.option(
        "--as-of", type=Day(), default=lambda: date.today(), show_default="today", help="The day to compute for."
    )(command)


json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
jurisdiction_option = click.option("--jurisdiction", "-j", default=None, help="The pack, such as india or france.")
# a file that may not be read is told of when it is read: among many it must not stop the others
case_path = click.Path(readable=False, path_type=Path)
case_argument = click.argument("casefile", metavar="CASE", type=case_path)


def settings_for(path: Path) -> Settings:
    """Return the settings of the firm's folder that holds `path`, or of the folder we are in."""
    return load_settings(path if path.is_dir() else path.parent) or load_settings(Path.cwd()) or Settings()


Laws = dict[tuple[str, Path | None], Jurisdiction]


def read_matter(
    path: Path, laws: Laws | None = None, stand_in: Callable[[str], str] | None = None
) -> tuple[Case, Jurisdiction, Settings]:
    """Return a case file, the law of its jurisdiction with the firm's elections, and the firm's settings.

    `laws` keeps the packs that several matters share; `stand_in` is for a preview, as `load_case` says. Raise ProblemsFound for names the pack does not know.
    """
    laws = {} if laws is None else laws
    settings = settings_for(path)
    case = load_case(path, settings.raw_advocate, stand_in)
    key = (case.facts.jurisdiction, settings.folder)
    if key not in laws:
        known = list_packs(settings.folder)
        if key[0] not in known:
            text = unknown(say("jurisdiction"), key[0], known)
            raise ProblemsFound([case.document.problem(("jurisdiction",), text)])
        laws[key] = settings.applied_to(load_jurisdiction(*key))
    problems = unlawful_names(case, laws[key])
    if problems:
        raise ProblemsFound(problems)
    return case, laws[key], settings


def expanded(arguments: Sequence[Path]) -> list[Path]:
    """Return the case files that arguments name: files, folders of them, or patterns that the shell has left alone.

    Raise LawkitError for a folder or a pattern with no case file in it.
    """
    found: list[Path] = []
    for argument in arguments:
        if argument.is_dir():
            inside = sorted(
                p for kind in ("*.yaml", "*.yml") for p in argument.glob(kind) if not p.name.startswith(".")
            )
        elif not argument.exists() and any(c in str(argument) for c in "*?["):
            root = Path(argument.anchor) if argument.anchor else Path()
            pattern = str(argument.relative_to(argument.anchor) if argument.anchor else argument)
            inside = sorted(p for p in root.glob(pattern) if p.is_file() and not p.name.startswith("."))
        else:
            inside = [argument]
        if not inside:
            raise LawkitError(say("{path}: no case file (.yaml) is there", path=argument))
        found += inside
    return list(dict.fromkeys(found))


note = partial(click.echo, err=True)


def no_rule(laws: Sequence[Jurisdiction], name: str) -> LawkitError:
    """Return the sentence for a rule that no pack has: which were searched, and the nearest names of them all."""
    import difflib

    owners: dict[str, list[str]] = {}
    for law in laws:
        for rule in law.rules:
            owners.setdefault(rule, []).append(law.pack.code)
    near = difflib.get_close_matches(name, owners, n=3, cutoff=0.6)
    where = ", ".join(law.pack.code for law in laws)
    if not near:
        return LawkitError(
            say("no rule named “{name}” in {where}; lawkit law list names them all", name=name, where=where)
        )
    meant = ", ".join(f"“{each}” ({', '.join(owners[each])})" for each in near)
    return LawkitError(
        say("no rule named “{name}” in {where}; did you mean {meant}?", name=name, where=where, meant=meant)
    )


@contextmanager
def placed(case: Case) -> Iterator[None]:
    """Tell of an entry that cannot be with its line in the case file."""
    try:
        yield
    except EntryWrong as error:
        for item in timeline(case.facts).entries:
            if error.entry in (item.entry.id, item.origin):
                place = case.document.place(item.path)
                raise ProblemsFound([Problem(place, "", str(error))]) from None
        raise


def doubts_of(case: Case, law: Jurisdiction, settings: Settings, as_of: date) -> list[str]:
    """Return a remark on each thing in a case file that is odd without being wrong."""
    from lawkit.drafting.desk import precedent_folders
    from lawkit.drafting.precedent import list_precedents

    names = {name for name, _ in list_precedents(precedent_folders(settings.folder), law.pack.code)}
    return [f"warn: {problem}" for problem in doubts(case, law, names, as_of)]


def who_acts(by: str | None, settings: Settings) -> str:
    """Return who acts: --by, else LAWKIT_USER, else lawkit.toml; missing is wrong usage."""
    import os

    name = by or os.environ.get("LAWKIT_USER") or settings.user
    if not name:
        raise click.UsageError(say("say who acts: --by NAME, or LAWKIT_USER, or user in lawkit.toml"))
    return name
