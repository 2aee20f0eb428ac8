"""Whose article it is that a text cites: its own, or that of another act."""

import re

from checker.legal_text.citations import Cited
from checker.legal_text.places import Places
from checker.models.text_facts import ReferenceTarget

_THIS = re.compile(
    r",?(?: \([^()]{0,60}\))?,? (?:(?:van|uit|bij) (?:deze|dit|de onderhavige|het onderhavige"
    r"|onderhavige"
    r"|de voorliggende) |dezer |hierboven|hiervoor)"
)
_OTHER = re.compile(
    r",?(?: \([^()]{0,60}\))?,? (?:(?:van|uit|bij|in) (?:de|het|die|dat|diens|een|elk|ieder)\b"
    r"(?! (?:eerste|tweede|derde|vierde) lid)"
    r"|(?:van|uit|bij) (?!toepassing|overeenkomstige|kracht|rechtswege|belang|deze|dit|oordeel)\S"
    r"|der |des |dier |daarvan|hiervan)"
)
_NAME = re.compile(
    r",? (?P<name>[A-Z][\w’'-]*(?: \d{4})?|(?:EG|EU|EEG)-[\w-]+)|,? \((?P<cited>[A-Z][^()]{2,60})\)"
)
_NO_NAME = frozenset(
    [
        "Onze",
        "Ons",
        "Wij",
        "Nederland",
        "De",
        "Het",
        "Een",
        "In",
        "Indien",
        "Van",
        "Voor",
        "Bij",
        "Op",
        "Aan",
        "Met",
        "Is",
        "Zijn",
        "Kan",
        "Als",
    ]
)
_ACT_NAME = re.compile(
    r"[A-Z][A-Za-z]{0,5}(?: \d{4})?$|.*(?:wet|besluit|regeling|verordening|boek|verdrag|code)"
)
_CHAIN = re.compile(
    r",?;?(?: (?:en|of|juncto|jo\.?|j°\.?|dan wel|onderscheidenlijk|respectievelijk|alsmede|evenals"
    r"|tot en met"
    r"|gelezen in samenhang met|in samenhang met|in verbinding met|gelezen in verbinding met|en/of"
    r"|noch"
    r"|en krachtens|zowel als)){0,2}(?:,? (?:de|het|in|van|met|bij|op|krachtens|onder|ingevolge"
    r"|bedoeld|voor|tweede|eerste|derde|vierde|vijfde|lid|aanhef)){0,5} ?a?"
)
OTHERS_WORDS = re.compile(
    r"(?<!deze )(?<!dit )(?<!\bDeze )(?<!\bDit )(?<!in de zin der )"
    r"\b(?:[A-Z]\w*(?:wet|besluit|regeling|verordening|wetboek|verdrag|reglement|statuut|code"
    r"|overeenkomst)\b"
    r"|Wet\b|Besluit\b|Regeling\b|Verordening\b|Boek\b|Wetboek|Reglement\b|Statuut|Verdrag\b"
    r"|Overeenkomst\b"
    r"|wet\b|rijkswet\b|besluit\b|regeling\b|verordening\b|richtlijn\w*\b|verdrag\w*\b|reglement\b"
    r"|statuten\b"
    r"|protocol\w*\b|convenant\w*\b|overeenkomst\b|bijlage\b|code\b|wetboek\b|grondwet\b|Grondwet\b"
    r"|[A-Z]{2,6}\b"
    r"|daarvan\b|aldaar\b|oude?\b|luid(?:t|en|de|den)\b|gelezen\b|vervangen\b|verval\w*\b"
    r"|ingetrokken\b"
    r"|gewijzigd\b|in plaats van\b|geldende\b)"
)
"""Words that may mean that an article of another act is meant."""
_ACTS_BY_NAME = re.compile(
    r"(?:wet|rijkswet|wetboek|richtlijn|verdrag|overeenkomst|protocol|statuut)\b", re.IGNORECASE
)


def assign(places: Places, cited: list[Cited]) -> None:
    """Say of each article whose it is, from the last to the first: an act ends a chain."""
    text = places.text
    for position in range(len(cited) - 1, -1, -1):
        one = cited[position]
        if one.owner is not None:
            continue
        after = cited[position + 1] if position + 1 < len(cited) else None
        if after is not None and after.chain_end == one.chain_end and after.index == one.index:
            one.owner = after.owner
            continue
        one.owner = _owner(places, one.chain_end, places.provisions[one.index].end)
        if one.owner is None and after is not None and after.index == one.index:
            gap = after.start - one.chain_end
            if gap < 90 and _CHAIN.fullmatch(text, one.chain_end, after.start):
                one.owner = after.owner


def _owner(places: Places, at: int, end: int) -> ReferenceTarget | None:
    """Return whose article it is by the words after it; None where they do not say."""
    text = places.text
    if at >= end or text[at] not in ", (":
        return None
    if this := _THIS.match(text, at, end):
        act = _ACTS_BY_NAME.match(text, this.end(), end)
        if act is None or act[0].lower() in (places.legal.title or act[0]).lower():
            return ReferenceTarget.THIS_TEXT
        return ReferenceTarget.OTHER_ACT  # "deze richtlijn" in a regulation that is none
    if _OTHER.match(text, at, end):
        return ReferenceTarget.OTHER_ACT
    named = _NAME.match(text, at, end)
    if named is None:
        return None
    if named["cited"] is not None:
        return ReferenceTarget.OTHER_ACT if OTHERS_WORDS.search(named["cited"]) else None
    name = named["name"]
    if name in _NO_NAME:
        return None
    if named[0][0] == "," and not _ACT_NAME.match(name):
        return None
    return ReferenceTarget.OTHER_ACT
