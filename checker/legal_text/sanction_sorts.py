"""What sort of sanction a provision sets."""

import re
from dataclasses import replace

from checker.models.legal_text import LegalText
from checker.models.text_facts import Fact

_SORTS = (
    ("boete", "fine"),
    ("last", "order"),
    ("bestuursdwang", "order"),
    ("dwangsom", "order"),
    ("tucht", "disciplinary"),
    ("delict", "criminal"),
    ("strafba", "criminal"),
    ("hechtenis", "criminal"),
    ("gevangenis", "criminal"),
)
_CRIMINAL = re.compile(r"\b(?:geldboete|hechtenis|gevangenisstraf|strafba(?:ar|re) feit|delict)\b")
_WITHDRAWS = re.compile(
    r"\b(?:intrekken|ingetrokken|trekt\b.{1,200}\bin|schorsen|geschorst"
    r"|(?:vervalt|vervallen)\b.{1,80}\b(?:recht|aanspraak))\b",
    re.S,
)


def with_sort(sanction: Fact, text: LegalText) -> Fact:
    """Return ``sanction`` with one word for its sort as ``value``; None where none fits."""
    words = text.text[sanction.at.start : sanction.at.end]
    said = (sanction.value or "").lower()
    sort = next((sort for part, sort in _SORTS if part in said), None)
    if sort in ("fine", None) and _CRIMINAL.search(words) and "bestuurlijke boete" not in words:
        sort = "criminal"
    if sort is None and _WITHDRAWS.search(words):
        sort = "withdrawal"
    return replace(sanction, value=sort)
