"""What the outputs say of a calculation: the same in JSON, as text and in Excel."""

from decimal import Decimal
from typing import Any

import pytest

from checker.models.cost import Range, known

ZERO = Range()
SOME = Range(Decimal(-1), Decimal(0), Decimal(1))


@pytest.mark.parametrize("amount", [Decimal(0), Decimal("-0.00"), ZERO])
def test_the_zero_of_an_incomplete_calculation_is_unknown(amount: Any) -> None:
    assert known(amount, complete=False) is None
    assert known(amount, complete=True) == amount


@pytest.mark.parametrize("amount", [Decimal(3), Decimal(-3), SOME, None])
def test_what_was_counted_is_known_also_where_something_is_missing(amount: Any) -> None:
    assert known(amount, complete=False) == amount
