"""The described regulation. Everything may be unknown: an empty form is a valid Regulation.

None means "not filled in"; an empty list means "there are none" wherever None is allowed too.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator

from checker.models.answer import Answers
from checker.models.base import (
    Flag,
    Label,
    Model,
    OptionalDay,
    OptionalLabel,
    OptionalNumber,
    OptionalProse,
    PositiveNumber,
    Slug,
    Year,
    refuse_duplicates,
)
from checker.models.draft_text import DraftText
from checker.models.estimate import Estimate, Share, WholeEstimate
from checker.models.obligation import Effect, Obligation
from checker.models.size_class import AnySizeClass, SizeClasses

SCHEMA_VERSION = 1
"""Version of the file format; raised when an older file can no longer be read as it stands."""


class Instrument(StrEnum):
    """The legal form of the regulation."""

    WET = "wet"
    AMVB = "amvb"
    MINISTERIELE_REGELING = "ministeriele_regeling"
    BELEIDSREGEL = "beleidsregel"
    EU_VOORSTEL = "eu_voorstel"


class Nature(StrEnum):
    """A regulation of its own, or one that changes another."""

    NEW = "new"
    AMENDING = "amending"


class Phase(StrEnum):
    """How far the proposal is; a rule is due from a phase on."""

    IDEA = "idea"
    DRAFT = "draft"
    CONSULTATION = "consultation"
    ATR = "atr"
    ADOPTION = "adoption"

    def reached(self, other: "Phase") -> bool:
        """Whether this phase is ``other`` or comes after it."""
        return _PHASES.index(self) >= _PHASES.index(other)


_PHASES = tuple(Phase)


class ParentProvides(StrEnum):
    """What an amvb or ministerial regulation inherits from its parent act."""

    DEFINITIONS = "definitions"
    SUPERVISION = "supervision"
    SANCTIONS = "sanctions"
    FINE_MAXIMUM = "fine_maximum"


class ExceptionGround(StrEnum):
    """Grounds of Ar 4.17, fifth paragraph, to leave fixed change dates or the minimum period."""

    GAINS_OR_LOSSES = "gains_or_losses"
    URGENT = "urgent"
    REPAIR = "repair"
    EU_IMPLEMENTATION = "eu_implementation"


class ParentAct(Model):
    """The act on which the regulation rests, or which it amends."""

    title: OptionalProse = None
    provides: tuple[ParentProvides, ...] | None = None


class Identity(Model):
    """What the regulation is, how far it is, and when it is to begin."""

    title: OptionalProse = None
    draft: OptionalLabel = None
    """Name of this draft, such as "concept A"."""
    summary: OptionalProse = None
    ministry: OptionalLabel = None
    instrument: Instrument | None = None
    nature: Nature | None = None
    parent_act: ParentAct = ParentAct()
    phase: Phase | None = None
    reference_date: OptionalDay = None
    """Date at which law, tariffs and numbers are taken."""
    planned_publication: OptionalDay = None
    entry_into_force: OptionalDay = None
    exception_ground: ExceptionGround | None = None
    exception_motivation: OptionalProse = None
    directly_affects_authorities: Flag | None = None
    """Whether other authorities need time too: three months instead of two (Ar 4.17)."""
    retroactive: Flag | None = None
    retroactive_motivation: OptionalProse = None
    voluntary: Flag | None = None
    """A scheme firms may leave alone, such as a subsidy."""
    product_requirements: Flag | None = None
    """Whether it sets technical rules for products or information society services."""
    service_requirements: Flag | None = None
    """Whether it sets requirements for access to or exercise of a service."""
    professional_requirements: Flag | None = None
    """Whether it sets requirements for access to or exercise of a profession."""


class AlternativeKind(StrEnum):
    """The sort of alternative that was weighed."""

    NULL = "null_alternative"
    SELF_REGULATION = "self_regulation"
    EXISTING_INSTRUMENT = "existing_instrument"
    INFORMATION = "information"
    FINANCIAL_INCENTIVE = "financial_incentive"
    LIGHTER_RULE = "lighter_rule"
    OTHER = "other"


class Alternative(Model):
    """Another way to the goal, and why it was not chosen."""

    kind: AlternativeKind | None = None
    description: OptionalProse = None
    why_not: OptionalProse = None
    lighter_for_small_firms: Flag | None = None
    obligations: (
        Annotated[
            tuple[Obligation, ...], AfterValidator(lambda values: refuse_duplicates(values, "id"))
        ]
        | None
    ) = None
    """What firms would have to do instead, so that its costs stand beside the proposal's."""


