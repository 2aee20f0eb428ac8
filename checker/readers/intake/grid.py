"""The sheets of a filled-in form: which one is which, and what stands under which key."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from checker.models.problem import Problem
from checker.readers import table
from checker.readers.intake import marks
from checker.readers.intake.marks import Mark
from checker.readers.table import Cell, Row, Sheet

MARKED_WITHIN = 15
"""Rows from the top within which the mark of a sheet is looked for."""


@dataclass(frozen=True)
class Line:
    """A row that somebody filled in, or a question: the cells that hold something, by key."""

    number: int
    name: str
    """What stands in the hidden column: the key of a question; "" in a row of a list."""
    cells: Mapping[str, Cell]


@dataclass(frozen=True)
class FormSheet:
    """A sheet of the form."""

    sheet: Sheet
    mark: Mark
    columns: Mapping[str, int]
    """Where each key stands now."""
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]

    def address(self, line: Line, key: str) -> str:
        """Return where the answer to ``key`` on a line stands, or would stand."""
        column = self.columns.get(key)
        if column is None:
            column = min(self.columns.values(), default=1)
        return f"{self.sheet.name}!{get_column_letter(column)}{line.number}"

    def problem(self, line: Line, key: str, code: str, **values: str) -> Problem:
        """Return a problem with one cell."""
        return Problem(self.sheet.file, None, None, self.address(line, key), code, values)


def find_mark(sheet: Sheet) -> tuple[int, int, Mark] | None:
    """Return row, column and content of the mark of a sheet, or None where it has none."""
    for row in sheet.rows[:MARKED_WITHIN]:
        for column, cell in row.items():
            if (mark := marks.mark_in(cell.text)) is not None and not cell.copied:
                return cell.row, column, mark
    return None


def read_sheet(sheet: Sheet, known: Sequence[str], *, by_row: bool) -> FormSheet:
    """Return what was filled in on a sheet that has a mark.

    Args:
        sheet: as it was read.
        known: keys of the columns that the form asks.
        by_row: whether rows have keys too, in the hidden column.
    """
    found = find_mark(sheet)
    assert found is not None, "only sheets with a mark are read"
    top, key_column, mark = found
    heads = next(row for row in sheet.rows if top in {cell.row for cell in row.values()})
    keys = {column: cell.text for column, cell in heads.items() if column != key_column}
    columns: dict[str, int] = {}
    for column, key in sorted(keys.items()):
        if key in known:
            columns.setdefault(key, column)
    body = [row for row in sheet.rows if _number(row) > top]
    problems = list(_unknown_columns(sheet, body, keys, columns, key_column))
    lines = []
    for row in body:
        name = row[key_column].text if key_column in row else ""
        if name.startswith(marks.OURS):
            continue
        cells = {key: row[column] for key, column in columns.items() if column in row}
        has_own = not all(cell.copied for cell in cells.values())
        if not has_own and not (by_row and name):  # an empty row; an empty question is a place
            continue
        lines.append(Line(_number(row), name, cells))
        if has_own and bool(name) is not by_row:
            first = next(iter(cells.values()))
            problems.append(table.problem(sheet, first, "form_unknown_row"))
    fitting = tuple(line for line in lines if bool(line.name) is by_row)
    return FormSheet(sheet, mark, columns, fitting, tuple(problems))


def _number(row: Row) -> int:
    return next(iter(row.values())).row


def _unknown_columns(
    sheet: Sheet,
    body: Sequence[Row],
    keys: Mapping[int, str],
    columns: Mapping[str, int],
    key_column: int,
) -> Iterator[Problem]:
    """Find columns with something in them that the form does not know, each once."""
    ours = {*columns.values(), key_column}
    ours |= {column for column, key in keys.items() if key.startswith(marks.OURS)
             and key not in columns}  # fmt: skip
    told: set[int] = set()
    for row in body:
        is_ours = key_column in row and row[key_column].text.startswith(marks.OURS)
        for column, cell in row.items():
            if is_ours or column in ours or column in told or cell.copied:
                continue
            told.add(column)
            code = "form_column_twice" if keys.get(column) in columns else "form_unknown_column"
            yield table.problem(sheet, cell, code, value=_heading(body, column, key_column))


def _heading(body: Sequence[Row], column: int, key_column: int) -> str:
    """Return what stands above a column, or its letter."""
    for row in body:
        if key_column in row and row[key_column].text.startswith(marks.OURS) and column in row:
            return row[column].text[:60]
    return get_column_letter(column)
