"""Prove, without a case file, that every blank, filter, loop and citation in a precedent names something.

Each dotted name is followed through the type hints of the facts, loop variables included; an optional fact may be
printed only inside an `if` that asks for it.
"""

import types
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from lawkit.drafting.allowed import CALLABLES, NotAllowed, innermost, parse_allowed
from lawkit.drafting.precedent import Precedent
from lawkit.drafting.template import Line
from lawkit.errors import Problem, unknown
from lawkit.messages import say

# What a thing of each sort is printed by, the most usual first, and what each filter is for.
PRINTED_BY: Mapping[Any, tuple[str, ...]] = {
    Decimal: ("money", "figures", "in_words", "percent"),
    date: ("long_date", "short_date"),
    tuple: ("list_and", "numbers"),
}
TAKES: Mapping[str, tuple[Any, ...]] = {
    **dict.fromkeys(("money", "figures", "in_words", "percent"), (Decimal,)),
    **dict.fromkeys(("long_date", "short_date"), (date,)),
    **dict.fromkeys(("de", "of_town", "capital", "upper", "groups"), (str,)),
    **dict.fromkeys(("list_and", "numbers"), (tuple,)),
    "number_words": (int, Decimal),
    "plural": (tuple, int),
    "gender": (bool,),
}
ARGUMENTS: Mapping[str, int] = {"plural": 2, "gender": 2}  # the words a filter chooses between; no other takes any
_ORDERED = ("lt", "lteq", "gt", "gteq")
_LOOP = {"index": int, "first": bool, "last": bool, "length": int}


@dataclass(frozen=True)
class Named:
    """What a precedent names: facts with their types, the rules it cites or computes by, the annexures it refers to."""

    facts: Mapping[str, str]
    cites: tuple[str, ...]
    annexures: tuple[str, ...]
    problems: tuple[Problem, ...]


@lru_cache(maxsize=64)
def check_names(precedent: Precedent, root: type, filters: tuple[str, ...]) -> Named:
    """Return what a precedent names, and a problem for each name that nothing answers to."""
    return check_lines(precedent.lines, root, filters)


def check_lines(lines: Sequence[Line], root: type, filters: Sequence[str]) -> Named:
    """Do the same for lines with their places, such as the paragraphs of a firm's Word template."""
    source = "\n".join(line.text for line in lines)
    try:
        tree = parse_allowed(ImmutableSandboxedEnvironment(), source)
    except (NotAllowed, TemplateSyntaxError) as error:
        line, text = (error.line, str(error)) if isinstance(error, NotAllowed) else (error.lineno, str(error.message))
        place = lines[min(line, len(lines)) - 1].place if lines else ""
        return Named({}, (), (), (Problem(place, "", text),))
    return check_tree(tree, lambda number: lines[number - 1].place, root, filters)


def check_tree(tree: nodes.Template, place: Callable[[int], str], root: type, filters: Sequence[str]) -> Named:
    """Do the same for a source parsed; `place` tells where a line of it stands."""
    walker = _Walker(root, filters, place)
    walker.body(tree.body, {}, frozenset())
    rules = [rule for name in ("cite", "last_day", "fee") for rule in walker.calls[name]]
    return Named(dict(sorted(walker.used.items())), tuple(rules), tuple(walker.calls["annexure"]),
                 tuple(walker.problems))  # fmt: skip


def optional(annotation: Any) -> bool:
    """Whether a type admits None."""
    return type(None) in typing.get_args(annotation)


def _plain(annotation: Any) -> Any:
    """Return a type without its None."""
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union:
        rest = [each for each in typing.get_args(annotation) if each is not type(None)]
        return rest[0] if len(rest) == 1 else annotation
    return annotation


def _sort_of(annotation: Any) -> Any:
    """Return a type as filters know it: without its None, every list as `tuple`."""
    plain = _plain(annotation)
    return tuple if typing.get_origin(plain) in (tuple, list) else plain


def _named_sort(sort: Any) -> str:
    known: dict[Any, str] = {
        Decimal: say("a sum or a rate"), date: say("a date"), str: say("a text"), tuple: say("a list"),
        int: say("a whole number"), bool: say("yes or no"),
    }  # fmt: skip
    return known.get(sort) or str(getattr(sort, "__name__", sort))


def _element(annotation: Any) -> Any:
    arguments = typing.get_args(_plain(annotation))
    return arguments[0] if arguments else Any


def shown_type(annotation: Any) -> str:
    """Return a type as the reference prints it."""
    plain = _plain(annotation)
    name = getattr(plain, "__name__", str(plain))
    if typing.get_origin(plain) is tuple:
        name = say("list of {element}", element=shown_type(_element(plain)))
    return say("{name}, or none", name=name) if optional(annotation) else name


