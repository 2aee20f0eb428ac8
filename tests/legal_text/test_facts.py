"""What is recognised beside duties, and what only looks like it."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.legal_text.definitions import find_definitions
from checker.legal_text.delegations import find_delegations
from checker.legal_text.entry import find_entry, find_looking_back, find_sunset
from checker.legal_text.eu_acts import find_eu_acts
from checker.legal_text.evaluation import find_evaluation
from checker.legal_text.origin import (
    find_parent_acts,
    has_transposition_table,
    instrument_of,
    nature_of,
)
from checker.legal_text.places import Places
from checker.legal_text.recognise import recognise
from checker.legal_text.sanctions import find_sanctions
from checker.legal_text.stored import from_stored
from checker.legal_text.structure import parse
from checker.legal_text.supervision import find_supervisors
from checker.legal_text.thresholds import find_thresholds
from checker.models.legal_text import Block, BlockKind, LegalText, Part
from checker.models.text_facts import Passage, Recognised
from checker.yaml_source import read

CASES: dict[str, Any] = read(Path(__file__).parent / "facts_cases.yaml").data
FINDERS: dict[str, Callable[[Places], Iterable[Any]]] = {
    "supervisors": find_supervisors,
    "sanctions": find_sanctions,
    "delegations": find_delegations,
    "evaluation": find_evaluation,
    "sunset": find_sunset,
    "entry_into_force": find_entry,
}
JUDGED = [
    pytest.param(fact, sentence, side == "is", id=f"{fact}-{side}-{number}")
    for fact in FINDERS
    for side in ("is", "is_not")
    for number, sentence in enumerate(CASES[fact].get(side, ()))
]


def text_of(*lines: str) -> LegalText:
    return parse([Block(line.strip()) for line in lines])


def in_article_3(sentence: str) -> Places:
    lines = sentence.split(" / ")
    before = (
        "Besluit stages",
        "Artikel 1",
        "De werkgever meldt dit.",
        "Artikel 2",
        "Er is een lijst.",
    )
    return Places(text_of(*before, "Artikel 3", *lines, "Artikel 4", "Dit is een stagebesluit."))


def numbered(name: str, key: str = "text") -> list[Any]:
    return [pytest.param(case, id=f"{name}-{number}") for number, case in enumerate(CASES[name])]


@pytest.mark.parametrize(("fact", "sentence", "expected"), JUDGED)
def test_judged_sentences(fact: str, sentence: str, expected: bool) -> None:
    found = list(FINDERS[fact](in_article_3(sentence)))
    assert [f.at.article for f in found] == ["3"] * expected, [f.at for f in found]


@pytest.mark.parametrize("case", numbered("entry_dates"))
def test_entry_into_force(case: dict[str, Any]) -> None:
    (entry,) = find_entry(in_article_3(case["text"]))
    wanted = case.get("date")
    assert entry.date == (date.fromisoformat(wanted) if wanted else None)
    assert entry.retroactive == case.get("retroactive", False)


@pytest.mark.parametrize("case", numbered("looks_back"))
def test_reaching_back_alone_is_no_entry_into_force(case: dict[str, Any]) -> None:
    found = [fact.value for fact in find_looking_back(in_article_3(case["text"]))]
    assert found == ([case["date"]] if "date" in case else [])


@pytest.mark.parametrize("case", numbered("reported_again"))
def test_an_evaluation_that_is_done_again(case: dict[str, Any]) -> None:
    assert [fact.at.lid for fact in find_evaluation(in_article_3(case["text"]))] == case["leden"]


@pytest.mark.parametrize("case", numbered("later_entries"))
def test_parts_that_begin_later(case: dict[str, Any]) -> None:
    (entry,) = find_entry(in_article_3(case["text"]))
    assert entry.date == date.fromisoformat(case["date"])
    assert [f"{later.parts} {later.date}" for later in entry.later] == case["later"]


@pytest.mark.parametrize("case", numbered("natures"))
def test_nature(case: dict[str, Any]) -> None:
    assert nature_of(text_of(case["text"], "Artikel 1", "Er is een lijst.")).value == case["is"]


@pytest.mark.parametrize("case", numbered("eu_acts"))
def test_eu_acts(case: dict[str, Any]) -> None:
    found = find_eu_acts(in_article_3(f"De eisen volgen uit {case['text']}."))
    assert [f"{act.number} {act.kind}" for act in found] == case["acts"]


@pytest.mark.parametrize("case", numbered("thresholds"))
def test_thresholds(case: dict[str, Any]) -> None:
    found = find_thresholds(in_article_3(case["text"]))
    assert [f"{'below' if t.below else 'from'} {t.persons}" for t in found] == case["sizes"]


@pytest.mark.parametrize("case", numbered("definitions"))
def test_definitions(case: dict[str, Any]) -> None:
    found = find_definitions(in_article_3(case["text"]))
    assert sorted((d.term for d in found), key=str.lower) == sorted(case["terms"], key=str.lower)


def test_a_definition_holds_its_onderdelen() -> None:
    (definition,) = find_definitions(
        in_article_3(
            "In deze wet wordt verstaan onder: / a. product: / 1°. een zaak; / 2°. elektriciteit."
        )
    )
    assert "elektriciteit" in definition.meaning


@pytest.mark.parametrize("case", numbered("instruments"))
def test_instrument(case: dict[str, Any]) -> None:
    text = text_of(*case["text"].split(" / "), "Artikel 1", "De werkgever meldt dit.")
    found = instrument_of(text)
    assert (found.value if found else None) == case["is"]


@pytest.mark.parametrize("case", numbered("parents"))
def test_parent_acts(case: dict[str, Any]) -> None:
    text = text_of("Regeling stages", case["text"], "Besluit:", "Artikel 1", "Er is een lijst.")
    assert [fact.value for fact in find_parent_acts(Places(text))] == case["acts"]


def test_an_act_rests_on_no_other() -> None:
    text = text_of(
        "Wet van 1 mei 2010",
        "Allen, die deze zullen zien of horen lezen, saluut!",
        "Gelet op artikel 3 van de Grondwet;",
        "Artikel 1",
        "Er is een lijst.",
    )
    assert find_parent_acts(Places(text)) == []


def test_one_fact_a_lid() -> None:
    text = text_of(
        "Artikel 1",
        "1. Bij ministeriële regeling worden regels gesteld. Onze Minister stelt nadere regels.",
        "2. Bij ministeriële regeling worden regels gesteld.",
    )
    assert [fact.at.lid for fact in find_delegations(Places(text))] == ["1", "2"]


def test_only_the_body_lays_down_rules() -> None:
    rule = "Bij ministeriële regeling kunnen regels worden gesteld."
    text = parse(
        [
            Block("Regeling stages"),
            Block("Artikel 1"),
            Block("De werkgever meldt dit."),
            Block(rule, part=Part.NOTE),
            Block("Transponeringstabel", BlockKind.HEADING, Part.NOTE),
        ]
    )
    assert find_delegations(Places(text)) == []
    assert has_transposition_table(text)


def test_inserted_text_counts_and_instructions_do_not() -> None:
    text = text_of(
        "Besluit tot wijziging",
        "Artikel I",
        "De Warenwet wordt als volgt gewijzigd:",
        "A",
        "Artikel 5 komt te luiden:",
        "Artikel 5",
        "Bij ministeriële regeling worden regels gesteld.",
    )
    (fact,) = find_delegations(Places(text))
    assert (fact.at.article, fact.at.inserted_article) == ("I", "5")


# --- which duties are sanctioned ------------------------------------------------------------------

DUTIES = (
    "Artikel 1",
    "De werkgever verstrekt aan Onze Minister jaarlijks een opgave van de werknemers.",
    "Artikel 2",
    "1. De werkgever houdt een register bij.",
    "2. De werkgever bewaart het register zeven jaar.",
    "Artikel 3",
    "De werkgever meldt een ongeval onverwijld aan Onze Minister.",
)


@pytest.mark.parametrize(
    ("sanction", "places"),
    [
        ("Overtreding van artikel 1 is een strafbaar feit.", {"1"}),
        ("Overtreding van de artikelen 1 en 2, tweede lid, is een strafbaar feit.", {"1", "2.2"}),
        (
            "Overtreding van de artikelen 1 tot en met 3 is een strafbaar feit.",
            {"1", "2.1", "2.2", "3"},
        ),
        (
            "Handelen in strijd met het krachtens dit besluit bepaalde is een strafbaar feit.",
            {"1", "2.1", "2.2", "3"},
        ),
        ("Overtreding van artikel 1 van de Warenwet is een strafbaar feit.", set()),
        ("De artikelen 1 en 2 zijn van toepassing.", set()),
    ],
)
def test_sanctioned_duties(sanction: str, places: set[str]) -> None:
    text = text_of("Besluit stages", *DUTIES, "Artikel 4", sanction)
    found = {
        ".".join(filter(None, (duty.at.article, duty.at.lid)))
        for duty in recognise(text).duties
        if duty.sanctioned
    }
    assert found == places


# --- properties -----------------------------------------------------------------------------------

SENTENCES = [
    sentence
    for fact in FINDERS
    for side in ("is", "is_not")
    for sentence in CASES[fact].get(side, ())
] + [case["text"] for name in ("definitions", "eu_acts", "thresholds") for case in CASES[name]]
HEADS = ["Artikel 1", "Artikel 2a", "1. ", "2. ", "a. ", "Gelet op ", "é", "Bijlage 1", "💶 "]
LINES = st.lists(
    st.one_of(
        st.sampled_from(SENTENCES),
        st.sampled_from(HEADS),
        st.tuples(st.sampled_from(HEADS), st.sampled_from(SENTENCES)).map("".join),
    ),
    min_size=1,
    max_size=8,
)


def passages(found: Recognised) -> list[Passage]:
    groups = (
        found.supervisors,
        found.sanctions,
        found.entry_into_force,
        found.eu_acts,
        found.delegations,
        found.evaluation,
        found.sunset,
        found.definitions,
        found.thresholds,
        found.references,
        found.parent_acts,
    )
    later = [part.at for entry in found.entry_into_force for part in entry.later]
    more = [item.at for group in (found.fine_maximum, found.reliefs) for item in group]
    return [*(item.at for group in groups for item in group), *later, *more]


@given(LINES)
def test_every_place_quotes_right(lines: list[str]) -> None:
    text = text_of(*[piece for line in lines for piece in line.split(" / ") if piece.strip()])
    found = recognise(text)
    for at in passages(found):
        assert 0 <= at.start < at.end <= len(text.text)
        quote = text.text[at.start : at.end]
        assert quote == quote.strip()
    for act in found.eu_acts:
        quote = text.text[act.at.start : act.at.end].replace(" ", "")
        assert quote == act.number
    for definition in found.definitions:
        assert definition.term in text.text
    for threshold in found.thresholds:
        quote = text.text[threshold.at.start : threshold.at.end + 10]
        assert threshold.by_name or "werk" in quote or "personen" in quote


@given(st.text(alphabet="artikel 1.2a,:;\n°«»onderverstaan", max_size=300))
def test_no_text_is_too_strange(text: str) -> None:
    lines = [line for line in text.split("\n") if line.strip()]
    recognise(text_of("Artikel 1", *lines))


def test_a_regulation_that_says_it_does_not_reach_back_does_not() -> None:
    body = "Artikel 1\nDe werkgever meldt het.\nArtikel 2\nDit besluit werkt niet terug."
    found = recognise(parse(from_stored(body))).entry_into_force
    assert not any(entry.retroactive for entry in found)
