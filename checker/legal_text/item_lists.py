"""How the onderdelen of a list go with the words before it, for the norms they lay down."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from checker.legal_text.addressees import Cast, Who
from checker.legal_text.clauses import clauses
from checker.legal_text.finite import main_verb, open_at_end, opens
from checker.legal_text.information import is_information
from checker.legal_text.norm_terms import DUTY_OF_THING, LIMIT
from checker.legal_text.norms import Judge, Norm, Sort
from checker.legal_text.participles import looks_like_participle
from checker.legal_text.sentence_words import Words
from checker.legal_text.subjects import NOBODY, Subject, find_subject, subject_at
from checker.legal_text.verbs import Word
from checker.models.text_facts import Modality


class Items(Enum):
    """What the onderdelen of a list are."""

    SKIP = auto()
    """Definitions and conditions: no norms of their own."""
    PARTS = auto()
    """Particulars of the one norm before the list."""
    EACH = auto()
    """Each is an action asked by the norm before the list."""
    VERBS = auto()
    """Each begins with a verb whose subject stands before the list."""
    GO_ON = auto()
    """Each goes on with the sentence before the list, which has no full verb yet."""
    OWN = auto()
    """Sentences of their own."""


class ItemKind(Enum):
    """What an onderdeel looks like."""

    NOUN = auto()
    TE = auto()
    """Ends in an infinitive with "te"."""
    GOES_ON = auto()
    """Begins with a verb, or is a participle."""
    LAST = auto()
    """Has its verb last, as a subclause."""
    MAIN = auto()
    """A main clause."""


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list that is open."""

    items: Items
    subject: Subject = NOBODY
    norm: Norm | None = None
    """That of the words before the list."""
    intro: str = ""
    addressee: str | None = None
    demands: bool = False
    """Whether each is a demand that must be met, also where it only says what is so."""

    @property
    def is_own_entry(self) -> bool:
        """Whether the words before the list are an entry, with the list as part of it."""
        return self.norm is not None and self.items in (Items.PARTS, Items.SKIP)


SKIPPED = ItemList(Items.SKIP)
_OWN = ItemList(Items.OWN)
_PARTICULARS = ItemList(Items.PARTS)
_MEASURES = frozenset({"heeft", "hebben", "bedraagt", "bedragen"})
_DEFINES = re.compile(
    r"verstaa[nt]\b|wordt gelezen|worden gelezen|mede begrepen|gelijkgesteld|aangemerkt als"
    r"|komt overeen"
)
_EQUIPPED = re.compile(
    r"\b(?:voorzien van|uitgerust met|aanwezig|beschik(?:t|ken) (?:[^:]{1,40} )?over)"
    r"(?: [^:,.]{1,40})?:\s*$"
)
"""Of each thing in the list a requirement that can be broken alone."""
_SENTENCES_FOLLOW = re.compile(
    r"\b(?:eis(?:en)?|voorschrift(?:en)?|voorwaarden?|regels?|bepalingen|verplichtingen"
    r"|als volgt|beperkingen|in acht)\b[^:]{0,80}:?\s*$",
    re.IGNORECASE,
)
_DEMANDS = re.compile(
    r"\b(?:voldoe[tn]|voldoen|beantwoordt|beantwoorden)\b[^:]{0,120}"
    r"\b(?:eisen|voorschriften|voorwaarden|criteria|vereisten|normen):?\s*$"
    r"|\b(?:eisen|voorschriften|voorwaarden|criteria|vereisten|normen) (?:te )?voldoen:?\s*$"
)
_QUALITIES = frozenset({"met", "waarvan", "waarin", "waaraan"})
"""How the qualities begin that a product must have to bear a name."""
_RELATIVES = frozenset({"dat", "die"})
_OF_THINGS = frozenset({"moet", "moeten", "dient", "dienen", "is", "zijn"})
_MANNERS = (["geschieden"], ["geschiedt"], ["plaatsvinden"], ["plaats"])
_MODALS = frozenset({"moet", "moeten", "mag", "mogen", "zal", "zullen"})
_SHALL = frozenset({"zal", "zullen"})
_AUXILIARIES = frozenset({"zijn", "worden", "moeten", "dienen", "mogen"})
_INFINITIVES = frozenset({"zijn", "worden", "hebben", "kunnen"})
_POWERS = frozenset({"kan", "kunnen", "mag", "mogen"})
_SO = frozenset({"zodanig", "zodanige", "dusdanig"})
_EACH_DAT = _SO | {"zorg", "zorgt", "zorgen"}
"""What makes each onderdeel after "dat" a demand: "draagt zorg dat", "zodanig verpakt dat"."""
_MEASURED = re.compile(
    r"(?:met ingang van|uiterlijk|v[oó][oó]r \d|binnen (?:\d|een|twee|drie|vier|zes)|ten minste"
    r"|ten hoogste|tenminste|minimaal|maximaal|niet (?:meer|minder|hoger|lager|later) dan)\b"
)
"""How an onderdeel begins that sets a date or a quantity of its own."""
_BINDS = frozenset(
    {"verplicht", "gehouden", "verboden", "dient", "dienen", "moet", "moeten", "toegestaan", "zorg"}
)
_ON_CONDITION = frozenset({"indien", "als", "wanneer"})
"""In "worden uitsluitend verhandeld indien zij: a. ..." each onderdeel is a demand."""
_MEETS = frozenset({"voldoet", "voldoen", "moet", "moeten", "dient", "dienen", "beantwoordt"})
_ON_CASE = frozenset({"indien", "voor", "als"})
_LONGEST = 2_000
"""Characters of the words before a list that are read with each item."""
_NEAR = 60
_MANY = 12
"""So many onderdelen show what the others are."""


