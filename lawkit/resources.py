"""Where packs and precedents lie: beside the package in a checkout, inside it in a wheel; a firm's folder over both."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(folder: str) -> Path:
    """Return the shipped `jurisdictions`, `precedents` or `casefiles` folder."""
    installed = _PACKAGE / "data" / folder
    return installed if installed.is_dir() else _PACKAGE.parent / folder


def firm_folder(start: Path) -> Path | None:
    """Return the nearest folder at or above `start` that holds `lawkit.toml`, a firm's working folder."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / "lawkit.toml").exists():  # a folder of that name is told of when it is read
            return folder
    return None


def shown(path: Path) -> str:
    """Return a path as messages print it: from the working folder where it lies below it."""
    whole, here = os.path.realpath(path), str(Path.cwd())
    if whole == here:
        return "."
    below = here if here.endswith(os.sep) else here + os.sep
    return whole[len(below) :] if whole.startswith(below) else str(path)
