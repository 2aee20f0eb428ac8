"""The main clauses of a sentence: finite verb, subject and what follows.

Dutch puts the finite verb of a main clause second, after one constituent, and that of a subclause
last. So the verb is the first that is left when each word that opens a subclause has taken one.
"""

import re
from dataclasses import dataclass

from checker.legal_text.verbs import AUXILIARIES, Word, word_of
from checker.legal_text.wordlists import listed

_TOKEN = re.compile(r"[\w’'/‐‑-]+|[,;:()]")
_VERBS = frozenset(
    {Word.FINITE, Word.EITHER, Word.PLURAL, Word.LAST, Word.LAST_PLURAL},
)
_OPENER = Word.OPENER
_ONLY_LAST = frozenset({Word.LAST, Word.LAST_PLURAL})
_BRACKETS = frozenset({Word.OPEN_BRACKET, Word.CLOSE_BRACKET})
_TELLING = _VERBS | _BRACKETS | {Word.OPENER}
"""What the search for the verb looks at."""
_NO_SUBJECT_FIRST = frozenset({Word.PREPOSITION, Word.ADVERB, Word.JOINER})
_PLURALS = frozenset({Word.PLURAL, Word.LAST_PLURAL})
_ENDS_PHRASE = frozenset(
    {
        Word.OPENER, Word.FINITE, Word.COMMA, Word.PREPOSITION, Word.COLON, Word.OPEN_BRACKET,
        Word.ADVERB, Word.PRONOUN, Word.CLOSE_BRACKET,
    }
)  # fmt: skip
_NO_OPENER_AFTER_ALS = listed(
    """
    bedoeld genoemd vermeld omschreven gevolg zodanig lid bijlage zijnde aangegeven volgt
    ook opgenomen aangewezen gedefinieerd voorzitter secretaris waarnemer
    """
)
_RELATIVE = frozenset({"die", "dat", "wie", "wat", "hetgeen", "welke"})
_NOUNS_TOO = frozenset({"licht", "richt", "acht"})
_DECIDERS = listed(
    """
    minister college bestuur commissie staten wethouders raad staatssecretaris hij zij
    """
)
_AFTER_ZOVER = listed(
    """
    nodig mogelijk aanwezig bekend noodzakelijk relevant gewenst wenselijk van
    """
)
_AFTER_GEVAL = listed(
    """
    van dat bedoeld als waarin , genoemd vermeld omschreven hiervan waarop ) is wordt kan
    mag moet
    """
)
_POINTERS = listed(
    """
    bedoeld genoemd vermeld omschreven gesteld bepaald opgenomen
    """
)


class Words:
    """A sentence as words and the marks that matter: in lower case, and what part each plays."""

    __slots__ = ("_rest", "_spans", "low", "part", "text")

    def __init__(self, text: str) -> None:
        lower = text.lower()
        if len(lower) != len(text):  # a letter such as the dotted capital I grows
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        self.text = text
        self.low: list[str] = _TOKEN.findall(lower)
        self.part = list(map(_PARTS.__getitem__, self.low))
        self._spans: list[tuple[int, int]] = []
        self._rest = _TOKEN.finditer(text)

    def __len__(self) -> int:
        return len(self.low)

    def _span(self, index: int) -> tuple[int, int]:
        spans = self._spans
        while len(spans) <= index:
            spans.append(next(self._rest).span())
        return spans[index]

    def start(self, index: int) -> int:
        """Return where a word begins, or the end of the text after the last."""
        return self._span(index)[0] if index < len(self.low) else len(self.text)

    def end(self, index: int) -> int:
        """Return where a word ends."""
        return self._span(index)[1]

    def written(self, first: int, end: int) -> str:
        """Return the words from ``first`` to before ``end`` as the text has them."""
        return self.text[self.start(first) : self.end(end - 1)]


