"""Each kind of check on its own: what passes, what fails, and what stays open."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from checker.checks import AnyCheck
from checker.models.context import View
from checker.models.finding import Reason
from checker.models.regulation import Regulation
from checker.models.rule import Result
from tests.contexts import context_of

CHECKS: TypeAdapter[Any] = TypeAdapter(AnyCheck)
QUESTION = {
    "question": {"nl": "?", "en": "?"},
    "answers": {"ja": 1, "deels": 0.5, "nee": 0},
}


def run(dossier: dict[str, Any], /, **check: Any) -> Result:
    regulation = Regulation.model_validate(dossier)
    return CHECKS.validate_python(check).evaluate(View("XX-01", context_of(regulation)))


def duties(*answers: str | None) -> dict[str, Any]:
    return {
        "obligations": [
            {"id": f"d{n}", "answers": {"XX-01": answer} if answer else {}}
            for n, answer in enumerate(answers)
        ]
    }


@pytest.mark.parametrize(
    ("answers", "outcome", "reason"),
    [
        (["ja", "ja"], "pass", None),
        (["ja", "deels"], "partial", None),
        (["ja", "nee"], "partial", None),
        (["deels", "nee"], "fail", None),
        (["ja", None], "not_assessed", Reason.NO_ANSWER),
        (["ja", "weet_niet"], "not_assessed", Reason.DONT_KNOW),
        (["ja", "nvt"], "not_assessed", Reason.NOT_APPLICABLE_WITHOUT_REASON),
        (["nee", "nee", "nee", None], "fail", None),
        (["nee", None], "not_assessed", Reason.NO_ANSWER),
    ],
)
def test_per_obligation(answers: list[str | None], outcome: str, reason: Reason | None) -> None:
    result = run(duties(*answers), kind="per_obligation", **QUESTION)
    assert (result.outcome, result.reason) == (outcome, reason)


def test_per_obligation_asks_only_about_what_it_is_for() -> None:
    facts = duties("nee", "ja", "ja")
    for duty, expert in zip(facts["obligations"], ("required", "customary", None), strict=True):
        duty["outside_expert"] = expert
    where = [{"fact": "outside_expert", "is_not": ["required"]}]
    result = run(facts, kind="per_obligation", where=where, **QUESTION)
    assert (result.outcome, result.missing) == ("not_assessed", ("obligations.outside_expert",))
    facts["obligations"].pop()
    assert run(facts, kind="per_obligation", where=where, **QUESTION).outcome == "pass"


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({}, "not_assessed"),
        ({"evaluation": {"planned": True}}, "not_assessed"),
        ({"evaluation": {"planned": True, "small_firms_included": True}}, "pass"),
        ({"evaluation": {"planned": True, "small_firms_included": False}}, "partial"),
        ({"evaluation": {"planned": False, "small_firms_included": False}}, "fail"),
        ({"answers": {"XX-01": "nee"}}, "fail"),
        ({"evaluation": {"planned": True}, "answers": {"XX-01": "nee"}}, "partial"),
        ({"answers": {"XX-01": {"value": "nvt", "explanation": "x"}}}, "not_applicable"),
    ],
)
def test_present(facts: dict[str, Any], outcome: str) -> None:
    paths = ["evaluation.planned", "evaluation.small_firms_included"]
    assert run(facts, kind="present", facts=paths).outcome == outcome


@pytest.mark.parametrize(
    ("flags", "outcome"),
    [([True, None], "pass"), ([False, None], "not_assessed"), ([False, False], "fail"),
     ([], "fail")],
)  # fmt: skip
def test_present_in_a_list(flags: list[bool | None], outcome: str) -> None:
    facts = {"purpose": {"alternatives": [{"lighter_for_small_firms": flag} for flag in flags]}}
    path = "purpose.alternatives.lighter_for_small_firms"
    assert run(facts, kind="present", facts=[path]).outcome == outcome


@pytest.mark.parametrize(("weeks", "outcome"), [(8, "pass"), (7.9, "partial"), (4, "partial"),
                                               (3, "fail")])  # fmt: skip
def test_threshold(weeks: float, outcome: str) -> None:
    bounds = {"pass": {"at_least": 8}, "partial": {"at_least": 4}}
    facts = {"consultation": {"weeks": weeks}}
    result = run(facts, kind="threshold", figure="consultation_weeks", **bounds)
    assert result.outcome == outcome


@pytest.mark.parametrize(
    ("panel", "outcome"),
    [
        ({}, "not_assessed"),
        ({"held": True}, "fail"),
        ({"held": True, "date": "2026-01-01"}, "pass"),
        ({"held": False}, "pass"),
        ({"date": "2026-01-01"}, "pass"),
    ],
)
def test_contradiction(panel: dict[str, Any], outcome: str) -> None:
    between = [{"fact": "panel.held", "is": [True]}, {"fact": "panel.date", "known": False}]
    assert run({"panel": panel}, kind="contradiction", between=between).outcome == outcome


ENTRY = {"kind": "date_rule", "date": "identity.entry_into_force"}
EXCUSE = {"ground": "identity.exception_ground", "motivation": "identity.exception_motivation"}
FIXED = {**ENTRY, "fixed": [{"instrument": ["wet"], "days": ["01-01", "07-01"]}], "excuse": EXCUSE}
MINIMUM = {
    **ENTRY,
    "minimum": {
        "since": "identity.planned_publication",
        "months": 2,
        "longer": {
            "when": [{"fact": "identity.directly_affects_authorities", "is": [True]}],
            "months": 3,
        },
    },
}
LATEST = {**ENTRY, "not_after": "eu.acts.deadline"}


def timed(entry: str, **identity: Any) -> dict[str, Any]:
    return {"identity": {"instrument": "wet", "entry_into_force": entry, **identity}}


@pytest.mark.parametrize(
    ("check", "facts", "outcome"),
    [
        (FIXED, timed("2027-07-01"), "pass"),
        (FIXED, timed("2027-07-02"), "fail"),
        (FIXED, timed("2027-07-02", exception_ground="urgent"), "partial"),
        (
            FIXED,
            timed("2027-07-02", exception_ground="urgent", exception_motivation="Brand."),
            "pass",
        ),
        (FIXED, timed("2027-07-02", instrument="amvb"), "not_applicable"),
        (MINIMUM, timed("2027-07-01", planned_publication="2027-05-02"), "fail"),
        (MINIMUM, timed("2027-07-01", planned_publication="2027-04-01"), "pass"),
        (MINIMUM, timed("2027-07-01", planned_publication="2027-04-15"), "not_assessed"),
        (
            MINIMUM,
            timed(
                "2027-07-01", planned_publication="2027-04-15", directly_affects_authorities=False
            ),
            "pass",
        ),
        (
            MINIMUM,
            timed(
                "2027-07-01", planned_publication="2027-04-15", directly_affects_authorities=True
            ),
            "fail",
        ),
        (LATEST, timed("2027-07-01") | {"eu": {"acts": [{"deadline": "2027-07-01"}]}}, "pass"),
        (LATEST, timed("2027-07-02") | {"eu": {"acts": [{"deadline": "2027-07-01"}]}}, "fail"),
        (
            LATEST,
            timed("2027-07-01") | {"eu": {"acts": [{"deadline": "2028-01-01"}, {}]}},
            "not_assessed",
        ),
        (
            LATEST,
            timed("2028-07-01") | {"eu": {"acts": [{"deadline": "2028-01-01"}, {}]}},
            "fail",
        ),
    ],
)
def test_date_rule(check: dict[str, Any], facts: dict[str, Any], outcome: str) -> None:
    assert run(facts, **check).outcome == outcome
