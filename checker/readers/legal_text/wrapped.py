"""Lines that a program or a printed page broke off, made into paragraphs again.

Text that was copied from a PDF, and PDF itself, has a line break wherever the page was full. A
line goes on in the next one where it was full and where the next does not begin something new: a
number, a heading, a formula such as "Gelet op".
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

_WORDS = "is|en|of|te|op|in|af|om|er|ze|we|nu|zo|ja|dr|mr|ir|nr|ad|wo|vo|st"
LABEL = re.compile(
    rf"(?!(?:{_WORDS})[.)])"
    r"(?:\(?(?:\d{1,3}(?:bis|ter|[a-z]{1,2})?|[a-z]{1,2}|[ivx]{1,5}|[A-Z])[.)]"
    r"|\d{1,3}[a-z]{0,2}[°º]\.?|\d{1,3}(?:\.\d{1,3}){1,4}\.?|[-–—−•·▪■◦●○‣\u2043\uf0b7\uf0a7*])"
    r"(?=\s|$)"
)
"""A number, letter or dash that begins an item or a lid."""
_HAS_STOP = re.compile(r"[^\W\d_]{1,5}[.)]")
_ONLY_LABEL = re.compile(
    r"(?:\d{1,3}[a-z]{0,2}\.|\(?[a-z]{1,2}[.)]|\d{1,3}[a-z]{0,2}[°º]\.?"
    r"|[-–—−•·▪■◦●○‣\u2043\uf0b7\uf0a7])"
)
_BARE_NUMBER = re.compile(r"\d{1,2}[a-z]?\s+(?=[A-ZÀ-Þ‘’'])")
"""A lid number as wetten.overheid.nl prints it: without a full stop."""
_NUMBERED = re.compile(
    r"(?:Artikel|ARTIKEL|Hoofdstuk|HOOFDSTUK|Titel|TITEL|Titeldeel|TITELDEEL|Afdeling|AFDELING"
    r"|Paragraaf|PARAGRAAF|Boek|BOEK|Deel|DEEL|Bijlage|BIJLAGE|Onderdeel|ONDERDEEL|§|Article"
    r"|Chapter|Section|Annex)\s*(?:\d[\w.:]*|[IVXLC]+[a-z]?\b|[A-Z]{1,2}\b)"
)
_FORMULA = re.compile(
    r"(?:Wij (?:Willem|Beatrix|Juliana|Wilhelmina)|Allen, die deze|Gelet op|Gezien|Overwegende"
    r"|Alzo Wij|Op de voordracht van|Handelend(?:e)? (?:na|in)|In overeenstemming met"
    r"|De (?:Afdeling advisering van de )?Raad van State gehoord|De Afdeling advisering"
    r"|Zo is het|Hebben goedgevonden|Besluit(?:en)?:|BESLUIT(?:EN)?:|Lasten en bevelen"
    r"|Nota van toelichting|NOTA VAN TOELICHTING|Toelichting$|TOELICHTING|Memorie van toelichting"
    r"|MEMORIE VAN TOELICHTING|Algemeen deel$|Artikelsgewijze? |ARTIKELSGEWIJ|I\. Algemeen"
    r"|De (?:Minister|Staatssecretaris|minister|staatssecretaris) van [^.;]{3,80},$"
    r"|Bijlage$|BIJLAGE$|Gegeven te |Gedaan te |['’‘`]s-Gravenhage(?:,|$)|Den Haag(?:,|$)"
    r"|(?:Dit besluit|Deze (?:regeling|wet|verordening)) (?:treedt|wordt|zal|berust|is) )"
)
_AFTER_REFERENCE = re.compile(
    r"\b(?:artikel(?:en)?|onderdeel|onderdelen|sub|nr\.|nrs\.|nummer|paragraaf|hoofdstuk|afdeling"
    r"|titel|bijlage|categorie|punt|rubriek|EUR|(?:[a-z]|\d{1,3}[a-z]?°?) (?:en|of|tot en met))$"
    r"|[§€]$",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"\.(?:\s?\.){3,}\s*\d+$|…{2,}\s*\d+$")
"""A line of a table of contents: dots up to a page number."""
_LAST_WORD = re.compile(r"(?:\d{1,3}|[a-z])\.")
_LONE = frozenset({"en", "of", "en/of", "dan wel", "and", "or"})
_DEFINED = re.compile(r"[^.;:]{1,80}:")
_ENDS = (".", ";", ":", "?", "!")
_PAGE = re.compile(
    r"(?:[Pp]ag(?:ina|\.)?\s*)?[-–]?\s*\d{1,4}\s*(?:(?:/|van|of)\s*\d{1,4})?\s*[-–]?"
)

_LONGEST_TITLE = 200
_WIDEST = 140
"""A line that is longer was not broken off to fit a page."""
_MOST_LONGER = 0.12
"""Rows of tables and web addresses are longer than the page of a broken off text is wide."""
_ALMOST_FULL = 0.82
"""Letters differ in width, so that a full line has fewer of them than the fullest one."""
_LEAST_SHARE = 0.06
_SHORTEST_WIDTH = 30


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands on a page."""

    text: str
    full: bool
    """Whether the first word of the next line would not have fitted behind it."""
    apart: bool = False
    """Whether there is white space above it that ends a paragraph."""
    heading: bool = False
    """Whether it is set as a heading."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together."""

    text: str
    heading: bool = False


