"""References: what they point at, and which of them point at nothing."""

import pytest

from checker.legal_text.cited_numbers import ORDINALS
from checker.legal_text.places import Places
from checker.legal_text.references import find_references
from checker.legal_text.structure import parse
from checker.models.legal_text import Block, LegalText
from checker.models.text_facts import Reference, ReferenceTarget

REGULATION = (
    "Besluit stages",
    "Artikel 1",
    "1. Het eerste lid van het register.",
    "2. De opgave bevat: / a. de naam; / b. het adres: / 1°. de straat; / 2°. de plaats.",
    "3. Er is een lijst.",
    "Artikel 2",
    "Er is een raad.",
    "Artikel 2a",
    "Er is een college.",
    "Artikel 3",
    "Er is een commissie.",
)


def regulation(*lines: str) -> LegalText:
    every = [*REGULATION, "Artikel 4", *lines, "Artikel 5", "Dit is een stagebesluit."]
    return parse([Block(piece.strip()) for line in every for piece in line.split(" / ")])


def references(*lines: str) -> list[Reference]:
    return [r for r in find_references(Places(regulation(*lines))) if r.at.article == "4"]


def short(found: list[Reference]) -> list[str]:
    """Write references as "2.1 a": article, lid and onderdeel; others' acts with "other"."""
    marks = {ReferenceTarget.THIS_TEXT: "", ReferenceTarget.OTHER_ACT: "other "}
    return [
        f"{marks.get(r.target, 'amended ')}{r.article or ''}"
        f"{f'.{r.lid}' if r.lid else ''}{f' {r.item}' if r.item else ''}"
        for r in found
    ]


CASES = [
    ("artikel 3", ["3"]),
    ("de artikelen 2 en 3", ["2", "3"]),
    ("de artikelen 1, 2a en 3", ["1", "2a", "3"]),
    ("artikel 1, eerste lid", ["1.1"]),
    ("artikel 1, tweede lid, onderdeel a", ["1.2 a"]),
    ("artikel 1, tweede lid, aanhef en onder a", ["1.2 a"]),
    ("artikel 1, tweede lid, onderdelen a en b", ["1.2 a", "1.2 b"]),
    ("artikel 1, tweede lid, onderdeel b, onder 2°", ["1.2 b.2°"]),
    ("artikel 1, eerste en derde lid", ["1.1", "1.3"]),
    ("artikel 1, eerste tot en met derde lid", ["1.1", "1.2", "1.3"]),
    ("artikel 1, eerste lid, en tweede lid, onderdeel a", ["1.1", "1.2 a"]),
    ("artikel 1, tweede lid, tweede volzin", ["1.2"]),
    ("artikel 1, tweede lid, onder b, onder 1° en 2°", ["1.2 b.1°", "1.2 b.2°"]),
    ("artikel 1, tweede lid, onder 1° en 2°", ["1.2 1°", "1.2 2°"]),
    ("artikel 1 lid 2", ["1.2"]),
    ("artikel 1, leden 1 en 3", ["1.1", "1.3"]),
    ("de artikelen 1, eerste lid, 2 en 3", ["1.1", "2", "3"]),
    ("de artikelen 1 tot en met 3", ["1", "2", "2a", "3"]),
    ("artikel 1 tot en met 3", ["1", "2", "2a", "3"]),
    ("artikel 2 of 3", ["2", "3"]),
    ("dit artikel", ["4"]),
    ("het eerste lid", ["4.1"]),
    ("het eerste en tweede lid", ["4.1", "4.2"]),
    ("het eenentwintigste lid", ["4.21"]),
    ("het eerste lid van artikel 1", ["1.1", "1"]),
    ("de onderdelen a en b", ["4.1 a", "4.1 b"]),
    ("artikel 5 van de Warenwet", ["other 5"]),
    ("artikel 5, tweede lid, onderdeel b, van de wet", ["other 5.2 b"]),
    ("de artikelen 5 en 6 van het Besluit stages 1995", ["other 5", "other 6"]),
    ("artikel 5 Awb", ["other 5"]),
    ("artikel 5, eerste lid, Wft", ["other 5.1"]),
    ("artikel 3:4 Algemene wet bestuursrecht", ["other 3:4"]),
    ("art. 6 EVRM", ["other 6"]),
    ("artikel 4, derde lid, van verordening (EG) nr. 178/2002", ["other 4.3"]),
    ("artikel 3 van dit besluit", ["3"]),
    ("artikel 3 van deze richtlijn", ["other 3"]),
    ("artikel 5 en artikel 6 van de Warenwet", ["other 5", "other 6"]),
    ("artikel 7 daarvan", ["other 7"]),
    ("de artikelen 12e, eerste lid, en 13e van de Warenwet", ["other 12e.1", "other 13e"]),
    ("artikel M 9, tweede lid, van de Kieswet", ["other M9.2"]),
    ("artikel 1, eerste lid, onder c, 3.95 en 3.98", ["1.1 c"]),
    ("een termijn van drie weken", []),
    ("het eerste lid van de raad van bestuur", []),
    ("de eerste leden van de raad", []),
    ("het artikel in de krant", []),
]


