"""How sure a calculation is: what a simulation gives, and which inputs matter most."""

from dataclasses import dataclass
from decimal import Decimal

from checker.models.cost import Variable


@dataclass(frozen=True, slots=True)
class Spread:
    """Percentiles of a simulated amount, in euro."""

    p5: Decimal
    p50: Decimal
    p95: Decimal


@dataclass(frozen=True, slots=True)
class Simulation:
    """What thousands of draws from the ranges of all inputs give."""

    draws: int
    seed: int
    one_off: Spread
    recurring: Spread


@dataclass(frozen=True, slots=True)
class Swing:
    """What one input does to the total, all others at their middle value; differences in euro."""

    variable: Variable
    one_off_low: Decimal
    one_off_high: Decimal
    recurring_low: Decimal
    recurring_high: Decimal

    @property
    def one_off_width(self) -> Decimal:
        """How far the one-off total moves."""
        return abs(self.one_off_high - self.one_off_low)

    @property
    def recurring_width(self) -> Decimal:
        """How far the recurring total moves."""
        return abs(self.recurring_high - self.recurring_low)


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """Swings, largest first."""

    by_range: tuple[Swing, ...]
    """Each input from its lowest to its highest value; only those with a range."""
    by_fifth: tuple[Swing, ...]
    """Each input 20 % lower and 20 % higher; a share never above 1."""
