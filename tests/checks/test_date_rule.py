"""Dates: whole months, fixed days, and the nearest allowed date."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks.date_rule import add_months, first_fixed_date


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 11, 15), 2, date(2027, 1, 15)),
        (date(2026, 10, 31), 2, date(2026, 12, 31)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
    ],
)
def test_add_months(start: date, months: int, expected: date) -> None:
    assert add_months(start, months) == expected


@given(st.dates(date(1900, 1, 1), date(2300, 1, 1)), st.integers(1, 36))
def test_months_never_skip_a_month(start: date, months: int) -> None:
    later = add_months(start, months)
    passed = (later.year - start.year) * 12 + later.month - start.month
    assert passed == months
    assert later.day == start.day or (later + timedelta(days=1)).day == 1


@given(st.dates(date(1900, 1, 1), date(2300, 1, 1)))
def test_the_first_fixed_date_is_allowed_and_not_before(start: date) -> None:
    found = first_fixed_date(start, ["01-01", "07-01"])
    assert start <= found <= start + timedelta(days=184)
    assert (found.month, found.day) in {(1, 1), (7, 1)}
