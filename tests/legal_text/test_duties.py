import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.legal_text.duties import Duties, find_duties
from checker.legal_text.structure import parse
from checker.legal_text.wordlists import listed
from checker.models.legal_text import Block, BlockKind, LegalText
from checker.models.text_facts import Duty
from checker.yaml_source import read

CASES: list[dict[str, Any]] = read(Path(__file__).with_name("duties_cases.yaml")).data

SECONDS = 3
"""What was quadratic took minutes."""


def text_of(lid: str, number: str = "1") -> LegalText:
    heading = Block(f"Artikel {number}", BlockKind.HEADING)
    return parse((heading, *(Block(line) for line in lid.strip().split("\n"))))


def quotes(text: LegalText, duties: tuple[Duty, ...]) -> list[str]:
    return [text.text[duty.at.start : duty.at.end] for duty in duties]


def begin_with(found: list[str], expected: list[str]) -> bool:
    return len(found) == len(expected) and all(
        quote.startswith(begin) for quote, begin in zip(found, expected, strict=True)
    )


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_a_lid_holds_these_norms(case):
    text = text_of(case["text"])
    found = find_duties(text)
    for name, duties in (
        ("firms", found.on_firms),
        ("authorities", found.on_authorities),
        ("permissions", found.permissions),
    ):
        got = quotes(text, duties)
        assert begin_with(got, case.get(name, [])), (name, got)
    bound = found.on_firms + found.on_authorities
    if "addressee" in case:
        assert [duty.addressee for duty in bound] == case["addressee"]
    if "modality" in case:
        assert [duty.modality.value for duty in bound] == case["modality"]
    if "kind" in case:
        assert [duty.kind.value for duty in bound] == case["kind"]


def test_a_duty_says_where_it_stands():
    text = parse(
        [
            Block("Artikel 2a", BlockKind.HEADING),
            Block("1. Onze Minister beslist binnen een week."),
            Block("2. De werkgever:"),
            Block("a. meldt het ongeval;"),
        ]
    )
    found = find_duties(text)
    (duty,) = found.on_firms
    assert (duty.at.article, duty.at.lid, duty.at.item) == ("2a", "2", "a")
    assert not duty.by_authority
    assert found.on_authorities[0].by_authority


def test_what_an_amending_regulation_inserts_counts_and_its_instructions_do_not():
    text = parse(
        [
            Block("Artikel I", BlockKind.HEADING),
            Block("Artikel 5 van de Wet dieren komt te luiden:"),
            Block("Artikel 5", BlockKind.HEADING),
            Block("De houder registreert elk dier."),
        ]
    )
    (duty,) = find_duties(text).on_firms
    assert (duty.at.article, duty.at.inserted_article) == ("I", "5")


def test_annexes_and_the_note_bind_nobody():
    text = parse(
        [
            Block("Artikel 1", BlockKind.HEADING),
            Block("De houder registreert elk dier."),
            Block("Bijlage 1", BlockKind.HEADING),
            Block("De houder weegt elk dier."),
        ]
    )
    assert len(find_duties(text).on_firms) == 1


def test_a_term_defined_as_an_authority_is_one():
    text = parse(
        [
            Block("Artikel 1", BlockKind.HEADING),
            Block("In deze regeling wordt verstaan onder:"),
            Block("a. raad: het College voor zorgverzekeringen;"),
            Block("b. NWO: de Autoriteit Consument en Markt."),
            Block("Artikel 2", BlockKind.HEADING),
            Block("De NWO verstrekt gegevens aan de aanvrager."),
        ]
    )
    found = find_duties(text)
    assert len(found.on_authorities) == 1
    assert not found.on_firms


def test_in_a_regulation_on_schools_the_competent_authority_is_their_board():
    text = text_of("Het bevoegd gezag van de school zorgt voor goed onderwijs op elke school.")
    assert find_duties(text).on_firms


def test_a_text_without_articles_is_read_as_well():
    text = parse([Block("De houder meldt de wijziging.")])
    (duty,) = find_duties(text).on_firms
    assert duty.at.article is None


def test_nothing_is_found_in_nothing():
    assert find_duties(LegalText("")) == Duties()


WORDS = listed(
    """
    De werkgever houder die dat indien , : ; ( ) en of meldt verstrekt wordt worden is zijn te
    verplicht niet geen zorg Onze Minister aanvraag door van 1 a. İ
    """
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(sorted(WORDS)), min_size=1, max_size=14), max_size=6))
def test_any_words_are_read_and_quoted_where_they_stand(lines):
    text = parse([Block("Artikel 1", BlockKind.HEADING), *(Block(" ".join(x)) for x in lines)])
    found = find_duties(text)
    for duty in (*found.on_firms, *found.on_authorities, *found.permissions):
        assert 0 <= duty.at.start < duty.at.end <= len(text.text)
        quote = text.text[duty.at.start : duty.at.end]
        assert quote == quote.strip()


def test_who_a_pronoun_means_is_known_after_any_number_of_them():
    lid = "De houder meldt dit. " + "Hij meldt dit. " * 1_500
    found = find_duties(text_of(lid)).on_firms
    assert {duty.addressee for duty in found} == {"houder"}


def test_a_text_that_speaks_of_authorities_binds_them_where_nobody_is_named():
    named = ["Onze Minister beslist.", "De commissie adviseert.", "De secretaris meldt dit."]
    lids = [f"{n}. {lid}" for n, lid in enumerate([*named, *named, "De lijst wordt bewaard."], 1)]
    found = find_duties(parse([Block("Artikel 1", BlockKind.HEADING), *map(Block, lids)]))
    assert not found.on_firms


def test_a_term_defined_as_somebody_in_business_is_one():
    text = parse(
        [
            Block("Artikel 1", BlockKind.HEADING),
            Block("In deze regeling wordt verstaan onder:"),
            Block("a. rapporteur: onderneming die door de bank is aangewezen;"),
            Block("b. bank: De Nederlandsche Bank N.V."),
            Block("Artikel 2", BlockKind.HEADING),
            Block("1. Rapporteurs verstrekken elk jaar een opgave."),
            Block("2. De bank verzendt een bevestiging."),
        ]
    )
    found = find_duties(text)
    assert [duty.addressee for duty in found.on_firms] == ["Rapporteurs"]
    assert [duty.addressee for duty in found.on_authorities] == ["bank"]


def test_long_sentences_take_no_more_than_their_share_of_time():
    parts = (
        "die een melding doet, en ",
        "te melden en ",
        "werkgevers melden ",
        "en meldt ",
        "; de houder meldt dit ",
        "door of namens de houder ",
        ", is verplicht ",
    )
    for part in parts:
        text = text_of("De houder, " + part * 3_000 + "meldt dit.")
        assert isinstance(find_duties(text), Duties)


@pytest.mark.parametrize(
    "line",
    [
        "De houder moet " + "moet " * 10_000 + "melden.",
        "De houder meldt" + ", meldt de zaak" * 4_000 + " en meldt dit.",
        "Tot deze gegevens hebben " + "alleen gegevens hebben " * 3_000,
        "De houder melden " + "melden die " * 8_000,
    ],
)
def test_endless_sentences_take_no_more_time_than_their_length(line):
    text = text_of(line)
    started = time.process_time()
    find_duties(text)
    assert time.process_time() - started < SECONDS


def test_so_do_endless_lists():
    lines = ["De houder:", *["a." for _ in range(8_000)], *["b. meldt dit:" for _ in range(2_000)]]
    text = text_of("\n".join(lines))
    started = time.process_time()
    find_duties(text)
    assert time.process_time() - started < SECONDS
