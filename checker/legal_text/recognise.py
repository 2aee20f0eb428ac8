"""All facts of a legal text: each is looked for where it can stand, and said with its place."""

from collections.abc import Iterable
from dataclasses import replace

from checker.legal_text.definitions import find_definitions
from checker.legal_text.delegations import find_delegations
from checker.legal_text.duties import find_duties
from checker.legal_text.entry import find_entry, find_looking_back, find_sunset
from checker.legal_text.eu_acts import find_eu_acts
from checker.legal_text.evaluation import find_evaluation
from checker.legal_text.fines import find_fine_maximum
from checker.legal_text.origin import find_parent_acts, has_transposition_table, instrument_of
from checker.legal_text.places import Places
from checker.legal_text.references import find_references
from checker.legal_text.reliefs import find_reliefs
from checker.legal_text.sanction_sorts import with_sort
from checker.legal_text.sanctioned import SanctionedPlaces, sanctioned_places
from checker.legal_text.sanctions import find_sanctions
from checker.legal_text.supervision import find_supervisors
from checker.legal_text.temporary import is_temporary
from checker.legal_text.thresholds import find_thresholds
from checker.models.legal_text import LegalText
from checker.models.text_facts import Duty, Recognised


def recognise(text: LegalText) -> Recognised:
    """Return all facts that are recognised in ``text``, each in the order of the text."""
    places = Places(text)
    duties = find_duties(text)
    references = find_references(places)
    sanctions = find_sanctions(places)
    on_firms = _marked(duties.on_firms, sanctioned_places(places, sanctions, references))
    thresholds = find_thresholds(places)
    return Recognised(
        duties=on_firms,
        permissions=duties.permissions,
        authority_duties=duties.on_authorities,
        supervisors=tuple(find_supervisors(places)),
        sanctions=tuple(with_sort(sanction, text) for sanction in sanctions),
        fine_maximum=tuple(find_fine_maximum(places)),
        entry_into_force=tuple(find_entry(places)),
        looks_back=tuple(find_looking_back(places)),
        eu_acts=tuple(find_eu_acts(places)),
        delegations=tuple(find_delegations(places)),
        evaluation=tuple(find_evaluation(places)),
        sunset=tuple(find_sunset(places)),
        definitions=tuple(find_definitions(places)),
        thresholds=tuple(thresholds),
        reliefs=tuple(find_reliefs(places, thresholds, on_firms, references)),
        references=tuple(references),
        instrument=instrument_of(text),
        parent_acts=tuple(find_parent_acts(places)),
        has_transposition_table=has_transposition_table(text),
        is_temporary=is_temporary(text),
    )


def _marked(duties: Iterable[Duty], punished: SanctionedPlaces) -> tuple[Duty, ...]:
    return tuple(replace(d, sanctioned=True) if punished.holds(d.at) else d for d in duties)
