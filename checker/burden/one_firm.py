"""What one firm pays: a firm to which something applies, not the average of all."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from checker.burden import formula
from checker.models.cost import Each, InputKind, Line, Totals, Variable
from checker.models.obligation import Effect

ONE = Variable("", InputKind.FIRMS, Decimal(1), Decimal(1), Decimal(1))
"""The number of firms where one firm is meant."""
_ALL = Decimal(1)
_NOTHING = Decimal(0)

Part = Callable[[Totals], Decimal]
_PARTS: Mapping[str, Part] = {
    "one_off": lambda totals: totals.one_off.mid,
    "recurring": lambda totals: totals.recurring.mid,
    "hours_one_off": lambda totals: totals.hours_one_off.mid,
    "hours_recurring": lambda totals: totals.hours_recurring.mid,
}


def totals(line: Line, *, in_full: bool = False) -> Totals:
    """Return what ``line`` is for one firm to which it applies; one event, where events count.

    Args:
        line: an activity in the size class of the firm.
        in_full: as in the very year in which it falls: what comes every few years counts whole,
            and what was bought is not replaced yet.
    """
    given = replace(line.inputs, firms=(ONE,), overlaps=(), share=None)
    if given.events is not None:
        given = replace(given, events=None, per_firm=None, times=None, every_years=None)
    if in_full:
        given = replace(given, every_years=None, lifetime=None)
    return formula.totals(replace(line, inputs=given))


def chance(line: Line) -> Decimal:
    """Return the part of the firms to which ``line`` applies, or has an event in a year; 0 to 1."""
    return min(_events_of_one(line), _ALL) if line.inputs.events is not None else _share(line)


def hardest_hit(lines: Iterable[Line]) -> Each:
    """Return what the firms that pay the most pay each, by middle values.

    What applies to fewer firms is taken to fall on those to whom the wider duties apply as well.
    Then the firms that one activity applies to also bear all that is as wide or wider, and what is
    abolished comes off as far as it reaches them. Of these groups of firms, in each target group,
    the one that pays the most counts. So another duty can never make the amount smaller. Events
    count by how many a firm has in a year on average.

    Args:
        lines: of one size class, with what is voluntary left out.

    Returns:
        Euro and hours of one firm; None where no line is there.
    """
    own = tuple(line for line in lines if line.inputs.starters is None)
    by_group = [[line for line in own if name in line.groups] for name in _groups(own)]
    if not by_group:
        return Each()
    return Each(**{name: max(_most(g, part) for g in by_group) for name, part in _PARTS.items()})


def _groups(lines: Iterable[Line]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for line in lines for name in line.groups))


def _most(lines: Iterable[Line], part: Part) -> Decimal:
    """Return the most that firms of one target group pay each, or that all of them pay."""
    amounts = [(line, _width(line), part(totals(line)) * _times(line)) for line in lines]
    widths = {w for line, w, _ in amounts if line.effect is Effect.INTRODUCED and w}
    return max(_borne(amounts, width) for width in {_ALL, *widths})


def _borne(amounts: Iterable[tuple[Line, Decimal, Decimal]], narrow: Decimal) -> Decimal:
    borne = _NOTHING
    for line, width, amount in amounts:
        if line.effect is Effect.ABOLISHED:
            borne += amount * min(width / narrow, _ALL)
        elif width >= narrow:
            borne += amount
    return borne


def _width(line: Line) -> Decimal:
    return _ALL if line.inputs.events is not None else _share(line)


def _times(line: Line) -> Decimal:
    return _events_of_one(line) if line.inputs.events is not None else _ALL


def _share(line: Line) -> Decimal:
    return line.inputs.share.mid if line.inputs.share is not None else _ALL


def _events_of_one(line: Line) -> Decimal:
    given = line.inputs
    assert given.events is not None
    twice = sum((overlap.mid for overlap in given.overlaps), _NOTHING)
    firms = sum((variable.mid for variable in given.firms), _NOTHING) - twice
    return given.events.mid * given.events_weight / firms if firms > 0 else _NOTHING
