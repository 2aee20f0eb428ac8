"""Numbers as people type them, in Dutch (1.250,5) and in English (1,250.5)."""

import re
from decimal import Decimal, InvalidOperation

from checker.models.base import Language
from checker.models.problem import BadInputError, Problem

_SIGNS: dict[Language, tuple[str, str]] = {"nl": (".", ","), "en": (",", ".")}
_WITHOUT_THOUSANDS = 4  # digits that are easily read without
_CURRENCY = re.compile(r"^(€|EUR)\s*|\s*(€|EUR|euro)$", re.IGNORECASE)


def parse(typed: str, language: Language, *, share: bool = False) -> Decimal | None:
    """Return the number that was typed, or None for nothing.

    A thousands sign is only taken for one in front of three digits, so that ``1.5`` is one and a
    half in Dutch too. Of a share, ``50 %`` is read as 0.5.

    Raises:
        BadInputError: it is no number.
    """
    text = _CURRENCY.sub("", typed.strip()).replace("\u00a0", "").replace(" ", "")
    if not text:
        return None
    percent = share and text.endswith("%")
    thousands, point = _SIGNS[language]
    text = text.rstrip("%") if percent else text
    if re.fullmatch(rf"-?\d{{1,3}}(\{thousands}\d{{3}})+(\{point}\d*)?", text):
        text = text.replace(thousands, "")
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise _refusal(typed) from None
    if not number.is_finite():
        raise _refusal(typed)
    return number / 100 if percent else number


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


def _refusal(typed: str) -> BadInputError:
    value = typed.strip()[:40]
    return BadInputError([Problem(None, None, None, "", "not_a_number", {"value": value})])
