"""What must hold between the files of a rules folder.

These checks look at the data as it was read, so that a file with other mistakes in it is checked
for these as well, and so that one mistake is not told once for each file that refers to it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from checker.models.base import LANGUAGES
from checker.models.problem import Path as Location
from checker.models.problem import Problem
from checker.models.rule import Criterion
from checker.models.rulebook import Scoring, VerdictCode
from checker.yaml_source import Source

_ROOT_FILES = ("scoring.yaml", "sources.yaml")
_OTHER_FOLDERS = ("frameworks", "parameters", "measures", "judgements")


@dataclass(frozen=True)
class Names:
    """What rules may refer to; None where the file that says so could not be read."""

    sources: frozenset[str] | None
    framework_items: frozenset[str] | None


def names_in(sources: Source | None, frameworks: Iterable[Source | None]) -> Names:
    """Return the source ids and framework questions that the files name."""
    read = list(frameworks)
    known = [item for source in read if source for item in _items_of(source)]
    return Names(
        sources=frozenset(sources.data) if sources and isinstance(sources.data, dict) else None,
        framework_items=None if None in read else frozenset(known),
    )


def _items_of(framework: Source) -> Iterator[str]:
    items = _get(framework, "items")
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            yield f"{_get(framework, 'id')}.{item.get('id')}"


def _get(source: Source, *keys: str) -> Any:
    """Return what stands at ``keys``, or None where the file has another shape."""
    value = source.data
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def check_files(folder: Path, folders: Mapping[str, Criterion]) -> Iterator[Problem]:
    """A rule file where none is looked for is a mistake; so is a folder without rules."""
    known = (*folders, *_OTHER_FOLDERS)
    if not any(file.suffix == ".yaml" for name in folders for file in _files(folder / name)):
        allowed = ", ".join(folders)
        yield Problem(str(folder), None, None, "", "no_rules_found", {"allowed": allowed})
    for file in _files(folder):
        if _is_yaml(file) and file.name not in _ROOT_FILES:
            yield Problem(str(file), None, None, "", "misplaced_file", {})
    for below in sorted(path for path in folder.iterdir() if path.is_dir()):
        if below.name in known:
            yield from _check_below(below)
        elif not below.name.startswith(".") and any(map(_is_yaml, _files(below))):
            allowed = ", ".join(sorted(known))
            yield Problem(str(below), None, None, "", "unknown_folder", {"allowed": allowed})


def _check_below(folder: Path) -> Iterator[Problem]:
    for file in sorted(folder.rglob("*")):
        if _is_yaml(file) and (file.parent != folder or file.suffix != ".yaml"):
            yield Problem(str(file), None, None, "", "misplaced_file", {})


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if path.is_file())


def _is_yaml(file: Path) -> bool:
    return file.suffix.lower() in (".yaml", ".yml") and file.is_file()


def check_framework(source: Source, names: Names) -> Iterator[Problem]:
    """File name equals id, and the source is known."""
    own_id, cited = _get(source, "id"), _get(source, "source")
    if isinstance(own_id, str) and Path(source.file).stem != own_id:
        yield source.problem(("id",), "file_name", value=own_id)
    if isinstance(cited, str) and names.sources is not None and cited not in names.sources:
        yield source.problem(("source",), "unknown_source", value=cited)


def check_rule_file(
    source: Source, names: Names, folders: Mapping[str, Criterion]
) -> Iterator[Problem]:
    """Name and folder go with id and criterion; sources and framework questions exist."""
    file, own_id, criterion = Path(source.file), _get(source, "id"), _get(source, "criterion")
    if isinstance(own_id, str) and file.stem != own_id and not file.stem.startswith(f"{own_id}-"):
        yield source.problem(("id",), "file_name", value=own_id)
    expected = folders.get(file.parent.name)
    if criterion in list(Criterion) and expected is not None and criterion != expected:
        place = file.parent.name
        yield source.problem(("criterion",), "wrong_folder", value=criterion, allowed=place)
    references = (
        ("sources", names.sources, "unknown_source"),
        ("frameworks", names.framework_items, "unknown_framework"),
    )
    for key, known, code in references:
        cited = _get(source, key)
        for index, name in enumerate(cited if isinstance(cited, list) else ()):
            if known is not None and isinstance(name, str) and name not in known:
                yield source.problem((key, index), code, value=name)


def check_unique(rules: list[Source]) -> Iterator[Problem]:
    """No two rules have the same id, or the same title in a language."""
    paths: list[Location] = [("id",), *(("title", language) for language in LANGUAGES)]
    for path in paths:
        keys = [str(part) for part in path]
        values = {source.file: _get(source, *keys) for source in rules}
        told = [value.casefold() for value in values.values() if isinstance(value, str)]
        often = {value for value, count in Counter(told).items() if count > 1}
        code = "duplicate_id" if path == ("id",) else "duplicate_title"
        for source in rules:
            value = values[source.file]
            if isinstance(value, str) and value.casefold() in often:
                yield source.problem(path, code, value=value)


def check_scoring(source: Source, scoring: Scoring, groups: Iterable[str]) -> Iterator[Problem]:
    """Groups exist, the four verdicts go down to zero, and caps go from mild to severe."""
    known = {"text", *groups}
    for index, share in enumerate(scoring.group_shares):
        if share.group not in known:
            place: Location = ("group_shares", index, "group")
            allowed = ", ".join(sorted(known))
            yield source.problem(place, "not_allowed", value=share.group, allowed=allowed)
    bounds = [grade.from_score.value for grade in scoring.verdicts]
    codes = [grade.code for grade in scoring.verdicts]
    falling = bounds == sorted(set(bounds), reverse=True) and bounds[-1] == 0
    if not falling or codes != list(get_args(VerdictCode)):
        yield source.problem(("verdicts",), "verdict_order")
    caps = scoring.caps
    mild_to_severe = [caps.core_failed, caps.blocking_failed, caps.blocking_failed_twice]
    limits = [constant.value for constant in mild_to_severe]
    if limits != sorted(limits, reverse=True):
        yield source.problem(("caps",), "cap_order")
