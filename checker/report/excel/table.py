"""A sheet that is one table: headings in the first row, one row for each record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from checker.report.excel.book import Book, Sheet
from checker.report.excel.cells import Cell

Record = TypeVar("Record")

_NUMBER_STYLE = "header_number"
_NUMBERS = frozenset(
    {
        "score", "low", "high", "completeness", "points", "weight", "credit", "value",
        "low_amount", "mid_amount", "high_amount", "firms", "affected", "persons", "one_off",
        "recurring", "hours_one_off", "hours_recurring", "one_off_firm", "recurring_firm",
        "one_off_affected", "recurring_affected", "one_off_person", "recurring_person",
        "published", "computed", "difference", "of_program", "of_workbook",
        "p5", "p50", "p95", "one_off_at_low", "one_off_at_high", "recurring_at_low",
        "recurring_at_high", "first_year", "chance",
    }
)  # fmt: skip
"""Headings above numbers, which stand on the right."""


@dataclass(frozen=True)
class Column(Generic[Record]):
    """One column: its heading (below ``report/column``), width, value and style."""

    heading: str
    width: float
    value: Callable[[Record], Cell]
    style: str | Callable[[Record], str] = "text"

    def style_of(self, record: Record) -> str:
        """Return the style of the cell for ``record``."""
        return self.style if isinstance(self.style, str) else self.style(record)


def write_table(
    book: Book,
    key: str,
    columns: Sequence[Column[Record]],
    records: Sequence[Record],
    frozen_columns: int,
) -> Sheet:
    """Add a sheet with ``records``, a filter, and headings that stay in view and on each page."""
    sheet = book.sheet(key, [column.width for column in columns], landscape=True)
    put_headings(sheet, 0, [column.heading for column in columns])
    for row, record in enumerate(records, start=1):
        values = [column.value(record) for column in columns]
        sheet.put_row(row, values, [column.style_of(record) for column in columns])
    sheet.freeze(1, frozen_columns)
    sheet.filter(max(len(records), 1))
    return sheet


def put_headings(sheet: Sheet, row: int, headings: Sequence[str]) -> None:
    """Write a row of column headings, by their key below ``report/column``."""
    texts = [sheet.book.say(f"column/{heading}") for heading in headings]
    styles = [_NUMBER_STYLE if heading in _NUMBERS else "header" for heading in headings]
    sheet.put_row(row, texts, styles)


def put_figures(
    sheet: Sheet,
    row: int,
    name: str,
    values: Sequence[Cell],
    styles: Sequence[str],
    absent: str,
    *rest: str,
) -> None:
    """Write a name, numbers, and texts behind them.

    Args:
        sheet: to write on.
        row: of the cells.
        name: in the first column.
        values: one number or formula for each column; None for what is not known.
        styles: of the numbers.
        absent: what stands where there is none.
        rest: texts for the columns after the numbers.
    """
    shown: list[Cell] = [absent if value is None else value for value in values]
    looks = [
        "text" if value is None else style for value, style in zip(values, styles, strict=True)
    ]
    sheet.put_row(row, [name, *shown, *rest], ["strong", *looks, *("text" for _ in rest)])


def position(columns: Sequence[Column[Record]], heading: str) -> int:
    """Return the position of the column with ``heading``."""
    return [column.heading for column in columns].index(heading)
