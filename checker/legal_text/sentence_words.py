"""A sentence as words and the marks that matter, and what part each plays."""

import re
from typing import TYPE_CHECKING

from checker.legal_text.verbs import Word, word_of

if TYPE_CHECKING:
    from checker.legal_text.clauses import Clause

_TOKEN = re.compile("[\\w’'/\u2010\u2011-]+|[,;:()]")
_MOST_WORDS = 100_000


class _Parts(dict[str, Word]):
    """What part each word plays that was looked up before; bounded, texts may be hostile."""

    def __missing__(self, word: str) -> Word:
        part = word_of(word)
        if len(self) < _MOST_WORDS:
            self[word] = part
        return part


_PARTS = _Parts()


class Words:
    """A sentence as words in lower case, and where each stands."""

    __slots__ = ("_lower", "_spans", "clauses", "low", "part", "telling", "text")

    def __init__(self, text: str) -> None:
        lower = text.lower()
        if len(lower) != len(text):  # a letter such as the dotted capital I grows
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        self.text = text
        self._lower = lower
        self.low: list[str] = _TOKEN.findall(lower)
        self.part = list(map(_PARTS.__getitem__, self.low))
        self.clauses: tuple[Clause, ...] | None = None
        """Its main clauses, once they were looked for."""
        self.telling: list[int] | None = None
        """Where the verbs and what opens subclauses stand, once they were looked for."""
        self._spans: list[tuple[int, int]] = []

    def __len__(self) -> int:
        return len(self.low)

    def part_at(self, index: int) -> Word | None:
        """Return the part of the word at ``index``, None before the first and after the last."""
        return self.part[index] if 0 <= index < len(self.part) else None

    def start(self, index: int) -> int:
        """Return where a word begins, or the end of the text after the last."""
        return self._span(index)[0] if index < len(self.low) else len(self.text)

    def end(self, index: int) -> int:
        """Return where a word ends."""
        return self._span(index)[1]

    def written(self, first: int, end: int) -> str:
        """Return the words from ``first`` to before ``end`` as the text has them."""
        return self.text[self.start(first) : self.end(end - 1)]

    def _span(self, index: int) -> tuple[int, int]:
        spans = self._spans
        if len(spans) <= index:
            end = spans[-1][1] if spans else 0
            for word in self.low[len(spans) : index + 1]:
                first = self._lower.find(word, end)  # nothing but blanks and dots between
                end = first + len(word)
                spans.append((first, end))
        return spans[index]
