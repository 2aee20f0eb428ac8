"""How sure the costs are: what all margins do together, and which input moves the total most."""

from collections.abc import Sequence

from checker.burden import uncertainty
from checker.content import cost_words
from checker.models.cost import known
from checker.models.uncertainty import Simulation, Swing
from checker.report.excel.book import BarChart, Book, Sheet
from checker.report.excel.cells import Cell
from checker.report.excel.sheets.inputs import figure, figure_style
from checker.report.excel.styles import EURO_LABEL
from checker.report.excel.table import put_figures, put_headings
from checker.report.excel.view import View

_WIDTHS = (58, 14, 14, 14, 18, 18, 18, 18)
_LAST = len(_WIDTHS) - 1
_CHANGES = ("one_off_at_low", "one_off_at_high", "recurring_at_low", "recurring_at_high")
_SHOWN_IN_CHART = 10
_BAR_PIXELS, _AROUND_PIXELS = 32, 110
_ROW_PIXELS = 20
_ABOVE_TABLE = 3
"""Rows from the end of the chart to the first row of its table: gap, title and headings."""
_RECURRING = 6
"""First column of what an input does to the recurring costs."""


def write(book: Book, view: View) -> None:
    """Add the sheet."""
    sheet = book.sheet("sensitivity", _WIDTHS, landscape=True)
    title = f"{view.say('sheet/sensitivity')}: {view.heading}"
    sheet.set_height(0, 30, sheet.put_across(0, 0, _LAST, title, "title"))
    sheet.freeze(1)
    costs = view.assessment.burden
    note = view.say("sensitivity/how" if costs.variables else "calculation/nothing")
    sheet.set_height(1, sheet.put_across(1, 0, _LAST, note, "note"))
    if not costs.variables:
        return
    row = _spread(sheet, view, 3, uncertainty.simulate(costs))
    found = uncertainty.sensitivity(costs)
    if found.by_range:
        row = _chart(sheet, view, row + 1, len(found.by_range))
    row = _swings(sheet, view, row + 1, "by_range", found.by_range)
    _swings(sheet, view, row + 1, "by_fifth", found.by_fifth)


def _section(sheet: Sheet, row: int, key: str) -> int:
    sheet.put_across(row, 0, _LAST, sheet.book.say(f"sensitivity/{key}"), "section")
    sheet.set_height(row, 21)
    return row + 1


def _spread(sheet: Sheet, view: View, row: int, found: Simulation) -> int:
    """Write between which amounts nine of ten draws lie."""
    row = _section(sheet, row, "spread")
    put_headings(sheet, row, ("figure", "p5", "p50", "p95"))
    complete = view.assessment.burden.complete
    for key, spread in (("one_off", found.one_off), ("recurring", found.recurring)):
        row += 1
        values = [known(v, complete=complete) for v in (spread.p5, spread.p50, spread.p95)]
        absent = view.say("burden/unknown_amount")
        put_figures(sheet, row, view.say(f"burden/{key}"), values, ("euro",) * 3, absent)
    row += 1
    text = view.say("sensitivity/draws", draws=found.draws, seed=str(found.seed))
    sheet.set_height(row, sheet.put_across(row, 0, _LAST, text, "note"))
    return row + 1


def _swings(sheet: Sheet, view: View, row: int, key: str, swings: Sequence[Swing]) -> int:
    """Write what each input alone does to the totals, the largest effect first."""
    row = _section(sheet, row, key)
    if not swings:
        text = view.say("sensitivity/no_range")
        sheet.set_height(row, sheet.put_across(row, 0, _LAST, text, "plain"))
        return row + 1
    ends = ("low_amount", "mid_amount", "high_amount")
    put_headings(sheet, row, ("input", *ends, *_CHANGES))
    for swing in swings:
        row += 1
        _put_swing(sheet, view, row, swing)
    return row + 1


def _put_swing(sheet: Sheet, view: View, row: int, swing: Swing) -> None:
    variable = swing.variable
    name = cost_words.variable_name(variable, view.assessment.regulation, view.rulebook,
                                    view.language)  # fmt: skip
    kind, style = variable.kind, figure_style(variable.kind)
    values: list[Cell] = [figure(kind, v) for v in (variable.low, variable.mid, variable.high)]
    changes = (swing.one_off_low, swing.one_off_high, swing.recurring_low, swing.recurring_high)
    sheet.put_row(row, [name, *values, *changes], ["strong", *[style] * 3, *["euro"] * 4])


def _chart(sheet: Sheet, view: View, row: int, swings: int) -> int:
    """Draw what the first inputs do to the recurring costs, above their table.

    Returns:
        The row below the chart, where the table begins.
    """
    shown = min(swings, _SHOWN_IN_CHART)
    height = shown * _BAR_PIXELS + _AROUND_PIXELS
    below = row + height // _ROW_PIXELS + 1
    first = below + _ABOVE_TABLE
    title = view.say("sensitivity/chart")
    chart = BarChart(
        title,
        view.say("sensitivity/chart_text", title=title),
        (0, first, first + shown - 1),
        tuple(
            (view.say(f"column/{name}"), (_RECURRING + i, first, first + shown - 1))
            for i, name in enumerate(_CHANGES[2:])
        ),
        EURO_LABEL,
        width=980,
        height=height,
        overlap=100,
    )
    sheet.add_chart(row, 0, chart)
    return below
