"""``phrase``: words and patterns in a part of the text."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from checker.checks.patterns import Pattern
from checker.checks.text_check import (
    RUNNING_TEXT,
    Hits,
    TextCheck,
    duty_at,
)
from checker.models.base import Flag
from checker.models.legal_text import LegalText, Provision
from checker.models.text_facts import Definition, Passage
from checker.models.text_reading import TextReading


class Within(StrEnum):
    """What kind of norm a hit must stand in."""

    DUTY = "duty"
    """A duty, ban or permit requirement on firms."""
    ANY_NORM = "any_norm"
    """The same, or a duty of an authority."""


class Phrase(TextCheck):
    """Looks for ``patterns`` in the running text of one part."""

    kind: Literal["phrase"]
    patterns: Annotated[tuple[Pattern, ...], Field(min_length=1)]
    within: Within | None = None
    """Left out: anywhere in the part."""
    outside_definitions: Flag = False
    """Whether the words in a definition do not count."""
    harbour: tuple[Pattern, ...] = ()
    """What makes a hit harmless when it stands in the same article: a list "in ieder geval"."""

    def find(self, reading: TextReading) -> Hits:
        """Return the hits in the order of the text, none inside another."""
        text = reading.text
        spans = [hit for pattern in self.patterns for hit in pattern.hits(text, self._is_read)]
        spans.sort(key=lambda span: (span[0], -span[1]))
        found = [p.passage(s, e) for s, e, p in _apart(spans) if self._counts(s, reading)]
        if self.harbour and found:
            safe = self._safe_articles(text)
            found = [p for p in found if p.article is None or _article_of(p) not in safe]
        return Hits(found, self._looked_at(reading))

    def _looked_at(self, reading: TextReading) -> int:
        """Return the number of norms that a hit could stand in; else 1 where there is the part."""
        if self.within is None:
            return 1 if reading.text.has(self.part) else 0
        others = reading.recognised.authority_duties if self.within is Within.ANY_NORM else ()
        return len(reading.recognised.duties) + len(others)

    def _is_read(self, provision: Provision) -> bool:
        """Whether it is running text of the part, and no instruction to change another act."""
        running = provision.kind in RUNNING_TEXT and not provision.amending
        return running and provision.part is self.part

    def _counts(self, position: int, reading: TextReading) -> bool:
        known = reading.recognised
        if self.outside_definitions and _lies_in(position, known.definitions):
            return False
        if self.within is None:
            return True
        if duty_at(position, known.duties) is not None:
            return True
        others = known.authority_duties
        return self.within is Within.ANY_NORM and duty_at(position, others) is not None

    def _safe_articles(self, text: LegalText) -> set[tuple[str | None, str | None]]:
        return {
            (provision.article, provision.inserted_article)
            for pattern in self.harbour
            for _, _, provision in pattern.hits(text, self._is_read)
        }


def _article_of(passage: Passage) -> tuple[str | None, str | None]:
    return passage.article, passage.inserted_article


def _lies_in(position: int, definitions: Sequence[Definition]) -> bool:
    """Whether ``position`` is part of a definition; they are in the order of the text."""
    index = bisect_right(definitions, position, key=lambda each: each.at.start) - 1
    return index >= 0 and position < definitions[index].at.end


def _apart(spans: list[tuple[int, int, Provision]]) -> Iterator[tuple[int, int, Provision]]:
    """Yield the spans that do not begin inside the one before."""
    reached = -1
    for start, end, provision in spans:
        if start >= reached:
            yield start, end, provision
            reached = end
