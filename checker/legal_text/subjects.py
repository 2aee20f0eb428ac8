"""Who the subject of a clause is, also where it is a pronoun, and how the text names it."""

from dataclasses import dataclass

from checker.legal_text.addressees import Cast, Who, noun
from checker.legal_text.clauses import Clause
from checker.legal_text.finite import cluster_end
from checker.legal_text.participles import is_participle
from checker.legal_text.phrases import after_attribute, phrase_end
from checker.legal_text.sentence_words import Words
from checker.legal_text.verbs import AUXILIARIES, Word
from checker.legal_text.wordlists import listed

ACTORS = (Who.FIRM, Who.AUTHORITY)
PEOPLE = (Who.FIRM, Who.AUTHORITY, Who.CITIZEN)
_PRONOUNS = frozenset({"hij", "zij", "ze", "deze", "die", "dit", "dat"})
_NEUTER = _PRONOUNS | {"het"}
_ARTICLES = listed("de het een elke elk iedere die dat deze dit alle geen")
_NEAR = 14
"""Words after a name that may say whose organ it is."""
_LONGEST_NAME = 9
_LONGEST_CLAUSE = 20
_JOINS = (",", "en", "of")
_NO_HEADS = frozenset({"onze", "centrale", "algemene", "natuurlijke"})
_BEFORE_HEAD = (Word.JOINER, Word.DETERMINER)
_ANYBODY = frozenset({"degene", "degenen", "hij", "persoon"})
"""Who says nothing without the words that follow: "degene aan wie de erkenning is verleend"."""
_AFTER_OPINION = 5
_ENDS_NAME = frozenset(
    {
        Word.FINITE, Word.EITHER, Word.OPENER, Word.COMMA, Word.COLON, Word.ADVERB, Word.PRONOUN,
        Word.OPEN_BRACKET, Word.CLOSE_BRACKET, Word.PLURAL,
    }
)  # fmt: skip


@dataclass(slots=True, eq=False)  # not frozen: that takes three times as long to make
class Subject:
    """The subject of a clause; positions count the words of ``source``."""

    words: tuple[str, ...]
    who: Who
    first: int | None = None
    end: int | None = None
    """None where the subject stands in another clause."""
    source: Words | None = None
    meant: "Subject | None" = None
    """Who a pronoun means."""

    @property
    def name(self) -> str | None:
        """The subject as the text has it, without article; for a pronoun, who is meant."""
        if self.meant is not None:
            return self.meant.name
        if self.source is None or self.first is None or self.end is None:
            return None
        if self.who is Who.FIRM:
            return _full_name(self.source, self.first, self.end)
        return plain_name(self.source, self.first, self.end)

    @property
    def actor_name(self) -> str | None:
        """Its name if it is somebody who can be bound."""
        return self.name if self.who in ACTORS else None


NOBODY = Subject((), Who.THING)


def find_subject(cast: Cast, clause: Clause, last: Subject) -> Subject:
    """Return the subject of a clause.

    Args:
        cast: who is who in the regulation.
        clause: the clause.
        last: who was named last in the article, for pronouns.
    """
    words = clause.words
    if clause.own is not None:
        at, own_end = clause.own
        if words.low[at] in _PRONOUNS and own_end == at + 1:
            return _meant(cast, words, clause.verb, last, at)
        own = subject_at(cast, words, at, own_end)
        if own.who in ACTORS:
            return own
    if clause.inverted and (fronted := _after_attribute(cast, clause)) is not None:
        return fronted
    if clause.subject is None:
        return NOBODY
    first, end = clause.subject
    if clause.inverted:
        end = first_actor(cast, words, first, end)
        while end - first > 1 and is_participle(words.low, end - 1):
            end -= 1  # "wordt een korting toegepast"
    phrase = tuple(words.low[first:end])
    stands_for = _PRONOUNS if not clause.inverted and last.who is Who.FIRM else _NEUTER
    if len(phrase) == 1 and phrase[0] in stands_for and not _is_impersonal(clause):
        return _meant(cast, words, clause.verb, last, first)
    who = cast.who(phrase, _after(words, end))
    return Subject(phrase, who, first, end, words)


def _after_attribute(cast: Cast, clause: Clause) -> Subject | None:
    """Return who follows an attribute: "Onder het schap ressorterende ondernemers zijn"."""
    words, first, end = clause.words, clause.first, clause.verb
    if end - first < _SHORTEST_SUBCLAUSE or words.part[first] is not Word.PREPOSITION:
        return None
    if not words.low[end - 2].endswith("ende"):
        return None
    who = cast.who(words.low[end - 1 : end])
    if who not in ACTORS:
        return None
    return Subject(tuple(words.low[end - 1 : end]), who, end - 1, end, words)


def _is_impersonal(clause: Clause) -> bool:
    """Whether "het" stands for nobody: "Het is verboden"."""
    low = clause.words.low
    return low[clause.verb - 1] == "het" and low[clause.verb] in AUXILIARIES


def subject_at(cast: Cast, words: Words, first: int, limit: int) -> Subject:
    """Return the noun phrase that begins at ``first`` as a subject."""
    end = phrase_end(words, first, limit)
    phrase = tuple(words.low[first:end])
    return Subject(phrase, cast.who(phrase, _after(words, end)), first, end, words)


