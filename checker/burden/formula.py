"""The formula of the standard cost model, for one line: one activity in one size class.

``quantity × (hours × tariff + external hours × external rate + purchases) × (1 − usual)``, with
``quantity = firms × share × frequency × persons per firm``, or a number of events a year.

The formula is written once, for any sort of number: exact decimals for the result, arrays of
floats for a simulation of thousands of draws. Only divisions can be inexact; they come last, and
leave more decimals than any sum needs, so that parts add up to the whole to the last digit.

Source: the International Standard Cost Model Manual (price × quantity); see ``rules/sources.yaml``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Any, Literal

from checker.models.cost import InputKind, Inputs, Line, Range, Totals, Variable
from checker.models.obligation import Effect, Timing

EXACT = Context(prec=250, rounding=ROUND_HALF_EVEN)
"""Wide enough to multiply every input of a line without losing a digit."""
_DECIMAL_PLACES = 40
_LAST_PLACE = Decimal(1).scaleb(-_DECIMAL_PLACES)
_MINUTES_PER_HOUR = Decimal(60)
_FALLING = frozenset({InputKind.OVERLAP, InputKind.BUSINESS_AS_USUAL, InputKind.RESIDUAL})
"""Inputs of which more means that it costs less."""

End = Literal["low", "high"]
Pick = Callable[[Variable], Any]
"""Gives the value of an input: a decimal, or an array."""


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """What the formula needs besides + − ×, for one sort of number."""

    number: Callable[[Decimal], Any]
    """Turns a constant into that sort."""
    divide: Callable[[Any, Any], Any]
    positive: Callable[[Any], Any]
    """Returns the number, or zero where it is below."""
    least: Callable[[list[Any]], Any] = min
    most: Callable[[list[Any]], Any] = max
    fixed: Callable[[str, Decimal], Any] | None = None
    """Gives an input without a range by its name in :class:`Inputs`; left out, its number."""

    def plain(self, name: str, value: Decimal | None, *, absent: Decimal = Decimal(1)) -> Any:
        """Return an input without a range: ``every_years``, ``lifetime``, ``events_weight``."""
        if value is None or self.fixed is None:
            return self.number(absent if value is None else value)
        return self.fixed(name, value)


def _divide(value: Decimal, by: Decimal) -> Decimal:
    quotient = value / by
    exponent = quotient.as_tuple().exponent
    is_long = isinstance(exponent, int) and exponent < -_DECIMAL_PLACES
    return quotient.quantize(_LAST_PLACE) if is_long else quotient


DECIMALS = Arithmetic(lambda value: value, _divide, lambda value: max(value, Decimal(0)))


@dataclass(frozen=True, slots=True)
class Amounts:
    """Result of the formula for one line with one value for each input; sign included."""

    one_off: Any
    recurring: Any
    hours_one_off: Any
    hours_recurring: Any


def amounts(line: Line, pick: Pick, arithmetic: Arithmetic = DECIMALS) -> Amounts:
    """Return what ``line`` costs, with each input at the value that ``pick`` gives.

    Args:
        line: the activity in its size class.
        pick: value of an input.
        arithmetic: for the sort of number that ``pick`` gives.

    Returns:
        Euro and hours; negative where the line is a saving.
    """
    given, number, divide = line.inputs, arithmetic.number, arithmetic.divide
    zero = number(Decimal(0))
    counted = quantity(given, pick, arithmetic)
    if given.business_as_usual is not None:
        counted = counted * (number(Decimal(1)) - pick(given.business_as_usual))
    if line.effect is Effect.ABOLISHED:
        counted = -counted
    hours, each = zero, zero
    own, bought = number(Decimal(1)), number(Decimal(1))
    if given.outsourced is not None:
        bought = pick(given.outsourced)
        own = own - bought
    every = arithmetic.plain("every_years", given.every_years or None)
    per_hour = number(_MINUTES_PER_HOUR) * every
    if given.minutes is not None:
        minutes = counted * pick(given.minutes) * own
        hours = divide(minutes, per_hour)
        if given.tariff is not None:
            each = divide(minutes * pick(given.tariff), per_hour)
    if given.external_hours is not None and given.external_rate is not None:
        fee = counted * pick(given.external_hours) * pick(given.external_rate) * bought
        each = each + divide(fee, every)
    if given.purchases is not None:
        each = each + divide(counted * pick(given.purchases), every)
    if line.timing is Timing.RECURRING:
        return Amounts(zero, each, zero, hours)
    return Amounts(each, zero + _upkeep(given, counted, pick, arithmetic), hours, zero)


def quantity(given: Inputs, pick: Pick, arithmetic: Arithmetic = DECIMALS) -> Any:
    """Return how often the activity is done: a year, or once; before ``every_years``."""
    number = arithmetic.number
    if given.events is not None:
        count = pick(given.events) * arithmetic.plain("events_weight", given.events_weight)
    else:
        firms = sum((pick(firms) for firms in given.firms), number(Decimal(0)))
        if given.overlaps:
            firms = arithmetic.positive(firms - sum(pick(twice) for twice in given.overlaps))
        count = firms
        for variable in (given.starters, given.share, given.per_firm, given.times):
            if variable is not None:
                count = count * pick(variable)
    return count


def _upkeep(given: Inputs, counted: Any, pick: Pick, arithmetic: Arithmetic) -> Any:
    """Return euro a year for what was bought once: maintenance, and replacement when it is worn."""
    year = arithmetic.number(Decimal(0))
    if given.maintenance is not None:
        year = year + counted * pick(given.maintenance)
    if given.purchases is not None and given.lifetime is not None:
        price = pick(given.purchases)
        if given.residual is not None:
            price = arithmetic.positive(price - pick(given.residual))
        lasts = arithmetic.plain("lifetime", given.lifetime)
        year = year + arithmetic.divide(counted * price, lasts)
    return year


def totals(line: Line) -> Totals:
    """Return lowest, middle and highest costs of ``line``. Needs :data:`EXACT` as context."""
    middle = amounts(line, lambda variable: variable.mid)
    if not any(variable.is_range for variable in line.inputs.variables):
        low = high = middle
    else:
        low, high = extremes(line, getattr)
    fields = ("one_off", "recurring", "hours_one_off", "hours_recurring")
    return Totals(*(Range(getattr(low, f), getattr(middle, f), getattr(high, f)) for f in fields))


def extremes(
    line: Line, at: Callable[[Variable, End], Any], arithmetic: Arithmetic = DECIMALS
) -> tuple[Amounts, Amounts]:
    """Return the least and the most that each amount can be.

    Each input pushes the amount one way only, but for the part that is outsourced: whether that
    makes it cheaper depends on the others, so both its ends are tried.

    Args:
        line: the activity in its size class.
        at: the lowest or highest value of an input.
        arithmetic: for the sort of number that ``at`` gives.
    """
    least = _corners(line, at, arithmetic, upward=False)
    most = _corners(line, at, arithmetic, upward=True)
    if line.effect is Effect.ABOLISHED:
        least, most = most, least
    return _each(arithmetic.least, least), _each(arithmetic.most, most)


def _corners(
    line: Line, at: Callable[[Variable, End], Any], arithmetic: Arithmetic, *, upward: bool
) -> list[Amounts]:
    def corner(outsourced: End) -> Amounts:
        def pick(variable: Variable) -> Any:
            if variable.kind is InputKind.OUTSOURCED:
                return at(variable, outsourced)
            return at(variable, "high" if upward is not (variable.kind in _FALLING) else "low")

        return amounts(line, pick, arithmetic)

    ends: tuple[End, ...] = ("low", "high") if line.inputs.outsourced is not None else ("low",)
    return [corner(end) for end in ends]


def _each(choose: Callable[[list[Any]], Any], found: list[Amounts]) -> Amounts:
    if len(found) == 1:
        return found[0]
    return Amounts(
        choose([a.one_off for a in found]),
        choose([a.recurring for a in found]),
        choose([a.hours_one_off for a in found]),
        choose([a.hours_recurring for a in found]),
    )
