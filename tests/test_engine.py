"""From a rule and a dossier to a finding: due, applicable, answerable, evidenced."""

from typing import Any

import pytest
from hypothesis import given

from checker.assess import judge
from checker.models.finding import Finding, Outcome, Reason
from checker.models.regulation import Regulation
from checker.models.rule import Rule, Severity
from checker.models.rulebook import Rulebook
from checker.rulebook import RuleFile
from tests.burden.examples import PARAMETERS
from tests.strategies import regulations


def rule(**changes: Any) -> Rule:
    text = {"nl": "Tekst.", "en": "Text."}
    fields: dict[str, Any] = {
        "id": "XX-01", "criterion": "clarity", "title": text, "status": "stable", "weight": 3,
        "severity": "major", "due_from": "idea", "section": "purpose",
        "check": {
            "kind": "question", "question": text, "answers": {"ja": 1, "deels": 0.5, "nee": 0},
        },
        "message": {"nl": "Fout.", "en": "Wrong."}, "why": text, "advice": text,
        "known_limits": text, "sources": ["own-rule"],
    }  # fmt: skip
    return RuleFile.model_validate(fields | changes)


def find(facts: dict[str, Any], **changes: Any) -> Finding:
    return judge(rule(**changes), Regulation.model_validate(facts), PARAMETERS)


def answered(value: str, **more: Any) -> dict[str, Any]:
    return {"answers": {"XX-01": {"value": value, **more}}}


@pytest.mark.parametrize(
    ("facts", "outcome", "reason"),
    [
        ({}, "not_assessed", Reason.NO_ANSWER),
        (answered("ja"), "pass", None),
        (answered("deels"), "partial", None),
        (answered("nee"), "fail", None),
        (answered("weet_niet"), "not_assessed", Reason.DONT_KNOW),
        (answered("nvt"), "not_assessed", Reason.NOT_APPLICABLE_WITHOUT_REASON),
        (
            answered("nvt", explanation="geen boetes"),
            "not_applicable",
            Reason.DECLARED_NOT_APPLICABLE,
        ),
        (answered("oud"), "not_assessed", Reason.UNKNOWN_ANSWER),
    ],
)
def test_answers(facts: dict[str, Any], outcome: str, reason: Reason | None) -> None:
    finding = find(facts)
    assert (finding.outcome, finding.reason) == (outcome, reason)


def test_a_bare_yes_earns_half_where_evidence_is_asked() -> None:
    bare = find(answered("ja"), evidence="required")
    assert (bare.outcome, bare.reason) == (Outcome.PARTIAL, Reason.EVIDENCE_MISSING)
    shown = find(answered("ja", evidence="Bijlage 2"), evidence="required")
    assert (shown.outcome, shown.evidence) == (Outcome.PASS, "Bijlage 2")
    assert find(answered("nee"), evidence="required").outcome is Outcome.FAIL


@pytest.mark.parametrize(
    ("phase", "due_from", "reason"),
    [
        (None, "idea", Reason.NO_ANSWER),
        (None, "draft", Reason.NOT_DUE),
        ("draft", "consultation", Reason.NOT_DUE),
        ("consultation", "consultation", Reason.NO_ANSWER),
        ("adoption", "atr", Reason.NO_ANSWER),
    ],
)
def test_a_rule_is_due_from_a_phase(phase: str | None, due_from: str, reason: Reason) -> None:
    finding = find({"identity": {"phase": phase}}, due_from=due_from)
    assert finding.reason is reason
    assert finding.applicable is (reason is not Reason.NOT_DUE)


def test_a_blocking_rule_may_become_so_later() -> None:
    late = {"severity": "blocking", "blocking_from": "atr"}
    for phase, severity in ((None, "major"), ("draft", "major"), ("atr", "blocking")):
        finding = find({"identity": {"phase": phase}}, **late)
        assert finding.severity is Severity(severity)


@pytest.mark.parametrize(
    ("identity", "applies_to", "reason"),
    [
        ({}, {"instrument": ["wet"]}, Reason.APPLICABILITY_UNKNOWN),
        ({"instrument": "wet"}, {"instrument": ["wet"]}, Reason.NO_ANSWER),
        ({"instrument": "amvb"}, {"instrument": ["wet"]}, Reason.RULE_DOES_NOT_APPLY),
        (
            {"instrument": "wet"},
            {"instrument": ["wet"], "when": [{"fact": "identity.nature", "is": ["new"]}]},
            Reason.APPLICABILITY_UNKNOWN,
        ),
        (
            {"nature": "amending"},
            {"instrument": ["wet"], "when": [{"fact": "identity.nature", "is": ["new"]}]},
            Reason.RULE_DOES_NOT_APPLY,
        ),
        (
            {"instrument": "wet"},
            {
                "when": [
                    {
                        "any": [
                            {"fact": "identity.instrument", "is": ["wet"]},
                            {"fact": "identity.nature", "is": ["new"]},
                        ]
                    }
                ]
            },
            Reason.NO_ANSWER,
        ),
    ],
)
def test_to_what_a_rule_applies(
    identity: dict[str, Any], applies_to: dict[str, Any], reason: Reason
) -> None:
    assert find({"identity": identity}, applies_to=applies_to).reason is reason


def test_a_missing_need_is_named_and_the_check_not_called() -> None:
    threshold = {"kind": "threshold", "figure": "exceptions", "pass": {"at_most": 3}}
    finding = find({}, check=threshold)
    assert (finding.outcome, finding.reason) == (Outcome.NOT_ASSESSED, Reason.NO_FIGURE)
    assert finding.missing == ("enforcement.exceptions",)


def test_a_message_is_written_in_both_languages() -> None:
    threshold = {"kind": "threshold", "figure": "consultation_weeks", "pass": {"at_least": 8}}
    message = {"nl": "{value} van {bound} weken.", "en": "{value} of {bound} weeks."}
    finding = find({"consultation": {"weeks": 4.25}}, check=threshold, message=message)
    assert (finding.message.nl, finding.message.en) == ("4,3 van 8 weken.", "4.3 of 8 weeks.")


@given(regulations())
def test_any_dossier_can_be_judged_by_every_rule(
    rulebook: Rulebook, regulation: Regulation
) -> None:
    for own_rule in rulebook.rules:
        finding = judge(own_rule, regulation, PARAMETERS)
        assert finding.assessed == (finding.outcome in ("pass", "partial", "fail"))
        assert finding.outcome is not Outcome.NOT_ASSESSED or finding.reason is not None


def test_nothing_is_good_about_an_empty_dossier(rulebook: Rulebook) -> None:
    """Unknown is not good: an empty form earns no credit anywhere."""
    for phase in ("idea", "adoption"):
        empty = Regulation.model_validate({"identity": {"phase": phase}})
        earned = [
            r.id for r in rulebook.rules if judge(r, empty, PARAMETERS).credit not in (None, 0)
        ]
        assert earned == []
