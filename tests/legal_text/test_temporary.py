"""Whether a regulation says that it is temporary."""

import pytest

from checker.legal_text.reading import read_stored

DUTY = "Artikel 1\nDe werkgever meldt elk ongeval.\n"


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
