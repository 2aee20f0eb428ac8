"""``sentence_length``: sentences of more words than a bound."""

from typing import Annotated, Literal

from pydantic import Field

from checker.checks.text_check import Hits, TextCheck
from checker.models.text_reading import TextReading


class SentenceLength(TextCheck):
    """Finds the sentences with more than ``words`` words; an onderdeel is a sentence of its own."""

    kind: Literal["sentence_length"]
    words: Annotated[int, Field(ge=5, le=200)]

    def find(self, reading: TextReading) -> Hits:
        """Return the long sentences, out of all sentences of the part."""
        text, of = reading.text, 0
        found = []
        for sentence in text.sentences:
            provision = text.provisions[sentence.provision]
            if provision.part is not self.part or provision.amending:
                continue
            of += 1
            if sentence.words > self.words:
                found.append(provision.passage(sentence.start, sentence.end))
        return Hits(found, of)
