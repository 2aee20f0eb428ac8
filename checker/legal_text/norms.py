"""Whether a main clause lays down a norm, for whom, and how it binds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from checker.legal_text import norm_terms as terms
from checker.legal_text.addressees import Cast, Who, is_official
from checker.legal_text.clauses import PARTICIPLE, Clause, Words, after_attribute, opens, phrase_end
from checker.legal_text.verbs import Word, word_of
from checker.models.text_facts import Modality


class Sort(Enum):
    """What comes of a clause."""

    FIRM = auto()
    AUTHORITY = auto()
    PERMISSION = auto()
    UNNAMED = auto()
    """Binds whoever the regulation speaks to most: nobody near is named."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a clause; positions count its words."""

    words: tuple[str, ...]
    who: Who
    first: int | None = None
    end: int | None = None
    """None where the subject stands in another clause."""
    source: Words | None = None
    """The sentence whose words ``first`` and ``end`` count."""
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
        return _name(self.source, self.first, self.end)


@dataclass(frozen=True, slots=True)
class Norm:
    """What a clause lays down."""

    sort: Sort
    modality: Modality = Modality.DUTY
    first: int | None = None
    """First word of who is bound, where the clause names it."""
    addressee: str | None = None


_NO_ADDRESSEE = Subject((), Who.THING)


_ACTORS = (Who.FIRM, Who.AUTHORITY)


def is_official_title(title: str | None) -> bool:
    """Whether a regulation is about the working of public bodies, by its title."""
    return bool(title and terms.OFFICIAL_TITLE.search(title))


