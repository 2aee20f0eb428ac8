"""The articles, leden and onderdelen that a text has, to look up what a reference points at."""

import re
from collections import Counter
from functools import cached_property

from checker.legal_text.places import Places
from checker.models.legal_text import Part, Provision, ProvisionKind

_MOST_BEFORE = 2_000
_MOST_BETWEEN = 50_000
"""So many articles within ranges of one text are given, and no more."""


class Known:
    """The articles, leden and onderdelen of the text, to look up what a reference points at."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.text = places.text
        self.numbers = [article.number for article in places.legal.articles]
        self.order = places.order
        self.room = _MOST_BETWEEN
        self.doubts = 0
        self.styles = {numbering_style(number) for number in self.numbers}
        self.last = max((first_number(number) for number in self.numbers), default=0)
        self.leden: dict[str, set[str]] = {}
        self.unnumbered: set[str] = set()
        for article in places.legal.articles:
            key = article.number.lower()
            numbers = {lid.number for lid in article.leden if lid.number is not None}
            self.leden.setdefault(key, set()).update(numbers)
            if len(article.leden) > len(numbers):
                self.unnumbered.add(key)

    @cached_property
    def paragraphs(self) -> dict[str, int]:
        """Paragraphs of each article without numbered leden; seldom asked for."""
        return _paragraphs_of(self.places)

    @cached_property
    def items(self) -> dict[tuple[str, str | None], tuple[set[str], set[str]]]:
        """The onderdelen of each lid of an article."""
        return _items_of(self.places.provisions)

    def has_article(self, number: str) -> bool:
        """Whether the text has such an article."""
        return number.replace(" ", "").lower() in self.order

    def lid_missing(self, number: str, lid: str | None) -> bool:
        """Whether the article is there and has no such lid; unnumbered paragraphs are counted."""
        key = number.lower()
        leden = self.leden.get(key)
        if lid is None or leden is None:
            return False
        if not leden:
            paragraphs = self.paragraphs.get(key, 0)
            return lid.isdecimal() and 0 < paragraphs < int(lid)
        return key not in self.unnumbered and lid not in leden

    def item_missing(self, number: str | None, lid: str | None, item: str | None) -> bool:
        """Whether the lid lists onderdelen and has no such one."""
        if item is None or number is None:
            return False
        labels = self.items.get((number.lower(), lid))
        if labels is None:
            return False
        first = item.partition(".")[0].rstrip("°")
        alike = labels[first[-1:].isalpha()]
        return len(alike) > 1 and first not in alike and len(first) == 1

    def lid_before(self, offset: int, index: int) -> str:
        """Return the words of the lid before ``offset``, the head of a list among them."""
        provisions = self.places.provisions
        first, key = index, self.places.lid_key(index)
        while first > 0 and offset - provisions[first].start < _MOST_BEFORE:
            if self.places.lid_key(first - 1) != key:
                break
            first -= 1
        start = max(provisions[first].start, offset - _MOST_BEFORE)
        return self.text[start:offset]

    def place(self, index: int) -> Provision:
        """Return a provision."""
        return self.places.provisions[index]


_CARRIED_OUT = re.compile(r"\[?(?:Bevat wijziging|Wijzigt |Vervallen|Gereserveerd|Dit artikel is)")
"""What a consolidated text puts in the place of an article whose words it leaves out."""


def _paragraphs_of(places: Places) -> dict[str, int]:
    """Return how many paragraphs each article has of which no lid is numbered.

    An onderdeel "2." is what a lid is often called there, so such an article is left out; and so is
    one whose words the text does not give.
    """
    counts: Counter[str] = Counter()
    unclear = set()
    for at in places.provisions:
        if at.article is None or at.part is not Part.BODY or at.inserted:
            continue
        key = at.article.lower()
        if (at.item or "")[:1].isdecimal() or _CARRIED_OUT.match(places.text, at.start):
            unclear.add(key)
        counts[key] += at.kind is ProvisionKind.TEXT
    return {key: count for key, count in counts.items() if key not in unclear}


def _items_of(
    provisions: tuple[Provision, ...],
) -> dict[tuple[str, str | None], tuple[set[str], set[str]]]:
    """Return the onderdelen of each lid: those with a number, and those with a letter."""
    items: dict[tuple[str, str | None], tuple[set[str], set[str]]] = {}
    for at in provisions:
        if at.item is not None and at.article is not None and at.part is Part.BODY:
            labels = items.setdefault((at.article.lower(), at.lid), (set(), set()))
            for label in at.item.replace("°", "").split("."):
                if label != "–":
                    labels[label[-1:].isalpha()].add(label)
    return items


_DIGITS = re.compile(r"\d+")


def first_number(number: str) -> int:
    """Return the first number of an article's: 3 of "3a" and of "3.2", 0 of "IV"."""
    found = _DIGITS.match(number)
    return int(found[0]) if found else 0


def numbering_style(number: str) -> str:
    """Return how an article is numbered: "9" for 3a, "9.9" for 2.10, "I" for IV."""
    if number[0].isdigit():
        return _DIGITS.sub("9", number).rstrip("abcdefghijklmnopqrstuvwxyz")
    return "A9" if number[-1:].isdigit() else "I"
