"""Whether a main clause lays down a norm, for whom, and how it binds.

The finite verb leads: auxiliaries have a rule each, other verbs bind whoever is their subject
unless they are known to say what is so and not what must be done.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto

from checker.legal_text import norm_terms as terms
from checker.legal_text.addressees import Cast, Who, is_official, noun
from checker.legal_text.clauses import PASSIVE, Clause
from checker.legal_text.norm_signs import (
    asks_of_thing,
    comes_into_force,
    equates,
    forbids,
    grants,
    has_in,
    is_abbreviated,
    is_applied_for,
    is_done_officially,
    is_fronted,
    is_granted_on_request,
    is_in_attribute,
    is_measured,
    is_money,
    is_personal,
    is_put,
    is_security,
    is_while_deciding,
    lays_down_rules,
    leads_with_application,
    leads_with_decision,
    leads_with_deeming,
    leads_with_rule,
    may_be_actor,
    needs_permit,
    points_elsewhere,
    says_decision,
)
from checker.legal_text.participles import is_participle
from checker.legal_text.phrases import phrase_end
from checker.legal_text.predicates import Predicate
from checker.legal_text.subjects import (
    ACTORS,
    NOBODY,
    PEOPLE,
    Subject,
    first_actor,
    plain_name,
    subject_at,
)
from checker.legal_text.verbs import Word
from checker.models.text_facts import Modality


class Sort(Enum):
    """What comes of a clause."""

    FIRM = auto()
    AUTHORITY = auto()
    PERMISSION = auto()


@dataclass(slots=True)  # not frozen: that takes three times as long to make
class Norm:
    """What a clause lays down."""

    sort: Sort
    modality: Modality = Modality.DUTY
    first: int | None = None
    """First word of who is bound, where the clause names it."""
    addressee: str | None = None


def is_official_title(title: str | None) -> bool:
    """Whether a regulation is about the working of public bodies, by its title."""
    low = (title or "").lower()
    named = any(name in low for name in terms.OFFICIAL_TITLES)
    return named or terms.SETS_UP_A_BODY.search(low) is not None


class Judge:
    """Judges the clauses of one regulation."""

    def __init__(self, cast: Cast, *, official: bool) -> None:
        self.cast = cast
        self.official = official
        """Whether unnamed actors are officials, as in a regulation on a committee."""
        self.near: Who | None = None
        """Who was named last in the same lid: he acts where nobody is named."""
        self.agent: Who | None = None
        """Who was named last in the lid as the one by whom something is done."""
        self.before: Who | None = None
        self._firms = self._authorities = 0
        """How often each was named so far; where only offices act, unnamed actors are offices."""

    def named(self, who: Who) -> None:
        """Take note of somebody who is named as a subject."""
        if who in ACTORS:
            self.near = who
            self._firms += who is Who.FIRM
            self._authorities += who is Who.AUTHORITY

    def judge(self, clause: Clause, subject: Subject) -> Norm | None:
        """Return what a clause lays down for its subject, or nothing."""
        verb = clause.words.low[clause.verb]
        if self.official and subject.who is Who.FIRM and subject.words[-1] in terms.STAFF:
            subject = replace(subject, who=Who.AUTHORITY)
        said = Predicate(clause)
        if subject.who is Who.RULE and verb in terms.NEVER_OF_RULES:
            return self._of_rule(subject, said)
        if comes_into_force(said) or (subject.words and subject.words[-1] in terms.BILLS):
            return None
        if verb in ("is", "zijn", "blijft") and forbids(said):
            return self._forbidden(subject, said)
        handler = _HANDLERS.get(verb)
        if handler is not None:
            return handler(self, subject, said)
        is_effect = verb in terms.EFFECTS
        if leads_with_deeming(said) and (is_effect or subject.who is not Who.AUTHORITY):
            return None
        if is_effect:
            return self._effect(subject, said)
        return self._plain(subject, said)

    def _forbidden(self, subject: Subject, said: Predicate) -> Norm | None:
        """A ban, on whoever is named behind the verb: "Het is de vervoerder verboden"."""
        words, at = said.clause.words, said.clause.verb + 1
        norm = _ban(subject, said)
        if norm is None or subject.who is not Who.THING or "verboden" not in said.words[1:]:
            return norm
        at += words.low[at] in ("aan", "voor")
        told = subject_at(self.cast, words, at, words.low.index("verboden", at))
        return replace(norm, addressee=told.name) if told.who is Who.FIRM else norm

    def _unnamed(self) -> Sort:
        """Return whom a clause binds that names nobody: who is named near it, else firms."""
        nearest = self._nearest
        if nearest in ACTORS:
            return Sort.FIRM if nearest is Who.FIRM else Sort.AUTHORITY
        if self._firms == 0 and self._authorities >= _ONLY_OFFICE and not self.cast.has_applicants:
            return Sort.AUTHORITY
        return Sort.AUTHORITY if self.official else Sort.FIRM

    @property
    def _nearest(self) -> Who | None:
        return self.near or self.agent or self.before

    # --- verbs that are no auxiliaries ------------------------------------------------------

    def _plain(self, subject: Subject, said: Predicate) -> Norm | None:
        match subject.who:
            case Who.AUTHORITY:
                return self._of_authority(subject, said)
            case Who.FIRM:
                if said.verb in terms.RIGHTS or (said.negated and said.verb in terms.LACKS):
                    return None
                return _bind(subject, said.modality)
            case Who.CITIZEN:
                return None
        actor = self._actor_after(said)
        if actor is not None:
            return self._plain(actor, said)
        if subject.words[-1:] and subject.words[-1] in terms.OF_SUMS:
            return None
        if said.verb in terms.HAPPENS and terms.BY_ORDER.search(said.whole):
            self.named(Who.AUTHORITY)
            return Norm(Sort.AUTHORITY)
        agent = self._agent(said) if said.verb in terms.HAPPENS else None
        if agent is not None and agent.who in ACTORS:
            return _bind_actor(agent, said)
        if subject.who is Who.RULE:
            is_told = says_decision(subject) and said.verb in terms.ONLY_OF_THINGS
            return Norm(Sort.AUTHORITY) if is_told else None
        if is_abbreviated(subject) and said.verb not in terms.ONLY_OF_THINGS:
            return Norm(Sort.AUTHORITY, Modality.DUTY, subject.first, subject.name)
        if is_personal(said) and may_be_actor(subject):
            return Norm(Sort.FIRM, said.modality, subject.first, subject.name)
        return self._thing(subject, said) if asks_of_thing(subject, said) else None

    def _of_authority(self, subject: Subject, said: Predicate) -> Norm | None:
        """What an authority receives is somebody's duty to send; what rules it makes is none."""
        if said.verb in ("ontvangt", "ontvangen"):
            return self._sent_by(said)
        lays_down = said.verb in ("stelt", "stellen", "geeft", "geven", "legt", "leggen")
        if lays_down and terms.RULES_MADE.search(said.text):
            return None
        if said.verb in ("krijgt", "krijgen"):
            return None
        if said.verb in terms.DECIDES and terms.REFUSAL.search(said.text):
            return None
        return _bind(subject, Modality.DUTY)

    def _sent_by(self, said: Predicate) -> Norm | None:
        words = said.clause.words
        for at in said.inside:
            if words.low[at] == "van" and (sender := self._actor_from(said, at + 1)) is not None:
                return _bind(sender, Modality.DUTY) if sender.who is Who.FIRM else None
        return None

    def _of_rule(self, subject: Subject, said: Predicate) -> Norm | None:
        """A rule binds where a sum is owed, or a duty or ban is said to hold."""
        if said.verb == "geldt" and terms.IN_FORCE.search(said.text):
            return Norm(self._unnamed(), Modality.BAN if " verbod" in said.text else Modality.DUTY)
        is_owed = said.verb in ("is", "zijn") and said.owes and not said.negated
        return self._is_owed(subject, said) if is_owed else None

    def _effect(self, subject: Subject, said: Predicate) -> Norm | None:
        """Verbs that say what is so ask something in a few turns only."""
        if said.verb in ("komt", "komen"):
            return self._comes(subject, said)
        if said.verb == "geldt" and terms.IN_FORCE.search(said.text):
            return self._of_rule(subject, said)
        if said.verb in ("geldt", "gelden") and terms.LIMIT_SET.search(said.text):
            return self._thing(NOBODY, said)
        if said.verb in ("gaat", "gaan") and "vergezeld" in said.words:
            return self._thing(subject, said)
        if subject.who is Who.AUTHORITY and (said.verb in terms.GOES or grants(said)):
            return _bind(subject, Modality.DUTY)
        befalls = "plaats" in said.words or terms.PASSES.search(said.text)
        if subject.who is Who.FIRM and said.verb in terms.GOES and not befalls:
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
        while not (words.low[at - 1] == "van" and words.low[at - 2] in _CHARGES):
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
        if words.part[at] not in (Word.DETERMINER, Word.PRONOUN) or words.low[at] in terms.POINTING:
            return None
        is_office = words.low[at] == "onze" and is_personal(said)
        if words.low[at] not in ("hij", "zij") and not (is_office or is_fronted(clause)):
            return None
        for end in range(at + 1, min(at + 4, clause.end) + 1):
            phrase = tuple(words.low[at:end])
            who = self.cast.who(phrase)
            if who in ACTORS:
                return Subject(phrase, who, at, end, words)
        return None

    def _thing(self, subject: Subject, said: Predicate) -> Norm | None:
        """A duty about a thing: whoever makes or has the thing must see to it."""
        if subject.words and is_official(subject.words[-1]):
            return Norm(Sort.AUTHORITY)
        if subject.who is Who.RULE:
            return None
        if is_applied_for(subject):
            return None if self.cast.is_personal else Norm(Sort.FIRM, said.modality)
        return Norm(self._owner(subject, said) or self._unnamed(), said.modality)

    def _owner(self, subject: Subject, said: Predicate) -> Sort | None:
        """Return whose the subject is, or who makes it: "het verslag van de commissie"."""
        words, at = said.clause.words, subject.end
        if subject.source is not words or at is None or at + 2 >= len(words):
            return None
        if words.low[at] == "tot" and is_official(words.low[at + 1]):
            return Sort.AUTHORITY  # "het voornemen tot intrekking"
        if words.low[at] not in ("van", "die", "dat", "door"):
            return None
        owner = subject_at(self.cast, words, at + 1, len(words))
        if is_abbreviated(owner):
            return Sort.AUTHORITY
        return _SORTS.get(owner.who)

    # --- auxiliaries -----------------------------------------------------------------------

    def _can(self, subject: Subject, said: Predicate) -> Norm | None:
        if subject.who is Who.FIRM:
            if said.denied:
                return None if terms.NO_RIGHT.search(said.text) else _bind(subject, Modality.BAN)
            return _permit(subject)
        if said.denied and is_applied_for(subject) and said.participle in terms.MADE_OR_SENT:
            return self._thing(subject, said)
        if said.restricted and said.participle not in terms.OFFICIAL_ACTS and not said.is_case:
            agent = self._agent(said)
            return _bind_actor(agent, said) if agent is not None else self._thing(subject, said)
        return None

    def _may(self, subject: Subject, said: Predicate) -> Norm | None:
        if subject.who not in (Who.FIRM, Who.THING):
            return None
        if not (said.denied or said.any_of(terms.NEGATIONS)):
            if terms.AT_MOST.search(said.text) and not terms.AMOUNT.search(said.text):
                return self._limit(subject, said)
            return _permit(subject)
        if self.official and subject.who is Who.THING:
            return None
        if terms.OWN_TASK.search(said.whole):
            return Norm(Sort.AUTHORITY)
        return _ban(subject, said)

    def _limit(self, subject: Subject, said: Predicate) -> Norm | None:
        bound = self._thing(subject, said) if subject.who is Who.THING else _ban(subject, said)
        return replace(bound, modality=Modality.BAN) if bound is not None else None

    def _must(self, subject: Subject, said: Predicate) -> Norm | None:
        if said.verb in ("dient", "dienen") and not said.has_te and "worden" not in said.words:
            hands_in = subject.who in ACTORS and has_in(said)
            return _bind(subject, said.modality) if hands_in else None
        acts = subject.who in ACTORS and not said.is_passive
        if said.participle == "ontvangen" and not acts:
            return self._thing(subject, said)  # "dienen te zijn ontvangen door de Bank"
        agent = None if acts else self._agent(said)
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
        if subject.who in ACTORS or not said.is_passive:
            return _bind_actor(subject, said)
        return self._becomes(subject, said)

    def _becomes(self, subject: Subject, said: Predicate) -> Norm | None:
        if equates(said) or leads_with_rule(said):
            return None
        agent = self._agent(said)
        if agent is None and is_granted_on_request(subject, said):
            return Norm(Sort.AUTHORITY)
        if said.participle in terms.SUMS:
            if agent is not None and agent.who is Who.FIRM and said.participle == "vergoed":
                return _bind_actor(agent, said)
            by_office = agent is not None and agent.who is Who.AUTHORITY
            acts = by_office and said.participle in terms.CHANGED_BY_OFFICE
            return Norm(Sort.AUTHORITY) if acts else None
        if agent is not None:
            if agent.who in ACTORS:
                self.agent = agent.who
            rules = said.participle in terms.LEVIED or lays_down_rules(subject, said)
            return None if agent.who is Who.AUTHORITY and rules else _bind_actor(agent, said)
        if subject.who in PEOPLE:
            return self._done_to_people(subject, said)
        return self._passive(subject, said)

    def _done_to_people(self, subject: Subject, said: Predicate) -> Norm | None:
        """Firms inform their customers; what is done to firms is done by authorities."""
        is_told = said.participle in terms.TOLD or terms.PUT_TO_PEOPLE.search(said.text)
        if is_told and subject.who is Who.CITIZEN:
            return Norm(self._unnamed(), said.modality)
        by_office = said.participle in terms.ANNOUNCED or said.participle in terms.ADMITTED
        return Norm(Sort.AUTHORITY) if is_told or by_office else None

    def _passive(self, subject: Subject, said: Predicate) -> Norm | None:
        """Decide by what is done who can do it."""
        participle = "bekendgemaakt" if terms.MADE_KNOWN.search(said.text) else said.participle
        if participle is None:
            must = said.verb not in PASSIVE
            return self._thing(subject, said) if must and subject.words else None
        if participle == "gesteld" and is_put(said):
            participle = "gemeld"
        if self._is_in_office(said):
            return Norm(Sort.AUTHORITY)
        if participle in terms.OBEYED and terms.RULES_OBEYED.search(said.whole):
            return Norm(Sort.AUTHORITY if self.official else Sort.FIRM, said.modality)
        if participle in terms.SUMS or points_elsewhere(participle, said):
            told = said.verb in _BINDING and participle in terms.DONE_IN_BOOKS
            return self._thing(subject, said) if told else None
        if self._is_of_applicant(participle, subject, said):
            return Norm(Sort.FIRM, said.modality)
        if participle not in terms.OFFICIAL_ACTS and is_applied_for(subject):
            return None
        if leads_with_decision(said) or self._is_official(participle, subject, said):
            return _announced(participle, subject, said)
        if subject.who is Who.RULE and participle not in terms.RULE_ACTS:
            return None
        modality = Modality.PERMIT if terms.ONLY_AFTER.search(said.text) else said.modality
        if participle in terms.SURE_ACTS:
            return Norm(Sort.FIRM, modality)
        return Norm(self._owner(subject, said) or self._unnamed(), modality)

    def _is_of_applicant(self, participle: str, subject: Subject, said: Predicate) -> bool:
        """Whether whoever applies for something or hands it in does what is said."""
        if participle == "gesteld":
            return is_security(subject)
        if participle == "aangevraagd" and subject.who is not Who.RULE:
            return not self.official
        if self._goes_to_authority(participle, subject, said):
            return True
        applies = participle not in terms.OFFICIAL_ACTS and is_applied_for(subject)
        return (applies or leads_with_application(said)) and not self.cast.is_personal

    def _goes_to_authority(self, participle: str, subject: Subject, said: Predicate) -> bool:
        """Whether somebody hands something to an authority, who is not one himself."""
        if participle not in terms.HANDED or self.official or self.near is Who.AUTHORITY:
            return False
        if subject.words and is_official(subject.words[-1]):
            return False
        return terms.TO_AUTHORITY.search(said.text) is not None

    def _is_in_office(self, said: Predicate) -> bool:
        """Whether something is done while deciding, or with data got by office."""
        if "gegevens" in said.clause.words.low:
            if terms.OWN_DATA.search(said.whole):
                return True
            if said.denied and terms.OWN_TASK.search(said.whole):
                return True
        return self.near is not Who.FIRM and is_while_deciding(said)

    def _is_official(self, participle: str, subject: Subject, said: Predicate) -> bool:
        """Whether only an authority does it; some things a firm does too, if it is named."""
        if self._unnamed() is Sort.FIRM and participle in terms.ALSO_OF_FIRMS:
            of_office = subject.words and is_official(subject.words[-1])
            public = terms.OF_RECIPIENT.search(said.text) or terms.IN_PUBLIC.search(said.text)
            return bool(of_office or public or is_applied_for(subject))
        if self._nearest is Who.FIRM and "ter inzage" in said.text:
            return False
        if participle in terms.STATED_IN and terms.IN_DECISION.search(said.text):
            return True
        return participle in terms.OFFICIAL_ACTS or is_done_officially(subject, said)

    def _agent(self, said: Predicate) -> Subject | None:
        """Return who does it, after "door"."""
        clause, words = said.clause, said.clause.words
        if words.low[clause.first] == "door" and clause.first + 1 < clause.verb:
            return subject_at(self.cast, words, clause.first + 1, clause.verb)
        for index in said.inside:
            if index + 1 >= clause.end:
                break
            if words.low[index] not in ("door", "vanwege") or words.part[index + 1] is Word.OPENER:
                continue
            if words.part[index - 1] in (Word.PREPOSITION, Word.DETERMINER):
                continue  # "in de door de minister vastgestelde"
            if words.part[index - 1] is Word.ADVERB and words.low[index - 2] in _ARTICLES:
                continue  # "langs de daartoe door de minister geopende weg"
            if words.low[index + 1 : index + 3] == ["de", "zorg"] and "van" in words.low[index:-1]:
                return subject_at(self.cast, words, words.low.index("van", index) + 1, len(words))
            behalf = words.low[index + 2] in _ON_BEHALF if index + 3 < clause.end else False
            agent = self._actor_from(said, index + (3 if behalf else 1))
            if agent is not None and not is_in_attribute(words, agent):
                return agent
        return None

    def _actor_from(self, said: Predicate, first: int) -> Subject | None:
        """Return the actor that is named from ``first`` on, in full or by its first words."""
        words = said.clause.words
        full = phrase_end(words, first, min(first + _LONGEST_PHRASE, len(words)))
        while full - first > 1 and is_participle(words.low, full - 1):
            full -= 1  # "door de fabrikant aangebracht"
        short = range(first + 1, min(first + _SHORT_PHRASE, len(words)) + 1)
        for end in (full, *short):
            if end != full and words.part[end - 1] in (Word.COMMA, Word.PREPOSITION):
                return None
            phrase = tuple(words.low[first:end])
            who = self.cast.who(phrase)
            if who in PEOPLE and phrase[-1] != "onze":
                if noun(phrase[-1]) in PEOPLE:
                    return Subject(phrase, who, first, end, words)
                stop = first_actor(self.cast, words, first, end)
                return Subject(phrase[: stop - first], who, first, stop, words)
        return None

    def _is(self, subject: Subject, said: Predicate) -> Norm | None:
        if _is_dutiful(said):
            return _bound(subject, said)
        if not terms.ALLOWED.isdisjoint(said.main):
            if said.negated or said.restricted:
                return _ban(subject, said)
            return None if subject.who is Who.AUTHORITY else Norm(Sort.PERMISSION, _PERMISSION)
        if needs_permit(subject, said):
            return None if self.official else Norm(Sort.FIRM, Modality.PERMIT)
        if said.restricted and "mogelijk" in said.words and not self.official:
            return Norm(Sort.FIRM, Modality.BAN)
        if subject.who is Who.FIRM:
            if "bevoegd" in said.words and said.any_of(terms.RESTRICTIONS):
                return _ban(subject, said)
            return _being_of_firm(subject, said)
        if subject.who is Who.AUTHORITY:
            charged = terms.EXECUTION.search(said.text)
            return _bind(subject, Modality.DUTY) if charged else None
        if terms.AT_CHARGE.search(said.text):
            return self._charged(said)
        if said.owes and not said.negated:
            return self._is_owed(subject, said)
        if subject.who is Who.THING and subject.words and not terms.VOID.search(said.text):
            return self._being_of_thing(subject, said)
        return None

    def _is_owed(self, subject: Subject, said: Predicate) -> Norm | None:
        """A sum that has to be paid: "Voor de keuring is een vergoeding verschuldigd"."""
        payer = self._agent(said)
        if payer is not None:
            return _bind_actor(payer, said)
        names_sum = subject.words[:1] == ("een",) or len(subject.words) == 1
        return self._thing(NOBODY, said) if said.clause.inverted and names_sum else None

    def _being_of_thing(self, subject: Subject, said: Predicate) -> Norm | None:
        if "vereist" in said.words:
            is_free = said.negated or terms.FOR_A_RIGHT.search(said.whole)
            return None if is_free else self._thing(subject, said)
        if len(subject.words) == 1 and is_participle(("", *subject.words), 1):
            return None  # "Verzekerd zijn de echtgenoot en de kinderen", "is afgesproken dat"
        if subject.words[-1].endswith(terms.FORMS) and terms.AT_HAND.search(said.text):
            return Norm(Sort.AUTHORITY)
        clause = said.clause
        if clause.words.low[clause.first : clause.verb + 2] == ["er", "is", "een"]:
            return None
        is_state = said.participle is not None and said.participle not in terms.NO_DEMANDS
        if not (is_state or terms.REQUIRED_OF_THING.search(said.text)):
            return None
        if terms.AMOUNT.search(said.text) or terms.NO_STATE.search(said.whole):
            return None
        official = said.participle in terms.OFFICIAL_ACTS - terms.ALSO_TECHNICAL
        return None if official else self._thing(subject, said)

    def _has(self, subject: Subject, said: Predicate) -> Norm | None:
        if said.restricted and terms.ACCESS_TO_DATA.search(said.whole):
            return Norm(Sort.AUTHORITY)
        match subject.who:
            case Who.AUTHORITY:
                return _bind(subject, Modality.DUTY) if terms.TASK.search(said.text) else None
            case Who.FIRM:
                told = " ".join(said.main)
                had = said.participle in terms.PERFECT or terms.NO_HAVING.search(told)
                return None if had or said.negated else _bind(subject, Modality.DUTY)
            case Who.THING if is_measured(said):
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
        if " ter inzage " in said.text and subject.who is not Who.RULE:
            return Norm(Sort.FIRM if self._nearest is Who.FIRM else Sort.AUTHORITY)
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
_ONLY_OFFICE = 8
"""So many offices and no firm show that a regulation is about offices."""
_BINDING = frozenset({"moet", "moeten", "dient", "dienen"})
_CHARGES = frozenset({"rekening", "laste", "risico"})
_ARTICLES = frozenset({"de", "het", "een"})
_ON_BEHALF = frozenset({"namens", "vanwege"})
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


def _announced(participle: str, subject: Subject, said: Predicate) -> Norm | None:
    """What an authority has to do, where only that it is done is said; no grounds of refusal."""
    is_this = subject.words[:1] in (("deze",), ("dit",))
    if participle == "verstrekt" and is_money(subject):
        return None  # what is paid for, and no act
    if said.denied or (is_this and terms.PUBLISHED.search(said.text)):
        return None
    granted = participle == "vastgesteld" and (is_money(subject) or leads_with_decision(said))
    return Norm(Sort.AUTHORITY) if granted or participle in terms.ANNOUNCED else None


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
    if said.owes:
        return _bind(subject, Modality.DUTY)
    if terms.VOID.search(said.text):
        return None
    asked = terms.BEING_OF_FIRM.search(said.text) or "zodanig" in said.words
    return _bind(subject, Modality.DUTY) if asked else None
