"""What every model shares: frozen, no unknown keys, and scalars that mean what they say.

Pydantic would by itself read ``"no"`` as False, ``True`` as the number 1 and ``"30"`` as 30.
In a file that people write by hand each of those is a mistake worth a message, so the scalar
types below accept only what was meant. Errors are raised as ``PydanticCustomError`` with a
code of ours; ``checker.models.problem`` turns the code into a :class:`Problem`.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_FIRST_YEAR, _LAST_YEAR = 1900, 2200  # a year outside is a slip of the pen
_MAX_DIGITS = 15  # what a binary float carries without loss, so that JSON keeps every figure


class Model(BaseModel):
    """Base of every model: immutable, compares by value, refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def _nothing_is_not_filled_in(cls, data: Any) -> Any:
        """Take a key with nothing behind it, as in ``eu:``, for one that is left out."""
        if not isinstance(data, dict) or None not in data.values():
            return data
        fields = cls.model_fields.items()
        may_be_out = {info.alias or name for name, info in fields if not info.is_required()}
        return {k: value for k, value in data.items() if value is not None or k not in may_be_out}

    @classmethod
    def made_of(cls, **values: Any) -> Self:
        """Return a model with ``values``: all fields, and right, for nothing is looked at.

        For what the program makes itself by the thousand; it takes less than half the time of
        ``model_construct``, which goes through the fields one by one.
        """
        made = cls.__new__(cls)
        _put(made, "__dict__", values)
        _put(made, "__pydantic_fields_set__", set(values))
        _put(made, "__pydantic_extra__", None)
        _put(made, "__pydantic_private__", None)
        return made


_put = object.__setattr__
"""Past the lock of a frozen model."""


Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")


class Text(Model):
    """A text that exists in both languages; neither may be left out or empty."""

    nl: Annotated[str, Field(min_length=1)]
    en: Annotated[str, Field(min_length=1)]

    def get(self, language: Language) -> str:
        """Return the text in ``language``."""
        return self.nl if language == "nl" else self.en


def _number(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise PydanticCustomError("not_a_number", "not a number", {"value": str(value)[:60]})
    number = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        raise PydanticCustomError("not_a_number", "not a number", {"value": str(value)})
    return number


def _date(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return _in_range(value)
    if isinstance(value, str) and _ISO_DATE.fullmatch(value.strip()):
        try:
            parsed = date.fromisoformat(value.strip())
        except ValueError:
            raise PydanticCustomError(
                "impossible_date", "no such date", {"value": value.strip()}
            ) from None
        return _in_range(parsed)
    raise PydanticCustomError("not_a_date", "not a date", {"value": str(value)[:60]})


def _in_range(value: date) -> date:
    if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        bounds = {"value": value.isoformat(), "low": str(_FIRST_YEAR), "high": str(_LAST_YEAR)}
        raise PydanticCustomError("date_out_of_range", "a year far away", bounds)
    return value


def as_name(value: object) -> object:
    """Take a number for the name it is: article 4 or 2.10, answer 5, size class 1."""
    is_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    return str(value) if is_number else value


def _blank_is_unknown(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    Field(ge=0, max_digits=_MAX_DIGITS),
    WithJsonSchema({"type": "number", "minimum": 0}),
]
"""A number of zero or more, kept exactly."""
PositiveNumber = Annotated[
    Decimal,
    BeforeValidator(_number),
    Field(gt=0, max_digits=_MAX_DIGITS),
    WithJsonSchema({"type": "number", "exclusiveMinimum": 0}),
]
"""A number above zero, kept exactly."""
Count = Annotated[Number, Field(multiple_of=1), WithJsonSchema({"type": "integer", "minimum": 0})]
"""A whole number of zero or more."""
PositiveCount = Annotated[
    Number,
    Field(ge=1, le=100, multiple_of=1),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 100}),
]
"""A whole number of 1 to 100, such as a number of years."""
Year = Annotated[
    Number,
    Field(ge=_FIRST_YEAR, le=_LAST_YEAR, multiple_of=1),
    WithJsonSchema({"type": "integer", "minimum": _FIRST_YEAR, "maximum": _LAST_YEAR}),
]
"""A calendar year."""
Flag = Annotated[bool, Strict()]
"""Really true or false: ``ja``, ``no`` and ``1`` are refused."""
Day = Annotated[date, BeforeValidator(_date)]
"""A calendar date written as 2026-07-01."""
Label = Annotated[
    str,
    BeforeValidator(as_name),
    Field(min_length=1, max_length=200),
    WithJsonSchema({"type": ["string", "number"]}),
]
"""A short name or number used as a name, such as an article number."""
Prose = Annotated[str, Field(min_length=1, max_length=20_000)]
"""Text a person wrote; longer than any field should ever need is refused."""
Slug = Annotated[str, BeforeValidator(as_name), Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$")]
"""An identifier inside a dossier: letters, digits, dot, dash, underscore."""

OptionalNumber = Annotated[Number | None, BeforeValidator(_blank_is_unknown)]
OptionalDay = Annotated[Day | None, BeforeValidator(_blank_is_unknown)]
OptionalLabel = Annotated[Label | None, BeforeValidator(_blank_is_unknown)]
OptionalProse = Annotated[Prose | None, BeforeValidator(_blank_is_unknown)]


def refuse_duplicates(values: tuple[Any, ...], key: str) -> tuple[Any, ...]:
    """Return ``values`` unchanged, or raise when some have the same ``key`` attribute.

    Raises:
        PydanticCustomError: ``duplicate_id``; its context names each repeated item by position.
    """
    seen: set[object] = set()
    repeated: list[tuple[int, str]] = []
    for index, value in enumerate(values):
        name = getattr(value, key)
        if name in seen:
            repeated.append((index, str(name)))
        seen.add(name)
    if repeated:
        raise PydanticCustomError("duplicate_id", "used twice", {"key": key, "items": repeated})
    return values
