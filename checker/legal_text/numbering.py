"""Numbers of articles and leden: 1, 1a, 2.3, IV; what each is, and whether one follows another."""

import re
from functools import lru_cache

_PARTS = re.compile(r"(\d+|[IVXLC]+)([a-z]*|[A-Z])$")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@lru_cache(maxsize=10_000)
def number_of(label: str) -> tuple[int, str]:
    """Return the last number of ``label`` and its letters: (3, "a") for "2.3a", (4, "") for "IV".

    A label without a number gives (0, "").
    """
    found = _PARTS.search(label)
    if found is None:
        return 0, ""
    digits = found[1]
    return (int(digits) if digits.isdecimal() else _roman(digits)), found[2]


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    pairs = zip(values, (*values[1:], 0), strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def follows(label: str, following: str) -> bool:
    """Whether ``following`` comes right after ``label``: 4 or 3a after 3, 3b after 3a."""
    (number, letters), (next_number, next_letters) = number_of(label), number_of(following)
    if _stem(label) != _stem(following):
        return next_number == 1 and not next_letters  # 2.1 after 1.7
    if next_number == number:
        return next_letters > letters
    return next_number == number + 1 and next_letters in ("", "a")


def _stem(label: str) -> str:
    found = _PARTS.search(label)
    return label[: found.start()] if found else label
