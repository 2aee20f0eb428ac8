"""Small parameters and dossiers with round numbers, so that a sum can be done by heart."""

from datetime import date
from decimal import Decimal
from typing import Any

from checker.burden import calculate
from checker.models.cost import Burden, ClassCosts
from checker.models.obligation import PurchaseKind
from checker.models.parameters import Parameters
from checker.models.regulation import Regulation
from checker.models.size_class import SizeClass

DAY = date(2024, 1, 1)
KEPT_OUT = {"tax", "levy", "premium", "retribution", "fee", "fine", "prescribed_pay",
            "lost_turnover", "financing", "recoverable_vat"}  # fmt: skip
BOTH = {"nl": "x", "en": "x"}
SOURCED: dict[str, Any] = {"source": "s", "verified": True}

PARAMETERS = Parameters.model_validate(
    {
        "general": {
            "edition": "test",
            "discount_rate": {"value": Decimal("0.1"), **SOURCED},
            "horizon": {"value": 2, **SOURCED},
            "mean_persons": [
                {"size_class": size, "persons": persons, **SOURCED}
                for size, persons in (
                    ("1", 1), ("2-9", 4), ("10-49", 20), ("50-249", 100), ("250+", 500),
                )
            ],
            "price_index": {
                "title": BOTH,
                "values": [{"year": 2020, "value": 100}, {"year": 2024, "value": 120}],
                **SOURCED,
            },
        },
        "tariffs": {
            "categories": [
                {"id": "administratief", "title": BOTH},
                {"id": "leidinggevende", "title": BOTH},
                {"id": "burger", "title": BOTH},
            ],
            "citizen": "burger",
            "sets": [
                {
                    "id": "handboek", "title": BOTH, "edition": "1", "valid_from": "2020-01-01",
                    "price_level": 2024, "standard": True, "source": "s", "verified": False,
                    "tariffs": [
                        {"category": "administratief", "amount": 40},
                        {"category": "leidinggevende", "amount": 80},
                        {"category": "burger", "amount": 15},
                    ],
                },
                {
                    "id": "oud", "title": BOTH, "edition": "0", "valid_from": "2020-01-01",
                    "price_level": 2020, "all_categories": 10, **SOURCED,
                },
            ],
        },
        "activities": [
            {"id": "kennisnemen", "title": BOTH, "familiarisation": True, "foreign": True,
             "minutes": {"easy": 3, "medium": 5, "complex": 60}, **SOURCED},
        ],
        "firms": [],
        "cost_kinds": [
            {"id": kind.value, "counted": kind.value not in KEPT_OUT, "reason": BOTH,
             "words": ["leges"] if kind is PurchaseKind.FEE else [], **SOURCED}
            for kind in PurchaseKind
        ],
        "personas": [
            {"id": "metaal", "title": BOTH, "sector": "25", "persons": 12, "turnover": 1_000_000,
             **SOURCED},
        ],
    }
)  # fmt: skip

SIZES = tuple(size.value for size in SizeClass)


def group(name: str = "g", firms: Any = 10, **facts: Any) -> dict[str, Any]:
    """A target group with as many firms in each class, or a number by class."""
    by_class = firms if isinstance(firms, dict) else dict.fromkeys(SIZES, firms)
    sizes = [{"size_class": size, "firms": count} for size, count in by_class.items()]
    return {"id": name, "sizes": sizes, **facts}


def yearly(**facts: Any) -> dict[str, Any]:
    """An hour of administration once a year: 40 euro."""
    return {"minutes": 60, "staff": "administratief", "timing": "recurring",
            "times_per_year": 1, **facts}  # fmt: skip


def once(**facts: Any) -> dict[str, Any]:
    """An hour of administration, one-off: 40 euro."""
    return {"minutes": 60, "staff": "administratief", "timing": "one_off", **facts}


def reading(**facts: Any) -> dict[str, Any]:
    """Half an hour of the manager to read the rules: 40 euro."""
    return {"kind": "familiarisation", "minutes": 30, "staff": "leidinggevende",
            "timing": "one_off", **facts}  # fmt: skip


def duty(name: str = "a", *activities: dict[str, Any], **facts: Any) -> dict[str, Any]:
    """An obligation with its activities."""
    return {"id": name, "activities": list(activities), **facts}


def dossier(*duties: dict[str, Any], groups: Any = None, **facts: Any) -> Regulation:
    """A dossier with one group of ten firms in each class, or with ``groups``."""
    return Regulation.model_validate(
        {"target_groups": groups or [group()], "obligations": list(duties), **facts}
    )


def costs(*duties: dict[str, Any], groups: Any = None, **facts: Any) -> Burden:
    """What a dossier costs."""
    return calculate(dossier(*duties, groups=groups, **facts), PARAMETERS, DAY)


def one_off(burden: Burden) -> Decimal:
    """The middle one-off total."""
    assert burden.totals is not None
    return burden.totals.one_off.mid


def recurring(burden: Burden) -> Decimal:
    """The middle recurring total."""
    assert burden.totals is not None
    return burden.totals.recurring.mid


def of_class(burden: Burden, size: str) -> ClassCosts:
    """The costs of one class."""
    return next(c for c in burden.by_size_class if c.size_class == size)
