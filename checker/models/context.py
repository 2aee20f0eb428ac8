"""What a rule sees: slots that are there, or are missing for a stated reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Generic, TypeVar

from checker.models.answer import Answer
from checker.models.figure import Figure, FigureId
from checker.models.finding import Reason
from checker.models.regulation import Regulation
from checker.models.text_reading import TextReading

T = TypeVar("T", covariant=True)


@dataclass(frozen=True)
class Available(Generic[T]):
    """A slot that is filled."""

    value: T


@dataclass(frozen=True)
class Missing:
    """A slot that is empty, why, and what exactly is lacking."""

    reason: Reason
    names: tuple[str, ...] = ()


Slot = Available[T] | Missing


class NeedKind(StrEnum):
    """The sorts of thing a check can need before it is called."""

    TEXT = "text"
    FACT = "fact"
    FIGURE = "figure"


@dataclass(frozen=True)
class Need:
    """One thing a check needs; ``name`` is the path of a fact or the id of a figure."""

    kind: NeedKind
    name: str = ""


@dataclass(frozen=True)
class Context:
    """Everything that rules may look at, prepared once per assessment."""

    regulation: Regulation
    reference_date: date
    text: Slot[TextReading]
    figures: Mapping[FigureId, Slot[Figure]]

    @cached_property
    def answers(self) -> Mapping[str, Answer]:
        """Answers by rule id, those without a value left out."""
        return {a.rule: a for a in self.regulation.answers if a.value is not None}


@dataclass(frozen=True)
class View:
    """The context as one rule looks at it."""

    rule_id: str
    context: Context

    @property
    def regulation(self) -> Regulation:
        """The described regulation."""
        return self.context.regulation

    @property
    def answer(self) -> Answer | None:
        """The answer to this rule, if it says anything."""
        return self.context.answers.get(self.rule_id)
