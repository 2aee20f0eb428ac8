"""What a paragraph or a cell of a table is made of, and how any text is made fit for a document.

Text goes into a document as text: no markup, no field, no link is ever made of it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NOT_IN_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n?|\u2028|\u2029")
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that make what follows read in another order than it is written."""


@dataclass(frozen=True)
class Strong:
    """Words that stand out, such as the lead of a paragraph."""

    text: str


@dataclass(frozen=True)
class Soft:
    """Words in italics, such as what was found before the adviser's own words on it."""

    text: str


@dataclass(frozen=True)
class Gap:
    """Something that the dossier does not say: seen in its place, and in the list at the end."""

    what: str


Piece = str | Strong | Soft | Gap
Line = Piece | tuple[Piece, ...]
"""A paragraph, or what stands in a cell."""


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    head: str
    share: int
    """Width as a part of that of all columns together."""
    number: bool = False


@dataclass(frozen=True)
class Table:
    """A table with a caption; its first row is the header."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Line]]
    has_total: bool = False
    """Whether the last row adds up the others."""
    is_kept_together: bool = False
    """Whether it goes to the next page as a whole where it does not fit; for a few rows."""


def pieces_of(line: Line) -> tuple[Piece, ...]:
    """Return the pieces of ``line``, of which there is often one."""
    return line if isinstance(line, tuple) else (line,)


def clean(text: str) -> str:
    """Return ``text`` with line ends as one sign, and without what a document cannot hold."""
    return _NOT_IN_XML.sub("", _REORDERING.sub("", _LINE_END.sub("\n", text)))


def paragraphs_of(text: str) -> list[str]:
    """Return the paragraphs that a user's text has, without empty ones."""
    lines = (" ".join(line.split()) for line in clean(text).split("\n"))
    return [line for line in lines if line]
