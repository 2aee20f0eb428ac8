"""The judged set says what a sentence is; docs/adr/0010 says how other splitters do on it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.legal_text.sentences import sentence_spans
from checker.yaml_source import read

BOUNDARY = " ‖ "
JUDGED: dict[str, list[str]] = read(Path(__file__).parent / "sentences_judged.yaml").data
PIECES = (
    "Stb.|nr.|b.|De|het|lid|3.|1°.|enz.|J.P.|wordt|?|(|)|«|».|...| |\u00a0|onder|is.Het|€ 1.000,–"
    "|1990|II.|\n"
)
LEGAL = st.lists(st.sampled_from(PIECES.split("|")), max_size=30).map(" ".join)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize("group", JUDGED)
def test_judged_sentences(group: str) -> None:
    wrong = [
        (expected, found)
        for expected in JUDGED[group]
        if (found := BOUNDARY.join(split(expected.replace(BOUNDARY, " ")))) != expected
    ]
    assert not wrong


def test_the_judged_set_is_large_enough() -> None:
    texts = [text for group in JUDGED.values() for text in group]
    assert sum(text.count(BOUNDARY) for text in texts) >= 150


def test_a_forgotten_blank_still_ends_a_sentence() -> None:
    assert split("Het is goed zichtbaar.Indien het schip langer is, geldt dit niet.") == [
        "Het is goed zichtbaar.",
        "Indien het schip langer is, geldt dit niet.",
    ]


@pytest.mark.parametrize("text", ["", "  \n", "a", "1.", "...", "Stb."])
def test_short_texts(text: str) -> None:
    assert split(text) == ([text.strip()] if text.strip() else [])


@given(st.one_of(st.text(), LEGAL))
def test_spans_follow_each_other_and_leave_out_blanks_only(text: str) -> None:
    position = 0
    for start, end in sentence_spans(text):
        assert position <= start < end <= len(text)
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()
