"""A hundred and more attacks by a template: each refused by the check of precedents, and again by filling where no
check was made. Those on the text come through a Word file's paragraphs, those on the file through its parts.
"""

import io
import struct
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from lawkit.cli.precedents import check_precedent
from lawkit.drafting.fill import fill
from lawkit.drafting.filters import filters
from lawkit.drafting.package import pack, unpack
from lawkit.drafting.precedent import load_precedent
from lawkit.drafting.template import WordTemplate, tagged_parts
from lawkit.errors import LawkitError
from lawkit.law import load_jurisdiction
from lawkit.resources import shipped
from tests.drafting.conftest import FRONT, Small

FILTERS = filters("en", "INR")
HOUSE = (shipped("precedents") / "letter.docx").read_bytes()
LAW = load_jurisdiction("india")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

LONG = "x" * 5000
TEXTS = [
    # out of the sandbox by attributes
    "{{ ''.__class__ }}", "{{ ''.__class__.__mro__ }}", "{{ ''.__class__.__mro__[1].__subclasses__() }}", "{{ paper.__class__ }}",
    "{{ paper.__init__.__globals__ }}", "{{ paper.__dict__ }}", "{{ paper.__dataclass_fields__ }}", "{{ creditor.__module__ }}",
    "{{ cite.__globals__ }}", "{{ cite.__globals__.os }}", "{{ cite.__closure__ }}", "{{ cite.__code__ }}", "{{ annexure.__self__ }}",
    "{{ paper.date.__class__.today() }}", "{{ paper.reference.__doc__ }}", "{{ invoices.__getitem__ }}", "{{ _ }}", "{{ __builtins__ }}", "{{ creditor._asdict }}",
    "{{ paper['__class__'] }}", "{{ paper['reference'] }}", "{{ ''['__class__'] }}", "{{ ()|attr('__class__') }}", "{{ invoices[0] }}",
    "{{ invoices[0].number }}", "{{ invoices[:1] }}", "{{ [].__class__ }}", "{{ {}.__class__.__base__ }}", "{{ ().__class__.__bases__ }}",
    # by globals
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}", "{{ joiner.__init__.__globals__ }}", "{{ lipsum.__globals__['os'] }}",
    "{{ lipsum() }}", "{{ namespace() }}", "{{ namespace(a=1).a }}", "{{ dict(a=1) }}", "{{ range(9) }}", "{{ cycler('a') }}", "{{ self }}",
    "{{ self.__init__ }}", "{{ self._TemplateReference__context }}", "{{ config }}", "{{ request }}", "{{ caller() }}", "{{ varargs }}", "{{ super() }}",
    "{{ context }}", "{{ environment }}", "{{ url_for.__globals__ }}", "{{ get_flashed_messages.__globals__ }}", "{{ open('/etc/passwd').read() }}",
    "{{ eval('1') }}", "{{ exec('1') }}", "{{ import_module('os') }}", "{{ getattr(paper, 'reference') }}", "{{ print('x') }}",
    # by filters and tests
    "{{ paper|attr('__class__') }}", "{{ invoices|map(attribute='__class__')|list }}", "{{ invoices|map('upper')|list }}", "{{ invoices|list }}",
    "{{ paper.reference|format }}", "{{ '%s'|format(paper) }}", "{{ '%99999999d'|format(1) }}", "{{ paper.reference|safe }}", "{{ paper.reference|e }}",
    "{{ paper|pprint }}", "{{ paper|tojson }}", "{{ invoices|groupby('number') }}", "{{ invoices|batch(1) }}", "{{ paper.reference|center(99999999) }}",
    "{{ paper.reference|replace('a', 'b') }}", "{{ paper.reference|indent(99999999) }}", "{{ paper.reference|urlize }}", "{{ paper|xmlattr }}",
    "{{ invoices|random }}", "{{ invoices|sum(attribute='total') }}", "{{ paper.reference|upper(*invoices) }}", "{{ paper.reference|upper(**paper) }}",
    "{{ paper.reference|plural(singular='a', plural='b') }}", "{{ 1 is callable }}", "{{ paper is defined }}", "{{ paper.reference is sameas paper }}",
    # by methods and formats
    "{{ '{0.__class__}'.format(paper) }}", "{{ paper.reference.format(paper) }}", "{{ paper.reference.upper() }}", "{{ paper.reference.join(invoices) }}",
    "{{ '%s' % paper }}", "{{ '%099999999d' % 1 }}", "{{ invoices.count(1) }}", "{{ paper.date.strftime('%Y') }}", "{{ creditor.name.encode() }}",
    "{{ cite(paper) }}", "{{ cite('a', 'b') }}", "{{ cite(*invoices) }}", "{{ cite(**paper) }}", "{{ cite(rule='x') }}", "{{ cite('x')('y') }}", "{{ cite('x').upper() }}",
    "{{ loop }}", "{{ loop.cycle('a') }}", "{{ cite }}", "{{ paper }}",
    # by statements
    "{% set x = 1 %}", "{% set paper = 1 %}{{ paper }}", "{% set x %}y{% endset %}", "{% macro m() %}x{% endmacro %}", "{% call m() %}x{% endcall %}",
    "{% include '/etc/passwd' %}", "{% import 'os' as os %}", "{% from 'os' import path %}", "{% extends 'base' %}", "{% block b %}x{% endblock %}",
    "{% do invoices.append(1) %}", "{% filter upper %}x{% endfilter %}", "{% with x = 1 %}{{ x }}{% endwith %}", "{% autoescape false %}x{% endautoescape %}",
    "{% raw %}{{ paper.reference }}{% endraw %}", "{%- raw -%}x{%- endraw -%}", "{# hidden #}", "{# {{ paper.reference }} #}", "{% trans %}x{% endtrans %}", "{% debug %}", "{% break %}",
    "{% for x in invoices %}{% continue %}{% endfor %}", "{% cellbg paper.reference %}", "{% colspan 3 %}", "{% hm %}", "{% vm %}",
    # without end
    "{{ 'a' * 1000000000 }}", "{{ 9 ** 9 ** 9 }}", "{{ 1 + 1 }}", "{{ 'a' ~ 'b' }}", "{{ 10 // 3 }}", "{{ [0] * 1000000000 }}", "{{ -1 }}",
    "{% for a in range(1000000000) %}x{% endfor %}", "{% for a in 'abc' %}x{% endfor %}", "{% for a in [1, 2] %}x{% endfor %}",
    "{% for a in invoices %}{% for b in invoices %}{% for c in invoices %}x{% endfor %}{% endfor %}{% endfor %}",
    "{% for a in invoices recursive %}{{ loop(invoices) }}{% endfor %}", "{% for a in invoices if a.total %}x{% endfor %}",
    "{% for a, b in invoices %}x{% endfor %}", "{% for cite in invoices %}x{% endfor %}", "{% for loop in invoices %}x{% endfor %}", "{% for _x in invoices %}x{% endfor %}",
    "{% if yes %}" * 12 + "x" + "{% endif %}" * 12, "{{ " + "(" * 150 + "1" + ")" * 150 + " }}", "{% if " + "not " * 80 + "yes %}x{% endif %}",
    "{{ '" + LONG + "' }}", "{{ " + "9" * 390 + " }}", "{{ 1e300 }}", "{{ paper.reference" + "|upper" * 60 + " }}", "{{ 'a' if yes else 'b' }}",
    "{{ lambda: 1 }}", "{{ yes and 'a' or 'b' }}", "{{ {'a': paper} }}", "{{ (1, 2) }}", "{{ '{{ paper.reference }}' }}", "{{ '{% if yes %}' }}",
    # half tags, tags over parts of the page
    "{{ paper.reference", "paper.reference }}", "{% if yes %}x", "{% endif %}", "{% if yes %}x{% endfor %}", "{% else %}", "{{ }}", "{% %}", "{{{ paper.reference }}}",
    "{{ 'x }}", "{% if %}x{% endif %}", "{{ paper..reference }}", "{{ paper.reference | }}", "{{ 1 2 }}",
]  # fmt: skip


