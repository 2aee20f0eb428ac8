"""A term and its meaning, made into a definition."""

import re
from collections.abc import Iterator

from checker.legal_text.places import LONGEST, Places
from checker.models.text_facts import Definition

LONGEST_TERM = 200
QUOTES = "\"'“”„‘’«»`"
_THE_TERM = re.compile(
    r"(?:uitdrukking|begrip|begrippen|term|termen|woord|woorden|zinsnede)\s+(?=\S)"
)
_FIRST_WORD = re.compile(
    r"(?:[a-z]{1,2}\.\s+(?!en [a-z]\.)|\d{1,2}(?:\.\d{1,2}\s|[.)]\s)\s*|[a-z]\s(?=[a-z]{4})"
    r"|onder\s+)(?=\S)"
)
"""A label or "onder"; "o. en o. fonds" begins with neither."""
_ARTICLE_WORD = re.compile(r"(?:de|het|een|den|der|’t|'t|eene)\s+(?=\S)", re.IGNORECASE)
_POINTER = re.compile(
    r",? ?\b(?:(?:als )?bedoeld|in de zin van|genoemd) (?:in|bij|onder)\b.*$"
    r"|(?<=\S) in (?:dit|deze) [a-z]+$|(?<=\S) in het (?:eerste|tweede|derde|vierde) lid$",
    re.DOTALL,
)
"""Where the term is used, behind it: "vreemdeling in dit artikel"."""
_ELSEWHERE = re.compile(
    r"(?:hetgeen|wat|dat wat) [^;]{0,80}?\b(?:daar|hier)onder\b|hetgeen (?:daar|hier)onder\b"
    r"|deze begrippen\b|de begrippen\b"
)
_ENUMERATED = re.compile(r"[\w-]+(?:, [\w-]+)+(?: en [\w-]+)?")
"""Single words, as in "gries, grutten": each is a term."""
_TWO = re.compile(r"[\w-]+ en [\w-]+")
_EACH = re.compile(r"\b(?:partijen|respectievelijk|onderscheidenlijk)\b")
"""One meaning of two terms: "werkgever en werknemer: partijen bij een overeenkomst"."""
_AND = re.compile(r",? (?:en|alsmede|onderscheidenlijk) |, ")


def one(places: Places, term: str, start: int, meaning: int, index: int) -> Iterator[Definition]:
    """Yield one term whose meaning runs from ``meaning`` to the end of its sentence."""
    _, end = places.sentence(max(start, meaning - 1), index)
    yield from defined(places, term, start, meaning, end, index)


def defined(
    places: Places, term: str, start: int, meaning: int, end: int, index: int
) -> Iterator[Definition]:
    """Yield the definition; several where a list of terms only points elsewhere."""
    text = places.text
    end = min(end, meaning + LONGEST)
    while end > meaning and text[end - 1] in " ;,.":
        end -= 1
    words = text[meaning:end].strip(" :\t")
    while start < end and text[start] in " :":
        start += 1
    names = _AND.split(term) if _are_several(term.strip(), words) else (term,)
    for name in map(bare, names):
        if name and len(name) <= LONGEST_TERM and not name.endswith(" niet"):
            yield Definition(places.passage(start, max(end, meaning), index), name, words)


def _are_several(term: str, words: str) -> bool:
    if _ELSEWHERE.match(words) or _ENUMERATED.fullmatch(term):
        return True
    return _TWO.fullmatch(term) is not None and _EACH.search(words) is not None


def without_pointer(term: str) -> str:
    """Take off where a term stands: "kind als bedoeld in het eerste lid"."""
    return _POINTER.sub("", term)


def bare(term: str) -> str:
    """Take article, quotation marks and points off a term."""
    name = term.strip(" ,:;\t" + QUOTES)
    for prefix in (_FIRST_WORD, _ARTICLE_WORD, _THE_TERM):
        found = prefix.match(name)
        name = name[found.end() :] if found else name
    return name.strip(" ,:;\t" + QUOTES)
