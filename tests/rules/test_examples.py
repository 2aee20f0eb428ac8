"""Every rule comes out as its own examples say: one test a case (``-k HAN-03``)."""

import pytest

from checker.assess import judge
from checker.models.rule import Example, Rule
from checker.rulebook import load
from checker.rulebook.examples import mismatches
from checker.rulebook.locate import OWN_RULES

RULEBOOK = load(OWN_RULES)


@pytest.mark.parametrize(
    ("rule", "example"),
    [
        pytest.param(rule, example, id=f"{rule.id}: {example.name}")
        for rule in RULEBOOK.rules
        for example in rule.examples
    ],
)
def test_example(rule: Rule, example: Example) -> None:
    only = rule.model_copy(update={"examples": (example,)})
    assert list(mismatches(only, judge, RULEBOOK.parameters)) == []
