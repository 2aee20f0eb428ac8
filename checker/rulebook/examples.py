"""Runs the examples inside the rules: a rule that contradicts its own examples is a mistake."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checker.models.finding import Finding
from checker.models.parameters import Parameters
from checker.models.regulation import Phase, Regulation
from checker.models.rule import Example, Rule

Judge = Callable[[Rule, Regulation, Parameters], Finding]
"""Judges one rule on one regulation, with the parameters of its costs.

It is the engine, passed in so that this room stays below it.
"""


@dataclass(frozen=True)
class Mismatch:
    """An example that does not come out as it says."""

    rule: str
    index: int
    expected: str
    found: str


def mismatches(rule: Rule, judge: Judge, parameters: Parameters) -> Iterator[Mismatch]:
    """Yield the examples of ``rule`` whose outcome, reason or message differs."""
    for index, example in enumerate(rule.examples):
        finding = judge(rule, dossier_of(example), parameters)
        pairs = (
            (example.expect, finding.outcome.value),
            (example.reason, finding.reason.value if finding.reason else None),
            (example.message, finding.message.nl),
        )
        for expected, found in pairs:
            if expected is not None and expected != found:
                yield Mismatch(rule.id, index, expected, str(found))


def dossier_of(example: Example) -> Regulation:
    """Return the dossier of an example; where it names no phase, everything is due."""
    identity = example.given.identity
    if identity.phase is not None:
        return example.given
    adopted = identity.model_copy(update={"phase": Phase.ADOPTION})
    return example.given.model_copy(update={"identity": adopted})
