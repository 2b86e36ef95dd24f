"""`lawkit fee`: what a scale or a fixed sum gives: court fees, contributions, tariffs, wages that may be attached."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from lawkit.claim.scale import Scaled, by_scale
from lawkit.cli.options import Day, json_option, jurisdiction_option, no_rule, note, settings_for
from lawkit.cli.table import table
from lawkit.errors import LawkitError, UnknownName
from lawkit.law import Jurisdiction, list_packs, load_jurisdiction
from lawkit.law.model import AmountRule, AmountValue, Rule
from lawkit.law.slabs import SlabsRule
from lawkit.messages import say
from lawkit.money import figures, parse_amount


@click.command()
@click.argument("rule", required=False)
@click.option("--amount", default=None, help="The sum the scale is asked for, such as 500000.")
@click.option(
    "--on", "day", type=Day(), default=lambda: date.today(), show_default="today", help="The day of the scale."
)
@click.option("--dependants", type=click.IntRange(0), default=0, help="Dependants, where the scale counts them.")
@click.option("--state", default=None, help="The court fee of a State, in place of RULE.")
@jurisdiction_option
@json_option
def fee(
    rule: str | None, amount: str | None, day: date, dependants: int, state: str | None, jurisdiction: str | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Work out a fee, a contribution or an attachable part by its scale.

    Without RULE the scales and fixed sums are listed.

    \b
    Example:
        lawkit fee --state Karnataka --amount 500000
        lawkit fee attachable_wages --amount 2150.83 --dependants 1 --on 2026-11-24
    """
    settings = settings_for(Path.cwd())
    codes = [jurisdiction] if jurisdiction else list_packs(settings.folder)
    laws = [load_jurisdiction(code, settings.folder) for code in codes]
    if state is not None:
        law, rule = court_fee(laws, state)
    elif rule is None:
        click.echo(_listed(laws, as_json))
        return
    else:
        owner = next((each for each in laws if rule in each.rules), None)
        if owner is None:
            raise no_rule(laws, rule)
        law = owner
    found = law.rule(rule, Rule)
    if isinstance(found, AmountRule):
        value = law.value_on(rule, day)
        assert isinstance(value, AmountValue)
        if value.value is None:
            raise LawkitError(say("{rule} is no sum", rule=rule))
        _show(law, rule, day, {"amount": str(value.value), "unit": found.unit}, as_json)
        return
    if not isinstance(found, SlabsRule):
        raise LawkitError(say("{name} is of the kind {kind}: neither a scale nor a sum", name=rule, kind=found.kind))
    if amount is None:
        raise click.UsageError(say("--amount is needed: the scale depends on a sum"))
    try:
        asked = parse_amount(amount)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    if asked < 0:
        raise click.UsageError(say("--amount {amount}: no scale is asked for a sum below nought", amount=amount))
    scaled = by_scale(law, rule, asked, day, dependants)
    _show(law, rule, day, scale_data(scaled, found.unit), as_json)


def court_fee(laws: list[Jurisdiction], state: str) -> tuple[Jurisdiction, str]:
    """Return the pack and the rule of the court fee of a State; raise UnknownName where no pack names the State."""
    known: dict[str, tuple[Jurisdiction, str]] = {}
    for law in laws:
        for name in law.pack.roles.court_fees:
            for each in (law.rule(name, SlabsRule).state or "").split(", "):
                known[each.casefold()] = (law, name)
    if state.casefold() not in known:
        raise UnknownName(say("State with a court fee"), state, sorted(known))
    return known[state.casefold()]


def scale_data(scaled: Scaled, unit: str) -> dict[str, Any]:
    """Return what a scale gives as plain data: amounts as texts."""
    return {
        "on": str(scaled.on), "amount": str(scaled.amount), "unit": unit, "cut": scaled.cut, "estimate": scaled.estimate,
        "lines": [
            {
                "above": f"{line.above:.2f}", "up_to": None if line.up_to is None else f"{line.up_to:.2f}",
                "portion": f"{line.portion:.2f}", "amount": f"{line.amount:.4f}",
            }
            for line in scaled.lines
        ],
    }  # fmt: skip


def _show(law: Jurisdiction, rule: str, day: date, data: dict[str, Any], as_json: bool) -> None:
    described, value = law.rule(rule, Rule), law.value_on(rule, day)
    doubt = value.doubt or described.doubt or ""
    head = {
        "rule": rule, "title": _title(described), "day": day.isoformat(),
        "provision": law.citation(rule, day, law.pack.languages[0]), "standing": value.standing or described.standing or "",
        "doubt": doubt, "note": described.note or "",
    }  # fmt: skip
    if as_json:
        click.echo(json.dumps({**head, **data}, ensure_ascii=False, indent=2))
        return
    from decimal import Decimal

    unit = data["unit"]
    shown = figures(Decimal(data["amount"]), unit) if unit in ("INR", "EUR") else data["amount"]
    lines = [f"{head['title']}, {day}", head["provision"], ""]
    if data.get("lines"):
        rows = [
            (part["above"], part["up_to"] or say("no end"), part["portion"], part["amount"]) for part in data["lines"]
        ]
        lines += [table((say("above"), say("up to"), say("of the sum"), say("gives")), rows, right=(0, 1, 2, 3)), ""]
    cut = {
        "cap": say("cut to the highest amount"), "floor": say("raised to the lowest amount"),
        "leaves": say("lowered to what must be left"),
    }.get(data.get("cut", ""), "")  # fmt: skip
    lines.append(f"{shown} {unit}" + (f" ({cut})" if cut else ""))
    if data.get("estimate"):
        lines.append(say("An estimate: confirm it before it is used."))
    click.echo("\n".join(lines))
    for text in (doubt, head["note"]):
        if text:
            note(text)


def _listed(laws: list[Jurisdiction], as_json: bool) -> str:
    rows = [
        (law.pack.code, name, rule.kind, _title(rule), getattr(rule, "state", None) or "")
        for law in laws
        for name, rule in law.rules.items()
        if isinstance(rule, SlabsRule)
        or (isinstance(rule, AmountRule) and rule.method == "fixed_sum" and rule.unit == law.pack.currency)
    ]
    keys = ("jurisdiction", "rule", "kind", "title", "state")
    if as_json:
        return json.dumps([dict(zip(keys, row, strict=True)) for row in rows], ensure_ascii=False, indent=2)
    return table((say("jurisdiction"), say("rule"), say("kind"), say("title"), say("State")), rows)


def _title(rule: Rule) -> str:
    return rule.title.get("en") or next(iter(rule.title.values()))
