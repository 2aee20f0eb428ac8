"""Arithmetic whose results are formulas of a spreadsheet.

The cost model states its formula once, for any sort of number
(:mod:`checker.burden.formula`). A :class:`Term` is such a number: instead of a value it carries
the text that lets a spreadsheet work the value out, so that the workbook cannot follow another
formula than the program.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from checker.burden.formula import Arithmetic


class Rank(IntEnum):
    """How tightly the parts of an expression hold together."""

    SUM = 0
    PRODUCT = 1
    WHOLE = 2
    """A cell, a number or a function: never needs brackets."""


@dataclass(frozen=True, slots=True)
class Term:
    """A part of a formula; a constant also as its number, so that 0 and 1 can be left out."""

    text: str
    rank: Rank = Rank.WHOLE
    number: Decimal | None = None

    def __add__(self, other: "Term | int") -> "Term":
        added = _term(other)
        if self.number == 0 or added.number == 0:
            return added if self.number == 0 else self
        return Term(f"{self.text}+{added.text}", Rank.SUM)

    __radd__ = __add__

    def __sub__(self, other: "Term | int") -> "Term":
        taken = _term(other)
        if taken.number == 0:
            return self
        return Term(f"{self.text}-{taken.within(Rank.PRODUCT)}", Rank.SUM)

    def __mul__(self, other: "Term") -> "Term":
        if self.number == 0 or other.number == 1:
            return self
        if other.number == 0 or self.number == 1:
            return other
        return Term(f"{self.within(Rank.PRODUCT)}*{other.within(Rank.PRODUCT)}", Rank.PRODUCT)

    def __truediv__(self, other: "Term") -> "Term":
        if self.number == 0 or other.number == 1:
            return self
        return Term(f"{self.within(Rank.PRODUCT)}/{other.within(Rank.WHOLE)}", Rank.PRODUCT)

    def __neg__(self) -> "Term":
        # No sign in front: in a spreadsheet that binds tighter than a power.
        return self if self.number == 0 else Term(f"-1*{self.within(Rank.PRODUCT)}", Rank.PRODUCT)

    def within(self, rank: Rank) -> str:
        """Return the text as it stands inside an expression of ``rank``."""
        return self.text if self.rank >= rank else f"({self.text})"

    @property
    def formula(self) -> str:
        """The whole as the formula of a cell."""
        return f"={self.text}"


def constant(value: Decimal | int) -> Term:
    """Return a number."""
    number = Decimal(value)
    plain = f"{number:f}"
    return Term(plain, Rank.WHOLE if number >= 0 else Rank.SUM, number)


def call(function: str, *arguments: Term) -> Term:
    """Return a function of ``arguments``, by its English name."""
    return Term(f"{function}({','.join(argument.text for argument in arguments)})")


def total(terms: Iterable[Term]) -> Term:
    """Return the sum of ``terms``; 0 for none."""
    return sum(terms, constant(0))


def arithmetic(fixed: Callable[[str, Decimal], Term]) -> Arithmetic:
    """Return what the cost model needs to calculate with terms.

    Args:
        fixed: gives the cell of an input that has no range, by its name.
    """
    return Arithmetic(
        number=constant,
        divide=lambda value, by: value / by,
        positive=lambda value: call("MAX", constant(0), value),
        least=lambda values: call("MIN", *values),
        most=lambda values: call("MAX", *values),
        fixed=fixed,
    )


def _term(value: "Term | int") -> Term:
    return value if isinstance(value, Term) else constant(value)
