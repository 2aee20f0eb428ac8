"""Lists of terms: in paragraphs of their own, in one paragraph, and in tables."""

import re
from collections.abc import Iterator, Sequence

from checker.legal_text.definition_terms import LONGEST_TERM, defined
from checker.legal_text.places import Places, follows_in_list
from checker.models.legal_text import Provision, ProvisionKind
from checker.models.text_facts import Definition

_ONLY_COLON = re.compile(r":(?!\d)")
_NEXT_CAPITAL = re.compile(
    r"(?<=[a-zà-ÿ)])\s(?=(?:De|Het|Een|Degene|Iedere?|Elke?|Alle|Dat|Die)\s)"
)
"""Term and meaning with nothing between: "Zorgaanbieder De natuurlijke persoon die"."""
_COLON = re.compile(r":(?!\d)|\s[–—=-]\s(?=\S)|\t")
_LABEL = re.compile(
    r"(?:(?P<label>(?:[a-z]{1,2}\d?|[1-9]\d?)[.°)])(?:\s*(?=[^\W\d_])|\s+(?=\S))"
    r"|(?<=; )(?P<plain>[a-z])\s(?=[a-z]{2})"
    r"|(?<![^\s;:])(?P<dash>[–-])\s+(?=\S))"
)
_PIECE_ENDS = re.compile(r";\s*|\.\s+(?=[A-Z][^.:;]{1,60}:\s)|$")
_LABEL_CELL = re.compile(r"(?:[A-Za-z]{1,2}\d?|\d{1,2})[.)°]?|[–•-]")
_DEFINING_HEADING = re.compile(r"\b(?:begrip|definitie|begripsomschrijving)", re.IGNORECASE)
_NO_TERM = re.compile(
    r"^(?:voor ?zover|in ?geval|bij|ten aanzien van|met betrekking tot|voor wat betreft"
    r"|in(?! (?:de handel|het verkeer|bezit|gebruik|omloop|voorraad|dienst)\b))\b"
    r"|\b(?:wordt|worden|indien|als volgt|dient|kunnen|zijn|heeft|hebben\b(?!$)|moet|mag"
    r"|onderstaande)\b"
    r"|(?<!\bnr)(?<!\bno)(?<!\b[a-z])[.;]\s",
    re.IGNORECASE,
)


_GLUED = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z])")
"""Term and meaning of a table that lost its columns: "ministerMinister van Defensie"."""
_UNPARTED = re.compile(
    r"(?:(?:[Dd]e|[Hh]et|[Ee]en) )?(?:(?P<twice>[^\W\d_][\w -]{2,60}?)(?= (?i:(?P=twice))\b)"
    r"|(?P<letters>[A-Z][A-Z&-]{1,9})(?=\s[A-Z]))"
    r"|(?!(?:de|het|een|wier|wiens|die|dat|voor|bij|in|op)\b)(?P<words>[\w-]{2,40}(?:"
    r" [\w-]{2,40}){0,3}?)"
    r"(?<! van)(?<! tot)(?<! of)(?<! en)(?<! aan)(?<! met)(?<! voor)(?<! door)(?<! op)(?<! in)(?<!"
    r" die)"
    r"(?=\s(?:de|het|een|degene|hetgeen|elke?|iedere?|alle)\s)",
)
"""Term and meaning without any mark between, where no onderdeel has one."""


