"""Which fields stand together on the form, and in what order.

What a field is, its widget and its words follow from the model. A test holds this against it.
"""

from dataclasses import dataclass

from pydantic import BaseModel

from checker.models.facts import facts_of
from checker.models.obligation import Activity, Obligation, SizeOverride, Timing
from checker.models.regulation import Addressee, Alternative, TargetGroup
from checker.models.rule import Section


@dataclass(frozen=True)
class Part:
    """Fields that are on the screen together; ``facts`` are paths below the regulation or item."""

    name: str
    facts: tuple[str, ...]


SECTIONS: dict[Section, tuple[Part, ...]] = {
    Section.IDENTITY: (
        Part("what", ("identity.title", "identity.draft", "identity.summary", "identity.ministry",
                      "identity.instrument", "identity.nature", "identity.phase",
                      "identity.parent_act")),
        Part("dates", ("identity.reference_date", "identity.planned_publication",
                       "identity.entry_into_force", "identity.exception_ground",
                       "identity.exception_motivation", "identity.directly_affects_authorities",
                       "identity.retroactive", "identity.retroactive_motivation")),
        Part("reach", ("identity.voluntary", "identity.product_requirements",
                       "identity.service_requirements", "identity.professional_requirements")),
    ),
    Section.PURPOSE: (
        Part("why", ("purpose.problem", "purpose.evidence", "purpose.goal", "purpose.indicator")),
        Part("alternatives", ("purpose.self_regulation", "purpose.alternatives")),
    ),
    Section.TARGET_GROUPS: (Part("groups", ("target_groups",)),),
    Section.OBLIGATIONS: (
        Part("duties", ("obligations",)),
        Part("rates", ("costing.tariff_set", "costing.price_level", "costing.own_tariffs")),
        Part("excluded", ("costs_excluded",)),
    ),
    Section.EU: (
        Part("origin", ("eu.origin", "eu.acts")),
        Part("provisions", ("eu.provisions",)),
        Part("notifications", ("eu.notifications",)),
    ),
    Section.ENFORCEMENT: (
        Part("supervision", ("enforcement.route", "enforcement.route_reason",
                             "enforcement.supervisor", "enforcement.supervisor_article",
                             "enforcement.capacity")),
        Part("test", ("enforcement.supervisor_test",)),
        Part("sanctions", ("enforcement.sanctions",)),
        Part("exceptions", ("enforcement.exceptions",)),
        Part("decisions", ("enforcement.decisions",)),
    ),
    Section.SMALL_FIRMS: (Part("measures", ("small_firm_measures",)),),
    Section.CONSULTATION: (
        Part("consultation", ("consultation",)),
        Part("panel", ("panel.held", "panel.date", "panel.reason_not_held",
                       "panel.feedback_given")),
        Part("participants", ("panel.participants",)),
        Part("remarks", ("panel.remarks",)),
    ),
    Section.EVALUATION: (Part("evaluation", ("evaluation", "sunset")),),
}  # fmt: skip

_ITEMS: dict[type[BaseModel], tuple[Part, ...]] = {
    TargetGroup: (
        Part("who", ("name", "addressee", "sector", "counting_unit", "number", "source")),
        Part("sizes", ("sizes",)),
        Part("counted_once", ("starters_per_year", "overlaps")),
    ),
    Obligation: (
        Part("duty", ("article", "kind", "description", "effect", "origin", "national_share",
                      "target_groups", "exempt", "voluntary", "grows_in_years")),
        Part("features", ("norm", "sanctioned", "authorisation", "outside_expert",
                          "data_known_to_government", "digital_channel", "note")),
        Part("activities", ("activities",)),
    ),
    Activity: (
        Part("often", ("description", "kind", "timing", "times_per_year", "every_years", "share",
                       "persons_per_firm", "events_per_year", "events_scope")),
        Part("cost", ("standard", "complexity", "minutes", "staff", "tariff", "business_as_usual")),
        Part("bought", ("external_hours", "external_rate", "outsourced", "purchases",
                        "purchase_kind", "maintenance", "lifetime", "residual_value")),
        Part("overrides", ("overrides",)),
        Part("more", ("effect", "serves", "price_level", "note")),
    ),
    SizeOverride: (
        Part("often", ("times_per_year", "every_years", "share", "persons_per_firm",
                       "events_per_year")),
        Part("cost", ("minutes", "staff", "tariff", "business_as_usual")),
        Part("bought", ("external_hours", "external_rate", "outsourced", "purchases",
                        "maintenance", "lifetime", "residual_value")),
    ),
    Alternative: (
        Part("what", ("kind", "description", "why_not", "lighter_for_small_firms")),
        Part("duties", ("obligations",)),
    ),
}  # fmt: skip

HIDDEN = frozenset({"id", "answers", "schema_version", "text"})
"""Fields that no widget shows: identifiers are given out, answers stand with their question, and
the text of the draft has a page of its own."""

ANYTHING = None
"""In :data:`FOLLOWS`: the other field may hold anything, as long as it is filled in."""

_ONCE, _AGAIN = (Timing.ONE_OFF, None), (Timing.RECURRING, None)

FOLLOWS: dict[str, tuple[str, tuple[object, ...] | None]] = {
    "retroactive_motivation": ("retroactive", (True,)),
    "standstill_until": ("required", (True,)),
    "reason_not_held": ("held", (False,)),
    "outcome": ("held", (True,)),
    "follow_up": ("held", (True,)),
    "weeks": ("held", (True,)),
    "start": ("held", (True,)),
    "end": ("held", (True,)),
    "in_holidays": ("held", (True,)),
    "feedback_given": ("held", (True,)),
    "within_years": ("planned", (True,)),
    "small_firms_included": ("planned", (True,)),
    "number": ("addressee", (Addressee.PROFESSIONAL, Addressee.CITIZEN, Addressee.AUTHORITY)),
    "complexity": ("standard", ANYTHING),
    "times_per_year": ("timing", _AGAIN),
    "every_years": ("timing", _AGAIN),
    "events_scope": ("events_per_year", ANYTHING),
    "outsourced": ("external_hours", ANYTHING),
    "maintenance": ("timing", _ONCE),
    "lifetime": ("timing", _ONCE),
    "residual_value": ("lifetime", ANYTHING),
}
"""Fields that only make sense after another has one of these values; what is filled in shows."""

REFERENCES = {
    ("obligations", "target_groups"): "target_groups",
    ("sanctions", "obligations"): "obligations",
    ("activities", "serves"): "obligations",
}
"""Fields, by list and name, that name items of another list of the regulation."""


def parts_of(model: type[BaseModel]) -> tuple[Part, ...]:
    """Return the parts of the form for an item of a list; all on one part where none are named."""
    found = _ITEMS.get(model)
    if found is not None:
        return found
    names = tuple(fact.name for fact in facts_of(model) if fact.name not in HIDDEN)
    return (Part("all", names),)
