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
_CURRENCY = re.compile(
    r"(?:us)?\$|€|£|\b(?:eur|euro(?:'?s)?|usd|gbp|chf|dollars?)\b", re.IGNORECASE
)
_ROUND_SUM = re.compile(r"[,.](?:-{1,2}|=)(?!\S)")  # 1.250,- and 1.250,=
_SHAPE = re.compile(
    r"(?P<sign>[+-]?) ?(?P<digits>\d[\d.,']*|[.,]\d+)(?:e(?P<power>[+-]?\d{1,2}))?(?P<rest>[^\d]*)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^(?:(?:ca|circa|ong|ongeveer|approx|approximately|about|rd|rund|etwa)\b\.?|±|\+/-|[~≈])\s*",
    re.IGNORECASE,
)
"""A number that is about right is still the number that the writer went on with."""
_MARK = re.compile(
    r"(?:[*†‡§¹²³⁰⁴-⁹]|\[\w{1,3}\]|(?<=\s)\(\d\)|\([a-z]\)|\([^\d()]{2,}\)|\+\s?p\.?m\.?)$",
    re.IGNORECASE,
)
"""A sign of a footnote, a remark in brackets, or "+ PM" behind a sum that is not yet complete."""
_UNIT = re.compile(
    r"min|mins|minuut|minuten|minutes?|u|uur|uren|h|hrs?|hours?|std|stunden?|dag|dagen|days?"
    r"|tage?|week|weken|weeks?|wochen|maand|maanden|months?|monate?|x|keer|maal|times|mal"
    r"|bedrijven|ondernemingen|firms|businesses|companies|employers|werkgevers|unternehmen"
    r"|betriebe|respondent(?:s|en)?|responses?|aanvragen|meldingen|reports?|cases?|gevallen|falle"
    r"|persons?|personen|people|employees|werknemers|units?|st|stuks|stk|jaar|jaren|years?|jahre?"
    r"|fte"
)
_PER = re.compile(
    r"\s*(?:/|\b(?:per|pro|je|a|each)\b)\s*"
    r"(?:u|uur|h|hr|hour|std|stunde|jaar|year|annum|jahr|bedrijf|onderneming|firma?|business"
    r"|company|unternehmen|keer|handeling|actie|response|respondent|geval|case|fall|stuk|unit"
    r"|werkgever|employer|aanvraag|melding)\.?$|\s*p\.?j\.?$"
)
"""What a number is for each of, where that is what a table is about anyway."""
_MULTIPLES = {
    **dict.fromkeys(("k", "duizend", "thousand", "tsd"), Decimal(1_000)),
    **dict.fromkeys(("mln", "miljoen", "million", "mio"), Decimal(1_000_000)),
    **dict.fromkeys(("mld", "miljard", "mrd", "bn", "billion"), Decimal(1_000_000_000)),
}
_MILLION_OF_MONEY = "m"  # £2.5m; without a currency it may be minutes
_THOUSANDS = re.compile(r"\d{1,3}([.,'])\d{3}(?:\1\d{3})*")
_SPACED = re.compile(rf"(?<=\d)[{_SPACES}](?=\d{{3}}(?:\D|$))")
_PERCENT = frozenset({"%", "procent", "percent", "per cent", "prozent", "pct", "pct."})
LONGEST = 80
"""Signs; what is longer is no number."""
_LARGEST = Decimal(10) ** 18
"""Nobody's costs in euro; what is beyond is a mistake, or meant to break something."""
_MOST_PLACES = 30


def read(text: str, style: Style | None = None) -> Number | None:
    """Return the number that ``text`` is, or None where a person would not take it for one.

    Args:
        text: the content of a cell.
        style: decides where the text itself does not; without it thousands are meant.
    """
    parts = _parts(text)
    if parts is None:
        return None
    shown = _decimal(parts.digits, style)
    if shown is None:
        return None
    scale = Decimal("0.01") if parts.percent else _MULTIPLES.get(parts.unit, Decimal(1))
    scale = scale.scaleb(parts.power)
    places = decimals(shown) - scale.adjusted()
    value = (-shown if parts.negative else shown) * scale
    if abs(value) > _LARGEST or -value.adjusted() > _MOST_PLACES:
        return None
    return Number(value, places, parts.percent, parts.unit)


def is_multiple(unit: str) -> bool:
    """Whether ``unit`` is one such as million, which is in the value already."""
    return unit in _MULTIPLES


def unmarked(text: str) -> str:
    """Return ``text`` without "about" before it, and footnotes and remarks behind it."""
    plain = text.strip(_SPACES)[:LONGEST]
    # One mark at a time: a pattern that repeats them all tries every way to divide a row of stars.
    while (mark := _MARK.search(plain)) is not None and mark.start() > 0:
        plain = plain[: mark.start()].rstrip(_SPACES)
    return _ABOUT.sub("", plain)


def styles_of(texts: Iterable[str]) -> frozenset[Style]:
    """Return the styles that ``texts`` can only be written in; empty where none of them tells."""
    found = set()
    for text in texts:
        parts = _parts(text)
        if parts is not None and (style := _own_style(parts.digits)) is not None:
            found.add(style)
    return frozenset(found)


def is_ambiguous(text: str) -> bool:
    """Whether ``text`` is one number in the one style and another in the other."""
    parts = _parts(text)
    if parts is None or _own_style(parts.digits) is not None:
        return False
    return _decimal(parts.digits, Style.COMMA) != _decimal(parts.digits, Style.POINT)


@dataclass(frozen=True)
class _Parts:
    negative: bool
    digits: str
    """With their separators."""
    power: int
    percent: bool
    unit: str


def _parts(text: str) -> _Parts | None:
    if len(text) > LONGEST:
        return None
    plain, is_money = _bare(text)
    in_brackets = plain.startswith("(") and plain.endswith(")")
    plain = plain.strip("()").strip(_SPACES) if in_brackets else plain
    plain = _SPACED.sub("", _ROUND_SUM.sub("", plain))
    trailing_minus = plain.endswith("-") and len(plain) > 1
    plain = plain.rstrip("-") if trailing_minus else plain
    found = _SHAPE.fullmatch(plain)
    if found is None:
        return None
    rest = _PER.sub("", found["rest"].strip(_SPACES).lower()).strip(_SPACES)
    percent = rest in _PERCENT
    unit = "" if percent else rest.rstrip(".")
    if is_money and unit == _MILLION_OF_MONEY:
        unit = "mln"
    if unit and unit not in _MULTIPLES and not _UNIT.fullmatch(unit):
        return None
    negative = in_brackets or trailing_minus or found["sign"] == "-"
    digits = found["digits"].rstrip(".,")
    return _Parts(negative, digits, int(found["power"] or 0), percent, unit)


def _bare(text: str) -> tuple[str, bool]:
    """Return ``text`` without what people write around a number, and whether it is money."""
    plain = text.strip(_SPACES + "'\u2019").translate({ord(sign): "-" for sign in _MINUS})
    plain = unmarked(plain.replace("\u2019", "'"))
    without = _CURRENCY.sub("", plain)
    return without.strip(_SPACES), without != plain


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
