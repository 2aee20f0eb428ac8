"""How far a long job is: a bar on a terminal, and a line now and then in a file or a pipe."""

import time
from collections.abc import Callable, Mapping
from typing import TextIO

from checker.content import say
from checker.models.base import Language

_WIDTH = 30
_EVERY = 0.2
"""Seconds between two drawings."""
_FIRST_LINE, _MOST_APART = 10.0, 300.0
"""Seconds to the first line where there is no terminal. Each next one takes twice as long to come,
up to five minutes: a short job gives few lines, and a long one is never silent."""
_CLEAR = "\r\x1b[2K"


class Progress:
    """A bar on a terminal; on a file or pipe a line now and then."""

    def __init__(
        self,
        stream: TextIO,
        language: Language,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stream = stream
        self._language = language
        self._clock = clock
        self._is_terminal = stream.isatty()
        self._start: float | None = None
        self._drawn = float("-inf")
        self._wait = _FIRST_LINE

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
            if not self._is_terminal:
                self._drawn = now
                self._write_line("cli/scan/begin", of=of)
        is_last = texts >= of and self._is_terminal
        if not is_last and now - self._drawn < (_EVERY if self._is_terminal else self._wait):
            return
        self._drawn = now
        share = size / of_size if of_size else 1.0
        values = {
            "percent": int(share * 100),
            "texts": texts,
            "of": of,
            "left": self._left(now, size - again, of_size - size),
        }
        if self._is_terminal:
            self._draw(share, values)
        else:
            self._wait = min(2 * self._wait, _MOST_APART)
            self._write_line("cli/scan/so_far", **values)

    def _draw(self, share: float, values: Mapping[str, object]) -> None:
        filled = int(share * _WIDTH)
        bar = "█" * filled + "░" * (_WIDTH - filled)
        line = say(self._language, "cli/scan/progress", bar=bar, **values)
        self._stream.write(_CLEAR + line)
        self._stream.flush()

    def _write_line(self, key: str, **values: object) -> None:
        self._stream.write(say(self._language, key, **values).rstrip() + "\n")
        self._stream.flush()

    def _left(self, now: float, done: int, to_do: int) -> str:
        assert self._start is not None
        if done <= 0 or to_do <= 0:
            return ""
        seconds = round((now - self._start) / done * to_do)
        return say(self._language, "cli/scan/left", minutes=seconds // 60, seconds=seconds % 60)

    def close(self) -> None:
        """Take the line away."""
        if self._is_terminal:
            self._stream.write(_CLEAR)
            self._stream.flush()
