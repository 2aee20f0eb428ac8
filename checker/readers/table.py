"""Tables that somebody else made: a CSV or XLSX file as sheets of cells, each with its place.

For who reads a particular kind of table from it::

    sheets = table.read(data, "berekening.xlsx")     # or raises BadInputError
    for sheet in sheets:
        for row in sheet.rows:                       # from top to bottom, empty rows left out
            cell = row.get(3)                        # column 3 is C; None where nothing stands
            cell.text, cell.number(style), cell.kind # what it shows; the number that it is, if any
    sheet.style(column)                              # how ambiguous numbers there are written
    raise BadInputError([table.problem(sheet, cell, "not_a_number", value=cell.text)])

Nothing of a file is run: formulas are read as the result that was stored with them.
"""

import codecs
import csv
import html
import io
import math
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from checker.models.problem import BadInputError, Problem
from checker.readers import numbers
from checker.readers.numbers import Number, Style

MAX_BYTES = 20_000_000
MAX_UNPACKED = 150_000_000
"""A workbook is a packed file: one that unpacks to more than this is no table of sums."""
MAX_CELLS = 200_000
_EMPTY_ROWS_AT_END = 5_000
"""After so many empty rows nothing more is expected; spreadsheets can have a million of them."""
_MOST_COLUMNS = 200

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_OTHER_KINDS = (b"%PDF", b"{\\rtf", b"<html", b"<!DOCTYPE", b"<!doctype")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LITERAL = re.compile(r'"[^"]*"|\\.')  # in a layout: text that is shown as it stands
_LARGEST = 1e18
"""No sum in euro; what is beyond comes of a mistake."""
_SIGNIFICANT = 15  # what a spreadsheet shows of a binary number


class CellKind(StrEnum):
    """What stands in a cell."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    ERROR = "error"
    """A spreadsheet error such as #REF!."""
    NOT_CALCULATED = "not_calculated"
    """A formula without a stored result."""


@dataclass(frozen=True)
class Cell:
    """A cell that is not empty."""

    row: int
    column: int
    text: str
    """What it shows, or shows without its layout."""
    kind: CellKind = CellKind.TEXT
    stored: Number | None = None
    copied: bool = False
    """It is a further part of a merged cell, whose content stands in the first."""

    @property
    def address(self) -> str:
        """``C12``."""
        return f"{get_column_letter(self.column)}{self.row}"

    def number(self, style: Style | None = None) -> Number | None:
        """Return the number that the cell holds, or None where it holds none."""
        return self.stored if self.kind is not CellKind.TEXT else numbers.read(self.text, style)


Row = Mapping[int, Cell]


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook, or a CSV file, which has no name."""

    file: str
    name: str
    rows: tuple[Row, ...] = field(repr=False)

    def style(self, column: int) -> Style | None:
        """Return the style of ambiguous numbers in ``column``; None where nothing in it tells."""
        for styles in (self.styles(column), self._all_styles):
            if len(styles) == 1:
                return next(iter(styles))
        return None

    def styles(self, column: int) -> frozenset[Style]:
        """Return the styles in which some number in ``column`` can only be written."""
        return self._styles.get(column, frozenset())

    @cached_property
    def _styles(self) -> dict[int, frozenset[Style]]:
        texts: dict[int, list[str]] = {}
        for row in self.rows:
            for cell in row.values():
                if cell.kind is CellKind.TEXT:
                    texts.setdefault(cell.column, []).append(cell.text)
        return {column: numbers.styles_of(found) for column, found in texts.items()}

    @cached_property
    def _all_styles(self) -> frozenset[Style]:
        return frozenset().union(*self._styles.values())


def place(sheet: Sheet, cell: Cell) -> str:
    """Return ``Blad1!C12``, or ``C12`` where there are no sheets."""
    return f"{sheet.name}!{cell.address}" if sheet.name else cell.address


def problem(sheet: Sheet, cell: Cell | None, code: str, **values: str) -> Problem:
    """Return a problem with ``cell``, or with the sheet as a whole."""
    where = sheet.name if cell is None else place(sheet, cell)
    return Problem(sheet.file, None, None, where, code, values)


def read_file(path: Path) -> tuple[Sheet, ...]:
    """Read a CSV or XLSX file.

    Raises:
        BadInputError: there is no such file, or :func:`read` cannot read it.
    """
    return read(read_data(path), path.name)


def read_data(path: Path) -> bytes:
    """Return the content of a file that is no larger than ``MAX_BYTES``.

    Raises:
        BadInputError: there is no such file, it cannot be read, or it is too large.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _refused(path.name, "table_too_large", bound=_megabytes(MAX_BYTES))
        return path.read_bytes()
    except FileNotFoundError:
        raise _refused(path.name, "no_such_file") from None
    except IsADirectoryError:
        raise _refused(path.name, "not_a_file") from None
    except OSError as error:
        raise _refused(path.name, "cannot_read", value=error.strerror or str(error)) from None


