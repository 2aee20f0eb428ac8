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


UNITS: dict[FigureId, Unit] = dict.fromkeys(FigureId, Unit.COUNT) | {
    FigureId.INSPECTION_RATE_SMALL: Unit.SHARE,
    FigureId.CONSULTATION_WEEKS: Unit.WEEKS,
    FigureId.DAYS_BEFORE_EU_DEADLINE: Unit.DAYS,
    FigureId.PANEL_SMALL_SHARE: Unit.SHARE,
}


class Figure(Model):
    """The value of a figure, in the unit that belongs to its id. May be negative."""

    id: FigureId
    value: Decimal

    @property
    def unit(self) -> Unit:
        """The unit of the value."""
        return UNITS[self.id]
