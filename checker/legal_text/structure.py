"""From the blocks that a reader gives to a LegalText: parts, articles, leden and onderdelen.

A file rarely says what a lid is; its words, its numbers and what stands around it do. One pass
over the lines, with no look back but the open lists and no look ahead but one line.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.legal_text import amending
from checker.legal_text.lines import Line, LineKind, Style, read_line
from checker.legal_text.lists import OpenLists
from checker.legal_text.numbering import follows, number_of
from checker.legal_text.sentences import sentence_spans
from checker.legal_text.words import count_words
from checker.models.legal_text import (
    Article,
    Block,
    BlockKind,
    Chapter,
    LegalText,
    Lid,
    Part,
    Provision,
    ProvisionKind,
    Sentence,
    Span,
)

_NUMBERED, _PLAIN, _ARTICLE = LineKind.NUMBERED, LineKind.PLAIN, LineKind.ARTICLE
_BODY, _CLOSING = Part.BODY, Part.CLOSING
_HEADING, _TEXT, _ITEM, _TABLE = (
    ProvisionKind.HEADING,
    ProvisionKind.TEXT,
    ProvisionKind.ITEM,
    ProvisionKind.TABLE,
)
_BY_NUMBER, _BY_CAPITAL = Style.NUMBER, Style.CAPITAL
"""What each line is compared with: Python 3.11 looks a member of an enum up ten times as slowly as
a name, and so took a fifth of the time."""
_LONGEST_OPSCHRIFT = 150
_LONGEST_TITLE = 600
_LARGEST_GAP = 12
"""More leden than this do not lapse in a row: a higher number at the start of a line is no lid."""
_CHAPTERS = 2
"""So many chapters make a body, also without articles."""
_CONTENTS = 3
"""So many article headings with nothing between them are a table of contents."""
_MOSTLY = 0.5
"""From this part of its provisions on, a regulation that amends is an amending regulation."""
_GROUNDS = ("Gelet", "Overwegende", "Handelende", "Gezien", "Besluit", "Besluiten", "Maakt bekend")
"""How what a minister decides begins, after his name."""
_LISTED = (_ITEM, _TABLE)
"""What stands in a list of onderdelen, if one is open."""
_NO_SENTENCES = (_HEADING, _TABLE)


def parse(blocks: Sequence[Block]) -> LegalText:
    """Return the structure of the text that ``blocks`` make up, one line of text a block.

    Args:
        blocks: in reading order, none empty, without line breaks inside.

    Returns:
        The text and its parts; a text without articles is all body.
    """
    builder = _Builder(_lines(blocks), blocks)
    return builder.build()


def _lines(blocks: Sequence[Block]) -> list[Line]:
    lines = [read_line(block) for block in blocks]
    return _without_contents(lines)


def _without_contents(lines: list[Line]) -> list[Line]:
    """Take the headings of a table of contents for plain lines: they come back further on."""
    last = {line.label: i for i, line in enumerate(lines) if line.kind is _ARTICLE}
    run: list[int] = []
    for index, line in enumerate((*lines, Line(_PLAIN, ""))):
        if line.kind is _ARTICLE:
            run.append(index)
        elif run and line.kind not in (LineKind.CHAPTER, LineKind.HEADING):
            listed = [i for i in run if last[lines[i].label] > i]
            for i in listed if len(listed) >= _CONTENTS else ():
                lines[i] = Line(_PLAIN, lines[i].text)
            run = []
    return lines


def _before_annex(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines of a body that has chapters but no articles, such as a policy rule.

    The articles that an annex to it quotes are those of another act. Of any other text, all lines:
    an annex may hold the very regulation that a decree adopts.
    """
    annex = next((i for i, line in enumerate(lines) if line.kind is LineKind.ANNEX), len(lines))
    before = lines[:annex]
    kinds = [line.kind for line in before]
    in_chapters = kinds.count(LineKind.CHAPTER) >= _CHAPTERS and _ARTICLE not in kinds
    return before if in_chapters else lines


@dataclass
class _OpenArticle:
    number: str
    start: int
    chapter: str | None
    heading: str | None = None
    leden: list[Lid] = field(default_factory=list)
    amends: bool = False

    @property
    def empty(self) -> bool:
        return not self.leden


