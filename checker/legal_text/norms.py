"""Whether a main clause lays down a norm, for whom, and how it binds.

The finite verb leads: auxiliaries have a rule each, other verbs bind whoever is their subject
unless they are known to say what is so and not what must be done.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from checker.legal_text import norm_terms as terms
from checker.legal_text.addressees import Cast, Who, is_official
from checker.legal_text.clauses import Clause
from checker.legal_text.participles import is_participle
from checker.legal_text.phrases import phrase_end
from checker.legal_text.predicates import Predicate
from checker.legal_text.sentence_words import Words
from checker.legal_text.subjects import ACTORS, NOBODY, PEOPLE, Subject, plain_name, subject_at
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
class Norm:
    """What a clause lays down."""

    sort: Sort
    modality: Modality = Modality.DUTY
    first: int | None = None
    """First word of who is bound, where the clause names it."""
    addressee: str | None = None


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
        self.before: Who | None = None
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
        if not self.cast.is_on_trade and authorities >= max(_MANY, 2 * firms + 2):
            return Sort.AUTHORITY
        return Sort.AUTHORITY if self.cast.is_public and authorities >= firms else Sort.FIRM

    def judge(self, clause: Clause, subject: Subject) -> Norm | None:
        """Return what a clause lays down for its subject, or nothing."""
        verb = clause.words.low[clause.verb]
        if self.official and subject.who is Who.FIRM and subject.words[-1] in terms.STAFF:
            subject = replace(subject, who=Who.AUTHORITY)
        said = Predicate(clause)
        if subject.who is Who.RULE and verb in terms.NEVER_OF_RULES:
            return self._thing(NOBODY, said) if _is_owed(subject, said) else None
        if _comes_into_force(said):
            return None
        if verb in ("is", "zijn", "blijft") and _forbids(said):
            return _ban(subject, said)
        handler = _HANDLERS.get(verb)
        if handler is not None:
            return handler(self, subject, said)
        if verb in terms.EFFECTS:
            return self._effect(subject, said)
        return self._plain(subject, said)

    def _unnamed(self) -> Sort:
        """Return whom a clause binds that names nobody."""
        if self.official:
            return Sort.AUTHORITY
        if self.near is None and self.before in _SORTS:
            return _SORTS[self.before]
        if self.near is None:
            return Sort.UNNAMED
        return Sort.FIRM if self.near is Who.FIRM else Sort.AUTHORITY

    # --- verbs that are no auxiliaries ------------------------------------------------------

    def _plain(self, subject: Subject, said: Predicate) -> Norm | None:
        match subject.who:
            case Who.AUTHORITY:
                return _bind(subject, Modality.DUTY)
            case Who.FIRM:
                if said.verb in terms.RIGHTS or (said.negated and said.verb in terms.LACKS):
                    return None
                return _bind(subject, said.modality)
            case Who.CITIZEN:
                return None
        actor = self._actor_after(said)
        if actor is not None:
            return self._plain(actor, said)
        if subject.who is Who.RULE:
            return None
        if _is_personal(said) and _may_be_actor(subject):
            return Norm(Sort.FIRM, said.modality, subject.first, subject.name)
        return self._thing(subject, said) if _asks_of_thing(subject, said) else None

    def _effect(self, subject: Subject, said: Predicate) -> Norm | None:
        """Verbs that say what is so ask something in a few turns only."""
        if said.verb in ("komt", "komen"):
            return self._comes(subject, said)
        if said.verb in ("gaat", "gaan") and "vergezeld" in said.words:
            return self._thing(subject, said)
        if subject.who is Who.AUTHORITY and said.verb in terms.GOES:
            return _bind(subject, Modality.DUTY)
        if subject.who is Who.FIRM and said.verb in terms.GOES and "plaats" not in said.words:
            return _bind(subject, said.modality)
        return None

    def _comes(self, subject: Subject, said: Predicate) -> Norm | None:
        if terms.OWN_ACCOUNT.search(said.text):
            return self._thing(subject, said)
        if terms.AT_CHARGE.search(said.text):
            return self._charged(said)
        if subject.who in ACTORS and said.any_of(terms.AGREES):
            return _bind(subject, said.modality)
        return _bind(subject, Modality.DUTY) if subject.who is Who.AUTHORITY else None

    def _charged(self, said: Predicate) -> Norm | None:
        """Who bears costs that "komen voor rekening van" somebody."""
        words = said.clause.words
        at = said.clause.verb + 3
        while words.low[at - 2] not in ("rekening", "laste"):
            at += 1
        if at >= len(words):
            return None
        bearer = subject_at(self.cast, words, at, len(words))
        if bearer.who not in ACTORS or bearer.end is None:
            return None
        sort = Sort.FIRM if bearer.who is Who.FIRM else Sort.AUTHORITY
        return Norm(sort, Modality.DUTY, None, plain_name(words, at, bearer.end))

    def _actor_after(self, said: Predicate) -> Subject | None:
        """Return who stands right after the verb, where the object came first."""
        clause, words = said.clause, said.clause.words
        at = clause.verb + 1
        if clause.inverted or at >= clause.end:
            return None
        if words.part[at] not in (Word.DETERMINER, Word.PRONOUN) or words.low[at] in _POINTING:
            return None
        if words.low[at] not in ("hij", "zij") and not _is_fronted(clause):
            return None
        for end in range(at + 1, min(at + 4, clause.end) + 1):
            phrase = tuple(words.low[at:end])
            who = self.cast.who(phrase)
            if who in ACTORS:
                return Subject(phrase, who, at, end, words)
        return None

    def _thing(self, subject: Subject, said: Predicate) -> Norm | None:
        """A duty about a thing: whoever makes or has the thing must see to it."""
        if self.official or (subject.words and is_official(subject.words[-1])):
            return Norm(Sort.AUTHORITY)
        if subject.who is Who.RULE:
            return None
        if _is_applied_for(subject):
            return None if self.cast.is_personal else Norm(Sort.FIRM, said.modality)
        return Norm(self._owner(subject, said) or self._unnamed(), said.modality)

    def _owner(self, subject: Subject, said: Predicate) -> Sort | None:
        """Return whose the subject is, or who makes it: "het verslag van de commissie"."""
        words, at = said.clause.words, subject.end
        if subject.source is not words or at is None or at + 2 >= len(words):
            return None
        if words.low[at] not in ("van", "die", "dat"):
            return None
        owner = subject_at(self.cast, words, at + 1, len(words))
        return _SORTS.get(owner.who)

    # --- auxiliaries -----------------------------------------------------------------------

    def _can(self, subject: Subject, said: Predicate) -> Norm | None:
        if subject.who is Who.FIRM:
            if said.restricted:
                return _bind(subject, Modality.BAN)
            return None if said.negated else _permit(subject)
        if said.restricted and said.participle in (terms.FIRM_ACTS | terms.SURE_ACTS):
            return self._thing(subject, said)
        return None

    def _may(self, subject: Subject, said: Predicate) -> Norm | None:
        if subject.who not in (Who.FIRM, Who.THING):
            return None
        if not (said.restricted or said.negated or said.any_of(terms.NEGATIONS)):
            if terms.AT_MOST.search(said.text) and not terms.AMOUNT.search(said.text):
                return self._limit(subject, said)
            return _permit(subject)
        if self.official and subject.who is Who.THING:
            return None
        return _ban(subject, said)

    def _limit(self, subject: Subject, said: Predicate) -> Norm | None:
        bound = self._thing(subject, said) if subject.who is Who.THING else _ban(subject, said)
        return replace(bound, modality=Modality.BAN) if bound is not None else None

    def _must(self, subject: Subject, said: Predicate) -> Norm | None:
        if said.verb in ("dient", "dienen") and not said.has_te and "worden" not in said.words:
            hands_in = subject.who in ACTORS and _has_in(said)
            return _bind(subject, said.modality) if hands_in else None
        agent = self._agent(said)
        if agent is not None:
            return _bind_actor(agent, said)
        if subject.who is Who.AUTHORITY:
            return _bind(subject, Modality.DUTY)
        if subject.who is Who.CITIZEN:
            return None
        if subject.who is Who.FIRM:
            undergoes = "worden" in said.words and said.participle in terms.OFFICIAL_ACTS
            return None if undergoes else _bind(subject, said.modality)
        return self._passive(subject, said)

    def _shall(self, subject: Subject, said: Predicate) -> Norm | None:
        return _bind_actor(subject, said)

    def _becomes(self, subject: Subject, said: Predicate) -> Norm | None:
        if said.participle in terms.SUMS or _equates(said):
            return None
        agent = self._agent(said)
        if agent is not None:
            return _bind_actor(agent, said)
        if subject.who is Who.AUTHORITY:
            return None
        if subject.who in PEOPLE:
            return Norm(Sort.AUTHORITY) if said.participle in terms.ANNOUNCED else None
        return self._passive(subject, said)

    def _passive(self, subject: Subject, said: Predicate) -> Norm | None:
        """Decide by what is done who can do it."""
        participle = said.participle
        if participle == "gesteld" and terms.PUT.search(said.text):
            participle = "gemeld"
        if participle in terms.OBEYED and terms.RULES_OBEYED.search(said.whole):
            return Norm(Sort.AUTHORITY if self.official else Sort.FIRM, said.modality)
        if participle is None:
            must = said.verb not in ("wordt", "worden")
            return self._thing(subject, said) if must and subject.words else None
        if participle in terms.SUMS or _points_elsewhere(participle, said):
            return None
        if participle not in terms.OFFICIAL_ACTS and _is_applied_for(subject):
            return None if self.cast.is_personal else Norm(Sort.FIRM, said.modality)
        if participle == "aangevraagd" and subject.who is not Who.RULE:
            return Norm(Sort.AUTHORITY if self.official else Sort.FIRM, said.modality)
        if _leads_with_decision(said):
            return Norm(Sort.AUTHORITY) if participle in terms.ANNOUNCED else None
        if self.near is not Who.FIRM and _is_while_deciding(said):
            return Norm(Sort.AUTHORITY)
        if participle in terms.OFFICIAL_ACTS or _is_done_officially(subject, said):
            return Norm(Sort.AUTHORITY) if participle in terms.ANNOUNCED else None
        if subject.who is Who.RULE and participle not in terms.RULE_ACTS:
            return None
        modality = Modality.PERMIT if terms.ONLY_AFTER.search(said.text) else said.modality
        if participle in terms.SURE_ACTS:
            return Norm(Sort.FIRM, modality)
        return Norm(self._owner(subject, said) or self._unnamed(), modality)

    def _agent(self, said: Predicate) -> Subject | None:
        """Return who does it, after "door"."""
        clause, words = said.clause, said.clause.words
        if words.low[clause.first] == "door" and clause.first + 1 < clause.verb:
            return subject_at(self.cast, words, clause.first + 1, clause.verb)
        for index in range(clause.verb + 1, min(said.stop, clause.end - 1)):
            if words.low[index] not in ("door", "vanwege") or words.part[index + 1] is Word.OPENER:
                continue
            if words.part[index - 1] in (Word.PREPOSITION, Word.DETERMINER):
                continue  # "in de door de minister vastgestelde"
            behalf = words.low[index + 2] in _ON_BEHALF if index + 3 < clause.end else False
            agent = self._actor_from(said, index + (3 if behalf else 1))
            if agent is not None and not _is_in_attribute(words, agent):
                return agent
        return None

    def _actor_from(self, said: Predicate, first: int) -> Subject | None:
        """Return the actor that is named from ``first`` on, in full or by its first words."""
        words = said.clause.words
        full = phrase_end(words, first, min(first + _LONGEST_PHRASE, len(words)))
        short = range(first + 1, min(first + _SHORT_PHRASE, len(words)) + 1)
        for end in (full, *short):
            if end != full and words.part[end - 1] in (Word.COMMA, Word.PREPOSITION):
                return None
            phrase = tuple(words.low[first:end])
            who = self.cast.who(phrase)
            if who in PEOPLE and phrase[-1] != "onze":
                return Subject(phrase, who, first, end, words)
        return None

    def _is(self, subject: Subject, said: Predicate) -> Norm | None:
        if _is_dutiful(said):
            return _bound(subject, said)
        if said.any_of(terms.ALLOWED):
            if said.negated or said.restricted:
                return _ban(subject, said)
            return None if subject.who is Who.AUTHORITY else Norm(Sort.PERMISSION, _PERMISSION)
        if not said.negated and said.any_of(terms.NEEDED) and terms.PERMIT_NOUN.search(said.whole):
            return None if self.official else Norm(Sort.FIRM, Modality.PERMIT)
        if said.restricted and "mogelijk" in said.words and not self.official:
            return Norm(Sort.FIRM, Modality.BAN)
        if subject.who is Who.FIRM:
            return _being_of_firm(subject, said)
        if "verschuldigd" in said.words and (payer := self._agent(said)) is not None:
            return _bind_actor(payer, said)
        if subject.who is Who.THING and subject.words and not terms.VOID.search(said.text):
            return self._being_of_thing(subject, said)
        return None

    def _being_of_thing(self, subject: Subject, said: Predicate) -> Norm | None:
        if "vereist" in said.words and not said.negated:
            return self._thing(subject, said)
        if not terms.REQUIRED_OF_THING.search(said.text) or terms.AMOUNT.search(said.text):
            return None
        official = said.participle in terms.OFFICIAL_ACTS - terms.ALSO_TECHNICAL
        return None if official else self._thing(subject, said)

    def _has(self, subject: Subject, said: Predicate) -> Norm | None:
        match subject.who:
            case Who.AUTHORITY:
                return _bind(subject, Modality.DUTY) if terms.TASK.search(said.text) else None
            case Who.FIRM:
                had = said.participle in terms.PERFECT or terms.NO_HAVING.search(said.text)
                return None if had or said.negated else _bind(subject, Modality.DUTY)
            case Who.THING if terms.LIMIT.search(said.whole):
                return self._thing(subject, said)
        return None

    def _needs(self, subject: Subject, said: Predicate) -> Norm | None:
        if said.negated or self.official or subject.who is Who.AUTHORITY:
            return None
        if not terms.PERMIT_NOUN.search(said.text):
            return None
        return _bind(subject, Modality.PERMIT)

    def _amounts(self, subject: Subject, said: Predicate) -> Norm | None:
        if subject.who is not Who.THING or not terms.LIMIT.search(said.text):
            return None
        return None if terms.AMOUNT.search(said.whole) else self._thing(subject, said)

    def _lies(self, subject: Subject, said: Predicate) -> Norm | None:
        between = subject.who is Who.THING and "tussen" in said.words
        return (
            self._thing(subject, said) if between and not terms.AMOUNT.search(said.whole) else None
        )

    def _keeps(self, subject: Subject, said: Predicate) -> Norm | None:
        keeps = subject.who is Who.FIRM and said.participle in (None, "behouden")
        if not keeps or terms.VOID.search(said.text):
            return None
        return _bind(subject, said.modality)


_SORTS = {Who.FIRM: Sort.FIRM, Who.AUTHORITY: Sort.AUTHORITY}
_PERMISSION = Modality.PERMISSION
_MANY = 4
"""So often named before a regulation can be said to speak to authorities."""
_ON_BEHALF = frozenset({"namens", "vanwege"})
_POINTING = frozenset({"deze", "dit"})
_LONGEST_PHRASE = 22
_SHORT_PHRASE = 5
_Handler = Callable[[Judge, Subject, Predicate], Norm | None]


def _nothing(judge: Judge, subject: Subject, said: Predicate) -> None:
    """The past and wishes lay down nothing."""
    del judge, subject, said


def _handlers() -> dict[str, _Handler]:
    """Return the rule for each auxiliary."""
    rules = {
        "kan kunnen": "_can",
        "mag mogen": "_may",
        "moet moeten dient dienen": "_must",
        "zal zullen": "_shall",
        "wordt worden": "_becomes",
        "is zijn": "_is",
        "heeft hebben": "_has",
        "behoeft behoeven hoeft hoeven": "_needs",
        "bedraagt bedragen": "_amounts",
        "blijft blijven": "_keeps",
        "ligt liggen": "_lies",
    }
    handlers: dict[str, _Handler] = dict.fromkeys(terms.PAST, _nothing)
    for verbs, rule in rules.items():
        handlers.update(dict.fromkeys(verbs.split(), getattr(Judge, rule)))
    return handlers


_HANDLERS = _handlers()


# --- norms ------------------------------------------------------------------------------------


def _bind(subject: Subject, modality: Modality) -> Norm:
    """Bind a subject: an authority if it is one, else the firms that have to do with it."""
    if subject.who is Who.AUTHORITY:
        return Norm(Sort.AUTHORITY, Modality.DUTY, subject.first, subject.name)
    if subject.who is Who.FIRM:
        return Norm(Sort.FIRM, modality, subject.first, subject.name)
    return Norm(Sort.FIRM, modality)


def _bind_actor(subject: Subject, said: Predicate) -> Norm | None:
    return _bind(subject, said.modality) if subject.who in ACTORS else None


def _permit(subject: Subject) -> Norm:
    bound = _bind(subject, Modality.PERMISSION)
    return Norm(Sort.PERMISSION, Modality.PERMISSION, bound.first, bound.addressee)


def _ban(subject: Subject, said: Predicate) -> Norm | None:
    if subject.who is Who.AUTHORITY:
        return None
    without = terms.WITHOUT_PERMIT.search(said.whole)
    return _bind(subject, Modality.PERMIT if without else Modality.BAN)


def _bound(subject: Subject, said: Predicate) -> Norm | None:
    """What "is verplicht" and "is gehouden" lay down."""
    if terms.NOT_BOUND.search(said.text) or subject.who in (Who.CITIZEN, Who.RULE):
        return None
    return _bind(subject, Modality.DUTY)


def _is_dutiful(said: Predicate) -> bool:
    """Whether "verplicht" or "gehouden" goes with the verb, maybe behind a subclause."""
    if said.any_of(terms.BOUND):
        return True
    clause = said.clause
    if terms.BOUND.isdisjoint(clause.words.low[said.stop : clause.end]):
        return False
    return terms.DUTIFUL_BEYOND.search(said.whole) is not None


def _being_of_firm(subject: Subject, said: Predicate) -> Norm | None:
    if said.negated:
        return None
    if "verschuldigd" in said.words:
        return _bind(subject, Modality.DUTY)
    if terms.VOID.search(said.text):
        return None
    asked = terms.BEING_OF_FIRM.search(said.text) or "zodanig" in said.words
    return _bind(subject, Modality.DUTY) if asked else None


# --- what words tell ------------------------------------------------------------------------------


def _has_in(said: Predicate) -> bool:
    """Whether "in" ends what is handed in: "dient ... een aanvraag in bij"."""
    clause = said.clause
    low, part = clause.words.low, clause.words.part
    ends = (Word.PREPOSITION, Word.COMMA, Word.COLON, Word.JOINER, Word.OPENER)
    return any(
        low[at] == "in" and (at + 1 == clause.end or part[at + 1] in ends)
        for at in range(clause.verb + 1, clause.end)
    )


def _forbids(said: Predicate) -> bool:
    """Whether something is forbidden, also "Het is de houder die ... verboden"."""
    if "verboden" in said.words:
        return True
    clause = said.clause
    low = clause.words.low
    return low[clause.verb - 1] == "het" and "verboden" in low[clause.verb : clause.end]


def _comes_into_force(said: Predicate) -> bool:
    words = said.words
    if "terug" in words[:2] and said.verb in ("werkt", "werken"):
        return True
    if "werking" not in words or said.verb not in terms.INTO_FORCE:
        return False
    at = words.index("werking")
    return words[at - 1] == "in" and (at < 2 or words[at - 2] != "het")


def _equates(said: Predicate) -> bool:
    """Whether something is put on a par, deemed or changed, and nothing has to be done."""
    if said.words[:1] == ["bedoeld"] or "aanmerking" in said.words:
        return True
    clause = said.clause
    if "aanmerking" in clause.words.low[said.stop : clause.end] and " in aanmerking" in said.whole:
        return True
    return said.any_of(terms.CHANGED) or said.any_of(terms.DEEMED)


def _points_elsewhere(participle: str, said: Predicate) -> bool:
    text = said.text
    if " in mindering " in text or " in behandeling " in text or " toepassing " in text:
        return True
    if " als grondslag " in text:
        return True
    if participle == "toegepast" and terms.RULE_APPLIED.search(text):
        return True
    return participle == "aangegeven" and terms.IN_TABLE.search(text) is not None


def _is_done_officially(subject: Subject, said: Predicate) -> bool:
    """Whether only an authority can do it, by what it is done to and where it is put."""
    if subject.words and is_official(subject.words[-1]):
        return True
    if any(word in terms.MONEY or word.endswith(terms.SUMS_PAID) for word in subject.words[-2:]):
        return True
    if said.participle in terms.PAID and not terms.MONEY.isdisjoint(said.words):
        return True
    public = terms.IN_PUBLIC.search(said.text) or terms.OF_RECIPIENT.search(said.text)
    return public is not None


def _is_owed(subject: Subject, said: Predicate) -> bool:
    """Whether a sum has to be paid: "Voor de keuring is een vergoeding verschuldigd"."""
    if not said.clause.inverted or said.negated or "verschuldigd" not in said.words:
        return False
    return bool(subject.words) and subject.words[0] in ("een", subject.words[-1])


def _is_while_deciding(said: Predicate) -> bool:
    """Whether it is part of what only authorities are at: "Bij de beoordeling wordt"."""
    clause = said.clause
    low = clause.words.low
    if low[clause.first] not in ("bij", "voor"):
        return "ambtshalve" in low[clause.first : clause.end]
    return terms.WHILE_DECIDING.search(said.whole) is not None


def _leads_with_decision(said: Predicate) -> bool:
    """Whether it is done with a decision: "Van het besluit wordt mededeling gedaan"."""
    clause = said.clause
    low = clause.words.low
    if not clause.inverted or low[clause.first] not in ("van", "bij", "in", "op"):
        return False
    return any(is_official(word) for word in low[clause.first + 1 : clause.first + 4])


def _is_applied_for(subject: Subject) -> bool:
    return not terms.APPLICATIONS.isdisjoint(subject.words)


def _asks_of_thing(subject: Subject, said: Predicate) -> bool:
    """Whether a verb asks something of whoever makes or has its subject, a thing."""
    verb = said.verb
    if verb in terms.DUTY_OF_THING:
        return True
    if verb not in terms.SAYS_SO and terms.MEASURED.search(said.text):
        return not terms.AMOUNT.search(said.text)
    if verb in terms.SHOWS and terms.SHOWN.search(said.text):
        return True
    if verb not in terms.HAPPENS or terms.PAID_OUT.search(said.whole):
        return False
    return _is_act(subject.words)


def _is_act(words: Sequence[str]) -> bool:
    """Whether a noun names what firms do: "de melding", "het bewaren"."""
    if any(word.endswith(terms.ACTS) for word in words[:4]):
        return True
    verbs = (Word.PLURAL, Word.LAST_PLURAL)
    names_verb = any(word_of(word) in verbs for word in words[:2])
    return names_verb and words[0] in ("het", words[-1])


def _is_in_attribute(words: Words, agent: Subject) -> bool:
    """Whether an agent belongs to a noun: "een door hem te verstrekken formulier"."""
    first, at = agent.first or 0, agent.end or 0
    if any(is_participle(words.low, inside) for inside in range(first + 2, at - 1)):
        return True
    if at + 2 >= len(words):
        return False
    if words.low[at] == "te":
        return words.part[at + 2] is Word.OTHER
    return is_participle(words.low, at) and words.part[at + 1] is Word.OTHER


def _is_fronted(clause: Clause) -> bool:
    """Whether the words before the verb cannot be its subject: a plural before a singular."""
    if clause.subject is None:
        return False
    head = clause.words.low[clause.subject[1] - 1]
    is_plural = head.endswith(("en", "s", "deze", "dit", "dat"))
    return is_plural and clause.words.low[clause.verb].endswith("t")


def _is_personal(said: Predicate) -> bool:
    """Whether only people and bodies can be the subject of a verb."""
    if said.verb in terms.PERSONAL:
        return True
    return said.verb in terms.LIGHT and terms.PERSONAL_TURNS.search(said.text) is not None


def _may_be_actor(subject: Subject) -> bool:
    last = subject.words[-1] if subject.words else ""
    return last.isalpha() and last not in terms.NO_ACTORS and not is_official(last)
