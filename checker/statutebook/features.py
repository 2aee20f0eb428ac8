"""What can be measured of a regulation: the same numbers in a scan, percentiles and screens.

Lengths and readability are those of the body: what the regulation itself lays down, without
preamble, annexes and explanatory note.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from checker.models.legal_text import Part
from checker.models.text_facts import Readability
from checker.models.text_reading import TextReading

DIGITS = 4
"""Decimals of a measure, wherever it is written or held against others."""
VAGUE_TERMS = "DUI-03"
"""The rule that counts vague terms; without that rule the feature is not known."""


@dataclass(frozen=True, slots=True)
class Features:
    """The measures of one text. None is unknown, never zero."""

    articles: int
    """Articles of the body."""
    leden: int
    """Numbered leden of those articles."""
    words: int
    """Words in sentences of the body; headings and tables have none."""
    words_per_sentence: float | None
    """Words; an item of a list is a sentence of its own."""
    over_25: float | None
    """Share of sentences of more than 25 words, 0 to 1."""
    over_40: float | None
    """Share of sentences of more than 40 words, 0 to 1."""
    over_60: float | None
    """Share of sentences of more than 60 words, 0 to 1."""
    flesch_douma: float | None
    """Reading ease: 0 very hard, 100 very easy; may go beyond both. Source: Douma (1960)."""
    brouwer: float | None
    """Leesindex A: 0 very hard, 100 very easy; may go beyond both. Source: Brouwer (1963)."""
    uncommon: float | None
    """Share of words that are uncommon in everyday Dutch, 0 to 1."""
    passive: float | None
    """Share of sentences in the passive that do not say who acts, 0 to 1."""
    references_per_1000: float | None
    """References to articles, leden or onderdelen, of this or another act, per 1,000 words."""
    obligations: int
    """Duties, bans and permit requirements on firms or persons acting in business."""
    duties_per_1000: float | None
    """The same, per 1,000 words."""
    vague_per_1000: float | None
    """Vague terms per 1,000 words, by the rule for them; None where it does not apply."""
    definitions: int
    """Terms that are given a meaning."""
    delegations: int
    """Provisions that leave rules to a lower regulation or another authority."""


class Harder(StrEnum):
    """Which way a feature makes a regulation harder on its reader."""

    HIGH = "high"
    LOW = "low"


HARDER_WHEN_LOW = frozenset({"flesch_douma", "brouwer"})
"""Features of which a low value is the hard side."""
FEATURES: tuple[str, ...] = tuple(field.name for field in fields(Features))
"""The names of all features, in the order of :class:`Features`."""
WHOLE = frozenset({"articles", "leden", "words", "obligations", "definitions", "delegations"})
"""Features that are counts."""


def harder(feature: str) -> Harder:
    """Return which way a feature makes a regulation harder."""
    return Harder.LOW if feature in HARDER_WHEN_LOW else Harder.HIGH


def features(reading: TextReading, hits: Mapping[str, int | None] | None = None) -> Features:
    """Return the measures of a text.

    Args:
        reading: the text with all that is known of it.
        hits: number of hits by rule id, where the rules have looked at it.
    """
    text, known = reading.text, reading.recognised
    words = text.words_in(Part.BODY)
    legible = reading.readability
    return Features(
        articles=len(text.articles),
        leden=sum(len(article.numbered_leden) for article in text.articles),
        words=words,
        **_legibility(legible),
        references_per_1000=_rate(len(known.references), words),
        obligations=len(known.duties),
        duties_per_1000=_rate(len(known.duties), words),
        vague_per_1000=_rate((hits or {}).get(VAGUE_TERMS), words),
        definitions=len(known.definitions),
        delegations=len(known.delegations),
    )


def _legibility(found: Readability | None) -> dict[str, float | None]:
    names = ("words_per_sentence", "over_25", "over_40", "over_60", "flesch_douma", "brouwer")
    measured = {name: getattr(found, name, None) for name in (*names, "uncommon")}
    return {**measured, "passive": found.passive_without_actor if found else None}


def _rate(count: int | None, words: int) -> float | None:
    return None if count is None or not words else count * 1000 / words


def values_of(found: Features) -> dict[str, float | int | None]:
    """Return the measures by name, rounded to :data:`DIGITS` decimals."""
    values = ((name, getattr(found, name)) for name in FEATURES)
    return {name: round(v, DIGITS) if isinstance(v, float) else v for name, v in values}
