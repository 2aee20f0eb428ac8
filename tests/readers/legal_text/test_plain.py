"""Plain text and Markdown, also broken off at a width and in any encoding."""

import pytest

from checker.models.legal_text import Block, BlockKind
from checker.models.problem import BadInputError
from checker.readers.legal_text import read, read_pasted
from checker.readers.legal_text.wrapped import Line, joined

LAW = """Artikel 1

1. De werkgever stelt de werknemers in de gelegenheid.
2. De financiële onderneming meldt dit:
a. aan de Minister; en
b. aan één toezichthouder.
"""
BLOCKS = [
    "Artikel 1",
    "1. De werkgever stelt de werknemers in de gelegenheid.",
    "2. De financiële onderneming meldt dit:",
    "a. aan de Minister; en",
    "b. aan één toezichthouder.",
]


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252"],
)
def test_encodings(encoding: str) -> None:
    assert texts(read(LAW.encode(encoding), "wet.txt")) == BLOCKS


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028"])
def test_line_ends(end: str) -> None:
    assert texts(read_pasted(LAW.replace("\n", end))) == BLOCKS


def test_damaged_utf8_keeps_its_letters() -> None:
    data = ("één " * 50).encode() + b"\xff klaar"
    assert texts(read(data, "a.txt"))[0].endswith("één klaar")


def test_signs_that_nobody_sees() -> None:
    text = (
        "De\u00a0werk\u00adgever\x00 \u200bmeldt\u2003 dit\u202f: e\u0301e\u0301n \ufb01rma\ufeff"
    )
    assert texts(read_pasted(text)) == ["De werkgever meldt dit : één firma"]


def test_text_without_an_article_and_in_english() -> None:
    text = "The employer keeps a register.\n\nThis Act comes into force on 1 January."
    assert len(read_pasted(text)) == 2


def test_numbers_without_a_space_and_dashes() -> None:
    pasted = read_pasted("a.de werkgever;\n1°.het loon;\n• de premie;\n- het fonds;\n–ten slotte")
    assert texts(pasted) == [
        "a. de werkgever;",
        "1°. het loon;",
        "– de premie;",
        "– het fonds;",
        "– ten slotte",
    ]


def test_abbreviations_are_no_numbers() -> None:
    assert texts(read_pasted("d.d. 1 mei 2024")) == ["d.d. 1 mei 2024"]


def test_number_on_a_line_of_its_own() -> None:
    assert texts(read_pasted("1.\nDe werkgever meldt dit.\na.\nbinnen een week;")) == [
        "1. De werkgever meldt dit.",
        "a. binnen een week;",
    ]


def test_tabs_behind_numbers_and_between_cells() -> None:
    blocks = read_pasted("1.\tDe werkgever.\nKlasse\tAantal\nklein\t10\ngroot\t20\nSlot.")
    assert texts(blocks) == [
        "1. De werkgever.",
        "Klasse\tAantal",
        "klein\t10",
        "groot\t20",
        "Slot.",
    ]
    assert [block.kind for block in blocks][1:4] == [BlockKind.TABLE_ROW] * 3


BROKEN = """\
Artikel 1. Begripsbepalingen
1. De werkgever die in de uitoefening van zijn bedrijf arbeid laat ver-
richten door werknemers, meldt dit aan de Minister van Sociale Zaken en
Werkgelegenheid. De melding geschiedt schriftelijk binnen vier weken op
grond van artikel 3 van de Wet op de ondernemingsraden, dan wel op grond van
artikel 4, tenzij de in- en uitvoer van goederen valt onder de oude EG-
richtlijn over het verkeer van goederen of de nieuwe wet over de in-
en uitvoer van goederen of onder de uitzondering in de zin van artikel
12. Dan geldt het eerste lid niet voor de werkgever.

2. De werkgever bewaart het register van de meldingen gedurende een termijn
van vijf jaar:
a. op papier, of
b. elektronisch.
Artikel 2
"""


FIRST = (
    "1. De werkgever die in de uitoefening van zijn bedrijf arbeid laat verrichten door "
    "werknemers, meldt dit aan de Minister van Sociale Zaken en Werkgelegenheid. De melding "
    "geschiedt schriftelijk binnen vier weken op grond van artikel 3 van de Wet op de "
    "ondernemingsraden, dan wel op grond van artikel 4, tenzij de in- en uitvoer van goederen "
    "valt onder de oude EG-richtlijn over het verkeer van goederen of de nieuwe wet over de "
    "in- en uitvoer van goederen of onder de uitzondering in de zin van artikel 12. Dan geldt "
    "het eerste lid niet voor de werkgever."
)


