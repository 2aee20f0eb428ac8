"""What a regulation costs: the results of the standard cost model, down to their inputs.

Amounts are euro, time is hours, "recurring" is per year. Everything is unrounded; who shows a
figure rounds it once, half up. A saving is negative. Plain dataclasses: a calculation makes
thousands of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from checker.models.estimate import Certainty
from checker.models.obligation import Effect, ObligationKind, PurchaseKind, Timing
from checker.models.parameters import Persona
from checker.models.regulation import Addressee, AlternativeKind
from checker.models.size_class import SizeClass

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Range:
    """Lowest, middle and highest value; low ≤ mid ≤ high also where they are negative."""

    low: Decimal = ZERO
    mid: Decimal = ZERO
    high: Decimal = ZERO

    def __add__(self, other: "Range") -> "Range":
        return Range(self.low + other.low, self.mid + other.mid, self.high + other.high)

    def __neg__(self) -> "Range":
        return Range(-self.high, -self.mid, -self.low)

    def times(self, factor: Decimal) -> "Range":
        """Return the range times ``factor``, which is not negative."""
        return Range(self.low * factor, self.mid * factor, self.high * factor)


@dataclass(frozen=True, slots=True)
class Totals:
    """Euro and hours, once and every year; the two are never added up."""

    one_off: Range = Range()
    recurring: Range = Range()
    hours_one_off: Range = Range()
    hours_recurring: Range = Range()

    def __add__(self, other: "Totals") -> "Totals":
        return Totals(
            self.one_off + other.one_off,
            self.recurring + other.recurring,
            self.hours_one_off + other.hours_one_off,
            self.hours_recurring + other.hours_recurring,
        )

    def __neg__(self) -> "Totals":
        return Totals(-self.one_off, -self.recurring, -self.hours_one_off, -self.hours_recurring)

    def times(self, factor: Decimal) -> "Totals":
        """Return everything times ``factor``, which is not negative."""
        return Totals(
            self.one_off.times(factor),
            self.recurring.times(factor),
            self.hours_one_off.times(factor),
            self.hours_recurring.times(factor),
        )


def add_up(parts: Iterable[Totals]) -> Totals:
    """Return the sum of ``parts``."""
    return sum(parts, Totals())


Amount = TypeVar("Amount", Decimal, Range)


def known(amount: Amount | None, *, complete: bool) -> Amount | None:
    """Return ``amount``, or None for the zero of a calculation that lacks inputs.

    Such a zero says that nothing could be counted yet, not that it costs nothing. Everything that
    shows or hands on an amount asks here first.
    """
    is_zero = amount is not None and amount == type(amount)()
    return None if is_zero and not complete else amount


class InputKind(StrEnum):
    """What an input of the formula is."""

    FIRMS = "firms"
    OVERLAP = "overlap"
    STARTERS = "starters"
    SHARE = "share"
    TIMES = "times"
    PER_FIRM = "per_firm"
    EVENTS = "events"
    MINUTES = "minutes"
    TARIFF = "tariff"
    OUTSOURCED = "outsourced"
    EXTERNAL_HOURS = "external_hours"
    EXTERNAL_RATE = "external_rate"
    PURCHASES = "purchases"
    MAINTENANCE = "maintenance"
    RESIDUAL = "residual"
    BUSINESS_AS_USUAL = "business_as_usual"
    PERSONS = "persons"
    """Working persons in a firm: no factor of a product, but what totals are divided by."""
    PRICES = "prices"
    """What an amount in prices of another year is multiplied by."""
    EVERY_YEARS = "every_years"
    """Years from one time to the next; a plain number, and part of the inputs of a line."""
    LIFETIME = "lifetime"
    """Years that what was bought lasts; likewise."""
    NATIONAL_SHARE = "national_share"
    """Part that national choices cause: no factor of a product, but what totals are divided by."""
    HORIZON = "horizon"
    """Years over which one-off costs are spread in the yearly equivalent."""
    DISCOUNT_RATE = "discount_rate"


MONEY = frozenset(
    {
        InputKind.TARIFF,
        InputKind.EXTERNAL_RATE,
        InputKind.PURCHASES,
        InputKind.MAINTENANCE,
        InputKind.RESIDUAL,
    }
)
"""Inputs in euro."""
SHARES = frozenset(
    {
        InputKind.SHARE,
        InputKind.BUSINESS_AS_USUAL,
        InputKind.OUTSOURCED,
        InputKind.STARTERS,
        InputKind.NATIONAL_SHARE,
    }
)
"""Inputs from 0 to 1."""


class Provenance(StrEnum):
    """Where the value of an input comes from."""

    DOSSIER = "dossier"
    OWN_TARIFFS = "own_tariffs"
    PARAMETER = "parameter"


@dataclass(frozen=True, slots=True, eq=False)
class Variable:
    """One input with its range. The same input of several lines is the same object."""

    key: str
    """Place in the dossier, or what it is called in the parameters."""
    kind: InputKind
    low: Decimal
    mid: Decimal
    high: Decimal
    provenance: Provenance = Provenance.DOSSIER
    certainty: Certainty = Certainty.UNKNOWN
    source: str | None = None
    """In the words of the dossier, or the id of a source."""
    verified: bool = True
    """False for a parameter that was not read at its source, and for a tariff of an own table."""
    illustrative: bool = False
    entered: Decimal | None = None
    """The middle value before it was brought to another price level."""
    price_years: tuple[int, int] | None = None
    """From which year's prices to which, where it was converted."""

    @property
    def is_range(self) -> bool:
        """Whether it is uncertain."""
        return self.low != self.high

    @property
    def is_doubtful(self) -> bool:
        """Whether nobody read it at its source, or it is only there to illustrate."""
        return self.illustrative or not self.verified

    @property
    def has_source(self) -> bool:
        """Whether somebody can check it."""
        return self.provenance is not Provenance.DOSSIER or bool(self.source)


