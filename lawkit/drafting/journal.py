"""What a batch has made, kept beside its files: so that one that was broken off goes on where it stopped.

While a batch runs, each matter drafted is a line of a journal; at its end one manifest names every file with its hash.
A matter is not drafted again where its inputs are the same and its files are what the journal or the manifest says.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from lawkit import __version__
from lawkit.drafting.files import cannot_write, remove_leavings, still_there, sync_folder, write_file


@dataclass
class Made:
    """What was made from one case file: the hash of all inputs, and of each file, record and exhibit."""

    inputs: str
    files: dict[str, str] = field(default_factory=dict)
    records: dict[str, str] = field(default_factory=dict)
    exhibits: dict[str, str | None] = field(default_factory=dict)


def ground_of(folders: Sequence[Path], more: Sequence[str]) -> str:
    """Return one hash of every file below the folders, of lawkit's version and of what else decides what is drafted."""
    digest = hashlib.sha256("\x00".join([__version__, *more]).encode())
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.name.startswith((".", "~$")) and "__pycache__" not in path.parts:
                digest.update(f"\x00{path.relative_to(folder).as_posix()}\x00".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def inputs_of(case: Path, ground: str) -> str:
    """Return the hash of all that a draft is made from: the case file and the ground, exhibits aside."""
    try:
        content = case.read_bytes()
    except OSError:
        content = b""
    return hashlib.sha256(ground.encode() + b"\x00" + content).hexdigest()


def hash_of(path: Path) -> str | None:
    """Return the hash of a file, or None where there is none."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


class Journal:
    """The journal and the manifest of one document and day in one folder."""

    def __init__(self, folder: Path, document: str, as_of: date) -> None:
        self.folder, self.stem = folder, f"{document}_{as_of.isoformat()}"
        self.document, self.as_of = document, as_of
        self.manifest = folder / f"{self.stem}.manifest.json"
        self._own = folder / f".{self.stem}.{os.getpid()}.journal"
        self.made: dict[str, Made] = {}
        self._failed: set[str] = set()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._stream = self._own.open("a", encoding="utf-8")
        except OSError as error:
            raise cannot_write(folder, error) from None
        remove_leavings(folder)
        self.made.update(self._kept())
        self._broken_off = {name: made for path in self._journals() for name, made in _read_lines(path).items()}
        self.made.update(self._broken_off)

    def name_of(self, case: Path) -> str:
        """Return a case file as the manifest names it: from the folder of the drafts, wherever one stands."""
        return Path(os.path.relpath(case.resolve(), self.folder.resolve())).as_posix()

    def broken_off(self, case: Path) -> bool:
        """Return whether a batch that was broken off has drafted a case file."""
        return self.name_of(case) in self._broken_off

    def proves(self, case: Path, inputs: str) -> Made | None:
        """Return what was made from a case file, if its inputs, exhibits and files are what they were."""
        made = self.made.get(self.name_of(case))
        if made is None or made.inputs != inputs or not made.files:
            return None
        same = all(hash_of(case.parent / name) == digest for name, digest in made.exhibits.items()) and all(
            hash_of(self.folder / name) == digest for name, digest in (*made.files.items(), *made.records.items())
        )
        return made if same else None

    def add(self, case: Path, made: Made) -> None:
        """Write down what was made from a case file."""
        name = self.name_of(case)
        self.made[name] = made
        try:
            self._stream.write(json.dumps({name: asdict(made)}, ensure_ascii=False) + "\n")
            self._stream.flush()
        except OSError as error:
            raise cannot_write(self._own, error) from None

    def failed(self, case: Path) -> None:
        """Forget what an earlier run made from a case file that fails now."""
        self._failed.add(self.name_of(case))
        self.made.pop(self.name_of(case), None)

    @property
    def files(self) -> dict[str, str]:
        """Every file of the manifest with its hash."""
        return dict(sorted((name, digest) for each in self.made.values() for name, digest in each.files.items()))

    def finish(self, failed: Mapping[str, str]) -> Path:
        """Make every file durable, write the manifest with what failed and why, and let the journal go."""
        self._stream.close()
        _sync_all()
        with _alone(self.folder):
            others = {
                name: made for name, made in self._kept().items() if name not in self._failed and name not in self.made
            }
            together = {**others, **self.made}
            self.made = {n: m for n, m in together.items() if all((self.folder / f).is_file() for f in m.files)}
            data = {
                "lawkit": __version__,
                "document": self.document,
                "as_of": self.as_of.isoformat(),
                "files": self.files,
                "cases": {name: asdict(each) for name, each in sorted(self.made.items())},
                "failed": dict(failed),
            }
            text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
            write_file(self.manifest, text.encode(), replace=True)
        for path in self._journals():
            if path == self._own or not still_there(_owner(path)):
                path.unlink(missing_ok=True)
        sync_folder(self.folder)
        return self.manifest

    def abandon(self) -> None:
        """Close a journal that has nothing in it, and take it away."""
        with suppress(OSError):  # what a full disk would not take of the last line
            self._stream.close()
        if self._own.exists() and self._own.stat().st_size == 0:
            self._own.unlink()

    def _journals(self) -> list[Path]:
        return sorted(self.folder.glob(f".{self.stem}.*.journal"))

    def _kept(self) -> dict[str, Made]:
        """Return what the manifest of an earlier run says, if it can be read."""
        try:
            cases = json.loads(self.manifest.read_text("utf-8"))["cases"]
        except (OSError, ValueError, KeyError, TypeError):
            return {}
        return dict(_entries(cases))


def _owner(path: Path) -> int:
    process = path.name.split(".")[-2]
    return int(process) if process.isdigit() else -1


def _read_lines(path: Path) -> dict[str, Made]:
    """Return what a journal says; a last line that was not finished says nothing."""
    found: dict[str, Made] = {}
    try:
        lines = path.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return found
    for line in lines:
        try:
            found.update(_entries(json.loads(line)))
        except ValueError:
            continue
    return found


def _entries(data: Any) -> Iterator[tuple[str, Made]]:
    for name, entry in data.items() if isinstance(data, dict) else ():
        try:
            made = Made(**entry)
        except TypeError:
            continue
        if isinstance(made.inputs, str) and all(isinstance(m, dict) for m in (made.files, made.records, made.exhibits)):
            yield name, made


def _sync_all() -> None:
    """Make what was written durable, at once for all files."""
    if hasattr(os, "sync"):
        os.sync()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep other batches from writing a manifest in the folder meanwhile, where the system can."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
