from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.legal_text import words
from checker.legal_text.words import count_words, counted, syllables, words_of

JUDGED = (Path(__file__).parent / "syllables_judged.txt").read_text("utf-8").split()
"""Words drawn from regulations, hyphenated by hand, single letters too: e-mis-sie."""


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("artikel 3, eerste lid", 4),
        ("€ 1.000,–", 1),
        ("en/of", 1),
        ("richtlijn 2006/123/EG", 2),
        ("de auto's van foto’s", 4),
        ("1,5 procent", 2),
        ("artikel 4:12", 2),
        ("e-mail: a.b@voorbeeld.nl", 2),
        ("eerste,tweede", 2),
        ("§ – … «»", 0),
        ("coo\u0308rdinatie ge\u00adbied", 2),
        ("", 0),
    ],
)
def test_count_words(text: str, number: int) -> None:
    assert count_words(text) == number


@given(st.text(), st.text())
def test_texts_on_two_lines_have_the_words_of_both(one: str, other: str) -> None:
    assert count_words(f"{one}\n{other}") == count_words(one) + count_words(other)
    assert words_of(f"{one}\n{other}") == words_of(one) + words_of(other)


MIXED = st.text(st.sampled_from("aé1 \t\n\u00a0\u2028.,:-'’/_@()ß\u0308\u00ad½²")) | st.text()


@given(MIXED)
def test_they_are_counted_as_they_stand(text: str) -> None:
    assert count_words(text) == len(words_of(text))
    assert counted(text) == Counter(words_of(text))


def test_a_hostile_text_is_not_kept() -> None:
    known = len(words._WORDS_IN)
    assert count_words("a-" * 100_000) == 1
    assert len(words._WORDS_IN) == known


@given(st.text())
def test_words_stand_in_the_text_in_order(text: str) -> None:
    position = 0
    for word in words_of(text):
        position = text.index(word, position) + len(word)


def test_syllables_of_judged_words() -> None:
    wrong = [word for word in JUDGED if syllables(word.replace("-", "")) != word.count("-") + 1]
    assert len(JUDGED) >= 250
    assert not wrong


@pytest.mark.parametrize(("word", "number"), [("2013", 1), ("Stb", 1), ("ÉÉN", 2), ("en/of", 2)])
def test_syllables_of_what_is_no_plain_word(word: str, number: int) -> None:
    assert syllables(word) == number


@given(st.text())
def test_every_word_has_a_syllable(word: str) -> None:
    assert syllables(word) >= 1
