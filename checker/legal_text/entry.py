"""When a regulation begins, whether it looks back, and when it ends by itself."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from checker.legal_text.needles import Needles
from checker.legal_text.places import Places
from checker.models.legal_text import Part, ProvisionKind
from checker.models.linear import re2
from checker.models.text_facts import EntryIntoForce, Fact, LaterEntry

_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_DAY = (
    rf"(?:(?P<day>\d{{1,2}})(?:e|ste|de)? (?P<month>{'|'.join(_MONTHS)}),? (?P<year>\d{{4}})"
    r"|(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4}))"
)
_FROM = re.compile(
    r"\b(?:met ingang van|ingaande(?: op)?|in werking op|werking op|op|per|vanaf|tot en met"
    rf"|tot) (?:de |den )?{_DAY}",
    re.IGNORECASE,
)

# --- entry into force ---------------------------------------------------------------------------

_NEEDLES = Needles(
    "in werking",
    "terug",
    "van kracht",
    "met ingang van",
    "inwerkingtreding",
    "inwerking ",
    "van toepassing",
)
_BEGINS = re2.compile(
    r"\b(?:[Tt]reedt|[Tt]reden|[Tt]rad|[Tt]raden)\b.*?\bin ?werking\b"
    r"|\bin werking te zijn getreden\b|\bzijn in werking getreden\b|\bis in werking getreden (?:op"
    r"|met)\b"
)
_LOOKS_BACK = re2.compile(
    r"\b(?:werkt|werken)\b.*?\bterug\b|\bterugwerk(?:t|en)\b|\bterugwerkende kracht\b"
)
_REACHES_BACK = re.compile(
    r"\b(?:werkt|werken)\b[^.]{0,400}?\bterug\b|\bterugwerk(?:t|en)\b"
    r"|\b(?:heeft|hebben) terugwerkende kracht\b"
)
"""As a rule says it; a letter or a circular tells of "met terugwerkende kracht"."""
_LOOKS_NOT_BACK = re2.compile(r"\bniet terug\b")
_APPLIES_FROM = re2.compile(
    r"\b(?:[Dd]eze|[Dd]it) \w+\b.{0,60}\b(?:geldt|gelden|is van kracht|zijn van kracht"
    r"|wordt van kracht|vindt toepassing"
    r"|is van toepassing|zijn van toepassing|werkt|gaat in)\b(?: \w+){0,3} (?:met ingang van|vanaf"
    r"|per|op) (?:de |den )?\d"
    r"|\b(?:[Dd]eze|[Dd]it) \w+\b[^;]{0,60}\bmet ingang van \d[^;]{0,30} van (?:kracht"
    r"|toepassing)\b"
)
_MOMENT = re2.compile(
    r"\b(?:tijdstip|datum|dag)\b[^;]{0,40}?(?:waarop (?:deze|dit) \w+ in werking treedt"
    r"|van (?:de )?inwerkingtreding van (?:deze|dit) \w+)"
    r",? wordt\b[^;]*\b(?:vastgesteld|bepaald|geregeld)"
)
_EDITOR = re.compile(r"(?:Treedt|Treden|Werkt) (?:in werking|terug)\b")
"""How the statute book marks when a provision began; no part of the regulation."""
_OF_A_DECISION = re2.compile(
    r"Het besluit treedt in werking\b[^.]*\bna (?:de datum van )?bekendmaking\.?$|(?:Het|Hij|Zij)"
    r" (?:treedt|treden) in werking\b[^.]*\bna (?:de|haar|zijn|hun) bekendmaking\b"
)
"""What stands for a decision of the sentence before."""
_SELF = re2.compile(
    r"(?i)\b(?:deze|dit|de onderhavige|het onderhavige) (?:[a-zë-]+ ){0,2}?[a-zë]{3,}"
)
_ITSELF_AFTER = re2.compile(
    r"\w+,? (?:deze|dit|(?:de |het )?(?:artikel|overige|hoofdstuk|onderde|bepaling|paragra"
    r"|afdeling))\w*"
)
_THEY = re2.compile(r"(?:treedt|treden) zij in ?werking\b")
_ITSELF_BEFORE = re2.compile(r"\b(?:[Dd]eze|[Dd]it) \w+,? $")
_PARTS = re2.compile(
    r"(?i)(?:^|, |; |\b(?:lid|dat|en|treedt|treden) )(?:(?:de |het )?(?:overige )?(?:artikel"
    r"|hoofdstuk|paragra(?:af|fen)|afdeling|onderde|titel|bijlage"
    r"|bepaling|begripsbepaling)|(?:het |de )?(?:eerste|tweede|derde) li?e?d"
    r"|de overige|de wijziging)|(?:^|, |; |\b(?:en|treedt|treden) )(?:zij|het|hij)\b"
    r"|^De in artikel [^,;.]{1,40} wijziging(?:en)?\b"
)
_DEFINITE = re2.compile(
    r"\b(?:De|Het) (?:[A-Z]?[a-z-]*(?:wet|besluit|regeling|verordening|beleidsregels?|reglement"
    r"|circulaire|voorschrift(?:en)?"
    r"|richtlijn(?:en)?|maatregelen?|tarieven|regels?|instructie|statuut|convenant"
    r"|wijziging(?:en)?))\b[^,;.]{0,120}$"
)
_PUBLISHED = re2.compile(
    r"(?:Staatscourant|Staatsblad|Verordeningenblad|Publicatieblad|bekendmaking|publicatie"
    r"|koninklijk besluit|\d{4}|ondertekening"
    r"|dagtekening|vaststelling|afkondiging)"
)
_OTHERS = re2.compile(
    r"\bvan (?:de|het) (?:[A-Z]\w+|wet\b|rijkswet\b|besluit van|verordening\b)"
    r"|\b[Ee]en (?:krachtens|algemene|besluit|wijziging|vergunning"
    r"|ministeriële|beschikking)|\b(?:De|Het|Een) (?:beschikking|vergunning|ontheffing|aanwijzing"
    r"|erkenning|toelating|overeenkomst)\b"
    r"|\b(?:krachtens|voorstel van wet)\b"
)
_NOT_BEFORE = re2.compile(r"\bniet (?:eerder |meer )?in werking\b")
_CLAUSE_ENDS = re2.compile(
    r"\ben (?:werkt|werken|vindt|vervalt|vervallen|is|zijn|heeft|geldt)\b|\bmet (?:dien verstande"
    r"|uitzondering)\b"
)

_PART = (
    r"(?:(?:de|het) )?(?:artikel(?:en)?|onderde(?:el|len)|hoofdstuk(?:ken)?|paragra(?:af|fen)"
    r"|afdeling(?:en)?|bijlagen?|titels?|(?:eerste|tweede|derde|vierde|vijfde) lid)\b"
)
_LATER = re.compile(
    r"\b(?:met uitzondering van|uitgezonderd|behoudens|met dien verstande dat"
    rf"|(?:en )?(?:voor )?wat betreft) (?P<parts>{_PART}[^;]{{0,200}}?),? "
    r"(?P<when>(?:(?:dat|die|welke?) )?(?:pas |eerst )?(?:in werking (?:treedt|treden)"
    r"|treedt in werking|treden in werking|met ingang van|op (?=\d|een ))[^;]{0,200})",
    re.IGNORECASE,
)
"""Parts with a day of their own: "met uitzondering van artikel 5, dat in werking treedt …"."""
_LATER_PART = re.compile(
    rf"(?:^|, |\b(?:treedt|treden) )(?P<parts>{_PART}[^;]{{0,120}}?),? (?:treedt|treden|in"
    rf" werking)",
    re.I,
)
_DEPARTS = re2.compile(
    r"^In afwijking van (?:het (?:eerste|tweede|derde|vierde) lid|de eerste zin)\b"
)
"""A lid that departs from the one before, in an article on entry into force."""

# --- sunset -------------------------------------------------------------------------------------

_ENDS_NEEDLES = Needles(
    "vervalt",
    "vervallen",
    "buiten werking",
    "geldt tot",
    "gelden tot",
    "van kracht tot",
    "geldig tot",
    "werkingsduur",
    "looptijd",
)
_ENDS = re2.compile(
    r"\b(?:vervalt|vervallen)\b|\btreedt\b.*\bbuiten werking\b|\b(?:geldt|gelden|van kracht|geldig"
    r"|van toepassing)\b"
    r"(?: [a-z]+){0,2} tot(?: en met)? (?:\d|het tijdstip|de datum)"
)
_ENDS_ITSELF = re2.compile(
    r"(?:In afwijking van [^,]*, |Met ingang van [^,;]{0,80}? |Op [^,;]{0,60}? "
    r"|[A-Z][^,;]{0,60}, )?(?:(?:vervalt|vervallen|treedt|geldt) )?"
    r"(?:[Dd]eze|[Dd]it|[Dd]e (?:artikelen|bijlagen?|paragrafen|regeling|verordening"
    r"|beleidsregels?)|[Hh]et besluit|[Aa]rtikel|[Hh]oofdstuk"
    r"|[Aa]fdeling|[Pp]aragraaf|[Oo]nderdeel|[Bb]ijlage|[Tt]itel|[Hh]et (?:eerste|tweede|derde"
    r"|vierde) lid)\b[^;]{0,200}?"
    r"\b(?:vervalt|vervallen|geldt|gelden|van kracht|geldig|buiten werking|van toepassing|[.;])"
)
_WHEN = re2.compile(
    r"\b(?:met ingang van|op|per|na|tot|tot en met|vanaf|uiterlijk) (?:de |den |het )?(?:\d"
    r"|tijdstip|dag|datum|koninklijk|een bij"
    r"|moment|ogenblik)|\b(?:jaar|jaren|maanden|dagen|weken) na\b|\bna (?:\w+ )?(?:jaar|jaren"
    r"|maanden|dagen)\b|\bzodra\b"
)
_NOT_ENDS = re2.compile(
    r"\b(?:komt|komen|doet|doen|is|zijn|te|geheel of gedeeltelijk) (?:te )?vervallen\b"
    r"|\b(?:recht|aanspraak|aanspraken|vergunning|mandaat|subsidie|registratie|certificaat"
    r"|aanwijzing|inschrijving|bevoegdheid)\b[^;]{0,60}\bverval"
)

_BY_LAW = re2.compile(r"\bverval(?:t|len) van rechtswege\b")
"""What a decision does, not a regulation."""


def find_entry(places: Places) -> list[EntryIntoForce]:
    """Return the provisions on entry into force of the regulation itself, one a lid.

    A lid that only says that the regulation reaches back is none: see :func:`find_looking_back`.
    """
    return [entry for entry in _entries(places) if not _only_looks_back(places, entry)]


def find_looking_back(places: Places) -> list[Fact]:
    """Return the leden that only say since when a part reaches back; ``value`` is that day."""
    return [
        Fact(entry.at, entry.date.isoformat() if entry.date else None)
        for entry in _entries(places)
        if _only_looks_back(places, entry)
        and _REACHES_BACK.search(places.text, entry.at.start, entry.at.end)
    ]


def _only_looks_back(places: Places, entry: EntryIntoForce) -> bool:
    """Whether a lid says nothing of when the regulation begins, but that it reaches back."""
    words = places.text[entry.at.start : entry.at.end]
    if not entry.retroactive or _begins(words) is not None:
        return False
    return not (_APPLIES_FROM.search(words) or _MOMENT.search(words))


def _entries(places: Places) -> list[EntryIntoForce]:
    """Return the leden on when the regulation begins and since when it reaches back."""
    found: dict[tuple[object, ...], EntryIntoForce] = {}
    seen: set[tuple[int, int]] = set()
    for at, index in _hits(places, _NEEDLES):
        start, end = places.sentence(at, index)
        if (start, end) in seen or end - start > _LONGEST:
            continue
        seen.add((start, end))
        words = places.text[start:end]
        if not _is_entry(words):
            continue
        back = _looks_back(words)
        day = _entry_date(words)
        entry = EntryIntoForce(
            places.passage(start, end, index), day, back, tuple(_later(places, start, end, index))
        )
        key = places.lid_key(index)
        found[key] = _joined(places, found[key], entry) if key in found else entry
    return sorted(found.values(), key=lambda entry: entry.at.start)


_LONGEST = 3_000


def _hits(places: Places, needles: Needles) -> list[tuple[int, int]]:
    """Return the hits in rules, and in the closing words: "… en treedt in werking"."""
    text, hits = places.text, []
    for needle in needles.in_text(places.held):
        at = text.find(needle)
        while at >= 0:
            index = places.rule(at)
            if index is None and _closes(places, at):
                index = places.index(at)
            if index is not None:
                hits.append((at, index))
            at = text.find(needle, at + len(needle))
    return sorted(hits)


def _closes(places: Places, at: int) -> bool:
    index = places.index(at)
    if index < 0:
        return False
    provision = places.provisions[index]
    return provision.part is Part.CLOSING and provision.kind is not ProvisionKind.TABLE


def _is_entry(words: str) -> bool:
    if _EDITOR.match(words) or _OF_A_DECISION.match(words):
        return False
    if _APPLIES_FROM.search(words) or _MOMENT.search(words):
        return True
    begins = _begins(words) or _LOOKS_BACK.search(words)
    if begins is None or _NOT_BEFORE.search(words[begins.start() : begins.end()]):
        return False
    return _is_own(words[: begins.start()], words[begins.start() : begins.end()], words)


def _begins(words: str) -> Any:
    """Find the verb of the main clause; "waarop de wet in werking treedt" is none."""
    found = _BEGINS.search(words)
    while found is not None and words[: found.start()].endswith("in werking "):
        found = _BEGINS.search(words, found.start() + 1)
    return found


def _is_own(before: str, verb: str, words: str) -> bool:
    """Whether the regulation itself, or a part of it, is what begins or ends."""
    if _DEPARTS.search(words) and _PARTS.search(words):
        return True
    inverted = not before.strip() or before.rstrip().endswith(",")
    if (inverted and _SELF.search(verb)) or _ITSELF_BEFORE.search(before):
        return True
    if _THEY.match(verb) and not _OTHERS.search(before):
        return True
    if (after := _ITSELF_AFTER.match(verb)) is not None:
        return _SELF.search(after[0]) is not None or _OTHERS.search(verb) is None
    subject = before + verb if inverted else before
    if _SELF.search(subject) or _SELF.search(before):
        return not _OTHERS.search(subject) or bool(_SELF.match(words))
    if _OTHERS.search(subject):
        return False
    if _PARTS.search(subject):
        return True
    return _DEFINITE.search(subject.rstrip()) is not None and _PUBLISHED.search(words) is not None


def _joined(places: Places, first: EntryIntoForce, second: EntryIntoForce) -> EntryIntoForce:
    """Return what two sentences of one lid say together, from the first to the second."""
    named = _LATER_PART.search(places.text[second.at.start : second.at.end])
    other = second.date != first.date and not second.retroactive
    own = (LaterEntry(second.at, named["parts"], second.date),) if named and other else ()
    return EntryIntoForce(
        replace(first.at, end=second.at.end),
        first.date,
        first.retroactive or second.retroactive,
        (*first.later, *own, *second.later),
    )


def _later(places: Places, start: int, end: int, index: int) -> Iterator[LaterEntry]:
    """Yield the parts that a sentence on entry into force lets begin on another day."""
    for found in _LATER.finditer(places.text, start, end):
        day = _FROM.search(found["when"])
        at = places.passage(found.start("parts"), found.end("parts"), index)
        yield LaterEntry(at, found["parts"], day_of(day) if day is not None else None)


def _entry_date(words: str) -> date | None:
    begins = _begins(words)
    if begins is not None:
        ends = _CLAUSE_ENDS.search(words, begins.end())
        found = _FROM.search(words, begins.start(), ends.start() if ends else len(words))
        return day_of(found) if found is not None else None
    found = _FROM.search(words)
    return day_of(found) if found is not None else None


def day_of(found: re.Match[str]) -> date | None:
    """Return the day that a match of a date names; None where there is no such day."""
    if found["day"]:
        month = _MONTHS.index(found["month"].lower()) + 1
        numbers = int(found["year"]), month, int(found["day"])
    else:
        numbers = int(found["y"]), int(found["m"]), int(found["d"])
    try:
        return date(*numbers)
    except ValueError:
        return None


def find_sunset(places: Places) -> list[Fact]:
    """Return the provisions by which the regulation or a part of it ends; ``value`` is the day."""
    found: dict[tuple[object, ...], Fact] = {}
    for at, index in _hits(places, _ENDS_NEEDLES):
        start, end = places.sentence(at, index)
        key = places.lid_key(index)
        if key in found or end - start > _LONGEST:
            continue
        words = places.text[start:end]
        if _is_sunset(words):
            ends = _ENDS.search(words)
            day = _FROM.search(words, ends.start()) or _FROM.search(words)
            named = day_of(day) if day is not None else None
            value = named.isoformat() if named is not None else None
            found[key] = Fact(places.passage(start, end, index), value)
    return sorted(found.values(), key=lambda fact: fact.at.start)


def _is_sunset(words: str) -> bool:
    ends = _ENDS.search(words)
    if ends is None or _EDITOR.match(words) or _NOT_ENDS.search(words):
        return False
    if _BY_LAW.search(words) and not _SELF.match(words):
        return False
    if not _WHEN.search(words[max(0, ends.start() - 120) :]):
        return False
    if _begins(words[: ends.start()]):
        return _is_entry(words)
    subject = _ENDS_ITSELF.match(words)
    return subject is not None and _OTHERS.search(subject[0]) is None


def _looks_back(words: str) -> bool:
    """Whether a provision reaches back in time, and does not say that it does not."""
    return _LOOKS_BACK.search(words) is not None and _LOOKS_NOT_BACK.search(words) is None
