"""Where every sum of a workbook stands, before a cell is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from checker.burden.audiences import FIRMS, Audience, Counted, Population
from checker.burden.classes import reach, staffing, to_do
from checker.models.cost import Burden, InputKind, Line, Provenance, Variable
from checker.models.obligation import EventsScope, Obligation
from checker.models.parameters import General, Rate, Years
from checker.models.problem import Path, path_text
from checker.models.regulation import Addressee, Regulation
from checker.models.rulebook import Rulebook
from checker.report.excel.live.inputs import InputCells

FIRST_ROW = 2
"""Of the sums, counted from 0."""
FIXED = ("every_years", "lifetime")
"""Inputs of a line that have no range."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a sum counts for: the total, what is voluntary, an alternative."""

    key: str
    """Below ``report/live/part``."""
    addressee: Addressee = Addressee.FIRM
    number: int = 0
    """Of the alternative, from 1."""


TOTAL, VOLUNTARY = Part("total"), Part("voluntary")


@dataclass(frozen=True, slots=True)
class Sum:
    """A line of the calculation with its row."""

    row: int
    """Counted from 0."""
    part: Part
    line: Line
    duty: Obligation
    place: Path
    """Of the obligation in the dossier."""
    is_shared_event: bool
    """Whether the events of a sector are divided over the size classes by number of firms."""

    def fixed(self) -> Iterator[Variable]:
        """Yield the inputs without a range as inputs of the dossier."""
        for name in FIXED:
            value: Decimal | None = getattr(self.line.inputs, name)
            if value is not None:
                yield self.fixed_input(name, value)

    def fixed_input(self, name: str, value: Decimal) -> Variable:
        """Return one of them by its name in :class:`Inputs`."""
        own = self.line.activity
        path: Path = (*self.place, "activities", own)
        for index, override in enumerate(self.duty.activities[own].overrides):
            is_own = override.size_class is self.line.size_class
            if is_own and getattr(override, name) is not None:
                path = (*path, "overrides", index)
        return Variable(path_text((*path, name)), InputKind(name), value, value, value)

    @property
    def national(self) -> Variable | None:
        """Part that national choices cause, where the dossier states one."""
        share = self.duty.national_share
        if share is None:
            return None
        path = path_text((*self.place, "national_share"))
        kind = InputKind.NATIONAL_SHARE
        return Variable(path, kind, share.low, share.mid, share.high, certainty=share.certainty,
                        source=share.source)  # fmt: skip


