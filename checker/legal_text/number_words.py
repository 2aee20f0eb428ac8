"""Dutch number words, written out: the one table that everything that reads numbers shares."""

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
_ENDS_IN_E = "ë"


def _below_hundred() -> dict[str, int]:
    words = {word: number for number, word in enumerate(UNITS) if number} | {"één": 1} | TENS
    for ten, tens in TENS.items():
        for number, unit in enumerate(UNITS[1:_LAST_DIGIT], start=1):
            joined = f"{unit}{_ENDS_IN_E}n" if unit.endswith("e") else f"{unit}en"
            for word in (joined, f"{unit}en"):
                words[f"{word}{ten}"] = tens + number
        words[f"éénen{ten}"] = tens + 1
    return words


def _below_thousand() -> dict[str, int]:
    small = _below_hundred()
    words = dict(small)
    for hundreds in range(1, _LAST_DIGIT):
        head = "honderd" if hundreds == 1 else f"{UNITS[hundreds]}honderd"
        words[head] = hundreds * _HUNDRED
        for word, number in small.items():
            words[f"{head}{word}"] = words[f"{head}en{word}"] = hundreds * _HUNDRED + number
    return words


_SMALL = _below_thousand()
_HUNDREDS_OF_TEENS = {f"{UNITS[n]}honderd": n * _HUNDRED for n in range(11, 20)}
"""Vijftienhonderd."""
_UNIT = "|".join((*UNITS[1:], "één"))
_BELOW_HUNDRED = rf"(?:(?:{'|'.join((*UNITS[1:_LAST_DIGIT], 'één'))})[eë]n)?(?:{'|'.join(TENS)})"
_BELOW_THOUSAND = (
    rf"(?:(?:{_UNIT})?honderd(?:en)?(?:{_BELOW_HUNDRED}|{_UNIT})?|{_BELOW_HUNDRED}|{_UNIT})"
)
NUMBER_WORD = rf"(?:(?:{_BELOW_THOUSAND})?duizend(?: ?{_BELOW_THOUSAND})?|{_BELOW_THOUSAND})"
"""Pattern of a number below a million in words; what follows it has to end the word."""


def number_of(word: str) -> int | None:
    """Return the number that a word names; None where it names none."""
    said = word.lower()
    head, thousands, rest = said.partition("duizend")
    if not thousands:
        return _small(said)
    most = _small(head) if head else 1
    least = _small(rest.strip()) if rest.strip() else 0
    return None if most is None or least is None else most * _THOUSAND + least


def _small(word: str) -> int | None:
    return _SMALL.get(word, _HUNDREDS_OF_TEENS.get(word))
