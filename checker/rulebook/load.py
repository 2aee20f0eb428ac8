"""From the files of a rules folder to a Rulebook; every mistake of the folder at once."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, RootModel

from checker import yaml_source
from checker.checks import AnyCheck
from checker.models.base import Slug
from checker.models.parameters import Parameters
from checker.models.problem import BadInputError, Problem
from checker.models.rule import Criterion, Rule
from checker.models.rulebook import Framework, Rulebook, Scoring, SourceEntry
from checker.rulebook import folder_lint, parameter_files, rule_lint
from checker.rulebook.examples import Judge, mismatches
from checker.rulebook.locate import OWN_RULES
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
        folder: holds ``scoring.yaml``, ``sources.yaml``, ``frameworks/``, ``parameters/`` and a
            folder of rules for each criterion.
        judge: where given, the examples inside the rules are run with it as well.

    Returns:
        The rulebook; rules in the order of criterion and id.

    Raises:
        BadInputError: every mistake in every file, with file, line and column.
    """
    if not folder.is_dir():
        raise BadInputError([Problem(str(folder), None, None, "", "no_rules_folder", {})])
    reader = _Reader()
    scoring = reader.read(folder / "scoring.yaml", Scoring)
    sources = reader.read(folder / "sources.yaml", SourcesFile)
    frameworks = reader.read_all(folder / "frameworks", Framework)
    parameters = _read_parameters(folder, reader)
    rules = [read for name in FOLDERS for read in reader.read_all(folder / name, RuleFile)]
    names = folder_lint.names_in(sources.source, [read.source for read in frameworks])
    problems = [*reader.problems, *folder_lint.check_files(folder, FOLDERS)]
    problems += _between_files(scoring, frameworks, rules, names)
    problems += parameter_files.check_names(folder / parameter_files.FOLDER)
    if has_own_parameters(folder):
        problems += parameter_files.check(parameters, names.sources)
    if parameters.parameters is not None:
        told = {problem.file for problem in problems}
        problems += _inside_rules(rules, judge, parameters.parameters, told)
    if problems or not (scoring.model and sources.model and parameters.parameters):
        raise BadInputError(problems)
    return _assemble(
        [read.model for read in rules if read.model],
        [read.model for read in frameworks if read.model],
        scoring.model,
        SourcesFile(_lent_sources(folder) | sources.model.root),
        parameters.parameters,
    )


def has_own_parameters(folder: Path) -> bool:
    """Whether a rules folder has parameters of its own; where not, those of this tool count."""
    return (folder / parameter_files.FOLDER).is_dir()


def _read_parameters(folder: Path, reader: "_Reader") -> parameter_files.ParameterFiles:
    def read_file(file: Path, model: type[BaseModel]) -> tuple[Source | None, BaseModel | None]:
        read = reader.read(file, model)
        return read.source, read.model

    home = folder if has_own_parameters(folder) else OWN_RULES
    return parameter_files.read(home / parameter_files.FOLDER, read_file)


def _lent_sources(folder: Path) -> dict[str, SourceEntry]:
    """Return the sources that come along with parameters of this tool."""
    if has_own_parameters(folder):
        return {}
    return yaml_source.read(OWN_RULES / "sources.yaml").validate(SourcesFile).root


@dataclass(frozen=True)
class _Read(Generic[T]):
    """A file as far as it could be read: its data, and the model where it makes one."""

    source: Source | None
    model: T | None


class _Reader:
    """Reads files and gathers what is wrong with them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def read(self, file: Path, model: type[T]) -> _Read[T]:
        """Read one file."""
        source: Source | None = None
        try:
            source = yaml_source.read(file)
            return _Read(source, source.validate(model))
        except BadInputError as error:
            self.problems.extend(error.problems)
            return _Read(source, None)

    def read_all(self, folder: Path, model: type[T]) -> list[_Read[T]]:
        """Read every file of a folder, in the order of their names."""
        files = sorted(file for file in folder.glob("*.yaml") if file.is_file())
        return [self.read(file, model) for file in files]


def _between_files(
    scoring: _Read[Scoring],
    frameworks: list[_Read[Framework]],
    rules: list[_Read[RuleFile]],
    names: folder_lint.Names,
) -> Iterator[Problem]:
    for framework in frameworks:
        if framework.source:
            yield from folder_lint.check_framework(framework.source, names)
    readable = [read.source for read in rules if read.source]
    for source in readable:
        yield from folder_lint.check_rule_file(source, names, FOLDERS)
    yield from folder_lint.check_unique(readable)
    if scoring.source and scoring.model:
        groups = [Path(read.source.file).stem for read in frameworks if read.source]
        yield from folder_lint.check_scoring(scoring.source, scoring.model, groups)


def _inside_rules(
    rules: list[_Read[RuleFile]],
    judge: Judge | None,
    parameters: Parameters,
    with_problems: set[str | None],
) -> Iterator[Problem]:
    """Check each rule that could be made; run its examples only where nothing else is wrong."""
    known: dict[str, RuleFile | None] = {
        str(read.source.data.get("id")): read.model
        for read in rules
        if read.source and isinstance(read.source.data, dict)
    }
    for read in rules:
        if read.source is None or read.model is None:
            continue
        found = list(rule_lint.check_rule(read.source, read.model, known))
        yield from found
        if judge is not None and not found and read.source.file not in with_problems:
            yield from _differing_examples(read.source, read.model, judge, parameters)


def _differing_examples(
    source: Source, rule: RuleFile, judge: Judge, parameters: Parameters
) -> Iterator[Problem]:
    for found in mismatches(rule, judge, parameters):
        place = ("examples", found.index)
        yield source.problem(place, "example_differs", value=found.found, allowed=found.expected)


def _assemble(
    rules: list[RuleFile],
    frameworks: list[Framework],
    scoring: Scoring,
    sources: SourcesFile,
    parameters: Parameters,
) -> Rulebook:
    order = list(FOLDERS.values())
    rules.sort(key=lambda rule: (order.index(rule.criterion), rule.id))
    parts: list[BaseModel] = [*rules, *frameworks, scoring, sources, parameters]
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.model_dump_json(by_alias=True).encode())
    return Rulebook(
        rules=tuple(rules),
        frameworks=tuple(frameworks),
        scoring=scoring,
        sources=sources.root,
        parameters=parameters,
        content_hash=digest.hexdigest(),
    )
