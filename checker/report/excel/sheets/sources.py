"""The sources that findings and frameworks rest on, each once."""

from checker.content.messages import source_state
from checker.report.excel.book import Book
from checker.report.excel.cells import Cell, web_link
from checker.report.excel.table import Column, write_table
from checker.report.excel.view import UsedSource, View

_FROZEN = 2  # id and name stay in view


def write(book: Book, view: View) -> None:
    """Add the sheet."""
    write_table(book, "sources", _columns(view), view.sources, _FROZEN)


def _columns(view: View) -> tuple[Column[UsedSource], ...]:
    unrecorded = view.say("cell/unrecorded")
    return (
        Column("source", 21, lambda s: s.id, "strong"),
        Column("source_title", 34, lambda s: view.text(s.entry.title)),
        Column("article", 11, lambda s: s.entry.article),
        Column("link", 22, lambda s: _link(s, view)),
        Column("address", 32, lambda s: s.entry.url),
        Column(
            "verified",
            15,
            lambda s: source_state(s.entry, view.language),
            lambda s: "text" if s.entry.verified else "outcome_partial",
        ),
        Column("note", 38, lambda s: view.text(s.entry.note)),
        Column("consulted", 18, lambda s: s.entry.consulted or unrecorded),
        Column("used_by", 24, lambda s: ", ".join(s.used_by)),
    )


def _link(source: UsedSource, view: View) -> Cell:
    url = source.entry.url
    return web_link(url) if url else view.say("cell/no_link")
