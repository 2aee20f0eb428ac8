"""Word documents (.docx): paragraphs with the numbers that Word shows, and tables.

The parts of the packed file are read as XML, without a library for Word (see docs/adr/0007): the
numbers that Word shows are in none, and lxml, which they need, changes how openpyxl reads.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from checker.models.legal_text import Block, BlockKind
from checker.readers.legal_text import words, wrapped
from checker.readers.legal_text.limits import refused
from checker.readers.legal_text.packed import Packed
from checker.readers.legal_text.safe_xml import local, parsed
from checker.readers.legal_text.word_numbers import (
    Numbers,
    Style,
    child,
    is_on,
    styles,
    value,
)

_MAIN = "word/document.xml"
_DAMAGED = "text_word_damaged"
_SKIPPED = frozenset(
    {"del", "moveFrom", "delText", "instrText", "footnoteReference", "endnoteReference",
     "annotationRef", "footnoteRef", "endnoteRef", "commentReference", "Fallback", "pPr", "rPr",
     "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "rt", "sectPr", "softHyphen",
     "delInstrText", "ruby"}
)  # fmt: skip
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_HEADING = re.compile(r"(?:heading|kop|title|titel|subtitle|ondertitel)\b", re.IGNORECASE)
_CONTENTS = re.compile(
    r"(?:toc|inhopg|inhoudsopgave) ?\d|(?:toc|inhoudsopgave)\b.*heading|kopvaninhoud", re.IGNORECASE
)
_NAMES_ITSELF = re.compile(r"[A-Za-z]{4,}|§")
_SYMBOLS = {
    "b0": "°", "b7": "•", "a7": "•", "d8": "•", "2d": "–", "a3": "≤", "b3": "≥", "b1": "±",
    "b4": "×", "fc": "✓", "e0": "→", "de": "→", "fe": "☑", "a8": "☐", "6f": "☐", "a5": "∞",
    "b2": "\u2033", "a2": "\u2032", "61": "\u03b1", "62": "\u03b2", "67": "\u03b3",
    "44": "\u0394", "6d": "\u03bc", "57": "\u03a9", "53": "\u03a3",
}  # fmt: skip
"""What stands behind the codes of Word's symbol fonts."""
_MOST_STYLES = 20


def read(packed: Packed, name: str) -> Iterator[Block]:
    """Yield the blocks of a document.

    Raises:
        BadInputError: it is damaged or unsafe.
    """
    main = _main(packed, name)
    if main is None:
        raise refused(name, packed.other_kind())
    folder = main.rpartition("/")[0]
    root = _part(packed, main, name)
    body = child(root, "body") if root is not None else None
    if body is None:
        raise refused(name, _DAMAGED)
    known = _part(packed, f"{folder}/styles.xml", name)
    lists = _part(packed, f"{folder}/numbering.xml", name)
    by_id = {} if known is None else styles(known)
    try:
        yield from _Reader(by_id, Numbers(lists, by_id)).document(body)
    except RecursionError:
        raise refused(name, "text_too_deep") from None


def _main(packed: Packed, name: str) -> str | None:
    """Return where the text is; the file says so itself, and nearly always at the same place."""
    if _MAIN in packed:
        return _MAIN
    relations = _part(packed, "_rels/.rels", name)
    for node in () if relations is None else relations:
        target = (value(node, "Target") or "").lstrip("/")
        is_main = (value(node, "Type") or "").endswith("/officeDocument")
        if is_main and target.lower().startswith("word/") and target in packed:
            return target
    return None


def _part(packed: Packed, path: str, name: str) -> Element | None:
    if path not in packed:
        return None
    data = packed.read(path)
    # Word never declares a document type; who does is up to something.
    if b"<!DOCTYPE" in data or "<!DOCTYPE".encode("utf-16-le") in data:
        raise refused(name, "text_xml_unsafe")
    return parsed(data, name, _DAMAGED)


@dataclass
class _Found:
    """The words of a paragraph while they are gathered."""

    text: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    """Text boxes that hang on it."""
    is_bold: bool = True
    """Whether all its words are bold so far."""


