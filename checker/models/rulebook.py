"""Everything that stands in ``rules/``, read and checked."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from checker.models.base import (
    Count,
    Day,
    Flag,
    Label,
    Model,
    Number,
    Slug,
    Text,
    refuse_duplicates,
)
from checker.models.parameters import Parameters
from checker.models.rule import Criterion, Rule, Status

VerdictCode = Literal["workable", "workable_if", "not_workable_unless", "not_workable"]
"""The codes scripts rely on; their words and bounds are data."""
HttpUrl = Annotated[str, Field(pattern=r"^https?://[^\s]+$")]


class SourceEntry(Model):
    """A law, guideline or study that rules rest on, once for all rules."""

    title: Text
    article: Label | None = None
    url: HttpUrl | None = None
    consulted: Day | None = None
    """Date on which the text was read; none if it was not."""
    verified: Flag
    own: Flag = False
    """No source from outside, but a choice of the rule set itself."""
    note: Text | None = None
    """What is uncertain about it."""


class FrameworkItem(Model):
    """One question of a framework."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
    title: Text
    question: Text


class Framework(Model):
    """An official framework to which rules are mapped, such as ATR's four questions."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
    title: Text
    source: Slug
    items: Annotated[
        tuple[FrameworkItem, ...],
        Field(min_length=1),
        AfterValidator(lambda items: refuse_duplicates(items, "id")),
    ]


class Constant(Model):
    """A number of the scoring, with its reason."""

    value: Number
    reason: Text
    official: Flag = False
    """False: an own threshold of this tool."""


class PositiveShare(Constant):
    """A constant above 0 and up to 1."""

    value: Annotated[Number, Field(gt=0, le=1)]


class ScoreBound(Constant):
    """A constant on the scale of a score, 0 to 100, with one decimal at most."""

    value: Annotated[Number, Field(le=100, decimal_places=1)]


class WholeNumber(Constant):
    """A constant that counts something."""

    value: Annotated[Count, Field(ge=1)]


class Caps(Model):
    """Highest score of a criterion in which something failed."""

    core_failed: ScoreBound
    blocking_failed: ScoreBound
    blocking_failed_twice: ScoreBound
    incurable: ScoreBound


class GroupShare(Model):
    """The most that a group of rules may weigh together in a criterion."""

    criterion: Criterion
    group: Label
    """``text`` for rules that read the text, or the id of a framework."""
    share: PositiveShare


class VerdictGrade(Model):
    """One step of the verdict: from which score of the worst criterion, and how it is called."""

    code: VerdictCode
    from_score: ScoreBound
    label: Text


class Withholding(Model):
    """When too little is known for a verdict."""

    overall_completeness: PositiveShare
    criterion_completeness: PositiveShare
    workable_low: ScoreBound
    """The best verdict is never given while a criterion can still fall below this."""
    label: Text


class Scoring(Model):
    """Weights, caps and verdicts, from ``scoring.yaml``."""

    version: Label
    group_shares: tuple[GroupShare, ...]
    caps: Caps
    verdicts: Annotated[tuple[VerdictGrade, ...], Field(min_length=4, max_length=4)]
    """The four codes from best to worst; the worst begins at 0."""
    withholding: Withholding
    changes_shown: WholeNumber
    disclaimer: Text


class Rulebook(Model):
    """All rules with what they refer to."""

    rules: tuple[Rule, ...]
    frameworks: tuple[Framework, ...]
    scoring: Scoring
    sources: dict[str, SourceEntry]
    parameters: Parameters
    content_hash: str
    """SHA-256 over everything in it; changes when any rule, weight or source does."""

    @property
    def stable_rules(self) -> tuple[Rule, ...]:
        """The rules that are run."""
        return tuple(rule for rule in self.rules if rule.status is Status.STABLE)

    def verified(self, rule: Rule) -> bool:
        """Whether every source of ``rule`` was read at the source.

        A rule that only rests on choices of the rule set has nothing that could be verified.
        """
        entries = [self.sources[source] for source in rule.sources]
        return all(e.verified for e in entries) and not self.is_own_choice(rule)

    def is_own_choice(self, rule: Rule) -> bool:
        """Whether ``rule`` rests on nothing but choices of the rule set."""
        return all(self.sources[source].own for source in rule.sources)
