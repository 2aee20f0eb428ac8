"""Saved and loaded gives the same: as YAML, as JSON, and from one to the other."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from checker.checks.per_obligation import PerObligation
from checker.models.regulation import Regulation
from checker.readers import dossier
from checker.readers.dossier import to_json, to_yaml
from checker.yaml_source import parse
from tests.strategies import regulations


@given(regulations())
@settings(max_examples=150)
def test_yaml_and_json_lose_nothing(regulation: Regulation) -> None:
    from_yaml = parse(to_yaml(regulation), "d.yaml").validate(Regulation)
    from_json = parse(to_json(regulation), "d.json", is_json=True).validate(Regulation)
    assert from_yaml == regulation
    assert from_json == regulation


@pytest.mark.parametrize(
    "text",
    ["no", "12:30", "true", "null", "~", "1.5", "1.5e5", "007", "2027-01-01", "- a", "a: b", "#x",
     "=1+1", "'", '"', "\\", "a\nb", "€ 36", "…", "x" * 300, "\u0085", "\u2028", "😀", "{a}", "*a"],
)  # fmt: skip
def test_text_that_looks_like_something_else_stays_text(text: str) -> None:
    regulation = Regulation.model_validate({"identity": {"summary": text}})
    for written, is_json in ((to_yaml(regulation), False), (to_json(regulation), True)):
        read = parse(written, "d", is_json=is_json).validate(Regulation)
        assert read.identity.summary == regulation.identity.summary


def test_a_plain_number_stays_short() -> None:
    regulation = Regulation.model_validate(
        {"obligations": [{"id": "a", "activities": [{"minutes": 30}]}], "answers": {"HAN-05": "ja"}}
    )
    written = to_yaml(regulation)
    assert "minutes: 30\n" in written
    assert "HAN-05: ja\n" in written


def test_every_sample_survives(samples: list[Path], rulebook) -> None:
    for path in samples:
        regulation = dossier.read(path, rulebook)
        again = dossier.parse(to_yaml(regulation), "again", rulebook)
        assert again == regulation, path
    assert any(isinstance(rule.check, PerObligation) for rule in rulebook.rules)
