"""Named figures that rules can hold against a bound. ``checker/figures.py`` computes them."""

from decimal import Decimal
from enum import StrEnum

from checker.models.base import Model


class Unit(StrEnum):
    """The unit of a figure."""

    COUNT = "count"
    WEEKS = "weeks"
    DAYS = "days"
    SHARE = "share"
    EURO = "euro"
    HOURS = "hours"
    RATIO = "ratio"
    EXACT = "exact"
    """A number with every decimal that counts, such as 0.05."""


class FigureId(StrEnum):
    """Every figure a rule may name. The meaning of each stands in the content files."""

    FIRMS_SMALL = "firms_small"
    SIZE_CLASSES_COUNTED = "size_classes_counted"
    SMALL_CLASSES_UNQUANTIFIED = "small_classes_unquantified"
    OBLIGATIONS = "obligations"
    INFORMATION_OBLIGATIONS_ON_ONE = "information_obligations_on_one"
    AUTHORISATIONS = "authorisations"
    EXPERTS_REQUIRED = "experts_required"
    EXCEPTIONS = "exceptions"
    DECISIONS = "decisions"
    INSPECTION_RATE_SMALL = "inspection_rate_small"
    CONSULTATION_WEEKS = "consultation_weeks"
    DAYS_BEFORE_EU_DEADLINE = "days_before_eu_deadline"
    PANEL_SMALL_SHARE = "panel_small_share"
    HOURS_PER_SMALL_FIRM = "hours_per_small_firm"
    COSTS_PER_SMALL_FIRM = "costs_per_small_firm"
    HOURS_PER_FIRM_OF_ONE = "hours_per_firm_of_one"
    COSTS_PER_FIRM_OF_ONE = "costs_per_firm_of_one"
    ONE_OFF_PER_SMALL_FIRM = "one_off_per_small_firm"
    ONE_OFF_PER_MONTH = "one_off_per_month"
    BURDEN_RATIO = "burden_ratio"
    CALCULATION_COMPLETE = "calculation_complete"
    INPUTS_WITHOUT_SOURCE = "inputs_without_source"
    INPUTS_GUESSED = "inputs_guessed"
    ACTIONS_ON_ONE = "actions_on_one"


UNITS: dict[FigureId, Unit] = dict.fromkeys(FigureId, Unit.COUNT) | {
    FigureId.INSPECTION_RATE_SMALL: Unit.SHARE,
    FigureId.CONSULTATION_WEEKS: Unit.WEEKS,
    FigureId.DAYS_BEFORE_EU_DEADLINE: Unit.DAYS,
    FigureId.PANEL_SMALL_SHARE: Unit.SHARE,
    FigureId.HOURS_PER_SMALL_FIRM: Unit.HOURS,
    FigureId.COSTS_PER_SMALL_FIRM: Unit.EURO,
    FigureId.HOURS_PER_FIRM_OF_ONE: Unit.HOURS,
    FigureId.COSTS_PER_FIRM_OF_ONE: Unit.EURO,
    FigureId.ONE_OFF_PER_SMALL_FIRM: Unit.EURO,
    FigureId.ONE_OFF_PER_MONTH: Unit.EURO,
    FigureId.BURDEN_RATIO: Unit.RATIO,
    FigureId.CALCULATION_COMPLETE: Unit.SHARE,
    FigureId.INPUTS_WITHOUT_SOURCE: Unit.SHARE,
    FigureId.INPUTS_GUESSED: Unit.SHARE,
}


class Figure(Model):
    """The value of a figure, in the unit that belongs to its id. May be negative."""

    id: FigureId
    value: Decimal

    @property
    def unit(self) -> Unit:
        """The unit of the value."""
        return UNITS[self.id]
