"""How high a fine can be."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.legal_text.money import Height, heights
from checker.legal_text.needles import Needles
from checker.legal_text.places import LONGEST, Places
from checker.models.text_facts import FineMaximum

_FINES = Needles("boete", "Boete")
_MOST = (
    r"(?:ten hoogste|hoogstens|maximaal|niet meer (?:is |zijn |bedragen )?dan"
    r"|niet hoger (?:is |zijn |gesteld )?dan"
    r"|(?:maximum|maxima)(?:bedrag)?(?: van| is| bedraagt)?|kan oplopen tot)"
)
_GAP = r"[^.;,:€%0-9]{0,60}"
_CUE = re.compile(rf"\b(?P<cue>{_MOST})(?P<gap>{_GAP})$", re.IGNORECASE)
"""Right before a height: it is the most that something comes to."""
_OF_FINE = re.compile(
    r"\b(?:geld|basis|verzuim|vergrijp)?boetes?(?:bedrag(?:en)?)?(?: [a-z]+){0,2}? "
    r"(?:van|is|zijn|bedraagt|bedragen|ter hoogte van|tot|op)(?: (?:een|het) bedrag van)? $"
    r"|\b(?:bedraagt|bedragen|is|wordt) (?:de|een|het) [a-z ]{0,30}boete(?:bedrag)? $"
    r"|\bvastgesteld op $",
    re.IGNORECASE,
)
"""Right before a height that a fine has."""
_CLOCK = re.compile(
    r"\b(?<!per )(?<!iedere )(?<!elke )(?:uur|uren|dag|dagen|we(?:ek|ken)|maand(?:en)?|ja(?:ar|ren)"
    r"|keren)\b",
    re.IGNORECASE,
)
"""Before a height: what is at most so much is a time."""
_TIMES = re.compile(r"\w*(?:maal|keer|voud|helft|kwart|derde deel)\b", re.IGNORECASE)
"""Before a height: it is to be multiplied or divided, so it is not the height itself."""
_OTHERS = (
    r"(?:omzet|loon|lonen|inkomen|inkomsten|kosten|waarde|schade|voordeel|vermogen|balans\w*|subsidie"
    r"|leges|vergoeding|premie|bijdrage|rente|belasting|tarief|prijs|koopsom|griffierecht|verlies"
    r"|winst|zekerheid|huur|lening)"
)
_OF_OTHER = re.compile(
    rf"\b\w*{_OTHERS}(?: per [a-z]+)?(?:,? (?:van|die|dat|ter hoogte van|boven|tot"
    rf"|hoger dan|lager dan|onder|is|bedraagt|bedragen|met|:))*,? (?:{_MOST} )?$",
    re.IGNORECASE,
)
"""Right before a height that something else than the fine has."""
_THEN_OTHER = re.compile(rf"(?:,-+)?\s(?:aan |voor )?(?:\w+ )?\w*{_OTHERS}\b", re.IGNORECASE)
"""Right after such a height: "€ 5 kosten"."""
_SMALLER = re.compile(r"\b(?:minder|lager) dan $", re.IGNORECASE)
_AND_MORE = re.compile(r"(?:,-+)? of meer\b", re.IGNORECASE)
"""Around an amount of a fine that was imposed: it is a condition for something else."""
_A_PIECE = re.compile(
    r"(?:,[-–]+)?\s(?:per|voor (?:elke?|iedere?)) (?:kilogram|kg|ton|liter|kub|vierkante|hectare"
    r"|eenheid|stuk|dier|m[23²³]|meter|procent)",
    re.IGNORECASE,
)
"""After an amount that is to be multiplied."""
_JOINS = re.compile(
    r"\b(?:of|en|dan wel|tot|respectievelijk|onderscheidenlijk|vermeerderd|voor)\b", re.IGNORECASE
)
_ASIDE = re.compile(r"\b(?:indien|als) (?:dat|dit) (?:bedrag )?(?:meer|hoger) is\b", re.IGNORECASE)
_STARTS_ANEW = re.compile(
    r"\b(?:wordt|worden|is|zijn|kan|kunnen|krijgt|betaalt|bedraagt|moet)\b", re.IGNORECASE
)
_NORM = re.compile(r"\bnormbedrag(?:en)?\b", re.IGNORECASE)
_BEFORE = 140
"""Characters before a height in which it is told what it is the height of."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A height of a fine, from the words that announce it."""

    start: int
    height: Height
    is_sure: bool = True


