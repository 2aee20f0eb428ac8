"""Tariffs and price levels: which set counts, and amounts brought to one year's prices."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from checker.models.cost import InputKind, Provenance, Remark, RemarkCode, TariffChoice, Variable
from checker.models.parameters import Parameters, PriceIndex, TariffSet
from checker.models.regulation import Costing, OwnTariffSet

_LAST_PLACE = Decimal(1).scaleb(-40)


@dataclass(frozen=True)
class Money:
    """An amount in the prices of the calculation."""

    factor: Decimal
    years: tuple[int, int] | None
    """From which year to which; None where nothing was converted."""


class Prices:
    """The tariffs of one calculation, and the year in whose prices it is made."""

    def __init__(self, costing: Costing, parameters: Parameters, day: date) -> None:
        """Choose the tariff set.

        Args:
            costing: what the dossier says of it.
            parameters: the sets and the price index.
            day: the reference date.
        """
        self._parameters = parameters
        self._set = choose_set(costing, parameters, day)
        self._last = max(int(value.year) for value in parameters.general.price_index.values)
        asked = int(costing.price_level or day.year)
        self._asked = asked
        self.year = min(asked, self._last)
        """In whose prices the result is: no later than the price index reaches."""
        self.remarks: dict[Remark, None] = {}
        self.unverified: dict[str, Variable] = {}
        """The price index, for each pair of years that it was used for, where nobody read it."""
        if costing.price_level is not None and self.year < asked:
            self._remark(RemarkCode.PRICE_INDEX_ENDS, "costing.price_level", self.year, asked)
        if isinstance(self._set, OwnTariffSet) and self._set.price_level is None:
            self._remark(RemarkCode.NO_PRICE_LEVEL, "costing.tariff_set", self.year, self.year)
        self._tariffs: dict[str, Variable | None] = {}

    @property
    def choice(self) -> TariffChoice:
        """Return what was chosen."""
        chosen = self._set
        level = None if chosen.price_level is None else int(chosen.price_level)
        if isinstance(chosen, OwnTariffSet):
            title = chosen.organisation or chosen.id
            edition = chosen.edition or ""
            return TariffChoice(chosen.id, title, edition, level, False, self.year)
        return TariffChoice(chosen.id, None, chosen.edition, level, chosen.verified, self.year)

    def tariff(self, category: str) -> Variable | None:
        """Return euro an hour of a staff category, or None where the set has none."""
        if category not in self._tariffs:
            self._tariffs[category] = self._find_tariff(category)
        return self._tariffs[category]

    def _find_tariff(self, category: str) -> Variable | None:
        chosen = self._set
        if isinstance(chosen, OwnTariffSet):
            own = next((t.amount for t in chosen.tariffs if t.category == category), None)
            provenance = Provenance.OWN_TARIFFS
        else:
            own, provenance = chosen.amount(category), Provenance.PARAMETER
        return None if own is None else self._tariff(category, own, chosen, provenance)

    def _tariff(
        self,
        category: str,
        amount: Decimal,
        chosen: OwnTariffSet | TariffSet,
        provenance: Provenance,
    ) -> Variable:
        money = self.convert(chosen.price_level, "costing.tariff_set")
        value = amount * money.factor
        return Variable(
            key=f"tariff:{chosen.id}.{category}",
            kind=InputKind.TARIFF,
            low=value,
            mid=value,
            high=value,
            provenance=provenance,
            source=chosen.source,
            verified=isinstance(chosen, TariffSet) and chosen.verified,
            entered=amount if money.years else None,
            price_years=money.years,
        )

    def convert(self, level: Decimal | None, path: str) -> Money:
        """Return by what an amount in prices of ``level`` is multiplied; None: nothing to do."""
        unchanged = Money(Decimal(1), None)
        if level is None or int(level) == self.year:
            return unchanged
        if int(level) > self._last:
            if int(level) != self._asked:
                self._remark(RemarkCode.PRICE_INDEX_ENDS, path, self._last, int(level))
            return unchanged
        index = self._parameters.general.price_index
        start, end = index.at(int(level)), index.at(self.year)
        if start is None or end is None or start.year != int(level) or end.year != self.year:
            self._remark(RemarkCode.NOT_CONVERTED, path, int(level), self.year)
            return unchanged
        if self.year < self._asked:
            self._remark(RemarkCode.PRICE_INDEX_ENDS, path, self.year, self._asked)
        self._remark(RemarkCode.CONVERTED, path, int(level), self.year)
        factor = (end.value / start.value).quantize(_LAST_PLACE)
        if not index.verified:
            self._distrust(index, int(level), factor)
        return Money(factor, (int(level), self.year))

    def _distrust(self, index: PriceIndex, start: int, factor: Decimal) -> None:
        key = f"price_index:{start}.{self.year}"
        self.unverified[key] = Variable(
            key, InputKind.PRICES, factor, factor, factor, Provenance.PARAMETER,
            source=index.source, verified=False,
        )  # fmt: skip

    def _remark(self, code: RemarkCode, path: str, start: int, end: int) -> None:
        years = (("start", str(start)), ("end", str(end)))
        self.remarks[Remark(code, path, values=years)] = None


def choose_set(costing: Costing, parameters: Parameters, day: date) -> TariffSet | OwnTariffSet:
    """Return the tariff set that the dossier names; else its first own one; else the standard."""
    sets: Iterable[TariffSet | OwnTariffSet] = (*costing.own_tariffs, *parameters.tariffs.sets)
    named = next((s for s in sets if s.id == costing.tariff_set), None)
    if named is not None:
        return named
    return costing.own_tariffs[0] if costing.own_tariffs else parameters.tariffs.at(day)


def known_categories(costing: Costing, parameters: Parameters) -> tuple[str, ...]:
    """Return every staff category that a dossier may name, in the order of the parameters."""
    own = (tariff.category for tariffs in costing.own_tariffs for tariff in tariffs.tariffs)
    ids = (category.id for category in parameters.tariffs.categories)
    return tuple(dict.fromkeys((*ids, *own)))
