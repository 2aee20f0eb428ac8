"""Facts: the fields of a Regulation by dotted path, as rules, forms and messages name them.

``identity.title`` is one value; ``eu.provisions.relation`` passes through a list and is many.
The catalogue is read from the models, so a rule that names a fact that does not exist is found
when the rules are loaded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from checker.models.answer import Answer, Evidence
from checker.models.estimate import Estimate
from checker.models.regulation import Regulation


class FactKind(StrEnum):
    """What a fact holds."""

    TEXT = "text"
    NUMBER = "number"
    ESTIMATE = "estimate"
    DATE = "date"
    FLAG = "flag"
    CHOICE = "choice"
    CHOICES = "choices"
    LABELS = "labels"
    GROUP = "group"
    ITEMS = "items"
    ANSWERS = "answers"


@dataclass(frozen=True)
class Fact:
    """One field: its path, kind, whether unknown is possible, and what it may be."""

    path: str
    kind: FactKind
    many: bool = False
    """Whether the path passes through a list."""
    optional: bool = False
    """Whether None, not filled in, is a value."""
    choices: type[StrEnum] | None = None
    model: type[BaseModel] | None = None
    """The model of a group or of the items of a list."""

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition(".")[2]


_PLAIN = {Decimal: FactKind.NUMBER, int: FactKind.NUMBER, bool: FactKind.FLAG,
          date: FactKind.DATE, str: FactKind.TEXT}  # fmt: skip


@cache
def facts_of(model: type[BaseModel]) -> tuple[Fact, ...]:
    """Return the direct fields of ``model`` as facts, with paths relative to it."""
    return tuple(_describe(name, info.annotation) for name, info in model.model_fields.items())


def _describe(name: str, annotation: Any) -> Fact:
    kind, optional = _strip(annotation)
    if get_origin(kind) is tuple:
        return _describe_list(name, _strip(get_args(kind)[0])[0], optional)
    if kind in _PLAIN:
        return Fact(name, _PLAIN[kind], optional=optional)
    if issubclass(kind, StrEnum):
        return Fact(name, FactKind.CHOICE, optional=optional, choices=kind)
    if kind is Estimate:
        return Fact(name, FactKind.ESTIMATE, optional=optional)
    return Fact(name, FactKind.GROUP, optional=optional, model=kind)


def _describe_list(name: str, item: Any, optional: bool) -> Fact:
    if item is Answer:
        return Fact(name, FactKind.ANSWERS, optional=optional)
    if item is str:
        return Fact(name, FactKind.LABELS, optional=optional)
    if issubclass(item, StrEnum):
        return Fact(name, FactKind.CHOICES, optional=optional, choices=item)
    return Fact(name, FactKind.ITEMS, optional=optional, model=item)


def _strip(annotation: Any) -> tuple[Any, bool]:
    """Return the type without Annotated and without ``| None``, and whether None was allowed."""
    if get_origin(annotation) is Annotated:
        return _strip(get_args(annotation)[0])
    arguments = get_args(annotation)
    if NoneType in arguments:
        (inner,) = (a for a in arguments if a is not NoneType)
        return _strip(inner)[0], True
    return annotation, False


@cache
def find_fact(path: str, model: type[BaseModel] = Regulation) -> Fact | None:
    """Return the fact at ``path`` below ``model``, or None where there is no such field."""
    name, _, rest = path.partition(".")
    fact = next((fact for fact in facts_of(model) if fact.name == name), None)
    if fact is None or not rest:
        return fact
    if fact.model is None or fact.model is Evidence:
        return None
    below = find_fact(rest, fact.model)
    if below is None:
        return None
    through_list = below.many or fact.kind is FactKind.ITEMS
    return Fact(path, below.kind, through_list, below.optional, below.choices, below.model)


def values_at(root: BaseModel, path: str) -> tuple[Any, ...] | None:
    """Return the known values at ``path``; None where the fact, or a list it is in, is unknown.

    A single known value comes as a tuple of one. A list that is known to be empty gives an empty
    tuple. In a list, items that leave the field open are passed over unless all do; see
    :func:`known_throughout`.

    Raises:
        AttributeError: ``path`` is no field; rules are checked for that when they are loaded.
    """
    name, _, rest = path.partition(".")
    value = getattr(root, name)
    if value is None:
        return None
    if not rest:
        return value if isinstance(value, tuple) else (value,)
    if not isinstance(value, tuple):
        return values_at(value, rest)
    found = [below for item in value if (below := values_at(item, rest)) is not None]
    if value and not found:
        return None
    return tuple(v for below in found for v in below)


def known_throughout(root: BaseModel, path: str) -> bool:
    """Whether every item on the way to ``path`` says what stands there.

    False where :func:`values_at` had to pass over an item, or found nothing at all.
    """
    name, _, rest = path.partition(".")
    value = getattr(root, name)
    if value is None or not rest:
        return value is not None
    items = value if isinstance(value, tuple) else (value,)
    return all(known_throughout(item, rest) for item in items)


def estimates_in(root: BaseModel) -> Iterator[Estimate]:
    """Yield every estimate that is filled in below ``root``."""
    for fact in facts_of(type(root)):
        value = getattr(root, fact.name)
        if isinstance(value, Estimate):
            yield value
        elif fact.kind in (FactKind.GROUP, FactKind.ITEMS):
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, BaseModel):
                    yield from estimates_in(item)
