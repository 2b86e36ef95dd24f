"""Sentences for users: one catalogue string each, with named placeholders.

>>> say("{path}: no such file", path="a.yaml")
'a.yaml: no such file'

The English sentence is the key. A translation is a gettext catalogue under `lawkit/locale/`,
extracted and compiled with Babel (`make messages`); `use` selects it.
"""

import gettext
from pathlib import Path

_LOCALES = Path(__file__).parent / "locale"
_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use(language: str) -> None:
    """Print every later sentence in `language` (a code such as `fr`), or in English where none is translated."""
    global _catalogue
    _catalogue = gettext.translation("lawkit", _LOCALES, [language], fallback=True)


def say(sentence: str, /, **values: object) -> str:
    """Return `sentence` translated, with its named placeholders filled in."""
    return _catalogue.gettext(sentence).format_map(values) if values else _catalogue.gettext(sentence)
