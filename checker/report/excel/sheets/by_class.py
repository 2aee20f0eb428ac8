"""Costs by size class, per firm and per working person, and how small and large compare.

Amounts are formulas over the sheet with every sum; what is per firm divides the cells above it.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from checker.burden.audiences import Audience
from checker.burden.classes import BELOW_50, FROM_50, FROM_250, TEN_TO_49
from checker.models.cost import ClassCosts, Range, Ratio, known
from checker.models.regulation import Addressee
from checker.models.size_class import SizeClass
from checker.report.excel.book import Sheet, address
from checker.report.excel.cells import Cell, Formula
from checker.report.excel.live import totals as live
from checker.report.excel.live.plan import TOTAL
from checker.report.excel.live.terms import Term, call, constant, total
from checker.report.excel.live.totals import AMOUNTS
from checker.report.excel.table import put_figures, put_headings
from checker.report.excel.view import View

WIDTHS = (46, 17, 17, 17, 17, 17, 17, 18)
LAST = len(WIDTHS) - 1
AMOUNT_STYLES = ("euro", "euro", "hours", "hours")
TOTAL_STYLES = ("euro_strong", "euro_strong", "hours_strong", "hours_strong")
RATIOS = {"ratio": (BELOW_50, FROM_50), "ratio_extremes": (TEN_TO_49, FROM_250)}
"""Small and large firms that are compared."""
_FIRMS, _AFFECTED, _ONE_OFF, _RECURRING = "BCDE"
"""Columns of the table by size class."""
_PERSONS = "H"
"""Column of the table per firm."""


def section(sheet: Sheet, row: int, key: str) -> int:
    """Write the title of a part; return the row below it."""
    sheet.put_across(row, 0, LAST, sheet.book.say(f"burden/{key}"), "section")
    sheet.set_height(row, 21)
    return row + 1


def sentence(sheet: Sheet, row: int, text: str, style: str = "plain") -> int:
    """Write a sentence over all columns; return the row below it."""
    sheet.set_height(row, sheet.put_across(row, 0, LAST, text, style))
    return row + 1


def unknown(view: View) -> str:
    """Return what stands where an amount is not known."""
    return view.say("burden/unknown_amount")


def yes_no(view: View, answer: bool) -> str:
    """Return yes or no."""
    return view.say("burden/yes" if answer else "burden/no")


def put_total(
    sheet: Sheet,
    view: View,
    row: int,
    values: Sequence[Cell],
    styles: Sequence[str],
    name: str = "",
) -> None:
    """Write a row with totals."""
    put_figures(sheet, row, name or view.say("column/total"), values, styles, unknown(view))


def write(sheet: Sheet, view: View, row: int) -> int:
    """Write both tables from ``row`` on; return the first row after them."""
    first = row + 2
    row = _classes(sheet, view, row) + 1
    return _per_firm(sheet, view, row, first)


def _classes(sheet: Sheet, view: View, row: int) -> int:
    costs = view.assessment.burden
    row = section(sheet, row, "classes")
    put_headings(sheet, row, ("size_class", "firms", "affected", *AMOUNTS, "doubtful"))
    first = row + 1
    for item in costs.by_size_class:
        row += 1
        values = (
            _firms(sheet, view, row, item),
            _affected(view, row, item),
            *live.amounts(
                live.class_amounts(view, item.size_class), item.totals, complete=item.complete
            ),
        )
        doubtful = yes_no(view, costs.class_is_doubtful(item.size_class))
        styles = ("integer", "integer", *AMOUNT_STYLES)
        put_figures(sheet, row, view.size(item.size_class), values, styles, absent(item, view),
                    doubtful)  # fmt: skip
    there = [item for item in costs.by_size_class if costs.has_firms(item.size_class)]
    counts = (
        _summed(_FIRMS, first, row, (_middle(item.firms) for item in there)),
        _summed(_AFFECTED, first, row, (item.affected for item in there)),
    )
    amounts = live.amounts(live.added(view), costs.totals, complete=costs.complete)
    styles = ("integer_strong", "integer_strong", *TOTAL_STYLES)
    put_total(sheet, view, row + 1, (*counts, *amounts), styles)
    return row + 2


def _firms(sheet: Sheet, view: View, row: int, item: ClassCosts) -> Cell:
    """Return the number of firms of a class, each once, and give its cell a name."""
    if item.firms is None:
        return None
    counted = view.plan.counted(Audience(Addressee.FIRM, item.size_class))
    mid = view.plan.cells.mid
    added = total(mid(firms) for firms in counted.firms)
    if counted.overlaps:
        added = call("MAX", constant(0), added - total(mid(twice) for twice in counted.overlaps))
    sheet.book.define(view.firms_name(item.size_class), address(sheet.name, row, 1))
    return Formula(added.formula, item.firms.mid)


def _affected(view: View, row: int, item: ClassCosts) -> Cell:
    """Return how many firms have something to do: as many as the widest activity has."""
    if item.affected is None:
        return None
    tests = (("counts_for", view.part(TOTAL)), ("size_class", view.size(item.size_class)))
    mine = "*".join(f'({view.name(key)}="{text}")' for key, text in tests)
    widest = f"SUMPRODUCT(MAX({mine}*{view.name('reach')}))"
    return Formula(f"=MIN({widest},{_FIRMS}{row + 1})", item.affected)


def _middle(firms: Range | None) -> Decimal | None:
    return None if firms is None else firms.mid


def _summed(column: str, first: int, last: int, values: Iterable[Decimal | None]) -> Cell:
    """Return the sum of the cells of a column; None where one of them is not known."""
    found = list(values)
    numbers = [value for value in found if value is not None]
    if len(numbers) < len(found):
        return None
    return Formula(f"=SUM({column}{first + 1}:{column}{last + 1})", sum(numbers, Decimal(0)))


def absent(item: ClassCosts, view: View) -> str:
    """Return why a size class has no amount."""
    has_firms = view.assessment.burden.has_firms(item.size_class)
    return unknown(view) if has_firms else view.say("burden/empty_class")


# --- per firm, per person -------------------------------------------------------------------------


def _per_firm(sheet: Sheet, view: View, row: int, first: int) -> int:
    """Write what is per firm; ``first`` is the row of the smallest class in the table above."""
    costs = view.assessment.burden
    row = section(sheet, row, "per_firm")
    headings = ("size_class", "one_off_firm", "recurring_firm", "one_off_affected",
                "recurring_affected", "one_off_person", "recurring_person", "persons")  # fmt: skip
    put_headings(sheet, row, headings)
    styles = (*["euro_cent"] * 6, "integer")
    for above, item in enumerate(costs.by_size_class, start=first):
        row += 1
        values = (*_each(view, item, above + 1, row + 1), _persons(view, item, above + 1))
        put_figures(sheet, row, view.size(item.size_class), values, styles, absent(item, view))
        target = address(sheet.name, row, len(WIDTHS) - 1)
        sheet.book.define(view.persons_name(item.size_class), target)
    for key, ratio in (("ratio", costs.ratio), ("ratio_extremes", costs.ratio_extremes)):
        row += 1
        sides = ([s for s in side if costs.has_firms(s)] for side in RATIOS[key])
        cells = ratio_cells(view, ratio, *sides)
        looks = ["text" if isinstance(cell, str) else "ratio" for cell in cells]
        name = view.say(f"burden/{key}")
        sheet.put_row(
            row, [name, *[None] * 4, *cells, None], ["strong", *["text"] * 4, *looks, "text"]
        )
    return row + 1


def _each(view: View, item: ClassCosts, above: int, row: int) -> list[Formula | None]:
    nobody = view.say("burden/empty_class")
    parts = (
        (item.per_firm, f"{_FIRMS}{above}"),
        (item.per_affected, f"{_AFFECTED}{above}"),
        (item.per_person, f"{_PERSONS}{row}"),
    )
    return [
        live.quotient(f"{column}{above}", by, known(value, complete=item.complete), nobody)
        for each, by in parts
        for column, value in ((_ONE_OFF, each.one_off), (_RECURRING, each.recurring))
    ]


def _persons(view: View, item: ClassCosts, above: int) -> Cell:
    """Return the working persons of a class: firms times persons in each, each firm once."""
    if item.persons is None:
        return None
    audience = Audience(Addressee.FIRM, item.size_class)
    mid = view.plan.cells.mid
    everyone = total(mid(firms) * mid(mean) for _, firms, mean in view.plan.staffing(audience))
    twice = total(mid(overlap) for overlap in view.plan.counted(audience).overlaps)
    if twice.number is None:
        firms = Term(f"{_FIRMS}{above}")
        counted = firms + twice
        share = everyone * firms / counted
        everyone = Term(f"IF({counted.text}=0,{everyone.text},{share.text})")
    return Formula(everyone.formula, item.persons)


def ratio_cells(
    view: View, ratio: Ratio, small: Sequence[SizeClass], large: Sequence[SizeClass]
) -> list[Cell]:
    """Return one-off and recurring costs per person of small firms over those of large ones.

    ``small`` and ``large`` are the classes that have firms.
    """
    none = view.say("burden/no_ratio")
    cells: list[Cell] = []
    for column, value in (("one_off", ratio.one_off), ("recurring", ratio.recurring)):
        if value is None:
            cells.append(none)
            continue
        below, above = (_per_person(view, column, side) for side in (small, large))
        formula = f'=IF(AND({below}>0,{above}>0),{below}/{above},"{none}")'
        cells.append(Formula(formula, value))
    return cells


def _per_person(view: View, column: str, sizes: Sequence[SizeClass]) -> str:
    amounts = "+".join(live.class_amounts(view, size)(column)[1:] for size in sizes)
    persons = "+".join(view.persons_name(size) for size in sizes)
    return f"(({amounts})/({persons}))"
