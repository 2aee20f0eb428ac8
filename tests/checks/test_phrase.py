"""``phrase``: which words count where, and how much."""

import re
from collections.abc import Iterable
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
from checker.models.legal_text import LegalText
from checker.models.regulation import Regulation
from checker.models.rule import Result
from checker.models.text_facts import Definition, Duty, DutyKind, Modality, Passage, Recognised
from checker.models.text_reading import TextReading

CHECKS: TypeAdapter[Any] = TypeAdapter(AnyCheck)


def passages(text: LegalText, words: Iterable[str]) -> list[Passage]:
    """Where ``words`` stand, each in its article."""
    found = []
    for each in words:
        start = text.text.index(each)
        line = next(p for p in text.provisions if p.start <= start < p.end)
        found.append(Passage(start, start + len(each), line.article))
    return found


def duty(at: Passage, *, sanctioned: bool = False) -> Duty:
    return Duty(at, "de werkgever", Modality.DUTY, DutyKind.SUBSTANTIVE, sanctioned=sanctioned)


def reading(
    body: str,
    duties: Iterable[str] = (),
    sanctioned: Iterable[str] = (),
    authority: Iterable[str] = (),
    definitions: Iterable[str] = (),
) -> TextReading:
    """A text in which what is recognised is given, and not found."""
    text = parse(from_stored(body))
    on_firms = [duty(at) for at in passages(text, duties)]
    on_firms += [duty(at, sanctioned=True) for at in passages(text, sanctioned)]
    known = Recognised(
        duties=tuple(sorted(on_firms, key=lambda each: each.at.start)),
        authority_duties=tuple(duty(at) for at in passages(text, authority)),
        definitions=tuple(Definition(at, "", "") for at in passages(text, definitions)),
    )
    return TextReading(text, known)


def run(of: TextReading, switched_off: Iterable[dict[str, str]] = (), **check: Any) -> Result:
    dossier = {"text": {"switched_off": list(switched_off)}}
    regulation = Regulation.model_validate(dossier)
    context = Context(regulation, date.min, Available(of), {})
    whole = {"kind": "phrase", "patterns": [{"find": r"\bsnel\b"}], **check}
    return CHECKS.validate_python(whole).evaluate(View("XX-01", context))


def hits(result: Result) -> list[tuple[str | None, str | None]]:
    return [(place.article, place.quote) for place in result.places]


TWO = "Artikel 1\nDe werkgever meldt snel.\nArtikel 2\n1. Hij meldt Snel.\n2. Hij meldt dat snel."


def test_a_hit_has_its_article_lid_and_words() -> None:
    result = run(reading(TWO))
    assert hits(result) == [("1", "snel"), ("2", "Snel"), ("2", "snel")]
    assert [place.lid for place in result.places] == [None, "1", "2"]
    assert [place.label for place in result.places] == ["art. 1", "art. 2 lid 1", "art. 2 lid 2"]
    text = reading(TWO).text.text
    assert [text[p.start : p.end] for p in result.places] == ["snel", "Snel", "snel"]


def test_capitals_count_only_where_that_is_asked() -> None:
    result = run(reading(TWO), patterns=[{"find": r"\bsnel\b", "ignore_case": False}])
    assert hits(result) == [("1", "snel"), ("2", "snel")]


@pytest.mark.parametrize(
    ("bounds", "outcome"),
    [
        ({}, "fail"),
        ({"pass_up_to": 3}, "pass"),
        ({"pass_up_to": 2}, "fail"),
        ({"pass_up_to": 2, "partial_up_to": 3}, "partial"),
        ({"measure": "per_1000_words", "pass_up_to": 272}, "fail"),
        ({"measure": "per_1000_words", "pass_up_to": 273}, "pass"),
    ],
)
def test_the_bounds_themselves_are_included(bounds: dict[str, Any], outcome: str) -> None:
    assert reading(TWO).text.sentences[0].words == 4
    assert run(reading(TWO), **bounds).outcome == outcome  # 3 hits in 11 words


def test_what_stands_around_a_hit_excuses_it_on_its_own_line_only() -> None:
    body = "Artikel 1\nNiet\nsnel, maar binnen een dag.\nArtikel 2\nniet snel\nmaar binnen een dag."
    behind = {"find": r"\bsnel\b", "not_before": ",? ?maar binnen"}
    assert hits(run(reading(body), patterns=[behind])) == [("2", "snel")]
    ahead = {"find": r"\bsnel\b", "not_after": r"niet\s?"}
    assert hits(run(reading(body), patterns=[ahead])) == [("1", "snel")]


def test_blanks_at_the_ends_of_a_pattern_count() -> None:
    pattern = {"find": "snel", "not_after": "on-", "not_before": " genoeg"}
    body = "Artikel 1\nHij meldt on-snel, snel genoeg en snelgenoeg."
    assert len(run(reading(body), patterns=[pattern]).places) == 1


def test_of_hits_inside_each_other_one_counts() -> None:
    patterns = [{"find": "snel"}, {"find": "zo snel mogelijk"}, {"find": "mogelijk"}]
    body = "Artikel 1\nHij meldt zo snel mogelijk, snel."
    assert hits(run(reading(body), patterns=patterns)) == [("1", "zo snel mogelijk"), ("1", "snel")]


