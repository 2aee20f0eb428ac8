"""Thresholds of firm size, in numbers of working persons or by the name of the size."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from checker.legal_text.needles import Needles
from checker.legal_text.number_words import COUNT, count_of
from checker.legal_text.places import Places
from checker.legal_text.relief_words import BUT, LIGHTER, SPARES
from checker.models.linear import re2
from checker.models.text_facts import SizeThreshold

_WORKERS = Needles(
    "werknemer",
    "werkza",
    "medewerker",
    "personeelsl",
    "arbeidskracht",
    "rbeidsplaats",
    "fte",
    " personen",
)
_PEOPLE = (
    r"(?:werknemers?|werkzame (?:personen|persoon)|personen(?: [a-z]+){0,4}? (?:werkzaam|in dienst)"
    r"|medewerkers?|personeelsleden|arbeidskrachten|arbeidsplaatsen|werkenden|fte(?:[’']s)?"
    r"|(?:voltijds?|fulltime)[- ]?(?:equivalent\w*|werknemers)|personen)\b"
)
_BOUND = re2.compile(
    r"(?i)\b(?:(?:minder|meer|groter|kleiner) dan|tot|tot en met|ten hoogste|hoogstens|maximaal"
    rf"|ten minste|tenminste|minstens|minimaal|vanaf|t/m)\s{COUNT}\s|\bof\s(?:meer|minder)\b"
)
"""A sentence without one of these has no threshold."""
_SIZE = re.compile(
    r"(?i)\b(?:(?P<under>minder dan|kleiner dan|tot)|(?P<most>ten hoogste|hoogstens|maximaal"
    r"|niet meer dan|tot en met)"
    r"|(?P<over>meer dan|groter dan)|(?P<least>ten minste|tenminste|minstens|minimaal|vanaf))\s"
    rf"(?P<count>{COUNT})\s(?:[a-z]+ ){{0,2}}?{_PEOPLE}"
    rf"|\b(?P<number>{COUNT})\sof\s(?P<more>meer|minder)\s(?:[a-z]+ ){{0,2}}?{_PEOPLE}"
    rf"|\b(?P<count2>{COUNT})\s(?:[a-z]+ ){{0,2}}?{_PEOPLE}\sof\s(?P<more2>meer|minder)\b"
    rf"|\b(?P<from>{COUNT})\s(?P<upto>tot en met|tot"
    rf"|t/m)\s(?P<to>{COUNT})\s(?:[a-z]+ ){{0,2}}?{_PEOPLE}"
)
_NO_SIZE = re.compile(r"\b(?:buitengewoon|beëdigd|commissie|vertegenwoordig\w+)\b")
_OF_A_FIRM = re.compile(
    r"(?:onderneming(?:en)?|ondernemers?|werkgevers?|bedrij(?:f|ven)|vennootschap(?:pen)?"
    r"|kanto(?:or|ren)"
    r"|winkels?|werkplaats(?:en)?)\b[^,;.]{0,60}$|^ (?:werken|werkzaam|in dienst|arbeid)\b",
    re.IGNORECASE,
)
"""Around a number of mere persons: they are those who work in a firm."""
_BY_NAME = re.compile(
    r"\b(?:(?P<micro>[Mm]icro-? ?onderneming(?:en)?)"
    r"|(?P<medium>(?:[Kk]leine (?:en|of) )?[Mm]iddelgrote (?:onderneming(?:en)?|werkgevers?"
    r"|bedrij(?:f|ven)"
    r"|rechtsperso(?:on|nen))|[Mm]idden- en [Kk]leinbedrijf|MKB|mkb)"
    r"|(?P<small>[Kk]leine (?:onderneming(?:en)?|ondernemers?|werkgevers?|bedrij(?:f|ven)"
    r"|rechtsperso(?:on|nen))))\b"
)
_NAMED_BELOW = {"micro": 10, "small": 50, "medium": 250}
"""Persons below which a firm is of that size, where the text does not say (Rec. 2003/361/EC)."""
_NAMES = Needles("icro", "leine ", "iddelgrote", "leinbedrijf", "MKB", "mkb")


def find_thresholds(places: Places) -> list[SizeThreshold]:
    """Return the thresholds in numbers of working persons, and sizes called by their name.

    "Ten hoogste tien" means those below 11, "meer dan 50" those from 51 up; "5 tot 10" is two.
    """
    found: dict[tuple[int, int], SizeThreshold] = {}
    for start, end, index in _sentences(places, _WORKERS):
        words = places.text[start:end]
        if not _BOUND.search(words) or _NO_SIZE.search(words):
            continue
        for size in _SIZE.finditer(words):
            if not _is_firm_size(words, size):
                continue
            place = places.passage(start + size.start(), start + size.end(), index)
            for number, (persons, below) in enumerate(_sizes(size)):
                if persons > 1:  # "een of meer werknemers" is no threshold
                    found[place.start, number] = SizeThreshold(place, persons, below)
    counted = [found[key] for key in sorted(found)]
    named = _by_name(places, counted)
    return sorted((*counted, *named), key=lambda threshold: threshold.at.start)


def _sentences(places: Places, needles: Needles) -> Iterator[tuple[int, int, int]]:
    """Yield each sentence with one of the needles, and its provision."""
    done: set[tuple[int, int]] = set()
    for at, index in places.hits(needles):
        bounds = places.sentence(at, index)
        if bounds not in done:
            done.add(bounds)
            yield (*bounds, index)


def _is_firm_size(words: str, size: re.Match[str]) -> bool:
    """Whether mere persons are those who work in a firm; other words say so themselves."""
    told = size[0].lower()
    if not told.endswith("personen") or "werkzame" in told:
        return True
    before, after = words[max(0, size.start() - 90) : size.start()], words[size.end() :]
    return _OF_A_FIRM.search(before) is not None or _OF_A_FIRM.match(after[:20]) is not None


def _by_name(places: Places, counted: Sequence[SizeThreshold]) -> Iterator[SizeThreshold]:
    """Yield the sizes that are called by name, with the bound that the text itself gives them."""
    defined: dict[str, int] = {}
    for threshold in counted:
        provision = places.provisions[places.index(threshold.at.start)]
        term = _BY_NAME.match(places.text, provision.start, threshold.at.start)
        if term is not None and threshold.below and places.text[term.end() : term.end() + 1] == ":":
            defined.setdefault(str(term.lastgroup), threshold.persons)
    for start, end, index in _sentences(places, _NAMES):
        if (named := _BY_NAME.search(places.text, start, end)) is None:
            continue
        words = places.text[start:end]
        if not (SPARES.search(words) or LIGHTER.search(words) or BUT.search(words)):
            continue
        size = str(named.lastgroup)
        place = places.passage(named.start(), named.end(), index)
        below = defined.get(size, _NAMED_BELOW[size])
        yield SizeThreshold(place, below, below=True, by_name=True)


def _sizes(size: Any) -> Iterator[tuple[int, bool]]:
    ends: tuple[tuple[str, int, bool], ...]
    if size["from"]:
        included = size["upto"].lower() != "tot"
        ends = (size["from"], 0, False), (size["to"], int(included), True)
    elif count := size["number"] or size["count2"]:
        below = (size["more"] or size["more2"]).lower() == "minder"
        ends = ((count, int(below), below),)
    else:
        beyond = int(bool(size["most"] or size["over"]))
        ends = ((size["count"], beyond, bool(size["under"] or size["most"])),)
    for count, added, below in ends:
        if (number := count_of(count)) is not None:
            yield number + added, below
