"""How much of a file is read at all, and how a file is refused.

A regulation with its note is some hundred kilobytes of words; the largest of the statute book
have 3 MB. The bounds lie far above that, and low enough that nothing hangs or fills the memory.
"""

import time

from checker.models.problem import BadInputError, Problem

MAX_BYTES = 25_000_000
"""A draft of this size holds scans or pictures; its words are a small part of it."""
MAX_UNPACKED = 150_000_000
"""A Word document is a packed file: one that unpacks to more than this is no regulation."""
MAX_PART = 60_000_000
"""One part of a packed file; the words of the largest regulation take less than half of it."""
MAX_PAGES = 1_000
"""Pages of a PDF. The longest regulations have some 600."""
MAX_BLOCKS = 250_000
"""Paragraphs; the largest regulation of the statute book has some 20,000."""
MAX_CHARACTERS = 6_000_000
"""Letters and signs of the text; the longest regulations with their annexes have three million."""
MAX_DEPTH = 200
"""Elements inside each other in XML or Word; real files stay below 40."""
MAX_SECONDS = 60.0
"""How long reading a PDF may take; a normal page takes some milliseconds."""


def refused(name: str, code: str, **values: str) -> BadInputError:
    """Return the error for a file that cannot be used."""
    return BadInputError([Problem(name, None, None, "", code, values)])


def megabytes(size: int) -> str:
    """Return ``25 MB``."""
    return f"{size // 1_000_000} MB"


class Deadline:
    """A moment after which reading is given up."""

    def __init__(self, name: str) -> None:
        """Count from now."""
        self._name = name
        self._end = time.monotonic() + MAX_SECONDS

    def check(self) -> None:
        """Give up where the time is over.

        Raises:
            BadInputError: it is.
        """
        if time.monotonic() > self._end:
            raise refused(self._name, "text_too_slow")
