"""YAML read as text: every scalar keeps its letters, every value its line.

`NO`, `0123`, `1.10` stay as typed; duplicate keys, anchors, tags, deep nesting and control
characters are refused with file and line. Types are given by the model that reads the document.

>>> parse_yaml("rate: 1.10\\nstate: NO\\n", "x.yaml").data
{'rate': '1.10', 'state': 'NO'}
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationError, WithJsonSchema

from lawkit.dates import parse_date
from lawkit.errors import LawkitError, Problem, ProblemsFound, unknown
from lawkit.messages import say
from lawkit.money import parse_amount, parse_rate

MAX_BYTES = 2_000_000
MAX_DEPTH = 40
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Path_ = tuple[str | int, ...]
M = TypeVar("M", bound=BaseModel)


class Facts(BaseModel):
    """Base of every model read from a file: unknown keys refused, values frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=False)


def _count(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value)
    raise ValueError(say("{value!r} is not a whole number", value=value))


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "yes", "false", "no"):
        return value in ("true", "yes")
    raise ValueError(say("{value!r} is neither yes nor no", value=value))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(say("a text is expected here"))
    if not value.strip():
        raise ValueError(say("is empty: fill it in, or remove the key"))
    if value.strip() == "…":  # the mark of `lawkit new`
        raise ValueError(say("is still to be filled in; write it, or remove the key"))
    return value.strip()


IsoDate = Annotated[date, BeforeValidator(parse_date), WithJsonSchema({"type": "string", "format": "date"})]
_AMOUNT = WithJsonSchema({"type": "string", "pattern": r"^-?\d+(\.\d{1,2})?$"})
Amount = Annotated[Decimal, BeforeValidator(parse_amount), _AMOUNT]
Rate = Annotated[Decimal, BeforeValidator(parse_rate)]
Count = Annotated[int, BeforeValidator(_count)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Text = Annotated[str, BeforeValidator(_text)]


def _positive(value: Decimal) -> Decimal:
    if value <= 0:
        raise ValueError(say("{value} is not more than zero", value=value))
    return value


PositiveRate = Annotated[Decimal, BeforeValidator(parse_rate), AfterValidator(_positive)]
PositiveAmount = Annotated[Decimal, BeforeValidator(parse_amount), AfterValidator(_positive), _AMOUNT]


@dataclass(frozen=True)
class Document:
    """A YAML file as nested dicts, lists and texts, with the line of every key path."""

    path: str
    data: Any
    lines: Mapping[Path_, int] = field(repr=False)

    def place(self, path: Path_ = ()) -> str:
        """Return `file:line` of a key path, or of its nearest parent."""
        while path and path not in self.lines:
            path = path[:-1]
        return f"{self.path}:{self.lines.get(path, 1)}"

    def problem(self, path: Path_, text: str) -> Problem:
        """Return a problem at a key path."""
        return Problem(self.place(path), ".".join(str(part) for part in path), text)


def read_text(path: Path, shown: str | None = None) -> str:
    """Return a text file's content: UTF-8, any line ends, byte-order mark dropped, NFC."""
    shown = shown or str(path)
    try:
        raw = path.read_bytes()
    except IsADirectoryError:
        raise LawkitError(say("{path}: is a folder, not a file", path=shown)) from None
    except FileNotFoundError:
        raise LawkitError(say("{path}: no such file", path=shown)) from None
    except OSError as error:
        raise LawkitError(say("{path}: cannot be read: {reason}", path=shown, reason=error.strerror)) from None
    if len(raw) > MAX_BYTES:
        raise LawkitError(say("{path}: larger than {limit} bytes; split the file", path=shown, limit=MAX_BYTES))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ProblemsFound(
            [Problem(f"{shown}:{line}", "", say("is not UTF-8 text; save the file as UTF-8"))]
        ) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _CONTROL.search(text):
        told = say("holds the control character U+{code}; delete it", code=f"{ord(found.group()):04X}")
        raise ProblemsFound([Problem(f"{shown}:{text.count(chr(10), 0, found.start()) + 1}", "", told)])
    return unicodedata.normalize("NFC", text)


_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")  # all but the line end and the tab


def read_yaml(path: Path, shown: str | None = None) -> Document:
    """Return the YAML document of a file; raise LawkitError naming file and line otherwise."""
    return parse_yaml(read_text(path, shown), shown or str(path))


def parse_yaml(text: str, shown: str) -> Document:
    """Return the YAML document of a text; `shown` is the file's name in messages."""
    if not text.strip():
        raise LawkitError(say("{path}: is empty", path=shown))
    lines: dict[Path_, int] = {}
    problems: list[Problem] = []
    root: list[Any] = []
    # each open container: (value, its path, key waiting for a value)
    stack: list[tuple[Any, Path_]] = []
    keys: list[str | None] = []

    def refuse(event: Any, text: str) -> ProblemsFound:
        return ProblemsFound([*problems, Problem(f"{shown}:{event.start_mark.line + 1}", "", text)])

    def line_of(event: Any) -> int:
        return int(event.start_mark.line) + 1

    def put(value: Any, event: Any) -> Path_:
        if not stack:
            if root:
                raise refuse(event, say("holds more than one document"))
            root.append(value)
            lines[()] = event.start_mark.line + 1
            return ()
        container, path = stack[-1]
        if isinstance(container, list):
            here: Path_ = (*path, len(container))
            container.append(value)
            lines[here] = event.start_mark.line + 1
        else:
            key = keys[-1]
            assert key is not None
            here = (*path, key)
            container[key] = value
            lines.setdefault(here, event.start_mark.line + 1)
            keys[-1] = None
        return here

    try:
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise refuse(
                    event, say("anchors and aliases (& and *) are not read here; write the value out, or quote it")
                )
            if isinstance(event, yaml.ScalarEvent):
                if event.tag is not None and event.tag != "!":
                    raise refuse(event, say("tags (!{tag}) are not read here", tag=event.tag))
                if found := _CONTROL.search(event.value):  # what an escape such as "\x07" in double quotes stands for
                    code = f"{ord(found.group()):04X}"
                    raise refuse(event, say("holds the control character U+{code}; delete it", code=code))
                if stack and isinstance(stack[-1][0], dict) and keys[-1] is None:
                    container, path = stack[-1]
                    if event.value in container:
                        raise refuse(event, say("the key “{key}” stands twice", key=event.value))
                    keys[-1] = event.value
                    lines[(*path, event.value)] = line_of(event)
                else:
                    put(event.value, event)
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                if stack and isinstance(stack[-1][0], dict) and keys[-1] is None:
                    raise refuse(event, say("a key must be a text"))
                if len(stack) >= MAX_DEPTH:
                    raise refuse(event, say("nested deeper than {limit} levels", limit=MAX_DEPTH))
                value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
                path = put(value, event)
                stack.append((value, path))
                keys.append(None)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                stack.pop()
                keys.pop()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else text.count("\n", 0, getattr(error, "position", 0)) + 1
        reason = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error).split("\n")[0]
        raise ProblemsFound(
            [Problem(f"{shown}:{line}", "", say("is not valid YAML: {reason}", reason=reason))]
        ) from None
    if not root:
        raise LawkitError(say("{path}: is empty", path=shown))
    return Document(shown, root[0], lines)


