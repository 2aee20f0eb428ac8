"""What must hold inside one rule: its check, conditions, messages and examples fit each other."""

from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from checker.checks.contradiction import Contradiction
from checker.checks.coverage import Coverage
from checker.checks.date_rule import DateRule
from checker.checks.per_obligation import PerObligation
from checker.checks.present import Present
from checker.checks.question import STANDARD_ANSWERS, Question
from checker.models.answer import DONT_KNOW, NOT_APPLICABLE
from checker.models.base import LANGUAGES
from checker.models.condition import Condition
from checker.models.facts import Fact, FactKind, find_fact
from checker.models.obligation import Obligation
from checker.models.problem import Path as Location
from checker.models.problem import Problem
from checker.models.regulation import Regulation
from checker.models.rule import EvidenceDemand, Rule, Severity, Status
from checker.models.wording import placeholders
from checker.yaml_source import Source

_SHOWN_BY_STABLE = ("pass", "fail", "not_assessed")
_ALWAYS_ANSWERS = (DONT_KNOW, NOT_APPLICABLE)


_NUMBERS = frozenset({FactKind.NUMBER, FactKind.ESTIMATE})
_DATES = frozenset({FactKind.DATE})
_WORDS = frozenset(
    {FactKind.TEXT, FactKind.FLAG, FactKind.CHOICE, FactKind.CHOICES, FactKind.LABELS}
)
_MEANINGFUL = frozenset(FactKind) - {FactKind.GROUP, FactKind.ANSWERS}
"""Facts of which "filled in" says something: a group is always there."""


def check_rule(source: Source, rule: Rule, rules: Mapping[str, Rule | None]) -> Iterator[Problem]:
    """Yield what is wrong in ``rule``.

    Args:
        source: the file it stands in.
        rule: the rule.
        rules: all rules of the folder by id; None for one whose file has mistakes.
    """
    yield from _check_kind(source, rule, rules)
    yield from _check_messages(source, rule)
    yield from _check_examples(source, rule)


def _check_kind(source: Source, rule: Rule, rules: Mapping[str, Rule | None]) -> Iterator[Problem]:
    checker = _FactChecker(source, rules)
    check = rule.check
    yield from checker.conditions(rule.applies_to.when, ("applies_to", "when"), Regulation)
    if isinstance(check, Question | PerObligation):
        yield from _check_answers(source, check)
    if isinstance(check, PerObligation):
        yield from checker.conditions(check.where, ("check", "where"), Obligation)
    if isinstance(check, Contradiction):
        yield from checker.conditions(check.between, ("check", "between"), Regulation)
    if isinstance(check, Present):
        for index, path in enumerate(check.facts):
            place: Location = ("check", "facts", index)
            yield from checker.fact(path, place, Regulation, _MEANINGFUL, many=True)
    if isinstance(check, Coverage):
        yield from _check_coverage(checker, check)
    if isinstance(check, DateRule):
        yield from _check_dates(checker, check)
    if rule.evidence is EvidenceDemand.REQUIRED and not isinstance(check, Question):
        yield source.problem(("evidence",), "evidence_without_question")
    if rule.severity is not Severity.BLOCKING and (rule.blocking_from or rule.incurable):
        yield source.problem(("severity",), "not_blocking")
    yield from _check_overlap(source, rule, rules)


def _check_overlap(
    source: Source, rule: Rule, rules: Mapping[str, Rule | None]
) -> Iterator[Problem]:
    """The other rule is there, weighs as much or more, and counts with no third one."""
    if rule.overlaps is None:
        return
    other = rules.get(rule.overlaps)
    if other is None and rule.overlaps in rules:
        return  # its own file has mistakes, and they are told there
    fits = (
        other is not None
        and other.id != rule.id
        and other.criterion is rule.criterion
        and other.weight >= rule.weight
        and other.overlaps is None
    )
    if not fits:
        yield source.problem(("overlaps",), "overlap", value=rule.overlaps)


def _check_answers(source: Source, check: Question | PerObligation) -> Iterator[Problem]:
    for answer in check.answers:
        place: Location = ("check", "answers", answer)
        if answer in _ALWAYS_ANSWERS:
            yield source.problem(place, "answer_always_there", value=answer)
        elif answer not in STANDARD_ANSWERS and answer not in check.labels:
            yield source.problem(place, "answer_label", value=answer)
    for answer in check.labels:
        if answer not in check.answers:
            allowed = ", ".join(check.answers)
            yield source.problem(
                ("check", "labels", answer), "not_allowed", value=answer, allowed=allowed
            )


def _check_coverage(checker: "_FactChecker", check: Coverage) -> Iterator[Problem]:
    path: Location = ("check", "each")
    fact = find_fact(check.each)
    if fact is None or fact.model is None or fact.kind is not FactKind.ITEMS or fact.many:
        yield checker.source.problem(path, "not_a_list_of_items", value=check.each)
        return
    yield from checker.conditions(check.where, ("check", "where"), fact.model)
    yield from checker.conditions(check.has, ("check", "has"), fact.model)


