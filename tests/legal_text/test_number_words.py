"""Every number word that a pattern finds has a number: the two are one language."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.legal_text.number_words import COUNT, NUMBER_WORD, count_of, number_of
from checker.legal_text.reading import read_stored

WORDS = {
    "een": 1, "één": 1, "twaalf": 12, "eenentwintig": 21, "drieëndertig": 33, "tweeentwintig": 22,
    "honderd": 100, "honderdvijf": 105, "honderdenvijf": 105, "tweehonderdvijftig": 250,
    "vijftienhonderd": 1500, "twaalfhonderdvijftig": 1250, "duizend": 1000, "tweeduizend": 2000,
    "vijfentwintigduizend": 25_000, "honderdduizend": 100_000, "duizend vijfhonderd": 1500,
}  # fmt: skip


@pytest.mark.parametrize(("word", "number"), WORDS.items(), ids=WORDS)
def test_a_number_word_is_its_number(word, number):
    assert re.fullmatch(NUMBER_WORD, word)
    assert number_of(word) == number
    assert number_of(word.capitalize()) == number


@given(st.from_regex(COUNT, fullmatch=True))
def test_what_the_pattern_finds_has_a_number(count):
    assert count_of(count) is not None


@pytest.mark.parametrize("count", ["twaalfhonderdvijftig", "honderden", "vierëntwintig"])
def test_no_number_word_ends_a_reading(count):
    body = f"Artikel 1\nDe werkgever met ten minste {count} werknemers meldt elk ongeval."
    assert read_stored(body).recognised.duties
