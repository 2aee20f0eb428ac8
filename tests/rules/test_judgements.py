"""What somebody judged by reading: how often a rule that points at a place was right."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.checks.text_check import TextCheck
from checker.legal_text.reading import read_stored
from checker.legal_text.stored import to_stored
from checker.models.rulebook import Rulebook
from checker.models.text_facts import Passage
from checker.models.text_reading import TextReading
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


@lru_cache(maxsize=100)
def reading_of(bwb: str) -> TextReading:
    """Return the text as the program has it: it is what a hit was quoted from."""
    return read_stored(to_stored(read_file(CORPUS / f"{bwb}.md")))


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
    """Or it says that the corpus has too few hits for a sample, and how many of them are right."""
    counts = ("phrase", "sentence_length", "structure")
    few = re.compile(r"Te weinig vindplaatsen voor een steekproef van 25: van de \d+ zijn er \d+ ")
    for rule in rulebook.stable_rules:
        if few.search(rule.known_limits.nl):
            assert "Too few hits for a sample of 25: of the " in rule.known_limits.en, rule.id
        elif rule.check.kind in counts and rule.id not in {path.stem for path in FILES}:
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
def test_the_rule_hits_at_every_judged_place(path: Path, rulebook: Rulebook) -> None:
    """Right or wrong, a judgement is of what the rule finds now; what it finds no longer goes."""
    rule = next(rule for rule in rulebook.rules if rule.id == path.stem)
    assert isinstance(rule.check, TextCheck)
    by_place = Counter((h["text"], h["article"], h["quote"]) for h in judged(path)["hits"])
    missing = []
    for (bwb, article, quote), times in by_place.items():
        found = rule.check.find(reading_of(bwb)).found
        places = list(places_of(quote, reading_of(bwb).text.text))
        hit = [at for at in found if at.article == article and overlaps(at, places)]
        if len(hit) < times:
            missing.append((bwb, article, quote, f"{len(hit)} of {times}"))
    assert missing == []


def places_of(quote: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where the quotation stands; a line break counts as a space."""
    for found in re.finditer(r"\s+".join(map(re.escape, quote.split())), text):
        yield found.span()


def overlaps(at: Passage, places: Iterable[tuple[int, int]]) -> bool:
    return any(at.start < end and start < at.end for start, end in places)
