"""The time that reading takes grows with the text, whatever the text.

What is compared is the time that four times as long a text takes: where it grows with the square,
that is sixteen times as long. A machine that is busy is given some more chances.
"""

import time
from collections.abc import Callable

import pytest

from checker.checks.phrase import Phrase
from checker.legal_text.places import Places
from checker.legal_text.readability import measure
from checker.legal_text.reading import read_stored
from checker.legal_text.references import find_references
from checker.legal_text.stored import from_stored
from checker.legal_text.structure import parse
from checker.models.legal_text import Part
from checker.rulebook import load
from checker.rulebook.locate import OWN_RULES

PATTERNS = [
    pattern
    for rule in load(OWN_RULES).rules
    if isinstance(rule.check, Phrase)
    for pattern in rule.check.patterns
]
TIMES, MOST = 4, 8
ATTEMPTS = 6
ARTICLE = "Artikel 1\n"
LID = f"{ARTICLE}1. "


def nested(size: int) -> str:
    lines = ("a. iets:\n1°. iets:\ni. iets;\nii. meer;\n2°. iets;" for _ in range(size // 40))
    return f"{ARTICLE}De werkgever meldt:\n" + "\n".join(lines)


def amending(size: int) -> str:
    lines = ("A. Artikel 3 komt te luiden:\nArtikel 3\n1. Tekst is." for _ in range(size // 55))
    return f"{ARTICLE}De wet wordt als volgt gewijzigd:\n" + "\n".join(lines)


def contents(size: int) -> str:
    numbers = range(1, size // 40)
    listed = "\n".join(f"Artikel {n}" for n in numbers)
    return listed + "\n" + "\n".join(f"Artikel {n}\nTekst {n} is." for n in numbers)


def repeated(words: str) -> Callable[[int], str]:
    return lambda size: LID + words * (size // len(words))


DUTY = "De werkgever meldt elk ongeval aan Onze Minister."


def spared(words: str, *, each: str) -> Callable[[int], str]:
    """Return a text of duties, each with firms of some other size that are spared one."""

    def make(size: int) -> str:
        lines = (
            f"{each.format(n)}{DUTY} {words} niet voor werkgevers met minder dan {10 + n % 80} "
            "werknemers."
            for n in range(1, size // 140)
        )
        return ARTICLE + "\n".join(lines)

    return make


HOSTILE: dict[str, Callable[[int], str]] = {
    "a line of numbers": lambda size: LID + ", ".join(str(n) for n in range(size // 6)),
    "a citation of numbers": lambda size: (
        f"{LID}Bedoeld in artikel " + ", ".join(str(n % 900) for n in range(size // 5)) + " en 4."
    ),
    "bare onderdelen": lambda size: ARTICLE + "a.\n" * (size // 9),
    "onderdelen in order": lambda size: (
        f"{LID}Dit:\n" + "\n".join(f"{n % 999 + 1}°. iets;" for n in range(size // 12))
    ),
    "brackets in brackets": lambda size: LID + "(" * (size // 2) + ")" * (size // 2),
    "brackets that never close": repeated("(aa bb "),
    "one line": repeated("De werkgever meldt dit aan Onze Minister. "),
    "one line without a point": repeated("de werkgever meldt dit aan onze minister en "),
    "one word": repeated("a"),
    "lines of one letter": lambda size: "a\n" * (size // 8),
    "onderdelen in onderdelen": nested,
    "an amendment after the other": amending,
    "a table of contents": contents,
    "points": repeated("a. B. "),
    "vowels": repeated("aaieo"),
    "hyphens": repeated("a-"),
    "blanks": repeated("a \u00a0 "),
    "passives": repeated("wordt door gemeld voor "),
    "EU acts": repeated("2006/123/EG "),
    "abbreviations": repeated("ABC DEF "),
    "a whole act that spares firms": spared("Deze wet geldt", each="Artikel {}\n"),
    "a whole article that spares firms": spared("Dit artikel geldt", each="{}. "),
    "a lid that spares firms": spared("Dit geldt", each=""),
    "thresholds": repeated("niet van toepassing op werkgevers met 10 tot 50 werknemers en "),
    "thresholds in words": repeated("een werkgever met minder dan vijfentwintighonderd tien "),
    "spared articles": repeated("geldt artikel 1, niet voor werkgevers met minder dan 9 fte, "),
    "fines": repeated("een boete van ten hoogste € 1.000 of "),
    "fines without a bound": repeated("boete ten hoogste miljoen duizend en "),
}
CITED: dict[str, Callable[[int], str]] = {
    "enumerations of articles": repeated("artikel 1, 2, 3 en 4, eerste lid, en "),
    "leden that are not there": repeated("eerste lid, tweede lid, "),
    "onderdelen that are not there": repeated("onder a, "),
}


def steps(body: str) -> None:
    """Read a text step by step, without who recognises duties and facts in it."""
    text = parse(from_stored(body))
    find_references(Places(text))
    measure(text, Part.BODY)
    for pattern in PATTERNS:
        for _ in pattern.hits(text, lambda _: True):
            pass


def seconds(work: Callable[[str], object], body: str) -> float:
    start = time.process_time()
    work(body)
    return time.process_time() - start


def assert_linear(work: Callable[[str], object], make: Callable[[int], str], size: int) -> None:
    short, long = make(size), make(size * TIMES)
    quickest = [float("inf"), float("inf")]
    for attempt in range(ATTEMPTS):
        for index, body in enumerate((short, long)):
            # another text each time: the last few that were read are kept
            quickest[index] = min(quickest[index], seconds(work, f"{body}\n{attempt}"))
        if quickest[1] <= MOST * quickest[0]:
            return
    pytest.fail(f"{TIMES} times as long a text takes {quickest[1] / quickest[0]:.0f} times as long")


@pytest.mark.parametrize("make", [*HOSTILE.values(), *CITED.values()], ids=[*HOSTILE, *CITED])
def test_structure_references_and_patterns_take_linear_time(make: Callable[[int], str]) -> None:
    assert_linear(steps, make, 15_000)


@pytest.mark.parametrize("make", [*HOSTILE.values(), *CITED.values()], ids=[*HOSTILE, *CITED])
def test_a_whole_reading_takes_linear_time(make: Callable[[int], str]) -> None:
    assert_linear(read_stored, make, 8_000)
