"""Writing: a file is there whole or not at all, and never over a different one unasked."""

import itertools
import os
from enum import Enum
from pathlib import Path

from lawkit.errors import LawkitError
from lawkit.messages import say

_NUMBERS = itertools.count()


class Written(Enum):
    """What became of a file."""

    NEW = "written"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"


def write_file(path: Path, content: bytes, *, replace: bool = False, sync: bool = True) -> Written:
    """Write `content` through a temporary file beside `path`; an identical file is left alone.

    Raise LawkitError where a different file is there and `replace` is not given, or the folder cannot be written. An
    empty file is what a machine leaves behind that lost its power: it counts as none.
    """
    try:
        there = path.read_bytes() if path.exists() else b""
        if there == content:
            return Written.UNCHANGED
        if there and not replace:
            raise _different(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        if replace or path.exists():
            _through_temporary(path, content, sync)
            return Written.REPLACED if there else Written.NEW
        if _through_temporary(path, content, sync, new=True):
            return Written.NEW
    except OSError as error:
        raise LawkitError(say("{path}: cannot be written: {reason}", path=path, reason=error.strerror)) from None
    return write_file(path, content, replace=replace, sync=sync)  # another wrote it meanwhile


def refuse_different(path: Path, content: bytes) -> None:
    """Raise LawkitError where a different file is there."""
    if path.exists() and path.read_bytes() not in (content, b""):
        raise _different(path)


def _different(path: Path) -> LawkitError:
    text = say("{path}: a different file is there; nothing was written. Use --replace to replace it", path=path)
    return LawkitError(text)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not be there yet."""
    if path.exists():
        raise LawkitError(say("{path}: is there already; nothing was changed", path=path))
    write_file(path, content)


def _through_temporary(path: Path, content: bytes, sync: bool, new: bool = False) -> bool:
    """Write a file under another name and give it its own at once; return False where a new one is there already."""
    name = path.with_name(f".{path.name[:40]}.{os.getpid()}.{next(_NUMBERS)}.tmp")
    given = True
    try:
        with open(name, "xb") as stream:  # noqa: PTH123 - opened to be written once and closed
            stream.write(content)
            if sync:
                stream.flush()
                os.fsync(stream.fileno())
        if new:
            given = _named(name, path)
        else:
            os.replace(name, path)  # noqa: PTH105 - one rename, named as the standard names it
    finally:
        name.unlink(missing_ok=True)
    if sync:
        sync_folder(path.parent)
    return given


def _named(name: Path, path: Path) -> bool:
    """Give a file a name that none has, even where two ask for it at once."""
    try:
        os.link(name, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        if path.exists():
            return False
        os.replace(name, path)  # noqa: PTH105
    return True


def remove_leavings(folder: Path) -> None:
    """Take out temporary files of processes that are no longer there."""
    for path in folder.glob(".*.tmp"):
        owner = path.name.split(".")[-3:-2]
        if owner and owner[0].isdigit() and not still_there(int(owner[0])):
            path.unlink(missing_ok=True)


def still_there(process: int) -> bool:
    """Whether a process runs; where the system has no harmless way to ask, it is taken to."""
    if process <= 0 or os.name == "nt":
        return process > 0
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    try:  # one that has ended and was not yet asked how
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (OSError, IndexError):
        return True


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