def paragraph(text: str) -> str:
    from html import escape

    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r></w:p>'


def with_body(xml: str, more: dict[str, bytes] | None = None) -> dict[str, bytes]:
    """Return the parts of a Word file whose text is what is given."""
    parts = {name: part for name, part in unpack(HOUSE).items() if not name.startswith("customXml")}
    document = parts["word/document.xml"].decode()
    at, end = document.index("<w:body>") + 8, document.index("<w:sectPr")
    parts["word/document.xml"] = (document[:at] + xml + document[end:]).encode()
    return parts | (more or {})


def refused_by_check(tmp_path: Path, content: bytes) -> str:
    """Return what `precedents check` says of a firm's Word file."""
    folder = tmp_path / "precedents" / "india"
    folder.mkdir(parents=True)
    (folder / "p.en.docx").write_bytes(content)
    (folder / "p.en.yaml").write_text(FRONT.format(layout="letter").strip().strip("-").strip() + "\n")
    return "\n".join(map(str, check_precedent("india", "p", "en", LAW, tmp_path)))


def refused_by_filling(parts: dict[str, bytes] | tuple[tuple[str, bytes], ...]) -> str:
    """Return why a template made from parts, checked by nobody, is not filled."""
    pairs = parts if isinstance(parts, tuple) else tuple(sorted(parts.items()))
    template = WordTemplate("p", pairs, tagged_parts(dict(pairs)), ())
    callables = {"cite": lambda rule: "s. 1", "annexure": lambda name: "A"}
    try:
        fill(template, Facts(), FILTERS, callables, title="T", author="A", on=date(2026, 11, 24))
    except LawkitError as error:
        return str(error)
    return ""


