"""Every input of the dossier, to change: what the sums of this workbook rest on."""

from decimal import Decimal
from typing import Any

from checker.content import cost_words
from checker.models.cost import MONEY, SHARES, InputKind, Provenance, Variable
from checker.report.excel.book import Book, Sheet
from checker.report.excel.cells import Cell, Formula, Shown, shown
from checker.report.excel.live.inputs import InputCell
from checker.report.excel.live.plan import FIXED
from checker.report.excel.table import put_headings
from checker.report.excel.view import View

_HEADINGS = ("input", "input_kind", "low_amount", "mid_amount", "high_amount", "certainty",
             "input_source", "remark")  # fmt: skip
_WIDTHS = (60, 26, 15, 15, 15, 20, 40, 36)
_LAST = len(_WIDTHS) - 1
_LOW, _MID, _HIGH = 2, 3, 4
_WHOLE_LIFE = frozenset({InputKind.EVERY_YEARS, InputKind.LIFETIME})
"""Inputs that others are divided by: zero is none."""


def write(book: Book, view: View) -> None:
    """Add the sheet."""
    sheet = book.sheet("inputs", _WIDTHS, landscape=True)
    put_headings(sheet, 0, _HEADINGS)
    sheet.freeze(2, 1)
    cells = view.plan.cells.inputs
    how = "inputs/how_alone" if view.is_calculation else "inputs/how"
    text = view.say(how if cells else "calculation/nothing")
    sheet.set_height(1, sheet.put_across(1, 0, _LAST, text, "note"))
    for cell in cells:
        _put_input(sheet, view, cell)
    sheet.filter(max(len(cells) + 1, 1))


def _put_input(sheet: Sheet, view: View, cell: InputCell) -> None:
    variable, row = cell.variable, cell.row
    name = cost_words.variable_name(variable, view.assessment.regulation, view.rulebook,
                                    view.language)  # fmt: skip
    texts = (
        (0, name, "strong"),
        (1, cost_words.input_name(variable.kind, view.language), "text"),
        (5, certainty(variable, view), "text"),
        (6, cost_words.source_text(variable, view.rulebook, view.language), "text"),
        (7, remark(variable, view), "text"),
    )
    for column, text, style in texts:
        sheet.put(row, column, text, style)
    sheet.set_height(row, *(sheet.column_height(text, column) for column, text, _ in texts))
    _put_ends(sheet, view, cell)


def _put_ends(sheet: Sheet, view: View, cell: InputCell) -> None:
    """Write lowest, middle and highest; without a margin the ends follow the middle."""
    variable, row = cell.variable, cell.row
    style = figure_style(variable.kind, "input")
    sheet.put(row, _MID, figure(variable.kind, variable.mid), style)
    sheet.validate(row, _MID, _allowed(variable, view))
    if variable.kind.value in FIXED:
        sheet.put(row, _LOW, None)
        sheet.put(row, _HIGH, None)
        return
    for column, value in ((_LOW, variable.low), (_HIGH, variable.high)):
        entered: Cell = figure(variable.kind, value)
        if not variable.is_range:
            entered = Formula(f"=$D${row + 1}", entered if isinstance(entered, Shown) else value)
        sheet.put(row, column, entered, style)
        sheet.validate(row, column, _allowed(variable, view))


def _allowed(variable: Variable, view: View) -> dict[str, Any]:
    """Return what may be filled in: no negative number, and no share above one."""
    rule: dict[str, Any] = {
        "validate": "decimal",
        "criteria": "between" if variable.kind in SHARES else ">=",
        "error_title": view.say("inputs/refused"),
        "error_message": view.say("inputs/number_asked"),
    }
    if variable.kind in SHARES:
        bounds = {"minimum": 0, "maximum": 1, "error_message": view.say("inputs/share_asked")}
        return rule | bounds
    if variable.kind in _WHOLE_LIFE:
        return rule | {"criteria": ">", "value": 0, "error_message": view.say("inputs/years_asked")}
    return rule | {"value": 0}


def figure(kind: InputKind, value: Decimal) -> Cell:
    """Return a value with the decimals that it has, a share as a percentage."""
    if kind in MONEY:
        return value
    percent = shown(value * 100)
    if kind not in SHARES or percent is None:
        return shown(value)
    return Shown(value, percent.places, percent=True)


def figure_style(kind: InputKind, style: str = "number") -> str:
    """Return the style of the cell of an input of ``kind``."""
    if kind in MONEY:
        return "input_euro" if style == "input" else "euro_cent"
    return style


def certainty(variable: Variable, view: View) -> str:
    """Return how sure an input is, or what it is if it is no estimate."""
    if variable.provenance is not Provenance.DOSSIER:
        return view.say(f"calculation/{variable.provenance}")
    return "" if variable.kind.value in FIXED else view.choice(variable.certainty)


def remark(variable: Variable, view: View) -> str:
    """Return in words what a reader must know of an input."""
    converted = cost_words.conversion_text(variable, view.language)
    prices = view.assessment.burden.unverified
    notes = {
        "unverified": not variable.verified,
        "illustrative": variable.illustrative,
        "unverified_prices": bool(converted) and any(v.kind is InputKind.PRICES for v in prices),
    }
    told = [view.say(f"calculation/{key}") for key, holds in notes.items() if holds]
    text = "; ".join([converted, *told] if converted else told)
    return text[:1].upper() + text[1:]
