"""Plain text: typed, pasted, or saved from something else."""

import re
from collections.abc import Iterator

from checker.models.legal_text import Block
from checker.readers.legal_text import words, wrapped

_NUMBER_AND_TAB = re.compile(
    rf"(?:{wrapped.LABEL.pattern}|(?:Artikel|Hoofdstuk|Paragraaf|Afdeling|Titel|Bijlage)\s+\S+"
    r"|§\s*\S+|\d{1,3}[a-z]?(?=\t[^\W\d_]))\t"
)
_LEAST_ROWS = 2


def read(text: str) -> Iterator[Block]:
    """Yield the paragraphs of ``text``, and the rows of tables with tabs between the cells."""
    lines = text.splitlines()
    if "\t" not in text:
        cleaned = [words.clean(line) for line in lines]
        yield from _paragraphs(cleaned, wrapped.width_of(cleaned))
        return
    groups = list(_groups(lines))
    width = wrapped.width_of(
        [words.clean(line) for is_table, group in groups if not is_table for line in group]
    )
    for is_table, group in groups:
        if is_table:
            yield from (words.row(line.split("\t")) for line in group)
        else:
            yield from _paragraphs([words.clean(line) for line in group], width)


def _paragraphs(lines: list[str], width: int | None) -> Iterator[Block]:
    for paragraph in wrapped.paragraphs(lines, width):
        yield words.block(paragraph)


def _groups(lines: list[str]) -> Iterator[tuple[bool, list[str]]]:
    """Part the lines of tables from the others: at least two with equally many tabs."""
    tabs = [_tabs(line) for line in lines]
    text: list[str] = []
    position = 0
    while position < len(lines):
        end = position + 1
        while tabs[position] and end < len(lines) and tabs[end] == tabs[position]:
            end += 1
        if tabs[position] and end - position >= _LEAST_ROWS:
            yield False, text
            yield True, lines[position:end]
            text = []
        else:
            text.extend(lines[position:end])
        position = end
    yield False, text


def _tabs(line: str) -> int:
    """Return how many tabs part cells; the one behind a number does not."""
    line = line.strip()
    return 0 if _NUMBER_AND_TAB.match(line) else line.count("\t")
