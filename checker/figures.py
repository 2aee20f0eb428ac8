"""The named figures that rules can hold against a bound, computed from the description.

Each figure is a :class:`Slot`: there, or missing with the facts that are lacking. None is ever
taken as zero because it was not filled in.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from decimal import Decimal

from checker.models.context import Available, Missing, Slot
from checker.models.estimate import Estimate
from checker.models.figure import Figure, FigureId
from checker.models.finding import Reason
from checker.models.obligation import (
    Activity,
    Authorisation,
    Obligation,
    ObligationKind,
    OutsideExpert,
    Timing,
)
from checker.models.regulation import Regulation, TargetGroup
from checker.models.size_class import SMALL, SizeClass

Computed = Decimal | Missing


def compute(regulation: Regulation) -> Mapping[FigureId, Slot[Figure]]:
    """Return every figure of the catalogue for ``regulation``."""
    figures: dict[FigureId, Slot[Figure]] = {}
    for figure_id, function in _FUNCTIONS.items():
        value = function(regulation)
        figures[figure_id] = (
            value
            if isinstance(value, Missing)
            else Available(Figure.model_construct(id=figure_id, value=value))
        )
    return figures


def _no_fact(*paths: str) -> Missing:
    return Missing(Reason.NO_FIGURE, paths)


def _count(items: Iterable[object] | None, path: str) -> Computed:
    return _no_fact(path) if items is None else Decimal(sum(1 for _ in items))


def _count_duties(regulation: Regulation, wanted: Callable[[Obligation], bool]) -> Computed:
    if regulation.obligations is None:
        return Missing(Reason.NO_OBLIGATIONS, ("obligations",))
    return Decimal(sum(map(wanted, regulation.firm_obligations)))


def _count_known(
    regulation: Regulation, field: str, wanted: Callable[[Obligation], bool]
) -> Computed:
    """Count duties by a field that each of them must have filled in."""
    if any(getattr(duty, field) is None for duty in regulation.firm_obligations):
        return _no_fact(f"obligations.{field}")
    return _count_duties(regulation, wanted)


def _firms_small(regulation: Regulation) -> Computed:
    counts = [s for g in regulation.firm_groups for s in g.sizes if s.size_class in SMALL]
    if not counts or any(count.firms is None for count in counts):
        return _no_fact("target_groups.sizes.firms")
    return sum((c.firms.mid for c in counts if c.firms is not None), Decimal(0))


def _size_classes_counted(regulation: Regulation) -> Computed:
    """Classes counted in the target group that counts the fewest."""
    if not regulation.firm_groups:
        return _no_fact("target_groups")
    counted = ((s.firms is not None for s in group.sizes) for group in regulation.firm_groups)
    return Decimal(min(sum(flags) for flags in counted))


def _small_classes_unquantified(regulation: Regulation) -> Computed:
    """Affected classes below 50 for which an obligation lacks an input of its costs."""
    affected = affected_small_classes(regulation)
    if affected is None:
        return _no_fact("target_groups.sizes.firms")
    if regulation.obligations is None:
        return Missing(Reason.NO_OBLIGATIONS, ("obligations",))
    return Decimal(sum(not is_quantified(regulation, size) for size in affected))


def affected_small_classes(regulation: Regulation) -> tuple[SizeClass, ...] | None:
    """Return the classes below 50 that may have firms; None where a group is not counted at all."""
    groups = regulation.firm_groups
    if not regulation.target_groups or not all(group.sizes for group in groups):
        return None
    return tuple(size for size in SMALL if any(_may_have_firms(g, size) for g in groups))


def _may_have_firms(group: TargetGroup, size: SizeClass) -> bool:
    """A class that is not listed is not known to be empty."""
    firms = _firms(group, size)
    return firms is None or firms.high > 0


def _firms(group: TargetGroup, size: SizeClass) -> Estimate | None:
    return next((count.firms for count in group.sizes if count.size_class is size), None)


def is_quantified(regulation: Regulation, size: SizeClass) -> bool:
    """Whether every obligation, also one that goes, has all inputs of its costs for ``size``."""
    firms_known = all(_firms(group, size) is not None for group in regulation.firm_groups)
    duties = (d for d in regulation.changed_firm_obligations if size not in d.exempt)
    return firms_known and all(
        duty.activities and all(has_inputs(activity, size) for activity in duty.activities)
        for duty in duties
    )


def has_inputs(activity: Activity, size: SizeClass) -> bool:
    """Whether time, hours bought or purchases are known, with price and frequency.

    A tariff may come from the staff category or stand in the activity.
    """
    override = next((o for o in activity.overrides if o.size_class is size), None)

    def known(name: str) -> object:
        own = getattr(override, name) if override else None
        return own if own is not None else getattr(activity, name)

    internal = known("minutes") is not None and bool(known("staff") or known("tariff"))
    external = known("external_hours") is not None and known("external_rate") is not None
    frequent = activity.timing is Timing.ONE_OFF or any(
        known(name) is not None for name in ("times_per_year", "every_years", "events_per_year")
    )
    half_known = (known("minutes") is not None and not internal) or (
        known("external_hours") is not None and not external
    )
    bought = known("purchases") is not None
    return bool(
        activity.timing and frequent and not half_known and (internal or external or bought)
    )


def _information_obligations_on_one(regulation: Regulation) -> Computed:
    """Information obligations that a firm of one can have.

    Not those it is exempt from, nor those laid only on groups without such firms.
    """
    without = {g.id for g in regulation.firm_groups if not _may_have_firms(g, SizeClass.ONE)}
    groups = {group.id for group in regulation.target_groups}

    def wanted(duty: Obligation) -> bool:
        nowhere = bool(without) and without.issuperset(duty.target_groups or groups)
        is_information = duty.kind is ObligationKind.INFORMATION
        return is_information and SizeClass.ONE not in duty.exempt and not nowhere

    return _count_known(regulation, "kind", wanted)


def _authorisations(regulation: Regulation) -> Computed:
    heavy = (Authorisation.PERMIT, Authorisation.CERTIFICATE)
    return _count_known(regulation, "authorisation", lambda d: d.authorisation in heavy)


def _experts_required(regulation: Regulation) -> Computed:
    required = OutsideExpert.REQUIRED
    return _count_known(regulation, "outside_expert", lambda d: d.outside_expert is required)


def _inspection_rate_small(regulation: Regulation) -> Computed:
    """Inspections a year at small firms per small firm."""
    inspections = regulation.enforcement.capacity.inspections_small_firms
    firms = _firms_small(regulation)
    if inspections is None:
        return _no_fact("enforcement.capacity.inspections_small_firms")
    if isinstance(firms, Missing):
        return firms
    return inspections.mid / firms if firms else _no_fact("target_groups.sizes.firms")


def _consultation_weeks(regulation: Regulation) -> Computed:
    consultation = regulation.consultation
    if consultation.held is False:
        return Decimal(0)
    if consultation.weeks is not None:
        return consultation.weeks
    if consultation.start is None or consultation.end is None:
        return _no_fact("consultation.weeks")
    period = consultation.end - consultation.start + timedelta(days=1)
    return max(Decimal(period.days) / 7, Decimal(0))


def _days_before_eu_deadline(regulation: Regulation) -> Computed:
    """Days that entry into force precedes the earliest deadline; negative when it is late."""
    deadlines = [act.deadline for act in regulation.eu.acts or () if act.deadline]
    entry = regulation.identity.entry_into_force
    if not deadlines:
        return _no_fact("eu.acts.deadline")
    if entry is None:
        return _no_fact("identity.entry_into_force")
    return Decimal((min(deadlines) - entry).days)


def _panel_small_share(regulation: Regulation) -> Computed:
    """Share of the panel's entrepreneurs whose firm has fewer than 50 working persons."""
    entrepreneurs = [p for p in regulation.panel.participants if p.entrepreneur]
    if not entrepreneurs or any(p.size_class is None for p in entrepreneurs):
        return _no_fact("panel.participants.size_class")
    return Decimal(sum(p.size_class in SMALL for p in entrepreneurs)) / len(entrepreneurs)


_FUNCTIONS: Mapping[FigureId, Callable[[Regulation], Computed]] = {
    FigureId.FIRMS_SMALL: _firms_small,
    FigureId.SIZE_CLASSES_COUNTED: _size_classes_counted,
    FigureId.SMALL_CLASSES_UNQUANTIFIED: _small_classes_unquantified,
    FigureId.OBLIGATIONS: lambda r: _count_duties(r, lambda _: True),
    FigureId.INFORMATION_OBLIGATIONS_ON_ONE: _information_obligations_on_one,
    FigureId.AUTHORISATIONS: _authorisations,
    FigureId.EXPERTS_REQUIRED: _experts_required,
    FigureId.EXCEPTIONS: lambda r: _count(r.enforcement.exceptions, "enforcement.exceptions"),
    FigureId.DECISIONS: lambda r: _count(r.enforcement.decisions, "enforcement.decisions"),
    FigureId.INSPECTION_RATE_SMALL: _inspection_rate_small,
    FigureId.CONSULTATION_WEEKS: _consultation_weeks,
    FigureId.DAYS_BEFORE_EU_DEADLINE: _days_before_eu_deadline,
    FigureId.PANEL_SMALL_SHARE: _panel_small_share,
}
