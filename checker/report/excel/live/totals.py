"""Formulas that add up the sums of the calculation: all, or those of a class or an obligation."""

from collections.abc import Callable
from decimal import Decimal

from checker.models.cost import Range, Totals, known
from checker.models.size_class import SizeClass
from checker.report.excel.cells import Formula
from checker.report.excel.live.plan import TOTAL, Part
from checker.report.excel.view import View

AMOUNTS = ("one_off", "recurring", "hours_one_off", "hours_recurring")
_ENDS = {"low": "_low", "mid": "", "high": "_high"}

Where = Callable[[str], str]
"""Gives the formula that adds up a column, by its key."""


def added(view: View, part: Part = TOTAL, **criteria: str | int) -> Where:
    """Return how to add up the sums that count for ``part``.

    Args:
        view: whose names are used.
        part: what they count for.
        criteria: what else they must have, by the key of the column; a text that begins with
            ``$`` is a cell.
    """

    def formula(column: str) -> str:
        wanted = [("counts_for", view.part(part)), *criteria.items()]
        tests = "".join(f",{view.name(key)},{_criterion(value)}" for key, value in wanted)
        return f"=SUMIFS({view.name(column)}{tests})"

    return formula


def both(where: Where) -> Where:
    """Return how to add up one-off costs and those of one year, whichever end is asked for."""

    def formula(column: str) -> str:
        end = column.removeprefix("first_year")
        return f"{where('one_off' + end)}+{where('recurring' + end)[1:]}"

    return formula


def by_origin(view: View, origin: str) -> Where:
    """Return how to add up what EU law, national choices or neither is known to cause."""
    everything = added(view)
    unknown = added(view, origin=view.say("live/not_known"))

    def national(column: str) -> str:
        counted = f'({view.name("counts_for")}="{view.part(TOTAL)}")'
        return f"=SUMPRODUCT({counted}*{view.name(column)}*{view.name('national')})"

    def rest(column: str) -> str:
        taken = "".join(f"-{part(column)[1:]}" for part in (national, unknown))
        return f"{everything(column)}{taken}"

    return {"eu": rest, "national": national, "unknown": unknown}[origin]


def amounts(where: Where, totals: Totals | None, *, complete: bool) -> list[Formula | None]:
    """Return the middle of euro and hours, once and every year; None for what is not known."""
    if totals is None:
        return [None] * len(AMOUNTS)
    found = {part: known(getattr(totals, part).mid, complete=complete) for part in AMOUNTS}
    return [None if value is None else Formula(where(part), value) for part, value in found.items()]


def ends(where: Where, column: str, amount: Range | None) -> list[Formula | None]:
    """Return lowest, middle and highest of a column; None where it is not known."""
    if amount is None:
        return [None] * len(_ENDS)
    return [Formula(where(column + suffix), getattr(amount, end)) for end, suffix in _ENDS.items()]


def quotient(amount: str, by: str, value: Decimal | None, absent: str) -> Formula | None:
    """Return an amount divided by a number that may become zero; None where there is none."""
    if value is None:
        return None
    return Formula(f'=IF({by}=0,"{absent}",{amount}/{by})', value)


def class_amounts(view: View, size: SizeClass) -> Where:
    """Return how to add up the sums of a size class."""
    return added(view, size_class=view.size(size))


def _criterion(value: str | int) -> str:
    if isinstance(value, int) or value.startswith("$"):
        return str(value)
    doubled = value.replace('"', '""')
    return f'"{doubled}"'
