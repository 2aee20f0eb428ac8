"""Numbers as people type them, in Dutch (1.250,5) and in English (1,250.5)."""

import re
from decimal import Decimal

from checker.models.base import Language
from checker.models.problem import BadInputError, Problem
from checker.readers import numbers

_SIGNS: dict[Language, tuple[str, str]] = {"nl": (".", ","), "en": (",", ".")}
_STYLES: dict[Language, numbers.Style] = {"nl": numbers.Style.COMMA, "en": numbers.Style.POINT}
_WITHOUT_THOUSANDS = 4  # digits that are easily read without
_ODD = re.compile(r"\de[+-]?\d|(?<![\d.,])0\d+[.,]|(?![0-9])\d", re.IGNORECASE)
"""What is a number to a program, or in a table, but no person types in a field."""
_ROUND_SUM = re.compile(r"([.,])(-{1,2}|=)$")
"""The end of a sum without cents: its sign is that before the decimals."""
_LONGEST_QUOTE = 40


def parse(typed: str, language: Language, *, share: bool = False) -> Decimal | None:
    """Return the number that was typed, or None for nothing.

    Read as in a table: ``€ 4.500,-``, ``1.250,50`` and ``1,250.50`` are what they seem in either
    language. The language only decides where the digits do not: ``1.250`` is more than a thousand
    in Dutch. Of a share, ``50 %`` is read as 0.5. A unit is refused, for it may be another than
    that of the field.

    Raises:
        BadInputError: it is no number.
    """
    text = typed.strip()
    if not text:
        return None
    found = None if _ODD.search(text) else numbers.read(text, _style(text, language))
    if found is None or (found.unit and not numbers.is_multiple(found.unit)):
        raise _refusal(typed)
    if found.percent and not share:
        raise _refusal(typed)
    return found.value


def _style(text: str, language: Language) -> numbers.Style:
    """Return the style where the digits do not tell it."""
    end = _ROUND_SUM.search(text)
    if end is None:
        return _STYLES[language]
    return numbers.Style.COMMA if end[1] == "," else numbers.Style.POINT


def shown(number: Decimal | None, language: Language) -> str:
    """Return ``number`` as it would be typed, exactly; from ten thousand with thousands signs."""
    if number is None:
        return ""
    thousands, point = _SIGNS[language]
    whole, _, decimals = format(number, "f").partition(".")
    if len(whole.lstrip("-")) > _WITHOUT_THOUSANDS:
        whole = f"{int(whole):,}".replace(",", thousands)
    decimals = decimals.rstrip("0")
    return f"{whole}{point}{decimals}" if decimals else whole


def translated(typed: str, before: Language, after: Language, *, share: bool = False) -> str:
    """Return what was typed in one language as it would be typed in the other."""
    if before == after:
        return typed
    try:
        return shown(parse(typed, before, share=share), after)
    except BadInputError:
        return typed


def _refusal(typed: str) -> BadInputError:
    value = typed.strip()[:_LONGEST_QUOTE]
    return BadInputError([Problem(None, None, None, "", "not_a_number", {"value": value})])
