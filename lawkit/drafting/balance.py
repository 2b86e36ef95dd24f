"""The proof, made once a template, that no filling can break the XML: every condition and loop leaves the elements
that are open as it found them, and every blank stands in a text.
"""

import re
from collections.abc import Sequence

from jinja2 import nodes

from lawkit.messages import say

_ELEMENT = re.compile(r"<!--.*?-->|<\?.*?\?>|<(/?)([\w:.-]+)(?:\s[^<>]*?)?(/?)>", re.S)


class Unbalanced(Exception):
    """A tag that would break the document: the line of the source it stands on, and why."""

    def __init__(self, line: int, text: str) -> None:
        self.line = line
        super().__init__(text)


def prove_balanced(tree: nodes.Template) -> None:
    """Raise Unbalanced for the first tag under which some filling would not be well-formed XML."""
    left = _walk(tree.body, (), 0)
    if left:
        raise Unbalanced(1, say("the element {name} is not closed", name=left[-1]))


def _walk(body: Sequence[nodes.Node], stack: tuple[str, ...], floor: int) -> tuple[str, ...]:
    """Return the elements open after a body; those below `floor` it must leave open."""
    for node in body:
        if isinstance(node, nodes.Output):
            for child in node.nodes:
                if isinstance(child, nodes.TemplateData):
                    stack = _through(child.data, stack, child.lineno, floor)
                elif not stack or stack[-1] != "w:t":
                    raise Unbalanced(child.lineno, say("a blank stands outside the text of a paragraph"))
        elif isinstance(node, nodes.If):
            for branch in (node.body, *(each.body for each in node.elif_), node.else_):
                _same(branch, stack, node.lineno)
        elif isinstance(node, nodes.For) and not node.recursive:
            for branch in (node.body, node.else_):
                _same(branch, stack, node.lineno)
        else:
            raise Unbalanced(node.lineno, say("only blanks, if and for are allowed here"))
    return stack


def _same(body: Sequence[nodes.Node], stack: tuple[str, ...], line: int) -> None:
    # runs may begin and end inside a condition; the paragraph, cell or row it stands in may not
    inside = len(stack) - stack[::-1].index("w:p") if "w:p" in stack else len(stack)
    after = _walk(body, stack, inside)
    if after != stack:
        raise _parted(line, (after or stack)[-1])


def _parted(line: int, name: str) -> Unbalanced:
    text = say("a condition or loop begins and ends in different parts of the page ({name})", name=name)
    return Unbalanced(line, text)


def _through(text: str, stack: tuple[str, ...], line: int, floor: int) -> tuple[str, ...]:
    """Return the elements open after a piece of XML."""
    rest = _ELEMENT.sub("", text)
    if "<" in rest or ">" in rest:
        raise Unbalanced(line, say("a tag stands inside an element of the file, where no text is"))
    open_now = list(stack)
    for found in _ELEMENT.finditer(text):
        closing, name, empty = found.groups()
        if name is None or empty:
            continue
        if not closing:
            open_now.append(name)
        elif not open_now or open_now.pop() != name:
            raise Unbalanced(line, say("the element {name} closes nothing", name=name))
        elif len(open_now) < floor:
            raise _parted(line, name)
    return tuple(open_now)
