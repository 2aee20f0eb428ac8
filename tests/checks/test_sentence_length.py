"""``sentence_length``: sentences that are too long, of the part that is looked at."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from checker.checks import AnyCheck
from checker.legal_text.stored import from_stored
from checker.legal_text.structure import parse
from checker.models.context import Available, Context, View
from checker.models.regulation import Regulation
from checker.models.rule import Result
from checker.models.text_reading import TextReading

CHECKS: TypeAdapter[Any] = TypeAdapter(AnyCheck)


def run(body: str, **check: Any) -> Result:
    text = Available(TextReading(parse(from_stored(body))))
    context = Context(Regulation(), date.min, text, {})
    whole = {"kind": "sentence_length", "words": 5, **check}
    return CHECKS.validate_python(whole).evaluate(View("XX-01", context))


def sentence(words: int) -> str:
    return "Hij" + " loopt" * (words - 1) + "."


def quotes(result: Result) -> list[str | None]:
    return [place.quote for place in result.places]


def test_the_bound_itself_is_not_too_long() -> None:
    result = run(f"Artikel 1\n{sentence(5)} {sentence(6)}")
    assert quotes(result) == [sentence(6)]
    assert (result.values["count"], result.values["of"]) == (1, 2)


def test_an_onderdeel_is_a_sentence_of_its_own() -> None:
    body = "Artikel 1\nDe werkgever meldt:\na. de brand van gisteren;\nb. de schade van vandaag."
    result = run(body)
    assert (result.places, result.values["of"]) == ((), 3)


@pytest.mark.parametrize(
    ("bound", "outcome"), [(0.5, "pass"), (0.49, "fail"), (0, "fail"), (1, "pass")]
)
def test_a_share_of_the_sentences(bound: float, outcome: str) -> None:
    body = f"Artikel 1\n{sentence(5)} {sentence(6)}"
    assert run(body, measure="share", pass_up_to=bound).outcome == outcome


def test_the_note_is_judged_by_rules_of_its_own() -> None:
    body = f"Artikel 1\n{sentence(5)}\nNota van toelichting\n{sentence(9)}"
    assert run(body).outcome == "pass"
    assert quotes(run(body, part="note")) == [sentence(9)]
    without = run(f"Artikel 1\n{sentence(5)}", part="note")
    assert (without.outcome, without.reason) == ("not_applicable", "nothing_to_check")


def test_preamble_headings_tables_and_instructions_to_amend_do_not_count() -> None:
    body = (
        f"Gelet op artikel 3 van de Wet voorbeeld en artikel 4 daarvan;\n# {sentence(9)}\n"
        f"Artikel 1\nHij loopt.\n| {sentence(9)} | x\n"
        "Artikel 2\nIn artikel 3 van de Wet voorbeeld wordt “a” vervangen door “b”."
    )
    result = run(body)
    assert (result.places, result.values["of"]) == ((), 1)


def test_a_long_quote_is_cut_but_points_at_the_whole() -> None:
    (place,) = run(f"Artikel 1\n{sentence(200)}").places
    assert place.quote == sentence(200)[:300]
    begin = len("Artikel 1\n")
    assert (place.start, place.end) == (begin, begin + len(sentence(200)))


@pytest.mark.parametrize("words", [4, 201])
def test_only_sensible_bounds(words: int) -> None:
    with pytest.raises(ValidationError):
        CHECKS.validate_python({"kind": "sentence_length", "words": words})


@given(st.lists(st.integers(1, 12), min_size=1, max_size=8))
def test_as_many_as_are_too_long(lengths: list[int]) -> None:
    body = "Artikel 1\n" + " ".join(map(sentence, lengths))
    values = run(body).values
    assert values["count"] == sum(length > 5 for length in lengths)
    assert values["of"] == len(lengths)
