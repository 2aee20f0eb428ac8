"""Every input of a calculation once, each with the cell that holds it.

What the dossier says stands on the sheet of inputs, what this tool brings on the sheet of
parameters, where each value has a name. A change in one of these cells changes every sum that
uses it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.burden.formula import End
from checker.models.cost import InputKind, Provenance, Variable
from checker.report.excel.live.terms import Term

FIRST_ROW = 2
"""Of the inputs, counted from 0: headings and an explanation stand above."""
COLUMNS = {"low": "C", "mid": "D", "high": "E"}
PARAMETER_COLUMN = "C"
_NUMBERS = re.compile(r"(\d+)")
_NO_NAME = re.compile(r"\W+", re.ASCII)
_PLACES = ("target_groups", "obligations", "purpose")
"""Parts of a dossier in the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class InputCell:
    """An input and where it stands."""

    variable: Variable
    row: int
    """Counted from 0."""
    low: Term
    mid: Term
    high: Term
    name: str | None = None
    """Under which a parameter is known throughout the workbook."""


class InputCells:
    """The cells of all inputs of one workbook."""

    def __init__(self, variables: Iterable[Variable], sheet: str, prefixes: dict[str, str]) -> None:
        """Give every input a cell.

        Args:
            variables: what to place; the same one may come more than once.
            sheet: name of the sheet with the inputs of the dossier.
            prefixes: begin of the name of a parameter, by the head of its key.
        """
        found = {_identity(variable): variable for variable in variables}
        own = [v for v in found.values() if v.provenance is Provenance.DOSSIER]
        fixed = [v for v in found.values() if v.provenance is not Provenance.DOSSIER]
        self.inputs = tuple(
            _input(variable, row, sheet)
            for row, variable in enumerate(sorted(own, key=_place_in_dossier), start=FIRST_ROW)
        )
        names = _names(sorted(fixed, key=lambda v: (v.kind, v.key)), prefixes)
        self.parameters = tuple(
            InputCell(variable, row, Term(name), Term(name), Term(name), name)
            for row, (name, variable) in enumerate(names, start=FIRST_ROW)
        )
        self._cells = {_identity(cell.variable): cell for cell in (*self.inputs, *self.parameters)}

    def cell(self, variable: Variable) -> InputCell:
        """Return where an input stands."""
        return self._cells[_identity(variable)]

    def mid(self, variable: Variable) -> Term:
        """Return the cell of the middle value of an input."""
        return self.cell(variable).mid

    def at(self, variable: Variable, end: End) -> Term:
        """Return the cell of the lowest or highest value of an input."""
        cell = self.cell(variable)
        return cell.low if end == "low" else cell.high


def _identity(variable: Variable) -> tuple[object, ...]:
    """Return what tells inputs apart: a number may differ by size class at one place."""
    return variable.key, variable.kind, variable.low, variable.mid, variable.high


def _input(variable: Variable, row: int, sheet: str) -> InputCell:
    quoted = sheet.replace("'", "''")
    low, mid, high = (Term(f"'{quoted}'!${c}${row + 1}") for c in COLUMNS.values())
    return InputCell(variable, row, low, mid, high)


def _place_in_dossier(variable: Variable) -> tuple[int, list[tuple[int, str]]]:
    head = variable.key.partition(".")[0].partition("[")[0]
    place = _PLACES.index(head) if head in _PLACES else len(_PLACES)
    parts = _NUMBERS.split(variable.key)
    return place, [(int(part), "") if part.isdigit() else (0, part) for part in parts]


def _names(variables: Sequence[Variable], prefixes: dict[str, str]) -> list[tuple[str, Variable]]:
    """Give each parameter a name that a spreadsheet accepts, no two the same."""
    taken: set[str] = set()
    named: list[tuple[str, Variable]] = []
    for variable in variables:
        head, _, rest = variable.key.partition(":")
        if variable.kind is InputKind.TARIFF:
            rest = rest.rpartition(".")[2]
        plain = _NO_NAME.sub("_", f"{prefixes[head]}_{rest}" if rest else prefixes[head])
        name, number = plain, 2
        while name.lower() in taken:
            name, number = f"{plain}_{number}", number + 1
        taken.add(name.lower())
        named.append((name, variable))
    return named
