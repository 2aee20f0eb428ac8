"""``per_obligation``: the same question for each obligation laid on firms."""

from decimal import Decimal
from typing import Literal

from checker.checks.conditions import all_hold
from checker.checks.question import HALF, Asked, undecided_outcome
from checker.models.answer import find_answer
from checker.models.condition import Condition
from checker.models.context import Context, Need, NeedKind, View
from checker.models.finding import Outcome, Place, Reason
from checker.models.obligation import Obligation
from checker.models.rule import Check, Result


class PerObligation(Asked, Check):
    """Passes if every obligation earns 1, fails if the mean credit is below a half."""

    kind: Literal["per_obligation"]
    where: tuple[Condition, ...] = ()
    """Only obligations for which these hold are asked about."""

    @property
    def needs(self) -> frozenset[Need]:
        """There must be obligations."""
        return frozenset({Need(NeedKind.FACT, "obligations")})

    @property
    def placeholders(self) -> frozenset[str]:
        """``obligations`` that fall short, ``count`` of them, ``total`` asked about."""
        return frozenset({"obligations", "count", "total"})

    def evaluate(self, view: View) -> Result:
        """Weigh the answers; one that is lacking leaves the rule open and names the obligation."""
        earned: list[tuple[Obligation, Decimal]] = []
        open_duties: list[Obligation] = []
        context = view.context
        for duty in context.regulation.firm_obligations:
            if all_hold(self.where, duty, context) is False:
                continue
            answer = find_answer(duty.answers, view.rule_id)
            undecided = answer and undecided_outcome(answer.value, answer.explanation)
            if undecided and undecided[0] is Outcome.NOT_APPLICABLE:
                continue
            credit = self.answers_credit.get(answer.value or "") if answer else None
            if credit is None:
                open_duties.append(duty)
            else:
                earned.append((duty, credit))
        if open_duties:
            return Result(
                Outcome.NOT_ASSESSED,
                Reason.NO_ANSWER,
                places_of(open_duties, context),
                missing=tuple(duty.label for duty in open_duties),
            )
        return self._judge(earned, context)

    def _judge(self, earned: list[tuple[Obligation, Decimal]], context: Context) -> Result:
        if not earned:
            return Result(Outcome.NOT_APPLICABLE, Reason.NOTHING_TO_CHECK)
        short = [duty for duty, credit in earned if credit < 1]
        mean = sum((credit for _, credit in earned), Decimal(0)) / len(earned)
        outcome = Outcome.PASS if not short else Outcome.PARTIAL if mean >= HALF else Outcome.FAIL
        values = {
            "obligations": tuple(duty.label for duty in short),
            "count": Decimal(len(short)),
            "total": Decimal(len(earned)),
        }
        return Result(outcome, places=places_of(short, context), values=values)


def places_of(duties: list[Obligation], context: Context) -> tuple[Place, ...]:
    """Return where ``duties`` stand in the dossier."""
    position = {duty.id: i for i, duty in enumerate(context.regulation.obligations, start=1)}
    return tuple(Place(path=f"obligations[{position[d.id]}]", label=d.label) for d in duties)
