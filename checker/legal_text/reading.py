"""All that is known of one text: the parts of this room put together."""

from collections.abc import Sequence
from functools import lru_cache

from checker.legal_text.observations import observe
from checker.legal_text.readability import measure
from checker.legal_text.recognise import recognise
from checker.legal_text.stored import from_stored
from checker.legal_text.structure import parse
from checker.legal_text.uncollected import uncollected
from checker.models.legal_text import Block, LegalText, Part
from checker.models.text_reading import TextReading


@uncollected()
def read(blocks: Sequence[Block]) -> TextReading:
    """Return all that is known of the text that ``blocks`` make up."""
    return _known(parse(blocks))


@lru_cache(maxsize=8)
@uncollected()
def read_stored(body: str) -> TextReading:
    """Return all that is known of a text that a dossier keeps.

    Kept for the last few texts: on screen the same text is assessed again after every answer.
    """
    return _known(parse(from_stored(body)))


def _known(text: LegalText) -> TextReading:
    recognised = recognise(text)
    return TextReading(
        text=text,
        recognised=recognised,
        observations=observe(text, recognised),
        readability=measure(text, Part.BODY),
        note_readability=measure(text, Part.NOTE),
    )
