"""The main clauses of a sentence: where the verb and the subject of each stand."""

from dataclasses import dataclass

from checker.legal_text.finite import NO_SUBJECT_FIRST, VERBS, is_finite, main_verb, opens
from checker.legal_text.participles import is_participle
from checker.legal_text.phrases import after_attribute, phrase_end
from checker.legal_text.sentence_words import Words
from checker.legal_text.verbs import AUXILIARIES, Word
from checker.legal_text.wordlists import listed

_SUBJECT_OPENERS = frozenset({"die", "dat", "wie", "hetgeen", "wat", "welke"})
"""Words that open a subclause and can be a subject."""
_BEFORE_SUBJECT = frozenset({"slechts", "uitsluitend", "alleen", "ook"})
_TIMES = listed("week weken maand maanden jaar jaren dag dagen keer maal uur")
_NO_SUBJECT_AFTER = (Word.PREPOSITION, Word.COMMA, Word.COLON, Word.OPENER)
PASSIVE = frozenset({"wordt", "worden"})
_NEAR = 8
"""Within so many words after the verb its subject begins."""
_AFTER_ZIJN = listed("niet in voorzien ten tenminste slechts uitsluitend zodanig van voldoende")
""" "En zijn niet", "en zijn voorzien": a verb, and no possessive."""
_AMOUNTS = (["minste"], ["hoogste"])
_ADVERBS = 4
_INSERTED = (Word.PREPOSITION, Word.OPENER)
_SHORTEST = 2
"""A clause of fewer words after its verb does not stand alone."""
_REACH = 80
"""Words before "en" within which a subclause may still be open."""


@dataclass(slots=True)  # not frozen: that takes three times as long to make
class Clause:
    """A main clause of a sentence; positions count words."""

    words: Words
    verb: int
    subject: tuple[int, int] | None
    """First word, and end, of the subject up to its head."""
    inverted: bool
    """Whether the subject follows the verb."""
    first: int
    end: int
    own: tuple[int, int] | None = None
    """In a clause that "en" joins, what can be its own subject: "en treft de houder"."""


def clauses(words: Words) -> tuple[Clause, ...]:
    """Return the main clauses of a sentence; one that shares its subject repeats it."""
    if words.clauses is None:
        words.clauses = tuple(_clauses(words))
    return words.clauses


def clause_at(words: Words, verb: int) -> Clause:
    """Return the clause whose verb is known to stand at ``verb``, before its subject."""
    return Clause(words, verb, _subject_after(words, verb), True, 0, len(words))


def _clauses(words: Words) -> list[Clause]:
    verb = main_verb(words, 0)
    if verb == 0 and words.text[words.start(0)].isupper():
        verb = _after_condition(words)
    if verb is None:
        return []
    if verb > 0 and words.part[0] in (Word.FINITE, Word.EITHER):
        subject, inverted = _subject_after(words, verb), True
    else:
        subject, inverted = _subject(words, verb)
    found = [Clause(words, verb, subject, inverted, 0, len(words))]
    for first, at in joined(words, verb, inverted=inverted):
        before = found[-1]
        found[-1] = Clause(
            words, before.verb, before.subject, before.inverted, before.first, first, before.own
        )
        own = _subject_after(words, at) if inverted else None
        found.append(Clause(words, at, subject, False, first, len(words), own))
    return found


def _after_condition(words: Words) -> int | None:
    """Return the verb after a condition that begins with its own: "Wordt ..., dan meldt"."""
    part = words.part
    for index in range(2, len(part) - 1):
        if part[index] not in (Word.FINITE, Word.EITHER):
            continue
        following = (Word.DETERMINER, Word.PRONOUN, Word.OTHER, Word.ADVERB)
        if part[index - 1] is Word.COMMA and part[index + 1] in following:
            return index
        if words.low[index - 1] == "dan" and part[index - 2] is Word.COMMA:
            return index
    return None


# --- the subject --------------------------------------------------------------------------------


def _subject(words: Words, verb: int) -> tuple[tuple[int, int] | None, bool]:
    """Return the subject, and whether it follows the verb."""
    part, low = words.part, words.low
    first = 0
    while first < verb and part[first] in (Word.JOINER, Word.COMMA):
        first += 1
    if low[first] in _BEFORE_SUBJECT and first + 1 < verb:
        first += part[first + 1] in (Word.DETERMINER, Word.OTHER, Word.PRONOUN)
    if first + 1 == verb and low[verb] in PASSIVE and is_participle(low, first):
        return _subject_after(words, verb), True  # "Vermeld wordt het bedrag"
    if first < verb and _begins_subject(words, first):
        return (first, phrase_end(words, first, verb)), False
    return _subject_after(words, verb), True


def _begins_subject(words: Words, first: int) -> bool:
    """Whether the words before the verb can be its subject, by the first of them."""
    kind, word = words.part[first], words.low[first]
    if words.low[first : first + 2] == ["wat", "betreft"]:
        return False
    if kind in NO_SUBJECT_FIRST or (kind is Word.OPENER and word not in _SUBJECT_OPENERS):
        return False
    is_time = not _TIMES.isdisjoint(words.low[first : first + 3])
    return word in ("de", "het") or not is_time


