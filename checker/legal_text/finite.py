"""The finite verb of the main clause.

Dutch puts the finite verb of a main clause second, after one constituent, and that of a subclause
last. So the verb is the first that is left when each word that opens a subclause has taken one.
"""

from collections.abc import Sequence
from itertools import compress

from checker.legal_text.norm_terms import IRREGULAR
from checker.legal_text.participles import looks_like_participle
from checker.legal_text.phrases import POINTERS, has_plural_head
from checker.legal_text.sentence_words import Words
from checker.legal_text.verbs import AUXILIARIES, Word
from checker.legal_text.wordlists import listed

VERBS = frozenset({Word.FINITE, Word.EITHER, Word.PLURAL, Word.LAST, Word.LAST_PLURAL})
NO_SUBJECT_FIRST = frozenset({Word.PREPOSITION, Word.ADVERB, Word.JOINER})
"""What a constituent that is no subject begins with."""
_NO_SUBJECT = NO_SUBJECT_FIRST | {Word.OPENER}
_PLURALS = frozenset({Word.PLURAL, Word.LAST_PLURAL})
_ONLY_LAST = frozenset({Word.LAST, Word.LAST_PLURAL})
_BRACKETS = frozenset({Word.OPEN_BRACKET, Word.CLOSE_BRACKET})
_TELLING = VERBS | _BRACKETS | {Word.OPENER}
"""What the search for the verb looks at."""
_SUBJECT_BEGINS = frozenset({Word.DETERMINER, Word.PRONOUN})
_GOES_ON = frozenset({Word.DETERMINER, Word.PRONOUN, Word.OTHER, Word.ADVERB})
"""What may follow the verb of a main clause after a comma."""
_NO_PLURAL_AFTER = frozenset(
    {Word.PREPOSITION, Word.DETERMINER, Word.JOINER, Word.COLON, Word.ADVERB}
)
_NO_OPENER_AFTER_ALS = listed(
    """
    bedoeld genoemd vermeld omschreven gevolg zodanig lid bijlage zijnde aangegeven volgt ook
    opgenomen aangewezen gedefinieerd voorzitter secretaris waarnemer
    """
)
_NO_VERB_FOLLOWS = listed(
    """
    nodig mogelijk aanwezig bekend noodzakelijk relevant gewenst wenselijk van
    """
)
""" "Voor zover nodig", "indien van toepassing": subclauses without a verb."""
_AFTER_GEVAL = listed(
    """
    van dat bedoeld als waarin , genoemd vermeld omschreven hiervan waarop ) is wordt kan mag moet
    """
)
_SHORTEST = 3
"""Words before a verb that is a noun: "tot het aanwezig hebben"."""
_REACH = 60
_SHORT = 8
"""Words within which a subclause without a verb ends."""
_ELLIPTIC = frozenset({"zover", "voorzover", "indien", "waar", "wanneer"})
_RELATIVE = frozenset({"die", "dat", "wie", "wat", "hetgeen", "welke"})
_SEES_TO = frozenset({"zorg", "er", "zorgt", "ziet"})
_ARTICLES = listed("de een elke iedere haar hun onze")
_NOUNS_TOO = frozenset({"licht", "richt", "acht"})
_NOUNS_AFTER_ARTICLE = listed("staat acht past leidt volgt gaat komt")
_DECIDERS = listed(
    """
    minister college bestuur commissie staten wethouders raad staatssecretaris hij zij
    """
)
_MUSTS = frozenset({"moet", "moeten", "mag", "mogen"})
_MODALS = frozenset({"dienen", "moeten", "mogen", "kunnen", "worden"})
_TAKE_INFINITIVE = listed(
    """
    kan kunnen kon konden mag mogen mocht mochten moet moeten moest moesten zal zullen zou zouden
    wil willen laat laten doet doen gaat gaan blijft blijven komt komen helpt leert
    """
)
"""After other verbs of a subclause no infinitive follows, but the plural of the main clause."""
_CLUSTER = frozenset({"zijn", "worden", "hebben", "kunnen", "moeten"})
_AUXILIARY_PLURALS = _MODALS | _CLUSTER
_AFTER_ZIJN = listed(
    """
    verplicht gehouden bevoegd belast gerechtigd verboden verschuldigd toegestaan vrijgesteld
    vereist ten minste tenminste niet van voorzien niettemin slechts uitsluitend in op de het een
    aan bij door met onder uit voor vastgesteld opgenomen vermeld zodanig dusdanig mede alle
    """
)
_VERB_BEFORE = frozenset(
    {
        Word.COMMA, Word.COLON, Word.PREPOSITION, Word.DETERMINER, Word.ADVERB, Word.JOINER,
        Word.EITHER, Word.FINITE, Word.PRONOUN, Word.OPENER,
    }
)  # fmt: skip
"""Before these "zijn" is a verb and no possessive."""


