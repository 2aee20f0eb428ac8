"""How the onderdelen of a list go with the words before it, for the norms they lay down."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from checker.legal_text.addressees import Cast, Who
from checker.legal_text.clauses import clauses
from checker.legal_text.finite import main_verb, open_at_end
from checker.legal_text.information import is_information
from checker.legal_text.norm_terms import DUTY_OF_THING
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
    r"\b(?:voorzien van|uitgerust met|aanwezig|beschik(?:t|ken) over)(?: [^:,.]{1,40})?:\s*$"
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
)
_QUALITIES = frozenset({"met", "waarvan", "waarin", "waaraan"})
"""How the qualities begin that a product must have to bear a name."""
_MODALS = frozenset({"moet", "moeten", "mag", "mogen", "zal", "zullen"})
_INFINITIVES = frozenset({"zijn", "worden", "hebben", "kunnen"})
_POWERS = frozenset({"kan", "kunnen", "mag", "mogen"})
_SEES_TO = frozenset({"zorg", "zorgt", "zorgen"})
_BINDS = frozenset(
    {"verplicht", "gehouden", "verboden", "dient", "dienen", "moet", "moeten", "toegestaan", "zorg"}
)
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
            return self._without_verb(words, parent)
        subject = find_subject(self._cast, found[-1], last)
        norm = self._judge.judge(found[-1], subject)
        if norm is None and kind is ItemKind.NOUN and words.low[found[-1].verb] in _MEASURES:
            return self._measures(words, children, last) or replace(_PARTICULARS, subject=subject)
        opened = ItemList(
            Items.PARTS, subject, norm, words.text.rstrip(" :"), norm.addressee if norm else None
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
        if first is None:
            return None
        intro = words.text.rstrip(" :")
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

    def _in_subclause(
        self, words: Words, opener: str, opened: ItemList, kind: ItemKind
    ) -> ItemList:
        """Each thing that somebody must see to is an action; conditions are none."""
        if opener == "dat":
            if opened.norm is None and not {"houdt", "houden"}.isdisjoint(words.low):
                return replace(opened, items=Items.EACH, norm=Norm(Sort.UNNAMED))
            is_clause = kind in (ItemKind.LAST, ItemKind.MAIN)
            if opened.norm is not None and is_clause and not _SEES_TO.isdisjoint(words.low):
                return replace(opened, items=Items.EACH)
        return replace(opened, items=Items.SKIP)

    def _without_norm(self, words: Words, verb: int, opened: ItemList, kind: ItemKind) -> ItemList:
        if kind is ItemKind.GOES_ON:
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
        if kind is ItemKind.NOUN and self._equips(words, children):
            return Items.EACH
        if kind is ItemKind.TE:
            return Items.PARTS if _BINDS.isdisjoint(words.low[verb:]) else Items.EACH
        if words.low[verb] in _MODALS and not _has_infinitive(words, verb):
            return Items.EACH
        if norm.modality is Modality.BAN and self._names_qualities(children):
            return Items.EACH
        if kind is ItemKind.MAIN and _SENTENCES_FOLLOW.search(words.text):
            is_demand = _DEMANDS.search(words.text) is not None
            return Items.OWN if is_demand or self._are_norms(children) else Items.PARTS
        if words.low[verb] in DUTY_OF_THING:
            return Items.PARTS  # "bevat: a. ..."
        if kind is ItemKind.GOES_ON and verb == len(words) - 1 - words.text.endswith(":"):
            return Items.GO_ON
        return Items.PARTS

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

    def _names_qualities(self, children: Sequence[int]) -> bool:
        first = self._first_words(children[0])
        return first is not None and first.low[0] in _QUALITIES

    def _without_verb(self, words: Words, parent: ItemList | None) -> ItemList:
        """A list after a subject alone ("De werkgever:"), or after a part of a sentence."""
        if open_at_end(words) is not None:
            return SKIPPED
        if parent is not None and parent.items in (Items.VERBS, Items.GO_ON):
            return replace(parent, intro=f"{parent.intro} {words.text}".rstrip(" :"))
        if words.part[0] in (Word.PREPOSITION, Word.ADVERB, Word.OPENER):
            return _OWN
        subject = subject_at(self._cast, words, 0, len(words))
        if subject.who is Who.THING and not words.text.endswith(":"):
            return _OWN
        intro = words.text.rstrip(" :")
        return ItemList(Items.VERBS, subject, None, intro, subject.actor_name)


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
    if part[0] in (Word.FINITE, Word.EITHER) and size > 1:
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
        opened = opened or part[index] is Word.OPENER
        if low[index] != "te" or (opened and index < size - _TAIL):
            continue
        if part[index + 1] in (Word.PLURAL, Word.LAST_PLURAL, Word.OTHER):
            return low[index + 1].endswith("n")
    return False
