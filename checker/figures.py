"""The named figures that rules can hold against a bound, from the description and its costs.

Each figure is a :class:`Slot`: there, or missing with the facts that are lacking. None is ever
taken as zero because it was not filled in.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from decimal import Decimal

from checker.models.context import Available, Missing, Slot
from checker.models.cost import Burden, ClassCosts, Line, Provenance, Variable
from checker.models.estimate import Certainty, Estimate
from checker.models.figure import Figure, FigureId
from checker.models.finding import Reason
from checker.models.obligation import (
    Authorisation,
    Effect,
    Obligation,
    ObligationKind,
    OutsideExpert,
    Timing,
)
from checker.models.regulation import Addressee, Regulation, TargetGroup
from checker.models.size_class import SMALL, SizeClass

Computed = Decimal | Missing


def compute(regulation: Regulation, burden: Burden) -> Mapping[FigureId, Slot[Figure]]:
    """Return every figure of the catalogue for ``regulation``, which costs ``burden``."""
    figures: dict[FigureId, Slot[Figure]] = {}
    values = {name: function(regulation) for name, function in _DESCRIBED.items()}
    values |= {name: function(regulation, burden) for name, function in _COSTED.items()}
    for figure_id, value in values.items():
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


_DESCRIBED: Mapping[FigureId, Callable[[Regulation], Computed]] = {
    FigureId.FIRMS_SMALL: _firms_small,
    FigureId.SIZE_CLASSES_COUNTED: _size_classes_counted,
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


# --- what it costs --------------------------------------------------------------------------------


def _small_classes_unquantified(regulation: Regulation, burden: Burden) -> Computed:
    """Affected classes below 50 for which an input of the costs is missing."""
    affected = affected_small_classes(regulation)
    if affected is None:
        return _no_fact("target_groups.sizes.firms")
    if regulation.obligations is None:
        return Missing(Reason.NO_OBLIGATIONS, ("obligations",))
    return Decimal(sum(not c.complete for c in burden.by_size_class if c.size_class in affected))


def _known_classes(
    regulation: Regulation, burden: Burden, sizes: Iterable[SizeClass]
) -> list[ClassCosts] | Missing:
    """Return the classes that have firms, or what is missing to know their costs."""
    if regulation.obligations is None:
        return Missing(Reason.NO_OBLIGATIONS, ("obligations",))
    wanted = set(sizes)
    chosen = [c for c in burden.by_size_class if c.size_class in wanted]
    there = [c for c in chosen if c.firms is None or c.firms.high > 0]
    if not burden.by_size_class or any(c.firms is None or not c.complete for c in there):
        return _missing(burden, wanted)
    return there


def _missing(burden: Burden, sizes: Iterable[SizeClass]) -> Missing:
    needed = (gap for gap in burden.missing if gap.counted)
    lacking = (g for g in needed if g.size_class is None or g.size_class in sizes)
    names = dict.fromkeys(_fact_of(gap.path) for gap in lacking)
    return _no_fact(*(names or ("target_groups.sizes.firms",)))


def _fact_of(path: str) -> str:
    """Return the fact that stands at a place: ``obligations[2].article`` is one of many."""
    without_positions = re.sub(r"\[\d+\]", "", path)
    return ".".join(step for step in without_positions.split(".") if step not in list(SizeClass))


def _highest(
    regulation: Regulation, burden: Burden, sizes: Iterable[SizeClass], part: str
) -> Computed:
    """Return what the firms of one of the classes that pay the most pay each."""
    classes = _known_classes(regulation, burden, sizes)
    if isinstance(classes, Missing):
        return classes
    amounts = [getattr(costs.hardest_hit, part) for costs in classes]
    return max((amount for amount in amounts if amount is not None), default=Decimal(0))


_UP_TO_49 = (SizeClass.TWO_TO_NINE, SizeClass.TEN_TO_49)
_OF_ONE = (SizeClass.ONE,)


def _one_off_per_month(regulation: Regulation, burden: Burden) -> Computed:
    """One-off costs of a small firm for each month between publication and entry into force."""
    identity = regulation.identity
    start, end = identity.planned_publication, identity.entry_into_force
    if start is None or end is None:
        wanted = {"identity.planned_publication": start, "identity.entry_into_force": end}
        return _no_fact(*(path for path, day in wanted.items() if day is None))
    one_off = _highest(regulation, burden, SMALL, "one_off")
    if isinstance(one_off, Missing):
        return one_off
    # Less than a month to prepare counts as one: the costs fall in that month.
    months = max(Decimal((end - start).days) / _DAYS_PER_MONTH, Decimal(1))
    return one_off / months


_DAYS_PER_MONTH = Decimal("30.4375")


def _burden_ratio(regulation: Regulation, burden: Burden) -> Computed:
    """Recurring costs per working person, 10-49 against 250 and more; 0 where the small gain."""
    classes = _known_classes(regulation, burden, (SizeClass.TEN_TO_49, SizeClass.FROM_250))
    if isinstance(classes, Missing):
        return classes
    ratio = burden.ratio_extremes.recurring
    if ratio is not None:
        return ratio
    small = (c.totals for c in classes if c.size_class is SizeClass.TEN_TO_49)
    bears = any(totals is not None and totals.recurring.mid > 0 for totals in small)
    return _no_fact(FigureId.BURDEN_RATIO) if bears else Decimal(0)


def _calculation_complete(regulation: Regulation, burden: Burden) -> Computed:
    """Part of the sums, one for each activity and size class, that lack no input."""
    if regulation.obligations is None:
        return Missing(Reason.NO_OBLIGATIONS, ("obligations",))
    done = sum(line.addressee is Addressee.FIRM and line.counted for line in burden.lines)
    lacking = {
        (gap.obligation, gap.activity, gap.size_class, gap.path if gap.obligation is None else "")
        for gap in burden.missing
        if gap.addressee is Addressee.FIRM and gap.counted
    }
    total = done + len(lacking)
    return Decimal(done) / total if total else _no_fact("obligations.activities")


def _part_of_inputs(wanted: Callable[[Variable], bool]) -> Callable[..., Computed]:
    def compute_part(_: Regulation, burden: Burden) -> Computed:
        own = [v for v in burden.variables if v.provenance is Provenance.DOSSIER]
        if not own:
            return _no_fact("obligations.activities")
        return Decimal(sum(map(wanted, own))) / len(own)

    return compute_part


def _actions_on_one(regulation: Regulation, burden: Burden) -> Computed:
    """How often a year a firm of one does something, if everything applies to it."""
    classes = _known_classes(regulation, burden, _OF_ONE)
    if isinstance(classes, Missing):
        return classes
    own = (
        line
        for line in burden.lines
        if line.size_class is SizeClass.ONE and line.counted and line.inputs.starters is None
    )
    coming = (line for line in own if line.effect is Effect.INTRODUCED)
    return sum((_times_a_year(line) for line in coming), Decimal(0))


def _times_a_year(line: Line) -> Decimal:
    if line.timing is Timing.ONE_OFF or line.inputs.events is not None:
        return Decimal(0)
    times = line.inputs.times.mid if line.inputs.times is not None else Decimal(1)
    each = line.inputs.per_firm.mid if line.inputs.per_firm is not None else Decimal(1)
    return times * each / (line.inputs.every_years or 1)


def _per_firm(sizes: Iterable[SizeClass], part: str) -> Callable[..., Computed]:
    return lambda regulation, burden: _highest(regulation, burden, sizes, part)


_UNSURE = (Certainty.GUESS, Certainty.UNKNOWN)
_COSTED: Mapping[FigureId, Callable[[Regulation, Burden], Computed]] = {
    FigureId.SMALL_CLASSES_UNQUANTIFIED: _small_classes_unquantified,
    FigureId.HOURS_PER_SMALL_FIRM: _per_firm(_UP_TO_49, "hours_recurring"),
    FigureId.COSTS_PER_SMALL_FIRM: _per_firm(_UP_TO_49, "recurring"),
    FigureId.HOURS_PER_FIRM_OF_ONE: _per_firm(_OF_ONE, "hours_recurring"),
    FigureId.COSTS_PER_FIRM_OF_ONE: _per_firm(_OF_ONE, "recurring"),
    FigureId.ONE_OFF_PER_SMALL_FIRM: _per_firm(SMALL, "one_off"),
    FigureId.ONE_OFF_PER_MONTH: _one_off_per_month,
    FigureId.BURDEN_RATIO: _burden_ratio,
    FigureId.CALCULATION_COMPLETE: _calculation_complete,
    FigureId.INPUTS_WITHOUT_SOURCE: _part_of_inputs(lambda v: not v.has_source),
    FigureId.INPUTS_GUESSED: _part_of_inputs(lambda v: v.certainty in _UNSURE),
    FigureId.ACTIONS_ON_ONE: _actions_on_one,
}
