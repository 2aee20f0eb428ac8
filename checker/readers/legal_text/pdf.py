"""PDF: the lines of its pages, without what stands on every page, as paragraphs."""

import ctypes
import re
import threading
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from checker.models.legal_text import Block, BlockKind
from checker.readers.legal_text import limits, words, wrapped
from checker.readers.legal_text.limits import refused

_ONE_AT_A_TIME = threading.Lock()
"""PDFium is not made for several threads."""

_BREAK = re.compile(r"\r\n|[\r\n]|(?<=[\x02\ufffe])")
_HYPHENS = ("\x02", "\ufffe")
"""What PDFium gives for a hyphen at the end of a line."""
_REFERENCE = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[.,;:)”’]))\d{1,3}(?!\w)")
_NOTE = re.compile(r"(?:\d{1,3}|\*+)\)?\s")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_FEWEST_LETTERS = 8
"""A page with fewer holds no text, but a picture of it, or nothing."""
_SHARE_OF_PAGES = 0.3
_FEW_PAGES = 5
_OUTERMOST = 5
"""How many lines a header or footer has at most."""
_SAME_HEIGHT = 4.0
_SMALL, _LARGE = 0.9, 1.15
_WIDE_GAP = 1.3
_TOLERANCE = 0.015
_NAME_LENGTH = 128


@dataclass(frozen=True, slots=True)
class _Line:
    """A line on a page; lengths are in points, from the lower left corner."""

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    bold: bool
    page_width: float
    page_height: float


def read(data: bytes, name: str) -> Iterator[Block]:
    """Yield the paragraphs of a PDF.

    Raises:
        BadInputError: it is damaged, has a password, or holds pictures of text only.
    """
    with _ONE_AT_A_TIME:
        pages = _pages(data, name)
    lines = _without_notes(_without_running(pages))
    for each in wrapped.joined(_measured(lines)):
        is_heading = each.heading and wrapped.is_title(each.text)
        yield words.block(each.text, BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH)


def _pages(data: bytes, name: str) -> list[list[_Line]]:
    deadline = limits.Deadline(name)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        is_locked = "password" in str(error).lower()
        raise refused(name, "text_pdf_password" if is_locked else "text_pdf_damaged") from None
    try:
        if len(document) > limits.MAX_PAGES:
            raise refused(name, "text_pdf_too_long", bound=str(limits.MAX_PAGES))
        pages = []
        for number in range(len(document)):
            deadline.check()
            pages.append(_page(document, number))
    except (pdfium.PdfiumError, ValueError):
        raise refused(name, "text_pdf_damaged") from None
    finally:
        document.close()
    bare = sum(sum(len(line.text) for line in page) < _FEWEST_LETTERS for page in pages)
    if not pages or bare * 2 > len(pages):
        raise refused(name, "text_pdf_pictures" if pages else "text_pdf_damaged")
    return pages


def _page(document: pdfium.PdfDocument, number: int) -> list[_Line]:
    page = document[number]
    letters = page.get_textpage()
    try:
        count = letters.count_chars()
        text = letters.get_text_range(0, count) if count else ""
        if len(text) != count:
            # Signs outside the basic plane take two places: then each is asked for by itself.
            codes = (raw.FPDFText_GetUnicode(letters, i) for i in range(count))
            text = "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)
        size = page.get_size()
        return list(_lines(letters, text, number, size))
    finally:
        letters.close()
        page.close()


def _lines(
    letters: pdfium.PdfTextPage, text: str, page: int, size: tuple[float, float]
) -> Iterator[_Line]:
    start = 0
    for found in [*_BREAK.finditer(text), None]:
        end = len(text) if found is None else found.start()
        if text[start:end].strip():
            yield _line(letters, text, start, end, page, size)
        start = len(text) if found is None else found.end()


