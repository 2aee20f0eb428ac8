"""Somebody's calculation in a table: what each column holds, which rows have totals.

A sheet can hold several calculations (:mod:`blocks`), a title and notes around them, and rows with
totals between the others. Where a table can be read in more than one way (``1.250`` is 1250 or
1.25; "hours" are those of one action or of all; totals stand below or above what they add up),
:func:`readings` gives each; the arithmetic decides which one the writer meant.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from openpyxl.utils import get_column_letter

from checker.models.problem import BadInputError, Problem
from checker.models.verification import (
    INPUTS,
    RESULTS,
    Calculation,
    Column,
    Entry,
    Line,
    Reading,
    Role,
    Scale,
    TotalLine,
    Unreadable,
)
from checker.readers import blocks, headers, numbers, phrases
from checker.readers.blocks import WORDS, Block
from checker.readers.headers import Heading
from checker.readers.numbers import Number, Style
from checker.readers.table import Cell, CellKind, Row, Sheet

_NOTHING = re.compile(
    r"|-|–|—|\.|n\.?v\.?t\.?|n/?a\.?|pm|p\.m\.|nihil|geen|none|nil|idem", re.IGNORECASE
)
_SUBTOTAL = re.compile(r"sub-? ?tota|tussentotaal|zwischensumme")
_NET = re.compile(r"(?:per )?saldo\b|netto\b|net\b")
_PART = re.compile(r"(?:waarvan|w ?v|of which|including|davon|darunter)\b")
_CLOCK = re.compile(r"\d{1,3}:\d\d(?::\d\d)?")
_TIMES = (Role.HOURS, Role.EXTERNAL_HOURS, Role.TOTAL_HOURS)
_MONEY = (Role.LABOUR_COST, Role.TOTAL_PURCHASES, Role.TOTAL_COST)
_LEAST_PER_CENT = 5
_IN_HOURS = re.compile(r"u|uur|uren|h|hrs?|hours?|std|stunden?")
_IN_MINUTES = re.compile(r"min\w*")
_IN_DAYS = re.compile(
    r"dag(?:en)?|days?|tage?|we+k\w*|wochen|maand\w*|months?|monate?|ja+r\w*|years?"
)


def readings(sheets: Sequence[Sheet]) -> tuple[tuple[Reading, ...], ...]:
    """Return the calculations on ``sheets``, in every way that they can be read.

    Args:
        sheets: of one file.

    Returns:
        For each calculation its readings, the most likely first.

    Raises:
        BadInputError: nothing in the file looks like a calculation.
    """
    found = _read(sheets, blocks.find) or _read(sheets, blocks.find_sums)
    if not found:
        raise BadInputError([_no_heading(sheets)])
    return found


def _read(
    sheets: Sequence[Sheet], find: Callable[[Sheet], list[Block]]
) -> tuple[tuple[Reading, ...], ...]:
    found = (tuple(_readings(sheet, block)) for sheet in sheets for block in find(sheet))
    return tuple(each for each in found if each)


def _no_heading(sheets: Sequence[Sheet]) -> Problem:
    first = [cell.text for row in sheets[0].rows[:1] for cell in row.values()]
    values = {"value": ", ".join(first)[:120]}
    code = "no_heading"
    if any(map(blocks.is_transposed, sheets)):
        code = "table_transposed"
    elif any(map(blocks.has_heading, sheets)):
        code = "no_figures"
    return Problem(sheets[0].file, None, None, sheets[0].name, code, values)


# --- what the columns hold ------------------------------------------------------------------------


@dataclass(frozen=True)
class _Way:
    """One way of reading a block."""

    style: Style | None = None
    """Of ambiguous numbers in columns that do not tell."""
    scale: Scale = Scale.ONE
    totals_above: bool = False
    """Rows with sums stand above what they add up, and a balance is one of them."""
    hours_are_total: bool = False
    costs_are_each: bool = True
    """Costs without more beside a total: of one action, rather than another total."""
    second_is_each: bool = False
    """A second number, of persons or actions, is that of each firm."""
    factor: int | None = None
    """A column that nobody knows is one to multiply by."""


def _readings(sheet: Sheet, block: Block) -> Iterator[Reading]:
    seen: set[tuple[Style | None, bool, tuple[Column, ...]]] = set()
    parser = _Parser()
    plain = _Reader(sheet, block, _Way(), parser)
    unknown = [i for i, c in plain.columns.items() if c.role is Role.OTHER]
    ways = product(
        _styles(sheet, block),
        dict.fromkeys((Scale.ONE, block.scale)),
        (False, True),
        (False, True),
        (True, False),
        (False, True),
        (None, *unknown[:_MOST_UNKNOWN]),
    )
    for way in (_Way(*values) for values in ways):
        reader = _Reader(sheet, block, way, parser)
        key = way.style, way.totals_above, tuple(reader.columns.values())
        if key not in seen:
            seen.add(key)
            if reader.has_figures:
                yield reader


_MOST_UNKNOWN = 4
"""Columns that nobody knows of which each is tried as a factor."""


def _styles(sheet: Sheet, block: Block) -> tuple[Style | None, ...]:
    """Return both styles where an ambiguous number stands in a column that does not tell."""
    unsure = any(
        cell.kind is CellKind.TEXT
        and numbers.is_ambiguous(cell.text)
        and len(sheet.styles(cell.column)) != 1
        for row in block.rows
        for cell in row.values()
    )
    return (None, Style.POINT, Style.COMMA) if unsure else (None,)


class _Parser:
    """Reads what stands in cells, each once for every way in which it can be meant."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int, str, Style | None], Number | None] = {}

    def number(self, cell: Cell, role: Role, style: Style | None) -> Number | None:
        kind = "time" if role in _TIMES else "often" if role is Role.FREQUENCY else ""
        key = (cell.row, cell.column, kind, style)
        if key not in self._known:
            self._known[key] = self._read(cell, kind, style)
        return self._known[key]

    @staticmethod
    def _read(cell: Cell, kind: str, style: Style | None) -> Number | None:
        is_text = cell.kind is CellKind.TEXT
        if kind == "time" and (is_text or _CLOCK.fullmatch(cell.text)):
            return phrases.time(cell.text, style)
        if not is_text:
            return cell.stored
        return (phrases.frequency if kind == "often" else phrases.number)(cell.text, style)


