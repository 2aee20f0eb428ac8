"""``threshold``: a named figure against a bound."""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from checker.models.base import Model, Number
from checker.models.context import Available, Need, NeedKind, View
from checker.models.figure import UNITS, FigureId
from checker.models.finding import Outcome, Place
from checker.models.rule import Check, Result
from checker.models.wording import Quantity


class Bound(Model):
    """At least or at most a number, one of the two."""

    at_least: Number | None = None
    at_most: Number | None = None

    @model_validator(mode="after")
    def _one_side(self) -> Self:
        if (self.at_least is None) == (self.at_most is None):
            raise PydanticCustomError("one_bound", "one bound", {})
        return self

    @property
    def limit(self) -> Decimal:
        """The number itself."""
        return self.at_least if self.at_least is not None else self.at_most or Decimal(0)

    def met_by(self, value: Decimal) -> bool:
        """Whether ``value`` is within the bound."""
        return value >= self.limit if self.at_least is not None else value <= self.limit


class Threshold(Check):
    """Passes within the ``pass`` bound, is partly met within the ``partial`` one."""

    kind: Literal["threshold"]
    figure: FigureId
    pass_: Annotated[Bound, Field(alias="pass")]
    partial: Bound | None = None

    @property
    def needs(self) -> frozenset[Need]:
        """The figure must be known."""
        return frozenset({Need(NeedKind.FIGURE, self.figure)})

    @property
    def placeholders(self) -> frozenset[str]:
        """``value`` of the figure and the ``bound`` it must keep."""
        return frozenset({"value", "bound"})

    def evaluate(self, view: View) -> Result:
        """Compare the figure with the bounds."""
        slot = view.context.figures[self.figure]
        assert isinstance(slot, Available)
        value, unit = slot.value.value, UNITS[self.figure]
        outcome = Outcome.FAIL
        if self.pass_.met_by(value):
            outcome = Outcome.PASS
        elif self.partial is not None and self.partial.met_by(value):
            outcome = Outcome.PARTIAL
        limit = self.pass_.limit
        values = {"value": Quantity(value, unit, limit), "bound": Quantity(limit, unit)}
        return Result(outcome, places=(Place(path=f"figures.{self.figure}"),), values=values)
