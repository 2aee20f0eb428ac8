"""A plain sheet of any length, written row by row: a scan's rows do not fit in memory."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from xlsxwriter import Workbook

from checker.report.excel.cells import clean

_WIDTH_FIRST, _WIDTH = 40, 12


def write_rows(
    target: Path, header: Sequence[str], rows: Iterable[Sequence[str | int | float | None]]
) -> None:
    """Write one sheet with a header that stays in view; text can only ever be text.

    Args:
        target: the file; what was there is replaced.
        header: names of the columns.
        rows: one value a column; None is an empty cell.
    """
    with Workbook(str(target), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("scan")
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, 0, _WIDTH_FIRST)
        sheet.set_column(1, len(header) - 1, _WIDTH)
        bold = book.add_format({"bold": True})
        for column, name in enumerate(header):
            sheet.write_string(0, column, name, bold)
        last = 0
        for last, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(last, column, clean(value, "…"))
                elif value is not None:
                    sheet.write_number(last, column, value)
        sheet.autofilter(0, 0, last, len(header) - 1)
