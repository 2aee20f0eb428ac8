"""How high a fine can be."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.legal_text.proposals import propose
from checker.legal_text.reading import read_stored

DUTY = "Artikel 1\nDe werkgever meldt elk ongeval.\n"


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("De bestuurlijke boete bedraagt ten hoogste € 5.000.", "ten hoogste € 5.000"),
        ("De boete is maximaal 10 procent van de omzet.", "maximaal 10 procent"),
        ("Opgelegd wordt een geldboete van de tweede categorie.", "tweede categorie"),
        (
            "Opgelegd wordt hechtenis van ten hoogste een jaar of boete van de tweede categorie.",
            "tweede categorie",
        ),
        ("De boete wordt binnen zes weken betaald.", None),
        ("De subsidie bedraagt ten hoogste € 5.000.", None),
    ],
)
def test_highest_fine(words: str, quote: str | None) -> None:
    reading = read_stored(f"{DUTY}Artikel 2\n{words}")
    found = [reading.text.text[f.at.start : f.at.end] for f in reading.recognised.fine_maximum]
    assert found == ([] if quote is None else [quote])


@pytest.mark.parametrize(
    ("words", "height"),
    [
        ("De bestuurlijke boete is ten hoogste € 20 500.", (20500, None, None)),
        ("Zij kan een boete van ten hoogste 1.250,50 euro opleggen.", ("1250.5", None, None)),
        ("De bestuurlijke boete bedraagt € 340.", (340, None, None)),
        ("Er staat een geldboete van de vierde categorie op.", (None, 4, None)),
        ("De boete is maximaal 10% van de omzet.", (None, None, 10)),
        (
            "De boete is ten hoogste die van de vijfde categorie of tien procent van de omzet.",
            (None, 5, 10),
        ),
        ("De boete is ten hoogste f 1000,-.", (None, None, None)),
    ],
)
def test_how_high_a_fine_can_be(words: str, height: tuple[object, ...]) -> None:
    known = read_stored(f"{DUTY}Artikel 2\n{words}").recognised
    (found,) = known.fine_maximum
    wanted = tuple(None if part is None else Decimal(str(part)) for part in height)
    assert (found.euro, found.category, found.percent) == wanted


@pytest.mark.parametrize(
    ("words", "height"),
    [
        ("De bestuurlijke boete bedraagt ten hoogste € 5 miljoen.", (5_000_000, None, None)),
        ("De boete is ten hoogste € 1,5 miljoen.", (1_500_000, None, None)),
        ("De boete is ten hoogste € 1.5 miljoen.", (1_500_000, None, None)),
        ("De boete is ten hoogste 20 miljoen euro.", (20_000_000, None, None)),
        ("De boete is ten hoogste twintig miljoen euro.", (20_000_000, None, None)),
        ("De boete is ten hoogste € 2 miljard.", (2_000_000_000, None, None)),
        ("De boete is ten hoogste € 1 mln.", (1_000_000, None, None)),
        ("De boete bedraagt ten hoogste vijfduizend euro.", (5000, None, None)),
        ("De boete bedraagt ten hoogste vijf procent van de omzet.", (None, None, 5)),
        ("De boete is € 1.000 per dag met een maximum van € 100.000.", (100_000, None, None)),
        (
            "De boete is ten hoogste € 1.000 per dag voor een persoon of ten hoogste € 10.000.",
            (10_000, None, None),
        ),
        (
            "De boete is ten minste € 100 en ten hoogste € 500 of bij herhaling ten hoogste € 900.",
            (900, None, None),
        ),
        (
            "Zij kan een boete van ten hoogste EUR 250000 of, indien dat meer is, 10% opleggen.",
            (250_000, None, 10),
        ),
        ("Er staat een geldboete van de tweede of derde categorie op.", (None, 3, None)),
        ("De boete bedraagt € 11 per kilogram fosfaat.", (None, None, None)),
        ("De boete is ten hoogste driemaal het bedrag van € 100.", (None, None, None)),
        ("De boete is ten hoogste € 1.000.000.000.000.000.", (None, None, None)),
        ("De boete is ten hoogste € 5.000 en wie dat doet betaalt € 7.000.", (None, None, None)),
        (
            "De boete voor het niet betalen van de premie bedraagt ten hoogste € 450.",
            (450, None, None),
        ),
        (
            "Bij een omzet van ten hoogste € 50.000 is de boete ten hoogste € 900.",
            (900, None, None),
        ),
    ],
)
def test_the_highest_amount_that_belongs_to_the_fine(
    words: str, height: tuple[object, ...]
) -> None:
    (found,) = read_stored(f"{DUTY}Artikel 2\n{words}").recognised.fine_maximum
    wanted = tuple(None if part is None else Decimal(str(part)) for part in height)
    assert (found.euro, found.category, found.percent) == wanted


@pytest.mark.parametrize(
    "words",
    [
        "Een werkgever met een omzet van ten hoogste € 50.000 krijgt geen bestuurlijke boete.",
        "De boete wordt binnen ten hoogste zes weken betaald op € 5 kosten.",
        "De minister kan een bestuurlijke boete opleggen van ten hoogste € 0.",
        "Bij een geldboete van € 1 125 of meer, maar minder dan € 2 250 vervalt de aanspraak.",
        "De boete is ten hoogste een jaar na het besluit verschuldigd.",
    ],
)
def test_an_amount_of_something_else_is_no_height_of_a_fine(words: str) -> None:
    assert read_stored(f"{DUTY}Artikel 2\n{words}").recognised.fine_maximum == ()


NUMBERS = st.one_of(
    st.from_regex(r"[0-9]{1,30}(?:[., \u00a0][0-9]{1,3}){0,30}", fullmatch=True),
    st.sampled_from(["²00", "٣٤٥", "nul", "vijfduizend", "duizendduizend", "1,5", "0", "1.500"]),
)


@given(
    NUMBERS,
    st.sampled_from(["€ ", "€", "EUR ", "", "f "]),
    st.sampled_from(["", " miljoen", " mln", " miljard euro", " euro", "%", " procent", ",-"]),
)
@settings(max_examples=80, deadline=None)
def test_no_amount_ever_stops_a_reading_or_a_draft(number: str, sign: str, unit: str) -> None:
    body = (
        f"{DUTY}Artikel 2\nOnze Minister kan bij overtreding van artikel 1 een bestuurlijke boete "
        f"opleggen van ten hoogste {sign}{number}{unit}."
    )
    for one in (p.value for p in propose(read_stored(body)) if p.path[-1] == "sanctions"):
        assert one.maximum is None or one.maximum.mid > 0
