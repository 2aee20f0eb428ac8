"""Values as they are written in a message."""

from decimal import Decimal

import pytest

from checker.models.figure import Unit
from checker.models.wording import Quantity, placeholders, put_in, written


@pytest.mark.parametrize(
    ("value", "told"),
    [("500.004", "iets meer dan €\u00a0500,00"), ("499.996", "iets minder dan €\u00a0500,00"),
     ("500", "€\u00a0500,00"), ("500.01", "€\u00a0500,01")],
)  # fmt: skip
def test_what_reads_as_its_bound_says_on_which_side_it_is(value, told):
    assert written(Quantity(Decimal(value), Unit.EURO, Decimal(500)), "nl") == told


def test_without_a_bound_it_is_only_rounded():
    assert written(Quantity(Decimal("8.04"), Unit.HOURS), "en") == "8"


@pytest.mark.parametrize(
    ("count", "total", "told"),
    [
        (1, 1, "De enige zin verwijst naar a|b."),
        (1, 2, "1 van de 2 zinnen verwijst naar a|b."),
        (2, 3, "2 van de 3 zinnen verwijzen naar a|b."),
    ],
)
def test_one_of_one_gets_its_own_words(count, total, told):
    several = "{count} van de {total} zinnen {count:verwijst|verwijzen}"
    text = f"{{total:De enige zin verwijst|{several}}} naar {{where}}."
    assert placeholders(text) == {"count", "total", "where"}
    assert put_in(text, {"count": count, "total": total, "where": "a|b"}, "nl") == told


@pytest.mark.parametrize(
    "text",
    [
        "{a:x}",
        "{a:x|y|z}",
        "{a!r}",
        "{a:{b}|c}",
        "{a:x|{b:y|{c}}}",
        "{a:x|{b:y}}",
        "{a",
        "{a:x|{b}",
    ],
)
def test_more_between_braces_than_that_is_refused(text):
    with pytest.raises(ValueError, match=r"(?i)brace|expected|single|unmatched|more than a name"):
        placeholders(text)
