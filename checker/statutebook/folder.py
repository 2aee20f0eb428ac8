"""Every text below a folder, one by one."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checker.models.problem import BadInputError
from checker.readers.legal_text import limits
from checker.readers.legal_text.limits import refused

READ = frozenset({".md", ".markdown", ".mkd", ".txt", ".html", ".htm", ".xml", ".docx", ".pdf"})
"""What :mod:`checker.readers.legal_text` reads."""
REFUSED = frozenset({".doc", ".odt", ".rtf"})
"""Texts that it does not read: named among the broken ones, not passed over in silence."""


@dataclass(frozen=True, slots=True)
class Found:
    """A text below the folder."""

    path: Path
    name: str
    """Its path from the folder on, with slashes; fit to be written anywhere."""
    size: int
    """In bytes; 0 where that cannot be told."""
    problem: BadInputError | None = None
    """Why it, or the folder of this name, cannot even be looked at."""


@dataclass(slots=True)
class Passed:
    """Files that were passed over because they are no texts."""

    count: int = 0


def texts_below(folder: Path, passed: Passed) -> Iterator[Found]:
    """Yield the texts below ``folder`` in the order of their names, folder by folder.

    Hidden files and folders are left out. Links to folders are not followed: what they lead to
    would come twice, or without end. Only the names of one folder, and of those above it, are in
    memory.
    """
    yield from _below(folder, "", passed)


def _below(folder: Path, prefix: str, passed: Passed) -> Iterator[Found]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        name = prefix or "."
        yield Found(folder, name, 0, _unreadable(name, error))
        return
    for entry in entries:
        if entry.name.startswith((".", "~$")):
            continue
        name = prefix + _writable(entry.name)
        if entry.is_dir(follow_symlinks=False):
            yield from _below(Path(entry.path), f"{name}/", passed)
        elif Path(entry.name).suffix.lower() not in READ | REFUSED:
            passed.count += not _is_linked_folder(entry)
        elif (found := _look_at(entry, name)) is not None:
            yield found


def _is_linked_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _look_at(entry: os.DirEntry[str], name: str) -> Found | None:
    """Return the text; None for what only has the name of one, such as a pipe."""
    path = Path(entry.path)
    try:
        status = entry.stat()
    except OSError as error:
        return Found(path, name, 0, _unreadable(name, error))
    if not stat.S_ISREG(status.st_mode):
        return None
    return Found(path, name, status.st_size)


def content_of(found: Found) -> bytes:
    """Return the bytes of a text.

    Raises:
        BadInputError: it cannot be read, or is too large to be a regulation.
    """
    if found.problem is not None:
        raise found.problem
    if found.size > limits.MAX_BYTES:
        bound = limits.megabytes(limits.MAX_BYTES)
        raise refused(found.name, "text_too_large", bound=bound)
    try:
        with found.path.open("rb") as file:
            return file.read(limits.MAX_BYTES + 1)
    except OSError as error:
        raise _unreadable(found.name, error) from None


def _unreadable(name: str, error: OSError) -> BadInputError:
    return refused(name, "cannot_read", value=error.strerror or str(error))


def _writable(name: str) -> str:
    """Return a file name as text, also where its bytes are none."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
