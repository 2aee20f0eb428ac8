"""What the words of a clause tell about the norm it may lay down."""

import re
from collections.abc import Sequence

from checker.legal_text import norm_terms as terms
from checker.legal_text.addressees import Who, is_official
from checker.legal_text.clauses import Clause
from checker.legal_text.participles import is_participle
from checker.legal_text.predicates import Predicate
from checker.legal_text.sentence_words import Words
from checker.legal_text.subjects import Subject
from checker.legal_text.verbs import Word, word_of


def has_in(said: Predicate) -> bool:
    """Whether "in" ends what is handed in: "dient ... een aanvraag in bij"."""
    clause = said.clause
    low, part = clause.words.low, clause.words.part
    ends = (Word.PREPOSITION, Word.COMMA, Word.COLON, Word.JOINER, Word.OPENER)
    return any(
        low[at] == "in" and (at + 1 == clause.end or part[at + 1] in ends)
        for at in range(clause.verb + 1, clause.end)
    )


def grants(said: Predicate) -> bool:
    """Whether something is granted: "kent op aanvraag een vergoeding toe"."""
    return said.verb in ("kent", "kennen") and "toe" in said.clause.words.low


def forbids(said: Predicate) -> bool:
    """Whether something is forbidden, also "Het is de houder die ... verboden"."""
    clause = said.clause
    low, part = clause.words.low, clause.words.part
    if "verboden" in said.words:
        at = low.index("verboden", clause.verb)
        return part[at - 1] is not Word.PREPOSITION  # "residuen van verboden stoffen"
    return low[clause.verb - 1] == "het" and "verboden" in low[clause.verb : clause.end]


def comes_into_force(said: Predicate) -> bool:
    """Whether it says when something takes effect."""
    words = said.words
    if "terug" in words[:2] and said.verb in ("werkt", "werken"):
        return True
    if "werking" not in words or said.verb not in terms.INTO_FORCE:
        return False
    at = words.index("werking")
    return words[at - 1] == "in" and (at < 2 or words[at - 2] != "het")


_HOW = (["door"], ["in"], ["bij"], ["op"])


def equates(said: Predicate) -> bool:
    """Whether something is put on a par, deemed or changed, and nothing has to be done."""
    designates = said.words[:1] == ["aangewezen"] and said.words[1:2] not in _HOW
    if designates or said.words[:1] == ["bedoeld"] or "aanmerking" in said.words:
        return True
    clause = said.clause
    if "aanmerking" in clause.words.low[said.stop : clause.end] and " in aanmerking" in said.whole:
        return True
    return said.any_of(terms.CHANGED) or said.any_of(terms.DEEMED)


def points_elsewhere(participle: str, said: Predicate) -> bool:
    """Whether it only says where a thing counts or what it rests on."""
    text = said.text
    if " in rekening " in text and said.participle == "gebracht":
        return True
    if " in mindering " in text or " in behandeling " in text or " toepassing " in text:
        return True
    if " als grondslag " in text:
        return True
    if participle == "toegepast" and terms.RULE_APPLIED.search(text):
        return True
    return participle == "aangegeven" and terms.IN_TABLE.search(text) is not None


def is_put(said: Predicate) -> bool:
    """Whether "gesteld" goes with what firms do: "op de hoogte gesteld"."""
    return terms.PUT.search(said.text) is not None


def needs_permit(subject: Subject, said: Predicate) -> bool:
    """Whether something may not be done before somebody agrees: "is een vergunning vereist"."""
    if said.negated:
        return False
    if said.any_of(terms.NEEDED) and terms.PERMIT_NOUN.search(said.whole):
        return True
    is_subject = terms.SUBJECT_TO_PERMIT.search(said.text) is not None
    return is_subject and subject.who is not Who.AUTHORITY


def is_security(subject: Subject) -> bool:
    """Whether it is a sum that a firm sets aside for the authority: "zekerheid", "borgtocht"."""
    return bool(subject.words) and subject.words[-1].endswith(terms.SECURITIES)


def is_done_officially(subject: Subject, said: Predicate) -> bool:
    """Whether only an authority can do it, by what it is done to and where it is put."""
    if (subject.words and is_official(subject.words[-1])) or is_money(subject):
        return True
    if said.participle in terms.PAID and not terms.MONEY.isdisjoint(said.words):
        return True
    public = terms.IN_PUBLIC.search(said.text) or terms.OF_RECIPIENT.search(said.text)
    return public is not None


def is_money(subject: Subject) -> bool:
    """Whether it is a sum that authorities pay."""
    last = subject.words[-2:]
    return any(word in terms.MONEY or word.endswith(terms.SUMS_PAID) for word in last)


def is_granted_on_request(subject: Subject, said: Predicate) -> bool:
    """Whether something is renewed or entered for an applicant: "wordt op aanvraag verlengd"."""
    if said.participle not in terms.GRANTED or subject.who not in (Who.THING, Who.RULE):
        return False
    return terms.ON_REQUEST.search(said.whole) is not None


def is_while_deciding(said: Predicate) -> bool:
    """Whether it is part of what only authorities are at: "Bij de beoordeling wordt"."""
    clause = said.clause
    low = clause.words.low
    if low[clause.first] not in ("bij", "voor"):
        return "ambtshalve" in low[clause.first : clause.end]
    return terms.WHILE_DECIDING.search(said.whole) is not None


def leads_with_decision(said: Predicate) -> bool:
    """Whether it is done with a decision: "Van het besluit wordt mededeling gedaan"."""
    clause = said.clause
    low = clause.words.low
    if not clause.inverted or low[clause.first] not in ("van", "bij", "in", "op"):
        return False
    return any(is_official(word) for word in low[clause.first + 1 : clause.first + 4])


