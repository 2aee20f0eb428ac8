"""The result of assessing one regulation: scores, verdict, changes and receipt."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from checker.models.base import Model, Text
from checker.models.cost import Burden
from checker.models.finding import Finding
from checker.models.regulation import Regulation
from checker.models.rule import Criterion

WITHHELD = "withheld"
"""Code of the verdict that is not given; the other codes stand in ``scoring.yaml``."""


class CapKind(StrEnum):
    """What holds the score of a criterion down, from mild to severe."""

    CORE_FAILED = "core_failed"
    BLOCKING_FAILED = "blocking_failed"
    BLOCKING_FAILED_TWICE = "blocking_failed_twice"
    INCURABLE = "incurable"


class Cap(Model):
    """A ceiling on a score, and the failed rules that cause it."""

    kind: CapKind
    limit: Decimal
    rules: tuple[str, ...]


class CriterionScore(Model):
    """Score of one criterion from 0 to 100, rounded half up to one decimal.

    ``low`` and ``high`` are what the score can still become: every open rule failed, or passed.
    All three are None where no rule applies; ``score`` is None where none was assessed.
    """

    criterion: Criterion
    score: Decimal | None
    low: Decimal | None
    high: Decimal | None
    completeness: Decimal | None
    """Assessed weight as a share of applicable weight, 0 to 1; None where no rule applies."""
    grade: str | None
    """Code of the verdict that this criterion alone would give."""
    cap: Cap | None = None
    """The ceiling that applies, whether or not the score reaches it."""

    @property
    def applicable(self) -> bool:
        """Whether any rule applies."""
        return self.completeness is not None


class VerdictReasonCode(StrEnum):
    """Why the verdict is what it is, or is withheld."""

    PHASE_UNKNOWN = "phase_unknown"
    BLOCKING_OPEN = "blocking_open"
    COSTS_UNKNOWN = "costs_unknown"
    OVERALL_INCOMPLETE = "overall_incomplete"
    CRITERION_INCOMPLETE = "criterion_incomplete"
    NOTHING_APPLIES = "nothing_applies"
    CANNOT_RECOVER = "cannot_recover"
    WORST_CRITERION = "worst_criterion"
    CAPPED = "capped"
    SHORT = "short"
    STILL_OPEN = "still_open"
    ALL_SUFFICIENT = "all_sufficient"


class VerdictReason(Model):
    """One reason; which of the other fields are filled depends on the code."""

    code: VerdictReasonCode
    criterion: Criterion | None = None
    rules: tuple[str, ...] = ()
    more: int = 0
    """Number of rules beyond those named."""
    value: Decimal | None = None
    bound: Decimal | None = None
    cap: CapKind | None = None


class Verdict(Model):
    """The overall conclusion with its reasons, heaviest first."""

    code: str
    label: Text
    reasons: tuple[VerdictReason, ...]


class Change(Model):
    """What would improve if one finding were put right."""

    rule: str
    criterion: Criterion
    points: Decimal
    """Points the score of the criterion would gain, caps included; one decimal."""
    points_without_caps: Decimal
    unlocks_cap: bool
    """Whether the ceiling of the criterion would rise."""


class FrameworkAnswer(Model):
    """The findings that answer one question of an official framework."""

    item: str
    title: Text
    question: Text
    rules: tuple[str, ...]


class FrameworkView(Model):
    """All findings in the order of one official framework."""

    framework: str
    title: Text
    source: str
    answers: tuple[FrameworkAnswer, ...]


class Receipt(Model):
    """What it takes to trace or repeat an assessment."""

    software_version: str
    ruleset_version: str
    ruleset_hash: str
    parameters_edition: str
    schema_version: int
    input_hash: str
    """SHA-256 of the description as it is saved: the same facts give the same hash."""
    assessed_on: date
    reference_date: date


class Assessment(Model):
    """Everything that is known about one regulation after assessing it."""

    receipt: Receipt
    regulation: Regulation
    verdict: Verdict
    disclaimer: Text
    completeness: Decimal
    """Assessed weight as a share of applicable weight over all criteria, 0 to 1."""
    criteria: tuple[CriterionScore, ...]
    findings: tuple[Finding, ...]
    changes: tuple[Change, ...]
    illustrative: int
    """Number of figures in the dossier that only stand in for real ones."""
    frameworks: tuple[FrameworkView, ...]
    burden: Burden
    """What the regulation costs."""

    def finding(self, rule: str) -> Finding:
        """Return the finding of ``rule``.

        Raises:
            KeyError: no such rule was run.
        """
        for finding in self.findings:
            if finding.rule == rule:
                return finding
        raise KeyError(rule)
