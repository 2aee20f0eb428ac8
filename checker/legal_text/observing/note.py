"""The explanatory note: it explains norms and lays down none."""

import re

from checker.legal_text.observing.leden import Outline, passage_in
from checker.models.legal_text import Part
from checker.models.observation import Observation

_DEMAND = re.compile(
    r"\b(?:moet(?:en)?|(?:dient|dienen)\b[^.;]{0,120}\bte\b|is verplicht|zijn verplicht"
    r"|mag(?: \w+){0,3} (?:niet|geen)"
    r"|mogen(?: \w+){0,3} (?:niet|geen))\b"
)
_FIRM = re.compile(
    r"\b[Dd]e (?:ondernemers?|ondernemingen?|bedrijven|werkgevers?|exploitant(?:en)?|aanvragers?"
    r"|houders?|vergunninghouders?|subsidieontvangers?|producent(?:en)?|fabrikant(?:en)?|verkopers?"
    r"|leveranciers?|aanbieders?|importeurs?|vervoerders?|zorgaanbieders?|instellingen?)\b"
    r"|\b[Hh]et bedrijf\b"
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
        if _DEMAND.search(words) and _FIRM.search(words) and not _RESTATES.search(words):
            found.append(passage_in(provision, sentence.start, sentence.end))
    return Observation(tuple(found), of)
