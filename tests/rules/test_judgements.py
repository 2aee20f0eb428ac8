"""What somebody judged by reading: how often a rule that points at a place was right."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.legal_text.structure import parse
from checker.models.rulebook import Rulebook
from checker.readers.legal_text import read_file
from checker.rulebook.locate import OWN_RULES

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "wetten"
FILES = sorted((OWN_RULES / "judgements").glob("*.yaml"))
FEWEST, ENOUGH = 25, 0.8
KEYS = {"text", "article", "quote", "right", "why"}


def judged(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def precision(hits: list[dict[str, Any]]) -> str:
    return f"{sum(hit['right'] for hit in hits) / len(hits):.2f}"


@lru_cache(maxsize=60)
def words_of(bwb: str) -> str:
    """Return the text as the program has it: it is what a hit was quoted from."""
    return parse(read_file(CORPUS / f"{bwb}.md")).text


each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def test_the_rules_that_weigh_most_were_judged(rulebook: Rulebook) -> None:
    assert len({path.stem for path in FILES} & {rule.id for rule in rulebook.stable_rules}) >= 15


@each_file
def test_a_judgement_names_its_rule_and_enough_hits(path: Path, rulebook: Rulebook) -> None:
    found = judged(path)
    assert found["rule"] == path.stem
    assert path.stem in {rule.id for rule in rulebook.stable_rules}
    assert len(found["hits"]) >= FEWEST
    assert len({hit["text"] for hit in found["hits"]}) >= 5, "from several texts"
    assert len({(h["text"], h["article"], h["quote"]) for h in found["hits"]}) >= FEWEST * 0.8


@each_file
def test_every_hit_says_why(path: Path) -> None:
    for hit in judged(path)["hits"]:
        assert hit.keys() == KEYS
        assert isinstance(hit["right"], bool)
        assert len(hit["why"]) >= 5
        assert hit["quote"].strip()


@each_file
def test_the_precision_stands_with_the_rule(path: Path, rulebook: Rulebook) -> None:
    hits = judged(path)["hits"]
    rule = next(rule for rule in rulebook.rules if rule.id == path.stem)
    value = precision(hits)
    dutch = f"Precisie op {len(hits)} gelezen vindplaatsen: {value.replace('.', ',')}."
    assert dutch in rule.known_limits.nl
    assert f"Precision on {len(hits)} hits read: {value}." in rule.known_limits.en


@each_file
def test_a_rule_that_is_often_wrong_points_nowhere(path: Path, rulebook: Rulebook) -> None:
    rule = next(rule for rule in rulebook.rules if rule.id == path.stem)
    if float(precision(judged(path)["hits"])) < ENOUGH:
        assert getattr(rule.check, "report", None) == "density"


def test_a_rule_about_words_that_nobody_judged_says_so(rulebook: Rulebook) -> None:
    counts = ("phrase", "sentence_length", "structure")
    for rule in rulebook.stable_rules:
        if rule.check.kind in counts and rule.id not in {path.stem for path in FILES}:
            assert "Van deze regel zijn geen vindplaatsen nagelezen." in rule.known_limits.nl, (
                rule.id
            )
            assert "No hits of this rule were read." in rule.known_limits.en, rule.id


def test_no_precision_is_claimed_without_a_judgement(rulebook: Rulebook) -> None:
    claims = re.compile(r"Precisie op \d+ gelezen")
    judged_rules = {path.stem for path in FILES}
    claimed = {rule.id for rule in rulebook.rules if claims.search(rule.known_limits.nl)}
    assert claimed <= judged_rules


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not there")
@each_file
def test_every_judged_hit_is_in_its_text(path: Path) -> None:
    missing = [
        (hit["text"], hit["quote"])
        for hit in judged(path)["hits"]
        if " ".join(hit["quote"].split()) not in " ".join(words_of(hit["text"]).split())
    ]
    assert missing == []
