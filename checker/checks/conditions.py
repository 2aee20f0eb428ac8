"""Conditions of a rule, evaluated to true, false or unknown.

Unknown is carried, as in Kleene's logic: a conjunction with a false part is false whatever the
rest is, and otherwise unknown as soon as one part is.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from pydantic import BaseModel

from checker.models.answer import DONT_KNOW, Answer, find_answer
from checker.models.condition import Condition
from checker.models.context import Available, Context
from checker.models.estimate import Estimate
from checker.models.facts import find_fact, known_throughout, values_at
from checker.models.obligation import Obligation
from checker.models.regulation import Regulation

Truth = bool | None
"""None stands for unknown."""


def all_hold(conditions: Iterable[Condition], item: BaseModel, context: Context) -> Truth:
    """Whether all ``conditions`` hold for ``item``: the regulation, or one thing in a list."""
    return _all(holds(condition, item, context) for condition in conditions)


def holds(condition: Condition, item: BaseModel, context: Context) -> Truth:
    """Whether one condition holds for ``item``."""
    if condition.any_ is not None:
        return _any(holds(part, item, context) for part in condition.any_)
    if condition.items is not None:
        return _items_hold(condition, item, context)
    if condition.figure is not None:
        slot = context.figures[condition.figure]
        return _number_holds(condition, slot.value.value) if isinstance(slot, Available) else None
    if condition.answer is not None:
        return _answer_holds(condition, _answer_value(condition.answer, item, context))
    return _fact_holds(condition, condition.fact or "", item)


def unknown_names(
    conditions: Iterable[Condition], item: BaseModel, context: Context
) -> tuple[str, ...]:
    """Return what is lacking to decide ``conditions``: facts, answers or figures."""
    return tuple(
        name
        for condition in conditions
        if holds(condition, item, context) is None
        for name in _subjects(condition, item, context)
    )


def _subjects(condition: Condition, item: BaseModel, context: Context) -> tuple[str, ...]:
    if condition.any_ is not None:
        return unknown_names(condition.any_, item, context)
    return (condition.fact or condition.answer or condition.figure or condition.items or "",)


def _all(truths: Iterable[Truth]) -> Truth:
    outcome: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            outcome = None
    return outcome


def _any(truths: Iterable[Truth]) -> Truth:
    found = list(truths)
    return True if True in found else None if None in found else False


def _items_hold(condition: Condition, item: BaseModel, context: Context) -> Truth:
    path = condition.items or ""
    values = values_at(item, path)
    fact = find_fact(path, type(item))
    if values is None or (not values and fact is not None and not fact.optional):
        return None
    exists = _any(all_hold(condition.where, value, context) for value in values)
    return exists if condition.exist or exists is None else not exists


def _fact_holds(condition: Condition, path: str, item: BaseModel) -> Truth:
    values = values_at(item, path)
    if condition.known is not None:
        return bool(values) is condition.known
    if values is None:
        return None
    if condition.is_ is not None or condition.is_not is not None:
        return _some_words_hold(condition, item, path, values)
    if not values:
        return None
    value = values[0]
    if isinstance(value, date):
        return _date_holds(condition, value, item)
    return _number_holds(condition, value.mid if isinstance(value, Estimate) else value)


def _some_words_hold(
    condition: Condition, item: BaseModel, path: str, values: tuple[object, ...]
) -> Truth:
    """What an item leaves open can still make ``is`` true and ``is_not`` false."""
    truth = _words_hold(condition, tuple(_word(value) for value in values))
    settled = truth is (condition.is_ is not None)
    return truth if settled or known_throughout(item, path) else None


def _words_hold(condition: Condition, words: tuple[str, ...] | None) -> Truth:
    if condition.known is not None:
        return (words is not None) is condition.known
    if words is None:
        return None
    if condition.is_ is not None:
        return not set(words).isdisjoint(condition.is_)
    return set(words).isdisjoint(condition.is_not or ())


def _answer_value(rule_id: str, item: BaseModel, context: Context) -> str | None:
    answer: Answer | None
    if isinstance(item, Obligation | Regulation):
        answer = find_answer(item.answers, rule_id)
    else:
        answer = context.answers.get(rule_id)
    return answer.value if answer else None


def _answer_holds(condition: Condition, value: str | None) -> Truth:
    """Take "weet ik niet" for an answer only where the condition asks for it."""
    listed = (*(condition.is_ or ()), *(condition.is_not or ()))
    if value == DONT_KNOW and condition.known is None and value not in listed:
        return None
    return _words_hold(condition, None if value is None else (value,))


def _number_holds(condition: Condition, value: Decimal) -> Truth:
    if condition.at_least is not None:
        return value >= condition.at_least
    return condition.at_most is not None and value <= condition.at_most


def _date_holds(condition: Condition, value: date, item: BaseModel) -> Truth:
    other = values_at(item, condition.earlier_than or condition.later_than or "")
    if not other:
        return None
    return bool(value < other[0] if condition.earlier_than else value > other[0])


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
