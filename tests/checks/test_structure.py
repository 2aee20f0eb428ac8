"""``structure``: how what was observed becomes an outcome."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from checker.checks import AnyCheck
from checker.models.context import View
from checker.models.finding import Reason
from checker.models.observation import ObservationKind
from checker.models.regulation import Regulation
from checker.models.rule import Check, Result
from tests.contexts import context_of

CHECKS: TypeAdapter[Any] = TypeAdapter(AnyCheck)
ONE = "Artikel 1\n1. Een zin. Nog een zin. Een derde zin.\n2. Een zin.\n3. Een zin.\n4. Een zin."
THREE = "Artikel 1\n1. Een. Twee. Drie.\n2. Vier. Vijf. Zes.\n3. Zeven. Acht. Negen.\n4. Tien."
AMENDING = """Artikel I
De Voorbeeldwet wordt als volgt gewijzigd:
A
Artikel 3 komt te luiden:
Artikel 3
1. Een zin. Nog een zin. Een derde zin.
B
Artikel 5 vervalt."""


def run(body: str, switched_off: tuple[dict[str, str], ...] = (), **check: Any) -> Result:
    text = {"body": body, "switched_off": list(switched_off)}
    regulation = Regulation.model_validate({"text": text})
    settings = {"kind": "structure", "finds": "several_sentences", **check}
    made: Check = CHECKS.validate_python(settings)
    return made.evaluate(View("XX-01", context_of(regulation)))


@pytest.mark.parametrize(
    ("body", "bounds", "outcome"),
    [
        ("Artikel 1\nEen zin.", {}, "pass"),
        (ONE, {}, "fail"),
        (ONE, {"pass_up_to": 1}, "pass"),
        (THREE, {"pass_up_to": 1, "partial_up_to": 3}, "partial"),
        (THREE, {"pass_up_to": 1, "partial_up_to": 2}, "fail"),
        (ONE, {"measure": "share", "pass_up_to": 0.25}, "pass"),
        (THREE, {"measure": "share", "pass_up_to": 0.25, "partial_up_to": 0.7}, "fail"),
        (THREE, {"measure": "per_1000_words", "pass_up_to": 400}, "pass"),
        (THREE, {"measure": "per_1000_words", "pass_up_to": 200}, "fail"),
    ],
)
def test_outcome(body: str, bounds: dict[str, Any], outcome: str) -> None:
    assert run(body, **bounds).outcome == outcome


def test_a_hit_is_pointed_at_also_where_it_passes() -> None:
    (place,) = run(ONE, pass_up_to=1).places
    assert (place.label, place.quote, place.hit) == ("art. 1 lid 1", "Een derde zin.", True)


def test_a_density_points_nowhere_and_still_counts() -> None:
    result = run(ONE, report="density")
    assert (result.places, result.values["count"], result.values["of"]) == ((), 1, 4)


def test_what_was_switched_off_stays_in_sight_and_does_not_count() -> None:
    off = {"rule": "XX-01", "reason": "Bewust zo.", "article": "1", "quote": "Een derde zin."}
    result = run(ONE, (off,))
    assert (result.outcome, result.reason) == ("not_applicable", Reason.DECLARED_NOT_APPLICABLE)
    assert [place.switched_off for place in result.places] == ["Bewust zo."]


def test_a_text_in_another_language_is_not_judged() -> None:
    english = "The employer shall report to the inspectorate and keep a record for the workers."
    result = run(f"Artikel 1\n{english}")
    assert (result.outcome, result.reason) == ("not_assessed", Reason.NOT_DUTCH)


def test_nothing_to_look_at_is_not_applicable() -> None:
    result = run("Artikel 1\nEen zin.", finds="dead_reference")
    assert (result.outcome, result.reason) == ("not_applicable", Reason.NOTHING_TO_CHECK)


def test_amending_texts_are_left_alone_where_the_rule_says_so() -> None:
    assert run(AMENDING).outcome == "fail", "what is inserted counts"
    result = run(AMENDING, skip_amending=True)
    assert (result.outcome, result.reason) == ("not_applicable", Reason.RULE_DOES_NOT_APPLY)


@pytest.mark.parametrize("kind", list(ObservationKind))
def test_every_kind_can_be_asked_for(kind: ObservationKind) -> None:
    assert run(ONE, finds=kind.value).outcome in ("pass", "fail", "not_applicable")
