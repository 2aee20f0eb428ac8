"""An uncertain figure: low, mid, high, how sure we are, and where it comes from."""

import re
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    GetJsonSchemaHandler,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from checker.models.base import Flag, Model, Number, OptionalProse

_LOOKS_LIKE_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_SURELY_THOUSANDS = re.compile(r"(?!1\.000)[1-9][0-9]{0,2}\.[0-9]{2}0")
"""Nobody writes 12.5 as 12.500; 1.000 may be a share of one."""


class Certainty(StrEnum):
    """How well a figure is known, from measured to unknown."""

    MEASURED = "measured"
    SOURCED = "sourced"
    EXPERT = "expert"
    GUESS = "guess"
    UNKNOWN = "unknown"


class Estimate(Model):
    """A figure with its range. In a file a plain number means low = mid = high, unknown.

    ``{mid: 30}`` is read as 30 without a range; where one of ``low`` and ``high`` is left out,
    it equals ``mid``. The unit is that of the field that holds the estimate.
    """

    low: Number
    mid: Number
    high: Number
    certainty: Certainty = Certainty.UNKNOWN
    source: OptionalProse = None
    illustrative: Flag = False
    """The figure stands in for one that nobody has yet: shown as such wherever it enters."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if isinstance(value, Estimate):
            return value
        if isinstance(value, dict):
            mid = value.get("mid")
            return {"low": mid, "high": mid} | value if mid is not None else value
        return {"low": value, "mid": value, "high": value}

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        for figure in (self.low, self.mid, self.high):
            _refuse_thousands(figure, _SURELY_THOUSANDS)
        if not self.low <= self.mid <= self.high:
            figures = {"low": str(self.low), "mid": str(self.mid), "high": str(self.high)}
            raise PydanticCustomError("range_order", "low, mid, high are not in order", figures)
        return self

    @model_serializer(mode="wrap")
    def _as_short_as_possible(self, full: SerializerFunctionWrapHandler) -> Any:
        if self == Estimate.exactly(self.mid):
            return self.mid
        return full(self)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        full = handler.resolve_ref_schema(handler(schema))
        return {"anyOf": [{"type": "number", "minimum": 0}, full | {"required": ["mid"]}]}

    @classmethod
    def exactly(cls, value: Decimal | int) -> "Estimate":
        """Return the estimate that a plain number stands for."""
        return cls.model_construct(low=Decimal(value), mid=Decimal(value), high=Decimal(value))


def _at_most_one(value: Estimate) -> Estimate:
    if value.high > 1:
        raise PydanticCustomError("share_over_one", "a share over 1", {"value": str(value.high)})
    return value


def _refuse_thousands(figure: Decimal, pattern: re.Pattern[str]) -> None:
    if pattern.fullmatch(str(figure)):
        meant = str(figure).replace(".", "")
        raise PydanticCustomError(
            "thousands_point", "a point for thousands", {"value": str(figure), "meant": meant}
        )


def _whole(value: Estimate) -> Estimate:
    """Firms come whole; and in 12.400 the point was meant for thousands."""
    for figure in (value.low, value.mid, value.high):
        _refuse_thousands(figure, _LOOKS_LIKE_THOUSANDS)
        if figure % 1:
            raise PydanticCustomError("not_whole", "not whole", {"value": str(figure)})
    return value


WholeEstimate = Annotated[Estimate, AfterValidator(_whole)]
"""An estimate of something that comes in whole units, such as firms."""
Share = Annotated[Estimate, AfterValidator(_at_most_one)]
"""A part of a whole, from 0 to 1."""