def begins_anew(line: str, before: str) -> bool:
    """Whether ``line`` begins a paragraph whatever the line ``before`` it looks like."""
    if line[:1].islower() and not _HAS_STOP.match(line):
        return False
    if LABEL.match(line):
        return not _AFTER_REFERENCE.search(before)
    if _BARE_NUMBER.match(line):
        return before.endswith(_ENDS) or bool(_NUMBERED.match(before))
    return bool(_NUMBERED.match(line) or _FORMULA.match(line))


def is_contents(line: str) -> bool:
    """Whether ``line`` is one of a table of contents."""
    return line[-1:].isdigit() and _CONTENTS.search(line) is not None


def is_label(text: str) -> bool:
    """Whether ``text`` is a number, letter or dash and nothing else."""
    return _ONLY_LABEL.fullmatch(text) is not None


def is_title(text: str) -> bool:
    """Whether ``text`` that is set in bold is a heading, and no emphasis."""
    if not text or len(text) > _LONGEST_TITLE or LABEL.match(text):
        return False
    is_closed = text.endswith((*_ENDS, ","))
    return not is_closed or (text.endswith(".") and bool(_NUMBERED.match(text)))


def page_number(text: str) -> int | None:
    """Return the number of the page where ``text`` is nothing else: "- 3 -", "pagina 3 van 9"."""
    if not _PAGE.fullmatch(text):
        return None
    return int(re.findall(r"\d+", text)[0])


def width_of(lines: Sequence[str]) -> int | None:
    """Return at how many signs ``lines`` were broken off; None where they were not.

    Args:
        lines: stripped.
    """
    found = list(map(len, filter(None, lines)))
    lengths = sorted(length for length in found if length <= _WIDEST)
    if not lengths or len(found) - len(lengths) > len(found) * _MOST_LONGER:
        return None
    width = lengths[int(len(lengths) * 0.95)]
    if width < _SHORTEST_WIDTH:
        return None
    torn = sum(
        1
        for line, after in pairwise(lines)
        if after[:1].islower()
        and not line.endswith(_ENDS)
        and len(line) > width * 0.6
        and not LABEL.match(after)
    )
    return width if torn >= max(1, len(lengths) * _LEAST_SHARE) else None


def paragraphs(lines: Sequence[str], width: int | None) -> list[str]:
    """Return the paragraphs of lines of plain text; an empty line stands between some of them.

    Args:
        lines: stripped.
        width: at how many signs the text was broken off, as :func:`width_of` tells.
    """
    if width is None:
        return [text for text in with_labels(filter(None, lines)) if not is_contents(text)]
    return [each.text for each in joined(_measured(lines, width))]


def _measured(lines: Sequence[str], width: int) -> list[Line]:
    found: list[Line] = []
    apart = False
    for position, text in enumerate(lines):
        if not text:
            apart = True
            continue
        following = lines[position + 1] if position + 1 < len(lines) else ""
        word = following.split(" ", 1)[0]
        full = len(text) + 1 + len(word) > width * _ALMOST_FULL
        found.append(Line(text, full, apart))
        apart = False
    return found


def with_labels(lines: Iterable[str]) -> list[str]:
    """Return ``lines`` with a number that stands alone put before the line that it numbers."""
    found: list[str] = []
    for line in lines:
        if found and _ONLY_LABEL.fullmatch(found[-1]) and not LABEL.match(line):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found


