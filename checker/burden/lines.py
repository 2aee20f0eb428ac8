"""From a dossier to lines: every activity in every audience, or what is missing for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from checker.burden import formula
from checker.burden.activities import ActivityReader, Resolved
from checker.burden.audiences import FIRMS, Audience, Counted, Population
from checker.burden.prices import Prices
from checker.models.cost import Gap, InputKind, Inputs, Line, Need, Remark, RemarkCode, Variable
from checker.models.obligation import EventsScope, Obligation, Timing
from checker.models.parameters import Parameters
from checker.models.problem import Path, path_text
from checker.models.regulation import Addressee, Regulation

_LAST_PLACE = Decimal(1).scaleb(-40)
_ONE = Variable("", InputKind.FIRMS, Decimal(1), Decimal(1), Decimal(1))


@dataclass
class Ledger:
    """The lines of a set of obligations, and what was noticed while making them."""

    lines: list[Line] = field(default_factory=list)
    apart: list[Line] = field(default_factory=list)
    """Spending that is no regeldrukkosten, as lines of its own."""
    gaps: dict[Gap, None] = field(default_factory=dict)
    remarks: dict[Remark, None] = field(default_factory=dict)


@dataclass(frozen=True)
class _Duty:
    index: int
    duty: Obligation
    readers: tuple[ActivityReader, ...]
    counted: bool

    def exempts(self, audience: Audience) -> bool:
        """Whether the obligation does not hold for an audience."""
        return audience.size_class is not None and audience.size_class in self.duty.exempt

    def spares(self, reader: ActivityReader, audience: Audience) -> bool:
        """Whether an audience has nothing to do with an activity.

        Who is exempt from a new obligation still profits from what it does away with: the
        exemption reaches no further than what goes the way of the obligation itself.
        """
        return self.exempts(audience) and reader.effect is self.duty.effect


def write(
    regulation: Regulation,
    duties: tuple[Obligation, ...],
    place: Path,
    prices: Prices,
    parameters: Parameters,
) -> Ledger:
    """Return the lines of ``duties``, which stand at ``place`` in the dossier.

    Needs :data:`checker.burden.formula.EXACT` as decimal context.
    """
    return _Writer(regulation, duties, place, prices, parameters).write()


class _Writer:
    def __init__(
        self,
        regulation: Regulation,
        duties: tuple[Obligation, ...],
        place: Path,
        prices: Prices,
        parameters: Parameters,
    ) -> None:
        self.ledger = Ledger()
        self.population = Population(regulation)
        self.place = place
        self.served = {name for d in duties for a in d.activities for name in a.serves}
        self.duties = [
            _Duty(
                i,
                duty,
                tuple(
                    ActivityReader(duty, (i, j), (*place, i, "activities", j), prices, parameters)
                    for j in range(len(duty.activities))
                ),
                counted=not (regulation.identity.voluntary or duty.voluntary),
            )
            for i, duty in enumerate(duties)
        ]

    def write(self) -> Ledger:
        if not self.population.names and self.duties:
            self._lack(Gap(Need.TARGET_GROUPS, "target_groups"))
        for duty in self.duties:
            self._write_duty(duty)
        for counted in (True, False):
            self._write_familiarisation([d for d in self.duties if d.counted is counted])
        self._remark_overlaps()
        return self.ledger

    def _write_duty(self, duty: _Duty) -> None:
        for reader in duty.readers:
            self.ledger.remarks.update(dict.fromkeys(reader.remarks()))
        for addressee in self.population.addressees(duty.duty):
            groups = self.population.groups_of(duty.duty, addressee)
            for audience in _audiences(addressee):
                self._write_audience(duty, groups, audience)

    def _write_audience(self, duty: _Duty, groups: tuple[str, ...], audience: Audience) -> None:
        counted = self.population.count(groups, audience)
        if counted.is_empty:
            return
        if not duty.readers and duty.duty.id not in self.served and not duty.exempts(audience):
            path = path_text((*self.place, duty.index, "activities"))
            self._lack(Gap(Need.ACTIVITIES, path, duty.index, None, audience.size_class,
                           audience.addressee))  # fmt: skip
        for reader in duty.readers:
            if not reader.is_familiarisation and not duty.spares(reader, audience):
                self._write_activity(duty, reader, groups, audience, counted)

    def _write_activity(
        self,
        duty: _Duty,
        reader: ActivityReader,
        groups: tuple[str, ...],
        audience: Audience,
        counted: Counted,
    ) -> None:
        found = reader.resolve(audience)
        inputs, gaps = found.inputs, list(found.gaps)
        if found.inputs.events is not None and not found.events_of_class:
            weight = self._events_weight(duty, reader, groups, audience)
            inputs = replace(inputs, events_weight=weight)
        if found.inputs.events is None or not found.events_of_class:
            gaps.extend(_of(gap, duty) for gap in counted.gaps)
        if reader.timing is None:
            gaps.append(reader.timing_gap(audience))
        self._lack(*gaps)
        if not gaps:
            inputs = replace(inputs, firms=counted.firms, overlaps=counted.overlaps)
            self._add(duty, reader, audience, found, inputs)

    def _events_weight(
        self, duty: _Duty, reader: ActivityReader, groups: tuple[str, ...], audience: Audience
    ) -> Decimal:
        """Return which part of the events falls in ``audience``.

        Events of a whole sector are divided by number of firms; the last class gets what is left,
        so that no event is lost in a division.
        """
        if reader.activity.events_scope is EventsScope.SIZE_CLASS or audience.size_class is None:
            return Decimal(1)
        sharing: dict[Audience, Decimal] = {}
        for other in FIRMS:
            if duty.spares(reader, other) or reader.resolve(other).events_of_class:
                continue
            counted = self.population.count(groups, other)
            if not counted.gaps and counted.mid:
                sharing[other] = counted.mid
        total = sum(sharing.values(), Decimal(0))
        if audience not in sharing:
            return Decimal(0)
        weights = {a: (firms / total).quantize(_LAST_PLACE) for a, firms in sharing.items()}
        *rest, last = weights
        weights[last] = Decimal(1) - sum((weights[a] for a in rest), Decimal(0))
        return weights[audience]

    def _add(
        self,
        duty: _Duty,
        reader: ActivityReader,
        audience: Audience,
        found: Resolved,
        inputs: Inputs,
        timing: Timing | None = None,
    ) -> None:
        """Write the line; spending that is no regeldrukkosten goes on a line apart."""
        when = timing or reader.timing
        assert when is not None
        line = Line(
            obligation=duty.index,
            activity=reader.index,
            addressee=audience.addressee,
            size_class=audience.size_class,
            timing=when,
            effect=reader.effect,
            counted=duty.counted,
            familiarisation=reader.is_familiarisation,
            staff=found.staff,
            inputs=inputs,
        )
        if inputs.purchases is not None and not reader.counts_purchases:
            only = replace(inputs, minutes=None, tariff=None, external_hours=None)
            self.ledger.apart.append(_summed(replace(line, inputs=only)))
            inputs = replace(inputs, purchases=None, lifetime=None, maintenance=None)
            line = replace(line, inputs=inputs)
        self.ledger.lines.append(_summed(line))

    # --- familiarisation: once per firm -----------------------------------------------------------

    def _write_familiarisation(self, duties: list[_Duty]) -> None:
        """Count reading once for each firm, exempt or not: of the duties that have it, the most."""
        reading = [duty for duty in duties if any(r.is_familiarisation for r in duty.readers)]
        used: set[int] = set()
        for addressee in Addressee:
            for audience in _audiences(addressee):
                used |= self._write_reading(reading, audience)
        known = {duty.index for duty in reading if self._can_count(duty)}
        for duty in reading:
            if duty.index in known - used and used:
                path = path_text((*self.place, duty.index))
                self._remark(Remark(RemarkCode.FAMILIARISATION_ONCE, path, duty.index))

    def _can_count(self, duty: _Duty) -> bool:
        return any(
            not reader.resolve(audience).gaps
            for reader in duty.readers
            if reader.is_familiarisation
            for audience in FIRMS
        )

    def _write_reading(self, duties: list[_Duty], audience: Audience) -> set[int]:
        """Write the reading lines of an audience; return the duties they come from."""
        claimed: list[str] = []
        used: set[int] = set()
        for duty in sorted(duties, key=lambda d: (-self._reading_of_one(d, audience), d.index)):
            groups = self.population.groups_of(duty.duty, audience.addressee)
            fresh = tuple(name for name in groups if name not in claimed)
            counted = self.population.count(fresh, audience)
            if not fresh or counted.is_empty:
                continue
            twice = self.population.shared(fresh, (*fresh, *claimed), audience)
            counted = replace(counted, overlaps=twice)
            if self._write_readers(duty, audience, fresh, counted):
                claimed.extend(fresh)
                used.add(duty.index)
        return used

    def _write_readers(
        self, duty: _Duty, audience: Audience, groups: tuple[str, ...], counted: Counted
    ) -> bool:
        wrote = False
        for reader in duty.readers:
            if not reader.is_familiarisation:
                continue
            found = reader.resolve(audience)
            gaps = (*found.gaps, *(_of(gap, duty) for gap in counted.gaps))
            self._lack(*gaps)
            if not gaps:
                inputs = replace(found.inputs, firms=counted.firms, overlaps=counted.overlaps)
                self._add(duty, reader, audience, found, inputs)
                if reader.timing is Timing.ONE_OFF:
                    self._write_starters(duty, reader, audience, groups, found)
                wrote = True
        return wrote

    def _write_starters(
        self,
        duty: _Duty,
        reader: ActivityReader,
        audience: Audience,
        groups: tuple[str, ...],
        found: Resolved,
    ) -> None:
        """Every year the firms that are new read the rules for the first time."""
        for name in groups:
            place = self.population.place(name)
            share = self.population.starters(name)
            if share is None:
                path = path_text((*place, "starters_per_year"))
                self._remark(Remark(RemarkCode.STARTERS_NOT_COUNTED, path))
                continue
            firms = self.population.count((name,), audience).firms
            inputs = replace(found.inputs, firms=firms, overlaps=(), starters=share)
            self._add(duty, reader, audience, found, inputs, Timing.RECURRING)

    def _reading_of_one(self, duty: _Duty, audience: Audience) -> Decimal:
        """Return what reading costs one firm: euro, the first time plus a year."""
        cost = Decimal(0)
        for reader in duty.readers:
            found = reader.resolve(audience)
            if reader.is_familiarisation and not found.gaps:
                inputs = replace(found.inputs, firms=(_ONE,))
                line = Line(0, 0, audience.addressee, audience.size_class, Timing.ONE_OFF,
                            reader.effect, True, True, None, inputs)  # fmt: skip
                cost += formula.totals(line).one_off.mid
        return cost

    # --- notes ------------------------------------------------------------------------------------

    def _remark_overlaps(self) -> None:
        for pair, size, overlap in self.population.overlaps:
            audience = Audience(self.population.group(pair[0]).addressee, size)
            counts = [self.population.count((name,), audience) for name in pair]
            if any(not c.gaps and overlap.high > sum(f.high for f in c.firms) for c in counts):
                self._remark(Remark(RemarkCode.OVERLAP_TOO_LARGE, overlap.key))

    def _lack(self, *gaps: Gap) -> None:
        self.ledger.gaps.update(dict.fromkeys(gaps))

    def _remark(self, remark: Remark) -> None:
        self.ledger.remarks[remark] = None


def _audiences(addressee: Addressee) -> Iterable[Audience]:
    return FIRMS if addressee is Addressee.FIRM else (Audience(addressee),)


def _of(gap: Gap, duty: _Duty) -> Gap:
    return replace(gap, obligation=duty.index)


def _summed(line: Line) -> Line:
    return replace(line, totals=formula.totals(line))


def used_variables(lines: Iterable[Line]) -> Iterator[Variable]:
    """Yield every input of ``lines`` once."""
    seen: set[int] = set()
    for line in lines:
        for variable in line.inputs.variables:
            if id(variable) not in seen:
                seen.add(id(variable))
                yield variable
