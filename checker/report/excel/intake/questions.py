"""Sheets on which every row is a question: about the regulation, and those of the rules."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from checker.content import fields as field_words
from checker.content import say
from checker.models.rule import Rule, Section, Status
from checker.readers.intake import form
from checker.readers.intake.answers import ANSWER_FIELDS, VALUE
from checker.readers.intake.choices import ANSWERS_TO, question_of
from checker.readers.intake.form import Field
from checker.report.excel.book import Book, Sheet
from checker.report.excel.cells import Cell
from checker.report.excel.intake import words
from checker.report.excel.intake.cells import MARK_WIDTH, STYLES, Cells, put_line, put_mark
from checker.report.excel.intake.filling import Row

_QUESTION_WIDTHS = (MARK_WIDTH, 36, 52, 18, 52, 36)
_RULE_WIDTHS = (MARK_WIDTH, 10, 52, 24, 40, 30, 30, 16, 52)
_HEAD_HEIGHT, _SECTION_HEIGHT = 22, 21
_ANSWER = 2
"""Column of the answers on the sheet with questions about the regulation."""


def write_regulation(book: Book, filled: Row, cells: Cells) -> None:
    """Add the sheet with what is asked once."""
    language = cells.language
    name = words.sheet_name(form.REGULATION, language)
    sheet = book.sheet_named(name, _QUESTION_WIDTHS, landscape=True)
    _put_heads(sheet, _said(cells, "question", "answer", "kind", "help", "example"))
    row = 2
    for section, asked in groupby(form.questions(), _section):
        row = _put_section(sheet, row, _section_name(section, cells), _help(section, cells))
        for each in asked:
            _put_question(sheet, row, each, filled.get(each.key), cells)
            row += 1
    keys = ("#question", VALUE, "#kind", "#help", "#example")
    put_mark(sheet, language, form.REGULATION, keys)


def _section(asked: Field) -> str:
    return form.NONE_OF if asked.options == form.NONE else asked.steps[0]


def _section_name(section: str, cells: Cells) -> str:
    if section == form.NONE_OF:
        return say(cells.language, "intake/section/none")
    is_single = any(each.key == section for each in form.questions())
    if is_single:
        return say(cells.language, "intake/section/rest")
    return field_words.words(section, "label", cells.language)


def _help(section: str, cells: Cells) -> str:
    return say(cells.language, "intake/section/none_help") if section == form.NONE_OF else ""


def _put_question(sheet: Sheet, row: int, asked: Field, value: Cell, cells: Cells) -> None:
    language = cells.language
    texts = (
        words.label(asked, language),
        value,
        words.hint(asked, language),
        words.help_text(asked, language),
        words.example(asked, language),
    )
    style = STYLES[asked.entry]
    styles = ("label", style, "hint", "text", "text")
    put_line(sheet, row, asked.key, texts, styles)
    if asked.folded:
        cells_in_row = enumerate(zip(texts, styles, strict=True), start=1)
        sheet.fold_row(row, *(sheet.column_height(t, column, s) for column, (t, s) in cells_in_row))
    sheet.validate_rows(row, row, _ANSWER, cells.rule(asked))


def write_answers(
    book: Book, rules: Sequence[Rule], filled: Mapping[str, Row], cells: Cells
) -> None:
    """Add the sheet with the questions of the rules about the regulation as a whole."""
    language = cells.language
    name = words.sheet_name(form.ANSWERS, language)
    sheet = book.sheet_named(name, _RULE_WIDTHS, landscape=True)
    grounds = [words.label(each, language) for each in ANSWER_FIELDS]
    _put_heads(
        sheet, [*_said(cells, "id", "question"), *grounds, *_said(cells, "due_from", "help")]
    )
    row = 2
    shown = [rule for rule in rules if rule.status is Status.STABLE or rule.id in filled]
    for section, asked in groupby(sorted(shown, key=_place), lambda rule: rule.section):
        name = say(language, f"choices/Section/{section}")
        row = _put_section(sheet, row, name, "")
        for rule in asked:
            _put_rule(sheet, row, rule, filled.get(rule.id, {}), cells)
            row += 1
    keys = ("#id", "#question", *(each.key for each in ANSWER_FIELDS), "#due_from", "#help")
    put_mark(sheet, language, form.ANSWERS, keys)


def _place(rule: Rule) -> tuple[int, str]:
    return list(Section).index(rule.section), rule.id


def _put_rule(sheet: Sheet, row: int, rule: Rule, filled: Row, cells: Cells) -> None:
    language = cells.language
    help_text = getattr(rule.check, "help", None) or rule.why
    texts: list[Cell] = [rule.id, question_of(rule).get(language)]
    texts += [filled.get(each.key) for each in ANSWER_FIELDS]
    texts += [say(language, f"choices/Phase/{rule.due_from}"), help_text.get(language)]
    answers = ["form_text" for _ in ANSWER_FIELDS]
    put_line(sheet, row, rule.id, texts, ["code", "label", *answers, "text", "text"])
    for column, each in enumerate(ANSWER_FIELDS, start=3):
        options = f"{ANSWERS_TO}{rule.id}" if each.key == VALUE else each.options
        sheet.validate_rows(row, row, column, cells.rule(replace(each, options=options)))


def _said(cells: Cells, *keys: str) -> list[str]:
    return [say(cells.language, f"intake/head/{key}") for key in keys]


def _put_heads(sheet: Sheet, heads: Sequence[str]) -> None:
    put_line(sheet, 1, "#head", heads, ["header" for _ in heads])
    sheet.set_height(1, _HEAD_HEIGHT)
    sheet.freeze(2, 2)
    sheet.repeat(1, 1)


def _put_section(sheet: Sheet, row: int, name: str, help_text: str) -> int:
    """Write the heading of a part, and return the next row.

    No cells are joined: a column with joined cells cannot be moved.
    """
    sheet.put(row, 0, "#section", "code")
    for column in range(1, sheet.last_column + 1):
        sheet.put(row, column, name if column == 1 else None, "part_title")
    sheet.set_height(row, _SECTION_HEIGHT)
    if not help_text:
        return row + 1
    sheet.put(row + 1, 0, "#help", "code")
    sheet.put(row + 1, 1, help_text, "about")
    return row + 2