class _Parts(dict[str, Word]):
    """What part each word plays that was looked up before; bounded, texts may be hostile."""

    def __missing__(self, word: str) -> Word:
        part = word_of(word)
        if len(self) < _MOST_WORDS:
            self[word] = part
        return part


_MOST_WORDS = 100_000
_PARTS = _Parts()


@dataclass(slots=True)
class Clause:
    """A main clause of a sentence; positions count words."""

    words: Words
    verb: int
    subject: tuple[int, int] | None
    """First and last+1 word of the subject up to its head, without what is said of it after."""
    inverted: bool
    """Whether the subject follows the verb."""
    first: int
    end: int


def clauses(words: Words) -> list[Clause]:
    """Return the main clauses of a sentence; one that shares its subject repeats it."""
    verb = main_verb(words, 0)
    if verb == 0 and words.text[words.start(0)].isupper():
        verb = _after_condition(words)
    if verb is None:
        return []
    if verb > 0 and part_is_verb_first(words):
        subject, inverted = _subject_after(words, verb), True
    else:
        subject, inverted = _subject(words, 0, verb)
    found = [Clause(words, verb, subject, inverted, 0, len(words))]
    for joined in _joined(words, verb):
        found[-1].end = joined[0]
        own = _own_subject(words, joined)
        found.append(Clause(words, joined[1], own or subject, own is not None, joined[0], len(words)))
    return found


def part_is_verb_first(words: Words) -> bool:
    """Whether a sentence begins with a verb, as a condition without "indien" does."""
    return words.part[0] in (Word.FINITE, Word.EITHER)


def _after_condition(words: Words) -> int | None:
    """Return the verb after a condition that begins with its own: "Wordt ..., dan meldt"."""
    part = words.part
    for index in range(2, len(part) - 1):
        if part[index] not in (Word.FINITE, Word.EITHER):
            continue
        after_comma = part[index - 1] is Word.COMMA
        after_dan = words.low[index - 1] == "dan" and part[index - 2] is Word.COMMA
        following = part[index + 1] in (Word.DETERMINER, Word.PRONOUN, Word.OTHER, Word.ADVERB)
        if (after_comma and following) or after_dan:
            return index
    return None


# --- the finite verb ----------------------------------------------------------------------------


def main_verb(words: Words, first: int) -> int | None:
    """Return the position of the finite verb of the main clause that begins at ``first``."""
    part, low = words.part, words.low
    depth = brackets = 0
    opened = False
    closed = resume = -1
    led = part[first] is _OPENER and opens(words, first, first) and low[first] not in _RELATIVE
    for index in [i for i, kind in enumerate(part) if kind in _TELLING or low[i] == "geval"]:
        if index < resume or index < first:
            continue
        kind = part[index]
        if kind in _BRACKETS:
            brackets = max(0, brackets + (1 if kind is Word.OPEN_BRACKET else -1))
        elif brackets:
            continue
        elif kind not in _VERBS:
            if opens(words, index, first):
                depth += 1
                opened = True
        elif _is_finite(words, index, depth, first):
            if depth and not _ends_lead(words, index, first):
                depth -= 1
                resume = closed = _cluster_end(words, index)
            elif kind not in _ONLY_LAST and (
                index == closed or _is_main(words, index, opened, led=led)
            ):
                return index
    return _after_comma(words, first) if opened else None


def _ends_lead(words: Words, index: int, first: int) -> bool:
    """Whether a verb comes right after the subclause that opens the sentence: ", meldt de"."""
    part = words.part
    if part[first] is not Word.OPENER or part[index] is not Word.FINITE:
        return False
    if part[index - 1] is not Word.COMMA or index + 1 >= len(part):
        return False
    return part[index + 1] in (Word.DETERMINER, Word.PRONOUN) or words.low[index + 1] == "onze"