class ListReader:
    """Decides for lists of one regulation; ``first_words`` gives those of an onderdeel."""

    def __init__(
        self, cast: Cast, judge: Judge, first_words: Callable[[int], Words | None]
    ) -> None:
        self._cast = cast
        self._judge = judge
        self._first_words = first_words

    def open(
        self, words: Words, children: Sequence[int], parent: ItemList | None, last: Subject
    ) -> ItemList:
        """Return how a list goes with the words before it.

        Args:
            words: the sentence before the list.
            children: its onderdelen, as positions of provisions.
            parent: the list that the sentence itself is an onderdeel of.
            last: who was named last in the article.
        """
        if parent is not None and parent.items is Items.EACH:
            return self._inside_each(children, parent)
        if _DEFINES.search(words.text):
            return SKIPPED
        if parent is not None and parent.items is Items.PARTS:
            return ItemList(Items.PARTS)
        kind = self.kind(children)
        if words.part[0] is Word.OPENER and kind is ItemKind.GOES_ON:
            return _OWN  # "Indien ...: a. meldt hij; b. ..."
        found = clauses(words)
        if not found:
            return self._without_verb(words, parent, kind, last)
        subject = find_subject(self._cast, found[-1], last)
        norm = self._judge.judge(found[-1], subject)
        if norm is None and kind is ItemKind.NOUN and words.low[found[-1].verb] in _MEASURES:
            return self._measures(words, children, last) or replace(_PARTICULARS, subject=subject)
        opened = ItemList(
            Items.PARTS, subject, norm, _intro(words.text), norm.addressee if norm else None
        )
        opener = open_at_end(words)
        verb = found[-1].verb
        if opener is not None:
            return self._in_subclause(words, opener, opened, kind)
        if norm is None or norm.sort is Sort.PERMISSION:
            return self._without_norm(words, verb, opened, kind)
        items = self._with_norm(words, verb, norm, children, kind)
        demands = items is Items.OWN and _DEMANDS.search(words.text) is not None
        return replace(opened, items=items, demands=demands)

    def kind(self, children: Sequence[int]) -> ItemKind:
        """Return what most onderdelen look like."""
        counts: dict[ItemKind, int] = {}
        for child in children[:_MANY]:
            words = self._first_words(child)
            if words is not None:
                kind = _kind_of(words)
                counts[kind] = counts.get(kind, 0) + 1
        return max(counts, key=lambda kind: counts[kind]) if counts else ItemKind.NOUN

    def _measures(self, words: Words, children: Sequence[int], last: Subject) -> ItemList | None:
        """Thresholds that stand in the list: "heeft een oppervlakte van: a. ten minste ..."."""
        first = self._first_words(children[0])
        if first is None or not LIMIT.search(first.text[:_NEAR]):
            return None
        intro = _intro(words.text)
        found = clauses(Words(f"{intro} {first.text}"))
        if not found:
            return None
        subject = find_subject(self._cast, found[-1], last)
        norm = self._judge.judge(found[-1], subject)
        if norm is None:
            return None
        return ItemList(Items.EACH, subject, norm, intro, norm.addressee)

    def _inside_each(self, children: Sequence[int], parent: ItemList) -> ItemList:
        is_te = self.kind(children) is ItemKind.TE
        return replace(parent, items=Items.EACH if is_te else Items.PARTS)

    def _are_cases(self, words: Words, children: Sequence[int]) -> bool:
        """Whether each onderdeel says how it is done in a case: "indien ...: de grenswaarde"."""
        first = self._first_words(children[0])
        if first is None:
            return False
        if " als volgt" in words.text and not words.text.endswith(("gedefinieerd:", "omschreven:")):
            return first.part[-1] is not Word.COLON
        if first.low[0] not in _ON_CASE or Word.COLON not in first.part[1:-1]:
            return False
        says = first.low[first.part.index(Word.COLON) + 1]
        return first.low[1] != "zover" or says == "door"

    def _are_alternatives(self, children: Sequence[int]) -> bool:
        """Whether "of" joins the onderdelen: one duty that can be met in two ways."""
        ends = [words for words in map(self._first_words, children[:_MANY]) if words is not None]
        return len(ends) > 1 and ends[-2].low[-1] == "of"

    def _in_subclause(
        self, words: Words, opener: str, opened: ItemList, kind: ItemKind
    ) -> ItemList:
        """Each thing that somebody must see to is an action; conditions are none."""
        if opener == "dat":
            if opened.norm is None and not {"houdt", "houden"}.isdisjoint(words.low):
                return replace(opened, items=Items.EACH, norm=Norm(Sort.FIRM))
            is_clause = kind in (ItemKind.LAST, ItemKind.MAIN) or not _SO.isdisjoint(words.low)
            if words.low[-2:-1] in (["niet"], ["geen"]):
                return opened  # one ban in several cases
            if opened.norm is not None and is_clause and not _EACH_DAT.isdisjoint(words.low):
                is_one = "wijze" in words.low and not _SO.isdisjoint(words.low)
                return opened if is_one else replace(opened, items=Items.EACH)
        if opener in _ON_CONDITION and opened.norm is not None and words.low[-2:-1] == ["zij"]:
            is_demand = opened.norm.modality is Modality.BAN and opened.subject.who is Who.THING
            return replace(opened, items=Items.EACH if is_demand else Items.SKIP)
        return replace(opened, items=Items.SKIP)

    def _without_norm(self, words: Words, verb: int, opened: ItemList, kind: ItemKind) -> ItemList:
        if kind is ItemKind.GOES_ON:
            return replace(opened, items=Items.GO_ON, addressee=opened.subject.actor_name)
        if words.low[verb] in _SHALL and not _has_infinitive(words, verb):
            return replace(opened, items=Items.GO_ON, addressee=opened.subject.actor_name)
        if opened.subject.who is Who.AUTHORITY:
            return SKIPPED
        if words.low[verb] in _POWERS:
            is_last = verb == len(words) - 1 - words.text.endswith(":")
            return replace(opened, items=Items.GO_ON) if is_last else SKIPPED
        return _OWN if kind is ItemKind.MAIN else opened

    def _with_norm(
        self, words: Words, verb: int, norm: Norm, children: Sequence[int], kind: ItemKind
    ) -> Items:
        if kind is ItemKind.NOUN and self._demands_each(words, verb, norm, children):
            return Items.EACH
        if kind is ItemKind.TE:
            is_one = norm.modality is Modality.DUTY and self._are_alternatives(children)
            return Items.PARTS if is_one or _BINDS.isdisjoint(words.low[verb:]) else Items.EACH
        if words.low[verb] in _MODALS and not _has_infinitive(words, verb):
            return Items.EACH
        if norm.modality is Modality.BAN and self._begins_with(children, _QUALITIES):
            return Items.EACH
        if words.low[verb] in _OF_THINGS and self._begins_with(children, _RELATIVES):
            return Items.EACH  # "moet vervaardigd zijn van materiaal: a. dat ..."
        if kind is not ItemKind.MAIN and self._sets_measures(children):
            return Items.EACH
        if words.low[-2:-1] in _MANNERS and self._begins_with_preposition(children):
            return Items.EACH  # "moet geschieden: a. onder leiding van; b. met behulp van"
        if kind is ItemKind.MAIN and _SENTENCES_FOLLOW.search(words.text):
            is_demand = _DEMANDS.search(words.text) is not None
            return Items.OWN if is_demand or self._are_norms(children) else Items.PARTS
        if words.low[verb] in DUTY_OF_THING:
            return Items.PARTS  # "bevat: a. ..."
        if kind is ItemKind.GOES_ON and verb == len(words) - 1 - words.text.endswith(":"):
            return Items.GO_ON
        return Items.PARTS

    def _demands_each(self, words: Words, verb: int, norm: Norm, children: Sequence[int]) -> bool:
        """Whether a thing must have or meet each onderdeel, or each is a case of its own."""
        if self._equips(words, children):
            return True
        if norm.sort is not Sort.FIRM:
            return False
        meets = words.low[verb] in _MEETS and norm.addressee is None
        is_demand = meets and _DEMANDS.search(words.text) is not None
        is_duty = norm.modality is Modality.DUTY
        return is_demand or (is_duty and self._are_cases(words, children))

    def _equips(self, words: Words, children: Sequence[int]) -> bool:
        """Whether a list names things that must be there, and not what a label must say."""
        if not _EQUIPPED.search(words.text):
            return False
        first = self._first_words(children[0])
        return first is not None and not is_information(first.text)

    def _are_norms(self, children: Sequence[int]) -> bool:
        """Whether one of the first onderdelen lays down something of itself."""
        for child in children[:_MANY]:
            words = self._first_words(child)
            found = clauses(words) if words is not None else []
            if found and self._judge.judge(found[0], find_subject(self._cast, found[0], NOBODY)):
                return True
        return False

    def _begins_with(self, children: Sequence[int], words: frozenset[str]) -> bool:
        first = self._first_words(children[0])
        return first is not None and first.low[0] in words

    def _begins_with_preposition(self, children: Sequence[int]) -> bool:
        first = self._first_words(children[0])
        return first is not None and first.part[0] is Word.PREPOSITION

    def _sets_measures(self, children: Sequence[int]) -> bool:
        """Whether the first onderdelen each begin with a date or a quantity."""
        firsts = [self._first_words(child) for child in children[:2]]
        return all(words is not None and _MEASURED.match(words.text) for words in firsts)

    def _without_verb(
        self, words: Words, parent: ItemList | None, kind: ItemKind, last: Subject
    ) -> ItemList:
        """A list after a subject alone ("De werkgever:"), or after a part of a sentence."""
        if open_at_end(words) is not None:
            return SKIPPED
        if parent is not None and parent.items in (Items.VERBS, Items.GO_ON):
            return replace(parent, intro=_intro(f"{parent.intro} {words.text}"))
        if words.part[0] in (Word.PREPOSITION, Word.ADVERB) and kind is ItemKind.GOES_ON:
            return ItemList(Items.GO_ON, last, None, _intro(words.text))
        if words.low[-3:-1] == ["is", "van"] and Word.OPENER in words.part:
            return SKIPPED  # "Aan de ondernemer die lid is van: a. ..."
        if words.part[0] in (Word.PREPOSITION, Word.ADVERB, Word.OPENER):
            return _OWN
        subject = subject_at(self._cast, words, 0, len(words))
        if subject.who is Who.THING and not words.text.endswith(":"):
            return _OWN
        intro = _intro(words.text)
        return ItemList(Items.VERBS, subject, None, intro, subject.actor_name)


