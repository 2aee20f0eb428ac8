"""Times, frequencies and fractions as people put them into words.

"1 uur 30 min" and "1:30" are 90 minutes; "5 minutes (0.0833 hours)" says the same thing twice;
"maandelijks" is 12 and "eens per 5 jaar" 0.2; "½" and "1/5" are what they say. What means more
than one thing, such as "dagelijks", is left to the writer.
"""

import re
import unicodedata
from decimal import Decimal

from checker.readers import numbers
from checker.readers.numbers import Number, Style

_HOUR = r"(?:u|uur|uren|h|hrs?|hours?|std|stunden?)\.?"
_MINUTE = r"(?:m|mins?|minuut|minuten|minutes?)\.?"
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(?::00)?(?:\s*(?:u|uur|h|hours?))?")
_HOURS_AND_MINUTES = re.compile(
    rf"(\d{{1,3}})\s*{_HOUR}\s*(?:en|and|und|,)?\s*(\d{{1,2}})\s*(?:{_MINUTE})?"
)
_TWICE = re.compile(rf"(\S.*?)\s*\(\s*(?:=\s*)?[\d.,½¼¾]+\s*(?:{_HOUR}|{_MINUTE})\s*\)")
_PRIME = re.compile(r"(\d+(?:[.,]\d+)?)\s*['\u2032\u2019]")
_FRACTION = re.compile(r"(?:(\d{1,4})\s+)?(\d{1,3})\s?[/\u2044]\s?(\d{1,3})(?P<rest>\D*)")
_VULGAR = re.compile(r"(\d{1,4})?\s?([\u00bc-\u00be\u2150-\u215e])(?P<rest>\D*)")

_A_YEAR = {
    **dict.fromkeys(("jaar", "jaren", "year", "years", "annum", "jahr", "jahre"), Decimal(1)),
    **dict.fromkeys(("halfjaar", "half year", "halbjahr"), Decimal(2)),
    **dict.fromkeys(("kwartaal", "kwartalen", "quarter", "quarters", "quartal"), Decimal(4)),
    **dict.fromkeys(("maand", "maanden", "month", "months", "monat", "monate"), Decimal(12)),
    **dict.fromkeys(("week", "weken", "weeks", "woche", "wochen"), Decimal(52)),
}
_AS_A_WORD = {
    **dict.fromkeys(
        ("eenmalig", "eenmaal", "eens", "one-off", "one off", "once", "einmalig"), Decimal(1)
    ),
    **dict.fromkeys(
        ("jaarlijks", "annual", "annually", "yearly", "jahrlich", "once a year"), Decimal(1)
    ),
    **dict.fromkeys(
        ("halfjaarlijks", "semi-annual", "semi-annually", "semiannually", "twice a year",
         "halbjahrlich"), Decimal(2),
    ),
    **dict.fromkeys(("kwartaalsgewijs", "quarterly", "vierteljahrlich"), Decimal(4)),
    **dict.fromkeys(("maandelijks", "monthly", "monatlich"), Decimal(12)),
    **dict.fromkeys(("wekelijks", "weekly", "wochentlich"), Decimal(52)),
    **dict.fromkeys(("tweejaarlijks", "biennial", "biennially"), Decimal("0.5")),
    **dict.fromkeys(("vierjaarlijks",), Decimal("0.25")),
    **dict.fromkeys(("vijfjaarlijks",), Decimal("0.2")),
    **dict.fromkeys(("tienjaarlijks",), Decimal("0.1")),
}  # fmt: skip
_COUNTING = {
    word: value
    for value, words in enumerate(
        ("eens een eenmaal one once a an ein einmal", "twee tweemaal two twice zwei zweimal",
         "drie three drei", "vier four", "vijf five funf", "zes six sechs", "zeven seven sieben",
         "acht eight", "negen nine neun", "tien ten zehn"), start=1,
    )
    for word in words.split()
}  # fmt: skip
_SO_OFTEN = re.compile(
    r"(?:(?P<times>\w+)\s*(?:x|keer|maal|mal|times?)?\s*)?"
    r"\b(?:per|a|an|pro|each|every|elke?|ieder|iedere|alle|om de|in de|in)\s+"
    r"(?:(?P<each>\w+)\s+)?(?P<unit>[a-z]+(?: year)?)"
)


def time(text: str, style: Style | None = None) -> Number | None:
    """Return the time that ``text`` is; minutes where it gives hours and minutes."""
    if len(text) > numbers.LONGEST:
        return None
    plain = numbers.unmarked(text).lower()
    twice = _TWICE.fullmatch(plain)
    if twice is not None:
        return time(twice[1], style)
    prime = _PRIME.fullmatch(plain)
    if prime is not None:
        return time(f"{prime[1]} min", style)
    both = _CLOCK.fullmatch(plain) or _HOURS_AND_MINUTES.fullmatch(plain)
    if both is not None:
        return Number(Decimal(int(both[1]) * 60 + int(both[2])), 0, unit="min")
    return number(text, style)


def frequency(text: str, style: Style | None = None) -> Number | None:
    """Return how often a year ``text`` is."""
    found = number(text, style)
    if found is not None or len(text) > numbers.LONGEST:
        return found
    plain = _without_accents(numbers.unmarked(text))
    value = _AS_A_WORD.get(plain) or _so_often(plain)
    return None if value is None else Number(value, numbers.decimals(value))


def number(text: str, style: Style | None = None) -> Number | None:
    """Return the number that ``text`` is, also where it is written as a fraction."""
    found = numbers.read(text, style)
    is_other = found is None and len(text) <= numbers.LONGEST
    return _fraction(text) if is_other else found


def _fraction(text: str) -> Number | None:
    plain = numbers.unmarked(text)
    found = _FRACTION.fullmatch(plain)
    if found is not None and int(found[3]):
        part = Decimal(found[2]) / Decimal(found[3])
    elif (found := _VULGAR.fullmatch(plain)) is not None:
        over = unicodedata.normalize("NFKD", found[2]).split("\u2044")
        part = Decimal(over[0]) / Decimal(over[1])
    else:
        return None
    unit = numbers.read(f"1{found['rest']}")  # what may stand behind a number may do so here
    if unit is None:
        return None
    value = int(found[1] or 0) + part
    return Number(value * unit.value, numbers.decimals(value), unit.percent, unit.unit)


def _so_often(plain: str) -> Decimal | None:
    found = _SO_OFTEN.fullmatch(plain)
    if found is None or found["unit"] not in _A_YEAR:
        return None
    times, each = _counted(found["times"]), _counted(found["each"])
    return None if times is None or not each else times * _A_YEAR[found["unit"]] / each


def _counted(word: str | None) -> Decimal | None:
    if word is None:
        return Decimal(1)
    bare = word.removesuffix("x")
    return Decimal(bare) if bare.isdecimal() else _in_words(word)


def _in_words(word: str) -> Decimal | None:
    found = _COUNTING.get(word)
    return None if found is None else Decimal(found)


def _without_accents(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return " ".join(bare.split())
