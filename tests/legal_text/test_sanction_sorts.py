"""What sort of sanction a provision sets."""

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
