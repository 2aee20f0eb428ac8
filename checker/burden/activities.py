"""One activity in one audience: which inputs count, and which are missing."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from checker.burden.audiences import Audience, variable
from checker.burden.prices import Prices
from checker.models.cost import (
    MONEY,
    Gap,
    InputKind,
    Inputs,
    Need,
    Provenance,
    Remark,
    RemarkCode,
    Variable,
)
from checker.models.obligation import (
    Activity,
    ActivityKind,
    CostInputs,
    Effect,
    Obligation,
    Timing,
)
from checker.models.parameters import Parameters
from checker.models.problem import Path, path_text
from checker.models.regulation import Addressee

_FREQUENCIES = ("times_per_year", "every_years", "events_per_year")

_Find = Callable[[str, InputKind], Variable | None]
"""Finds the input that stands in a field."""
_Lack = Callable[..., None]
"""Takes note of what is missing: what, in which field, and which value was no good."""


@dataclass(frozen=True)
class Resolved:
    """The inputs of an activity in an audience, besides how many firms there are."""

    inputs: Inputs
    staff: str | None
    gaps: tuple[Gap, ...]
    events_of_class: bool
    """Whether a number of events is given for this very class."""


class ActivityReader:
    """Finds the inputs of one activity; each is one :class:`Variable` for all who share it."""

    def __init__(
        self,
        duty: Obligation,
        position: tuple[int, int],
        place: Path,
        prices: Prices,
        parameters: Parameters,
    ) -> None:
        self.duty = duty
        self.obligation, self.index = position
        self.activity: Activity = duty.activities[self.index]
        self._place = place
        self._prices = prices
        self._parameters = parameters
        self._known: dict[str, Variable] = {}
        self._resolved: dict[Audience, Resolved] = {}

    @property
    def path(self) -> str:
        """Where the activity stands."""
        return path_text(self._place)

    @property
    def effect(self) -> Effect:
        """Whether it comes or goes."""
        return self.activity.effect or self.duty.effect

    @property
    def timing(self) -> Timing | None:
        """Once or every year; reading the rules is once where nothing is said."""
        if self.activity.timing is None and self.is_familiarisation:
            return Timing.ONE_OFF
        return self.activity.timing

    @property
    def is_familiarisation(self) -> bool:
        """Whether it counts once per firm: reading what the regulation brings."""
        is_reading = self.activity.kind is ActivityKind.FAMILIARISATION
        return is_reading and self.effect is Effect.INTRODUCED

    @cached_property
    def counts_purchases(self) -> bool:
        """Whether what is paid for belongs to regeldrukkosten."""
        return self._parameters.cost_kind(self.activity.purchase_kind).counted

    def resolve(self, audience: Audience) -> Resolved:
        """Return the inputs for ``audience`` with what is missing among them.

        Size classes without inputs of their own share theirs.
        """
        own = any(o.size_class is audience.size_class for o in self.activity.overrides)
        key = audience if own else replace(audience, size_class=None)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(audience)
        found = self._resolved[key]
        if not found.gaps or own:
            return found
        gaps = tuple(replace(gap, size_class=audience.size_class) for gap in found.gaps)
        return replace(found, gaps=gaps)

    def _resolve(self, audience: Audience) -> Resolved:
        sources = self._sources(audience)
        gaps: list[Gap] = []

        def lack(need: Need, field: str, value: str = "") -> None:
            gaps.append(self._gap(need, field, audience, value))

        def find(field: str, kind: InputKind) -> Variable | None:
            return self._find(sources, field, kind)

        staff = self._first(sources, "staff")
        minutes, tariff = self._own_time(find, staff, audience, lack)
        external, rate = self._hired(find, lack)
        inputs = Inputs(
            share=find("share", InputKind.SHARE),
            per_firm=find("persons_per_firm", InputKind.PER_FIRM),
            minutes=minutes,
            tariff=tariff,
            outsourced=find("outsourced", InputKind.OUTSOURCED),
            external_hours=external,
            external_rate=rate,
            purchases=find("purchases", InputKind.PURCHASES),
            maintenance=find("maintenance", InputKind.MAINTENANCE),
            lifetime=self._first(sources, "lifetime"),
            residual=find("residual_value", InputKind.RESIDUAL),
            business_as_usual=find("business_as_usual", InputKind.BUSINESS_AS_USUAL),
        )
        if not gaps and not self._costs_something(inputs):
            lack(Need.MINUTES if staff else Need.COSTS, "minutes")
        if _outsources_to_nobody(inputs):
            lack(Need.EXTERNAL_HOURS, "external_hours")
        inputs, events_of_class = self._with_frequency(inputs, sources, lack)
        return Resolved(inputs, staff, tuple(gaps), events_of_class)

    def _own_time(
        self, find: _Find, staff: str | None, audience: Audience, lack: _Lack
    ) -> tuple[Variable | None, Variable | None]:
        """Return minutes and euro an hour; only time that is spent needs a tariff."""
        minutes = find("minutes", InputKind.MINUTES) or self._standard_minutes(lack)
        if minutes is None:
            return None, None
        return minutes, find("tariff", InputKind.TARIFF) or self._tariff(staff, audience, lack)

    @staticmethod
    def _hired(find: _Find, lack: _Lack) -> tuple[Variable | None, Variable | None]:
        """Return hours of somebody from outside and what such an hour costs: both or neither."""
        external = find("external_hours", InputKind.EXTERNAL_HOURS)
        rate = find("external_rate", InputKind.EXTERNAL_RATE)
        if external is not None and rate is None:
            lack(Need.EXTERNAL_RATE, "external_rate")
        if rate is not None and external is None:
            lack(Need.EXTERNAL_HOURS, "external_hours")
        return external, rate

    def _costs_something(self, inputs: Inputs) -> bool:
        upkeep = inputs.maintenance if self.timing is Timing.ONE_OFF else None
        costs = (inputs.minutes, inputs.external_hours, inputs.purchases, upkeep)
        return any(variable is not None for variable in costs)

    def remarks(self) -> Iterator[Remark]:
        """Yield what looks odd about the activity, in one size class or in all of them."""
        holders = (self.activity, *self.activity.overrides)
        yield from (self._remark(code) for code, is_odd in _ODD.items() if any(
            is_odd(self.activity, holder) for holder in holders))  # fmt: skip
        spends = any(holder.purchases is not None for holder in holders)
        if (spends and self.counts_purchases) or any(h.external_hours for h in holders):
            yield from self._suspect_costs()

    def _suspect_costs(self) -> Iterator[Remark]:
        """Yield kinds of spending that are no regeldrukkosten and that the description names."""
        told = (self.activity.description or "").casefold()
        for entry in self._parameters.cost_kinds:
            for word in () if entry.counted else entry.words:
                if re.search(rf"\b{re.escape(word.casefold())}\b", told):
                    yield self._remark(RemarkCode.SUSPECT_COST, word=word, kind=entry.id.value)
                    break

    def _remark(self, code: RemarkCode, **values: str) -> Remark:
        return Remark(code, self.path, self.obligation, self.index, tuple(values.items()))

    def _gap(self, need: Need, field: str, audience: Audience, value: str = "") -> Gap:
        return Gap(
            need,
            f"{self.path}.{field}",
            self.obligation,
            self.index,
            audience.size_class,
            audience.addressee,
            value,
        )

    def timing_gap(self, audience: Audience) -> Gap:
        """Return the gap of an activity that is not said to be once or every year."""
        return self._gap(Need.TIMING, "timing", audience)

    def _sources(self, audience: Audience) -> list[tuple[CostInputs, Path]]:
        """Return where to look for an input: the size class first, then the activity."""
        found: list[tuple[CostInputs, Path]] = [(self.activity, self._place)]
        for override in self.activity.overrides:
            if override.size_class is audience.size_class:
                path = (*self._place, "overrides", override.size_class.value)
                found.insert(0, (override, path))
        return found

    def _find(
        self, sources: list[tuple[CostInputs, Path]], field: str, kind: InputKind
    ) -> Variable | None:
        for holder, place in sources:
            estimate = getattr(holder, field)
            if estimate is not None:
                key = path_text((*place, field))
                if key not in self._known:
                    made = variable(estimate, (*place, field), kind)
                    self._known[key] = self._at_price_level(made)
                return self._known[key]
        return None

    @staticmethod
    def _first(sources: list[tuple[CostInputs, Path]], field: str) -> Any:
        values = (getattr(holder, field) for holder, _ in sources)
        return next((value for value in values if value is not None), None)

    def _at_price_level(self, made: Variable) -> Variable:
        if made.kind not in MONEY:
            return made
        money = self._prices.convert(self.activity.price_level, self.path)
        if money.years is None:
            return made
        return replace(
            made,
            low=made.low * money.factor,
            mid=made.mid * money.factor,
            high=made.high * money.factor,
            entered=made.mid,
            price_years=money.years,
        )

    def _standard_minutes(self, lack: _Lack) -> Variable | None:
        name, complexity = self.activity.standard, self.activity.complexity
        standard = self._parameters.activity(name) if name else None
        if standard is None:
            return None
        if complexity is None:
            lack(Need.COMPLEXITY, "complexity")
            return None
        key = f"standard:{standard.id}.{complexity}"
        minutes = standard.minutes.of(complexity)
        if key not in self._known:
            self._known[key] = Variable(
                key, InputKind.MINUTES, minutes, minutes, minutes, Provenance.PARAMETER,
                source=standard.source, verified=standard.verified and not standard.foreign,
            )  # fmt: skip
        return self._known[key]

    def _tariff(self, staff: str | None, audience: Audience, lack: _Lack) -> Variable | None:
        category = staff
        if category is None and audience.addressee is Addressee.CITIZEN:
            category = self._parameters.tariffs.citizen
        if category is None:
            lack(Need.STAFF, "staff")
            return None
        found = self._prices.tariff(category)
        if found is None:
            lack(Need.TARIFF, "staff", category)
        return found

    def _with_frequency(
        self, inputs: Inputs, sources: list[tuple[CostInputs, Path]], lack: _Lack
    ) -> tuple[Inputs, bool]:
        """Add how often: the first place that says so in any form decides."""
        for holder, place in sources:
            if all(getattr(holder, field) is None for field in _FREQUENCIES):
                continue
            here = [(holder, place)]
            events = self._find(here, "events_per_year", InputKind.EVENTS)
            if events is not None:
                return replace(inputs, events=events), holder is not self.activity
            if self.timing is Timing.ONE_OFF:
                return inputs, False
            times = self._find(here, "times_per_year", InputKind.TIMES)
            return replace(inputs, times=times, every_years=holder.every_years), False
        if self.timing is Timing.RECURRING:
            lack(Need.FREQUENCY, "times_per_year")
        return inputs, False


def _outsources_to_nobody(inputs: Inputs) -> bool:
    """Whether work is handed out without a price for it."""
    part = inputs.outsourced
    is_paid = inputs.external_hours or inputs.external_rate or inputs.purchases
    return part is not None and bool(part.high) and not is_paid


# --- what looks odd -------------------------------------------------------------------------------


def _has_unused_frequency(activity: Activity, holder: CostInputs) -> bool:
    is_given = holder.times_per_year is not None or holder.every_years is not None
    return activity.timing is Timing.ONE_OFF and is_given


def _happens_never(_: Activity, holder: CostInputs) -> bool:
    counts = (holder.times_per_year, holder.events_per_year)
    return any(count is not None and count.high == 0 for count in counts)


def _counts_firms_beside_events(activity: Activity, holder: CostInputs) -> bool:
    if (holder.events_per_year or activity.events_per_year) is None:
        return False
    beside = (holder.share, holder.persons_per_firm, holder.times_per_year, holder.every_years)
    return any(value is not None for value in beside)


def _is_worth_more_than_its_price(activity: Activity, holder: CostInputs) -> bool:
    price = holder.purchases or activity.purchases
    residual = holder.residual_value or activity.residual_value
    return price is not None and residual is not None and residual.high > price.low


def _keeps_what_was_not_bought_once(activity: Activity, holder: CostInputs) -> bool:
    has_upkeep = holder.maintenance is not None or holder.lifetime is not None
    return activity.timing is Timing.RECURRING and has_upkeep


def _replaces_what_has_no_price(activity: Activity, holder: CostInputs) -> bool:
    is_replaced = holder.lifetime is not None or holder.residual_value is not None
    return is_replaced and (holder.purchases or activity.purchases) is None


def _has_staff_without_time(activity: Activity, holder: CostInputs) -> bool:
    is_staffed = any(h.staff is not None or h.tariff is not None for h in (activity, holder))
    has_time = any(h.minutes is not None for h in (activity, holder)) or bool(activity.standard)
    has_other = any(h.purchases is not None or h.external_hours is not None
                    for h in (activity, holder))  # fmt: skip
    return is_staffed and has_other and not has_time


_ODD: Mapping[RemarkCode, Callable[[Activity, CostInputs], bool]] = {
    RemarkCode.FREQUENCY_UNUSED: _has_unused_frequency,
    RemarkCode.FREQUENCY_ZERO: _happens_never,
    RemarkCode.FIRMS_UNUSED: _counts_firms_beside_events,
    RemarkCode.RESIDUAL_TOO_HIGH: _is_worth_more_than_its_price,
    RemarkCode.INVESTMENT_RECURRING: _keeps_what_was_not_bought_once,
    RemarkCode.INVESTMENT_WITHOUT_PRICE: _replaces_what_has_no_price,
    RemarkCode.STAFF_WITHOUT_TIME: _has_staff_without_time,
}
"""What looks odd, and how it shows from an activity and the inputs of it or of a size class."""
