"""The five size classes, in working persons (werkzame personen, owner included)."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from checker.models.base import as_name


class SizeClass(StrEnum):
    """Firms by number of working persons, as CBS counts them."""

    ONE = "1"
    TWO_TO_NINE = "2-9"
    TEN_TO_49 = "10-49"
    FIFTY_TO_249 = "50-249"
    FROM_250 = "250+"


SMALL = (SizeClass.ONE, SizeClass.TWO_TO_NINE, SizeClass.TEN_TO_49)
"""Fewer than 50 working persons: the focus of this tool."""


def _in_order(values: Iterable[SizeClass]) -> tuple[SizeClass, ...]:
    present = set(values)
    return tuple(size for size in SizeClass if size in present)


AnySizeClass = Annotated[
    SizeClass,
    BeforeValidator(as_name),
    WithJsonSchema({"enum": [1, *(size.value for size in SizeClass)]}),
]
"""A size class; an unquoted ``1`` in a file is the class of one."""
SizeClasses = Annotated[tuple[AnySizeClass, ...], AfterValidator(_in_order)]
"""A set of size classes, kept from small to large."""

_BOUNDS = {
    SizeClass.ONE: (1, 1),
    SizeClass.TWO_TO_NINE: (2, 9),
    SizeClass.TEN_TO_49: (10, 49),
    SizeClass.FIFTY_TO_249: (50, 249),
    SizeClass.FROM_250: (250, None),
}


def spared_by(persons: int, *, below: bool, least: int = 1) -> tuple[SizeClass, ...]:
    """Return the classes that lie wholly below ``persons``, or else wholly from there up.

    Args:
        persons: the bound.
        below: on which side of it the firms are.
        least: of the firms below it, those smaller than this are not meant.
    """
    if not below:
        return tuple(size for size, (first, _) in _BOUNDS.items() if first >= persons)
    return tuple(
        size
        for size, (first, last) in _BOUNDS.items()
        if last and last < persons and first >= least
    )
