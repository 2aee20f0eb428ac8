"""HTML: pages of wetten.overheid.nl, and what Word, LibreOffice and pandoc save.

The tags are found with one pattern that never looks past the next "<", so that the time grows
with the size of the page and no more, whatever is in it.
"""

import html as entities
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.models.legal_text import Block, BlockKind
from checker.readers.legal_text import limits, numbering, plain, words, wrapped

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)((?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>")
_DECLARATION = re.compile(r"<[!?][^<>]*>")
_ATTRIBUTE = re.compile(r"([a-zA-Z:-]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))")
_FLAG_HIDDEN = re.compile(r"(?:^|\s)hidden(?:\s|$)")

_RAW = frozenset({"script", "style", "textarea", "title"})
_DROPPED = frozenset(
    {"head", "nav", "form", "button", "noscript", "template", "svg", "select", "object", "iframe",
     "del", "footer", "math"}
)  # fmt: skip
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "col", "wbr", "area", "base"})
_BLOCKS = frozenset(
    {"p", "div", "ul", "ol", "section", "article", "header", "main", "aside", "blockquote", "body",
     "address", "figure", "figcaption", "details", "summary", "fieldset", "center", "caption",
     "dl", "hr", "html", "tbody", "thead", "tfoot"}
)  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD = frozenset({"b", "strong"})
_UNSEEN_CLASS = re.compile(
    r"(?:^|\s)(?:footnotes?|footnote-ref|footnote-back|footnoteanc\w*|sdfootnote\w*|sdendnote\w*"
    r"|skiplinks?|breadcrumbs?|pagination|menu|header-anchor|[\w-]*--functions|action-buttons"
    r"|MsoFootnote\w*|MsoToc\d?|MsoHeader|MsoFooter|toc|noprint|js-hide)(?:\s|$)"
)
_UNSEEN_ID = re.compile(r"(?:Table of Contents|Inhoudsopgave|TOC|sdfootnote|sdendnote|_?ftn)\w*$")
_UNSEEN_STYLE = re.compile(r"display:\s*none|mso-element:\s*(?:footnote|comment|header|footer)")
_NO_NUMBER = re.compile(r"list-style(?:-type)?:\s*none|\bexpliciet\b|\bartikel_leden\b")
_LIST_STYLE = re.compile(r"list-style(?:-type)?:\s*([a-z-]+)")


_LONGEST_LABEL = 40
_MOST_TABLES = 50
"""Tables inside each other: pages laid out with tables have some ten. What stands in the innermost
is put together anew for each one around it."""


@dataclass
class _List:
    """A list that is open; ``style`` is None for one without numbers."""

    style: str | None
    number: int = 1
    shows: bool = True


@dataclass
class _Table:
    """A table that is open: rows of cells of blocks."""

    rows: list[list[list[Block]]] = field(default_factory=list)


def read(text: str, name: str = "") -> Iterator[Block]:
    """Yield the blocks of a page; ``name`` names the file in messages.

    Raises:
        BadInputError: tables stand inside each other deeper than any page has them.
    """
    reader = _Reader(name)
    yield from reader.read(_content(_without_comments(text)))


def _content(text: str) -> str:
    """Return what stands in the main part of a page, where it has one."""
    start, end = text.find("<main"), text.rfind("</main>")
    return text[start:end] if 0 <= start < end else text


def _without_comments(text: str) -> str:
    parts, position = [], 0
    while (start := text.find("<!--", position)) >= 0:
        parts.append(text[position:start])
        end = text.find("-->", start)
        if end < 0:
            return "".join(parts)
        position = end + len("-->")
    parts.append(text[position:])
    return "".join(parts)


