"""Conditions: true, false or unknown; what is unknown never counts as true."""

from typing import Any

import pytest

from checker.checks.conditions import all_hold, holds, unknown_names
from checker.models.condition import Condition
from checker.models.regulation import Regulation
from tests.contexts import context_of


def truth(condition: dict[str, Any], facts: dict[str, Any]) -> bool | None:
    regulation = Regulation.model_validate(facts)
    return holds(Condition.model_validate(condition), regulation, context_of(regulation))


EU = {"eu": {"origin": "mixed", "provisions": [{"relation": "equal"}, {"relation": "stricter"}]}}
DUTIES = {
    "obligations": [
        {"id": "a", "exempt": ["1"], "activities": [{"kind": "familiarisation"}]},
        {"id": "b", "sanctioned": True, "answers": {"HAN-03": "nee"}},
    ]
}
DATES = {
    "consultation": {"start": "2026-01-01", "end": "2026-02-01", "weeks": 4.5},
    "identity": {"entry_into_force": "2026-01-15"},
}


@pytest.mark.parametrize(
    ("condition", "facts", "expected"),
    [
        ({"fact": "eu.origin", "is": ["mixed"]}, EU, True),
        ({"fact": "eu.origin", "is": ["autonomous"]}, EU, False),
        ({"fact": "eu.origin", "is": ["mixed"]}, {}, None),
        ({"fact": "eu.origin", "is_not": ["mixed"]}, EU, False),
        ({"fact": "eu.origin", "is_not": ["mixed"]}, {}, None),
        ({"fact": "eu.provisions.relation", "is": ["stricter"]}, EU, True),
        ({"fact": "eu.provisions.relation", "is": ["earlier"]}, EU, False),
        ({"fact": "eu.provisions.relation", "is": ["earlier"]}, {"eu": {"provisions": []}}, False),
        ({"fact": "eu.provisions.relation", "is": ["earlier"]}, {"eu": {"provisions": [{}]}}, None),
        ({"fact": "eu.origin", "known": True}, EU, True),
        ({"fact": "eu.origin", "known": False}, {}, True),
        ({"fact": "eu.origin", "known": True}, {}, False),
        ({"fact": "consultation.weeks", "at_least": 4}, DATES, True),
        ({"fact": "consultation.weeks", "at_most": 4}, DATES, False),
        ({"fact": "consultation.weeks", "at_most": 4}, {}, None),
        (
            {"fact": "consultation.end", "later_than": "identity.entry_into_force"}, DATES, True,
        ),
        (
            {"fact": "consultation.start", "later_than": "identity.entry_into_force"}, DATES, False,
        ),
        ({"fact": "consultation.start", "earlier_than": "panel.date"}, DATES, None),
        ({"fact": "obligations.sanctioned", "is": [True]}, DUTIES, True),
        ({"answer": "LAS-19", "is": ["ja"]}, {"answers": {"LAS-19": "ja"}}, True),
        ({"answer": "LAS-19", "is": ["ja"]}, {"answers": {"LAS-19": "nee"}}, False),
        ({"answer": "LAS-19", "is": ["ja"]}, {}, None),
        ({"answer": "LAS-19", "known": False}, {}, True),
        ({"figure": "obligations", "at_least": 2}, DUTIES, True),
        ({"figure": "obligations", "at_least": 3}, DUTIES, False),
        ({"figure": "obligations", "at_least": 1}, {}, None),
        (
            {"items": "obligations", "where": [{"fact": "exempt", "is": [1]}], "exist": True},
            DUTIES, True,
        ),
        (
            {"items": "obligations", "where": [{"fact": "exempt", "is": ["2-9"]}], "exist": False},
            DUTIES, True,
        ),
        (
            {"items": "obligations", "where": [{"answer": "HAN-03", "is": ["nee"]}], "exist": True},
            DUTIES, True,
        ),
        (
            {"items": "obligations", "where": [{"fact": "sanctioned", "is": [False]}],
             "exist": True},
            DUTIES, None,
        ),
        (
            {"items": "obligations.activities", "exist": True,
             "where": [{"fact": "kind", "is": ["familiarisation"]}]},
            DUTIES, True,
        ),
        ({"items": "enforcement.sanctions", "exist": False}, {}, None),
        ({"items": "enforcement.sanctions", "exist": False}, {"enforcement": {"sanctions": []}},
         True),
    ],
)  # fmt: skip
def test_truth(condition: dict[str, Any], facts: dict[str, Any], expected: bool | None) -> None:
    assert truth(condition, facts) is expected


def test_false_beats_unknown_beats_true() -> None:
    regulation = Regulation.model_validate({"eu": {"origin": "mixed"}})
    context = context_of(regulation)
    true, false, unknown = (
        Condition.model_validate(c)
        for c in (
            {"fact": "eu.origin", "is": ["mixed"]},
            {"fact": "eu.origin", "is": ["autonomous"]},
            {"fact": "panel.held", "is": ["true"]},
        )
    )
    assert all_hold([], regulation, context) is True
    assert all_hold([true, true], regulation, context) is True
    assert all_hold([true, unknown], regulation, context) is None
    assert all_hold([unknown, false], regulation, context) is False
    assert unknown_names([true, unknown], regulation, context) == ("panel.held",)
