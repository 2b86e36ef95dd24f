"""Say why a document cannot be filled: every blank at fault, where it stands, and what was perhaps meant.

The template is filled once more with a note kept of each blank: its line in the precedent, the number of the paragraph
it falls in, its name, and what went wrong when it was printed, asked for or gone through.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from types import FrameType, TracebackType
from typing import Any

from jinja2 import Template, Undefined, nodes
from jinja2.compiler import Frame

from lawkit.drafting.allowed import innermost
from lawkit.drafting.names import dotted_name
from lawkit.drafting.printing import UnfilledBlank, printed
from lawkit.drafting.ready import Count, PieceEnvironment, PieceGenerator, fields_of, piece_of, place_of, source_of
from lawkit.drafting.template import WordTemplate
from lawkit.errors import Problem, unknown
from lawkit.messages import say

_NOTHING = Undefined()._undefined_obj  # what a name that is no part of anything is missing from


def explain(
    template: WordTemplate,
    facts: Any,
    filters: Mapping[str, Callable[..., Any]],
    callables: Mapping[str, Callable[..., Any]],
) -> list[Problem]:
    """Return a problem for each blank, condition and loop that the facts do not answer."""
    context = {field.name: getattr(facts, field.name) for field in fields(facts)} | dict(callables)
    problems: list[Problem] = []
    for name in template.tagged:
        reader = _Reader(template, name, filters, context)
        reader.read(context)
        problems += reader.problems
    return list(dict.fromkeys(problems))


class _Reader:
    """Fills one part, going on after each fault."""

    def __init__(
        self, template: WordTemplate, part: str, filters: Mapping[str, Callable[..., Any]], context: Mapping[str, Any]
    ) -> None:
        self.template, self.part, self.known = template, part, tuple(context)
        self.source = source_of(template, part)
        self.problems: list[Problem] = []
        self.counts: dict[str, int] = {}
        self.number = 0  # of the numbered paragraph the filling is in; 0 outside one
        self.environment = _NotingEnvironment(filters, self)
        self.program: Template = self.environment.from_string(self.source)

    def read(self, context: Mapping[str, Any]) -> None:
        """Fill the part, keeping what goes wrong."""
        pieces = [piece_of(text) for text in self.environment.constants]
        program: Iterator[Any] = self.program.root_render_func(self.program.new_context(dict(context)))
        try:
            for item in program:
                if item.__class__ is int:
                    self._count(pieces[item].data, pieces[item].steps)
        except Exception as error:  # noqa: BLE001 - whatever a condition or a loop does with a fact, its place is told
            self.note("", str(error), error.__traceback__)

    def _count(self, data: bytes, steps: tuple[object, ...]) -> None:
        for step in steps:
            if isinstance(step, Count):
                self.number = self.counts[step.sequence] = self.counts.get(step.sequence, 0) + 1
        if data.rfind(b"</w:p>") > data.rfind(b"<w:numPr>"):
            self.number = 0

    def note(self, name: str, text: str, raised: TracebackType | None = None) -> None:
        """Keep a problem with the place where the template is being filled, or where it stopped."""
        place = place_of(self.template, self.part, self.source, self._line(raised))
        where = say("paragraph {number}", number=self.number) if self.number else ""
        self.problems.append(Problem(place, ": ".join(part for part in (where, name) if part), text))

    def _line(self, raised: TracebackType | None) -> int:
        """Return the line of the source that is being filled, told by the running program."""
        while raised is not None:
            if raised.tb_frame.f_code.co_filename == "<template>":
                return self.program.get_corresponding_lineno(raised.tb_lineno)
            raised = raised.tb_next
        frame: FrameType | None = sys._getframe()
        while frame is not None and frame.f_code.co_filename != "<template>":
            frame = frame.f_back
        return self.program.get_corresponding_lineno(frame.f_lineno) if frame else 1

    def printed(self, name: str, whole: Callable[[], Any], inner: Callable[[], Any]) -> bytes:
        """Return a blank as printed, or note why it cannot be."""
        try:
            value = whole()
            if not isinstance(value, Undefined):
                return printed(value)
            self.missing(value)
        except UnfilledBlank as error:
            self.note(name, str(error))
        except Exception as error:  # noqa: BLE001 - a filter may raise anything; it is told with the blank's name
            value = inner()
            if isinstance(value, Undefined):
                self.missing(value)
            elif value is None:
                self.note(name, say("the matter has no such fact; ask for it with an if before printing it"))
            else:
                self.note(name, str(error))
        return b"?"

    def missing(self, value: Undefined) -> None:
        """Note a name that nothing answers to."""
        name, outer = str(value._undefined_name), value._undefined_obj
        known = self.known if outer is _NOTHING else tuple(fields_of(outer))
        what = say("fact") if outer is _NOTHING else say("part of {name}", name=type(outer).__name__)
        self.note("", unknown(what, name, known))


class _NotingGenerator(PieceGenerator):
    """Generates programs that hand each blank to the reader as a thing to be done."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(f"environment.reader.printed({dotted_name(innermost(node))!r}, lambda: (")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("), lambda: (")
        self.visit(innermost(node), frame)
        self.write("))")


class _NotingEnvironment(PieceEnvironment):
    code_generator_class = _NotingGenerator

    def __init__(self, filters: Mapping[str, Callable[..., Any]], reader: _Reader) -> None:
        super().__init__(filters, undefined=_absent(reader))
        self.reader = reader


def _absent(reader: _Reader) -> type[Undefined]:
    """Return a kind of undefined that notes itself where it is asked for or gone through, and lets the filling go on."""

    class Absent(Undefined):
        __slots__ = ()

        def _noted(self, *_: object) -> bool:
            reader.missing(self)
            return False

        def __iter__(self) -> Iterator[Any]:
            reader.missing(self)
            return iter(())

        def __bool__(self) -> bool:
            return self._noted()

        def __getattr__(self, name: str) -> "Absent":
            if name.startswith("_"):
                raise AttributeError(name)
            return self

        __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _noted  # type: ignore[assignment]
        __hash__ = Undefined.__hash__

    return Absent
