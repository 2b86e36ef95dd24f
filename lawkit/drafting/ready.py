"""A template made ready to be filled many times.

docxtpl's own patch rules turn each part into Jinja source (`patch`); Jinja compiles it once. The compiled program yields the
number of a constant piece, or a printed value: so a piece is encoded, and read for its text, once for all fillings.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache, partial
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from lawkit.drafting.allowed import NotAllowed, parse_allowed
from lawkit.drafting.balance import Unbalanced, prove_balanced
from lawkit.drafting.guard import refusals
from lawkit.drafting.names import check_tree
from lawkit.drafting.package import prove_parts
from lawkit.drafting.patch import jinja_source
from lawkit.drafting.printing import printed
from lawkit.drafting.template import WordTemplate, may_be_filled
from lawkit.errors import Problem, ProblemsFound
from lawkit.messages import say

Filters = Mapping[str, Callable[..., Any]]
PARAGRAPH_END = "\x1e"
_LEFTOVERS = ("{{", "}}", "{%", "%}", "{#", "&amp;", "<built-in", " object at 0x")


@dataclass(frozen=True, slots=True)
class Count:
    """A numbered paragraph of a sequence."""

    sequence: str


@dataclass(frozen=True, slots=True)
class Named:
    """The name of the numbered paragraph last counted."""

    bookmark: str


@dataclass(frozen=True, slots=True)
class Shown:
    """Where the number of a named paragraph is to be shown."""

    bookmark: str


@dataclass(frozen=True, slots=True)
class Kept:
    """Where it is to be said that a row, one of those that a loop repeats, stays with the next."""

    row: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A constant piece of a part: its bytes, its text for wording rules, and what in it concerns numbering or rows."""

    data: bytes
    apart: "Piece | None"  # the same where it follows a table, which its first paragraph then stands apart from
    ends_table: bool
    text: str
    steps: tuple[Count | Named | Shown | Kept | bytes, ...]  # empty where the piece has nothing numbered


@dataclass(frozen=True, eq=False)
class Part:
    """A part with tags: its pieces and the program that yields their numbers and the values between them."""

    program: Template
    pieces: tuple[Piece, ...]

    def run(self, context: Mapping[str, Any]) -> Iterator[Any]:
        """Yield the number of each piece and each printed value, in order."""
        found: Iterator[Any] = self.program.root_render_func(self.program.new_context(dict(context)))
        return found


@dataclass(frozen=True, eq=False)
class Ready:
    """A template made ready: the parts with tags, the other parts as they are, and the text of headers, footers and notes among these."""

    tagged: tuple[tuple[str, Part], ...]
    fixed: tuple[tuple[str, bytes], ...]
    around: str


@lru_cache(maxsize=128)
def make_ready(
    template: WordTemplate,
    bound: tuple[tuple[str, Callable[..., Any]], ...],
    environment: "type[PieceEnvironment] | None" = None,
    kind: type | None = None,
) -> Ready:
    """Return a template ready for filling in the sandbox, or in another of its kind; raise ProblemsFound for one that some filling would break.

    Where the `kind` of facts is given, each name in the template is proved to be one of theirs.
    """
    _prove_package(template)
    names = [name for name, _ in template.parts if name in template.tagged]
    tagged = tuple(
        (name, _part(template, name, (environment or PieceEnvironment)(dict(bound)), kind)) for name in names
    )
    fixed = tuple((name, part) for name, part in template.parts if name not in template.tagged)
    around = "".join(text_of(part.decode()) for name, part in fixed if may_be_filled(name))
    return Ready(tagged, fixed, around)


def _prove_package(template: WordTemplate) -> None:
    """Refuse parts that could harm or betray, wherever the template came from."""
    prove_parts(template.parts, template.name)
    problems = [Problem(template.name, part, text) for part, text in refusals(dict(template.parts))]
    if problems:
        raise ProblemsFound(problems)


