"""Which roundings can explain a figure.

The family is small on purpose: with enough roundings any figure follows from any inputs. These
were met in published tables, or are what a person does on paper:

- the result, to the decimals that are shown, or to tens, hundreds and so on where its whole
  column ends in as many zeros and three figures remain;
- the number of cases, the costs of one action, the hours of all actions: to whole ones, before
  the calculation goes on, the number and the hours also both;
- the costs of one action to cents; the hours of one action to one up to four decimals, and to
  whole ones where they are at least one and costs follow from them;
- hours that stand for whole minutes, such as 0.33 for 20 minutes.

Each is half up, up or down, and in one figure always the same. Rounding down an intermediate, or
to other decimals, is not tried.
"""

import math
from collections.abc import Callable, Iterator
from decimal import Decimal, localcontext
from fractions import Fraction

from checker.models.verification import FACTORS, Entry, Rounding, Subject, Way

Round = Callable[[Subject, Fraction], Fraction]
Calculate = Callable[[Round], Fraction]

_ONE, _HALF = Fraction(1), Fraction(1, 2)
_KEPT_FIGURES = 3
_FLOATING_FROM = 7
"""A figure with so many decimals comes out of binary arithmetic."""
_NOISE = Fraction(1, 10**9)
_BINARY = Fraction(1, 10**12)
"""What a third of an hour in a spreadsheet may be off: no figure is published so precisely."""

_PLAIN = (
    (Subject.UNIT_COST,), (Subject.NUMBER,), (Subject.TOTAL_HOURS,),
    (Subject.NUMBER, Subject.TOTAL_HOURS),
)  # fmt: skip
INTERMEDIATE: tuple[tuple[Rounding, ...], ...] = (
    *(
        tuple(Rounding(subject=subject, way=way) for subject in subjects)
        for way in (Way.HALF_UP, Way.UP)
        for subjects in _PLAIN
    ),
    (Rounding(subject=Subject.UNIT_COST, places=2),),
    (Rounding(subject=Subject.HOURS_EACH, places=2),),
    (Rounding(subject=Subject.HOURS_EACH, places=1),),
    (Rounding(subject=Subject.HOURS_EACH, places=3),),
    (Rounding(subject=Subject.HOURS_EACH, places=4),),
    (Rounding(subject=Subject.MINUTES),),
    (Rounding(subject=Subject.WHOLE_HOURS),),
    (Rounding(subject=Subject.WHOLE_HOURS, way=Way.UP),),
)
"""Roundings on the way, the simplest first."""


def explain(entry: Entry, calculate: Calculate) -> tuple[Rounding, ...] | None:
    """Return the roundings with which ``entry`` follows: none at all if it does so exactly.

    Args:
        entry: the figure as published.
        calculate: gives the figure, rounding on the way what it is told to.

    Returns:
        None where no rounding explains it.
    """
    exact = calculate(unrounded)
    at_the_end = explain_result(entry, exact)
    if at_the_end is not None:
        return at_the_end
    for roundings in INTERMEDIATE:
        value = calculate(rounder(roundings))
        if value == exact:
            continue
        if is_same(entry, value):
            return roundings
        if (end := _shown(entry, value, Way.HALF_UP)) is not None:
            return (*roundings, end)
    return None


def explain_result(entry: Entry, exact: Fraction) -> tuple[Rounding, ...] | None:
    """Return with which rounding of the result ``entry`` is ``exact``; None where with none."""
    if is_same(entry, exact):
        return ()
    for way in Way:
        if (found := _shown(entry, exact, way)) is not None:
            return (found,)
    for places in _tens(entry):
        found = Rounding(subject=Subject.RESULT, places=places)
        if rounded(_in_unit(entry, exact), found) == Fraction(entry.value):
            return (found,)
    return None


def is_same(entry: Entry, exact: Fraction) -> bool:
    """Whether a figure is ``exact``, but for the noise of binary arithmetic."""
    value, wanted = Fraction(entry.value), _in_unit(entry, exact)
    if abs(value - wanted) <= _BINARY * abs(wanted):
        return True
    noise = _NOISE * max(_ONE, abs(wanted))
    return entry.places >= _FLOATING_FROM and abs(value - wanted) <= noise


def unrounded(_: Subject, value: Fraction) -> Fraction:
    """Round nothing."""
    return value


def rounder(roundings: tuple[Rounding, ...]) -> Round:
    """Return what rounds as ``roundings`` say."""
    by_subject = {rounding.subject: rounding for rounding in roundings}

    def round_one(subject: Subject, value: Fraction) -> Fraction:
        if subject is Subject.HOURS_EACH and Subject.MINUTES in by_subject:
            return as_minutes(value)
        found = by_subject.get(subject)
        return value if found is None else rounded(value, found)

    return round_one


def rounded(value: Fraction, rounding: Rounding) -> Fraction:
    """Return ``value`` rounded; half up and up are away from zero."""
    scale = Fraction(10) ** rounding.places
    size = abs(value) * scale
    whole = {
        Way.HALF_UP: math.floor(size + _HALF),
        Way.UP: math.ceil(size),
        Way.DOWN: math.floor(size),
    }[rounding.way]
    return (whole if value >= 0 else -whole) / scale


def as_minutes(hours: Fraction) -> Fraction:
    """Return the whole minutes that a decimal fraction of an hour stands for; else ``hours``."""
    minutes = rounded(hours * 60, Rounding(subject=Subject.MINUTES)) / 60
    is_cut = any(
        rounded(minutes, Rounding(subject=Subject.MINUTES, places=places)) == hours
        for places in (2, 3, 4)
    )
    return minutes if is_cut else hours


def to_decimal(value: Fraction) -> Decimal:
    """Return ``value`` to twenty decimals, and without zeros at its end."""
    scaled = rounded(value, Rounding(subject=Subject.RESULT, places=_DECIMALS))
    with localcontext(prec=_DIGITS):
        return Decimal(f"{(Decimal(scaled.numerator) / scaled.denominator).normalize():f}")


_DECIMALS, _DIGITS = 20, 200


def _in_unit(entry: Entry, exact: Fraction) -> Fraction:
    return exact / FACTORS[entry.scale]


def _shown(entry: Entry, exact: Fraction, way: Way) -> Rounding | None:
    """Return the rounding to the decimals that the figure shows, if that makes it follow."""
    found = Rounding(subject=Subject.RESULT, way=way, places=entry.places)
    follows = rounded(_in_unit(entry, exact), found) == Fraction(entry.value)
    return found if follows else None


def _tens(entry: Entry) -> Iterator[int]:
    """Yield how far a whole figure may have been rounded, by the zeros at its column's end."""
    if entry.places > 0 or not entry.value:
        return
    digits = f"{abs(entry.value):f}".partition(".")[0]
    zeros = len(digits) - len(digits.rstrip("0"))
    for count in range(1, min(zeros, entry.zeros) + 1):
        if len(digits) - count >= (1 if entry.is_rounded else _KEPT_FIGURES):
            yield -count
