"""What is observed in small texts, kind by kind, with the words pointed at."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.legal_text.observations import observe
from checker.legal_text.reading import read_stored
from checker.legal_text.structure import parse
from checker.models.legal_text import Block
from checker.models.observation import ObservationKind as Kind
from checker.models.text_facts import Recognised
from checker.readers.legal_text import read_file

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "wetten"
DUTY = "De werkgever meldt elk ongeval."
FINE = "Onze Minister kan een bestuurlijke boete opleggen ter zake van overtreding van "
POLICY = "# Beleidsregels boeten\nDe Minister,\nBesluit:\n"


def seen(body: str, kind: Kind) -> tuple[list[str], int]:
    """Return the words observed, and out of how many places."""
    reading = read_stored(body)
    found = reading.observations[kind]
    return [reading.text.text[at.start : at.end] for at in found.found], found.of


def lines(*rows: str) -> str:
    return "\n".join(rows)


CASES = [
    (
        Kind.DEAD_REFERENCE,
        lines(
            "Artikel 1", "De werkgever voldoet aan artikel 3.", "Artikel 2",
            DUTY, "Artikel 4", DUTY,
        ),
        ["artikel 3"],
        1,
    ),
    (
        Kind.DEAD_REFERENCE,
        lines("Artikel 1", "1. De werkgever voldoet aan het tweede lid.", f"2. {DUTY}"),
        [],
        1,
    ),
    (
        Kind.REFERENCE_CHAIN,
        lines(
            "Artikel 1", "De werkgever voldoet aan artikel 2.",
            "Artikel 2", "De werkgever voldoet aan artikel 3.",
            "Artikel 3", DUTY,
        ),
        ["artikel 2"],
        2,
    ),
    (
        Kind.REFERENCE_DENSE,
        lines("Artikel 1", "De artikelen 2 tot en met 9 en 11 gelden niet voor artikel 12."),
        [],
        1,
    ),
    (
        Kind.REFERENCE_DENSE,
        lines("Artikel 1", "De artikelen 2, 3, 4 en 5 van de wet gelden niet. Dit geldt altijd."),
        ["De artikelen 2, 3, 4 en 5 van de wet gelden niet."],
        2,
    ),
    (
        Kind.UNUSED_TERM,
        lines(
            "Artikel 1", "In dit besluit wordt verstaan onder:",
            "a. bedrijf: onderneming;", "b. kraan: hefwerktuig.",
            "Artikel 2", "Bedrijven melden elk ongeval.",
        ),
        ["kraan: hefwerktuig"],
        2,
    ),
    (
        Kind.UNDEFINED_ABBREVIATION,
        lines("Artikel 1", "De werkgever stelt een RIE op en een plan (PVA) en betaalt BTW."),
        ["RIE"],
        2,
    ),
    (
        Kind.UNDEFINED_ABBREVIATION,
        lines("Artikel 1", "De Regeling bekostiging WEC en hoofdstuk VIII gelden niet."),
        [],
        0,
    ),
    (
        Kind.TWO_TERMS,
        lines("Artikel 1", "De onderneming meldt dat.", "Artikel 2", "Het bedrijf bewaart dat."),
        ["bedrijf"],
        2,
    ),
    (
        Kind.NORM_IN_DEFINITION,
        lines(
            "Artikel 1", "In dit besluit wordt verstaan onder:",
            "a. register: overzicht dat moet worden bewaard;",
            "b. plan: overzicht. De werkgever mag niet van het plan afwijken.",
        ),
        ["plan: overzicht. De werkgever mag niet van het plan afwijken"],
        2,
    ),
    (
        Kind.SEVERAL_SENTENCES,
        lines("Artikel 1", f"1. {DUTY} Dat is zo. Dit ook.", f"2. {DUTY} Dat is zo."),
        ["Dit ook."],
        2,
    ),
    (
        Kind.MANY_LEDEN,
        lines("Artikel 1", *(f"{n}. Dit is lid {n}." for n in range(1, 9)), "Artikel 2", DUTY),
        ["Dit is lid 8."],
        2,
    ),
    (
        Kind.SENTENCE_IN_ITEM,
        lines(
            "Artikel 1", "De werkgever meldt:", "a. een ongeval. Dat doet hij snel;",
            "b. een bijna-ongeval.",
        ),
        ["Dat doet hij snel;"],
        2,
    ),
    (
        Kind.SENTENCE_IN_ITEM,
        lines(
            "Artikel 1", "Genoemd worden:", "a. de naam van J.P. Jansen;",
            "b. art. 3 van de wet.",
        ),
        [],
        2,
    ),
    (
        Kind.TEXT_AFTER_LIST,
        lines(
            "Artikel 1", "Indien de werkgever:", "a. ziek is, of", "b. op reis is,",
            "meldt hij dat zo snel mogelijk.",
        ),
        ["meldt hij dat zo snel mogelijk."],
        1,
    ),
    (
        Kind.LIST_WITHOUT_CONJUNCTION,
        lines(
            "Artikel 1", "Dat geldt niet indien:", "a. het regent;", "b. het waait;",
            "c. het vriest.",
        ),
        ["het waait;"],
        1,
    ),
    (
        Kind.LIST_WITHOUT_CONJUNCTION,
        lines("Artikel 1", "Dat geldt niet indien:", "a. het regent, of", "b. het waait."),
        [],
        1,
    ),
    (
        Kind.LIST_WITHOUT_CONJUNCTION,
        lines("Artikel 1", "De aanvraag bevat:", "a. een naam;", "b. een adres."),
        [],
        0,
    ),
    (
        Kind.NO_ARTICLE_HEADINGS,
        lines(*(f"# Artikel {n}. Melding\n{DUTY}" for n in range(1, 11)), "# Artikel 11", DUTY),
        ["Artikel 11"],
        11,
    ),
    (Kind.NO_ARTICLE_HEADINGS, lines("Artikel 1", DUTY), [], 0),
    (
        Kind.PASSIVE_WITHOUT_ACTOR,
        lines(
            "Artikel 1", "Het register van leveringen wordt vijf jaar bewaard.",
            "Artikel 2", "Het register wordt door de werkgever getoond.",
        ),
        ["Het register van leveringen wordt vijf jaar bewaard"],
        2,
    ),
    (
        Kind.PASSIVE_WITHOUT_ACTOR,
        lines("Artikel 1", "De aanvraag wordt ingediend voor 1 mei."),
        [],
        1,
    ),
    (
        Kind.DUTY_WITHOUT_SANCTION,
        lines(
            "Artikel 1", DUTY, "Artikel 2", "De werkgever bewaart het register.",
            "Artikel 3", FINE + "artikel 1.",
        ),
        ["De werkgever bewaart het register"],
        2,
    ),
    (Kind.DUTY_WITHOUT_SANCTION, lines("Artikel 1", DUTY), [], 0),
    (
        Kind.SANCTION_WITHOUT_DUTY,
        lines(
            "Artikel 1", DUTY,
            "Artikel 2", FINE + "de artikelen 1 en 3.",
            "Artikel 3", "Deze wet wordt aangehaald als: Voorbeeldwet.",
        ),
        ["3"],
        2,
    ),
    (
        Kind.DELEGATED_DUTY,
        lines(
            "Artikel 1", "Bij ministeriële regeling worden eisen gesteld aan machines.",
            "Artikel 2", "Bij ministeriële regeling kan een model worden vastgesteld.",
        ),
        ["Bij ministeriële regeling worden eisen gesteld aan machines."],
        2,
    ),
    (
        Kind.HARDSHIP_WITHOUT_BOUNDS,
        lines(
            "Artikel 1", "Onze Minister kan afwijken bij een onbillijkheid van overwegende aard.",
            "Artikel 2", "Hij kan van artikel 4 afwijken bij onbillijkheden van overwegende aard.",
        ),
        ["onbillijkheid van overwegende aard"],
        2,
    ),
    (
        Kind.INFORMATION_DUTY,
        lines("Artikel 1", DUTY, "Artikel 2", "De werkgever voorziet machines van een noodstop."),
        ["De werkgever meldt elk ongeval"],
        2,
    ),
    (
        Kind.PERMIT_REQUIRED,
        lines(
            "Artikel 1",
            "Het is verboden zonder vergunning van Onze Minister een kraan te gebruiken.",
        ),
        ["Het is verboden zonder vergunning van Onze Minister een kraan te gebruiken"],
        1,
    ),
    (
        Kind.DUTY_IN_POLICY_RULE,
        lines(POLICY + "Artikel 1", DUTY),
        ["De werkgever meldt elk ongeval"],
        1,
    ),
    (
        Kind.DUTY_IN_POLICY_RULE,
        lines(POLICY + "Artikel 1", "De minister legt een boete op."),
        [],
        1,
    ),
    (
        Kind.RETROACTIVE,
        lines(
            "Artikel 1", DUTY,
            "Artikel 2",
            "Deze wet treedt in werking op 1 mei 2027 en werkt terug tot en met 1 mei 2026.",
        ),
        None,
        1,
    ),
    (
        Kind.NORM_IN_NOTE,
        lines(
            "Artikel 1", DUTY, "# Nota van toelichting",
            "De werkgever moet dat elk jaar doen. De werkgever moet op grond van artikel 1 melden.",
        ),
        ["De werkgever moet dat elk jaar doen."],
        2,
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "body", "quotes", "of"),
    [pytest.param(*case, id=f"{number}-{case[0]}") for number, case in enumerate(CASES)],
)
def test_observed(kind: Kind, body: str, quotes: list[str] | None, of: int) -> None:
    found, places = seen(body, kind)
    assert places == of
    if quotes is None:
        assert found
    else:
        assert [quote.rstrip(".") for quote in found] == [quote.rstrip(".") for quote in quotes]


def test_every_kind_has_a_case() -> None:
    assert {case[0] for case in CASES} == set(Kind)


def test_instructions_that_amend_are_not_observed_and_what_they_insert_is() -> None:
    body = lines(
        "Artikel I", "De Voorbeeldwet wordt als volgt gewijzigd:", "A",
        "Artikel 3 komt te luiden:", "Artikel 3",
        "1. De werkgever meldt elk ongeval. Dat is zo. Dit ook.", "B", "Artikel 5 vervalt.",
    )  # fmt: skip
    reading = read_stored(body)
    found = reading.observations[Kind.SEVERAL_SENTENCES].found
    assert [at.inserted_article for at in found] == ["3"]


def test_a_text_in_which_nothing_was_recognised_has_every_kind() -> None:
    observed = observe(parse([Block("Artikel 1"), Block(DUTY)]), Recognised())
    assert set(observed) == set(Kind)


LINES = st.sampled_from(
    [
        "Artikel 1", "Artikel 2", "1. Tekst. Meer tekst. Nog meer.", "2. Zie artikel 9, lid 1:",
        "a. een ding; of", "b. iets. Nog iets.", "indien:", "onbillijkheid van overwegende aard",
        "In deze wet wordt verstaan onder:", "a. ding: voorwerp;", "ABC en (DEF)",
        "De werkgever meldt dat.", "Wordt bewaard.", "Artikel 3 komt te luiden:",
        "Nota van toelichting", "°1. İ", "– streep",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=14))
def test_every_place_lies_in_the_text_and_is_one_of_those_looked_at(rows: list[str]) -> None:
    reading = read_stored("\n".join(rows))
    for observed in reading.observations.values():
        assert len(observed.found) <= observed.of
        assert all(0 <= at.start < at.end <= len(reading.text.text) for at in observed.found)
        assert len(set(observed.found)) == len(observed.found)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not there")
@pytest.mark.parametrize("name", ["BWBR0005674", "BWBR0020186", "BWBR0036882"])
def test_places_in_real_regulations(name: str) -> None:
    text = parse(read_file(CORPUS / f"{name}.md"))
    for observed in observe(text, Recognised()).values():
        assert len(observed.found) <= observed.of
        assert all(text.text[at.start : at.end].strip() for at in observed.found)


def test_dense_references_in_instructions_alone_are_no_sentence() -> None:
    reading = read_stored(
        "# Regeling y\n# Artikel I\nIn de artikelen 3, 4, 7 en 9 van de Regeling y wordt „bedrijf” "
        "telkens vervangen door „onderneming”."
    )
    assert reading.observations[Kind.REFERENCE_DENSE].found == ()
