"""The mark on each sheet of the form, by which it is known whatever it is called by now."""

import re
from dataclasses import dataclass

from checker.models.base import LANGUAGES, Language

VERSION = 1
"""Of the form; raised when a form of before can no longer be read as it stands."""
OURS = "#"
"""What the hidden column begins with in rows that are the form's own: headings and help."""
_LABEL = "mkb-toets-form"
_MARK = re.compile(rf"{_LABEL}:(\d{{1,6}}):({'|'.join(LANGUAGES)}):([a-z_.]{{1,80}})")


@dataclass(frozen=True)
class Mark:
    """Version and language of the form, and what the sheet is."""

    version: int
    language: Language
    sheet: str

    def __str__(self) -> str:
        return f"{_LABEL}:{self.version}:{self.language}:{self.sheet}"


def mark_in(text: str) -> Mark | None:
    """Return the mark that a cell holds, or None where it holds something else."""
    found = _MARK.fullmatch(text.strip())
    if found is None:
        return None
    language = next(known for known in LANGUAGES if known == found[2])
    return Mark(int(found[1]), language, found[3])