@pytest.mark.parametrize(("words", "expected"), CASES, ids=[words for words, _ in CASES])
def test_what_is_pointed_at(words: str, expected: list[str]) -> None:
    found = short(references(f"1. De eisen volgen uit {words}.", "2. Er is een lijst."))
    assert sorted(set(found)) == sorted(expected)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("het vorige lid", ["4.1"]), ("het volgende lid", ["4.3"]), ("dit lid", ["4.2"])],
)
def test_leden_named_from_where_one_stands(words: str, expected: list[str]) -> None:
    lines = ("1. Er is een lijst.", f"2. De eisen volgen uit {words}.", "3. Er is een raad.")
    assert short(references(*lines)) == expected


DEAD = [
    "Artikel 6 is van toepassing.",
    "De eisen, bedoeld in artikel 2b, gelden niet.",
    "Artikel 1, vierde lid, is van toepassing.",
    "De eisen, bedoeld in artikel 1, tweede lid, onderdeel c, gelden niet.",
    "1. Er is een lijst. / 2. Het derde lid is van toepassing.",
    "De artikelen 2 en 6 zijn van toepassing.",
    "Artikel 6 van dit besluit is van toepassing.",
]
ALIVE = [
    "Artikel 1, derde lid, is van toepassing.",
    "Artikel 2, eerste lid, is van toepassing.",  # an article without leden of its own
    "Artikel 6 van de Warenwet is van toepassing.",
    "Van de Warenwet is artikel 6 van toepassing.",
    "Van de Warenwet zijn van toepassing: / a. artikel 6; / b. artikel 7, eerste lid.",
    "Artikel 6 Awb is van toepassing.",
    "In artikel 6 wordt „drie” vervangen door: vier.",
    "Het verbod, bedoeld in artikel 6, zoals dat luidde op 1 januari 2010, geldt niet.",
    "Artikel 137 is van toepassing.",
    "Artikel 3:6 is van toepassing.",
    "Artikel II is van toepassing.",
    "Voormeld artikel 6 is van toepassing.",
    "Artikel 6 en artikel 7 van de Warenwet zijn van toepassing.",
    "Artikel 3 van de wet is van toepassing, met dien verstande dat het vierde lid niet geldt.",
    "De eisen uit de onderdelen d en e gelden niet.",
]


@pytest.mark.parametrize("sentence", DEAD)
def test_dead_references(sentence: str) -> None:
    assert sum(reference.dead for reference in references(sentence)) == 1


@pytest.mark.parametrize("sentence", ALIVE)
def test_references_that_are_not_called_dead(sentence: str) -> None:
    assert not any(reference.dead for reference in references(sentence))


def test_each_piece_quotes_itself() -> None:
    text = regulation("De artikelen 1, tweede lid, 2 en 3 zijn van toepassing.")
    found = [r for r in find_references(Places(text)) if r.at.article == "4"]
    quotes = [text.text[r.at.start : r.at.end] for r in found]
    assert quotes == ["artikelen 1, tweede lid", "2", "3"]


def test_references_of_an_amending_regulation_are_never_dead() -> None:
    blocks = [
        "Besluit tot wijziging van de Warenwet",
        "Artikel I",
        "De Warenwet wordt als volgt gewijzigd:",
        "A",
        "Artikel 7 komt te luiden:",
        "Artikel 7",
        "1. Artikel 12 is van toepassing.",
        "2. Het negende lid is van toepassing.",
        "Artikel II",
        "Artikel IX is van toepassing.",
    ]
    found = find_references(Places(parse([Block(line) for line in blocks])))
    assert not any(reference.dead for reference in found)
    inserted = {r.article for r in found if r.target is ReferenceTarget.AMENDED_ACT}
    assert {"12", "7"} <= inserted


def test_a_text_without_articles_has_no_article_to_point_at() -> None:
    text = parse([Block("Circulaire stages"), Block("Op grond van artikel 5 geldt een termijn.")])
    (reference,) = find_references(Places(text))
    assert reference.target is ReferenceTarget.OTHER_ACT
    assert not reference.dead


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("eerste", 1),
        ("achtste", 8),
        ("elfde", 11),
        ("negentiende", 19),
        ("twintigste", 20),
        ("tweeëntwintigste", 22),
        ("negenentwintigste", 29),
        ("dertigste", 30),
    ],
)
def test_ordinals(word: str, number: int) -> None:
    assert ORDINALS[word] == number
