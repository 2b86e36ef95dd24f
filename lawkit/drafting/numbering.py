"""How the paragraphs of a Word file are numbered, as its numbering and its styles say; and how its parts are read."""

from collections.abc import Mapping
from typing import Any

from lawkit.errors import LawkitError
from lawkit.messages import say

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"


def parsed(content: bytes, place: str) -> Any:
    """Return a part as a tree; raise LawkitError for one that is not well formed or holds a document type."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise LawkitError(say("{file}: is not well formed: {error}", file=place, error=error)) from None
    if root.getroottree().docinfo.doctype:
        raise LawkitError(say("{file}: holds a document type; it is refused", file=place))
    return root


class Numbering:
    """How the paragraphs of a file are numbered, as its numbering and styles say."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.lists: dict[str, str] = {}  # number of a list → number of the list it goes on
        self.decimal: dict[str, bool] = {}  # whether it counts 1, 2, 3
        self.styles: dict[str, tuple[str, str]] = {}  # style → list and level
        if "word/numbering.xml" in parts:
            self._read_lists(parsed(parts["word/numbering.xml"], "word/numbering.xml"))
        if "word/styles.xml" in parts:
            self._read_styles(parsed(parts["word/styles.xml"], "word/styles.xml"))

    def _read_lists(self, root: Any) -> None:
        plain = {a.get(f"{W}abstractNumId"): _counts_from_one(a) for a in root.iter(f"{W}abstractNum")}
        first: dict[str, str] = {}
        for each in root.iter(f"{W}num"):
            number, outline = each.get(f"{W}numId"), each.find(f"{W}abstractNumId").get(f"{W}val")
            own = [o.find(f"{W}startOverride") for o in each.iter(f"{W}lvlOverride") if o.get(f"{W}ilvl") == "0"]
            start = next((o.get(f"{W}val") for o in own if o is not None), None)
            goes_on = each.find(f"{W}lvlOverride") is None
            self.lists[number] = first.setdefault(outline, number) if goes_on else number
            self.decimal[number] = plain.get(outline, False) and start in (None, "1")

    def _read_styles(self, root: Any) -> None:
        based, own = {}, {}
        for style in root.iter(f"{W}style"):
            name, base = style.get(f"{W}styleId"), style.find(f"{W}basedOn")
            based[name] = base.get(f"{W}val") if base is not None else None
            if (numbered := style.find(f"{W}pPr/{W}numPr")) is not None:
                own[name] = numbered
        for name in based:
            at, seen = name, set()
            while at is not None and at not in own and at not in seen:
                seen.add(at)
                at = based.get(at)
            if at in own and (found := _list_and_level(own[at])):
                self.styles[name] = found

    def of(self, paragraph: Any) -> tuple[str, str] | None:
        """Return the list and the level a paragraph is numbered in, or None."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return None
        own = properties.find(f"{W}numPr")
        style = properties.find(f"{W}pStyle")
        found = self.styles.get(style.get(f"{W}val")) if style is not None else None
        if own is not None:
            number, level = own.find(f"{W}numId"), own.find(f"{W}ilvl")
            if number is None:
                return (found[0], level.get(f"{W}val")) if found and level is not None else found
            found = number.get(f"{W}val"), level.get(f"{W}val") if level is not None else "0"
        return None if found is None or found[0] == "0" else (self.lists.get(found[0], found[0]), found[1])


def _counts_from_one(outline: Any) -> bool:
    for level in outline.iter(f"{W}lvl"):
        if level.get(f"{W}ilvl") == "0":
            values = {c.tag: c.get(f"{W}val") for c in level}
            return bool(values.get(f"{W}numFmt", "decimal") == "decimal" and values.get(f"{W}start", "1") == "1")
    return False


def _list_and_level(numbered: Any) -> tuple[str, str] | None:
    number, level = numbered.find(f"{W}numId"), numbered.find(f"{W}ilvl")
    return (number.get(f"{W}val"), level.get(f"{W}val") if level is not None else "0") if number is not None else None