class _Named:
    """What the attacks name, where filling alone must withstand them."""


def _facts() -> type:
    from dataclasses import dataclass, field

    @dataclass(frozen=True)
    class PaperLike:
        reference: str = "R"
        date: object = date(2026, 1, 1)
        footer: str = "f"
        page_word: str = "Page"
        of_word: str = "of"

    @dataclass(frozen=True)
    class Facts:
        paper: PaperLike = PaperLike()
        creditor: Small = Small()
        invoices: tuple[object, ...] = field(default=tuple(Small().items))
        yes: bool = True

    return Facts


Facts = _facts()


def test_there_are_more_than_a_hundred() -> None:
    assert len(set(TEXTS)) == len(TEXTS) and len(TEXTS) + len(PARTS) + len(FILES) > 150


@pytest.mark.parametrize("text", TEXTS, ids=[f"{n}-{t[:36]}" for n, t in enumerate(TEXTS)])
def test_an_attack_in_the_text_is_refused_by_check_and_again_by_filling(tmp_path: Path, text: str) -> None:
    start = time.perf_counter()
    parts = with_body(paragraph(text))
    assert refused_by_check(tmp_path, pack(parts))
    assert refused_by_filling(parts)
    assert time.perf_counter() - start < 5


SPLIT = [
    "{{ ''.__class__.__mro__ }}",
    "{% set x = 1 %}",
    "{{ cycler.__init__ }}",
    "{{ 'a' * 999999999 }}",
    "{% include 'x' %}",
]


@pytest.mark.parametrize("text", SPLIT)
def test_an_attack_that_word_split_over_runs_is_put_together_and_refused(tmp_path: Path, text: str) -> None:
    runs = "".join(
        f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{text[n : n + 2]}</w:t></w:r>'
        for n in range(0, len(text), 2)
    )
    parts = with_body(f"<w:p>{runs}</w:p>")
    assert refused_by_check(tmp_path, pack(parts))
    assert refused_by_filling(parts)