def _after(words: Words, end: int) -> str:
    """Return the words after a name, which may say whose organ it is."""
    return " ".join(words.low[end : end + _NEAR])


def first_actor(cast: Cast, words: Words, first: int, end: int) -> int:
    """Cut the words after the verb where the first actor ends."""
    begin = first
    if end - first > 2 and words.part[first + 1] is Word.PREPOSITION:
        begin = after_attribute(words, first + 1, end)
    for index in range(begin, end):
        if words.low[index] in _NO_HEADS or words.part[index] in _BEFORE_HEAD:
            continue
        if cast.who(words.low[first : index + 1]) not in PEOPLE:
            continue
        joined = words.low[index + 1 : index + 2] in (["of"], ["en"])
        if not joined or index + 2 >= end:
            return index + 1
    return end


def _meant(cast: Cast, words: Words, verb: int, last: Subject, at: int) -> Subject:
    """Return who a pronoun means: the subject of a subclause before it, or who was last."""
    pronoun = words.low[at]
    phrase = (pronoun,)
    if pronoun in ("dit", "dat"):
        return Subject(phrase, Who.THING, at, at + 1)
    if pronoun == "hij" and "die" in words.low[at + 1 : at + 3]:
        return Subject(phrase, Who.FIRM, at, at + 1, words)  # "Hij die ertsen voorhanden heeft"
    meant = _opinion(cast, words, at) or of_subclause(cast, words, min(verb, at)) or last
    if meant.words and (pronoun == "hij" or meant.who is not Who.THING):
        return Subject(phrase, meant.who, at, at + 1, words, meant.meant or meant)
    return Subject(phrase, Who.FIRM if pronoun == "hij" else Who.THING, at, at + 1)


_SHORTEST_SUBCLAUSE = 3


def _opinion(cast: Cast, words: Words, limit: int) -> Subject | None:
    """Return whose opinion leads the sentence: "Indien naar het oordeel van Onze Minister"."""
    if words.low[1:5] != ["naar", "het", "oordeel", "van"] or limit <= _AFTER_OPINION:
        return None
    judge = subject_at(cast, words, _AFTER_OPINION, limit)
    return judge if judge.who in ACTORS else None


def of_subclause(cast: Cast, words: Words, limit: int) -> Subject | None:
    """Return the subject of a subclause that opens the sentence, where it is somebody."""
    if limit < _SHORTEST_SUBCLAUSE or words.part[0] is not Word.OPENER:
        return None
    if words.part[1] in (Word.PREPOSITION, Word.ADVERB, Word.PRONOUN, Word.OPENER, Word.COMMA):
        return None
    end = phrase_end(words, 1, limit)
    if cast.who(words.low[1:end]) not in PEOPLE:
        end = first_actor(cast, words, 1, end)
    who = cast.who(words.low[1:end])
    return Subject(tuple(words.low[1:end]), who, 1, end, words) if who in PEOPLE else None


def plain_name(words: Words, first: int, end: int) -> str:
    """Return a phrase as the text has it, without article and what stands before its head."""
    if words.low[first : first + 2] == ["een", "ieder"]:
        return words.written(first, end)
    if end - first > 1 and words.low[first] in _ARTICLES:
        first += 1
    if end - first > 2 and words.part[first] is Word.PREPOSITION:
        first = min(after_attribute(words, first, end), end - 1)  # "door hem aangewezen persoon"
    return words.written(first, end)


def _full_name(words: Words, first: int, end: int) -> str:
    """Return a name with what it is of: "houder van een vergunning"."""
    end = _joined_end(words, end)
    name = plain_name(words, first, end)
    comma = words.part_at(end) is Word.COMMA
    if words.low[end + 1 + comma : end + 2 + comma] == ["wie"] and words.low[end - 1] in _ANYBODY:
        return name + words.text[words.end(end - 1) : words.end(_clause_end(words, end + 2) - 1)]
    if words.low[end : end + 1] != ["van"]:
        return name
    stop = end + 1
    while stop < min(len(words), end + _LONGEST_NAME):
        part = words.part[stop]
        if part in _ENDS_NAME or (part is Word.PREPOSITION and words.low[stop] != "van"):
            break
        stop += 1
    while words.part[stop - 1] in (Word.DETERMINER, Word.PREPOSITION, Word.JOINER):
        stop -= 1
    if stop <= end + 1:
        return name
    return name + words.text[words.end(end - 1) : words.end(stop - 1)]


def _joined_end(words: Words, end: int) -> int:
    """Return where a name ends that others follow: "de kapitein, de eigenaar of de reder"."""
    at = end
    while at + 1 < len(words) and words.low[at] in _JOINS:
        head = at + 1 + (words.part[at + 1] is Word.DETERMINER)
        if head >= len(words) or noun(words.low[head]) is not Who.FIRM:
            break
        if words.low[at] != ",":
            return head + 1
        at = head + 1
    return end


def _clause_end(words: Words, first: int) -> int:
    """Return where a subclause ends, with its verbs: "aan wie de erkenning is verleend"."""
    for index in range(first, min(len(words), first + _LONGEST_CLAUSE)):
        if words.part[index] in (Word.COMMA, Word.COLON):
            return index
        if words.part[index] is Word.FINITE:
            return cluster_end(words, index)
    return first
