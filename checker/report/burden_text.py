"""Costs as plain text for a terminal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from checker.burden import personas, uncertainty
from checker.content import cost_words, say
from checker.content.cost_words import euro, hours
from checker.models.base import Language
from checker.models.cost import (
    Burden,
    ClassCosts,
    Each,
    Line,
    ObligationCosts,
    OtherCosts,
    PersonaCosts,
    Range,
    Ratio,
    TariffChoice,
    Totals,
    known,
)
from checker.models.figure import Unit
from checker.models.obligation import ObligationKind
from checker.models.regulation import Addressee, Regulation
from checker.models.rulebook import Rulebook
from checker.models.uncertainty import Simulation, Swing
from checker.models.wording import Quantity, written

_INDENT = "  - "
_MOST = 3
"""How many inputs are named that matter most."""
_PARTS = (("one_off", ""), ("recurring", "_recurring"))
"""Both sorts of amount, and how the keys of their texts end."""


def burden(costs: Burden, regulation: Regulation, rulebook: Rulebook, language: Language) -> str:
    """Return totals, classes, obligations, example firms, and what it all rests on."""
    return "\n".join(_Text(costs, regulation, rulebook, language).lines())


@dataclass(frozen=True)
class _Text:
    costs: Burden
    regulation: Regulation
    rulebook: Rulebook
    language: Language

    def lines(self) -> Iterator[str]:
        """Yield the whole text; an empty line between its parts."""
        yield self.regulation.identity.title or say(self.language, "cli/untitled")
        parts = (
            (*self._totals(), *self._apart(), *self._legend()),
            self._classes(),
            self._obligations(),
            self._years(),
            self._alternatives(),
            self._uncertainty(),
            self._personas(),
            *self._notes(),
            (tariffs_text(self.costs, self.rulebook, self.language),),
        )
        for part in parts:
            found = tuple(part)
            if found:
                yield ""
                yield from found

    # --- the total, and what it is made of --------------------------------------------------------

    def _totals(self) -> Iterator[str]:
        """Yield the totals and what they are made of; one-off and recurring never added up."""
        costs = self.costs
        yield self._say("title")
        if not costs.complete:
            yield "  " + self._say("incomplete")
        if costs.totals is None:
            yield "  " + self._say("nothing")
            return
        for part, ending in _PARTS:
            yield self._total(part, f"total{ending}", costs.totals)
        yield from self._over_the_years()
        yield from self._made_of()

    def _total(self, part: str, key: str, totals: Totals) -> str:
        amount: Range = getattr(totals, part)
        if known(amount, complete=self.costs.complete) is None:
            return self._say(f"unknown_{key}")
        time: Range = getattr(totals, f"hours_{part}")
        own = (ln for ln in self.costs.counted_lines if getattr(ln.totals, part) != Range())
        return self._say(
            key,
            amount=euro(amount.mid),
            low=euro(amount.low),
            high=euro(amount.high),
            hours=self._hours(time.mid, complete=self.costs.complete),
            mark=self._mark(own),
        )

    def _over_the_years(self) -> Iterator[str]:
        costs, general = self.costs, self.rulebook.parameters.general
        mark, complete = self._mark(costs.counted_lines), costs.complete
        yield self._say(
            "first_year", amount=self._middle(costs.first_year, complete=complete), mark=mark
        )
        yield self._say(
            "equivalent",
            amount=self._middle(costs.yearly_equivalent, complete=complete),
            years=general.horizon.value,
            rate=Quantity(general.discount_rate.value * 100, Unit.EXACT),
            mark=mark,
        )

    def _made_of(self) -> Iterator[str]:
        costs, origin = self.costs, self.costs.by_origin
        parts = {"eu": origin.eu, "national": origin.national}
        if origin.unknown != Totals():
            parts["origin_unknown"] = origin.unknown
        for key, totals in parts.items():
            amounts = self._amounts(totals, complete=costs.complete)
            mark = self._mark(costs.counted_lines) if totals != Totals() else ""
            yield self._say(key, amounts=amounts + mark)
        kind = ObligationKind.INFORMATION
        information = costs.by_kind.get(kind, Totals())
        amounts = self._amounts(information, complete=costs.kind_is_complete(kind))
        duties = self.regulation.obligations or ()
        own = (line for line in costs.counted_lines if duties[line.obligation].kind is kind)
        yield self._say("information", amounts=amounts + self._mark(own))

    def _apart(self) -> Iterator[str]:
        costs = self.costs
        if costs.voluntary != Totals():
            amounts = self._amounts(costs.voluntary, complete=costs.voluntary_is_complete())
            mark = self._mark(costs.lines_of(Addressee.FIRM, counted=False))
            yield self._say("voluntary", amounts=amounts + mark)
        if costs.kept_apart:
            yield self._say("kept_apart")
        for item in costs.kept_apart:
            yield self._say(
                "kept_line",
                kind=say(self.language, f"choices/PurchaseKind/{item.kind}"),
                where=cost_words.payer_name(item, self.regulation, self.language),
                amounts=self._amounts(Totals(item.one_off, item.recurring), complete=True)
                + self._mark(item.lines),
            )
        if costs.others:
            yield self._say("others")
        for other in costs.others:
            yield from self._other(other)

    def _other(self, item: OtherCosts) -> Iterator[str]:
        who = say(self.language, f"choices/Addressee/{item.addressee}")
        complete = item.complete
        yield self._say(
            "other_line",
            who=who,
            amounts=self._amounts(item.totals, complete=complete)
            + self._mark(self.costs.lines_of(item.addressee)),
            hours_one_off=self._hours(item.totals.hours_one_off.mid, complete=complete),
            hours_recurring=self._hours(item.totals.hours_recurring.mid, complete=complete),
        )
        if item.voluntary != Totals():
            complete = self.costs.voluntary_is_complete(item.addressee)
            amounts = self._amounts(item.voluntary, complete=complete)
            mark = self._mark(self.costs.lines_of(item.addressee, counted=False))
            yield self._say("other_voluntary", who=who, amounts=amounts + mark)

    def _legend(self) -> Iterator[str]:
        if self._mark(self.costs.lines):
            yield self._say("legend")

    # --- by size class, by obligation, by year ----------------------------------------------------

    def _classes(self) -> Iterator[str]:
        yield self._say("by_class")
        for item in self.costs.by_size_class:
            yield from self._class(item)
        for key, ratio in (
            ("ratio", self.costs.ratio),
            ("ratio_extremes", self.costs.ratio_extremes),
        ):
            yield self._say(key, **self._ratio(ratio))

    def _class(self, item: ClassCosts) -> Iterator[str]:
        size = cost_words.size_name(item.size_class, self.language)
        if not self.costs.has_firms(item.size_class):
            yield self._say("class_empty", size=size)
        elif item.totals is None or item.firms is None:
            yield self._say("class_unknown", size=size)
        else:
            mark = self._say("mark") if self.costs.class_is_doubtful(item.size_class) else ""
            yield self._say("class_line", size=size, firms=item.firms.mid, mark=mark)
            yield self._class_amount("class_one_off", item.totals.one_off, "one_off", item)
            yield self._class_amount("class_recurring", item.totals.recurring, "recurring", item)

    def _class_amount(self, key: str, amount: Range, part: str, item: ClassCosts) -> str:
        shown = known(amount, complete=item.complete)
        if shown is None:
            return self._say(f"unknown_{key}")

        def of(each: Each) -> object:
            value: Decimal | None = getattr(each, part)
            return self._say("none") if value is None else euro(value)

        return self._say(
            key, amount=euro(shown.mid), firm=of(item.per_firm), person=of(item.per_person)
        )

    def _ratio(self, ratio: Ratio) -> dict[str, object]:
        parts = {"one_off": ratio.one_off, "recurring": ratio.recurring}
        return {
            name: self._say("none") if value is None else Quantity(value, Unit.RATIO)
            for name, value in parts.items()
        }

    def _obligations(self) -> Iterator[str]:
        yield self._say("by_obligation")
        for item in self.costs.by_obligation:
            yield self._obligation(item)

    def _obligation(self, item: ObligationCosts) -> str:
        name = cost_words.obligation_name((self.regulation.obligations or ())[item.index])
        if not item.counted:
            name = self._say("obligation_voluntary", name=name)
        if item.totals is None:
            return self._say("obligation_unknown", name=name)
        amounts = self._amounts(item.totals, complete=item.complete)
        return self._say("obligation_line", name=name, amounts=amounts, mark=self._mark(item.lines))

    def _years(self) -> Iterator[str]:
        """Yield the costs of each year where firms grow into an obligation; the same years once."""
        duties = self.regulation.obligations or ()
        if not any((duties[line.obligation].grows_in_years or 1) > 1
                   for line in self.costs.counted_lines):  # fmt: skip
            return
        yield self._say("by_year")
        for amount, group in groupby(self.costs.by_year, key=lambda item: item.amount):
            years = [item.year for item in group]
            shown = self._middle(amount, complete=self.costs.complete)
            if len(years) == 1:
                yield self._say("year_line", year=years[0], amount=shown)
            else:
                yield self._say("years_line", first=years[0], last=years[-1], amount=shown)

    def _alternatives(self) -> Iterator[str]:
        """Yield what else was weighed, where the dossier says what firms would do then."""
        described = [item for item in self.costs.alternatives if item.index is not None]
        if not described:
            return
        yield self._say("alternatives")
        for item in described:
            kind = say(self.language, f"choices/AlternativeKind/{item.kind}") if item.kind else ""
            name = ": ".join(text for text in (kind, item.description) if text)
            if item.totals is None:
                yield self._say("alternative_unknown", name=name)
            else:
                amounts = self._amounts(item.totals, complete=item.complete)
                amounts += self._mark(item.lines)
                yield self._say("alternative_line", name=name, amounts=amounts)

    # --- how sure it is, and what it means for a firm ---------------------------------------------

    def _uncertainty(self) -> Iterator[str]:
        if self.costs.totals is None:
            return
        if not any(variable.is_range for variable in self.costs.variables):
            yield self._say("no_range")
            return
        simulation = uncertainty.simulate(self.costs)
        seed = str(simulation.seed)
        yield self._say("uncertainty", draws=simulation.draws, seed=seed)
        for part, ending in _PARTS:
            yield self._spread(simulation, part, ending)
        swings = uncertainty.sensitivity(self.costs).by_range
        for part, ending in _PARTS:
            yield from self._ranked(swings, part, ending)

    def _spread(self, simulation: Simulation, part: str, ending: str) -> str:
        spread = getattr(simulation, part)
        if known(spread.p50, complete=self.costs.complete) is None:
            return self._say(f"unknown_total{ending}")
        values = {name: euro(getattr(spread, name)) for name in ("p5", "p50", "p95")}
        return self._say(f"spread{ending}", **values)

    def _ranked(self, swings: Iterable[Swing], part: str, ending: str) -> Iterator[str]:
        """Yield the inputs that move an amount most, each by itself."""
        moving = [swing for swing in swings if getattr(swing, f"{part}_width")]
        moving.sort(key=lambda swing: -getattr(swing, f"{part}_width"))
        if moving:
            yield self._say(f"ranked{ending}")
        for swing in moving[:_MOST]:
            name = cost_words.variable_name(
                swing.variable, self.regulation, self.rulebook, self.language
            )
            low, high = (
                cost_words.change_text(getattr(swing, f"{part}_{end}"), self.language)
                for end in ("low", "high")
            )
            yield "  " + _INDENT + self._say("ranked_line", name=name, low=low, high=high)

    def _personas(self) -> Iterator[str]:
        firms = self.rulebook.parameters.personas
        if firms and self.costs.totals is not None:
            yield self._say("personas")
            for persona in firms:
                yield self._persona(personas.of(persona, self.costs))

    def _persona(self, item: PersonaCosts) -> str:
        title = item.persona.title.get(self.language)
        size, complete = item.persona.size_class, item.complete
        if not self.costs.has_firms(size):
            return self._say("persona_absent", title=title)
        if not item.tasks:
            return self._say("persona_nothing" if complete else "persona_unknown", title=title)
        yearly = item.possible
        own = (line for line in self.costs.counted_lines if line.size_class is size)
        return self._say(
            "persona_line" if complete else "persona_incomplete",
            title=title,
            first_year=self._euro(known(item.first_year.mid, complete=complete)),
            first_year_hours=self._hours(item.first_year_hours, complete=complete),
            recurring=self._euro(known(yearly.recurring.mid, complete=complete)),
            hours=self._hours(yearly.hours_recurring.mid, complete=complete),
            mark=self._mark(own),
        )

    # --- what it rests on -------------------------------------------------------------------------

    def _notes(self) -> Iterator[tuple[str, ...]]:
        where = (self.regulation, self.rulebook, self.language)
        groups: dict[str, Iterable[str]] = {
            "missing": cost_words.gap_texts(self.costs.missing, self.regulation, self.language),
            "remarks": (cost_words.remark_text(item, *where) for item in self.costs.remarks),
            "unverified": (
                cost_words.unverified_text(item, *where) for item in self.costs.unverified
            ),
        }
        for name, sentences in groups.items():
            lines = tuple(_INDENT + sentence for sentence in sentences)
            if lines:
                yield self._say(name), *lines
        if self.costs.proposal is not None:
            yield (self._proposal(),)

    def _proposal(self) -> str:
        """Return the proposal for familiarisation as a sentence."""
        proposal = self.costs.proposal
        assert proposal is not None
        staff = cost_words.staff_name(proposal.staff, self.regulation, self.rulebook, self.language)
        return self._say(
            "proposal",
            minutes=proposal.minutes,
            staff=staff.lower(),
            one_off=euro(proposal.totals.one_off.mid),
        )

    # --- words ------------------------------------------------------------------------------------

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, f"burden/text/{key}", **values)

    def _mark(self, lines: Iterable[Line]) -> str:
        """Return the mark of amounts that rest on doubtful values; "" for others."""
        return self._say("mark") if self.costs.is_doubtful(lines) else ""

    def _middle(self, amount: Range | None, *, complete: bool) -> str:
        shown = known(amount, complete=complete)
        return self._euro(None if shown is None else shown.mid)

    def _euro(self, value: Decimal | None) -> str:
        return self._say("unknown") if value is None else written(euro(value), self.language)

    def _hours(self, value: Decimal, *, complete: bool) -> str:
        shown = known(value, complete=complete)
        if shown is None:
            return self._say("hours_unknown")
        return self._say("hours", value=hours(shown))

    def _amounts(self, totals: Totals, *, complete: bool) -> str:
        """Return both middle amounts in words."""
        recurring = self._middle(totals.recurring, complete=complete)
        if known(totals.recurring, complete=complete) is not None:
            recurring = self._say("per_year", amount=recurring)
        one_off = self._middle(totals.one_off, complete=complete)
        return self._say("amounts", one_off=one_off, recurring=recurring)


def tariffs_text(costs: Burden, rulebook: Rulebook, language: Language) -> str:
    """Return with which tariffs and prices the calculation was made."""
    chosen = costs.tariffs
    sets = {tariffs.id: tariffs.title.get(language) for tariffs in rulebook.parameters.tariffs.sets}
    return say(
        language,
        "burden/text/tariffs",
        set=chosen.title or sets.get(chosen.set_id, chosen.set_id),
        edition=chosen.edition or say(language, "burden/text/none"),
        state="" if chosen.verified else say(language, f"burden/text/{_unread(chosen)}"),
        year=str(chosen.year),
        parameters=costs.edition,
    )


def _unread(chosen: TariffChoice) -> str:
    return "unverified_set" if chosen.title is None else "own_set"
