"""A .docx as its parts: read within limits, written with fixed times and order, so that the same parts are the same bytes."""

import io
import zipfile
from collections.abc import Mapping

from lawkit.errors import LawkitError
from lawkit.messages import say

MAX_PARTS, MAX_BYTES, MAX_RATIO = 400, 40_000_000, 200
_FIXED = (1980, 1, 1, 0, 0, 0)
_FIRST = ("[Content_Types].xml", "_rels/.rels")


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


def pack(parts: Mapping[str, bytes], compression: int = 6) -> bytes:
    """Return parts as a .docx: content types first, the rest by name, every time stamp fixed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda n: (n not in _FIRST, _FIRST.index(n) if n in _FIRST else 0, n)):
            info = zipfile.ZipInfo(name, _FIXED)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            info.create_system = 3
            archive.writestr(info, parts[name], compresslevel=compression)
    return buffer.getvalue()