def _intro(text: str) -> str:
    """Return the words before a list, for its items to go on with."""
    return text[:_LONGEST].rstrip(" :")


def _has_infinitive(words: Words, verb: int) -> bool:
    """Whether the verb that an auxiliary leans on stands before the list already."""
    infinitives = (Word.PLURAL, Word.LAST_PLURAL)
    return any(
        words.part[at] in infinitives or words.low[at] in _INFINITIVES
        for at in range(verb + 1, len(words))
    )


def _kind_of(words: Words) -> ItemKind:
    part, low = words.part, words.low
    size = len(low)
    while size > 1 and part[size - 1] in (Word.COMMA, Word.JOINER, Word.COLON):
        size -= 1
    if (part[0] in (Word.FINITE, Word.EITHER) or low[0] in _AUXILIARIES) and size > 1:
        return ItemKind.GOES_ON
    if _ends_in_te(words, size):
        return ItemKind.TE
    verb = main_verb(words, 0)
    if verb is None:
        is_noun = part[0] is Word.DETERMINER or not looks_like_participle(low[size - 1])
        return ItemKind.NOUN if is_noun else ItemKind.GOES_ON
    return ItemKind.LAST if verb >= size - 2 and verb > 0 else ItemKind.MAIN


_TAIL = 4
"""So near its end an infinitive ends an onderdeel, whatever came before."""


def _ends_in_te(words: Words, size: int) -> bool:
    low, part = words.low, words.part
    opened = False
    for index in range(size - 1):
        if part[index] is Word.OPENER:
            opened = opened or not index or opens(words, index, 0)
        if low[index] != "te" or (opened and index < size - _TAIL):
            continue
        if part[index + 1] in (Word.PLURAL, Word.LAST_PLURAL, Word.OTHER):
            return low[index + 1].endswith("n")
    return False