class _Reader:
    """Reads one block in one way."""

    def __init__(self, sheet: Sheet, block: Block, way: _Way, parser: _Parser) -> None:
        self.sheet, self.block, self.way, self.parser = sheet, block, way, parser
        self.around = self._style_around()
        self.columns = self._columns()
        self.intervals = {i for i, c in self.columns.items() if headers.is_interval(c.title)}
        self.sizes = [i for i, c in self.columns.items() if c.role is Role.SIZE]
        self.by_row = {blocks.row_of(row): row for row in block.rows}

    @property
    def has_figures(self) -> bool:
        """Whether there is anything to calculate with."""
        return any(line is not None and line.entries for line in map(self._line, self.block.rows))

    def read(self, most: int | None = None) -> Calculation | None:
        """Return the calculation, or None where no row has a figure.

        Args:
            most: rows to read; None for all.
        """
        lines: list[Line] = []
        totals: list[_Total] = []
        rows = self.block.rows[:most]
        found = [line for row in rows if (line := self._line(row)) is not None]
        for line, following in zip(found, [*found, None][1:], strict=True):
            if self._is_total(line, following, has_rows=bool(lines)):
                is_part = bool(_SUBTOTAL.match(headers.plain(line.name)))
                totals.append(_Total(line, len(lines), is_part=is_part))
            else:
                lines.append(line.model_copy(update={"number": len(lines) + 1}))
        if not lines:
            return None
        coarse = _coarseness(lines)
        lines = [_coarsened(line, coarse) for line in lines]
        totals = [replace(one, line=_coarsened(one.line, coarse)) for one in totals]
        return Calculation(
            sheet=self.sheet.name,
            columns=tuple(self.columns.values()),
            lines=tuple(lines),
            totals=tuple(
                total
                for total in self._covering(totals, lines)
                if len(rows) == len(self.block.rows) or not _reaches(total, lines)
            ),
            assumed=tuple(self._assumed([*lines, *(total.line for total in totals)])),
        )

    def _assumed(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield ambiguous numbers for which nothing but the arithmetic tells how they are meant."""
        for line in lines:
            for index, entry in line.entries.items():
                is_told = len(self.sheet.styles(index)) == 1 or self._style(index) is self.around
                if not (is_told and self._style(index)) and numbers.is_ambiguous(entry.text):
                    yield entry

    # --- how numbers are written

    def _style(self, column: int) -> Style | None:
        own = self.sheet.styles(column)
        return next(iter(own)) if len(own) == 1 else self.way.style or self.around

    def _style_around(self) -> Style | None:
        """Return the style of the columns with figures; not that of 2.1 for a section."""
        found = (headers.heading(title) for title in self.block.titles.values())
        figures = [
            column
            for column, one in zip(self.block.titles, found, strict=True)
            if one is not None and one.role not in WORDS
        ]
        styles = frozenset[Style]().union(*(self.sheet.styles(column) for column in figures))
        return next(iter(styles)) if len(styles) == 1 else None

    def _number(self, cell: Cell, role: Role) -> Number | None:
        return self.parser.number(cell, role, self._style(cell.column))

    # --- columns

    def _columns(self) -> dict[int, Column]:
        headings = {column: headers.heading(title) for column, title in self.block.titles.items()}
        filled = {column for row in self.block.rows for column in row}
        found = {
            column: self._column(column, headings.get(column))
            for column in sorted({*headings, *filled})
        }
        vague = {column for column, one in headings.items() if one is not None and one.vague}
        rows = self._by_row(found)
        _settle_yearly_hours(found, rows)
        values = {column: [row[column] for row in rows if column in row] for column in found}
        return _settled(found, vague, values, self.way)

    def _column(self, index: int, found: Heading | None) -> Column:
        title = self.block.titles.get(index, "")
        role = found.role if found else self._untitled(index)
        is_empty = role not in WORDS and not self._has_figures(index, role)
        if is_empty and self._has_words(index) and _may_be_words(role, title):
            role = Role.NAME
        scale = found.scale if found else headers.scale(title)
        if role in _MONEY and scale is Scale.ONE:
            scale = self.way.scale
        return Column(
            index=index,
            letter=get_column_letter(index),
            title=title,
            role=role,
            scale=self._scale(index, role, scale),
            once=bool(found and found.once),
            each_firm=headers.is_each_firm(title),
            is_sum=blocks.is_bare_total(title),
        )

    def _cells(self, column: int) -> Iterator[Cell]:
        for row in self.block.rows:
            if column in row:
                yield row[column]

    def _untitled(self, column: int) -> Role:
        """Return what a column without a known heading holds: figures, if it is mostly those."""
        found = [self._number(cell, Role.OTHER) is not None for cell in self._cells(column)]
        return Role.OTHER if sum(found) * 2 > len(found) else Role.NAME

    def _has_figures(self, column: int, role: Role) -> bool:
        return any(self._number(cell, role) is not None for cell in self._cells(column))

    def _has_words(self, column: int) -> bool:
        return any(cell.kind is CellKind.TEXT for cell in self._cells(column))

    def _by_row(self, columns: Mapping[int, Column]) -> list[dict[int, Decimal]]:
        return [
            {
                index: found.value
                for index, cell in row.items()
                if (found := self._number(cell, columns[index].role)) is not None
            }
            for row in self.block.rows
        ]

    def _scale(self, column: int, role: Role, scale: Scale) -> Scale:
        """Return the unit of a column, where need be by its figures: 55 is 55 per cent."""
        if role not in (Role.SHARE, Role.USUAL, Role.SURCHARGE) or scale is Scale.PER_CENT:
            return scale
        cells = self._cells(column)
        found = [n for cell in cells if (n := self._number(cell, role)) is not None]
        bare = [abs(n.value) for n in found if not n.percent and n.value]
        # 1.5 is a mistake for a share, not one and a half per cent; a surcharge of 1.5 is a factor
        least = _LEAST_PER_CENT if role is Role.SURCHARGE else 2
        return Scale.PER_CENT if bare and min(bare) >= 1 and max(bare) >= least else scale

    # --- rows

    def _line(self, row: Row) -> Line | None:
        """Return what stands in a row; None where there is nothing to calculate with."""
        entries, unreadable = {}, {}
        for index, column in self.columns.items():
            cell = row.get(index)
            if cell is None or column.role in WORDS or _NOTHING.fullmatch(cell.text):
                continue
            if cell.copied and column.role in (*RESULTS, Role.AMOUNT):
                continue  # one amount for several rows, which is counted where it stands
            read = self._number(cell, column.role)
            if read is None and column.role is not Role.OTHER and blocks.is_total(cell.text):
                continue  # the name of the row, where no column is there for names
            if read is not None and read.value and index in self.intervals:
                read = replace(read, value=1 / read.value, unit="")
            code = _code(cell) if read is None else _wrong_unit(read, column)
            entry = None if read is None or code else _entry(cell, read, column)
            if entry is not None and not _is_too_much(entry, column):
                entries[index] = entry
            elif column.role is not Role.OTHER:
                unreadable[index] = Unreadable(
                    cell=cell.address, text=cell.text, code=code or "share_too_large"
                )
        if not entries and not self._lacks_result(row, unreadable):
            return None  # words below the headings: a heading of a group, or a note
        return Line(
            number=0, row=blocks.row_of(row), name=self._name(row), entries=entries,
            unreadable=unreadable, saving=headers.is_saving(self._name(row)),
        )  # fmt: skip

    def _lacks_result(self, row: Row, unreadable: Mapping[int, Unreadable]) -> bool:
        """Whether a row has a name and, in place of a figure, something that is none."""
        roles = {self.columns[index].role for index in unreadable}
        return bool(self._name(row)) and bool(roles & {*RESULTS, Role.AMOUNT})

    def _name(self, row: Row) -> str:
        names = (row[i].text for i, c in self.columns.items() if c.role is Role.NAME and i in row)
        totals = (cell.text for cell in row.values() if blocks.is_total(cell.text))
        return next(names, None) or next(totals, "")

    def _is_total(self, line: Line, following: Line | None, *, has_rows: bool) -> bool:
        roles = {self.columns[index].role for index in line.entries}
        if blocks.is_total(line.name):
            # "total product recall" with a number, time and rate of its own is an activity
            return not roles >= {Role.HOURS, Role.RATE} or blocks.is_bare_total(line.name)
        if self.way.totals_above and following is not None:
            below = {self.columns[index].role for index in following.entries}
            if below & {*INPUTS} and not roles & {*INPUTS}:
                return True
        if self.way.totals_above and _NET.match(headers.plain(line.name)):
            return has_rows
        named = any(blocks.is_total(self._text(line, index)) for index in self.sizes)
        nameless = not line.name and self._names_its_rows()
        return named or (has_rows and nameless and not roles & {Role.HOURS, Role.RATE})

    def _covering(self, totals: Sequence["_Total"], lines: Sequence[Line]) -> Iterator[TotalLine]:
        """Yield rows with totals, each with the rows that it may add up."""
        parts = {line.number for line in lines if _PART.match(headers.plain(line.name))}
        pages = [line.number for line in lines if line.row in self.block.breaks]
        before = 0
        for total, following in zip(totals, [*totals, None][1:], strict=True):
            until = len(lines) if following is None else following.after
            below = range(total.after + 1, until + 1), range(total.after + 1, len(lines) + 1)
            since, above = range(before + 1, total.after + 1), range(1, total.after + 1)
            page = range(max((p for p in pages if p <= total.after), default=1), total.after + 1)
            sets = [since, above, page] if total.is_part else [above, since, page]
            if self.way.totals_above or not total.after:
                # the first total of all is rather that of everything below it
                sets = [*(below if total.after else below[::-1]), *sets]
            covers = [tuple(n for n in numbered if n not in parts) for numbered in sets]
            # where there are nothing but parts, it is those that are added up
            found = [c for c in covers if c] or [tuple(numbered) for numbered in sets if numbered]
            found = [*self._of_group(total, found[0], lines), *found] if found else []
            yield TotalLine(line=total.line, covers=tuple(dict.fromkeys(found)),
                            average=headers.is_average(total.line.name))  # fmt: skip
            before = total.after

    def _of_group(
        self, total: "_Total", cover: tuple[int, ...], lines: Sequence[Line]
    ) -> Iterator[tuple[int, ...]]:
        """Yield the rows of the kind that a total names: "Totaal eenmalig" of one-off costs."""
        other = _OPPOSITE.get(headers.group(total.line.name) or "")
        if other is None:
            return
        kinds = {number: self._group(lines[number - 1]) for number in cover}
        own = tuple(n for n, kind in kinds.items() if kind and kind != other)
        rest = tuple(n for n, kind in kinds.items() if kind != other)
        yield from (rows for rows in (own, rest) if 0 < len(rows) < len(cover))

    def _group(self, line: Line) -> str | None:
        texts = (self._text(line, i) for i, c in self.columns.items() if c.role in WORDS)
        return next((found for text in texts if (found := headers.group(text)) in _OPPOSITE), None)

    def _text(self, line: Line, column: int) -> str:
        row = self.by_row[line.row]
        return row[column].text if column in row else ""

    def _names_its_rows(self) -> bool:
        return any(column.role is Role.NAME and self._has_words(index)
                   for index, column in self.columns.items())  # fmt: skip


_OPPOSITE = {"once": "yearly", "yearly": "once"}


@dataclass(frozen=True)
class _Total:
    line: Line
    after: int
    """How many other rows stand above it."""
    is_part: bool


def _reaches(total: TotalLine, lines: Sequence[Line]) -> bool:
    """Whether a total stands above rows up to the last one, so that more of them may follow."""
    return any(c[-1] == len(lines) and lines[c[-1] - 1].row > total.line.row for c in total.covers)


def _may_be_words(role: Role, title: str) -> bool:
    """Whether a column without any figure may be words after all, for all that it is headed so.

    "Bedrijven" can stand above names, "aantal" cannot; a frequency in words that nobody
    understands must not be left out of the sum in silence.
    """
    if role is Role.NUMBER:
        return not headers.counts(title)
    return role not in (*INPUTS, Role.TOTAL_HOURS) or role is Role.PURCHASES


def _wrong_unit(read: Number, column: Column) -> str:
    """Return the code of a problem with the unit behind a number; nothing where it is right."""
    is_time = bool(_IN_HOURS.fullmatch(read.unit) or _IN_MINUTES.fullmatch(read.unit))
    is_long = bool(_IN_DAYS.fullmatch(read.unit))
    if column.role in _TIMES:
        return "time_in_days" if is_long else ""
    if column.role in (Role.OTHER, Role.AMOUNT, Role.DAYS):
        return ""
    if is_time or (is_long and column.role is not Role.NUMBER):
        return "not_a_figure"
    return ""


def _entry(cell: Cell, read: Number, column: Column) -> Entry:
    scale, value, places = column.scale, read.value, read.places
    if read.percent and scale is Scale.PER_CENT:
        value, places = value * 100, places - 2
    if _IN_MINUTES.fullmatch(read.unit) and scale is Scale.ONE:
        scale = Scale.MINUTES
    if _IN_HOURS.fullmatch(read.unit) and scale is Scale.MINUTES:
        scale = Scale.ONE
    if numbers.is_multiple(read.unit):
        scale = Scale.ONE  # "£1.2m" below "£m" says the same thing twice
    return Entry(cell=cell.address, text=cell.text, value=value, places=places, scale=scale)


def _coarseness(lines: Sequence[Line]) -> dict[int, int]:
    """Return to how many zeros the figures of a column can all have been rounded."""
    found: dict[int, int] = {}
    for line in lines:
        for index, entry in line.entries.items():
            if entry.value:
                zeros = _zeros(entry)
                found[index] = min(found.get(index, zeros), zeros)
    return found


def _zeros(entry: Entry) -> int:
    if entry.places > 0 or entry.value != entry.value.to_integral_value():
        return 0
    digits = f"{abs(entry.value):f}".partition(".")[0]
    return len(digits) - len(digits.rstrip("0"))


def _coarsened(line: Line, coarse: Mapping[int, int]) -> Line:
    """Return ``line`` with what is known of rounding; a row that says so is rounded by itself."""
    says_so = bool(_ROUNDED.search(headers.plain(line.name)))
    zeros = {
        index: _zeros(entry) if says_so else coarse.get(index, _zeros(entry))
        for index, entry in line.entries.items()
    }
    if not any(zeros.values()):
        return line
    entries = {
        index: entry.model_copy(update={"zeros": zeros[index], "is_rounded": says_so})
        for index, entry in line.entries.items()
    }
    return line.model_copy(update={"entries": entries})


_ROUNDED = re.compile(r"\b(?:afgerond|rounded|gerundet|circa|ongeveer)\b")


def _is_too_much(entry: Entry, column: Column) -> bool:
    return column.role in (Role.SHARE, Role.USUAL) and entry.exact > 1


def _code(cell: Cell) -> str:
    return {
        CellKind.NOT_CALCULATED: "formula_not_calculated",
        CellKind.ERROR: "error_cell",
        CellKind.DATE: "date_for_number",
    }.get(cell.kind, "not_a_figure")


# --- columns against each other -------------------------------------------------------------------


def _settled(
    columns: dict[int, Column],
    vague: set[int],
    values: Mapping[int, Sequence[Decimal]],
    way: _Way,
) -> dict[int, Column]:
    """Return ``columns`` with a role for those that a heading alone does not tell."""
    _drop_row_numbers(columns, values)
    _settle_purchases(columns)
    if way.costs_are_each:
        _settle_costs(columns, vague)
    _settle_hours(columns, vague, are_total=way.hours_are_total)
    if way.second_is_each:
        _settle_second(columns)
    if way.factor is not None and columns[way.factor].role is Role.OTHER:
        _set(columns, way.factor, Role.FREQUENCY)
    _settle_numbers(columns)
    _settle_persons(columns)
    _settle_days(columns)
    roles = {column.role for column in columns.values()}
    if not roles & {*INPUTS, *RESULTS} - {Role.TOTAL_COST, Role.NUMBER}:
        _turn(columns, Role.OTHER, Role.AMOUNT)
        _settle_parts(columns)
    elif roles & {*INPUTS}:
        costs = [columns[index].title for index in _of(columns, Role.TOTAL_COST)]
        for index in _of(columns, Role.AMOUNT):
            is_cost = headers.is_structural(columns[index].title)
            if is_cost and all(map(headers.is_part, costs)):
                _set(columns, index, Role.TOTAL_COST)
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
    """Purchases in thousands, or with nothing that they are for each of, are those of all."""
    roles = {column.role for column in columns.values()}
    is_all = Role.LABOUR_COST in roles and not roles & {*INPUTS} - {Role.PURCHASES}
    for index in _of(columns, Role.PURCHASES):
        if is_all or columns[index].scale in (Scale.THOUSANDS, Scale.MILLIONS):
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


def _settle_parts(columns: dict[int, Column]) -> None:
    """One-off and recurring costs beside a total, with nothing else, are what it adds up."""
    costs = _of(columns, Role.TOTAL_COST)
    parts = [index for index in costs if headers.is_part(columns[index].title)]
    if len(costs) - len(parts) == 1:
        for index in parts:
            _set(columns, index, Role.AMOUNT)


def _settle_days(columns: dict[int, Column]) -> None:
    """Days with a rate for a day are time, and its unit does not matter."""
    is_daily = any(headers.is_a_day(columns[index].title) for index in _of(columns, Role.RATE))
    days = _of(columns, Role.DAYS)
    if is_daily and len(days) == 1 and not _of(columns, Role.HOURS):
        _set(columns, days[0], Role.HOURS)


def _settle_yearly_hours(columns: dict[int, Column], rows: Sequence[Mapping[int, Decimal]]) -> None:
    """Hours of a firm in a year, beside those of one action and the frequency, say nothing new."""
    often, times = _of(columns, Role.FREQUENCY), _of(columns, Role.HOURS)
    yearly = [index for index in times if headers.is_for_a_year(columns[index].title)]
    each = [index for index in times if index not in yearly]
    if len(often) != 1 or len(yearly) != 1 or len(each) != 1:
        return
    needed = {often[0], yearly[0], each[0]}
    known = [row for row in rows if needed <= set(row)]
    follow = [row for row in known if row[yearly[0]] == row[each[0]] * row[often[0]]]
    if len(follow) * 2 > len(known):
        _set(columns, yearly[0], Role.OTHER)


def _settle_second(columns: dict[int, Column]) -> None:
    """Persons or actions beside a number of firms are those of each firm."""
    counting = _of(columns, Role.NUMBER)
    seconds = [*counting[1:], *_of(columns, Role.RESPONSES)] if counting else []
    if len(seconds) == 1 and not _of(columns, Role.FREQUENCY):
        _set(columns, seconds[0], Role.FREQUENCY)


def _settle_persons(columns: dict[int, Column]) -> None:
    """Costs of each person are those of one action only where persons are counted."""
    counts = (Role.NUMBER, Role.FREQUENCY, Role.RESPONSES)
    titles = [column.title for column in columns.values() if column.role in counts]
    if any(headers.counts_persons(title) for title in titles):
        for index in _of(columns, Role.OTHER):
            if headers.is_each_person(columns[index].title):
                _set(columns, index, Role.UNIT_COST)


def _settle_numbers(columns: dict[int, Column]) -> None:
    """Responses without a number of respondents are what is multiplied by."""
    counting = _of(columns, Role.NUMBER)
    if not counting:
        for index in _of(columns, Role.RESPONSES)[:1]:
            _set(columns, index, Role.NUMBER)
    elif len(counting) > 1 and _of(columns, Role.SHARE) and not _of(columns, Role.RESPONSES):
        _set(columns, counting[1], Role.RESPONSES)
