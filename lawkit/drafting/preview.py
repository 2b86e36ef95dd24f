"""A preview: what a paper would say, with each missing fact shown and highlighted as `[debtor.name?]`.

It is filled as the paper itself is; only a fact that is absent is printed instead of refused. It is not for sending.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any

from jinja2 import Undefined, nodes
from jinja2.compiler import Frame

from lawkit.drafting.allowed import innermost
from lawkit.drafting.facts import DraftFacts
from lawkit.drafting.names import dotted_name
from lawkit.drafting.printing import printed
from lawkit.drafting.ready import PieceEnvironment, PieceGenerator
from lawkit.facts import Timeline
from lawkit.facts.model import Advocate
from lawkit.facts.people import Representative

_OPEN, _CLOSE = "\ue000\ue001", "\ue001\ue000"
_RUN = re.compile(
    r"<w:r(?: [^>]*)?>(?P<look><w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?(?:(?!</w:r>).)*?" + _OPEN + r".*?</w:r>", re.S
)
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
        if isinstance(value, str) and _OPEN in value:  # what stands in for a fact, whatever filters would make of it
            return printed(value)
        if value is None or (isinstance(value, Undefined) and value._undefined_obj is None):
            return missing(name).encode()
        return printed(whole())


_BANNERS = {"en": "PREVIEW – not for signature, not for sending", "fr": "APERÇU – ni à signer, ni à envoyer"}


def banner(language: str) -> str:
    """Return what marks a preview, on its first page and at the foot of each."""
    return _BANNERS.get(language, _BANNERS["en"])


def under_banner(xml: bytes, words: str) -> bytes:
    """Return a document that begins with words in a paragraph of their own."""
    if not words:
        return xml
    look = '<w:rPr><w:b/><w:highlight w:val="yellow"/></w:rPr>'
    first = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r>{look}<w:t>{escape(words)}</w:t></w:r></w:p>'
    return xml.replace(b"<w:body>", b"<w:body>" + first.encode(), 1)


def with_stand_ins(matter: Timeline, signed_by: str) -> Timeline:
    """Return a matter in which the signer, where it has none, is named as a missing fact."""
    case = matter.case
    if signed_by == "advocate" and case.advocate is None:
        named: dict[str, Any] = {key: missing(f"advocate.{key}") for key in ("name", "enrolment", "bar")}
        advocate = Advocate.model_construct(**named, address=(missing("advocate.address"),), firm=None)
        return replace(matter, case=case.model_copy(update={"advocate": advocate}))
    if signed_by == "creditor" and case.creditor.representative is None:
        signer = Representative.model_construct(
            name=missing("creditor.representative.name"), capacity=missing("creditor.representative.capacity")
        )
        creditor = case.creditor.model_copy(update={"representative": signer})
        return replace(matter, case=case.model_copy(update={"creditor": creditor}))
    return matter


def previewed(facts: DraftFacts, gaps: Sequence[str], language: str) -> DraftFacts:
    """Return the facts of a paper as a preview shows them: what it needs and lacks by name, its foot marked."""
    facts = replace(facts, paper=replace(facts.paper, footer=f"{banner(language)} – {facts.paper.footer}"))
    if "demand" in gaps:
        unknown_days: Any = missing("demand.days")
        facts = replace(facts, demand=replace(facts.demand, days=unknown_days))
    return facts


def missing(name: str) -> str:
    """Return what stands for a missing fact, to be highlighted."""
    return f"{_OPEN}[{name}?]{_CLOSE}"


def highlighted(xml: bytes) -> bytes:
    """Return a part in which each missing fact stands in a run of its own, highlighted."""

    def run(found: re.Match[str]) -> str:
        look = found["look"] or ""
        shown = (look or "<w:rPr></w:rPr>").replace("</w:rPr>", '<w:highlight w:val="yellow"/></w:rPr>')
        text = '<w:t xml:space="preserve">'
        between = f"</w:t></w:r><w:r>{shown}{text}", f"</w:t></w:r><w:r>{look}{text}"
        return _MARKED.sub(lambda name: f"{between[0]}{name[1]}{between[1]}", found.group())

    return _RUN.sub(run, xml.decode()).encode()
