"""Costs over the years: growing into an obligation, and the yearly equivalent."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from checker.burden import formula
from checker.models.cost import Line, Range, Totals, YearCosts
from checker.models.obligation import Obligation
from checker.models.parameters import General


def equivalent(lines: Iterable[Line], general: General) -> Range:
    """Return euro a year: one-off costs as an annuity, plus one year's recurring costs.

    Over the horizon ``n`` at discount rate ``r`` a one-off amount is ``r / (1 − (1 + r)^−n)`` of
    itself each year; without a rate it is an ``n``-th. What is bought once with a lifetime is
    replaced only after it: of the ``n`` years those before that carry no replacement.
    """
    return sum((equivalent_of(line, general) for line in lines), Range())


def annuity(general: General) -> Decimal:
    """Return which part of a one-off amount falls in each year of the horizon."""
    years, rate = general.horizon.value, general.discount_rate.value
    growth = (1 + rate) ** int(years)
    return rate * growth / (growth - 1) if rate else 1 / years


def equivalent_of(line: Line, general: General) -> Range:
    """Return what one line adds to the yearly equivalent, in euro a year."""
    part, years = annuity(general), general.horizon.value
    lifetime = line.inputs.lifetime
    once, yearly = line.totals.one_off.times(part), line.totals.recurring
    if lifetime is None:
        return once + yearly
    lasting = formula.totals(replace(line, inputs=replace(line.inputs, lifetime=None))).recurring
    # the two ranges share their inputs, so their difference is taken end by end
    replacement = Range(
        yearly.low - lasting.low, yearly.mid - lasting.mid, yearly.high - lasting.high
    )
    return once + lasting + replacement.times(max(years - lifetime, Decimal(0)) / years)


def by_year(
    lines: Iterable[Line], duties: tuple[Obligation, ...], horizon: Decimal
) -> tuple[YearCosts, ...]:
    """Return the costs of each year of the horizon.

    One-off costs fall in the year in which a firm begins; firms that grow into an obligation over
    ``n`` years begin in ``n`` equal parts. Recurring costs are those of an average year, also
    where something is done or replaced only every few years.
    """
    years = [Range()] * int(horizon)
    for steps, totals in _by_steps(lines, duties).items():
        for year in range(len(years)):
            begun = Decimal(min(year + 1, steps)) / steps
            years[year] = years[year] + totals.recurring.times(begun)
            if year < steps:
                years[year] = years[year] + totals.one_off.times(1 / Decimal(steps))
    return tuple(YearCosts(i + 1, amount) for i, amount in enumerate(years))


def _by_steps(lines: Iterable[Line], duties: tuple[Obligation, ...]) -> dict[int, Totals]:
    """Return the costs of obligations by the number of years in which firms grow into them."""
    found: dict[int, Totals] = {}
    for line in lines:
        steps = int(duties[line.obligation].grows_in_years or 1)
        found[steps] = found.get(steps, Totals()) + line.totals
    return found