@pytest.mark.parametrize("text", TEXTS[:60:7])
def test_an_attack_in_a_precedent_of_text_is_refused_with_its_line(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "precedents" / "india"
    folder.mkdir(parents=True)
    (folder / "p.en.md").write_text(FRONT.format(layout="letter") + f"Dear Sir,\n\n{text}\n")
    problems = check_precedent("india", "p", "en", LAW, tmp_path)
    assert problems and "p.en.md:12" in problems[0].place
    load_precedent([tmp_path / "precedents"], "india", "p", "en")  # it can be read, and nothing more


# -- in the parts of the file ------------------------------------------------------------------------

RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def relation(kind: str, target: str, external: bool = True) -> bytes:
    mode = ' TargetMode="External"' if external else ""
    return RELATIONS.format(f'<Relationship Id="r1" Type="http://x/{kind}" Target="{target}"{mode}/>').encode()


def header(inside: str) -> bytes:
    return f'<?xml version="1.0"?><w:hdr {W}>{inside}</w:hdr>'.encode()


def field(code: str) -> str:
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + "".join(f"<w:r><w:instrText>{code[n : n + 4]}</w:instrText></w:r>" for n in range(0, len(code), 4))
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def simple(code: str) -> str:
    return f'<w:p><w:fldSimple w:instr=" {code} "><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'


OK = paragraph("x")
PARTS: list[tuple[str, Callable[[], dict[str, bytes]]]] = [
    ("macros", lambda: with_body(OK, {"word/vbaProject.bin": b"x"})),
    ("macro data", lambda: with_body(OK, {"word/vbaData.xml": b"<a/>"})),
    ("macros elsewhere", lambda: with_body(OK, {"xl/vbaproject.BIN": b"x"})),
    ("ole object", lambda: with_body(OK, {"word/embeddings/oleObject1.bin": b"x"})),
    ("embedded document", lambda: with_body(OK, {"word/embeddings/d.docx": b"x"})),
    ("activex", lambda: with_body(OK, {"word/activeX/activeX1.xml": b"<a/>"})),
    ("a program", lambda: with_body(OK, {"word/media/a.exe": b"MZ"})),
    ("a script", lambda: with_body(OK, {"word/media/a.js": b"x"})),
    ("html chunk", lambda: with_body(OK, {"word/afchunk1.html": b"<b>"})),
    ("rtf chunk", lambda: with_body(OK, {"word/x.rtf": b"{"})),
    ("macro content type", lambda: with_body(OK, {"[Content_Types].xml": b"<Types>macroEnabled.main+xml</Types>"})),
    ("altChunk", lambda: with_body(OK + '<w:altChunk r:id="r1"/>')),
    ("object", lambda: with_body("<w:p><w:r><w:object/></w:r></w:p>")),
    ("ole element", lambda: with_body('<w:p><w:r><w:pict><o:OLEObject Type="Link"/></w:pict></w:r></w:p>')),
    ("control", lambda: with_body("<w:p><w:r><w:control/></w:r></w:p>")),
    ("sub-document", lambda: with_body(OK + '<w:subDoc r:id="r1"/>')),
    ("external image", lambda: with_body(OK, {"word/_rels/header1.xml.rels": relation("image", "http://far.example/a.png")})),
    ("external ole", lambda: with_body(OK, {"word/_rels/header1.xml.rels": relation("oleObject", "file:///c:/x")})),
    ("unc image", lambda: with_body(OK, {"word/_rels/header1.xml.rels": relation("image", "\\\\evil\\share\\a.png")})),
    ("frame", lambda: with_body(OK, {"word/_rels/header1.xml.rels": relation("frame", "http://far.example")})),
    ("script link", lambda: with_body(OK, {"word/_rels/header1.xml.rels": relation("hyperlink", "javascript:alert(1)")})),
    ("file link", lambda: with_body(OK, {"word/_rels/header1.xml.rels": relation("hyperlink", "file:///etc/passwd")})),
    ("absolute target", lambda: with_body(OK, {"word/_rels/header1.xml.rels": relation("image", "http://far.example/a", False)})),
    ("mail merge source", lambda: with_body(OK, {"word/_rels/header1.xml.rels": relation("mailMergeSource", "file:///c:/d.mdb")})),
    ("tag in a link", lambda: with_body(OK, {"word/_rels/header1.xml.rels": relation("hyperlink", "http://x/{{ paper.reference }}")})),
    ("DDE", lambda: with_body(field(' DDE "cmd" "/c calc" '))),
    ("DDEAUTO", lambda: with_body(field(" DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "))),
    ("DDE simple", lambda: with_body(simple("DDE cmd x"))),
    ("INCLUDETEXT", lambda: with_body(field(' INCLUDETEXT "/etc/passwd" '))),
    ("INCLUDEPICTURE", lambda: with_body(simple("INCLUDEPICTURE &quot;http://far.example/a.png&quot; \\d"))),
    ("LINK", lambda: with_body(simple("LINK Excel.Sheet.8 &quot;c:\\x.xls&quot;"))),
    ("IMPORT", lambda: with_body(simple("IMPORT x"))),
    ("MACROBUTTON", lambda: with_body(simple("MACROBUTTON AutoOpen x"))),
    ("DATABASE", lambda: with_body(simple("DATABASE \\d x"))),
    ("RD", lambda: with_body(simple("RD x"))),
    ("PRINT", lambda: with_body(simple("PRINT x"))),
    ("ASK", lambda: with_body(simple("ASK a b"))),
    ("FILLIN", lambda: with_body(simple("FILLIN a"))),
    ("EMBED", lambda: with_body(simple("EMBED Package"))),
    ("AUTOTEXT", lambda: with_body(simple("AUTOTEXT x"))),
    ("FILENAME", lambda: with_body(simple("FILENAME \\p"))),
    ("USERNAME", lambda: with_body(simple("USERNAME"))),
    ("a date that changes", lambda: with_body(simple("DATE"))),
    ("QUOTE", lambda: with_body(simple("QUOTE 34"))),
    ("a field of no name", lambda: with_body(field("  "))),
    ("a link field to a file", lambda: with_body(simple("HYPERLINK &quot;file:///c:/x&quot;"))),
    ("a nested field", lambda: with_body('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>')),
    ("a field in a header", lambda: with_body(OK, {"word/header9.xml": header(simple("DDE x"))})),
    ("a tag in a field's code", lambda: with_body(simple("HYPERLINK &quot;http://x/{{ paper.reference }}&quot;"))),
    ("a tag in an attribute", lambda: with_body('<w:p><w:pPr><w:jc w:val="{{ paper.reference }}"/></w:pPr></w:p>')),
    ("a condition in an attribute", lambda: with_body('<w:p><w:pPr><w:jc w:val="{% if yes %}left{% endif %}"/></w:pPr></w:p>')),
    ("a tag between paragraphs", lambda: with_body("{{ paper.reference }}" + OK)),
    ("a tag in an instruction", lambda: with_body("<w:p><w:r><w:instrText>PAGE {{ paper.reference }}</w:instrText></w:r></w:p>")),
    ("a condition over two cells", lambda: with_body(
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{% if yes %}a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b{% endif %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")),
    ("a loop over paragraphs that begins in one", lambda: with_body(paragraph("a {% for i in invoices %}") + paragraph("b {% endfor %}"))),
    ("a tag in styles", lambda: with_body(OK, {"word/fontTable.xml": f'<w:fonts {W}><w:font w:name="{{{{ x }}}}"/></w:fonts>'.encode()})),
    ("a tag in properties", lambda: with_body(OK, {"docProps/app.xml": b"<Properties>{{ paper.reference }}</Properties>"})),
    ("a tag in a chart", lambda: with_body(OK, {"word/charts/chart1.xml": b"<c>{% if x %}</c>"})),
    ("an entity for a brace", lambda: with_body('<w:p><w:r><w:t>&#123;&#123; paper.__class__ &#125;&#125;</w:t></w:r></w:p>')),
    ("braces made of entities", lambda: with_body('<w:p><w:r><w:t>&#x7b;% set x = 1 %&#x7d;</w:t></w:r></w:p>')),
    ("document type", lambda: with_body(OK, {"word/header9.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'})),
    ("document type far in", lambda: with_body(OK, {"word/header9.xml": b" " * 6000 + b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'})),
    ("external entity", lambda: with_body(OK, {"word/header9.xml": b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'})),
    ("a billion laughs", lambda: with_body(OK, {"word/header9.xml": b'<!DOCTYPE l [<!ENTITY a "ha">'
        + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10 if n else b"&a;" * 10) for n in range(9)) + b"]><l>&a8;</l>"})),
    ("document type in UTF-16", lambda: with_body(OK, {"word/header9.xml": '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16")})),
    ("not well formed", lambda: with_body(OK, {"word/header9.xml": b"<a><b></a>"})),
    ("deep elements", lambda: with_body(OK, {"word/header9.xml": b"<a>" * 3000 + b"</a>" * 3000})),
    ("tracked insertion", lambda: with_body('<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>y</w:t></w:r></w:ins></w:p>')),
    ("tracked deletion", lambda: with_body('<w:p><w:del w:id="1" w:author="x"><w:r><w:delText>secret</w:delText></w:r></w:del></w:p>')),
    ("tracked formatting", lambda: with_body('<w:p><w:pPr><w:pPrChange w:id="1" w:author="x"/></w:pPr></w:p>')),
    ("comment", lambda: with_body('<w:p><w:r><w:commentReference w:id="0"/></w:r></w:p>')),
    ("hidden text", lambda: with_body("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>")),
    ("hidden text in a footnote", lambda: with_body(OK, {"word/footnotes.xml": header("<w:p><w:r><w:rPr><w:vanish/></w:rPr></w:r></w:p>")})),
    ("a bomb of a part", lambda: with_body(OK, {"word/media/a.png": b"0" * 30_000_000})),
    ("parts beyond number", lambda: with_body(OK, {f"word/media/{n}.png": b"x" for n in range(500)})),
    ("a part that leads out", lambda: with_body(OK, {"../../etc/cron.d/x": b"x"})),
    ("a part from the root", lambda: with_body(OK, {"/etc/passwd": b"x"})),
    ("a part with backslashes", lambda: with_body(OK, {"word\\..\\..\\x": b"x"})),
    ("a part on a drive", lambda: with_body(OK, {"C:/x": b"x"})),
    ("parts that differ by capitals", lambda: with_body(OK, {"word/Document.xml": b"<a/>"})),
    ("no document", lambda: {"word/other.xml": b"<a/>"}),
    ("the strict form", lambda: with_body(OK) | {"word/document.xml": b'<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><body/></document>'}),
]  # fmt: skip


@pytest.mark.parametrize(("what", "make"), PARTS, ids=[what for what, _ in PARTS])
def test_an_attack_in_the_file_is_refused_by_check_and_again_by_filling(
    tmp_path: Path, what: str, make: Callable[[], dict[str, bytes]]
) -> None:
    start = time.perf_counter()
    parts = make()
    assert refused_by_check(tmp_path, _zipped(parts)), "check"
    assert refused_by_filling(parts), "filling"
    assert time.perf_counter() - start < 8


def _zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


# -- in the archive: what is no set of parts at all --------------------------------------------------


def _twice() -> bytes:
    buffer = io.BytesIO(_zipped(with_body(OK)))
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning):
        archive.writestr("word/document.xml", with_body(paragraph("other"))["word/document.xml"])
    return buffer.getvalue()


def _lies_of_its_size() -> bytes:
    content = _zipped(with_body(OK, {"word/media/a.png": b"0" * 60_000_000}))
    return content.replace(struct.pack("<I", 60_000_000), struct.pack("<I", 100))


FILES: list[tuple[str, Callable[[], bytes]]] = [
    ("two parts of one name", _twice),
    ("a part that lies of its size", _lies_of_its_size),
    ("a bomb", lambda: _zipped(with_body(OK, {"word/media/a.png": b"0" * 60_000_000}))),
    ("no archive", lambda: b"not a zip"),
    ("half an archive", lambda: _zipped(with_body(OK))[:-80]),
    (
        "a locked archive",
        lambda: _zipped(with_body(OK)).replace(
            b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
        ),
    ),
]


@pytest.mark.parametrize(("what", "make"), FILES, ids=[what for what, _ in FILES])
def test_an_attack_by_the_archive_is_refused_by_check_and_is_no_template(
    tmp_path: Path, what: str, make: Callable[[], bytes]
) -> None:
    start, content = time.perf_counter(), make()
    assert refused_by_check(tmp_path, content)
    with pytest.raises(LawkitError):
        unpack(content)
    assert time.perf_counter() - start < 5


def test_two_parts_of_one_name_in_a_template_are_refused_by_filling() -> None:
    pairs = (*sorted(with_body(OK).items()), ("word/document.xml", with_body(paragraph("other"))["word/document.xml"]))
    assert "two parts of one name" in refused_by_filling(pairs)


def test_what_is_no_attack_is_filled(tmp_path: Path) -> None:
    parts = with_body(
        paragraph("{{ paper.reference }} {% for i in invoices %}{{ i.number }}{% endfor %}") + simple("PAGE")
    )
    assert refused_by_check(tmp_path, pack(parts)) == ""
    assert (
        refused_by_filling(with_body(paragraph("{{ paper.reference }}{% if yes %} y{% endif %}") + simple("PAGE")))
        == ""
    )


def test_a_loop_that_the_facts_would_make_endless_is_cut_off() -> None:
    """Two loops in one another are allowed; what they print is measured."""
    from dataclasses import replace

    many = replace(Facts(), invoices=tuple(Small().items) * 1000)
    parts = with_body(
        paragraph("{% for a in invoices %}{% for b in invoices %}{{ paper.reference }}{% endfor %}{% endfor %}")
    )
    template = WordTemplate("p", tuple(sorted(parts.items())), tagged_parts(parts), ())
    with pytest.raises(LawkitError, match="prints without end"):
        fill(template, many, FILTERS, {}, title="T", author="A", on=date(2026, 11, 24))
