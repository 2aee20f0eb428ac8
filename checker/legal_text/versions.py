"""What a new version of a text brings: which duties a dossier has already, and which are gone.

Duties are matched by place and by wording: first those that say the same, then those that say
something like it in the same place, then those that went to another place with other words. What
is then the only one left in a place, on both sides, has been put in other words altogether.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from checker.models.obligation import Obligation

_WORD = re.compile(r"\w{1,40}")
_TELLING = 4
"""Letters of a word that says something; shorter ones stand in every duty."""
_LIKE_IN_PLACE = 0.5
"""Share of telling words that two versions of a duty in one place have in common at least."""
_LIKE_ELSEWHERE = 0.8
_MOST_PAIRS = 200_000
"""Pairs of duties in different places that are compared at most."""
_MOST_PAIRS_IN_PLACE = 10_000
"""The same within one place: a hundred duties on both sides."""
_CUT = "…"
"""Ends a description that is shorter than what the text says."""
_CALLED = re.compile(r"^(?:art\.?|artikel) ?(?=\d)")


class Standing(StrEnum):
    """How a duty of the text stands to those of the dossier."""

    NEW = "new"
    SAME = "same"
    MOVED = "moved"
    """The same words in another place."""
    CHANGED = "changed"
    """Other words, or other words and another place."""


@dataclass(frozen=True)
class Matched:
    """A duty of the text, and the one of the dossier that it is a version of."""

    duty: Obligation
    standing: Standing
    present: Obligation | None = None

    @property
    def is_compared_in_part(self) -> bool:
        """Whether both go on after what was compared, so that their ends may differ."""
        if self.present is None or self.standing not in (Standing.SAME, Standing.MOVED):
            return False
        said = (self.duty.description or "", self.present.description or "")
        return all(words.endswith(_CUT) for words in said)


@dataclass(frozen=True)
class Versions:
    """All duties of the text in order, and those of the dossier that it does not have."""

    matched: tuple[Matched, ...]
    gone: tuple[Obligation, ...]
    unsearched: int = 0
    """How many new duties may be a changed or moved one: there were too many to compare them."""


def compare(present: Sequence[Obligation], proposed: Iterable[Obligation]) -> Versions:
    """Hold the duties of a text against those of a dossier.

    Args:
        present: the duties of the dossier.
        proposed: the duties of the text.

    Returns:
        Each proposed duty with the one it is a version of. A duty of the dossier without an
        article did not come from a text and cannot be gone from it.
    """
    new = list(proposed)
    pairs = _Pairs(present, new)
    pairs.by(_exactly)
    pairs.by(_words_of)
    pairs.repeated()
    pairs.alike(place_of, _LIKE_IN_PLACE, _MOST_PAIRS_IN_PLACE)
    pairs.alike(lambda _: "", _LIKE_ELSEWHERE, _MOST_PAIRS)
    pairs.left_alone(place_of)
    pairs.left_alone(_article_of, _is_within)
    matched = tuple(_matched(duty, pairs.found.get(index)) for index, duty in enumerate(new))
    gone = (present[index] for index in sorted(pairs.old_left))
    unsearched = len(pairs.unsearched & pairs.new_left)
    return Versions(matched, tuple(duty for duty in gone if duty.article), unsearched)


def place_of(duty: Obligation) -> str:
    """Return the article in the way that a text is read, however it was typed: "5 lid 1"."""
    words = " ".join((duty.article or "").replace(",", " ").lower().split())
    return _CALLED.sub("", words)


def _article_of(duty: Obligation) -> str:
    return place_of(duty).partition(" ")[0]


def _is_within(one: Obligation, other: Obligation) -> bool:
    """Whether one place is a part of the other, as "5 lid 1" is of "5"."""
    short, long = sorted((place_of(one), place_of(other)), key=len)
    return long.startswith(f"{short} ")


def _matched(duty: Obligation, present: Obligation | None) -> Matched:
    if present is None:
        return Matched(duty, Standing.NEW)
    if _words_of(duty) != _words_of(present):
        return Matched(duty, Standing.CHANGED, present)
    same_place = place_of(duty) == place_of(present)
    return Matched(duty, Standing.SAME if same_place else Standing.MOVED, present)


def _exactly(duty: Obligation) -> tuple[object, ...]:
    return place_of(duty), _words_of(duty)


def _words_of(duty: Obligation) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(duty.description or ""))


def _telling(duty: Obligation) -> Counter[str]:
    return Counter(word for word in _words_of(duty) if len(word) >= _TELLING)


class _Pairs:
    """The pairs found so far; each duty is in one at most."""

    def __init__(self, old: Sequence[Obligation], new: Sequence[Obligation]) -> None:
        self._old, self._new = old, new
        self.old_left = set(range(len(old)))
        self.new_left = set(range(len(new)))
        self.found: dict[int, Obligation] = {}
        self.unsearched: set[int] = set()
        """New duties that were not held against those that they could be alike."""

    def by(self, key: Callable[[Obligation], tuple[object, ...]]) -> None:
        """Pair what has the same key, in the order of the text."""
        waiting: dict[tuple[object, ...], list[int]] = defaultdict(list)
        for index in sorted(self.old_left, reverse=True):
            if _words_of(self._old[index]):
                waiting[key(self._old[index])].append(index)
        for index in sorted(self.new_left):
            if same := waiting.get(key(self._new[index])):
                self._pair(same.pop(), index)

    def repeated(self) -> None:
        """Pair what the text says twice in one place with the one duty that is there."""
        there = {_exactly(duty): duty for duty in self._old if _words_of(duty)}
        for index in tuple(self.new_left):
            if (same := there.get(_exactly(self._new[index]))) is not None:
                self.new_left.discard(index)
                self.found[index] = same

    def alike(self, place: Callable[[Obligation], str], least: float, most: int) -> None:
        """Pair what has most words in common within a place, the best pairs first.

        A place with more than ``most`` pairs is passed over, and that is remembered.
        """
        ranked: list[tuple[float, int, int]] = []
        for old, new in self._left_in(place):
            if len(old) * len(new) > most:
                self.unsearched.update(new)
            else:
                ranked += (pair for pair in self._likenesses(old, new) if -pair[0] >= least)
        for _, index, one in sorted(ranked):
            if one in self.old_left and index in self.new_left:
                self._pair(one, index)

    def left_alone(
        self,
        place: Callable[[Obligation], str],
        fits: Callable[[Obligation, Obligation], bool] = lambda *_: True,
    ) -> None:
        """Pair the only one that is left in a place with the only one left there in the text."""
        for old, new in self._left_in(place):
            if len(old) == len(new) == 1 and fits(self._old[old[0]], self._new[new[0]]):
                self._pair(old[0], new[0])

    def _left_in(
        self, place: Callable[[Obligation], str]
    ) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
        """Yield by place what is left of the dossier and of the text, where both have some."""
        there: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, (duties, left) in enumerate(
            ((self._old, self.old_left), (self._new, self.new_left))
        ):
            for index in sorted(left):
                if side or duties[index].article:
                    there[place(duties[index])][side].append(index)
        yield from (both for both in there.values() if all(both))

    def _likenesses(
        self, old: Sequence[int], new: Sequence[int]
    ) -> Iterator[tuple[float, int, int]]:
        """Yield how alike each two are, as a negative number, with the new one and the old one."""
        present = [(index, _telling(self._old[index])) for index in old]
        for index in new:
            words = _telling(self._new[index])
            for one, other in present:
                both = (words & other).total()
                yield -2 * both / max(words.total() + other.total(), 1), index, one

    def _pair(self, old: int, new: int) -> None:
        self.old_left.discard(old)
        self.new_left.discard(new)
        self.found[new] = self._old[old]
