"""``question``: the adviser answers, each answer earns a stated credit."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from checker.models.answer import DONT_KNOW, NOT_APPLICABLE
from checker.models.base import Label, Model, Number, Text
from checker.models.context import View
from checker.models.finding import Outcome, Place, Reason
from checker.models.rule import Check, Result

STANDARD_ANSWERS = ("ja", "deels", "nee")
"""Answers whose wording stands in the content files; any other needs a label in the rule."""
HALF = Decimal("0.5")


def _known_credit(value: Decimal) -> Decimal:
    if value not in (0, HALF, 1):
        raise PydanticCustomError("bad_credit", "not 0, 0.5 or 1", {"value": str(value)})
    return value


Credit = Annotated[Number, AfterValidator(_known_credit)]


def outcome_of(credit: Decimal) -> Outcome:
    """Return pass for 1, fail for 0 and partial between them."""
    return Outcome.PASS if credit == 1 else Outcome.FAIL if credit == 0 else Outcome.PARTIAL


class Asked(Model):
    """What every question has: its text, help at the field, and its answers with their credit."""

    question: Text
    help: Text | None = None
    answers_credit: Annotated[dict[Label, Credit], Field(alias="answers", min_length=2)]
    labels: dict[Label, Text] = Field(default_factory=dict)

    @property
    def answers(self) -> tuple[str, ...]:
        """The answers in the order of the rule file."""
        return tuple(self.answers_credit)


class Question(Asked, Check):
    """One question about the regulation as a whole."""

    kind: Literal["question"]

    def evaluate(self, view: View) -> Result:
        """Give the credit of the answer; no answer, or "weet niet", is not assessed."""
        places = (Place(path=f"answers.{view.rule_id}"),)
        answer = view.answer
        if answer is None:
            return Result(Outcome.NOT_ASSESSED, Reason.NO_ANSWER, places)
        if (undecided := undecided_outcome(answer.value, answer.explanation)) is not None:
            return Result(*undecided, places)
        credit = self.answers_credit.get(answer.value or "")
        if credit is None:
            return Result(Outcome.NOT_ASSESSED, Reason.UNKNOWN_ANSWER, places)
        return Result(outcome_of(credit), places=places)


def undecided_outcome(value: str | None, explanation: str | None) -> tuple[Outcome, Reason] | None:
    """Return outcome and reason for "weet niet" and "n.v.t.", or None for a real answer."""
    if value == DONT_KNOW:
        return Outcome.NOT_ASSESSED, Reason.DONT_KNOW
    if value != NOT_APPLICABLE:
        return None
    if explanation:
        return Outcome.NOT_APPLICABLE, Reason.DECLARED_NOT_APPLICABLE
    return Outcome.NOT_ASSESSED, Reason.NOT_APPLICABLE_WITHOUT_REASON