@dataclass(frozen=True, slots=True)
class Inputs:
    """The inputs of one line; None where the formula does without."""

    firms: tuple[Variable, ...] = ()
    overlaps: tuple[Variable, ...] = ()
    """Firms of those that were counted twice."""
    share: Variable | None = None
    times: Variable | None = None
    every_years: Decimal | None = None
    per_firm: Variable | None = None
    events: Variable | None = None
    events_weight: Decimal = Decimal(1)
    """Part of the events that is counted in this line."""
    minutes: Variable | None = None
    tariff: Variable | None = None
    outsourced: Variable | None = None
    external_hours: Variable | None = None
    external_rate: Variable | None = None
    purchases: Variable | None = None
    maintenance: Variable | None = None
    lifetime: Decimal | None = None
    residual: Variable | None = None
    business_as_usual: Variable | None = None
    starters: Variable | None = None
    """Part of the firms that is new each year; only those count in the line."""

    @property
    def variables(self) -> tuple[Variable, ...]:
        """Every input that is there, in the order of the formula."""
        single = (
            self.starters, self.share, self.times, self.per_firm, self.events, self.minutes,
            self.tariff, self.outsourced, self.external_hours, self.external_rate, self.purchases,
            self.maintenance, self.residual, self.business_as_usual,
        )  # fmt: skip
        named = tuple(variable for variable in single if variable is not None)
        # Where events are counted, the number of firms does not enter the product.
        return named if self.events is not None else (*self.firms, *self.overlaps, *named)


@dataclass(frozen=True, slots=True)
class Line:
    """One activity in one size class: the smallest sum there is."""

    obligation: int
    """Position of the obligation in the dossier."""
    activity: int
    """Position of the activity in the obligation."""
    addressee: Addressee
    size_class: SizeClass | None
    """None for those who are not divided by size."""
    timing: Timing
    effect: Effect
    counted: bool
    """False for what is voluntary: quantified, outside the total."""
    familiarisation: bool
    staff: str | None
    inputs: Inputs
    groups: tuple[str, ...] = ()
    """Ids of the target groups whose firms do it."""
    totals: Totals = Totals()


class Need(StrEnum):
    """What a line lacks."""

    OBLIGATIONS = "obligations"
    TARGET_GROUPS = "target_groups"
    ACTIVITIES = "activities"
    FIRMS = "firms"
    NUMBER = "number"
    TIMING = "timing"
    FREQUENCY = "frequency"
    COSTS = "costs"
    STAFF = "staff"
    TARIFF = "tariff"
    MINUTES = "minutes"
    COMPLEXITY = "complexity"
    EXTERNAL_HOURS = "external_hours"
    EXTERNAL_RATE = "external_rate"


@dataclass(frozen=True, slots=True)
class Gap:
    """An input that is missing, so that a part of the costs is not in the total."""

    need: Need
    path: str
    obligation: int | None = None
    activity: int | None = None
    size_class: SizeClass | None = None
    addressee: Addressee = Addressee.FIRM
    value: str = ""
    counted: bool = True
    """False for what is voluntary: the total does not need it."""


def by_field(gaps: Iterable[Gap]) -> dict[Gap, tuple[SizeClass, ...]]:
    """Return what is to be filled in, each once, with the size classes that lack it."""
    found: dict[Gap, tuple[SizeClass, ...]] = {}
    for gap in gaps:
        field, size = replace(gap, size_class=None), gap.size_class
        found[field] = found.get(field, ()) + (() if size is None else (size,))
    return found


