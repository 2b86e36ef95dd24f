"""A precedent as a Word file for a firm to edit, with its front matter and the hashes of what it was made from beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lawkit.drafting.compile import compile_precedent
from lawkit.drafting.fill import core_properties
from lawkit.drafting.package import pack
from lawkit.drafting.precedent import Precedent, front_lines, house_file, texts_of
from lawkit.messages import say

_NUMBERED = re.compile(
    r'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="(?P<list>\d+)"/></w:numPr>|<w:bookmarkStart w:id="\d+" w:name="(?P<name>para_\w+)"/>'
)
_SHOWN = re.compile(r'(<w:fldSimple w:instr=" REF (para_\w+) [^"]*">(?:(?!</w:fldSimple>).)*?<w:t>)0(?=</w:t>)')


@dataclass(frozen=True)
class Exported:
    """The two files of an exported precedent."""

    word: bytes
    front: bytes


def export(precedent: Precedent, folders: Sequence[Path]) -> Exported:
    """Return a precedent kept as a text as a Word file and the front matter to keep beside it; the same bytes each time."""
    front = precedent.front
    template = compile_precedent(precedent, (), house_file(folders, front.layout))
    parts = dict(template.parts)
    parts["word/document.xml"] = _numbers_shown(parts["word/document.xml"].decode()).encode()
    parts["docProps/core.xml"] = core_properties(front.title, "lawkit", front.reviewed.on).encode()
    lines = [
        say("# Front matter of {name}, and the texts it was exported from: precedents check tells when one has changed.",
            name=f"{precedent.name}.{front.language}.docx"),
        *(line for line in front_lines(precedent) if not line.startswith("based_on")),
        "based_on:",
        *(f'  "{path}": "{digest}"' for path, digest in texts_of(precedent, folders).items()),
    ]  # fmt: skip
    return Exported(pack(parts), ("\n".join(lines) + "\n").encode())


def _numbers_shown(document: str) -> str:
    """Return a document in which each cited paragraph's number is shown as if every paragraph applied."""
    counts: dict[str, int] = {}
    known: dict[str, int] = {}
    last = 0
    for found in _NUMBERED.finditer(document):
        if found["list"]:
            last = counts[found["list"]] = counts.get(found["list"], 0) + 1
        else:
            known[found["name"]] = last
    return _SHOWN.sub(lambda found: f"{found[1]}{known.get(found[2], 0)}", document)
