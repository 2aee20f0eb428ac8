"""A text with all that is known of it: what a rule about the text sees."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from checker.models.legal_text import LegalText
from checker.models.observation import Observation, ObservationKind
from checker.models.text_facts import Readability, Recognised


@dataclass(frozen=True)
class TextReading:
    """A text, what is recognised in it, and how it reads."""

    text: LegalText
    recognised: Recognised = field(default_factory=Recognised)
    observations: Mapping[ObservationKind, Observation] = field(default_factory=dict)
    """Every kind, also where nothing was seen."""
    readability: Readability | None = None
    """Of the body."""
    note_readability: Readability | None = None
    """Of the explanatory note."""
