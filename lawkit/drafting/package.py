"""A .docx as its parts: read within limits, written with fixed times and order, so that the same parts are the same bytes."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from lawkit.errors import LawkitError
from lawkit.messages import say

Compression = int | Literal["isal"]
MAX_PARTS, MAX_BYTES, MAX_RATIO = 400, 40_000_000, 200
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def unpack(content: bytes, shown: str = "template") -> dict[str, bytes]:
    """Return the parts of a Word file; raise LawkitError for one that is none, too large, or made to be slow."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        infos = archive.infolist()
        size = sum(info.file_size for info in infos)
        packed = sum(info.compress_size for info in infos) or 1
        if len(infos) > MAX_PARTS or size > MAX_BYTES or (size > 1_000_000 and size / packed > MAX_RATIO):
            raise LawkitError(say("{file}: is too large, or compressed beyond what a Word file is", file=shown))
        prove_names([info.filename for info in infos if not info.is_dir()], shown)
        parts = {info.filename: archive.read(info) for info in infos if not info.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError):  # RuntimeError: a password, a method not known
        raise LawkitError(say("{file}: is not a Word file (.docx)", file=shown)) from None
    if "word/document.xml" not in parts:
        raise LawkitError(say("{file}: is not a Word file (.docx)", file=shown))
    return parts


def compressor(compression: Compression) -> str:
    """Return a compressor's setting as the record states it."""
    return "isal 1" if compression == "isal" else f"zlib {compression}"


def same_parts(one: bytes, other: bytes) -> bool:
    """Whether two Word files hold the same parts, however each was compressed."""
    try:
        return unpack(one) == unpack(other)
    except LawkitError:
        return False


def prove_names(names: Sequence[str], shown: str) -> None:
    """Refuse parts whose names stand twice, whatever their capitals, or lead out of the package."""
    if len({name.lower() for name in names}) < len(names):
        raise LawkitError(say("{file}: holds two parts of one name; it is refused", file=shown))
    for name in names:
        steps = name.split("/")
        if "\\" in name or ":" in name or ".." in steps or "" in steps or len(name) > 200 or not name.isprintable():
            raise LawkitError(
                say("{file}: the name of a part leads out of the file: {name}", file=shown, name=repr(name))
            )


def prove_parts(parts: Sequence[tuple[str, bytes]], shown: str) -> None:
    """Refuse parts that no Word file would hold: by their names, their size, or text made to be slow."""
    prove_names([name for name, _ in parts], shown)
    large = [part for _, part in parts if len(part) > 1_000_000]
    if (
        len(parts) > MAX_PARTS
        or sum(len(part) for _, part in parts) > MAX_BYTES
        or any(len(part) / len(zlib.compress(part, 1)) > MAX_RATIO for part in large)
    ):
        raise LawkitError(say("{file}: is too large, or compressed beyond what a Word file is", file=shown))
    if "word/document.xml" not in dict(parts):
        raise LawkitError(say("{file}: is not a Word file (.docx)", file=shown))


@dataclass(frozen=True, slots=True)
class Member:
    """A part as it stands in an archive: its local header and compressed data, and its directory entry but for the offset."""

    local: bytes
    entry: bytes
    name: bytes


def member(name: str, content: bytes, compression: Compression) -> Member:
    """Return a part compressed at a zlib level, or by isal where that is installed."""
    crc, data = _squeezed(content, compression)
    encoded = name.encode()
    common = struct.pack(
        "<HHHHHIIIHH", 20, 0 if name.isascii() else 0x800, zipfile.ZIP_DEFLATED, 0, 0x21, crc, len(data), len(content),
        len(encoded), 0,
    )  # fmt: skip
    return Member(b"".join((b"PK\x03\x04", common, encoded, data)), b"PK\x01\x02\x14\x03" + common, encoded)


def _squeezed(content: bytes, compression: Compression) -> tuple[int, bytes]:
    if compression == "isal":
        try:
            from isal import isal_zlib
        except ImportError:
            raise LawkitError(say("the compressor isal is not installed; use a level from 0 to 9")) from None
        quick = isal_zlib.compressobj(1, zlib.DEFLATED, -15)
        return isal_zlib.crc32(content), quick.compress(content) + quick.flush()
    squeeze = zlib.compressobj(compression, zlib.DEFLATED, -15)
    return zlib.crc32(content), squeeze.compress(content) + squeeze.flush()


class Archive:
    """An archive whose first members never change; the rest are added when it is closed.

    Content types come first, then by name, every time stamp 1 January 1980.
    """

    def __init__(self, members: Iterable[Member]) -> None:
        ordered = sorted(members, key=_order)
        self._count = len(ordered)
        self._body = b"".join(each.local for each in ordered)
        self._directory = b"".join(_entries(ordered, 0))

    def close(self, last: Iterable[Member] = ()) -> bytes:
        """Return the archive's bytes, with further members after its own."""
        ordered = sorted(last, key=_order)
        body = b"".join((self._body, *(each.local for each in ordered)))
        directory = b"".join((self._directory, *_entries(ordered, len(self._body))))
        count = self._count + len(ordered)
        end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(directory), len(body), 0)
        return b"".join((body, directory, end))


def _order(each: Member) -> tuple[int, bytes]:
    name = each.name.decode()
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), each.name)


def _entries(members: Iterable[Member], offset: int) -> list[bytes]:
    found = []
    for each in members:
        found.append(b"".join((each.entry, struct.pack("<HHHII", 0, 0, 0, 0o600 << 16, offset), each.name)))
        offset += len(each.local)
    return found


def pack(parts: Mapping[str, bytes], compression: Compression = 6) -> bytes:
    """Return parts as a .docx, the same bytes for the same parts and level."""
    return Archive(member(name, content, compression) for name, content in parts.items()).close()
