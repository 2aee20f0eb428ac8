"""What the rule set as a whole must hold."""

from collections import Counter

import pytest

from checker.models.rule import Criterion, Rule, Severity
from checker.models.rulebook import Rulebook

FACT_KINDS = {"present", "threshold", "date_rule", "coverage", "contradiction"}


def test_enough_stable_rules_over_all_criteria(rulebook: Rulebook) -> None:
    count = Counter(rule.criterion for rule in rulebook.stable_rules)
    assert sum(count.values()) >= 50
    assert count[Criterion.CLARITY] >= 6
    assert min(count[c] for c in Criterion if c is not Criterion.CLARITY) >= 12


def test_rules_do_more_than_ask(rulebook: Rulebook) -> None:
    kinds = Counter(rule.check.kind for rule in rulebook.stable_rules)
    assert kinds.keys() >= {*FACT_KINDS, "question", "per_obligation"}
    assert kinds["contradiction"] >= 6


@pytest.mark.parametrize("framework", ["t11", "atr", "goldplating", "bet", "beleidskompas",
                                       "eu_sme_test", "huf"])  # fmt: skip
def test_every_question_of_a_framework_has_a_rule(framework: str, rulebook: Rulebook) -> None:
    mapped = {name for rule in rulebook.stable_rules for name in rule.frameworks}
    items = next(f.items for f in rulebook.frameworks if f.id == framework)
    assert [item.id for item in items if f"{framework}.{item.id}" not in mapped] == []


def test_one_source_that_was_not_read_marks_the_whole_rule(rulebook: Rulebook) -> None:
    of_rule = {rule.id: rulebook.verified(rule) for rule in rulebook.rules}
    assert of_rule["HAN-31"] is False, "the questions of the Tafel van Elf are from memory"
    assert of_rule["LAS-13"] is True, "Ar 4.17 was read"
    assert of_rule["LAS-43"] is False, "a choice of our own is nothing that could be verified"


def test_what_was_not_read_says_what_is_uncertain(rulebook: Rulebook) -> None:
    unread = {name: source for name, source in rulebook.sources.items() if not source.verified}
    assert unread
    assert [name for name, source in unread.items() if source.note is None] == []


def test_what_blocks_is_what_the_design_names(rulebook: Rulebook) -> None:
    """A blocking rule decides the verdict by itself, so each one is on purpose."""
    blocking = {rule.id for rule in rulebook.stable_rules if rule.severity is Severity.BLOCKING}
    assert blocking == {
        "EUR-02", "EUR-14", "EUR-15", "EUR-16", "EUR-20", "EUR-21",
        "HAN-01", "HAN-23", "LAS-05", "LAS-16", "LAS-22",
    }  # fmt: skip


def test_messages_are_whole_sentences(rulebook: Rulebook) -> None:
    def texts(rule: Rule) -> list[str]:
        parts = [rule.message, rule.why, rule.advice, rule.known_limits, rule.message_partial]
        return [text for part in parts if part for text in (part.nl, part.en)]

    bad = [(rule.id, t) for rule in rulebook.rules for t in texts(rule) if t[-1] not in '.?!"”)']
    assert bad == []
