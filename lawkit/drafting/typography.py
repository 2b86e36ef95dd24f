"""No-break spaces where French printing keeps words together: what a pack states with plain spaces is printed with them.

>>> french_spaces("articles L. 2192-13 et R. 2192-31, loi n° 68-1250").split(" ")
['articles', 'L.\\xa02192-13', 'et', 'R.\\xa02192-31,', 'loi', 'n°\\xa068-1250']
"""

import re

from lawkit.money import NBSP

_KEPT_TOGETHER = re.compile(r"(\b(?:[LRDA]|art|al|Cass|civ|com)\.|\bn°) (?=[\w«])")


def french_spaces(text: str) -> str:
    """Return a citation with no-break spaces after what must not end a line."""
    return _KEPT_TOGETHER.sub(rf"\1{NBSP}", text)
