"""An assessment as plain values for ``--json``; the keys are stable, scripts rely on them."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from checker.content import messages
from checker.models.assessment import Assessment, CriterionScore, FrameworkView
from checker.models.base import Language
from checker.models.finding import Finding, Place
from checker.models.problem import Problem
from checker.models.rule import Rule
from checker.models.rulebook import Rulebook
from checker.report import burden_json


def assessment(result: Assessment, rulebook: Rulebook, language: Language) -> dict[str, Any]:
    """Return ``result`` as JSON values.

    Scores are numbers from 0 to 100 with one decimal, completeness is a share of 0 to 1 with
    four; what is not known is null. Amounts are as :mod:`checker.report.burden_json` gives them.
    """
    identity = result.regulation.identity
    return {
        "receipt": result.receipt.model_dump(mode="json"),
        "regulation": {
            "title": identity.title,
            "draft": identity.draft,
            "instrument": identity.instrument,
            "phase": identity.phase,
        },
        "verdict": {
            "code": result.verdict.code,
            "label": result.verdict.label.get(language),
            "reasons": [
                {
                    "code": reason.code.value,
                    "criterion": reason.criterion,
                    "rules": list(reason.rules),
                    "value": _score(reason.value),
                    "bound": _score(reason.bound),
                    "cap": reason.cap,
                    "text": messages.verdict_reason_text(reason, result, language),
                }
                for reason in result.verdict.reasons
            ],
        },
        "caveats": list(messages.caveats(result, language)),
        "disclaimer": result.disclaimer.get(language),
        "completeness": _share(result.completeness),
        "criteria": {item.criterion.value: _criterion(item) for item in result.criteria},
        "changes": [
            {
                "rule": change.rule,
                "criterion": change.criterion.value,
                "points": float(change.points),
                "points_without_caps": float(change.points_without_caps),
                "unlocks_cap": change.unlocks_cap,
                "advice": result.finding(change.rule).advice.get(language),
            }
            for change in result.changes
        ],
        "findings": [_finding(finding, rulebook, language) for finding in result.findings],
        "frameworks": [_framework(view, language) for view in result.frameworks],
        "burden": burden_json.burden(result.burden, result.regulation, rulebook, language),
    }


def _criterion(item: CriterionScore) -> dict[str, Any]:
    return {
        "score": _score(item.score),
        "low": _score(item.low),
        "high": _score(item.high),
        "completeness": _share(item.completeness),
        "grade": item.grade,
        "cap": item.cap and {"kind": item.cap.kind.value, "limit": float(item.cap.limit),
                             "rules": list(item.cap.rules)},
    }  # fmt: skip


def _finding(finding: Finding, rulebook: Rulebook, language: Language) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "criterion": finding.criterion.value,
        "title": finding.title.get(language),
        "outcome": finding.outcome.value,
        "reason": finding.reason,
        "reason_text": messages.reason_text(finding, language),
        "missing": list(finding.missing),
        "severity": finding.severity.value,
        "weight": finding.weight,
        "credit": _score(finding.credit),
        "counted_with": finding.counted_with,
        "message": finding.message.get(language),
        "why": finding.why.get(language),
        "advice": finding.advice.get(language),
        "known_limits": finding.known_limits.get(language),
        "explanation": finding.explanation,
        "evidence": finding.evidence,
        "where": [
            {"path": place.path, "text": messages.place_text(place, language)} | _in_text(place)
            for place in finding.where
        ],
        "sources": [
            {
                "id": name,
                "title": rulebook.sources[name].title.get(language),
                "url": rulebook.sources[name].url,
                "verified": rulebook.sources[name].verified,
                "own": rulebook.sources[name].own,
            }
            for name in finding.sources
        ],
    }


def _in_text(place: Place) -> dict[str, Any]:
    """Where the place is words of the text: which, and whether they were switched off."""
    if place.start is None:
        return {}
    keys = {"start", "end", "article", "inserted_article", "lid", "quote", "switched_off"}
    return place.model_dump(include=keys)


def _framework(view: FrameworkView, language: Language) -> dict[str, Any]:
    return {
        "framework": view.framework,
        "title": view.title.get(language),
        "answers": [
            {
                "item": answer.item,
                "question": answer.question.get(language),
                "rules": list(answer.rules),
            }
            for answer in view.answers
        ],
    }


def _score(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _share(value: Decimal | None) -> float | None:
    if value is None:
        return None
    return float(value.quantize(Decimal("0.0001"), rounding=ROUND_HALF_UP))


def rule_row(shown: Rule, rulebook: Rulebook, language: Language) -> dict[str, Any]:
    """Return one row of ``rules list``; ``verified`` says whether every source was read."""
    return {
        "id": shown.id,
        "criterion": shown.criterion.value,
        "status": shown.status.value,
        "kind": shown.check.kind,
        "title": shown.title.get(language),
        "verified": rulebook.verified(shown),
    }


def rule(shown: Rule, rulebook: Rulebook, language: Language) -> dict[str, Any]:
    """Return a whole rule: its row, and the rule as its file has it, in both languages."""
    full = shown.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return rule_row(shown, rulebook, language) | {"rule": full}


def problems(found: Iterable[Problem], language: Language) -> list[dict[str, Any]]:
    """Return mistakes as ``rules check`` reports them."""
    return [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "message": messages.problem_message(problem, language),
        }
        for problem in found
    ]
