"""A regulation with one thing changed: every function returns a new one and leaves the old alone.

A place is a path of field names and positions, such as ``("obligations", 1, "article")``. Lists
that hold at most one item for each size class or kind are addressed by that choice instead of by
position, such as ``("target_groups", 0, "sizes", "2-9", "firms")``; there an item comes into
being when something is filled in, and goes when nothing is left in it.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from checker.models.answer import Answer, Answers
from checker.models.facts import Fact, FactKind, facts_of
from checker.models.problem import BadInputError, Path, Problem, from_validation, path_text
from checker.models.regulation import Regulation

M = TypeVar("M", bound=BaseModel)

_ID_STEMS = {"target_groups": "doelgroep", "obligations": "verplichting"}
_MAX_ID = 64


@cache
def key_fact(model: type[BaseModel]) -> Fact | None:
    """Return the choice that tells the items of a list apart: one that must be made; or None."""
    for fact in facts_of(model):
        if fact.kind is FactKind.CHOICE and model.model_fields[fact.name].is_required():
            return fact
    return None


def value_at(root: BaseModel, path: Path) -> Any:
    """Return what stands at ``path``; an item that is not there yet counts as an empty one.

    Raises:
        IndexError: a position that the list does not have.
        AttributeError: a field that does not exist.
    """
    current: Any = root
    model: type[BaseModel] = type(root)
    for step in path:
        if isinstance(current, tuple) or (current is None and _is_key(step, model)):
            current = _item(current or (), step, model)
        else:
            model = _model_below(model, str(step)) or model
            current = getattr(current, str(step))
    return current


def with_value(regulation: Regulation, path: Path, value: Any) -> Regulation:
    """Return ``regulation`` with ``value`` at ``path``.

    Raises:
        BadInputError: the value will not do there.
    """
    try:
        return _with_value(regulation, path, value)
    except ValidationError as error:
        raise BadInputError(
            Problem(None, None, None, path_text(path), code, values)
            for _, code, values in from_validation(error, Regulation)
        ) from None


def with_answer(regulation: Regulation, holder: Path, rule: str, **parts: Any) -> Regulation:
    """Return ``regulation`` with parts of one answer changed; an answer that is empty goes.

    Args:
        regulation: what is changed.
        holder: place of what is asked about: ``()`` for the regulation, or of an obligation.
        rule: id of the rule that asks.
        parts: new ``value``, ``explanation`` or ``evidence``.

    Raises:
        BadInputError: a part will not do.
    """
    place = (*holder, "answers")
    answers: Answers = value_at(regulation, place)
    old = next((a for a in answers if a.rule == rule), Answer(rule=rule))
    fields = {name: getattr(old, name) for name in Answer.model_fields} | parts
    try:
        new = Answer.model_validate(fields)
    except ValidationError as error:
        raise BadInputError(
            Problem(None, None, None, path_text((*place, rule)), code, values)
            for _, code, values in from_validation(error, Answer)
        ) from None
    if new.evidence is not None and not new.evidence.text:
        new = new.model_copy(update={"evidence": None})
    changed = [new if a.rule == rule else a for a in answers]
    if new.rule not in {a.rule for a in answers}:
        changed.append(new)
    kept = tuple(a for a in changed if a != Answer(rule=a.rule))
    return with_value(regulation, place, kept)


def added(regulation: Regulation, path: Path) -> Regulation:
    """Return ``regulation`` with an empty item at the end of the list at ``path``."""
    items = value_at(regulation, path) or ()
    model = model_at(path)
    fields = {"id": _free_id(_ID_STEMS[str(path[-1])], items)} if "id" in model.model_fields else {}
    return with_value(regulation, path, (*items, model.model_validate(fields)))


def copied(regulation: Regulation, path: Path, index: int) -> Regulation:
    """Return ``regulation`` with a copy of one item right after it."""
    items = value_at(regulation, path)
    copy = items[index]
    if hasattr(copy, "id"):
        copy = copy.model_copy(update={"id": _free_id(copy.id, items)})
    return with_value(regulation, path, (*items[: index + 1], copy, *items[index + 1 :]))


def moved(regulation: Regulation, path: Path, index: int, to: int) -> Regulation:
    """Return ``regulation`` with one item put in another position."""
    items = list(value_at(regulation, path))
    items.insert(to, items.pop(index))
    return with_value(regulation, path, tuple(items))


def removed(regulation: Regulation, path: Path, index: int) -> Regulation:
    """Return ``regulation`` without one item, and without references to it.

    A list that may be unknown becomes unknown again with its last item: that it should be empty
    is for a person to say.
    """
    items = value_at(regulation, path)
    rest = (*items[:index], *items[index + 1 :])
    optional = rest == () and _list_fact(path).optional
    shorter = with_value(regulation, path, None if optional else rest)
    gone = getattr(items[index], "id", None)
    return shorter if gone is None else _without_references(shorter, str(path[-1]), gone)


def references_to(regulation: Regulation, name: str, item_id: str) -> tuple[Path, ...]:
    """Return the places of the lists that name ``item_id`` of the list ``name``."""
    if name == "target_groups":
        holders: Iterable[tuple[Path, tuple[str, ...]]] = (
            (("obligations", i, "target_groups"), duty.target_groups)
            for i, duty in enumerate(regulation.obligations or ())
        )
    else:
        holders = (
            (("enforcement", "sanctions", i, "obligations"), sanction.obligations)
            for i, sanction in enumerate(regulation.enforcement.sanctions or ())
        )
    return tuple(place for place, names in holders if item_id in names)


@cache
def model_at(path: Path) -> type[BaseModel]:
    """Return the model of the group, or of the items of the list, at ``path``."""
    model: type[BaseModel] = Regulation
    for step in path:
        below = _model_below(model, str(step))
        model = below or model
    return model


def _list_fact(path: Path) -> Fact:
    owner = model_at(path[:-1])
    return next(fact for fact in facts_of(owner) if fact.name == path[-1])


def _model_below(model: type[BaseModel], name: str) -> type[BaseModel] | None:
    return next((fact.model for fact in facts_of(model) if fact.name == name), None)


def _is_key(step: str | int, model: type[BaseModel]) -> bool:
    return isinstance(step, str) and step not in model.model_fields


def _item(items: tuple[Any, ...], step: str | int, model: type[BaseModel]) -> Any:
    if isinstance(step, int):
        return items[step]
    fact = key_fact(model)
    assert fact is not None, "only keyed lists are addressed by a choice"
    found = next((item for item in items if getattr(item, fact.name) == step), None)
    return found or model.model_validate({fact.name: step})


def _with_value(root: M, path: Path, value: Any) -> M:
    name, rest = str(path[0]), path[1:]
    current = getattr(root, name)
    model = _model_below(type(root), name)
    if not rest:
        new = value
    elif model is not None and (isinstance(current, tuple) or _is_key(rest[0], model)):
        new = _with_item(current or (), rest, value, model)
    else:
        new = _with_value(current, rest, value)
    fields = {field: getattr(root, field) for field in type(root).model_fields}
    return type(root).model_validate(fields | {name: new})


def _with_item(
    items: tuple[Any, ...], path: Path, value: Any, model: type[BaseModel]
) -> tuple[Any, ...]:
    item = _item(items, path[0], model)
    new = value if len(path) == 1 else _with_value(item, path[1:], value)
    if isinstance(path[0], int):
        return tuple(new if i == path[0] else old for i, old in enumerate(items))
    fact = key_fact(model)
    assert fact is not None
    assert fact.choices is not None
    by_key = {getattr(old, fact.name): old for old in items} | {fact.choices(path[0]): new}
    empty = {key: model.model_validate({fact.name: key}) for key in by_key}
    order: list[StrEnum] = list(fact.choices)
    return tuple(by_key[key] for key in order if key in by_key and by_key[key] != empty[key])


def _free_id(wanted: str, items: Iterable[Any]) -> str:
    """Return ``wanted`` with the first free number behind it."""
    taken = {item.id for item in items}
    stem = re.sub(r"-\d+$", "", wanted)[: _MAX_ID - 5]
    number = 1 if wanted in _ID_STEMS.values() else 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def _without_references(regulation: Regulation, name: str, gone: str) -> Regulation:
    for place in references_to(regulation, name, gone):
        kept = tuple(other for other in value_at(regulation, place) if other != gone)
        regulation = with_value(regulation, place, kept)
    return regulation
