"""How sure the costs are, as plain values: percentiles, and which inputs matter most."""

from collections.abc import Callable, Iterable
from typing import Any

from checker.burden import uncertainty
from checker.models.cost import Burden, Variable, known
from checker.models.uncertainty import Spread, Swing
from checker.report import amounts_json
from checker.report.amounts_json import decimal


def of(costs: Burden, name: Callable[[Variable], str]) -> dict[str, Any]:
    """Return the simulation, and the effect of each input alone.

    Args:
        costs: of a regulation.
        name: how an input is called.
    """
    simulation = uncertainty.simulate(costs)
    sensitivity = uncertainty.sensitivity(costs)
    return {
        "one_off": _spread(simulation.one_off, costs),
        "recurring": _spread(simulation.recurring, costs),
        "draws": simulation.draws,
        "seed": simulation.seed,
        "ranked": _swings(sensitivity.by_range, name),
        "fifth": _swings(sensitivity.by_fifth, name),
    }


def _spread(spread: Spread, costs: Burden) -> dict[str, str | None]:
    names = ("p5", "p50", "p95")
    values = (known(getattr(spread, name), complete=costs.complete) for name in names)
    return dict(zip(names, map(decimal, values), strict=True))


def _swings(swings: Iterable[Swing], name: Callable[[Variable], str]) -> list[dict[str, Any]]:
    return [
        {
            **amounts_json.variable(swing.variable),
            "text": name(swing.variable),
            "one_off": {"low": decimal(swing.one_off_low), "high": decimal(swing.one_off_high)},
            "recurring": {
                "low": decimal(swing.recurring_low),
                "high": decimal(swing.recurring_high),
            },
        }
        for swing in swings
    ]