def _check_dates(checker: "_FactChecker", check: DateRule) -> Iterator[Problem]:
    yield from checker.fact(check.date, ("check", "date"), Regulation, _DATES)
    if check.not_after:
        yield from checker.fact(
            check.not_after, ("check", "not_after"), Regulation, _DATES, many=True
        )
    if check.minimum:
        place: Location = ("check", "minimum")
        yield from checker.fact(check.minimum.since, (*place, "since"), Regulation, _DATES)
        if check.minimum.longer:
            yield from checker.conditions(
                check.minimum.longer.when, (*place, "longer", "when"), Regulation
            )
    if check.excuse:
        for name in ("ground", "motivation"):
            path = getattr(check.excuse, name)
            yield from checker.fact(path, ("check", "excuse", name), Regulation, _MEANINGFUL)


def _check_messages(source: Source, rule: Rule) -> Iterator[Problem]:
    messages = {"message": rule.message}
    if rule.message_partial is not None:
        messages["message_partial"] = rule.message_partial
    for name, message in messages.items():
        for lang in LANGUAGES:
            try:
                unknown = placeholders(message.get(lang)) - rule.check.placeholders
            except ValueError:
                yield source.problem((name, lang), "open_brace")
                continue
            if unknown:
                allowed = ", ".join(sorted(rule.check.placeholders)) or "-"
                value = ", ".join(sorted(unknown))
                yield source.problem(
                    (name, lang), "unknown_placeholder", value=value, allowed=allowed
                )


def _check_examples(source: Source, rule: Rule) -> Iterator[Problem]:
    if rule.status is not Status.STABLE:
        return
    shown: set[str] = {example.expect for example in rule.examples}
    for outcome in _SHOWN_BY_STABLE:
        if outcome not in shown:
            yield source.problem(("examples",), "example_missing", value=outcome)


class _FactChecker:
    """Checks that the facts and conditions of one rule exist and fit each other."""

    def __init__(self, source: Source, rules: Mapping[str, Rule | None]) -> None:
        self.source = source
        self.rules = rules

    def conditions(
        self, conditions: Iterable[Condition], place: Location, model: type[BaseModel]
    ) -> Iterator[Problem]:
        """Check every condition; ``model`` is what facts are looked up in."""
        for index, condition in enumerate(conditions):
            yield from self._condition(condition, (*place, index), model)

    def fact(
        self,
        path: str,
        place: Location,
        model: type[BaseModel],
        kinds: frozenset[FactKind],
        *,
        many: bool = False,
    ) -> Iterator[Problem]:
        """Check that ``path`` is a fact, of one of ``kinds``, and many only where allowed."""
        fact = find_fact(path, model)
        if fact is None:
            yield self.source.problem(place, "unknown_fact", value=path)
        elif fact.kind not in kinds or (fact.many and not many):
            allowed = ", ".join(sorted(kinds))
            yield self.source.problem(place, "wrong_fact", value=path, allowed=allowed)

    def _condition(
        self, condition: Condition, place: Location, model: type[BaseModel]
    ) -> Iterator[Problem]:
        if condition.any_ is not None:
            yield from self.conditions(condition.any_, (*place, "any"), model)
        elif condition.answer is not None:
            yield from self._answer(condition, condition.answer, (*place, "answer"), model)
        elif condition.items is not None:
            yield from self._items(condition, condition.items, place, model)
        elif condition.fact is not None:
            yield from self._fact_condition(condition, condition.fact, place, model)

    def _answer(
        self, condition: Condition, rule_id: str, place: Location, model: type[BaseModel]
    ) -> Iterator[Problem]:
        rule = self.rules.get(rule_id)
        if rule is None and rule_id in self.rules:
            return  # its own file has mistakes, and they are told there
        asked_per_duty = rule is not None and isinstance(rule.check, PerObligation)
        if rule is None or not rule.check.answers or asked_per_duty != (model is Obligation):
            yield self.source.problem(place, "unknown_question", value=rule_id)
            return
        for word in (*(condition.is_ or ()), *(condition.is_not or ())):
            if word not in (*rule.check.answers, *_ALWAYS_ANSWERS):
                allowed = ", ".join(rule.check.answers)
                yield self.source.problem(place, "not_allowed", value=word, allowed=allowed)

    def _items(
        self, condition: Condition, path: str, place: Location, model: type[BaseModel]
    ) -> Iterator[Problem]:
        fact = find_fact(path, model)
        if fact is None or fact.model is None or fact.kind is not FactKind.ITEMS:
            yield self.source.problem((*place, "items"), "not_a_list_of_items", value=path)
        else:
            yield from self.conditions(condition.where, (*place, "where"), fact.model)

    def _fact_condition(
        self, condition: Condition, path: str, place: Location, model: type[BaseModel]
    ) -> Iterator[Problem]:
        kinds = _MEANINGFUL
        if condition.is_ is not None or condition.is_not is not None:
            kinds = _WORDS
        if condition.at_least is not None or condition.at_most is not None:
            kinds = _NUMBERS
        if other := condition.earlier_than or condition.later_than:
            kinds = _DATES
            yield from self.fact(other, place, model, kinds)
        many = kinds in (_MEANINGFUL, _WORDS)
        yield from self.fact(path, (*place, "fact"), model, kinds, many=many)
        fact = find_fact(path, model)
        allowed = _words_of(fact) if fact else None
        for word in (*(condition.is_ or ()), *(condition.is_not or ())):
            if allowed is not None and word not in allowed:
                yield self.source.problem(
                    place, "not_allowed", value=word, allowed=", ".join(allowed)
                )


def _words_of(fact: Fact) -> tuple[str, ...] | None:
    """Values the fact can have, or None where any text will do."""
    if fact.choices is not None:
        return tuple(fact.choices)
    return ("true", "false") if fact.kind is FactKind.FLAG else None
