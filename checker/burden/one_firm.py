"""What one firm pays: a firm to which something applies, not the average of all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.burden import formula
from checker.burden.formula import Amounts
from checker.models.cost import Each, InputKind, Line, Totals, Variable
from checker.models.obligation import Effect

ONE = Variable("", InputKind.FIRMS, Decimal(1), Decimal(1), Decimal(1))
"""The number of firms where one firm is meant."""
_ALL = Decimal(1)
_NOTHING = Decimal(0)

_PARTS = ("one_off", "recurring", "hours_one_off", "hours_recurring")


def totals(line: Line, *, in_full: bool = False) -> Totals:
    """Return what ``line`` is for one firm to which it applies; one event, where events count.

    Args:
        line: an activity in the size class of the firm.
        in_full: as in the very year in which it falls: what comes every few years counts whole,
            and what was bought is not replaced yet.
    """
    own = _of_one(line)
    if in_full:
        own = replace(own, inputs=replace(own.inputs, every_years=None, lifetime=None))
    return formula.totals(own)


def _of_one(line: Line) -> Line:
    given = replace(line.inputs, firms=(ONE,), overlaps=(), share=None)
    if given.events is not None:
        given = replace(given, events=None, per_firm=None, times=None, every_years=None)
    return replace(line, inputs=given)


def chance(line: Line) -> Decimal:
    """Return the part of the firms to which ``line`` applies, or has an event in a year; 0 to 1."""
    return min(_events_of_one(line), _ALL) if line.inputs.events is not None else _share(line)


def hardest_hit(lines: Iterable[Line], pairs: Iterable[tuple[str, str]] = ()) -> Each:
    """Return what the firms that pay the most pay each, by middle values.

    What applies to fewer firms is taken to fall on those to whom the wider duties apply as well.
    Then the firms that one activity applies to also bear all that is as wide or wider, and what is
    abolished comes off as far as it reaches them. Of these groups of firms, in each target group
    and where two overlap, the one that pays the most counts. So another duty can never make the
    amount smaller. Events count by how many a firm has in a year on average.

    Args:
        lines: of one size class, with what is voluntary left out.
        pairs: target groups that have firms in common: those bear what is laid on either.

    Returns:
        Euro and hours of one firm; None where no line is there.
    """
    own = [_share_of(line) for line in lines if line.inputs.starters is None]
    groups = [{name} for name in dict.fromkeys(n for part in own for n in part.line.groups)]
    by_group = [
        [part for part in own if group & {*part.line.groups}]
        for group in (*groups, *({*pair} for pair in pairs))
    ]
    if not by_group:
        return Each()
    return Each(**{name: max(_most(group, name) for group in by_group) for name in _PARTS})


@dataclass(frozen=True)
class _Share:
    """What a line is for one firm on average over a year, and for which part of the firms."""

    line: Line
    width: Decimal
    times: Decimal
    amounts: Amounts

    def amount(self, part: str) -> Decimal:
        amount: Decimal = getattr(self.amounts, part)
        return amount * self.times


def _share_of(line: Line) -> _Share:
    middle = formula.amounts(_of_one(line), lambda variable: variable.mid)
    return _Share(line, _width(line), _times(line), middle)


def _most(parts: Sequence[_Share], name: str) -> Decimal:
    """Return the most that firms of one target group pay each, or that all of them pay."""
    widths = {p.width for p in parts if p.line.effect is Effect.INTRODUCED and p.width}
    return max(_borne(parts, name, width) for width in {_ALL, *widths})


def _borne(parts: Iterable[_Share], name: str, narrow: Decimal) -> Decimal:
    borne = _NOTHING
    for part in parts:
        if part.line.effect is Effect.ABOLISHED:
            borne += part.amount(name) * min(part.width / narrow, _ALL)
        elif part.width >= narrow:
            borne += part.amount(name)
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
