"""Bad dossiers: one clear message per problem, with its place, in both languages."""

import pytest

from checker.content.messages import problem_text
from checker.models.base import LANGUAGES
from checker.models.problem import BadInputError
from checker.models.rulebook import Rulebook
from checker.readers import dossier

HEAD = "schema_version: 1\n"


def mistakes(text: str, rulebook: Rulebook) -> list[tuple[str, int | None, str]]:
    """Code, line and path of each problem; and every one can be said in both languages."""
    with pytest.raises(BadInputError) as caught:
        dossier.parse(text, "d.yaml", rulebook)
    for problem in caught.value.problems:
        for language in LANGUAGES:
            assert "{" not in problem_text(problem, language)
    return [(p.code, p.line, p.path) for p in caught.value.problems]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("identiy: {}", ("unknown_key", 2, "identiy")),
        ("identity: nee", ("not_a_group", 2, "identity")),
        ("identity: {phase: later}", ("not_allowed", 2, "identity.phase")),
        (
            "identity: {reference_date: 2026-02-30}",
            ("impossible_date", 2, "identity.reference_date"),
        ),
        ("identity: {reference_date: 1-1-2026}", ("not_a_date", 2, "identity.reference_date")),
        ("identity: {retroactive: no}", ("not_true_or_false", 2, "identity.retroactive")),
        ("identity: {title: 12}", ("not_text", 2, "identity.title")),
        ("identity: {title: true}", ("not_text", 2, "identity.title")),
        ("consultation: {weeks: -1}", ("too_small", 2, "consultation.weeks")),
        ("consultation: {weeks: 12:30}", ("not_a_number", 2, "consultation.weeks")),
        ("consultation: {weeks: twee}", ("not_a_number", 2, "consultation.weeks")),
        ("consultation: {weeks: true}", ("not_a_number", 2, "consultation.weeks")),
        ("obligations: nee", ("not_a_list", 2, "obligations")),
        ("obligations: [{article: 3}]", ("missing_key", 2, "obligations[1]")),
        ("obligations:\n - id: a\n - id: a", ("duplicate_id", 4, "obligations[2].id")),
        ("obligations: [{id: a, exempt: [5]}]", ("not_allowed", 2, "obligations[1].exempt[1]")),
        (
            "obligations:\n - id: a\n   activities:\n    - minutes: {low: 9, mid: 5, high: 7}",
            ("range_order", 5, "obligations[1].activities[1].minutes"),
        ),
        (
            "obligations:\n - id: a\n   activities:\n    - minutes: -5",
            ("too_small", 5, "obligations[1].activities[1].minutes"),
        ),
        (
            "obligations: [{id: a, activities: [{every_years: 0}]}]",
            ("not_above", 2, "obligations[1].activities[1].every_years"),
        ),
        (
            "obligations: [{id: a, activities: [{minutes: 2,5}]}]",
            ("comma_in_group", 2, "obligations[1].activities[1].5"),
        ),
        (
            "obligations: [{id: a, activities: [{purchases: 12.500}]}]",
            ("thousands_point", 2, "obligations[1].activities[1].purchases"),
        ),
        (
            "target_groups: [{id: a, overlaps: [{group: a, size_class: 1, firms: 3}]}]",
            ("overlap_with_itself", 2, "target_groups[1].overlaps[1].group"),
        ),
        (
            "obligations: [{id: a, activities: [{share: 2}]}]",
            ("share_over_one", 2, "obligations[1].activities[1].share"),
        ),
        (
            "obligations: [{id: a, activities: [{times_per_year: 1, every_years: 5}]}]",
            ("two_frequencies", 2, "obligations[1].activities[1]"),
        ),
        (
            "obligations: [{id: a, activities: [{overrides: [{size_class: 1}, {size_class: 1}]}]}]",
            ("duplicate_id", 2, "obligations[1].activities[1].overrides[2].size_class"),
        ),
        ("answers: {HAN-99: ja}", ("unknown_rule", 2, "answers.HAN-99")),
        ("answers: {DUI-30: misschien}", ("unknown_answer", 2, "answers.DUI-30")),
        ("answers: {HAN-03: ja}", ("answer_belongs_below", 2, "answers.HAN-03")),
        (
            "obligations: [{id: a, answers: {DUI-30: ja}}]",
            ("answer_belongs_above", 2, "obligations[1].answers.DUI-30"),
        ),
        (
            "obligations: [{id: a, target_groups: [x]}]",
            ("unknown_target_group", 2, "obligations[1].target_groups[1]"),
        ),
        (
            "enforcement: {sanctions: [{obligations: [x]}]}",
            ("unknown_obligation", 2, "enforcement.sanctions[1].obligations[1]"),
        ),
        ("panel: {remarks: [{rule: X-1}]}", ("unknown_rule", 2, "panel.remarks[1].rule")),
    ],
)
def test_each_mistake_has_its_place(
    body: str, expected: tuple[str, int, str], rulebook: Rulebook
) -> None:
    assert mistakes(HEAD + body, rulebook) == [expected]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("identity: {}", "schema_missing"),
        ("schema_version: 0", "schema_unknown"),
        ("schema_version: een", "schema_unknown"),
        ("schema_version: 2", "schema_newer"),
        ("- a\n- b", "not_a_group"),
        ("hallo", "not_a_group"),
    ],
)
def test_the_version_is_checked_first(text: str, code: str, rulebook: Rulebook) -> None:
    assert [found[0] for found in mistakes(text, rulebook)] == [code]


def test_all_mistakes_come_at_once_in_the_order_of_the_file(rulebook: Rulebook) -> None:
    text = HEAD + "identity: {phase: x}\nconsultation: {weeks: y}\nobligations: [{}]\nfoo: 1\n"
    assert [line for _, line, _ in mistakes(text, rulebook)] == [2, 3, 4, 5]


def test_references_are_told_beside_other_mistakes(rulebook: Rulebook) -> None:
    text = HEAD + (
        "identity: {phase: x}\n"
        "obligations:\n - {id: a, target_groups: [b], sanctioned: 3}\n - {id: a}\n"
        "panel: {remarks: [{rule: X-1}]}\nanswers: {HAN-99: ja, DUI-30: misschien, DUI-32: [ja]}\n"
    )
    assert [(code, line) for code, line, _ in mistakes(text, rulebook)] == [
        ("not_allowed", 2),
        ("unknown_target_group", 4),
        ("not_true_or_false", 4),
        ("duplicate_id", 5),
        ("unknown_rule", 6),
        ("unknown_rule", 7),
        ("unknown_answer", 7),
        ("not_text", 7),
    ]


def test_a_number_with_its_own_form_is_a_good_article(rulebook: Rulebook) -> None:
    text = HEAD + "obligations: [{id: 1, article: 2.10}, {id: 2, article: 4}]"
    read = dossier.parse(text, "d.yaml", rulebook)
    assert [duty.article for duty in read.obligations] == ["2.10", "4"]


def test_large_figures_are_read(rulebook: Rulebook) -> None:
    text = HEAD + 'target_groups: [{id: a, sizes: [{size_class: "1", firms: 1957735}]}]'
    group = dossier.parse(text, "d.yaml", rulebook).target_groups[0]
    assert group.sizes[0].firms is not None
    assert group.sizes[0].firms.mid == 1957735
