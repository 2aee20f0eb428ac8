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
        "low_amount", "mid_amount", "high_amount", "firms", "one_off", "recurring",
        "hours_one_off", "hours_recurring", "one_off_firm", "recurring_firm", "one_off_person",
        "recurring_person", "starters", "share", "frequency", "every_years", "per_firm", "events",
        "minutes", "tariff", "outsourced", "external_hours", "external_rate", "purchases",
        "maintenance", "lifetime", "residual", "business_as_usual", "published", "computed",
        "difference",
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


def position(columns: Sequence[Column[Record]], heading: str) -> int:
    """Return the position of the column with ``heading``."""
    return [column.heading for column in columns].index(heading)
