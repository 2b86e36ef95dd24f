"""YAML read as text: every scalar keeps its letters, every value its line.

`NO`, `0123`, `1.10` stay as typed; duplicate keys, anchors, tags, deep nesting and control
characters are refused with file and line. Types are given by the model that reads the document.

>>> parse_yaml("rate: 1.10\\nstate: NO\\n", "x.yaml").data
{'rate': '1.10', 'state': 'NO'}
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar

import yaml
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, core_schema

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
    """Base of every model read from a file: unknown keys refused, values frozen; built when first read."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=False, defer_build=True)

    @classmethod
    def read_as(cls, value: object) -> "type[Facts]":
        """Return the model that reads a value: this one, or the one its `kind` names."""
        return cls


@dataclass(frozen=True)
class ReadBy:
    """Marks a type that a function reads whole, so that the models it may be are built only when one is met.

    `shown_as` gives the type that the JSON Schema describes.
    """

    read: Callable[[Any], Any]
    shown_as: Callable[[], Any] | None = None

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return handler(TypeAdapter(self.shown_as()).core_schema if self.shown_as else schema)


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
    reader = _Reader(shown)
    try:
        for event in yaml.parse(text, Loader=Loader):
            kind = event.__class__
            if kind is yaml.ScalarEvent:
                reader.scalar(event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                reader.close()
            elif kind is yaml.MappingStartEvent:
                reader.open({}, event)
            elif kind is yaml.SequenceStartEvent:
                reader.open([], event)
            elif kind is yaml.AliasEvent:
                reader.refuse_anchor(event)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else text.count("\n", 0, getattr(error, "position", 0)) + 1
        reason = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error).split("\n")[0]
        raise ProblemsFound(
            [Problem(f"{shown}:{line}", "", say("is not valid YAML: {reason}", reason=reason))]
        ) from None
    if not reader.lines:
        raise LawkitError(say("{path}: is empty", path=shown))
    return Document(shown, reader.root, reader.lines)


class _Reader:
    """Puts together what the parser tells of, noting the line of every key path."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.root: Any = None
        self.lines: dict[Path_, int] = {}
        self._open: list[tuple[Any, Path_, str | None]] = []  # what is around the innermost container
        self._in: Any = None  # the innermost container, its path, and the key of it that waits for a value
        self._path: Path_ = ()
        self._key: str | None = None

    def scalar(self, event: Any) -> None:
        if event.anchor is not None:
            self.refuse_anchor(event)
        if event.tag is not None and event.tag != "!":
            raise self._refused(event, say("tags (!{tag}) are not read here", tag=event.tag))
        value = event.value
        # the text itself was searched; an escape such as "\x07" can stand in double quotes only
        if event.style == '"' and (found := _CONTROL.search(value)):
            code = f"{ord(found.group()):04X}"
            raise self._refused(event, say("holds the control character U+{code}; delete it", code=code))
        if self._key is None and isinstance(self._in, dict):
            if value in self._in:
                raise self._refused(event, say("the key “{key}” stands twice", key=value))
            self._key = value
            self.lines[*self._path, value] = event.start_mark.line + 1
        else:
            self._put(value, event)

    def open(self, container: Any, event: Any) -> None:
        if event.anchor is not None:
            self.refuse_anchor(event)
        if self._key is None and isinstance(self._in, dict):
            raise self._refused(event, say("a key must be a text"))
        if len(self._open) >= MAX_DEPTH:
            raise self._refused(event, say("nested deeper than {limit} levels", limit=MAX_DEPTH))
        path = self._put(container, event)
        self._open.append((self._in, self._path, self._key))
        self._in, self._path, self._key = container, path, None

    def close(self) -> None:
        self._in, self._path, self._key = self._open.pop()

    def _put(self, value: Any, event: Any) -> Path_:
        here: Path_
        if isinstance(self._in, dict):
            key = self._key
            assert key is not None
            here = (*self._path, key)
            self._in[key] = value
            self._key = None
            return here  # its line is that of its key
        if isinstance(self._in, list):
            here = (*self._path, len(self._in))
            self._in.append(value)
        elif self.lines:
            raise self._refused(event, say("holds more than one document"))
        else:
            here, self.root = (), value
        self.lines[here] = event.start_mark.line + 1
        return here

    def refuse_anchor(self, event: Any) -> NoReturn:
        told = say("anchors and aliases (& and *) are not read here; write the value out, or quote it")
        raise self._refused(event, told)

    def _refused(self, event: Any, text: str) -> ProblemsFound:
        return ProblemsFound([Problem(f"{self.shown}:{event.start_mark.line + 1}", "", text)])


def validate(model: type[M], document: Document, data: Any = None, at: Path_ = ()) -> M:
    """Return `document` (or its part `data` at key path `at`) as `model`; raise ProblemsFound with every place."""
    value = document.data if data is None else data
    if not isinstance(value, dict):
        raise ProblemsFound([document.problem(at, say("keys and values are expected here"))])
    try:
        return model.model_validate(value)
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
            text = _unknown_key(str(loc[-1]), model, loc, data)
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
        inner = _part_of(value, part)
        if inner is not value:
            path.append(part)
        value = inner
    return tuple(path), tuple(path[:-1])


def _unknown_key(key: str, model: type[BaseModel] | None, loc: tuple[Any, ...], data: Any) -> str:
    known = _fields_at(model, loc[:-1], data) if model else []
    return unknown(say("key"), key, known) if known else say("unknown key")


def _fields_at(model: Any, loc: tuple[Any, ...], data: Any) -> list[str]:
    """Return the keys a model accepts at `loc` of `data`, following fields, lists, dicts and unions."""
    import typing

    candidates, value = [model], data
    for part in loc:
        following = []
        for candidate in candidates:
            for option in _models_in(candidate, value):
                fields = option.model_fields
                info = next((f for name, f in fields.items() if part == (f.alias or name)), None)
                if info is not None:
                    following.append(info.annotation)
            if typing.get_origin(candidate) in (list, tuple, dict):
                following.extend(typing.get_args(candidate))
        candidates = following or candidates
        value = _part_of(value, part)
    names: list[str] = []
    for candidate in candidates:
        for option in _models_in(candidate, value):
            names.extend(f.alias or n for n, f in option.model_fields.items())
    return sorted(set(names))


def _part_of(data: Any, part: str | int) -> Any:
    """Return the part of data a location names; the data itself where it names a member of a union instead."""
    there = part in data if isinstance(data, dict) else isinstance(data, list) and part in range(len(data))
    return data[part] if there else data


def _models_in(annotation: Any, value: object) -> list[type[BaseModel]]:
    """Return the models of an annotation that may read a value."""
    import typing

    if isinstance(annotation, type) and issubclass(annotation, Facts):
        return [annotation.read_as(value)]
    found: list[type[BaseModel]] = []
    for argument in typing.get_args(annotation):
        found.extend(_models_in(argument, value))
    return found