def _line(
    letters: pdfium.PdfTextPage,
    text: str,
    start: int,
    end: int,
    page: int,
    size: tuple[float, float],
) -> _Line:
    first = end - len(text[start:end].lstrip())
    last = start + len(text[start:end].rstrip()) - 1
    base = _base(letters, first)
    own = raw.FPDFText_GetFontSize(letters, first)
    written = _without_references(letters, text[start:end], start, base, own)
    for hyphen in _HYPHENS:
        written = written.replace(hyphen, "-")
    is_bold = _is_bold(letters, first) and _is_bold(letters, last)
    left, right = letters.get_charbox(first)[0], letters.get_charbox(last)[2]
    return _Line(words.clean(written), page, left, right, base, own, is_bold, *size)


def _base(letters: pdfium.PdfTextPage, index: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(letters, index, x, y)
    return y.value


def _is_bold(letters: pdfium.PdfTextPage, index: int) -> bool:
    name = ctypes.create_string_buffer(_NAME_LENGTH)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(letters, index, name, _NAME_LENGTH, flags)
    return bool(_BOLD.search(name.value.decode("utf-8", "replace")))


def _without_references(
    letters: pdfium.PdfTextPage, text: str, start: int, base: float, size: float
) -> str:
    """Leave out the small raised numbers of notes, which follow a word or a sign."""

    def kept(found: re.Match[str]) -> str:
        at = start + found.start()
        is_raised = _base(letters, at) > base + size * 0.15
        is_small = raw.FPDFText_GetFontSize(letters, at) < size * 0.8
        return "" if is_raised or is_small else found[0]

    return _REFERENCE.sub(kept, text)


# --- what is no text ------------------------------------------------------------------------------


def _without_running(pages: list[list[_Line]]) -> list[list[_Line]]:
    """Leave out what stands at the top or bottom of many pages, and page numbers."""
    usual = _usual_size(pages)
    for is_top in (True, False):
        for _ in range(_OUTERMOST):
            outer = [_outermost(page, is_top=is_top) for page in pages]
            found = [line for line in outer if line is not None]
            dropped = _running(found, len(pages), usual)
            if not dropped:
                break
            pages = [[line for line in page if id(line) not in dropped] for page in pages]
    return pages


def _outermost(page: Sequence[_Line], *, is_top: bool) -> _Line | None:
    def height(line: _Line) -> float:
        return line.base

    line = (max if is_top else min)(page, key=height, default=None)
    if line is not None and len(page) == 1 and wrapped.page_number(line.text) is None:
        return None  # All that a page says is its text.
    return line


def _running(outer: Sequence[_Line], pages: int, usual: float) -> set[int]:
    """Return which of the outermost lines of the pages are a header, a footer or a number."""
    groups: dict[str, list[_Line]] = defaultdict(list)
    for line in outer:
        is_heading = wrapped.begins_anew(line.text, "") and len(line.text) < 40
        groups[line.text if is_heading else re.sub(r"\d+", "#", line.text)].append(line)
    # Two pages of a few can begin alike by chance; the first often has no header.
    least = max(2, pages - 1 if pages <= _FEW_PAGES else pages * _SHARE_OF_PAGES)
    dropped = {id(line) for line in outer if _is_page_number(line, outer, pages)}
    for lines in groups.values():
        height = median(line.base for line in lines)
        same = [line for line in lines if abs(line.base - height) <= _SAME_HEIGHT]
        if any(line.size > usual * _LARGE for line in same):
            continue
        if len(same) >= least:
            dropped |= {id(line) for line in same}
    return dropped


def _is_page_number(line: _Line, outer: Sequence[_Line], pages: int) -> bool:
    number = wrapped.page_number(line.text)
    if number is None:
        return False
    if pages == 1:
        edge = line.page_height * 0.1
        return number == 1 and not edge < line.base < line.page_height - edge
    step = number - line.page
    alike = sum(
        1 for each in outer if (n := wrapped.page_number(each.text)) and n - each.page == step
    )
    return alike >= max(2, pages * _SHARE_OF_PAGES)


def _without_notes(pages: list[list[_Line]]) -> list[_Line]:
    """Leave out the notes at the foot of a page: smaller than the text, with a number."""
    usual = _usual_size(pages)
    kept: list[_Line] = []
    for page in pages:
        dropped = _notes(page, usual)
        kept += [line for line in page if id(line) not in dropped]
    return [replace(line, bold=line.bold or line.size > usual * _LARGE) for line in kept]


def _usual_size(pages: Sequence[Sequence[_Line]]) -> float:
    """Return the size that most letters have."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _notes(page: Sequence[_Line], usual: float) -> set[int]:
    small: list[_Line] = []
    for line in sorted(page, key=lambda line: line.base):
        if line.size >= usual * _SMALL:
            break
        small.append(line)
    begins = [position for position, line in enumerate(small) if _NOTE.match(line.text)]
    if not begins or len(small) == len(page):
        return set()
    return {id(line) for line in small[: begins[-1] + 1]}


# --- lines as paragraphs --------------------------------------------------------------------------


def _measured(lines: Sequence[_Line]) -> list[wrapped.Line]:
    """Return the lines with what shows on the page: whether they were full, and white space."""
    margins = _margins(lines)
    gap = _usual_gap(lines)
    found = []
    for position, line in enumerate(lines):
        before = lines[position - 1] if position else None
        after = lines[position + 1] if position + 1 < len(lines) else None
        full = after is not None and _is_full(line, after, margins)
        apart = before is not None and _is_apart(before, line, gap)
        found.append(wrapped.Line(line.text, full, apart, line.bold))
    return found


Column = tuple[int, bool]
"""Width of the page, and whether it is a column on its right half."""


def _column(line: _Line, narrow: set[int]) -> Column:
    return round(line.page_width), line.page in narrow and line.left > line.page_width * 0.47


def _narrow_pages(lines: Sequence[_Line]) -> set[int]:
    """Return the pages with two columns: hardly any line crosses the middle."""
    crossing: Counter[int] = Counter()
    right: Counter[int] = Counter()
    total: Counter[int] = Counter()
    for line in lines:
        middle = line.page_width / 2
        total[line.page] += 1
        crossing[line.page] += line.left < middle - 10 and line.right > middle + 10
        right[line.page] += line.left > middle - 10
    return {p for p, n in total.items() if crossing[p] < n * 0.15 and right[p] > n * 0.3}


def _margins(lines: Sequence[_Line]) -> dict[Column | int, float]:
    """Return how far to the right lines reach: in each column, by page where it differs."""
    narrow = _narrow_pages(lines)
    rights: dict[Column, list[float]] = defaultdict(list)
    for line in lines:
        rights[_column(line, narrow)].append(line.right)
    found: dict[Column | int, float] = {}
    for column, ends in rights.items():
        found[column] = sorted(ends)[int(len(ends) * 0.97)]
    for line in lines:
        if line.page in narrow:
            found[line.page] = 1.0
    return found


def _is_full(line: _Line, after: _Line, margins: dict[Column | int, float]) -> bool:
    narrow = {line.page} if line.page in margins else set()
    margin = margins[_column(line, narrow)]
    letter = (line.right - line.left) / max(1, len(line.text))
    word = after.text.split(" ", 1)[0]
    room = margin - line.right
    return room < letter * (len(word) + 1) + line.page_width * _TOLERANCE


def _usual_gap(lines: Sequence[_Line]) -> float:
    """Return the distance between lines that belong together, as a share of the letters' size."""
    gaps = [
        (a.base - b.base) / b.size
        for a, b in pairwise(lines)
        if a.page == b.page and a.base > b.base and b.size and abs(a.size - b.size) < 0.5
    ]
    if not gaps:
        return float("inf")
    return sorted(gaps)[len(gaps) // 4]


def _is_apart(before: _Line, line: _Line, gap: float) -> bool:
    distance = before.base - line.base
    if before.page != line.page or distance < 0:
        # Nothing shows at the end of a page; a full stop makes a new paragraph likelier.
        return before.text.endswith((".", ";", ":"))
    return distance > gap * _WIDE_GAP * max(line.size, before.size)
