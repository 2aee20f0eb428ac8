"""Citations of numbered EU acts, in all the ways in which they have been numbered."""

import re
from collections.abc import Iterator

from checker.legal_text.places import Places
from checker.models.legal_text import Part
from checker.models.text_facts import EuActReference

_SLASH = re.compile(r"/ ?(?=\d)")
_NUMBER = re.compile(
    r"(?P<first>\d{1,4}) ?/ ?(?P<second>\d{1,4})"
    r"(?: ?/ ?(?P<suffix>EEG|EG|EU|EC|EEC|Euratom|EURATOM|EGKS|JBZ|JHA|GBVB|EER)\b)?"
    r"(?![\w/]|[.,]\d)"
)
_CENTRAL_BANK = re.compile(r"ECB/\d{4}/\d{1,3}(?![\w/])")
_MARK = re.compile(
    r"\((?:EU|EG|EEG|Euratom|EURATOM|EGKS|EC|EEC|GBVB)(?:, ?[A-Za-z]{2,7}){0,2}\)"
    r"[\s,]*(?:(?:[Nn]rs?|NR|[Nn]o|[Nn]ummer)\.?)?[\s:]*$"
)
"""The community in brackets right before the number: "(EG) nr. "."""
_NAMED = re.compile(
    r"(?P<kind>richtlijn|verordening|beschikking)(?:en)?(?: van \d{1,2} [a-z]{3,9} \d{4})?[\s,]*"
    r"\(?(?:(?:EU|EG|EEG|Euratom)\b)?[\s,]*(?:(?:nrs?|no|nummer)\.?)?[\s:]*$",
    re.IGNORECASE,
)
_KIND = re.compile(r"richtlijn|verordening|beschikking|besluit", re.IGNORECASE)
_KINDS = {
    "richtlijn": "directive",
    "verordening": "regulation",
    "beschikking": "decision",
    "besluit": "decision",
}
_AND = re.compile(
    r"(?:\s*\([^()]{0,80}\))?\s*(?:,|;)?\s*(?:en|of|dan wel|alsmede|onderscheidenlijk|tot en met)?"
    r"\s*(?:van )?(?:(?:nr|no)s?\.?)?\s*"
)
"""What may stand between two numbers of one enumeration."""
_LOOK_BACK = 90
_POINTED = ("nr.", "Nr.", "no.")
_FIRST_YEAR = 1952
_YEAR_FIRST = 2015
"""Since this year all acts are numbered with the year first."""


def find_eu_acts(places: Places) -> Iterator[EuActReference]:
    """Yield every citation of a numbered EU act in preamble and body, headings and tables too."""
    text = places.text
    previous: EuActReference | None = None
    done = 0
    for slash in _SLASH.finditer(text):
        if slash.start() < done:
            continue
        found = _act_at(text, slash.start(), previous)
        if found is None:
            continue
        start, done, number, kind = found
        index = places.index(start)
        if index < 0 or places.provisions[index].part not in (Part.PREAMBLE, Part.BODY):
            continue
        previous = EuActReference(places.passage(start, done, index), number, kind)
        yield previous


def _act_at(
    text: str, slash: int, previous: EuActReference | None
) -> tuple[int, int, str, str | None] | None:
    """Return start, end, number and kind of the act whose number has its slash here."""
    if text[slash - 3 : slash] == "ECB" and (bank := _CENTRAL_BANK.match(text, slash - 3)):
        before = text[max(0, slash - _LOOK_BACK) : slash - 3]
        return bank.start(), bank.end(), bank[0], _last_kind(before)
    start = _number_start(text, slash)
    if start is None or (found := _NUMBER.match(text, start)) is None:
        return None
    number = f"{found['first']}/{found['second']}"
    before = text[max(0, start - _LOOK_BACK) : start].rpartition("\n")[2]
    joined = previous is not None and _AND.fullmatch(text, previous.at.end, start) is not None
    kind = previous.kind if joined and previous is not None else _last_kind(before)
    if found["suffix"]:
        return start, found.end(), f"{number}/{found['suffix']}", kind
    if joined or _MARK.search(before):
        return (start, found.end(), number, kind) if _has_year(found) else None
    named = _NAMED.search(before)
    if named is None or not _numbered_as(named["kind"].lower(), found):
        return None
    return start, found.end(), number, _KINDS[named["kind"].lower()]


def _number_start(text: str, slash: int) -> int | None:
    """Return where the digits before the slash begin, if they stand free."""
    end = slash - 1 if text[slash - 1 : slash] == " " else slash
    start = end
    while start > 0 and end - start < 5 and text[start - 1].isdecimal():
        start -= 1
    before = text[start - 1] if start else " "
    free = not (before.isalnum() or before in "/-.,_") or text[start - 3 : start] in _POINTED
    return start if start < end and free else None


def _last_kind(before: str) -> str | None:
    kinds = _KIND.findall(before)
    return _KINDS[kinds[-1].lower()] if kinds else None


def _year(digits: str) -> int | None:
    if len(digits) == 2:
        digits = f"19{digits}"
    year = int(digits)
    return year if len(digits) == 4 and _FIRST_YEAR <= year < 2100 else None


def _has_year(found: re.Match[str]) -> bool:
    return _year(found["first"]) is not None or _year(found["second"]) is not None


def _numbered_as(kind: str, found: re.Match[str]) -> bool:
    """Whether a number without any mark fits such an act; Dutch bodies number theirs as well."""
    first, second = _year(found["first"]), _year(found["second"])
    if kind == "verordening":
        return second is not None or (first is not None and first >= _YEAR_FIRST)
    return first is not None
