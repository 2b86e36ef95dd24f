"""A .docx as its parts: read within limits, written with fixed times and order, so that the same parts are the same bytes."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lawkit.errors import LawkitError
from lawkit.messages import say

MAX_PARTS, MAX_BYTES, MAX_RATIO = 400, 40_000_000, 200
_FIRST = (b"[Content_Types].xml", b"_rels/.rels")


def unpack(content: bytes, shown: str = "template") -> dict[str, bytes]:
    """Return the parts of a Word file; raise LawkitError for one that is none, too large, or made to be slow."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile:
        raise LawkitError(say("{file}: is not a Word file (.docx)", file=shown)) from None
    infos = archive.infolist()
    size = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos) or 1
    if len(infos) > MAX_PARTS or size > MAX_BYTES or (size > 1_000_000 and size / packed > MAX_RATIO):
        raise LawkitError(say("{file}: is too large, or compressed beyond what a Word file is", file=shown))
    parts = {info.filename: archive.read(info) for info in infos if not info.is_dir()}
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in part[:4096]:
            raise LawkitError(say("{file}: {part} holds a document type; it is refused", file=shown, part=name))
    if "word/document.xml" not in parts:
        raise LawkitError(say("{file}: is not a Word file (.docx)", file=shown))
    return parts


@dataclass(frozen=True, slots=True)
class Member:
    """A part as it stands in the archive: compressed once, copied often."""

    name: bytes
    crc: int
    size: int
    data: bytes


def member(name: str, content: bytes, compression: int) -> Member:
    """Return a part compressed at a zlib level."""
    squeeze = zlib.compressobj(compression, zlib.DEFLATED, -15)
    return Member(name.encode(), zlib.crc32(content), len(content), squeeze.compress(content) + squeeze.flush())


def assemble(members: Iterable[Member]) -> bytes:
    """Return an archive of parts: content types first, the rest by name, every time stamp 1 January 1980."""
    body, directory, offset = [], [], 0
    ordered = sorted(members, key=lambda m: (_FIRST.index(m.name) if m.name in _FIRST else len(_FIRST), m.name))
    for each in ordered:
        plain = each.name.isascii()
        common = struct.pack(
            "<HHHHHIIIHH", 20, 0 if plain else 0x800, zipfile.ZIP_DEFLATED, 0, 0x21, each.crc, len(each.data), each.size,
            len(each.name), 0,
        )  # fmt: skip
        local = b"PK\x03\x04" + common + each.name
        body += [local, each.data]
        entry = b"PK\x01\x02" + struct.pack("<H", 0x0314) + common
        directory.append(entry + struct.pack("<HHHII", 0, 0, 0, 0o600 << 16, offset) + each.name)
        offset += len(local) + len(each.data)
    listing = b"".join(directory)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, len(ordered), len(ordered), len(listing), offset, 0)
    return b"".join([*body, listing, end])


def pack(parts: Mapping[str, bytes], compression: int = 6) -> bytes:
    """Return parts as a .docx, the same bytes for the same parts and level."""
    return assemble(member(name, content, compression) for name, content in parts.items())
