"""Participles: which word is one, and which goes with the verb of a clause."""

import re
from collections.abc import Sequence
from functools import lru_cache

from checker.legal_text.norm_terms import IRREGULAR, NO_PARTICIPLES
from checker.legal_text.verbs import Word, word_of

PARTICIPLE = re.compile(
    r"(?:(?:aan|af|bij|door|in|mede|mee|na|neer|om|onder|op|over|samen|tegen|terug|toe|uit|vast"
    r"|voor|weg)?ge[a-zà-ÿ]{2,}(?:d|t|en)|(?:be|ver|ont|her|er)[a-zà-ÿ]{2,}(?:d|t|en)"
    r"|(?:aan|af|in|op|over|uit|toe|voor|vast)(?:ge|be|ver)?[a-zà-ÿ]{3,}(?:d|t|en)"
    r"|onder(?:tekend|zocht|bouwd|verdeeld|houden|scheiden|steund|broken|worpen)|omschreven"
    r"|[a-zà-ÿ]{3,}eerd)$"
)
_STRONG = re.compile(
    r"ge[a-zë]+en$|(?:geven|nomen|houden|schreven|sloten|vangen|wezen|zonden|boden|dragen|bracht"
    r"|dreven|spoten|wassen|broken|zien|scheiden|laten|slagen|vallen|heven|stoken|roepen|trokken"
    r"|weken|rekend|worven|grepen|bonden|vonden)$"
)
_NOUNS = ("heid", "heden", "teit", "tijd", "stand", "internet", "dienst", "kracht", "overzicht")
_NOUN_AFTER = frozenset({"te", "de", "het", "een", "bij", "in"})


@lru_cache(maxsize=20_000)
def looks_like_participle(word: str) -> bool:
    """Whether a word has the form of one; many nouns and plurals do as well."""
    return PARTICIPLE.match(word) is not None


def is_participle(low: Sequence[str], index: int) -> bool:
    """Whether the word at ``index`` is one, by its form and the word before it.

    Args:
        low: the words of a sentence in lower case.
        index: where the word stands.
    """
    word = low[index]
    if word[-1] not in "dtn" or not _can_be_participle(word):
        return False
    return low[index - 1] not in _NOUN_AFTER or word in IRREGULAR


@lru_cache(maxsize=20_000)
def _can_be_participle(word: str) -> bool:
    if word[-1] == "t" and word_of(word) is Word.FINITE:
        return False  # "bevat", "vermeldt"
    if word.endswith(_NOUNS) or (word.startswith("ge") and word_of(word) is Word.PLURAL):
        return False  # "toegankelijkheid", "gebruiken"
    if word in NO_PARTICIPLES or not looks_like_participle(word):
        return word in IRREGULAR
    return not word.endswith("en") or word.startswith("ge") or _STRONG.search(word) is not None
