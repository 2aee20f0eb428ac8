"""Findings -> scores and verdict, with the constants of ``scoring.yaml``.

Per criterion ``score = 100 x sum(weight x credit) / sum(weight)`` over the rules assessed. ``low``
and ``high`` take every open rule as failed and as passed; whatever they turn out to be, the score
lies between. Of rules that say the same and fall short one counts. Failed core and blocking rules
put a ceiling on all three. The verdict follows the worst criterion. Sums run in fractions, so that
the order of rules cannot matter, and are rounded once.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from math import floor

from checker.checks.question import Asked
from checker.models.assessment import (
    WITHHELD,
    Cap,
    CapKind,
    Change,
    CriterionScore,
    Verdict,
    VerdictReason,
    VerdictReasonCode,
)
from checker.models.finding import Finding, Outcome, Reason
from checker.models.rule import Criterion, Rule, Severity
from checker.models.rulebook import Caps, Scoring

CORE_WEIGHT = 5
_REASONS_SHOWN = 5


@dataclass(frozen=True)
class Scored:
    """All that scoring yields."""

    criteria: tuple[CriterionScore, ...]
    completeness: Decimal
    verdict: Verdict
    changes: tuple[Change, ...]
    counted_with: Mapping[str, str]
    """Rules that cost nothing because another that says the same does, with that other."""


def score(
    findings: Iterable[Finding],
    rules: Mapping[str, Rule],
    scoring: Scoring,
    *,
    phase_known: bool,
    costs_known: bool,
) -> Scored:
    """Return scores, verdict and the changes that would help most.

    Args:
        findings: one per rule that was run.
        rules: the rules by id.
        scoring: weights, caps and verdicts.
        phase_known: whether the phase is filled in, which decides what is due.
        costs_known: whether costs are quantified for each affected size class below 50.
    """
    tallies = {criterion: _Tally(criterion, scoring.caps) for criterion in Criterion}
    for finding in findings:
        if _counts(finding):
            tallies[finding.criterion].add(finding)
    for tally in tallies.values():
        tally.settle_weights(rules, scoring)
    criteria = tuple(_criterion_score(tally, scoring) for tally in tallies.values())
    assessed = sum((t.assessed for t in tallies.values()), Fraction(0))
    applicable = sum((t.applicable for t in tallies.values()), Fraction(0))
    completeness = _share(assessed, applicable) if applicable else Decimal(0)
    known = _Known(completeness, phase=phase_known, costs=costs_known)
    verdict = _Judge(criteria, known, tallies, scoring).verdict()
    changes = _changes(criteria, tallies, scoring)
    merged = {rule: by for tally in tallies.values() for rule, by in tally.merged.items()}
    return Scored(criteria, completeness, verdict, changes, merged)


def _counts(finding: Finding) -> bool:
    """A rule that needs a text, or the note to it, counts only where that was given."""
    return finding.applicable and finding.reason not in (Reason.NO_TEXT, Reason.NO_NOTE)


def one_decimal(value: Fraction) -> Decimal:
    """Return ``value`` rounded half up to one decimal."""
    return Decimal(floor(value * 10 + Fraction(1, 2))) / 10


def _share(part: Fraction, whole: Fraction) -> Decimal:
    share = part / whole
    return Decimal(share.numerator) / share.denominator


@dataclass(frozen=True)
class _Known:
    """How much is known of the regulation as a whole."""

    completeness: Decimal
    phase: bool
    costs: bool


@dataclass
class _Failures:
    """Rules that failed, by what they do to the ceiling of their criterion."""

    caps: Caps
    core: list[str] = field(default_factory=list)
    blocking: list[str] = field(default_factory=list)
    incurable: list[str] = field(default_factory=list)

    def add(self, finding: Finding, rule: Rule) -> None:
        if finding.weight == CORE_WEIGHT:
            self.core.append(finding.rule)
        if finding.severity is Severity.BLOCKING:
            self.blocking.append(finding.rule)
            if rule.incurable:
                self.incurable.append(finding.rule)

    def cap(self, without: str | None = None) -> Cap | None:
        """Return the lowest ceiling, as if the rule ``without`` had not failed."""
        counts = [
            len(rules) - (without in rules) for rules in (self.incurable, self.blocking, self.core)
        ]
        incurable, blocking, core = counts
        if incurable:
            return self._make(CapKind.INCURABLE, self.caps.incurable.value, self.incurable)
        if blocking > 1:
            kind, limit = CapKind.BLOCKING_FAILED_TWICE, self.caps.blocking_failed_twice.value
            return self._make(kind, limit, self.blocking)
        if blocking:
            kind, limit = CapKind.BLOCKING_FAILED, self.caps.blocking_failed.value
            return self._make(kind, limit, self.blocking)
        if core:
            return self._make(CapKind.CORE_FAILED, self.caps.core_failed.value, self.core)
        return None

    @staticmethod
    def _make(kind: CapKind, limit: Decimal, rules: list[str]) -> Cap:
        return Cap(kind=kind, limit=limit, rules=tuple(rules))


@dataclass(frozen=True)
class _Sums:
    """What findings earned of the weight that counts, and those that another says already."""

    earned: Fraction
    assessed: Fraction
    merged: Mapping[str, str]

    @property
    def share(self) -> Fraction:
        """The part that was earned, times 100."""
        return 100 * self.earned / self.assessed


class _Tally:
    """The counted findings of one criterion, with their weights."""

    def __init__(self, criterion: Criterion, caps: Caps) -> None:
        self.criterion = criterion
        self.findings: list[Finding] = []
        self.weights: dict[str, Fraction] = {}
        self.merged: Mapping[str, str] = {}
        """Rules that say the same as another that costs at least as much, with that other."""
        self.applicable = self.assessed = self.earned = Fraction(0)
        self.failures = _Failures(caps)
        self.worst_case = _Failures(caps)
        self._same: dict[str, list[tuple[Finding, bool]]] = {}
        """Findings that may say the same by the rule that the others name, which comes with a
        True."""

    def add(self, finding: Finding) -> None:
        self.findings.append(finding)

    def settle_weights(self, rules: Mapping[str, Rule], scoring: Scoring) -> None:
        """Bring groups of rules back to the share they may have, then add everything up."""
        self.weights = {f.rule: Fraction(f.weight) for f in self.findings}
        for share in scoring.group_shares:
            if share.criterion == self.criterion:
                self._limit_group(share.group, Fraction(share.share.value), rules)
        for finding in self.findings:
            main = rules[finding.rule].overlaps
            self._same.setdefault(main or finding.rule, []).append((finding, main is None))
            if finding.credit is None or finding.outcome is Outcome.FAIL:
                self.worst_case.add(finding, rules[finding.rule])
            if finding.outcome is Outcome.FAIL:
                self.failures.add(finding, rules[finding.rule])
        now = self._sums({})
        self.earned, self.assessed, self.merged = now.earned, now.assessed, now.merged
        self.applicable = self.assessed + self._open_weight()

    def _limit_group(self, group: str, share: Fraction, rules: Mapping[str, Rule]) -> None:
        members = [f.rule for f in self.findings if _in_group(rules[f.rule], group)]
        inside = sum((self.weights[rule] for rule in members), Fraction(0))
        outside = sum(self.weights.values(), Fraction(0)) - inside
        allowed = share / (1 - share) * outside
        if outside and inside > allowed:
            for rule in members:
                self.weights[rule] *= allowed / inside

    def _open_weight(self) -> Fraction:
        return sum((self.weights[f.rule] for f in self.findings if f.credit is None), Fraction(0))

    def _sums(self, supposed: Mapping[str, Fraction]) -> _Sums:
        """Add up, as if the rules in ``supposed`` had earned what is told there.

        Of rules that say the same and fall short, only the one that costs most counts. Where two
        cost the same it is the one of least weight, with which the score is lowest: so doing
        worse never helps, and what is still open cannot bring the score below ``low``.
        """
        earned = assessed = Fraction(0)
        merged: dict[str, str] = {}
        for group in self._same.values():
            known = [
                (finding.rule, self.weights[finding.rule], credit, is_main)
                for finding, is_main in group
                if (credit := supposed.get(finding.rule, _credit(finding))) is not None
            ]
            short = [one for one in known if one[1] * (1 - one[2])]
            if len(short) > 1:
                dearest = max(short, key=lambda o: (o[1] * (1 - o[2]), -o[1], o[3], o[0]))[0]
                merged |= {rule: dearest for rule, *_ in short if rule != dearest}
            for rule, weight, credit, _ in known:
                if rule not in merged:
                    assessed += weight
                    earned += weight * credit
        return _Sums(earned, assessed, merged)

    def missed(self, finding: Finding) -> Fraction:
        """Return the weight that a finding did not earn; what is open missed nothing yet."""
        credit = _credit(finding)
        if credit is None or finding.rule in self.merged:
            return Fraction(0)
        return self.weights[finding.rule] * (1 - credit)

    def raw_without(self, finding: Finding) -> Fraction:
        """Return the score before any ceiling, had ``finding`` not fallen short.

        The dearest of those that say the same, and cost nothing beside it, then counts itself.
        """
        return self._sums({finding.rule: Fraction(1)}).share

    def raw_where_open(self, credit: int) -> Fraction:
        """Return the score before any ceiling, were all that is open to earn ``credit``."""
        found = {f.rule: Fraction(credit) for f in self.findings if f.credit is None}
        return self._sums(found).share

    @property
    def raw_score(self) -> Fraction | None:
        """The score before any ceiling."""
        return 100 * self.earned / self.assessed if self.assessed else None


def _credit(finding: Finding) -> Fraction | None:
    return None if finding.credit is None else Fraction(finding.credit)


def _in_group(rule: Rule, group: str) -> bool:
    """Whether ``rule`` reads the text, or is a self-rated answer to a framework's question."""
    if group == "text":
        return rule.check.needs_text
    self_rated = isinstance(rule.check, Asked)
    return self_rated and any(name.partition(".")[0] == group for name in rule.frameworks)


