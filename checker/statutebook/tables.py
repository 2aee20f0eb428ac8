"""The rows of a scan as Parquet, CSV or XLSX, written as they come."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from checker.report.excel.stream import write_rows
from checker.statutebook.columns import Column, ColumnKind, Row, Value

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_GROUP = 1_000
"""Rows in a row group of Parquet: so many are in memory at a time."""

Writer = Callable[[Path, Sequence[Column], Iterable[Row]], None]


def _csv(target: Path, columns: Sequence[Column], rows: Iterable[Row]) -> None:
    """Comma-separated UTF-8; what a spreadsheet would take for a formula gets a ' before it."""
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([column.name for column in columns])
        for row in rows:
            writer.writerow([_harmless(row.get(column.name)) for column in columns])


def _harmless(value: Value) -> Value:
    if isinstance(value, str):
        text = value.replace("\0", "")
        return f"'{text}" if text.startswith(_STARTS_FORMULA) else text
    return value


def _parquet(target: Path, columns: Sequence[Column], rows: Iterable[Row]) -> None:
    import pyarrow as pa  # imported here: it takes a third of a second
    import pyarrow.parquet as pq

    types = {
        ColumnKind.TEXT: pa.string(),
        ColumnKind.COUNT: pa.int64(),
        ColumnKind.NUMBER: pa.float64(),
    }
    schema = pa.schema([(column.name, types[column.kind]) for column in columns])
    with pq.ParquetWriter(target, schema) as writer:
        for group in _groups(rows):
            writer.write_table(pa.Table.from_pylist(group, schema=schema))


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    remaining = iter(rows)
    while group := list(islice(remaining, _GROUP)):
        yield group


def _xlsx(target: Path, columns: Sequence[Column], rows: Iterable[Row]) -> None:
    names = [column.name for column in columns]
    write_rows(target, names, ([row.get(name) for name in names] for row in rows))


WRITERS: dict[str, Writer] = {".parquet": _parquet, ".csv": _csv, ".xlsx": _xlsx}
"""How to write each kind of file, by the end of its name."""
MOST_ROWS: dict[str, int] = {".xlsx": 1_048_575}
"""What a kind of file can hold, header not counted."""
