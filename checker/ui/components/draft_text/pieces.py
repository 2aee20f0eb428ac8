"""A long text in pieces, each small enough for one page: whole articles where that can be."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from checker.models.legal_text import LegalText, Part, Provision

MOST_SIGNS = 60_000
"""Signs on one page, some 9,000 words: nineteen in twenty regulations are shorter. A page of this
size was measured to be drawn in about a second, clicks included."""
MOST_HITS = 250
"""Hits on one page, where the text is marked that densely."""
_BREAKS = (Part.ANNEX, Part.NOTE)
"""Parts that begin a piece of their own, once there are pieces."""


@dataclass(frozen=True)
class Line:
    """One line of the text with what it is."""

    start: int
    end: int
    provision: Provision


@dataclass(frozen=True)
class Piece:
    """Lines that are shown together."""

    lines: tuple[Line, ...]

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.lines[-1].end

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the file it touches, in the order of the text."""
        return tuple(dict.fromkeys(line.provision.part for line in self.lines))

    def articles(self) -> tuple[str, ...]:
        """Return the numbers of the articles of the body that are in it."""
        provisions = (line.provision for line in self.lines)
        found = (p.article for p in provisions if p.part is Part.BODY and p.article)
        return tuple(dict.fromkeys(found))

    def has(self, position: int) -> bool:
        """Whether a position of the text lies in it."""
        return self.start <= position <= self.end


def lines_of(text: LegalText) -> tuple[Line, ...]:
    """Return the lines; line and provision have the same position."""
    found, at = [], 0
    for line, provision in zip(text.text.split("\n"), text.provisions, strict=False):
        found.append(Line(at, at + len(line), provision))
        at += len(line) + 1
    return tuple(found)


def cut_up(text: LegalText, starts: Sequence[int] = (), most: int = MOST_SIGNS) -> list[Piece]:
    """Return the pieces of a text, in order; a single one where it is short.

    Args:
        text: the regulation.
        starts: where the hits begin, in order.
        most: signs in a piece.
    """
    groups = _groups(lines_of(text), most)
    if not groups:
        return []
    if len(text.text) <= most and len(starts) <= MOST_HITS:
        return [Piece(tuple(line for group in groups for line in group))]
    pieces: list[list[Line]] = [[]]
    for group in groups:
        if pieces[-1] and not _fit_together(pieces[-1], group, starts, most):
            pieces.append([])
        pieces[-1] += group
    return [Piece(tuple(lines)) for lines in pieces]


def _groups(lines: Sequence[Line], most: int) -> list[list[Line]]:
    """Return the lines of each article together, and of what is no article at most ``most``."""
    groups: list[list[Line]] = []
    previous: object = None
    size = 0
    for line in lines:
        key = (line.provision.part, line.provision.article)
        size += line.end - line.start
        if not groups or key != previous or size > most:
            groups.append([])
            size = line.end - line.start
        groups[-1].append(line)
        previous = key
    return groups


def _fit_together(
    lines: Sequence[Line], more: Sequence[Line], starts: Sequence[int], most: int
) -> bool:
    before, after = lines[-1].provision.part, more[0].provision.part
    if before is not after and after in _BREAKS:
        return False
    first, last = lines[0].start, more[-1].end
    hits = bisect_left(starts, last) - bisect_left(starts, first)
    return last - first <= most and hits <= MOST_HITS
