"""`lawkit law`: list, show and check the rules of a jurisdiction, and say where they lie."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click
from pydantic import BaseModel

from lawkit.cli.options import as_of_option, json_option, jurisdiction_option, no_rule, note, settings_for
from lawkit.cli.table import table
from lawkit.drafting.desk import precedent_folders
from lawkit.drafting.precedent import list_precedents
from lawkit.errors import LawkitError, Problem, UnknownName
from lawkit.law import Jurisdiction, list_packs, load_jurisdiction
from lawkit.law.coverage import uncovered
from lawkit.law.load import load_coverage, unread_folders
from lawkit.law.model import Checked, DatedValue, Rule, SeriesRule, Source
from lawkit.messages import say
from lawkit.resources import shipped, shown

YEAR = 365


def _packs(code: str | None) -> list[Jurisdiction]:
    settings = settings_for(Path.cwd())
    codes = [code] if code else list_packs(settings.folder)
    return [load_jurisdiction(each, settings.folder) for each in codes]


@click.group()
def law() -> None:
    """List, show and check the rules of a jurisdiction.

    \b
    Example:
        lawkit law show msmed_interest --jurisdiction india
    """


@law.command("list")
@jurisdiction_option
@click.option("--kind", default=None, help="Only rules of one kind, such as interest.")
@json_option
def list_rules(jurisdiction: str | None, kind: str | None, as_json: bool) -> None:
    """List the rules: name, kind, row of the reference, title.

    \b
    Example:
        lawkit law list --jurisdiction france --kind interest
    """
    rows = [
        (pack.pack.code, name, rule.kind, _ref(rule), _title(rule), pack.owners[name])
        for pack in _packs(jurisdiction)
        for name, rule in pack.rules.items()
        if kind is None or rule.kind == kind
    ]
    keys = ("jurisdiction", "rule", "kind", "ref", "title", "owner")
    if as_json:
        click.echo(json.dumps([dict(zip(keys, row, strict=True)) for row in rows], ensure_ascii=False, indent=2))
    else:
        click.echo(table(keys, rows))


@law.command()
@click.argument("rule")
@jurisdiction_option
@click.option("--on", "day", default=None, help="The value in force on this day (YYYY-MM-DD).")
@json_option
def show(rule: str, jurisdiction: str | None, day: str | None, as_json: bool) -> None:
    """Show one rule: its values by date, source, standing, doubt and options.

    \b
    Example:
        lawkit law show late_payment_penalty --jurisdiction france
    """
    packs = _packs(jurisdiction)
    found = [pack for pack in packs if rule in pack.rules]
    if not found:
        raise no_rule(packs, rule)
    for pack in found:
        described = pack.rules[rule]
        since = None if day is None else _since(pack, rule, day)
        if as_json and since is not None:
            click.echo(_json(described.dated[since]))
        elif as_json:
            rows = {_day_key(each): pack.owner(rule, each) for each in described.dated}
            shown_rule = {"name": rule, "owner": pack.owners[rule], "owners": rows, **_dumped(described)}
            click.echo(json.dumps(shown_rule, ensure_ascii=False, indent=2))
        else:
            click.echo(_rule_text(pack, rule, described, since))


def _since(pack: Jurisdiction, rule: str, day: str) -> date:
    """Return the first day of the value in force on a day."""
    from lawkit.dates import parse_date

    try:
        asked = parse_date(day)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    pack.value_on(rule, asked)  # says where there is none
    return max(since for since in pack.rules[rule].dated if since <= asked)


def _rule_text(pack: Jurisdiction, name: str, rule: Rule, only: date | None) -> str:
    """Return a rule as it was understood: what it does, its values by date, its options."""
    lines = [f"{pack.pack.code}/{name} ({rule.kind}) – {_title(rule)}"]
    lines.append(say("  row {ref}; in {file}; {owner}", ref=_ref(rule), file=pack.files[name], owner=pack.owners[name]))
    for label, text in (
        (say("unit"), getattr(rule, "unit", None)), (say("standing"), rule.standing), (say("doubt"), rule.doubt), (say("note"), rule.note),
        (say("checked"), _checked(rule.checked)),
    ):  # fmt: skip
        if text:
            lines.append(f"  {label}: {text}")
    for key, does in _dumped(rule).items():
        if key in _SHOWN_APART or does in (None, False, [], {}):
            continue
        if isinstance(does, list) and isinstance(does[0], dict):
            lines += [f"  {key}:", *(f"    - {_compact(each)}" for each in does)]
        else:
            lines.append(f"  {key}: {_words(does)}")
    rows = []
    for since, value in rule.dated.items():
        if only not in (None, since):
            continue
        content = _dumped(value, exclude={"source", "checked", "standing", "doubt", "note"})
        source = value.source or rule.source
        cited = f"{source.provision} ({source.act})" if source else ""
        rows.append(
            (
                say("start") if since.year == 1 else since.isoformat(),
                _compact(content),
                cited,
                value.standing or "",
                value.checked.on.isoformat() if value.checked else "",
                pack.owner(name, since),
                value.doubt or "",
            )
        )
    lines += [
        "",
        table(
            (say("from"), say("value"), say("provision"), say("standing"), say("checked"), say("whose"), say("doubt")),
            rows,
        ),
    ]
    for since, value in rule.dated.items():
        if only in (None, since):
            lines += _told_of(since, value)
    for option, described in rule.options.items():
        chosen = pack.option(name, option)
        lines += ["", say("  option {name}: {title}", name=f"{name}.{option}", title=_first(described.title))]
        for choice, meaning in described.choices.items():
            mark = "*" if choice == chosen else " "
            authority = f" [{meaning.authority}]" if meaning.authority else ""
            lines.append(f"   {mark} {choice}: {_first(meaning.title)}{authority}")
    return "\n".join(lines) + "\n"


def _told_of(since: date, value: DatedValue) -> list[str]:
    """Return what is told of one dated value: its note, and against what it was checked."""
    day = say("start") if since.year == 1 else since.isoformat()
    told = [(say("note"), value.note), (say("checked"), _checked(value.checked))]
    return [f"  {day}: {label}: {text}" for label, text in told if text]


def _checked(checked: Checked | None) -> str | None:
    """Return when and against what a rule was read, and what of it was not."""
    if checked is None:
        return None
    return f"{checked.on} {checked.against}" + (f" ({checked.note})" if checked.note else "")


# of a rule, what stands in its first lines, in the table of values or among the options
_SHOWN_APART = {"kind", "title", "ref", "unit", "standing", "doubt", "note", "checked", "source", "values", "options"}


def _dumped(model: BaseModel, exclude: set[str] | None = None) -> dict[str, Any]:
    return model.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=exclude)


def _json(model: BaseModel) -> str:
    return json.dumps(_dumped(model), ensure_ascii=False, indent=2)


def _day_key(since: date) -> str:
    return "start" if since.year == 1 else since.isoformat()


def _compact(content: dict[str, Any]) -> str:
    told = {key: value for key, value in content.items() if value not in (None, [], {})}
    if set(told) <= {"value"}:
        return str(told.get("value", ""))
    return "; ".join(f"{key}: {_words(value)}" for key, value in told.items())


def _words(value: object) -> str:
    """Return a value as a pack writes it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{key}: {_words(each)}" for key, each in value.items() if each not in (None, [], {})) + "}"
        )
    if isinstance(value, list):
        return (
            ", ".join(map(_words, value))
            if all(isinstance(each, str) for each in value)
            else f"[{', '.join(map(_words, value))}]"
        )
    return str(value)