def _criterion_score(tally: _Tally, scoring: Scoring) -> CriterionScore:
    if not tally.applicable:
        return CriterionScore(
            criterion=tally.criterion,
            score=None,
            low=None,
            high=None,
            completeness=None,
            grade=None,
        )
    cap, worst_cap = tally.failures.cap(), tally.worst_case.cap()
    raw = tally.raw_score
    final = None if raw is None else _capped(raw, cap)
    return CriterionScore(
        criterion=tally.criterion,
        score=final,
        low=_capped(tally.raw_where_open(0), worst_cap),
        high=_capped(tally.raw_where_open(1), cap),
        completeness=_share(tally.assessed, tally.applicable),
        grade=None if final is None else _grade(final, scoring),
        cap=cap,
    )


def _capped(value: Fraction, cap: Cap | None) -> Decimal:
    return one_decimal(value if cap is None else min(value, Fraction(cap.limit)))


def _grade(value: Decimal, scoring: Scoring) -> str:
    return next(g.code for g in scoring.verdicts if value >= g.from_score.value)


def _changes(
    criteria: Iterable[CriterionScore], tallies: Mapping[Criterion, _Tally], scoring: Scoring
) -> tuple[Change, ...]:
    """Return the changes that help most: first those that free the criterion that decides."""
    scored = [item for item in criteria if item.score is not None]
    worst = min(scored, key=lambda item: item.score or 0, default=None)

    def rank(change: Change) -> tuple[bool, Decimal, Decimal, str]:
        decides = worst is not None and change.criterion is worst.criterion
        frees = change.unlocks_cap and decides
        return not frees, -change.points, -change.points_without_caps, change.rule

    changes = [change for tally in tallies.values() for change in _changes_in(tally)]
    return tuple(sorted(changes, key=rank)[: int(scoring.changes_shown.value)])


