"""How a value is printed: escaped, whole, or refused.

A blank prints text and whole numbers. None, yes/no, and raw amounts, dates and lists are refused with what to do; so
are control characters. A citation is text that wording rules read; every other value is hidden from them.

>>> printed("Singh & Sons <Pvt>")
b'Singh &amp; Sons &lt;Pvt&gt;'
"""

import re
from datetime import date
from typing import Any

from jinja2 import Undefined

from lawkit.errors import LawkitError
from lawkit.messages import say

# what cannot stand in XML as it is: the first five are escaped, line ends and tabs become elements, the rest is refused
_SPECIAL = re.compile("[&<>\"'\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BROKEN = re.compile("[\n\t]")


class Citation(str):
    """A provision as printed; wording rules read it, as they do not read other values."""


class UnfilledBlank(LawkitError):
    """A blank that the facts do not fill."""


class Cited(bytes):
    """A printed citation."""


class Broken(bytes):
    """A printed value with a line end or a tab inside, which are elements of their own in Word."""


def printed(value: Any) -> bytes:
    """Return a value as it stands in the document's XML; raise UnfilledBlank for one that cannot be printed."""
    kind = value.__class__
    if kind is str:
        return value.encode() if _SPECIAL.search(value) is None else _escaped(value)
    if isinstance(value, Citation):
        return Cited(_escaped(value))
    if kind is int:
        return b"%d" % value
    if isinstance(value, Undefined):
        str(value)  # raises, naming what is missing
    if isinstance(value, str):
        return _escaped(str(value))
    raise UnfilledBlank(why_not(value))


def _escaped(text: str) -> bytes:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if refused := _REFUSED.search(text):
        raise UnfilledBlank(
            say("{value} holds the control character U+{code}", value=repr(text), code=f"{ord(refused.group()):04X}")
        )
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    content = text.replace('"', "&#34;").replace("'", "&#39;").encode()
    return Broken(content) if _BROKEN.search(text) else content


def why_not(value: Any) -> str:
    """Return why a value is not printed, and what to write instead."""
    if value is None:
        return say("a fact that the matter does not have is printed without asking for it with an if")
    if isinstance(value, date):
        return say("the date {value} is printed without a filter; use long_date or short_date", value=value)
    return say("{value} is printed without a filter such as money or percent", value=repr(value))
