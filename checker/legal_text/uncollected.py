"""Reading without Python's garbage collector.

A text becomes tens of thousands of small objects, hardly any of which refers to itself by a detour.
So they go as soon as nobody holds them any more, and the collector, which looks for such detours,
has nothing to find; yet at each growth by a quarter it goes through all objects of the program.
That takes up to a third of the time. What there is to collect it collects right after.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class _Readers:
    """How many are reading at this time, in all threads together."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._inside = 0
        self._was_running = False

    def enter(self) -> None:
        """Keep the collector from running; the first to enter remembers whether it did."""
        with self._lock:
            if not self._inside:
                self._was_running = gc.isenabled()
                gc.disable()
            self._inside += 1

    def leave(self) -> None:
        """Let the collector run again, if it did, once nobody reads any more."""
        with self._lock:
            self._inside -= 1
            if not self._inside and self._was_running:
                gc.enable()


_READERS = _Readers()


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the collector from running in between; also decorates a function.

    Of several at a time, in threads, the last one to leave lets it run again.
    """
    _READERS.enter()
    try:
        yield
    finally:
        _READERS.leave()
