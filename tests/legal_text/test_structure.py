"""How a text is cut into parts, articles, leden and onderdelen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.legal_text.stored import from_stored
from checker.legal_text.structure import parse
from checker.models.legal_text import Block, BlockKind, LegalText, Part, ProvisionKind


def read(text: str) -> LegalText:
    return parse(from_stored(text))


def outline(text: LegalText) -> list[tuple[str, list[str]]]:
    return [(a.number, [lid.number for lid in a.numbered_leden]) for a in text.articles]


def places(text: LegalText) -> list[tuple[str | None, str | None, str | None, str]]:
    return [
        (p.article, p.lid, p.item, text.text[p.start : p.end])
        for p in text.provisions
        if p.kind is not ProvisionKind.HEADING
    ]


@pytest.mark.parametrize(
    "number", ["1", "1a", "12bb", "2.3", "2.3a", "4:12", "2.1.5", "IV", "IIIa", "XVA", "J 3", "15A"]
)
def test_an_article_in_each_style_of_number(number):
    text = read(f"Artikel {number}\nDe werkgever registreert het.")
    assert [a.number for a in text.articles] == [number.replace(" ", "")]


@pytest.mark.parametrize(
    "line",
    [
        "Artikel 3 is niet van toepassing op zzp’ers.",
        "Artikel 3, eerste lid, is van toepassing.",
        "Artikel 10 Wet milieubeheer is van toepassing.",
        "Artikelen 3 en 4 vervallen.",
        "In artikel 3 staat het.",
    ],
)
def test_a_sentence_that_begins_with_an_article_is_no_heading(line):
    assert outline(read(f"Artikel 1\n{line}")) == [("1", [])]


def test_opschrift_in_the_heading_or_on_the_next_line():
    marked = read("# Artikel 1\n# Begripsbepalingen\nIn dit besluit wordt verstaan onder a: b.")
    joined = read("Artikel 1. Begripsbepalingen\nIn dit besluit wordt verstaan onder a: b.")
    plain = read("Artikel 1\nBegripsbepalingen\nIn dit besluit wordt verstaan onder a: b.")
    for text in (marked, joined, plain):
        assert text.articles[0].heading == "Begripsbepalingen"
        assert len(text.sentences) == 1


def test_the_title_of_a_chapter_on_the_next_line():
    text = read("Hoofdstuk 1\nAlgemene bepalingen\nArtikel 1\nDe werkgever meldt het.")
    assert text.chapters[0].heading == "Algemene bepalingen"
    assert len(text.sentences) == 1


def test_leden_with_onderdelen_in_two_levels():
    text = read(
        """Artikel 4
1. De houder meldt:
a. zijn naam;
b. van elke machine:
1°. het type, en
2°. het bouwjaar.
2. De houder bewaart de melding."""
    )
    assert outline(text) == [("4", ["1", "2"])]
    assert [(lid, item) for _, lid, item, _ in places(text)] == [
        ("1", None), ("1", "a"), ("1", "b"), ("1", "b.1°"), ("1", "b.2°"), ("2", None),
    ]  # fmt: skip


def test_the_letter_i_in_a_list_of_letters_is_no_roman_numeral():
    letters = "\n".join(f"{letter}. iets;" for letter in "abcdefghij")
    text = read(f"Artikel 1\nHij meldt:\n{letters}")
    assert [item for _, _, item, _ in places(text)][1:] == list("abcdefghij")


def test_numbers_after_a_colon_are_onderdelen_and_not_leden():
    text = read(
        "Artikel 1\nIn deze wet wordt verstaan onder:\n1. bak: een bak;\n2. kist: een kist."
    )
    assert outline(text) == [("1", [])]
    assert [item for *_, item, _ in places(text)] == [None, "1", "2"]


def test_a_numbered_list_inside_a_lid_goes_on_until_it_ends():
    text = read(
        """Artikel 1
