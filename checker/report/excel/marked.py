"""Somebody's table as it was, with what became of each figure beside it.

The cells of a sheet stay in their places, so that ``E12`` here is ``E12`` in the file that was
checked. What is said stands to the right of them; colour only repeats it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from checker.content import verify_words
from checker.models.base import Language
from checker.models.verification import (
    SEVERITY,
    Checked,
    CheckedCalculation,
    Entry,
    Status,
    Verification,
)
from checker.readers.table import Cell as TheirCell
from checker.readers.table import CellKind
from checker.readers.table import Sheet as TheirSheet
from checker.report.excel.book import Book, Sheet
from checker.report.excel.cells import MOST_PLACES, Cell, Shown, shown
from checker.report.excel.table import Column, write_table

_SUMMARY_WIDTHS = (26, 12, 80)
_NARROWEST, _WIDEST, _OUTCOME, _GAP, _MESSAGE = 9, 44, 22, 2, 80
_LONGEST_NAME = 31  # of a sheet
_FROZEN = 3  # columns of the list of figures


def build(
    found: Verification, sheets: Sequence[TheirSheet], day: date, language: Language
) -> bytes:
    """Return the marked workbook as an ``.xlsx`` file.

    Args:
        found: what became of the figures.
        sheets: of the file that they stand in.
        day: of the check.
        language: of all that is said; the words of the table stay as they are.
    """
    book = Book(found.file, day, language, "marked/subject")
    _write_summary(book, found)
    taken = [book.say("sheet/checked"), book.say("sheet/figures")]
    for sheet in sheets:
        own = [one for one in found.calculations if one.calculation.sheet == sheet.name]
        name = _free_name(sheet.name or book.say("sheet/table"), taken)
        _Marked(book, name, sheet, own).write()
        taken.append(name)
    write_table(book, "figures", _columns(book), tuple(_figures(found)), _FROZEN)
    return book.finish()


# --- the outcome as a whole -----------------------------------------------------------------------


def _write_summary(book: Book, found: Verification) -> None:
    sheet = book.sheet("checked", _SUMMARY_WIDTHS, landscape=False)
    last = len(_SUMMARY_WIDTHS) - 1
    rows: list[tuple[Cell, str]] = [
        (book.say("marked/title", file=found.file), "title"),
        (verify_words.summary(found, book.language), "strong"),
        (book.say("marked/about"), "plain"),
        *(
            (verify_words.how_read(one.calculation, book.language), "plain")
            for one in found.calculations
        ),
    ]
    for row, (text, style) in enumerate(rows):
        sheet.set_height(row, 20, sheet.put_across(row, 0, last, text, style))
    first = len(rows) + 1
    heads = [book.say(f"marked/{key}") for key in ("outcome", "count", "meaning")]
    sheet.put_row(first, heads, ["header", "header_number", "header"])
    for row, status in enumerate(SEVERITY, start=first + 1):
        told = verify_words.status(status, book.language)
        meaning = verify_words.meaning(status, book.language)
        look = f"status_{status}"
        sheet.put_row(row, [told, found.count(status), meaning], [look, "integer", "text"])


# --- every figure in a list -----------------------------------------------------------------------


@dataclass(frozen=True)
class _Figure:
    checked: Checked
    one: CheckedCalculation


def _figures(found: Verification) -> Iterator[_Figure]:
    for one in found.calculations:
        for checked in one.figures:
            yield _Figure(checked, one)


def _columns(book: Book) -> tuple[Column[_Figure], ...]:
    language = book.language
    return (
        Column("checked_sheet", 16, lambda f: f.checked.sheet or book.say("sheet/table")),
        Column("checked_cell", 9, lambda f: f.checked.cell, "code"),
        Column("checked_name", 30, lambda f: f.checked.name),
        Column("checked_column", 22, lambda f: f.checked.column),
        Column("published", 15, lambda f: _published(f.checked), "number"),
        Column("computed", 15, lambda f: shown(f.checked.computed), "number"),
        Column("difference", 15, lambda f: shown(f.checked.difference), "number"),
        Column("checked_outcome", 20,
               lambda f: verify_words.status(f.checked.status, language),
               lambda f: f"status_{f.checked.status}"),
        Column("checked_message", 70,
               lambda f: verify_words.message(f.checked, f.one.calculation, language)),
    )  # fmt: skip


def _published(checked: Checked) -> Cell:
    if checked.published is None:
        return checked.unreadable.text if checked.unreadable else None
    return shown(checked.published)


# --- their table with marks -----------------------------------------------------------------------


class _Marked:
    """One sheet of the file, with what is said of it to the right."""

    def __init__(
        self, book: Book, name: str, theirs: TheirSheet, own: Sequence[CheckedCalculation]
    ) -> None:
        self._book, self._theirs, self._own = book, theirs, own
        self._figures = {figure.cell: figure for one in own for figure in one.figures}
        self._by_row: dict[int, list[tuple[CheckedCalculation, Checked]]] = {}
        for one in own:
            for figure in one.figures:
                self._by_row.setdefault(figure.sheet_row, []).append((one, figure))
        self._entries = dict(_entries(own))
        self._in_table = _table_rows(own)
        self._heads = {_heads(one) for one in own}
        widths = _widths(theirs, self._in_table)
        self._outcome = len(widths) + 1
        page = [*widths, _GAP, _OUTCOME, _MESSAGE]
        self._sheet: Sheet = book.sheet_named(name, page, landscape=True)

    def write(self) -> None:
        """Write cells, outcomes and their headings."""
        for row in self._theirs.rows:
            self._write_row([cell for cell in row.values() if not cell.copied])
        for head in self._heads:
            self._write_heads(head)

    def _write_row(self, cells: Sequence[TheirCell]) -> None:
        heights = []
        for cell in cells:
            value, style = self._shown(cell)
            at = cell.row - 1, cell.column - 1
            self._sheet.put(*at, value, style)
            heights.append(self._sheet.column_height(value, at[1], style))
        if cells:
            told = self._write_outcome(cells[0].row)
            self._sheet.set_height(cells[0].row - 1, 16, *(heights if told else []), *told)

    def _shown(self, cell: TheirCell) -> tuple[Cell, str]:
        """Return what a cell shows, and in which style."""
        figure, entry = self._figures.get(cell.address), self._entries.get(cell.address)
        number = _number(cell, entry)
        if figure is not None:
            kind = "status" if number is None else "figure"
            return number or cell.text, f"{kind}_{figure.status}"
        if cell.row not in self._in_table:
            return number or cell.text, "given"
        text = "label" if cell.row in self._heads else "text"
        return number or cell.text, text if number is None else "number"

    def _write_outcome(self, row: int) -> list[float]:
        """Write what became of a row; return the heights it needs, nothing outside a table."""
        told = self._by_row.get(row)
        if not told:
            return [0.0] if row in self._in_table else []
        worst = max((figure.status for _, figure in told), key=SEVERITY.index)
        language = self._book.language
        lines = "\n".join(
            f"{figure.cell}: {verify_words.message(figure, one.calculation, language)}"
            for one, figure in told
            if figure.status is not Status.FOLLOWS or figure.hints
        )
        at = row - 1
        self._sheet.put(at, self._outcome, verify_words.status(worst, language), f"status_{worst}")
        self._sheet.put(at, self._outcome + 1, lines, "text")
        return [self._sheet.column_height(lines, self._outcome + 1)]

    def _write_heads(self, row: int) -> None:
        for column, key in enumerate(("outcome", "message"), start=self._outcome):
            self._sheet.put(row - 1, column, self._book.say(f"marked/{key}"), "header")


def _entries(own: Iterable[CheckedCalculation]) -> Iterator[tuple[str, Entry]]:
    for one in own:
        totals = (total.line for total in one.calculation.totals)
        for line in (*one.calculation.lines, *totals):
            yield from ((entry.cell, entry) for entry in line.entries.values())


def _number(cell: TheirCell, entry: Entry | None) -> Shown | None:
    """Return the number in a cell as it was shown; None where it is kept as text."""
    if cell.kind is CellKind.NUMBER and cell.stored is not None:
        places = cell.stored.places - (2 if cell.stored.percent else 0)
        return Shown(cell.stored.value, max(min(places, MOST_PLACES), 0), cell.stored.percent)
    if entry is None or any(sign.isalpha() or sign in "%()" for sign in cell.text):
        return None
    return Shown(entry.value, max(entry.places, 0))


def _rows_of(one: CheckedCalculation) -> list[int]:
    calculation = one.calculation
    return [line.row for line in calculation.lines] + [t.line.row for t in calculation.totals]


def _table_rows(own: Iterable[CheckedCalculation]) -> frozenset[int]:
    """Return the rows of the calculations with the headings above them."""
    return frozenset(row for one in own for row in range(_heads(one), max(_rows_of(one)) + 1))


def _heads(one: CheckedCalculation) -> int:
    """Return the row right above the first figures, where the headings end."""
    return min(_rows_of(one)) - 1


def _widths(sheet: TheirSheet, in_table: frozenset[int]) -> list[float]:
    """Return a width for each column, by what stands in the table."""
    longest: dict[int, int] = {}
    for row in sheet.rows:
        for column, cell in row.items():
            length = len(cell.text) if cell.row in in_table else 0
            longest[column] = max(longest.get(column, 0), length)
    last = max(longest, default=1)
    return [
        float(max(_NARROWEST, min(_WIDEST, longest.get(column, 0) + 3)))
        for column in range(1, last + 1)
    ]


def _free_name(wanted: str, taken: Sequence[str]) -> str:
    """Return ``wanted``, or with a number behind it where a sheet has that name already."""
    allowed = _NOT_IN_A_NAME.sub(" ", wanted).strip("' ") or "1"
    used, name, number = {one.casefold() for one in taken}, _cut(allowed, _LONGEST_NAME), 2
    while name.casefold() in used:
        suffix = f" ({number})"
        name = _cut(allowed, _LONGEST_NAME - len(suffix)) + suffix
        number += 1
    return name


_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def _cut(name: str, longest: int) -> str:
    """Return the beginning of ``name``; a spreadsheet counts an emoji as two signs."""
    while len(name.encode("utf-16-le")) > 2 * longest:
        name = name[:-1]
    return name.rstrip("' ")
