"""Where the text stands among the regulations of the statute book, in sentences."""

from checker.models.regulation import Instrument
from checker.models.text_reading import TextReading
from checker.statutebook.features import features, values_of
from checker.statutebook.wording import sentence
from checker.ui import state
from checker.ui.components.markup import first_capital

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


def percentile_lines(reading: TextReading, instrument: Instrument | None) -> tuple[str, ...]:
    """Return sentences such as "Langere zinnen dan in 83 % van de regelingen"."""
    if reading.readability is None:
        return ()
    values = values_of(features(reading))
    language = state.language()
    told = (sentence(name, values[name], language, instrument) for name in _TOLD)
    return tuple(first_capital(line) for line in told if line)
