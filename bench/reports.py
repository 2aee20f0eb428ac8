"""How fast the Excel report is, against writing as many cells with the same library."""

from datetime import date
from io import BytesIO

import openpyxl
from xlsxwriter import Workbook

from bench.costs import dossier
from bench.tables import milliseconds, table
from checker.assess import assess
from checker.models.assessment import Assessment
from checker.models.rulebook import Rulebook
from checker.report import excel

DAY = date(2026, 1, 1)
OBLIGATIONS = (100, 1000)
"""With two activities in five size classes each: 1,000 and 10,000 sums."""
_HEADER = ("sums", "cells", "report, ms", "bare writing, ms", "times the bare", "times the first")


def main(rulebook: Rulebook) -> None:
    """Print the time of a report with a thousand sums, and of one with ten times as many."""
    rows: list[tuple[str, ...]] = []
    first = 0.0
    for obligations in OBLIGATIONS:
        assessment = assess(dossier(obligations), rulebook, DAY)
        report = milliseconds(lambda a=assessment: excel.build(a, rulebook, "nl"), 3)
        cells = _cells(assessment, rulebook)
        bare = milliseconds(lambda n=cells: _bare(n), 3)
        first = first or report
        rows.append(
            (
                f"{len(assessment.burden.lines):,}",
                f"{cells:,}",
                f"{report:,.0f}",
                f"{bare:,.0f}",
                f"{report / bare:.1f}",
                f"{report / first:.1f}",
            )
        )
    table("The Excel report by number of sums", _HEADER, rows)


def _cells(assessment: Assessment, rulebook: Rulebook) -> int:
    """Return how many cells of the report hold something."""
    file = BytesIO(excel.build(assessment, rulebook, "nl"))
    book = openpyxl.load_workbook(file, read_only=True)
    return sum(
        cell.value is not None for sheet in book for row in sheet.iter_rows() for cell in row
    )


def _bare(cells: int) -> None:
    """Write as many cells, half of them numbers and half of them short texts."""
    with Workbook(BytesIO(), {"in_memory": True}) as book:
        page = book.add_worksheet()
        for number in range(cells):
            row, column = divmod(number, 30)
            if column % 2:
                page.write_number(row, column, number)
            else:
                page.write_string(row, column, "a short text")
