"""Amounts in euro, categories of fines and shares as a text writes them: "€ 1,5 miljoen"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from checker.legal_text.number_words import NUMBER_WORD, number_of

_DIGITS = r"[0-9]{1,3}(?:[. \u00a0][0-9]{3})+(?:,[0-9]{2})?|[0-9]{1,15}(?:,[0-9]{1,2})?"
_TIMES = {
    "duizend": 1_000,
    "miljoen": 1_000_000,
    "mln": 1_000_000,
    "miljard": 1_000_000_000,
    "mld": 1_000_000_000,
}
_SCALE = rf"(?:\s?(?P<scale{{0}}>{'|'.join(_TIMES)})\b(?:\.(?=\s(?:euro|eur)\b))?)?"
_NO_MORE = r"(?![.,]?[0-9])"
"""A number that goes on was not read to its end."""
_HEIGHT = re.compile(
    rf"(?:€|\beuro\b|\beur\b)\s?(?P<first>[0-9]{{1,3}}[.,][0-9]{{1,2}}(?=\s?m(?:iljoen|ln|ld))"
    rf"|{_DIGITS}|(?:{NUMBER_WORD})\b){_NO_MORE}{_SCALE.format(1)}"
    rf"|(?<![0-9.,])(?<!\bf )\b(?P<second>{_DIGITS}|(?:{NUMBER_WORD})\b){_SCALE.format(2)}"
    r"\s(?:euro|eur)\b"
    r"|\b(?P<category>eerste|tweede|derde|vierde|vijfde|zesde) categorie\b"
    rf"|(?<![0-9.,])\b(?P<percent>[0-9]{{1,3}}(?:,[0-9]{{1,2}})?|(?:{NUMBER_WORD}))"
    r"\s?(?:%|procent\b|percent\b)"
    r"|(?P<unread>€|\beuro\b|\beur\b|\bf [0-9]|\bgulden\b|%|\b(?:pro|per)cent\b|\bcategorie\b)",
    re.IGNORECASE,
)
_CATEGORIES = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde")
_MOST = Decimal(10) ** 12
"""No fine is that high; and a dossier holds no figure of sixteen digits."""


@dataclass(frozen=True, slots=True)
class Height:
    """An amount, category or share, and where it stands; all are None where it is not read."""

    start: int
    end: int
    euro: Decimal | None = None
    category: int | None = None
    percent: Decimal | None = None

    @property
    def is_read(self) -> bool:
        """Whether it is known how high it is."""
        return (self.euro, self.category, self.percent) != (None, None, None)

    @property
    def is_nothing(self) -> bool:
        """Whether it is zero, which is no height."""
        return self.euro == 0 or self.percent == 0


def heights(text: str, start: int, end: int) -> Iterator[Height]:
    """Yield each amount, category and share in a stretch of ``text``, in order."""
    for found in _HEIGHT.finditer(text, start, end):
        yield _height(found)


def _height(found: re.Match[str]) -> Height:
    start, end = found.span()
    if amount := found["first"] or found["second"]:
        return Height(start, end, euro=_euro(amount, found["scale1"] or found["scale2"]))
    if found["category"]:
        return Height(start, end, category=_CATEGORIES.index(found["category"].lower()) + 1)
    if found["percent"]:
        return Height(start, end, percent=_number(found["percent"]))
    return Height(start, end)


def _euro(amount: str, scale: str | None) -> Decimal | None:
    number = _number(amount, is_scaled=scale is not None)
    if number is None:
        return None
    euro = number * _TIMES[scale.lower()] if scale else number
    return euro.quantize(Decimal("0.01")).normalize() + 0 if euro < _MOST else None


def _number(said: str, *, is_scaled: bool = False) -> Decimal | None:
    """Return a number in digits or words; before "miljoen" a single point stands for a comma."""
    if not said[0].isdigit():
        word = number_of(said)
        return None if word is None else Decimal(word)
    if is_scaled and re.fullmatch(r"[0-9]{1,3}\.[0-9]{1,2}", said):
        return Decimal(said)
    return Decimal(re.sub(r"[.\s]", "", said).replace(",", "."))
