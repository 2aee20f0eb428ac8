"""The draft text in a dossier, and the findings in it that the adviser switched off."""

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from checker.models.base import Flag, Label, Model, OptionalLabel, OptionalProse, Prose

if TYPE_CHECKING:
    from checker.models.text_facts import Passage

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
    inserted_article: OptionalLabel = None
    """Of text that an amending regulation inserts: the article of the other act."""
    outside_articles: Flag | None = None
    """Only where they stand outside the articles."""

    def covers(self, rule: str, passage: "Passage", words: str) -> bool:
        """Whether a hit of ``rule`` at ``passage`` is meant; ``words`` are those found."""
        if self.rule != rule or self.quote not in (None, words):
            return False
        if self.outside_articles:
            return passage.article is None
        if self.article is None:
            return True
        whole = self.quote is None and self.inserted_article is None
        same_inserted = whole or self.inserted_article == passage.inserted_article
        return self.article == passage.article and same_inserted


class DraftText(Model):
    """The text of the draft, as it was read from a file or pasted."""

    name: OptionalLabel = None
    """Name of the file it came from."""
    body: Body | None = None
    """One line a paragraph; see ``checker/legal_text/stored.py``."""
    switched_off: tuple[SwitchedOff, ...] = ()
