"""Coverage of a list: how many items have it, and what unknown items leave open."""

from typing import Any

import pytest

from checker.checks.coverage import Coverage
from checker.models.context import View
from checker.models.finding import Outcome
from checker.models.regulation import Regulation
from checker.models.rule import Result
from tests.contexts import context_of

YES, NO, OPEN = {"sanctioned": True}, {"sanctioned": False}, {}


def run(items: list[dict[str, Any]], **options: Any) -> Result:
    duties = [{"id": f"d{n}", "article": n, **item} for n, item in enumerate(items, start=1)]
    regulation = Regulation.model_validate({"obligations": duties})
    check = Coverage.model_validate(
        {
            "kind": "coverage",
            "each": "obligations",
            "has": [{"fact": "sanctioned", "is": [True]}],
            **options,
        }
    )
    return check.evaluate(View("X-01", context_of(regulation)))


@pytest.mark.parametrize(
    ("items", "options", "outcome"),
    [
        ([YES, YES], {}, "pass"),
        ([YES, NO], {}, "partial"),
        ([YES, NO, NO], {}, "fail"),
        ([YES, NO], {"partial_from": 1}, "fail"),
        ([YES, YES], {"met": "partial"}, "partial"),
        ([YES, NO], {"met": "partial"}, "fail"),
        ([YES, OPEN], {}, "not_assessed"),
        ([NO, NO, OPEN], {}, "fail"),
        ([NO, OPEN], {}, "not_assessed"),
        ([NO, OPEN], {"partial_from": 1}, "fail"),
        ([{"norm": "closed"}], {"where": [{"fact": "norm", "is": ["open_filled"]}]},
         "not_applicable"),
        ([{"norm": "closed"}], {"where": [{"fact": "norm", "is": ["open_filled"]}],
                                "none": "pass"}, "pass"),
        ([YES], {"where": [{"fact": "norm", "is": ["closed"]}]}, "not_assessed"),
        (
            [{**NO, "norm": "closed"}, YES],
            {"where": [{"fact": "norm", "is": ["closed"]}], "partial_from": 1},
            "fail",
        ),
    ],
)  # fmt: skip
def test_outcome(items: list[dict[str, Any]], options: dict[str, Any], outcome: str) -> None:
    assert run(items, **options).outcome is Outcome(outcome)


def test_it_names_what_falls_short_and_what_is_lacking() -> None:
    assert run([YES, NO, NO]).values["items"] == ("art. 2", "art. 3")
    left_open = run([YES, OPEN])
    assert left_open.missing == ("obligations.sanctioned",)
    assert [place.label for place in left_open.places] == ["art. 2"]
