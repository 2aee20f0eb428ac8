"""Duties, bans, permit requirements and permissions in a legal text.

Dutch law states a duty in the plain present ("De werkgever registreert"), so a duty is what is
left of the main clauses when what states something else is taken out: powers, definitions, legal
effects, sums. Who acts decides whom it binds; where nobody is named, what is done decides.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from checker.legal_text.addressees import Cast, Who
from checker.legal_text.clauses import (
    Clause,
    Words,
    clauses,
    main_verb,
    open_at_end,
    opens,
    phrase_end,
)
from checker.legal_text.information import REACH, is_information
from checker.legal_text.norms import Judge, Norm, Sort, Subject, is_official_title
from checker.legal_text.verbs import Word
from checker.models.legal_text import LegalText, Part, Provision, ProvisionKind, Sentence
from checker.models.text_facts import Duty, DutyKind, Modality, Passage
from checker.legal_text.wordlists import listed


@dataclass(frozen=True, slots=True)
class Duties:
    """What a text lays down, by whom it binds, each in the order of the text."""

    on_firms: tuple[Duty, ...] = ()
    """Duties, bans and permit requirements."""
    permissions: tuple[Duty, ...] = ()
    on_authorities: tuple[Duty, ...] = ()


def find_duties(text: LegalText) -> Duties:
    """Return the duties of the body of ``text``."""
    found: dict[Sort, list[Duty]] = {sort: [] for sort in Sort}
    finder = _Finder(text)
    every = list(finder.duties())
    for sort, duty in every:
        bound = finder.judge.mostly if sort is Sort.UNNAMED else sort
        found[bound].append(replace(duty, by_authority=bound is Sort.AUTHORITY))
    return Duties(
        tuple(found[Sort.FIRM]), tuple(found[Sort.PERMISSION]), tuple(found[Sort.AUTHORITY])
    )


def with_sanctions(duties: Iterable[Duty], articles: frozenset[str]) -> tuple[Duty, ...]:
    """Mark the duties of the articles that a sanction provision points to."""
    return tuple(
        replace(duty, sanctioned=True) if duty.at.article in articles else duty for duty in duties
    )


class _Items(Enum):
    """How the onderdelen of a list go with the words before it."""

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


@dataclass(slots=True)
class _List:
    """A list that is open."""

    items: _Items
    subject: Subject = Subject((), Who.THING)
    norm: Norm | None = None
    intro: str = ""
    addressee: str | None = None


_NO_SUBJECT = Subject((), Who.THING)
_SENTENCE_KINDS = (ProvisionKind.TEXT, ProvisionKind.ITEM, ProvisionKind.TAIL)
_DEFINES = re.compile(
    r"verstaa[nt]\b|wordt gelezen|worden gelezen|mede begrepen|gelijkgesteld|aangemerkt als"
    r"|komt overeen",
)
_TERM = re.compile(r"[^:;.]{2,60}:\s")
_EQUIPPED = re.compile(
    r"\b(?:voorzien van|uitgerust met|aanwezig|beschik(?:t|ken) over)(?: [^:,.]{1,40})?:\s*$"
)
"""Of each thing in the list a requirement that can be broken alone."""
_REFERS = ("toepassing.", "toepassing;", "gewijzigd.", "andere regelgeving.")
_RULES_FIRST = ("Artikel", "De artikelen", "Het ", "Dit ", "Deze ", "Hoofdstuk", "Bevat", "Wijzigt", "Op ")
_QUALITIES = frozenset({"met", "waarvan", "waarin", "waaraan"})
"""How the qualities begin that a product must have to bear a name."""
_POWERS = frozenset({"kan", "kunnen", "mag", "mogen"})
_SENTENCES_FOLLOW = re.compile(
    r"\b(?:eis(?:en)?|voorschrift(?:en)?|voorwaarden?|regels?|bepalingen|verplichtingen"
    r"|als volgt|beperkingen|in acht)\b[^:]{0,80}:?\s*$",
    re.IGNORECASE,
)
_CONDITIONS = listed(
    """
    indien als wanneer mits tenzij zodra zover voorzover ingeval
    """
)


class _Finder:
    """Goes through the body lid by lid."""

    def __init__(self, text: LegalText) -> None:
        self.text = text
        self.cast = Cast(text)
        self.judge = Judge(self.cast, official=is_official_title(text.title))
        self.last = _NO_SUBJECT
        self.article: str | None = None
        self.read: dict[int, Words] = {}
        self.sentences: dict[int, list[Sentence]] = {}
        for sentence in text.sentences:
            self.sentences.setdefault(sentence.provision, []).append(sentence)

    def duties(self) -> Iterator[tuple[Sort, Duty]]:
        for lid in self._leden():
            article = self.text.provisions[lid[0]].article
            if article != self.article:
                self.article, self.last = article, _NO_SUBJECT
            yield from self._lid(lid)

    def _leden(self) -> Iterator[list[int]]:
        """Return the provisions of each paragraph with its list."""
        lid: list[int] = []
        for index, provision in enumerate(self.text.provisions):
            if provision.part is not Part.BODY or provision.kind not in _SENTENCE_KINDS:
                continue
            if provision.kind is ProvisionKind.TEXT and lid:
                yield lid
                lid = []
            if not provision.amending:
                lid.append(index)
        if lid:
            yield lid

    # --- a lid and its lists ---------------------------------------------------------------

    def _lid(self, lid: Sequence[int]) -> Iterator[tuple[Sort, Duty]]:
        self.read.clear()
        self.judge.near = None
        lists: dict[int, _List] = {}
        for position, index in enumerate(lid):
            depth = self._depth(index)
            for deeper in [d for d in lists if d >= depth]:
                if deeper > 0 or depth > 0:
                    del lists[deeper]
            around = max((d for d in lists if d < depth), default=None)
            parent = lists[around] if around is not None else None
            children = self._children(lid, position, depth)
            for norm_duty in self._provision(index, parent, children, lists, depth):
                yield norm_duty

    def _depth(self, index: int) -> int:
        provision = self.text.provisions[index]
        if provision.kind is not ProvisionKind.ITEM:
            return 0
        return 1 + (provision.item or "").count(".")

    def _children(self, lid: Sequence[int], position: int, depth: int) -> list[int]:
        """Return the onderdelen right below a provision."""
        found = []
        level = None
        for index in lid[position + 1 :]:
            below = self._depth(index)
            if below <= depth:
                break
            level = level or below
            if below == level:
                found.append(index)
        return found

    def _provision(
        self,
        index: int,
        parent: _List | None,
        children: list[int],
        lists: dict[int, _List],
        depth: int,
    ) -> Iterator[tuple[Sort, Duty]]:
        provision = self.text.provisions[index]
        sentences = self.sentences.get(index, [])
        for number, sentence in enumerate(sentences):
            opens = number == len(sentences) - 1 and bool(children)
            way = parent.items if parent is not None and number == 0 else _Items.OWN
            if parent is not None and parent.items is _Items.SKIP:
                if opens:
                    lists[depth] = _List(_Items.SKIP)
                continue
            if way is _Items.OWN and not opens and self._says_nothing(sentence):
                continue
            if way is _Items.PARTS and not opens and not self._may_stand_alone(sentence):
                continue
            words = self._read(sentence)
            if not words.low:
                continue
            if opens and way is _Items.EACH and parent is not None:
                if self._kind(children) == "te":
                    lists[depth] = _List(way, parent.subject, parent.norm, "", parent.addressee)
                    continue
                lists[depth] = _List(_Items.PARTS)
            elif opens:
                lists[depth] = opened = self._open(words, children, parent, way)
                if opened.norm is None or opened.items in (_Items.EACH, _Items.VERBS, _Items.GO_ON):
                    if opened.items is not _Items.OWN or opened.norm is None:
                        continue
            yield from self._sentence(sentence, words, provision, parent, way, children if opens else [])

    def _sentence(
        self,
        sentence: Sentence,
        words: Words,
        provision: Provision,
        parent: _List | None,
        way: _Items,
        children: list[int],
    ) -> Iterator[tuple[Sort, Duty]]:
        end = sentence.end
        if children:
            end = max(self.text.provisions[child].end for child in children)
        if provision.kind is ProvisionKind.ITEM and _TERM.match(words.text) and way is _Items.OWN and parent is None:
            return
        match way:
            case _Items.PARTS if self._stands_alone(words):
                yield from self._clauses(sentence, words, provision, end)
            case _Items.PARTS | _Items.SKIP:
                return
            case _Items.EACH:
                assert parent is not None
                if parent.norm is not None:
                    clause = Clause(words, 0, None, True, 0, len(words))
                    for first, until in _spans(_te_actions(clause, bound=True), words, sentence.start, end):
                        yield self._duty(provision, parent.norm, first, until, parent.addressee)
            case _Items.VERBS:
                assert parent is not None
                yield from self._with_subject(sentence, words, provision, parent, end)
            case _Items.GO_ON:
                assert parent is not None
                yield from self._going_on(sentence, words, provision, parent, end)
            case _Items.OWN:
                yield from self._clauses(sentence, words, provision, end)

    def _read(self, sentence: Sentence) -> Words:
        words = self.read.get(sentence.start)
        if words is None:
            words = self.read[sentence.start] = Words(
                self.text.text[sentence.start : sentence.end]
            )
        return words

    def _says_nothing(self, sentence: Sentence) -> bool:
        """Whether a sentence is one of the commonest that lay down no norm, at a glance."""
        end = self.text.text[max(sentence.start, sentence.end - 40) : sentence.end]
        if end.endswith(_REFERS):
            return self.text.text.startswith(_RULES_FIRST, sentence.start)
        return "aangehaald als" in self.text.text[sentence.start : sentence.start + 90]

    def _may_stand_alone(self, sentence: Sentence) -> bool:
        text = self.text.text[sentence.start : sentence.end]
        return text[0].isupper() and text[-1] == "." and not set(text) & set("“”\"")

    def _stands_alone(self, words: Words) -> bool:
        """Whether an onderdeel that should be a particular tells somebody to do something."""
        found = clauses(words)
        if not found or found[0].inverted:
            return False
        return self.judge.subject(found[0], _NO_SUBJECT).who is Who.FIRM

    def _clauses(
        self, sentence: Sentence, words: Words, provision: Provision, end: int
    ) -> Iterator[tuple[Sort, Duty]]:
        if "verstaan" in words.low:
            return
        found = clauses(words)
        if len(found) > 1 and words.low[found[0].verb] in ("is", "zijn"):
            found = [replace(found[0], end=len(words))]
        for number, clause in enumerate(found):
            subject = self.judge.subject(clause, self.last)
            self._note(subject)
            norm = self.judge.judge(clause, subject)
            if norm is None:
                continue
            begin = _begin(clause, norm)
            stop = end
            if number + 1 < len(found):
                stop = sentence.start + words.start(found[number + 1].first)
            parts = _te_actions(clause) if norm.modality is not Modality.PERMISSION else [begin]
            parts = [begin, *parts[1:]]
            for first, until in _spans(parts, words, sentence.start, stop):
                yield self._duty(provision, norm, first, until, norm.addressee)

    def _with_subject(
        self, sentence: Sentence, words: Words, provision: Provision, parent: _List, end: int
    ) -> Iterator[tuple[Sort, Duty]]:
        """An onderdeel that begins with the verb of the subject before the list."""
        starts = words.part[0] in (Word.FINITE, Word.EITHER, Word.PLURAL)
        verb = 0 if starts else main_verb(words, 0)
        if verb is None:
            return
        clause = Clause(words, verb, None, True, 0, len(words))
        norm = self.judge.judge(clause, parent.subject)
        if norm is not None:
            yield self._duty(provision, norm, sentence.start, end, parent.addressee)

    def _going_on(
        self, sentence: Sentence, words: Words, provision: Provision, parent: _List, end: int
    ) -> Iterator[tuple[Sort, Duty]]:
        joined = Words(f"{parent.intro} {words.text}")
        found = clauses(joined)
        if not found:
            return
        clause = found[0]
        norm = self.judge.judge(clause, self.judge.subject(clause, self.last))
        if norm is not None:
            yield self._duty(provision, norm, sentence.start, end, parent.addressee)

    def _note(self, subject: Subject) -> None:
        """Remember who was named last."""
        if subject.who in (Who.FIRM, Who.AUTHORITY, Who.CITIZEN):
            self.last = subject
            self.judge.named(subject.who)

    # --- the words before a list -----------------------------------------------------------

    def _open(self, words: Words, children: list[int], parent: _List | None, way: _Items) -> _List:
        """Decide how a list goes with the words before it."""
        if _DEFINES.search(words.text):
            return _List(_Items.SKIP)
        opener = open_at_end(words)
        if way is _Items.PARTS:
            return _List(_Items.PARTS)
        found = clauses(words)
        if words.part[0] is Word.OPENER and self._kind(children) == "goes_on":
            return _List(_Items.OWN)  # "Indien ...: a. meldt hij; b. ..."
        if not found:
            return self._open_without_verb(words, opener, parent, way)
        clause = found[-1]
        subject = self.judge.subject(clause, self.last)
        self._note(subject)
        norm = self.judge.judge(clause, subject)
        name = norm.addressee if norm else None
        intro = words.text.rstrip(" :")
        if opener is not None:
            sees_to = "zorg" in words.low or "zorgt" in words.low or "zorgen" in words.low
            if opener == "dat" and norm is None and {"houdt", "houden"} & set(words.low):
                return _List(_Items.EACH, subject, Norm(Sort.UNNAMED), intro, None)
            if opener == "dat" and sees_to and norm is not None and self._kind(children) in ("last", "main"):
                return _List(_Items.EACH, subject, norm, intro, name)
            return _List(_Items.SKIP, subject, norm, intro, name)
        kind = self._kind(children)
        if kind == "noun" and norm is not None and self._equips(words, children):
            return _List(_Items.EACH, subject, norm, intro, name)
        if kind != "te" and norm is not None and norm.modality is Modality.BAN:
            first = self._read(self.sentences[children[0]][0]) if self.sentences.get(children[0]) else None
            if first is not None and first.low[:1] and first.low[0] in _QUALITIES:
                return _List(_Items.EACH, subject, norm, intro, name)
        if kind == "te" and norm is not None and _BINDS & set(words.low[clause.verb :]):
            return _List(_Items.EACH, subject, norm, intro, name)
        if kind == "goes_on" and norm is None:
            return _List(_Items.GO_ON, subject, None, intro, _actor_name(subject))
        if norm is None and (subject.who is Who.AUTHORITY or words.low[clause.verb] in _POWERS):
            return _List(_Items.SKIP)
        if kind == "main" and (norm is None or _SENTENCES_FOLLOW.search(words.text)):
            return _List(_Items.OWN, subject, None, intro, name)
        if kind == "goes_on" and clause.verb == len(words) - 1 - words.text.endswith(":"):
            return _List(_Items.GO_ON, subject, None, intro, _actor_name(subject))
        return _List(_Items.PARTS, subject, norm, intro, name)

    def _equips(self, words: Words, children: Sequence[int]) -> bool:
        """Whether a list names things that must be there, and not what a label must say."""
        if not _EQUIPPED.search(words.text):
            return False
        first = self.text.provisions[children[0]]
        return not is_information(self.text.text[first.start : first.end])

    def _open_without_verb(
        self, words: Words, opener: str | None, parent: _List | None, way: _Items
    ) -> _List:
        if opener is not None:
            return _List(_Items.SKIP)
        if way in (_Items.EACH, _Items.VERBS, _Items.GO_ON) and parent is not None:
            return _List(way, parent.subject, parent.norm, f"{parent.intro} {words.text}".rstrip(" :"), parent.addressee)
        if words.part[0] in (Word.PREPOSITION, Word.ADVERB, Word.OPENER):
            return _List(_Items.OWN)
        end = phrase_end(words, 0, len(words))
        phrase = tuple(words.low[:end])
        subject = Subject(phrase, self.cast.who(phrase), 0, end, words)
        if subject.who is Who.THING and not words.text.rstrip().endswith(":"):
            return _List(_Items.OWN)
        actor = subject.who in (Who.FIRM, Who.AUTHORITY)
        return _List(
            _Items.VERBS, subject, None, words.text.rstrip(" :"), subject.name if actor else None
        )

    def _kind(self, children: Sequence[int]) -> str:
        """Return what most onderdelen are: noun, te, verb, last, main."""
        counts: dict[str, int] = {}
        for child in children[:12]:
            sentences = self.sentences.get(child)
            if sentences:
                first = sentences[0]
                kind = _item_kind(self._read(first))
                counts[kind] = counts.get(kind, 0) + 1
        return max(counts, key=lambda kind: counts[kind]) if counts else "noun"

    # --- putting it down -------------------------------------------------------------------

    def _duty(
        self, provision: Provision, norm: Norm, start: int, end: int, addressee: str | None
    ) -> tuple[Sort, Duty]:
        while end > start and self.text.text[end - 1] in " ,;:.\n":
            end -= 1
        passage = Passage(
            start, end, provision.article, provision.lid, provision.item, provision.inserted_article
        )
        quote = self.text.text[start : min(end, start + REACH)]
        kind = DutyKind.INFORMATION if is_information(quote) else DutyKind.SUBSTANTIVE
        return norm.sort, Duty(passage, addressee, norm.modality, kind)


def _actor_name(subject: Subject) -> str | None:
    return subject.name if subject.who in (Who.FIRM, Who.AUTHORITY) else None


def _item_kind(words: Words) -> str:
    part, low = words.part, words.low
    size = len(low)
    while size > 1 and part[size - 1] in (Word.COMMA, Word.JOINER, Word.COLON):
        size -= 1
    if not low:
        return "noun"
    if part[0] in (Word.FINITE, Word.EITHER) and size > 1:
        return "goes_on"
    if _ends_in_te(words, size):
        return "te"
    verb = main_verb(words, 0)
    if verb is None:
        return "goes_on" if _PARTICIPLE_LIKE.search(low[size - 1]) and part[0] is not Word.DETERMINER else "noun"
    if verb >= size - 2 and verb > 0:
        return "last"
    return "main"


_PARTICIPLE_LIKE = re.compile(
    r"^(?:ge|be|ver|aan|af|op|in|uit|over|voor|mede|toe|bij|onder)\w+(?:d|t|en)$"
)


def _ends_in_te(words: Words, size: int) -> bool:
    low, part = words.low, words.part
    depth = 0
    for index in range(size - 1):
        if part[index] is Word.OPENER:
            depth += 1
        if low[index] == "te" and part[index + 1] in (Word.PLURAL, Word.LAST_PLURAL, Word.OTHER):
            if depth == 0 or index >= size - 4:
                return low[index + 1].endswith("n")
    return False


_BINDS = frozenset(
    {"verplicht", "gehouden", "verboden", "dient", "dienen", "moet", "moeten", "toegestaan", "zorg"}
)
_BOUND = frozenset({"verplicht", "gehouden", "verboden"})
_PURPOSE = frozenset({"om", "teneinde", "alvorens"})


def _spans(parts: list[int], words: Words, offset: int, end: int) -> Iterator[tuple[int, int]]:
    """Turn the first words of actions into stretches of the text."""
    starts = [offset + words.start(part) for part in parts]
    yield from zip(starts, [*starts[1:], end], strict=True)


def _te_actions(clause: Clause, *, bound: bool = False) -> list[int]:
    """Return where each action begins of those that "verplicht" joins by "en" or a comma."""
    words = clause.words
    low, part = words.low, words.part
    begin = clause.verb
    if not bound and not _BOUND & set(low[clause.verb : clause.verb + 12]):
        return [begin]
    actions = [begin]
    complete = opened = purpose = False
    for index in range(clause.verb + 1, clause.end - 2):
        if part[index] is Word.OPENER and opens(words, index, 0):
            opened = True
        purpose = purpose or low[index] in _PURPOSE
        if low[index] == "te" and low[index + 1].endswith("n"):
            complete = complete or not purpose
            purpose = False
            continue
        joins = part[index] is Word.COMMA or low[index] in ("en", "alsmede")
        if complete and joins and not opened and _te_follows(words, index + 1, clause.end):
            if part[index + 1] not in (Word.JOINER, Word.COMMA):
                actions.append(index + 1)
                complete = False
    return actions


def _te_follows(words: Words, first: int, end: int) -> bool:
    """Whether another "te ..." comes before a subclause begins."""
    for index in range(first, end - 1):
        if words.low[index] in _PURPOSE or (
            words.part[index] is Word.OPENER and opens(words, index, 0)
        ):
            return False
        if words.low[index] == "te":
            return words.low[index + 1].endswith("n")
    return False


def _begin(clause: Clause, norm: Norm) -> int:
    """Return the first word of a duty: its addressee or its verb, whichever comes first."""
    if norm.first is not None and clause.first <= norm.first < clause.verb:
        return norm.first
    if clause.subject is not None and clause.first <= clause.subject[0] < clause.verb:
        return clause.subject[0]
    return max(clause.verb, 0)
