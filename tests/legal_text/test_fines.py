"""Sorts of sanction, the highest fine, and whether a regulation is temporary."""

import pytest

from checker.legal_text.reading import read_stored

DUTY = "Artikel 1\nDe werkgever meldt elk ongeval.\n"


@pytest.mark.parametrize(
    ("sanction", "sort"),
    [
        (
            "De minister kan een bestuurlijke boete opleggen bij overtreding van artikel 1.",
            "fine",
        ),
        (
            "De minister kan een last onder dwangsom opleggen bij overtreding van artikel 1.",
            "order",
        ),
        ("Overtreding van artikel 1 is een strafbaar feit.", "criminal"),
        (
            "Overtreding van artikel 1 wordt gestraft met een geldboete van de derde categorie.",
            "criminal",
        ),
    ],
)
def test_sort_of_sanction(sanction: str, sort: str) -> None:
    known = read_stored(f"{DUTY}Artikel 2\n{sanction}").recognised
    assert [fact.value for fact in known.sanctions] == [sort]


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("De bestuurlijke boete bedraagt ten hoogste € 5.000.", "ten hoogste €"),
        ("De boete is maximaal 10 procent van de omzet.", "maximaal 10 procent"),
        ("Opgelegd wordt een geldboete van de tweede categorie.", "tweede categorie"),
        ("De boete wordt binnen zes weken betaald.", None),
        ("De subsidie bedraagt ten hoogste € 5.000.", None),
    ],
)
def test_highest_fine(words: str, quote: str | None) -> None:
    reading = read_stored(f"{DUTY}Artikel 2\n{words}")
    found = [reading.text.text[f.at.start : f.at.end] for f in reading.recognised.fine_maximum]
    assert found == ([] if quote is None else [quote])


@pytest.mark.parametrize(
    ("name", "temporary"),
    [
        ("Tijdelijke wet ongevallen", True),
        ("Besluit experiment ongevallen", True),
        ("Wet ongevallen", False),
        ("Besluit experimentele luchtvaart", False),
        ("Wijzigingswet Tijdelijke wet ongevallen", False),
    ],
)
def test_temporary_by_the_name_it_is_cited_by(name: str, temporary: bool) -> None:
    body = f"{DUTY}Artikel 2\nDeze wet wordt aangehaald als: {name}."
    assert read_stored(body).recognised.is_temporary is temporary