class Purpose(Model):
    """Why there should be a rule at all."""

    problem: OptionalProse = None
    evidence: OptionalProse = None
    """What shows that the problem exists and how large it is."""
    goal: OptionalProse = None
    indicator: OptionalProse = None
    """How one can tell that the goal is reached."""
    alternatives: tuple[Alternative, ...] | None = None
    self_regulation: OptionalProse = None
    """What the sector can do itself, and why that is or is not enough."""


class Addressee(StrEnum):
    """Who must comply; firms carry the scorecard, the others are counted apart."""

    FIRM = "firm"
    PROFESSIONAL = "professional"
    CITIZEN = "citizen"
    AUTHORITY = "authority"


class CountingUnit(StrEnum):
    """What is counted."""

    FIRM = "firm"
    ESTABLISHMENT = "establishment"
    EMPLOYER = "employer"
    INSTALLATION = "installation"
    EVENT = "event"


class SizeCount(Model):
    """How many firms of one size class the target group has."""

    size_class: AnySizeClass
    firms: WholeEstimate | None = None
    persons_per_firm: Estimate | None = None
    """Mean number of working persons per firm."""


class Overlap(Model):
    """Firms that are in another target group too, and must not count twice."""

    group: OptionalLabel = None
    """Id of the other target group."""
    size_class: AnySizeClass | None = None
    firms: WholeEstimate | None = None


class TargetGroup(Model):
    """Those on whom the regulation lays duties, by size class."""

    id: Slug
    name: OptionalProse = None
    addressee: Addressee = Addressee.FIRM
    sector: OptionalLabel = None
    counting_unit: CountingUnit | None = None
    sizes: Annotated[
        tuple[SizeCount, ...],
        AfterValidator(lambda values: refuse_duplicates(values, "size_class")),
    ] = ()
    number: WholeEstimate | None = None
    """How many there are, where size classes mean nothing: citizens, authorities."""
    starters_per_year: Share | None = None
    """New firms a year as a part of all firms: those still have to read the rules."""
    overlaps: tuple[Overlap, ...] = ()
    source: OptionalProse = None


class OwnTariff(Model):
    """What an hour of one staff category costs, by an organisation's own table."""

    category: Slug
    name: OptionalLabel = None
    amount: PositiveNumber | None = None
    """Euro an hour."""


class OwnTariffSet(Model):
    """An organisation's own tariff table, as it was put in."""

    id: Slug
    organisation: OptionalLabel = None
    edition: OptionalLabel = None
    price_level: Year | None = None
    """Year of the prices."""
    imported_on: OptionalDay = None
    source: OptionalProse = None
    tariffs: Annotated[
        tuple[OwnTariff, ...],
        AfterValidator(lambda values: refuse_duplicates(values, "category")),
    ] = ()


class Costing(Model):
    """With which tariffs and prices the costs are calculated."""

    tariff_set: OptionalLabel = None
    """Id of a set of the parameters or of the own sets; none: the one of the reference date."""
    price_level: Year | None = None
    """Year in whose prices the result is; none: the year of the reference date."""
    own_tariffs: Annotated[
        tuple[OwnTariffSet, ...], AfterValidator(lambda values: refuse_duplicates(values, "id"))
    ] = ()


class EuOrigin(StrEnum):
    """How the regulation stands to EU law."""

    AUTONOMOUS = "autonomous"
    IMPLEMENTATION = "implementation"
    REGULATION_EXECUTION = "regulation_execution"
    MIXED = "mixed"


class EuActKind(StrEnum):
    """The sort of EU act."""

    DIRECTIVE = "directive"
    REGULATION = "regulation"
    DECISION = "decision"


class EuAct(Model):
    """An EU act the regulation carries out or must respect."""

    number: OptionalLabel = None
    """Such as 2023/970."""
    title: OptionalProse = None
    kind: EuActKind | None = None
    deadline: OptionalDay = None
    """Last day of transposition or day of application."""


