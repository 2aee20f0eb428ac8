"""The draft text in a dossier, and the findings in it that the adviser switched off."""

from typing import Annotated

from pydantic import Field

from checker.models.base import Label, Model, OptionalLabel, OptionalProse, Prose

MOST_CHARACTERS = 6_000_000
"""More than the longest Dutch regulation with its annexes and note (about three million)."""

Body = Annotated[str, Field(min_length=1, max_length=MOST_CHARACTERS)]


class SwitchedOff(Model):
    """A finding of a text rule that the adviser set aside, and why."""

    rule: Label
    reason: Prose
    quote: OptionalProse = None
    """The words found; none: all that the rule finds."""
    article: OptionalLabel = None
    """Article in which they stand; none: wherever they stand."""


class DraftText(Model):
    """The text of the draft, as it was read from a file or pasted."""

    name: OptionalLabel = None
    """Name of the file it came from."""
    body: Body | None = None
    """One line a paragraph; see ``checker/legal_text/stored.py``."""
    switched_off: tuple[SwitchedOff, ...] = ()
