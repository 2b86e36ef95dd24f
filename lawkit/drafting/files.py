"""Writing: a file is there whole or not at all, and never over a different one unasked."""

import os
import tempfile
from enum import Enum
from pathlib import Path

from lawkit.errors import LawkitError
from lawkit.messages import say


class Written(Enum):
    """What became of a file."""

    NEW = "written"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"


def write_file(path: Path, content: bytes, *, replace: bool = False, sync: bool = True) -> Written:
    """Write `content` through a temporary file beside `path`; an identical file is left alone.

    Raise LawkitError where a different file is there and `replace` is not given, or the folder cannot be written.
    """
    outcome = Written.NEW
    try:
        if path.exists():
            if path.read_bytes() == content:
                return Written.UNCHANGED
            if not replace:
                raise LawkitError(
                    say(
                        "{path}: a different file is there; nothing was written. Use --replace to replace it", path=path
                    )
                )
            outcome = Written.REPLACED
        path.parent.mkdir(parents=True, exist_ok=True)
        _through_temporary(path, content, sync)
    except OSError as error:
        raise LawkitError(say("{path}: cannot be written: {reason}", path=path, reason=error.strerror)) from None
    return outcome


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not be there yet."""
    if path.exists():
        raise LawkitError(say("{path}: is there already; nothing was changed", path=path))
    write_file(path, content)


def _through_temporary(path: Path, content: bytes, sync: bool) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            if sync:
                os.fsync(stream.fileno())
        Path(name).chmod(0o644)
        os.replace(name, path)  # noqa: PTH105 - one rename, named as the standard names it
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    if sync:
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
