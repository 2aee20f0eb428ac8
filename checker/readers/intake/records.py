"""A row of the form, or all its single questions, as a part of a dossier."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from checker.models.problem import Path, Problem
from checker.readers.intake.form import OWN_CODE, PARENT, Field
from checker.readers.intake.grid import FormSheet, Line
from checker.readers.intake.values import Reader, UnreadableError

_CODES = (PARENT, OWN_CODE)


@dataclass
class Record:
    """Facts with the cells they come from, and what went wrong."""

    facts: dict[str, Any] = field(default_factory=dict)
    cells: dict[Path, str] = field(default_factory=dict)
    file: str | None = None
    codes: dict[str, str] = field(default_factory=dict)
    """What ties rows together and stands in no dossier, by key."""
    problems: list[Problem] = field(default_factory=list)


Asked = tuple[Field, FormSheet, Line]
"""A field with the place where its answer stands or would stand."""


def record_of(asked: Iterable[Asked], reader: Reader) -> Record:
    """Return what the answers to ``asked`` say together."""
    record = Record()
    ranges: dict[Path, dict[str, Any]] = {}
    members: dict[Path, list[str]] = {}
    for what, sheet, line in asked:
        record.file, address = sheet.sheet.file, sheet.address(line, what.key)
        place = (*what.steps, what.part) if what.part else what.steps
        record.cells[place] = address
        cell = line.cells.get(what.key)
        if cell is None:
            continue
        try:
            value = reader.value(what, cell)
        except UnreadableError as error:
            record.problems.append(sheet.problem(line, what.key, error.code, **error.values))
            continue
        if what.key in _CODES:
            record.codes[what.key] = value
        elif what.part:
            ranges.setdefault(what.steps, {})[what.part] = value
        elif what.member:
            members.setdefault(what.steps, []).extend([what.member] * bool(value))
        else:
            put(record.facts, what.steps, value)
    for steps, chosen in members.items():
        put(record.facts, steps, chosen)
    for steps, parts in ranges.items():
        _put_range(record, steps, parts)
    return record


def _put_range(record: Record, steps: Path, parts: dict[str, Any]) -> None:
    """Put a figure in its place; without a middle its range and source are about nothing."""
    # Somebody may have removed the place of the middle.
    places = [(*steps, part) for part in ("mid", *parts)]
    middle = next(record.cells[place] for place in places if place in record.cells)
    record.cells[steps] = middle
    for part in ("low", "high"):
        if part not in parts:  # then it is the middle, and so is what is wrong with it
            record.cells[(*steps, part)] = middle
    if "mid" in parts:
        put(record.facts, steps, parts["mid"] if parts.keys() == {"mid"} else parts)
    elif middle not in {problem.path for problem in record.problems}:
        record.problems.append(Problem(record.file, None, None, middle, "form_no_figure", {}))


def put(facts: dict[str, Any], steps: Path, value: Any) -> None:
    """Put ``value`` into nested groups, which come into being on the way."""
    for step in steps[:-1]:
        facts = facts.setdefault(str(step), {})
    facts[str(steps[-1])] = value


def on_row(fields: Iterable[Field], sheet: FormSheet, line: Line) -> Iterator[Asked]:
    """Yield the fields that are columns of one row."""
    for each in fields:
        yield each, sheet, line


def below(path: Path, cells: Mapping[Path, str]) -> dict[Path, str]:
    """Return places of a record as places below ``path``."""
    return {(*path, *place): address for place, address in cells.items()}