def _telling(words: Words) -> list[int]:
    if words.telling is None:
        is_telling = map(_TELLING.__contains__, words.part)
        words.telling = list(compress(range(len(words.part)), is_telling))
    return words.telling


def main_verb(words: Words, first: int) -> int | None:
    """Return the position of the finite verb of the main clause that begins at ``first``."""
    part, low = words.part, words.low
    depth = brackets = 0
    opened = False
    closed = -1
    led = part[first] is Word.OPENER and opens(words, first, first) and low[first] not in _RELATIVE
    for index in _telling(words):
        kind = part[index]
        if index < max(closed, first):
            continue
        if kind in _BRACKETS:
            brackets = max(0, brackets + (1 if kind is Word.OPEN_BRACKET else -1))
        elif brackets:
            continue
        elif kind not in VERBS:
            is_opener = opens(words, index, first)
            depth, opened = depth + is_opener, opened or is_opener
        elif is_finite(words, index, depth, first):
            if depth and not _ends_lead(words, index, first):
                depth -= 1
                closed = cluster_end(words, index)
            elif opened and _shares_opener(words, closed, index):
                continue
            elif kind not in _ONLY_LAST and (
                index == closed or _is_main(words, index, opened=opened, led=led)
            ):
                return index
        elif kind is Word.EITHER and not (depth or led) and _follows_comma(part, closed, index):
            return index  # "die een ontheffing heeft, verstrekt aan"
    return (_after_comma(words, first) if opened else None) or _after_attribute(words, first)


def _shares_opener(words: Words, closed: int, index: int) -> bool:
    """Whether "en" goes on with a subclause: "wie X en daarbij Y krijgt, is verplicht"."""
    part = words.part
    between = part[closed:index] if 0 < closed < index < closed + _REACH else ()
    if Word.JOINER not in between or Word.COMMA in between:
        return False
    for at in range(index + 2, min(len(part) - 1, index + _REACH)):
        if part[at - 1] is Word.COMMA and words.low[at] in AUXILIARIES and part[at] is Word.FINITE:
            return True
    return False


def _follows_comma(part: Sequence[Word], closed: int, index: int) -> bool:
    """Whether nothing but a comma stands between the subclause that is closed and a word."""
    return 0 < closed == index - 1 and part[closed] is Word.COMMA


def open_at_end(words: Words) -> str | None:
    """Return the word that opened a subclause whose verb has not come when the words end."""
    part = words.part
    stack: list[str] = []
    resume = 0
    for index in _telling(words):
        if index < resume:
            continue
        if part[index] is Word.OPENER and opens(words, index, 0):
            stack.append(words.low[index])
        elif part[index] in VERBS and stack and is_finite(words, index, len(stack), 0):
            stack.pop()
            resume = cluster_end(words, index)
    return stack[-1] if stack else None


# --- words that open a subclause ------------------------------------------------------------------