class RemarkCode(StrEnum):
    """What a reader of the figures must know."""

    PERSONS_ASSUMED = "persons_assumed"
    STARTERS_NOT_COUNTED = "starters_not_counted"
    CONVERTED = "converted"
    PRICE_INDEX_ENDS = "price_index_ends"
    NOT_CONVERTED = "not_converted"
    FAMILIARISATION_ONCE = "familiarisation_once"
    FAMILIARISATION_MISSING = "familiarisation_missing"
    FREQUENCY_ZERO = "frequency_zero"
    FREQUENCY_UNUSED = "frequency_unused"
    FIRMS_UNUSED = "firms_unused"
    RESIDUAL_TOO_HIGH = "residual_too_high"
    INVESTMENT_RECURRING = "investment_recurring"
    INVESTMENT_WITHOUT_PRICE = "investment_without_price"
    STAFF_WITHOUT_TIME = "staff_without_time"
    OVERLAP_WITHOUT_SIZE = "overlap_without_size"
    NO_PRICE_LEVEL = "no_price_level"
    OVERLAP_TOO_LARGE = "overlap_too_large"
    SUSPECT_COST = "suspect_cost"
    VOLUNTARY = "voluntary"


@dataclass(frozen=True, slots=True)
class Remark:
    """An assumption that was made, or a hint that something may be wrong."""

    code: RemarkCode
    path: str = ""
    obligation: int | None = None
    activity: int | None = None
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class KeptApart:
    """Spending that is no regeldrukkosten: calculated, and kept out of every total."""

    kind: PurchaseKind
    obligation: int
    activity: int
    addressee: Addressee
    one_off: Range
    recurring: Range
    lines: tuple[Line, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Each:
    """Amounts per firm or per person (middle values); None where there is nothing to divide by."""

    one_off: Decimal | None = None
    recurring: Decimal | None = None
    hours_one_off: Decimal | None = None
    hours_recurring: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ClassCosts:
    """The costs of one size class."""

    size_class: SizeClass
    firms: Range | None
    persons: Decimal | None
    """Working persons in the class, owners included (middle value)."""
    affected: Decimal | None
    """Firms that have at least one thing to do: those of the most widely applying activity."""
    totals: Totals | None
    """None where nothing could be calculated, or where the class is empty."""
    complete: bool
    per_firm: Each
    per_affected: Each
    hardest_hit: Each
    """Of the firms that pay the most each; rules hold this against bounds."""
    per_person: Each


@dataclass(frozen=True, slots=True)
class ObligationCosts:
    """The costs of one obligation."""

    index: int
    id: str
    label: str
    effect: Effect
    kind: ObligationKind | None
    counted: bool
    totals: Totals | None
    """None where nothing of it could be calculated."""
    complete: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class OtherCosts:
    """The costs of those who are no firms."""

    addressee: Addressee
    number: Range | None
    totals: Totals
    voluntary: Totals
    """Of what is voluntary, outside ``totals``."""
    complete: bool


@dataclass(frozen=True, slots=True)
class Ratio:
    """Costs per working person of small firms against those of large ones; None: no ratio."""

    one_off: Decimal | None = None
    recurring: Decimal | None = None


@dataclass(frozen=True, slots=True)
class OriginCosts:
    """What EU law causes and what national choices cause."""

    eu: Totals = Totals()
    national: Totals = Totals()
    unknown: Totals = Totals()


@dataclass(frozen=True, slots=True)
class YearCosts:
    """Costs in one year after the start, while firms grow into the obligations."""

    year: int
    amount: Range


@dataclass(frozen=True, slots=True)
class AlternativeCosts:
    """The costs of an alternative; None where nobody says what firms would have to do."""

    index: int | None
    """Position in the dossier; None for doing nothing where the dossier does not list it."""
    kind: AlternativeKind | None
    description: str | None
    totals: Totals | None
    complete: bool
    voluntary: Totals = Totals()
    """Of what is voluntary, outside ``totals``."""
    lines: tuple[Line, ...] = field(default=(), repr=False)
    """Of firms."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a firm has to do because of one activity."""

    obligation: int
    activity: int
    timing: Timing
    effect: Effect
    familiarisation: bool
    times: Decimal | None
    """A year; None where it only depends on events."""
    every_years: Decimal | None
    chance: Decimal
    """Part of the firms like this one to which it applies, 0 to 1."""
    usual: Decimal
    """Part that is left out because firms would do it anyway, 0 to 1."""
    totals: Totals
    """For a firm to which it applies."""


@dataclass(frozen=True, slots=True)
class PersonaCosts:
    """What the regulation means for one made-up firm."""

    persona: Persona
    tasks: tuple[Task, ...]
    certain: Totals
    """Of what applies to every firm of its class."""
    possible: Totals
    """If everything applies that can."""
    first_year: Range
    """Euro in the first year if everything applies: also what returns only every few years."""
    first_year_hours: Decimal
    complete: bool


@dataclass(frozen=True, slots=True)
class TariffChoice:
    """With which tariffs and prices the calculation was made."""

    set_id: str
    title: str | None
    """None for a set of the parameters: its title stands there, in both languages."""
    edition: str
    price_level: int | None
    verified: bool
    """False also for a table of the organisation itself: nobody here has read it."""
    year: int
    """In whose prices the result is."""


@dataclass(frozen=True, slots=True)
class FamiliarisationProposal:
    """What reading the regulation would cost, where the dossier forgot it."""

    standard: str
    staff: str
    minutes: Decimal
    totals: Totals


@dataclass(frozen=True, slots=True)
class Burden:
    """Everything that the standard cost model says of one regulation."""

    tariffs: TariffChoice
    edition: str
    """Of the parameters."""
    totals: Totals | None
    """Of firms; None where nothing could be calculated."""
    complete: bool
    """Whether no input is missing."""
    by_size_class: tuple[ClassCosts, ...]
    by_obligation: tuple[ObligationCosts, ...]
    by_kind: dict[ObligationKind | None, Totals]
    by_origin: OriginCosts
    others: tuple[OtherCosts, ...]
    voluntary: Totals
    kept_apart: tuple[KeptApart, ...]
    ratio: Ratio
    """Fewer than 50 working persons against 50 and more."""
    ratio_extremes: Ratio
    """10–49 against 250 and more."""
    first_year: Range | None
    yearly_equivalent: Range | None
    """One-off costs spread over the horizon at the discount rate, plus one year's recurring."""
    by_year: tuple[YearCosts, ...]
    missing: tuple[Gap, ...]
    unverified: tuple[Variable, ...]
    """Parameters not read at their source, and illustrative figures, that entered the result."""
    remarks: tuple[Remark, ...]
    alternatives: tuple[AlternativeCosts, ...]
    proposal: FamiliarisationProposal | None
    lines: tuple[Line, ...] = field(repr=False)
    variables: tuple[Variable, ...] = field(repr=False)
    """Every input that entered the total of firms, once."""

    @property
    def counted_lines(self) -> tuple[Line, ...]:
        """The lines that add up to the totals of firms."""
        return self.lines_of(Addressee.FIRM)

    def lines_of(self, addressee: Addressee, *, counted: bool = True) -> tuple[Line, ...]:
        """Return the lines of ``addressee``: what must be done, or what may be."""
        own = (line for line in self.lines if line.addressee is addressee)
        return tuple(line for line in own if line.counted is counted)

    def voluntary_is_complete(self, addressee: Addressee = Addressee.FIRM) -> bool:
        """Whether nothing is missing for what ``addressee`` may do but need not."""
        own = (gap for gap in self.missing if gap.addressee is addressee)
        return all(gap.counted and gap.need is not Need.TARGET_GROUPS for gap in own)

    def kind_is_complete(self, kind: ObligationKind | None) -> bool:
        """Whether nothing is missing for the obligations of ``kind``, of which there may be none.

        Where no obligation is described yet, everything is missing.
        """
        own = (item.complete for item in self.by_obligation if item.kind is kind)
        return self.complete or (bool(self.by_obligation) and all(own))

    def has_firms(self, size: SizeClass) -> bool:
        """Whether there may be firms in a size class."""
        own = (item.firms for item in self.by_size_class if item.size_class is size)
        return any(firms is None or firms.high > 0 for firms in own)

    def class_is_doubtful(self, size: SizeClass) -> bool:
        """Whether amounts of a size class do, per working person included."""
        assumed = any(
            item.kind is InputKind.PERSONS and item.key == f"persons:{size}"
            for item in self.unverified
        )
        return assumed or self.is_doubtful(ln for ln in self.counted_lines if ln.size_class is size)

    def is_doubtful(self, lines: Iterable[Line]) -> bool:
        """Whether ``lines`` rest on a value that is not verified or illustrative."""
        doubts_prices = any(item.kind is InputKind.PRICES for item in self.unverified)
        return any(
            variable.is_doubtful or (doubts_prices and variable.price_years is not None)
            for line in lines
            for variable in line.inputs.variables
        )
