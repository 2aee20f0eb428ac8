"""Costs by size class: per firm, per affected firm and per working person, and their ratio."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from checker.burden import one_firm
from checker.burden.audiences import FIRMS, Audience, Counted, Population, variable
from checker.models.cost import (
    ClassCosts,
    Each,
    Gap,
    InputKind,
    Line,
    Provenance,
    Range,
    Ratio,
    Remark,
    RemarkCode,
    Totals,
    Variable,
    add_up,
)
from checker.models.obligation import Effect
from checker.models.parameters import Parameters
from checker.models.problem import path_text
from checker.models.regulation import Addressee
from checker.models.size_class import SMALL, SizeClass

BELOW_50 = SMALL
FROM_50 = (SizeClass.FIFTY_TO_249, SizeClass.FROM_250)
TEN_TO_49 = (SizeClass.TEN_TO_49,)
FROM_250 = (SizeClass.FROM_250,)
_NOBODY = Each()


def by_size_class(
    population: Population,
    lines: tuple[Line, ...],
    gaps: Iterable[Gap],
    parameters: Parameters,
) -> tuple[tuple[ClassCosts, ...], tuple[Remark, ...], tuple[Variable, ...]]:
    """Return the costs of each class, and what was assumed about how large its firms are.

    The latter as remarks, and as the assumed means that nobody verified.
    """
    groups = [
        name for name in population.names if population.group(name).addressee is Addressee.FIRM
    ]
    lacking = {gap.size_class for gap in gaps}
    has_lacking_all = any(gap.size_class is None for gap in gaps)
    found: list[ClassCosts] = []
    remarks: dict[Remark, None] = {}
    unverified: list[Variable] = []
    for audience in FIRMS:
        size = audience.size_class
        assert size is not None
        counted = population.count(groups, audience)
        persons = _persons(population, groups, audience, parameters, counted)
        remarks.update(dict.fromkeys(persons.remarks))
        unverified += [persons.unverified] if persons.unverified is not None else []
        own = tuple(line for line in lines if line.size_class is size)
        incomplete = has_lacking_all or size in lacking or (bool(counted.gaps) and bool(own))
        pairs = tuple(population.overlapping(size))
        found.append(
            _class_costs(size, counted, persons.total, own, pairs, not incomplete, bool(groups))
        )
    return tuple(found), tuple(remarks), tuple(unverified)


def number_of(counted: Counted) -> Range:
    """Return how many firms, each once; lowest where most are in two groups."""
    low = sum((f.low for f in counted.firms), Decimal(0))
    high = sum((f.high for f in counted.firms), Decimal(0))
    twice_low = sum((o.low for o in counted.overlaps), Decimal(0))
    twice_high = sum((o.high for o in counted.overlaps), Decimal(0))
    return Range(max(low - twice_high, Decimal(0)), counted.mid, max(high - twice_low, Decimal(0)))


def _class_costs(
    size: SizeClass,
    counted: Counted,
    persons: Decimal | None,
    lines: tuple[Line, ...],
    pairs: tuple[tuple[str, str], ...],
    complete: bool,
    has_groups: bool,
) -> ClassCosts:
    firms = number_of(counted) if has_groups and not counted.gaps else None
    empty = firms is not None and firms.high == 0
    known = not empty and has_groups and (bool(lines) or complete)
    totals = add_up(line.totals for line in lines) if known else None
    affected = _affected(lines, firms)
    return ClassCosts(
        size_class=size,
        firms=firms,
        persons=persons,
        affected=affected,
        totals=totals,
        complete=complete,
        per_firm=_each(totals, firms.mid if firms is not None else None),
        per_affected=_each(totals, affected),
        hardest_hit=one_firm.hardest_hit(lines, pairs) if known else Each(),
        per_person=_each(totals, persons),
    )


def _affected(lines: Iterable[Line], firms: Range | None) -> Decimal | None:
    """Return how many firms have at least one thing to do, from the widest activity.

    Which firms fall under two activities is not known; the widest alone is the least it can be.
    """
    asking = to_do(lines)
    if firms is None or not asking:
        return None
    return min(max(reach(line, firms.mid) for line in asking), firms.mid)


def to_do(lines: Iterable[Line]) -> list[Line]:
    """Return the lines of one class by which a firm has something to do.

    Reading is none; nor is what goes away, where something else comes.
    """
    wide = [line for line in lines if not line.familiarisation]
    return [line for line in wide if line.effect is Effect.INTRODUCED] or wide


def reach(line: Line, all_firms: Decimal) -> Decimal:
    """Return to how many of the firms of its class a line applies."""
    given = line.inputs
    if given.events is not None:
        return given.events.mid * given.events_weight
    twice = sum((overlap.mid for overlap in given.overlaps), Decimal(0))
    firms = sum((variable.mid for variable in given.firms), Decimal(0)) - twice
    return min(firms, all_firms) * (given.share.mid if given.share is not None else 1)


def _each(totals: Totals | None, by: Decimal | None) -> Each:
    if totals is None or not by:
        return _NOBODY
    return Each(
        totals.one_off.mid / by,
        totals.recurring.mid / by,
        totals.hours_one_off.mid / by,
        totals.hours_recurring.mid / by,
    )


@dataclass(frozen=True)
class _Persons:
    total: Decimal | None
    remarks: tuple[Remark, ...] = ()
    unverified: Variable | None = None
    """The assumed mean, where it was used and nobody verified it."""


def _persons(
    population: Population,
    groups: Iterable[str],
    audience: Audience,
    parameters: Parameters,
    counted: Counted,
) -> _Persons:
    """Return the working persons of a class; where nobody said how many, by the assumed mean."""
    if counted.gaps:
        return _Persons(None)
    size = audience.size_class
    total = Decimal(0)
    remarks: list[Remark] = []
    distrusted: Variable | None = None
    for name, firms, mean in staffing(population, groups, audience, parameters):
        total += firms.mid * mean.mid
        # That a firm in the class of one has one person is no assumption.
        is_assumed = mean.provenance is Provenance.PARAMETER and size is not SizeClass.ONE
        if firms.mid and is_assumed:
            path = (*population.place(name), "sizes", str(size), "persons_per_firm")
            values = (("persons", str(mean.mid)), ("size_class", str(size)))
            remarks.append(Remark(RemarkCode.PERSONS_ASSUMED, path_text(path), values=values))
            distrusted = None if mean.verified else mean
    twice = sum((overlap.mid for overlap in counted.overlaps), Decimal(0))
    everyone = counted.mid + twice
    # Firms in two groups are as large as the others of their class, on average.
    persons = total * counted.mid / everyone if everyone else total
    return _Persons(persons, tuple(remarks), distrusted)


def staffing(
    population: Population, groups: Iterable[str], audience: Audience, parameters: Parameters
) -> Iterator[tuple[str, Variable, Variable]]:
    """Yield each group with a number of firms in a class, that number, and the persons in a firm.

    Where the dossier does not say how many persons, the mean of the parameters counts.
    """
    size = audience.size_class
    for name in groups:
        count = next((s for s in population.group(name).sizes if s.size_class is size), None)
        if count is None or count.firms is None:
            continue
        persons = count.persons_per_firm
        path = (*population.place(name), "sizes", str(size), "persons_per_firm")
        mean = (
            _assumed(audience, parameters)
            if persons is None
            else variable(persons, path, InputKind.PERSONS, population.group(name).source)
        )
        yield name, population.count((name,), audience).firms[0], mean


def _assumed(audience: Audience, parameters: Parameters) -> Variable:
    size = audience.size_class
    mean = next(m for m in parameters.general.mean_persons if m.size_class is size)
    return Variable(
        f"persons:{size}", InputKind.PERSONS, mean.persons, mean.persons, mean.persons,
        Provenance.PARAMETER, source=mean.source, verified=mean.verified,
    )  # fmt: skip


def ratio(
    classes: Iterable[ClassCosts], small: Iterable[SizeClass], large: Iterable[SizeClass]
) -> Ratio:
    """Return costs per working person of ``small`` over those of ``large``.

    None where a side is empty, not fully known, zero, or a net saving.
    """
    by_size = {costs.size_class: costs for costs in classes}
    low, high = (_side([by_size[size] for size in sizes]) for sizes in (small, large))
    return Ratio(_quotient(low.one_off, high.one_off), _quotient(low.recurring, high.recurring))


def _side(classes: list[ClassCosts]) -> Each:
    there = [c for c in classes if c.firms is None or c.firms.high > 0]
    if not there or any(not c.complete or c.totals is None or c.persons is None for c in there):
        return _NOBODY
    persons = sum((c.persons for c in there if c.persons is not None), Decimal(0))
    return _each(add_up(c.totals for c in there if c.totals is not None), persons)


def _quotient(small: Decimal | None, large: Decimal | None) -> Decimal | None:
    if small is None or large is None or small <= 0 or large <= 0:
        return None
    return small / large