def opens(words: Words, index: int, first: int) -> bool:
    """Whether the word at ``index``, which can open a subclause, does.

    Args:
        words: the sentence.
        index: where the word stands.
        first: where the clause around it begins.
    """
    low = words.low
    word = low[index]
    following = low[index + 1] if index + 1 < len(low) else ""
    before = words.part[index - 1] if index > first else None
    if word in ("die", "dat"):
        return _relative_opens(words, index, first)
    if word in _ELLIPTIC and (following in _NO_VERB_FOLLOWS or _is_elliptic(words, index)):
        return False
    match word:
        case "waar":
            return before is not Word.DETERMINER
        case "ingeval" | "tenzij" | "mits":
            return following != "van"
        case "geval":
            is_lead = low[max(first, index - 2) : index] in (["in", "het"], ["voor", "het"])
            return is_lead and following not in _AFTER_GEVAL
        case "als":
            starts = before in (None, Word.COMMA, Word.JOINER) or low[index - 1] == "dikwijls"
            return starts and following not in _NO_OPENER_AFTER_ALS
        case "zoals":
            return following not in POINTERS and words.part_at(index + 1) not in (None, Word.OTHER)
        case "welke" | "welk":
            return before is not None
        case "alvorens":
            return "te" not in low[index + 1 : index + _REACH]
        case "ongeacht":
            return following == "of"
        case "wat":
            return following != "betreft"
    return True


def _is_elliptic(words: Words, index: int) -> bool:
    """Whether the next comma comes before any verb: ", voor zover in papieren vorm,"."""
    if words.part_at(index + 1) is not Word.PREPOSITION:
        return False
    for kind in words.part[index + 2 : index + _SHORT]:
        if kind is Word.COMMA or kind in VERBS:
            return kind is Word.COMMA
    return False


def _relative_opens(words: Words, index: int, first: int) -> bool:
    """Tell "dat" and "die" that open a subclause from those before a noun."""
    low = words.low
    before = words.part[index - 1] if index > first else None
    to_that = low[index] == "dat" and before is not None and low[index - 1] in ("voor", "op", "van")
    if to_that and not _SEES_TO.isdisjoint(low[max(first, index - 5) : index]):
        return True  # "draagt er zorg voor dat"
    if before is Word.FINITE and words.part_at(index + 1) is Word.OTHER:
        return False  # "geschiedt die beëindiging"
    if before is Word.OPENER and low[index - 1].startswith("waar"):
        return False  # "waaraan die luchtvaartuigen"
    if before is Word.DETERMINER and low[index - 1] == "een":
        return False  # "een die verpakking omsluitende laag"
    if words.part_at(index + 1) is Word.OTHER and words.part_at(index + 2) is Word.COMMA:
        return False  # "mag de houder die bevoegdheden, waarop ..., niet uitoefenen"
    if before not in (None, Word.PREPOSITION):
        return True
    return words.part_at(index + 1) in (Word.FINITE, Word.EITHER)


# --- whether a word is a finite verb --------------------------------------------------------------


def is_finite(words: Words, index: int, depth: int, first: int) -> bool:
    """Whether the word at ``index``, which can be a finite verb, is one.

    Args:
        words: the sentence.
        index: where the word stands.
        depth: how many subclauses are open there.
        first: where the clause begins.
    """
    kind, word = words.part[index], words.low[index]
    before = words.low[index - 1] if index > first else ""
    after_te = index > first + 1 and words.low[index - 2] == "te" and before in AUXILIARIES
    if before == "te" or after_te or (before == "het" and kind in _PLURALS):
        return False
    if kind in (Word.FINITE, Word.LAST) and before in _ARTICLES:
        return False
    if word.endswith("en") and _is_nominal(words, index):
        return False
    if word == "besluit":
        return before in _DECIDERS or not _DECIDERS.isdisjoint(words.low[index + 2 : index + 3])
    if word == "betreft" and before == "wat":
        return False  # "wat betreft de grond"
    if word in _NOUNS_TOO:
        comma_or_he = (Word.COMMA, Word.PRONOUN)
        after_it = words.part_at(index + 1) in _SUBJECT_BEGINS
        return after_it or (index > first and words.part[index - 1] in comma_or_he)
    if kind is Word.EITHER:
        return _either_is_finite(words, index, depth)
    if kind in _PLURALS:
        return index > first and _plural_is_finite(words, index, depth, first)
    if word == "zijn":
        return _zijn_is_verb(words, index, first)
    return word not in _NOUNS_AFTER_ARTICLE or before not in ("de", "een", "elke", "als")


