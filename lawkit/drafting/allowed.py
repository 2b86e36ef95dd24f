"""What a tag of a template may hold: asked by the check of a precedent, and again before any filling.

A blank names a fact, perhaps through listed filters; a condition joins such names by and, or, not and compares them; a
loop goes through a list. There is no arithmetic, no text put together, no item or method asked for, no test, no call
but of the few functions listed: so that a template can do nothing but print, and cannot print without end.

>>> try:
...     parse_allowed(Environment(), "{{ 'a' * 9 }}")
... except NotAllowed as error:
...     print(error)
only names, filters, and, or, not and comparisons are allowed in a tag (Mul)
"""

import re
from collections.abc import Sequence

from jinja2 import Environment, TemplateSyntaxError, nodes

from lawkit.errors import unknown
from lawkit.messages import say

CALLABLES = ("cite", "annexure", "last_day", "fee")
LOOP_PARTS = ("index", "first", "last", "length")
MAX_SOURCE = 8_000_000  # characters of a part
MAX_TAG = 400  # characters of a tag
MAX_TAGS = 4000
MAX_DEPTH = 8  # conditions and loops inside one another
MAX_LOOPS = 2  # loops inside one another
MAX_TEXT = 200  # characters of a text in quotation marks


class NotAllowed(Exception):
    """What a tag may not hold: the line of the source it stands on, and why."""

    def __init__(self, line: int | None, text: str) -> None:
        self.line = line or 1  # some nodes of Jinja know no line
        super().__init__(text)


def parse_allowed(environment: Environment, source: str) -> nodes.Template:
    """Return a source parsed; raise NotAllowed for what no template may hold, TemplateSyntaxError for what is no tag."""
    if len(source) > MAX_SOURCE:
        raise NotAllowed(1, say("the text is too long"))
    _prove_tags(source)
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        alone = unpaired(source)
        if alone is None:
            raise
        raise alone from error
    except (RecursionError, ValueError, OverflowError, MemoryError):
        raise NotAllowed(1, say("a tag is too deep or holds a number too long")) from None
    _Prover().statements(tree.body, 0, 0)
    return tree


_TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#", re.S)
_HIDING = re.compile(r"\{#|\{%[-+]?\s*raw\b")


_BLOCK = re.compile(r"\{%[-+]?\s*(?:p|tr|tc|r)?\s*(if|for|elif|else|endif|endfor)\b([^%]*)%\}")


def unpaired(source: str) -> NotAllowed | None:
    """Return the fault of the first condition or loop that is not closed, or of the end that closes nothing, at its own line."""
    open_now: list[tuple[str, int, str]] = []
    for found in _BLOCK.finditer(source):
        word, line = found[1], source.count("\n", 0, found.start()) + 1
        shown = f"{word}{found[2].rstrip()}"
        if word in ("if", "for"):
            open_now.append((word, line, shown))
            continue
        wanted = "for" if word == "endfor" else "if"
        if not open_now:
            return NotAllowed(
                line, say("“{tag}” closes nothing: put “{opening}” before it, or delete it", tag=word, opening=wanted)
            )
        if open_now[-1][0] != wanted and word != "else":
            kind, at, opening = open_now[-1]
            return NotAllowed(at, say("“{tag}” is not closed before “{other}”: put “end{kind}” after what it is for",
                                      tag=opening, other=word, kind=kind))  # fmt: skip
        if word.startswith("end"):
            open_now.pop()
    if not open_now:
        return None
    kind, at, opening = open_now[-1]
    return NotAllowed(at, say("“{tag}” is not closed: put “end{kind}” after what it is for", tag=opening, kind=kind))


def _prove_tags(source: str) -> None:
    """Refuse comments and raw blocks, which hide text, and tags without measure."""
    for count, found in enumerate(_TAGS.finditer(source), 1):
        tag = found.group()
        if len(tag) <= MAX_TAG and count <= MAX_TAGS and not _HIDING.match(tag):
            continue
        line = source.count("\n", 0, found.start()) + 1
        if _HIDING.match(tag):
            raise NotAllowed(line, say("comments and raw blocks are not allowed: {text}", text=tag[:40]))
        if len(tag) > MAX_TAG:
            raise NotAllowed(line, say("a tag is longer than {count} characters", count=MAX_TAG))
        raise NotAllowed(line, say("there are more than {count} tags", count=MAX_TAGS))


