"""Every field, choice and figure of the model has its words, and no words are left over."""

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

import pytest
from pydantic import BaseModel

from checker import models
from checker.checks.question import STANDARD_ANSWERS
from checker.content import texts
from checker.content.fields import key_of
from checker.models.answer import DONT_KNOW, NOT_APPLICABLE, Answer
from checker.models.assessment import CapKind, VerdictReasonCode
from checker.models.base import LANGUAGES, Language
from checker.models.context import NeedKind
from checker.models.cost import InputKind, Need, RemarkCode
from checker.models.estimate import Estimate
from checker.models.facts import FactKind, facts_of
from checker.models.figure import FigureId
from checker.models.finding import Reason
from checker.models.legal_text import BlockKind, ProvisionKind
from checker.models.observation import ObservationKind
from checker.models.regulation import Regulation
from checker.models.text_facts import ReferenceTarget
from checker.models.verification import HintCode, Role, Scale, Status, Subject, Way

FIELD_PARTS = {"label", "help", "example"}
FIGURE_PARTS = {"label", "meaning"}
INTERNAL = {BlockKind, FactKind, NeedKind, ObservationKind, ProvisionKind, ReferenceTarget, Scale}
"""Nobody sees these."""
ELSEWHERE: dict[type[StrEnum], str] = {
    FigureId: "figures/{}/label",
    Reason: "results/reason/{}",
    CapKind: "results/cap/{}",
    VerdictReasonCode: "results/verdict_reason/{}",
    Need: "burden/gap/{}",
    InputKind: "burden/input/{}",
    RemarkCode: "burden/remark/{}",
    Role: "verify/role/{}",
    Status: "verify/status/{}",
    Way: "verify/way/{}",
    Subject: "verify/rounding/{}",
    HintCode: "verify/hint/{}",
}
"""Enumerations that have more to say than one word."""
ANSWERS = {*STANDARD_ANSWERS, DONT_KNOW, NOT_APPLICABLE}
FLAGS = {"true", "false", "unknown"}


def paths_of(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    """Every field below ``model``: groups and lists, and what is in them."""
    for fact in facts_of(model):
        yield f"{prefix}{fact.name}"
        if fact.model is not None:
            yield from paths_of(fact.model, f"{prefix}{fact.name}.")


def enumerations() -> Iterator[type[StrEnum]]:
    """Every StrEnum that a module of ``checker.models`` defines."""
    for info in pkgutil.iter_modules(models.__path__, f"{models.__name__}."):
        module = importlib.import_module(info.name)
        classes = (value for value in vars(module).values() if isinstance(value, type))
        for found in classes:
            if issubclass(found, StrEnum) and found.__module__ == info.name:
                yield found


# The rule of an answer is chosen by answering its question; the version is written by the program.
FIELDS = sorted(
    {
        *map(key_of, paths_of(Regulation)),
        *paths_of(Estimate, "estimate."),
        *paths_of(Answer, "answer."),
    }
    - {"schema_version", "answer.rule"}
)
ENUMERATIONS = sorted(set(enumerations()) - INTERNAL, key=lambda found: found.__name__)
CHOICES = {
    "Answer": ANSWERS,
    "Flag": FLAGS,
    **{found.__name__: set(found) for found in ENUMERATIONS if found not in ELSEWHERE},
}


def parts_of(language: Language, file: str) -> dict[str, dict[str, str]]:
    """The texts of one content file: by first key, then by second."""
    found: dict[str, dict[str, str]] = {}
    for key, text in texts(language).items():
        name, _, rest = key.partition("/")
        if name == file:
            first, _, second = rest.partition("/")
            found.setdefault(first, {})[second] = text
    return found


both_languages = pytest.mark.parametrize("language", LANGUAGES)


def test_the_walk_reaches_groups_lists_and_lists_in_lists() -> None:
    assert {
        "identity.parent_act.title",
        "target_groups.sizes.firms",
        "obligations.activities.overrides.minutes",
        "answer.evidence.quote",
        "estimate.mid",
    } <= set(FIELDS)


@both_languages
@pytest.mark.parametrize("path", FIELDS)
def test_every_field_has_a_label_and_help(path: str, language: Language) -> None:
    parts = parts_of(language, "fields").get(path, {})

    assert {"label", "help"} <= parts.keys() <= FIELD_PARTS
    assert len(parts["label"]) <= 60
    assert parts["help"].endswith(".")


@both_languages
def test_no_text_is_left_of_a_field_that_is_gone(language: Language) -> None:
    assert set(parts_of(language, "fields")) - set(FIELDS) == set()


@both_languages
def test_a_label_names_one_field_only(language: Language) -> None:
    """A message that names a field by its label must not leave two possible."""
    labels = Counter(
        parts["label"]
        for path, parts in parts_of(language, "fields").items()
        if ".overrides." not in path
    )

    assert [label for label, times in labels.items() if times > 1] == []


def test_an_exception_by_size_class_is_called_as_what_it_replaces() -> None:
    for language in LANGUAGES:
        fields = parts_of(language, "fields")
        replaced = {
            path: path.replace(".overrides", "") for path in fields if ".overrides." in path
        }
        different = [
            path
            for path, plain in replaced.items()
            if plain in fields and fields[path]["label"] != fields[plain]["label"]
        ]

        assert different == []


def test_an_example_stands_in_both_languages() -> None:
    with_example = [
        {path for path, parts in parts_of(language, "fields").items() if "example" in parts}
        for language in LANGUAGES
    ]

    assert with_example[0] == with_example[1]


@both_languages
@pytest.mark.parametrize("name", sorted(CHOICES))
def test_every_choice_has_a_word_of_its_own(name: str, language: Language) -> None:
    words = parts_of(language, "choices").get(name, {})

    assert words.keys() == CHOICES[name]
    assert len(set(words.values())) == len(words)


@both_languages
def test_no_words_are_left_of_an_enumeration_that_is_gone(language: Language) -> None:
    assert set(parts_of(language, "choices")) - set(CHOICES) == set()


@both_languages
@pytest.mark.parametrize("found", list(ELSEWHERE))
def test_what_needs_more_than_a_word_has_its_text(found: type[StrEnum], language: Language) -> None:
    lacking = [m for m in found if ELSEWHERE[found].format(m) not in texts(language)]

    assert lacking == []


@both_languages
@pytest.mark.parametrize("figure", list(FigureId))
def test_every_figure_has_a_label_and_a_meaning(figure: FigureId, language: Language) -> None:
    parts = parts_of(language, "figures").get(figure, {})

    assert parts.keys() == FIGURE_PARTS
    assert parts["meaning"].endswith(".")


@both_languages
def test_no_text_is_left_of_a_figure_that_is_gone(language: Language) -> None:
    assert set(parts_of(language, "figures")) - set(FigureId) == set()


@both_languages
@pytest.mark.parametrize("file", ["fields", "choices", "figures"])
def test_these_texts_take_no_values(file: str, language: Language) -> None:
    """They are shown as they are; a brace would be a placeholder that nobody fills."""
    with_brace = [
        (name, part)
        for name, parts in parts_of(language, file).items()
        for part, text in parts.items()
        if "{" in text or "}" in text
    ]

    assert with_brace == []
