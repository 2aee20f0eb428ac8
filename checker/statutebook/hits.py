"""How often each rule about texts strikes in one text that comes without a dossier."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checker.assess import judge_in_text
from checker.checks.text_check import Report, TextCheck
from checker.engine import CREDITS
from checker.models.finding import Outcome
from checker.models.rule import Check, Result, Rule
from checker.models.text_reading import TextReading


@dataclass(frozen=True, slots=True)
class Hits:
    """What the rules have against a text."""

    pointed_at: int
    """Places that the rules point at: as many as the command ``text`` lists findings."""
    by_rule: Mapping[str, int | None]
    """Hits by rule id. A rule that only judges how dense its hits are counts here and not among
    the places. A rule that asks for a provision has 1 where there is none. None: the rule does
    not apply, or that cannot be told from the text alone."""


def text_rules(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules that look at the text, without their examples: they are to travel light."""
    chosen = (rule for rule in rules if rule.check.needs_text)
    return tuple(rule.model_copy(update={"examples": ()}) for rule in chosen)


def count_hits(reading: TextReading, rules: Iterable[Rule]) -> Hits:
    """Return how often each of ``rules`` strikes; where few enough pass, they count too."""
    chosen = tuple(rules)
    results = judge_in_text(reading, chosen)
    pairs = zip(chosen, results, strict=True)
    return Hits(
        pointed_at=sum(map(_places, results)),
        by_rule={rule.id: _count(rule.check, result) for rule, result in pairs},
    )


def _places(result: Result) -> int:
    return sum(place.hit for place in result.places)


def _count(check: Check, result: Result) -> int | None:
    if result.outcome not in CREDITS:
        return None
    if not isinstance(check, TextCheck):
        return int(result.outcome is Outcome.FAIL)
    if check.report is Report.DENSITY:
        return int(str(result.values["count"]))  # its places are not shown
    return _places(result)
