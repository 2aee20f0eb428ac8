"""A mistake in what somebody wrote: what, where, and what is allowed.

A problem carries a code and values; the words are in ``checker/content`` so that it can be said
in both languages. ``from_validation`` turns pydantic's errors into ours.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

Path = tuple[str | int, ...]


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake. ``line`` and ``column`` count from 1; None where the source has no lines."""

    file: str | None
    line: int | None
    column: int | None
    path: str
    code: str
    values: Mapping[str, str] = field(default_factory=dict, compare=False, hash=False)


class BadInputError(Exception):
    """Input that cannot be used, with every problem found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep ``problems`` in the order of the file, each once."""
        self.problems = tuple(
            sorted(set(problems), key=lambda p: (p.file or "", p.line or 0, p.column or 0, p.path))
        )
        super().__init__(", ".join(f"{p.path}: {p.code}" for p in self.problems))


def path_text(path: Path) -> str:
    """Return ``obligations[2].article`` for ``("obligations", 1, "article")``: people count from 1."""
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
    "greater_than": "too_small",
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
    error: ValidationError, model: type[BaseModel]
) -> list[tuple[Path, str, dict[str, str]]]:
    """Return (path, code, values) of every mistake that pydantic found in data for ``model``."""
    return [found for detail in error.errors() for found in _convert(detail, model)]


def _convert(
    detail: ErrorDetails, model: type[BaseModel]
) -> list[tuple[Path, str, dict[str, str]]]:
    path, kind, context = detail["loc"], detail["type"], detail.get("ctx", {})
    if kind == "duplicate_id":
        return [
            ((*path, index, context["key"]), kind, {"value": name})
            for index, name in context["items"]
        ]
    values = {name: str(value) for name, value in context.items()}
    values.setdefault("value", _short(detail["input"]))
    if kind in ("extra_forbidden", "missing"):
        values["key"] = str(path[-1])
        values["allowed"] = ", ".join(_keys_at(model, path[:-1]))
        path = path if kind == "extra_forbidden" else path[:-1]
    if "expected" in values:
        values["allowed"] = values.pop("expected").replace("'", "").replace(" or ", ", ")
    for bound in ("ge", "gt", "le", "multiple_of", "max_digits"):
        if bound in values:
            values["bound"] = values[bound]
    return [(path, _OUR_CODES.get(kind, kind), values)]


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _keys_at(model: type[BaseModel], path: Path) -> list[str]:
    """Names allowed at ``path`` inside ``model``; empty where the path leads out of it."""
    current: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, int):
            continue
        info = current.model_fields.get(part) if current else None
        current = _model_in(info.annotation) if info else None
    fields = current.model_fields if current else {}
    return sorted(info.alias or name for name, info in fields.items())


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the model inside an annotation such as ``tuple[Obligation, ...] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        if found := _model_in(inner):
            return found
    return None
