"""What a cell can hold, and how any text is made fit for one.

Text goes into a cell as text, never as something Excel works out: whoever opens a report must not
run what somebody else typed into a dossier.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from urllib.parse import urlsplit

MAX_CELL = 32_767
"""Characters a cell holds; Excel counts UTF-16 code units."""
MAX_URL = 2_079
MAX_LINKS = 65_530
"""Links a sheet holds."""
FIRST_YEAR = 1901
"""Excel knows no dates before 1900, and counts those of early 1900 wrongly."""

_NOT_IN_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n?")
_WEB_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f\x7f]+", re.IGNORECASE)


@dataclass(frozen=True)
class Link:
    """A text that opens a web address; plain text where the address is no safe link."""

    text: str
    url: str | None


@dataclass(frozen=True)
class Shown:
    """A number with as many decimals as are worth showing."""

    value: Decimal
    places: int
    percent: bool = False


@dataclass(frozen=True)
class Formula:
    """A formula of ours with its result, which is what a reader without an engine shows.

    It is made of cells, names and fixed words of ours only, never of a user's text.
    """

    text: str
    result: "Decimal | int | str | Shown"


MOST_PLACES = 4


def shown(value: Decimal | int | None, most: int = MOST_PLACES) -> Shown | None:
    """Return ``value`` with the decimals that it has, to at most ``most``; None for None."""
    if value is None:
        return None
    plain = Decimal(value).normalize()
    exponent = plain.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return Shown(plain, min(places, most))


Cell = str | int | Decimal | date | Link | Shown | Formula | None
"""A value; None is an empty cell."""


def clean(text: str, cut_note: str) -> str:
    """Return ``text`` as a cell can hold it: no control characters, not too long.

    Args:
        text: anything.
        cut_note: ends a text that had to be cut.
    """
    legal = _NOT_IN_XML.sub("", _LINE_END.sub("\n", text))
    if _units(legal) <= MAX_CELL:
        return legal
    room = MAX_CELL - _units(cut_note)
    return legal.encode("utf-16-le")[: 2 * room].decode("utf-16-le", errors="ignore") + cut_note


def is_web_address(url: str | None) -> bool:
    """Whether ``url`` may become a link: http(s), and no longer than Excel allows."""
    return url is not None and bool(_WEB_ADDRESS.fullmatch(url)) and _units(url) <= MAX_URL


def web_link(url: str) -> Link:
    """Return a link to ``url`` that shows the site only.

    Not all programs break a long link over lines, so it stays short.
    """
    return Link(urlsplit(url).netloc.removeprefix("www.") or url, url)


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
