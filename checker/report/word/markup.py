"""Paragraphs and tables as WordprocessingML; text is escaped here and nowhere else.

Written as one string and read in once: a table of a thousand rows takes a fraction of the time that
making its elements one by one takes.
"""

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

from checker.report.word import house

_BREAK = re.compile("([\t\n])")
_BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}
_HIGHLIGHT = '<w:highlight w:val="yellow"/>'


def run(text: str, style: str = "", *, is_highlighted: bool = False) -> str:
    """Return words in one look; a tab and a line end are those of Word."""
    look = f'<w:rStyle w:val="{style}"/>' if style else ""
    look += _HIGHLIGHT if is_highlighted else ""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    words = (_BREAKS.get(part) or _words(part) for part in _BREAK.split(text) if part)
    return f"<w:r>{properties}{''.join(words)}</w:r>"


def _words(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def field(code: str, result: str) -> str:
    """Return a field of ours with its result; no field ever holds what a user wrote."""
    return f'<w:fldSimple w:instr=" {code} ">{run(result)}</w:fldSimple>'


def paragraph(
    runs: str, style: str, *, keep: bool = False, new_page: bool = False, room: int = 0
) -> str:
    """Return a paragraph.

    Args:
        runs: what is in it.
        style: id of its style.
        keep: whether it stays on the page of what follows.
        new_page: whether it begins a page.
        room: twentieths of a point above it, in place of those of the style.
    """
    look = "<w:keepNext/>" if keep else ""
    look += "<w:pageBreakBefore/>" if new_page else ""
    look += f'<w:spacing w:before="{room}"/>' if room else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{look}</w:pPr>{runs}</w:p>'


def cell(paragraphs: Iterable[str], width: int) -> str:
    """Return a cell of a table; it has at least one paragraph."""
    size = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    return f"<w:tc>{size}{''.join(paragraphs)}</w:tc>"


def row(cells: Iterable[str], *, is_header: bool = False, is_kept: bool = False) -> str:
    """Return a row of a table.

    Args:
        cells: what is in it.
        is_header: whether it comes back at the top of each page.
        is_kept: whether it may not be divided over two pages.
    """
    look = "<w:cantSplit/>" if is_kept else ""
    look += "<w:tblHeader/>" if is_header else ""
    properties = f"<w:trPr>{look}</w:trPr>" if look else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def table(rows: Iterable[str], widths: Iterable[int], caption: str, *, has_total: bool) -> str:
    """Return a table in the house style; ``caption`` is what a screen reader says of it."""
    sizes = list(widths)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in sizes)
    title = escape(caption, {'"': "&quot;", "\n": " ", "\t": " "})
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{house.TABLE_STYLE}"/>'
        f'<w:tblW w:w="{sum(sizes)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:firstRow="1" w:lastRow="{int(has_total)}" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{title}"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
