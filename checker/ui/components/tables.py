"""Tables as real markup: what a chart shows can be read, copied and heard."""

from collections.abc import Iterable, Sequence
from itertools import count

from checker.ui.components.markup import esc


class Html(str):
    """A cell that is markup already; any other text is escaped."""

    __slots__ = ()


def table(
    caption: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    figures: slice = slice(1, None),
    total: Sequence[str] | None = None,
) -> str:
    """Return a table that scrolls sideways by itself where the screen is narrow.

    Args:
        caption: what it shows, with its unit.
        columns: headings.
        rows: cells; the first of each names the row.
        figures: which columns hold figures, aligned to the right; the others hold words.
        total: cells of a last row that adds up the others.
    """
    aligned = frozenset(range(len(columns))[figures])
    head = "".join(
        f'<th scope="col"{_style(position, aligned)}>{esc(title)}</th>'
        for position, title in enumerate(columns)
    )
    body = "".join(f"<tr>{_cells(row, aligned)}</tr>" for row in rows)
    foot = "" if total is None else f"<tfoot><tr>{_cells(total, aligned)}</tr></tfoot>"
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{esc(caption)}">'
        f'<table class="figures"><caption>{esc(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>{foot}</table></div>"
    )


def mark(text: str) -> Html:
    """Return a word that stands out beside a figure, such as "not verified"."""
    return Html(f' <span class="mark">{esc(text)}</span>')


def _cells(row: Sequence[str], aligned: frozenset[int]) -> str:
    first, *rest = row
    cells = (
        f"<td{_style(position, aligned)}>{_escaped(cell)}</td>"
        for position, cell in zip(count(1), rest, strict=False)
    )
    return f'<th scope="row">{_escaped(first)}</th>{"".join(cells)}'


def _escaped(cell: str) -> str:
    return cell if isinstance(cell, Html) else esc(cell)


def _style(position: int, aligned: frozenset[int]) -> str:
    return ' class="number"' if position in aligned else ""
