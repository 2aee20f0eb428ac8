"""Terms that running text gives in passing: "hierna te noemen: de commissie"."""

import re
from collections.abc import Iterator

from checker.legal_text.definition_terms import QUOTES, bare
from checker.legal_text.needles import Needles
from checker.legal_text.places import Places
from checker.models.text_facts import Definition

_LONGEST_LABEL = 80
_NAMES = Needles("hierna", "erder ", "te noemen", "in het vervolg")
_HEREAFTER = re.compile(
    r"\b(?:hierna|verder|nader|hierna verder|in het vervolg|vervolgens|verder ook|hierna ook)"
    r"(?: ook| verder| telkens| gezamenlijk| samen| kortweg)*,?\s*"
    r"(?:te noemen|aan te duiden als|aangeduid als|aangeduid met|aan te halen als|genoemd(?=[:,\s])"
    r"|afgekort(?: als| tot)?|(?=:))\s*[:;]?,?\s*"
    rf"(?P<open>[{QUOTES}]*)(?P<term>[^,;:()\n]{{2,{_LONGEST_LABEL}}})"
)
_NAMED_AFTER = re.compile(
    r"\b(?:hierna|verder|in het vervolg)(?: ook| verder| nader| gezamenlijk| kortweg)*:? (?:als "
    r"|met )?"
    rf"(?P<term>[{QUOTES}]*(?:de |het |een )?(?!te\b|nader\b|met\b|in\b"
    rf"|onder\b)[^,;:()\n.]{{2,60}}?)"
    r" (?:genoemd|te noemen|aangeduid)(?=[,;.:)\s]|$)"
)
"""The label before its verb: "hierna de afzender genoemd"."""
_NO_LABEL = re.compile(r"^(?:bij|door|van|op|is|zijn|wordt|worden|kan|volgende|omschreven)\b")
_AFTER_LABEL = re.compile(
    r"\s(?:te|op|in|die|dat|is|zijn|wordt|worden|en|of|heeft|met|voor|kan|ter|ten|alsmede)\s.*$|\.$"
    r"|\.\s.*$"
)


def labels(places: Places) -> Iterator[Definition]:
    """Yield terms such as "hierna te noemen: de commissie" and "hierna de commissie genoemd"."""
    for at, index in places.hits(_NAMES):
        end = min(places.provisions[index].end, at + 200)
        begin = max(places.provisions[index].start, at - 10)
        found = _HEREAFTER.search(places.text, begin, end)
        if found is not None and found.end() >= at:
            term = found["term"]
            if found["open"]:
                term = re.split(f"[{QUOTES}]", term, maxsplit=1)[0]
            yield from _label(places, _AFTER_LABEL.sub("", term), found, index)
            continue
        after = _NAMED_AFTER.search(places.text, begin, end)
        if after is not None and after.end() >= at and not _NO_LABEL.match(after["term"]):
            yield from _label(places, after["term"], after, index)


def _label(places: Places, term: str, found: re.Match[str], index: int) -> Iterator[Definition]:
    start, _ = places.sentence(found.start(), index)
    name = bare(term)
    if name and len(name) <= _LONGEST_LABEL:
        place = places.passage(start, found.start("term") + len(term), index)
        yield Definition(place, name, places.text[start : found.start()].strip(" ,("))
