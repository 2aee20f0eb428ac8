"""What a cell of the form says, as the field that it belongs to takes it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from checker.models.base import Language
from checker.readers import numbers
from checker.readers.intake.choices import Choices
from checker.readers.intake.form import IDS, OPEN_LISTS, Entry, Field
from checker.readers.table import Cell, CellKind

_STYLES: Mapping[Language, numbers.Style] = {
    "nl": numbers.Style.COMMA,
    "en": numbers.Style.POINT,
}
_ROUND_SUM = re.compile(r"([.,])(-{1,2}|=)$")
"""The end of a sum without cents: its sign is that before the decimals."""
_MIDNIGHT = re.compile(r"(\d{4}-\d{2}-\d{2})(?: 00:00:00)?")
_BETWEEN_NAMES = re.compile(r"[;,\n]")
_LONGEST_QUOTE, _MOST_ALLOWED = 60, 12


class UnreadableError(Exception):
    """The cell holds what will not do there: a code and values for the message."""

    def __init__(self, code: str, **values: str) -> None:
        """Keep what a Problem needs besides its place."""
        self.code = code
        self.values = values
        super().__init__(code)


@dataclass(frozen=True)
class Reader:
    """Reads cells of a form in ``language``."""

    language: Language
    choices: Choices

    def value(self, field: Field, cell: Cell) -> Any:
        """Return what ``cell`` says in ``field``.

        Raises:
            UnreadableError: it will not do there.
        """
        if cell.kind is CellKind.ERROR:
            raise UnreadableError("error_cell", value=_quoted(cell))
        if cell.kind is CellKind.NOT_CALCULATED:
            raise UnreadableError("formula_not_calculated", value=_quoted(cell))
        if field.entry in (Entry.NUMBER, Entry.SHARE):
            return self._number(cell, share=field.entry is Entry.SHARE)
        if field.entry is Entry.DATE:
            return _day(cell)
        text = _text(cell)
        if field.entry is Entry.NAMES:
            return [name for part in _BETWEEN_NAMES.split(text) if (name := part.strip())]
        if field.entry is Entry.CHOICE and not field.options.startswith(IDS):
            return self.choice(field.options, text)
        return text

    def choice(self, options: str, text: str) -> str | bool:
        """Return the choice that ``text`` names.

        Raises:
            UnreadableError: it names none.
        """
        found = self.choices.find(options, text, self.language)
        if found is not None:
            return found
        if options in OPEN_LISTS:
            return text
        words = [option.words.get(self.language) for option in self.choices.options(options)]
        shown = words[:_MOST_ALLOWED] + ["…"] * (len(words) > _MOST_ALLOWED)
        allowed = "; ".join(f"‘{each}’" if each != "…" else each for each in shown)
        raise UnreadableError("form_not_allowed", value=text[:_LONGEST_QUOTE], allowed=allowed)

    def _number(self, cell: Cell, *, share: bool) -> Decimal:
        if cell.kind is CellKind.DATE:
            raise UnreadableError("date_for_number", value=_quoted(cell))
        found = cell.stored or numbers.read(cell.text, self._style(cell.text))
        wrong_unit = found is not None and found.unit and not numbers.is_multiple(found.unit)
        if found is None or wrong_unit or (found.percent and not share):
            raise UnreadableError("form_not_a_number", value=_quoted(cell))
        return found.value

    def _style(self, text: str) -> numbers.Style:
        end = _ROUND_SUM.search(text.strip())
        if end is None:
            return _STYLES[self.language]
        return numbers.Style.COMMA if end[1] == "," else numbers.Style.POINT


def _day(cell: Cell) -> str:
    found = _MIDNIGHT.fullmatch(cell.text) if cell.kind is not CellKind.NUMBER else None
    if found is None:
        raise UnreadableError("form_not_a_date", value=_quoted(cell))
    return found[1]


def _text(cell: Cell) -> str:
    """Return the text of a cell; a date is refused, for ‘2-9’ becomes one by itself."""
    if cell.kind is CellKind.DATE:
        raise UnreadableError("form_date_for_text", value=_quoted(cell))
    return cell.text


def _quoted(cell: Cell) -> str:
    return cell.text if len(cell.text) <= _LONGEST_QUOTE else f"{cell.text[:_LONGEST_QUOTE]}…"
