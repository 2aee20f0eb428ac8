"""Numbers as people type them, in Dutch (1.250,5) and in English (1,250.5)."""

import re
from decimal import Decimal

from checker.models.base import Language
from checker.models.problem import BadInputError, Problem

_SIGNS: dict[Language, tuple[str, str]] = {"nl": (".", ","), "en": (",", ".")}
_PLAIN = re.compile(r"[+-]?(\d+|(0|[1-9]\d*)[.,]\d*|[.,]\d+)", re.ASCII)
_WITHOUT_THOUSANDS = 4  # digits that are easily read without
_CURRENCY = re.compile(r"^(€|EUR)\s*|\s*(€|EUR|euro)$", re.IGNORECASE)


def parse(typed: str, language: Language, *, share: bool = False) -> Decimal | None:
    """Return the number that was typed, or None for nothing.

    A thousands sign is only taken for one between a number that does not begin with 0 and three
    digits, so that ``1.5`` and ``0.125`` are what they seem in Dutch too. Of a share, ``50 %`` is
    read as 0.5.

    Raises:
        BadInputError: it is no number.
    """
    text = "".join(_CURRENCY.sub("", typed.strip()).split())
    if not text:
        return None
    percent = share and text.endswith("%")
    thousands, point = _SIGNS[language]
    text = text.rstrip("%") if percent else text
    grouped = rf"[+-]?[1-9]\d{{0,2}}(\{thousands}\d{{3}})+(\{point}\d*)?"
    if re.fullmatch(grouped, text, re.ASCII):
        text = text.replace(thousands, "")
    if not _PLAIN.fullmatch(text):
        raise _refusal(typed)
    number = Decimal(text.replace(",", "."))
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


def translated(typed: str, before: Language, after: Language, *, share: bool = False) -> str:
    """Return what was typed in one language as it would be typed in the other."""
    if before == after:
        return typed
    try:
        return shown(parse(typed, before, share=share), after)
    except BadInputError:
        return typed


def _refusal(typed: str) -> BadInputError:
    value = typed.strip()[:40]
    return BadInputError([Problem(None, None, None, "", "not_a_number", {"value": value})])
