"""Somebody's table with what became of each figure in it, as real markup."""

from collections.abc import Collection, Iterator

from checker.content import say, verify_words
from checker.models.base import Language
from checker.models.verification import Checked, CheckedCalculation, Line, Status
from checker.readers.table import Sheet
from checker.ui.components.markup import esc

MOST_ROWS = 150
"""Rows that are drawn; what is beyond stands in the workbook."""
_NUMBER = ' class="number"'

_OUTCOMES = {
    Status.FOLLOWS: "pass",
    Status.FOLLOWS_ROUNDED: "rounded",
    Status.DOES_NOT_FOLLOW: "fail",
    Status.CONTRADICTS_HOURS: "fail",
    Status.UNREADABLE: "open",
}


def chip(status: Status, language: Language) -> str:
    """Return an outcome as a word that stands out."""
    words = esc(verify_words.status(status, language))
    return f'<span class="outcome {_OUTCOMES[status]}">{words}</span>'


class MarkedTable:
    """One calculation, drawn row by row."""

    def __init__(
        self,
        one: CheckedCalculation,
        sheet: Sheet,
        statuses: Collection[Status],
        language: Language,
    ) -> None:
        """Look up what is drawn.

        Args:
            one: the calculation.
            sheet: in which it stands.
            statuses: only rows with a figure that has one of these; all rows where it is empty.
            language: of what is said.
        """
        self._one, self._language = one, language
        self._cells = {cell.address: cell for row in sheet.rows for cell in row.values()}
        self._titles = {column.index: column.title for column in one.calculation.columns}
        self._letters = {column.index: column.letter for column in one.calculation.columns}
        self._figures: dict[int, list[Checked]] = {}
        for figure in one.figures:
            self._figures.setdefault(figure.sheet_row, []).append(figure)
        self._wanted = [line for line in self._lines() if self._is_wanted(line, statuses)]

    @property
    def left_out(self) -> int:
        """How many rows are left out for want of room."""
        return max(len(self._wanted) - MOST_ROWS, 0)

    def html(self) -> str:
        """Return the markup."""
        caption = esc(say(self._language, "verify_ui/caption"))
        first = next(iter(self._titles))
        head = "".join(
            f'<th scope="col"{"" if index == first else _NUMBER}>'
            f"{esc(title or self._letters[index])}</th>"
            for index, title in self._titles.items()
        )
        body = "".join(row for line in self._wanted[:MOST_ROWS] for row in self._rows(line))
        return (
            f'<div class="scroll" role="region" tabindex="0" aria-label="{caption}">'
            f'<table class="figures checked"><caption>{caption}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        )

    def _lines(self) -> list[Line]:
        calculation = self._one.calculation
        totals = [total.line for total in calculation.totals]
        return sorted([*calculation.lines, *totals], key=lambda line: line.row)

    def _is_wanted(self, line: Line, statuses: Collection[Status]) -> bool:
        own = self._figures.get(line.row, ())
        return not statuses or any(figure.status in statuses for figure in own)

    def _rows(self, line: Line) -> Iterator[str]:
        """Yield a row, and below it what there is to say of its figures."""
        first, *rest = self._titles
        name = self._cell(line, first)
        cells = "".join(f"<td{_NUMBER}>{self._cell(line, index)}</td>" for index in rest)
        yield f'<tr><th scope="row">{name}</th>{cells}</tr>'
        told = [
            figure
            for figure in self._figures.get(line.row, ())
            if figure.status is not Status.FOLLOWS or figure.hints
        ]
        if told:
            items = "".join(f"<li>{self._message(figure)}</li>" for figure in told)
            yield f'<tr class="told"><td colspan="{len(self._titles)}"><ul>{items}</ul></td></tr>'

    def _cell(self, line: Line, index: int) -> str:
        address = f"{self._letters[index]}{line.row}"
        text = esc(self._text(address))
        figure = next((f for f in self._figures.get(line.row, ()) if f.cell == address), None)
        return text if figure is None else f"{text}<br>{chip(figure.status, self._language)}"

    def _text(self, address: str) -> str:
        """Return a number of a workbook as the reader writes it; any other text as it stands."""
        cell = self._cells.get(address)
        if cell is None:
            return ""
        if cell.stored is None or cell.stored.percent:
            return cell.text
        return verify_words.number(cell.stored.value, self._language)

    def _message(self, figure: Checked) -> str:
        told = verify_words.message(figure, self._one.calculation, self._language)
        return f'<span class="rule-id">{esc(figure.cell)}</span> {esc(told)}'
