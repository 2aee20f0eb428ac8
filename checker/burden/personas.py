"""What a regulation means for one made-up firm: what it must do, and what that costs it."""

from decimal import Decimal, localcontext

from checker.burden import one_firm
from checker.burden.formula import EXACT
from checker.models.cost import (
    Burden,
    Line,
    PersonaCosts,
    Range,
    Task,
    add_up,
)
from checker.models.obligation import Effect
from checker.models.parameters import Persona
from checker.models.regulation import Addressee

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
    return sum((one_firm.totals(line).one_off.mid for line in lines), _NOTHING)


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
        chance=one_firm.chance(line),
        usual=_NOTHING if given.business_as_usual is None else given.business_as_usual.mid,
        totals=one_firm.totals(line),
    )


def _first_year(line: Line) -> tuple[Range, Decimal]:
    """Return euro and hours of the first year: what returns every few years falls in it once.

    A saving that comes every few years need not fall in the first one: it counts by the year.
    """
    totals = one_firm.totals(line, in_full=line.effect is Effect.INTRODUCED)
    hours = totals.hours_one_off.mid + totals.hours_recurring.mid
    return totals.one_off + totals.recurring, hours
