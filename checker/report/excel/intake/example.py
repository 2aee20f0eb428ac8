"""A filled-in example, told answer by answer; it is not read."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from checker.content import say
from checker.models.base import Language
from checker.models.figure import Unit
from checker.models.wording import Quantity, written
from checker.readers.intake import form
from checker.readers.intake.answers import ANSWER_FIELDS, DUTY_ANSWER_FIELDS
from checker.readers.intake.form import Entry, Field
from checker.report.excel.book import Book
from checker.report.excel.cells import Cell
from checker.report.excel.intake import words
from checker.report.excel.intake.cells import MARK_WIDTH, put_mark
from checker.report.excel.intake.filling import Filling, Row

_WIDTHS = (MARK_WIDTH, 24, 9, 48, 60)
_STYLES = ("code", "label", "text", "text", "text")
Told = tuple[str, str, str, str]


def write(book: Book, example: Filling, sheets: Sequence[str]) -> None:
    """Add the sheet; ``example`` is what it tells, in the order of ``sheets``."""
    language = example.language
    name = words.sheet_name(form.EXAMPLE, language)
    sheet = book.sheet_named(name, _WIDTHS, landscape=False)
    sheet.put(1, 1, words.sheet_about(form.EXAMPLE, language), "about")
    heads = [say(language, f"intake/head/{key}") for key in ("sheet", "row", "column", "filled")]
    sheet.put_row(2, [None, *heads], ["code", *("header" for _ in heads)])
    row = 3
    for path in sheets:
        for told in _told(path, example):
            sheet.put_row(row, [None, *told], _STYLES)
            row += 1
    sheet.freeze(3)
    sheet.repeat(2, 2)
    put_mark(sheet, language, form.EXAMPLE)


def _told(path: str, example: Filling) -> Iterator[Told]:
    language = example.language
    sheet = words.sheet_name(path, language)
    if path == form.REGULATION:
        yield from _row(sheet, "", form.questions(), example.questions(), language)
    elif path == form.ANSWERS:
        for rule, row in example.answers().items():
            yield from _row(sheet, rule, ANSWER_FIELDS, row, language)
    else:
        for number, (fields, row) in enumerate(_rows(path, example), start=1):
            yield from _row(sheet, str(number), fields, row, language)


def _rows(path: str, example: Filling) -> Iterator[tuple[Sequence[Field], Row]]:
    if path == form.DUTY_ANSWERS:
        for row in example.duty_answers():
            yield DUTY_ANSWER_FIELDS, row
    for table in form.tables():
        if table.path == path:
            for row in example.rows(table):
                yield table.fields, row


def _row(
    sheet: str, number: str, fields: Sequence[Field], row: Row, language: Language
) -> Iterator[Told]:
    for each in fields:
        if each.key in row:
            value = _written(each, row[each.key], language)
            yield sheet, number, words.label(each, language), value


def _written(asked: Field, value: Cell, language: Language) -> str:
    if isinstance(value, Decimal):
        unit = Unit.SHARE if asked.entry is Entry.SHARE else Unit.EXACT
        return written(Quantity(value, unit), language)
    return written(value, language) if isinstance(value, date) else str(value)
