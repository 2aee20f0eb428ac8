"""Does the arithmetic of somebody's calculation again, and says of each figure whether it follows.

Rows are multiplied again (:mod:`products`), columns added again (:mod:`totals`). A figure either
follows exactly, or after a rounding that can be named (:mod:`rounding`), or not. There is no
tolerance: "about right" is not an outcome, for that is how wrong sums pass.
"""

from collections.abc import Iterable, Sequence

from checker.models.verification import (
    Calculation,
    CheckedCalculation,
    Reading,
    Role,
    Status,
    Verification,
)
from checker.verify.products import check_rows
from checker.verify.totals import check_totals

_GOOD = (Status.FOLLOWS, Status.FOLLOWS_ROUNDED)


def verify(file: str, readings: Iterable[Sequence[Reading]]) -> Verification:
    """Check the calculations of a file.

    Args:
        file: how it is called.
        readings: of each calculation the ways in which it can be read, the most likely first. The
            one in which most figures follow is taken, for that is what its writer meant; of a
            long table the first rows decide.
    """
    likeliest = (_likeliest(each).read() for each in readings)
    found = tuple(check(one) for one in likeliest if one is not None)
    # Other tables on the sheets, such as a list of abbreviations, are nobody's calculation.
    with_figures = tuple(one for one in found if one.figures)
    return Verification(file=file, calculations=with_figures or found)


def check(calculation: Calculation) -> CheckedCalculation:
    """Check one calculation, read in one way."""
    rows = check_rows(calculation)
    return CheckedCalculation(
        calculation=calculation, rows=rows, totals=check_totals(calculation, rows)
    )


_ENOUGH = 60
"""Rows that are enough to see how a table is meant."""


def _likeliest(readings: Sequence[Reading]) -> Reading:
    def fit(reading: Reading) -> tuple[int, int]:
        beginning = reading.read(_ENOUGH)
        return (0, -1) if beginning is None else _fit(check(beginning))

    return readings[0] if len(readings) == 1 else max(readings, key=fit)


def _fit(checked: CheckedCalculation) -> tuple[int, int]:
    """Return how well a reading fits; a part of a firm or of a case is no likely reading."""
    calculation = checked.calculation
    counted = {column.index for column in calculation.with_role(Role.NUMBER, Role.RESPONSES)}
    doubtful = {entry.cell for entry in calculation.assumed}
    parts = sum(
        entry.cell in doubtful and entry.places > 0
        for line in calculation.lines
        for index, entry in line.entries.items()
        if index in counted
    )
    return -parts, sum(figure.status in _GOOD for figure in checked.figures)
