"""Faults of our own: caught, and put in the log without what a user wrote.

The message of an exception may hold a piece of the dossier, and drafts are confidential.
"""

import logging
import traceback
from dataclasses import dataclass
from types import TracebackType
from typing import Self

LOG = logging.getLogger(__name__)
_CAUSES = 5


@dataclass
class Guard:
    """Catches a fault in what it is around, logs it, and remembers that there was one."""

    what: str
    """What did not work, for the log."""
    failed: bool = False

    def __enter__(self) -> Self:
        """Begin to watch."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        """Catch any fault; Streamlit's own way to stop or run again is none."""
        if not isinstance(fault, Exception):
            return False
        LOG.error("%s: %s", self.what, _told(fault))
        self.failed = True
        return True


def _told(fault: BaseException) -> str:
    """Return type and stack of ``fault`` and of what caused it, without their messages."""
    told: list[str] = []
    cause: BaseException | None = fault
    while cause is not None and len(told) < _CAUSES:
        stack = "".join(traceback.format_tb(cause.__traceback__))
        told.append(f"{type(cause).__name__}\n{stack}")
        cause = cause.__cause__ or cause.__context__
    return "caused by ".join(told)
