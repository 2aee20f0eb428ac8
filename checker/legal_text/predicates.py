"""What follows the verb of a clause: its participle, and what denies or restricts it."""

from collections.abc import Sequence
from functools import cached_property

from checker.legal_text import norm_terms as terms
from checker.legal_text.clauses import Clause
from checker.legal_text.finite import opens
from checker.legal_text.participles import is_participle
from checker.legal_text.sentence_words import Words
from checker.legal_text.verbs import Word
from checker.models.text_facts import Modality

_MODALS = frozenset({"moet", "moeten", "dient", "dienen", "mag", "mogen"})


class Predicate:
    """A verb and what follows it, as far as the main clause itself."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        self.verb = clause.words.low[clause.verb]
        self.stop = _next_opener(clause.words, clause)
        """Where the first subclause after the verb begins."""
        self.words = clause.words.low[clause.verb + 1 : self.stop]

    @cached_property
    def text(self) -> str:
        """The words after the verb, with blanks between and around them."""
        return f" {' '.join(self.words)} "

    @cached_property
    def whole(self) -> str:
        """The clause as it stands in the text, with what comes before its verb."""
        clause, words = self.clause, self.clause.words
        return words.text[words.start(clause.first) : words.start(clause.end)].lower()

    @cached_property
    def has_te(self) -> bool:
        """Whether an infinitive with "te" follows."""
        return "te" in self.words or "te" in self.clause.words.low[self.stop : self.clause.end]

    @cached_property
    def negated(self) -> bool:
        """Whether it is denied."""
        if _negated(self.words):
            return True
        return not self.clause.inverted and self._lead in ("geen", "niemand")

    @cached_property
    def restricted(self) -> bool:
        """Whether only one way is allowed."""
        return self._lead in terms.RESTRICTIONS or self.any_of(terms.RESTRICTIONS)

    @cached_property
    def modality(self) -> Modality:
        """How it binds: a ban where something is denied or allowed in one way only."""
        return Modality.BAN if self.negated or self.restricted else Modality.DUTY

    def any_of(self, words: frozenset[str]) -> bool:
        """Whether one of ``words`` follows the verb."""
        return not words.isdisjoint(self.words)

    @property
    def _lead(self) -> str:
        return self.clause.words.low[self.clause.first]

    @cached_property
    def participle(self) -> str | None:
        """The participle that goes with the verb: the last before a subclause."""
        low = self.clause.words.low
        attribute = None
        for index in range(self.stop - 1, self.clause.verb, -1):
            if is_participle(low, index):
                if not self._is_attribute(index):
                    return low[index]
                attribute = attribute or low[index]
        if attribute is not None:
            return attribute
        return self._participle_beyond()

    def _participle_beyond(self) -> str | None:
        """The participle behind a subclause: "moet, voordat ..., worden gemeld"."""
        low, part = self.clause.words.low, self.clause.words.part
        passive = self.verb in ("wordt", "worden")
        if not passive and self.verb not in _MODALS:
            return None
        for index in range(self.clause.end - 1, self.stop, -1):
            if not is_participle(low, index) or part[index] is Word.FINITE:
                continue
            if passive or "worden" in low[index - 1 : index + 2]:
                return low[index]
        return None

    def _is_attribute(self, index: int) -> bool:
        """Whether a participle goes with a noun: "vastgesteld model", ", opgenomen in"."""
        low, part = self.clause.words.low, self.clause.words.part
        if index + 1 >= len(low) or index - 1 <= self.clause.verb:
            return False
        if low[index - 1] == "zoals":
            return True
        if low[index - 1] == ",":
            return part[index + 1] is not Word.COMMA
        return part[index + 1] is Word.OTHER


def _next_opener(words: Words, clause: Clause) -> int:
    index = clause.verb
    while True:
        try:
            index = words.part.index(Word.OPENER, index + 1, clause.end)
        except ValueError:
            return clause.end
        if opens(words, index, clause.first):
            return index


def _negated(words: Sequence[str]) -> bool:
    for index, word in enumerate(words):
        if word in terms.NEGATIONS:
            following = words[index + 1] if index + 1 < len(words) else ""
            if word != "niet" or following not in terms.AFTER_NOT:
                return True
    return False
