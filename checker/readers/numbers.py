"""Numbers as people write them: 1.250,50 or 1,250.50, with a currency, a per cent sign, a unit.

A separator with exactly three digits behind it is ambiguous: ``1.250`` is 1250 to one writer and
1.25 to another. :func:`read` then needs to know the :class:`Style`; :func:`styles_of` finds it in
the other numbers of the same column or file.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Style(StrEnum):
    """Which sign stands before the decimals."""

    COMMA = "comma"
    POINT = "point"


@dataclass(frozen=True)
class Number:
    """A number and what is known of how it was written."""

    value: Decimal
    places: int
    """Decimals of ``value`` that were shown; 2.5 million has -5 of them."""
    percent: bool = False
    """It had a per cent sign; ``value`` is the share: 55 % is 0.55."""
    unit: str = ""
    """What stood behind it, in lower case, such as ``min``; a multiple is in the value."""


_SPACES = "\u0020\u00a0\u2007\u2009\u202f\t\n"
_MINUS = "\u2212\u2013\u2014\u2010\u2011"
_CURRENCY = re.compile(r"(?:us)?\$|€|£|\b(?:eur|euro|usd|gbp|chf|dollars?)\b", re.IGNORECASE)
_ROUND_SUM = re.compile(r"[,.](?:-{1,2}|=)$")  # 1.250,- and 1.250,=
_SHAPE = re.compile(r"(?P<sign>[+-]?)(?P<digits>\d[\d.,']*|[.,]\d+)(?P<rest>[^\d]*)")
_UNIT = re.compile(
    r"min|mins|minuut|minuten|minutes?|u|uur|uren|h|hrs?|hours?|std|stunden?|dag|dagen|days?"
    r"|x|keer|maal|times|bedrijven|firms|st|stuks|jaar|fte"
)
_MULTIPLES = {
    **dict.fromkeys(("k", "duizend", "thousand", "tsd"), Decimal(1_000)),
    **dict.fromkeys(("mln", "miljoen", "million", "mio"), Decimal(1_000_000)),
}
_THOUSANDS = re.compile(r"\d{1,3}([.,'])\d{3}(?:\1\d{3})*")
_SPACED = re.compile(rf"(?<=\d)[{_SPACES}](?=\d{{3}}(?:\D|$))")
_PERCENT = frozenset({"%", "procent", "percent", "per cent", "prozent"})
_LONGEST = 40


def read(text: str, style: Style | None = None) -> Number | None:
    """Return the number that ``text`` is, or None where a person would not take it for one.

    Args:
        text: the content of a cell.
        style: decides where the text itself does not; without it thousands are meant.
    """
    parts = _parts(text)
    if parts is None:
        return None
    negative, digits, percent, unit = parts
    shown = _decimal(digits, style)
    if shown is None:
        return None
    scale = Decimal("0.01") if percent else _MULTIPLES.get(unit, Decimal(1))
    places = decimals(shown) - scale.adjusted()
    return Number((-shown if negative else shown) * scale, places, percent, unit)


def styles_of(texts: Iterable[str]) -> frozenset[Style]:
    """Return the styles that ``texts`` can only be written in; empty where none of them tells."""
    found = set()
    for text in texts:
        parts = _parts(text)
        if parts is not None and (style := _own_style(parts[1])) is not None:
            found.add(style)
    return frozenset(found)


def is_ambiguous(text: str) -> bool:
    """Whether ``text`` is one number in the one style and another in the other."""
    parts = _parts(text)
    if parts is None or _own_style(parts[1]) is not None:
        return False
    return _decimal(parts[1], Style.COMMA) != _decimal(parts[1], Style.POINT)


def _parts(text: str) -> tuple[bool, str, bool, str] | None:
    """Return sign, digits with separators, per cent, and unit."""
    plain = text.strip(_SPACES + "'\u2019").translate({ord(sign): "-" for sign in _MINUS})
    plain = plain.replace("\u2019", "'")
    plain = _CURRENCY.sub("", plain).strip(_SPACES)
    in_brackets = plain.startswith("(") and plain.endswith(")")
    plain = plain.strip("()").strip(_SPACES) if in_brackets else plain
    plain = _SPACED.sub("", _ROUND_SUM.sub("", plain))
    trailing_minus = plain.endswith("-") and len(plain) > 1
    plain = plain.rstrip("-") if trailing_minus else plain
    found = _SHAPE.fullmatch(plain) if len(plain) <= _LONGEST else None
    if found is None:
        return None
    rest = found["rest"].strip(_SPACES).lower()
    percent = rest in _PERCENT
    unit = "" if percent else rest.rstrip(".")
    if unit and unit not in _MULTIPLES and not _UNIT.fullmatch(unit):
        return None
    negative = in_brackets or trailing_minus or found["sign"] == "-"
    return negative, found["digits"].rstrip(".,"), percent, unit


def _own_style(digits: str) -> Style | None:
    """Return the style that the digits can only be in, or None where they can be in both."""
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        return Style.COMMA if digits.rindex(",") > digits.rindex(".") else Style.POINT
    if points > 1:
        return Style.COMMA
    if commas > 1:
        return Style.POINT
    if not points and not commas:
        return None
    mark = "." if points else ","
    before, _, after = digits.partition(mark)
    if len(after) == _GROUP and 0 < len(before.replace("'", "")) <= _GROUP and before != "0":
        return None
    return Style.POINT if points else Style.COMMA


_GROUP = 3


def _decimal(digits: str, style: Style | None) -> Decimal | None:
    if "'" in digits:
        whole = digits.partition("," if "," in digits else ".")[0]
        if not _THOUSANDS.fullmatch(whole):
            return None
        digits = digits.replace("'", "")
    meant = _own_style(digits) or style
    if meant is None:  # nothing tells: whole numbers are what tables are mostly filled with
        meant = Style.COMMA if "." in digits else Style.POINT
    decimal_mark, group_mark = (",", ".") if meant is Style.COMMA else (".", ",")
    whole, _, fraction = digits.partition(decimal_mark)
    if group_mark in fraction or decimal_mark in fraction:
        return None
    if group_mark in whole and not _THOUSANDS.fullmatch(whole):
        return None
    plain = whole.replace(group_mark, "")
    return Decimal(f"{plain or '0'}.{fraction}" if fraction else plain or "0")


def decimals(value: Decimal) -> int:
    """Return how many decimals ``value`` is written with."""
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return max(-exponent, 0)
