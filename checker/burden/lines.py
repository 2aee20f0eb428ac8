"""From a dossier to lines: every activity in every audience, or what is missing for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from checker.burden import formula, one_firm
from checker.burden.activities import ActivityReader, Resolved
from checker.burden.audiences import FIRMS, Audience, Counted, Population
from checker.burden.prices import Prices
from checker.models.cost import Gap, Line, Need, Remark, RemarkCode, Totals, Variable
from checker.models.obligation import EventsScope, Obligation, Timing
from checker.models.parameters import Parameters
from checker.models.problem import Path, path_text
from checker.models.regulation import Addressee, Regulation

_LAST_PLACE = Decimal(1).scaleb(-40)


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
    *,
    voluntary: bool = False,
) -> Ledger:
    """Return the lines of ``duties``, which stand at ``place`` in the dossier.

    Needs :data:`checker.burden.formula.EXACT` as decimal context.

    Args:
        regulation: whose target groups are counted.
        duties: obligations of the regulation, or of an alternative to it.
        place: where they stand, for messages.
        prices: tariffs and price level.
        parameters: standard activities and kinds of spending.
        voluntary: whether all of it is.
    """
    return _Writer(regulation, duties, place, prices, parameters, voluntary=voluntary).write()


class _Writer:
    def __init__(
        self,
        regulation: Regulation,
        duties: tuple[Obligation, ...],
        place: Path,
        prices: Prices,
        parameters: Parameters,
        *,
        voluntary: bool,
    ) -> None:
        self.ledger = Ledger()
        self.population = Population(regulation)
        self.place = place
        self.duties = [
            _Duty(
                i,
                duty,
                tuple(
                    ActivityReader(duty, (i, j), (*place, i, "activities", j), prices, parameters)
                    for j in range(len(duty.activities))
                ),
                counted=not (voluntary or duty.voluntary),
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
        unserved = not duty.readers and not duty.exempts(audience)
        if unserved and not self._is_served(duty, groups, audience):
            path = path_text((*self.place, duty.index, "activities"))
            self._lack(Gap(Need.ACTIVITIES, path, duty.index, None, audience.size_class,
                           audience.addressee, counted=duty.counted))  # fmt: skip
        for reader in duty.readers:
            if not reader.is_familiarisation and not duty.spares(reader, audience):
                self._write_activity(duty, reader, groups, audience, counted)

    def _is_served(self, duty: _Duty, groups: tuple[str, ...], audience: Audience) -> bool:
        """Whether the same firms meet the obligation with what they do for another one."""
        return any(
            (other.counted or not duty.counted)
            and not other.spares(reader, audience)
            and set(groups) <= set(self.population.groups_of(other.duty, audience.addressee))
            for other in self.duties
            for reader in other.readers
            if duty.duty.id in reader.activity.serves
        )

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
            gaps.extend(counted.gaps)
        if reader.timing is None:
            gaps.append(reader.timing_gap(audience))
        self._lack(*(_of(gap, duty) for gap in gaps))
        if not gaps:
            inputs = replace(inputs, firms=counted.firms, overlaps=counted.overlaps)
            self._add(duty, reader, audience, groups, replace(found, inputs=inputs))

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
        groups: tuple[str, ...],
        found: Resolved,
        timing: Timing | None = None,
    ) -> None:
        """Write the line; spending that is no regeldrukkosten goes on a line apart."""
        when, inputs = timing or reader.timing, found.inputs
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
            groups=groups,
        )
        is_paid = inputs.purchases is not None or inputs.maintenance is not None
        if is_paid and not reader.counts_purchases:
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
        for duty in sorted(duties, key=lambda d: self._order_of_reading(d, audience)):
            groups = self.population.groups_of(duty.duty, audience.addressee)
            if not self.population.count(groups, audience).is_empty:
                self._lack_reading(duty, audience)
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
            self._lack(*(_of(gap, duty) for gap in counted.gaps))
            if not (found.gaps or counted.gaps):
                inputs = replace(found.inputs, firms=counted.firms, overlaps=counted.overlaps)
                self._add(duty, reader, audience, groups, replace(found, inputs=inputs))
                if reader.timing is Timing.ONE_OFF and audience.size_class is not None:
                    self._write_starters(duty, reader, audience, groups, found)
                wrote = True
        return wrote

    def _lack_reading(self, duty: _Duty, audience: Audience) -> None:
        """A reading time that is missing is missed, also where another one counts instead."""
        for reader in duty.readers:
            if reader.is_familiarisation:
                self._lack(*(_of(gap, duty) for gap in reader.resolve(audience).gaps))

    def _write_starters(
        self,
        duty: _Duty,
        reader: ActivityReader,
        audience: Audience,
        groups: tuple[str, ...],
        found: Resolved,
    ) -> None:
        """Every year the firms that are new read the rules for the first time, each once."""
        shares = {name: self.population.starters(name) for name in groups}
        known = {name: share for name, share in shares.items() if share is not None}
        for name in shares:
            if name not in known:
                path = path_text((*self.population.place(name), "starters_per_year"))
                self._remark(Remark(RemarkCode.STARTERS_NOT_COUNTED, path))
        earlier: list[str] = []
        for name in sorted(known, key=lambda name: (-known[name].mid, name)):
            firms = self.population.count((name,), audience).firms
            twice = self.population.shared((name,), earlier, audience)
            inputs = replace(found.inputs, firms=firms, overlaps=twice, starters=known[name])
            own = replace(found, inputs=inputs)
            self._add(duty, reader, audience, (name,), own, Timing.RECURRING)
            earlier.append(name)

    def _order_of_reading(self, duty: _Duty, audience: Audience) -> tuple[Decimal | str, ...]:
        """Return what puts the longest reading first, in whatever order the dossier has them."""
        reading = self._reading_of_one(duty, audience)
        cost, hours = reading.one_off, reading.hours_one_off
        return (-cost.mid, -hours.mid, -cost.high, -hours.high, -cost.low, duty.duty.id)

    def _reading_of_one(self, duty: _Duty, audience: Audience) -> Totals:
        """Return what reading is for one firm."""
        found = Totals()
        for reader in duty.readers:
            resolved = reader.resolve(audience)
            if reader.is_familiarisation and not resolved.gaps:
                line = Line(0, 0, audience.addressee, audience.size_class, Timing.ONE_OFF,
                            reader.effect, True, True, None, resolved.inputs)  # fmt: skip
                found += one_firm.totals(line)
        return found

    # --- notes ------------------------------------------------------------------------------------

    def _remark_overlaps(self) -> None:
        for code, places in (
            (RemarkCode.OVERLAP_TOO_LARGE, self.population.excessive_overlaps),
            (RemarkCode.OVERLAP_WITHOUT_SIZE, self.population.unsized_overlaps),
        ):
            for place in places:
                self._remark(Remark(code, path_text(place)))

    def _lack(self, *gaps: Gap) -> None:
        self.ledger.gaps.update(dict.fromkeys(gaps))

    def _remark(self, remark: Remark) -> None:
        self.ledger.remarks[remark] = None


def _audiences(addressee: Addressee) -> Iterable[Audience]:
    return FIRMS if addressee is Addressee.FIRM else (Audience(addressee),)


def _of(gap: Gap, duty: _Duty) -> Gap:
    return replace(gap, obligation=duty.index, counted=duty.counted)


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
