"""Hypothesis strategies that make any dossier the model allows, straight from the models."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from pydantic import BaseModel

from checker.models.facts import Fact, FactKind, facts_of
from checker.models.obligation import CostInputs
from checker.models.regulation import Regulation

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1, max_size=30
).filter(lambda text: text.strip() == text)
NUMBER = st.decimals(0, 10**6, places=3).map(lambda number: Decimal(f"{number.normalize():f}"))
"""As people write them: 12.500 would be taken for twelve thousand five hundred."""
SHARE = st.decimals(0, 1, places=3)
IDS = [f"id-{letter}" for letter in "abcdef"]
WHOLE = st.integers(0, 10**7).map(Decimal)
YEARS = st.integers(1900, 2200).map(Decimal)
SPECIAL = {
    "share": SHARE,
    "business_as_usual": SHARE,
    "outsourced": SHARE,
    "national_share": SHARE,
    "starters_per_year": SHARE,
    "firms": WHOLE,
    "number": WHOLE,
}
"""Numbers of estimates that are bound to be shares or whole."""
PLAIN: dict[str, st.SearchStrategy[Any]] = {
    "staff": st.sampled_from(["administratief", "leidinggevende"]),
    "category": st.sampled_from(["eigen-1", "eigen-2", "administratief"]),
    "price_level": YEARS,
    "grows_in_years": st.integers(1, 20).map(Decimal),
    "lifetime": st.integers(1, 50).map(Decimal),
    "amount": st.decimals(1, 500, places=2),
    "standard": st.none(),
    "tariff_set": st.sampled_from(["handboek-2018"]),
    "group": st.none(),
}
"""Fields that must name something that exists, or that are numbers of a certain sort."""


def estimates(numbers: st.SearchStrategy[Decimal]) -> st.SearchStrategy[Any]:
    """A plain number, or a range with certainty and source."""
    ranges = st.builds(
        lambda three, certainty, source: {
            **dict(zip(("low", "mid", "high"), sorted(three), strict=True)),
            "certainty": certainty,
            "source": source,
        },
        st.tuples(numbers, numbers, numbers),
        st.sampled_from(["measured", "sourced", "expert", "guess", "unknown"]),
        st.none() | TEXT,
    )
    return numbers | ranges


def _values(fact: Fact, model: type[BaseModel]) -> st.SearchStrategy[Any]:
    if fact.path == "id":
        return st.sampled_from(IDS)
    if fact.path == "schema_version":
        return st.just(1)
    if fact.path in PLAIN:
        return PLAIN[fact.path]
    if issubclass(model, CostInputs) and fact.path in ("times_per_year", "every_years"):
        return st.none()
    plain: dict[FactKind, st.SearchStrategy[Any]] = {
        FactKind.TEXT: TEXT,
        FactKind.NUMBER: NUMBER,
        FactKind.DATE: st.dates(date(1900, 1, 1), date(2200, 12, 31)),
        FactKind.FLAG: st.booleans(),
        FactKind.ESTIMATE: estimates(SPECIAL.get(fact.path, NUMBER)),
        FactKind.LABELS: st.just(()),
        FactKind.ANSWERS: st.dictionaries(
            st.sampled_from(["HAN-01", "DUI-30", "LAS-19"]),
            st.fixed_dictionaries(
                {"value": st.sampled_from(["ja", "deels", "nee", "weet_niet"])},
                optional={"explanation": TEXT, "evidence": TEXT},
            ),
        ),
    }
    if fact.kind in plain:
        return plain[fact.kind]
    if fact.choices is not None:
        choice = st.sampled_from(list(fact.choices))
        if fact.kind is FactKind.CHOICE:
            return choice
        return st.lists(choice, unique=True, max_size=3)
    assert fact.model is not None
    inner = dossiers(fact.model)
    if fact.kind is FactKind.GROUP:
        return inner
    return st.lists(inner, max_size=2, unique_by=_key)


def _key(item: dict[str, Any]) -> Any:
    names = [name for name in ("id", "category", "size_class", "kind") if name in item]
    return str(item[names[0]]) if names else id(item)


def dossiers(model: type[BaseModel] = Regulation) -> st.SearchStrategy[dict[str, Any]]:
    """Any dictionary that ``model`` accepts."""
    required, optional = {}, {}
    for fact in facts_of(model):
        if fact.path == "evidence":
            continue
        target = required if model.model_fields[fact.path].is_required() else optional
        target[fact.path] = _values(fact, model)
    return st.fixed_dictionaries(required, optional=optional)


def regulations() -> st.SearchStrategy[Regulation]:
    """Any regulation."""
    return dossiers().map(Regulation.model_validate)
