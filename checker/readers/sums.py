"""Somebody's calculation in a table: which row has the headings, what each column holds.

A sheet can hold several calculations, a title and notes around them, headings over two rows, and
rows with totals between the others. Where a table can be read in more than one way (``1.250`` is
1250 or 1.25; "hours" are those of one action or of all), :func:`readings` gives each; the
arithmetic decides which one the writer meant.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from openpyxl.utils import get_column_letter

from checker.models.problem import BadInputError, Problem
from checker.models.verification import (
    INPUTS,
    RESULTS,
    Calculation,
    Column,
    Entry,
    Line,
    Role,
    Scale,
    TotalLine,
    Unreadable,
)
from checker.readers import headers, numbers
from checker.readers.headers import Heading
from checker.readers.numbers import Number, Style
from checker.readers.table import Cell, CellKind, Row, Sheet

_NOTHING = re.compile(
    r"|-|–|—|\.|n\.?v\.?t\.?|n/?a\.?|pm|p\.m\.|nihil|geen|none|nil|idem", re.IGNORECASE
)
_TOTAL = re.compile(
    r"(?:eind|sub|grand |sub-)?(?:totaal|totalen|totale|totals?|som|sum|summe|(?:ins)?gesamt\w*)\b"
)
_SUBTOTAL = re.compile(r"sub-? ?tota|tussentotaal|zwischensumme")
_WORDS = frozenset({Role.NAME, Role.SIZE})


def readings(sheets: Sequence[Sheet]) -> tuple[tuple[Calculation, ...], ...]:
    """Return the calculations on ``sheets``, in every way that they can be read.

    Args:
        sheets: of one file.

    Returns:
        For each calculation its readings, the most likely first.

    Raises:
        BadInputError: nothing in the file looks like a calculation.
    """
    found = tuple(
        tuple(_readings(sheet, block)) for sheet in sheets for block in _blocks(sheet) if block.rows
    )
    if not found:
        raise BadInputError([_no_heading(sheets)])
    return found


def _no_heading(sheets: Sequence[Sheet]) -> Problem:
    first = [cell.text for row in sheets[0].rows[:1] for cell in row.values()]
    values = {"value": ", ".join(first)[:120]}
    return Problem(sheets[0].file, None, None, sheets[0].name, "no_heading", values)


# --- where the headings are -----------------------------------------------------------------------


@dataclass(frozen=True)
class _Block:
    """The rows below one row of headings."""

    titles: Mapping[int, str]
    rows: tuple[Row, ...]


def _blocks(sheet: Sheet) -> Iterator[_Block]:
    rows, start = sheet.rows, 0
    heads: list[tuple[int, int, Mapping[int, str]]] = []
    while start < len(rows):
        titles, used = _titles(rows, start)
        if used:
            heads.append((start, start + used, titles))
        start += max(used, 1)
    for (_, body, titles), following in zip(heads, [*heads, None][1:], strict=True):
        end = len(rows) if following is None else following[0]
        yield _Block(titles, rows[body:end])


def _titles(rows: Sequence[Row], start: int) -> tuple[Mapping[int, str], int]:
    """Return the headings that begin at ``start``, and over how many rows; 0 for none."""
    single = {column: cell.text for column, cell in rows[start].items()}
    if not _is_words(rows[start]):
        return {}, 0
    following = rows[start + 1] if start + 1 < len(rows) else {}
    adjacent = bool(following) and _row_of(following) == _row_of(rows[start]) + 1
    is_double = adjacent and len(following) > 1 and not _is_title(rows[start], following)
    if is_double and _is_words(following):
        double = _joined(rows[start], following)
        if _worth(double) > max(_worth(single), 1) and _worth(double) > _worth(
            {column: cell.text for column, cell in following.items()}
        ):
            return double, 2
    return (single, 1) if _is_heading(single) else ({}, 0)


def _is_title(upper: Row, lower: Row) -> bool:
    """Whether a row holds one text for all that is below it: no heading of some columns."""
    return len({cell.text for cell in upper.values()}) == 1 and min(upper) <= min(lower)


def _row_of(row: Row) -> int:
    return next(iter(row.values())).row


def _is_words(row: Row) -> bool:
    """Whether a row holds no figures besides years."""
    return all(
        headers.is_year(cell.text)
        or (cell.kind is CellKind.TEXT and numbers.read(cell.text) is None)
        for cell in row.values()
    )


def _joined(upper: Row, lower: Row) -> dict[int, str]:
    """Return headings over two rows; an upper one goes for the columns to its right as well."""
    found, above = {}, ""
    for column in range(min(*upper, *lower), max(*upper, *lower) + 1):
        own = upper[column].text if column in upper else ""
        above = own or (above if column in lower else "")
        parts = [part for part in (above, lower[column].text if column in lower else "") if part]
        if parts:
            found[column] = " ".join(dict.fromkeys(parts))
    return found


def _is_heading(titles: Mapping[int, str]) -> bool:
    return _worth(titles) > 1 or (len(titles) == 1 + _worth(titles) > 1)


def _worth(titles: Mapping[int, str]) -> int:
    """Return how many headings stand above figures."""
    found = (headers.heading(title) for title in titles.values())
    return sum(1 for one in found if one is not None and one.role not in _WORDS)


# --- what the columns hold ------------------------------------------------------------------------


def _readings(sheet: Sheet, block: _Block) -> Iterator[Calculation]:
    seen: list[Calculation] = []
    for style in _styles(sheet, block):
        for total_hours in (False, True):
            made = _Reader(sheet, block, style, hours_are_total=total_hours).read()
            if made is not None and made not in seen:
                seen.append(made)
                yield made


def _styles(sheet: Sheet, block: _Block) -> tuple[Style | None, ...]:
    """Return both styles where an ambiguous number stands in a column that does not tell."""
    unsure = any(
        cell.kind is CellKind.TEXT
        and numbers.is_ambiguous(cell.text)
        and sheet.style(cell.column) is None
        for row in block.rows
        for cell in row.values()
    )
    return (None, Style.POINT, Style.COMMA) if unsure else (None,)


class _Reader:
    """Reads one block in one way."""

    def __init__(
        self, sheet: Sheet, block: _Block, style: Style | None, *, hours_are_total: bool
    ) -> None:
        self.sheet, self.block, self.style = sheet, block, style
        self.hours_are_total = hours_are_total
        self.columns = self._columns()

    def read(self) -> Calculation | None:
        """Return the calculation, or None where no row has a figure."""
        lines: list[Line] = []
        totals: list[tuple[Line, int, bool]] = []
        for row in self.block.rows:
            line = self._line(row, len(lines) + 1)
            if not line.entries and not line.unreadable:
                continue
            if self._is_total(line, has_rows=bool(lines)):
                totals.append((line, len(lines), bool(_SUBTOTAL.match(headers.plain(line.name)))))
            else:
                lines.append(line)
        if not lines:
            return None
        return Calculation(
            sheet=self.sheet.name,
            columns=tuple(self.columns.values()),
            lines=tuple(lines),
            totals=tuple(_covering(totals)),
            assumed=tuple(self._assumed([*lines, *(line for line, _, _ in totals)])),
        )

    def _assumed(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield ambiguous numbers of columns in which nothing tells how they are written."""
        for line in lines:
            for index, entry in line.entries.items():
                if self.sheet.style(index) is None and numbers.is_ambiguous(entry.text):
                    yield entry

    # --- columns

    def _columns(self) -> dict[int, Column]:
        headings = {column: headers.heading(title) for column, title in self.block.titles.items()}
        filled = {column for row in self.block.rows for column in row}
        found = {
            column: self._column(column, headings.get(column))
            for column in sorted({*headings, *filled})
        }
        vague = {column for column, one in headings.items() if one is not None and one.vague}
        return _settled(found, vague, self._values(found), hours_are_total=self.hours_are_total)

    def _column(self, index: int, found: Heading | None) -> Column:
        title = self.block.titles.get(index, "")
        role = found.role if found else (Role.OTHER if self._has_figures(index) else Role.NAME)
        if role not in _WORDS and not self._has_figures(index) and self._has_words(index):
            role = Role.NAME
        scale = found.scale if found else headers.scale(title)
        return Column(
            index=index,
            letter=get_column_letter(index),
            title=title,
            role=role,
            scale=self._scale(index, role, scale),
            once=bool(found and found.once),
        )

    def _cells(self, column: int) -> Iterator[Cell]:
        for row in self.block.rows:
            if column in row:
                yield row[column]

    def _number(self, cell: Cell) -> Number | None:
        return cell.number(self.style or self.sheet.style(cell.column))

    def _has_figures(self, column: int) -> bool:
        return any(self._number(cell) is not None for cell in self._cells(column))

    def _has_words(self, column: int) -> bool:
        return any(cell.kind is CellKind.TEXT for cell in self._cells(column))

    def _values(self, columns: Mapping[int, Column]) -> dict[int, list[Decimal]]:
        return {
            column: [
                found.value
                for cell in self._cells(column)
                if (found := self._number(cell)) is not None
            ]
            for column in columns
        }

    def _scale(self, column: int, role: Role, scale: Scale) -> Scale:
        """Return the unit of a column, where need be by its figures: 55 is 55 per cent."""
        if role not in (Role.SHARE, Role.USUAL) or scale is Scale.PER_CENT:
            return scale
        found = [n for cell in self._cells(column) if (n := self._number(cell)) is not None]
        bare = [abs(n.value) for n in found if not n.percent and n.value]
        return Scale.PER_CENT if bare and min(bare) >= 1 and max(bare) > 1 else scale

    # --- rows

    def _line(self, row: Row, number: int) -> Line:
        entries, unreadable = {}, {}
        for index, column in self.columns.items():
            cell = row.get(index)
            if cell is None or column.role in _WORDS or _NOTHING.fullmatch(cell.text):
                continue
            if cell.copied and column.role in (*RESULTS, Role.AMOUNT):
                continue  # one amount for several rows, which is counted where it stands
            read = self._number(cell)
            entry = None if read is None else _entry(cell, read, column)
            if entry is not None and not _is_too_much(entry, column):
                entries[index] = entry
            elif column.role is not Role.OTHER:
                unreadable[index] = Unreadable(
                    cell=cell.address,
                    text=cell.text,
                    code=_code(cell) if entry is None else "share_too_large",
                )
        if not entries:
            unreadable = {}  # words below the headings: a heading of a group, or a note
        name = next((row[i].text for i, c in self.columns.items()
                     if c.role is Role.NAME and i in row), "")  # fmt: skip
        return Line(
            number=number, row=_row_of(row), name=name, entries=entries, unreadable=unreadable
        )

    def _is_total(self, line: Line, *, has_rows: bool) -> bool:
        roles = {self.columns[index].role for index in line.entries}
        if _TOTAL.match(headers.plain(line.name)):
            return has_rows
        named = any(
            column.role is Role.SIZE and _TOTAL.match(headers.plain(self._text(line, index)))
            for index, column in self.columns.items()
        )
        nameless = not line.name and self._names_its_rows()
        return has_rows and (named or (nameless and not roles & {Role.HOURS, Role.RATE}))

    def _text(self, line: Line, column: int) -> str:
        return next(
            (row[column].text for row in self.block.rows
             if column in row and row[column].row == line.row), "",
        )  # fmt: skip

    def _names_its_rows(self) -> bool:
        return any(column.role is Role.NAME and self._has_words(index)
                   for index, column in self.columns.items())  # fmt: skip


