"""What the sheets show: an assessment and its rulebook, in the words of one language."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from checker.burden.years import annuity
from checker.content import say
from checker.content.cost_words import size_name
from checker.content.messages import no_rule_text
from checker.models.assessment import WITHHELD, Assessment, CriterionScore
from checker.models.base import Language, Text
from checker.models.finding import Finding, Outcome, Reason
from checker.models.regulation import Addressee
from checker.models.rule import Criterion, Rule
from checker.models.rulebook import Rulebook, SourceEntry
from checker.models.size_class import SizeClass
from checker.report.excel.live.plan import Part, Plan
from checker.report.excel.styles import OUTCOME_STYLES, grade_style

HEADING = 160
"""Letters of a title that are shown above a sheet; the full title is among the facts."""


@dataclass(frozen=True)
class UsedSource:
    """A source that findings or frameworks rest on, and which ones do."""

    id: str
    entry: SourceEntry
    used_by: tuple[str, ...]


@dataclass(frozen=True)
class View:
    """Everything a sheet asks for."""

    assessment: Assessment
    rulebook: Rulebook
    language: Language
    is_calculation: bool = False
    """Whether the workbook holds the calculation alone."""
    with_names: bool = False
    """Whether the names of people on the panel may be in it."""

    def say(self, key: str, **values: object) -> str:
        """Return the text ``report/key``."""
        return say(self.language, f"report/{key}", **values)

    def text(self, text: Text | None) -> str:
        """Return a text of a rule, a source or a framework; "" where there is none."""
        return text.get(self.language) if text else ""

    def choice(self, member: StrEnum) -> str:
        """Return the word for a value from a fixed list."""
        return say(self.language, f"choices/{type(member).__name__}/{member.value}")

    # --- the calculation as formulas -------------------------------------------------------

    @cached_property
    def plan(self) -> Plan:
        """Where every sum and every input stands."""
        heads = ("tariff", "standard", "persons", "horizon", "discount_rate")
        prefixes = {head: self.name(head) for head in heads}
        assessment = self.assessment
        return Plan(
            assessment.regulation,
            assessment.burden,
            self.rulebook,
            self.say("sheet/inputs"),
            prefixes,
        )

    def name(self, key: str) -> str:
        """Return the name of a cell or of a column of cells, for use in a formula."""
        return self.say(f"live/name/{key}")

    def firms_name(self, size: SizeClass) -> str:
        """Return the name of the cell with the number of firms of a size class."""
        return f"{self.name('firms_of')}_{list(SizeClass).index(size) + 1}"

    def persons_name(self, size: SizeClass) -> str:
        """Return the name of the cell with the working persons of a size class."""
        return f"{self.name('persons_of')}_{list(SizeClass).index(size) + 1}"

    def size(self, size: SizeClass) -> str:
        """Return how a size class is called."""
        return size_name(size, self.language)

    @cached_property
    def annuity(self) -> Decimal:
        """Part of a one-off amount that falls in each year of the horizon."""
        return annuity(self.rulebook.parameters.general)

    def part(self, part: Part) -> str:
        """Return what a sum counts for, as its cell says it and as totals look for it."""
        who = self.choice(part.addressee)
        key = f"live/part/{part.key}"
        if part.addressee is not Addressee.FIRM:
            key = f"{key}_other"
        return self.say(key, who=who, number=part.number)

    def criterion(self, criterion: Criterion) -> str:
        """Return the name of a criterion as it stands by itself."""
        name = self.choice(criterion)
        return name[:1].upper() + name[1:]

    @property
    def title(self) -> str:
        """The name of the regulation, or that it has none yet."""
        return self.assessment.regulation.identity.title or self.say("untitled")

    @property
    def heading(self) -> str:
        """The title, cut to what can stay in view above a sheet."""
        return self.title if len(self.title) <= HEADING else f"{self.title[: HEADING - 1]}…"

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """The rules by id."""
        return {rule.id: rule for rule in self.rulebook.rules}

    @cached_property
    def findings(self) -> dict[str, Finding]:
        """The findings by rule id."""
        return {finding.rule: finding for finding in self.assessment.findings}

    @property
    def not_assessed(self) -> tuple[Finding, ...]:
        """Findings of rules that apply but could not be judged."""
        return self._with(Outcome.NOT_ASSESSED)

    @property
    def not_due(self) -> tuple[Finding, ...]:
        """Findings of rules that are for a later phase."""
        skipped = self._with(Outcome.NOT_APPLICABLE)
        return tuple(finding for finding in skipped if finding.reason is Reason.NOT_DUE)

    @property
    def not_applicable(self) -> tuple[Finding, ...]:
        """Findings of rules that are due and do not apply."""
        skipped = self._with(Outcome.NOT_APPLICABLE)
        return tuple(finding for finding in skipped if finding.reason is not Reason.NOT_DUE)

    def _with(self, outcome: Outcome) -> tuple[Finding, ...]:
        return tuple(f for f in self.assessment.findings if f.outcome is outcome)

    @cached_property
    def sources(self) -> tuple[UsedSource, ...]:
        """The sources used, in the order of the rulebook."""
        users: dict[str, list[str]] = defaultdict(list)
        if self.is_calculation:
            for cell in self.plan.cells.parameters:
                users[cell.variable.source or ""].append(cell.name or "")
            return self._in_order(users)
        for framework in self.assessment.frameworks:
            users[framework.source].append(self.text(framework.title))
        for finding in self.assessment.findings:
            for source in finding.sources:
                users[source].append(finding.rule)
        return self._in_order(users)

    def _in_order(self, users: dict[str, list[str]]) -> tuple[UsedSource, ...]:
        return tuple(
            UsedSource(name, entry, tuple(users[name]))
            for name, entry in self.rulebook.sources.items()
            if name in users
        )

    @property
    def unverified_sources(self) -> tuple[UsedSource, ...]:
        """The sources not read, or not fully, on which a judgement rests; with its rules."""
        judged = [finding for finding in self.assessment.findings if finding.assessed]
        users = {
            source.id: tuple(f.rule for f in judged if source.id in f.sources)
            for source in self.sources
            if not source.entry.verified
        }
        return tuple(
            UsedSource(source.id, source.entry, users[source.id])
            for source in self.sources
            if users.get(source.id)
        )

    def rule_and_message(self, rule: str) -> str:
        """Return a rule's id with what it found."""
        return f"{rule} {self.text(self.findings[rule].message)}"

    def outcome_style(self, finding: Finding) -> str:
        """Return the style that goes with the outcome."""
        return OUTCOME_STYLES[finding.outcome]

    @property
    def verdict_style(self) -> str:
        """The style that goes with the verdict."""
        code = self.assessment.verdict.code
        codes: list[str] = [grade.code for grade in self.rulebook.scoring.verdicts]
        return grade_style(None if code == WITHHELD else codes.index(code), len(codes))

    def grade(self, score: CriterionScore) -> str:
        """Return the verdict that a criterion alone would give, and whether enough is known."""
        if not score.applicable:
            text = no_rule_text(score.criterion, self.assessment, self.language)
            return text[:1].upper() + text[1:]
        grades = self.rulebook.scoring.verdicts
        code = score.grade if self.shown_score(score) is not None else None
        label = next((grade.label for grade in grades if grade.code == code), None)
        return self.say("summary/too_little") if label is None else self.text(label)

    def shown_score(self, score: CriterionScore) -> Decimal | None:
        """Return the score, or None where it rests on so little that it would mislead."""
        needed = self.rulebook.scoring.withholding.criterion_completeness.value
        enough = score.completeness is not None and score.completeness >= needed
        return score.score if enough else None

    def cap(self, score: CriterionScore) -> str:
        """Return the ceiling of a criterion and what causes it."""
        if score.cap is None:
            return self.say("cap/none")
        rules = score.cap.rules
        return self.say(f"cap/{score.cap.kind}", limit=score.cap.limit, rules=rules)
