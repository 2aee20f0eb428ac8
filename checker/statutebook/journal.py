"""What was done already: beside the result, safe against a kill at any moment.

The folder ``FILE.part`` holds one line a text, added batch by batch and forced to disk. A line
that was cut off by a kill is dropped at the next start, and its text is done again.
"""

import hashlib
import json
import os
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO

from checker.statutebook.columns import Row

if sys.platform != "win32":
    import fcntl

_ROWS, _RESULT, _PICTURE = "rows.jsonl", "result", "picture"
_KEY = 8  # bytes of the digest that are kept; two texts of a million are alike in 1 of 10^7 cases


class JournalInUseError(Exception):
    """Another scan is writing the same result."""


class NotAJournalError(Exception):
    """Something else has the name that the journal would have."""


def key_of(name: str, content: bytes) -> int:
    """Return what a text is known by: another name or other content is another text."""
    digest = hashlib.sha256(name.encode() + b"\0" + content).digest()
    return int.from_bytes(digest[:_KEY])


class Journal:
    """The rows so far.

    Keeps 8 bytes a text in memory, and some 100 more for each text that an earlier run did.
    """

    def __init__(self, target: Path, header: str) -> None:
        """Open the journal of ``target``, or begin one.

        Args:
            target: the file that the scan is to write.
            header: all that the rows depend on besides the texts. Rows made under another header
                are thrown away.

        Raises:
            JournalInUseError: another scan has it open.
            NotAJournalError: the name is taken by something that is no journal.
            OSError: it cannot be written.
        """
        self.folder = target.with_name(target.name + ".part")
        self._check_name()
        self.folder.mkdir(exist_ok=True)
        self._file: IO[bytes] = (self.folder / _ROWS).open("a+b")
        self._lock()
        self._header = json.dumps(header).encode() + b"\n"
        self._done: dict[int, int] = {}
        self._places = array("Q")
        self._load()
        self.resumed = len(self._done)
        """How many rows an earlier run left."""

    @property
    def result(self) -> Path:
        """Where the result is written before it is put in place."""
        return self.folder / _RESULT

    @property
    def picture(self) -> Path:
        """The same for the picture."""
        return self.folder / _PICTURE

    def _check_name(self) -> None:
        if not self.folder.exists():
            return
        ours = {_ROWS, _RESULT, _PICTURE}
        if not self.folder.is_dir() or {each.name for each in self.folder.iterdir()} - ours:
            raise NotAJournalError(str(self.folder))

    def _lock(self) -> None:
        """Keep a second scan out; the lock goes with the process, also when that is killed."""
        if sys.platform == "win32":
            return
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._file.close()
            raise JournalInUseError(str(self.folder)) from None

    def _load(self) -> None:
        """Read what there is, up to the first line that is not whole."""
        self._file.seek(0)
        if self._file.readline() != self._header:
            self._file.truncate(0)
            self._append(self._header)
            return
        end = self._file.tell()
        for line in self._file:
            key = _key_in(line)
            if key is None:
                break
            self._done[key] = end
            end += len(line)
        self._file.truncate(end)

    def find(self, key: int) -> int | None:
        """Return where the row of a text stands; None where it has to be made."""
        return self._done.get(key)

    def add(self, made: Sequence[tuple[int, Row]]) -> list[int]:
        """Keep rows, forced to disk, and return where they stand."""
        places, lines = [], []
        at = self._file.seek(0, os.SEEK_END)
        for key, row in made:
            line = json.dumps([key, row]).encode() + b"\n"
            places.append(at)
            lines.append(line)
            at += len(line)
        if lines:
            self._append(b"".join(lines))
        return places

    def _append(self, content: bytes) -> None:
        self._file.write(content)
        self._file.flush()
        os.fsync(self._file.fileno())

    def belongs(self, places: Iterable[int]) -> None:
        """Say which rows make up the result, in its order."""
        self._places.extend(places)

    def __len__(self) -> int:
        """How many rows the result has so far."""
        return len(self._places)

    def rows(self) -> Iterator[Row]:
        """Yield the rows of the result."""
        for place in self._places:
            self._file.seek(place)
            row: Row = json.loads(self._file.readline())[1]
            yield row

    def close(self) -> None:
        """Let go of it: a later run goes on from here, where there is something to go on from."""
        if self._file.closed:
            return
        if self._file.seek(0, os.SEEK_END) == len(self._header):
            self.remove()
        self._file.close()

    def remove(self) -> None:
        """Throw it away: the result is in place."""
        self._file.close()
        for name in (_RESULT, _PICTURE, _ROWS):
            (self.folder / name).unlink(missing_ok=True)
        self.folder.rmdir()


def _key_in(line: bytes) -> int | None:
    """Return the key of a whole line; None for one that was cut off or spoilt."""
    if not line.endswith(b"\n"):
        return None
    try:
        key, _ = json.loads(line)
    except (ValueError, TypeError):
        return None
    return key if isinstance(key, int) else None
