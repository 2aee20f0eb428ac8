"""PDF: lines of pages as paragraphs."""

import pytest

from checker.models.legal_text import Block, BlockKind
from checker.models.problem import BadInputError
from checker.readers.legal_text import limits, read
from tests.readers.legal_text.files import At, pdf, set_on_pages

SENTENCE = (
    "De werkgever meldt ieder kwartaal aan de Minister hoeveel werknemers hij in dienst heeft"
)


def page(*lines: str, top: float = 760.0, size: float = 10.0) -> list[At]:
    return [At(70, top - 12 * n, line, size) for n, line in enumerate(lines)]


def texts(data: bytes) -> list[str]:
    return [block.text for block in read(data, "concept.pdf")]


def test_lines_become_paragraphs_and_hyphens_go() -> None:
    data = pdf(
        [
            page(
                "Artikel 1. Begrippen",
                "1. De werkgever die in de uitoefening van zijn beroep of bedrijf een onder-",
                "neming drijft, valt onder de regels over goederen, over de in- en de uit-",
                "voer daarvan, over de in-",
                "en uitvoer van diensten en over alles wat er verder is bepaald in de EG-",
                "richtlijn over dit onderwerp, bedoeld in artikel 3 van de genoemde wet.",
                "2. Het eerste lid geldt niet:",
                "a. binnen een week;",
                "1°. op papier; of",
                "– elders.",
            )
        ]
    )
    found = texts(data)
    assert found[0] == "Artikel 1. Begrippen"
    assert "een onderneming drijft" in found[1]
    assert "uitvoer daarvan" in found[1]
    assert "de EG-richtlijn over" in " ".join(found)
    assert found[-4:] == [
        "2. Het eerste lid geldt niet:",
        "a. binnen een week;",
        "1°. op papier; of",
        "– elders.",
    ]


def test_a_conjunction_keeps_the_hyphen() -> None:
    lines = (f"{SENTENCE} en de in-", "en uitvoer van goederen.")
    assert texts(pdf([page(*lines)]))[0].endswith("en de in- en uitvoer van goederen.")


def test_headers_footers_and_page_numbers_go() -> None:
    pages = [
        [
            At(70, 800, "Staatsblad 2024" if number % 2 else "Concept van 3 mei 2024", 8),
            *page(f"Artikel {number}", f"{number}. De werkgever met nummer {number} meldt."),
            At(290, 40, f"- {number} -", 8),
        ]
        for number in range(1, 7)
    ]
    found = texts(pdf(pages))
    assert len(found) == 12
    assert found[:3] == ["Artikel 1", "1. De werkgever met nummer 1 meldt.", "Artikel 2"]


def test_a_sentence_goes_on_over_the_page() -> None:
    first = page("1. De werkgever meldt dit:", SENTENCE)
    second = page("op de eerste dag van het kwartaal.", "2. Slot.")
    assert texts(pdf([first, second]))[1:] == [
        f"{SENTENCE} op de eerste dag van het kwartaal.",
        "2. Slot.",
    ]


def test_notes_at_the_foot_go_and_their_numbers() -> None:
    body = page("De werkgever meldt dit aan de Minister", "en 31a en 5 m2 blijven staan.")
    marks = [At(70 + 300, 764, "1", 6)]
    notes = [At(70, 100, "1 Kamerstukken II 2020/21.", 7), At(70, 91, "vervolg van de noot", 7)]
    found = " ".join(texts(pdf([[*body, *marks, *notes]])))
    assert "Kamerstukken" not in found
    assert "vervolg" not in found
    assert "31a en 5 m2" in found


def test_space_between_paragraphs_ends_them() -> None:
    lines = [
        At(70, 760, f"{SENTENCE}."),
        At(70, 736, f"{SENTENCE}."),
        At(70, 724, f"{SENTENCE}."),
        At(70, 712, f"{SENTENCE}."),
    ]
    assert len(texts(pdf([lines]))) == 2


def test_bold_lines_are_headings() -> None:
    blocks = [
        Block("Artikel 1. Begrippen", BlockKind.HEADING),
        Block("1. De werkgever meldt dit aan de Minister."),
    ]
    assert list(read(set_on_pages(blocks), "a.pdf")) == blocks


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [
        At(60, 760 - 12 * n, f"{n + 1}. Links staat zin {n} van de regeling.") for n in range(9)
    ]
    right = [
        At(320, 760 - 12 * n, f"{n + 10}. Rechts staat zin {n} van de tekst.") for n in range(9)
    ]
    found = texts(pdf([[*left, *right]]))
    assert [line.split(".")[0] for line in found] == [str(n) for n in range(1, 19)]


def code(data: bytes) -> str:
    with pytest.raises(BadInputError) as caught:
        read(data, "concept.pdf")
    return caught.value.problems[0].code


def test_password() -> None:
    assert code(pdf([page(SENTENCE)], encrypted=True)) == "text_pdf_password"


def test_pictures_only() -> None:
    assert code(pdf([[], [], page("3")])) == "text_pdf_pictures"
    assert texts(pdf([[], page(SENTENCE), page(SENTENCE)]))


def test_damaged() -> None:
    assert code(b"%PDF-1.4\nniets") == "text_pdf_damaged"


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PAGES", 2)
    assert code(pdf([page(SENTENCE)] * 3)) == "text_pdf_too_long"


def test_too_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_SECONDS", -1.0)
    assert code(pdf([page(SENTENCE)])) == "text_too_slow"
