"""Values as they are written in a message."""

from decimal import Decimal

import pytest

from checker.models.figure import Unit
from checker.models.wording import Quantity, written


@pytest.mark.parametrize(
    ("value", "told"),
    [("500.004", "iets meer dan €\u00a0500,00"), ("499.996", "iets minder dan €\u00a0500,00"),
     ("500", "€\u00a0500,00"), ("500.01", "€\u00a0500,01")],
)  # fmt: skip
def test_what_reads_as_its_bound_says_on_which_side_it_is(value, told):
    assert written(Quantity(Decimal(value), Unit.EURO, Decimal(500)), "nl") == told


def test_without_a_bound_it_is_only_rounded():
    assert written(Quantity(Decimal("8.04"), Unit.HOURS), "en") == "8"
