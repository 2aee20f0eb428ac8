"""Which input matters most, and what all ranges together do to the total.

The simulation draws every input from a triangular distribution between its lowest and highest
value with its top at the middle one, each input once per draw, also where several lines share it;
inputs are taken as independent of each other. The same seed gives the same result.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal, localcontext

import numpy as np
import numpy.typing as npt

from checker.burden import formula
from checker.burden.formula import EXACT, Arithmetic
from checker.models.cost import SHARES, Burden, Line, Variable
from checker.models.regulation import Addressee
from checker.models.uncertainty import Sensitivity, Simulation, Spread, Swing

DRAWS = 10_000
SEED = 20_180_701
"""Any fixed number will do: it makes a result repeatable."""
FIFTH = Decimal("0.2")

_CENT = Decimal("0.01")

Array = npt.NDArray[np.float64]
_ARRAYS = Arithmetic(
    number=float,
    divide=lambda value, by: value / float(by),
    positive=lambda value: np.maximum(value, 0.0),
)


def simulate(burden: Burden, draws: int = DRAWS, seed: int = SEED) -> Simulation:
    """Return the percentiles of the totals of firms over ``draws`` draws.

    Amounts are euro, to the cent: a simulation is no more exact than that.
    """
    generator = np.random.default_rng(seed)
    drawn = {id(variable): _draw(variable, draws, generator) for variable in burden.variables}
    one_off, recurring = np.zeros(draws), np.zeros(draws)
    for line in _counted(burden):
        amounts = formula.amounts(line, lambda variable: drawn[id(variable)], _ARRAYS)
        one_off += amounts.one_off
        recurring += amounts.recurring
    return Simulation(draws, seed, _spread(one_off), _spread(recurring))


def _draw(variable: Variable, draws: int, generator: np.random.Generator) -> Array | float:
    """Return ``draws`` values of an input, or its one value where it has no range."""
    if not variable.is_range:
        return float(variable.mid)
    low, mid, high = float(variable.low), float(variable.mid), float(variable.high)
    return generator.triangular(low, mid, high, draws)


def _spread(values: Array) -> Spread:
    percentiles = np.percentile(values, (5, 50, 95))
    return Spread(*(Decimal(str(value)).quantize(_CENT) for value in percentiles.tolist()))


def sensitivity(burden: Burden) -> Sensitivity:
    """Return what each input alone does to the totals of firms, largest effect first."""
    with localcontext(EXACT):
        lines: dict[int, list[Line]] = {}
        for line in _counted(burden):
            for variable in line.inputs.variables:
                lines.setdefault(id(variable), []).append(line)
        uncertain = (variable for variable in burden.variables if variable.is_range)
        by_range = [_swing(v, v.low, v.high, lines[id(v)]) for v in uncertain]
        by_fifth = [_swing(v, *_fifth(v), lines[id(v)]) for v in burden.variables if v.mid]
    return Sensitivity(_ranked(by_range), _ranked(by_fifth))


def _fifth(variable: Variable) -> tuple[Decimal, Decimal]:
    high = variable.mid * (1 + FIFTH)
    if variable.kind in SHARES:
        high = min(high, Decimal(1))
    return variable.mid * (1 - FIFTH), high


def _swing(variable: Variable, low: Decimal, high: Decimal, lines: Iterable[Line]) -> Swing:
    changes = [Decimal(0)] * 4
    for line in lines:
        middle, down, up = (
            formula.amounts(line, _pick(variable, value)) for value in (variable.mid, low, high)
        )
        changes[0] += down.one_off - middle.one_off
        changes[1] += up.one_off - middle.one_off
        changes[2] += down.recurring - middle.recurring
        changes[3] += up.recurring - middle.recurring
    return Swing(variable, *changes)


def _pick(changed: Variable, value: Decimal) -> Callable[[Variable], Decimal]:
    return lambda variable: value if variable is changed else variable.mid


def _ranked(swings: Iterable[Swing]) -> tuple[Swing, ...]:
    """Return swings by what they do to recurring costs, then to one-off costs."""
    return tuple(
        sorted(swings, key=lambda s: (-s.recurring_width, -s.one_off_width, s.variable.key))
    )


def _counted(burden: Burden) -> list[Line]:
    return [ln for ln in burden.lines if ln.counted and ln.addressee is Addressee.FIRM]
