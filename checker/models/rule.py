"""A rule: data that drives its question, its finding, its row in a report and its page."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, SerializeAsAny

from checker.models.base import Flag, Model, Prose, Slug, Text
from checker.models.condition import Condition
from checker.models.regulation import Instrument, Phase, Regulation

if TYPE_CHECKING:
    from checker.models.context import Need, View
    from checker.models.finding import Outcome, Place, Reason


class Criterion(StrEnum):
    """The four "Think Small First" criteria."""

    CLARITY = "clarity"
    ENFORCEABILITY = "enforceability"
    EU_ALIGNMENT = "eu_alignment"
    SMALL_FIRM_BURDEN = "small_firm_burden"


class Severity(StrEnum):
    """How much a failure weighs in the verdict."""

    BLOCKING = "blocking"
    MAJOR = "major"
    MINOR = "minor"


class Status(StrEnum):
    """Only stable rules are run; a stable rule has examples that show it."""

    DRAFT = "draft"
    STABLE = "stable"
    RETIRED = "retired"


class EvidenceDemand(StrEnum):
    """Whether a bare "ja" earns full credit."""

    REQUIRED = "required"
    OPTIONAL = "optional"


class Section(StrEnum):
    """The part of the form a rule belongs to, in the order of the work."""

    IDENTITY = "identity"
    PURPOSE = "purpose"
    TARGET_GROUPS = "target_groups"
    OBLIGATIONS = "obligations"
    EU = "eu"
    ENFORCEMENT = "enforcement"
    SMALL_FIRMS = "small_firms"
    CONSULTATION = "consultation"
    EVALUATION = "evaluation"


@dataclass(frozen=True)
class Result:
    """What a check found, before it becomes a Finding."""

    outcome: "Outcome"
    reason: "Reason | None" = None
    places: "tuple[Place, ...]" = ()
    values: Mapping[str, object] = field(default_factory=dict)
    missing: tuple[str, ...] = ()


class Check(Model):
    """One kind of check with its parameters; the kinds are in ``checker/checks``."""

    kind: str

    @property
    def needs(self) -> "frozenset[Need]":
        """What must be there before :meth:`evaluate` is called."""
        return frozenset()

    @property
    def needs_text(self) -> bool:
        """Whether it looks at the text of the draft."""
        return any(need.kind == "text" for need in self.needs)

    @property
    def placeholders(self) -> frozenset[str]:
        """Names that the rule's messages may use between braces."""
        return frozenset()

    @property
    def answers(self) -> tuple[str, ...]:
        """Answers the rule takes besides ``weet_niet`` and ``nvt``; empty for no question."""
        return ()

    @property
    def question_text(self) -> Text | None:
        """What a kind with a field ``question`` asks, in words of its own; None for no words."""
        asked = getattr(self, "question", None)
        return asked if isinstance(asked, Text) else None

    @abstractmethod
    def evaluate(self, view: "View") -> Result:
        """Judge the regulation in ``view``; every need is there."""


class Applicability(Model):
    """To which regulations a rule applies; what is left out does not restrict."""

    instrument: tuple[Instrument, ...] = ()
    when: tuple[Condition, ...] = ()
    """All of these must hold."""


class Example(Model):
    """A case that shows the rule at work: a partial dossier and the outcome it must give."""

    name: Prose
    given: Regulation = Regulation()
    expect: Literal["pass", "partial", "fail", "not_applicable", "not_assessed"]
    reason: str | None = None
    message: Prose | None = None
    """The Dutch message, where the example pins it down."""


RuleId = Annotated[str, Field(pattern=r"^[A-Z]{2,5}-[0-9]{2,3}$")]


class Rule(Model):
    """One rule as it stands in a file below ``rules/``."""

    id: RuleId
    criterion: Criterion
    title: Text
    status: Status
    weight: Literal[1, 3, 5]
    severity: Severity
    blocking_from: Phase | None = None
    """A blocking rule is only major before this phase; left out: blocking whenever it is due."""
    incurable: Flag = False
    """A failure is one that redrafting cannot cure."""
    overlaps: RuleId | None = None
    """A rule that says the same by another way: where both fall short, only one costs points."""
    due_from: Phase
    evidence: EvidenceDemand = EvidenceDemand.OPTIONAL
    section: Section
    applies_to: Applicability = Applicability()
    check: SerializeAsAny[Check]
    message: Text
    """What is wrong, when the rule fails; may use the placeholders of the check."""
    message_partial: Text | None = None
    """What is lacking, when the rule is partly met; left out: as ``message``."""
    why: Text
    advice: Text
    known_limits: Text
    sources: Annotated[tuple[Slug, ...], Field(min_length=1)]
    frameworks: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()

    def severity_at(self, phase: Phase | None) -> Severity:
        """Return the severity in ``phase``; an unknown phase counts as the first."""
        late = self.blocking_from is None or (
            phase is not None and phase.reached(self.blocking_from)
        )
        return self.severity if late or self.severity is not Severity.BLOCKING else Severity.MAJOR
