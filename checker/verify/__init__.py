"""Does the arithmetic of somebody's calculation again, and says of each figure whether it follows.

Rows are multiplied again (:mod:`products`), columns added again (:mod:`totals`). A figure either
follows exactly, or after a rounding that can be named (:mod:`rounding`), or not. There is no
tolerance: "about right" is not an outcome, for that is how wrong sums pass.
"""

from collections.abc import Iterable, Sequence

from checker.models.verification import Calculation, CheckedCalculation, Status, Verification
from checker.verify.products import check_rows
from checker.verify.totals import check_totals

_GOOD = (Status.FOLLOWS, Status.FOLLOWS_ROUNDED)


def verify(file: str, readings: Iterable[Sequence[Calculation]]) -> Verification:
    """Check the calculations of a file.

    Args:
        file: how it is called.
        readings: of each calculation the ways in which it can be read, the most likely first. The
            one in which most figures follow is taken, for that is what its writer meant.
    """
    found = tuple(max(map(check, each), key=_fit) for each in readings)
    # Other tables on the sheets, such as a list of abbreviations, are nobody's calculation.
    with_figures = tuple(one for one in found if one.figures)
    return Verification(file=file, calculations=with_figures or found)


def check(calculation: Calculation) -> CheckedCalculation:
    """Check one calculation, read in one way."""
    rows = check_rows(calculation)
    return CheckedCalculation(
        calculation=calculation, rows=rows, totals=check_totals(calculation, rows)
    )


def _fit(checked: CheckedCalculation) -> int:
    return sum(figure.status in _GOOD for figure in checked.figures)