def _either_is_finite(words: Words, index: int, depth: int) -> bool:
    """Tell "de houder verstrekt" from "verstrekt door" and "heeft verstrekt"."""
    following = words.part_at(index + 1)
    if following is Word.FINITE and depth:
        return words.low[index + 1] not in AUXILIARIES  # "niet verplicht is"
    before = words.part_at(index - 1)
    if before is Word.COMMA:
        return following in _GOES_ON
    if before is Word.FINITE and words.low[index - 1] in AUXILIARIES:
        return False
    if before in (Word.JOINER, Word.PREPOSITION, Word.DETERMINER):
        return depth > 0 and before is Word.JOINER
    return following is not None or depth > 0


def _plural_is_finite(words: Words, index: int, depth: int, first: int) -> bool:
    """Tell a plural ("de houders melden") from an infinitive."""
    before, word_before = words.part[index - 1], words.low[index - 1]
    word = words.low[index]
    following = words.part_at(index + 1)
    if index > first + 1 and words.low[index - 2] == "te":
        return False  # "te kunnen waarborgen"
    if depth:
        return before not in (Word.PREPOSITION, Word.DETERMINER) and following is not Word.FINITE
    if before is Word.COMMA:
        if word in AUXILIARIES and words.part[first] in _NO_SUBJECT:
            return following is not None  # "Onverminderd artikel 3, dienen door hem ..."
        far_subject = following is Word.PREPOSITION and has_plural_head(words, first, index)
        return following in _GOES_ON or far_subject
    if before in _NO_PLURAL_AFTER:
        return before is Word.ADVERB and index == first + 1 and word in _MODALS
    inverted = words.part[first] in NO_SUBJECT_FIRST
    if inverted and _is_attribute(words, index):
        return False
    if following is Word.COMMA and word in _MODALS:
        return inverted or has_plural_head(words, first, index)
    if inverted and following in (Word.DETERMINER, Word.PRONOUN, Word.OTHER):
        return True
    if before is Word.PRONOUN:
        return True
    if following in (None, Word.COMMA):
        return False
    if word_before.endswith(("n", "s")) or word_before[-1].isdigit():
        return True
    return has_plural_head(words, first, index)


def _is_nominal(words: Words, index: int) -> bool:
    """Whether an infinitive is a noun: "tot het aanwezig hebben van"."""
    low, part = words.low, words.part
    if index < _SHORTEST or low[index + 1 : index + 2] != ["van"]:
        return False
    return low[index - 2] == "het" and part[index - 3] is Word.PREPOSITION


def _is_attribute(words: Words, index: int) -> bool:
    """Whether a participle like a plural goes with a noun: "in pand ontvangen activa zijn"."""
    if not looks_like_participle(words.low[index]) or words.part_at(index + 1) is not Word.OTHER:
        return False
    return not AUXILIARIES.isdisjoint(words.low[index + 2 : index + 3])


def _zijn_is_verb(words: Words, index: int, first: int) -> bool:
    """Tell "zijn verplicht" from "zijn administratie"."""
    before = words.part[index - 1] if index > first else None
    if before in (Word.PREPOSITION, Word.DETERMINER, None):
        return False
    following = words.part_at(index + 1)
    if following is None or following in _VERB_BEFORE or words.low[index + 1] in _AFTER_ZIJN:
        return True
    if before in (Word.FINITE, Word.PLURAL, Word.EITHER):
        return False
    ends = words.part_at(index + 2) in (Word.PREPOSITION, None)
    if ends and words.low[index + 1].endswith(("baar", "lijk")):
        return True  # "zijn toegankelijk voor"
    after_plural = words.low[index - 1].endswith(("en", "s"))
    return after_plural or looks_like_participle(words.low[index + 1])


# --- whether it is the verb of the main clause ----------------------------------------------------


