"""A part of a Word template as Jinja source.

docxtpl's rules say what a tag split over runs, a `{%p` or a `{%tr` means. A part whose tags all stand whole, as lawkit
writes them, needs only three of the rules, given here; any other goes through docxtpl itself. A test holds both to the
same source for every shipped precedent.
"""

import re

_PARAGRAPH = re.compile(r"<w:p><w:r><w:t xml:space=\"preserve\">\{%p ([^}%<]*%\})</w:t></w:r></w:p>")
_ROW = re.compile(
    r"<w:tr><w:tc>\n?<w:p><w:r><w:t xml:space=\"preserve\">\{%tr ([^}%<]*%\})</w:t></w:r></w:p></w:tc></w:tr>"
)
_SPACES = re.compile(r"<w:t>((?:(?!<w:t>).)*?)(\{\{|\{%)", re.S)
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.S)
_WHOLE = re.compile(r"(?:\{\{|\{%) (?!(?:colspan|cellbg|vm|hm)\b)[^<{}]* (?:\}\}|%\})")
_QUOTES = str.maketrans("“”‘’", "\"\"''")


def jinja_source(xml: str) -> str:
    """Return the source of a part, each of its lines one line of the part."""
    return _of_whole_tags(xml) or _by_docxtpl(xml)


def _of_whole_tags(xml: str) -> str:
    """Return the source of a part whose tags all stand whole, else nothing."""
    xml = _PARAGRAPH.sub(r"{% \1", _ROW.sub(r"{% \1", xml))
    between = _TAG.split(xml)
    if any("{" in text or "}" in text for text in between) or not all(map(_WHOLE.fullmatch, _TAG.findall(xml))):
        return ""
    return _TAG.sub(_plain, _SPACES.sub(r'<w:t xml:space="preserve">\1\2', xml))


def _plain(tag: re.Match[str]) -> str:
    text = tag.group().replace("&#8216;", "'").replace("&lt;", "<").replace("&gt;", ">")
    return text.translate(_QUOTES)


def _by_docxtpl(xml: str) -> str:
    from docxtpl import DocxTemplate

    return str(DocxTemplate.patch_xml(None, xml))
