"""What it costs: totals, by size class, by obligation, and what the figures rest on.

Each part writes itself from a row on and returns the first row after it.
"""

from collections.abc import Sequence
from decimal import Decimal

from checker.content import cost_words
from checker.models.cost import ClassCosts, Each, Range, Totals
from checker.models.obligation import ObligationKind
from checker.report import burden_text
from checker.report.excel.book import Book, Sheet
from checker.report.excel.cells import Cell
from checker.report.excel.table import put_headings
from checker.report.excel.view import View

_WIDTHS = (44, 16, 16, 16, 16, 16, 16, 16)
_LAST = len(_WIDTHS) - 1
_AMOUNTS = ("one_off", "recurring", "hours_one_off", "hours_recurring")
_AMOUNT_STYLES = ("euro", "euro", "hours", "hours")


def write(book: Book, view: View) -> None:
    """Add the sheet."""
    sheet = book.sheet("burden", _WIDTHS, landscape=True)
    title = f"{view.say('sheet/burden')}: {view.heading}"
    sheet.set_height(0, 30, sheet.put_across(0, 0, _LAST, title, "title"))
    sheet.freeze(1)
    row = 1
    for part in (_totals, _parts, _classes, _obligations, _apart, _alternatives, _notes):
        row = part(sheet, view, row) + 1


def _section(sheet: Sheet, row: int, key: str) -> int:
    sheet.put_across(row, 0, _LAST, sheet.book.say(f"burden/{key}"), "section")
    sheet.set_height(row, 21)
    return row + 1


def _sentence(sheet: Sheet, row: int, text: str, style: str = "plain") -> int:
    sheet.set_height(row, sheet.put_across(row, 0, _LAST, text, style))
    return row + 1


def _totals(sheet: Sheet, view: View, row: int) -> int:
    costs = view.assessment.burden
    row = _section(sheet, row, "totals")
    row = _sentence(
        sheet, row, burden_text.tariffs_text(costs, view.rulebook, view.language), "note"
    )
    if not costs.complete:
        row = _sentence(sheet, row, view.say("burden/incomplete"), "outcome_partial")
    if costs.totals is None:
        return _sentence(sheet, row, view.say("burden/nothing"))
    put_headings(sheet, row, ("figure", "low_amount", "mid_amount", "high_amount"))
    rows: tuple[tuple[str, Range | None, str], ...] = (
        ("one_off", costs.totals.one_off, "euro"),
        ("recurring", costs.totals.recurring, "euro"),
        ("hours_one_off", costs.totals.hours_one_off, "hours"),
        ("hours_recurring", costs.totals.hours_recurring, "hours"),
        ("first_year", costs.first_year, "euro"),
        ("equivalent", costs.yearly_equivalent, "euro"),
    )
    for key, amount, style in rows:
        if amount is not None:
            row += 1
            cells: Sequence[Cell] = (view.say(f"burden/{key}"), amount.low, amount.mid, amount.high)
            sheet.put_row(row, cells, ("strong", style, style, style))
    return row + 1


def _parts(sheet: Sheet, view: View, row: int) -> int:
    costs = view.assessment.burden
    row = _section(sheet, row, "parts")
    put_headings(sheet, row, ("figure", *_AMOUNTS))
    parts = {
        "eu": costs.by_origin.eu,
        "national": costs.by_origin.national,
        "unknown": costs.by_origin.unknown,
        "information": costs.by_kind.get(ObligationKind.INFORMATION, Totals()),
        "voluntary": costs.voluntary,
    }
    for key, totals in parts.items():
        row += 1
        _put_totals(sheet, row, view.say(f"burden/{key}"), totals)
    for other in costs.others:
        row += 1
        name = view.say("burden/other", who=view.choice(other.addressee))
        _put_totals(sheet, row, name, other.totals)
    return row + 1


def _put_totals(sheet: Sheet, row: int, name: str, totals: Totals) -> None:
    values = [getattr(totals, part).mid for part in _AMOUNTS]
    sheet.put_row(row, (name, *values), ("strong", *_AMOUNT_STYLES))


def _classes(sheet: Sheet, view: View, row: int) -> int:
    costs = view.assessment.burden
    row = _section(sheet, row, "classes")
    headings = ("size_class", "firms", "one_off", "recurring", "one_off_firm", "recurring_firm",
                "one_off_person", "recurring_person")  # fmt: skip
    put_headings(sheet, row, headings)
    for item in costs.by_size_class:
        row += 1
        sheet.put_row(row, *_class_cells(item, view))
    for key, ratio in (("ratio", costs.ratio), ("ratio_extremes", costs.ratio_extremes)):
        row += 1
        absent = view.say("burden/no_ratio")
        values = (ratio.one_off, ratio.recurring)
        cells = [value if value is not None else absent for value in values]
        styles = ["ratio" if value is not None else "text" for value in values]
        sheet.put_row(row, [view.say(f"burden/{key}"), None, *cells], ["label", "label", *styles])
    return row + 1


