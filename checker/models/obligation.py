"""A duty on a firm, and what the firm does to meet it."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, model_validator
from pydantic_core import PydanticCustomError

from checker.models.answer import Answers
from checker.models.base import (
    Flag,
    Label,
    Model,
    OptionalLabel,
    OptionalProse,
    PositiveCount,
    PositiveNumber,
    Slug,
    Year,
    refuse_duplicates,
)
from checker.models.estimate import Estimate, Share
from checker.models.size_class import AnySizeClass, SizeClasses


class ObligationKind(StrEnum):
    """What sort of duty it is (note to Ar 2.10)."""

    INFORMATION = "information"
    SUBSTANTIVE = "substantive"
    SUPERVISION = "supervision"


class ObligationOrigin(StrEnum):
    """Where the duty comes from."""

    EU = "eu"
    NATIONAL = "national"


class Effect(StrEnum):
    """Whether the regulation brings the duty in or takes it away."""

    INTRODUCED = "introduced"
    ABOLISHED = "abolished"


class Norm(StrEnum):
    """How far the text itself says what is asked."""

    CLOSED = "closed"
    OPEN_FILLED = "open_filled"
    OPEN_UNFILLED = "open_unfilled"


class Authorisation(StrEnum):
    """What a firm needs from an authority or body before it may act."""

    NONE = "none"
    NOTIFICATION = "notification"
    PERMIT = "permit"
    CERTIFICATE = "certificate"


class OutsideExpert(StrEnum):
    """Whether a firm can do it itself."""

    NOT_NEEDED = "not_needed"
    CUSTOMARY = "customary"
    REQUIRED = "required"


class Timing(StrEnum):
    """Once, or again and again."""

    ONE_OFF = "one_off"
    RECURRING = "recurring"


class ActivityKind(StrEnum):
    """Familiarisation is told apart because it counts once per firm, not per obligation."""

    REGULAR = "regular"
    FAMILIARISATION = "familiarisation"
    PERMIT = "permit"
    INSPECTION = "inspection"
    OBJECTION = "objection"


class Complexity(StrEnum):
    """How hard a standard activity is in this case."""

    EASY = "easy"
    MEDIUM = "medium"
    COMPLEX = "complex"


class PurchaseKind(StrEnum):
    """What is paid for. Which of these are regeldrukkosten stands in ``cost_kinds.yaml``."""

    GOODS_AND_SERVICES = "goods_and_services"
    PRIVATE_CERTIFICATION = "private_certification"
    IRRECOVERABLE_VAT = "irrecoverable_vat"
    TAX = "tax"
    LEVY = "levy"
    PREMIUM = "premium"
    RETRIBUTION = "retribution"
    FEE = "fee"
    FINE = "fine"
    PRESCRIBED_PAY = "prescribed_pay"
    LOST_TURNOVER = "lost_turnover"
    FINANCING = "financing"
    RECOVERABLE_VAT = "recoverable_vat"


class EventsScope(StrEnum):
    """What a number of events a year is counted for."""

    SIZE_CLASS = "size_class"
    SECTOR = "sector"
    """All classes together: divided over them by number of firms."""


class CostInputs(Model):
    """What one activity takes, per firm that does it. None means not known, never zero."""

    minutes: Estimate | None = None
    """Internal time each time, in minutes per person."""
    staff: OptionalLabel = None
    """Staff category whose tariff applies."""
    tariff: Estimate | None = None
    """Euro an hour, in place of the tariff of the staff category."""
    external_hours: Estimate | None = None
    """Hours bought each time."""
    external_rate: Estimate | None = None
    """Euro an hour for hours bought."""
    outsourced: Share | None = None
    """Part of the firms that has it done: hours bought in place of their own time, 0 to 1."""
    purchases: Estimate | None = None
    """Euro each time."""
    maintenance: Estimate | None = None
    """Euro a year to keep what was bought once in order."""
    lifetime: PositiveNumber | None = None
    """Years after which what was bought once is replaced."""
    residual_value: Estimate | None = None
    """Euro that it still brings when it is replaced."""
    share: Share | None = None
    """Part of the firms to which the duty applies, 0 to 1."""
    times_per_year: Estimate | None = None
    """How often a year, for a recurring activity."""
    every_years: PositiveNumber | None = None
    """Once in this many years, instead of ``times_per_year``."""
    persons_per_firm: Estimate | None = None
    """How many persons, establishments or machines per firm it is done for."""
    events_per_year: Estimate | None = None
    """Number of events a year in the class as a whole, instead of firms times frequency."""
    business_as_usual: Share | None = None
    """Part that a firm would do anyway, 0 to 1."""

    @model_validator(mode="after")
    def _one_frequency(self) -> Self:
        if self.times_per_year is not None and self.every_years is not None:
            raise PydanticCustomError("two_frequencies", "two frequencies", {})
        return self


class SizeOverride(CostInputs):
    """Inputs that differ for one size class; what is left out is as for the others."""

    size_class: AnySizeClass


class Activity(CostInputs):
    """What a firm does to meet an obligation: who, how long, how often, what it buys."""

    description: OptionalProse = None
    kind: ActivityKind = ActivityKind.REGULAR
    timing: Timing | None = None
    effect: Effect | None = None
    """Where it differs from that of the obligation, such as the transition cost of what goes."""
    standard: OptionalLabel = None
    """Standard activity whose minutes count where none are given."""
    complexity: Complexity | None = None
    purchase_kind: PurchaseKind = PurchaseKind.GOODS_AND_SERVICES
    events_scope: EventsScope = EventsScope.SIZE_CLASS
    price_level: Year | None = None
    """Year of the prices of tariff, rate and amounts; none: that of the calculation."""
    serves: tuple[Label, ...] = ()
    """Ids of other obligations that are met by it as well; the costs count here only."""
    overrides: Annotated[
        tuple[SizeOverride, ...],
        AfterValidator(lambda values: refuse_duplicates(values, "size_class")),
    ] = ()
    note: OptionalProse = None


class Obligation(Model):
    """One duty that the regulation brings in or takes away."""

    id: Slug
    article: OptionalLabel = None
    description: OptionalProse = None
    kind: ObligationKind | None = None
    target_groups: tuple[Label, ...] = ()
    """Ids of the target groups it is laid on; none named means all."""
    origin: ObligationOrigin | None = None
    national_share: Share | None = None
    """Part of the costs that national choices cause; none: all or nothing, by origin."""
    effect: Effect = Effect.INTRODUCED
    exempt: SizeClasses = ()
    """Size classes to which the obligation does not apply."""
    voluntary: Flag | None = None
    """Only for who wants something, such as a subsidy: quantified, outside the total."""
    grows_in_years: PositiveCount | None = None
    """Years in which firms grow into it, in equal steps: 3 is a third, two thirds, all."""
    norm: Norm | None = None
    sanctioned: Flag | None = None
    authorisation: Authorisation | None = None
    outside_expert: OutsideExpert | None = None
    data_known_to_government: Flag | None = None
    """Whether the data asked for already stand in a government register."""
    digital_channel: Flag | None = None
    """Whether it can be done digitally with the means a small firm already has."""
    activities: tuple[Activity, ...] = ()
    answers: Answers = ()
    """Answers to rules that ask the same of each obligation."""
    note: OptionalProse = None

    @property
    def label(self) -> str:
        """How the obligation is named in a message: its article, or else its id."""
        return f"art. {self.article}" if self.article else self.id