class _Prover:
    """Walks a parsed template and raises NotAllowed at the first thing that is not listed here."""

    def statements(self, body: Sequence[nodes.Node], depth: int, loops: int) -> None:
        if depth > MAX_DEPTH:
            raise NotAllowed(body[0].lineno if body else 1, say("conditions and loops stand too deep in one another"))
        for node in body:
            if isinstance(node, nodes.Output):
                for child in node.nodes:
                    if not isinstance(child, nodes.TemplateData):
                        self.expression(child, 0)
            elif isinstance(node, nodes.If):
                self.condition(node.test, 0)
                self.statements(node.body, depth + 1, loops)
                for branch in node.elif_:
                    self.condition(branch.test, 0)
                    self.statements(branch.body, depth + 1, loops)
                self.statements(node.else_, depth + 1, loops)
            elif isinstance(node, nodes.For):
                self.loop(node, loops)
                self.statements(node.body, depth + 1, loops + 1)
                self.statements(node.else_, depth + 1, loops)
            else:
                raise NotAllowed(node.lineno, say("only blanks, if and for are allowed here"))

    def loop(self, node: nodes.For, loops: int) -> None:
        if node.recursive or node.test is not None:
            raise NotAllowed(node.lineno, say("only blanks, if and for are allowed here"))
        if loops >= MAX_LOOPS:
            raise NotAllowed(node.lineno, say("more than {count} loops stand in one another", count=MAX_LOOPS))
        target = node.target
        if not isinstance(target, nodes.Name) or target.name in (*CALLABLES, "loop") or target.name.startswith("_"):
            raise NotAllowed(node.lineno, say("a loop names one item, such as: for invoice in invoices"))
        if not isinstance(innermost(node.iter), (nodes.Name, nodes.Getattr)):
            raise NotAllowed(node.lineno, say("a loop goes through a list of the matter"))
        self.expression(node.iter, 0)

    def condition(self, node: nodes.Node, depth: int) -> None:
        self._not_deep(node, depth)
        if isinstance(node, nodes.Not):
            self.condition(node.node, depth + 1)
        elif isinstance(node, (nodes.And, nodes.Or)):
            self.condition(node.left, depth + 1)
            self.condition(node.right, depth + 1)
        elif isinstance(node, nodes.Compare):
            self.expression(node.expr, depth + 1)
            for operand in node.ops:
                self.expression(operand.expr, depth + 1)
        else:
            self.expression(node, depth)

    def expression(self, node: nodes.Node, depth: int) -> None:
        self._not_deep(node, depth)
        if isinstance(node, nodes.Filter) and node.node is not None:
            if node.kwargs or node.dyn_args or node.dyn_kwargs:
                raise _not_listed(node)
            self.expression(node.node, depth + 1)
            for argument in node.args:
                self.expression(argument, depth + 1)
        elif isinstance(node, nodes.Call):
            self.call(node)
        elif isinstance(node, nodes.Getattr):
            self.dotted(node, depth)
        elif isinstance(node, nodes.Name):
            if node.name.startswith("_"):
                raise _not_listed(node)
        elif isinstance(node, nodes.Const):
            self.constant(node)
        else:
            raise _not_listed(node)

    def dotted(self, node: nodes.Getattr, depth: int) -> None:
        if node.attr.startswith("_") or not isinstance(node.node, (nodes.Name, nodes.Getattr)):
            raise _not_listed(node)
        if isinstance(node.node, nodes.Name) and node.node.name == "loop" and node.attr not in LOOP_PARTS:
            raise NotAllowed(node.lineno, say("of a loop only {names} are known", names=", ".join(LOOP_PARTS)))
        self.expression(node.node, depth + 1)

    def call(self, node: nodes.Call) -> None:
        name = node.node.name if isinstance(node.node, nodes.Name) else "?"
        if name not in CALLABLES:
            raise NotAllowed(node.lineno, unknown(say("function"), name, CALLABLES))
        more = node.kwargs or node.dyn_args or node.dyn_kwargs
        if more or len(node.args) != 1 or not isinstance(node.args[0], nodes.Const):
            raise NotAllowed(node.lineno, say("{name} takes one name in quotation marks", name=name))
        self.constant(node.args[0])

    def constant(self, node: nodes.Const) -> None:
        value = node.value
        if isinstance(value, str):
            if len(value) > MAX_TEXT or "{{" in value or "{%" in value or "}}" in value or "%}" in value:
                raise NotAllowed(node.lineno, say("a text in a tag is too long, or holds a tag itself"))
        elif not isinstance(value, int) or abs(value) > 10**9:
            raise _not_listed(node)

    def _not_deep(self, node: nodes.Node, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise NotAllowed(node.lineno, say("a tag is too deep or holds a number too long"))


def _not_listed(node: nodes.Node) -> NotAllowed:
    kind = type(node).__name__
    return NotAllowed(
        node.lineno, say("only names, filters, and, or, not and comparisons are allowed in a tag ({kind})", kind=kind)
    )


def innermost(node: nodes.Node) -> nodes.Node:
    """Return what a chain of filters is applied to."""
    while isinstance(node, nodes.Filter) and node.node is not None:
        node = node.node
    return node