def broken(lines: Sequence[str]) -> list[str]:
    """Return the paragraphs of lines that somebody broke off by hand, within one paragraph."""
    found: list[str] = []
    for line in filter(None, lines):
        before = found[-1] if found else ""
        is_mid_sentence = line[0].islower() and not before.endswith(_ENDS)
        if found and (_ONLY_LABEL.fullmatch(before) or is_mid_sentence) and not LABEL.match(line):
            found[-1] = f"{before} {line}"
        else:
            found.append(line)
    return found


def joined(lines: Sequence[Line]) -> list[Paragraph]:
    """Return the paragraphs that ``lines`` make up; lines of a table of contents are left out."""
    kept = [line for line in _without_pages(lines) if not is_contents(line.text)]
    hyphens = _Hyphens(kept)
    groups: list[list[Line]] = []
    for line in kept:
        if groups and _goes_on(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Paragraph(hyphens.join(group), all(part.heading for part in group)) for group in groups]


def _goes_on(group: list[Line], line: Line) -> bool:
    last = group[-1]
    if len(group) == 1 and _ONLY_LABEL.fullmatch(last.text):
        # Further on it is no label but what a sentence ends with: "bedoeld in artikel" / "2."
        return not LABEL.match(line.text)
    is_torn = last.full and not last.text.endswith((*_ENDS, ","))
    if line.text in _LONE or (is_torn and _LAST_WORD.fullmatch(line.text)):
        return True
    if begins_anew(line.text, last.text) or last.heading != line.heading:
        return False
    is_mid_sentence = line.text[:1].islower() and not last.text.endswith(_ENDS)
    if line.apart:
        # White space inside a sentence is the end of a page.
        return last.full and is_mid_sentence and not last.heading
    if is_mid_sentence or last.text.endswith("-"):
        return last.full
    if last.text.endswith(":") and line.text[:1].islower():
        return last.full and not _DEFINED.match(line.text)
    if last.text.endswith((";", ":")) or _NUMBERED.match(last.text):
        return False
    return last.full and (not last.heading or not _NUMBERED.match(last.text))


def _without_pages(lines: Sequence[Line]) -> list[Line]:
    """Leave out page numbers that stand in the middle of a sentence."""
    found: list[Line] = []
    for position, line in enumerate(lines):
        is_torn = (
            0 < position < len(lines) - 1
            and bool(_PAGE.fullmatch(line.text))
            and not lines[position - 1].text.endswith(_ENDS)
            and lines[position + 1].text[:1].islower()
            and not LABEL.match(lines[position + 1].text)
        )
        if not is_torn:
            found.append(line)
    return found


_BROKEN = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_CONJUNCTIONS = frozenset({"en", "of", "dan", "tot", "respectievelijk", "noch", "als", "maar",
                           "and", "or", "to"})  # fmt: skip
_PREFIXES = frozenset({"niet", "ex", "oud", "non", "anti", "pro", "semi", "quasi", "vice"})
_VOWELS = frozenset({"aa", "ee", "ii", "oo", "uu"})


class _Hyphens:
    """Puts lines behind each other, and takes out hyphens that only broke a word off."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._written: frozenset[str] = frozenset()
        if any(line.text.endswith("-") for line in lines):
            self._written = frozenset(
                word.lower()
                for line in lines
                if "-" in line.text
                for word in _HYPHENATED.findall(line.text)
            )

    def join(self, group: Sequence[Line]) -> str:
        parts = [group[0].text]
        for line in group[1:]:
            before = parts[-1]
            broken = _BROKEN.search(before) if before.endswith("-") else None
            if broken is None:
                digits = before.endswith("-") and before[-2:-1].isdigit()
                parts.append(line.text if digits else f" {line.text}")
                continue
            word = found[0] if (found := _FIRST_WORD.match(line.text)) else ""
            if word in _CONJUNCTIONS:
                parts.append(f" {line.text}")
                continue
            if not self._is_written(broken[1], word):
                parts[-1] = before[:-1]
            parts.append(line.text)
        return "".join(parts)

    def _is_written(self, start: str, rest: str) -> bool:
        """Whether the hyphen is part of the word: "EG-richtlijn", "Noord-Holland"."""
        last = start.rpartition("-")[2]
        return (
            not rest[:1].islower()
            or last[-1:].isupper()
            or last.lower() in _PREFIXES
            or (last[-1:] + rest[:1]) in _VOWELS
            or f"{start}-{rest}".lower() in self._written
        )
