"""A workbook in the house style, and sheets in which text can only ever be text.

All writing to XlsxWriter goes through :class:`Sheet`. It calls ``write_string`` for every text,
never ``write``, which guesses formulas, numbers and links from what it is given.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from checker.content import say
from checker.models.base import Language
from checker.models.wording import looks_like_formula, written
from checker.report.excel.cells import (
    FIRST_YEAR,
    MAX_LINKS,
    Cell,
    Formula,
    Link,
    Shown,
    clean,
    is_web_address,
    shown,
)
from checker.report.excel.styles import (
    AS_IT_IS,
    BAR_COLOUR,
    CHART_COLOURS,
    DATE_FORMATS,
    STYLES,
    TITLE_COLOUR,
    TYPED_DATE_FORMATS,
)

_PAPER_A4 = 9
_MARGINS = {"left": 0.5, "right": 0.5, "top": 0.8, "bottom": 0.75}
_HEADER_TITLE = 100  # Excel takes 255 characters for the whole header
_LINE_POINTS = 1.26  # height of a line, as a multiple of the letter size
_PADDING_POINTS = 4
_LETTERS_PER_WIDTH = 1.15  # a letter of Dutch or English text is narrower than a digit
_BOLD = 0.94  # how many bold letters fit in the room of one other
_LOST_LETTERS = 1.5  # of each line, to the indent
_MAX_HEIGHT = 409  # of a row, in points
_DEFAULT_SIZE = 11  # column widths count letters of this size


def _as_it_is(formula: str, expand_future_functions: bool = False) -> str:
    """Return a formula as the file has it, without the sign in front.

    XlsxWriter looks in each formula for thirty functions of newer spreadsheets, which ours never
    use; in a calculation of a thousand sums that is a third of the time.
    """
    del expand_future_functions
    return formula.removeprefix("=")


class Book:
    """One workbook under construction; the same calls give the same bytes."""

    def __init__(self, title: str, day: date, language: Language, subject: str = "subject") -> None:
        """Start an empty workbook.

        Args:
            title: of the regulation; goes into properties and page headers.
            day: of the assessment; goes into properties and page footers.
            language: of all fixed words.
            subject: key of the text that says what the workbook is about.
        """
        self.title = title
        self.day = day
        self.language = language
        self._bytes = BytesIO()
        self._book = Workbook(self._bytes, {"in_memory": True})
        self._formats: dict[tuple[str, bool, str], Any] = {}
        self._set_properties(subject)

    def _set_properties(self, subject: str) -> None:
        program = self.say("program")
        self._book.set_properties(
            {
                "title": self.clean(f"{program}: {self.title}"),
                "subject": self.say(subject),
                "author": program,
                "keywords": self.say("keywords"),
                "created": datetime(self.day.year, self.day.month, self.day.day),  # noqa: DTZ001
            }
        )
        self._book.set_custom_property("Language", {"nl": "nl-NL", "en": "en-GB"}[self.language])

    def say(self, key: str, **values: object) -> str:
        """Return the text ``report/key`` in the language of the workbook."""
        return say(self.language, f"report/{key}", **values)

    def clean(self, text: str) -> str:
        """Return ``text`` as a cell can hold it."""
        return clean(text, self.say("cell/cut"))

    def style(self, name: str, *, quoted: bool = False, number: str = "") -> Any:
        """Return the format of style ``name``.

        Args:
            name: one of ``STYLES``.
            quoted: mark the cell as text, so that it also stays text when it is edited.
            number: how a number is shown, where the style leaves that open.
        """
        key = (name, quoted, number)
        if key not in self._formats:
            look = dict(STYLES[name])
            if name == "day":
                look["num_format"] = DATE_FORMATS[self.language]
            if name == "form_day":
                look["num_format"] = TYPED_DATE_FORMATS[self.language]
            if number:
                look["num_format"] = number
            if quoted:
                look["quote_prefix"] = True
            self._formats[key] = self._book.add_format(look)
        return self._formats[key]

    def chart(self) -> Any:
        """Return an empty chart with lying bars."""
        return self._book.add_chart({"type": "bar"})

    def colours(self, look: dict[str, Any]) -> Any:
        """Return a format of colours alone, for a cell that may take them on."""
        return self._book.add_format(look)

    def sheet(self, key: str, widths: Sequence[float], *, landscape: bool) -> "Sheet":
        """Add the sheet called ``report/sheet/key`` with its columns and print set-up."""
        return self.sheet_named(self.say(f"sheet/{key}"), widths, landscape=landscape)

    def sheet_named(self, name: str, widths: Sequence[float], *, landscape: bool) -> "Sheet":
        """Add a sheet that is called ``name``, which Excel must allow."""
        page = self._book.add_worksheet(name)
        vars(page)["_prepare_formula"] = _as_it_is
        page.hide_gridlines(2)
        page.set_paper(_PAPER_A4)
        page.set_margins(**_MARGINS)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        if landscape:
            page.set_landscape()
        else:
            page.set_portrait()
        title = _in_page_header(self.clean(self.title))
        # The space keeps a text that begins with a digit apart from the font size.
        page.set_header(f"&L&9 {title}&R&9 {_in_page_header(name)}")
        number = self.say("print/page", page="&P", pages="&N")
        footer = f"{self.say('program')}, {written(self.day, self.language)}"
        page.set_footer(f"&L&9 {_in_page_header(footer)}&R&9 {number}")
        for column, width in enumerate(widths):
            page.set_column(column, column, width)
        return Sheet(self, page, name, tuple(widths))

    def define(self, name: str, target: str) -> None:
        """Give a cell, a range or a formula a name that holds in the whole workbook."""
        self._book.define_name(name, target if target.startswith("=") else f"={target}")

    def finish(self) -> bytes:
        """Return the workbook as a file; nothing can be added afterwards."""
        self._book.close()
        return self._bytes.getvalue()


Cells = tuple[int, int, int]
"""A stretch of one column: the column, its first row and its last."""


@dataclass(frozen=True)
class BarChart:
    """Lying bars beside a table of the same sheet."""

    title: str
    description: str
    """What the chart shows, in words."""
    categories: Cells
    series: tuple[tuple[str, Cells], ...]
    number: str
    """Format of the figures at the bars."""
    width: int
    height: int
    overlap: int = 0


class Sheet:
    """One sheet; rows and columns count from 0."""

    def __init__(self, book: Book, page: Any, name: str, widths: tuple[float, ...]) -> None:
        self.book = book
        self.name = name
        self._page = page
        self._widths = widths
        self._links = 0

    @property
    def last_column(self) -> int:
        """The rightmost column in use."""
        return len(self._widths) - 1

    def put(self, row: int, column: int, value: Cell, style: str = "text") -> None:
        """Write ``value`` by its type; a text is never worked out."""
        if style == AS_IT_IS and isinstance(value, Decimal | int):
            value = shown(value)
        if value is None or value == "":
            self._page.write_blank(row, column, None, self.book.style(style))
        elif isinstance(value, str):
            self._put_text(row, column, value, style)
        elif isinstance(value, Link):
            self._put_link(row, column, value, style)
        elif isinstance(value, date):
            self._put_day(row, column, value, "form_day" if style == "form_day" else "day")
        elif isinstance(value, Formula):
            self._put_formula(row, column, value, style)
        elif isinstance(value, Shown):
            look = self.book.style(style, number=_layout(value))
            self._page.write_number(row, column, float(value.value), look)
        else:
            self._page.write_number(row, column, float(value), self.book.style(style))

    def put_row(self, row: int, values: Sequence[Cell], styles: Sequence[str] = ()) -> None:
        """Write ``values`` from the first column on and make the row high enough for them.

        Args:
            row: of the cells.
            values: one for each column.
            styles: likewise; left out, all are plain text.
        """
        heights = []
        for column, value in enumerate(values):
            style = styles[column] if styles else "text"
            self.put(row, column, value, style)
            heights.append(self.column_height(value, column, style))
        self.set_height(row, *heights)

    def put_across(
        self, row: int, first: int, last: int, value: Cell, style: str = "text"
    ) -> float:
        """Write ``value`` over several columns as one cell.

        Returns:
            The height in points the row needs for it.
        """
        if first == last:
            self.put(row, first, value, style)
        else:
            self._page.merge_range(row, first, row, last, "", self.book.style(style))
            self.put(row, first, value, style)
        return self.height(value, sum(self._widths[first : last + 1]), style)

    def height(self, value: Cell, width: float, style: str) -> float:
        """Return the height in points that ``value`` needs in a column of ``width``.

        An estimate: only the program that shows the sheet knows its letters. Heights are set
        all the same, because previews, and joined cells everywhere, do not find them themselves.
        """
        look = STYLES[style]
        size = look["font_size"]
        text = value.text if isinstance(value, Link) else value if isinstance(value, str) else ""
        room = width * _DEFAULT_SIZE / size * _LETTERS_PER_WIDTH - _LOST_LETTERS
        lines = count_lines(text, int(room * (_BOLD if look.get("bold") else 1)))
        return float(min(_MAX_HEIGHT, lines * size * _LINE_POINTS + _PADDING_POINTS))

    def column_height(self, value: Cell, column: int, style: str = "text") -> float:
        """Return the height in points that ``value`` needs in ``column``."""
        return self.height(value, self._widths[column], style)

    def set_height(self, row: int, *heights: float) -> None:
        """Make ``row`` as high as the highest of ``heights``."""
        self._page.set_row(row, max(heights))

    def freeze(self, rows: int, columns: int = 0) -> None:
        """Keep the first rows and columns in view."""
        self._page.freeze_panes(rows, columns)

    def filter(self, last_row: int) -> None:
        """Put filter buttons on the first row, for the rows up to ``last_row``."""
        self._page.autofilter(0, 0, last_row, self.last_column)

    def add_chart(self, row: int, column: int, chart: "BarChart") -> None:
        """Draw bars from ``row`` on; who cannot see them has the description and the table."""
        drawn = self.book.chart()
        for number, (name, cells) in enumerate(chart.series):
            drawn.add_series(
                {
                    "name": name,
                    "categories": f"={reference(self.name, *chart.categories)}",
                    "values": f"={reference(self.name, *cells)}",
                    "fill": {"color": CHART_COLOURS[number]},
                    "border": {"none": True},
                    "gap": 60,
                    "overlap": chart.overlap,
                    "data_labels": {"value": True, "num_format": chart.number,
                                    "font": {"size": 8}},
                }
            )  # fmt: skip
        drawn.set_title({"name": chart.title, "name_font": {"size": 11, "color": TITLE_COLOUR}})
        # The first row of the table stands on top, as it does in the table.
        drawn.set_y_axis({"reverse": True, "label_position": "low", "line": {"none": True}})
        drawn.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
        drawn.set_legend({"position": "bottom"} if len(chart.series) > 1 else {"none": True})
        drawn.set_size({"width": chart.width, "height": chart.height})
        options = {"description": chart.description, "object_position": 1}
        self._page.insert_chart(row, column, drawn, options)

    def mark_changed(self, row: int, column: int, changed: str) -> None:
        """Colour a cell that says ``changed``: it wants attention; the words say it as well."""
        look = STYLES["outcome_fail"]
        colours = {"bg_color": look["bg_color"], "font_color": look["font_color"], "bold": True}
        rule = {"type": "cell", "criteria": "==", "value": f'"{changed}"',
                "format": self.book.colours(colours)}  # fmt: skip
        self._page.conditional_format(row, column, row, column, rule)

    def validate(self, row: int, column: int, rule: dict[str, Any]) -> None:
        """Let a cell take only what ``rule`` allows; see XlsxWriter's data validation."""
        self._page.data_validation(row, column, row, column, rule)

    def validate_rows(self, first: int, last: int, column: int, rule: dict[str, Any]) -> None:
        """Let the cells of a column take only what ``rule`` allows."""
        self._page.data_validation(first, column, last, column, rule)

    def fold_columns(self, first: int, last: int) -> None:
        """Hide columns behind a button above the column before them."""
        self._page.outline_settings(True, False, False, False)  # the button before, not behind
        for column in range(first, last + 1):
            width = self._widths[column]
            self._page.set_column(column, column, width, None, {"level": 1, "hidden": True})
        before = first - 1
        self._page.set_column(before, before, self._widths[before], None, {"collapsed": True})

    def fold_row(self, row: int, *heights: float) -> None:
        """Hide a row behind a button at the row before it; see :meth:`set_height`."""
        self._page.outline_settings(True, False, False, False)
        self._page.set_row(row, max(heights), None, {"level": 1, "hidden": True})

    def hide_row(self, row: int) -> None:
        """Keep a row out of sight."""
        self._page.set_row(row, None, None, {"hidden": True})

    def hide_column(self, column: int) -> None:
        """Keep a column out of sight."""
        self._page.set_column(column, column, self._widths[column], None, {"hidden": True})

    def hide(self) -> None:
        """Keep the whole sheet out of sight."""
        self._page.hide()

    def repeat(self, first_row: int, last_row: int) -> None:
        """Print these rows above each page."""
        self._page.repeat_rows(first_row, last_row)

    def print_only(self, last_row: int, last_column: int) -> None:
        """Print the cells up to these, and nothing behind them."""
        self._page.print_area(0, 0, last_row, last_column)

    def colour_tab(self, colour: str) -> None:
        """Give the tab a colour."""
        self._page.set_tab_color(colour)

    def lock(self) -> None:
        """Refuse changes by accident; there is no password to it."""
        self._page.protect("", {"format_columns": True, "format_rows": True})

    def group_columns(self, first: int, last: int) -> None:
        """Fold columns away behind a button: there for the sums, seldom looked at."""
        for column in range(first, last + 1):
            width = self._widths[column]
            self._page.set_column(column, column, width, None, {"level": 1, "hidden": True})
        self._page.set_column(last + 1, last + 1, None, None, {"collapsed": True})

    def add_bar(self, first_row: int, last_row: int, column: int) -> None:
        """Draw a bar from 0 to 100 behind the numbers of a column."""
        self._page.conditional_format(
            first_row,
            column,
            last_row,
            column,
            {
                "type": "data_bar",
                "bar_solid": True,
                "bar_color": BAR_COLOUR,
                "min_type": "num",
                "max_type": "num",
                "min_value": 0,
                "max_value": 100,
            },
        )

    def _put_text(self, row: int, column: int, text: str, style: str) -> None:
        fit = self.book.clean(text)
        if not fit:
            self._page.write_blank(row, column, None, self.book.style(style))
            return
        look = self.book.style(style, quoted=looks_like_formula(fit))
        self._page.write_string(row, column, fit, look)

    def _put_formula(self, row: int, column: int, formula: Formula, style: str) -> None:
        result = formula.result
        look = self.book.style(style, number=_layout(result) if isinstance(result, Shown) else "")
        plain = result.value if isinstance(result, Shown) else result
        value = plain if isinstance(plain, str) else float(plain)
        self._page.write_formula(row, column, formula.text, look, value)

    def _put_link(self, row: int, column: int, link: Link, style: str) -> None:
        text = self.book.clean(link.text)
        if not text or not is_web_address(link.url) or self._links >= MAX_LINKS:
            self._put_text(row, column, text, style)
            return
        self._links += 1
        look = self.book.style("link", quoted=looks_like_formula(text))
        self._page.write_url(row, column, link.url, look, text)

    def _put_day(self, row: int, column: int, day: date, style: str) -> None:
        if day.year < FIRST_YEAR:
            self._put_text(row, column, written(day, self.book.language), "text")
            return
        moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001
        self._page.write_datetime(row, column, moment, self.book.style(style))