@law.command()
@jurisdiction_option
@click.option("--stale", is_flag=True, help="Also list what was checked too long ago, never checked, or is in doubt.")
@click.option(
    "--older",
    type=click.IntRange(min=0),
    default=YEAR,
    show_default=True,
    metavar="DAYS",
    help="How old a check may be.",
)
@as_of_option
def check(jurisdiction: str | None, stale: bool, older: int, as_of: date) -> None:
    """Check every file of a pack, the firm's own included: shapes, names, sources, dates.

    With --stale, three lists follow: rates past the day they were verified through and rules whose last check is older than
    --older; rules never checked, only stated from the text cited; and rules in doubt.

    \b
    Example:
        lawkit law check
    """
    settings = settings_for(Path.cwd())
    strangers = unread_folders(settings.folder) if settings.folder else []
    for problem in strangers:
        note(str(problem))
    failed = bool(strangers)
    for code in [jurisdiction] if jurisdiction else list_packs(settings.folder):
        try:
            pack = load_jurisdiction(code, settings.folder)
            settings.applied_to(pack)
        except LawkitError as error:
            note(str(error))
            failed = True
            continue
        wrong = _uncovered(pack, settings.folder)
        for problem in wrong:
            note(str(problem))
        failed = failed or bool(wrong)
        if not wrong:
            click.echo(say("{code}: {count} rules, nothing wrong", code=code, count=len(pack.rules)))
        if stale:
            for line in stale_lines(pack, as_of, older):
                click.echo(f"  {line}")
    if failed:
        raise click.exceptions.Exit(1)