class Lists:
    """The lists of terms of one text, each gone through once."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self.listed: set[int] = set()
        """The provisions that are part of a list."""
        self._scanned: set[int] = set()

    def after(self, start: int, index: int) -> Iterator[Definition]:
        """Yield the terms of the list that begins at ``start`` or in the next paragraph."""
        if index in self._scanned:
            return
        self._scanned.add(index)
        places, labels = self._places, _Labels()
        if places.text[start : places.provisions[index].end].strip(" :"):
            yield from _inline(places, start, index, labels)
        if labels.open:
            yield from _inline_after(places, index, self.listed, labels)
        else:
            yield from _list_after(places, index, self.listed)


def _list_after(places: Places, head: int, listed: set[int]) -> Iterator[Definition]:
    """Yield the terms of the list that follows the provision ``head``."""
    provisions = places.provisions
    level: int | None = None
    open_term: tuple[str, int, int, int] | None = None
    end, members = 0, []
    for index in range(head + 1, len(provisions)):
        provision = provisions[index]
        if _groups(provisions[head], provision):
            continue
        if not follows_in_list(provisions[head], provision):
            break
        listed.add(index)
        depth = _depth(places, provision)
        level = depth if level is None else level
        named = _term_of(places, provision) if depth == level else None
        if named is None and _list_ends(places, provision, depth, level):
            listed.discard(index)
            break
        if depth == level:
            members.append(index)
        if named is not None:
            yield from _close(places, open_term, end)
            open_term = (*named, index)
        end = provision.end
    yield from _close(places, open_term, end)
    if open_term is None:
        yield from _unparted(places, members)


def _groups(head: Provision, provision: Provision) -> bool:
    """Whether a heading within the list stands over a group of terms."""
    is_heading = provision.kind is ProvisionKind.HEADING
    return is_heading and provision.article == head.article and provision.lid == head.lid


def _unparted(places: Places, members: Sequence[int]) -> Iterator[Definition]:
    """Yield the terms of a list in which nothing parts term from meaning, if most have one."""
    named = []
    for index in members:
        provision = places.provisions[index]
        found = _UNPARTED.match(places.text, provision.start, provision.end)
        if found is None or provision.kind is ProvisionKind.TABLE or _NO_TERM.search(found[0]):
            continue
        named.append((found[0], provision.start, found.end(), index))
    if 2 * len(named) > len(members):
        for term in named:
            yield from _close(places, term, places.provisions[term[3]].end)


def _depth(places: Places, provision: Provision) -> int:
    """How deep a paragraph stands in onderdelen.

    One without a label of its own stands in none, also behind the onderdelen of another.
    """
    labelled = places.text[provision.start - 1 : provision.start] != "\n"
    return provision.item.count(".") + 1 if provision.item is not None and labelled else 0


def _list_ends(places: Places, provision: Provision, level: int, depth: int) -> bool:
    """Whether a paragraph that defines nothing stands after the list, not within a meaning."""
    if provision.kind is not ProvisionKind.TEXT or level > depth:
        return False
    before = places.text[max(0, provision.start - 12) : provision.start].rstrip()
    return before[-1:] == "." and places.text[provision.start].isupper()


def _close(
    places: Places, term: tuple[str, int, int, int] | None, end: int
) -> Iterator[Definition]:
    if term is not None:
        name, start, meaning, index = term
        yield from defined(places, name, start, meaning, end, index)


def _term_of(places: Places, provision: Provision) -> tuple[str, int, int] | None:
    """Return the term that a paragraph of a list defines, its place and that of its meaning."""
    text = places.text
    if provision.kind is ProvisionKind.TABLE:
        return _term_of_row(text, provision)
    start, end = provision.start, provision.end
    separator = (
        _separator(text, start, end)
        or _NEXT_CAPITAL.search(text, start, min(end, start + 100))
        or _GLUED.search(text, start, _first_word_end(text, start, end))
    )
    if separator is None:
        return None
    term = text[provision.start : separator.start()]
    if len(term) > LONGEST_TERM or _NO_TERM.search(term):
        return None
    return term, provision.start, separator.end()


def _first_word_end(text: str, start: int, end: int) -> int:
    space = text.find(" ", start, end)
    return space + 1 if space >= 0 else end


def _separator(text: str, start: int, end: int) -> re.Match[str] | None:
    """Find what parts a term from its meaning; a colon rather than a dash."""
    stop = min(end, start + LONGEST_TERM)
    first = _COLON.search(text, start, stop)
    if first is None or first[0] == ":":
        return first
    return _ONLY_COLON.search(text, first.end(), min(stop, start + 80)) or first


def _term_of_row(text: str, provision: Provision) -> tuple[str, int, int] | None:
    at = provision.start
    cells: list[tuple[str, int]] = []
    for cell in text[provision.start : provision.end].split("\t"):
        if cell.strip(" :") and not (not cells and _LABEL_CELL.fullmatch(cell.strip())):
            cells.append((cell, at))
        at += len(cell) + 1
    if len(cells) < 2:
        return None
    (term, start), (_, meaning) = cells[0], cells[1]
    return term, start, meaning


class _Labels:
    """The labels of a list within paragraphs: the next one is the only one that counts."""

    def __init__(self) -> None:
        self.wanted: tuple[str, ...] = ("a", "1", "–", "-")
        self.open = False

    def pieces(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Cut "a. …; b. …" at its labels; what stands before the first is left out."""
        found: list[re.Match[str]] = []
        for hit in _LABEL.finditer(text, start, end):
            label = (hit["label"] or hit["plain"] or hit["dash"]).rstrip(".°)")
            if label not in self.wanted or (
                hit.start() > start and text[hit.start() - 1].isalnum()
            ):
                continue
            if not self.open and text[start : hit.start()].strip(" :"):
                return []
            self.open = True
            self.wanted = _next_labels(label)
            found.append(hit)
        stops = [hit.start() for hit in found[1:]] + [end]
        return [(hit.end(), stop) for hit, stop in zip(found, stops, strict=False)]


