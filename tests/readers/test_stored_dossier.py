"""A dossier in parts comes back as it was, whatever is in it, and a change is found out."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.models.regulation import Regulation
from checker.readers.dossier import to_line
from checker.readers.stored_dossier import (
    PART,
    DamagedError,
    joined,
    mark_in,
    parts_of,
)
from checker.report.excel.cells import MAX_CELL, clean
from checker.yaml_source import parse
from tests.strategies import regulations


def _again(line: str) -> Regulation:
    mark, parts = parts_of(line)
    assert mark_in(str(mark)) == mark
    for part in parts:
        # Nothing of a part is lost in a cell, whose ends and odd signs are at risk.
        assert clean(part.text, "cut") == part.text == part.text.strip()
        assert len(part.text) * 2 <= MAX_CELL
    return parse(joined(mark, parts[::-1]), "d.json", is_json=True).validate(Regulation)


@given(regulations())
@settings(max_examples=60)
def test_any_regulation_comes_back(regulation: Regulation) -> None:
    assert _again(to_line(regulation)) == regulation


@given(st.text(st.sampled_from(" \t\n_x005F0d\\\"'=😀\x7f\u2028\ufffe"), min_size=1, max_size=60))
def test_odd_signs_come_back(text: str) -> None:
    if text.strip():
        regulation = Regulation.model_validate({"identity": {"summary": text}})
        assert _again(to_line(regulation)) == regulation


def test_a_long_text_is_cut_into_parts_wherever_the_spaces_are() -> None:
    regulation = Regulation.model_validate({"text": {"body": "a b" * PART}})
    assert len(parts_of(to_line(regulation))[1]) > 2
    assert _again(to_line(regulation)) == regulation


@pytest.mark.parametrize("what", ["changed", "lacking", "twice", "extra", "other"])
def test_a_change_is_found_out(what: str) -> None:
    mark, parts = parts_of(to_line(Regulation.model_validate({"text": {"body": "ab" * PART}})))
    first = parts[0]
    damaged = {
        "changed": (replace(first, text=first.text.replace("ab", "ba", 1)), *parts[1:]),
        "lacking": parts[:-1],
        "twice": (*parts, first),
        "extra": (*parts, replace(first, number=len(parts) + 1)),
        "other": parts_of(to_line(Regulation()))[1],
    }
    with pytest.raises(DamagedError):
        joined(mark, damaged[what])
