"""``per_obligation``: the same question for each obligation laid on firms."""

from decimal import Decimal
from typing import Literal

from checker.checks.conditions import all_hold, unknown_names
from checker.checks.question import HALF, Asked, undecided_outcome
from checker.models.answer import Answer, find_answer
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
        """Weigh the answers; one that is lacking leaves the rule open and names the obligation.

        Unless so much falls short already that the rest cannot mend it.
        """
        context = view.context
        earned: list[tuple[Obligation, Decimal]] = []
        still_open: list[tuple[Obligation, Reason, tuple[str, ...]]] = []
        for duty in context.regulation.firm_obligations:
            asked = all_hold(self.where, duty, context)
            if asked is False:
                continue
            verdict = self._credit(find_answer(duty.answers, view.rule_id))
            if verdict is Reason.DECLARED_NOT_APPLICABLE:
                continue
            if asked is None:
                lacking = (f"obligations.{n}" for n in unknown_names(self.where, duty, context))
                still_open.append((duty, Reason.NO_FACT, tuple(lacking)))
            elif isinstance(verdict, Reason):
                still_open.append((duty, verdict, (duty.label,)))
            else:
                earned.append((duty, verdict))
        best = sum((credit for _, credit in earned), Decimal(len(still_open)))
        if still_open and best >= HALF * (len(earned) + len(still_open)):
            names = tuple(name for _, _, lacking in still_open for name in lacking)
            places = places_of([duty for duty, _, _ in still_open], context)
            return Result(Outcome.NOT_ASSESSED, still_open[0][1], places, missing=names)
        return self._judge(earned, context)

    def _credit(self, answer: Answer | None) -> Decimal | Reason:
        """Return what an answer earns, or why it earns nothing yet."""
        if answer is None:
            return Reason.NO_ANSWER
        undecided = undecided_outcome(answer.value, answer.explanation)
        if undecided is not None:
            return undecided[1]
        return self.answers_credit.get(answer.value or "", Reason.UNKNOWN_ANSWER)

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
    described = context.regulation.obligations or ()
    position = {duty.id: i for i, duty in enumerate(described, start=1)}
    return tuple(Place(path=f"obligations[{position[d.id]}]", label=d.label) for d in duties)