def opens(words: Words, index: int, first: int) -> bool:
    low, part = words.low, words.part
    word = low[index]
    following = low[index + 1] if index + 1 < len(low) else ""
    before = part[index - 1] if index > first else None
    if word == "waar" and before is Word.DETERMINER:
        return False
    if word in ("ingeval", "tenzij", "mits") and following == "van":
        return False
    if word == "geval":
        is_lead = low[max(first, index - 2) : index] in (["in", "het"], ["voor", "het"])
        return is_lead and following not in _AFTER_GEVAL
    if word == "als":
        starts = before in (None, Word.COMMA, Word.JOINER) or low[index - 1] == "dikwijls"
        return starts and following not in _NO_OPENER_AFTER_ALS
    if word in ("zover", "voorzover", "indien", "waar", "wanneer") and following in _AFTER_ZOVER:
        return False
    if word == "zoals":
        return following not in _POINTERS and part[index + 1 : index + 2] not in ([], [Word.OTHER])
    if word == "dat" and low[index - 1] in ("voor", "op", "van") and index > first:
        if {"zorg", "er", "zorgt", "ziet"} & set(low[max(first, index - 5) : index]):
            return True
    if word in ("die", "dat"):
        return before not in (None, Word.PREPOSITION) or word_is_verb(words, index + 1)
    if word in ("welke", "welk"):
        return before is not None
    if word == "wat":
        return following != "betreft"
    return True


def word_is_verb(words: Words, index: int) -> bool:
    """Whether there is a word at ``index`` that can be a finite verb."""
    return index < len(words) and words.part[index] in (Word.FINITE, Word.EITHER)


def _is_finite(words: Words, index: int, depth: int, first: int) -> bool:
    part, low = words.part, words.low
    kind, word = part[index], low[index]
    before = low[index - 1] if index > first else ""
    following = part[index + 1] if index + 1 < len(part) else None
    if before == "te" or (before == "het" and kind in _PLURALS):
        return False
    if kind in (Word.FINITE, Word.LAST) and before in ("de", "een", "elke", "iedere", "haar", "hun", "onze"):
        return False
    if word == "besluit":
        return before in _DECIDERS
    if word in _NOUNS_TOO:
        near = (part[index - 1] if index > first else None, following)
        return near[0] in (Word.COMMA, Word.PRONOUN) or near[1] is Word.PRONOUN
    if kind is Word.EITHER:
        return _either_is_finite(words, index, depth, following)
    if kind in _PLURALS:
        return _plural_is_finite(words, index, depth, first)
    if word == "zijn":
        return _zijn_is_verb(words, index, first)
    if word in ("staat", "acht", "past", "leidt", "volgt", "gaat", "komt") and before in ("de", "een", "elke", "als"):
        return False
    return True


def _either_is_finite(words: Words, index: int, depth: int, following: Word | None) -> bool:
    """Tell "de houder verstrekt" from "verstrekt door" and "heeft verstrekt"."""
    if following is Word.FINITE and depth:
        after = words.part[index + 2] if index + 2 < len(words) else None
        return after in (Word.DETERMINER, Word.PRONOUN)
    before = words.part[index - 1] if index else None
    if before is Word.COMMA:
        return following in (Word.DETERMINER, Word.PRONOUN, Word.ADVERB, Word.OTHER)
    if before is Word.FINITE and words.low[index - 1] in AUXILIARIES:
        return False
    if before in (Word.JOINER, Word.PREPOSITION, Word.DETERMINER):
        return depth > 0 and before is Word.JOINER
    return following is not None or depth > 0


