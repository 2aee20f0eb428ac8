"""How many ways ``re`` may have to try at one place before it knows that a pattern fits or not.

``re`` goes back and tries the next way: each length of a repeat, each of some alternatives, and all
of those again in each round of a repeat around them. ``(?:a|ab|b){1,60}c`` has more ways than a
computer can try, and a text can be made to need them all.
"""

import re
from collections.abc import Iterable, Iterator

_REPEAT = re.compile(r"\{(\d+)(?:,(\d+))?\}")
_LITERAL = re.compile(r"[^][(){}|.?*+^$\\]|\\[^\w]")
"""A sign that stands for itself."""
_ENOUGH = 10**12
"""No need to count beyond."""


class _Group:
    """A group, or the whole pattern, while its tokens are gone through."""

    def __init__(self) -> None:
        self.before = 0
        """Ways of the alternatives that are done."""
        self.ways = 1
        """Ways of this alternative, without the last element."""
        self.last = 1
        """Ways of the last element."""

    def add(self, ways: int) -> None:
        """Begin an element."""
        self.ways = min(self.ways * self.last, _ENOUGH)
        self.last = ways

    def begin_alternative(self) -> None:
        """End this alternative."""
        self.before = self.total
        self.ways = self.last = 1

    @property
    def total(self) -> int:
        """Ways of all of it."""
        return min(self.before + self.ways * self.last, _ENOUGH)


def ways(tokens: Iterable[str]) -> int:
    """Return the most ways in which a pattern may be tried at one place.

    Args:
        tokens: of a pattern that ``re`` accepts: escapes, classes, repeats and signs.
    """
    elements = list(_without_marks(tokens))
    groups = [_Group()]
    for index, element in enumerate(elements):
        if element == "(":
            groups.append(_Group())
        elif element == ")":
            done = groups.pop()
            groups[-1].add(done.total)
        elif element == "|":
            groups[-1].begin_alternative()
        elif (rounds := _rounds(element)) is None:
            groups[-1].add(1)
        elif not _has_one_length(elements[index - 1], elements[index + 1 : index + 2]):
            groups[-1].last = _repeated(groups[-1].last, *rounds)
    return groups[0].total


def _without_marks(tokens: Iterable[str]) -> Iterator[str]:
    """Leave out what makes a group not capture, and a repeat lazy: the ways are as many."""
    before = ""
    for token in tokens:
        of_group = (before == "(" and token == "?") or (before == "(?" and token == ":")
        lazy = token == "?" and _rounds(before) is not None
        before = "(?" if of_group and token == "?" else token
        if not of_group and not lazy:
            yield token


def _rounds(element: str) -> tuple[int, int] | None:
    """Return the least and most rounds of a repeat; None for what is none."""
    if element == "?":
        return 0, 1
    found = _REPEAT.fullmatch(element)
    return None if found is None else (int(found[1]), int(found[2] or found[1]))


def _has_one_length(repeated: str, following: list[str]) -> bool:
    """Whether a repeat can end in one place only: what follows is none of the signs repeated."""
    if repeated == ")" or not following or _LITERAL.fullmatch(following[0]) is None:
        return False
    return re.fullmatch(repeated, following[0][-1], re.IGNORECASE) is None


def _repeated(each: int, least: int, most: int) -> int:
    total = 0
    for rounds in range(least, most + 1):
        total += each**rounds
        if total > _ENOUGH:
            return _ENOUGH
    return total
