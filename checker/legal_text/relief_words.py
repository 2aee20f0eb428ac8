"""The words by which a sentence spares firms of some size a duty, and whom exactly."""

import re
from dataclasses import dataclass, replace

from checker.legal_text.number_words import COUNT, count_of
from checker.models.linear import re2
from checker.models.text_facts import SizeThreshold

SPARES = re2.compile(
    r"(?i)\b(?:(?:is|zijn|blijft|blijven)\b[^;]*? niet van toepassing|niet van toepassing (?:is"
    r"|zijn|op)"
    r"|(?:geldt|gelden)\b[^;]*? niet\b|niet (?:geldt|gelden)\b"
    r"|(?:is|zijn|wordt|worden)\b[^;]*? (?:vrijgesteld|uitgezonderd|ontheven)"
    r"|(?:vrijgesteld|uitgezonderd) (?:is|zijn|van)|vrijstelling van"
    r"|(?:hoeft|hoeven|behoeft|behoeven)\b[^;]*? (?:niet|geen)\b|(?:is|zijn) (?:niet|geen\b[^;]*?)"
    r" (?:verplicht|gehouden|verschuldigd)|niet verplicht (?:is|zijn))\b"
)
"""That something does not apply to whom the sentence names."""
BUT = re2.compile(
    r"(?i)\b(?:met uitzondering van|uitgezonderd|behalve|anders dan|tenzij|niet zijnde)\b[^;]*$"
)
"""Right before a threshold: those are left out of what the sentence says."""
LIGHTER = re2.compile(
    r"(?i)\b(?:in afwijking van|volstaan|volstaat|vereenvoudigd\w*|verkorte?|beperkte?|lichtere?"
    r"|in plaats daarvan|lager tarief|verminderd)\b"
)
"""That they meet less than others."""
_NOT_ONLY = re.compile(r"\bniet (?:alleen|slechts|uitsluitend|enkel)\b", re.IGNORECASE)
_ONLY = re2.compile(
    r"(?i)\b(?:is|zijn|geldt|gelden)\b[^;]*?\b(?:uitsluitend|slechts|alleen|enkel)\b"
    r"(?: van toepassing)? (?:op|voor|ten aanzien van)\b"
)
"""That something applies to nobody else."""
_ALSO = re.compile(r"\b(?:ook|eveneens|mede|tevens|wel)\b", re.IGNORECASE)
_NOT_FOR_OTHERS = re.compile(r" (?:voor|op|ten aanzien van)\b", re.IGNORECASE)
_FINE = re.compile(r"\b(?:boete|dwangsom|rente|leges)\b", re.IGNORECASE)
_OBLIGES = re.compile(
    r"\b(?:verplicht|gehouden|hoeft|hoeven|behoeft|behoeven|verschuldigd)\b", re.IGNORECASE
)
_FIRM = re.compile(
    r"\b\w*(?:onderneming(?:en)?|ondernemers?|werkgevers?|bedrij(?:f|ven)|rechtsperso(?:on|nen)"
    r"|vennootschap(?:pen)?|organisaties?|instelling(?:en)?|winkels?|werkplaats(?:en)?)\b",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(
    r"\b(?:minister|staatssecretaris|college|burgemeester|gedeputeerde staten|provinciale staten"
    r"|inspectie|inspecteur|toezichthouder|bestuursorgaan|bevoegde? gezag|autoriteit|raad"
    r"|gemeente|gemeenteraad|ambtenaar|ambtenaren|uwv|afm|acm|dnb|nza)\b",
    re.IGNORECASE,
)
_UNDER_CONDITION = re.compile(
    r"\b(?:tenzij|mits|indien|als(?! bedoeld)|voor ?zover|zolang|wanneer|onder (?:de )?voorwaarde"
    r"|op voorwaarde|behoudens|behalve|met uitzondering|uitgezonderd|met dien verstande|alleen"
    r"|uitsluitend|slechts)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"(?<!niet )\b(?:indien|als(?! bedoeld)|wanneer|voor ?zover|zolang)\b[^,;]*$", re.IGNORECASE
)
"""Before a threshold: the size itself is the condition, or stands in one."""
_SIZE_ALONE = re.compile(
    r"(?: ?\b(?:werkzaam|in|dienst|dienstbetrekking|heeft|hebben|zijn|is|zijn of haar|werken|werkt"
    r"|telt|tellen|de|het|deze|die|onderneming|bedrijf|arbeid|verrichten|laat|of|meer|minder))*",
    re.IGNORECASE,
)
_PUT_TO = re.compile(
    r"\b(?:onderneming(?:en)?|ondernemers?|werkgevers?|bedrij(?:f|ven)|rechtsperso(?:on|nen)"
    r"|vennootschap(?:pen)?|organisaties?|instelling(?:en)?)\b[^,;]{0,40}?\b(?:met|waarin|waar|die"
    r"|bij wie)\b[^,;]{0,40}$",
    re.IGNORECASE,
)
"""Before a threshold that says on which firms a duty is laid."""
_RATE = re.compile(r"€|\b(?:heffing|bijdrage|tarief|bedrag|betal\w+|verschuldigd)\b")
"""What is paid by size: who pays less is not spared the duty."""
_LEAST_BEFORE = re.compile(
    rf"\b(?:(?P<over>meer dan|groter dan)|ten minste|tenminste|minstens|minimaal|vanaf)"
    rf"\s(?P<count>{COUNT})(?:\s[a-z]+){{0,2}}?,?\s(?:en|maar|doch|tot)"
    r"(?: (?:met|hebben|heeft))?\s$",
    re.IGNORECASE,
)
"""Right before an upper bound: "ten minste 10 maar minder dan 50 werknemers"."""
_AND = re.compile(r",? (?:en|maar|doch)(?: [a-z]+){0,2} $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The sizes of firms that are meant."""

    persons: int
    below: bool
    least: int = 1

    def others(self) -> "Bounds | None":
        """Return the firms that are not meant; None where those are no single range."""
        return None if self.least > 1 else replace(self, below=not self.below)


def bounds_of(
    text: str, start: int, threshold: SizeThreshold, after: SizeThreshold | None
) -> tuple[Bounds, int]:
    """Return whom a threshold means, and where the words for it end: it may be half of a range.

    Args:
        text: all of it.
        start: of the sentence.
        threshold: the first in the text that names this size.
        after: the one that follows it.
    """
    at = threshold.at
    own = Bounds(threshold.persons, threshold.below)
    if after is not None and _is_other_half(text, threshold, after):
        low, high = sorted((threshold, after), key=lambda one: one.below)
        if low.persons < high.persons:
            return Bounds(high.persons, True, low.persons), after.at.end
    least = _LEAST_BEFORE.search(text[max(start, at.start - 90) : at.start])
    number = count_of(least["count"]) if least is not None else None
    if threshold.below and least is not None and number is not None:
        own = replace(own, least=number + bool(least["over"]))
    return own, at.end


def _is_other_half(text: str, first: SizeThreshold, second: SizeThreshold) -> bool:
    """Whether two thresholds are the bounds of one range: "10 tot 50 werknemers"."""
    if first.below == second.below or first.by_name or second.by_name:
        return False
    if first.at.start == second.at.start:
        return True
    return _AND.fullmatch(text[first.at.end : second.at.start]) is not None


def is_meant_for(words: str, spares: tuple[int, int], first: int) -> bool:
    """Whether it is the firms of a size that are spared.

    Args:
        words: the sentence.
        spares: where it says that something does not apply.
        first: where the size stands.
    """
    start, end = spares
    said = words[start:end]
    if _NOT_ONLY.search(words) or (_ALSO.search(said) and first < end):
        return False
    if _FINE.search(said):
        return False
    if BUT.search(words[end:first] if first > end else ""):
        return False  # not spared at all, unless they are of that size
    if start < first < end and _NOT_FOR_OTHERS.match(words, end):
        return False  # "geldt voor kleine werkgevers en niet voor stichtingen"
    return not _OBLIGES.search(said) or _binds_firm(words, spares, first)


def _binds_firm(words: str, spares: tuple[int, int], first: int) -> bool:
    """Whether it is a firm that is not obliged, and no authority."""
    start, end = spares
    if _AUTHORITY.search(words[start:end]):
        return False
    subject = words[:start].rpartition(",")[2] or words[:start]
    if _AUTHORITY.search(subject):
        return False
    return first < end or _FIRM.search(words[:start]) is not None or start == 0


def only_for(words: str, first: int, last: int) -> tuple[int, int] | None:
    """Return where a sentence says that it applies to firms of a size alone."""
    only = _ONLY.search(words)
    if only is None or _NOT_ONLY.search(words) or only.end() > first:
        return None
    return (only.start(), only.end()) if _FIRM.search(words[only.end() : last]) else None


def puts_to_large(words: str, before: str) -> bool:
    """Whether a sentence lays a duty on the larger firms."""
    return _PUT_TO.search(before) is not None and not _RATE.search(words)


def is_conditional(words: str, first: int, last: int) -> bool:
    """Whether not all firms of the size are spared: "tenzij hij gevaarlijke stoffen gebruikt"."""
    if _UNDER_CONDITION.search(words, last):
        return True
    if _CONDITION.search(words[:first]) is None:
        return False
    rest = re.split(r"[,;.]", words[last:], maxsplit=1)[0]
    return _SIZE_ALONE.fullmatch(rest) is None and _tells_more(rest)


def _tells_more(rest: str) -> bool:
    """Whether a condition goes on after the size, and not with what follows from it."""
    return re.search(r"\b(?:niet van toepassing|geldt|vrijgesteld|verplicht)\b", rest) is None
