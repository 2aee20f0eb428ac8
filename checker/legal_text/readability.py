"""How a part of a legal text reads: published formulas, and counts of what makes it heavy.

Everything is counted per distinct word and in one pass over the part, for speed. The depth of
subordinate clauses is not measured: without a parser "die", "dat" and "of" cannot be told apart
from pronouns and lists (docs/adr/0010-sentences-and-words.md).
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from checker.legal_text.words import counted, syllables
from checker.models.legal_text import LegalText, Part, Sentence
from checker.models.text_facts import Readability

_LONG, _LONGER, _LONGEST = 25, 40, 60
_LONGEST_COMPOUND = 60
"""Signs; Dutch has no longer compound, and a hostile text no longer work."""
_SHORTEST_MODIFIER, _SHORTEST_HEAD = 4, 4

_PREFIX = (
    "aan|achter|af|bekend|bij|binnen|bloot|door|gelijk|gereed|goed|in|kwijt|los|mede|mee|na|neer"
    "|om|onder|op|open|over|plaats|samen|schadeloos|stil|tegemoet|tegen|tentoon|terecht|terug"
    "|toe|tussen|uiteen|uit|vast|verder|vol|voort|voor|vrij|waar|weer|weg|zeker"
)
_STRONG = (
    "bedongen|begraven|begrepen|behouden|bekeken|beschreven|besloten|besproken|bestreden|betreden"
    "|betrokken|bevolen|bevonden|bewezen|bezien|doorlopen|gebonden|geboden|gebroken|gedaan|gedragen"
    "|gedreven|gedwongen|gegeven|gegoten|gegrepen|gegraven|gehangen|geheven|geholpen|gehouden"
    "|gekozen|gekregen|geladen|gelaten|gelezen|genomen|geraden|geroepen|gescheiden|geschoten"
    "|geschonken|geschoven|geschreven|geslagen|gesloten|gesneden|gesproken|gestoken|gestreken"
    "|getroffen|getrokken|gevangen|gevonden|gewezen|gewogen|gewonnen|geworpen|geworven|gezien"
    "|gezonden|gezworen|herroepen|herschreven|herzien|nomen|onderbroken|onderhouden|ondernomen"
    "|onderscheiden|onderschreven|onderworpen|ontbonden|ontheven|onthouden|ontnomen|ontslagen"
    "|ontvangen|ontworpen|omgeven|omschreven|overschreden|overtreden|overwogen|verboden"
    "|verbonden|verdreven|vergeleken|vergeven|verkozen|verkregen|verlaten|verloren|vernomen|verschoven"
    "|verstaan|vervangen|verwezen|verworpen|verworven|verzonden|voldaan|voltrokken|voorkomen"
    "|voorzien|weersproken"
)
_WEAK_WITHOUT_GE = (
    "aanbesteed|aanbevolen|aanvaard|achterhaald|doorzocht|misleid|onderbouwd|ondersteund"
    "|ondertekend|onderverdeeld|onderzocht|overbrugd|overhandigd|overtuigd|volbracht|voltooid"
    "|voorbereid|voorspeld|weerlegd"
)
_PARTICIPLE = re.compile(
    rf"(?:{_PREFIX})?(?:{_STRONG}|{_WEAK_WITHOUT_GE}"
    r"|(?:ge|be|ver|ont|her|er)[a-zà-öø-ÿ]+(?:d|[kfpsx]t|cht|zet|start|schat|smet|plant))"
)
_NO_PARTICIPLE_TEXT = """
bedoeld beleid bericht beroepsopleid bestand besluit bewind bewust gebied gebiedsraad
geboorteland gedeputeerd geduld geld gelid gemeenteraad gerecht gerust geschied geschikt
geschrift gewest gehuwd geweest gewicht gezicht gezond verband verbod verstand verslag
verzoekschrift ontvangst
"""
_NO_PARTICIPLE = frozenset(_NO_PARTICIPLE_TEXT.split())
_NOUN_ENDINGS = (
    "heid",
    "raad",
    "tijd",
    "maand",
    "bericht",
    "gebied",
    "schrift",
    "gewicht",
    "recht",
)
_NOT_PASSIVE_WITH_ZIJN_TEXT = """
afgenomen bedoeld begrepen bekend belast bereid bestemd betrokken bevoegd bewust gebaseerd
gebeurd gebleken gebonden gedaald geëindigd gehouden geldend gelegen geneigd gerechtigd gericht
geschikt geslaagd gestegen getrouwd gevestigd gevolgd gewend gewenst gezond gegrond
geïnteresseerd gegroeid gehuwd genoodzaakt verboden verbonden verhuisd verlopen verplicht
verschuldigd verstreken vertrouwd verwant verzekerd voorzien vereist vervuld ontstaan
onderworpen overeengekomen
"""
_NOT_PASSIVE_WITH_ZIJN = frozenset(_NOT_PASSIVE_WITH_ZIJN_TEXT.split())
"""States, and verbs that make their perfect with zijn: no actor is left out there."""

_AUXILIARY = re.compile(r"[WwIiZz](?:s|ijn|ord(?:t|en)|erd(?:en)?|as|aren)\b")
"""Forms of worden and zijn, and ends of longer words: looking back is left to the caller, for
a pattern that begins with a set of letters is found four times as fast."""
_WORDEN = frozenset(["wordt", "worden", "werd", "werden"])
_STOP_TEXT = """
indien mits nadat omdat opdat tenzij terwijl totdat voordat waar waaraan waarbij waardoor
waarin waarmede waarmee waarna waarnaar waarom waaronder waarop waarover waartegen waartoe
waaruit waarvan waarvoor wanneer zodat is was wordt werd werden heeft hebben had hadden kan
kunnen mag mogen moet moeten zal zullen dient dienen
"""
_STOP_WORDS = frozenset(_STOP_TEXT.split())
"""Where another clause begins, or another finite verb stands."""
_MARK = r"[;:!?()\n]|\.(?=\s|$)|,\s+(?:die|dat|en|maar|wie)\b"
_DAT = r"(?:(?<=is )|(?<=het ))dat\b"
_STOP = f"{_MARK}|{_DAT}"
_AHEAD = re.compile(rf"([^\W\d_]+)|{_MARK}")
"""The next word, or what ends the clause; most are words, so those are tried first."""
_THAT = re.compile(_DAT)
_LAST_LETTERS = ("d", "t", "n")
_JUST_BEFORE = re.compile(r"\b([a-zà-öø-ÿ]{4,}[dtn])\s$")
_CLAUSE_END = re.compile(rf",|{_STOP}|\b(?:{'|'.join(_STOP_TEXT.split())})\b")
_ACTOR = re.compile(r"\b[Dd]oor\b(?!\s+(?:middel|tussenkomst|toedoen)\b)")
_HAS = re.compile(r"\b(?:heeft|hebben|had|hadden)\b")
_REACH = 300
"""Characters on either side of a passive in which its clause is looked for."""
_REACH_WORD = 40


_FEWEST_WORDS = 5
"""Of fewer words, or where most are numbers, a formula about sentences says nothing."""


def flesch_douma(words_per_sentence: float, syllables_per_word: float) -> float:
    """Return the Flesch-Douma reading ease: 0 very hard, 100 very easy; may go beyond both.

    206.835 - 0.93 x words per sentence - 77 x syllables per word. Source: W.H. Douma's formula
    as printed in Onze Taal 1977 (dbnl.org/tekst/_taa014197701_01, with 206.8); the third
    decimal is that of Flesch, as in textstat.
    """
    return 206.835 - 0.93 * words_per_sentence - 77 * syllables_per_word


def brouwer(words_per_sentence: float, syllables_per_word: float) -> float:
    """Return Brouwer's Leesindex A: 0-25 very hard, 80-100 very easy; may go beyond both.

    195 - 2/3 x syllables per 100 words - 2 x words per sentence. Source: R.H.M. Brouwer (1963)
    as given in litterm.co.za/index.php/l/927-leesbaarheid; the original was not consulted.
    """
    return 195 - 200 / 3 * syllables_per_word - 2 * words_per_sentence


def measure(text: LegalText, part: Part) -> Readability | None:
    """Return the measures of the sentences of ``part``; None where it has no sentence."""
    chosen = [s for s in text.sentences if text.provisions[s.provision].part is part]
    if not chosen:
        return None
    pieces = [text.text[s.start : s.end] for s in chosen]
    joined = "\n".join(pieces)
    words = sum(sentence.words for sentence in chosen)
    counts = counted(joined)
    average = words / len(chosen)
    weight = _syllables_per_word(counts)
    real = sum(number for word, number in counts.items() if word[0].isalpha())
    is_junk = real < _FEWEST_WORDS or 2 * real < words
    return Readability(
        sentences=len(chosen),
        words=words,
        words_per_sentence=average if words else None,
        flesch_douma=None if is_junk or not weight else flesch_douma(average, weight),
        brouwer=None if is_junk or not weight else brouwer(average, weight),
        over_25=_share_over(chosen, _LONG) if words else None,
        over_40=_share_over(chosen, _LONGER) if words else None,
        over_60=_share_over(chosen, _LONGEST) if words else None,
        uncommon=None if is_junk else uncommon_share(counts),
        passive_without_actor=_share_passive(pieces, joined) if words else None,
    )


def uncommon_share(counts: Mapping[str, int]) -> float | None:
    """Return which share of the words, 0 to 1, is uncommon in everyday Dutch.

    Uncommon is less than once in a million words (Zipf below 3, the bound of LiNT) in wordfreq,
    which counts subtitles, news, books and web pages. A compound counts as common
    where both its parts are; an inflected form counts as written. Left out are numbers, single
    letters and names: words that the text writes with a capital only and the list has not.
    """
    total = uncommon = 0
    for word, number in counts.items():
        plain = word.replace("’", "'")
        if len(word) == 1 or not plain.replace("-", "").replace("'", "").isalpha():
            continue
        common = _is_common(plain.lower())
        if not common and word != word.lower() and word.lower() not in counts:
            continue
        total += number
        uncommon += 0 if common else number
    return uncommon / total if total else None


@lru_cache(maxsize=1)
def _common_words() -> frozenset[str]:
    # imported here: with what it needs it takes a quarter of a second to import
    from wordfreq import get_frequency_list

    # its small list is cut off at Zipf 3, just the bound asked for
    return frozenset(word for bin_ in get_frequency_list("nl", "small") for word in bin_)


@lru_cache(maxsize=50_000)
def _is_common(word: str) -> bool:
    common = _common_words()
    if word in common:
        return True
    if "-" in word:
        return all(_is_common(part) for part in word.split("-") if part)
    if len(word) > _LONGEST_COMPOUND:
        return False
    return any(
        word[cut:] in common and _is_modifier(word[:cut], common)
        for cut in range(_SHORTEST_MODIFIER, len(word) - _SHORTEST_HEAD + 1)
    )


def _is_modifier(part: str, common: frozenset[str]) -> bool:
    """Whether it can stand first in a compound: a common word, with a linking s or not."""
    return part in common or (
        part[-1] == "s" and len(part) > _SHORTEST_MODIFIER and part[:-1] in common
    )


def _syllables_per_word(counts: Mapping[str, int]) -> float | None:
    total = sum(counts.values())
    if not total:
        return None
    return sum(syllables(word) * number for word, number in counts.items()) / total


def _share_over(sentences: Sequence[Sentence], bound: int) -> float:
    return sum(sentence.words > bound for sentence in sentences) / len(sentences)


def _share_passive(pieces: Sequence[str], joined: str) -> float:
    """Share of the sentences with a hit; ``joined`` has them with one line break between."""
    starts = list(accumulate((len(piece) + 1 for piece in pieces[:-1]), initial=0))
    hit = {bisect_right(starts, start) for start, _ in passive_without_actor(joined)}
    return len(hit) / len(pieces)


def passive_without_actor(text: str) -> list[tuple[int, int]]:
    """Return where a clause is passive and has no "door ...", as (start, end) in code points.

    A hit runs from the form of "worden" or "zijn" to the participle, or the other way round.
    It is recognised by the form of the words, without a parser: participles that look like
    nothing else, and strong ones of a list. An actor named with another word than "door" is not
    seen; nor is a passive that a subordinate clause divides.
    """
    hits = []
    for auxiliary in _AUXILIARY.finditer(text):
        if auxiliary.start() and text[auxiliary.start() - 1].isalnum():
            continue
        participle = _participle_of(text, auxiliary)
        if participle is None:
            continue
        start = min(auxiliary.start(), participle[0])
        end = max(auxiliary.end(), participle[1])
        if not _names_actor(text, start, end):
            hits.append((start, end))
    return hits


def _participle_of(text: str, auxiliary: re.Match[str]) -> tuple[int, int] | None:
    """The participle just before the auxiliary, or else the first one after it in the clause."""
    form = auxiliary[0].lower()
    start = auxiliary.start()
    near = _just_before(text, start)
    if near and _fits(form, near[1]):
        return near.span(1)
    if text.startswith(",", auxiliary.end()):
        return None
    for found in _AHEAD.finditer(text, auxiliary.end(), auxiliary.end() + _REACH):
        word = found[1]
        if word is None or word in _STOP_WORDS or (word == "worden" and form not in _WORDEN):
            return None
        if word == "dat" and _THAT.match(text, found.start()):
            return None
        if _fits(form, word) and not _is_attribute(text, *found.span()):
            pronoun = form == "zijn" and _has_before(text, start)
            return None if pronoun else found.span()
    return None


def _just_before(text: str, start: int) -> re.Match[str] | None:
    """Return the word right before ``start`` if by its last letter it may be a participle."""
    if not text[max(0, start - 2) : start].startswith(_LAST_LETTERS):
        return None
    return _JUST_BEFORE.search(text, max(0, start - _REACH_WORD), start)


def _has_before(text: str, position: int) -> bool:
    """Whether it is "zijn" the pronoun: "heeft zijn vergunning ingeleverd"."""
    first = max(0, position - _REACH)
    sentence = max(text.rfind(mark, first, position) for mark in ".;:,\n") + 1
    return _HAS.search(text, max(first, sentence), position) is not None


def _names_actor(text: str, start: int, end: int) -> bool:
    """Whether the clause around ``start`` to ``end`` says by whom."""
    first, last = max(0, start - _REACH), end + _REACH
    if text.find("oor ", first, last) < 0:
        return False  # most have no "door" anywhere near, and the clause need not be found
    if text.find("door", first, last) < 0 and text.find("Door", first, last) < 0:
        return False
    for actor in _ACTOR.finditer(text, first, _clause_end(text, end)):
        own = actor.start() >= start or not _CLAUSE_END.search(text, actor.end(), start)
        if own:
            return True
    return False


def _fits(form: str, word: str) -> bool:
    if not word.endswith(_LAST_LETTERS) or not _is_participle(word):
        return False
    return form in _WORDEN or word not in _NOT_PASSIVE_WITH_ZIJN


@lru_cache(maxsize=50_000)
def _is_participle(word: str) -> bool:
    if word in _NO_PARTICIPLE or word.endswith(_NOUN_ENDINGS):
        return False
    return _PARTICIPLE.fullmatch(word) is not None


def _is_attribute(text: str, start: int, end: int) -> bool:
    """Whether it says something of a noun: ", gelegen op een erf,", "een gegeven"."""
    if text.startswith(", ", start - 2):
        return end < len(text) and text[end] not in ".,;:"
    return text.endswith(" een ", 0, start) or (
        text[start:end] == "gegeven" and text.endswith((" dit ", " dat ", " elk "), 0, start)
    )


def _clause_end(text: str, position: int) -> int:
    last = min(len(text), position + _REACH)
    found = _CLAUSE_END.search(text, position, last)
    return found.start() if found else last
