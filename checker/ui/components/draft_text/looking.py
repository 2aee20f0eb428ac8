"""What the rules find in the text, also those that the dossier does not let count yet."""

from checker.assess import find_in_text
from checker.content.messages import reason_text
from checker.models.base import Language
from checker.models.finding import Finding, Reason
from checker.models.rule import Criterion
from checker.models.rulebook import Rulebook
from checker.models.text_reading import TextReading
from checker.ui import state
from checker.ui.components.draft_text.hits import Hit, Looked, gather
from checker.ui.components.findings import worst_first

_HELD_BACK = (Reason.NOT_DUE, Reason.APPLICABILITY_UNKNOWN)
"""The dossier keeps the rule from being judged, not the text."""


def look(reading: TextReading, rulebook: Rulebook) -> tuple[tuple[Looked, ...], tuple[Hit, ...]]:
    """Return what every rule about texts finds, and all hits; worst first within a criterion."""
    return state.derived("text", rulebook, lambda: _look(reading, rulebook))


def _look(reading: TextReading, rulebook: Rulebook) -> tuple[tuple[Looked, ...], tuple[Hit, ...]]:
    language = state.language()
    rules = {rule.id: rule for rule in rulebook.stable_rules if rule.check.needs_text}
    own = [f for f in state.assessment(rulebook).findings if f.rule in rules]
    held = [rules[f.rule] for f in own if f.reason in _HELD_BACK]
    anyway = {f.rule: f for f in find_in_text(reading, held, state.regulation())}
    looked = {f.rule: _looked(f, anyway.get(f.rule), language) for f in own}
    order = list(Criterion)
    ranked = worst_first(one.finding for one in looked.values())
    ranked.sort(key=lambda finding: order.index(finding.criterion))
    found = tuple(looked[finding.rule] for finding in ranked)
    return found, gather(found, language)


def _looked(counted: Finding, anyway: Finding | None, language: Language) -> Looked:
    if anyway is None:
        return Looked(counted)
    return Looked(anyway, counts=False, why_not=reason_text(counted, language))