def _plural_is_finite(words: Words, index: int, depth: int, first: int) -> bool:
    part, low = words.part, words.low
    if index == first:
        return False
    before, word_before = part[index - 1], low[index - 1]
    following = part[index + 1] if index + 1 < len(part) else None
    if depth:
        return before not in (Word.PREPOSITION, Word.DETERMINER) and following is not Word.FINITE
    if before is Word.COMMA:
        if following in (Word.DETERMINER, Word.PRONOUN, Word.OTHER, Word.ADVERB):
            return True
        return following is Word.PREPOSITION and _has_plural_head(words, first, index)
    if before in (Word.PREPOSITION, Word.DETERMINER, Word.JOINER, Word.COLON, Word.ADVERB):
        return False
    inverted = part[first] in _NO_SUBJECT_FIRST
    if inverted and following in (Word.DETERMINER, Word.PRONOUN, Word.OTHER):
        return True
    if following in (None, Word.COMMA) and before is not Word.PRONOUN:
        return False
    if _has_plural_head(words, first, index):
        return True
    return word_before.endswith(("en", "s", "n")) or before is Word.PRONOUN or word_before[-1].isdigit()


def _has_plural_head(words: Words, first: int, limit: int) -> bool:
    """Whether the words from ``first`` begin with a noun phrase in the plural."""
    if words.part[first] not in (Word.DETERMINER, Word.OTHER):
        return False
    return words.low[phrase_end(words, first, limit) - 1].endswith(("en", "s", "ers"))


_AFTER_ZIJN = listed(
    """
    verplicht gehouden bevoegd belast gerechtigd verboden verschuldigd toegestaan
    vrijgesteld vereist ten minste tenminste niet van voorzien niettemin slechts uitsluitend
    in op de het een aan bij door met onder uit voor vastgesteld opgenomen vermeld
    """
)


def _zijn_is_verb(words: Words, index: int, first: int) -> bool:
    """Tell "zijn verplicht" from "zijn administratie"."""
    part, low = words.part, words.low
    before = part[index - 1] if index > first else None
    if before in (Word.PREPOSITION, Word.DETERMINER, None):
        return False
    if index + 1 >= len(low):
        return True
    following, kind = low[index + 1], part[index + 1]
    if following in _AFTER_ZIJN or kind in (
        Word.COMMA, Word.COLON, Word.PREPOSITION, Word.DETERMINER, Word.ADVERB, Word.JOINER,
        Word.EITHER, Word.FINITE, Word.PRONOUN, Word.OPENER,
    ):  # fmt: skip
        return True
    if before is Word.FINITE or before is Word.PLURAL or before is Word.EITHER:
        return False
    if low[index - 1].endswith(("en", "s")):
        return True
    return bool(PARTICIPLE.match(following))


PARTICIPLE = re.compile(
    r"(?:(?:aan|af|bij|door|in|mede|mee|na|neer|om|onder|op|over|samen|tegen|terug|toe|uit"
    r"|vast|voor|weg)?"
    r"ge[a-zëé]{2,}(?:d|t|en)|(?:be|ver|ont|her|er)[a-zëé]{2,}(?:d|t|en)"
    r"|(?:aan|af|in|op|over|uit|toe|voor|vast)(?:ge|be|ver)?[a-zëé]{3,}(?:d|t|en)|[a-zëé]{3,}eerd)$"
)


def _cluster_end(words: Words, index: int) -> int:
    """Return the position after the verbs at the end of a subclause: "moet worden gemeld"."""
    part, low = words.part, words.low
    index += 1
    while index < len(part):
        if low[index] == "te":
            return index + 2
        if part[index] in _PLURALS or part[index] is Word.EITHER:
            if part[index] is Word.EITHER and part[index - 1] is Word.COMMA:
                break
        elif low[index] in ("zijn", "worden", "hebben", "kunnen", "moeten") or PARTICIPLE.match(low[index]):
            pass
        else:
            break
        index += 1
    return index


