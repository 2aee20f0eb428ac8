"""A line that shows how far a long job is; nothing where nobody looks at it."""

import time
from collections.abc import Callable
from typing import TextIO

from checker.content import say
from checker.models.base import Language

_WIDTH = 30
_EVERY = 0.2
"""Seconds between two drawings."""
_CLEAR = "\r\x1b[2K"


class Progress:
    """A bar on a terminal; on a file or pipe it writes nothing at all."""

    def __init__(
        self,
        stream: TextIO,
        language: Language,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stream = stream
        self._language = language
        self._clock = clock
        self._shown = stream.isatty()
        self._start: float | None = None
        self._drawn = float("-inf")

    def update(self, texts: int, of: int, size: int, of_size: int, again: int = 0) -> None:
        """Tell how far it is.

        Args:
            texts: done so far, out of ``of``.
            of: all texts.
            size: bytes done so far, out of ``of_size``.
            of_size: bytes of all texts.
            again: bytes among ``size`` that an earlier run did.
        """
        now = self._clock()
        if self._start is None:
            self._start = now
        if not self._shown or (now - self._drawn < _EVERY and texts < of):
            return
        self._drawn = now
        share = size / of_size if of_size else 1.0
        filled = int(share * _WIDTH)
        left = self._left(now, size - again, of_size - size)
        line = say(
            self._language,
            "cli/scan/progress",
            bar="█" * filled + "░" * (_WIDTH - filled),
            percent=int(share * 100),
            texts=texts,
            of=of,
            left=left,
        )
        self._stream.write(_CLEAR + line)
        self._stream.flush()

    def _left(self, now: float, done: int, to_do: int) -> str:
        assert self._start is not None
        if done <= 0 or to_do <= 0:
            return ""
        seconds = round((now - self._start) / done * to_do)
        return say(self._language, "cli/scan/left", minutes=seconds // 60, seconds=seconds % 60)

    def close(self) -> None:
        """Take the line away."""
        if self._shown:
            self._stream.write(_CLEAR)
            self._stream.flush()
