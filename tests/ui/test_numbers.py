"""Numbers as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.models.problem import BadInputError
from checker.ui.numbers import parse, shown, translated


@pytest.mark.parametrize(
    ("typed", "language", "number"),
    [
        ("30", "nl", "30"),
        (" 1,5 ", "nl", "1.5"),
        ("1.5", "nl", "1.5"),
        ("1.250", "nl", "1250"),
        ("1.250,75", "nl", "1250.75"),
        ("12.345.678", "nl", "12345678"),
        ("1,250", "en", "1250"),
        ("1.250", "en", "1.250"),
        ("1,5", "en", "1.5"),
        ("€ 40", "nl", "40"),
        ("40 euro", "nl", "40"),
        ("-3", "nl", "-3"),
        ("0.125", "nl", "0.125"),
        ("0.500", "nl", "0.5"),
        ("0,125", "en", "0.125"),
        (",5", "nl", "0.5"),
        ("1 250", "nl", "1250"),
        ("€ 4.500,-", "nl", "4500"),
        ("€ 4.500,-", "en", "4500"),
        ("4,500.00", "nl", "4500"),
        ("1.250,50", "en", "1250.5"),
        ("1.250,50", "nl", "1250.5"),
        ("1,5 mln", "nl", "1500000"),
        ("EUR 12,50", "en", "12.5"),
    ],
)
def test_what_was_typed_is_read_as_it_was_meant(typed, language, number):
    assert parse(typed, language) == Decimal(number)


@pytest.mark.parametrize(
    "typed",
    [
        "twee",
        "1,2,3",
        "1..2",
        "12%",
        "nan",
        "inf",
        "--1",
        "1_000",
        "1e3",
        "٣",
        "012.500",
        ".",
        "2 uur",
        "30-40",
        "B2",
    ],
)
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(BadInputError) as caught:
        parse(typed, "nl")
    assert caught.value.problems[0].code == "not_a_number"


def test_a_share_may_be_a_percentage():
    assert parse("50 %", "nl", share=True) == Decimal("0.5")
    assert parse("12,5%", "nl", share=True) == Decimal("0.125")


def test_nothing_is_nothing():
    assert parse("  ", "nl") is None
    assert shown(None, "nl") == ""


def test_what_was_typed_in_one_language_is_shown_in_the_other():
    assert translated("1.250", "nl", "en") == "1250"
    assert translated("1.250", "en", "nl") == "1,25"
    assert translated("twee", "nl", "en") == "twee"
    assert translated("12,5 %", "nl", "en", share=True) == "0.125"


@given(st.decimals(0, 10**9, places=4), st.sampled_from(["nl", "en"]))
def test_what_is_shown_reads_back_the_same(number, language):
    assert parse(shown(number, language), language) == number
