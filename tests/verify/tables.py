"""Writes tables as somebody would send them, and reads what became of them."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook

from checker.models.verification import Verification
from checker.readers import sums, table
from checker.verify import verify

Rows = Sequence[Sequence[Any]]


def as_csv(rows: Rows, delimiter: str = ";") -> bytes:
    """Return ``rows`` as a CSV file."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode()


def as_xlsx(rows: Rows) -> bytes:
    """Return ``rows`` as a workbook with one sheet."""
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    return saved(book)


def saved(book: Workbook) -> bytes:
    """Return a workbook as a file."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def verified(data: bytes | str | Rows, name: str = "tabel") -> Verification:
    """Check a file, or a table given as text with semicolons or as rows."""
    if isinstance(data, str):
        data = "\n".join(line.strip() for line in data.strip().splitlines()).encode()
    if not isinstance(data, bytes):
        data = as_csv(data)
    return verify(name, sums.readings(table.read(data, name)))


def outcomes(data: bytes | str | Rows) -> list[str]:
    """Return the status of every figure, rows first, then totals."""
    return [figure.status.value for figure in verified(data).figures]
