"""Where a duty begins in its clause, and the further actions that it asks."""

from checker.legal_text.clauses import PASSIVE, Clause
from checker.legal_text.finite import opens
from checker.legal_text.norms import Norm
from checker.legal_text.participles import is_participle
from checker.legal_text.phrases import POINTERS
from checker.legal_text.sentence_words import Words
from checker.legal_text.verbs import PREFIXES, Word

_BOUND = frozenset({"verplicht", "gehouden", "verboden", "dient", "dienen"})
_PURPOSE = frozenset({"om", "teneinde", "alvorens"})
_POINTING = POINTERS | {"als", "zoals"}
_REACH = 80
"""Words within which the infinitive of an action comes."""
_NEAR = 12
"""So near the verb stands what binds: "is de ondernemer verplicht"."""


def first_word(clause: Clause, norm: Norm) -> int:
    """Return the first word of a duty: its addressee or its verb, whichever comes first."""
    low = clause.words.low
    if clause.first + 1 == clause.verb and low[clause.verb] in PASSIVE and is_participle(low, 0):
        return clause.first  # "Vermeld wordt welke vorderingen"
    if norm.first is not None and clause.first <= norm.first < clause.verb:
        return norm.first
    if clause.subject is not None and clause.first <= clause.subject[0] < clause.verb:
        return clause.subject[0]
    return clause.verb


def te_actions(clause: Clause, *, bound: bool = False) -> tuple[int, ...]:
    """Return where each further action begins that "en" or a comma joins to a first.

    Args:
        clause: such as "is verplicht gegevens te verstrekken en inzage te geven".
        bound: whether what binds stands outside the clause.
    """
    low, part = clause.words.low, clause.words.part
    if not bound and _BOUND.isdisjoint(low[clause.verb : clause.verb + _NEAR]):
        return ()
    actions: list[int] = []
    complete = purpose = False
    for index in range(clause.verb + 1, clause.end - 2):
        if low[index] == ";" or (part[index] is Word.OPENER and opens(clause.words, index, 0)):
            break
        if low[index] == "te" and (low[index - 1] == "na" or part[index + 2] is Word.OTHER):
            continue  # "na te zijn aangewezen", "een te verstrekken formulier"
        if low[index] == "te" and low[index + 1].endswith("n"):
            complete = complete or not purpose
            purpose = False
            continue
        purpose = purpose or (low[index] in _PURPOSE and low[index - 1] not in _BOUND)
        joins = part[index] is Word.COMMA or low[index] in ("en", "alsmede")
        at = index + 1 + (low[index + 1] in PREFIXES)
        if joins and low[at] == "te":
            continue  # "te verzorgen en op te voeden": two words for what is done to one thing
        is_or = low[index] == "of" and (complete or actions)
        if is_or and _te_follows(clause.words, index + 1, clause.end):
            actions.clear()  # "te maken, in te voeren of te verkopen"
        if complete and joins and _te_follows(clause.words, index + 1, clause.end):
            actions.append(index + 1)
            complete = False
    return tuple(actions)


def _te_follows(words: Words, first: int, end: int) -> bool:
    """Whether another "te ..." comes before a subclause begins."""
    if words.part[first] in (Word.JOINER, Word.COMMA) or words.low[first] in _POINTING:
        return False
    for index in range(first, min(end - 1, first + _REACH)):
        if words.low[index] in _PURPOSE:
            return False
        if words.low[index] == "door" and words.part[index - 1] is Word.COMMA:
            return False  # "binnen de termijn, door Onze Minister te bepalen"
        if words.part[index] is Word.OPENER and opens(words, index, 0):
            return False
        if words.low[index] == "te" and words.part_at(index + 2) is not Word.OTHER:
            return words.low[index + 1].endswith("n")
    return False