class _Walker:
    def __init__(self, root: type, filters: Sequence[str], place: Callable[[int], str]) -> None:
        self.hints = _parts(root)
        self.filters, self.place = filters, place
        self.problems: list[Problem] = []
        self.used: dict[str, str] = {}
        self.calls: dict[str, list[str]] = {name: [] for name in CALLABLES}

    def refuse(self, node: nodes.Node, text: str) -> None:
        problem = Problem(self.place(node.lineno), "", text)
        if problem not in self.problems:
            self.problems.append(problem)

    def body(self, body: Sequence[nodes.Node], scope: Mapping[str, Any], asked: frozenset[str]) -> None:
        """Walk statements; `scope` holds loop variables, `asked` the optional facts an if has asked for."""
        for node in body:
            if isinstance(node, nodes.Output):
                for part in node.nodes:
                    if not isinstance(part, nodes.TemplateData):
                        self.printed(part, scope, asked)
            elif isinstance(node, nodes.If):
                self.value(node.test, scope, asked)
                yes = asked | frozenset(_asked(node.test))
                self.body(node.body, scope, yes)
                no = asked | frozenset(_asked(nodes.Not(node.test)))
                for branch in node.elif_:
                    self.body([branch], scope, no)
                self.body(node.else_, scope, no)
            elif isinstance(node, nodes.For):
                found = self.value(node.iter, scope, asked)
                target = node.target.name if isinstance(node.target, nodes.Name) else "?"
                if found is not Any and typing.get_origin(_plain(found)) not in (tuple, list):
                    self.refuse(node, say("{name} is no list", name=dotted_name(innermost(node.iter))))
                self.body(node.body, {**scope, target: _element(found), "loop": "loop"}, asked)
            else:
                self.refuse(node, say("only blanks, if and for are allowed here"))

    def printed(self, node: nodes.Node, scope: Mapping[str, Any], asked: frozenset[str]) -> None:
        found = self.value(node, scope, asked)
        name = dotted_name(node if not isinstance(node, nodes.Filter) else innermost(node))
        if found is not Any and optional(found) and name not in asked:
            self.refuse(node, say("{name} may be absent: ask for it with an if before printing it", name=name))
        plain = _sort_of(found)
        if is_dataclass(plain):
            self.refuse(node, say("{name} is not a text: name one of its parts", name=name))
        elif plain is bool:
            self.refuse(node, say("{name} is yes or no: ask for it with an if", name=shown_node(node)))
        elif plain is tuple and is_dataclass(_sort_of(_element(found))):
            self.refuse(node, say("{name} is a list of facts: loop over it with for", name=shown_node(node)))
        elif plain in PRINTED_BY:
            self.refuse(
                node,
                say("{name} cannot be printed as it is: choose a filter, such as {filter} (one of {filters})",
                    name=shown_node(node), filter=f"{{{{ {shown_node(node)} | {PRINTED_BY[plain][0]} }}}}",
                    filters=", ".join(PRINTED_BY[plain])),
            )  # fmt: skip

    def value(self, node: nodes.Node, scope: Mapping[str, Any], asked: frozenset[str]) -> Any:
        """Return the type of an expression, noting what it names."""
        if isinstance(node, (nodes.Name, nodes.Getattr)):
            return self.dotted(node, scope, asked)
        if isinstance(node, nodes.Filter):
            if node.name not in self.filters:
                self.refuse(node, unknown(say("filter"), node.name, tuple(self.filters)))
            inner = self.value(node.node, scope, asked) if node.node is not None else Any
            takes, given = TAKES.get(node.name), _sort_of(inner)
            if takes and given is not Any and given not in takes and not is_dataclass(given):
                wanted = " / ".join(_named_sort(each) for each in takes)
                text = say("the filter {filter} is for {wanted}; {name} is {given}", filter=node.name, wanted=wanted,
                           name=shown_node(node.node), given=_named_sort(given))  # fmt: skip
                self.refuse(node, text)
            self.filtered(node, inner, scope, asked)
            if inner is not Any and optional(inner) and dotted_name(innermost(node)) not in asked:
                return inner
            return list[str] if node.name == "numbers" else str
        if isinstance(node, nodes.Call):
            return self.call(node)
        if isinstance(node, nodes.Const):
            return type(node.value)
        if isinstance(node, nodes.And):
            self.value(node.left, scope, asked)
            return self.value(node.right, scope, asked | frozenset(_asked(node.left)))
        if isinstance(node, nodes.Compare):
            return self.compared(node, scope, asked)
        for child in node.iter_child_nodes():
            self.value(child, scope, asked)
        return bool if isinstance(node, (nodes.Not, nodes.Or, nodes.Compare)) else Any

    def filtered(self, node: nodes.Filter, inner: Any, scope: Mapping[str, Any], asked: frozenset[str]) -> None:
        """Prove the words a filter is given, and what a list that it joins holds."""
        wanted = ARGUMENTS.get(node.name, 0)
        if node.name in self.filters and (len(node.args) != wanted or node.kwargs):
            self.refuse(
                node,
                say("the filter {filter} takes {number} words in brackets, and {given} are given",
                    filter=node.name, number=wanted, given=len(node.args) + len(node.kwargs)),
            )  # fmt: skip
        for argument in node.args:
            if (given := _sort_of(self.value(argument, scope, asked))) not in (str, Any):
                self.refuse(node, say("the filter {filter} takes words; {name} is {given}", filter=node.name,
                                      name=shown_node(argument), given=_named_sort(given)))  # fmt: skip
        element = _sort_of(_element(inner)) if _sort_of(inner) is tuple else Any
        if (
            node.name == "numbers"
            and element is not Any
            and "number" not in getattr(element, "__dataclass_fields__", ())
        ):
            self.refuse(node, say("the filter numbers is for a list of what bears a number; {name} holds none",
                                  name=shown_node(node.node)))  # fmt: skip
        if node.name == "list_and" and element not in (str, Any):
            self.refuse(node, say("the filter list_and joins texts; {name} holds others: loop over it, or take its numbers",
                                  name=shown_node(node.node)))  # fmt: skip

    def compared(self, node: nodes.Compare, scope: Mapping[str, Any], asked: frozenset[str]) -> Any:
        """Prove that what is put in order can be: sums and numbers with each other, days with days."""
        found = [_sort_of(self.value(each, scope, asked)) for each in (node.expr, *(o.expr for o in node.ops))]
        sorts = {Decimal if sort is int else sort for sort in found} - {Any}
        if any(each.op in _ORDERED for each in node.ops) and (len(sorts) > 1 or sorts - {Decimal, date}):
            given = say(" and ").join(_named_sort(sort) for sort in found)
            self.refuse(node, say("{given} cannot be put in order: compare sums or numbers, or days", given=given))
        return bool

    def call(self, node: nodes.Call) -> Any:
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        if name not in CALLABLES:
            self.refuse(node, unknown(say("function"), name or "?", CALLABLES))
        elif isinstance(node.args[0], nodes.Const):
            self.calls[name].append(str(node.args[0].value))
        return {"last_day": date, "fee": Decimal}.get(name, str)

    def dotted(self, node: nodes.Node, scope: Mapping[str, Any], asked: frozenset[str]) -> Any:
        if isinstance(node, nodes.Name):
            if node.name in scope:
                return scope[node.name]
            if node.name not in self.hints:
                self.refuse(node, unknown(say("fact"), node.name, (*self.hints, *scope)))
                return Any
            self.used.setdefault(node.name, shown_type(self.hints[node.name]))
            return self.hints[node.name]
        if not isinstance(node, nodes.Getattr):
            return self.value(node, scope, asked)
        outer = self.dotted(node.node, scope, asked)
        if outer is Any:
            return Any
        if outer == "loop":
            known: Mapping[str, Any] = _LOOP
        else:
            if optional(outer) and dotted_name(node.node) not in asked:
                self.refuse(node, say("{name} may be absent: ask for it with an if first", name=dotted_name(node.node)))
            plain = _plain(outer)
            known = _parts(plain) if isinstance(plain, type) and is_dataclass(plain) else {}
        if node.attr not in known:
            self.refuse(node, unknown(say("part of {name}", name=dotted_name(node.node)), node.attr, tuple(known)))
            return Any
        self.used[dotted_name(node)] = shown_type(known[node.attr])
        return known[node.attr]


@cache
def _parts(fact: type) -> Mapping[str, Any]:
    """Return the fields of a dataclass with their types."""
    hints = typing.get_type_hints(fact)
    return {field.name: hints[field.name] for field in fields(fact)}


def dotted_name(node: nodes.Node) -> str:
    """Return the dotted name an expression is, or `?`."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{dotted_name(node.node)}.{node.attr}"
    return "?"


def shown_node(node: nodes.Node | None) -> str:
    """Return a name or a call as it is written in a tag."""
    inner = innermost(node) if node is not None else node
    if isinstance(inner, nodes.Call) and isinstance(inner.node, nodes.Name):
        return f"{inner.node.name}({', '.join(repr(a.value) for a in inner.args if isinstance(a, nodes.Const))})"
    return dotted_name(inner) if inner is not None else "?"


def _asked(test: nodes.Node) -> Iterator[str]:
    """Yield the names that a true test shows to be there."""
    if isinstance(test, (nodes.Name, nodes.Getattr)):
        yield dotted_name(test)
    elif isinstance(test, nodes.And):
        yield from _asked(test.left)
        yield from _asked(test.right)
    elif isinstance(test, nodes.Not) and isinstance(test.node, nodes.Not):
        yield from _asked(test.node.node)