class _Reader:
    """Goes through the body; ``carried`` is text whose paragraph mark was deleted."""

    def __init__(self, known: dict[str, Style], numbers: Numbers) -> None:
        self._styles = known
        self._numbers = numbers
        self._carried = _Found()
        self._default = next((key for key, each in known.items() if each.name == "normal"), None)

    def document(self, body: Element) -> Iterator[Block]:
        """Yield all blocks."""
        yield from self._content(body)
        if "".join(self._carried.text).strip():
            yield from self._lines(self._carried, "", is_heading=False)

    def _content(self, node: Element) -> Iterator[Block]:
        for each in node:
            name = local(each.tag)
            if name == "p":
                yield from self._paragraph(each)
            elif name == "tbl":
                yield from self._table(each)
            elif name not in _SKIPPED and not _is_contents(each):
                yield from self._content(each)

    # --- paragraphs -------------------------------------------------------------------------------

    def _paragraph(self, node: Element) -> Iterator[Block]:
        properties = child(node, "pPr")
        style = value(child(properties, "pStyle")) or self._default
        found, self._carried = self._carried, _Found()
        self._gather(node, found, bold=self._is_bold(style))
        if child(properties, "rPr", "del") is not None:
            self._carried = found
            return
        if not self._is_contents(style):
            label = self._label(properties, style, "".join(found.text))
            yield from self._lines(found, label, is_heading=self._is_heading(properties, style))
        for box in found.boxes:
            yield from self._content(box)

    def _label(self, properties: Element | None, style: str | None, text: str) -> str:
        label = self._numbers.label(properties, style)
        # A number without words behind it is nobody's; "Artikel 1" says something by itself.
        return label if text.strip() or _NAMES_ITSELF.search(label) else ""

    def _lines(self, found: _Found, label: str, *, is_heading: bool) -> Iterator[Block]:
        text = "".join(found.text)
        if is_heading:
            yield words.block(f"{label} {text}", BlockKind.HEADING)
            return
        lines = wrapped.broken(list(map(words.clean, text.split("\n")))) or [""]
        for line in lines:
            if wrapped.is_contents(line):
                continue
            is_title = found.is_bold and wrapped.is_title(f"{label} {line}".strip())
            kind = BlockKind.HEADING if is_title else BlockKind.PARAGRAPH
            yield words.block(f"{label} {line}", kind)
            label = ""

    def _chain(self, style: str | None) -> Iterator[Style]:
        """Yield a style and those that it is based on."""
        for _ in range(_MOST_STYLES):
            found = self._styles.get(style or "")
            if found is None:
                return
            yield found
            style = found.based_on

    def _is_heading(self, properties: Element | None, style: str | None) -> bool:
        if (own := value(child(properties, "outlineLvl"))) is not None:
            return own != "9"
        for found in self._chain(style):
            if found.outline is not None:
                return found.outline < 9
            if _HEADING.match(found.name):
                return True
        return False

    def _is_contents(self, style: str | None) -> bool:
        return any(_CONTENTS.match(found.name) for found in self._chain(style))

    def _is_bold(self, style: str | None) -> bool:
        return next((s.bold for s in self._chain(style) if s.bold is not None), False)

    # --- words ------------------------------------------------------------------------------------

    def _gather(self, node: Element, found: _Found, *, bold: bool) -> None:
        for each in node:
            name = local(each.tag)
            if name == "r":
                self._run(each, found, bold=bold)
            elif name == "t":
                found.text.append(each.text or "")
            elif name not in _SKIPPED:
                self._gather(each, found, bold=bold)

    def _run(self, run: Element, found: _Found, *, bold: bool) -> None:
        properties = child(run, "rPr")
        if is_on(child(properties, "vanish")) or is_on(child(properties, "webHidden")):
            return
        if (own := child(properties, "b")) is not None:
            bold = is_on(own)
        before = len(found.text)
        self._parts(run, found)
        if not bold and "".join(found.text[before:]).strip():
            found.is_bold = False

    def _parts(self, node: Element, found: _Found) -> None:
        for each in node:
            name = local(each.tag)
            if name == "t":
                found.text.append(each.text or "")
            elif name in _SIGNS:
                found.text.append(_SIGNS[name])
            elif name == "sym":
                found.text.append(_symbol(each))
            elif name == "txbxContent":
                found.boxes.append(each)
            elif name not in _SKIPPED:
                self._parts(each, found)

    # --- tables -----------------------------------------------------------------------------------

    def _table(self, table: Element) -> Iterator[Block]:
        rows = [
            [list(self._content(cell)) for cell in _all(row, "tc")]
            for row in _all(table, "tr")
            if child(row, "trPr", "del") is None
        ]
        is_layout = all(len(cells) <= 1 for cells in rows)
        for cells in rows:
            if is_layout:
                yield from (block for cell in cells for block in cell)
            else:
                yield words.row([" ".join(block.text for block in cell) for cell in cells])


def _all(node: Element, name: str) -> Iterator[Element]:
    """Yield rows or cells, also those inside content controls."""
    for each in node:
        found = local(each.tag)
        if found == name:
            yield each
        elif found in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _all(each, name)


def _is_contents(node: Element) -> bool:
    """Whether a content control holds a table of contents."""
    gallery = child(node, "sdtPr", "docPartObj", "docPartGallery")
    return gallery is not None and (value(gallery) or "").lower() == "table of contents"


def _symbol(node: Element) -> str:
    code = (value(node, "char") or "").lower()
    if not re.fullmatch(r"[0-9a-f]{2,4}", code):
        return ""
    if code.startswith("f0") and len(code) == 4:
        return _SYMBOLS.get(code[2:], "")
    return chr(int(code, 16))
