"""Numbers of articles, leden and onderdelen as a text cites them: "3a", "eerste en derde"."""

import re

from checker.legal_text.number_words import ORDINAL_UNITS, UNITS


def _ordinals() -> dict[str, int]:
    words = {word: number for number, word in enumerate(ORDINAL_UNITS) if number}
    words |= {f"{word}de": number for number, word in enumerate(UNITS) if number > 9}
    words |= {"twintigste": 20, "dertigste": 30, "veertigste": 40}
    for number in range(1, 10):
        joined = "ën" if UNITS[number].endswith("e") else "en"
        for tens, ten in ((20, "twintigste"), (30, "dertigste")):
            words[f"{UNITS[number]}{joined}{ten}"] = tens + number
            words[f"{UNITS[number]}en{ten}"] = tens + number
    words |= {"éénentwintigste": 21, "éénendertigste": 31}
    words |= {
        f"{number}{ending}": number for number in range(1, 41) for ending in ("e", "de", "ste")
    }
    return words


ORDINALS = _ordinals()
"""Number of a lid by its ordinal, to the fortieth."""
ORDINAL = r"(?:[a-zéë]{2,14}(?:de|ste)|\d{1,2}(?:e|de|ste)(?= l))"
AND = r"(?:,|,? (?:en|of|tot en met|dan wel|onderscheidenlijk|respectievelijk|alsmede|en/of))"
NUMBER = (
    r"(?:\d{1,4}(?:[a-z]{1,8}(?![a-z])|[A-Z](?![A-Za-z]))?(?:[.:]\d{1,3}[a-z]{0,4}){0,4}"
    r"|[IVXLC]{1,7}[a-z]?(?:\.\d{1,2})?|[A-Z] ?\d{1,3}[a-z]?)(?![\w°])"
)
_NO_ITEM = r"(?!(?:in|is|de|en|of|op|te|om|as|ze|we|er|zo|al|na|je|ad|ex|nr|ja|en)\b)"
ITEM = rf"{_NO_ITEM}(?:[a-z]{{1,2}}\d?|[ivx]{{1,5}}|\d{{1,2}})(?:[°º]|\.(?=,))?(?![\w’']|\.\d)"
_PIECE = re.compile(r"\d{1,2}(?:de|ste|e)|[a-zéë]+(?:de|ste)\b|tot en met|t/m")
_LABELS = re.compile(r"tot en met|t/m|(?<![\w])(?!(?:en|of)\b|onder)[a-z\d]{1,5}[°º]?(?![\w])")


def lid_numbers(words: str) -> list[str]:
    """Return the numbers of "eerste en derde tot en met vijfde"; none if a word is no number."""
    numbers: list[str] = []
    until = False
    for piece in _PIECE.findall(words):
        if piece in ("tot en met", "t/m"):
            until = True
            continue
        number = ORDINALS.get(piece)
        if number is None:
            return []
        if until and numbers:
            numbers.extend(str(n) for n in range(int(numbers[-1]) + 1, number))
        numbers.append(str(number))
        until = False
    return numbers


def plain_numbers(words: str) -> list[str]:
    """Return the numbers of "1, 3 tot en met 5"."""
    numbers: list[str] = []
    until = False
    for piece in re.findall(r"\d{1,2}[a-z]?|tot en met|t/m", words):
        if not piece[0].isdigit():
            until = True
            continue
        if until and numbers and piece.isdecimal() and numbers[-1].isdecimal():
            numbers.extend(str(n) for n in range(int(numbers[-1]) + 1, int(piece)))
        numbers.append(piece)
        until = False
    return numbers


def item_labels(words: str) -> list[str]:
    """Return the onderdelen of "a, c tot en met e en 1°"."""
    labels: list[str] = []
    until = False
    for piece in _LABELS.findall(words.replace("º", "°")):
        if piece in ("tot en met", "t/m"):
            until = True
            continue
        if until and labels and len(piece) == len(labels[-1]) == 1:
            labels.extend(chr(n) for n in range(ord(labels[-1]) + 1, ord(piece)))
        labels.append(piece)
        until = False
    return labels
