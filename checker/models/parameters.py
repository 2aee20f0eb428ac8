"""The values that calculations rest on, from ``rules/parameters/``: each with its source.

Every value names a source of ``sources.yaml`` and says whether it was read there. What is not
verified is marked wherever it enters a result.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from checker.models.base import (
    Count,
    Day,
    Flag,
    Label,
    Model,
    Number,
    PositiveCount,
    PositiveNumber,
    Slug,
    Text,
    Year,
    refuse_duplicates,
)
from checker.models.obligation import Complexity, PurchaseKind
from checker.models.size_class import AnySizeClass, SizeClass


class Sourced(Model):
    """A value with where it comes from."""

    source: Slug
    """Id of a source in ``sources.yaml``."""
    verified: Flag
    """Whether it was read at the source."""
    note: Text | None = None
    """What a user of the value must know."""


class StaffCategory(Model):
    """A sort of staff whose hours have a tariff."""

    id: Slug
    title: Text
    words: tuple[Label, ...] = ()
    """Other names under which it occurs in tables, in any language."""


class Tariff(Model):
    """What an hour of one staff category costs, in euro."""

    category: Slug
    amount: PositiveNumber


class TariffSet(Sourced):
    """Tariffs of one edition of one source, valid from a date."""

    id: Slug
    title: Text
    edition: Label
    valid_from: Day
    price_level: Year
    """Year of the prices."""
    standard: Flag = False
    """Whether it is used where a dossier chooses none."""
    tariffs: Annotated[
        tuple[Tariff, ...], AfterValidator(lambda values: refuse_duplicates(values, "category"))
    ] = ()
    all_categories: PositiveNumber | None = None
    """One amount for every category that is not in the list."""

    @model_validator(mode="after")
    def _has_tariffs(self) -> Self:
        if not self.tariffs and self.all_categories is None:
            raise PydanticCustomError("no_tariffs", "no tariffs", {})
        return self

    def amount(self, category: str) -> Decimal | None:
        """Return euro an hour for ``category``, or None where the set says nothing of it."""
        found = (tariff.amount for tariff in self.tariffs if tariff.category == category)
        return next(found, self.all_categories)


class Tariffs(Model):
    """``tariffs.yaml``."""

    categories: Annotated[
        tuple[StaffCategory, ...],
        Field(min_length=1),
        AfterValidator(lambda values: refuse_duplicates(values, "id")),
    ]
    citizen: Slug
    """Category of citizens' own time."""
    sets: Annotated[
        tuple[TariffSet, ...],
        Field(min_length=1),
        AfterValidator(lambda values: refuse_duplicates(values, "id")),
    ]

    @model_validator(mode="after")
    def _known_categories(self) -> Self:
        known = {category.id for category in self.categories}
        used = {tariff.category for tariffs in self.sets for tariff in tariffs.tariffs}
        unknown = sorted((used | {self.citizen}) - known)
        if unknown:
            context = {"value": ", ".join(unknown), "allowed": ", ".join(sorted(known))}
            raise PydanticCustomError("unknown_category", "unknown category", context)
        if not any(tariffs.standard for tariffs in self.sets):
            raise PydanticCustomError("no_standard_set", "no standard set", {})
        return self

    def at(self, day: date) -> TariffSet:
        """Return the standard set in force on ``day``; before the first one, the first."""
        standard = sorted((s for s in self.sets if s.standard), key=lambda s: s.valid_from)
        begun = [tariffs for tariffs in standard if tariffs.valid_from <= day]
        return begun[-1] if begun else standard[0]


class Minutes(Model):
    """Minutes each time in three complexities."""

    easy: PositiveNumber
    medium: PositiveNumber
    complex: PositiveNumber

    @model_validator(mode="after")
    def _rising(self) -> Self:
        if not self.easy <= self.medium <= self.complex:
            raise PydanticCustomError("minutes_order", "easy, medium, complex", {})
        return self

    def of(self, complexity: Complexity) -> Decimal:
        """Return the minutes of ``complexity``."""
        by_level = {"easy": self.easy, "medium": self.medium, "complex": self.complex}
        return by_level[complexity]


class StandardActivity(Sourced):
    """A usual activity with its minutes in three complexities."""

    id: Slug
    title: Text
    minutes: Minutes
    foreign: Flag = False
    """From another country: a fallback where no Dutch figure is known."""
    familiarisation: Flag = False
    """Whether it is reading what is asked."""


class FirmNumber(Model):
    """Number of firms with at least ``from_persons`` and at most ``to_persons``."""

    from_persons: Annotated[Count, Field(ge=1)]
    to_persons: Annotated[Count, Field(ge=1)] | None = None
    """None: no upper bound."""
    firms: Count
    derived: Flag = False
    """Calculated from published numbers, not published itself."""
    source: Slug | None = None
    """Where it is from another source than the rest."""

    @property
    def size_class(self) -> SizeClass | None:
        """The size class it counts, or None where it counts something wider or narrower."""
        return _CLASSES.get((int(self.from_persons), _whole(self.to_persons)))


