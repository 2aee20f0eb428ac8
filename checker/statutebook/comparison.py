"""One text beside the regulations of the statute book: what screens and reports tell."""

from dataclasses import dataclass

from checker.models.base import Language
from checker.models.legal_text import Part
from checker.models.regulation import Instrument
from checker.models.text_reading import TextReading
from checker.statutebook.compute import LEAST_WORDS
from checker.statutebook.features import features, values_of
from checker.statutebook.percentiles import Position, position
from checker.statutebook.wording import feature_name, told

_TOLD = (
    "words_per_sentence",
    "over_40",
    "flesch_douma",
    "uncommon",
    "passive",
    "references_per_1000",
    "duties_per_1000",
)
"""Lengths say nothing of how a text reads, and shares over 25 and 60 the same as over 40."""


@dataclass(frozen=True)
class Comparison:
    """One measure of the text, and where it stands."""

    name: str
    """What is measured, with its unit."""
    value: float
    position: Position
    words: str
    """Such as "Langere zinnen dan in 83 % van de regelingen (mei 2017, n = 2.250)"."""


def comparisons(
    reading: TextReading, instrument: Instrument | None, language: Language
) -> tuple[Comparison, ...]:
    """Return where ``reading`` stands, measure by measure; what is not known is left out.

    Args:
        reading: the text.
        instrument: kind of regulation it is held beside; None: the one it calls itself, or all.
        language: of the words.
    """
    if reading.readability is None or reading.text.words_in(Part.BODY) < LEAST_WORDS:
        return ()
    values = values_of(features(reading))
    kind = instrument or reading.recognised.instrument
    found = ((name, values[name], position(name, values[name], kind)) for name in _TOLD)
    return tuple(
        Comparison(feature_name(name, language), float(value), place, _sentence(place, language))
        for name, value, place in found
        if value is not None and place is not None
    )


def _sentence(place: Position, language: Language) -> str:
    words = told(place, language)
    return words[:1].upper() + words[1:]
