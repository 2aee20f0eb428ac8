"""``coverage``: each item of a list has what it must have."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from checker.checks.conditions import all_hold, unknown_names
from checker.models.base import Number
from checker.models.condition import Condition
from checker.models.context import Context, Need, NeedKind
from checker.models.facts import values_at
from checker.models.finding import Outcome, Place, Reason
from checker.models.regulation import Regulation
from checker.models.rule import Check, Result

_NAMES = ("label", "article", "national_article", "eu_article", "number", "description", "text",
          "name", "kind", "id")  # fmt: skip


class Coverage(Check):
    """Looks at each item of the list ``each`` for which ``where`` holds.

    ``each: obligations`` means the obligations that are brought in and laid on firms.
    """

    kind: Literal["coverage"]
    each: str
    where: tuple[Condition, ...] = ()
    has: Annotated[tuple[Condition, ...], Field(min_length=1)]
    met: Literal["pass", "partial"] = "pass"
    """Outcome when every item has it; ``partial`` for what had better not be there at all."""
    none: Literal["pass", "not_applicable"] = "not_applicable"
    """Outcome when there is no such item."""
    partial_from: Annotated[Number, Field(le=1)] = Decimal("0.5")
    """Share of items from which the rule is partly met; 1 means all or nothing."""

    @property
    def needs(self) -> frozenset[Need]:
        """The list must be filled in."""
        return frozenset({Need(NeedKind.FACT, self.each)})

    @property
    def placeholders(self) -> frozenset[str]:
        """``items`` that fall short, ``count`` of them, ``total`` looked at, ``found`` all."""
        return frozenset({"items", "count", "total", "found"})

    def evaluate(self, rule_id: str, context: Context) -> Result:
        """Count the items that have it; what is unknown leaves the rule open."""
        found = self._relevant(context)
        if isinstance(found, Result):
            return found
        if not found:
            outcome = Outcome(self.none)
            reason = Reason.NOTHING_TO_CHECK if outcome is Outcome.NOT_APPLICABLE else None
            return Result(outcome, reason, (Place(path=self.each),))
        truths = [(place, all_hold(self.has, item, context)) for place, item in found]
        short = [place for place, truth in truths if truth is False]
        open_items = [place for place, truth in truths if truth is None]
        if open_items and len(short) <= (1 - self.partial_from) * len(found):
            missing = tuple(_name(place) for place in open_items)
            return Result(Outcome.NOT_ASSESSED, Reason.NO_FACT, tuple(open_items), missing=missing)
        return self._judge(short, [place for place, _ in found])

    def _relevant(self, context: Context) -> list[tuple[Place, BaseModel]] | Result:
        found = []
        for place, item in _items(self.each, context.regulation):
            relevant = all_hold(self.where, item, context)
            if relevant is None:
                missing = unknown_names(self.where, item, context)
                return Result(Outcome.NOT_ASSESSED, Reason.NO_FACT, (place,), missing=missing)
            if relevant:
                found.append((place, item))
        return found

    def _judge(self, short: list[Place], found: list[Place]) -> Result:
        values = {
            "items": tuple(_name(place) for place in short),
            "count": Decimal(len(short)),
            "total": Decimal(len(found)),
            "found": tuple(_name(place) for place in found),
        }
        covered = 1 - Decimal(len(short)) / len(found)
        if not short:
            outcome = Outcome(self.met)
        elif self.met == "pass" and self.partial_from <= covered:
            outcome = Outcome.PARTIAL
        else:
            outcome = Outcome.FAIL
        return Result(outcome, places=tuple(short or found), values=values)


def _items(path: str, regulation: Regulation) -> list[tuple[Place, BaseModel]]:
    items = values_at(regulation, path) or ()
    if path == "obligations":
        on_firms = {duty.id for duty in regulation.firm_obligations}
        numbered = [(i, o) for i, o in enumerate(items, start=1) if o.id in on_firms]
    else:
        numbered = list(enumerate(items, start=1))
    return [
        (Place(path=f"{path}[{number}]", label=_label(item)), item) for number, item in numbered
    ]


def _label(item: BaseModel) -> str | None:
    values = (getattr(item, name, None) for name in _NAMES)
    label = next((str(value) for value in values if value), None)
    return label if label is None or len(label) <= 60 else label[:57] + "..."


def _name(place: Place) -> str:
    return place.label or place.path