def read(data: bytes, name: str) -> tuple[Sheet, ...]:
    """Read a CSV or XLSX file; what it is shows from its content, not from its name.

    Args:
        data: the file.
        name: of the file, for messages.

    Returns:
        Sheets that are not empty, in their order.

    Raises:
        BadInputError: it is no table that can be read; the message says what to do.
    """
    if len(data) > MAX_BYTES:
        raise _refused(name, "table_too_large", bound=_megabytes(MAX_BYTES))
    if not data.removeprefix(codecs.BOM_UTF8).strip(b"\x00 \t\r\n"):
        raise _refused(name, "table_empty")
    if data.startswith(_OLE):
        raise _refused(name, "workbook_encrypted" if _ENCRYPTED in data else "workbook_old")
    if data.lstrip().startswith(_OTHER_KINDS):
        raise _refused(name, "not_a_table")
    sheets = _workbook(data, name) if data.startswith(_ZIP) else (_csv(data, name),)
    filled = tuple(sheet for sheet in sheets if sheet.rows)
    if not filled:
        raise _refused(name, "table_empty")
    return filled


def open_workbook(data: bytes, name: str) -> Any:
    """Return an XLSX file as an openpyxl workbook, read row by row: stored results, no formulas.

    For who looks for something in a workbook that may be larger than :func:`read` takes.

    Raises:
        BadInputError: it is no workbook that can be read.
    """
    if len(data) > MAX_BYTES:
        raise _refused(name, "table_too_large", bound=_megabytes(MAX_BYTES))
    if data.startswith(_OLE):
        raise _refused(name, "workbook_encrypted" if _ENCRYPTED in data else "workbook_old")
    _parts(data, name)
    try:
        return load_workbook(io.BytesIO(data), data_only=True, read_only=True)
    except DAMAGE:
        raise _refused(name, "workbook_damaged") from None


def _refused(name: str, code: str, **values: str) -> BadInputError:
    return BadInputError([Problem(name, None, None, "", code, values)])


def _megabytes(size: int) -> str:
    return f"{size // 1_000_000} MB"


# --- CSV ------------------------------------------------------------------------------------------

_DELIMITERS = (";", "\t", ",", "|")
_DECLARED = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)


def _csv(data: bytes, name: str) -> Sheet:
    text = _decoded(data, name)
    if declared := _DECLARED.match(text):
        text = text[declared.end() :]
    lines = [(number, line) for number, line in _split(text, declared[1] if declared else None)]
    if not any(len(line) > 1 for _, line in lines):
        raise _refused(name, "table_one_column")
    rows = []
    for number, line in lines:
        cells = {
            column: Cell(number, column, value.strip())
            for column, value in enumerate(line, start=1)
            if value.strip()
        }
        if cells:
            rows.append(cells)
    _limit(sum(map(len, rows)), name)
    return Sheet(name, "", tuple(rows))