def _uncovered(pack: Jurisdiction, firm: Path | None) -> list[Problem]:
    """Return where the register of the reference's rows and the pack disagree; rules a firm lays over ours need no row."""
    code = pack.pack.code
    ours = (shipped("jurisdictions") / code / "pack.yaml").is_file()
    found = load_coverage(code, None if ours or firm is None else firm / "jurisdictions" / code)
    if found is None:
        return []
    own = {name: rule for name, rule in pack.rules.items() if not ours or pack.owners[name] != "firm"}
    folders = precedent_folders(firm)
    documents = [name for name, _ in list_precedents(folders, pack.pack.code)]
    return uncovered(found[0], replace(pack, rules=own), found[1], documents)


def stale_lines(pack: Jurisdiction, as_of: date, older: int = YEAR) -> list[str]:
    """Return what was not verified up to `as_of`, in three lists: looked at too long ago, never checked, in doubt.

    Too long ago: a series past the day it was verified through, a rule whose last check is more than `older` days old. Never
    checked: stated from the text cited, and neither the rule nor any value of it read again.
    """
    old, never, doubtful = [], [], []
    for name, rule in pack.rules.items():
        last = _last_check(rule)
        if isinstance(rule, SeriesRule) and rule.verified_through < as_of:
            old.append(
                say("{rule}: verified through {day}; look for a later change", rule=name, day=rule.verified_through)
            )
        elif last is not None and last < as_of - timedelta(days=older):
            old.append(say("{rule}: last checked on {day}", rule=name, day=last))
        if last is None and not isinstance(rule, SeriesRule):
            never.append(say("{rule}: never checked ({provisions})", rule=name, provisions=_provisions(rule)))
        if rule.doubt:
            doubtful.append(say("{rule}: in doubt: {doubt}", rule=name, doubt=rule.doubt))
        doubtful += [
            say("{rule}: in doubt from {day}: {doubt}", rule=name, day=_day_key(since), doubt=value.doubt)
            for since, value in rule.dated.items()
            if value.doubt
        ]
    return [
        *_listed(say("to be looked at again: {count}", count=len(old)), old),
        *_listed(say("never checked: {count}", count=len(never)), never),
        *_listed(say("in doubt: {count}", count=len(doubtful)), doubtful),
    ]


def _listed(heading: str, lines: list[str]) -> list[str]:
    return [heading, *(f"  {line}" for line in lines)] if lines else []


def _last_check(rule: Rule) -> date | None:
    """Return the day on which a rule, or the last read of its values, was checked."""
    checks = [rule.checked, *(value.checked for value in rule.dated.values())]
    return max((each.on for each in checks if each is not None), default=None)


def _provisions(rule: Rule) -> str:
    """Return the provisions that a rule and its values are stated from."""
    sources = [rule.source, *(value.source for value in rule.dated.values())]
    return "; ".join(dict.fromkeys(_cited(each) for each in sources if each is not None)) or _ref(rule)


def _cited(source: Source) -> str:
    return f"{source.provision}, {source.act}" if source.provision else source.act


@law.command()
@jurisdiction_option
def path(jurisdiction: str | None) -> None:
    """Print where the packs lie.

    \b
    Example:
        lawkit law path --jurisdiction india
    """
    settings = settings_for(Path.cwd())
    known = list_packs(settings.folder)
    if jurisdiction is not None and jurisdiction not in known:
        raise UnknownName(say("jurisdiction"), jurisdiction, known)
    ours = shipped("jurisdictions") / (jurisdiction or "")
    if ours.is_dir():  # a pack may be the firm's alone
        click.echo(shown(ours))
    if settings.folder:
        click.echo(shown(settings.folder / "jurisdictions" / (jurisdiction or "")))


def _ref(rule: Rule) -> str:
    return rule.ref if isinstance(rule.ref, str) else ", ".join(rule.ref)


def _title(rule: Rule) -> str:
    return rule.title.get("en") or _first(rule.title)


def _first(texts: dict[str, str]) -> str:
    return texts.get("en") or next(iter(texts.values()))
