"""The files of ``rules/parameters/`` as :class:`Parameters`, and what must hold between them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, RootModel

from checker.models.base import refuse_duplicates
from checker.models.obligation import PurchaseKind
from checker.models.parameters import (
    CostKind,
    FineCategories,
    FirmNumbers,
    General,
    Parameters,
    Persona,
    StandardActivity,
    Tariffs,
)
from checker.models.problem import Path as Location
from checker.models.problem import Problem
from checker.yaml_source import Source

FOLDER = "parameters"


def _unique(values: tuple[Any, ...]) -> tuple[Any, ...]:
    return refuse_duplicates(values, "id")


class _ListFile(RootModel[tuple[Any, ...]]):
    model_config = ConfigDict(frozen=True)


class ActivitiesFile(_ListFile):
    """``activities.yaml``: standard activities."""

    root: Annotated[tuple[StandardActivity, ...], AfterValidator(_unique)]


class FirmsFile(_ListFile):
    """``firms.yaml``: numbers of firms."""

    root: Annotated[tuple[FirmNumbers, ...], AfterValidator(_unique)]


class CostKindsFile(_ListFile):
    """``cost_kinds.yaml``: what is and what is not regeldrukkosten."""

    root: Annotated[tuple[CostKind, ...], Field(min_length=1), AfterValidator(_unique)]


class PersonasFile(_ListFile):
    """``personas.yaml``: made-up firms."""

    root: Annotated[tuple[Persona, ...], AfterValidator(_unique)]


class FineCategoriesFile(_ListFile):
    """``fine_categories.yaml``: amounts of the fine categories of the Criminal Code."""

    root: tuple[FineCategories, ...]


FILES: dict[str, type[BaseModel]] = {
    "general": General,
    "tariffs": Tariffs,
    "activities": ActivitiesFile,
    "firms": FirmsFile,
    "cost_kinds": CostKindsFile,
    "personas": PersonasFile,
    "fine_categories": FineCategoriesFile,
}
"""The files of the folder, each with what it holds."""


@dataclass(frozen=True)
class ParameterFiles:
    """The folder as far as it could be read."""

    parameters: Parameters | None
    sources: tuple[Source, ...]


def read(
    folder: Path, read_file: Callable[[Path, type[BaseModel]], tuple[Source | None, Any]]
) -> ParameterFiles:
    """Read every file of the folder with ``read_file``, which keeps the mistakes."""
    found: dict[str, Any] = {}
    sources: list[Source] = []
    for name, model in FILES.items():
        source, value = read_file(folder / f"{name}.yaml", model)
        if source is not None:
            sources.append(source)
        if value is not None:
            found[name] = value.root if isinstance(value, RootModel) else value
    complete = found.keys() == FILES.keys()
    return ParameterFiles(Parameters(**found) if complete else None, tuple(sources))


def check(files: ParameterFiles, known_sources: frozenset[str] | None) -> Iterator[Problem]:
    """Every source cited exists, and every kind of cost has an entry."""
    for source in files.sources:
        for place, cited in _cited(source.data, ()):
            if known_sources is not None and cited not in known_sources:
                yield source.problem(place, "unknown_source", value=cited)
        if Path(source.file).stem == "cost_kinds" and files.parameters is not None:
            told = {entry.id for entry in files.parameters.cost_kinds}
            lacking = [kind.value for kind in PurchaseKind if kind not in told]
            if lacking:
                yield source.problem((), "cost_kinds_missing", value=", ".join(lacking))


def check_names(folder: Path) -> Iterator[Problem]:
    """A file that no part of the program reads is a mistake."""
    for file in sorted(folder.glob("*.yaml")):
        if file.stem not in FILES:
            allowed = ", ".join(f"{name}.yaml" for name in FILES)
            yield Problem(str(file), None, None, "", "unknown_parameter_file", {"allowed": allowed})


def _cited(value: Any, place: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, dict):
        for key, below in value.items():
            if key == "source" and isinstance(below, str):
                yield (*place, key), below
            else:
                yield from _cited(below, (*place, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _cited(below, (*place, index))