def _class_cells(item: ClassCosts, view: View) -> tuple[list[Cell], list[str]]:
    name = cost_words.size_name(item.size_class, view.language)
    totals = item.totals
    amounts: list[Decimal | None] = [
        None if totals is None else totals.one_off.mid,
        None if totals is None else totals.recurring.mid,
        item.per_firm.one_off,
        item.per_firm.recurring,
        item.per_person.one_off,
        item.per_person.recurring,
    ]
    absent = view.say("burden/empty_class" if _is_empty(item) else "cell/unknown")
    firms = absent if item.firms is None else item.firms.mid
    wanted = ("euro", "euro", *["euro_cent"] * 4)
    styles = [style if amount is not None else "text"
              for style, amount in zip(wanted, amounts, strict=True)]  # fmt: skip
    shown: list[Cell] = [absent if amount is None else amount for amount in amounts]
    firm_style = "text" if item.firms is None else "integer"
    return [name, firms, *shown], ["strong", firm_style, *styles]


def _is_empty(item: ClassCosts) -> bool:
    return item.firms is not None and item.firms.high == 0 and item.per_firm == Each()


def _obligations(sheet: Sheet, view: View, row: int) -> int:
    row = _section(sheet, row, "obligations")
    put_headings(sheet, row, ("obligation", *_AMOUNTS, "complete"))
    duties = view.assessment.regulation.obligations or ()
    for duty, item in zip(duties, view.assessment.burden.by_obligation, strict=True):
        row += 1
        state = view.say("burden/complete" if item.complete else "burden/with_gaps")
        name = cost_words.obligation_name(duty)
        if item.totals is None:
            absent = [view.say("cell/unknown") for _ in _AMOUNTS]
            sheet.put_row(
                row, (name, *absent, state), ("strong", *("text" for _ in absent), "text")
            )
        else:
            values = [getattr(item.totals, part).mid for part in _AMOUNTS]
            sheet.put_row(row, (name, *values, state), ("strong", *_AMOUNT_STYLES, "text"))
    return row + 1


def _apart(sheet: Sheet, view: View, row: int) -> int:
    """Spending that is no regeldrukkosten, with the reason why not."""
    kept = view.assessment.burden.kept_apart
    if not kept:
        return row - 1
    row = _section(sheet, row, "apart")
    put_headings(sheet, row, ("figure", "one_off", "recurring"))
    sheet.put_across(row, 3, _LAST, view.say("column/constant_reason"), "header")
    for item in kept:
        row += 1
        reason = view.text(view.rulebook.parameters.cost_kind(item.kind).reason)
        name = view.choice(item.kind)
        sheet.put(row, 0, name, "strong")
        sheet.put(row, 1, item.one_off.mid, "euro")
        sheet.put(row, 2, item.recurring.mid, "euro")
        sheet.set_height(row, sheet.put_across(row, 3, _LAST, reason))
    return row + 1


def _alternatives(sheet: Sheet, view: View, row: int) -> int:
    row = _section(sheet, row, "alternatives")
    put_headings(sheet, row, ("figure", *_AMOUNTS))
    for item in view.assessment.burden.alternatives:
        row += 1
        kind = view.choice(item.kind) if item.kind else ""
        name = ": ".join(part for part in (kind, item.description) if part)
        if item.totals is None:
            cells: list[Cell] = [name, *(view.say("burden/not_costed") for _ in _AMOUNTS)]
            sheet.put_row(row, cells, ["strong", *("text" for _ in _AMOUNTS)])
        else:
            _put_totals(sheet, row, name, item.totals)
    return row + 1


def _notes(sheet: Sheet, view: View, row: int) -> int:
    costs, regulation = view.assessment.burden, view.assessment.regulation
    language = view.language
    groups: dict[str, list[str]] = {
        "missing": list(cost_words.gap_texts(costs.missing, regulation, language)),
        "remarks": [
            cost_words.remark_text(remark, regulation, view.rulebook, language)
            for remark in costs.remarks
        ],
        "unverified": [
            cost_words.unverified_text(item, regulation, view.rulebook, language)
            for item in costs.unverified
        ],
    }
    for key, sentences in groups.items():
        if sentences:
            row = _section(sheet, row, key)
            for sentence in sentences:
                row = _sentence(sheet, row, sentence, "text")
            row += 1
    return row