class Relation(StrEnum):
    """How the national provision stands to the EU provision; all but equal are additions."""

    EQUAL = "equal"
    STRICTER = "stricter"
    WIDER_SCOPE = "wider_scope"
    OPTION_USED = "option_used"
    OPTION_NOT_USED = "option_not_used"
    HEAVIER_SANCTION = "heavier_sanction"
    EARLIER = "earlier"
    DOUBLE = "double"


class Provision(Model):
    """One row of the transposition table (Ar 9.12)."""

    eu_article: OptionalLabel = None
    national_article: OptionalLabel = None
    relation: Relation | None = None
    description: OptionalProse = None
    justification: OptionalProse = None
    """Why the Netherlands does more than is asked, or why nothing is transposed."""


class NotificationKind(StrEnum):
    """The EU procedures that may bind a national draft."""

    TECHNICAL_REGULATION = "technical_regulation"
    SERVICES = "services"
    PROFESSION = "profession"
    STATE_AID = "state_aid"


class Notification(Model):
    """One EU notification or test: whether it is required, and whether it is done."""

    kind: NotificationKind
    required: Flag | None = None
    done: Flag | None = None
    date: OptionalDay = None
    standstill_until: OptionalDay = None
    reason: OptionalProse = None
    """Why it is not required, or how it was done."""


class Eu(Model):
    """Where the regulation leans on EU law, and where it goes further."""

    origin: EuOrigin | None = None
    acts: tuple[EuAct, ...] | None = None
    provisions: tuple[Provision, ...] | None = None
    notifications: Annotated[
        tuple[Notification, ...],
        AfterValidator(lambda values: refuse_duplicates(values, "kind")),
    ] = ()


class Route(StrEnum):
    """The kind of enforcement chosen (Ar 2.7)."""

    ADMINISTRATIVE = "administrative"
    CRIMINAL = "criminal"
    CIVIL = "civil"
    MIXED = "mixed"
    NONE = "none"


class SupervisorTest(Model):
    """The test by the supervisor and executor on the draft (U&H test)."""

    held: Flag | None = None
    date: OptionalDay = None
    outcome: OptionalProse = None
    follow_up: OptionalProse = None
    reason_not_held: OptionalProse = None


class Capacity(Model):
    """What the supervisor can do in a year."""

    inspections_per_year: Estimate | None = None
    inspections_small_firms: Estimate | None = None
    """Of which at firms with fewer than 50 working persons."""
    staff_fte: Estimate | None = None


class SanctionKind(StrEnum):
    """What may follow on a breach."""

    WARNING = "warning"
    PENALTY_PAYMENT = "penalty_payment"
    ADMINISTRATIVE_COERCION = "administrative_coercion"
    ADMINISTRATIVE_FINE = "administrative_fine"
    CRIMINAL_PENALTY = "criminal_penalty"
    WITHDRAWAL = "withdrawal"
    CIVIL = "civil"


class Sanction(Model):
    """One sanction and the obligations it is tied to."""

    kind: SanctionKind | None = None
    article: OptionalLabel = None
    obligations: tuple[Label, ...] = ()
    """Ids of obligations; none named means all that are sanctioned."""
    maximum: Estimate | None = None
    """Highest amount in euro."""
    scaled_to_size: Flag | None = None
    warning_first: Flag | None = None


class RuleException(Model):
    """An exception or exemption in the text."""

    article: OptionalLabel = None
    description: OptionalProse = None
    criterion: OptionalProse = None
    """What decides whether one falls under it."""


class Decision(Model):
    """A decision a firm needs or gets from an authority."""

    kind: OptionalLabel = None
    article: OptionalLabel = None
    term_weeks: OptionalNumber = None
    granted_when_late: Flag | None = None
    """Whether silence of the authority means yes (lex silencio positivo)."""


class Enforcement(Model):
    """Who supervises, with what means, and what follows on a breach."""

    route: Route | None = None
    route_reason: OptionalProse = None
    supervisor: OptionalLabel = None
    supervisor_article: OptionalLabel = None
    supervisor_test: SupervisorTest = SupervisorTest()
    capacity: Capacity = Capacity()
    sanctions: tuple[Sanction, ...] | None = None
    exceptions: tuple[RuleException, ...] | None = None
    decisions: tuple[Decision, ...] | None = None


