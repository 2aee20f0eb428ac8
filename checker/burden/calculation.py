"""From a regulation and the parameters to its :class:`Burden`."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import localcontext

from checker.burden import classes, years
from checker.burden.audiences import Audience, Population
from checker.burden.formula import EXACT
from checker.burden.lines import Ledger, used_variables, write
from checker.burden.prices import Prices
from checker.models.cost import (
    AlternativeCosts,
    Burden,
    FamiliarisationProposal,
    Gap,
    KeptApart,
    Line,
    Need,
    ObligationCosts,
    OriginCosts,
    OtherCosts,
    Remark,
    RemarkCode,
    Totals,
    Variable,
    add_up,
)
from checker.models.obligation import (
    Activity,
    ActivityKind,
    Complexity,
    Effect,
    Obligation,
    ObligationKind,
    ObligationOrigin,
    Timing,
)
from checker.models.parameters import Parameters
from checker.models.regulation import Addressee, AlternativeKind, Regulation

_PROPOSED_STAFF = "leidinggevende"
_PROPOSED_COMPLEXITY = Complexity.COMPLEX


def calculate(regulation: Regulation, parameters: Parameters, day: date) -> Burden:
    """Return what ``regulation`` costs.

    Args:
        regulation: the description; what is missing in it is listed in the result.
        parameters: tariffs, standard activities, price index and the like.
        day: the reference date, at which tariffs and prices are taken.

    Returns:
        Amounts in euro and hours, unrounded, with every input that they rest on. Sources of the
        method: the Dutch handbook on regulatory costs as far as it is known and the international
        standard cost model manual (``handboek-regeldrukkosten`` and ``scm-manual`` in
        ``rules/sources.yaml``); choices of our own are in ``docs/adr/0008``.
    """
    with localcontext(EXACT):
        prices = Prices(regulation.costing, parameters, day)
        duties = regulation.obligations or ()
        ledger = write(
            regulation, duties, ("obligations",), prices, parameters,
            voluntary=bool(regulation.identity.voluntary),
        )  # fmt: skip
        # A proposal is not part of the result: what it takes from the tariffs is told nowhere.
        proposal = _proposal(regulation, Prices(regulation.costing, parameters, day), parameters)
        return _assemble(regulation, ledger, prices, parameters, proposal)


def _assemble(
    regulation: Regulation,
    ledger: Ledger,
    prices: Prices,
    parameters: Parameters,
    proposal: FamiliarisationProposal | None,
) -> Burden:
    population, general = Population(regulation), parameters.general
    duties, lines = regulation.obligations or (), tuple(ledger.lines)
    gaps = _gaps(regulation, ledger)
    lacking = tuple(g for g in gaps if g.addressee is Addressee.FIRM and g.counted)
    counted = _of_firms(lines, counted=True)
    by_class, assumptions, assumed = classes.by_size_class(population, counted, lacking, parameters)
    totals = None if lacking and not counted else _sum(counted)
    alternatives = _alternatives(regulation, prices, parameters)
    return Burden(
        tariffs=prices.choice,
        edition=general.edition,
        totals=totals,
        complete=not lacking,
        by_size_class=by_class,
        by_obligation=_by_obligation(regulation, lines, gaps),
        by_kind=_by_kind(duties, counted),
        by_origin=_by_origin(duties, counted),
        others=_others(regulation, population, lines, gaps),
        voluntary=_sum(_of_firms(lines, counted=False)),
        kept_apart=_kept_apart(ledger.apart, parameters, duties),
        ratio=classes.ratio(by_class, classes.BELOW_50, classes.FROM_50),
        ratio_extremes=classes.ratio(by_class, classes.TEN_TO_49, classes.FROM_250),
        first_year=None if totals is None else totals.one_off + totals.recurring,
        yearly_equivalent=None if totals is None else years.equivalent(counted, general),
        by_year=years.by_year(counted, duties, general.horizon.value),
        missing=_once(gaps),
        unverified=_unverified(lines, prices, assumed),
        remarks=_remarks(regulation, ledger, assumptions, prices, proposal),
        alternatives=alternatives,
        proposal=proposal,
        lines=lines,
        variables=tuple(used_variables(counted)),
    )


def _gaps(regulation: Regulation, ledger: Ledger) -> tuple[Gap, ...]:
    found = tuple(ledger.gaps)
    if regulation.obligations is None:
        return (Gap(Need.OBLIGATIONS, "obligations"), *found)
    return found


def _of_firms(lines: Iterable[Line], *, counted: bool) -> tuple[Line, ...]:
    """Return the lines of firms in the total, or those that are voluntary."""
    firms = (line for line in lines if line.addressee is Addressee.FIRM)
    return tuple(line for line in firms if line.counted is counted)


def _sum(lines: Iterable[Line]) -> Totals:
    return add_up(line.totals for line in lines)


def _unverified(
    lines: tuple[Line, ...], prices: Prices, assumed: tuple[Variable, ...]
) -> tuple[Variable, ...]:
    own = (variable for variable in used_variables(lines) if variable.is_doubtful)
    return (*own, *prices.unverified.values(), *assumed)


def _remarks(
    regulation: Regulation,
    ledger: Ledger,
    assumptions: tuple[Remark, ...],
    prices: Prices,
    proposal: FamiliarisationProposal | None,
) -> tuple[Remark, ...]:
    overall = _overall_remarks(regulation, proposal)
    return (*ledger.remarks, *assumptions, *prices.remarks, *overall)


def _once(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """Return gaps each once: a number of firms lacks for the class, not for each obligation."""
    seen: dict[Gap, None] = {}
    for gap in gaps:
        of_group = gap.need in (Need.FIRMS, Need.NUMBER)
        seen[replace(gap, obligation=None) if of_group else gap] = None
    return tuple(seen)


def _by_obligation(
    regulation: Regulation, lines: tuple[Line, ...], gaps: tuple[Gap, ...]
) -> tuple[ObligationCosts, ...]:
    by_index: dict[int, list[Line]] = {}
    for line in lines:
        if line.addressee is Addressee.FIRM:
            by_index.setdefault(line.obligation, []).append(line)
    incomplete = {gap.obligation for gap in gaps if gap.addressee is Addressee.FIRM}
    lacks_all = None in incomplete
    is_voluntary = bool(regulation.identity.voluntary)
    found: list[ObligationCosts] = []
    for index, duty in enumerate(regulation.obligations or ()):
        own = tuple(by_index.get(index, ()))
        complete = not lacks_all and index not in incomplete
        known = bool(own) or complete
        found.append(
            ObligationCosts(
                index=index,
                id=duty.id,
                label=duty.label,
                effect=duty.effect,
                kind=duty.kind,
                counted=not (is_voluntary or duty.voluntary),
                totals=_sum(own) if known else None,
                complete=complete,
                lines=own,
            )
        )
    return tuple(found)


def _by_kind(
    duties: tuple[Obligation, ...], lines: tuple[Line, ...]
) -> dict[ObligationKind | None, Totals]:
    kinds: dict[ObligationKind | None, list[Totals]] = {}
    for line in lines:
        kinds.setdefault(duties[line.obligation].kind, []).append(line.totals)
    return {kind: add_up(parts) for kind, parts in kinds.items()}


def _by_origin(duties: tuple[Obligation, ...], lines: tuple[Line, ...]) -> OriginCosts:
    """Divide by origin; where an obligation is part EU, part national, by its stated share."""
    parts: dict[str, list[Totals]] = {"eu": [], "national": [], "unknown": []}
    for line in lines:
        duty = duties[line.obligation]
        if duty.national_share is not None:
            share = duty.national_share.mid
            parts["national"].append(line.totals.times(share))
            parts["eu"].append(line.totals.times(1 - share))
        else:
            parts[_ORIGINS[duty.origin]].append(line.totals)
    return OriginCosts(**{name: add_up(found) for name, found in parts.items()})


_ORIGINS = {
    ObligationOrigin.EU: "eu",
    ObligationOrigin.NATIONAL: "national",
    None: "unknown",
}


def _others(
    regulation: Regulation,
    population: Population,
    lines: tuple[Line, ...],
    gaps: tuple[Gap, ...],
) -> tuple[OtherCosts, ...]:
    found = []
    for addressee in Addressee:
        groups = [g.id for g in regulation.target_groups if g.addressee is addressee]
        if addressee is Addressee.FIRM or not groups:
            continue
        counted = population.count(groups, Audience(addressee))
        own = [line for line in lines if line.addressee is addressee]
        found.append(
            OtherCosts(
                addressee=addressee,
                number=None if counted.gaps else classes.number_of(counted),
                totals=_sum(line for line in own if line.counted),
                voluntary=_sum(line for line in own if not line.counted),
                complete=not any(gap.addressee is addressee and gap.counted for gap in gaps),
            )
        )
    return tuple(found)


def _kept_apart(
    lines: list[Line], parameters: Parameters, duties: tuple[Obligation, ...]
) -> tuple[KeptApart, ...]:
    by_activity: dict[tuple[int, int, Addressee], list[Line]] = {}
    for line in lines:
        by_activity.setdefault((line.obligation, line.activity, line.addressee), []).append(line)
    found = []
    for (obligation, activity, payer), own in by_activity.items():
        totals = _sum(own)
        kind = parameters.cost_kind(duties[obligation].activities[activity].purchase_kind)
        amounts = totals.one_off, totals.recurring
        found.append(KeptApart(kind.id, obligation, activity, payer, *amounts, tuple(own)))
    return tuple(found)


def _alternatives(
    regulation: Regulation, prices: Prices, parameters: Parameters
) -> tuple[AlternativeCosts, ...]:
    """Cost what each alternative would ask; doing nothing is there always, and costs nothing."""
    found: list[AlternativeCosts] = []
    for index, alternative in enumerate(regulation.purpose.alternatives or ()):
        totals: Totals | None = None
        voluntary, complete = Totals(), True
        lines: tuple[Line, ...] = ()
        if alternative.obligations is not None:
            place = ("purpose", "alternatives", index, "obligations")
            ledger = write(regulation, alternative.obligations, place, prices, parameters)
            due = _of_firms(ledger.lines, counted=True)
            optional = _of_firms(ledger.lines, counted=False)
            lines, totals, voluntary = (*due, *optional), _sum(due), _sum(optional)
            complete = not any(g.addressee is Addressee.FIRM and g.counted for g in ledger.gaps)
        elif alternative.kind is AlternativeKind.NULL:
            totals = Totals()
        told = alternative.kind, alternative.description
        found.append(AlternativeCosts(index, *told, totals, complete, voluntary, lines))
    if not any(alternative.kind is AlternativeKind.NULL for alternative in found):
        found.insert(0, AlternativeCosts(None, AlternativeKind.NULL, None, Totals(), True))
    return tuple(found)


def _proposal(
    regulation: Regulation, prices: Prices, parameters: Parameters
) -> FamiliarisationProposal | None:
    """Propose reading time where something is introduced and nobody counted reading it."""
    introduced = [duty for duty in regulation.obligations or () if _brings_something(duty)]
    activities = (activity for duty in introduced for activity in duty.activities)
    if not introduced or any(a.kind is ActivityKind.FAMILIARISATION for a in activities):
        return None
    standard = next((a for a in parameters.activities if a.familiarisation), None)
    if standard is None:
        return None
    activity = proposed_familiarisation(standard.id)
    # Who reads is decided by the target groups alone: one obligation for each set of them will do.
    by_groups = {duty.target_groups: duty for duty in introduced}
    only = {"activities": (activity,), "effect": Effect.INTRODUCED}
    duties = tuple(duty.model_copy(update=only) for duty in by_groups.values())
    ledger = write(regulation, duties, ("obligations",), prices, parameters)
    minutes = standard.minutes.of(_PROPOSED_COMPLEXITY)
    totals = _sum(line for line in ledger.lines if line.addressee is Addressee.FIRM)
    return FamiliarisationProposal(standard.id, _PROPOSED_STAFF, minutes, totals)


def _brings_something(duty: Obligation) -> bool:
    """Whether there is something new to read about, be it the transition to having less to do."""
    is_new = duty.effect is Effect.INTRODUCED
    return is_new or any(activity.effect is Effect.INTRODUCED for activity in duty.activities)


def proposed_familiarisation(standard: str) -> Activity:
    """Return the activity that is proposed where a dossier has no reading time."""
    return Activity(
        kind=ActivityKind.FAMILIARISATION,
        timing=Timing.ONE_OFF,
        standard=standard,
        complexity=_PROPOSED_COMPLEXITY,
        staff=_PROPOSED_STAFF,
    )


def _overall_remarks(
    regulation: Regulation, proposal: FamiliarisationProposal | None
) -> Iterable[Remark]:
    if proposal is not None:
        yield Remark(RemarkCode.FAMILIARISATION_MISSING, "obligations")
    if regulation.identity.voluntary:
        yield Remark(RemarkCode.VOLUNTARY, "identity.voluntary")