def _changes_in(tally: _Tally) -> Iterator[Change]:
    raw, cap = tally.raw_score, tally.failures.cap()
    if raw is None:
        return
    for finding in tally.findings:
        lifted = tally.failures.cap(without=finding.rule)
        frees = (lifted and lifted.limit) != (cap and cap.limit)
        # One that another says already costs no points, but may still put the ceiling there.
        if not (tally.missed(finding) or frees):
            continue
        after = tally.raw_without(finding)
        yield Change(
            rule=finding.rule,
            criterion=tally.criterion,
            points=_capped(after, lifted) - _capped(raw, cap),
            points_without_caps=one_decimal(after - raw),
            unlocks_cap=frees,
        )


class _Judge:
    """Draws the verdict from the criteria."""

    def __init__(
        self,
        criteria: Iterable[CriterionScore],
        known: _Known,
        tallies: Mapping[Criterion, _Tally],
        scoring: Scoring,
    ) -> None:
        self.criteria = [c for c in criteria if c.applicable]
        self.known = known
        self.tallies = tallies
        self.scoring = scoring

    def verdict(self) -> Verdict:
        """Return the verdict: lost beyond recovery, withheld, or that of the worst criterion."""
        worst_grade = self.scoring.verdicts[-1].code
        bound = self.scoring.verdicts[-2].from_score.value
        lost = [c for c in self.criteria if c.high is not None and c.high < bound]
        if lost:
            worst = min(lost, key=lambda c: c.high or 0)
            head = VerdictReason(
                code=VerdictReasonCode.CANNOT_RECOVER,
                criterion=worst.criterion,
                value=worst.high,
                bound=bound,
            )
            return self._given(worst_grade, [head, *self._defects(worst)])
        if withheld := list(self._too_little_known()):
            label = self.scoring.withholding.label
            return Verdict(code=WITHHELD, label=label, reasons=tuple(withheld))
        return self._by_worst_criterion()

    def _too_little_known(self) -> Iterator[VerdictReason]:
        limits = self.scoring.withholding
        if not self.criteria:
            yield VerdictReason(code=VerdictReasonCode.NOTHING_APPLIES)
        if not self.known.phase:
            yield VerdictReason(code=VerdictReasonCode.PHASE_UNKNOWN)
        if open_rules := tuple(self._open_blocking()):
            yield VerdictReason(code=VerdictReasonCode.BLOCKING_OPEN, rules=open_rules)
        if not self.known.costs:
            yield VerdictReason(code=VerdictReasonCode.COSTS_UNKNOWN)
        if self.known.completeness < limits.overall_completeness.value:
            yield VerdictReason(
                code=VerdictReasonCode.OVERALL_INCOMPLETE,
                value=self.known.completeness,
                bound=limits.overall_completeness.value,
            )
        bound = limits.criterion_completeness.value
        for item in self.criteria:
            if item.completeness is not None and item.completeness < bound:
                yield VerdictReason(
                    code=VerdictReasonCode.CRITERION_INCOMPLETE,
                    criterion=item.criterion,
                    value=item.completeness,
                    bound=bound,
                )

    def _open_blocking(self) -> Iterator[str]:
        for tally in self.tallies.values():
            for finding in tally.findings:
                if finding.severity is Severity.BLOCKING and not finding.assessed:
                    yield finding.rule

    def _by_worst_criterion(self) -> Verdict:
        worst = min(self.criteria, key=lambda c: 100 if c.score is None else c.score)
        best, second = self.scoring.verdicts[:2]
        if worst.grade != best.code and worst.score is not None:
            above = min(
                grade.from_score.value
                for grade in self.scoring.verdicts
                if grade.from_score.value > worst.score
            )
            head = VerdictReason(
                code=VerdictReasonCode.WORST_CRITERION,
                criterion=worst.criterion,
                value=worst.score,
                bound=above,
            )
            return self._given(worst.grade or best.code, [head, *self._defects(worst)])
        bound = self.scoring.withholding.workable_low.value
        shaky = [c for c in self.criteria if c.low is not None and c.low < bound]
        if not shaky:
            sufficient = VerdictReason(
                code=VerdictReasonCode.ALL_SUFFICIENT, criterion=worst.criterion, value=worst.score
            )
            return self._given(best.code, [sufficient])
        reasons = [
            VerdictReason(
                code=VerdictReasonCode.STILL_OPEN, criterion=c.criterion, value=c.low, bound=bound
            )
            for c in sorted(shaky, key=lambda c: c.low or 0)
        ]
        return self._given(second.code, [*reasons, *self._defects(worst)])

    def _given(self, code: str, reasons: list[VerdictReason]) -> Verdict:
        label = next(g.label for g in self.scoring.verdicts if g.code == code)
        return Verdict(code=code, label=label, reasons=tuple(reasons))

    def _defects(self, criterion: CriterionScore) -> Iterator[VerdictReason]:
        """The ceiling of the criterion, then what falls short, heaviest first."""
        named: set[str] = set()
        if criterion.cap is not None:
            named = set(criterion.cap.rules)
            yield VerdictReason(
                code=VerdictReasonCode.CAPPED,
                criterion=criterion.criterion,
                rules=criterion.cap.rules,
                cap=criterion.cap.kind,
                bound=criterion.cap.limit,
            )
        tally = self.tallies[criterion.criterion]
        short = [f for f in tally.findings if tally.missed(f) and f.rule not in named]
        short.sort(key=lambda f: (f.severity is not Severity.BLOCKING, -tally.missed(f)))
        if short:
            yield VerdictReason(
                code=VerdictReasonCode.SHORT,
                criterion=criterion.criterion,
                rules=tuple(f.rule for f in short[:_REASONS_SHOWN]),
                more=max(0, len(short) - _REASONS_SHOWN),
            )
