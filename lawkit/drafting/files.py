"""Writing: a file is there whole or not at all, and never over a different one unasked."""

import errno
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


class NoRoom(LawkitError):
    """The disk is full, a quota is used up or nothing may be written on it: no other file will fare better."""


_NO_ROOM = {getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EROFS") if hasattr(errno, name)}


def cannot_write(path: Path, error: OSError) -> LawkitError:
    """Return the sentence for a file that the system would not write."""
    kind = NoRoom if error.errno in _NO_ROOM else LawkitError
    return kind(say("{path}: cannot be written: {reason}", path=path, reason=error.strerror))


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
        raise cannot_write(path, error) from None
    return write_file(path, content, replace=replace, sync=sync)  # another wrote it meanwhile


def write_with_record(
    paper: Path, content: bytes, record: Path, told: bytes, *, replace: bool = False, sync: bool = True
) -> Written:
    """Write a paper and its record, both or neither; return what became of the paper.

    The record lies whole under another name before the paper is given its own: a disk that is full keeps both out.
    """
    try:
        if record.is_file() and record.read_bytes() == told:
            return write_file(paper, content, replace=replace, sync=sync)
        record.parent.mkdir(parents=True, exist_ok=True)
        ready = _under_another_name(record, told, sync)
    except OSError as error:
        raise cannot_write(record, error) from None
    written = None
    try:
        written = write_file(paper, content, replace=replace, sync=sync)
        os.replace(ready, record)  # noqa: PTH105 - one rename, named as the standard names it
    except BaseException as error:
        if written is Written.NEW:
            paper.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise cannot_write(record, error) from None
        raise
    finally:
        ready.unlink(missing_ok=True)
    if sync:
        sync_folder(record.parent)
    return written


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
    name = _under_another_name(path, content, sync)
    given = True
    try:
        if new:
            given = _named(name, path)
        else:
            os.replace(name, path)  # noqa: PTH105 - one rename, named as the standard names it
    finally:
        name.unlink(missing_ok=True)
    if sync:
        sync_folder(path.parent)
    return given


def _under_another_name(path: Path, content: bytes, sync: bool) -> Path:
    """Write a file whole beside its place, to be given its name; where that fails, nothing of it is left."""
    name = path.with_name(f".{path.name[:40]}.{os.getpid()}.{next(_NUMBERS)}.tmp")
    try:
        with open(name, "xb") as stream:  # noqa: PTH123 - opened to be written once and closed
            stream.write(content)
            if sync:
                stream.flush()
                os.fsync(stream.fileno())
    except BaseException:
        name.unlink(missing_ok=True)
        raise
    return name


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
