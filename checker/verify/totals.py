"""Adds the columns of a calculation again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from checker.models.verification import (
    RESULTS,
    Calculation,
    Checked,
    CheckedRow,
    Column,
    Entry,
    Hint,
    HintCode,
    Line,
    Role,
    Rounding,
    Status,
    Subject,
    TotalLine,
    Way,
)
from checker.verify.products import Row, computed, in_unit
from checker.verify.rounding import explain_result, is_same, rounded

_ADDED = (Role.NUMBER, *RESULTS, Role.AMOUNT, Role.OTHER, Role.HOURS, Role.EXTERNAL_HOURS,
          Role.PURCHASES)  # fmt: skip
_MAY_BE_AVERAGES = (Role.HOURS, Role.EXTERNAL_HOURS, Role.PURCHASES, Role.UNIT_COST, Role.OTHER)
_MOST_ROWS_FOR_PAIRS = 40
_HALF = Fraction(1, 2)


@dataclass(frozen=True)
class _Addend:
    """One figure of a total."""

    line: Line
    published: Entry | None
    computed: Fraction | None
    """What it is by the inputs of its row, unrounded."""

    @property
    def value(self) -> Fraction:
        """As published, or else as computed."""
        if self.published is not None:
            return self.published.exact
        return Fraction(0) if self.computed is None else self.computed


Explanation = tuple[Status, tuple[Rounding, ...], tuple[Hint, ...]]


def check_totals(calculation: Calculation, rows: Sequence[CheckedRow]) -> tuple[Checked, ...]:
    """Return every figure in a row with totals, with the outcome."""
    found = []
    earlier: list[TotalLine] = []
    for total in calculation.totals:
        checked = [
            _figure(calculation, total, column, earlier)
            for column in calculation.columns
            if column.role in _ADDED and column.index in total.line.entries
        ]
        found += _with_rows_left_out(calculation, total, checked)
        earlier.append(total)
    return tuple(_with_right_rows(calculation, checked, rows) for checked in found)


def _figure(
    calculation: Calculation, total: TotalLine, column: Column, earlier: Sequence[TotalLine]
) -> Checked:
    entry = total.line.entries[column.index]
    sets = [_addends(calculation, cover, column) for cover in total.covers]
    sets = [addends for addends in sets if addends] or [[]]
    found, addends = None, sets[0]
    for explain in (_plainly, _rounded):
        for candidate in sets:
            if found is None and (found := explain(entry, candidate)) is not None:
                addends = candidate
        found = found or _subtotals(entry, column, earlier)
    found = found or _no_sum(calculation, total, column, addends)
    status, roundings, hints = found or _wrong(entry, addends)
    value = _sum(addends)
    return Checked(
        sheet=calculation.sheet, cell=entry.cell, row=total.line.row, name=total.line.name,
        column=column.title or column.letter, role=column.role, published=entry.value,
        computed=in_unit(value, entry) if addends else None, places=entry.places,
        status=status, roundings=roundings, hints=hints,
    )  # fmt: skip


def _addends(calculation: Calculation, cover: Sequence[int], column: Column) -> list[_Addend]:
    """Return what a total adds up; where no row has a figure, what their inputs say."""
    lines = [calculation.lines[number - 1] for number in cover]
    published = any(column.index in line.entries for line in lines)
    found = []
    for line in lines:
        own = computed(calculation, line, column) if column.role in RESULTS else None
        entry = line.entries.get(column.index)
        if entry is not None or (own is not None and not published):
            found.append(_Addend(line, entry, own))
    return found


def _sum(addends: Sequence[_Addend]) -> Fraction:
    return sum((addend.value for addend in addends), Fraction(0))


# --- what explains a total ------------------------------------------------------------------------


def _plainly(entry: Entry, addends: Sequence[_Addend]) -> Explanation | None:
    if addends and is_same(entry, _sum(addends)):
        return Status.FOLLOWS, (), ()
    return None


def _rounded(entry: Entry, addends: Sequence[_Addend]) -> Explanation | None:
    if not addends:
        return None
    found = explain_result(entry, _sum(addends))
    if found is None:
        found = _from_unrounded(entry, addends) or _from_rounded_rows(entry, addends)
    return None if found is None else (Status.FOLLOWS_ROUNDED, found, ())


def _from_unrounded(entry: Entry, addends: Sequence[_Addend]) -> tuple[Rounding, ...] | None:
    known = [addend.computed for addend in addends if addend.computed is not None]
    if len(known) < len(addends):
        return None
    found = explain_result(entry, sum(known, Fraction(0)))
    return None if found is None else (Rounding(subject=Subject.UNROUNDED_ROWS), *found)


def _from_rounded_rows(entry: Entry, addends: Sequence[_Addend]) -> tuple[Rounding, ...] | None:
    for way in Way:
        rounding = Rounding(subject=Subject.EACH_ROW, way=way)
        total = sum((rounded(addend.value, rounding) for addend in addends), Fraction(0))
        if is_same(entry, total):
            return (rounding,)
    return None


def _subtotals(entry: Entry, column: Column, earlier: Sequence[TotalLine]) -> Explanation | None:
    parts = [t.line.entries[column.index] for t in earlier if column.index in t.line.entries]
    if len(parts) > 1 and is_same(entry, sum((part.exact for part in parts), Fraction(0))):
        return Status.FOLLOWS, (), ()
    return None


def _no_sum(
    calculation: Calculation, total: TotalLine, column: Column, addends: Sequence[_Addend]
) -> Explanation | None:
    """Return what a figure below a column is, where it is rightly no sum."""
    entry = total.line.entries[column.index]
    if column.role is Role.NUMBER and all(is_same(entry, addend.value) for addend in addends):
        return Status.FOLLOWS, (), (Hint(code=HintCode.SAME_FIRMS),)
    if column.role in _MAY_BE_AVERAGES and len(addends) > 1:
        roundings = explain_result(entry, _sum(addends) / len(addends))
        weighted = _weighted(calculation, total)
        if roundings is None and weighted is not None:
            roundings = explain_result(entry, weighted)
        if roundings is not None:
            status = Status.FOLLOWS_ROUNDED if roundings else Status.FOLLOWS
            return status, roundings, (Hint(code=HintCode.AVERAGE),)
    return None


def _weighted(calculation: Calculation, total: TotalLine) -> Fraction | None:
    """Return the hours of one action as the totals of hours and of actions give them."""
    row = Row(calculation, total.line)
    hours = row.first(Role.TOTAL_HOURS)
    number = row.first(Role.RESPONSES) or row.first(Role.NUMBER)
    return hours / number if hours is not None and number else None


# --- what is wrong with one -----------------------------------------------------------------------


def _wrong(entry: Entry, addends: Sequence[_Addend]) -> Explanation:
    hints = tuple(_mistakes(entry, addends))
    return Status.DOES_NOT_FOLLOW, (), hints


def _mistakes(entry: Entry, addends: Sequence[_Addend]) -> Iterator[Hint]:
    """Yield the first explanation of a wrong total, or that rounding may have done it."""
    total = _sum(addends)
    off = total - entry.exact
    for code, factor in ((HintCode.LEFT_OUT, 1), (HintCode.COUNTED_TWICE, -1), (HintCode.SIGN, 2)):
        single = [a for a in addends if a.value and is_same(entry, total - factor * a.value)]
        if len(single) == 1:
            yield _naming(code, single)
            return
        if single and code is HintCode.LEFT_OUT:
            yield _naming(HintCode.LEFT_OUT_ONE_OF, single)
            return
    if _room(entry, addends) >= abs(off):
        yield Hint(code=HintCode.ROW_ROUNDING)
        return
    if len(addends) <= _MOST_ROWS_FOR_PAIRS:
        pairs = [
            pair
            for pair in combinations([a for a in addends if a.value], 2)
            if is_same(entry, total - pair[0].value - pair[1].value)
        ]
        if len(pairs) == 1 and len(addends) > len(pairs[0]) + 1:
            yield _naming(HintCode.LEFT_OUT, pairs[0])


def _naming(code: HintCode, addends: Sequence[_Addend]) -> Hint:
    return Hint(code=code, rows=tuple(addend.line.number for addend in addends))


def _room(entry: Entry, addends: Sequence[_Addend]) -> Fraction:
    """Return how far the rounding of rows and total can at most drive a sum off."""
    shown = [a.published for a in addends if a.published is not None]
    if not any(one.places for one in (*shown, entry)):
        return Fraction(0)
    steps = (Fraction(10) ** -one.places * one.model_copy(update={"value": 1}).exact
             for one in (*shown, entry))  # fmt: skip
    return sum(steps, Fraction(0)) * _HALF


def _with_rows_left_out(
    calculation: Calculation, total: TotalLine, found: Sequence[Checked]
) -> list[Checked]:
    """Hold a row that some totals leave out against the others beside them as well."""
    left_out = {h.rows for c in found for h in c.hints if h.code is HintCode.LEFT_OUT}
    if len(left_out) != 1:
        return list(found)
    rows = next(iter(left_out))
    columns = {column.title or column.letter: column for column in calculation.columns}
    return [
        _nearly(calculation, total, columns[one.column], rows, one)
        if one.status is Status.DOES_NOT_FOLLOW
        and not any(hint.code is HintCode.LEFT_OUT for hint in one.hints)
        else one
        for one in found
    ]


def _nearly(
    calculation: Calculation,
    total: TotalLine,
    column: Column,
    rows: tuple[int, ...],
    checked: Checked,
) -> Checked:
    entry = total.line.entries[column.index]
    addends = _addends(calculation, total.covers[0], column)
    rest = _sum([addend for addend in addends if addend.line.number not in rows])
    if abs(entry.exact - rest) >= abs(entry.exact - _sum(addends)):
        return checked
    hint = Hint(code=HintCode.NEARLY_LEFT_OUT, rows=rows, amount=in_unit(rest, entry))
    return checked.model_copy(update={"hints": (*checked.hints, hint)})


def _with_right_rows(
    calculation: Calculation, checked: Checked, rows: Sequence[CheckedRow]
) -> Checked:
    """Add what a total is when the rows that do not follow are put right."""
    total = next(t for t in calculation.totals if t.line.row == checked.row)
    column = next(c for c in calculation.columns if (c.title or c.letter) == checked.column)
    wrong = {
        row.number
        for row in rows
        for figure in row.figures
        if figure.column == checked.column
        and figure.status in (Status.DOES_NOT_FOLLOW, Status.CONTRADICTS_HOURS)
    } & set(total.covers[0])
    if not wrong:
        return checked
    addends = _addends(calculation, total.covers[0], column)
    right = sum(
        (
            addend.computed
            if addend.line.number in wrong and addend.computed is not None
            else addend.value
            for addend in addends
        ),
        Fraction(0),
    )
    amount = in_unit(right, total.line.entries[column.index])
    return checked.model_copy(
        update={"hints": (*checked.hints, Hint(code=HintCode.ROWS_SAY, amount=amount))}
    )
