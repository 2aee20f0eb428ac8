"""The sum behind one line, written out: every factor with its value, in the order of the formula.

``checker.burden.formula`` computes; this tells it to a reader. A test multiplies what stands here
and holds it against the line.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from checker.content import cost_words
from checker.models.cost import Line, Variable
from checker.models.obligation import Effect, Timing
from checker.models.regulation import Addressee
from checker.ui.components.burden.view import View

_ONE = Decimal(1)
_MINUTES_PER_HOUR = Decimal(60)


@dataclass(frozen=True)
class Factor:
    """One factor in words; a divisor where ``divides``."""

    text: str
    value: Decimal
    divides: bool = False


Product = tuple[Factor, ...]


@dataclass(frozen=True)
class Sums:
    """The products that add up to the amounts of a line."""

    one_off: tuple[Product, ...]
    recurring: tuple[Product, ...]


def sums_of(line: Line, view: View) -> Sums:
    """Return the products of ``line``: its own time, what it buys, and the upkeep of that."""
    teller = _Teller(line, view)
    each, upkeep = tuple(teller.each()), tuple(teller.upkeep())
    if line.timing is Timing.RECURRING:
        return Sums((), each)
    return Sums(each, upkeep)


def in_words(product: Product) -> str:
    """Return a product as a reader writes it: ``10 firms × 30 minutes ÷ 60 × € 40.00 an hour``."""
    first, *rest = product
    return first.text + "".join(f" {'÷' if f.divides else '×'} {f.text}" for f in rest)


class _Teller:
    def __init__(self, line: Line, view: View) -> None:
        self.line, self.view, self.given = line, view, line.inputs

    def each(self) -> Iterable[Product]:
        """Yield what it takes each time."""
        given = self.given
        if given.minutes is not None and given.tariff is not None:
            time = (
                self._factor("minutes", given.minutes),
                self._plain("sixty", _MINUTES_PER_HOUR, divides=True),
                self._factor("tariff", given.tariff),
            )
            own = () if given.outsourced is None else (self._rest("own_part", given.outsourced),)
            yield (*self._quantity(), *time, *own, *self._every())
        if given.external_hours is not None and given.external_rate is not None:
            bought: Product = (
                self._factor("external_hours", given.external_hours),
                self._factor("external_rate", given.external_rate),
            )
            part = (
                () if given.outsourced is None else (self._factor("outsourced", given.outsourced),)
            )
            yield (*self._quantity(), *part, *bought, *self._every())
        if given.purchases is not None:
            yield (*self._quantity(), self._factor("purchases", given.purchases), *self._every())

    def upkeep(self) -> Iterable[Product]:
        """Yield what is spent every year on what was bought once."""
        given = self.given
        if given.maintenance is not None:
            yield (*self._quantity(), self._factor("maintenance", given.maintenance))
        if given.purchases is not None and given.lifetime is not None:
            years = self._plain("lifetime", given.lifetime, divides=True)
            yield (*self._quantity(), self._price(given.purchases, given.residual), years)

    def _quantity(self) -> Iterable[Factor]:
        given = self.given
        if given.events is not None:
            yield self._factor("events", given.events)
            if given.events_weight != _ONE:
                yield self._plain("events_weight", given.events_weight, is_share=True)
        else:
            yield self._firms()
            for name in ("starters", "share", "per_firm", "times"):
                variable = getattr(given, name)
                if variable is not None:
                    yield self._factor(name, variable)
        if given.business_as_usual is not None:
            yield self._rest("usual", given.business_as_usual)
        if self.line.effect is Effect.ABOLISHED:
            yield self._plain("abolished", -_ONE)

    def _every(self) -> Iterable[Factor]:
        if self.given.every_years is not None:
            yield self._plain("every_years", self.given.every_years, divides=True)

    def _firms(self) -> Factor:
        added = sum((firms.mid for firms in self.given.firms), Decimal(0))
        twice = sum((overlap.mid for overlap in self.given.overlaps), Decimal(0))
        total = max(added - twice, Decimal(0)) if self.given.overlaps else added
        counted = " + ".join(self.view.exact(firms.mid) for firms in self.given.firms)
        counted += "".join(f" − {self.view.exact(twice.mid)}" for twice in self.given.overlaps)
        is_sum = len(self.given.firms) + len(self.given.overlaps) > 1
        is_firm = self.line.addressee is Addressee.FIRM
        text = self.view.say(
            "product/firms" if is_firm else "product/people",
            value=f"({counted})" if is_sum else counted,
        )
        return Factor(text, total)

    def _price(self, purchases: Variable, residual: Variable | None) -> Factor:
        price = self.view.input_value(purchases)
        if residual is None:
            return Factor(self.view.say("product/replaced", value=price), purchases.mid)
        text = self.view.say(
            "product/replaced_less", value=price, residual=self.view.input_value(residual)
        )
        return Factor(text, max(purchases.mid - residual.mid, Decimal(0)))

    def _factor(self, name: str, variable: Variable) -> Factor:
        value = self.view.input_value(variable, variable.mid)
        return Factor(self.view.say(f"product/{name}", value=value), variable.mid)

    def _rest(self, name: str, part: Variable) -> Factor:
        value = self.view.input_value(part, part.mid)
        return Factor(self.view.say(f"product/{name}", value=value), _ONE - part.mid)

    def _plain(
        self, name: str, value: Decimal, *, divides: bool = False, is_share: bool = False
    ) -> Factor:
        shown = self.view.share(value) if is_share else self.view.exact(value)
        return Factor(self.view.say(f"product/{name}", value=shown), value, divides)


def amount_text(line: Line, view: View) -> str:
    """Return what a line costs in words, hours included; only what is there."""
    totals = line.totals
    parts = []
    if line.timing is Timing.ONE_OFF:
        parts.append(view.say("line/one_off", value=cost_words.euro(totals.one_off.mid)))
        if totals.hours_one_off.mid:
            parts.append(view.say("line/hours", value=cost_words.hours(totals.hours_one_off.mid)))
    if line.timing is Timing.RECURRING or totals.recurring.mid:
        parts.append(view.say("line/recurring", value=cost_words.euro(totals.recurring.mid)))
        if totals.hours_recurring.mid:
            hours = cost_words.hours(totals.hours_recurring.mid)
            parts.append(view.say("line/hours_recurring", value=hours))
    return ", ".join(parts)
