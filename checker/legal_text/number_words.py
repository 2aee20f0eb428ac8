"""Dutch number words, written out: the one table that everything that reads numbers shares."""

from collections.abc import Callable
from functools import cache

UNITS = (
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
)
"""Each number below twenty stands at its own position."""
TENS = {
    "twintig": 20,
    "dertig": 30,
    "veertig": 40,
    "vijftig": 50,
    "zestig": 60,
    "zeventig": 70,
    "tachtig": 80,
    "negentig": 90,
}
ORDINAL_UNITS = (
    "nulde",
    "eerste",
    "tweede",
    "derde",
    "vierde",
    "vijfde",
    "zesde",
    "zevende",
    "achtste",
    "negende",
)
"""The ordinals that are not made of a cardinal with an ending that is always the same."""
_LAST_DIGIT = 10
_HUNDRED, _THOUSAND = 100, 1000
_UNIT = "|".join((*UNITS[1:], "één"))
_BELOW_HUNDRED = rf"(?:(?:{'|'.join((*UNITS[1:_LAST_DIGIT], 'één'))})[eë]n)?(?:{'|'.join(TENS)})"
_BELOW_THOUSAND = (
    rf"(?:(?:{_UNIT})?honderd(?:(?:en)?(?:{_BELOW_HUNDRED}|{_UNIT}))?|{_BELOW_HUNDRED}|{_UNIT})"
)
NUMBER_WORD = rf"(?:(?:{_BELOW_THOUSAND})?duizend(?: ?{_BELOW_THOUSAND})?|{_BELOW_THOUSAND})"
"""Pattern of a number below two million in words; what follows it has to end the word."""
COUNT = rf"(?:[0-9]{{1,3}}(?:\.[0-9]{{3}})?|{NUMBER_WORD})"
"""Pattern of a number of persons, in digits or in words."""


def number_of(word: str) -> int | None:
    """Return the number that a word names: whatever :data:`NUMBER_WORD` matches; None for others.

    As the word is built: so many thousands and the rest, so many hundreds and the rest.
    """
    return _sum_of(word.lower(), "duizend", _THOUSAND, _below_thousand)


def count_of(count: str) -> int | None:
    """Return the number that :data:`COUNT` matched; None for anything else."""
    digits = count.replace(".", "")
    return int(digits) if digits.isdecimal() else number_of(count)


def _below_thousand(word: str) -> int | None:
    return _sum_of(word, "honderd", _HUNDRED, _below_hundred().get)


def _sum_of(word: str, name: str, size: int, part: Callable[[str], int | None]) -> int | None:
    head, found, rest = word.partition(name)
    if not found:
        return part(word)
    most = part(head) if head else 1
    rest = rest.strip()
    least = part(rest) if rest else 0
    if least is None:  # "honderdenvijf"
        least = part(rest.removeprefix("en"))
    return None if most is None or least is None else most * size + least


@cache
def _below_hundred() -> dict[str, int]:
    units = {word: number for number, word in enumerate(UNITS) if number} | {"één": 1}
    words = units | TENS
    for ten, tens in TENS.items():
        for unit, number in units.items():
            if number < _LAST_DIGIT:
                words |= {f"{unit}en{ten}": tens + number, f"{unit}ën{ten}": tens + number}
    return words
