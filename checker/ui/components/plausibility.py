"""Gentle questions about a number that can be, but seldom is: what stands beneath its field."""

from collections.abc import Callable
from decimal import Decimal

from checker.content import cost_words, say
from checker.models.estimate import Estimate
from checker.models.problem import Path
from checker.models.size_class import SizeClass
from checker.ui import state

_BOUNDS: dict[SizeClass, tuple[int, int | None]] = {
    SizeClass.ONE: (1, 1),
    SizeClass.TWO_TO_NINE: (2, 9),
    SizeClass.TEN_TO_49: (10, 49),
    SizeClass.FIFTY_TO_249: (50, 249),
    SizeClass.FROM_250: (250, None),
}
_WORKING_WEEK = Decimal(40 * 60)
"""Minutes."""


def questions(path: Path) -> tuple[str, ...]:
    """Return what to ask about the number at ``path``; nothing where it is like others."""
    ask, found = _ASKED.get(str(path[-1])), state.value(path) if path else None
    if ask is None or not isinstance(found, Estimate):
        return ()
    return tuple(question for question in ask(path, found) if question)


def _say(key: str, **values: object) -> str:
    return say(state.language(), f"costing/odd/{key}", **values)


def _persons(path: Path, found: Estimate) -> tuple[str, ...]:
    if path[0] != "target_groups":
        return () if found.high else (_say("no_persons"),)
    size = SizeClass(str(path[-2]))
    least, most = _BOUNDS[size]
    if least <= found.mid and (most is None or found.mid <= most):
        return ()
    name = cost_words.size_name(size, state.language())
    return (_say("mean_outside_class", mean=found.mid, size=name),)


def _share(_: Path, found: Estimate) -> tuple[str, ...]:
    return () if found.high else (_say("no_share"),)


def _usual(_: Path, found: Estimate) -> tuple[str, ...]:
    return (_say("all_usual"),) if found.low == 1 else ()


def _minutes(_: Path, found: Estimate) -> tuple[str, ...]:
    if not found.high:
        return (_say("no_minutes"),)
    hours = cost_words.hours(found.mid / 60)
    return (_say("long", hours=hours),) if found.mid > _WORKING_WEEK else ()


def _events(_: Path, found: Estimate) -> tuple[str, ...]:
    return () if found.high else (_say("no_events"),)


_ASKED: dict[str, Callable[[Path, Estimate], tuple[str, ...]]] = {
    "persons_per_firm": _persons,
    "share": _share,
    "business_as_usual": _usual,
    "minutes": _minutes,
    "events_per_year": _events,
}
"""By name of the field."""
