"""The cells that somebody is to fill in: how they look, and what Excel lets into them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from checker.content import say
from checker.models.base import Language
from checker.models.wording import cut
from checker.readers.intake import form, marks
from checker.readers.intake.choices import Choices
from checker.readers.intake.form import IDS, Entry, Field
from checker.readers.intake.marks import Mark
from checker.report.excel.book import Book, Sheet, reference
from checker.report.excel.cells import Cell
from checker.report.excel.intake import words
from checker.report.excel.styles import TITLE_COLOUR

STYLES = {
    Entry.TEXT: "form_text",
    Entry.LONG: "form_text",
    Entry.NUMBER: "form_number",
    Entry.SHARE: "form_share",
    Entry.DATE: "form_day",
    Entry.CHOICE: "form_text",
    Entry.NAMES: "form_text",
}
MARK_WIDTH = 3
"""Width of the hidden column with the keys."""
FIRST_ROW = 4
"""First row of a list: under the hidden keys, what the sheet is for, headings and hints."""
LAST_ROW = 1_000
"""Up to where a list is checked while it is filled in; what stands below is read as well."""
ALWAYS = frozenset(
    {form.REGULATION, "target_groups", "target_groups.sizes", "obligations",
     "obligations.activities", form.ANSWERS}
)  # fmt: skip
"""Sheets that every description needs; their tabs have a colour."""
_TITLE, _MESSAGE = 32, 255
"""Signs that Excel shows beside a cell."""


@dataclass
class Lists:
    """What can be chosen, on a sheet of its own: Excel takes a long list from cells only."""

    choices: Choices
    language: Language
    _columns: dict[tuple[str, ...], int] = field(default_factory=dict)

    def range_of(self, options: str) -> str:
        """Return the cells with the list called ``options``."""
        labels = tuple(o.words.get(self.language) for o in self.choices.options(options))
        column = self._columns.setdefault(labels, len(self._columns) + 1)
        name = words.sheet_name(form.LISTS, self.language)
        return reference(name, column, 1, len(labels))

    def write(self, book: Book) -> None:
        """Add the sheet, out of sight."""
        widths = (MARK_WIDTH, *(40 for _ in self._columns))
        name = words.sheet_name(form.LISTS, self.language)
        sheet = book.sheet_named(name, widths, landscape=True)
        put_mark(sheet, self.language, form.LISTS)
        for labels, column in self._columns.items():
            for row, label in enumerate(labels, start=1):
                sheet.put(row, column, label, "text")
        sheet.hide()


@dataclass(frozen=True)
class Cells:
    """Says what goes into cells, in one language."""

    lists: Lists
    language: Language
    codes: dict[str, int]
    """Column with the codes on the sheet of a list, by its path."""

    def rule(self, asked: Field) -> dict[str, Any]:
        """Return the data validation of the cells of ``asked``, with the help beside them."""
        label = words.label(asked, self.language)
        told = [words.help_text(asked, self.language)]
        if example := words.example(asked, self.language):
            told.append(f"{say(self.language, 'intake/head/example')}: {example}")
        text = " ".join(part for part in told if part)
        shown = {"input_title": cut(label, _TITLE - 1), "input_message": cut(text, _MESSAGE - 1)}
        return self._allowed(asked) | (shown if text else {})

    def _allowed(self, asked: Field) -> dict[str, Any]:
        if asked.entry in (Entry.TEXT, Entry.LONG):
            return {"validate": "any"}
        kind = asked.entry if asked.entry is not Entry.NAMES else Entry.CHOICE
        refusal = {
            "error_title": say(self.language, "intake/refused/title"),
            "error_message": say(self.language, f"intake/refused/{kind}"),
        }
        if asked.entry is Entry.NUMBER:
            return refusal | {"validate": "decimal", "criteria": ">=", "value": 0}
        if asked.entry is Entry.SHARE:
            bounds = {"criteria": "between", "minimum": 0, "maximum": 1}
            return refusal | {"validate": "decimal"} | bounds
        if asked.entry is Entry.DATE:
            return refusal | {"validate": "date", "criteria": ">=", "value": _FIRST_DAY}
        listed = {"validate": "list", "source": f"={self._source(asked)}"}
        # Several names go into one cell, and an organisation may have names of its own.
        strict = asked.entry is Entry.CHOICE and asked.options not in form.OPEN_LISTS
        return refusal | listed | ({} if strict else {"show_error": False})

    def _source(self, asked: Field) -> str:
        if not asked.options.startswith(IDS):
            return self.lists.range_of(asked.options)
        path = asked.options.removeprefix(IDS)
        name = words.sheet_name(path, self.language)
        return reference(name, self.codes[path], FIRST_ROW, LAST_ROW)


_FIRST_DAY = "=DATE(1900,1,1)"


def width_of(asked: Field) -> float:
    """Return how wide the column of ``asked`` is."""
    if asked.member or asked.options == form.FLAG:
        return 16
    if asked.key == form.RULE:
        return 44
    return {Entry.LONG: 40, Entry.NUMBER: 16, Entry.SHARE: 16, Entry.DATE: 18}.get(asked.entry, 22)


def put_line(
    sheet: Sheet, row: int, key: str, values: Sequence[Cell], styles: Sequence[str]
) -> None:
    """Write a row with its key in the hidden column, which does not make it higher."""
    sheet.put_row(row, [None, *values], ["code", *styles])
    sheet.put(row, 0, key, "code")


def put_mark(sheet: Sheet, language: Language, path: str, keys: Sequence[str] = ()) -> None:
    """Write the hidden row and column by which the sheet is known."""
    sheet.put(0, 0, str(Mark(marks.VERSION, language, path)), "code")
    for column, key in enumerate(keys, start=1):
        sheet.put(0, column, key, "code")
    sheet.hide_row(0)
    sheet.hide_column(0)
    if path in ALWAYS:
        sheet.colour_tab(TITLE_COLOUR)
