"""Which patterns a text may hold at all: told of all of them in one pass over the text.

A pattern mostly has words that each of its hits contains, such as "geacht" or "onverwijld". RE2
looks for the words of all patterns at once, in the time that it takes for a single pattern; only
the patterns whose words are there are then searched for. In most texts that is one in four.

Who looks for patterns asks for one after another, so they are gathered as they come by. This is a
matter of speed alone: a pattern that is not gathered yet is simply searched for in every text.
"""

import weakref
from threading import Lock, local
from typing import Any

from checker.models.legal_text import LegalText
from checker.models.linear import re2

_WORTH_IT = 5_000_000
"""Characters that are searched for single patterns before these are put together, which takes a
twentieth of a second: no gain where one short text is read."""
_MOST = 2_000
"""Patterns that are kept; who makes patterns without end begins anew after so many."""


class _Last(local):
    """The text that a thread looked through last, with what it may hold of which filter."""

    text: weakref.ref[LegalText] | None = None
    filter: Any = None
    possible: frozenset[int] = frozenset()


class Together:
    """Patterns that are looked for together."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._gathered: dict[bytes, int] = {}
        """Each pattern with its number in the filter."""
        self._waiting: set[bytes] = set()
        self._searched = 0
        self._filter: Any = None
        self._last = _Last()

    def may_hold(self, text: LegalText, pattern: bytes) -> bool:
        """Whether ``text`` may hold a hit of ``pattern``, in RE2's syntax; False is certain."""
        with self._lock:
            last = self._last
            is_known = last.text is not None and last.text() is text
            # Another thread may have put all together anew, which numbers them otherwise.
            if not is_known or last.filter is not self._filter:
                self._look_through(text)
            number = self._gathered.get(pattern)
            if number is not None:
                return number in last.possible
            self._waiting.add(pattern)
            self._searched += len(text.text)
            return True

    def _look_through(self, text: LegalText) -> None:
        if self._searched > _WORTH_IT:
            self._put_together()
        found = self._filter.Match(text.encoded, True) if self._filter is not None else None
        last = self._last
        last.possible, last.filter, last.text = (
            frozenset(found or ()),
            self._filter,
            weakref.ref(text),
        )

    def _put_together(self) -> None:
        patterns = [*self._gathered, *self._waiting]
        if len(patterns) > _MOST:
            patterns = list(self._waiting)[:_MOST]
        self._filter = re2.Filter()
        self._gathered = {pattern: self._filter.Add(pattern) for pattern in patterns}
        self._filter.Compile()
        self._waiting.clear()
        self._searched = 0
