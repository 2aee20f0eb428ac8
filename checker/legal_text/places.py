"""Where a stretch of the text stands, and the stretches in which a fact may stand at all."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from checker.legal_text.needles import Needles, needles_held
from checker.models.legal_text import LegalText, Part, Provision, ProvisionKind
from checker.models.text_facts import Passage

LONGEST = 6_000
"""No sentence or list of a regulation is longer; what is has lost its structure."""
_FURTHEST = 40
"""Onderdelen that are looked back over for the words they stand under."""
_NO_RULES = (ProvisionKind.HEADING, ProvisionKind.TABLE)


class Places:
    """Look-ups by offset in one text; made once and shared by all who recognise something."""

    def __init__(self, text: LegalText) -> None:
        self.legal = text
        self.text = text.text
        self.provisions = text.provisions
        self._starts = [provision.start for provision in text.provisions]
        self._sentence_starts = [sentence.start for sentence in text.sentences]

    def index(self, offset: int) -> int:
        """Return the position of the provision that ``offset`` is in; -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    def rule(self, offset: int) -> int | None:
        """Return the position of the provision at ``offset`` if it lays down a rule.

        Rules stand in running text of the body; instructions that change another act are none.
        """
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        found = self.provisions[index]
        if found.part is not Part.BODY or found.amending or found.kind in _NO_RULES:
            return None
        return index

    def words(self, index: int) -> str:
        """Return the words of a provision."""
        provision = self.provisions[index]
        return self.text[provision.start : provision.end]

    def sentence(self, offset: int, index: int) -> tuple[int, int]:
        """Return the bounds of the sentence at ``offset``, which is in provision ``index``."""
        provision = self.provisions[index]
        at = bisect_right(self._sentence_starts, offset) - 1
        if at >= 0:
            sentence = self.legal.sentences[at]
            if sentence.provision == index:
                return sentence.start, max(sentence.end, min(offset + 1, provision.end))
        return provision.start, provision.end

    def passage(self, start: int, end: int, index: int) -> Passage:
        """Return the stretch with the place of provision ``index``."""
        return self.provisions[index].passage(start, end)

    @cached_property
    def held(self) -> frozenset[str]:
        """The needles that the text holds; to look for the others would be a waste of time."""
        return needles_held(self.legal.encoded)

    def hits(self, needles: Needles) -> Iterator[tuple[int, int]]:
        """Yield (offset, provision) of each needle in a rule, needle by needle."""
        text = self.text
        for needle in needles.in_text(self.held):
            at = text.find(needle)
            while at >= 0:
                index = self.rule(at)
                if index is not None:
                    yield at, index
                at = text.find(needle, at + len(needle))

    @cached_property
    def order(self) -> dict[str, int]:
        """The position of each article of the body by its number in lower case."""
        order: dict[str, int] = {}
        for position, article in enumerate(self.legal.articles):
            order.setdefault(article.number.lower(), position)
        return order

    def lid_words(self, index: int) -> str:
        """Return the words from provision ``index`` to the end of its lid, within bounds."""
        key, last = self.lid_key(index), index
        start = self.provisions[index].start
        while last + 1 < len(self.provisions) and self.lid_key(last + 1) == key:
            if self.provisions[last + 1].end - start > LONGEST:
                break
            last += 1
        return self.text[start : self.provisions[last].end]

    def stem(self, index: int) -> str:
        """Return the words that an onderdeel stands under; nothing where it is none."""
        key = self.lid_key(index)
        for before in range(index, max(-1, index - _FURTHEST), -1):
            if self.lid_key(before) != key:
                break
            if self.provisions[before].item is None:
                return "" if before == index else self.words(before)
        return ""

    def lid_key(self, index: int) -> tuple[object, ...]:
        """Return what tells lid from lid; in a text without articles each paragraph is its own."""
        at = self.provisions[index]
        if at.article is None:
            return (index,)
        return (at.article, at.inserted_article, at.lid)


def follows_in_list(before: Provision, after: Provision) -> bool:
    """Whether two provisions stand in the same lid."""
    return (
        before.article == after.article
        and before.lid == after.lid
        and before.inserted_article == after.inserted_article
        and before.part is after.part
        and after.kind is not ProvisionKind.HEADING
        and not after.amending
    )
