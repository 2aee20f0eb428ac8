"""Duties, bans, permit requirements and permissions in a legal text.

Dutch law states a duty in the plain present ("De werkgever registreert"), so a duty is what is
left of the main clauses when what states something else is taken out: powers, definitions, legal
effects, sums. Who acts decides whom it binds; where nobody is named, what is done decides.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from checker.legal_text.actions import first_word, te_actions
from checker.legal_text.addressees import Cast, Who
from checker.legal_text.clauses import Clause, clause_at, clauses, joined
from checker.legal_text.finite import main_verb
from checker.legal_text.information import REACH, asks_information
from checker.legal_text.item_lists import SKIPPED, ItemList, Items, ListReader
from checker.legal_text.norms import Judge, Norm, Sort, is_official_title
from checker.legal_text.sentence_words import Words
from checker.legal_text.subjects import (
    NOBODY,
    PEOPLE,
    Subject,
    find_subject,
    of_subclause,
    subject_at,
)
from checker.legal_text.verbs import AUXILIARIES, Word
from checker.models.legal_text import LegalText, Part, Provision, ProvisionKind, Sentence
from checker.models.text_facts import Duty, DutyKind, Modality, Passage


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
    for sort, duty in _Finder(text).duties():
        found[sort].append(duty)
    return Duties(
        tuple(found[Sort.FIRM]), tuple(found[Sort.PERMISSION]), tuple(found[Sort.AUTHORITY])
    )


_SENTENCE_KINDS = (ProvisionKind.TEXT, ProvisionKind.ITEM, ProvisionKind.TAIL)
_TERM = re.compile(r"[^:;.]{2,60}:\s")
_REFERS = ("toepassing.", "toepassing;", "gewijzigd.", "andere regelgeving.")
_RULES_FIRST = (
    "Artikel", "De artikelen", "Het ", "Dit ", "Deze ", "Hoofdstuk", "Bevat", "Wijzigt", "Op ",
)  # fmt: skip
_NEXT_CLAUSE = re.compile(r";\s+(?=(?:de|het|een|deze|dit|hij|zij|indien|elke?|in|bij|voor) )")
_MOST_PIECES = 20
_QUOTES = frozenset('“”"')
_BEGINS_VERB = (Word.FINITE, Word.EITHER, Word.PLURAL)

_Found = Iterator[tuple[Sort, Duty]]


@dataclass(slots=True)
class _Place:
    """A sentence with its provision, and how far what it lays down goes."""

    sentence: Sentence
    provision: Provision
    end: int
    """After the onderdelen that are part of it."""


def _depth(provision: Provision) -> int:
    """Return how deep in lists a provision stands; 0 outside any."""
    if provision.kind is not ProvisionKind.ITEM:
        return 0
    return 1 + (provision.item or "").count(".")


def _children(lid: Sequence[int], depths: Sequence[int]) -> list[list[int]]:
    """Return for each provision of a lid the onderdelen right below it."""
    found: list[list[int]] = [[] for _ in lid]
    levels = [0] * len(lid)
    above: list[int] = []
    for position, depth in enumerate(depths):
        while above and depths[above[-1]] >= depth:
            above.pop()
        if above:
            parent = above[-1]
            levels[parent] = levels[parent] or depth
            if depth == levels[parent]:
                found[parent].append(lid[position])
        above.append(position)
    return found


class _Finder:
    """Goes through the body lid by lid."""

    def __init__(self, text: LegalText) -> None:
        self.text = text
        self.cast = Cast(text)
        self.judge = Judge(self.cast, official=is_official_title(text.title))
        self.lists = ListReader(self.cast, self.judge, self._first_words)
        self.last = NOBODY
        """Who was named last in the article."""
        self.article: str | None = None
        self.open: list[tuple[int, ItemList]] = []
        """The lists that are open in the lid, with how deep each stands."""
        self.read: dict[int, Words] = {}
        self.sentences: dict[int, list[Sentence]] = {}
        for sentence in text.sentences:
            self.sentences.setdefault(sentence.provision, []).append(sentence)

    def duties(self) -> _Found:
        for lid in self._leden():
            article = self.text.provisions[lid[0]].article
            if article != self.article:
                self.article, self.last = article, NOBODY
            self.read.clear()
            self.open.clear()
            self.judge.near = self.judge.agent = None
            self.judge.before = self.last.who
            depths = [_depth(self.text.provisions[index]) for index in lid]
            for index, depth, below in zip(lid, depths, _children(lid, depths), strict=True):
                yield from self._provision(index, depth, below)

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

    def _provision(self, index: int, depth: int, children: list[int]) -> _Found:
        provision = self.text.provisions[index]
        while depth and self.open and self.open[-1][0] >= depth:
            self.open.pop()
        parent = self.open[-1][1] if depth and self.open else None
        sentences = self.sentences.get(index, [])
        if not depth and not children:
            sentences = [piece for sentence in sentences for piece in self._pieces(sentence)]
        for number, sentence in enumerate(sentences):
            opens = children if number == len(sentences) - 1 else []
            if parent is not None and parent.items is Items.SKIP:
                self.open.append((depth, SKIPPED))
                break
            around = parent if number == 0 else None
            if not opens and self._is_idle(sentence, around):
                continue
            words = self._words(sentence)
            if words.low:
                if opens:
                    self._open(words, depth, around, opens)
                yield from self._sentence(sentence, words, provision, around, opens)

    def _open(self, words: Words, depth: int, parent: ItemList | None, children: list[int]) -> None:
        opened = self.lists.open(words, children, parent, self.last)
        self.open.append((depth, opened))
        self._note(opened.subject)

    def _pieces(self, sentence: Sentence) -> list[Sentence]:
        """Part a sentence at each semicolon that another main clause follows."""
        text = self.text.text
        if text.find(";", sentence.start, sentence.end) < 0:
            return [sentence]
        found, start = [], sentence.start
        marks = _NEXT_CLAUSE.finditer(text, sentence.start, sentence.end)
        for mark in islice(marks, _MOST_PIECES):
            if clauses(Words(text[mark.end() : sentence.end])):
                found.append(replace(sentence, start=start, end=mark.start() + 1))
                start = mark.end()
        return [*found, replace(sentence, start=start)] if found else [sentence]

    def _sentence(
        self,
        sentence: Sentence,
        words: Words,
        provision: Provision,
        parent: ItemList | None,
        children: list[int],
    ) -> _Found:
        end = sentence.end
        if children:
            opened = self.open[-1][1]
            is_item = parent is not None and parent.items is Items.EACH
            if not (opened.is_own_entry or (is_item and opened.items is Items.PARTS)):
                place = _Place(sentence, provision, end)
                if parent is None and opened.norm is not None and opened.items is Items.OWN:
                    yield from self._clauses(words, place, whole=False)
                elif parent is not None and parent.items is Items.VERBS:
                    yield from self._item(words, place, parent)
                return
            end = self.text.provisions[children[-1]].end
        place = _Place(sentence, provision, end)
        if parent is None:
            is_term = provision.kind is ProvisionKind.ITEM and _TERM.match(words.text)
            if not is_term:
                yield from self._clauses(words, place)
        else:
            yield from self._item(words, place, parent)

    def _is_idle(self, sentence: Sentence, parent: ItemList | None) -> bool:
        """Whether a sentence cannot lay down a norm, at a glance."""
        text = self.text.text
        if parent is None:
            if text.endswith(_REFERS, sentence.start, sentence.end):
                return text.startswith(_RULES_FIRST, sentence.start)
            return text.find("aangehaald als", sentence.start, sentence.start + 90) >= 0
        if parent.items is Items.PARTS:
            words = text[sentence.start : sentence.end]
            stands = words[0].isupper() and words[-1] == "." and _QUOTES.isdisjoint(words)
            return not stands
        return False

    def _words(self, sentence: Sentence) -> Words:
        words = self.read.get(sentence.start)
        if words is None:
            words = Words(self.text.text[sentence.start : sentence.end])
            self.read[sentence.start] = words
        return words

    def _first_words(self, provision: int) -> Words | None:
        sentences = self.sentences.get(provision)
        words = self._words(sentences[0]) if sentences else None
        return words if words is not None and words.low else None

    def _note(self, subject: Subject) -> None:
        """Remember who was named last."""
        if subject.who in PEOPLE:
            self.last = subject
            self.judge.named(subject.who)

    # --- sentences and onderdelen ----------------------------------------------------------

    def _clauses(self, words: Words, place: _Place, *, whole: bool = True) -> _Found:
        """Give what the clauses of a sentence lay down; not ``whole``: without the last."""
        if "verstaan" in words.low and "waaronder" not in words.low:
            return
        found = clauses(words)[: None if whole else -1]
        for number, clause in enumerate(found):
            subject = find_subject(self.cast, clause, self.last)
            self._note(subject)
            if subject.who not in PEOPLE and clause.first == 0:
                led = of_subclause(self.cast, words, clause.verb)
                self.judge.named(led.who if led is not None else Who.THING)
            norm = self.judge.judge(clause, subject)
            if norm is None:
                continue
            is_last = number + 1 == len(found)
            end = place.end
            if not is_last:
                end = place.sentence.start + words.start(found[number + 1].first)
            yield from self._actions(clause, norm, place, end)

    def _actions(self, clause: Clause, norm: Norm, place: _Place, end: int) -> _Found:
        """Give an entry for each action that a norm asks."""
        begin = first_word(clause, norm)
        others = () if norm.modality is Modality.PERMISSION else te_actions(clause)
        words = clause.words
        asked = begin if norm.addressee is None else max(begin, clause.verb)
        bodies = (asked, *others)
        yield from self._entries((begin, *others), bodies, words, norm, place, end, norm.addressee)

    def _entries(
        self,
        firsts: Sequence[int],
        bodies: Sequence[int],
        words: Words,
        norm: Norm,
        place: _Place,
        end: int,
        addressee: str | None,
    ) -> _Found:
        """Give an entry from each of ``firsts``; what is asked is said from ``bodies`` on."""
        base = place.sentence.start
        ends = [*(base + words.start(first) for first in firsts[1:]), end]
        for first, body, until in zip(firsts, bodies, ends, strict=True):
            start, said = base + words.start(first), base + words.start(body)
            yield self._duty(place.provision, norm, start, until, addressee, said)

    def _item(self, words: Words, place: _Place, parent: ItemList) -> _Found:
        match parent.items:
            case Items.OWN:
                yield from self._own(words, place, parent)
            case Items.PARTS if self._stands_alone(words):
                yield from self._clauses(words, place)
            case Items.EACH if parent.norm is not None:
                clause = Clause(words, 0, None, True, 0, len(words))
                firsts = (0, *te_actions(clause, bound=True))
                name = self._doer(words) or parent.addressee
                yield from self._entries(firsts, firsts, words, parent.norm, place, place.end, name)
            case Items.VERBS | Items.GO_ON:
                norm = self._norm_of_part(words, parent)
                if norm is not None:
                    firsts = (0, *self._further_verbs(words, parent))
                    yield from self._entries(
                        firsts, firsts, words, norm, place, place.end, parent.addressee
                    )

    def _doer(self, words: Words) -> str | None:
        """Return who does what an onderdeel says, where it begins so: "door de verhuurder"."""
        first = 0
        if Word.COLON in words.part[:-1]:
            first = words.part.index(Word.COLON) + 1
        if words.low[first] != "door" or first + 1 >= len(words):
            return None
        doer = subject_at(self.cast, words, first + 1, len(words))
        return doer.name if doer.who is Who.FIRM else None

    def _own(self, words: Words, place: _Place, parent: ItemList) -> _Found:
        """Give what a sentence in a list lays down; a demand holds whatever its verb."""
        found = list(self._clauses(words, place))
        start = place.sentence.start
        if parent.demands and len(found) == 1 and found[0][1].at.start > start:
            sort, duty = found[0]
            yield sort, replace(duty, at=replace(duty.at, start=start))
            return
        is_said = any(sort is not Sort.PERMISSION for sort, _ in found)
        if is_said or not parent.demands or parent.norm is None or not clauses(words):
            yield from found
            return
        yield self._duty(place.provision, parent.norm, start, place.end, parent.addressee)

    def _stands_alone(self, words: Words) -> bool:
        """Whether an onderdeel that should be a particular tells somebody to do something."""
        found = clauses(words)
        if not found or found[0].inverted:
            return False
        return find_subject(self.cast, found[0], NOBODY).who is Who.FIRM

    def _norm_of_part(self, words: Words, parent: ItemList) -> Norm | None:
        """Judge an onderdeel that goes on with the words before the list."""
        if parent.items is Items.GO_ON:
            whole = Words(f"{parent.intro} {words.text}")
            found = clauses(whole)
            if not found and words.low[0] not in AUXILIARIES:
                return None
            clause = found[0] if found else clause_at(whole, len(whole) - len(words))
            subject = find_subject(self.cast, clause, self.last)
            self._note(subject)
            return self.judge.judge(clause, subject)
        verb = 0 if words.part[0] in _BEGINS_VERB else main_verb(words, 0)
        if verb is None:
            return None
        return self.judge.judge(Clause(words, verb, None, True, 0, len(words)), parent.subject)

    def _further_verbs(self, words: Words, parent: ItemList) -> tuple[int, ...]:
        """Return where the further clauses begin of an onderdeel that begins with its verb."""
        if parent.items is not Items.VERBS or words.part[0] not in _BEGINS_VERB:
            return ()
        found = [
            Clause(words, at, None, False, first, len(words)) for first, at in joined(words, 0)
        ]
        return tuple(c.first for c in found if self.judge.judge(c, parent.subject) is not None)

    # --- putting it down -------------------------------------------------------------------

    def _duty(
        self,
        provision: Provision,
        norm: Norm,
        start: int,
        end: int,
        addressee: str | None,
        said: int | None = None,
    ) -> tuple[Sort, Duty]:
        while end > start + 1 and self.text.text[end - 1] in " ,;:.\n":
            end -= 1
        passage = Passage(
            start, end, provision.article, provision.lid, provision.item, provision.inserted_article
        )
        said = start if said is None else said
        quote = self.text.text[said : min(end, said + REACH)]
        kind = (
            DutyKind.INFORMATION if asks_information(quote, norm.modality) else DutyKind.SUBSTANTIVE
        )
        by_authority = norm.sort is Sort.AUTHORITY
        return norm.sort, Duty(passage, addressee, norm.modality, kind, by_authority)
