"""Sheets with a row for each item of a list."""

from collections.abc import Sequence

from checker.models.base import Language
from checker.readers.intake.form import Field
from checker.report.excel.book import Book, Sheet
from checker.report.excel.intake import words
from checker.report.excel.intake.cells import (
    FIRST_ROW,
    LAST_ROW,
    MARK_WIDTH,
    STYLES,
    Cells,
    put_line,
    put_mark,
    width_of,
)
from checker.report.excel.intake.filling import Row

_PREPARED = 20
"""Rows that look like a form below what is filled in already; more may be added."""
_ABOUT, _LABELS, _HINTS = 1, 2, 3
_FROZEN = 2  # the hidden column, and the one that says what the row is about


def write_list(
    book: Book, path: str, fields: Sequence[Field], rows: Sequence[Row], cells: Cells
) -> Sheet:
    """Add a sheet for the list at ``path``.

    Args:
        book: to add it to.
        path: of the list.
        fields: its columns.
        rows: what is filled in already.
        cells: what goes into the cells.
    """
    language = cells.language
    widths = (MARK_WIDTH, *(width_of(each) for each in fields))
    sheet = book.sheet_named(words.sheet_name(path, language), widths, landscape=True)
    sheet.set_height(_ABOUT, 20)
    sheet.put(_ABOUT, 0, "#about", "code")
    sheet.put(_ABOUT, 1, words.sheet_about(path, language), "about")
    _put_heads(sheet, fields, language)
    for column, asked in enumerate(fields, start=1):
        sheet.validate_rows(FIRST_ROW, LAST_ROW, column, cells.rule(asked))
    _put_rows(sheet, fields, rows)
    _fold(sheet, fields)
    sheet.freeze(FIRST_ROW, _FROZEN)
    sheet.repeat(_LABELS, _HINTS)
    put_mark(sheet, language, path, [each.key for each in fields])
    return sheet


def _put_heads(sheet: Sheet, fields: Sequence[Field], language: Language) -> None:
    labels = [words.label(each, language) for each in fields]
    hints = [words.hint(each, language) for each in fields]
    for row, mark, texts, style in (
        (_LABELS, "#label", labels, "header"),
        (_HINTS, "#hint", hints, "hint"),
    ):
        put_line(sheet, row, mark, texts, [style for _ in texts])


def _put_rows(sheet: Sheet, fields: Sequence[Field], rows: Sequence[Row]) -> None:
    styles = [STYLES[each.entry] for each in fields]
    for row in range(FIRST_ROW, FIRST_ROW + len(rows) + _PREPARED):
        index = row - FIRST_ROW
        filled = rows[index] if index < len(rows) else {}
        values = [filled.get(each.key) for each in fields]
        for column, (value, style) in enumerate(zip(values, styles, strict=True), start=1):
            sheet.put(row, column, value, style)
        if filled:
            shown = [(column, value) for column, value in enumerate(values, start=1)
                     if not fields[column - 1].folded]  # fmt: skip
            sheet.set_height(row, *(sheet.column_height(v, c, "form_text") for c, v in shown))


def _fold(sheet: Sheet, fields: Sequence[Field]) -> None:
    """Fold each stretch of columns that only say more about the one before them."""
    first = None
    for column, asked in enumerate([*fields, None], start=1):
        folded = asked is not None and asked.folded
        if folded and first is None:
            first = column
        elif not folded and first is not None:
            sheet.fold_columns(first, column - 1)
            first = None
