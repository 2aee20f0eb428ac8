"""Where the text of the draft stands beside the regulations in force."""

from decimal import Decimal

from checker.legal_text.reading import read_stored
from checker.report.excel.book import Book
from checker.report.excel.table import Column, write_table
from checker.report.excel.view import View
from checker.statutebook.comparison import Comparison, comparisons
from checker.statutebook.wording import edition_text

_FROZEN = 1  # what is measured stays in view


def write(book: Book, view: View) -> None:
    """Add the sheet; it is in the report only where a text was read."""
    regulation = view.assessment.regulation
    body = regulation.text.body
    assert body is not None
    instrument = regulation.identity.instrument
    found = comparisons(read_stored(body), instrument, view.language)
    write_table(book, "statute_book", _columns(view), found, _FROZEN)


def _columns(view: View) -> tuple[Column[Comparison], ...]:
    return (
        Column("measure", 34, lambda c: c.name, "strong"),
        Column("value", 12, lambda c: Decimal(str(round(c.value, 3))), "number"),
        Column("standing_beside", 60, lambda c: c.words),
        Column("regulations", 14, lambda c: c.position.n, "integer"),
        Column("edition", 16, lambda c: edition_text(c.position.edition, view.language)),
    )
