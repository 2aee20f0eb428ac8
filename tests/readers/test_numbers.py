"""Numbers as people write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.readers import numbers
from checker.readers.numbers import Style

PLAIN = {
    "1.250,50": "1250.50",
    "1,250.50": "1250.50",
    "1 250 000": "1250000",
    "100 000,5": "100000.5",
    "1'250": "1250",
    "1’250": "1250",
    "1.234.567": "1234567",
    "0,125": "0.125",
    "0.250": "0.250",
    "€ 1.250,-": "1250",
    "1.250,=": "1250",
    "EUR 1 250,50": "1250.50",
    "$1,000.00": "1000.00",
    "1.000 €": "1000",
    "€45/uur": "45",
    "(500)": "-500",
    "500-": "-500",
    "− 3,5": "-3.5",
    "ca. 30": "30",
    "± 30": "30",
    "30*": "30",
    "30¹": "30",
    "30 [a]": "30",
    "1.250 (geschat)": "1250",
    "1.250 bedrijven": "1250",
    "2k": "2000",
    "1,5 mln": "1500000",
    "£2.5m": "2500000",
    "1,5e6": "1500000",
}


@pytest.mark.parametrize("text", PLAIN)
def test_a_number_is_understood_as_a_person_would(text):
    assert numbers.read(text).value == Decimal(PLAIN[text])


@pytest.mark.parametrize(
    "text",
    ["", "--", "twee", "3-5", "3 - 5", "tussen 3 en 5", "12.34.56", "1,2,3", "50 cent", "1 2"],
)
def test_what_is_no_number_is_not_taken_for_one(text):
    assert numbers.read(text) is None


def test_per_cent_is_a_share_and_keeps_its_sign():
    found = numbers.read("12,5 %")
    assert (found.value, found.places, found.percent) == (Decimal("0.125"), 3, True)


def test_the_unit_behind_a_number_is_kept():
    assert numbers.read("30 min").unit == "min"
    assert numbers.read("2,5 uur").unit == "uur"


def test_a_multiple_says_how_precise_the_number_is():
    assert numbers.read("1,5 mln").places == -5


@pytest.mark.parametrize(
    ("text", "comma", "point"), [("1.250", "1250", "1.250"), ("1,250", "1.250", "1250")]
)
def test_a_separator_before_three_digits_is_ambiguous(text, comma, point):
    assert numbers.is_ambiguous(text)
    assert numbers.read(text, Style.COMMA).value == Decimal(comma)
    assert numbers.read(text, Style.POINT).value == Decimal(point)


@pytest.mark.parametrize("text", ["1.250,50", "1.25", "0,125", "1.234.567", "1250"])
def test_other_numbers_are_not_ambiguous(text):
    assert not numbers.is_ambiguous(text)


def test_the_style_shows_from_the_numbers_around():
    assert numbers.styles_of(["1.250", "12,50"]) == {Style.COMMA}
    assert numbers.styles_of(["1.250", "12.5"]) == {Style.POINT}
    assert numbers.styles_of(["1.250", "pm"]) == set()


amounts = st.decimals(min_value=-(10**9), max_value=10**9, places=2)


@given(amounts)
def test_dutch_and_english_ways_of_writing_give_the_number_back(amount):
    english = f"{amount:,.2f}"
    dutch = english.translate(str.maketrans(",.", ".,"))
    assert numbers.read(english).value == numbers.read(dutch).value == amount
    assert numbers.read(f"€ {dutch}").value == amount


@given(st.text(max_size=120))
def test_any_text_is_a_number_or_not_but_no_fault(text):
    found = numbers.read(text)
    assert found is None or found.value.is_finite()


@pytest.mark.parametrize("text", ["1e99", "1" + "0" * 30, "1e-60"])
def test_what_no_table_of_sums_holds_is_no_number(text):
    assert numbers.read(text) is None


@pytest.mark.parametrize(
    "text",
    ["1" + "*" * 70 + "x", "1" + " [a]" * 18 + "x", "1" + "¹" * 60 + " zie x", " " * 79 + "x"],
)
def test_a_long_row_of_marks_takes_no_time(text):
    """A pattern that tries every way to divide the marks would not come back."""
    assert numbers.read(text) is None