def _is_main(words: Words, index: int, opened: bool, *, led: bool) -> bool:
    """Whether a verb outside any subclause is that of the main clause.

    Args:
        words: the sentence.
        index: where the verb stands.
        opened: whether any subclause came before.
        led: whether the sentence begins with a subclause, which a comma or its verb must end.
    """
    part = words.part
    following = part[index + 1] if index + 1 < len(part) else None
    if led and part[index - 1] is not Word.COMMA:
        return part[index] is Word.FINITE and following in (Word.DETERMINER, Word.PRONOUN)
    if not opened or (index and part[index - 1] is Word.COMMA):
        return True
    before = index - 1
    while before > 0 and part[before] is Word.ADVERB:
        before -= 1
    if part[before] is Word.JOINER:
        return False
    following = part[index + 1] if index + 1 < len(part) else None
    ends_subclause = following in (Word.COMMA, Word.JOINER, Word.FINITE, None)
    if following is Word.JOINER and words.low[index + 1] == "dan":
        return True
    return not ends_subclause


def _after_comma(words: Words, first: int) -> int | None:
    """Find the verb after the comma that ends a leading subclause, if nothing better was found."""
    part = words.part
    for index in range(len(part) - 2, first, -1):
        if part[index] is Word.FINITE and part[index - 1] is Word.COMMA:
            if part[index + 1] in (Word.DETERMINER, Word.PRONOUN, Word.OTHER, Word.ADVERB):
                return index
    return None


# --- the subject --------------------------------------------------------------------------------


def _subject(words: Words, first: int, verb: int) -> tuple[tuple[int, int] | None, bool]:
    part, low = words.part, words.low
    while first < verb and (part[first] is Word.JOINER or part[first] is Word.COMMA):
        first += 1
    if low[first] in _BEFORE_SUBJECT and first + 1 < verb:
        if part[first + 1] in (Word.DETERMINER, Word.OTHER, Word.PRONOUN):
            first += 1
    if first < verb:
        kind = part[first]
        starts = kind not in _NO_SUBJECT_FIRST and (
            kind is not Word.OPENER or low[first] in ("die", "dat", "wie", "hetgeen", "wat", "welke")
        )
        if starts and not _is_time(low, first):
            return (first, phrase_end(words, first, verb)), False
    after = _subject_after(words, verb)
    return after, True


_BEFORE_SUBJECT = frozenset({"slechts", "uitsluitend", "alleen", "ook"})
_TIMES = listed(
    """
    week weken maand maanden jaar jaren dag dagen keer maal uur
    """
)


def _is_time(low: list[str], first: int) -> bool:
    return any(word in _TIMES for word in low[first : first + 3]) and low[first] not in ("de", "het")


def _subject_after(words: Words, verb: int) -> tuple[int, int] | None:
    part, low = words.part, words.low
    index = verb + 1
    limit = min(len(part), verb + 8)
    if index + 1 < limit and part[index] is Word.JOINER and part[index + 1] in _VERBS:
        index += 2
    while index < limit and (part[index] is Word.ADVERB or low[index] in ("zich",)):
        index += 1
    if index >= limit or part[index] in (Word.PREPOSITION, Word.COMMA, Word.COLON, Word.OPENER):
        return None
    return index, phrase_end(words, index, len(part))


def phrase_end(words: Words, first: int, limit: int) -> int:
    """Return where the head of the noun phrase at ``first`` ends."""
    part, low = words.part, words.low
    index = first + 1
    if low[first : first + 2] == ["een", "ieder"]:
        return first + 2
    if part[first] is Word.PRONOUN and part[first : first + 1] != [Word.DETERMINER]:
        if low[first] not in ("ieder", "deze", "dit"):
            return index
    if part[first] is Word.DETERMINER and index < limit and part[index] is Word.PREPOSITION:
        index = after_attribute(words, index, limit)
    while index < limit:
        kind = part[index]
        if kind in _ENDS_PHRASE:
            break
        if low[index] in _POINTERS:
            break
        if kind is Word.DETERMINER and part[index - 1] is not Word.JOINER:
            break
        if kind is Word.JOINER:
            if low[index] not in ("of", "en") or not _goes_on(words, index, limit):
                break
        index += 1
    return max(index, first + 1)


