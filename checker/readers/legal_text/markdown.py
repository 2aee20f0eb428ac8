"""Markdown: the statute book's, a drafter's own, and what pandoc makes of a document."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checker.models.legal_text import Block, BlockKind
from checker.readers.legal_text import words, wrapped

HEADING = re.compile(r" {0,3}(#{1,6})[ \t]*([^#\s].*)$")
_UNDERLINE = re.compile(r" {0,3}(?:={3,}|-{3,})\s*$")
_RULE = re.compile(r"\s*(?:(?:[-*_]\s*){3,})$")
_FENCE = re.compile(r"\s*(?:`{3,}|~{3,}|:{3,})")
_DELIMITERS = re.compile(r"\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$")
_GRID = re.compile(r"\s*\+(?:[-=:]+\+)+\s*$")
_CELL = re.compile(r"(?<!\\)\|")
_NO_VALUE = re.compile(r"-{2,}")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:\s")
_QUOTED = re.compile(r"\A(?:>\s*)+")
_ITEM = re.compile(r"\s*(?:[-*+]|\(?(?:\d{1,4}|[A-Za-z]{1,5}|#)\\?[.)])\s")
_BULLET = re.compile(r"\s*(?:[-+]|\*(?! [^*]*[^*\s]\*(?:\s|$)))\s+(?=\S)")

_SPECIAL = re.compile(r"[*_\\<&\[`^~{]")
_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)")
_LINK = re.compile(
    r"\[([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)?)\]"
    r"\((?:[^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?|[^\s\[\]]{0,400}?\.md)\)"
)
_REFERENCE = re.compile(r"\[([^\[\]]+)\]\[[^\[\]]*\]")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\]")
_SPAN = re.compile(r"\[([^\[\]]*)\]\{[^{}]*\}")
_ATTRIBUTES = re.compile(r"\s*\{[#.=][^{}]*\}\s*$")
_HTML = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|cite|code|del|div|em|font|hr|i|img|ins|kbd|li|mark|meta|ol"
    r"|p|s|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul)(?:[\s/][^<>]*)?>",
    re.IGNORECASE,
)
_COMMENT_START, _COMMENT_END = "<!--", "-->"
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_STARS = re.compile(r"(\*{1,3})([^*\s)][^*]*)\1(?!\*)")
_LOOSE_STARS = re.compile(r"\*((?!\))[^*]*[^*\s])\*(?!\*)")
_LONE_STARS = re.compile(r"\A\s*\*\s+(.*?)\s+\*\s*\Z")
_UNDERSCORES = re.compile(r"(?<!\w)(_{1,2})([^_\s](?:[^_]*[^_\s])?)\1(?!\w)")
_RAISED = re.compile(r"([\^~])([^\s^~]{1,20})\1")
_STRUCK = re.compile(r"~~([^~]+)~~")
_CODE = re.compile(r"(`{1,2})([^`]+)\1")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_KEPT_ESCAPE = re.compile(r"\\([*_\[\]`^~{}<&\\|])")
_KEPT = 0xE000
"""Escaped signs wait in the private area of Unicode until marks have been taken out."""
_KEPT_AGAIN = re.compile("[\ue020-\ue07f]")

_LOOKS = re.compile(r"^ {0,3}#{1,6} ?[^#\s]", re.MULTILINE)
_LEAST_HEADINGS = 2


def looks_like(text: str) -> bool:
    """Whether ``text`` is Markdown, whatever the file is called."""
    return sum(1 for _, _ in zip(_LOOKS.finditer(text), range(_LEAST_HEADINGS), strict=False)) >= 2


def read(text: str) -> Iterator[Block]:
    """Yield the blocks of ``text``."""
    lines = _without_front(_without_comments(text).splitlines())
    return _Reader(lines).blocks()


def _without_comments(text: str) -> str:
    start = text.find(_COMMENT_START)
    if start < 0:
        return text
    kept, position = [], 0
    while start >= 0 and (end := text.find(_COMMENT_END, start)) >= 0:
        kept.append(text[position:start])
        position = end + len(_COMMENT_END)
        start = text.find(_COMMENT_START, position)
    kept.append(text[position:])
    return "".join(kept)


def _without_front(lines: list[str]) -> list[str]:
    """Leave out the line of HTML meta data, or the YAML, that some programs put at the top."""
    if lines and lines[0].lstrip("\ufeff").startswith("<meta "):
        return lines[1:]
    if lines and lines[0].strip() == "---":
        for position, line in enumerate(lines[1:60], start=1):
            if line.strip() in ("---", "..."):
                return lines[position + 1 :]
    return lines


@dataclass
class _Reader:
    """Goes through the lines; ``paragraph`` holds those whose end is not known yet."""

    lines: Sequence[str]
    paragraph: list[str] = field(default_factory=list)
    grid: list[list[str]] | None = None
    in_note: bool = False

    def __post_init__(self) -> None:
        self.width = wrapped.width_of([line.strip() for line in self.lines])
        self.has_definitions = any(map(_DEFINITION.match, self.lines))

    def blocks(self) -> Iterator[Block]:
        for line in self.lines:
            yield from self._line(line)
        yield from self._flush()

    def _line(self, line: str) -> Iterator[Block]:
        stripped = line.strip()
        if not stripped:
            yield from self._flush()
            self.in_note = False if not line else self.in_note
        elif stripped[0] == "#" and (heading := HEADING.match(line)):
            yield from self._flush()
            yield self._heading(heading[2])
        elif stripped[0] in "|+" or (self.paragraph == [] and _is_row(stripped)):
            yield from self._row(stripped)
        else:
            yield from self._other(line, stripped)

    def _heading(self, text: str) -> Block:
        text = _ATTRIBUTES.sub("", text.rstrip()).rstrip("#")
        return words.block(_LONE_STARS.sub(r"\1", self._plain(text)), BlockKind.HEADING)

    def _other(self, line: str, stripped: str) -> Iterator[Block]:
        first = stripped[0]
        if first in "=-" and self.paragraph and _UNDERLINE.match(line):
            text, self.paragraph = " ".join(self.paragraph), []
            yield self._heading(text)
        elif (first in "`~:" and _FENCE.match(line)) or (first in "-*_" and _RULE.match(line)):
            yield from self._flush()
        elif first == "[" and _DEFINITION.match(line):
            yield from self._flush()
            self.in_note = stripped.startswith("[^")
        elif not (self.in_note and (self.paragraph == [])):
            yield from self._text(line, stripped)

    def _text(self, line: str, stripped: str) -> Iterator[Block]:
        if stripped[0] == ">":
            line = stripped = _QUOTED.sub("", stripped)
        if not stripped:
            yield from self._flush()
            return
        if self.paragraph and not self._goes_on(line, stripped):
            yield from self._flush()
        self.paragraph.append(line)
        # Two spaces or a backslash at its end break a line off.
        if line.endswith(("  ", "\\")):
            self.paragraph[-1] = line.rstrip("\\")
            yield from self._flush()

    def _goes_on(self, line: str, stripped: str) -> bool:
        """Whether a line belongs to the paragraph before it; in the statute book none does."""
        if self.width is None or _ITEM.match(line):
            return False
        before = self.paragraph[-1].strip()
        word = stripped.split(" ", 1)[0]
        is_full = len(self.paragraph[-1].rstrip()) + 1 + len(word) > self.width
        return (is_full or stripped[0].islower()) and not wrapped.begins_anew(stripped, before)

    def _flush(self) -> Iterator[Block]:
        if self.grid is not None:
            self.grid = None
        if self.paragraph:
            text, self.paragraph = " ".join(map(str.strip, self.paragraph)), []
            yield words.block(self._plain(_bulleted(text)))

    def _row(self, line: str) -> Iterator[Block]:
        if self.paragraph:
            yield from self._flush()
        if _GRID.match(line):
            yield from self._grid_row()
            self.grid = []
        elif line[0] == "+":
            self.paragraph.append(line)
        elif self.grid is not None:
            self.grid.append(_cells(line))
        elif not _DELIMITERS.match(line):
            yield words.row([_value(self._plain(cell)) for cell in _cells(line)])

    def _grid_row(self) -> Iterator[Block]:
        """A row of a table drawn with lines, each cell of which may take several lines."""
        if self.grid:
            columns = max(map(len, self.grid))
            filled = [line + [""] * (columns - len(line)) for line in self.grid]
            yield words.row([self._plain(" ".join(cell)) for cell in zip(*filled, strict=True)])

    def _plain(self, text: str) -> str:
        return plain(text, references=self.has_definitions) if _SPECIAL.search(text) else text


def _is_row(line: str) -> bool:
    return line[-1] == "|" and line.count("|") > 1


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in _CELL.split(line.strip().strip("|"))]


def _value(cell: str) -> str:
    """The statute book writes three dashes in an empty cell."""
    return "" if _NO_VALUE.fullmatch(cell.strip()) else cell


def _bulleted(text: str) -> str:
    if text[:1] in {"-", "+", "*"} and (bullet := _BULLET.match(text)):
        return f"– {text[bullet.end() :]}"
    return text


def plain(text: str, *, references: bool = False) -> str:
    """Return the words of ``text`` without marks, links and tags."""
    if "\\" in text:
        text = _KEPT_ESCAPE.sub(lambda found: chr(_KEPT + ord(found[1])), text)
        text = _ESCAPED.sub(r"\1", text)
    if "[" in text:
        text = _IMAGE.sub(" ", text)
        text = _FOOTNOTE.sub("", text)
        text = _LINK.sub(r"\1", text)
        text = _SPAN.sub(r"\1", text)
        text = _REFERENCE.sub(r"\1", text) if references else text
    if "<" in text:
        text = _HTML.sub(_in_place, _AUTOLINK.sub(r"\1", text))
    if "`" in text:
        text = _CODE.sub(r"\2", text)
    if "*" in text:
        text = _STARS.sub(r"\2", _STARS.sub(r"\2", text))
        text = _LOOSE_STARS.sub(r"\1", text)
    if "_" in text:
        text = _UNDERSCORES.sub(r"\2", text)
    if "^" in text or "~" in text:
        text = _RAISED.sub(r"\2", _STRUCK.sub("", text))
    if "&" in text:
        text = html.unescape(text)
    return _KEPT_AGAIN.sub(lambda found: chr(ord(found[0]) - _KEPT), text)


def _in_place(tag: re.Match[str]) -> str:
    """Return what a tag leaves behind: a space where it parts words."""
    name = tag[0].strip("</> ").lower()
    is_part = name.startswith(("br", "td", "th", "tr", "li", "p", "div", "hr"))
    return " " if is_part else ""