def test_each_part_has_its_own_rules() -> None:
    body = "Artikel 1\nHij meldt.\nNota van toelichting\nHij meldt snel."
    assert run(reading(body)).outcome == "pass"
    assert run(reading(body), part="note").outcome == "fail"
    without = run(reading("Artikel 1\nHij meldt."), part="note")
    assert (without.outcome, without.reason) == ("not_applicable", "nothing_to_check")


def test_headings_tables_and_instructions_to_amend_are_no_running_text() -> None:
    body = (
        "# Snel melden\nArtikel 1. Snel\nHij meldt.\n| snel | traag\nArtikel 2\n"
        "In artikel 3 van de Wet voorbeeld vervalt “snel”."
    )
    assert run(reading(body)).outcome == "pass"


def test_text_that_is_put_into_another_act_counts() -> None:
    body = (
        "Artikel I\nDe Wet voorbeeld wordt als volgt gewijzigd:\nA\nArtikel 3 komt te luiden:\n"
        "Artikel 3\nDe werkgever meldt snel."
    )
    (place,) = run(reading(body)).places
    assert (place.article, place.quote) == ("I", "snel")


# --- in which norms ------------------------------------------------------------------------------

NORMS = "Artikel 1\nDe werkgever meldt snel.\nArtikel 2\nDe inspectie antwoordt snel. Snel is mooi."


@pytest.mark.parametrize(
    ("within", "articles"),
    [(None, ["1", "2", "2"]), ("duty", ["1"]), ("any_norm", ["1", "2"])],
)
def test_within(within: str | None, articles: list[str]) -> None:
    text = reading(NORMS, ["De werkgever meldt snel."], authority=["De inspectie antwoordt snel."])
    result = run(text, within=within)
    assert [article for article, _ in hits(result)] == articles


def test_without_norms_there_is_nothing_to_check() -> None:
    result = run(reading(NORMS), within="duty")
    assert (result.outcome, result.reason) == ("not_applicable", "nothing_to_check")


def test_a_share_is_one_of_the_norms() -> None:
    text = reading(NORMS, ["De werkgever meldt snel.", "Snel is mooi."], authority=["De inspectie"])
    for bound, outcome in ((1, "pass"), (0.99, "fail")):
        check = {"within": "duty", "measure": "share", "pass_up_to": bound}
        assert run(text, **check).outcome == outcome


def test_a_hit_in_a_duty_with_a_sanction_counts_more() -> None:
    text = reading(NORMS, ["De werkgever meldt snel."], ["Snel is mooi."])
    for heavy, bound, outcome in ((1, 2, "pass"), (3, 3, "fail"), (3, 4, "pass")):
        check = {"within": "duty", "sanctioned_counts": heavy, "pass_up_to": bound}
        assert run(text, **check).outcome == outcome


def test_words_in_a_definition_count_unless_left_out() -> None:
    body = "Artikel 1\nIn deze regeling wordt verstaan onder spoed: snel handelen.\nHij meldt snel."
    text = reading(body, definitions=["spoed: snel handelen."])
    assert len(run(text).places) == 2
    assert len(run(text, outside_definitions=True).places) == 1


def test_a_safe_harbour_covers_its_own_article_only() -> None:
    body = (
        "Artikel 1\n1. Hij meldt snel.\n2. Snel is in ieder geval binnen een dag.\n"
        "Artikel 2\nHij meldt snel."
    )
    harbour = [{"find": "in ieder geval"}]
    assert hits(run(reading(body), harbour=harbour)) == [("2", "snel")]
    loose = reading("Hij meldt snel, in ieder geval binnen een dag.")
    assert len(run(loose, harbour=harbour).places) == 1


# --- reporting -----------------------------------------------------------------------------------


def test_the_message_gets_what_was_found() -> None:
    values = run(reading(TWO)).values
    assert values["count"] == 3
    assert values["found"] == ("“snel”", "“Snel”")
    assert values["where"] == ("art. 1", "art. 2 lid 1", "art. 2 lid 2")


def test_a_rule_that_is_not_precise_enough_points_at_nothing() -> None:
    result = run(reading(TWO), report="density")
    assert (result.outcome, result.places, result.values["count"]) == ("fail", (), 3)


def test_a_hit_that_was_set_aside_is_shown_and_does_not_count() -> None:
    choice = {"rule": "XX-01", "reason": "Vaste uitdrukking.", "article": "2"}
    result = run(reading(TWO), [choice], pass_up_to=1)
    assert (result.outcome, result.values["count"]) == ("pass", 1)
    assert [place.switched_off for place in result.places] == [None, *["Vaste uitdrukking."] * 2]


def test_there_is_something_to_look_for() -> None:
    with pytest.raises(ValidationError):
        CHECKS.validate_python({"kind": "phrase", "patterns": []})


@given(st.lists(st.sampled_from(["snel", "Snel", "ijlings", "onsnel", "snel,", "é"]), min_size=1))
def test_as_many_hits_as_a_reader_counts(words: list[str]) -> None:
    line = "De werkgever " + " ".join(words) + "."
    result = run(reading(f"Artikel 1\n{line}"))
    assert result.values["count"] == len(re.findall(r"(?i)\bsnel\b", line))
