"""``present``: things that a description must contain."""

from typing import Annotated, Literal

from pydantic import Field

from checker.checks.question import undecided_outcome
from checker.models.base import Text
from checker.models.context import View
from checker.models.facts import known_throughout, values_at
from checker.models.finding import Outcome, Place, Reason
from checker.models.rule import Check, Result


class Present(Check):
    """Passes if every fact is there; ``false`` and an empty list say that it is not.

    A fact that is not filled in leaves the rule open, unless the adviser answers the rule with
    "nee": it is not there.
    """

    kind: Literal["present"]
    facts: Annotated[tuple[str, ...], Field(min_length=1)]
    question: Text | None = None

    @property
    def answers(self) -> tuple[str, ...]:
        """Only "nee": a fact that is there shows itself."""
        return ("nee",)

    @property
    def placeholders(self) -> frozenset[str]:
        """None: the places of the finding name what is lacking."""
        return frozenset()

    def evaluate(self, view: View) -> Result:
        """Look each fact up."""
        answer = view.answer
        undecided = answer and undecided_outcome(answer.value, answer.explanation)
        if undecided and undecided[0] is Outcome.NOT_APPLICABLE:
            return Result(*undecided)
        unknown: list[str] = []
        absent: list[str] = []
        for path in self.facts:
            values = values_at(view.regulation, path)
            if any(value is not False for value in values or ()):
                continue
            (absent if known_throughout(view.regulation, path) else unknown).append(path)
        if answer and answer.value in self.answers:
            absent, unknown = absent + unknown, []
        if unknown:
            reason = undecided[1] if undecided else Reason.NO_FACT
            return Result(Outcome.NOT_ASSESSED, reason, _places(unknown), missing=tuple(unknown))
        if not absent:
            return Result(Outcome.PASS, places=_places(self.facts))
        outcome = Outcome.FAIL if len(absent) == len(self.facts) else Outcome.PARTIAL
        return Result(outcome, places=_places(absent))


def _places(paths: list[str] | tuple[str, ...]) -> tuple[Place, ...]:
    return tuple(Place(path=path) for path in paths)
