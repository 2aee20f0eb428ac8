"""A mistake in what somebody wrote: what, where, and what is allowed.

A problem carries a code and values; the words are in ``checker/content`` so that it can be said
in both languages. ``from_validation`` turns pydantic's errors into ours.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Problem:
    """One mistake. ``line`` and ``column`` count from 1; None where the source has no lines."""

    file: str | None
    line: int | None
    column: int | None
    path: str
    code: str
    values: Mapping[str, str] = field(default_factory=dict, hash=False)


class BadInputError(Exception):
    """Input that cannot be used, with every problem found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep ``problems`` in the order of the file, each once."""
        told: list[Problem] = []
        for problem in sorted(problems, key=_position):
            if problem not in told[-_ALIKE:]:
                told.append(problem)
        self.problems = tuple(told)
        super().__init__(", ".join(f"{p.path}: {p.code}" for p in self.problems))


_ALIKE = 20
"""How far back to look for the same problem; those of one place stand together."""


_CELL = re.compile(r"(^|!)([A-Z]{1,3})(\d+)$")


def _position(problem: Problem) -> tuple[str, int, int, list[str | int]]:
    """Return what orders problems as a reader meets them: row 2 before row 10, B2 before A3."""
    by_row = _CELL.sub(lambda cell: f"{cell[1]} {cell[3]} {cell[2]:>3}", problem.path)
    path = [int(part) if part.isdecimal() else part for part in re.split(r"(\d{1,9})", by_row)]
    return problem.file or "", problem.line or 0, problem.column or 0, path


def path_text(path: Path) -> str:
    """Return ``obligations[2].article`` for ("obligations", 1, "article"): people count from 1."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


_OUR_CODES = {
    "extra_forbidden": "unknown_key",
    "missing": "missing_key",
    "enum": "not_allowed",
    "literal_error": "not_allowed",
    "union_tag_invalid": "not_allowed",
    "union_tag_not_found": "missing_key",
    "string_type": "not_text",
    "string_pattern_mismatch": "bad_form",
    "string_too_short": "empty",
    "too_short": "empty",
    "string_too_long": "too_long",
    "bool_type": "not_true_or_false",
    "greater_than_equal": "too_small",
    "greater_than": "not_above",
    "less_than_equal": "too_large",
    "multiple_of": "not_whole",
    "int_type": "not_a_number",
    "int_from_float": "not_whole",
    "decimal_max_digits": "too_many_digits",
    "decimal_max_places": "too_many_digits",
    "decimal_whole_digits": "too_many_digits",
    "tuple_type": "not_a_list",
    "list_type": "not_a_list",
    "model_type": "not_a_group",
    "model_attributes_type": "not_a_group",
    "dict_type": "not_a_group",
}


def from_validation(
    error: ValidationError, model: type[BaseModel], data: Any = None
) -> list[tuple[Path, str, dict[str, str]]]:
    """Return (path, code, values) of every mistake that pydantic found in ``data``."""
    details = error.errors()
    found = [detail for detail in details if not _follows_from(detail, details)]
    return [each for detail in found for each in _convert(detail, model, data)]


def _follows_from(detail: ErrorDetails, others: list[ErrorDetails]) -> bool:
    """A list is too short only because an item in it is wrong: that is one mistake."""
    place = detail["loc"]
    return detail["type"] == "too_short" and any(
        len(other["loc"]) > len(place) and other["loc"][: len(place)] == place for other in others
    )


def _convert(
    detail: ErrorDetails, model: type[BaseModel], data: Any
) -> list[tuple[Path, str, dict[str, str]]]:
    path, around = _in_file(detail["loc"], model, data)
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "duplicate_id":
        return [
            ((*path, index, context["key"]), kind, {"value": name})
            for index, name in context["items"]
        ]
    values = {name: str(value) for name, value in context.items()}
    values.setdefault("value", _short(detail["input"]))
    if kind in ("extra_forbidden", "missing"):
        values["key"] = str(path[-1])
        values["allowed"] = ", ".join(sorted(_fields(around)))
        if kind == "extra_forbidden" and _is_behind_a_comma(str(path[-1]), detail["input"]):
            return [(path, "comma_in_group", values)]
        path = path if kind == "extra_forbidden" else path[:-1]
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        values["key"] = values["discriminator"].strip("'")
        values["value"] = values.get("tag", "")
        path = (*path, values["key"]) if kind == "union_tag_invalid" else path
    if expected := values.get("expected_tags", values.get("expected")):
        values["allowed"] = expected.replace("'", "").replace(" or ", ", ")
    for bound in ("ge", "gt", "le", "multiple_of", "max_digits"):
        if bound in values:
            values["bound"] = values[bound]
    return [(path, _OUR_CODES.get(kind, kind), values)]


def _is_behind_a_comma(key: str, value: Any) -> bool:
    """Whether a key is what stands behind the comma in ``{minutes: 2,5}``."""
    return value is None and key.isdecimal()


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _fields(model: type[BaseModel] | None) -> dict[str, FieldInfo]:
    """Return the fields of ``model`` by the name they have in a file."""
    fields = model.model_fields if model else {}
    return {info.alias or name: info for name, info in fields.items()}


def _in_file(
    location: Path, model: type[BaseModel], data: Any
) -> tuple[Path, type[BaseModel] | None]:
    """Return pydantic's location as a path in the file, and the model around its last part.

    Where a model is told apart by a tag, pydantic puts that tag into the location; a file has
    no such level. Where a file has a mapping that became a list, a position is its key.
    """
    path: list[str | int] = []
    around: type[BaseModel] | None = model
    inside: type[BaseModel] | None = model
    tagged: dict[str, type[BaseModel]] = {}
    for part in location:
        if tagged:
            inside, tagged = tagged.get(str(part)), {}
            continue
        key, data = _step(data, part)
        path.append(key)
        if isinstance(part, int):
            continue
        around = inside
        info = _fields(inside).get(part)
        inside = _model_in(info.annotation) if info else None
        tagged = _tagged(info) if info else {}
    return tuple(path), around


def _step(data: Any, part: str | int) -> tuple[str | int, Any]:
    """Return what the file calls ``part`` of ``data``, and what stands there."""
    if isinstance(data, dict):
        names = list(data)
        key = names[part] if isinstance(part, int) and part < len(names) else part
        return key, data.get(key)
    if isinstance(data, list) and isinstance(part, int) and part < len(data):
        return part, data[part]
    return part, None


def _tagged(info: FieldInfo) -> dict[str, type[BaseModel]]:
    """Return the models of a field that a tag tells apart, by tag."""
    if not isinstance(info.discriminator, str):
        return {}
    return {
        get_args(member.model_fields[info.discriminator].annotation)[0]: member
        for member in get_args(info.annotation)
    }


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the model inside an annotation such as ``tuple[Obligation, ...] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in get_args(annotation):
        if found := _model_in(inner):
            return found
    return None