class _Builder:
    def __init__(self, lines: Sequence[Line], blocks: Sequence[Block]) -> None:
        self.lines, self.blocks = lines, blocks
        self.has_articles = any(line.kind is _ARTICLE for line in _before_annex(lines))
        self.hinted = any(block.kind is BlockKind.HEADING for block in blocks)
        self.part = Part.PREAMBLE if self.has_articles else _BODY
        self.offset = 0
        self.provisions: list[Provision] = []
        self.articles: list[Article] = []
        self.numbers: set[str] = set()
        self.chapters: list[Chapter] = []
        self.part_starts: list[tuple[Part, int]] = [(self.part, 0)]
        self.article: _OpenArticle | None = None
        self.lid: str | None = None
        self.lists = OpenLists()
        self.before = ""
        """The words of the provision before, to see whether it announces a list."""
        self.inserting = False
        self.inserted_article: str | None = None
        self.targets: tuple[str, ...] = ()
        self.title: str | None = None

    # --- one line after the other ---------------------------------------------------------------

    def build(self) -> LegalText:
        for index, (line, block) in enumerate(zip(self.lines, self.blocks, strict=True)):
            if block.part is not None and block.part is not self.part:
                self._enter(block.part)
            self._take(line, index)
            self.offset += len(line.text) + 1
        text = "\n".join(line.text for line in self.lines)
        self._close_article()
        return LegalText(
            text=text,
            title=self.title,
            chapters=tuple(self.chapters),
            articles=tuple(self.articles),
            provisions=tuple(self.provisions),
            sentences=_sentences(text, self.provisions),
            is_amending=_is_amending(self.provisions),
            parts=self._parts(len(text)),
        )

    def _take(self, line: Line, index: int) -> None:
        kind = line.kind
        if kind is _NUMBERED:
            self._numbered(line)
        elif kind is _PLAIN:
            self._plain(line, index)
        else:
            self._take_marked(line, index)

    def _take_marked(self, line: Line, index: int) -> None:
        """Take a line that by its words or its file is more than a paragraph."""
        match line.kind:
            case LineKind.ARTICLE if self._takes_articles():
                self._article_heading(line)
            case LineKind.TABLE:
                self._add(line, _TABLE)
            case LineKind.CHAPTER if self._takes_chapters(index):
                self._chapter(line)
            case LineKind.ANNEX if self._ends_body(index):
                self._enter(Part.ANNEX)
                self._add(line, _HEADING)
            case LineKind.NOTE if self._ends_body(index) or self.part is Part.ANNEX:
                self._enter(Part.NOTE)
                self._add(line, _HEADING)
            case LineKind.CLOSING if self._closes_body(index):
                self._enter(_CLOSING)
                self._add(line, _TEXT)
            case LineKind.CLOSING:
                self._plain(line, index)
            case _:
                self._heading(line)

    def _enter(self, part: Part) -> None:
        self._close_article()
        self.part = part
        self.part_starts.append((part, self.offset))
        self._forget_lists()

    def _forget_lists(self) -> None:
        self.lists.close()
        self.before = ""

    def _takes_articles(self) -> bool:
        return self.part in (Part.PREAMBLE, _BODY, _CLOSING)

    def _closes_body(self, index: int) -> bool:
        """Whether a minister's name signs, and does not open what he decides ("Gelet op ...")."""
        if self.part is not _BODY or self.inserting:
            return False
        after = self.lines[index + 1].text if index + 1 < len(self.lines) else ""
        return not after.startswith(_GROUNDS)

    def _takes_chapters(self, index: int) -> bool:
        """A chapter begins in the body, or before the first article when one follows at once."""
        if self.part is _BODY:
            return True
        near = self.lines[index + 1 : index + 6]
        return self.part is Part.PREAMBLE and any(line.kind is _ARTICLE for line in near)

    def _ends_body(self, index: int) -> bool:
        """An annex or note comes after the articles; before them only where the file says so."""
        if self.inserting or self.part in (Part.ANNEX, Part.NOTE):
            return self.part is Part.ANNEX and self.lines[index].kind is LineKind.ANNEX
        if self.articles or self.article is not None:
            return True
        return not self.has_articles and self.blocks[index].kind is BlockKind.HEADING

    # --- headings -------------------------------------------------------------------------------

    def _article_heading(self, line: Line) -> None:
        if self._is_inserted_article(line):
            self.inserted_article = line.label
            self.lid = None
            self.lists.close()
            self._add(line, _HEADING)
            self.before = ""
            return
        if self.part is not _BODY:
            if self.part is _CLOSING and line.label in self.numbers:
                self._heading(line)
                return
            self._enter(_BODY)
        self._close_article()
        chapter = self.chapters[-1].label if self.chapters else None
        self.article = _OpenArticle(line.label, self.offset, chapter)
        self.article.heading = line.text[line.rest :] or None
        self.numbers.add(line.label)
        self.lid, self.inserting, self.inserted_article, self.targets = None, False, None, ()
        self._add(line, _HEADING)
        self._forget_lists()

    def _is_inserted_article(self, line: Line) -> bool:
        """Whether an article heading is part of what an amending article inserts."""
        article = self.article
        if article is None or not self.inserting:
            return False
        if article.number.isupper() != line.label.isupper():
            return True  # "Artikel 3" inside "Artikel I"
        named = line.label in self.targets and not self.inserted_article
        return named or not follows(article.number, line.label)

    def _chapter(self, line: Line) -> None:
        if not self.inserting:
            self._close_article()
            if self.part is Part.PREAMBLE:
                self._enter(_BODY)
            end = self.offset + len(line.text)
            heading = line.text[line.rest :] or None
            self.chapters.append(Chapter(line.label, heading, self.offset, end))
        self._add(line, _HEADING)
        self._forget_lists()

    def _heading(self, line: Line) -> None:
        article, previous = self.article, self.provisions[-1] if self.provisions else None
        after_heading = previous is not None and previous.kind is _HEADING
        if article is not None and after_heading and article.empty and not self.inserting:
            article.heading = article.heading or line.text
        elif self.chapters and after_heading and self.chapters[-1].heading is None:
            last = self.chapters[-1]
            end = self.offset + len(line.text)
            self.chapters[-1] = Chapter(last.label, line.text, last.start, end)
        self._name(line)
        self._add(line, _HEADING)
        self._forget_lists()

    def _name(self, line: Line) -> None:
        if self.title is None and self.part in (Part.PREAMBLE, _BODY) and not self.articles:
            self.title = line.text[:_LONGEST_TITLE]

    # --- leden, onderdelen and plain paragraphs -------------------------------------------------

    def _numbered(self, line: Line) -> None:
        if self._starts_instruction(line):
            self._instruct(line)
        elif self.article is not None and self._is_lid(line):
            self.lists.close()
            self._open_lid(line.label)
            self._add(line, _TEXT)
        else:
            assert line.style is not None
            self.lists.take(line.style, line.label, self.before)
            self._add(line, _ITEM)

    def _is_lid(self, line: Line) -> bool:
        """Whether a number stands before a lid, and not before an onderdeel."""
        if line.style is not _BY_NUMBER or (self._amends and not self.inserting):
            return False
        announced = self.before.endswith(":")
        if self.inserting and self.inserted_article is None and not self.before:
            return True  # the first line of an inserted lid
        next_lid = self._follows_lid(line.label)
        if self.lists.continues(line.style, line.label):
            return next_lid and self.before.endswith(".") and not self.lists.of_sentences
        if number_of(line.label) == (1, ""):
            return next_lid and not announced
        if self.lid is None:
            return not self.before
        further = number_of(line.label)[0] - number_of(self.lid)[0]
        return next_lid or (0 <= further <= _LARGEST_GAP and not announced)

    def _follows_lid(self, label: str) -> bool:
        if self.lid is None:
            return number_of(label)[0] == 1 or not self.before
        return follows(self.lid, label)

    def _open_lid(self, number: str | None) -> None:
        self.lid = number
        if self.article is not None and not self.inserting:
            self.article.leden.append(Lid(number, self.offset, self.offset))

    def _plain(self, line: Line, index: int) -> None:
        if self._starts_instruction(line):
            self._instruct(line)
            return
        if self._is_opschrift(line, index):
            self._heading(line)
            return
        if self.part in (Part.PREAMBLE, _BODY) and not self.provisions:
            self._name(line)
        if self.article is not None and self.article.empty and not self.inserting:
            self._open_lid(None)
        kind = self._kind_of_plain(line)
        if kind is _TEXT:
            self.lists.close()
        elif kind is _ITEM:
            self.lists.take_unnumbered()
        self._add(line, kind)

    def _is_opschrift(self, line: Line, index: int) -> bool:
        """Whether a line after "Artikel 3" or "Hoofdstuk 2" is its title, in a file without marks.

        The title of a chapter stands right above an article.
        """
        if self.hinted or self.inserting or self.before or not self._lacks_title():
            return False
        after = self.lines[index + 1] if index + 1 < len(self.lines) else None
        body = (_PLAIN, _NUMBERED)
        goes_on = after is not None and after.kind in (
            body if self.article is not None else (_ARTICLE, LineKind.CHAPTER)
        )
        is_title = line.text[0].isupper() and line.text[-1] not in ".;:,"
        return goes_on and is_title and len(line.text) <= _LONGEST_OPSCHRIFT

    def _lacks_title(self) -> bool:
        """Whether the line before is the heading of an article or chapter that has no title yet."""
        if self.article is not None:
            return self.article.empty and self.article.heading is None
        return self.part is _BODY and bool(self.chapters) and self.chapters[-1].heading is None

    def _kind_of_plain(self, line: Line) -> ProvisionKind:
        """Tell a paragraph from an unnumbered onderdeel and from what follows on a list."""
        ends = line.text[-1]
        if self.before.endswith(":") and ends in ";,":
            return _ITEM
        if not self.lists.open:
            return _TEXT
        if self.lists.unnumbered and self.before[-1:] in (";", ","):
            return _ITEM
        if self.before[-1:] == "." and not line.text[0].islower():
            return _TEXT
        return ProvisionKind.TAIL

    # --- amendments -----------------------------------------------------------------------------

    @property
    def _amends(self) -> bool:
        return self.article is not None and self.article.amends

    def _starts_instruction(self, line: Line) -> bool:
        article = self.article
        if self.part is not _BODY or article is None:
            return False
        if article.amends and line.style is _BY_CAPITAL and not line.words:
            return True
        if article.empty:
            return amending.begins(line.words)
        return article.amends and amending.is_instruction(line.words)

    def _instruct(self, line: Line) -> None:
        assert self.article is not None
        words = line.words
        if self.article.empty:
            self.inserting = False
            self._open_lid(None)
        self.article.amends = True
        self.lid, self.inserting = None, False
        self.inserted_article = None
        self.targets = amending.target_articles(words) or self.targets
        if line.style is _BY_CAPITAL:
            self.lists.close()
        if line.style is not None:
            self.lists.take(line.style, line.label, self.before)
        self._add(line, _ITEM if line.style else _TEXT, amending=True)
        if amending.opens_insertion(words) and not words.endswith("gewijzigd:"):
            self.inserting = True
            self.lists.close()
            self.before = ""

    # --- putting it down ------------------------------------------------------------------------

    def _add(self, line: Line, kind: ProvisionKind, *, amending: bool = False) -> None:
        skip = line.rest if line.kind is _NUMBERED else 0
        inside = self.part is _BODY and self.article is not None
        article = self.article.number if inside and self.article else None
        inserted = inside and self.inserting
        self.provisions.append(
            Provision(  # by position: by name it takes twice as long, for each line of the text
                self.offset + skip,
                self.offset + len(line.text),
                kind,
                self.part,
                article,
                self.lid if inside else None,
                self.lists.path if kind in _LISTED else None,
                amending,
                inserted,
                self._target() if inserted else None,
            )
        )
        if kind is not _HEADING:
            self.before = line.text

    def _target(self) -> str | None:
        return self.inserted_article or (self.targets[0] if self.targets else None)

    def _close_article(self) -> None:
        """End the open article at the end of the line before this one."""
        article, self.article = self.article, None
        self.lid, self.inserting = None, False
        if article is None:
            return
        end = max(article.start, self.offset - 1)
        ends = [lid.start - 1 for lid in article.leden[1:]] + [end]
        leden = (
            (
                Lid(lid.number, lid.start, stop)
                for lid, stop in zip(article.leden, ends, strict=True)
            )
            if article.leden
            else ()
        )
        self.articles.append(
            Article(
                article.number, article.heading, article.start, end, tuple(leden), article.chapter
            )
        )

    def _parts(self, length: int) -> tuple[tuple[Part, Span], ...]:
        ends = [start for _, start in self.part_starts[1:]] + [length]
        return tuple(
            (part, Span(start, end))
            for (part, start), end in zip(self.part_starts, ends, strict=True)
            if end > start
        )


def _is_amending(provisions: Sequence[Provision]) -> bool:
    words = [0, 0]
    for provision in provisions:
        if provision.part is _BODY and provision.kind is not _HEADING:
            words[provision.amending or provision.inserted] += 1
    return words[1] > 0 and words[1] / sum(words) >= _MOSTLY


def _sentences(text: str, provisions: Sequence[Provision]) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    for index, provision in enumerate(provisions):
        if provision.kind in _NO_SENTENCES or provision.part is _CLOSING:
            continue
        start = provision.start
        words = text[start : provision.end]
        for begin, end in sentence_spans(words):
            number = count_words(words[begin:end])
            found.append(Sentence(start + begin, start + end, number, index))
    return tuple(found)