def source_of(template: WordTemplate, name: str) -> str:
    """Return a part as Jinja source by docxtpl's own patch rules; each paragraph of the part begins a line.

    A paragraph or a table row that holds only a tag leaves its line behind, so that lines can be counted.
    """
    xml = dict(template.parts)[name].decode().replace("\r", "").replace("\n", " ")
    xml = re.sub(r"<w:p(?=[ >])|<w:tr(?=[ >](?:(?!</w:tr>).)*\{%tr )", r"\n\g<0>", xml)
    return _LOOPED.sub(rf"\1{_LOOSE}", _AFTER_TABLE.sub(_APART, jinja_source(xml)))


# the first mark of a row that a loop repeats: whether it stays with the next is known when the rows are (`fill`)
_LOOSE = '<w:keepNext w:val="off"/>'
_LOOPED = re.compile(
    r"(\{% for (?:(?!%\}).)*%\}<w:tr\b(?:(?!</w:tr>).)*?)<w:keepNext/>(?=(?:(?!</w:tr>).)*</w:tr>\n?\{% endfor %\})",
    re.S,
)


def _part(template: WordTemplate, name: str, environment: "PieceEnvironment", kind: type | None) -> Part:
    source = source_of(template, name)
    place = partial(place_of, template, name, source)
    try:
        tree = parse_allowed(environment, source)
        prove_balanced(tree)
        if kind is not None and (problems := check_tree(tree, place, kind, tuple(environment.filters)).problems):
            raise ProblemsFound(problems)
        program = environment.from_string(tree)
    except (TemplateSyntaxError, Unbalanced, NotAllowed) as error:
        line = error.lineno if isinstance(error, TemplateSyntaxError) else error.line
        raise ProblemsFound([Problem(place(line), "", str(error))]) from None
    pieces = tuple(piece_of(text) for text in environment.constants)
    left = [word for word in _LEFTOVERS for piece in pieces if word in piece.text]
    if left:
        raise ProblemsFound([Problem(template.name, "", say("“{word}” is left in the wording", word=left[0]))])
    return Part(program, pieces)


def place_of(template: WordTemplate, part: str, source: str, line: int) -> str:
    """Return where a line of a part's source stands: the line of the precedent, or the paragraph of the file."""
    number = line - 2  # what precedes the first paragraph is line 1
    if part == "word/document.xml" and 0 <= number < len(template.places):
        return template.places[number]
    text = re.sub(r"<[^>]*>", "", source.split("\n")[line - 1]).strip()
    name = template.frames or template.name
    return say("{name}, {part}, “{text}”", name=name, part=part.removeprefix("word/"), text=text[:80])


# -- pieces --------------------------------------------------------------------------------------

# the paragraph that follows a table, whichever condition left it there, stands a little apart from it
_FOLLOWER = (
    r'<w:p><w:pPr><w:pStyle w:val="(?:BodyParagraph|NumberedParagraph)"/>(?:<w:keepNext/>)?(?:<w:keepLines/>)?'
    r"(?:<w:numPr>.{0,80}?</w:numPr>)?(?=</w:pPr>|<w:sectPr)"
)
_AFTER_TABLE, _APART = re.compile(rf"(</w:tbl>\s*{_FOLLOWER})"), r'\1<w:spacing w:before="160"/>'
_FIRST_APART = re.compile(rf"\s*{_FOLLOWER}(?!<w:spacing)")
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_MARKS = {"</w:p>": PARAGRAPH_END, "<w:br/>": "\n", "<w:tab/>": "\t"}
_STEP = re.compile(
    r'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="(?P<count>\d+)"/></w:numPr>'
    r'|<w:bookmarkStart w:id="\d+" w:name="(?P<name>para_\w+)"/>'
    rf"|(?P<loose>{_LOOSE})"
    r'|<w:fldSimple w:instr=" REF (?P<cited>para_\w+) [^"]*">(?:(?!</w:fldSimple>).)*?<w:t(?: [^>]*)?>(?=0</w:t>)'
)
_CITED = re.compile(
    r'(<w:fldSimple w:instr=" REF para_\w+ [^"]*">(?:(?!</w:fldSimple>).)*?<w:t(?: [^>]*)?>)0(?=</w:t>)'
)


