"""What follows the verb of a clause: its participle, and what denies or restricts it."""

from collections.abc import Sequence
from functools import cached_property

from checker.legal_text import norm_terms as terms
from checker.legal_text.clauses import PASSIVE, Clause
from checker.legal_text.finite import VERBS, cluster_end, is_finite, opens
from checker.legal_text.participles import is_participle
from checker.legal_text.sentence_words import Words
from checker.legal_text.verbs import Word
from checker.models.text_facts import Modality

_AFTER_PARTICIPLE = frozenset({Word.DETERMINER, Word.COLON})
_TAIL = 4
_NOT_DENIED = frozenset({"een", "de", "het", "elke", "dan"})


class Predicate:
    """A verb and what follows it, as far as the main clause itself."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        low = clause.words.low
        self.verb = low[clause.verb]
        self.stop = _next_opener(clause.words, clause)
        """Where the first subclause after the verb begins."""
        self.words = low[clause.verb + 1 : self.stop]
        self.text = f" {' '.join(self.words)} "
        """The words after the verb, with blanks between and around them."""
        self._whole: str | None = None

    @cached_property
    def inside(self) -> Sequence[int]:
        """Positions of the words after the verb that stand in no subclause."""
        return _outside_subclauses(self.clause, self.stop)

    @cached_property
    def main(self) -> Sequence[str]:
        """The words after the verb that stand in no subclause."""
        if self.stop == self.clause.end:
            return self.words
        low = self.clause.words.low
        return [low[index] for index in self.inside]

    @property
    def is_passive(self) -> bool:
        """Whether "worden" goes with an auxiliary."""
        return "worden" in self.main

    @property
    def whole(self) -> str:
        """The clause as it stands in the text, with what comes before its verb."""
        if self._whole is None:
            clause, words = self.clause, self.clause.words
            self._whole = words.text[words.start(clause.first) : words.start(clause.end)].lower()
        return self._whole

    @property
    def has_te(self) -> bool:
        """Whether an infinitive with "te" follows."""
        return "te" in self.words or "te" in self.clause.words.low[self.stop : self.clause.end]

    @cached_property
    def negated(self) -> bool:
        """Whether it is denied."""
        if _negated(self.words) or self._denied_beyond:
            return True
        return not self.clause.inverted and self._lead in ("geen", "niemand")

    @property
    def _denied_beyond(self) -> bool:
        """Whether "niet" stands by the verb at the end, behind a subclause."""
        end, low = self.clause.end, self.clause.words.low
        return self.stop < end and any(
            low[at] == "niet"
            and (low[at + 1] in terms.ALLOWED or (low[at - 1] == "," and at >= end - _TAIL))
            for at in self.inside
            if self.stop < at < end - 1
        )

    @cached_property
    def restricted(self) -> bool:
        """Whether only one way is allowed."""
        if self._lead in terms.RESTRICTIONS:
            return True
        return not terms.RESTRICTIONS.isdisjoint(self.main)

    @property
    def owes(self) -> bool:
        """Whether "verschuldigd" goes with the verb, maybe behind a subclause."""
        low = self.clause.words.low
        return any(low[index] == "verschuldigd" for index in self.inside)

    @property
    def is_case(self) -> bool:
        """Whether it says when there is such a thing: "kan slechts sprake zijn indien"."""
        return "sprake" in self.words

    @property
    def denied(self) -> bool:
        """Whether it is denied, or allowed in one way only."""
        return self.negated or self.restricted

    @cached_property
    def modality(self) -> Modality:
        """How it binds: a ban where something is denied or allowed in one way only."""
        return Modality.BAN if self.denied else Modality.DUTY

    def any_of(self, words: frozenset[str]) -> bool:
        """Whether one of ``words`` follows the verb."""
        return not words.isdisjoint(self.words)

    @property
    def _lead(self) -> str:
        return self.clause.words.low[self.clause.first]

    @cached_property
    def participle(self) -> str | None:
        """The participle that goes with the verb: the last before a subclause, or else after it."""
        low = self.clause.words.low
        if self.clause.first + 1 == self.clause.verb and is_participle(low, self.clause.first):
            return low[self.clause.first]  # "Vermeld wordt welke vorderingen"
        near = self._near_passive
        if near is not None:
            return low[near]
        before = [at for at in self.inside if at < self.stop]
        found = [at for at in before if is_participle(low, at)]
        beyond = [at for at in self.inside[len(before) :] if is_participle(low, at)]
        sure = [at for at in found if not self._is_attribute(at)]
        sure = sure or [at for at in beyond if not self._is_attribute(at)]
        last = (sure or found)[-1:] or self._at_end
        return low[last[0]] if last else None

    @property
    def _near_passive(self) -> int | None:
        """Where the participle stands right by "worden": "wordt begrepen de"."""
        low, part = self.clause.words.low, self.clause.words.part
        at = self.clause.verb
        if self.verb in PASSIVE:
            ends = at + 2 < len(low) and part[at + 2] in _AFTER_PARTICIPLE
            return at + 1 if ends and is_participle(low, at + 1) else None
        for at in self.inside[:-1]:
            if low[at] == "worden" and at + 1 < len(low) and is_participle(low, at + 1):
                return at + 1 if low[at - 1] == "te" else None
        return None

    @property
    def _at_end(self) -> list[int]:
        """Return the last word, where a subclause before it hides that it is the participle."""
        last = self.clause.end - 1
        if self.verb not in PASSIVE or last <= self.clause.verb + 1:
            return []
        return [last] if is_participle(self.clause.words.low, last) else []

    def _is_attribute(self, index: int) -> bool:
        """Whether a participle goes with a noun: "vastgesteld model", ", opgenomen in"."""
        low, part = self.clause.words.low, self.clause.words.part
        if index + 1 >= len(low) or index - 1 <= self.clause.verb:
            return False
        if low[index - 1] == "zoals":
            return True
        if low[index - 1] == ",":
            return part[index + 1] not in (Word.COMMA, Word.COLON)
        if low[index + 1] in ("en", "of") and index + 3 < len(low):
            return is_participle(low, index + 2) and part[index + 3] is Word.OTHER
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


def _outside_subclauses(clause: Clause, stop: int) -> Sequence[int]:
    """Return the positions after the verb of the words that stand in no subclause."""
    if stop == clause.end:
        return range(clause.verb + 1, stop)
    words = clause.words
    part = words.part
    found = list(range(clause.verb + 1, stop))
    depth, index = 1, stop + 1
    while index < clause.end:
        kind = part[index]
        if kind is Word.OPENER and opens(words, index, clause.first):
            depth += 1
        elif depth and kind in VERBS and is_finite(words, index, depth, clause.first):
            index = cluster_end(words, index)
            goes_on = index < clause.end and part[index] is Word.JOINER
            depth -= not goes_on  # "indien dit is gemeld en dat is betaald"
            continue
        elif not depth:
            found.append(index)
        index += 1
    return found


def _negated(words: Sequence[str]) -> bool:
    for index, word in enumerate(words):
        if word in terms.NEGATIONS:
            if index and words[index - 1] in _NOT_DENIED:
                continue  # "een niet voor derden toegankelijke ruimte", "al dan niet"
            following = words[index + 1] if index + 1 < len(words) else ""
            if word != "niet" or following not in terms.AFTER_NOT:
                return True
    return False
