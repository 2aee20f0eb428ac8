"""Instructions that change another act: "Artikel 3 komt te luiden:", "Na artikel 11 wordt …"."""

import re

_CHANGES = (
    r"(?:kom(?:t|en) (?:als volgt )?te (?:luiden|vervallen)"
    r"|(?:wordt|worden)\b[^.;]{0,400}?\b(?:(?:tussen|toe|in)gevoegd|gewijzigd|vervangen|vernummerd"
    r"|verletterd|geplaatst|geschrapt|aangepast|doorgehaald|gelezen)"
    r"|vervalt|vervallen)\b"
)
_ANCHOR = (
    r"(?:in|na|aan|v[oó][oó]r|onder(?: [^.;:]{0,80}?\bvan)?|tussen|bij)?\s*"
    r"(?:het |de |een |twee |drie )?"
    r"(?:opschrift|aanhef|onderde(?:el|len)|artikel(?:en)?|bijlagen?|hoofdstuk"
    r"|paragra(?:af|fen)|§|afdeling|titel|begripsomschrijving|definitie|punt|tabel|zinsnede"
    r"|(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|enige|laatste"
    r"|\w{2,12}(?:tien|twintig)?de)(?:,? [^.;:]{0,60}?)? (?:lid|leden|volzin|zin|alinea)|lid|leden"
    r"|vernummering|verlettering|vervanging|toevoeging)\b"
)
_INSTRUCTION = re.compile(
    rf"{_ANCHOR}.{{0,600}}?{_CHANGES}"
    r"|er (?:wordt|worden) .{3,120}? (?:toegevoegd|ingevoegd)\b",
    re.DOTALL | re.IGNORECASE,
)
_WHOLE_ACT = re.compile(
    r"(?:De|Het|In de|In het|Aan de|Aan het|Artikel(?:en)?|Bijlagen?)\b[^;:]{3,400}?"
    r"\b(?:wordt|worden) (?:als volgt )?gewijzigd\s*[:.]?$"
)
_NOT_NOW = re.compile(r"\b(?:kan|kunnen|zoals|indien|voor zover|in werking)\b")
"""A power to change, or what is so if something was changed, changes nothing by itself."""
_DONE_ELSEWHERE = re.compile(r"(?:Wijzigt|Wijziging van) (?:de|het|deze|dit|artikel)\b")
"""How the statute book shows an amendment that has been carried out."""

_OPENS = re.compile(
    r"(?:te luiden(?: als volgt)?|luidende|ingevoegd|toegevoegd|vervangen door|als volgt|geplaatst"
    r"|door|van|met)[^.;:]{0,60}:$"
)
_TARGET = re.compile(r"\b[Aa]rtikel(?:en)? ([IVXLC]+\b|\d+[a-z]{0,3}(?:[.:]\d+[a-z]{0,2})*)")
_NEAR = 1_000
"""An instruction says what it does within its first so many characters."""


def begins(text: str) -> bool:
    """Whether the first paragraph of an article makes it one that amends; stricter than the rest.

    Args:
        text: the paragraph without its number.
    """
    start = text[:_NEAR]
    if _DONE_ELSEWHERE.match(start):
        return True
    changes = _WHOLE_ACT.match(start) or (
        _INSTRUCTION.match(start) and (text.endswith(":") or "”" in start or '"' in start)
    )
    return bool(changes) and not _NOT_NOW.search(start) and not _OWN_LAW.match(start)


def is_instruction(text: str) -> bool:
    """Whether a paragraph inside an article that amends is an instruction, and no new text."""
    start = text[:_NEAR]
    found = _DONE_ELSEWHERE.match(start) or _INSTRUCTION.match(start) or _WHOLE_ACT.match(start)
    return bool(found) and not _OWN_LAW.match(start)


_OWN_LAW = re.compile(
    r"(?:In|Bij|Voor|Na) (?:geval|afwijking|de zin|dit|deze)\b"
    r"|(?:Een|De|Het) (?:aanspraak|recht|vergunning|ontheffing|aanwijzing|erkenning)\b"
)


def opens_insertion(instruction: str) -> bool:
    """Whether the text that an instruction puts into the other act begins on the next line."""
    return bool(_OPENS.search(instruction[-120:]))


def target_articles(instruction: str) -> tuple[str, ...]:
    """Return the numbers of the articles that an instruction names, in order."""
    return tuple(_TARGET.findall(instruction[:_NEAR]))