def find_fine_maximum(places: Places) -> Iterator[FineMaximum]:
    """Yield where a sentence about a fine names its amount, category or percentage.

    Of several amounts the highest is meant. Where it is in doubt what the height is, the words
    are given without a number.
    """
    seen: set[int] = set()
    for offset, index in places.hits(_FINES):
        start, end = places.sentence(offset, index)
        if start in seen:
            continue
        seen.add(start)
        end = min(end, start + LONGEST)
        told, doubtful = _told(places.text, start, end)
        if told:
            yield _maximum(places, told, doubtful, index)
        elif (norm := _NORM.search(places.text, start, end)) is not None:
            yield FineMaximum(places.passage(norm.start(), norm.end(), index), norm[0])


def _told(text: str, start: int, end: int) -> tuple[list[_Told], list[Height]]:
    """Return the heights of the fine of a sentence, and those that may or may not be its."""
    told: list[_Told] = []
    doubtful: list[Height] = []
    before = start
    for height in heights(text, start, end):
        words = text[max(start, before, height.start - _BEFORE) : height.start]
        if not height.is_nothing and not _is_of_other(text, words, height):
            if (one := _own(words, height)) is not None:
                is_sure = one.is_sure and not _A_PIECE.match(text, height.end)
                told.append(replace(one, is_sure=is_sure))
            elif told and _goes_on(words):
                told.append(_Told(height.start, height))
            else:
                doubtful.append(height)
        before = height.end
    return told, doubtful


def _is_of_other(text: str, words: str, height: Height) -> bool:
    """Whether it is the height of something else than a fine."""
    after = text[height.end : height.end + 40]
    if height.percent is None and _THEN_OTHER.match(after):
        return True
    if _SMALLER.search(words) or _AND_MORE.match(after):
        return True
    of_other = _OF_OTHER.search(words)
    if of_other is None:
        return False
    # "de boete voor het niet betalen van de premie bedraagt": the fine does
    return "bedraagt" not in of_other[0] or "boete" not in words[: of_other.start()]


def _own(words: str, height: Height) -> _Told | None:
    """Return a height that the words right before it give the fine."""
    if height.category is not None:
        cue = _CUE.search(words)
        announced = cue is not None and not _CLOCK.search(cue["gap"])
        return _Told(height.start - len(cue[0]) if cue and announced else height.start, height)
    if (cue := _CUE.search(words)) is not None:
        if _CLOCK.search(cue["gap"]):
            return None
        sure = height.is_read and not _TIMES.search(cue["gap"])
        return _Told(height.start - len(cue[0]), height, sure)
    if (fine := _OF_FINE.search(words)) is not None:
        return _Told(height.start - len(fine[0]), height, height.is_read)
    return None


def _goes_on(words: str) -> bool:
    """Whether a height is one more of the same fine: "of, indien dat meer is, 10 % van"."""
    between = _ASIDE.sub("", words)
    return _JOINS.search(between) is not None and not _STARTS_ANEW.search(between)


def _maximum(
    places: Places, told: Sequence[_Told], doubtful: Iterable[Height], index: int
) -> FineMaximum:
    """Return the highest of what a sentence tells of its fine."""
    start, end = told[0].start, told[-1].height.end
    words = " ".join(places.text[start:end].split())
    euro = _highest(one.height.euro for one in told)
    may_be_more = any(one.euro is not None and one.euro > (euro or 0) for one in doubtful)
    if may_be_more or not all(one.is_sure for one in told):
        euro = None
    return FineMaximum(
        places.passage(start, end, index),
        words,
        euro,
        max((one.height.category for one in told if one.height.category), default=None),
        _highest(one.height.percent for one in told),
    )


def _highest(numbers: Iterable[Decimal | None]) -> Decimal | None:
    return max((number for number in numbers if number is not None), default=None)