def test_broken_off_lines_become_paragraphs() -> None:
    assert texts(read_pasted(BROKEN)) == [
        "Artikel 1. Begripsbepalingen",
        FIRST,
        (
            "2. De werkgever bewaart het register van de meldingen gedurende een termijn van vijf "
            "jaar:"
        ),
        "a. op papier, of",
        "b. elektronisch.",
        "Artikel 2",
    ]


def test_page_numbers_and_contents_are_no_text() -> None:
    text = (
        "Inhoud\nArtikel 1 ............ 3\nDe werkgever die werknemers in dienst heeft en die hun "
        "loon\nbetaalt op grond van een overeenkomst die is gesloten voor de\n12\ndatum van "
        "inwerkingtreding van deze wet en van de wetten die\nhiermee verband houden, meldt dit."
    )
    found = texts(read_pasted(text))
    assert found[0] == "Inhoud"
    assert "voor de datum van inwerkingtreding" in found[1]
    assert len(found) == 2


MARKDOWN = """<meta http-equiv='Content-Type' content='text/html; charset=utf-8' />

##Wet van 6 december 2001

### Artikel  1\x20\x20

####Begripsbepalingen

1.   Het eerste lid van artikel 31*a* van de [Wet (oud)](../../x/(a)/README.md) geldt.\x20\x20\x20
2.  De *werkgever:* ** degene, bedoeld in CO<sub>2</sub>.\x20\x20

a.de * ster * blijft; ![2437](http://x.nl/a)

| Klasse  | --- | Aantal  |
|:---|:---|:---|
| *klein*  | --- | 10<sup>2</sup>  |
"""


def test_markdown_of_the_statute_book() -> None:
    blocks = read(MARKDOWN.encode(), "wet.md")
    assert blocks == (
        Block("Wet van 6 december 2001", BlockKind.HEADING),
        Block("Artikel 1", BlockKind.HEADING),
        Block("Begripsbepalingen", BlockKind.HEADING),
        Block("1. Het eerste lid van artikel 31a van de Wet (oud) geldt."),
        Block("2. De werkgever: ** degene, bedoeld in CO2."),
        Block("a. de * ster * blijft;"),
        Block("Klasse\t\tAantal", BlockKind.TABLE_ROW),
        Block("klein\t\t102", BlockKind.TABLE_ROW),
    )
    assert read(MARKDOWN.encode(), "wet.txt") == blocks
    assert read_pasted(MARKDOWN) == blocks


PANDOC = """\
---
title: Concept
---

# Artikel 1 Begrippen {#artikel-1 .unnumbered}

In deze wet wordt onder *werkgever* verstaan: degene die een ander in zijn
dienst arbeid laat verrichten en die daarvoor 2\\*3 euro per uur betaalt.[^1]

1.  De werkgever, bedoeld in artikel 31^a^, stelt de tekst van de wet ter
    beschikking aan de werknemer.\\
    Dat doet hij onverwijld.

-   het register, genoemd in [artikel 3]{.underline}, dat de werkgever
    bijhoudt;

> b\\. het fonds.

[^1]: Een noot die ook over
    twee regels loopt.

Slot
----

+-------+--------+
| Lange | Aantal |
| kop   |        |
+=======+========+
| klein | 10     |
+-------+--------+
"""


def test_markdown_of_pandoc() -> None:
    assert read(PANDOC.encode(), "concept.md") == (
        Block("Artikel 1. Begrippen", BlockKind.HEADING),
        Block(
            "In deze wet wordt onder werkgever verstaan: degene die een ander in zijn dienst "
            "arbeid laat verrichten en die daarvoor 2*3 euro per uur betaalt."
        ),
        Block(
            "1. De werkgever, bedoeld in artikel 31a, stelt de tekst van de wet ter beschikking "
            "aan de werknemer."
        ),
        Block("Dat doet hij onverwijld."),
        Block("– het register, genoemd in artikel 3, dat de werkgever bijhoudt;"),
        Block("b. het fonds."),
        Block("Slot", BlockKind.HEADING),
        Block("Lange kop\tAantal", BlockKind.TABLE_ROW),
        Block("klein\t10", BlockKind.TABLE_ROW),
    )


def test_nothing_pasted() -> None:
    with pytest.raises(BadInputError) as caught:
        read_pasted(" \n\u200b\n")
    assert [problem.code for problem in caught.value.problems] == ["text_empty"]


def test_a_number_that_ends_a_sentence_numbers_no_heading() -> None:
    lines = [
        Line("De opsporingsambtenaar is de persoon, bedoeld in artikel", full=True),
        Line("2.", full=False),
        Line("Artikel 2", full=False),
    ]
    assert [paragraph.text for paragraph in joined(lines)][1:] == ["Artikel 2"]
