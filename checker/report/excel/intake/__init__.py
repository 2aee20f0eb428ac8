"""The intake form as a workbook: empty, or filled from a dossier."""

from datetime import date

from checker import yaml_source
from checker.content import say
from checker.models.base import Language
from checker.models.regulation import Regulation
from checker.models.rulebook import Rulebook
from checker.readers.intake import form
from checker.readers.intake.answers import DUTY_ANSWER_FIELDS
from checker.readers.intake.choices import Choices
from checker.report.excel.book import Book
from checker.report.excel.intake import example, guide
from checker.report.excel.intake.cells import Cells, Lists
from checker.report.excel.intake.filling import Filling
from checker.report.excel.intake.lists import write_list
from checker.report.excel.intake.questions import write_answers, write_regulation

_ORDER = (
    form.REGULATION, "target_groups", "target_groups.sizes", "obligations",
    "obligations.activities", form.ANSWERS, "obligations.activities.overrides",
    form.DUTY_ANSWERS, "purpose.alternatives", "eu.acts", "eu.provisions", "eu.notifications",
    "enforcement.sanctions", "enforcement.exceptions", "enforcement.decisions",
    "small_firm_measures", "panel.participants", "panel.remarks", "target_groups.overlaps",
    "costing.own_tariffs", "costing.own_tariffs.tariffs",
)  # fmt: skip
"""Sheets in the order of the work; a list that is not named comes behind."""


def build(
    rulebook: Rulebook, day: date, language: Language, regulation: Regulation | None = None
) -> bytes:
    """Return the form as an ``.xlsx`` file.

    Args:
        rulebook: the rules whose questions it asks.
        day: on which it is made.
        language: of the form.
        regulation: what it is filled with; None for an empty form.

    Returns:
        The file; the same arguments give the same bytes.
    """
    choices = Choices(rulebook)
    filling = Filling(regulation or Regulation(), choices, language)
    title = None
    if regulation is not None:
        title = regulation.identity.title or say(language, "report/untitled")
    book = Book(title or say(language, "intake/title"), day, language, "intake/subject")
    guide.write(book, (*sheets(), form.EXAMPLE), filling.not_held(), title, language)
    _write_sheets(book, filling)
    return book.finish()


def sheets() -> tuple[str, ...]:
    """Return the paths of the sheets that ask something, in their order."""
    return tuple(dict.fromkeys((*_ORDER, *(table.path for table in form.tables()))))


def _write_sheets(book: Book, filling: Filling) -> None:
    language = filling.language
    lists = Lists(filling.choices, language)
    tables = {table.path: table for table in form.tables()}
    codes = {
        table.path: 1 + [each.key for each in table.fields].index(table.code)
        for table in tables.values()
        if table.code
    }
    cells = Cells(lists, language, codes)
    for path in sheets():
        if path == form.REGULATION:
            write_regulation(book, filling.questions(), cells)
        elif path == form.ANSWERS:
            write_answers(book, filling.choices.asked, filling.answers(), cells)
        elif path == form.DUTY_ANSWERS:
            rows = list(filling.duty_answers())
            write_list(book, path, DUTY_ANSWER_FIELDS, rows, cells)
        else:
            table = tables[path]
            write_list(book, path, table.fields, list(filling.rows(table)), cells)
    # Not held against the rules: an organisation may have others than the example answers.
    shown = yaml_source.parse(say(language, "intake/example"), "example").validate(Regulation)
    example.write(book, Filling(shown, filling.choices, language), sheets())
    lists.write(book)