def _inline(places: Places, start: int, index: int, labels: _Labels) -> Iterator[Definition]:
    """Yield the terms of a list that stands in one paragraph."""
    end = places.provisions[index].end
    text = places.text
    pieces = labels.pieces(text, start, end)
    if not pieces and not labels.open:
        pieces = _plain_pieces(text, start, end)
    for at, stop in pieces:
        separator = _separator(text, at, stop)
        if separator is None:
            continue
        term = text[at : separator.start()]
        if not _NO_TERM.search(term):
            yield from defined(places, term, at, separator.end(), stop, index)


def _inline_after(
    places: Places, head: int, listed: set[int], labels: _Labels
) -> Iterator[Definition]:
    """Yield what goes on of such a list in the paragraphs after it, after onderdelen of its own."""
    for index in range(head + 1, len(places.provisions)):
        provision = places.provisions[index]
        if not follows_in_list(places.provisions[head], provision):
            break
        listed.add(index)
        yield from _inline(places, provision.start, index, labels)


def _next_labels(label: str) -> tuple[str, ...]:
    if label in "–-":
        return (label,)
    if label.isdecimal():
        return (str(int(label) + 1),)
    following = chr(ord(label[-1]) + 1) if label[-1] != "z" else "aa"
    return (label[:-1] + following if label[-1] != "z" else following, f"{label}1")


def _plain_pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut at semicolons; what defines nothing belongs to the piece before."""
    pieces: list[tuple[int, int]] = []
    at = start
    for found in _PIECE_ENDS.finditer(text, start, end):
        if found.start() > at:
            separator = _separator(text, at, found.start())
            if pieces and (separator is None or _NO_TERM.search(text[at : separator.start()])):
                pieces[-1] = (pieces[-1][0], found.start())
            else:
                pieces.append((at, found.start()))
        at = found.end()
    return pieces


def under_headings(places: Places, listed: set[int]) -> Iterator[Definition]:
    """Yield the terms of articles that are headed "Begripsbepalingen" and only list terms."""
    for article in places.legal.articles:
        if article.heading is None or not _DEFINING_HEADING.search(article.heading):
            continue
        if places.text.find("verstaa", article.start, article.end) >= 0:
            continue
        first = places.index(article.start)
        for index in range(first + 1, len(places.provisions)):
            provision = places.provisions[index]
            if provision.start >= article.end:
                break
            if (
                index in listed
                or _depth(places, provision) > 1
                or provision.kind is ProvisionKind.HEADING
            ):
                continue
            named = _term_of(places, provision)
            if named is not None:
                yield from _close(places, (*named, index), provision.end)