def _layout(number: Shown) -> str:
    """Return the number format: Excel shows a bare decimal sign where places are optional."""
    decimals = f".{'0' * number.places}" if number.places > 0 else ""
    return f"#,##0{decimals}{'%' if number.percent else ''}"


def address(sheet_name: str, row: int, column: int) -> str:
    """Return one cell on a named sheet, for use in a formula."""
    quoted = sheet_name.replace("'", "''")
    return f"'{quoted}'!${xl_col_to_name(column)}${row + 1}"


def reference(sheet_name: str, column: int, first_row: int, last_row: int) -> str:
    """Return a range of one column on a named sheet, for use in a formula."""
    letter = xl_col_to_name(column)
    quoted = sheet_name.replace("'", "''")
    return f"'{quoted}'!${letter}${first_row + 1}:${letter}${last_row + 1}"


def count_lines(text: str, room: int) -> int:
    """Return how many lines of ``room`` letters ``text`` takes when it is broken between words."""
    room = max(room, 1)
    lines = 0
    for paragraph in text.split("\n"):
        used = 0
        lines += 1
        for word in paragraph.split(" "):
            length = len(word)
            if used and used + 1 + length > room:
                lines += 1
                used = length
            else:
                used += length + (1 if used else 0)
            if used > room:  # a word longer than a line is broken anywhere
                lines += (used - 1) // room
                used = (used - 1) % room + 1
    return lines


def _in_page_header(text: str) -> str:
    """Return ``text`` for a page header or footer, where ``&`` begins a command."""
    line = " ".join(text.split())
    short = line if len(line) <= _HEADER_TITLE else f"{line[: _HEADER_TITLE - 1]}…"
    return short.replace("&", "&&")
