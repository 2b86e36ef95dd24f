"""Short wording shared by papers, `precedents/<country>/phrases.<language>.yaml`: text with blanks, by name."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Template, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from lawkit.errors import LawkitError, UnknownName
from lawkit.messages import say
from lawkit.reading import read_yaml
from lawkit.resources import shown

NNBSP = "\u202f"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _whole(amount: Decimal) -> str:
    return f"{int(amount):,}".replace(",", NNBSP) if amount == int(amount) else f"{amount}"


def _thousands(digits: str) -> str:
    return NNBSP.join(digits[i : i + 3] for i in range(0, len(digits), 3))


class Phrases:
    """The phrases of one country and language, the firm's over ours, each compiled when first used."""

    def __init__(self, texts: Mapping[str, str], filters: Mapping[str, Callable[..., Any]], shown_as: str) -> None:
        self._texts, self._shown = texts, shown_as
        self._compiled: dict[str, Template] = {}
        self._environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined)
        self._environment.globals.clear()
        self._environment.filters.clear()
        self._environment.filters.update(filters)
        self._environment.filters.update({"plain": _plain, "whole": _whole, "thousands": _thousands})

    def say(self, name: str, /, **values: object) -> str:
        """Return a phrase filled in; raise UnknownName, or LawkitError where it uses a name that it is not given."""
        template = self._compiled.get(name)
        if template is None and "{" not in self._texts.get(name, "{"):
            return self._texts[name]  # plain text, without blanks
        if template is None:
            if name not in self._texts:
                raise UnknownName(say("phrase in {file}", file=self._shown), name, tuple(self._texts))
            template = self._compiled[name] = self._environment.from_string(self._texts[name])
        try:
            return template.render(values)
        except UndefinedError as error:
            raise LawkitError(
                say("{file}: {name}: {error}", file=self._shown, name=name, error=error.message)
            ) from None

    def maybe(self, name: str, /, **values: object) -> str:
        """Return a phrase filled in, or nothing where the country has no such phrase."""
        return self.say(name, **values) if name in self._texts else ""

    def first(self, names: Sequence[str], /, **values: object) -> str:
        """Return the first of several phrases that is there, most particular first."""
        return self.say(next((name for name in names if name in self._texts), names[-1]), **values)


def load_phrases(
    folders: Sequence[Path], country: str, language: str, filters: Mapping[str, Callable[..., Any]]
) -> tuple[Phrases, list[Path]]:
    """Return the phrases of a country and language and the files they were read from."""
    texts: dict[str, str] = {}
    files = [p for f in reversed(folders) if (p := f / country / f"phrases.{language}.yaml").is_file()]
    for path in files:
        document = read_yaml(path, shown(path))
        for name, text in document.data.items():
            if not isinstance(text, str):
                raise LawkitError(say("{file}: {name}: a text is expected here", file=shown(path), name=name))
            texts[name] = text
    if not files:
        raise UnknownName(say("language of {country}", country=country), language, _languages(folders, country))
    return Phrases(texts, filters, shown(files[-1])), files


def _languages(folders: Sequence[Path], country: str) -> list[str]:
    return sorted({p.name.split(".")[1] for f in folders for p in (f / country).glob("phrases.*.yaml")})