def _decoded(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise _refused(name, _code_of(data))


def _code_of(data: bytes) -> str:
    """Return what is wrong with data that is no text: another kind of file, or odd letters."""
    printable = sum(byte >= _SPACE or byte in b"\t\r\n" for byte in data[:_LOOKED_AT])
    is_text = printable > len(data[:_LOOKED_AT]) * _MOSTLY
    return "table_encoding" if is_text else "not_a_table"


_LOOKED_AT, _MOSTLY, _SPACE = 4_000, 0.98, 0x20


def _split(text: str, declared: str | None) -> list[tuple[int, list[str]]]:
    """Split into numbered records, by the sign that gives most records the same number of cells."""
    candidates = [declared] if declared else [d for d in _DELIMITERS if d in text] or [","]
    readings = [_records(text, delimiter) for delimiter in candidates]
    return max(readings, key=_regularity)


def _records(text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    # A record over several lines is one row in a spreadsheet, which is what the reader sees.
    try:
        return list(enumerate(reader, start=1))
    except csv.Error:
        return [(n, line.split(delimiter)) for n, line in enumerate(text.splitlines(), start=1)]


def _regularity(records: list[tuple[int, list[str]]]) -> int:
    widths = [len(line) for _, line in records if len(line) > 1]
    return max((widths.count(width) for width in set(widths)), default=0)


def _limit(cells: int, name: str) -> None:
    if cells > MAX_CELLS:
        raise _refused(name, "table_too_many_cells", bound=str(MAX_CELLS))


# --- XLSX -----------------------------------------------------------------------------------------


DAMAGE = (ArithmeticError, AttributeError, LookupError, OSError, SyntaxError, TypeError,
          ValueError, InvalidFileException, zipfile.BadZipFile)  # fmt: skip
"""What openpyxl raises on a damaged file, wherever it happens to trip."""


def _workbook(data: bytes, name: str) -> tuple[Sheet, ...]:
    parts = _parts(data, name)
    try:
        # Only reading on: otherwise openpyxl unfolds every cell that has so much as a colour.
        values = load_workbook(io.BytesIO(data), data_only=True, read_only=True)
        formulas = None
        if any(part.has_formulas for part in parts.values()):
            formulas = load_workbook(io.BytesIO(data), read_only=True)
        found = []
        for sheet in values.worksheets:
            twin = None if formulas is None else formulas[sheet.title]
            part = parts.get(sheet.title, _Part())
            found.append(Sheet(name, sheet.title, _rows(sheet, twin, part.merged, name)))
        return tuple(found)
    except DAMAGE:
        raise _refused(name, "workbook_damaged") from None


Area = tuple[int, int, int, int]
"""First column, first row, last column, last row."""


@dataclass(frozen=True)
class _Part:
    """What is known of a sheet before it is read."""

    has_formulas: bool = False
    merged: tuple[Area, ...] = ()


_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*ref="([A-Z]+\d+:[A-Z]+\d+)"')
_PACKING = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, UnicodeDecodeError)
"""What a packed file gives that is cut off, has a password, lacks a part, or is packed oddly."""


def _parts(data: bytes, name: str) -> dict[str, _Part]:
    """Return the sheets by name, after a look at how much they unpack to."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            paths = packed.namelist()
            if sum(part.file_size for part in packed.infolist()) > MAX_UNPACKED:
                raise _refused(name, "table_too_large", bound=_megabytes(MAX_UNPACKED))
            if "xl/workbook.xml" not in paths:
                raise _refused(name, "workbook_ods" if _is_ods(packed) else "not_a_table")
            return {
                title: _part(packed.read(path), name)
                for title, path in _places(packed).items()
                if path in paths
            }
    except _PACKING:
        raise _refused(name, "workbook_damaged") from None


_TAG = re.compile(rb"<(?:\w+:)?(?:sheet|Relationship) ([^>]*)>")
_ATTRIBUTE = re.compile(rb"""([\w:]+)=["']([^"']*)["']""")


def _places(packed: zipfile.ZipFile) -> dict[str, str]:
    """Return where each sheet is packed, by its name."""
    rels = "xl/_rels/workbook.xml.rels"
    links = {tag.get("Id"): tag.get("Target", "") for tag in _tags(packed.read(rels))}
    found = {}
    for tag in _tags(packed.read("xl/workbook.xml")):
        link = next((value for key, value in tag.items() if key.endswith(":id")), None)
        target = links.get(link, "")
        path = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        found[html.unescape(tag.get("name", ""))] = path
    return found


def _tags(part: bytes) -> Iterator[dict[str, str]]:
    for attributes in _TAG.findall(part):
        yield {k.decode(): v.decode() for k, v in _ATTRIBUTE.findall(attributes)}


def _is_ods(packed: zipfile.ZipFile) -> bool:
    return "mimetype" in packed.namelist() and b"spreadsheet" in packed.read("mimetype")


def _part(content: bytes, name: str) -> _Part:
    merged = [range_boundaries(ref.decode()) for ref in _MERGED.findall(content)]
    areas = tuple((a, b, c, d) for a, b, c, d in merged if a and b and c and d)
    _limit(sum((min(c, _MOST_COLUMNS) - a + 1) * (d - b + 1) for a, b, c, d in areas), name)
    return _Part(bool(_FORMULA.search(content)), areas)


def _rows(sheet: Any, formulas: Any, merged: tuple[Area, ...], name: str) -> tuple[Row, ...]:
    rows: dict[int, dict[int, Cell]] = {}
    count = 0
    for number, line in _filled(sheet):
        cells = {}
        for column, cell in line:
            found = _cell(number, column, cell)
            if found is not None:
                cells[column] = found
        count += len(cells)
        _limit(count, name)
        rows[number] = cells
    if formulas is not None:
        _add_uncalculated(rows, formulas)
    for area in merged:
        _fill(rows, area)
    return tuple(rows[number] for number in sorted(rows) if rows[number])


def _filled(sheet: Any) -> Iterator[tuple[int, list[tuple[int, Any]]]]:
    """Yield rows with something in them, until there is a long run of empty ones."""
    empty = 0
    for number, line in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS), start=1):
        filled = [(i, cell) for i, cell in enumerate(line, start=1) if cell.value is not None]
        empty = 0 if filled else empty + 1
        if empty > _EMPTY_ROWS_AT_END:
            return
        if filled:
            yield number, filled


def _cell(row: int, column: int, cell: Any) -> Cell | None:
    value = cell.value
    if isinstance(value, bool):
        return Cell(row, column, str(value))
    if isinstance(value, int | float) and not (math.isfinite(value) and abs(value) < _LARGEST):
        return Cell(row, column, str(value), CellKind.ERROR)
    if isinstance(value, int | float):
        stored = _stored(value, str(cell.number_format))
        return Cell(row, column, _plain(stored), CellKind.NUMBER, stored)
    if isinstance(value, datetime | date | time | timedelta):
        return Cell(row, column, str(value).removesuffix(" 00:00:00"), CellKind.DATE)
    text = str(value).strip()
    if not text:
        return None
    return Cell(row, column, text, CellKind.ERROR if text in ERROR_CODES else CellKind.TEXT)


def _stored(value: float, layout: str) -> Number:
    exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.{_SIGNIFICANT}g}")
    plain = Decimal(f"{exact.normalize():f}")
    return Number(plain, numbers.decimals(plain), percent="%" in _LITERAL.sub("", layout))


def _plain(number: Number) -> str:
    return f"{number.value * 100:f}%" if number.percent else f"{number.value:f}"


def _add_uncalculated(rows: dict[int, dict[int, Cell]], formulas: Any) -> None:
    """Mark formulas whose result nobody stored: their cell looks empty otherwise."""
    for number, line in _filled(formulas):
        for column, cell in line:
            is_formula = cell.data_type == "f"
            if is_formula and column not in rows.get(number, {}):
                text = str(getattr(cell.value, "text", cell.value))
                marked = Cell(number, column, text, CellKind.NOT_CALCULATED)
                rows.setdefault(number, {})[column] = marked


def _fill(rows: dict[int, dict[int, Cell]], area: Area) -> None:
    """Put the content of a merged cell into every place that it covers."""
    left, top, right, bottom = area
    first = rows.get(top, {}).get(left)
    if first is None:
        return
    for row in range(top, bottom + 1):
        for column in range(left, min(right, _MOST_COLUMNS) + 1):
            if (row, column) != (top, left):
                copy = Cell(row, column, first.text, first.kind, first.stored, copied=True)
                rows.setdefault(row, {})[column] = copy