def _entry(cell: Cell, read: Number, column: Column) -> Entry:
    scale, value, places = column.scale, read.value, read.places
    if read.percent and scale is Scale.PER_CENT:
        value, places = value * 100, places - 2
    if read.unit.startswith("min") and scale is Scale.ONE:
        scale = Scale.MINUTES
    if read.unit in ("u", "uur", "uren", "h", "hr", "hrs", "hour", "hours") and (
        scale is Scale.MINUTES
    ):
        scale = Scale.ONE
    return Entry(cell=cell.address, text=cell.text, value=value, places=places, scale=scale)


def _is_too_much(entry: Entry, column: Column) -> bool:
    return column.role in (Role.SHARE, Role.USUAL) and entry.exact > 1


def _code(cell: Cell) -> str:
    return {
        CellKind.NOT_CALCULATED: "formula_not_calculated",
        CellKind.ERROR: "error_cell",
        CellKind.DATE: "date_for_number",
    }.get(cell.kind, "not_a_figure")


def _covering(totals: Sequence[tuple[Line, int, bool]]) -> Iterator[TotalLine]:
    """Yield rows with totals, each with the rows above that it may add up."""
    before = 0
    for line, count, is_part in totals:
        since, all_above = tuple(range(before + 1, count + 1)), tuple(range(1, count + 1))
        sets = (since, all_above) if is_part else (all_above, since)
        yield TotalLine(line=line, covers=tuple(dict.fromkeys(s for s in sets if s)))
        before = count


