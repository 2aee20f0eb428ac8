"""Times, frequencies and fractions in words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.readers import phrases

MINUTES = {
    "1:30": 90, "0:05": 5, "1 uur 30 min": 90, "1u30": 90, "1h30m": 90,
    "2 hours and 5 minutes": 125,
}  # fmt: skip


@pytest.mark.parametrize("text", MINUTES)
def test_hours_and_minutes_are_minutes(text):
    found = phrases.time(text)
    assert (found.value, found.unit) == (MINUTES[text], "min")


def test_a_time_that_is_said_twice_counts_once():
    found = phrases.time("5 minutes (0.0833 hours)")
    assert (found.value, found.unit) == (5, "minutes")


A_YEAR = {
    "jaarlijks": 1, "maandelijks": 12, "per kwartaal": 4, "1x per jaar": 1, "2 keer per maand": 24,
    "wekelijks": 52, "eenmalig": 1, "12 per jaar": 12, "4x": 4, "twice a year": 2,
    "3 times a year": 3, "quarterly": 4, "eens per 5 jaar": "0.2", "elke 5 jaar": "0.2",
    "om de 2 jaar": "0.5", "once every five years": "0.2", "biennial": "0.5", "1/5": "0.2",
    "vierteljährlich": 4,
}  # fmt: skip


@pytest.mark.parametrize("text", A_YEAR)
def test_how_often_a_year(text):
    assert phrases.frequency(text).value == Decimal(A_YEAR[text])


@pytest.mark.parametrize("text", ["dagelijks", "per keer", "incidenteel", "soms", "x per jaar"])
def test_what_means_more_than_one_thing_is_left_to_the_writer(text):
    assert phrases.frequency(text) is None


@pytest.mark.parametrize(
    ("text", "value"), [("½", "0.5"), ("1½", "1.5"), ("1 1/2", "1.5"), ("¾ uur", "0.75")]
)
def test_fractions(text, value):
    assert phrases.number(text).value == Decimal(value)


@given(st.text(max_size=120))
def test_any_text_is_understood_or_not_but_no_fault(text):
    for read in (phrases.time, phrases.frequency, phrases.number):
        found = read(text)
        assert found is None or found.value.is_finite()