class _Reader:
    """Goes through tags and words, and gives a block at the end of each."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.words: list[str] = []
        self.heading = False
        self.bold = 0
        self.only_bold = True
        self.label = ""
        self.number_class = 0
        self.lists: list[_List] = []
        self.tables: list[_Table] = []
        self.pre = False
        self.skipped: tuple[str, int] | None = None
        self.done: list[Block] = []

    def read(self, text: str) -> Iterator[Block]:
        position = 0
        while found := _TAG.search(text, position):
            self._words(text[position : found.start()])
            position = found.end()
            name = found[2].lower().rpartition(":")[2]
            if name in _RAW and not found[1]:
                end = text.find(f"</{found[2]}", position)
                position = end if end >= 0 else len(text)
            elif self.skipped is not None:
                self._skip(name, is_end=bool(found[1]), is_closed=found[3].endswith("/"))
            elif found[1]:
                self._end(name)
            else:
                self._start(name, found[3])
            if self.done and not self.tables:
                yield from self.done
                self.done = []
        self._words(text[position:])
        self._flush()
        while self.tables:
            self._close_table()
        yield from self.done

    # --- words ------------------------------------------------------------------------------------

    def _words(self, text: str) -> None:
        if not text or self.skipped is not None:
            return
        text = _DECLARATION.sub("", text)
        text = _unescaped(text) if "&" in text else text
        if not self.pre:
            text = text.replace("\n", " ").replace("\r", " ")
        if not self.bold and text.strip():
            self.only_bold = False
        self.words.append(text)

    def _flush(self, *, goes_on: bool = False) -> None:
        """Give the words so far as a block; a number alone is kept where the item goes on."""
        text, self.words = "".join(self.words), []
        heading, only_bold = self.heading, self.only_bold
        self.only_bold = True
        if not text.strip():
            return
        if goes_on and wrapped.is_label(text.strip()):
            self._add_label(text.strip())
            return
        label, self.label = self.label, ""
        for block in self._blocks(text, label, heading=heading, only_bold=only_bold):
            self._give(block)

    def _blocks(self, text: str, label: str, *, heading: bool, only_bold: bool) -> Iterator[Block]:
        if self.pre:
            yield from plain.read(text)
            return
        if heading:
            yield words.block(f"{label} {text}", BlockKind.HEADING)
            return
        for line in wrapped.broken(list(map(words.clean, text.split("\n")))):
            own = wrapped.LABEL.match(words.labelled(line)) if label else None
            with_label = line if own and label in (numbering.BULLET, own[0]) else f"{label} {line}"
            is_heading = only_bold and wrapped.is_title(with_label.strip())
            kind = BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH
            yield words.block(with_label, kind)
            label = ""

    def _give(self, block: Block) -> None:
        if not block.text:
            return
        if self.tables:
            rows = self.tables[-1].rows
            if rows and rows[-1]:
                rows[-1][-1].append(block)
                return
            if len(self.tables) > 1 or rows:
                return
        self.done.append(block)

    # --- tags -------------------------------------------------------------------------------------

    def _skip(self, name: str, *, is_end: bool, is_closed: bool) -> None:
        if self.skipped is None or name != self.skipped[0] or is_closed:
            return
        depth = self.skipped[1] + (-1 if is_end else 1)
        self.skipped = (name, depth) if depth else None

    def _start(self, name: str, raw: str) -> None:
        attributes = _attributes(raw) if raw else {}
        if _is_unseen(name, attributes, raw):
            if name in _BLOCKS:
                self._flush()
            if name not in _VOID and not raw.endswith("/"):
                self.skipped = (name, 1)
            return
        if name == "br":
            self.words.append("\n")
        elif name in _BOLD:
            self.bold += 1
        elif name == "span":
            is_number = bool({"lidnr", "ol"} & set(attributes.get("class", "").split()))
            self.number_class += is_number or self.number_class > 0
        elif name in ("td", "th", "tr", "table"):
            self._start_table(name)
        elif name not in ("dt", "dd"):
            self._start_block(name, attributes)

    def _start_block(self, name: str, attributes: dict[str, str]) -> None:
        if name in _BLOCKS or name in _HEADINGS or name in ("li", "pre"):
            self._flush(goes_on=name != "li")
        if name in _HEADINGS:
            self.heading = True
        elif name == "pre":
            self.pre = True
        elif name in ("ol", "ul"):
            self.lists.append(_list(name, attributes))
        elif name == "li":
            self._item(attributes)

    def _item(self, attributes: dict[str, str]) -> None:
        if not self.lists:
            self.lists.append(_List(None))
        inside = self.lists[-1]
        if (value := attributes.get("value", "")).isdecimal() and len(value) < 6:
            inside.number = int(value)
        if inside.shows:
            label = numbering.BULLET
            if inside.style is not None:
                label = f"{numbering.written(inside.number, inside.style)}."
            self._add_label(label)
        inside.number += 1

    def _add_label(self, label: str) -> None:
        if len(self.label) < _LONGEST_LABEL:
            self.label = f"{self.label} {label}".strip()

    def _end(self, name: str) -> None:
        if name in _BOLD:
            self.bold = max(0, self.bold - 1)
        elif name == "span":
            self._end_number()
        elif name in ("td", "th", "tr", "table"):
            self._end_table(name)
        elif name == "dt":
            self._end_term()
        elif name in _BLOCKS or name in _HEADINGS or name in ("li", "pre", "dd"):
            self._flush(goes_on=name in ("p", "div"))
            self.bold = 0 if name in ("p", "li") else self.bold
            self.heading = self.heading and name not in _HEADINGS
            self.pre = self.pre and name != "pre"
            if name in ("ol", "ul") and self.lists:
                self.lists.pop()
            if name == "li":
                self.label = ""

    def _end_number(self) -> None:
        """The number of a lid stands without its full stop in a page of the statute book."""
        if not self.number_class:
            return
        self.number_class -= 1
        if self.words and self.words[-1].strip()[-1:].isalnum():
            self.words[-1] = f"{self.words[-1].rstrip()}. "

    def _end_term(self) -> None:
        term = "".join(self.words).strip()
        if term:
            self.words = [f"{term} " if term.endswith((":", ".")) else f"{term}: "]

    # --- tables -----------------------------------------------------------------------------------

    def _start_table(self, name: str) -> None:
        self._flush()
        if name == "table":
            if len(self.tables) >= _MOST_TABLES:
                raise limits.refused(self.name, "text_too_deep")
            self.tables.append(_Table())
        elif self.tables:
            rows = self.tables[-1].rows
            if name == "tr" or not rows:
                rows.append([])
            if name != "tr":
                rows[-1].append([])

    def _end_table(self, name: str) -> None:
        self._flush()
        if name == "table" and self.tables:
            self._close_table()

    def _close_table(self) -> None:
        table = self.tables.pop()
        if all(len(cells) <= 1 for cells in table.rows):
            given = [block for cells in table.rows for cell in cells for block in cell]
        else:
            texts = [[" ".join(b.text for b in cell) for cell in cells] for cells in table.rows]
            given = [words.row(cells) for cells in texts]
        for block in given:
            self._give(block)


def _attributes(raw: str) -> dict[str, str]:
    found = {}
    for name, double, single, bare in _ATTRIBUTE.findall(raw):
        found[name.lower()] = _unescaped(double or single or bare)
    return found


def _is_unseen(name: str, attributes: dict[str, str], raw: str) -> bool:
    """Whether an element is a note, a menu, a header or hidden: no part of the text."""
    if name in _DROPPED:
        return True
    if not attributes:
        return bool(_FLAG_HIDDEN.search(raw)) if raw else False
    return bool(
        _UNSEEN_CLASS.search(attributes.get("class", ""))
        or (name == "div" and attributes.get("title") in ("header", "footer"))
        or (name in ("div", "section") and _UNSEEN_ID.match(attributes.get("id", "")))
        or _UNSEEN_STYLE.search(attributes.get("style", ""))
        or attributes.get("role") in ("navigation", "doc-noteref", "doc-endnotes", "doc-toc")
        or attributes.get("aria-hidden") == "true"
        or (name == "a" and attributes.get("href", "").startswith("#_ftn"))
        or _FLAG_HIDDEN.search(_ATTRIBUTE.sub("", raw))
    )


def _list(name: str, attributes: dict[str, str]) -> _List:
    shows = not _NO_NUMBER.search(f"{attributes.get('style', '')} {attributes.get('class', '')}")
    if name == "ul":
        return _List(None, shows=shows)
    style = _LIST_STYLE.search(attributes.get("style", ""))
    start = attributes.get("start", "1")
    number = int(start) if start.isdecimal() and len(start) < 6 else 1
    return _List(style[1] if style else attributes.get("type", "1"), number, shows)


def _unescaped(text: str) -> str:
    """Return ``text`` with its entities as signs; a number that is no sign stays as it is."""
    try:
        return entities.unescape(text)
    except ValueError:
        return text