def piece_of(xml: str) -> Piece:
    """Return a constant piece of XML as filling uses it."""
    found = _FIRST_APART.match(xml)
    apart = piece_of(f'{found.group()}<w:spacing w:before="160"/>{xml[found.end() :]}') if found else None
    return Piece(xml.encode(), apart, xml.rstrip().endswith("</w:tbl>"), _text_of(_CITED.sub(r"\1◊", xml)), _steps(xml))


def _text_of(xml: str) -> str:
    """Return the text of a piece that may begin and end inside a text, each paragraph's end marked."""
    first, last = re.search(r"</?w:t[ >]|<", xml), xml.rfind("<w:t>")
    inside = first is None or first.group().startswith("</w:t")
    last = max(last, xml.rfind("<w:t "))
    whole = ("<w:t>" if inside else "") + xml + ("</w:t>" if last > xml.rfind("</w:t>") or "<" not in xml else "")
    return text_of(whole)


def text_of(xml: str) -> str:
    """Return the text of a document part, the end of each paragraph marked."""
    for element, mark in _MARKS.items():
        xml = xml.replace(element, f"<w:t>{mark}</w:t>")
    return Markup("".join(_TEXT.findall(xml))).unescape()


def _steps(xml: str) -> tuple[Count | Named | Shown | Kept | bytes, ...]:
    steps: list[Count | Named | Shown | Kept | bytes] = []
    at = 0
    for found in _STEP.finditer(xml):
        if found["count"]:
            steps.append(Count(found["count"]))
        elif found["name"]:
            steps.append(Named(found["name"]))
        elif found["loose"]:
            steps += [xml[at : found.start()].encode(), Kept(hash(xml))]
            at = found.end()
        else:
            steps += [xml[at : found.end()].encode(), Shown(found["cited"])]
            at = found.end() + 1
    return (*steps, xml[at:].encode()) if steps else ()


# -- the sandbox ---------------------------------------------------------------------------------


class PieceGenerator(CodeGenerator):
    """Generates programs that yield numbers of constant pieces and printed values, as `jinja2.nativetypes` does objects."""

    def _output_const_repr(self, group: Any) -> str:
        constants: list[str] = self.environment.constants  # type: ignore[attr-defined]
        constants.append("".join(group).replace("\n", ""))
        return repr(len(constants) - 1)

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if isinstance(node, nodes.TemplateData):
            return str(node.data)
        raise nodes.Impossible  # a literal is printed as a value is

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("environment.finalize(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


_FIELDS: dict[type, frozenset[str]] = {}


class PieceEnvironment(ImmutableSandboxedEnvironment):
    """The sandbox: no globals, no tests, the listed filters; a frozen dataclass gives its own fields and nothing else."""

    code_generator_class = PieceGenerator

    def __init__(self, filters: Filters, undefined: type = StrictUndefined, finalize: Any = printed) -> None:
        super().__init__(undefined=undefined, finalize=finalize, keep_trailing_newline=True, optimized=False)
        self.constants: list[str] = []
        self.globals.clear()
        self.tests.clear()
        self.filters.clear()
        self.filters.update(filters)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a field of a fact; anything else goes the sandbox's way."""
        try:
            own = _FIELDS[obj.__class__]
        except KeyError:
            own = self._learn(obj.__class__)
        return getattr(obj, attribute) if attribute in own else super().getattr(obj, attribute)

    def _learn(self, kind: type) -> frozenset[str]:
        own = frozenset(field.name for field in fields(kind)) if is_dataclass(kind) else frozenset[str]()
        return _FIELDS.setdefault(kind, own)


def fields_of(value: object) -> Sequence[str]:
    """Return the names of a fact's fields."""
    return tuple(field.name for field in fields(value)) if is_dataclass(value) else ()
