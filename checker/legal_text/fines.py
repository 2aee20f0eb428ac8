"""Sorts of sanction, how high a fine can be, and whether a regulation is meant to last."""

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.legal_text.places import LONGEST, Places
from checker.models.legal_text import LegalText
from checker.models.text_facts import Fact

_FINES = ("boete", "Boete")
_HIGHEST = re.compile(
    r"\b(?:ten hoogste|hoogstens|maximaal|niet meer dan|niet hoger dan|maximum)\b[^.;]{0,100}?"
    r"(?:€|\beuro\b|\beur\b|\bf \d|\bgulden\b|\bcategorie\b|%|\bprocent\b|\bpercent\b)"
    r"|\b(?:eerste|tweede|derde|vierde|vijfde|zesde) categorie\b"
    r"|\bboete(?:bedrag)? (?:bedraagt|van) (?:€|eur\b|euro\b)\s?\d"
    r"|\bnormbedrag(?:en)?\b",
    re.IGNORECASE,
)


def find_fine_maximum(places: Places) -> Iterator[Fact]:
    """Yield where a sentence about a fine names its amount, category or percentage."""
    seen: set[int] = set()
    for offset, index in places.hits(_FINES):
        start, end = places.sentence(offset, index)
        if start in seen:
            continue
        seen.add(start)
        found = _HIGHEST.search(places.text, start, min(end, start + LONGEST))
        if found is not None:
            yield Fact(places.passage(found.start(), found.end(), index))


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
    r"\b(?:intrekken|ingetrokken|trekt\b.{1,200}\bin|schorsen|geschorst)\b", re.S
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


_TEMPORARY = re.compile(r"\b(?:[Tt]ijdelijke?|[Ee]xperiment(?!ee?l)[a-z]*|[Ii]nterimwet)\b")
_CITED = re.compile(r"\b(?:aangehaald als|citeertitel)\b:?\s*([^.;\n]{3,200})", re.IGNORECASE)
_CHANGES = re.compile(r"\b(?:[Ww]ijzig|[Ii]ntrekking)")


def is_temporary(text: LegalText) -> bool:
    """Whether the title by which a regulation is cited says so; without one, its long title."""
    cited = [found[1] for found in _CITED.finditer(text.text)]
    names = cited[-1:] or [text.title or ""]
    return any(_TEMPORARY.search(name) and not _CHANGES.search(name) for name in names)
