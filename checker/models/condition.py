"""Conditions in a rule file: what must hold, as data and without expressions.

A condition looks at exactly one thing: a fact, the answer to a rule, a figure, or the items of a
list. ``checker/checks/conditions.py`` evaluates it to true, false or unknown.
"""

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from checker.models.base import Flag, Model, Number
from checker.models.figure import FigureId


def _word(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else value


Word = Annotated[
    str, BeforeValidator(_word), WithJsonSchema({"type": ["string", "boolean", "number"]})
]
"""A value to compare with: a choice, an answer, or true/false."""

_SUBJECTS = ("fact", "answer", "figure", "items", "any_")
_TESTS = ("is_", "is_not", "known", "at_least", "at_most", "earlier_than", "later_than", "exist")
_FITTING = {"answer": ("is_", "is_not", "known"), "figure": ("at_least", "at_most")}
"""Tests that make sense for a subject; a fact is checked against its kind by the loader."""


class Condition(Model):
    """One condition: a subject and a test.

    - ``{fact: eu.origin, is: [implementation, mixed]}``; a fact in a list holds if any value does
    - ``{fact: identity.nature, is_not: [amending]}``
    - ``{fact: panel.date, known: false}`` (never itself unknown)
    - ``{fact: consultation.weeks, at_least: 4}``; also ``at_most``
    - ``{fact: consultation.end, later_than: identity.entry_into_force}``; also ``earlier_than``
    - ``{answer: LAS-04, is: [ja]}``
    - ``{figure: information_obligations_on_one, at_least: 1}``
    - ``{any: [{fact: identity.instrument, is: [wet]}, {fact: panel.held, is: [true]}]}``: at
      least one of these holds
    - ``{items: obligations, where: [{fact: exempt, is: ["2-9"]}], exist: true}``; inside
      ``where`` facts and answers are those of the item
    """

    fact: str | None = None
    answer: str | None = None
    figure: FigureId | None = None
    items: str | None = None
    any_: "Annotated[tuple[Condition, ...] | None, Field(alias='any', min_length=2)]" = None
    where: "tuple[Condition, ...]" = ()
    is_: Annotated[tuple[Word, ...] | None, Field(alias="is", min_length=1)] = None
    is_not: Annotated[tuple[Word, ...] | None, Field(min_length=1)] = None
    known: Flag | None = None
    at_least: Number | None = None
    at_most: Number | None = None
    earlier_than: str | None = None
    later_than: str | None = None
    exist: Flag | None = None

    @model_validator(mode="after")
    def _one_subject_one_test(self) -> Self:
        subjects = [name for name in _SUBJECTS if getattr(self, name) is not None]
        tests = [name for name in _TESTS if getattr(self, name) is not None]
        if len(subjects) != 1:
            allowed = ", ".join(name.rstrip("_") for name in _SUBJECTS)
            raise PydanticCustomError("one_subject", "one subject", {"allowed": allowed})
        if len(tests) != (self.any_ is None):
            allowed = ", ".join(name.rstrip("_") for name in _TESTS)
            raise PydanticCustomError("one_test", "one test", {"allowed": allowed})
        fitting = _FITTING.get(subjects[0])
        if fitting is not None and tests and tests[0] not in fitting:
            allowed = ", ".join(name.rstrip("_") for name in fitting)
            raise PydanticCustomError("one_test", "a test that fits", {"allowed": allowed})
        if (self.items is not None) != (self.exist is not None):
            raise PydanticCustomError("items_need_exist", "items need exist", {})
        return self
