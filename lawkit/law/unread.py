"""Files that look like law and that nothing reads: a rate in a misnamed file would never be used, and nobody would know."""

import os
from collections.abc import Sequence
from pathlib import Path

from lawkit.errors import Problem
from lawkit.messages import say
from lawkit.resources import shown

RULE_FILES = (
    "rates.yaml", "interest.yaml", "limitation.yaml", "procedure.yaml", "tax.yaml", "costs.yaml", "conduct.yaml",
)  # fmt: skip
LAID_OVER = (
    "sources.yaml",
    *RULE_FILES,
    "calendar.yaml",
    "stages.yaml",
    "forums.yaml",
)  # what a firm may add to a pack
OURS = ("pack.yaml", "coverage.yaml")  # what a pack has once, from whoever made it
_ENDS = (".yaml", ".yml", ".yaml.txt", ".yml.txt")  # some editors add an end of their own


def unread_files(folder: Path | None, known: Sequence[str]) -> list[Problem]:
    """Return each file of a pack's folder, or of what a firm lays over it, that has a name nothing reads."""
    if folder is None or not folder.is_dir():
        return []
    with os.scandir(folder) as entries:
        found = sorted((entry.name, entry.is_file()) for entry in entries)
    problems = []
    for name, is_file in found:
        if name.startswith((".", "~$")) or not name.casefold().endswith(_ENDS) or (name in known and is_file):
            continue
        problems.append(Problem(shown(folder / name), "", _why(name, known)))
    return problems


def _why(name: str, known: Sequence[str]) -> str:
    if name in known:
        return say("is a folder, not a file")
    if name in OURS:
        return say("is not read: a firm lays over ours {files}; take it out of the folder", files=", ".join(known))
    near = _nearest(name.casefold().partition(".")[0], [each.removesuffix(".yaml") for each in known])
    if near:
        return say("is not read: no file of a pack has this name; did you mean {near}?", near=f"{near}.yaml")
    return say("is not read: no file of a pack has this name; known: {files}", files=", ".join(known))


def unread_in(jurisdictions: Path, codes: Sequence[str]) -> list[Problem]:
    """Return the files and folders of a firm's `jurisdictions` that belong to no pack."""
    if not jurisdictions.is_dir():
        return []
    problems = []
    for path in sorted(jurisdictions.iterdir()):
        if path.name.startswith((".", "~$")) or (path.is_dir() and path.name in codes):
            continue
        if path.is_dir():
            near = _nearest(path.name.casefold(), codes)
            told = say("did you mean {near}?", near=near) if near else say("known: {codes}", codes=", ".join(codes))
            text = say("is not read: no pack has this name, and no pack.yaml is in it; {told}", told=told)
        elif path.name.casefold().endswith(_ENDS):
            text = say(
                "is not read: a file of a pack lies in the folder of its country: {codes}", codes=", ".join(codes)
            )
        else:
            continue
        problems.append(Problem(shown(path), "", text))
    return problems


def _nearest(name: str, known: Sequence[str]) -> str:
    import difflib

    return next(iter(difflib.get_close_matches(name, known, n=1, cutoff=0.6)), "")
