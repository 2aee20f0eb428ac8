"""Problems, reasons and places in words: the same on the command line, on screen and in reports."""

import re
from decimal import Decimal

from checker.content import fields, has, say
from checker.models.assessment import Assessment, VerdictReason, VerdictReasonCode
from checker.models.base import Language
from checker.models.cost import by_field
from checker.models.facts import find_fact
from checker.models.figure import FigureId, Unit
from checker.models.finding import Finding, Outcome, Place, Reason
from checker.models.legal_text import Part
from checker.models.problem import Problem
from checker.models.rule import Criterion, Rule
from checker.models.rulebook import SourceEntry
from checker.models.text_reading import TextReading
from checker.models.wording import Quantity

_POSITION = re.compile(r"\[(\d+)\]")


def problem_text(problem: Problem, language: Language) -> str:
    """Return ``file:line:column place: what is wrong and what will do``."""
    position = [str(n) for n in (problem.line, problem.column) if n is not None]
    where = ":".join([*([problem.file] if problem.file else []), *position])
    return f"{where} {problem_message(problem, language)}".strip()


def problem_message(problem: Problem, language: Language) -> str:
    """Return ``place: what is wrong and what will do``, without the file."""
    key = f"problems/{problem.code}"
    values = {"value": "", **problem.values}
    text = say(language, key if has(key) else "problems/invalid", **values)
    return f"{problem.path}: {text}" if problem.path else text


def criterion_name(criterion: Criterion, language: Language) -> str:
    """Return the name of a criterion as it is used in a sentence."""
    return say(language, f"choices/Criterion/{criterion}")


def rule_facts(rule: Rule, language: Language) -> str:
    """Return what a rule is about, how it counts and from when, in one line."""
    facts = say(
        language,
        "cli/rule_facts",
        criterion=criterion_name(rule.criterion, language),
        status=say(language, f"choices/Status/{rule.status}"),
        weight=rule.weight,
        severity=say(language, f"choices/Severity/{rule.severity}"),
        phase=say(language, f"choices/Phase/{rule.due_from}"),
        kind=rule.check.kind,
    )
    return " · ".join(text for text in (facts, overlap_text(rule, language)) if text)


def overlap_text(rule: Rule, language: Language) -> str:
    """Return beside which rule a rule costs nothing, or "" where it counts by itself."""
    if rule.overlaps is None:
        return ""
    return say(language, "results/overlaps", rule=rule.overlaps)


def reason_text(finding: Finding, language: Language) -> str:
    """Return why a rule was not assessed or does not apply, and what is lacking; or "".

    For what costs no points, because another rule says the same, with which it counts.
    """
    with_other = counted_with_text(finding, language)
    if finding.reason is None:
        return with_other[:1].upper() + with_other[1:]
    told = _reason_told(finding, language)
    return f"{told}; {with_other}" if with_other else told


def counted_with_text(finding: Finding, language: Language) -> str:
    """Return with which rule a finding counts, or "" where it counts by itself."""
    if finding.counted_with is None:
        return ""
    return say(language, "results/counted_with", rule=finding.counted_with)


def _reason_told(finding: Finding, language: Language) -> str:
    text = say(language, f"results/reason/{finding.reason}")
    if not finding.missing or finding.outcome is not Outcome.NOT_ASSESSED:
        return text
    names = tuple(dict.fromkeys(name_text(name, language) for name in finding.missing))
    return f"{text} ({say(language, 'results/missing', names=names)})"


def place_text(place: Place, language: Language) -> str:
    """Return where a finding looks, in the words of the form."""
    name = name_text(_POSITION.sub("", place.path), language)
    if place.label:
        return f"{name}: {place.label}"
    position = _POSITION.search(place.path)
    return say(language, "results/item", name=name, number=position[1]) if position else name


def name_text(name: str, language: Language) -> str:
    """Return how a fact or figure is called; anything else (a rule, an article) as it is."""
    group, _, rest = name.partition(".")
    if name in list(FigureId) or group == "figures":
        return say(language, f"figures/{rest or name}/label")
    if group == "answers":
        return rest
    return (find_fact(name) and fields.words(name, "label", language)) or name


def verdict_reason_text(reason: VerdictReason, assessment: Assessment, language: Language) -> str:
    """Return one reason of the verdict as a sentence; rules are named by id and message."""
    values: dict[str, object] = {
        "rules": _rule_names(reason.rules, assessment, language),
        "more": say(language, "results/more", count=reason.more) if reason.more else "",
    }
    if reason.criterion is not None:
        values["criterion"] = criterion_name(reason.criterion, language)
    if reason.cap is not None:
        values["cap"] = say(language, f"results/cap/{reason.cap}")
    is_share = reason.code in (
        VerdictReasonCode.OVERALL_INCOMPLETE,
        VerdictReasonCode.CRITERION_INCOMPLETE,
    )
    for name, number in (("value", reason.value), ("bound", reason.bound)):
        if number is not None:
            values[name] = share(number) if is_share else number
    text = say(language, f"results/verdict_reason/{reason.code}", **values)
    return text[:1].upper() + text[1:]


def caveats(assessment: Assessment, language: Language) -> tuple[str, ...]:
    """Return what a reader of the verdict must know about what it rests on."""
    told: list[str] = []
    costs = assessment.burden
    if costs.missing:
        told.append(
            say(language, "results/caveat/costs_incomplete", count=len(by_field(costs.missing)))
        )
    if unread := sum(not variable.verified for variable in costs.unverified):
        told.append(say(language, "results/caveat/unverified_costs", count=unread))
    if aside := [finding for finding in assessment.findings if finding.set_aside]:
        count = sum(len(finding.set_aside) for finding in aside)
        rules = tuple(finding.rule for finding in aside)
        told.append(say(language, "results/caveat/switched_off", count=count, rules=rules))
    if assessment.illustrative:
        told.append(say(language, "results/caveat/illustrative", count=assessment.illustrative))
    return tuple(told)


def no_rule_text(criterion: Criterion, assessment: Assessment, language: Language) -> str:
    """Return why no rule of a criterion counts: not due yet, or none that applies."""
    own = [finding for finding in assessment.findings if finding.criterion is criterion]
    is_early = any(finding.reason is Reason.NOT_DUE for finding in own)
    return say(language, "results/no_rule_due" if is_early else "results/no_rule_applies")


def source_state(entry: SourceEntry, language: Language) -> str:
    """Return whether a source was read, or that it is no source but a choice of our own."""
    state = "own" if entry.own else "verified" if entry.verified else "unverified"
    return say(language, f"results/source/{state}")


def share(value: Decimal) -> Quantity:
    """Return a share of 0 to 1 to be written as a percentage."""
    return Quantity(value, Unit.SHARE)


def _rule_names(rules: tuple[str, ...], assessment: Assessment, language: Language) -> str:
    """Name rules by id, with what is wrong, or with the norm where that is still open."""
    texts = ((rule, assessment.finding(rule).message.get(language)) for rule in rules)
    return "; ".join(f"{rule} ({text.rstrip('.')})" for rule, text in texts)


_SHORT = 400
"""Words below which a density or a comparison with other regulations says little."""


def text_cautions(reading: TextReading, language: Language) -> tuple[str, ...]:
    """Return what a reader must know before trusting what a text gave, each as a sentence."""
    legal = reading.text
    holds = {
        "no_articles": not legal.articles,
        "not_dutch": not legal.is_dutch,
        "short": legal.is_dutch and legal.words_in(Part.BODY) < _SHORT,
    }
    return tuple(say(language, f"reading/{key}") for key, is_so in holds.items() if is_so)