def validate(model: type[M], document: Document, data: Any = None, at: Path_ = (), context: Any = None) -> M:
    """Return `document` (or its part `data` at key path `at`) as `model`; raise ProblemsFound with every place."""
    value = document.data if data is None else data
    if not isinstance(value, dict):
        raise ProblemsFound([document.problem(at, say("keys and values are expected here"))])
    try:
        return model.model_validate(value, context=context)
    except ValidationError as error:
        raise ProblemsFound(problems_of(error, document, value, at, model)) from None


def problems_of(
    error: ValidationError, document: Document, data: Any, at: Path_ = (), model: type[BaseModel] | None = None
) -> list[Problem]:
    """Return pydantic's findings as problems with file, line, subject and remedy."""
    problems: dict[tuple[str, str, str], Problem] = {}
    for finding in error.errors():
        kind = finding["type"]
        loc = finding["loc"]
        path, parent = _real_path(data, loc)
        if kind == "missing":
            text = say("is missing")
            path = (*path, loc[-1]) if loc and (not path or path[-1] != loc[-1]) else path
        elif kind == "extra_forbidden":
            text = _unknown_key(str(loc[-1]), model, loc)
            path = (*parent, loc[-1]) if path == parent else path
        elif kind in ("value_error", "assertion_error"):
            text = str(finding["ctx"]["error"])
        elif kind == "literal_error":
            text = say("{value} is not one of {expected}", value=finding["input"], expected=finding["ctx"]["expected"])
        elif kind in ("union_tag_invalid", "union_tag_not_found"):
            tag = finding["ctx"]["discriminator"].strip("'")
            path = (*path, tag)
            known = finding["ctx"].get("expected_tags", "").strip("'").split("', '")
            text = unknown(tag, finding["ctx"]["tag"], known) if "tag" in finding["ctx"] else say("is missing")
        elif kind in ("model_type", "dict_type", "model_attributes_type"):
            text = say("keys and values are expected here")
        elif kind in ("list_type", "tuple_type"):
            text = say("a list is expected here")
        elif kind == "too_short":
            if len(finding["input"]) >= finding["ctx"]["min_length"]:
                continue  # its items are faulty, and are reported themselves
            text = say("at least {number} is needed here", number=finding["ctx"]["min_length"])
        else:
            text = say("{message}", message=finding["msg"])
        problem = document.problem((*at, *path), text)
        problems.setdefault((problem.place, problem.subject, problem.text), problem)
    return list(problems.values())


def _real_path(data: Any, loc: tuple[Any, ...]) -> tuple[Path_, Path_]:
    """Return the part of `loc` that exists in `data` (union tags dropped) and its parent."""
    path: list[str | int] = []
    value = data
    for part in loc:
        if (
            isinstance(value, dict)
            and part in value
            or isinstance(value, list)
            and isinstance(part, int)
            and part < len(value)
        ):
            value = value[part]
        else:
            continue
        path.append(part)
    return tuple(path), tuple(path[:-1])


def _unknown_key(key: str, model: type[BaseModel] | None, loc: tuple[Any, ...]) -> str:
    known = _fields_at(model, loc[:-1]) if model else []
    return unknown(say("key"), key, known) if known else say("unknown key")


def _fields_at(model: Any, loc: tuple[Any, ...]) -> list[str]:
    """Return the keys a model accepts at `loc`, following fields, lists, dicts and tagged unions."""
    import typing

    candidates = [model]
    for part in loc:
        following = []
        for candidate in candidates:
            for option in _models_in(candidate):
                info = option.model_fields.get(part) if isinstance(part, str) else None
                if info is not None:
                    following.append(info.annotation)
            if typing.get_origin(candidate) in (list, tuple, dict):
                following.extend(typing.get_args(candidate))
        candidates = following or candidates
    names: list[str] = []
    for candidate in candidates:
        for option in _models_in(candidate):
            names.extend(f.alias or n for n, f in option.model_fields.items())
    return sorted(set(names))


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    import typing

    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    found: list[type[BaseModel]] = []
    for argument in typing.get_args(annotation):
        found.extend(_models_in(argument))
    return found