# --- columns against each other -------------------------------------------------------------------


def _settled(
    columns: dict[int, Column],
    vague: set[int],
    values: Mapping[int, Sequence[Decimal]],
    *,
    hours_are_total: bool,
) -> dict[int, Column]:
    """Return ``columns`` with a role for those that a heading alone does not tell."""
    _drop_row_numbers(columns, values)
    _settle_purchases(columns)
    _settle_costs(columns, vague)
    _settle_hours(columns, vague, are_total=hours_are_total)
    _settle_numbers(columns)
    roles = {column.role for column in columns.values()}
    if not roles & {*INPUTS, *RESULTS} - {Role.TOTAL_COST, Role.NUMBER}:
        _turn(columns, Role.OTHER, Role.AMOUNT)
    elif roles & {*INPUTS}:
        for index, column in columns.items():
            is_structural = column.role is Role.AMOUNT and not column.title[:2].isdigit()
            if is_structural and Role.TOTAL_COST not in roles:
                columns[index] = column.model_copy(update={"role": Role.TOTAL_COST})
    return columns


def _of(columns: Mapping[int, Column], role: Role) -> list[int]:
    return [index for index, column in columns.items() if column.role is role]


def _turn(columns: dict[int, Column], role: Role, into: Role) -> None:
    for index in _of(columns, role):
        columns[index] = columns[index].model_copy(update={"role": into})


