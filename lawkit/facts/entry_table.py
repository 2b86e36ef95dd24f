"""`docs/entries.md`: every kind of entry with its fields and what it changes, generated from the models."""

import types
import typing
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from lawkit.facts.entries import GROUPS
from lawkit.facts.entries.base import EntryBase
from lawkit.reading import Facts

_HEAD = """# Entries: what happened in a matter

Generated from `lawkit/facts/entries/` by `make schema`. Entries stand in `history` of a case file, and the tracker records the same.
A kind or a field, once released, is never renamed.

Every entry has `kind` and `on` (the day, `YYYY-MM-DD`), and may have `id` (so that another entry can name it in `of`), `confidential`
(yes: it never reaches a paper or an exhibit), `note`, and `exhibits` (ids of the case file). Fields in **bold** must be there;
“else” tells what a field is where it is left out, and a field without it is then not known, and no paper states it.
"""


def entry_table() -> str:
    """Return the reference of entries as Markdown."""
    lines = [_HEAD]
    for group, kinds in GROUPS.items():
        lines += [
            f"## {group[:1].upper()}{group[1:]}",
            "",
            "| Kind | Fields | What it is and changes |",
            "|---|---|---|",
        ]
        for kind in kinds:
            fields = "<br>".join(_field(kind, name) for name in kind.model_fields if name not in _COMMON) or "–"
            about = " ".join((kind.__doc__ or "").split())
            lines.append(f"| `{kind.kind_name()}` | {fields} | {about} |")
        lines.append("")
    return "\n".join(lines)


_COMMON = {*EntryBase.model_fields, "kind"}


def _field(model: type[Facts], name: str) -> str:
    info = model.model_fields[name]
    written = info.alias or name
    shown = f"**`{written}`**" if info.is_required() else f"`{written}`"
    return f"{shown} {_type(info.annotation)}{_else(info.default)}"


def _else(default: Any) -> str:
    """Return what a field is where it is left out."""
    if isinstance(default, bool):
        return f" (else {'yes' if default else 'no'})"
    return f" (else *{default}*)" if isinstance(default, str) else ""


def _type(annotation: Any) -> str:
    """Return what a field takes, in a reader's words."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _type(arguments[0])
    if origin is Literal:
        return ", ".join(f"*{each}*" for each in arguments)
    if origin in (typing.Union, types.UnionType):
        return _type(next(each for each in arguments if each is not type(None)))
    if origin is tuple:
        return f"list of {_type(arguments[0])}"
    if annotation is EntryBase:
        return "entry of the same kind"
    if isinstance(annotation, type) and issubclass(annotation, Facts):
        return "{" + ", ".join(_field(annotation, name) for name in annotation.model_fields) + "}"
    words = {
        str: "text",
        bool: "yes or no",
        int: "whole number",
        Decimal: "amount or rate",
        date: "day",
        datetime: "time with zone",
    }
    return words.get(annotation, "text")


if __name__ == "__main__":
    Path("docs/entries.md").write_text(entry_table(), encoding="utf-8")
