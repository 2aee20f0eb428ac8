"""From the files of a rules folder to a Rulebook; every mistake of the folder at once."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, RootModel

from checker import yaml_source
from checker.checks import AnyCheck
from checker.models.base import Slug
from checker.models.problem import BadInputError, Problem
from checker.models.rule import Criterion, Rule
from checker.models.rulebook import Framework, Rulebook, Scoring, SourceEntry
from checker.rulebook import lint
from checker.rulebook.examples import Judge, mismatches
from checker.yaml_source import Source

FOLDERS = {
    "duidelijkheid": Criterion.CLARITY,
    "handhaafbaarheid": Criterion.ENFORCEABILITY,
    "eu_aansluiting": Criterion.EU_ALIGNMENT,
    "lasten_klein": Criterion.SMALL_FIRM_BURDEN,
}
"""The folders of ``rules/`` that hold rules, one criterion each."""

T = TypeVar("T", bound=BaseModel)


class RuleFile(Rule):
    """A rule as a file holds it: its check is one of the known kinds."""

    check: AnyCheck


class SourcesFile(RootModel[dict[Slug, SourceEntry]]):
    """``sources.yaml``: source id to source."""

    model_config = ConfigDict(frozen=True)
    root: Annotated[dict[Slug, SourceEntry], Field(min_length=1)]


def load(folder: Path, judge: Judge | None = None) -> Rulebook:
    """Read and check a rules folder.

    Args:
        folder: holds ``scoring.yaml``, ``sources.yaml``, ``frameworks/`` and a folder of rules
            for each criterion.
        judge: where given, the examples inside the rules are run with it as well.

    Returns:
        The rulebook; rules in the order of criterion and id.

    Raises:
        BadInputError: every mistake in every file, with file, line and column.
    """
    if not folder.is_dir():
        raise BadInputError([Problem(str(folder), None, None, "", "no_rules_folder", {})])
    problems: list[Problem] = []

    def attempt(file: Path, model: type[T]) -> tuple[Source, T] | None:
        try:
            source = yaml_source.read(file)
            return source, source.validate(model)
        except BadInputError as error:
            problems.extend(error.problems)
            return None

    scoring = attempt(folder / "scoring.yaml", Scoring)
    sources = attempt(folder / "sources.yaml", SourcesFile)
    frameworks = _read_all(sorted((folder / "frameworks").glob("*.yaml")), Framework, attempt)
    rules: list[tuple[Source, RuleFile]] = []
    for name in FOLDERS:
        rules += _read_all(sorted((folder / name).glob("*.yaml")), RuleFile, attempt)
    problems += lint.check_frameworks(frameworks, sources[1].root if sources else None)
    problems += lint.check_rules(
        rules,
        sources[1].root if sources else None,
        [framework for _, framework in frameworks],
        FOLDERS,
    )
    problems += lint.check_folder(folder, FOLDERS, found_rules=bool(rules) or bool(problems))
    if scoring:
        problems += lint.check_scoring(*scoring, [framework for _, framework in frameworks])
    if problems or scoring is None or sources is None:
        raise BadInputError(problems)
    if judge is not None and (differing := list(_differing_examples(rules, judge))):
        raise BadInputError(differing)
    return _assemble(
        [rule for _, rule in rules], [f for _, f in frameworks], scoring[1], sources[1]
    )


def _differing_examples(rules: list[tuple[Source, RuleFile]], judge: Judge) -> Iterator[Problem]:
    for source, rule in rules:
        for found in mismatches(rule, judge):
            place = ("examples", found.index)
            yield source.problem(
                place, "example_differs", value=found.found, allowed=found.expected
            )


def _read_all(
    files: list[Path],
    model: type[T],
    attempt: Callable[[Path, type[T]], tuple[Source, T] | None],
) -> list[tuple[Source, T]]:
    return [found for file in files if (found := attempt(file, model)) is not None]


def _assemble(
    rules: list[RuleFile], frameworks: list[Framework], scoring: Scoring, sources: SourcesFile
) -> Rulebook:
    order = list(FOLDERS.values())
    rules.sort(key=lambda rule: (order.index(rule.criterion), rule.id))
    parts: list[BaseModel] = [*rules, *frameworks, scoring, sources]
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.model_dump_json(by_alias=True).encode())
    return Rulebook(
        rules=tuple(rules),
        frameworks=tuple(frameworks),
        scoring=scoring,
        sources=sources.root,
        content_hash=digest.hexdigest(),
    )
