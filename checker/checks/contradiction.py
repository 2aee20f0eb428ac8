"""``contradiction``: statements that cannot all be true."""

from typing import Annotated, Literal

from pydantic import Field

from checker.checks.conditions import all_hold, unknown_names
from checker.models.condition import Condition
from checker.models.context import Context
from checker.models.finding import Outcome, Place, Reason
from checker.models.rule import Check, Result


class Contradiction(Check):
    """Fails if all of ``between`` hold, passes as soon as one is known not to."""

    kind: Literal["contradiction"]
    between: Annotated[tuple[Condition, ...], Field(min_length=2)]

    def evaluate(self, rule_id: str, context: Context) -> Result:
        """See whether the statements exclude each other."""
        places = tuple(Place(path=_subject(condition)) for condition in self.between)
        all_true = all_hold(self.between, context.regulation, context)
        if all_true is None:
            missing = unknown_names(self.between, context.regulation, context)
            return Result(Outcome.NOT_ASSESSED, Reason.NO_FACT, places, missing=missing)
        return Result(Outcome.FAIL if all_true else Outcome.PASS, places=places)


def _subject(condition: Condition) -> str:
    if condition.answer is not None:
        return f"answers.{condition.answer}"
    if condition.figure is not None:
        return f"figures.{condition.figure}"
    return condition.fact or condition.items or ""
