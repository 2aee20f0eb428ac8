"""What a regulation means for one made-up firm: what it must do, and what that costs it."""

from dataclasses import replace
from decimal import Decimal, localcontext

from checker.burden import formula
from checker.burden.formula import EXACT
from checker.models.cost import (
    Burden,
    InputKind,
    Inputs,
    Line,
    PersonaCosts,
    Range,
    Task,
    Totals,
    Variable,
    add_up,
)
from checker.models.obligation import Timing
from checker.models.parameters import Persona
from checker.models.regulation import Addressee

_ONE_FIRM = Variable("", InputKind.FIRMS, Decimal(1), Decimal(1), Decimal(1))
_NOTHING = Decimal(0)
_ALL = Decimal(1)


def of(persona: Persona, burden: Burden) -> PersonaCosts:
    """Return what the regulation means for ``persona``.

    The firm is taken to be in every target group that has firms of its size, and to have the means
    of its class (minutes, persons per firm and the like). Familiarisation counts once, starters
    do not, and what is voluntary stays out.
    """
    with localcontext(EXACT):
        lines = _lines_of(persona, burden)
        tasks = tuple(_task(line) for line in lines)
        certain = add_up(task.totals for task in tasks if task.chance == _ALL)
        possible = add_up(task.totals for task in tasks)
        first = [_first_year(line) for line in lines]
        return PersonaCosts(
            persona=persona,
            tasks=tasks,
            certain=certain,
            possible=possible,
            first_year=sum((euro for euro, _ in first), Range()),
            first_year_hours=sum((hours for _, hours in first), _NOTHING),
            complete=burden.complete
            or all(c.complete for c in burden.by_size_class if c.size_class is persona.size_class),
        )


def _lines_of(persona: Persona, burden: Burden) -> tuple[Line, ...]:
    """Return the lines that this firm finds on its desk, in the order of the dossier."""
    own = [
        line
        for line in burden.lines
        if line.addressee is Addressee.FIRM
        and line.size_class is persona.size_class
        and line.counted
        and line.inputs.starters is None
    ]
    reading: dict[int, list[Line]] = {}
    for line in own:
        if line.familiarisation:
            reading.setdefault(line.obligation, []).append(line)
    # Groups can read for different obligations; a firm that is in all of them reads for one.
    read = max(reading.values(), key=_cost_of_reading, default=[])
    kept = (line for line in own if not line.familiarisation or line in read)
    return tuple(sorted(kept, key=lambda line: (line.obligation, line.activity)))


def _cost_of_reading(lines: list[Line]) -> Decimal:
    return sum((_own(line).totals.one_off.mid for line in lines), _NOTHING)


def _own(line: Line, *, in_full: bool = False) -> Line:
    """Return the line as it is for one firm to which it applies."""
    given: Inputs = replace(line.inputs, firms=(_ONE_FIRM,), overlaps=(), share=None, events=None)
    if in_full:
        given = replace(given, every_years=None)
    own = replace(line, inputs=given)
    return replace(own, totals=formula.totals(own))


def _task(line: Line) -> Task:
    given = line.inputs
    by_event = given.events is not None
    return Task(
        obligation=line.obligation,
        activity=line.activity,
        timing=line.timing,
        effect=line.effect,
        familiarisation=line.familiarisation,
        times=None if by_event or given.times is None else given.times.mid,
        every_years=given.every_years,
        chance=_chance(line),
        totals=_own(line).totals,
    )


def _chance(line: Line) -> Decimal:
    given = line.inputs
    if given.events is not None:
        firms = sum((variable.mid for variable in given.firms), _NOTHING)
        events = given.events.mid * given.events_weight
        return min(events / firms, _ALL) if firms else _NOTHING
    return given.share.mid if given.share is not None else _ALL


def _first_year(line: Line) -> tuple[Range, Decimal]:
    """Return euro and hours of the first year: what returns every few years falls in it once."""
    totals: Totals = _own(line, in_full=True).totals
    hours = totals.hours_one_off.mid + totals.hours_recurring.mid
    if line.timing is Timing.ONE_OFF:
        return totals.one_off + totals.recurring, hours
    return totals.recurring, hours
