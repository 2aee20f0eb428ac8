"""What one line of a legal text is, by its words alone: heading, lid, onderdeel or plain text."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from checker.models.legal_text import Block, BlockKind


class LineKind(Enum):
    """The sorts of line that make up the structure."""

    ARTICLE = auto()
    CHAPTER = auto()
    ANNEX = auto()
    NOTE = auto()
    CLOSING = auto()
    NUMBERED = auto()
    """Begins with a number or letter: a lid or an onderdeel, whichever fits its place."""
    HEADING = auto()
    """Set as a heading in the file; its words say nothing."""
    TABLE = auto()
    PLAIN = auto()


class Style(Enum):
    """The ways to number a lid or an onderdeel."""

    NUMBER = auto()
    LETTER = auto()
    DEGREE = auto()
    ROMAN = auto()
    CAPITAL = auto()
    DASH = auto()


@dataclass(slots=True)
class Line:
    """A block with what its beginning says.

    Not frozen, though nobody changes it: there is one for each line, and a frozen dataclass takes
    eight times as long to make.
    """

    kind: LineKind
    text: str
    label: str = ""
    """Number of the article, lid or onderdeel; "Hoofdstuk 2" for a chapter."""
    rest: int = 0
    """Where the words after the label begin."""
    style: Style | None = None

    @property
    def words(self) -> str:
        """What stands after the label."""
        return self.text[self.rest :]


NUMBER = (
    r"(?:\d+(?:[a-z]{1,4}|[A-Z])?(?:[.:]\d+[a-z]{0,4}){0,4}"
    r"|[IVXLC]+(?:[A-H]|[a-z]{1,2})?(?:[.:]\d+[a-z]?)?"
    r"|[A-Z]{1,2} ?\d+[a-z]{0,2})"
)
"""Number of an article: 1, 1a, 2.3, 4:12, 2.1.5a, 7bis, IV, IIIa, J 3."""

_ARTICLE = re.compile(rf"(?:Artikel|ARTIKEL|Art\.)\s+(?P<n>{NUMBER})(?![\w:])[.:]?(?P<rest>\s*.*)$")
_ONLY_ARTICLE = re.compile(r"(?:enig|eenig) artikel[.]?$", re.IGNORECASE)
_LEVELS = "boek|deel|hoofdstuk|titel|titeldeel|afdeling|onderafdeling|paragraaf|subparagraaf|§"
_CHAPTER = re.compile(
    rf"(?P<label>(?:{_LEVELS})\s*(?:\d+[a-z]?(?:[.:]\d+[a-z]?)*|[IVXLC]+[a-z]?|[A-Z])?)"
    r"(?![\w.:]*\w)[.:]?(?P<rest>.*)$",
    re.IGNORECASE,
)
_ANNEX = re.compile(r"(?:bijlagen?|annex|appendix)\b(?P<rest>.*)$", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:(?:ontwerp[- ])?(?:nota|memorie) van toelichting|(?:algemene )?toelichting"
    r"|artikelsgewijze toelichting|toelichting behorende bij .{0,120})\s*[.:]?$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"Lasten en bevelen"
    r"|(?:Deze|Dit|De|Het) (?:wet|regeling|besluit|verordening|beleidsregels?|rijkswet|circulaire)"
    r" (?:zal|wordt|zullen) (?=.{0,160}(?:geplaatst|bekendgemaakt))"
    r".{0,120}\bin (?:de|het) (?:Nederlandse )?\W?(?:Staatscourant|Staatsblad|Verordeningenblad)\b"
    r"|Gegeven te\b"
    r"|(?:Den Haag|\W?\s?s[- ]?-?Gravenhage|Utrecht|Zoetermeer)\s*,?(?: (?:de )?\d.{0,30})?$"
    r"|(?:De |Onze )?(?:[Mm]inister|[Ss]taatssecretaris)(?: van| voor) [^.;:]{3,120},$"
    r"|(?:Uitgegeven|uitgegeven) de\b"
)
_NUMBERED = re.compile(
    r"""(?:
        (?P<degree>\d{1,3}(?:[°º˚]|e|o)[.)]?)
      | (?P<number>\d{1,3}[a-z]{0,2})(?:[.)](?!\d)|\s(?=[A-Z"„“‘'€]))
      | \((?P<bracket>\d{1,3}|[a-z]{1,2})\)
      | (?P<roman>[ivx]{1,6})[.)]
      | (?P<letter>[a-z]\d?|a[a-z]|[b-z][a-e]|([f-z])\6)(?:[.)]|[°º]\.?)
      | (?P<capital>[A-Z]{1,2})(?:[.)]|(?=$)|\s(?=(?:Artikel|Bijlage|In|Na|Aan|Het|De|Onder|Er
          |Tussen|Voor|Vóór|Hoofdstuk|Paragraaf|Afdeling|§)\b))
      | (?P<dash>[-–—•∙●▪])
    )\s*(?=\S|$)""",
    re.VERBOSE,
)
_LONGEST_HEADING = 200
_SENTENCE_END = (".", ";", ":", ",")
_FIRST_LETTERS = frozenset("AaBbDdEeHhOoMmTtPpSsGgLlUuNnZC§’'‘")


_ROW, _HEADING_BLOCK = BlockKind.TABLE_ROW, BlockKind.HEADING
_NUMBERED_LINE, _PLAIN_LINE = LineKind.NUMBERED, LineKind.PLAIN
"""What each line is compared with or made of: Python 3.11 looks members of an enum up slowly."""


def read_line(block: Block) -> Line:
    """Return what ``block`` is, as far as its own words and its file tell."""
    text = block.text
    if block.kind is _ROW:
        return Line(LineKind.TABLE, text)
    is_heading = block.kind is _HEADING_BLOCK
    found = _structural(text, is_heading) if text[0] in _FIRST_LETTERS else None
    if found is not None:
        return found
    if is_heading:
        return Line(LineKind.HEADING, text)
    numbered = _NUMBERED.match(text)
    if numbered is not None and _is_label(numbered):
        return _numbered_line(text, numbered)
    return Line(_PLAIN_LINE, text)


def _is_label(match: re.Match[str]) -> bool:
    """Whether a label stands free; against its word, as "a.de werkgever", only with its point."""
    label, text = match[0], match.string
    if match.end() == len(text) or label[-1].isspace():
        return True
    return match.lastgroup != "dash" and label.endswith((".", ")"))


def _structural(text: str, is_heading: bool) -> Line | None:
    first = text[0]
    if first in "AaEe" and (article := _article(text, is_heading)) is not None:
        return article
    if len(text) <= _LONGEST_HEADING:
        if first in "NnMmTtOoAa" and _NOTE.match(text):
            return Line(LineKind.NOTE, text)
        if first in "BbAa" and (annex := _ANNEX.match(text)) and _heads(annex["rest"], is_heading):
            return Line(LineKind.ANNEX, text)
        chapter = _CHAPTER.match(text)
        if chapter and chapter["label"].strip() and _chapter_heads(chapter, is_heading):
            return Line(
                LineKind.CHAPTER, text, chapter["label"].strip(), _skip(text, chapter.start("rest"))
            )
    if not is_heading and _CLOSING.match(text):
        return Line(LineKind.CLOSING, text)
    return None


def _article(text: str, is_heading: bool) -> Line | None:
    if _ONLY_ARTICLE.match(text):
        return Line(LineKind.ARTICLE, text, "enig artikel", len(text))
    if len(text) > _LONGEST_HEADING or (found := _ARTICLE.match(text)) is None:
        return None
    if not _heads(found["rest"], is_heading):
        return None
    number = found["n"].replace(" ", "")
    return Line(LineKind.ARTICLE, text, number, _skip(text, found.start("rest")))


def _heads(rest: str, is_heading: bool) -> bool:
    """Whether what follows a label makes it a heading: nothing, or a title and no sentence."""
    words = rest.strip(" .:–-")
    if not words:
        return True
    if not rest[0].isspace() and rest[0] not in ".:":
        return False
    first = words[0]
    if first in "[(":
        return True
    begins = first.isupper() or first.isdigit() or first in "\"'‘’“„«"
    return is_heading or (begins and not rest.rstrip().endswith(_SENTENCE_END))


def _chapter_heads(found: re.Match[str], is_heading: bool) -> bool:
    label, rest = found["label"].strip(), found["rest"]
    bare = not any(c.isdigit() for c in label) and " " not in label and label != "§"
    if bare:  # "Deel" or "Titel" without a number heads nothing
        return False
    return _heads(rest, is_heading)


def _skip(text: str, start: int) -> int:
    while start < len(text) and text[start] in " .:–-\t":
        start += 1
    return start


_STYLES = {
    "degree": Style.DEGREE,
    "number": Style.NUMBER,
    "bracket": Style.NUMBER,
    "roman": Style.ROMAN,
    "letter": Style.LETTER,
    "capital": Style.CAPITAL,
    "dash": Style.DASH,
}


def _numbered_line(text: str, match: re.Match[str]) -> Line:
    name = match.lastgroup
    assert name is not None
    label, style = match[name], _STYLES[name]
    if name == "bracket" and not label[0].isdigit():
        style = Style.LETTER
    if name == "degree":
        label = label.rstrip(".)°º˚eo") + "°"
    elif name == "dash":
        label = "–"
    return Line(_NUMBERED_LINE, text, label, match.end(), style)
