"""A preview: what a paper would say, with each missing fact shown and highlighted as `[debtor.name?]`.

It is filled as the paper itself is; only a fact that is absent is printed instead of refused. It is not for sending.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Undefined, nodes
from jinja2.compiler import Frame

from lawkit.drafting.allowed import innermost
from lawkit.drafting.names import dotted_name
from lawkit.drafting.printing import printed
from lawkit.drafting.ready import PieceEnvironment, PieceGenerator

_OPEN, _CLOSE = "\ue000\ue001", "\ue001\ue000"
_RUN = re.compile(r"<w:r(?: [^>]*)?>(?P<look><w:rPr>.*?</w:rPr>)?(?:(?!</w:r>).)*?" + _OPEN + r".*?</w:r>", re.S)
_MARKED = re.compile(f"{_OPEN}(.*?){_CLOSE}", re.S)


class _PreviewGenerator(PieceGenerator):
    """Generates programs that hand each blank over with its name."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(f"environment.previewed({dotted_name(innermost(node))!r}, lambda: (")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("), lambda: (")
        self.visit(innermost(node), frame)
        self.write("))")


class PreviewEnvironment(PieceEnvironment):
    """The sandbox in which an absent fact is shown."""

    code_generator_class = _PreviewGenerator

    def __init__(self, filters: Mapping[str, Callable[..., Any]]) -> None:
        super().__init__(filters)

    def previewed(self, name: str, whole: Callable[[], Any], fact: Callable[[], Any]) -> bytes:
        """Return a blank as printed, or its name where the fact is absent."""
        value = fact()
        if value is None or (isinstance(value, Undefined) and value._undefined_obj is None):
            return f"{_OPEN}[{name}?]{_CLOSE}".encode()
        return printed(whole())


def highlighted(xml: bytes) -> bytes:
    """Return a part in which each missing fact stands in a run of its own, highlighted."""

    def run(found: re.Match[str]) -> str:
        look = found["look"] or ""
        shown = (look or "<w:rPr></w:rPr>").replace("</w:rPr>", '<w:highlight w:val="yellow"/></w:rPr>')
        text = '<w:t xml:space="preserve">'
        return _MARKED.sub(rf"</w:t></w:r><w:r>{shown}{text}\1</w:t></w:r><w:r>{look}{text}", found.group())

    return _RUN.sub(run, xml.decode()).encode()