def _goes_on(words: Words, index: int, limit: int) -> bool:
    """Whether a second noun follows "of" or "en" in the same phrase."""
    if index + 1 >= limit:
        return False
    return words.part[index + 1] in (Word.OTHER, Word.DETERMINER, Word.PLURAL)


def after_attribute(words: Words, index: int, limit: int) -> int:
    """Pass over "door de werkgever aangewezen" before a noun."""
    for position in range(index + 1, min(limit, index + 20)):
        if _ATTRIBUTE.match(words.low[position]) and position > index + 1:
            return position + 1
    return index + 1


_ATTRIBUTE = re.compile(
    r"(?:aan|af|be|bij|door|ge|her|in|mede|na|om|ont|onder|op|over|toe|uit|vast|ver"
    r"|voor)[a-zëé]{3,}"
    r"(?:en|ene|de|te|d|t)$|te$"
)


_SHORTEST = 2
"""A clause of fewer words after its verb does not stand alone."""

# --- clauses that share a subject ---------------------------------------------------------------


def _joined(words: Words, verb: int) -> list[tuple[int, int]]:
    """Return (first word, verb) of each clause that "en" joins to the one with ``verb``."""
    part, low = words.part, words.low
    found: list[tuple[int, int]] = []
    last, size = verb, len(part)
    for index in [i for i in range(verb + 1, size - 1) if low[i] == "en"]:
        at = index + 1
        while at < size and part[at] is Word.ADVERB and at < index + 4:
            at += 1
        if at >= size - 1 or part[at] not in _VERBS:
            continue
        between = range(last + 1, index)
        plain = all(part[i] in (Word.ADVERB, Word.OTHER) for i in between)
        if plain and 1 <= len(between) < _SHORTEST:
            continue  # "is schriftelijk en vermeldt", "mag uitsluitend en wordt"
        depth = _depth(words, last, index)
        if _begins_clause(words, verb, at, depth, index):
            found.append((index + 1, at))
            last = at
    return found


def _depth(words: Words, verb: int, end: int) -> int:
    """Return how many subclauses that opened after ``verb`` are still open at ``end``."""
    part = words.part
    depth = 0
    for index in range(verb + 1, end):
        kind = part[index]
        if kind is _OPENER and opens(words, index, verb):
            depth += 1
        elif kind in _VERBS and depth and _is_finite(words, index, depth, verb):
            depth -= 1
    return depth


def _begins_clause(words: Words, verb: int, at: int, depth: int, joiner: int) -> bool:
    part, low = words.part, words.low
    kind = part[at]
    following = part[at + 1]
    if depth and part[joiner - 1] is not Word.COMMA:
        return False
    if following in (Word.COMMA, Word.COLON, Word.JOINER) or low[at] == "zijn":
        return low[at] in ("wordt", "worden", "is") and following is Word.COMMA
    if kind is Word.FINITE:
        return True
    if kind is Word.EITHER:
        return low[verb] not in AUXILIARIES or following in (Word.DETERMINER, Word.PRONOUN)
    if kind is Word.PLURAL:
        plural = part[verb] is Word.PLURAL and low[verb] not in AUXILIARIES
        return plural and low[at - 1] != "te"
    return False


def _own_subject(words: Words, joined: tuple[int, int]) -> tuple[int, int] | None:
    """Return the subject right after a joined verb: "en vermeldt de houder"."""
    return None


def open_at_end(words: Words) -> str | None:
    """Return the word that opened a subclause whose verb has not come when the words end."""
    part = words.part
    stack: list[str] = []
    index = 0
    while index < len(part):
        kind = part[index]
        if kind is Word.OPENER and opens(words, index, 0):
            stack.append(words.low[index])
        elif kind in _VERBS and stack and _is_finite(words, index, len(stack), 0):
            stack.pop()
            index = _cluster_end(words, index)
            continue
        index += 1
    return stack[-1] if stack else None
