"""Words that show where a fact may be told: all of them are looked for in one pass.

Each finder has some, a hundred together, and most texts hold a few of them. RE2 tells which
those are in the time that it takes to look for a few one by one.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from checker.models.linear import re2


class Needles:
    """The needles of one finder; made when its module is loaded."""

    def __init__(self, *words: str) -> None:
        self._words = words
        _ALL.update(dict.fromkeys(words))

    def in_text(self, held: frozenset[str]) -> Iterator[str]:
        """Yield those that a text holds, in the order in which they were given."""
        return (word for word in self._words if word in held)


_ALL: dict[str, None] = {}


def needles_held(encoded: bytes) -> frozenset[str]:
    """Return which needles of all finders occur in a text in UTF-8."""
    needles = tuple(_ALL)
    found = _search(needles).Match(encoded) or ()
    return frozenset(needles[number] for number in found)


@lru_cache(maxsize=4)
def _search(needles: tuple[str, ...]) -> Any:
    search = re2.Set.SearchSet()
    for needle in needles:
        search.Add(re2.escape(needle))
    search.Compile()
    return search
