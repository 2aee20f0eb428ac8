"""The leden of a text with their lists, also of what an amending regulation inserts."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from checker.models.legal_text import LegalText, Part, ProvisionKind, Sentence
from checker.models.text_facts import Passage

RUNNING = (ProvisionKind.TEXT, ProvisionKind.ITEM, ProvisionKind.TAIL)
"""What is made of sentences."""
_FIRST = frozenset(["a", "A", "1", "1°", "i", "I", "–"])
_SIGNATURE = re.compile(
    r"(?:De|Het|Onze)$"
    r"|(?:(?:De|Onze) )?(?:[Mm]inister|[Ss]taatssecretaris|voorzitter)\b[^.;:]{0,120},$"
    r"|\(?(?:Deze|Dit|De|Het) \w+ (?:zal|wordt|zullen)\b[^.;]{0,120}"
    r"\b(?:Staatscourant|Staatsblad)\b"
)
"""How a signature or the formula of publication begins."""
_SHORTEST = 20


@dataclass
class ItemList:
    """The onderdelen of one level that belong together."""

    opening: int | None
    """Position of the provision that announces the list; None where none does."""
    items: list[int] = field(default_factory=list)
    last: int = -1
    """Position of the last provision in it, onderdelen of its onderdelen included."""


@dataclass
class Group:
    """A lid, or an article without numbered leden; by position in ``text.provisions``."""

    key: tuple[str | None, str | None, str | None]
    """Article, inserted article, lid."""
    provisions: list[int] = field(default_factory=list)
    lists: list[ItemList] = field(default_factory=list)
    after_list: list[int] = field(default_factory=list)
    """Text that goes on after the last onderdeel."""


@dataclass(frozen=True)
class Outline:
    """A text as the observations go through it."""

    text: LegalText
    groups: Sequence[Group]
    sentences: Mapping[int, Sequence[Sentence]]
    """Of each provision that has any."""

    @cached_property
    def lowered(self) -> str:
        """The text in small letters; the text itself where that would shift its offsets."""
        lowered = self.text.text.lower()
        return lowered if len(lowered) == len(self.text.text) else self.text.text

    @cached_property
    def _starts(self) -> list[int]:
        return [provision.start for provision in self.text.provisions]

    def index(self, offset: int) -> int:
        """Return the position of the provision that ``offset`` is in."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def words(self, position: int) -> str:
        """Return the words of a provision."""
        provision = self.text.provisions[position]
        return self.text.text[provision.start : provision.end]

    def passage(self, position: int) -> Passage:
        """Return a whole provision as a passage."""
        provision = self.text.provisions[position]
        return provision.passage(provision.start, provision.end)


def outline(text: LegalText) -> Outline:
    """Return the leden of the body, instructions of an amending regulation left out."""
    sentences: dict[int, list[Sentence]] = {}
    for sentence in text.sentences:
        sentences.setdefault(sentence.provision, []).append(sentence)
    groups = [_with_lists(text, group) for group in _groups(text)]
    return Outline(text, groups, sentences)


def _groups(text: LegalText) -> Iterator[Group]:
    group: Group | None = None
    for position, provision in enumerate(text.provisions):
        if provision.part is not Part.BODY or provision.article is None:
            continue
        key = (provision.article, provision.inserted_article, provision.lid)
        usable = provision.kind in RUNNING and not provision.amending
        usable = usable and not _SIGNATURE.match(text.text, provision.start, provision.end)
        if group is not None and (not usable or key != group.key):
            yield group
            group = None
        if usable:
            group = group or Group(key)
            group.provisions.append(position)
    if group is not None:
        yield group


def _with_lists(text: LegalText, group: Group) -> Group:
    open_lists: list[ItemList] = []
    before: int | None = None
    for position in group.provisions:
        provision = text.provisions[position]
        if provision.kind is ProvisionKind.ITEM:
            _take(text, group, open_lists, position, before)
        else:
            if open_lists and provision.end - provision.start >= _SHORTEST:
                group.after_list.append(position)
            open_lists.clear()
        before = position
    return group


def _take(
    text: LegalText, group: Group, open_lists: list[ItemList], position: int, before: int | None
) -> None:
    path = (text.provisions[position].item or "–").split(".")
    del open_lists[len(path) :]
    again = len(open_lists) == len(path) and path[-1] in _FIRST and path[-1] != "–"
    if again:
        open_lists.pop()
    while len(open_lists) < len(path):
        open_lists.append(ItemList(before))
        group.lists.append(open_lists[-1])
    open_lists[-1].items.append(position)
    for each in open_lists:
        each.last = position
