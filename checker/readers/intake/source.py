"""A filled-in form as a source of a dossier, of which every place is a cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import BaseModel

from checker.content import has
from checker.models.problem import BadInputError, Path, Problem, path_text
from checker.yaml_source import Source

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class FormSource(Source):
    """What the form holds, in the shape of a dossier, with the cell of each part."""

    cells: Mapping[Path, str] = field(default_factory=dict, repr=False)

    def problem(self, path: Path, code: str, **values: str) -> Problem:
        """Return a problem with the cell at ``path``, or at the nearest thing around it."""
        place = (*path, values["key"]) if code == "missing_key" and "key" in values else path
        while place and place not in self.cells:
            place = place[:-1]
        where = self.cells.get(place) or path_text(path)
        told = f"form_{code}" if has(f"problems/form_{code}") else code
        return Problem(self.file, None, None, where, told, values)

    def validate(self, model: type[M]) -> M:
        """Return ``model`` made of the data.

        Raises:
            BadInputError: every mistake, each with its cell; of a cell that could not be read
                only that.
        """
        try:
            return super().validate(model)
        except BadInputError as error:
            unread = {problem.path for problem in self.problems}
            raise BadInputError(
                problem
                for problem in error.problems
                if problem in self.problems or problem.path not in unread
            ) from None
