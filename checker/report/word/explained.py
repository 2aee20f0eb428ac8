"""The adviser's own words with an answer, each in the section of the note that it belongs to."""

from collections.abc import Iterator

from checker.models.finding import Finding, Outcome
from checker.models.rule import Criterion
from checker.report.word.pieces import Line, Soft
from checker.report.word.view import View, sentence

NEED, LIGHTER, WORKABLE, COUNTED = (
    "atr.nut_en_noodzaak",
    "atr.minder_belastend",
    "atr.werkbaarheid",
    "atr.regeldruk_in_beeld",
)
"""ATR's questions, which are the sections too."""
EU = "eu"
_ORDER = (NEED, LIGHTER, WORKABLE, COUNTED)


def lines(view: View, section: str) -> Iterator[Line]:
    """Yield what was found and explained in ``section``; a finding is in one section only."""
    for finding in view.assessment.findings:
        if finding.assessed and finding.explanation and _section(finding) == section:
            yield _line(view, finding)


def _section(finding: Finding) -> str | None:
    if finding.criterion is Criterion.EU_ALIGNMENT:
        return EU
    return next((name for name in _ORDER if name in finding.frameworks), None)


def _line(view: View, finding: Finding) -> Line:
    norm = finding.title if finding.outcome is Outcome.PASS else finding.message
    told = sentence(finding.explanation or "").replace(".;", ";")
    if finding.evidence:
        told = f"{told} {view.say('evidence', evidence=sentence(finding.evidence))}"
    return Soft(f"{sentence(view.text(norm))} "), told
