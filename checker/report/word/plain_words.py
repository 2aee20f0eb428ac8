"""How texts read: the published measures for Dutch, taken over a number of loose sentences."""

from collections.abc import Iterable
from dataclasses import dataclass

from checker.legal_text.readability import brouwer, flesch_douma
from checker.legal_text.sentences import sentence_spans
from checker.legal_text.words import count_words, syllables, words_of
from checker.models.wording import cut


@dataclass(frozen=True)
class Measures:
    """What was measured; None where there is nothing to measure."""

    sentences: int
    words: int
    longest: int
    """Words of the longest sentence."""
    words_per_sentence: float | None
    flesch_douma: float | None
    brouwer: float | None


def measure(texts: Iterable[str]) -> Measures:
    """Return the measures of ``texts``, each of which has one or more whole sentences."""
    pieces = [text[start:end] for text in texts for start, end in sentence_spans(text)]
    lengths = [count_words(piece) for piece in pieces]
    words = [word for piece in pieces for word in words_of(piece)]
    total = sum(lengths)
    if not total or not words:
        return Measures(len(pieces), 0, 0, None, None, None)
    average = total / len(pieces)
    weight = sum(syllables(word) for word in words) / len(words)
    return Measures(
        sentences=len(pieces),
        words=total,
        longest=max(lengths),
        words_per_sentence=average,
        flesch_douma=flesch_douma(average, weight),
        brouwer=brouwer(average, weight),
    )


def whole_sentences(text: str, length: int) -> str:
    """Return the first sentences of ``text`` that fit in ``length``, or else the first words."""
    line = " ".join(text.split())
    ends = [end for _, end in sentence_spans(line) if end <= length]
    return line[: ends[-1]] if ends else cut(line, length)