def _ends_lead(words: Words, index: int, first: int) -> bool:
    """Whether a verb comes right after the subclause that opens the sentence: ", meldt de"."""
    part = words.part
    leads = part[first] is Word.OPENER or words.low[first : first + 2] == ["voor", "zover"]
    if not leads or part[index] is not Word.FINITE:
        return False
    if part[index - 1] is not Word.COMMA or index + 1 >= len(part):
        return False
    return part[index + 1] in _SUBJECT_BEGINS


def cluster_end(words: Words, index: int) -> int:
    """Return the position after the verbs at the end of a subclause: "moet worden gemeld"."""
    part, low = words.part, words.low
    leans = low[index] in AUXILIARIES or low[index] in _TAKE_INFINITIVE
    follows = low[index + 1] if index + 1 < len(low) else ""
    if not leans and part[index] not in _PLURALS and follows in _AUXILIARY_PLURALS:
        return index + 1  # "welke het middel omsluit moeten"
    for at in range(index + 1, len(part)):
        if low[at] == "te":
            return at + 2
        if part[at] is Word.EITHER and part[at - 1] is Word.COMMA:
            return at
        if at > index + 1 and low[at] in AUXILIARIES and looks_like_participle(low[at - 1]):
            return at  # "die worden uitgevoerd dienen"
        if at == index + 1 and _is_next_clause(words, index):
            return at  # "die de leiding heeft dragen"
        in_cluster = part[at] in _PLURALS or part[at] is Word.EITHER or low[at] in _CLUSTER
        if not (in_cluster or looks_like_participle(low[at]) or low[at] in IRREGULAR):
            return at
    return len(part)


def _is_next_clause(words: Words, index: int) -> bool:
    """Whether the verb of the main clause follows that of a subclause at ``index``."""
    if words.part[index + 1] is not Word.PLURAL or words.low[index] in _TAKE_INFINITIVE:
        return False
    return words.part[index] not in _PLURALS and words.part_at(index + 2) in _GOES_ON


def _is_main(words: Words, index: int, *, opened: bool, led: bool) -> bool:
    """Whether a verb outside any subclause is that of the main clause.

    Args:
        words: the sentence.
        index: where the verb stands.
        opened: whether any subclause came before.
        led: whether the sentence begins with a subclause, which a comma or its verb must end.
    """
    part = words.part
    following = words.part_at(index + 1)
    if led and part[index - 1] is not Word.COMMA:
        starts = following in _SUBJECT_BEGINS or words.low[index] in _MUSTS
        return part[index] is Word.FINITE and starts and following is not None
    if not opened or (index and part[index - 1] is Word.COMMA):
        return True
    before = index - 1
    while before > 0 and part[before] is Word.ADVERB:
        before -= 1
    if part[before] is Word.JOINER:
        return False
    if part[max(0, before - 1)] is Word.JOINER and words.low[index + 1 : index + 2] == ["dan"]:
        return False  # "die gelijk is aan of hoger is dan"
    if following is Word.JOINER:
        return words.low[index + 1] == "dan"
    return following not in (Word.COMMA, Word.FINITE, None)


def _after_attribute(words: Words, first: int) -> int | None:
    """Find a verb like a participle after the comma: "De bank, bedoeld in lid 1, meldt aan"."""
    part = words.part
    if part[first] in NO_SUBJECT_FIRST or part[first] is Word.OPENER:
        return None
    for index in range(len(part) - 2, first + 1, -1):
        if part[index] is Word.EITHER and part[index - 1] is Word.COMMA:
            is_attribute = words.low[index + 1] in ("door", "volgens", "krachtens")
            return None if is_attribute else index
    return None


def _after_comma(words: Words, first: int) -> int | None:
    """Find the verb after the comma that ends a leading subclause, if nothing better was found."""
    part = words.part
    for index in range(len(part) - 2, first, -1):
        after_comma = part[index] is Word.FINITE and part[index - 1] is Word.COMMA
        if after_comma and part[index + 1] in _GOES_ON:
            return index
    return None
