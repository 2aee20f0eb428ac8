"""(Rules, Context) -> findings. Knows no regulation, no text and no cost model: only slots."""

from collections.abc import Callable, Iterable
from decimal import Decimal

from checker.checks.conditions import all_hold, unknown_names
from checker.checks.per_obligation import PerObligation
from checker.checks.question import Question
from checker.models.answer import Answer, find_answer
from checker.models.base import Text
from checker.models.context import Context, Missing, Need, NeedKind, View
from checker.models.facts import find_fact, values_at
from checker.models.figure import FigureId
from checker.models.finding import Finding, Outcome, Reason
from checker.models.regulation import Phase
from checker.models.rule import EvidenceDemand, Result, Rule
from checker.models.wording import fill

CREDITS = {Outcome.PASS: Decimal(1), Outcome.PARTIAL: Decimal("0.5"), Outcome.FAIL: Decimal(0)}
"""What an outcome earns; the others earn nothing and do not count as assessed."""


def find_all(rules: Iterable[Rule], context: Context) -> tuple[Finding, ...]:
    """Return one finding per rule, in the order of ``rules``."""
    return tuple(find(rule, context) for rule in rules)


def judge_all(rules: Iterable[Rule], context: Context) -> tuple[Result, ...]:
    """Return what each rule concludes, for who only counts: the words of a finding take time."""
    return tuple(_result(rule, context) for rule in rules)


def find(rule: Rule, context: Context) -> Finding:
    """Return what ``rule`` finds in ``context``."""
    result = _result(rule, context)
    message, problem = _messages(rule, result)
    phase = context.regulation.identity.phase
    return Finding.made_of(
        rule=rule.id,
        criterion=rule.criterion,
        title=rule.title,
        outcome=result.outcome,
        reason=result.reason,
        missing=result.missing,
        severity=rule.severity_at(phase),
        weight=rule.weight,
        credit=CREDITS.get(result.outcome),
        counted_with=None,
        message=message,
        why=rule.why,
        advice=rule.advice,
        known_limits=rule.known_limits,
        where=result.places,
        problem=problem,
        sources=rule.sources,
        frameworks=rule.frameworks,
        explanation=_gathered(rule, context, lambda answer: answer.explanation)
        or _set_aside(result),
        evidence=_evidence_text(rule, context),
    )


def _result(rule: Rule, context: Context) -> Result:
    return _weigh_evidence(rule, _judge(rule, context), context)


def _judge(rule: Rule, context: Context) -> Result:
    """Go through what can keep a rule from being judged, then judge it."""
    if not _is_due(rule, context.regulation.identity.phase):
        return Result(Outcome.NOT_APPLICABLE, Reason.NOT_DUE)
    if (unfit := _applies(rule, context)) is not None:
        is_open = unfit.outcome is Outcome.NOT_ASSESSED
        if is_open and rule.check.needs_text and isinstance(context.text, Missing):
            return Result(Outcome.NOT_ASSESSED, context.text.reason)  # counts nowhere
        return unfit
    missing = [lack for need in rule.check.needs if (lack := _lack(need, context))]
    if missing:
        names = tuple(sorted(name for lack in missing for name in lack.names))
        return Result(Outcome.NOT_ASSESSED, missing[0].reason, missing=names)
    return rule.check.evaluate(View(rule.id, context))


def _is_due(rule: Rule, phase: Phase | None) -> bool:
    """A regulation whose phase is not known is taken to be an idea: the mildest reading."""
    return (phase or Phase.IDEA).reached(rule.due_from)


def _applies(rule: Rule, context: Context) -> Result | None:
    """Return the outcome when the rule does not apply, or may not; None when it does."""
    regulation, scope = context.regulation, rule.applies_to
    if not scope.instrument and not scope.when:
        return None
    instrument = regulation.identity.instrument
    if scope.instrument and instrument is not None and instrument not in scope.instrument:
        return Result(Outcome.NOT_APPLICABLE, Reason.RULE_DOES_NOT_APPLY)
    holds = all_hold(scope.when, regulation, context)
    if holds is False:
        return Result(Outcome.NOT_APPLICABLE, Reason.RULE_DOES_NOT_APPLY)
    unknown = unknown_names(scope.when, regulation, context)
    if scope.instrument and instrument is None:
        unknown = ("identity.instrument", *unknown)
    if unknown:
        return Result(Outcome.NOT_ASSESSED, Reason.APPLICABILITY_UNKNOWN, missing=unknown)
    return None


def _lack(need: Need, context: Context) -> Missing | None:
    """Return why a need is not met, or None when it is."""
    if need.kind is NeedKind.TEXT:
        return context.text if isinstance(context.text, Missing) else None
    if need.kind is NeedKind.FIGURE:
        slot = context.figures[FigureId(need.name)]
        return slot if isinstance(slot, Missing) else None
    values = values_at(context.regulation, need.name)
    fact = find_fact(need.name)
    known_empty = values == () and fact is not None and fact.optional
    if values or known_empty:
        return None
    reason = Reason.NO_OBLIGATIONS if need.name == "obligations" else Reason.NO_FACT
    return Missing(reason, (need.name,))


def _set_aside(result: Result) -> str | None:
    """Return why all that a rule found in the text was switched off."""
    declared = result.reason is Reason.DECLARED_NOT_APPLICABLE
    return (
        str(result.values["explanation"]) if declared and "explanation" in result.values else None
    )


def _weigh_evidence(rule: Rule, result: Result, context: Context) -> Result:
    """A bare "ja" on a rule that asks for evidence is worth half."""
    demanded = rule.evidence is EvidenceDemand.REQUIRED and isinstance(rule.check, Question)
    if not demanded or result.outcome is not Outcome.PASS or _evidence_text(rule, context):
        return result
    return Result(Outcome.PARTIAL, Reason.EVIDENCE_MISSING, result.places, result.values)


def _evidence_text(rule: Rule, context: Context) -> str | None:
    return _gathered(
        rule, context, lambda answer: answer.evidence.text if answer.evidence else None
    )


def _gathered(rule: Rule, context: Context, part: Callable[[Answer], str | None]) -> str | None:
    """Return a part of the answer to ``rule``, or of the answer of each obligation."""
    answer = context.answers.get(rule.id)
    by_duty = isinstance(rule.check, PerObligation)
    if answer is None and not by_duty:
        return None
    found = [part(answer)] if answer else []
    if by_duty:
        for duty in context.regulation.firm_obligations:
            own = find_answer(duty.answers, rule.id)
            text = part(own) if own else None
            found.append(text and f"{duty.label}: {text}")
    return "; ".join(text for text in found if text) or None


def _messages(rule: Rule, result: Result) -> tuple[Text, Text | None]:
    """Return what to say, and what the rule has against the words it points at.

    What to say is the rule's message where something is wrong, and otherwise its title.
    """
    is_hit = any(place.hit for place in result.places)
    failed = result.outcome is Outcome.FAIL
    problem = fill(rule.message, result.values) if failed or is_hit else None
    if failed and problem is not None:
        return problem, problem if is_hit else None
    if result.outcome is Outcome.PARTIAL and result.reason is None:
        return fill(rule.message_partial or rule.message, result.values), problem
    return rule.title, problem
