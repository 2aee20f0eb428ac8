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
from tests.burden.examples import DAY, PARAMETERS, group, once, reading, yearly
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


# --- what it costs: by the parameters of tests/burden an hour of administration is 40 euro --------

SMALL_FIGURES = (
    "hours_per_small_firm",
    "costs_per_small_firm",
    "hours_per_firm_of_one",
    "costs_per_firm_of_one",
    "one_off_per_small_firm",
)


def on_ten_each(*activities: dict[str, Any], **facts: Any) -> dict[str, Any]:
    """One obligation on ten firms in each class."""
    return {"target_groups": [GROUP], "obligations": [duty("a", activities=activities, **facts)]}


@pytest.mark.parametrize(
    ("activities", "facts", "expected"),
    [
        ([yearly()], {}, (1, 40, 1, 40, 0)),
        ([once()], {}, (0, 0, 0, 0, 40)),
        ([yearly(times_per_year=12), once(minutes=90)], {}, (12, 480, 12, 480, 60)),
        ([yearly(times_per_year=None, every_years=4)], {}, ("0.25", 10, "0.25", 10, 0)),
        ([yearly()], {"effect": "abolished"}, (-1, -40, -1, -40, 0)),
        ([yearly()], {"exempt": ["1"]}, (1, 40, 0, 0, 0)),
        ([yearly()], {"exempt": ["1", "2-9", "10-49"]}, (0, 0, 0, 0, 0)),
        ([yearly(minutes=None, staff=None, purchases=70)], {}, (0, 70, 0, 70, 0)),
        ([yearly(), reading()], {}, (1, 40, 1, 40, 40)),
        (
            [yearly(overrides=[{"size_class": "10-49", "minutes": 150}])],
            {},
            ("2.5", 100, 1, 40, 0),
        ),
        ([yearly(overrides=[{"size_class": "250+", "minutes": 999}])], {}, (1, 40, 1, 40, 0)),
        ([yearly(minutes={"low": 6, "mid": 60, "high": 600})], {}, (1, 40, 1, 40, 0)),
        # Five firms of ten keep a register of an hour; they are the ones affected.
        ([yearly(share=0.5)], {}, (1, 40, 1, 40, 0)),
        # Half an hour for all, an hour more for half of them: those are hit hardest.
        ([yearly(minutes=30), yearly(share=0.5)], {}, ("1.5", 60, "1.5", 60, 0)),
    ],
)
def test_the_burden_of_a_small_firm_is_that_of_the_class_where_it_is_most(
    activities: list[dict[str, Any]], facts: dict[str, Any], expected: tuple[Any, ...]
) -> None:
    described = on_ten_each(*activities, **facts)
    found = [figure(name, described) for name in SMALL_FIGURES]
    assert found == [Decimal(value) for value in expected]


def test_fees_are_no_burden() -> None:
    fee = {"timing": "recurring", "times_per_year": 1, "purchases": 500, "purchase_kind": "fee"}
    assert figure("costs_per_small_firm", on_ten_each(yearly(), fee)) == 40


def test_what_is_voluntary_is_no_burden() -> None:
    described = on_ten_each(yearly()) | {"identity": {"voluntary": True}}
    assert figure("costs_per_small_firm", described) == 0
    assert isinstance(figure("inputs_without_source", described), Missing)


def test_one_input_that_lacks_leaves_the_burden_of_a_small_firm_open() -> None:
    activity = yearly(minutes=None, overrides=[{"size_class": "1", "minutes": 60}])
    described = on_ten_each(activity)
    assert figure("hours_per_firm_of_one", described) == 1
    found = figure("hours_per_small_firm", described)
    assert isinstance(found, Missing)
    assert found.names == ("obligations.activities.minutes",)


def test_a_number_of_firms_that_lacks_is_named() -> None:
    described = on_ten_each(yearly()) | {"target_groups": [group(firms={"2-9": 10, "10-49": 10})]}
    assert figure("costs_per_small_firm", described) == 40
    found = figure("costs_per_firm_of_one", described)
    assert found == Missing(Reason.NO_FIGURE, ("target_groups.sizes.firms",))


