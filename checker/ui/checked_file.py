"""A file with somebody's calculation that was checked: kept until another one is chosen."""

from dataclasses import dataclass

from checker.models.problem import BadInputError, Problem
from checker.models.verification import Verification
from checker.readers import sums, table
from checker.readers.table import Sheet
from checker.verify import verify


@dataclass(frozen=True)
class CheckedFile:
    """What became of a file: a verification, or else problems."""

    name: str
    sheets: tuple[Sheet, ...] = ()
    found: Verification | None = None
    problems: tuple[Problem, ...] = ()


def check_file(name: str, content: bytes) -> CheckedFile:
    """Read and check a file; what is wrong with it is in the result."""
    try:
        sheets = table.read(content, name)
        return CheckedFile(name, sheets, verify(name, sums.readings(sheets)))
    except BadInputError as error:
        return CheckedFile(name, problems=error.problems)
