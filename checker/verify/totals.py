"""Adds the columns of a calculation again."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import combinations

from checker.models.verification import (
    FACTORS,
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
    Unreadable,
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
    adder = _Adder(calculation)
    found: list[Checked] = []
    earlier: list[TotalLine] = []
    for total in calculation.totals:
        checked = [
            adder.figure(total, column, earlier)
            for column in calculation.columns
            if column.role in _ADDED
            and (column.index in total.line.entries or column.index in total.line.unreadable)
        ]
        found += _explained_together(adder, total, checked)
        earlier.append(total)
    wrong = _wrong_rows(rows)
    return tuple(_with_right_rows(adder, checked, wrong) for checked in found)


class _Adder:
    """Adds up the columns of one calculation, and works out each row of it once."""

    def __init__(self, calculation: Calculation) -> None:
        self.calculation = calculation
        self.columns = {column.index: column for column in calculation.columns}
        self._addends: dict[int, list[_Addend | None]] = {}

    def figure(self, total: TotalLine, column: Column, earlier: Sequence[TotalLine]) -> Checked:
        """Return what became of one figure in a row with totals."""
        entry = total.line.entries.get(column.index)
        if entry is None:
            return self._unreadable(total, column, total.line.unreadable[column.index])
        if total.average:
            return self._average(total, column, entry)
        addends, found = self._explanation(entry, total, column, earlier)
        broken = self._broken(total, column) if found is None else None
        if broken is not None:
            return self._unreadable(total, column, broken)
        status, roundings, hints = found or (Status.DOES_NOT_FOLLOW, (), ())
        value = _sum(addends)
        return self._checked(total, column).model_copy(
            update={
                "computed": in_unit(value, entry) if addends else None,
                "status": status,
                "roundings": roundings,
                "hints": hints,
            }
        )

    def _average(self, total: TotalLine, column: Column, entry: Entry) -> Checked:
        """Return what became of a mean; where nothing stands above it, it cannot be checked."""
        addends = self.addends(total.covers[0], column) if total.covers else []
        checked = self._checked(total, column)
        if not addends:
            return checked
        mean = _sum(addends) / len(addends)
        roundings = explain_result(entry, mean)
        status = Status.DOES_NOT_FOLLOW
        if roundings is not None:
            status = Status.FOLLOWS_ROUNDED if roundings else Status.FOLLOWS
        return checked.model_copy(
            update={
                "computed": in_unit(mean, entry),
                "status": status,
                "roundings": roundings or (),
                "hints": (Hint(code=HintCode.AVERAGE),),
            }
        )

    def addends(self, cover: Sequence[int], column: Column) -> list[_Addend]:
        """Return what a total adds up; where no row has a figure, what their inputs say."""
        known = self._column(column)
        found = [known[number - 1] for number in cover]
        return [addend for addend in found if addend is not None]

    def _column(self, column: Column) -> list[_Addend | None]:
        if column.index not in self._addends:
            lines = self.calculation.lines
            published = any(column.index in line.entries for line in lines)
            self._addends[column.index] = [self._addend(ln, column, published) for ln in lines]
        return self._addends[column.index]

    def _addend(self, line: Line, column: Column, published: bool) -> _Addend | None:
        entry = line.entries.get(column.index)
        own = computed(self.calculation, line, column) if column.role in RESULTS else None
        stands_in = own is not None and (not published or column.index in line.unreadable)
        return _Addend(line, entry, own) if entry is not None or stands_in else None

    def _explanation(
        self, entry: Entry, total: TotalLine, column: Column, earlier: Sequence[TotalLine]
    ) -> tuple[list[_Addend], Explanation | None]:
        """Return what is added up, and how the figure follows from it, if it does."""
        first: list[_Addend] | None = None
        for explain in (_plainly, _rounded):
            for cover in total.covers:
                addends = self.addends(cover, column)
                if addends and first is None:
                    first = addends
                if addends and (found := explain(entry, addends)) is not None:
                    return addends, found
            found = _subtotals(entry, column, earlier)
            if found is not None:
                return first or [], found
        return first or [], _no_sum(self.calculation, total, column, first or [])

    def _broken(self, total: TotalLine, column: Column) -> Unreadable | None:
        """Return a cell without a figure among those that a total adds up."""
        known = self._column(column)
        for number in total.covers[0] if total.covers else ():
            line = self.calculation.lines[number - 1]
            if known[number - 1] is None and column.index in line.unreadable:
                return line.unreadable[column.index]
        return None

    def _unreadable(self, total: TotalLine, column: Column, broken: Unreadable) -> Checked:
        return self._checked(total, column).model_copy(update={"unreadable": broken})

    def _checked(self, total: TotalLine, column: Column) -> Checked:
        entry = total.line.entries.get(column.index)
        broken = total.line.unreadable.get(column.index)
        return Checked(
            sheet=self.calculation.sheet,
            cell=entry.cell if entry is not None else broken.cell if broken is not None else "",
            row=total.line.row,
            name=total.line.name,
            column=column.title or column.letter,
            column_index=column.index,
            role=column.role,
            published=None if entry is None else entry.value,
            places=0 if entry is None else entry.places,
            status=Status.UNREADABLE,
        )


def _sum(addends: Sequence[_Addend]) -> Fraction:
    """Return the sum; figures in one unit are added as decimals, which is much faster."""
    shown = [addend.published for addend in addends if addend.published is not None]
    if len(shown) < len(addends) or len({entry.scale for entry in shown}) != 1:
        return sum((addend.value for addend in addends), Fraction(0))
    with localcontext(prec=_DIGITS):
        total = sum((entry.value for entry in shown), Decimal(0))
    return Fraction(total) * FACTORS[shown[0].scale]


_DIGITS = 100


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
    """Explain a total of what the rows come to before they are rounded.

    Only where each row does come to what stands in it: else it is a total of other rows.
    """
    known = [addend.computed for addend in addends if addend.computed is not None]
    if len(known) < len(addends):
        return None
    found = explain_result(entry, sum(known, Fraction(0)))
    if found is None or not all(_is_rounded(addend) for addend in addends):
        return None
    return (Rounding(subject=Subject.UNROUNDED_ROWS), *found)


def _is_rounded(addend: _Addend) -> bool:
    if addend.published is None or addend.computed is None:
        return True
    return explain_result(addend.published, addend.computed) is not None


def _from_rounded_rows(entry: Entry, addends: Sequence[_Addend]) -> tuple[Rounding, ...] | None:
    """Explain a total of rows that are rounded as the total is shown, before they are added."""
    if entry.places < 0:
        return None
    scale = FACTORS[entry.scale]
    for way in Way:
        rounding = Rounding(subject=Subject.EACH_ROW, way=way, places=entry.places)
        total = sum((rounded(a.value / scale, rounding) for a in addends), Fraction(0))
        if is_same(entry, total * scale):
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


def _explained_together(adder: _Adder, total: TotalLine, found: Sequence[Checked]) -> list[Checked]:
    """Say what is wrong with the figures of one row: what explains most of them comes first."""
    if total.average:
        return list(found)
    wrong = [one for one in found if one.status is Status.DOES_NOT_FOLLOW]
    mistakes = {one.column_index: list(_mistakes(adder, total, one)) for one in wrong}
    votes = Counter(hint for hints in mistakes.values() for hint in hints)
    chosen = {
        index: max(hints, key=lambda hint: votes[hint])
        for index, hints in mistakes.items()
        if hints
    }
    left_out = {hint.rows for hint in chosen.values() if hint.code is HintCode.LEFT_OUT}
    return [_hinted(adder, total, one, chosen, left_out) for one in found]


def _hinted(
    adder: _Adder,
    total: TotalLine,
    checked: Checked,
    chosen: Mapping[int, Hint],
    left_out: set[tuple[int, ...]],
) -> Checked:
    if checked.status is not Status.DOES_NOT_FOLLOW:
        return checked
    hint = chosen.get(checked.column_index)
    is_sure = hint is not None and hint.code is HintCode.LEFT_OUT
    if len(left_out) == 1 and not is_sure:
        hint = _nearly(adder, total, checked, next(iter(left_out))) or hint
    return checked if hint is None else checked.model_copy(update={"hints": (hint,)})


def _mistakes(adder: _Adder, total: TotalLine, checked: Checked) -> Iterator[Hint]:
    """Yield what explains a wrong total, or that rounding may have done it."""
    entry = total.line.entries[checked.column_index]
    addends = adder.addends(total.covers[0], adder.columns[checked.column_index])
    value = _sum(addends)
    off = value - entry.exact
    found = False
    for code, factor in ((HintCode.LEFT_OUT, 1), (HintCode.COUNTED_TWICE, -1), (HintCode.SIGN, 2)):
        single = [a for a in addends if a.value and is_same(entry, value - factor * a.value)]
        found = found or bool(single)
        if len(single) > 1 and code is HintCode.LEFT_OUT:
            yield _naming(HintCode.LEFT_OUT_ONE_OF, single)
        if len(single) == 1 or code is HintCode.LEFT_OUT:
            yield from (_naming(code, [addend]) for addend in single)
    if found:
        return
    if _room(entry, addends) >= abs(off):
        yield Hint(code=HintCode.ROW_ROUNDING)
    elif len(addends) <= _MOST_ROWS_FOR_PAIRS:
        pairs = [
            pair
            for pair in combinations([a for a in addends if a.value], 2)
            if is_same(entry, value - pair[0].value - pair[1].value)
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
    steps = (Fraction(10) ** -one.places * FACTORS[one.scale] for one in (*shown, entry))
    return sum(steps, Fraction(0)) * _HALF


def _nearly(
    adder: _Adder, total: TotalLine, checked: Checked, rows: tuple[int, ...]
) -> Hint | None:
    """Hold rows that other totals beside it leave out against this one as well."""
    entry = total.line.entries[checked.column_index]
    addends = adder.addends(total.covers[0], adder.columns[checked.column_index])
    rest = _sum([addend for addend in addends if addend.line.number not in rows])
    if abs(entry.exact - rest) >= abs(entry.exact - _sum(addends)):
        return None
    return Hint(code=HintCode.NEARLY_LEFT_OUT, rows=rows, amount=in_unit(rest, entry))


def _wrong_rows(rows: Sequence[CheckedRow]) -> Mapping[int, set[int]]:
    """Return by column the rows whose figure in it does not follow."""
    found: dict[int, set[int]] = {}
    for row in rows:
        for figure in row.figures:
            if figure.status in (Status.DOES_NOT_FOLLOW, Status.CONTRADICTS_HOURS):
                found.setdefault(figure.column_index, set()).add(row.number)
    return found


def _with_right_rows(adder: _Adder, checked: Checked, wrong: Mapping[int, set[int]]) -> Checked:
    """Add what a total is when the rows that do not follow are put right.

    Not where none of them follows: then it is rather the table that was misread.
    """
    total = next(t for t in adder.calculation.totals if t.line.row == checked.row)
    entry = total.line.entries.get(checked.column_index)
    if entry is None or not total.covers or total.average:
        return checked
    addends = adder.addends(total.covers[0], adder.columns[checked.column_index])
    bad = wrong.get(checked.column_index, set()) & set(total.covers[0])
    if not bad or len(bad) == len(addends) > 1:
        return checked
    right = sum(
        (
            addend.computed
            if addend.line.number in bad and addend.computed is not None
            else addend.value
            for addend in addends
        ),
        Fraction(0),
    )
    hint = Hint(code=HintCode.ROWS_SAY, amount=in_unit(right, entry))
    return checked.model_copy(update={"hints": (*checked.hints, hint)})