def _set(columns: dict[int, Column], index: int, role: Role) -> None:
    columns[index] = columns[index].model_copy(update={"role": role})


def _drop_row_numbers(columns: dict[int, Column], values: Mapping[int, Sequence[Decimal]]) -> None:
    """A column that only counts the rows is no number of firms."""
    counting = _of(columns, Role.NUMBER)
    for index in counting:
        found = list(values.get(index, ()))
        if len(counting) > 1 and len(found) > 1 and found == list(range(1, len(found) + 1)):
            _set(columns, index, Role.NAME)


def _settle_purchases(columns: dict[int, Column]) -> None:
    """Purchases in thousands beside those of one action are those of all."""
    for index in _of(columns, Role.PURCHASES):
        if columns[index].scale in (Scale.THOUSANDS, Scale.MILLIONS):
            _set(columns, index, Role.TOTAL_PURCHASES)


def _settle_costs(columns: dict[int, Column], vague: set[int]) -> None:
    """Costs beside a total are those of one action."""
    costs = _of(columns, Role.TOTAL_COST)
    unsure = [i for i in costs if i in vague and not headers.is_part(columns[i].title)]
    if len(unsure) == 1 and len(costs) > 1 and not _of(columns, Role.UNIT_COST):
        _set(columns, unsure[0], Role.UNIT_COST)


def _settle_hours(columns: dict[int, Column], vague: set[int], *, are_total: bool) -> None:
    """Hours beside the minutes of one action, or beside hours per action, are those of all."""
    times = _of(columns, Role.HOURS)
    if _of(columns, Role.TOTAL_HOURS):
        return
    in_minutes = [i for i in times if columns[i].scale is Scale.MINUTES]
    if len(times) > 1 and len(in_minutes) == 1:
        others = [i for i in times if i not in in_minutes and i in vague]
    elif len(times) > 1 and len([i for i in times if i not in vague]) == 1:
        others = [i for i in times if i in vague]
    else:
        others = times if are_total and len(times) == 1 and times[0] in vague else []
    if len(others) == 1:
        _set(columns, others[0], Role.TOTAL_HOURS)


def _settle_numbers(columns: dict[int, Column]) -> None:
    """Responses without a number of respondents are what is multiplied by."""
    counting = _of(columns, Role.NUMBER)
    if not counting:
        for index in _of(columns, Role.RESPONSES)[:1]:
            _set(columns, index, Role.NUMBER)
    elif len(counting) > 1 and _of(columns, Role.SHARE) and not _of(columns, Role.RESPONSES):
        _set(columns, counting[1], Role.RESPONSES)
