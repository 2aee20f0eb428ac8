"""What one rule found: the immutable result that every screen and report shows."""

from decimal import Decimal
from enum import StrEnum

from checker.models.base import Label, Model, Text
from checker.models.rule import Criterion, Severity


class Outcome(StrEnum):
    """The five outcomes of a rule. Unknown is never good."""

    PASS = "pass"
    PARTIAL = "partial"
    FAIL = "fail"
    NOT_APPLICABLE = "not_applicable"
    NOT_ASSESSED = "not_assessed"


class Reason(StrEnum):
    """Why a rule was not assessed, not applicable, or only partly met."""

    NO_ANSWER = "no_answer"
    DONT_KNOW = "dont_know"
    NOT_APPLICABLE_WITHOUT_REASON = "not_applicable_without_reason"
    NO_FACT = "no_fact"
    NO_FIGURE = "no_figure"
    NO_TEXT = "no_text"
    NO_NOTE = "no_note"
    """There is a text, and it came without its explanatory note."""
    NOT_DUTCH = "not_dutch"
    NO_OBLIGATIONS = "no_obligations"
    APPLICABILITY_UNKNOWN = "applicability_unknown"
    UNKNOWN_ANSWER = "unknown_answer"
    EVIDENCE_MISSING = "evidence_missing"
    DECLARED_NOT_APPLICABLE = "declared_not_applicable"
    RULE_DOES_NOT_APPLY = "rule_does_not_apply"
    NOTHING_TO_CHECK = "nothing_to_check"
    NOT_DUE = "not_due"


TEXT_PATH = "text"
"""Path of a place in the draft text."""


class Place(Model):
    """Where the finding looks: a field of the dossier or words of the text."""

    path: str
    """Dotted path with positions from 1, such as ``obligations[2].norm``; ``text`` for the text."""
    label: Label | None = None
    """Such as "art. 4"."""
    start: int | None = None
    """Where the words begin in the text, in Unicode code points; None for a field."""
    end: int | None = None
    article: str | None = None
    inserted_article: str | None = None
    """Of text that an amending regulation inserts: the article of the other act."""
    lid: str | None = None
    quote: str | None = None
    """The words themselves: ``text[start:end]``."""
    hit: bool = False
    """Whether the rule has something against these words; few enough of them still pass."""
    switched_off: str | None = None
    """Why the adviser set this place aside; it does not count then."""


class Finding(Model):
    """The outcome of one rule for one regulation."""

    rule: str
    criterion: Criterion
    title: Text
    outcome: Outcome
    reason: Reason | None = None
    missing: tuple[str, ...] = ()
    """Facts, figures or obligations that are lacking, by path, id or label."""
    severity: Severity
    weight: int
    credit: Decimal | None
    """1, 0.5 or 0; None where the rule was not assessed or does not apply."""
    counted_with: str | None = None
    """The rule that says the same and costs at least as much: this one costs nothing then."""
    message: Text
    why: Text
    advice: Text
    known_limits: Text
    where: tuple[Place, ...] = ()
    problem: Text | None = None
    """What the rule has against the words it points at, also where few enough of them pass."""
    sources: tuple[str, ...]
    frameworks: tuple[str, ...] = ()
    explanation: str | None = None
    """What the adviser wrote with the answer."""
    evidence: str | None = None

    @property
    def hits(self) -> tuple[Place, ...]:
        """The words that the rule has something against and that count."""
        return tuple(place for place in self.where if place.hit and place.switched_off is None)

    @property
    def set_aside(self) -> tuple[Place, ...]:
        """The words that the adviser set aside with a reason."""
        return tuple(place for place in self.where if place.switched_off is not None)

    @property
    def assessed(self) -> bool:
        """Whether the rule gave a judgement."""
        return self.credit is not None

    @property
    def applicable(self) -> bool:
        """Whether the rule counts: assessed, or still open."""
        return self.outcome is not Outcome.NOT_APPLICABLE
