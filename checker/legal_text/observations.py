"""What the structure of a text shows: every kind of observation, with its places."""

from collections.abc import Mapping

from checker.legal_text.observing import entry, layout, norms, note, references, terms
from checker.legal_text.observing.leden import outline
from checker.models.legal_text import LegalText
from checker.models.observation import Observation, ObservationKind
from checker.models.text_facts import Recognised


def observe(text: LegalText, recognised: Recognised) -> Mapping[ObservationKind, Observation]:
    """Return every kind of observation; ``of`` is 0 where there was nothing to look at."""
    known, lines = recognised, outline(text)
    kind = ObservationKind
    return {
        kind.DEAD_REFERENCE: references.dead_references(known.references),
        kind.REFERENCE_CHAIN: references.chains(lines, known.references),
        kind.REFERENCE_DENSE: references.dense_sentences(lines, known.references),
        kind.UNUSED_TERM: terms.unused_terms(lines, known.definitions),
        kind.UNDEFINED_ABBREVIATION: terms.undefined_abbreviations(lines, known.definitions),
        kind.TWO_TERMS: terms.two_terms(lines, known),
        kind.NORM_IN_DEFINITION: terms.norms_in_definitions(known.definitions),
        kind.SEVERAL_SENTENCES: layout.several_sentences(lines),
        kind.MANY_LEDEN: layout.many_leden(lines),
        kind.SENTENCE_IN_ITEM: layout.sentence_in_item(lines),
        kind.TEXT_AFTER_LIST: layout.text_after_list(lines),
        kind.LIST_WITHOUT_CONJUNCTION: layout.list_without_conjunction(lines),
        kind.NO_ARTICLE_HEADINGS: layout.no_article_headings(text),
        kind.PASSIVE_WITHOUT_ACTOR: norms.passive_duties(lines, known.duties),
        kind.DUTY_WITHOUT_SANCTION: norms.without_sanction(known.duties),
        kind.SANCTION_WITHOUT_DUTY: norms.sanctions_without_duty(lines, known),
        kind.DELEGATED_DUTY: norms.delegated_duties(lines, known.delegations),
        kind.HARDSHIP_WITHOUT_BOUNDS: norms.unbounded_hardship_clauses(lines),
        kind.INFORMATION_DUTY: norms.information_duties(known.duties),
        kind.PERMIT_REQUIRED: norms.permits(lines, known.duties),
        kind.DUTY_IN_POLICY_RULE: norms.in_policy_rule(known),
        kind.RETROACTIVE: entry.retroactive(known),
        kind.NORM_IN_NOTE: note.norms_in_note(lines),
    }