class Plan:
    """The sums of one calculation in the order of the sheet, and the cells of their inputs."""

    def __init__(
        self,
        regulation: Regulation,
        burden: Burden,
        rulebook: Rulebook,
        sheet: str,
        prefixes: dict[str, str],
    ) -> None:
        """Lay out a calculation.

        Args:
            regulation: what was calculated.
            burden: its costs.
            rulebook: whose parameters were used.
            sheet: name of the sheet with the inputs.
            prefixes: begin of the names of parameters; see :class:`InputCells`.
        """
        self._regulation = regulation
        self._parameters = rulebook.parameters
        self._burden = burden
        self.population = Population(regulation)
        self.groups = tuple(
            name
            for name in self.population.names
            if self.population.group(name).addressee is Addressee.FIRM
        )
        self.sums = tuple(self._sums())
        self.cells = InputCells(self._variables(), sheet, prefixes)

    @property
    def first_row(self) -> int:
        """The first row with a sum, counted from 0."""
        return FIRST_ROW

    @property
    def last_row(self) -> int:
        """The last row with a sum, counted from 0."""
        return FIRST_ROW + max(len(self.sums), 1) - 1

    @cached_property
    def reach(self) -> dict[int, Decimal]:
        """How many firms have something to do because of a sum, by its row."""
        found: dict[int, Decimal] = {}
        for costs in self._burden.by_size_class:
            if costs.firms is None:
                continue
            own = [
                s for s in self.sums if s.part == TOTAL and s.line.size_class is costs.size_class
            ]
            asking = to_do(item.line for item in own)
            for item in own:
                if any(item.line is line for line in asking):
                    found[item.row] = reach(item.line, costs.firms.mid)
        return found

    @cached_property
    def used(self) -> tuple[InputKind | str, ...]:
        """The kinds of input that at least one sum has, in the order of the formula."""
        found = {v.kind.value for s in self.sums for v in s.line.inputs.variables}
        found |= {name for s in self.sums for name in FIXED if getattr(s.line.inputs, name)}
        if InputKind.EVENTS in found:
            found.add("events_weight")
        return tuple(name for name in _ORDER if name in found)

    # --- sums ------------------------------------------------------------------------------

    def _sums(self) -> Iterator[Sum]:
        order = (TOTAL, VOLUNTARY)
        pairs = sorted(
            self._lines(),
            key=lambda pair: (
                order.index(pair[0]) if pair[0] in order else len(order),
                pair[0].key,
                pair[0].number,
                pair[1].obligation,
                pair[1].activity,
            ),
        )
        for row, (part, line) in enumerate(pairs, start=FIRST_ROW):
            duty, place = self._duty(part, line)
            yield Sum(row, part, line, duty, place, _shares_events(line, duty))

    def _lines(self) -> Iterator[tuple[Part, Line]]:
        for line in self._burden.lines:
            yield Part("total" if line.counted else "voluntary", line.addressee), line
        for item in self._burden.kept_apart:
            for line in item.lines:
                yield Part("apart", item.addressee), line
        for number, alternative in enumerate(self._burden.alternatives, start=1):
            for line in alternative.lines:
                key = "alternative" if line.counted else "alternative_voluntary"
                yield Part(key, number=number), line

    def _duty(self, part: Part, line: Line) -> tuple[Obligation, Path]:
        if not part.number:
            duties = self._regulation.obligations or ()
            return duties[line.obligation], ("obligations", line.obligation)
        index = self._burden.alternatives[part.number - 1].index
        alternatives = self._regulation.purpose.alternatives or ()
        assert index is not None, "doing nothing has no lines"
        duties = alternatives[index].obligations or ()
        place: Path = ("purpose", "alternatives", index, "obligations", line.obligation)
        return duties[line.obligation], place

    # --- inputs ----------------------------------------------------------------------------

    def _variables(self) -> Iterator[Variable]:
        for item in self.sums:
            yield from item.line.inputs.variables
            yield from item.line.inputs.firms  # events: these divide them over the classes
            yield from item.line.inputs.overlaps
            yield from item.fixed()
            if item.national is not None:
                yield item.national
        for audience in FIRMS:
            counted = self.counted(audience)
            yield from (*counted.firms, *counted.overlaps)
            for _, _, mean in self.staffing(audience):
                yield mean
        yield self.horizon
        yield self.discount_rate

    @property
    def horizon(self) -> Variable:
        """Years over which one-off costs are spread."""
        return _parameter(InputKind.HORIZON, self._general.horizon)

    @property
    def discount_rate(self) -> Variable:
        """At which rate they are."""
        return _parameter(InputKind.DISCOUNT_RATE, self._general.discount_rate)

    @property
    def _general(self) -> General:
        return self._parameters.general

    def counted(self, audience: Audience) -> Counted:
        """Return how many firms of all target groups a size class has."""
        return self.population.count(self.groups, audience)

    def staffing(self, audience: Audience) -> tuple[tuple[str, Variable, Variable], ...]:
        """Return each group in a class with its firms and the working persons in each."""
        return tuple(staffing(self.population, self.groups, audience, self._parameters))


_ORDER = (
    "firms", "starters", "share", "times", "every_years", "per_firm", "events", "events_weight",
    "minutes", "tariff", "outsourced", "external_hours", "external_rate", "purchases",
    "maintenance", "lifetime", "residual", "business_as_usual",
)  # fmt: skip
"""Inputs as the formula has them."""


def _shares_events(line: Line, duty: Obligation) -> bool:
    if line.inputs.events is None or line.size_class is None:
        return False
    activity = duty.activities[line.activity]
    own = any(
        override.size_class is line.size_class and override.events_per_year is not None
        for override in activity.overrides
    )
    return activity.events_scope is not EventsScope.SIZE_CLASS and not own


def _parameter(kind: InputKind, value: Rate | Years) -> Variable:
    number = Decimal(value.value)
    return Variable(kind.value, kind, number, number, number, Provenance.PARAMETER,
                    source=value.source, verified=value.verified)  # fmt: skip