class SmallFirmMeasureKind(StrEnum):
    """Ways to spare small firms."""

    EXEMPTION = "exemption"
    LIGHTER_REGIME = "lighter_regime"
    LONGER_TRANSITION = "longer_transition"
    LOWER_FREQUENCY = "lower_frequency"
    GUIDANCE = "guidance"
    FINANCIAL_SUPPORT = "financial_support"


class SmallFirmMeasure(Model):
    """What the regulation does for small firms in particular."""

    kind: SmallFirmMeasureKind | None = None
    size_classes: SizeClasses = ()
    article: OptionalLabel = None
    description: OptionalProse = None


class Consultation(Model):
    """Public consultation on the draft."""

    held: Flag | None = None
    weeks: OptionalNumber = None
    start: OptionalDay = None
    end: OptionalDay = None
    in_holidays: Flag | None = None
    reason_not_held: OptionalProse = None


class Participant(Model):
    """Somebody on the MKB-toets panel; the name is optional and stays in the dossier."""

    name: OptionalLabel = None
    sector: OptionalLabel = None
    size_class: AnySizeClass | None = None
    entrepreneur: Flag | None = None
    """A working entrepreneur, not a representative."""


class FollowUp(StrEnum):
    """What was done with a remark."""

    ADOPTED = "adopted"
    PARTLY = "partly"
    NOT_ADOPTED = "not_adopted"
    OPEN = "open"


class Remark(Model):
    """What a panel member said, which rule it touches, and what was done with it."""

    text: OptionalProse = None
    rule: OptionalLabel = None
    follow_up: FollowUp | None = None
    response: OptionalProse = None
    place_in_note: OptionalLabel = None


class Panel(Model):
    """The MKB-toets: a talk with entrepreneurs about the draft."""

    held: Flag | None = None
    date: OptionalDay = None
    reason_not_held: OptionalProse = None
    participants: tuple[Participant, ...] = ()
    remarks: tuple[Remark, ...] | None = None
    feedback_given: Flag | None = None


class Evaluation(Model):
    """Whether, when and on what the regulation is looked at again."""

    planned: Flag | None = None
    within_years: OptionalNumber = None
    article: OptionalLabel = None
    small_firms_included: Flag | None = None


class Sunset(Model):
    """Whether the regulation is temporary, and when it lapses."""

    temporary: Flag | None = None
    date: OptionalDay = None
    article: OptionalLabel = None


class Regulation(Model):
    """A proposed regulation as an adviser describes it."""

    schema_version: int = SCHEMA_VERSION
    identity: Identity = Identity()
    purpose: Purpose = Purpose()
    target_groups: Annotated[
        tuple[TargetGroup, ...], AfterValidator(lambda values: refuse_duplicates(values, "id"))
    ] = ()
    obligations: (
        Annotated[
            tuple[Obligation, ...], AfterValidator(lambda values: refuse_duplicates(values, "id"))
        ]
        | None
    ) = None
    eu: Eu = Eu()
    enforcement: Enforcement = Enforcement()
    small_firm_measures: tuple[SmallFirmMeasure, ...] | None = None
    consultation: Consultation = Consultation()
    panel: Panel = Panel()
    evaluation: Evaluation = Evaluation()
    sunset: Sunset = Sunset()
    costing: Costing = Costing()
    costs_excluded: OptionalProse = None
    """Financial burdens and other costs that are no regeldrukkosten, named to keep them out."""
    answers: Answers = ()
    text: DraftText = DraftText()

    @property
    def firm_groups(self) -> tuple[TargetGroup, ...]:
        """The target groups that are firms; only they carry the scorecard."""
        return tuple(g for g in self.target_groups if g.addressee is Addressee.FIRM)

    @property
    def firm_obligations(self) -> tuple[Obligation, ...]:
        """The obligations on firms that are brought in."""
        return tuple(d for d in self.changed_firm_obligations if d.effect is Effect.INTRODUCED)

    @property
    def changed_firm_obligations(self) -> tuple[Obligation, ...]:
        """The obligations on firms that are brought in or taken away.

        An obligation that names no target group is laid on all of them.
        """
        groups = {group.id for group in self.target_groups}
        others = groups - {group.id for group in self.firm_groups}
        return tuple(
            duty
            for duty in self.obligations or ()
            if not (others and others.issuperset(duty.target_groups or groups))
        )
