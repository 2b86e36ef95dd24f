"""The text language of precedents: lines into blocks, a paragraph into runs. Anything else is refused with its line.

Before a paragraph is read each Jinja tag becomes one opaque character, so that a `|` or a `*` inside a tag is
nothing to the reader of tables and emphasis.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt

from lawkit.drafting.template import Line
from lawkit.errors import Problem, ProblemsFound, unknown
from lawkit.messages import say

FENCES = (
    "letterhead", "reference", "mode", "addressee", "subject", "parties", "schedule", "signature", "verification",
    "enclosures", "note", "restart",
)  # fmt: skip
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_BLOCK_TAG = re.compile(r"\s*(\{%-?\s*(if|elif|else|endif|for|endfor)\b[^%]*%\})\s*")
_NUMBERED = re.compile(r"(\s*)1\.\s+(?:\[#([a-z][a-z0-9-]*)\]\s*)?(.*)")
# at the beginning of a paragraph, and of a line that goes on one
_NO_BLOCK = re.compile(r"[#>`~]|\d+[.)] |[*+] |    |<|\s+[-*+>#] |(?:-{3,}|={3,}|\*{3,})\s*$")
_NO_GOING_ON = re.compile(r"\s*(?:[>*+] |(?:-{3,}|={3,}|\*{3,})\s*$)")
_OPAQUE = 0xE000
_TAG_WORDS = ("if", "elif", "else", "endif", "for", "endfor")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph: text or tags, bold or italic; `cited` where it is the number of a paragraph."""

    text: str
    bold: bool = False
    italic: bool = False
    cited: str | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    """A Jinja tag alone on its line, between paragraphs or rows."""

    text: str
    word: str
    place: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a kind: body, heading-1…3, numbered, sub, bullet, page, or a line of a fenced block."""

    kind: str
    runs: tuple[Run, ...]
    place: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: alignment and relative width of each column, its head, and its rows with tags between them."""

    right: tuple[bool, ...]
    widths: tuple[int, ...]
    head: tuple[tuple[Run, ...], ...]
    rows: tuple["tuple[tuple[Run, ...], ...] | Tag", ...]
    place: str
    places: tuple[str, ...] = ()  # of each row


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block such as a letterhead or a signature: its lines and the tags between them."""

    kind: str
    argument: str
    items: tuple["Paragraph | Tag", ...] = field(default=())
    place: str = ""


Block = Paragraph | Table | Tag | Fence


def parse(lines: Sequence[Line]) -> list[Block]:
    """Return the blocks of a precedent; raise ProblemsFound with the line of what cannot be read."""
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        text = line.text
        if not text.strip():
            at += 1
        elif text.startswith(":::"):
            fence, at = _fence(lines, at)
            blocks.append(fence)
        elif tag := _tag(line):
            blocks.append(tag)
            at += 1
        elif text.strip() == "\\newpage":
            blocks.append(Paragraph("page", (), line.place))
            at += 1
        elif text.startswith("|"):
            table, at = _table(lines, at)
            blocks.append(table)
        else:
            paragraph, at = _paragraph(lines, at)
            blocks.append(paragraph)
    _balanced(blocks)
    return blocks


def _refuse(line_place: str, text: str) -> ProblemsFound:
    return ProblemsFound([Problem(line_place, "", text)])


def _tag(line: Line) -> Tag | None:
    found = _BLOCK_TAG.fullmatch(line.text)
    return Tag(found.group(1), found.group(2), line.place) if found else None


def _fence(lines: Sequence[Line], at: int) -> tuple[Fence, int]:
    first = lines[at]
    words = first.text[3:].split()
    if not words or words[0] not in FENCES:
        raise _refuse(first.place, unknown(say("block"), words[0] if words else "", FENCES))
    if words[0] == "restart":
        return Fence("restart", "", (), first.place), at + 1
    items: list[Paragraph | Tag] = []
    at += 1
    while at < len(lines) and lines[at].text.strip() != ":::":
        line = lines[at]
        if tag := _tag(line):
            items.append(tag)
        elif line.text.startswith(":::"):
            raise _refuse(line.place, say("a block inside a block; close the first with :::"))
        elif line.text.strip():
            items.append(Paragraph(words[0], inline(line.text.strip(), line.place), line.place))
        at += 1
    if at == len(lines):
        raise _refuse(first.place, say("the block is not closed with :::"))
    _balanced(items)
    return Fence(words[0], " ".join(words[1:]), tuple(items), first.place), at + 1


def _starts_block(text: str) -> bool:
    return bool(
        not text.strip() or text.startswith((":::", "|", "#", "- ")) or _NUMBERED.match(text)
        or _BLOCK_TAG.fullmatch(text) or text.strip() == "\\newpage"
    )  # fmt: skip


def _paragraph(lines: Sequence[Line], at: int) -> tuple[Paragraph, int]:
    first = lines[at]
    text, kind, name = first.text, "body", None
    if heading := re.match(r"(#{1,3}) +(.*)", text):
        return Paragraph(f"heading-{len(heading.group(1))}", inline(heading.group(2), first.place), first.place), at + 1
    if numbered := _NUMBERED.fullmatch(text):
        indent, name, text = numbered.groups()
        kind = "sub" if len(indent) >= 4 else "numbered"
        if kind == "sub" and name:
            raise _refuse(first.place, say("only a numbered paragraph can be named, not a sub-paragraph"))
    elif text.startswith("- "):
        kind, text = "bullet", text[2:]
    elif _NO_BLOCK.match(text):
        raise _refuse(first.place, say("is not part of the text language: {text}", text=text.strip()[:40]))
    parts = [text.strip()]
    at += 1
    while at < len(lines) and not _starts_block(lines[at].text):
        if _NO_GOING_ON.match(lines[at].text):
            raise _refuse(
                lines[at].place, say("is not part of the text language: {text}", text=lines[at].text.strip()[:40])
            )
        parts.append(lines[at].text.strip())
        at += 1
    return Paragraph(kind, inline(" ".join(parts), first.place), first.place, name), at


def _cells(text: str, place: str) -> list[str]:
    hidden, tags = _hide(text)
    if not hidden.rstrip().endswith("|"):
        raise _refuse(place, say("a row of a table begins and ends with |"))
    return [_show(cell.strip(), tags) for cell in hidden.strip()[1:-1].split("|")]


def _table(lines: Sequence[Line], at: int) -> tuple[Table, int]:
    first = lines[at]
    head = _cells(first.text, first.place)
    if at + 1 == len(lines) or not re.fullmatch(r"\|(:?-+:?\|)+", lines[at + 1].text.strip()):
        raise _refuse(first.place, say("the second line of a table is its rule, such as |:---|---:|"))
    rule = lines[at + 1].text.strip().strip("|").split("|")
    if len(rule) != len(head):
        raise _refuse(lines[at + 1].place, say("the rule has {n} columns, the head {m}", n=len(rule), m=len(head)))
    rows: list[tuple[tuple[Run, ...], ...] | Tag] = []
    places: list[str] = []
    at += 2
    while at < len(lines) and lines[at].text.strip():
        line = lines[at]
        places.append(line.place)
        if tag := _tag(line):
            rows.append(tag)
        else:
            cells = _cells(line.text, line.place)
            if len(cells) != len(head):
                raise _refuse(line.place, say("the row has {n} columns, the head {m}", n=len(cells), m=len(head)))
            rows.append(tuple(inline(cell, line.place) for cell in cells))
        at += 1
    _balanced([row for row in rows if isinstance(row, Tag)])
    right = tuple(cell.endswith(":") and not cell.startswith(":") for cell in rule)
    shown = tuple(inline(cell, first.place) for cell in head)
    return Table(right, tuple(len(cell) for cell in rule), shown, tuple(rows), first.place, tuple(places)), at


# -- tags ----------------------------------------------------------------------------------------


def _hide(text: str) -> tuple[str, list[str]]:
    """Replace each tag by one opaque character."""
    tags: list[str] = []

    def keep(found: re.Match[str]) -> str:
        tags.append(found.group())
        return chr(_OPAQUE + len(tags) - 1)

    return _TAG.sub(keep, text), tags


def _show(text: str, tags: Sequence[str]) -> str:
    return re.sub(r"[\ue000-\uf8ff]", lambda found: tags[ord(found.group()) - _OPAQUE], text)


def _balanced(items: Sequence[object]) -> None:
    """Refuse tags that do not pair within one level: body, block, table, paragraph."""
    open_tags: list[Tag] = []
    for tag in items:
        if not isinstance(tag, Tag):
            continue
        if tag.word in ("if", "for"):
            open_tags.append(tag)
        elif not open_tags:
            raise _refuse(tag.place, say("{tag} closes nothing at this level", tag=tag.text))
        elif tag.word in ("endif", "endfor"):
            if open_tags[-1].word != tag.word.removeprefix("end"):
                raise _refuse(tag.place, say("{tag} does not close {open}", tag=tag.text, open=open_tags[-1].text))
            open_tags.pop()
        elif open_tags[-1].word != "if":
            raise _refuse(tag.place, say("{tag} stands outside an if", tag=tag.text))
    if open_tags:
        raise _refuse(open_tags[-1].place, say("{tag} is not closed at this level", tag=open_tags[-1].text))


def _check_tags(text: str, place: str) -> None:
    """Refuse tags other than blanks, if and for, and pairs that do not close within the run of one emphasis."""
    tags = []
    for found in _TAG.finditer(text):
        tag = found.group()
        if tag.startswith("{%"):
            word = tag[2:-2].strip("- ").split()[0] if tag[2:-2].strip("- ") else ""
            if word not in _TAG_WORDS:
                raise _refuse(place, say("{tag}: only if and for are allowed here", tag=tag))
            tags.append(Tag(tag, word, place))
    rest = _TAG.sub("", text)
    for mark in ("{{", "}}", "{%", "%}", "{#"):
        if mark in rest:
            raise _refuse(place, say("{mark} without its other half", mark=mark))
    _balanced(tags)


_MARKDOWN = MarkdownIt("zero").enable(["emphasis", "escape"])
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
# What other dialects of Markdown know and a paper would print as typed, and how it is written to be printed so.
_FOREIGN = (
    (re.compile(r"`"), "\\`"),
    (re.compile(r"!?\[[^\]]*\]\([^)]*\)?"), "\\["),
    (re.compile(r"\[[^\]@]+\]\[[^\]@]*\]|\[\^[^\]]*\]"), "\\["),
    (re.compile(r"</?[A-Za-z][^>]*>?|<[!?][^>]*>?"), "\\<"),
    (re.compile(r"~~"), "\\~\\~"),
    (re.compile(r"&(?:[A-Za-z][A-Za-z0-9]*|#[0-9A-Za-z]+);"), "\\&"),
    (re.compile(r"\\"), "\\\\"),
)


def _check_foreign(hidden: str, place: str) -> None:
    """Refuse what is Markdown or HTML elsewhere and would be printed as typed; escaped it is a text like any other."""
    plain = _ESCAPED.sub("", hidden)
    for pattern, escaped in _FOREIGN:
        if found := pattern.search(plain):
            raise _refuse(
                place,
                say("is not part of the text language: {text}; to print it write {escaped}",
                    text=re.sub("[\ue000-\uf8ff]", "…", found.group())[:40], escaped=escaped),
            )  # fmt: skip


def _check_stars(hidden: str, printed: str, place: str) -> None:
    """Refuse a star that is neither emphasis nor escaped."""
    if printed.count("*") > sum(each == "*" for each in _ESCAPED.findall(hidden)):
        raise _refuse(place, say("a * that closes no emphasis; to print it write {escaped}", escaped="\\*"))


def inline(text: str, place: str) -> tuple[Run, ...]:
    """Return a paragraph's text as runs; `[@name]` becomes the number of a paragraph."""
    _check_tags(text, place)
    hidden, tags = _hide(text)
    _check_foreign(hidden, place)
    tokens = _MARKDOWN.parseInline(hidden)[0].children or []
    _check_stars(hidden, "".join(token.content for token in tokens if token.type == "text"), place)
    bold = italic = 0
    runs: list[Run] = []
    for token in tokens:
        if token.type == "strong_open":
            bold += 1
        elif token.type == "strong_close":
            bold -= 1
        elif token.type == "em_open":
            italic += 1
        elif token.type == "em_close":
            italic -= 1
        else:
            for part in re.split(r"(\[@[a-z][a-z0-9-]*\])", token.content):
                if part.startswith("[@"):
                    runs.append(Run("", bool(bold), bool(italic), part[2:-1]))
                elif part:
                    shown = _show(part, tags)
                    if bold or italic:
                        _check_tags(shown, place)
                    runs.append(Run(shown, bool(bold), bool(italic)))
    return tuple(_joined(runs))


def _joined(runs: Sequence[Run]) -> list[Run]:
    """Join neighbours of one look; a condition may then span what Markdown split at an escape."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and run.cited is None and last.cited is None and (last.bold, last.italic) == (run.bold, run.italic):
            joined[-1] = Run(last.text + run.text, run.bold, run.italic)
        else:
            joined.append(run)
    return joined