@pytest.mark.parametrize(
    ("publication", "entry", "expected"),
    [
        # 365 days are 11.99 months of 30.4375 days.
        ("2026-07-01", "2027-07-01", Decimal(1200) / (365 / Decimal("30.4375"))),
        ("2027-06-20", "2027-07-01", 1200),
        ("2027-08-01", "2027-07-01", 1200),
    ],
)
def test_one_off_costs_are_spread_over_the_months_to_prepare(
    publication: str, entry: str, expected: Decimal
) -> None:
    described = on_ten_each(once(minutes=1800)) | {
        "identity": {"planned_publication": publication, "entry_into_force": entry}
    }
    assert figure("one_off_per_month", described) == expected


def test_without_dates_nobody_knows_the_months() -> None:
    described = on_ten_each(once()) | {"identity": {"entry_into_force": "2027-07-01"}}
    found = figure("one_off_per_month", described)
    assert found == Missing(Reason.NO_FIGURE, ("identity.planned_publication",))


def test_a_fixed_cost_weighs_as_much_more_as_the_firm_is_smaller() -> None:
    assert figure("burden_ratio", on_ten_each(yearly())) == 25, "500 persons against 20"
    by_size = yearly(overrides=[{"size_class": "250+", "minutes": 600}])
    assert figure("burden_ratio", on_ten_each(by_size)) == Decimal("2.5")


def test_there_is_no_ratio_to_nothing() -> None:
    activity = yearly(overrides=[{"size_class": "250+", "minutes": 0}])
    found = figure("burden_ratio", on_ten_each(activity))
    assert found == Missing(Reason.NO_FIGURE, ("burden_ratio",))


@pytest.mark.parametrize(
    "activity", [once(), yearly(overrides=[{"size_class": "10-49", "minutes": 0}])]
)
def test_who_bears_nothing_bears_no_more_than_others(activity: dict[str, Any]) -> None:
    assert figure("burden_ratio", on_ten_each(activity)) == 0


def test_a_calculation_is_complete_as_far_as_its_sums_are() -> None:
    assert figure("calculation_complete", on_ten_each(yearly(), once())) == 1
    lacking = once(minutes=None, overrides=[{"size_class": "1", "minutes": 60}])
    assert figure("calculation_complete", on_ten_each(yearly(), lacking)) == Decimal("0.6")
    described = on_ten_each(yearly()) | {"target_groups": [group(firms={"1": 10, "250+": 0})]}
    # One sum is done, that of 250+ is not needed, and three classes are not counted.
    assert figure("calculation_complete", described) == Decimal("0.25")


def test_the_source_of_a_target_group_is_the_source_of_its_numbers() -> None:
    described = on_ten_each(yearly())
    assert figure("inputs_without_source", described) == 1
    described["target_groups"][0]["source"] = "CBS StatLine 81588NED"
    # Five numbers of firms have it; the minutes and the times a year have none.
    assert figure("inputs_without_source", described) == Decimal(2) / 7


def test_each_input_of_the_dossier_counts_once_however_often_it_is_used() -> None:
    """Firms in two classes, minutes and times a year: four inputs, and a tariff of the program."""
    firms = {"mid": 10, "certainty": "measured", "source": "CBS"}
    sizes = [{"size_class": size, "firms": firms} for size in ("1", "2-9")]
    minutes = {"mid": 60, "certainty": "guess", "source": "Panel"}
    described = {
        "target_groups": [{"id": "g", "sizes": sizes}],
        "obligations": [duty("a", activities=[yearly(minutes=minutes)])],
    }
    assert figure("inputs_without_source", described) == Decimal("0.25")
    assert figure("inputs_guessed", described) == Decimal("0.5"), "a guess, and one not said"


def test_actions_are_counted_as_if_everything_applied() -> None:
    described = on_ten_each(
        yearly(times_per_year=12, share=0.1),
        yearly(times_per_year=2, persons_per_firm=3),
        yearly(times_per_year=None, every_years=4),
        once(),
        reading(),
    )
    described["obligations"].append(duty("b", effect="abolished", activities=[yearly()]))
    assert figure("actions_on_one", described) == Decimal("18.25")
    events = yearly(times_per_year=None, events_per_year=100, events_scope="sector")
    assert figure("actions_on_one", on_ten_each(events)) == 0


@given(regulations())
def test_every_figure_can_be_computed_of_any_dossier(regulation: Regulation) -> None:
    costs = calculate(regulation, PARAMETERS, DAY)
    assert figures.compute(regulation, costs).keys() == set(FigureId)
