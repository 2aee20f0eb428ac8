"""``contradiction``: statements that cannot all be true."""

from typing import Annotated, Literal

from pydantic import Field

from checker.checks.conditions import all_hold, unknown_names
from checker.models.condition import Condition
from checker.models.context import View
from checker.models.finding import Outcome, Place, Reason
from checker.models.rule import Check, Result


class Contradiction(Check):
    """Fails if all of ``between`` hold, passes as soon as one is known not to."""

    kind: Literal["contradiction"]
    between: Annotated[tuple[Condition, ...], Field(min_length=2)]

    def evaluate(self, view: View) -> Result:
        """See whether the statements exclude each other."""
        places = tuple(Place(path=path) for part in self.between for path in _subjects(part))
        all_true = all_hold(self.between, view.regulation, view.context)
        if all_true is None:
            missing = unknown_names(self.between, view.regulation, view.context)
            return Result(Outcome.NOT_ASSESSED, Reason.NO_FACT, places, missing=missing)
        return Result(Outcome.FAIL if all_true else Outcome.PASS, places=places)


def _subjects(condition: Condition) -> tuple[str, ...]:
    if condition.any_ is not None:
        return tuple(path for part in condition.any_ for path in _subjects(part))
    if condition.answer is not None:
        return (f"answers.{condition.answer}",)
    if condition.figure is not None:
        return (f"figures.{condition.figure}",)
    return (condition.fact or condition.items or "",)
