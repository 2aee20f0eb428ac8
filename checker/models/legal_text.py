"""The text of a draft regulation, cut into what a lawyer calls its parts.

Offsets count Unicode code points into :attr:`LegalText.text`: ``text[start:end]`` is the thing
itself, always. These are plain frozen dataclasses and not pydantic models: nobody writes them by
hand, and a large regulation has tens of thousands of them.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from checker.models.text_facts import Passage


class BlockKind(StrEnum):
    """What a reader knows of a block from its file, beyond its words."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    """Set as a heading in the file; the words decide what it heads."""
    TABLE_ROW = "table_row"
    """Cells of one row, joined by a tab; no running text."""


class Part(StrEnum):
    """The parts of a file: only the body lays down rules."""

    PREAMBLE = "preamble"
    """Title, considerans and aanhef: all before the first article."""
    BODY = "body"
    CLOSING = "closing"
    """Slotformulier: signature, place and date."""
    ANNEX = "annex"
    NOTE = "note"
    """The explanatory note (nota van toelichting, memorie van toelichting)."""


_SMALL_WORDS = frozenset(
    {"de", "het", "een", "van", "en", "op", "te", "dat", "voor", "met", "zijn", "wordt", "worden"}
    | {"aan", "bij", "als", "door", "niet", "dit", "deze", "tot", "uit", "lid", "artikel"}
)
_FOREIGN_WORDS = frozenset(
    {"the", "and", "to", "shall", "be", "by", "with", "for", "this", "that", "which"}
    | {"und", "der", "das", "ist", "ein", "eine", "auf", "mit", "für", "wird", "nicht", "zu", "im"}
    | {"les", "des", "est", "une", "dans", "par", "pour", "qui", "sur", "aux", "sont"}
)
"""English, German and French; Dutch regulations use hardly any of them."""
_SAMPLE, _LEAST_FOREIGN = 50_000, 0.06


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or table row, as a reader gives it.

    ``text`` has no line breaks and begins with the number that stands on paper ("1.", "a.",
    "1°."), also where the file only says that it is a list.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    part: Part | None = None
    """Where the file itself says in which part the block stands."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text."""

    start: int
    end: int


class ProvisionKind(StrEnum):
    """What a paragraph of the text is."""

    HEADING = "heading"
    """Heading of a chapter, section or article."""
    TEXT = "text"
    """A lid, or the text of an article without numbered leden; the words before a list too."""
    ITEM = "item"
    """An onderdeel of a list."""
    TAIL = "tail"
    """Text after the last item of a list that still belongs to the lid."""
    TABLE = "table"
    """A row of a table."""


class Provision(NamedTuple):
    """One paragraph of the text, and where it stands; its number is not part of it.

    A named tuple is made in a fifth of the time that a frozen dataclass takes.
    """

    start: int
    end: int
    kind: ProvisionKind
    part: Part
    article: str | None = None
    """Number of the article it stands in: "1", "3a", "2.3", "4:12", "II"."""
    lid: str | None = None
    """Number of the lid; None in an article without numbered leden."""
    item: str | None = None
    """Path of the onderdeel from the outside in, such as "a" or "a.1°"."""
    amending: bool = False
    """Instruction that changes another act: "Artikel 3 komt te luiden:"."""
    inserted: bool = False
    """Text that an amending regulation puts into another act."""
    inserted_article: str | None = None
    """Number of the article of the amended act that inserted text becomes part of."""

    def passage(self, start: int, end: int) -> Passage:
        """Return the stretch from ``start`` to ``end``, which lies in it, with its place."""
        return Passage(start, end, self.article, self.lid, self.item, self.inserted_article)


@dataclass(frozen=True, slots=True)
class Lid:
    """A lid with its items; an article's single unnumbered paragraph has number None."""

    number: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the body."""

    number: str
    heading: str | None
    """Its opschrift."""
    start: int
    """Where its heading line begins."""
    end: int
    leden: tuple[Lid, ...]
    chapter: str | None = None
    """Label of the chapter or section it stands in, such as "Hoofdstuk 2"."""

    @property
    def numbered_leden(self) -> tuple[Lid, ...]:
        """The leden that carry a number."""
        return tuple(lid for lid in self.leden if lid.number is not None)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading above articles: book, title, chapter, section or paragraph."""

    label: str
    """Such as "Hoofdstuk 2" or "§ 1.1"."""
    heading: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; the words before a list and each of its items are sentences of their own."""

    start: int
    end: int
    words: int
    provision: int
    """Position of its provision in :attr:`LegalText.provisions`."""


@dataclass(frozen=True)
class LegalText:
    """The text as it was read, and its structure in the order of the text."""

    text: str
    title: str | None = None
    chapters: tuple[Chapter, ...] = ()
    articles: tuple[Article, ...] = ()
    """Articles of the body; what an amending regulation inserts is none."""
    provisions: tuple[Provision, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    """Sentences of preamble, body, annexes and note; headings and tables have none."""
    is_amending: bool = False
    """Whether most of the body changes another act."""
    parts: tuple[tuple[Part, Span], ...] = ()

    @cached_property
    def encoded(self) -> bytes:
        """The text in UTF-8, for searches that work on bytes."""
        return self.text.encode(errors="surrogatepass")

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Where each line begins in :attr:`encoded`; line and provision have the same position."""
        starts, at = [], 0
        for line in self.encoded.split(b"\n"):
            starts.append(at)
            at += len(line) + 1
        return tuple(starts)

    @cached_property
    def is_dutch(self) -> bool:
        """False where the small words of another language outnumber those of Dutch."""
        words = self.text[:_SAMPLE].lower().split()
        foreign = sum(map(_FOREIGN_WORDS.__contains__, words))
        if foreign < _LEAST_FOREIGN * len(words):
            return True
        return foreign <= sum(map(_SMALL_WORDS.__contains__, words))

    def words_in(self, part: Part) -> int:
        """Return the number of words in the sentences of a part."""
        return self._words.get(part, 0)

    @cached_property
    def _words(self) -> dict[Part, int]:
        counts: dict[Part, int] = {}
        for sentence in self.sentences:
            part = self.provisions[sentence.provision].part
            counts[part] = counts.get(part, 0) + sentence.words
        return counts

    def has(self, part: Part) -> bool:
        """Whether there is such a part."""
        return any(found is part for found, _ in self.parts)
