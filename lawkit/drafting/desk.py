"""What a batch prepares once: precedents read, phrases, compiled templates, each for the process's life."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lawkit.drafting.compile import compile_precedent
from lawkit.drafting.filters import filters
from lawkit.drafting.phrases import Phrases, load_phrases
from lawkit.drafting.precedent import Precedent, house_file, load_precedent
from lawkit.drafting.template import WordTemplate
from lawkit.resources import shipped, shown


def precedent_folders(firm: Path | None) -> tuple[Path, ...]:
    """Return the folders precedents are looked for in, the firm's first."""
    return (*([firm / "precedents"] if firm else []), shipped("precedents"))


class Desk:
    """The precedents of one firm, prepared as they are asked for."""

    def __init__(self, firm: Path | None = None) -> None:
        self.folders = precedent_folders(firm)
        self._precedents: dict[tuple[str, str, str], Precedent] = {}
        self._phrases: dict[tuple[str, str, str], tuple[Phrases, list[Path]]] = {}
        self._templates: dict[tuple[Precedent, ...], tuple[WordTemplate, dict[str, str]]] = {}

    def precedent(self, country: str, name: str, language: str) -> Precedent:
        """Return a precedent as read; its names are proved when the template it is part of is made ready."""
        key = (country, name, language)
        if key not in self._precedents:
            self._precedents[key] = load_precedent(self.folders, country, name, language)
        return self._precedents[key]

    def phrases(self, country: str, language: str, currency: str) -> tuple[Phrases, list[Path]]:
        """Return the phrases of a country and language, and the files they came from."""
        key = (country, language, currency)
        if key not in self._phrases:
            bound: dict[str, Callable[..., Any]] = filters(language, currency)
            self._phrases[key] = load_phrases(self.folders, country, language, bound)
        return self._phrases[key]

    def template(self, precedent: Precedent, annexures: tuple[Precedent, ...]) -> tuple[WordTemplate, dict[str, str]]:
        """Return a precedent compiled with its annexures, and the hashes of every file it was made from."""
        key = (precedent, *annexures)
        if key not in self._templates:
            house = house_file(self.folders, precedent.front.layout)
            hashes = {shown(house): hashlib.sha256(house.read_bytes()).hexdigest()}
            for each in key:
                hashes.update(each.hashes)
            country, language = precedent.country, precedent.front.language
            for _, files in (v for k, v in self._phrases.items() if k[:2] == (country, language)):
                hashes.update({shown(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files})
            self._templates[key] = (compile_precedent(precedent, annexures, house), hashes)
        return self._templates[key]
