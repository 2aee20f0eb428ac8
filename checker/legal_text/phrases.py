"""Noun phrases: where the head of one ends."""

import re

from checker.legal_text.sentence_words import Words
from checker.legal_text.verbs import Word
from checker.legal_text.wordlists import listed

POINTERS = listed("bedoeld genoemd vermeld omschreven gesteld bepaald opgenomen")
"""What begins the words that say where something is meant: "bedoeld in artikel 3"."""
_ENDS_PHRASE = frozenset(
    {
        Word.OPENER, Word.FINITE, Word.COMMA, Word.PREPOSITION, Word.COLON, Word.OPEN_BRACKET,
        Word.ADVERB, Word.PRONOUN, Word.CLOSE_BRACKET,
    }
)  # fmt: skip
_NOUN_FOLLOWS = (Word.OTHER, Word.DETERMINER, Word.PLURAL)
_NO_PRONOUNS = frozenset({"ieder", "deze", "dit"})
_LONGEST = 60
_LONGEST_ATTRIBUTE = 20
_ATTRIBUTE = re.compile(
    r"(?:aan|af|be|bij|door|ge|her|in|mede|na|om|ont|onder|op|over|toe|uit|vast|ver|voor)"
    r"[a-zëé]{3,}(?:en|ene|de|te|d|t)$|te$"
)


def phrase_end(words: Words, first: int, limit: int) -> int:
    """Return where the head of the noun phrase ends that begins at ``first``.

    Args:
        words: the sentence.
        first: where the phrase begins, with its article.
        limit: where the search stops.
    """
    part, low = words.part, words.low
    limit = min(limit, first + _LONGEST)
    index = first + 1
    if low[first : first + 2] == ["een", "ieder"]:
        return first + 2
    if part[first] is Word.PRONOUN and low[first] not in _NO_PRONOUNS:
        return index
    if part[first] is Word.DETERMINER and index < limit and part[index] is Word.PREPOSITION:
        index = after_attribute(words, index, limit)
    while index < limit and not _ends(words, index, limit):
        index += 1
    return max(index, first + 1)


def _ends(words: Words, index: int, limit: int) -> bool:
    """Whether a word is no longer part of a phrase up to its head."""
    kind, word = words.part[index], words.low[index]
    if kind in _ENDS_PHRASE or word in POINTERS:
        return True
    if kind is Word.DETERMINER:
        return words.part[index - 1] is not Word.JOINER
    if kind is Word.JOINER:
        goes_on = index + 1 < limit and words.part[index + 1] in _NOUN_FOLLOWS
        return word not in ("of", "en") or not goes_on
    return False


def after_attribute(words: Words, index: int, limit: int) -> int:
    """Pass over "door de werkgever aangewezen", which begins at ``index``, before a noun."""
    for position in range(index + 2, min(limit, index + _LONGEST_ATTRIBUTE)):
        if _ATTRIBUTE.match(words.low[position]):
            return position + 1
    return index + 1


def has_plural_head(words: Words, first: int, limit: int) -> bool:
    """Whether the words from ``first`` begin with a noun phrase in the plural."""
    if words.part[first] not in (Word.DETERMINER, Word.OTHER):
        return False
    if words.low[phrase_end(words, first, limit) - 1].endswith(("en", "s")):
        return True
    near = words.low[first : min(limit, first + _LONGEST)]
    return words.part[first] is Word.DETERMINER and "en" in near