1. De houder meldt:
1. zijn naam;
2. zijn adres.
2. De houder bewaart de melding.
3. Hij vernietigt haar daarna."""
    )
    assert outline(text) == [("1", ["1", "2", "3"])]


def test_leden_that_lapsed_leave_a_gap():
    text = read("Artikel 1\n1. Iets.\n2a. Iets anders.\n5. Nog iets.")
    assert outline(text) == [("1", ["1", "2a", "5"])]


def test_leden_without_a_point_as_on_the_web_site():
    text = read("Artikel 1\n1 De werkgever meldt het.\n2 Hij bewaart de melding.")
    assert outline(text) == [("1", ["1", "2"])]


def test_text_after_a_list_is_told_apart():
    text = read("Artikel 1\nHij meldt:\na. dit;\nb. dat;\nvoor zover hij het weet.")
    assert [p.kind for p in text.provisions][-1] is ProvisionKind.TAIL


def test_unnumbered_definitions_are_onderdelen():
    text = read(
        "Artikel 1\nHierin wordt verstaan onder:\nbak: een bak;\nkist: een kist;\nton: een ton."
    )
    kinds = [p.kind for p in text.provisions if p.kind is not ProvisionKind.HEADING]
    assert kinds == [ProvisionKind.TEXT, *[ProvisionKind.ITEM] * 3]


def test_parts_of_a_whole_publication():
    text = read(
        """Besluit van 3 maart 2024, houdende regels over lasrook
