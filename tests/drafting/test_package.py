"""Archives: the same parts are the same bytes, whichever way they were put together, and every reader reads them."""

import io
import sys
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from lawkit.drafting.compile import WordTemplate
from lawkit.drafting.fill import fill
from lawkit.drafting.filters import filters
from lawkit.drafting.package import Archive, Compression, member, pack, unpack
from lawkit.errors import LawkitError
from tests.drafting.conftest import Small

PARTS = {
    "word/document.xml": b"<a>" * 900,
    "[Content_Types].xml": b"<t/>",
    "_rels/.rels": b"<r/>",
    "word/é.xml": b"",
    "a": b"x",
}


@pytest.mark.parametrize("level", [0, 1, 6, 9])
def test_an_archive_is_read_back_whole_with_content_types_first(level: Compression) -> None:
    content = pack(PARTS, level)
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert archive.testzip() is None and {name: archive.read(name) for name in archive.namelist()} == PARTS
    assert archive.namelist() == ["[Content_Types].xml", "_rels/.rels", "a", "word/document.xml", "word/é.xml"]
    assert content == pack(dict(reversed(PARTS.items())), level) == pack(unpack(content), level)


def test_fixed_members_are_shared_and_never_changed_by_what_is_added() -> None:
    fixed = Archive(member(name, part, 6) for name, part in PARTS.items() if name != "a")
    one, two = fixed.close([member("a", b"1", 6)]), fixed.close([member("a", b"2", 1), member("b", b"3", 1)])
    assert unpack(one) == PARTS | {"a": b"1"} and unpack(two) == PARTS | {"a": b"2", "b": b"3"}
    assert fixed.close([member("a", b"1", 6)]) == one


def test_isal_says_where_it_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "isal", None)
    with pytest.raises(LawkitError, match="isal is not installed"):
        pack(PARTS, "isal")


def test_forty_documents_on_eight_threads_are_each_their_own(compiled: Callable[..., WordTemplate]) -> None:
    template = compiled(
        "1. [#a] {{ name }}\n\n{% for i in items %}\n{{ i.name }} of {{ name }}\n{% endfor %}\n\nsee [@a] {{ name }}"
    )

    def content(n: int) -> bytes:
        facts, bound = Small(name=f"N{n}"), filters("en", "INR")
        return fill(template, facts, bound, {}, title="T", author="A", on=date(2026, 11, 24)).content

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(content, range(40)))
    assert together == [content(n) for n in range(40)] and len(set(together)) == 40
