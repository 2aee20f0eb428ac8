"""Named figures: computed from what is there, missing with a reason where it is not."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from checker import figures
from checker.burden import calculate
from checker.models.context import Available, Missing
from checker.models.figure import FigureId
from checker.models.finding import Reason
from checker.models.regulation import Regulation
from tests.burden.examples import DAY, PARAMETERS
from tests.strategies import regulations

ACTIVITY = {"minutes": 30, "staff": "administratief", "timing": "one_off"}
ALL_COUNTED = [{"size_class": s, "firms": 10} for s in ("1", "2-9", "10-49", "50-249", "250+")]


def figure(figure_id: str, facts: dict[str, Any]) -> Decimal | Missing:
    regulation = Regulation.model_validate(facts)
    costs = calculate(regulation, PARAMETERS, DAY)
    slot = figures.compute(regulation, costs)[FigureId(figure_id)]
    return slot.value.value if isinstance(slot, Available) else slot


def duty(name: str, **facts: Any) -> dict[str, Any]:
    return {"id": name, **facts}


GROUP = {"id": "g", "sizes": ALL_COUNTED}
CITIZENS = {"id": "c", "addressee": "citizen", "sizes": [{"size_class": "1", "firms": 5}]}


@pytest.mark.parametrize(
    ("name", "facts", "expected"),
    [
        ("firms_small", {"target_groups": [GROUP]}, 30),
        ("firms_small", {"target_groups": [GROUP, CITIZENS]}, 30),
        ("size_classes_counted", {"target_groups": [GROUP]}, 5),
        ("size_classes_counted", {"target_groups": [GROUP, {"id": "h"}]}, 0),
        ("obligations", {"obligations": [duty("a"), duty("b", effect="abolished")]}, 1),
        (
            "obligations",
            {
                "target_groups": [GROUP, CITIZENS],
                "obligations": [
                    duty("a", target_groups=["c"]),
                    duty("b", target_groups=["c", "g"]),
                ],
            },
            1,
        ),
        (
            "information_obligations_on_one",
            {"obligations": [duty("a", kind="information"), duty("b", kind="substantive")]},
            1,
        ),
        ("authorisations", {"obligations": [duty("a", authorisation="permit")]}, 1),
        ("experts_required", {"obligations": [duty("a", outside_expert="customary")]}, 0),
        ("exceptions", {"enforcement": {"exceptions": []}}, 0),
        ("decisions", {"enforcement": {"decisions": [{}, {}]}}, 2),
        (
            "inspection_rate_small",
            {
                "target_groups": [GROUP],
                "enforcement": {"capacity": {"inspections_small_firms": 3}},
            },
            Decimal("0.1"),
        ),
        ("consultation_weeks", {"consultation": {"held": False}}, 0),
        ("consultation_weeks", {"consultation": {"weeks": 6, "held": True}}, 6),
        (
            "consultation_weeks",
            {"consultation": {"start": "2026-01-05", "end": "2026-02-01"}},
            4,
        ),
        (
            "days_before_eu_deadline",
            {
                "identity": {"entry_into_force": "2026-07-01"},
                "eu": {"acts": [{"deadline": "2026-06-07"}, {"deadline": "2027-01-01"}]},
            },
            -24,
        ),
        (
            "panel_small_share",
            {
                "panel": {
                    "participants": [
                        {"entrepreneur": True, "size_class": "1"},
                        {"entrepreneur": True, "size_class": "250+"},
                        {"entrepreneur": False, "size_class": "250+"},
                    ]
                }
            },
            Decimal("0.5"),
        ),
    ],
)
def test_a_figure_is_what_its_name_says(
    name: str, facts: dict[str, Any], expected: Decimal
) -> None:
    assert figure(name, facts) == expected


@pytest.mark.parametrize("figure_id", list(FigureId))
def test_nothing_is_known_of_an_empty_dossier(figure_id: FigureId) -> None:
    found = figure(figure_id, {})
    assert isinstance(found, Missing)
    assert found.names


def test_one_open_field_leaves_a_count_open() -> None:
    found = figure(
        "authorisations", {"obligations": [duty("a", authorisation="permit"), duty("b")]}
    )
    assert found == Missing(Reason.NO_FIGURE, ("obligations.authorisation",))


@pytest.mark.parametrize(
    ("activities", "exempt", "unquantified"),
    [
        ([ACTIVITY], [], 0),
        ([], [], 3),
        ([], ["1", "2-9", "10-49"], 0),
        ([], ["1"], 2),
        ([{**ACTIVITY, "staff": None}], [], 3),
        ([{**ACTIVITY, "staff": None, "tariff": 40}], [], 0),
        ([{**ACTIVITY, "timing": "recurring"}], [], 3),
        ([{**ACTIVITY, "timing": "recurring", "every_years": 5}], [], 0),
        ([{"timing": "one_off", "purchases": 100}], [], 0),
        ([{"timing": "one_off", "external_hours": 2}], [], 3),
        ([{"timing": "one_off", "external_hours": 2, "external_rate": 90}], [], 0),
        ([ACTIVITY, {"timing": "one_off"}], [], 3),
        (
            [
                {
                    "timing": "one_off",
                    "staff": "administratief",
                    "overrides": [{"size_class": "1", "minutes": 20}],
                }
            ],
            [],
            2,
        ),
    ],
)
def test_costs_are_quantified_only_with_every_input(
    activities: list, exempt: list, unquantified: int
) -> None:
    facts = {
        "target_groups": [GROUP],
        "obligations": [duty("a", activities=activities, exempt=exempt)],
    }
    assert figure("small_classes_unquantified", facts) == unquantified


def test_a_class_without_firms_needs_no_costs() -> None:
    sizes = [{"size_class": "1", "firms": 0}, {"size_class": "2-9", "firms": 4}]
    facts = {"target_groups": [{"id": "g", "sizes": sizes}], "obligations": [duty("a")]}
    assert figure("small_classes_unquantified", facts) == 2, "10-49 is not listed, so not known"
    sizes.append({"size_class": "10-49", "firms": 0})
    assert figure("small_classes_unquantified", facts) == 1


def test_a_saving_is_quantified_too() -> None:
    gone = duty("a", effect="abolished")
    facts = {"target_groups": [GROUP], "obligations": [gone]}
    assert figure("small_classes_unquantified", facts) == 3
    gone["activities"] = [ACTIVITY]
    assert figure("small_classes_unquantified", facts) == 0


def test_a_regulation_for_citizens_only_has_no_firms_to_quantify() -> None:
    facts = {"target_groups": [CITIZENS], "obligations": [duty("a")]}
    assert figure("small_classes_unquantified", facts) == 0
    assert figure("obligations", facts) == 0
    assert figure("obligations", {"obligations": []}) == 0


def test_a_firm_of_one_has_only_the_duties_of_groups_with_such_firms() -> None:
    large = {"id": "h", "sizes": [{"size_class": "1", "firms": 0}]}
    named: dict[str, list[str]] = {"a": ["h"], "b": ["h", "g"], "c": [], "d": ["g"]}
    duties = [duty(name, kind="information", target_groups=to) for name, to in named.items()]
    duties[3]["exempt"] = ["1"]
    facts = {"target_groups": [GROUP, large], "obligations": duties}
    assert figure("information_obligations_on_one", facts) == 2


@given(regulations())
def test_every_figure_can_be_computed_of_any_dossier(regulation: Regulation) -> None:
    costs = calculate(regulation, PARAMETERS, DAY)
    assert figures.compute(regulation, costs).keys() == set(FigureId)
