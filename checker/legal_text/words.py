"""Words of a text as a reader counts them, and their syllables."""

import re
from collections import Counter
from functools import lru_cache

_WORD = re.compile(
    r"[^\W_]+(?:['’./@_\u2010\u2011\u00ad\u0300-\u036f-][^\W_]+|(?<=\d)[,:](?=\d)[^\W_]+)*"
)
"""Letters and digits with what may stand inside a word; soft hyphens and loose accents too."""

_NUCLEUS = re.compile(
    r"(?<=mil)i(?=eu)|aai|ooi|oei|eeu|ieu|eau|aa|ee|ëe|ïe|oo|uu|ie|oe|eu|ui|ij|ei|ëi|ou|au|ai|oi"
    r"|(?<=q)u[aeo]+|[aeiouàáâäèéêëìíîïòóôöùúûü]|y(?![aeou])"
)
"""What a syllable is built around: one vowel, or several that are one sound."""


_MOST_KNOWN, _LONGEST_KNOWN = 100_000, 40


class _WordsIn(dict[str, int]):
    """How many words there are in what stands between two blanks; bounded, texts may be hostile.

    No word goes beyond a blank, and most of what stands between two occurs again and again.
    """

    def __missing__(self, piece: str) -> int:
        words = len(_WORD.findall(piece))
        if len(piece) <= _LONGEST_KNOWN and len(self) < _MOST_KNOWN:
            self[piece] = words
        return words


_WORDS_IN = _WordsIn()


def words_of(text: str) -> list[str]:
    """Return the words as they are written, numbers included, in the order of the text."""
    return _WORD.findall(text)


def count_words(text: str) -> int:
    """Return the number of words.

    A word is a run of letters and digits, with a hyphen, apostrophe, point, slash or decimal
    comma inside it: "artikel 3, eerste lid" has four, "en/of", "2006/123/EG" and "€ 1.000,–" are
    one each.
    """
    return sum(map(_WORDS_IN.__getitem__, text.split()))


def counted(text: str) -> dict[str, int]:
    """Return how often each word occurs, as it is written."""
    counts: dict[str, int] = {}
    for piece, number in Counter(text.split()).items():
        for word in (piece,) if piece.isalpha() else words_of(piece):
            counts[word] = counts.get(word, 0) + number
    return counts


@lru_cache(maxsize=50_000)
def syllables(word: str) -> int:
    """Return the number of syllables of ``word`` as it would be hyphenated, at least one.

    Groups of vowels are counted. Of 252 words drawn from regulations and judged by hand it has
    every one right, against 235 for the hyphenation patterns of pyphen, which never cut one
    letter off (docs/adr/0010-sentences-and-words.md). It is one too high for English words with
    a silent e ("website"), one too low where two vowels that belong together elsewhere meet
    ("museum", "geuit"), and a number or an abbreviation without vowels counts as one.
    """
    return len(_NUCLEUS.findall(word.lower())) or 1