def leads_with_application(said: Predicate) -> bool:
    """Whether it is done with or in what somebody applies for or notifies: "Bij de aanvraag"."""
    clause = said.clause
    low = clause.words.low
    leads = clause.inverted and low[clause.first] in ("bij", "in")
    heads = (*low[clause.first + 1 : clause.first + 3], low[clause.verb - 1])
    if leads and not terms.APPLICATIONS.isdisjoint(heads):
        return True
    return said.participle in terms.STATED and terms.IN_APPLICATION.search(said.text) is not None


def lays_down_rules(subject: Subject, said: Predicate) -> bool:
    """Whether rules are given by whoever is named, which is a power: "worden regels gesteld"."""
    if said.participle not in terms.STATED_BY_RULES:
        return False
    is_subject = subject.words[-1:] != () and subject.words[-1] in terms.RULES_GIVEN
    return is_subject or terms.RULES_MADE.search(said.text) is not None


def says_decision(subject: Subject) -> bool:
    """Whether the subject is a decision in a single case: "Het besluit tot vaststelling"."""
    words = subject.words
    return len(words) > 1 and words[0] in ("het", "de", "een") and words[-1] in terms.DECISIONS


def leads_with_deeming(said: Predicate) -> bool:
    """Whether it says what counts as what: "Voor de toepassing van dit besluit geschiedt"."""
    clause = said.clause
    low = clause.words.low
    return low[clause.first : clause.first + 4] == ["voor", "de", "toepassing", "van"]


def leads_with_rule(said: Predicate) -> bool:
    """Whether it is what another rule will say: "In de regeling wordt een termijn opgenomen"."""
    clause = said.clause
    low = clause.words.low
    if not clause.inverted or low[clause.first] not in ("bij", "in"):
        return False
    return not terms.OTHER_RULES.isdisjoint(low[clause.first + 1 : clause.first + 5])


def is_applied_for(subject: Subject) -> bool:
    """Whether it is an application or notification, which its sender makes."""
    return not terms.APPLICATIONS.isdisjoint(subject.words)


def asks_of_thing(subject: Subject, said: Predicate) -> bool:
    """Whether a verb asks something of whoever makes or has its subject, a thing."""
    verb = said.verb
    if "toepassing" in said.words:
        return False
    if verb in terms.DUTY_OF_THING:
        return True
    if said.negated and verb not in terms.SAYS_SO and verb not in terms.TOUCHES:
        return True
    if verb not in terms.SAYS_SO and terms.MEASURED.search(said.text):
        return not terms.AMOUNT.search(said.text)
    if verb in terms.SHOWS and terms.SHOWN.search(said.text):
        return True
    if verb not in terms.HAPPENS or terms.PAID_OUT.search(said.whole):
        return False
    if terms.AS_ELSEWHERE.search(said.text):
        return False
    return _is_act(subject.words)


def is_measured(said: Predicate) -> bool:
    """Whether a thing has to have so much of something, or none of it; sums are not meant."""
    if said.negated or terms.LIMIT.search(said.whole):
        return not terms.NO_HAVING.search(said.text.replace("betrekking op", ""))
    return terms.QUANTITY.search(said.text) is not None and not terms.AMOUNT.search(said.text)


def _is_act(words: Sequence[str]) -> bool:
    """Whether a noun names what firms do: "de melding", "het bewaren"."""
    head = words[-1] if words else ""
    if head in terms.POINTING or any(word.endswith(terms.ACTS) for word in words[:4]):
        return True
    if head.removesuffix("en").endswith(terms.ACT_ENDINGS) and head not in terms.OF_SUMS:
        return True
    verbs = (Word.PLURAL, Word.LAST_PLURAL)
    names_verb = any(word_of(word) in verbs for word in words[:4])
    return names_verb and words[0] in ("het", words[-1])


def is_in_attribute(words: Words, agent: Subject) -> bool:
    """Whether an agent belongs to a noun: "een door hem te verstrekken formulier"."""
    first, at = agent.first or 0, agent.end or 0
    leads = (Word.ADVERB, Word.DETERMINER)
    own = first + 2 if words.part_at(first + 1) in leads else first + 1
    if any(is_participle(words.low, inside) for inside in range(own + 1, at - 1)):
        return True
    if at + 2 >= len(words):
        return False
    if words.low[at] == "te":
        return words.part[at + 2] is Word.OTHER
    return is_participle(words.low, at) and words.part[at + 1] is Word.OTHER


def is_fronted(clause: Clause) -> bool:
    """Whether the words before the verb cannot be its subject: a plural before a singular."""
    if clause.subject is None:
        return False
    head = clause.words.low[clause.subject[1] - 1]
    is_plural = head.endswith(("en", "s", "deze", "dit", "dat"))
    return is_plural and clause.words.low[clause.verb].endswith("t")


def is_personal(said: Predicate) -> bool:
    """Whether only people and bodies can be the subject of a verb."""
    if said.verb in terms.PERSONAL:
        return True
    return said.verb in terms.LIGHT and terms.PERSONAL_TURNS.search(said.text) is not None


_ABBREVIATED = re.compile(r"[A-Z][a-z]?[A-Z][A-Za-z]{0,5}(?: [A-Z]\w+)*")


def is_abbreviated(subject: Subject) -> bool:
    """Whether a body is named by its initials: "de RvA", "AOCS Nieuw Milligen"."""
    name = subject.name
    return name is not None and _ABBREVIATED.fullmatch(name) is not None


def may_be_actor(subject: Subject) -> bool:
    """Whether a noun that nobody knows can name somebody who acts."""
    last = subject.words[-1] if subject.words else ""
    return last.isalpha() and last not in terms.NO_ACTORS and not is_official(last)
