"""Small pieces of HTML. What a person or a rule wrote always passes through :func:`esc`."""

import re
from collections.abc import Iterable
from html import escape

import streamlit as st

_MARKDOWN = re.compile(r"([\\`*_\[\]$~<>|#])|:(?=[a-zA-Z])")


def esc(text: object) -> str:
    """Return ``text`` for use inside HTML, attributes included."""
    return escape(str(text), quote=True)


def plain(text: str) -> str:
    """Return ``text`` so that a widget's label shows it as it is: labels are read as Markdown."""
    return _MARKDOWN.sub(lambda found: "\\" + found[0], text)


def html(*pieces: str) -> None:
    """Put HTML on the page; nothing where there is none."""
    if body := "\n".join(piece for piece in pieces if piece):
        st.html(body)


def first_capital(text: str) -> str:
    """Return ``text`` as the beginning of a line."""
    return text[:1].upper() + text[1:]


def linked(text: str, url: str | None) -> str:
    """Return ``text`` as a link that opens beside the app; without an address as it is."""
    if not url:
        return esc(text)
    return f'<a href="{esc(url)}" target="_blank" rel="noopener noreferrer">{esc(text)}</a>'


def paragraph(text: str, style: str = "") -> str:
    """Return a paragraph; nothing for no text."""
    if not text:
        return ""
    return f'<p class="{style}">{esc(text)}</p>' if style else f"<p>{esc(text)}</p>"


def bullets(items: Iterable[str], style: str = "") -> str:
    """Return a list of sentences; nothing for none."""
    rows = "".join(f"<li>{esc(item)}</li>" for item in items)
    return f'<ul class="{style}">{rows}</ul>' if rows else ""


def definition(rows: Iterable[tuple[str, str]]) -> str:
    """Return terms with their descriptions; a description is HTML, and an empty one is left out."""
    cells = "".join(f"<dt>{esc(term)}</dt><dd>{text}</dd>" for term, text in rows if text)
    return f'<dl class="facts">{cells}</dl>' if cells else ""


def fold(summary: str, body: str, style: str = "") -> str:
    """Return a part that folds open by itself, without the server; both arguments are HTML."""
    return f'<details class="fold {style}"><summary>{summary}</summary><div>{body}</div></details>'


def note(text: str, style: str = "note") -> None:
    """Show one sentence apart from the rest."""
    html(f'<div class="{style}">{esc(text)}</div>')
