"""What the structure of a text shows that no search for words can: each with its places."""

from dataclasses import dataclass
from enum import StrEnum

from checker.models.text_facts import Passage


class ObservationKind(StrEnum):
    """Everything that a rule of the kind ``structure`` can look at."""

    DEAD_REFERENCE = "dead_reference"
    """A reference to an article, lid or onderdeel that this text lacks; of: internal references."""
    REFERENCE_CHAIN = "reference_chain"
    """A reference to an article that itself leans on a third one; of: internal references."""
    REFERENCE_DENSE = "reference_dense"
    """A sentence with four references or more; of: sentences."""
    UNUSED_TERM = "unused_term"
    """A term in a list of definitions that occurs nowhere else; of: terms in such a list."""
    UNDEFINED_ABBREVIATION = "undefined_abbreviation"
    """An abbreviation that is not explained; of: abbreviations used."""
    TWO_TERMS = "two_terms"
    """A second word for one who must comply, such as bedrijf beside onderneming; of: pairs."""
    NORM_IN_DEFINITION = "norm_in_definition"
    """A definition that lays down a norm; of: definitions."""
    SEVERAL_SENTENCES = "several_sentences"
    """A lid of three sentences or more; of: leden."""
    MANY_LEDEN = "many_leden"
    """An article of more than seven leden; of: articles."""
    SENTENCE_IN_ITEM = "sentence_in_item"
    """An onderdeel in which a new sentence begins; of: onderdelen."""
    TEXT_AFTER_LIST = "text_after_list"
    """Text that goes on after the last onderdeel; of: lists."""
    LIST_WITHOUT_CONJUNCTION = "list_without_conjunction"
    """A list of conditions that says neither en nor of; of: lists of conditions."""
    NO_ARTICLE_HEADINGS = "no_article_headings"
    """An article without heading, in a text of more than ten; of: articles."""
    PASSIVE_WITHOUT_ACTOR = "passive_without_actor"
    """A duty in the passive that names nobody who must act; of: duties."""
    DUTY_WITHOUT_SANCTION = "duty_without_sanction"
    """A duty on firms that no sanction provision points to, where others are; of: duties."""
    SANCTION_WITHOUT_DUTY = "sanction_without_duty"
    """A reference in a sanction to an article without a duty; of: references in sanctions."""
    DELEGATED_DUTY = "delegated_duty"
    """A delegation that leaves the content of a duty to a lower regulation; of: delegations."""
    HARDSHIP_WITHOUT_BOUNDS = "hardship_without_bounds"
    """A hardship clause that names no articles; of: hardship clauses."""
    INFORMATION_DUTY = "information_duty"
    """A duty on firms to give or keep information; of: duties."""
    PERMIT_REQUIRED = "permit_required"
    """A permit requirement on firms; of: duties."""
    DUTY_IN_POLICY_RULE = "duty_in_policy_rule"
    """A duty on firms in a beleidsregel; of: duties, or 1 in a beleidsregel without duties."""
    RETROACTIVE = "retroactive"
    """A regulation with duties on firms that reaches back; of: provisions on entry into force."""
    NORM_IN_NOTE = "norm_in_note"
    """A sentence of the note that lays down a duty of its own; of: sentences of the note."""


@dataclass(frozen=True, slots=True)
class Observation:
    """Where something was seen, and out of how many places looked at."""

    found: tuple[Passage, ...]
    of: int
