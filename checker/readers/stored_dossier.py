"""A dossier as text in the cells of a sheet: cut into numbered parts that can be checked.

The text is JSON made so that no spreadsheet changes it: nothing but harmless signs, and no part
that begins or ends with a space. Who changes a part by hand is found out by its checksum.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LABEL = "mkb-toets-dossier"
VERSION = 1
"""Of the way a dossier is kept in cells; raised when an older program cannot read it."""
PART = 8_000
"""Signs in a part. A cell holds 32,767 units of UTF-16, and a sign takes two at most."""
_SUM = 16  # signs of a checksum: enough to find a change, short enough to show
_RISKY = re.compile(r"[\x7f-\xa0\u2028\u2029\ud800-\udfff\ufff0-\uffff]|_(?=x)|x(?=005F_)")
"""What a workbook cannot hold, or reads as something else: ``_x000D_`` is a carriage return."""
_SPACE_AT_END = re.compile(r"\A | \Z")
_MARK = re.compile(rf"{LABEL}:(\d{{1,6}}):(\d{{1,6}}):([0-9a-f]{{{_SUM}}})")


class DamagedError(Exception):
    """The parts are not those that were written; ``part`` is the first that is wrong, if known."""

    def __init__(self, part: int | None = None) -> None:
        """Keep the number of the part, counted from 1."""
        self.part = part
        super().__init__(f"part {part}")


@dataclass(frozen=True)
class Mark:
    """What stands above the parts: how many there are, and the checksum of all together."""

    version: int
    parts: int
    checksum: str

    def __str__(self) -> str:
        return f"{LABEL}:{self.version}:{self.parts}:{self.checksum}"


@dataclass(frozen=True)
class Part:
    """A piece of the text; ``number`` counts from 1."""

    number: int
    checksum: str
    text: str


def parts_of(text: str) -> tuple[Mark, tuple[Part, ...]]:
    """Return ``text`` as parts, and the mark that goes above them.

    Args:
        text: JSON on one line, without spaces but those inside its strings.
    """
    safe = _RISKY.sub(_escaped, text)
    pieces = [safe[start : start + PART] for start in range(0, len(safe), PART)]
    parts = tuple(_part(number, piece) for number, piece in enumerate(pieces, start=1))
    return Mark(VERSION, len(parts), _checksum("".join(part.text for part in parts))), parts


def _part(number: int, piece: str) -> Part:
    # A program may trim a cell; inside a string of JSON a space can be written otherwise.
    firm = _SPACE_AT_END.sub(r"\\u0020", piece)
    return Part(number, _checksum(firm), firm)


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_SUM]


def mark_in(text: str) -> Mark | None:
    """Return the mark that a cell holds, or None where it holds something else."""
    found = _MARK.fullmatch(text.strip())
    return Mark(int(found[1]), int(found[2]), found[3]) if found else None


def joined(mark: Mark, parts: Sequence[Part]) -> str:
    """Return the JSON text of ``parts``, which may stand in any order.

    Raises:
        DamagedError: a part is lacking, there twice, or changed.
    """
    by_number: Mapping[int, Part] = {part.number: part for part in parts}
    if len(by_number) != len(parts):
        raise DamagedError
    for number in range(1, mark.parts + 1):
        part = by_number.get(number)
        if part is None or _checksum(part.text) != part.checksum:
            raise DamagedError(number)
    text = "".join(by_number[number].text for number in range(1, mark.parts + 1))
    if len(by_number) != mark.parts or _checksum(text) != mark.checksum:
        raise DamagedError
    return text
