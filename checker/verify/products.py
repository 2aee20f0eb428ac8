"""Multiplies the rows of a calculation again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from checker.models.verification import (
    FACTORS,
    INPUTS,
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
    Unreadable,
)
from checker.verify.rounding import Round, explain, explain_result, is_same, to_decimal, unrounded

_ONE = Fraction(1)
_TOGETHER = (
    {Role.NUMBER, Role.SHARE, Role.FREQUENCY},
    {
        Role.HOURS,
        Role.RATE,
        Role.SURCHARGE,
        Role.EXTERNAL_HOURS,
        Role.EXTERNAL_RATE,
        Role.PURCHASES,
    },
)
"""Inputs that are all multiplied, or all added, where one of them is."""
_HOURS_A_DAY = Fraction(8)  # a working day of 480 minutes, as the German handbook counts


@dataclass(frozen=True)
class Sum:
    """``number × (hours × rate + … + each) × kept + fixed``."""

    factors: tuple[Role, ...]
    """What is in it, to tell the reader."""
    number: Fraction = _ONE
    times: tuple[tuple[Fraction, Fraction], ...] = ()
    """Hours of one action with their rate; a rate of 1 gives hours."""
    each: Fraction = Fraction(0)
    kept: Fraction = _ONE
    fixed: Fraction = Fraction(0)

    @property
    def is_time(self) -> bool:
        """Whether it gives hours, and no costs."""
        return all(rate == _ONE for _, rate in self.times) and not self.each

    def value(self, round_one: Round = unrounded) -> Fraction:
        """Return the outcome, rounded on the way by ``round_one``."""
        number = round_one(Subject.NUMBER, self.number)
        hours = [(self._rounded_hours(h, round_one), rate) for h, rate in self.times]
        totals = [
            (number * h, rate, round_one(Subject.TOTAL_HOURS, number * h)) for h, rate in hours
        ]
        if any(before != after for before, _, after in totals):
            product = sum((after * rate for _, rate, after in totals), number * self.each)
        else:
            cost = sum((h * rate for h, rate in hours), self.each)
            is_time = bool(self.times) and self.is_time
            product = number * (cost if is_time else round_one(Subject.UNIT_COST, cost))
        return product * self.kept + self.fixed

    def _rounded_hours(self, hours: Fraction, round_one: Round) -> Fraction:
        """Return the hours of one action; half an hour is never a whole one."""
        if not self.is_time and abs(hours) >= _ONE:
            hours = round_one(Subject.WHOLE_HOURS, hours)
        return round_one(Subject.HOURS_EACH, hours)

    @property
    def negative(self) -> "Sum":
        """The same as a saving."""
        return replace(self, number=-self.number, fixed=-self.fixed)


class Row:
    """The figures of one row by what they are."""

    def __init__(self, calculation: Calculation, line: Line) -> None:
        """Look up ``line`` by the roles of the columns."""
        self.line, self._calculation = line, calculation
        self._entries: dict[Role, list[Entry]] = {}
        self._broken: set[Role] = set()
        self.firm_costs: list[Entry] = []
        """Costs of one firm in a year: the frequency can be in them already."""
        for column in calculation.columns:
            entry = line.entries.get(column.index)
            if entry is not None:
                self._entries.setdefault(column.role, []).append(entry)
                self.firm_costs += [entry] if _is_of_a_firm(column) else []
            elif column.index in line.unreadable:
                self._broken.add(column.role)

    def entries(self, role: Role) -> list[Entry]:
        """Return the figures of the columns with ``role`` that are filled in."""
        return self._entries.get(role, [])

    def all(self, role: Role) -> list[Fraction]:
        """Return the same in euro, hours, or as a share."""
        return [entry.exact for entry in self.entries(role)]

    def besides(self, column: Column) -> list[Fraction]:
        """Return the figures with the role of ``column`` in the other columns."""
        others = (c for c in self._calculation.with_role(column.role) if c.index != column.index)
        found = (self.line.entries.get(other.index) for other in others)
        return [entry.exact for entry in found if entry is not None]

    def has_column(self, *roles: Role) -> bool:
        """Whether the table has a column for one of ``roles``."""
        return bool(self._calculation.with_role(*roles))

    @property
    def has_several_totals(self) -> bool:
        """Whether costs stand in more than one column, such as with and without something."""
        return len(self._calculation.with_role(Role.TOTAL_COST)) > 1

    @property
    def adds_across(self) -> bool:
        """Whether the table only adds up, along its rows as well."""
        return _adds_across(self._calculation)

    def first(self, role: Role) -> Fraction | None:
        """Return the first figure with ``role``."""
        return next(iter(self.all(role)), None)

    def skips(self, factors: tuple[Role, ...], column: Column) -> bool:
        """Whether a product of ``factors`` passes over a figure that stands there unreadably."""
        broken = self._broken
        if not broken:
            return False
        is_reduced = column.role is Role.TOTAL_COST and Role.USUAL in broken
        return is_reduced or any(broken & own and {*factors} & own for own in _TOGETHER)


def _is_of_a_firm(column: Column) -> bool:
    return column.role is Role.UNIT_COST and column.each_firm


def check_rows(calculation: Calculation) -> tuple[CheckedRow, ...]:
    """Return every row with a figure that follows from others in it, with the outcome."""
    checkable = [c for c in _checkable(calculation) if _is_meant(calculation, c)]
    rows = []
    for line in calculation.lines:
        figures = tuple(
            _figure(calculation, line, column)
            for column in checkable
            if column.index in line.entries or column.index in line.unreadable
        )
        if figures:
            rows.append(
                CheckedRow(number=line.number, row=line.row, name=line.name, figures=figures)
            )
    return tuple(rows)


def _checkable(calculation: Calculation) -> list[Column]:
    """Return the columns that follow from others, if those are filled in."""
    full = Line(
        number=0,
        row=0,
        entries={
            column.index: Entry(cell="", text="", value=Decimal(1), places=0, scale=column.scale)
            for column in calculation.columns
        },
    )
    results = calculation.with_role(*RESULTS)
    return [c for c in results if next(sums(Row(calculation, full), c), None) is not None]


def _is_meant(calculation: Calculation, column: Column) -> bool:
    """Whether a column that adds up the others in its row is there to do so, as most rows say."""
    if column.is_sum or not _adds_across(calculation):
        return True
    lines = [line for line in calculation.lines if column.index in line.entries]
    follow = [
        line
        for line in lines
        for candidate in sums(Row(calculation, line), column)
        if explain_result(line.entries[column.index], candidate.value()) is not None
    ]
    return len({line.number for line in follow}) * 2 > len(lines)


def _adds_across(calculation: Calculation) -> bool:
    return bool(calculation.with_role(Role.AMOUNT)) and not calculation.with_role(*INPUTS)


def computed(calculation: Calculation, line: Line, column: Column) -> Fraction | None:
    """Return what a figure is by the inputs of its row; None where they are not there."""
    found = next(sums(Row(calculation, line), column), None)
    return None if found is None else found.value()


# --- one figure -----------------------------------------------------------------------------------


def _figure(calculation: Calculation, line: Line, column: Column) -> Checked:
    entry = line.entries.get(column.index)
    broken = line.unreadable.get(column.index)
    if entry is None:
        assert broken is not None
        return _unreadable(calculation, line, column, broken)
    row = Row(calculation, line)
    candidates = list(sums(row, column))
    if not candidates:
        wrong = _what_is_broken(calculation, line)
        return _unreadable(calculation, line, column, wrong, entry)
    checked = _checked(calculation, line, column, entry)
    hints = list(_input_hints(calculation, line))
    found = _explained(entry, candidates)
    if found is None and line.saving and entry.value < 0:
        found = _explained(entry, [candidate.negative for candidate in candidates])
        hints += [Hint(code=HintCode.SAVING)] if found else []
    if found is not None:
        candidate, roundings = found
        status = Status.FOLLOWS_ROUNDED if roundings else Status.FOLLOWS
        spoken = _contradiction(candidate, row, column, entry)
        if spoken is not None:
            return _outcome(checked, candidate, Status.CONTRADICTS_HOURS, (), [spoken], entry)
        return _outcome(checked, candidate, status, roundings, hints, entry)
    status, wrong_hints = _what_is_wrong(candidates[0], row, column, entry)
    hints = [*wrong_hints, *hints, *_unused(calculation, line)]
    return _outcome(checked, candidates[0], status, (), hints, entry)


def _explained(entry: Entry, candidates: Iterable[Sum]) -> tuple[Sum, tuple[Rounding, ...]] | None:
    """Return how a figure follows: the simplest explanation of any of the ways comes first."""
    for candidate in candidates:
        if is_same(entry, candidate.value()):
            return candidate, ()
    for candidate in candidates:
        roundings = explain(entry, candidate.value)
        if roundings is not None:
            return candidate, roundings
    return None


def _what_is_broken(calculation: Calculation, line: Line) -> Unreadable | None:
    """Return the cell that keeps a figure from being checked: an input, before anything else."""
    columns = [c for c in calculation.columns if c.index in line.unreadable]
    inputs = [c for c in columns if c.role in INPUTS]
    return next((line.unreadable[column.index] for column in (*inputs, *columns)), None)


def _contradiction(candidate: Sum, row: Row, column: Column, entry: Entry) -> Hint | None:
    """Return what the published hours say, where they alone already cost more than all costs."""
    is_cost = column.role in (Role.TOTAL_COST, Role.LABOUR_COST)
    if not is_cost or {Role.HOURS, Role.TOTAL_HOURS, Role.LABOUR_COST} & {*candidate.factors}:
        return None
    if row.all(Role.HOURS):
        return None  # then the costs of one action are held against those hours themselves
    by_hours = next((found for found in _from_hours(row) if len(found.factors) == _PLAIN), None)
    if by_hours is None or abs(by_hours.value()) <= abs(entry.exact):
        return None
    if explain(entry, by_hours.value) is not None:
        return None
    return Hint(code=HintCode.HOURS_SAY, amount=in_unit(by_hours.value(), entry))


_PLAIN = 2  # hours and a rate, and nothing else


def _unused(calculation: Calculation, line: Line) -> Iterator[Hint]:
    for column in calculation.with_role(Role.OTHER):
        if column.title and column.index in line.entries:
            yield Hint(code=HintCode.UNUSED_COLUMN, text=column.title)


def _checked(calculation: Calculation, line: Line, column: Column, entry: Entry) -> Checked:
    return Checked(
        sheet=calculation.sheet, cell=entry.cell, row=line.number, name=line.name,
        column=column.title or column.letter, column_index=column.index, role=column.role,
        published=entry.value, places=entry.places, status=Status.UNREADABLE,
    )  # fmt: skip


def _outcome(
    checked: Checked,
    candidate: Sum,
    status: Status,
    roundings: tuple[Rounding, ...],
    hints: Iterable[Hint],
    entry: Entry,
) -> Checked:
    return checked.model_copy(
        update={
            "status": status,
            "computed": in_unit(candidate.value(), entry),
            "factors": candidate.factors,
            "roundings": roundings,
            "hints": tuple(hints),
        }
    )


def in_unit(value: Fraction, entry: Entry) -> Decimal:
    """Return ``value`` in the unit of a figure."""
    return to_decimal(value / FACTORS[entry.scale])


def _unreadable(
    calculation: Calculation,
    line: Line,
    column: Column,
    broken: Unreadable | None,
    entry: Entry | None = None,
) -> Checked:
    cell = entry.cell if entry else (broken.cell if broken else "")
    hints = () if broken else (Hint(code=HintCode.NO_INPUTS, text=_lacking(calculation, line)),)
    return Checked(
        sheet=calculation.sheet, cell=cell, row=line.number, name=line.name,
        column=column.title or column.letter, column_index=column.index, role=column.role,
        published=entry.value if entry else None, places=entry.places if entry else 0,
        status=Status.UNREADABLE, unreadable=broken, hints=hints,
    )  # fmt: skip


def _lacking(calculation: Calculation, line: Line) -> str:
    inputs = calculation.with_role(Role.NUMBER, Role.HOURS, Role.RATE, Role.PURCHASES)
    return ", ".join(c.title or c.letter for c in inputs if c.index not in line.entries)


def _input_hints(calculation: Calculation, line: Line) -> Iterator[Hint]:
    for column in calculation.with_role(Role.HOURS, Role.EXTERNAL_HOURS):
        entry = line.entries.get(column.index)
        if entry is not None and entry.value < 0:
            yield Hint(code=HintCode.NEGATIVE_TIME, text=entry.cell)
    for column in calculation.with_role(Role.NUMBER, Role.RESPONSES):
        entry = line.entries.get(column.index)
        if entry is not None and entry.value < 0:
            yield Hint(code=HintCode.NEGATIVE_NUMBER, text=entry.cell)
    for column in calculation.with_role(Role.SHARE, Role.FREQUENCY):
        if line.entries and column.index not in line.entries:
            yield Hint(code=HintCode.EMPTY_AS_ONE, text=column.title or column.letter)


# --- how a figure can come about ------------------------------------------------------------------


def sums(row: Row, column: Column) -> Iterator[Sum]:
    """Yield the ways in which the figure in ``column`` may follow, the most direct first."""
    for found in _WAYS[column.role](row, column):
        if row.skips(found.factors, column):
            continue
        usual = row.first(Role.USUAL)
        if usual is not None and column.role is Role.TOTAL_COST:
            factors = (*found.factors, Role.USUAL)
            yield replace(found, factors=factors, kept=_ONE - usual)
        if usual is None or column.role is not Role.TOTAL_COST or row.has_several_totals:
            yield found


def _numbers(row: Row, *, once: bool = False) -> Iterator[tuple[tuple[Role, ...], Fraction]]:
    """Yield what a row is multiplied by: firms, their share, and how often unless ``once``."""
    counted = row.all(Role.NUMBER)
    roles = tuple(r for r in (Role.NUMBER, Role.SHARE, Role.FREQUENCY) if row.all(r))
    share, often = _product(row.all(Role.SHARE)), _product(row.all(Role.FREQUENCY))
    if not counted and row.has_column(Role.NUMBER, Role.RESPONSES):
        counted = []
    elif not counted:
        yield roles, share * often
    for number in dict.fromkeys([*counted[-1:], *counted[:1], sum(counted, Fraction(0))]):
        if counted and once:
            yield tuple(role for role in roles if role is not Role.FREQUENCY), number * share
        if counted:
            yield roles, number * share * often
    for responses in row.all(Role.RESPONSES):
        yield (Role.RESPONSES,), responses


def _product(factors: list[Fraction]) -> Fraction:
    product = _ONE
    for factor in factors:
        product *= factor
    return product


Times = tuple[tuple[Role, ...], tuple[tuple[Fraction, Fraction], ...]]
"""What is in it, and hours with their rates."""


def _times(row: Row) -> Iterator[Times]:
    """Yield hours with their rates: as many pairs as there are of both; one rate goes for all."""
    bought, fees = row.all(Role.EXTERNAL_HOURS), row.all(Role.EXTERNAL_RATE)
    outside = _paired(bought, fees) if bought and fees else ()
    outside_roles = (Role.EXTERNAL_HOURS, Role.EXTERNAL_RATE) if outside else ()
    hours = row.all(Role.HOURS)
    if hours and row.all(Role.RATE):
        for roles, rates in _rates(row):
            yield (Role.HOURS, *roles, *outside_roles), (*_paired(hours, rates), *outside)
    elif outside:
        yield outside_roles, outside


def _paired(hours: list[Fraction], rates: list[Fraction]) -> tuple[tuple[Fraction, Fraction], ...]:
    return tuple(zip(hours, rates * len(hours) if len(rates) == 1 else rates, strict=False))


def _rates(row: Row) -> Iterator[tuple[tuple[Role, ...], list[Fraction]]]:
    """Yield rates, with what comes on top of them; of a bare and a loaded one the latter first."""
    rates = row.all(Role.RATE)
    if not rates:
        return
    surcharge = row.first(Role.SURCHARGE)
    if surcharge is not None and len(rates) == 1:
        factor = surcharge if surcharge > 1 else 1 + surcharge
        yield (Role.RATE, Role.SURCHARGE), [rates[0] * factor]
    is_bare_and_loaded = len(rates) > 1 and len(row.all(Role.HOURS)) <= 1
    if is_bare_and_loaded:
        yield (Role.RATE,), rates[-1:]
    yield (Role.RATE,), rates


def _each(row: Row) -> tuple[tuple[Role, ...], Fraction]:
    bought = row.all(Role.PURCHASES)
    return ((Role.PURCHASES,) if bought else ()), sum(bought, Fraction(0))


def _responses(row: Row, _: Column) -> Iterator[Sum]:
    counted = row.first(Role.NUMBER)
    share, often = row.all(Role.SHARE), row.all(Role.FREQUENCY)
    if counted is None or not (share or often):
        return
    with_share = (Role.SHARE,) if share else ()
    with_often = (Role.FREQUENCY,) if often else ()
    factors = (Role.NUMBER, *with_share, *with_often)
    yield Sum(factors, counted * _product(share) * _product(often), each=_ONE)


def _unit_cost(row: Row, _: Column) -> Iterator[Sum]:
    bought, each = _each(row)
    for roles, times in _times(row):
        yield Sum((*roles, *bought), times=times, each=each)
        if bought:
            yield Sum(roles, times=times)
        if often := row.all(Role.FREQUENCY):
            factors = (Role.FREQUENCY, *roles, *bought)
            yield Sum(factors, _product(often), times=times, each=each)


def _total_hours(row: Row, _: Column | None = None) -> Iterator[Sum]:
    hours, external = row.all(Role.HOURS), row.all(Role.EXTERNAL_HOURS)
    if not hours:
        return
    for roles, number in _numbers(row):
        if roles:
            yield Sum((*roles, Role.HOURS), number, tuple((h, _ONE) for h in hours))
            if external:
                both = (*hours, *external)
                factors = (*roles, Role.HOURS, Role.EXTERNAL_HOURS)
                yield Sum(factors, number, tuple((h, _ONE) for h in both))


def _days(row: Row, _: Column) -> Iterator[Sum]:
    for role in (Role.TOTAL_HOURS, Role.HOURS):
        for hours in row.all(role):
            yield Sum((role,), times=((hours, 1 / _HOURS_A_DAY),))
    for found in _total_hours(row):
        yield replace(found, times=tuple((h, 1 / _HOURS_A_DAY) for h, _ in found.times))


def _labour_cost(row: Row, column: Column) -> Iterator[Sum]:
    for roles, times in _times(row):
        for counted, number in _numbers(row, once=column.once):
            yield Sum((*counted, *roles), number, times)
    yield from _from_hours(row)


def _total_purchases(row: Row, column: Column) -> Iterator[Sum]:
    bought, each = _each(row)
    if bought:
        for counted, number in _numbers(row, once=column.once):
            if counted:
                yield Sum((*counted, *bought), number, each=each)


def _total_cost(row: Row, column: Column) -> Iterator[Sum]:
    """All costs: from inputs first, then from figures that were published on the way."""
    if row.all(Role.LABOUR_COST) and row.all(Role.TOTAL_PURCHASES):
        yield from _from_parts(row)  # both stand there: then all costs are those, and no less
        return
    ways = list(_times(row))
    bought, each = _each(row)
    counted = list(_numbers(row, once=column.once))
    for roles, times in ways:
        for counting, number in counted:
            yield Sum((*counting, *roles, *bought), number, times, each)
        if bought:
            yield from _purchases_once(row, counted, roles, times)
    if not ways and bought and not row.all(Role.TOTAL_HOURS):
        for counting, number in counted:
            if counting:
                yield Sum((*counting, *bought), number, each=each)
    for cost in row.all(Role.UNIT_COST):
        yield from _from_unit_cost(row, cost, counted)
    if not ways:
        yield from _from_hours(row)
    yield from _from_parts(row)
    others = row.besides(column)
    if len(others) > 1:
        yield Sum((), Fraction(0), fixed=sum(others, Fraction(0)))


def _purchases_once(
    row: Row,
    counted: list[tuple[tuple[Role, ...], Fraction]],
    roles: tuple[Role, ...],
    times: tuple[tuple[Fraction, Fraction], ...],
) -> Iterator[Sum]:
    """Yield sums with purchases once for each firm, however often it acts."""
    _, each = _each(row)
    firms = row.first(Role.NUMBER)
    for counting, number in counted:
        if firms is not None and number != firms:
            factors = (*counting, *roles, Role.TOTAL_PURCHASES)
            yield Sum(factors, number, times, fixed=firms * each)
        if row.has_several_totals or row.has_column(Role.TOTAL_PURCHASES):
            yield Sum((*counting, *roles), number, times)


def _from_unit_cost(
    row: Row, cost: Fraction, counted: list[tuple[tuple[Role, ...], Fraction]]
) -> Iterator[Sum]:
    for counting, number in counted:
        if counting:
            yield Sum((*counting, Role.UNIT_COST), number, each=cost)
    if row.all(Role.FREQUENCY) and _has_frequency_inside(row, cost):
        share = _product(row.all(Role.SHARE))
        for firms in row.all(Role.NUMBER):
            yield Sum((Role.NUMBER, Role.UNIT_COST), firms * share, each=cost)


def _has_frequency_inside(row: Row, cost: Fraction) -> bool:
    """Whether costs are those of one firm in a year, rather than of one action."""
    if any(entry.exact == cost for entry in row.firm_costs):
        return True
    _, each = _each(row)
    often = _product(row.all(Role.FREQUENCY))
    return any(
        Sum((), often, times, each).value() == cost and often != 1 for _, times in _times(row)
    )


def _from_hours(row: Row) -> Iterator[Sum]:
    """Yield hours as published times the rate, with and without purchases."""
    hours = row.first(Role.TOTAL_HOURS)
    if hours is None:
        return
    for roles, rates in _rates(row):
        if len(rates) == 1:
            plain = Sum((Role.TOTAL_HOURS, *roles), times=((hours, rates[0]),))
            yield from _with_purchases(row, plain)


def _with_purchases(row: Row, plain: Sum) -> Iterator[Sum]:
    bought = row.all(Role.TOTAL_PURCHASES)
    if bought:
        factors = (*plain.factors, Role.TOTAL_PURCHASES)
        yield replace(plain, factors=factors, fixed=sum(bought, Fraction(0)))
    role, each = _each(row)
    if role:
        for counting, number in _numbers(row):
            if counting:
                yield replace(plain, factors=(*plain.factors, *role), fixed=number * each)
    yield plain


def _from_parts(row: Row) -> Iterator[Sum]:
    labour, bought = row.all(Role.LABOUR_COST), row.all(Role.TOTAL_PURCHASES)
    if labour and bought:
        parts = sum((*labour, *bought), Fraction(0))
        yield Sum((Role.LABOUR_COST, Role.TOTAL_PURCHASES), Fraction(0), fixed=parts)
    amounts = row.all(Role.AMOUNT) if row.adds_across else []
    for shown in (amounts, amounts[:-1]):  # the last may be that of every later year
        if len(shown) > 1:
            yield Sum((), Fraction(0), fixed=sum(shown, Fraction(0)))


_WAYS = {
    Role.RESPONSES: _responses,
    Role.UNIT_COST: _unit_cost,
    Role.TOTAL_HOURS: _total_hours,
    Role.DAYS: _days,
    Role.LABOUR_COST: _labour_cost,
    Role.TOTAL_PURCHASES: _total_purchases,
    Role.TOTAL_COST: _total_cost,
}


# --- what does not follow -------------------------------------------------------------------------


def _what_is_wrong(
    candidate: Sum, row: Row, column: Column, entry: Entry
) -> tuple[Status, list[Hint]]:
    status, hints = Status.DOES_NOT_FOLLOW, list(_guesses(candidate, row, entry))
    if entry.value and any(not often for often in row.all(Role.FREQUENCY)):
        hints.append(Hint(code=HintCode.ZERO_FREQUENCY))
    if column.role in (Role.TOTAL_COST, Role.LABOUR_COST) and candidate.times:
        by_hours = _by_unfounded_hours(row)
        if by_hours is not None:
            follows = explain_result(entry, by_hours) is not None
            code = HintCode.FROM_HOURS if follows else HintCode.HOURS_SAY
            status = status if follows else Status.CONTRADICTS_HOURS
            hints.insert(0, Hint(code=code, amount=in_unit(by_hours, entry)))
    return status, hints


def _by_unfounded_hours(row: Row) -> Fraction | None:
    """Return the costs of the hours as published, where these do not follow from the inputs."""
    published = next(iter(row.entries(Role.TOTAL_HOURS)), None)
    own = next(_total_hours(row), None)
    costs = next(_from_hours(row), None)
    if published is None or own is None or costs is None:
        return None
    return None if explain(published, own.value) is not None else costs.value()


def _guesses(candidate: Sum, row: Row, entry: Entry) -> Iterator[Hint]:
    """Yield the first of the mistakes often made that gives exactly this figure."""
    for code, other in _mistakes(candidate, row):
        if other != candidate.value() and explain_result(entry, other) is not None:
            yield Hint(code=code)
            return


def _mistakes(candidate: Sum, row: Row) -> Iterator[tuple[HintCode, Fraction]]:
    value = candidate.value()
    often, share = _product(row.all(Role.FREQUENCY)), _product(row.all(Role.SHARE))
    if often and Role.FREQUENCY in candidate.factors:
        yield HintCode.FREQUENCY_IGNORED, value / often
        yield HintCode.FREQUENCY_TWICE, value * often
    if share and Role.SHARE in candidate.factors:
        yield HintCode.SHARE_IGNORED, value / share
    if candidate.times:
        yield HintCode.MINUTES_AS_HOURS, value * 60
        yield HintCode.MINUTES_AS_HOURS, value / 60
        yield HintCode.PURCHASES_LEFT_OUT, replace(candidate, each=Fraction(0)).value()
    for power in _POWERS:
        yield HintCode.FACTOR_TEN, value * Fraction(10) ** power
    yield HintCode.SIGN, -value


_POWERS = (1, 2, 3, 6, -1, -2, -3, -6)