Gelet op artikel 16 van de Arbeidsomstandighedenwet;
Hebben goedgevonden en verstaan:
Hoofdstuk 1 Algemeen
Artikel 1
De werkgever meldt lasrook.
Hoofdstuk 2 Slot
Artikel 2
Dit besluit treedt in werking met ingang van 1 juli 2024.
Lasten en bevelen dat dit besluit in het Staatsblad zal worden geplaatst.
Bijlage 1
Artikel 1 van deze bijlage
NOTA VAN TOELICHTING
Algemeen
De werkgever moet lasrook melden.
Artikel 1
Dit artikel regelt de melding."""
    )
    assert [part for part, _ in text.parts] == [
        Part.PREAMBLE, Part.BODY, Part.CLOSING, Part.ANNEX, Part.NOTE,
    ]  # fmt: skip
    assert outline(text) == [("1", []), ("2", [])]
    assert [chapter.label for chapter in text.chapters] == ["Hoofdstuk 1", "Hoofdstuk 2"]
    assert text.articles[1].chapter == "Hoofdstuk 2"
    assert text.title == "Besluit van 3 maart 2024, houdende regels over lasrook"


def test_a_table_of_contents_holds_no_articles():
    contents = "Artikel 1 Begrippen\nArtikel 2 Melding\nArtikel 3 Slot\n"
    body = "\n".join(f"Artikel {n}\nTekst van artikel {n} staat hier." for n in (1, 2, 3))
    assert outline(read(contents + body)) == [("1", []), ("2", []), ("3", [])]


def test_a_text_without_articles_is_all_body():
    text = read("Geachte heer,\nHierbij stuur ik u de regels.")
    assert not text.articles
    assert {p.part for p in text.provisions} == {Part.BODY}


def test_what_the_file_says_about_a_part_holds():
    blocks = [Block("Artikel 1", BlockKind.HEADING), Block("De werkgever meldt het.")]
    text = parse([*blocks, Block("Het doel is helder.", part=Part.NOTE)])
    assert text.provisions[-1].part is Part.NOTE


AMENDING = """Besluit tot wijziging van het Besluit lasrook
ARTIKEL I
Het Besluit lasrook wordt als volgt gewijzigd:
A
Artikel 1 komt te luiden:
Artikel 1 Begrippen
In dit besluit wordt verstaan onder:
a. werkgever: wie arbeid laat verrichten;
b. lasrook: rook.
B
Artikel 3 wordt als volgt gewijzigd:
1. In het eerste lid wordt “redelijke termijn” vervangen door “zes weken”.
2. Het tweede lid komt te luiden:
2. De werkgever meldt lasrook binnen zes weken.
3. Er wordt een lid toegevoegd, luidende:
3. De werkgever bewaart de meldingen vijf jaar.
C
Na artikel 4 wordt een artikel ingevoegd, luidende:
Artikel 4a
1. De werkgever registreert de afzuiging.
2. Hij bewaart de registratie.
D. Artikel 7 vervalt.
Artikel II
Dit besluit treedt in werking met ingang van 1 juli 2024."""


def test_an_amending_regulation_is_known_and_what_it_inserts_is_told_apart():
    text = read(AMENDING)
    assert text.is_amending
    assert outline(text) == [("I", []), ("II", [])]
    inserted = [
        (p.inserted_article, p.lid, text.text[p.start : p.end])
        for p in text.provisions
        if p.inserted and p.kind is not ProvisionKind.HEADING
    ]
    assert inserted == [
        ("1", None, "In dit besluit wordt verstaan onder:"),
        ("1", None, "werkgever: wie arbeid laat verrichten;"),
        ("1", None, "lasrook: rook."),
        ("3", "2", "De werkgever meldt lasrook binnen zes weken."),
        ("3", "3", "De werkgever bewaart de meldingen vijf jaar."),
        ("4a", "1", "De werkgever registreert de afzuiging."),
        ("4a", "2", "Hij bewaart de registratie."),
    ]
    amending = [text.text[p.start : p.end] for p in text.provisions if p.amending]
    assert "Artikel 7 vervalt." in amending
    assert "Dit besluit treedt in werking met ingang van 1 juli 2024." not in amending


@pytest.mark.parametrize(
    "line",
    [
        "De vergunning vervalt indien de houder overlijdt.",
        "Het bedrag kan door Onze Minister worden gewijzigd.",
        "Artikel 8 vervalt op een bij koninklijk besluit te bepalen datum.",
        "De artikelen 1 tot en met 3, zoals deze komen te luiden, zijn van toepassing.",
    ],
)
def test_law_of_its_own_is_no_amendment(line):
    text = read(f"Artikel 1\n{line}\nArtikel 2\nDe werkgever meldt het.")
    assert not text.is_amending
    assert not any(p.amending for p in text.provisions)


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "Artikel 1", "Artikel 2a", "Hoofdstuk 1", "1. De werkgever meldt:", "a. iets;",
                "1°. iets anders.", "– nog iets;", "A", "Artikel 3 komt te luiden:", "Bijlage",
                "Toelichting", "Lasten en bevelen", "Het Besluit wordt als volgt gewijzigd:",
                "ii. iets", "Tekst zonder nummer.", "| a | b", "# Kop", "%% note", "2 De houder",
            ]
        ),
        st.text(max_size=40),
    ),
    max_size=25,
)  # fmt: skip


@given(LINES)
def test_whatever_comes_every_line_is_one_provision_and_every_offset_fits(lines):
    blocks = from_stored("\n".join(lines))
    text = parse(blocks)
    assert text.text == "\n".join(block.text for block in blocks)
    assert len(text.provisions) == len(blocks)
    for provision, block in zip(text.provisions, blocks, strict=True):
        assert block.text.endswith(text.text[provision.start : provision.end])
    for sentence in text.sentences:
        around = text.provisions[sentence.provision]
        assert around.start <= sentence.start < sentence.end <= around.end
    for article in text.articles:
        assert article.start <= article.end <= len(text.text)
        assert all(article.start <= lid.start <= lid.end <= article.end for lid in article.leden)


def test_an_article_and_its_last_lid_reach_to_their_last_sign():
    text = read("Artikel 1\n1. Een.\n2. Twee.\nArtikel 2\nDrie.")
    assert [text.text[a.start : a.end].split("\n")[-1] for a in text.articles] == [
        "2. Twee.",
        "Drie.",
    ]
    assert [text.text[lid.start : lid.end] for lid in text.articles[0].leden] == [
        "1. Een.",
        "2. Twee.",
    ]


@pytest.mark.parametrize("letter", ["A. ", "A ", "A) ", "A\t"])
def test_letters_of_amendments_with_and_without_a_full_stop(letter):
    text = read(
        f"""ARTIKEL I
Het Besluit lassen wordt als volgt gewijzigd:
{letter}Artikel 3 komt te luiden:
Artikel 3
1. De werkgever meldt het.
2. Hij bewaart het.
Artikel II
Dit besluit treedt op 1 juli in werking."""
    )
    assert text.is_amending
    assert outline(text) == [("I", []), ("II", [])]


def test_articles_that_an_annex_quotes_are_not_those_of_a_policy_rule():
    kinds = {"#": BlockKind.HEADING}
    lines = ["# Hoofdstuk 1", "De boete bedraagt € 500.", "# Hoofdstuk 2", "Slot.", "# Bijlage",
             "# Artikel 15", "Het Commissariaat houdt toezicht."]  # fmt: skip
    blocks = [Block(line.lstrip("# "), kinds.get(line[0], BlockKind.PARAGRAPH)) for line in lines]
    text = parse(blocks)
    assert text.articles == ()
    assert text.provisions[-1].part is Part.ANNEX
    assert text.provisions[1].part is Part.BODY
