"""The explanatory note: it explains norms and lays down none."""

import re

from checker.legal_text.observing.acting import ACT, FIRM
from checker.legal_text.observing.leden import Outline
from checker.models.legal_text import Part
from checker.models.observation import Observation

_DEMAND = re.compile(
    r"\b(?:moet(?:en)?|(?:dient|dienen)\b[^.;]{0,120}\bte\b|is verplicht|zijn verplicht"
    r"|mag(?: \w+){0,3} (?:niet|geen)"
    r"|mogen(?: \w+){0,3} (?:niet|geen))\b"
)
_FIRM = re.compile(
    FIRM + r"|\b(?:[Dd]e|[Ee]en|[Ee]lke?|[Ii]edere?|[Hh]et|[Dd]eze) (?:[\w-]+ )?[\w-]*"
    r"(?:ondernem(?:er|ing)|bedrijf|werkgever|exploitant|aanvrager|houder|ontvanger|producent"
    r"|fabrikant|verkoper|dealer|leverancier|aanbieder|importeur|vervoerder|verhuurder|verzekeraar"
    r"|installateur|teler|handelaar|winkelier|zelfstandige)(?:s|en)?\b"
    r"|(?<![\w-])[A-Z][\w-]*(?:ers|ors|houders|gevers|bedrijven|ondernemingen)"
    r" (?:moeten|dienen|zijn|mogen)\b"
)
"""A firm by a noun: one of the usual, a compound of it, or a plural that begins a sentence."""
_DONE_BY_WHOM = re.compile(
    rf"\b(?:moet|moeten|dient|dienen)\b(?=[^.;]{{0,120}}{ACT})[^.;]{{0,160}}\b(?:worden|zijn)\b"
)
"""A demand in the passive, which names nobody: "Hiervan moet een overzicht worden bewaard"."""
_SUBORDINATE = re.compile(
    r"\b(?:die|dat|welke?|wie|waar[a-z]*|of|hoe|indien|als|om|omdat|zoals|wanneer|voor ?zover|opdat"
    r"|zodat|doordat|aangezien|tenzij|mits|zou(?:den)?|minister|gemeenten?|college|inspectie)\b",
    re.IGNORECASE,
)
_RESTATES = re.compile(
    r"\b(?:artikel|artikelen|lid|onderdeel|regeling|besluit|wet|verordening|richtlijn|bepaling(?:en)?"
    r"|voorgeschreven|bepaald|geregeld|op grond van|krachtens|ingevolge|conform|volgens|huidige"
    r"|wijziging|voorstel|eis(?:en)?|verplichting(?:en)?)\b",
    re.IGNORECASE,
)
"""What shows that the sentence tells of a norm that stands elsewhere."""


def norms_in_note(outline: Outline) -> Observation:
    """Sentences of the note that say what a firm must do, and name no provision that says so."""
    text = outline.text
    found, of = [], 0
    for sentence in text.sentences:
        provision = text.provisions[sentence.provision]
        if provision.part is not Part.NOTE:
            continue
        of += 1
        words = text.text[sentence.start : sentence.end]
        if _demands(words) and not _RESTATES.search(words):
            found.append(provision.passage(sentence.start, sentence.end))
    return Observation(tuple(found), of)


def _demands(words: str) -> bool:
    """Whether a firm must do something, or something must be done that a firm does."""
    if not _DEMAND.search(words):
        return False
    if _FIRM.search(words):
        return True
    done = _DONE_BY_WHOM.search(words)
    return done is not None and not _SUBORDINATE.search(words[: done.start()].rpartition(",")[2])