def _whole(value: Decimal | None) -> int | None:
    return None if value is None else int(value)


_CLASSES = {
    (1, 1): SizeClass.ONE,
    (2, 9): SizeClass.TWO_TO_NINE,
    (10, 49): SizeClass.TEN_TO_49,
    (50, 249): SizeClass.FIFTY_TO_249,
    (250, None): SizeClass.FROM_250,
}


class FirmNumbers(Sourced):
    """Numbers of firms in one sector in one period."""

    id: Slug
    title: Text
    sector: Label
    """Letter or code of the standard industrial classification (SBI); ``A-U`` is all of it."""
    period: Label
    counts: Annotated[tuple[FirmNumber, ...], Field(min_length=1)]


class MeanPersons(Sourced):
    """Mean number of working persons of a firm of one size class."""

    size_class: AnySizeClass
    persons: PositiveNumber


class Rate(Sourced):
    """A rate a year, such as 0.0225."""

    value: Annotated[Number, Field(lt=1)]


class Years(Sourced):
    """A number of years."""

    value: PositiveCount


class YearValue(Model):
    """The value of one year."""

    year: Year
    value: PositiveNumber


class PriceIndex(Sourced):
    """A price index by year; only ratios of it are used."""

    title: Text
    values: Annotated[
        tuple[YearValue, ...],
        Field(min_length=1),
        AfterValidator(lambda values: refuse_duplicates(values, "year")),
    ]

    def at(self, year: int) -> YearValue | None:
        """Return the index of ``year``, or of the last year before it; None before the first."""
        known = [value for value in self.values if value.year <= year]
        return max(known, key=lambda value: value.year, default=None)


class General(Model):
    """``general.yaml``: what no other file holds."""

    edition: Label
    """Name of this edition of the parameters, as reports give it."""
    discount_rate: Rate
    horizon: Years
    """Years over which one-off costs are spread in the yearly equivalent."""
    mean_persons: Annotated[
        tuple[MeanPersons, ...],
        AfterValidator(lambda values: refuse_duplicates(values, "size_class")),
    ]
    price_index: PriceIndex

    @model_validator(mode="after")
    def _every_class(self) -> Self:
        missing = set(SizeClass) - {mean.size_class for mean in self.mean_persons}
        if missing:
            context = {"value": ", ".join(size for size in SizeClass if size in missing)}
            raise PydanticCustomError("classes_missing", "classes missing", context)
        return self


class CostKind(Sourced):
    """A sort of spending, and whether it belongs to regeldrukkosten."""

    id: PurchaseKind
    counted: Flag
    reason: Text
    """Why it is counted or kept apart, as it is told to the user."""
    words: tuple[Label, ...] = ()
    """Dutch and English words in a description that point to it."""


class Persona(Sourced):
    """A made-up firm, to show what a regulation means for one like it."""

    id: Slug
    title: Text
    sector: Label
    persons: Annotated[Count, Field(ge=1)]
    """Working persons, owner included."""
    turnover: PositiveNumber
    """Euro a year: a stated assumption."""

    @property
    def size_class(self) -> SizeClass:
        """The class that its number of persons falls in."""
        bounds = ((1, SizeClass.ONE), (9, SizeClass.TWO_TO_NINE), (49, SizeClass.TEN_TO_49),
                  (249, SizeClass.FIFTY_TO_249))  # fmt: skip
        return next((size for most, size in bounds if self.persons <= most), SizeClass.FROM_250)


class FineCategories(Sourced):
    """What the fine categories of the Criminal Code came to, from a date on."""

    valid_from: Day
    amounts: Annotated[tuple[PositiveNumber, ...], Field(min_length=6, max_length=6)]
    """Highest amount in euro of the first to the sixth category."""

    def amount(self, category: int) -> Decimal:
        """Return the highest amount in euro of a category, 1 to 6."""
        return self.amounts[category - 1]


class Parameters(Model):
    """Everything in ``rules/parameters/``."""

    general: General
    tariffs: Tariffs
    activities: tuple[StandardActivity, ...]
    firms: tuple[FirmNumbers, ...]
    cost_kinds: tuple[CostKind, ...]
    personas: tuple[Persona, ...]
    fine_categories: tuple[FineCategories, ...] = ()

    def fine_categories_at(self, day: date | None) -> FineCategories | None:
        """Return the amounts in force on ``day``, or the newest known where none is given."""
        begun = [f for f in self.fine_categories if day is None or f.valid_from <= day]
        return max(begun, key=lambda found: found.valid_from, default=None)

    def cost_kind(self, kind: PurchaseKind) -> CostKind:
        """Return what is said of ``kind``; the loader makes sure that something is."""
        return next(entry for entry in self.cost_kinds if entry.id is kind)

    def activity(self, name: str) -> StandardActivity | None:
        """Return the standard activity ``name``, if there is one."""
        return next((activity for activity in self.activities if activity.id == name), None)