def _subject_after(words: Words, verb: int) -> tuple[int, int] | None:
    part, low = words.part, words.low
    index = verb + 1
    limit = min(len(part), verb + _NEAR)
    if index + 1 < limit and part[index] is Word.JOINER and part[index + 1] in VERBS:
        index += 2
    while index < limit and (part[index] is Word.ADVERB or low[index] == "zich"):
        index += 1
    if low[index : index + 1] == ["ten"] and low[index + 1 : index + 2] in _AMOUNTS:
        index += 2  # "is ten minste één voorziening"
    if index < limit and low[index] == "door":
        head = after_attribute(words, index, len(part))
        if index + 2 < head < len(part) and part[head] is Word.OTHER:
            return head, phrase_end(words, head, len(part))  # "dienen door hem aangewezen banken"
    if index >= limit or (part[index] in _NO_SUBJECT_AFTER and not _points(words, index, verb)):
        return None
    return index, phrase_end(words, index, len(part))


def _points(words: Words, index: int, verb: int) -> bool:
    """Whether "die" or "dat" goes with a noun: "geschiedt die beëindiging"."""
    return words.low[index] in ("die", "dat") and not opens(words, index, verb)


# --- clauses that share a subject ---------------------------------------------------------------


def joined(words: Words, verb: int, *, inverted: bool = False) -> list[tuple[int, int]]:
    """Return (first word, verb) of each clause that "en" joins to the one with ``verb``."""
    part, low = words.part, words.low
    found: list[tuple[int, int]] = []
    last, size = verb, len(part)
    for index in [i for i in range(verb + 1, size - 1) if low[i] == "en"]:
        at = index + 1
        while at < size and part[at] is Word.ADVERB and at <= index + _ADVERBS:
            at += 1
        if at >= size - 1 or part[at] not in VERBS or _is_fragment(words, last, index):
            continue
        if index == last + 1 == at - 1 and not inverted and low[at] not in AUXILIARIES:
            continue  # "beschrijft en documenteert de risico's": one action
        if _begins_clause(words, verb, at, _depth(words, last, index), index):
            found.extend(_listed(words, last, index))
            found.append((index + 1, at))
            last = at
    return found


def _listed(words: Words, verb: int, joiner: int) -> list[tuple[int, int]]:
    """Return the clauses that a comma joins before the last: "meldt dit, stuurt een kopie en"."""
    low, part = words.low, words.part
    return [
        (at + 1, at + 1)
        for at in range(max(verb + _SHORTEST, joiner - _REACH), joiner - 1)
        if low[at] == ","
        and part[at + 1] in (Word.FINITE, Word.EITHER)
        and low[at + 1] not in AUXILIARIES
        and part[at + 2] in (Word.DETERMINER, Word.PRONOUN)
        and not _depth(words, verb, at)
    ]


def _is_fragment(words: Words, verb: int, joiner: int) -> bool:
    """Whether a clause is too short: "is schriftelijk en vermeldt", "mag uitsluitend en wordt"."""
    between = words.part[verb + 1 : joiner]
    if not 1 <= len(between) < _SHORTEST:
        return False
    return all(kind in (Word.ADVERB, Word.OTHER) for kind in between)


def _depth(words: Words, verb: int, end: int) -> int:
    """Return how many subclauses that opened after ``verb`` are still open at ``end``."""
    depth = 0
    for index in range(max(verb + 1, end - _REACH), end):
        kind = words.part[index]
        if kind is Word.OPENER and opens(words, index, verb):
            depth += 1
        elif kind in VERBS and depth and is_finite(words, index, depth, verb):
            depth -= 1
    return depth


def _begins_clause(words: Words, verb: int, at: int, depth: int, joiner: int) -> bool:
    part, low = words.part, words.low
    kind, following = part[at], part[at + 1]
    if depth and part[joiner - 1] is not Word.COMMA:
        return False
    if low[at] == "zijn" and low[verb] in ("zijn", "worden"):
        return low[at + 1] in _AFTER_ZIJN
    inserts = following is Word.COMMA and words.part_at(at + 2) in _INSERTED
    if inserts and kind is Word.FINITE and part[joiner - 1] not in VERBS:
        return True  # "neemt het bewijs in en geeft, in geval van intrekking, een nieuw af"
    if following in (Word.COMMA, Word.COLON, Word.JOINER) or low[at] == "zijn":
        return low[at] in ("wordt", "worden", "is") and following is Word.COMMA
    if kind is Word.EITHER:
        return low[verb] not in AUXILIARIES or following in (Word.DETERMINER, Word.PRONOUN)
    if kind is Word.PLURAL and low[verb] in ("worden", "zijn") and low[at - 1] != "te":
        return any(is_participle(low, done) for done in range(verb + 1, joiner))
    if kind is Word.PLURAL:
        return part[verb] is Word.PLURAL and low[verb] not in AUXILIARIES and low[at - 1] != "te"
    return kind is Word.FINITE
