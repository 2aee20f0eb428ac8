"""The fixed values that the calculation used: tariffs, standard times and the like, each named."""

from checker.content import cost_words
from checker.models.cost import InputKind
from checker.report.excel.book import Book, Sheet, address
from checker.report.excel.cells import Formula
from checker.report.excel.live.inputs import InputCell
from checker.report.excel.sheets.inputs import certainty, figure, figure_style, remark
from checker.report.excel.table import put_headings
from checker.report.excel.view import View

_HEADINGS = ("parameter", "input_kind", "value", "cell_name", "standing", "input_source",
             "remark")  # fmt: skip
_WIDTHS = (50, 30, 16, 30, 26, 46, 36)
_LAST = len(_WIDTHS) - 1
_VALUE = 2


def write(book: Book, view: View) -> None:
    """Add the sheet, and make the names known."""
    sheet = book.sheet("parameters", _WIDTHS, landscape=True)
    put_headings(sheet, 0, _HEADINGS)
    sheet.freeze(2, 1)
    edition = view.assessment.burden.edition
    text = view.say("parameters/how", edition=edition)
    sheet.set_height(1, sheet.put_across(1, 0, _LAST, text, "note"))
    cells = view.plan.cells.parameters
    for cell in cells:
        _put_parameter(sheet, view, cell)
    _put_annuity(sheet, view, len(cells) + 2)


def _put_parameter(sheet: Sheet, view: View, cell: InputCell) -> None:
    variable, row = cell.variable, cell.row
    assert cell.name is not None
    name = cost_words.variable_name(variable, view.assessment.regulation, view.rulebook,
                                    view.language)  # fmt: skip
    kind = cost_words.input_name(variable.kind, view.language)
    sheet.put_row(
        row,
        (
            kind if name == variable.key else name,
            kind,
            figure(variable.kind, variable.mid),
            cell.name,
            certainty(variable, view),
            cost_words.source_text(variable, view.rulebook, view.language),
            remark(variable, view),
        ),
        ("strong", "text", figure_style(variable.kind, "input"), "code", *["text"] * 3),
    )
    sheet.book.define(cell.name, address(sheet.name, row, _VALUE))


def _put_annuity(sheet: Sheet, view: View, row: int) -> None:
    """Write which part of a one-off amount falls in each year, worked out from two parameters."""
    years, rate = view.name(InputKind.HORIZON), view.name(InputKind.DISCOUNT_RATE)
    growth = f"(1+{rate})^{years}"
    formula = f"=IF({rate}=0,1/{years},{rate}*{growth}/({growth}-1))"
    name = view.say("live/name/annuity")
    sheet.put_row(
        row,
        (
            view.say("parameters/annuity"),
            None,
            Formula(formula, view.annuity),
            name,
            view.say("parameters/worked_out"),
            None,
            None,
        ),
        ("strong", "text", "factor", "code", *["text"] * 3),
    )
    sheet.book.define(name, address(sheet.name, row, _VALUE))