class Judge:
    """Judges the clauses of one regulation."""

    def __init__(self, cast: Cast, *, official: bool) -> None:
        self.cast = cast
        self.official = official
        """Whether unnamed actors are officials, as in a regulation on a committee."""
        self.near: Who | None = None
        """Who was named last in the same lid: he acts where nobody is named."""
        self._counts = {Who.FIRM: 0, Who.AUTHORITY: 0}

    def named(self, who: Who) -> None:
        """Take note of somebody who is named as a subject."""
        if who in self._counts:
            self.near = who
            self._counts[who] += 1

    @property
    def mostly(self) -> Sort:
        """Whom the regulation speaks to most."""
        if self.official:
            return Sort.AUTHORITY
        firms, authorities = self._counts[Who.FIRM], self._counts[Who.AUTHORITY]
        return Sort.AUTHORITY if self.cast.is_public and authorities >= firms else Sort.FIRM

    def _sort(self) -> Sort:
        if self.official:
            return Sort.AUTHORITY
        if self.near is None:
            return Sort.UNNAMED
        return Sort.FIRM if self.near is Who.FIRM else Sort.AUTHORITY

    # --- who -------------------------------------------------------------------------------

    def subject(self, clause: Clause, last: Subject) -> Subject:
        """Return the subject of a clause; a pronoun is whoever was named last."""
        if clause.subject is None:
            return _NO_ADDRESSEE
        first, end = clause.subject
        words = clause.words
        if clause.inverted:
            end = self._first_actor(words, first, end)
            while end - first > 1 and _is_participle(words.low, end - 1):
                end -= 1  # "wordt een korting toegepast"
        phrase = tuple(words.low[first:end])
        if phrase[-1] in ("hij", "zij", "deze", "die", "dit", "dat", "ze") and len(phrase) == 1:
            return self._meant(words, clause.verb, phrase, first, end, last)
        who = self.cast.who(phrase, " ".join(words.low[end : end + _NEAR]))
        return Subject(phrase, who, first, end, words)

    def _first_actor(self, words: Words, first: int, end: int) -> int:
        """Cut the words after the verb where the first actor ends."""
        begin = first
        if end - first > 2 and words.part[first + 1] is Word.PREPOSITION:
            begin = after_attribute(words, first + 1, end)
        for index in range(begin, end):
            who = self.cast.who(words.low[first : index + 1])
            if words.low[index] == "onze":
                continue
            if who in (Who.FIRM, Who.AUTHORITY, Who.CITIZEN):
                follows = words.low[index + 1 : index + 2]
                if follows and follows[0] in ("of", "en") and index + 2 < end:
                    continue
                return index + 1
        return end

    def _meant(
        self, words: Words, verb: int, phrase: tuple[str, ...], first: int, end: int, last: Subject
    ) -> Subject:
        """Return who a pronoun means: the subject of a subclause before it, or who was last."""
        if phrase[0] in ("dit", "dat"):
            return Subject(phrase, Who.THING, first, end)
        before = self._of_subclause(words, min(verb, first))
        meant = before or last
        if meant.words and (phrase[0] == "hij" or meant.who is not Who.THING):
            return Subject(phrase, meant.who, first, end, words, meant)
        return Subject(phrase, Who.FIRM if phrase[0] == "hij" else Who.THING, first, end)

    def _of_subclause(self, words: Words, limit: int) -> Subject | None:
        """Return the subject of a subclause that opens the sentence, where it is an actor."""
        at = 1
        if limit < 3 or words.part[0] is not Word.OPENER:
            return None
        if words.part[at] not in (Word.DETERMINER, Word.OTHER):
            return None
        end = phrase_end(words, at, limit)
        who = self.cast.who(words.low[at:end])
        if who not in (Who.FIRM, Who.AUTHORITY, Who.CITIZEN):
            end = self._first_actor(words, at, end)
            who = self.cast.who(words.low[at:end])
        if who in (Who.FIRM, Who.AUTHORITY, Who.CITIZEN):
            return Subject(tuple(words.low[at:end]), who, at, end, words)
        return None

    # --- what ------------------------------------------------------------------------------

    def judge(self, clause: Clause, subject: Subject) -> Norm | None:
        """Return what a clause lays down for its subject, or nothing."""
        verb = clause.words.low[clause.verb]
        if subject.who is Who.RULE and verb in terms.NEVER_OF_RULES:
            return None
        rest = _Rest(clause)
        if ("werking" in rest.words and " in werking" in rest.text) or "terug" in rest.words[:2]:
            return None
        if "verboden" in rest.words and verb in ("is", "zijn", "blijft"):
            return _ban(subject, rest)
        handler = _HANDLERS.get(verb)
        if handler is not None:
            return handler(self, subject, rest)
        return self._plain(subject, rest, verb)

    def _plain(self, subject: Subject, rest: "_Rest", verb: str) -> Norm | None:
        who = subject.who
        if verb in terms.EFFECTS:
            return self._effect(subject, rest, verb)
        if who is Who.AUTHORITY:
            return Norm(Sort.AUTHORITY, Modality.DUTY, *_place(subject))
        if who is Who.FIRM:
            if verb in terms.RIGHTS:
                return None
            return Norm(Sort.FIRM, rest.modality, *_place(subject))
        if who is Who.CITIZEN:
            return None
        actor = self._actor_after(rest)
        if actor is not None:
            return self._plain(actor, rest, verb)
        if who is Who.THING and _is_personal(verb, rest) and _may_be_actor(subject):
            return Norm(Sort.FIRM, rest.modality, subject.first, subject.name)
        if verb in terms.DUTY_OF_THING and who is not Who.RULE:
            return self._thing(subject, rest)
        if verb in terms.SHOWS and terms.SHOWN.search(rest.text) and who is Who.THING:
            return self._thing(subject, rest)
        if verb in ("bestaat", "bestaan") and _is_act(subject.words):
            return self._thing(subject, rest)
        if verb in terms.HAPPENS and subject.words and _is_act(subject.words):
            return self._thing(subject, rest)
        return None

    def _effect(self, subject: Subject, rest: "_Rest", verb: str) -> Norm | None:
        text = rest.text
        if subject.who in _ACTORS and verb in ("komt", "komen") and not terms.AGREES.isdisjoint(rest.words):
            sort = Sort.FIRM if subject.who is Who.FIRM else Sort.AUTHORITY
            return Norm(sort, rest.modality, *_place(subject))
        if verb in ("komt", "komen") and re.search(r"voor (?:zijn|haar|hun) rekening", text):
            return self._thing(subject, rest)
        if verb in ("komt", "komen") and " rekening van " in text:
            return self._charged(rest)
        if verb in ("gaat", "gaan") and "vergezeld" in rest.words:
            return self._thing(subject, rest)
        if subject.who is Who.AUTHORITY and verb in ("gaat", "treedt", "ziet", "komt", "volgt", "gaan", "treden", "komen"):
            return Norm(Sort.AUTHORITY, Modality.DUTY, *_place(subject))
        if subject.who is Who.FIRM and verb in ("treedt", "gaat", "volgt", "treden", "gaan") and "plaats" not in rest.words:
            return Norm(Sort.FIRM, rest.modality, *_place(subject))
        return None

    def _charged(self, rest: "_Rest") -> Norm | None:
        """Who bears costs that "komen voor rekening van" somebody."""
        words = rest.clause.words
        at = words.low.index("rekening", rest.clause.verb) + 2
        if at >= len(words):
            return None
        end = phrase_end(words, at, len(words))
        who = self.cast.who(words.low[at:end])
        if who not in (Who.FIRM, Who.AUTHORITY):
            return None
        sort = Sort.FIRM if who is Who.FIRM else Sort.AUTHORITY
        return Norm(sort, Modality.DUTY, None, _name(words, at, end))

    def _actor_after(self, rest: "_Rest") -> Subject | None:
        """Return who stands right after the verb, where the object came first."""
        words, at = rest.clause.words, rest.clause.verb + 1
        if rest.clause.inverted or at >= rest.end:
            return None
        if words.part[at] not in (Word.DETERMINER, Word.PRONOUN):
            return None
        if words.low[at] not in ("hij", "zij") and not _is_fronted(rest.clause):
            return None
        for end in range(at + 1, min(at + 4, rest.end) + 1):
            phrase = tuple(words.low[at:end])
            who = self.cast.who(phrase)
            if who in (Who.FIRM, Who.AUTHORITY) and words.low[at] not in ("deze", "dit"):
                return Subject(phrase, who, at, end, words)
        return None

    def _thing(self, subject: Subject, rest: "_Rest") -> Norm | None:
        """A duty about a thing: whoever makes or has the thing must see to it."""
        if (subject.words and is_official(subject.words[-1])) or self.official:
            return Norm(Sort.AUTHORITY)
        if subject.who is Who.RULE:
            return None
        return Norm(Sort.FIRM, rest.modality)

    # --- auxiliaries -----------------------------------------------------------------------

    def _can(self, subject: Subject, rest: "_Rest") -> Norm | None:
        if subject.who is Who.FIRM:
            if rest.restricted:
                return Norm(Sort.FIRM, Modality.BAN, *_place(subject))
            if rest.negated:
                return None
            return Norm(Sort.PERMISSION, Modality.PERMISSION, *_place(subject))
        if rest.restricted and rest.participle in (terms.FIRM_ACTS | terms.SURE_ACTS):
            return self._thing(subject, rest)
        return None

    def _may(self, subject: Subject, rest: "_Rest") -> Norm | None:
        if subject.who in (Who.AUTHORITY, Who.CITIZEN, Who.RULE):
            return None
        if rest.restricted or not terms.NEGATIONS.isdisjoint(rest.words) or rest.negated:
            if self.official and subject.who is Who.THING:
                return None
            permit = Modality.PERMIT if terms.WITHOUT_PERMIT.search(rest.all_text) else Modality.BAN
            return Norm(Sort.FIRM, permit, *_place(subject))
        return Norm(Sort.PERMISSION, Modality.PERMISSION, *_place(subject))

    def _must(self, subject: Subject, rest: "_Rest") -> Norm | None:
        verb = rest.clause.words.low[rest.clause.verb]
        if verb in ("dient", "dienen") and not rest.has_te:
            if subject.who is Who.FIRM and ("in" in rest.words):
                return Norm(Sort.FIRM, rest.modality, *_place(subject))
            return None
        agent = self._agent(rest)
        who = agent.who if agent is not None else subject.who
        if who is Who.AUTHORITY:
            return Norm(Sort.AUTHORITY, Modality.DUTY, *_place(agent or subject))
        if who is Who.CITIZEN:
            return None
        if who is Who.FIRM:
            passive = agent is None and rest.participle and {"worden"} & set(rest.words)
            if passive and rest.participle in terms.OFFICIAL_ACTS:
                return None
            return Norm(Sort.FIRM, rest.modality, *_place(agent or subject))
        return self._passive(subject, rest)

    def _shall(self, subject: Subject, rest: "_Rest") -> Norm | None:
        if subject.who is Who.FIRM:
            return Norm(Sort.FIRM, rest.modality, *_place(subject))
        if subject.who is Who.AUTHORITY:
            return Norm(Sort.AUTHORITY, Modality.DUTY, *_place(subject))
        return None

    def _becomes(self, subject: Subject, rest: "_Rest") -> Norm | None:
        if rest.words[:1] == ["bedoeld"] or rest.participle in terms.SUMS or terms.CHANGED & set(rest.words) or terms.DEEMED & set(rest.words) or "aanmerking" in rest.words:
            return None
        agent = self._agent(rest)
        if agent is not None:
            if agent.who is Who.FIRM:
                return Norm(Sort.FIRM, rest.modality, *_place(agent))
            if agent.who is Who.AUTHORITY:
                return Norm(Sort.AUTHORITY, Modality.DUTY, *_place(agent))
            return None
        if subject.who is Who.AUTHORITY:
            return None
        if subject.who in (Who.FIRM, Who.CITIZEN):
            return Norm(Sort.AUTHORITY) if rest.participle in terms.ANNOUNCED else None
        return self._passive(subject, rest)

    def _passive(self, subject: Subject, rest: "_Rest") -> Norm | None:
        """Decide by what is done who can do it."""
        participle = rest.participle
        if participle == "gesteld" and terms.PUT.search(rest.text):
            participle = "gemeld"
        if participle is None and "voldaan" in rest.words:
            participle = "voldaan"
        if participle is None:
            must = rest.clause.words.low[rest.clause.verb] not in ("wordt", "worden")
            return self._thing(subject, rest) if must and subject.words else None
        if " in mindering " in rest.text or " in behandeling " in rest.text or " toepassing " in rest.text:
            return None
        if participle == "aangegeven" and re.search(r"tabel|bijlage|artikel", rest.text):
            return None
        if participle in terms.SUMS:
            return None
        if any(word in terms.APPLICATIONS for word in subject.words) and participle not in terms.OFFICIAL_ACTS:
            return Norm(Sort.FIRM, rest.modality)
        by_official = (
            participle in terms.OFFICIAL_ACTS
            or _is_money(subject)
            or (subject.words and is_official(subject.words[-1]))
            or terms.OF_RECIPIENT.search(rest.text)
            or terms.IN_PUBLIC.search(rest.text)
        )
        if by_official:
            return Norm(Sort.AUTHORITY) if participle in terms.ANNOUNCED else None
        if subject.who is Who.RULE and participle not in terms.RULE_ACTS:
            return None
        modality = Modality.PERMIT if terms.ONLY_AFTER.search(rest.text) else rest.modality
        return Norm(Sort.FIRM if participle in terms.SURE_ACTS else self._sort(), modality)

    def _agent(self, rest: "_Rest") -> Subject | None:
        """Return who does it, after "door"."""
        words = rest.clause.words
        if words.low[rest.clause.first] == "door" and rest.clause.first + 1 < rest.clause.verb:
            end = phrase_end(words, rest.clause.first + 1, rest.clause.verb)
            phrase = tuple(words.low[rest.clause.first + 1 : end])
            return Subject(phrase, self.cast.who(phrase), rest.clause.first + 1, end, words)
        for index in range(rest.clause.verb + 1, min(rest.stop, rest.end - 1)):
            if words.low[index] != "door" or words.part[index + 1] is Word.OPENER:
                continue
            if words.part[index - 1] in (Word.PREPOSITION, Word.DETERMINER):
                continue  # "in de door de minister vastgestelde"
            full = phrase_end(words, index + 1, min(index + 22, len(words)))
            phrase = tuple(words.low[index + 1 : full])
            who = self.cast.who(phrase)
            if who in (Who.FIRM, Who.AUTHORITY, Who.CITIZEN) and phrase[-1] != "onze":
                return Subject(phrase, who, index + 1, full, words)
            for end in range(index + 2, min(index + 6, len(words)) + 1):
                if words.part[end - 1] in (Word.COMMA, Word.PREPOSITION):
                    break
                phrase = tuple(words.low[index + 1 : end])
                who = self.cast.who(phrase)
                if who in (Who.FIRM, Who.AUTHORITY, Who.CITIZEN) and phrase[-1] != "onze":
                    return Subject(phrase, who, index + 1, end, words)
        return None

    def _is(self, subject: Subject, rest: "_Rest") -> Norm | None:
        text = rest.text
        if terms.DUTIFUL.search(text):
            return self._bound(subject, rest)
        if re.search(r"\b(?:toegestaan|geoorloofd)\b", text):
            if rest.negated or rest.restricted:
                return _ban(subject, rest)
            return None if subject.who is Who.AUTHORITY else Norm(Sort.PERMISSION, Modality.PERMISSION)
        if re.search(r"\b(?:vereist|nodig)\b", text) and terms.PERMIT_NOUN.search(rest.all_text) and not rest.negated:
            return Norm(Sort.FIRM, Modality.PERMIT) if not self.official else None
        if subject.who is Who.FIRM and "verschuldigd" in rest.words and not rest.negated:
            return Norm(Sort.FIRM, Modality.DUTY, *_place(subject))
        if rest.restricted and "mogelijk" in rest.words and not self.official:
            return Norm(Sort.FIRM, Modality.BAN)
        if terms.VOID.search(text):
            return None
        if " vereist " in text and subject.who is Who.THING and subject.words and not rest.negated:
            return self._thing(subject, rest)
        if subject.who is Who.FIRM:
            if (terms.BEING_OF_FIRM.search(text) or "zodanig" in rest.words) and not rest.negated:
                return Norm(Sort.FIRM, Modality.DUTY, *_place(subject))
            return None
        if subject.words and subject.who is Who.THING and terms.REQUIRED_OF_THING.search(text):
            if terms.AMOUNT.search(text):
                return None
            if rest.participle in terms.OFFICIAL_ACTS - {"geplaatst", "bevestigd", "opgesteld"}:
                return None
            return self._thing(subject, rest)
        return None

    def _bound(self, subject: Subject, rest: "_Rest") -> Norm | None:
        if re.search(r"\bniet (?:langer |meer )?(?:verplicht|gehouden)\b", rest.text) or "verplicht gesteld" in rest.text:
            return None
        match subject.who:
            case Who.AUTHORITY:
                return Norm(Sort.AUTHORITY, Modality.DUTY, *_place(subject))
            case Who.CITIZEN | Who.RULE:
                return None
        return Norm(Sort.FIRM, Modality.DUTY, *(_place(subject) if subject.who is Who.FIRM else (None, None)))

    def _has(self, subject: Subject, rest: "_Rest") -> Norm | None:
        if subject.who is Who.AUTHORITY:
            if re.search(r"\b(?:tot taak|als taak)\b", rest.text):
                return Norm(Sort.AUTHORITY, Modality.DUTY, *_place(subject))
            return None
        if subject.who is Who.FIRM:
            if rest.participle in terms.PERFECT or terms.NO_HAVING.search(rest.text) or (rest.negated):
                return None
            return Norm(Sort.FIRM, Modality.DUTY, *_place(subject))
        if subject.who is Who.THING and terms.LIMIT.search(rest.text):
            return self._thing(subject, rest)
        return None

    def _needs(self, subject: Subject, rest: "_Rest") -> Norm | None:
        if rest.negated or not terms.PERMIT_NOUN.search(rest.text):
            return None
        if self.official or subject.who is Who.AUTHORITY:
            return None
        return Norm(Sort.FIRM, Modality.PERMIT, *_place(subject))

    def _amounts(self, subject: Subject, rest: "_Rest") -> Norm | None:
        if subject.who is Who.THING and terms.LIMIT.search(rest.text) and not self.official:
            if not terms.AMOUNT.search(rest.all_text):
                return self._thing(subject, rest)
        return None

    def _keeps(self, subject: Subject, rest: "_Rest") -> Norm | None:
        if subject.who is Who.FIRM and not rest.participle and not terms.VOID.search(rest.text):
            return Norm(Sort.FIRM, rest.modality, *_place(subject))
        return None

    def _never(self, subject: Subject, rest: "_Rest") -> Norm | None:
        return None


