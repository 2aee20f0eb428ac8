"""Excel workbooks that hold a dossier: a report of this program, or a filled-in intake form."""

from collections.abc import Iterator
from typing import Any

from checker import yaml_source
from checker.models.problem import BadInputError, Problem
from checker.models.rulebook import Rulebook
from checker.readers import stored_dossier, table
from checker.readers.intake import marks, reading
from checker.readers.intake.grid import MARKED_WITHIN
from checker.readers.stored_dossier import DamagedError, Mark, Part
from checker.yaml_source import Source

_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_MOST_COLUMNS = 30
"""In which the mark of a sheet is looked for; it stands in the first one."""


def is_workbook(data: bytes) -> bool:
    """Whether a file is a workbook, by its content: no text begins like one."""
    return data.startswith(_PACKED)


def source(data: bytes, name: str, rulebook: Rulebook) -> Source:
    """Return the dossier that a workbook holds.

    Args:
        data: the file.
        name: of the file, for messages.
        rulebook: the rules whose questions a form answers.

    Raises:
        BadInputError: it is no workbook of ours, or one whose dossier was changed by hand.
    """
    try:
        found = _stored_text(table.open_workbook(data, name), name)
    except table.DAMAGE:
        raise _refusal(name, "", "workbook_damaged") from None
    except BadInputError as error:
        if [problem.code for problem in error.problems] != ["not_a_table"]:
            raise
        raise _refusal(name, "", "workbook_not_ours") from None  # another packed file
    if found is None:
        return reading.source(data, name, rulebook)
    stored = yaml_source.parse(found, name, is_json=True)
    # The text has no lines: a place in it would tell nobody anything.
    return Source(name, stored.data, {}, stored.problems)


def _stored_text(book: Any, name: str) -> str | None:
    """Return the dossier that a report holds, or None for a form."""
    for sheet in book.worksheets:
        for row, text in _texts(sheet):
            if marks.mark_in(text) is not None:
                return None
            if (mark := stored_dossier.mark_in(text)) is not None:
                return _joined(sheet, row, mark, name)
    raise _refusal(name, "", "workbook_not_ours")


def _texts(sheet: Any) -> Iterator[tuple[int, str]]:
    """Yield the texts in which a mark may stand, with their rows."""
    for number, row in enumerate(sheet.iter_rows(max_row=MARKED_WITHIN, max_col=_MOST_COLUMNS), 1):
        for cell in row:
            if isinstance(cell.value, str):
                yield number, cell.value


def _joined(sheet: Any, row: int, mark: Mark, name: str) -> str:
    """Return the text in the parts below a mark."""
    if mark.version > stored_dossier.VERSION:
        raise _refusal(name, sheet.title, "workbook_newer")
    parts = [_part(line) for line in sheet.iter_rows(min_row=row + 1, max_col=_MOST_COLUMNS)]
    try:
        return stored_dossier.joined(mark, [part for part in parts if part is not None])
    except DamagedError:
        raise _refusal(name, sheet.title, "workbook_changed") from None


def _part(row: Any) -> Part | None:
    """Return the part on a row: its number first, then its checksum, and its text last."""
    values = [cell.value for cell in row if cell.value is not None]
    if len(values) < len(("number", "checksum", "text")) or not isinstance(values[0], int | float):
        return None
    return Part(int(values[0]), str(values[1]), str(values[-1]))


def _refusal(name: str, where: str, code: str, **values: str) -> BadInputError:
    return BadInputError([Problem(name, None, None, where, code, values)])
