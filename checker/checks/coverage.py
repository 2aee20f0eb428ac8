"""``coverage``: each item of a list has what it must have."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from checker.checks.conditions import all_hold, unknown_names
from checker.models.base import Number, Text
from checker.models.condition import Condition
from checker.models.context import Need, NeedKind, View
from checker.models.facts import find_fact, values_at
from checker.models.finding import Outcome, Place, Reason
from checker.models.obligation import Obligation
from checker.models.regulation import Participant, Regulation
from checker.models.rule import Check, Result

_ARTICLES = {"article": "art.", "national_article": "art.", "eu_article": "EU-art."}
_NAMES = ("number", "kind", "description", "text", "name")


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
    none: Literal["pass", "not_applicable", "not_assessed"] = "not_applicable"
    """Outcome when there is no such item; ``not_assessed`` where one is needed."""
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

    def evaluate(self, view: View) -> Result:
        """Count the items that have it; what is unknown leaves the rule open.

        Unless so many fall short already that the rest cannot mend it.
        """
        covered: list[Place] = []
        short: list[Place] = []
        unknown: list[Place] = []
        missing: list[str] = []
        for place, item in _items(self.each, view.regulation):
            relevant = all_hold(self.where, item, view.context)
            truth = relevant and all_hold(self.has, item, view.context)
            if relevant is False:
                continue
            if truth is None:
                unknown.append(place)
                missing += unknown_names((*self.where, *self.has), item, view.context)
            else:
                (covered if truth else short).append(place)
        total = len(covered) + len(short) + len(unknown)
        if not total:
            return self._nothing_to_check()
        lost = len(short) > (1 - self._needed) * total
        if unknown and not lost:
            names = tuple(_on_fact(self.each, name) for name in dict.fromkeys(missing))
            return Result(Outcome.NOT_ASSESSED, Reason.NO_FACT, tuple(unknown), missing=names)
        return self._judge(covered, short)

    @property
    def _needed(self) -> Decimal:
        """Share of items below which the rule fails."""
        return self.partial_from if self.met == "pass" else Decimal(1)

    def _nothing_to_check(self) -> Result:
        place = (Place(path=self.each),)
        if self.none == "pass":
            return Result(Outcome.PASS, places=place)
        if self.none == "not_assessed":
            return Result(Outcome.NOT_ASSESSED, Reason.NO_FACT, place, missing=(self.each,))
        return Result(Outcome.NOT_APPLICABLE, Reason.NOTHING_TO_CHECK, place)

    def _judge(self, covered: list[Place], short: list[Place]) -> Result:
        total = len(covered) + len(short)
        values = {
            "items": tuple(_name(place) for place in short),
            "count": Decimal(len(short)),
            "total": Decimal(total),
            "found": tuple(_name(place) for place in (*covered, *short)),
        }
        if not short:
            outcome = Outcome(self.met)
        elif Decimal(len(covered)) / total >= self._needed:
            outcome = Outcome.PARTIAL
        else:
            outcome = Outcome.FAIL
        return Result(outcome, places=tuple(short or covered), values=values)


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
    """Return how a reader knows an item: its article, or else the first thing that names it."""
    if isinstance(item, Obligation):
        return item.label
    if isinstance(item, Participant):
        return None  # names of panel members stay in the dossier
    for name, prefix in _ARTICLES.items():
        if article := getattr(item, name, None):
            return f"{prefix} {article}"
    values = (getattr(item, name, None) for name in _NAMES)
    texts = (v for v in values if isinstance(v, str) and not isinstance(v, StrEnum))
    label = next((text for text in texts if text), None)
    return label if label is None or len(label) <= 60 else label[:57] + "..."


def _name(place: Place) -> str | Text:
    """Return the label of an item, or its number where nothing names it."""
    number = place.path.rpartition("[")[2].rstrip("]")
    return place.label or Text(nl=f"nr. {number}", en=f"no. {number}")


def _on_fact(each: str, name: str) -> str:
    """Return ``name``, which is looked up in an item, as a fact of the regulation."""
    path = f"{each}.{name}"
    return path if find_fact(path) else name