_HANDLERS = {
    **dict.fromkeys(("kan", "kunnen"), Judge._can),
    **dict.fromkeys(("mag", "mogen"), Judge._may),
    **dict.fromkeys(("moet", "moeten", "dient", "dienen"), Judge._must),
    **dict.fromkeys(("zal", "zullen"), Judge._shall),
    **dict.fromkeys(("wordt", "worden"), Judge._becomes),
    **dict.fromkeys(("is", "zijn"), Judge._is),
    **dict.fromkeys(("heeft", "hebben"), Judge._has),
    **dict.fromkeys(("behoeft", "behoeven", "hoeft", "hoeven"), Judge._needs),
    **dict.fromkeys(("bedraagt", "bedragen"), Judge._amounts),
    **dict.fromkeys(("blijft", "blijven"), Judge._keeps),
    **dict.fromkeys(
        (
            "werd", "werden", "was", "waren", "had", "hadden", "kon", "konden", "mocht", "mochten",
            "zou", "zouden", "wil", "willen", "moest", "moesten", "ware", "deed", "deden",
        ),
        Judge._never,
    ),
}  # fmt: skip


def _is_fronted(clause: Clause) -> bool:
    """Whether the words before the verb cannot be its subject: a plural before a singular."""
    if clause.subject is None:
        return False
    head = clause.words.low[clause.subject[1] - 1]
    return head.endswith(("en", "s", "deze", "dit", "dat")) and clause.words.low[clause.verb].endswith("t")


def _is_act(words: Sequence[str]) -> bool:
    if any(word.endswith(terms.ACTS) for word in words[:4]):
        return True
    acts = (Word.PLURAL, Word.LAST_PLURAL)
    return any(word_of(word) in acts for word in words[:2]) and words[0] in ("het", words[-1])


def _is_personal(verb: str, rest: "_Rest") -> bool:
    if verb in terms.PERSONAL:
        return True
    turns = ("draagt", "dragen", "stelt", "stellen", "neemt", "nemen", "doet", "doen", "stelt")
    return verb in turns and bool(terms.PERSONAL_TURNS.search(rest.text))


def _may_be_actor(subject: Subject) -> bool:
    last = subject.words[-1] if subject.words else ""
    return last.isalpha() and last not in ("dit", "dat", "er", "deze", "zulks") and not is_official(last)


def _next_opener(words: Words, clause: Clause) -> int:
    """Return where the first subclause after the verb begins, or the end of the clause."""
    index = clause.verb
    while True:
        try:
            index = words.part.index(Word.OPENER, index + 1, clause.end)
        except ValueError:
            return clause.end
        if opens(words, index, clause.first):
            return index


class _Rest:
    """What follows the verb of a clause, as far as the main clause itself."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        self.end = clause.end
        self.stop = _next_opener(clause.words, clause)
        self.words = clause.words.low[clause.verb + 1 : self.stop]

    @cached_property
    def text(self) -> str:
        """The words with blanks between and around them."""
        return f" {' '.join(self.words)} "

    @cached_property
    def has_te(self) -> bool:
        """Whether an infinitive with "te" follows."""
        return "te" in self.words or "te" in self.clause.words.low[self.stop : self.end]

    @cached_property
    def negated(self) -> bool:
        """Whether it is denied."""
        if _negated(self.words):
            return True
        return not self.clause.inverted and self._lead in ("geen", "niemand")

    @cached_property
    def restricted(self) -> bool:
        """Whether only one way is allowed."""
        return self._lead in terms.RESTRICTIONS or not terms.RESTRICTIONS.isdisjoint(self.words)

    @property
    def _lead(self) -> str:
        return self.clause.words.low[self.clause.first]

    @cached_property
    def all_text(self) -> str:
        """The clause with what stands before its verb."""
        clause, words = self.clause, self.clause.words
        return words.text[words.start(clause.first) : words.start(clause.end)].lower()

    @cached_property
    def modality(self) -> Modality:
        """How it binds: a ban where something is denied or allowed in one way only."""
        return Modality.BAN if self.negated or self.restricted else Modality.DUTY

    @cached_property
    def participle(self) -> str | None:
        """The participle that goes with the verb: the last before a subclause."""
        low, part = self.clause.words.low, self.clause.words.part
        pointing = None
        for index in range(self.stop - 1, self.clause.verb, -1):
            if _is_participle(low, index):
                if not self._is_attribute(index):
                    return low[index]
                pointing = pointing or low[index]
        if pointing is not None or low[self.clause.verb] not in ("wordt", "worden"):
            return pointing
        for index in range(self.end - 1, self.stop, -1):
            if _is_participle(low, index) and part[index] is not Word.FINITE:
                return low[index]
        return None


    def _is_attribute(self, index: int) -> bool:
        """Whether a participle goes with a noun: "vastgesteld model", ", opgenomen in"."""
        low, part = self.clause.words.low, self.clause.words.part
        if index + 1 >= len(low):
            return False
        if low[index - 1] == "," and index - 1 > self.clause.verb:
            return part[index + 1] is not Word.COMMA
        return part[index + 1] is Word.OTHER and index - 1 > self.clause.verb




def _is_participle(low: Sequence[str], index: int) -> bool:
    word = low[index]
    if word[-1] not in "dtn":
        return False
    if word in terms.NO_PARTICIPLES or PARTICIPLE.match(word) is None:
        return word in terms.IRREGULAR
    if word.endswith("en") and not word.startswith("ge") and not terms.STRONG.search(word):
        return False
    return low[index - 1] not in ("te", "de", "het", "een", "bij", "in")




def _negated(words: Sequence[str]) -> bool:
    for index, word in enumerate(words):
        if word in terms.NEGATIONS:
            following = words[index + 1] if index + 1 < len(words) else ""
            if word != "niet" or following not in terms.AFTER_NOT:
                return True
    return False




def _name(words: Words, first: int, end: int) -> str:
    """Return a phrase as the text has it, without article."""
    if end - first > 1 and words.low[first] in terms.ARTICLES:
        if (words.low[first], words.low[first + 1]) != ("een", "ieder"):
            first += 1
    if end - first > 2 and words.part[first] is Word.PREPOSITION:
        first = min(after_attribute(words, first, end), end - 1)  # "door hem aangewezen persoon"
    return words.written(first, end)


_NEAR = 8
_LONGEST_NAME = 9


def _full_name(words: Words, first: int, end: int) -> str:
    """Return a name with what it is of: "houder van een vergunning"."""
    stop = end
    if words.low[end : end + 1] == ["van"]:
        stop = end + 1
        while stop < min(len(words), end + _LONGEST_NAME):
            part = words.part[stop]
            if part in _ENDS_NAME or (part is Word.PREPOSITION and words.low[stop] != "van"):
                break
            stop += 1
    name = _name(words, first, end)
    return name if stop - end < _SHORTEST_OF else f"{name}{words.text[words.end(end - 1) : words.end(stop - 1)]}"


_SHORTEST_OF = 2
_ENDS_NAME = frozenset(
    {
        Word.FINITE, Word.EITHER, Word.OPENER, Word.COMMA, Word.COLON, Word.ADVERB, Word.PRONOUN,
        Word.OPEN_BRACKET, Word.CLOSE_BRACKET, Word.PLURAL,
    }
)  # fmt: skip


def _is_money(subject: Subject) -> bool:
    return any(word in terms.MONEY or word.endswith(terms.SUMS_PAID) for word in subject.words[-2:])


def _place(subject: Subject) -> tuple[int | None, str | None]:
    if subject.who not in (Who.FIRM, Who.AUTHORITY):
        return None, None
    return subject.first, subject.name


def _ban(subject: Subject, rest: _Rest) -> Norm | None:
    if subject.who is Who.AUTHORITY:
        return None
    text = rest.all_text
    modality = Modality.PERMIT if terms.WITHOUT_PERMIT.search(text) else Modality.BAN
    return Norm(Sort.FIRM, modality, *_place(subject))
