"""What a regulation means for one firm: all it finds on its desk, and nothing twice."""

from decimal import Decimal

from checker.burden import personas
from checker.models.cost import PersonaCosts
from tests.burden.examples import PARAMETERS, costs, duty, group, once, reading, yearly

(METAL,) = PARAMETERS.personas


def of(*duties: dict, groups: list | None = None) -> PersonaCosts:
    return personas.of(METAL, costs(*duties, groups=groups))


def test_a_firm_of_twelve_pays_what_its_class_pays() -> None:
    found = of(duty("a", yearly(overrides=[{"size_class": "10-49", "minutes": 90}]), once()))
    assert (found.possible.one_off.mid, found.possible.recurring.mid) == (40, 60)
    assert found.possible.hours_recurring.mid == Decimal("1.5")


def test_what_returns_every_five_years_falls_in_the_first_year_whole() -> None:
    found = of(duty("a", yearly(times_per_year=None, every_years=5)))
    assert found.possible.recurring.mid == 8
    assert (found.first_year.mid, found.first_year_hours) == (40, 1)


def test_what_applies_to_some_firms_is_possible_and_not_certain() -> None:
    found = of(duty("a", yearly(), yearly(share=Decimal("0.25"), minutes=120)))
    assert found.certain.recurring.mid == 40
    assert found.possible.recurring.mid == 120
    assert [task.chance for task in found.tasks] == [1, Decimal("0.25")]


def test_it_reads_the_rules_once_also_in_two_groups() -> None:
    found = of(
        duty("a", reading(), target_groups=["g"]),
        duty("b", reading(minutes=60), target_groups=["h"]),
        groups=[group("g"), group("h")],
    )
    assert found.possible.one_off.mid == 80
    assert len(found.tasks) == 1


def test_starters_and_exempt_duties_are_no_business_of_a_firm_that_exists() -> None:
    found = of(
        duty("a", reading(), yearly(), exempt=["10-49"]),
        groups=[group(starters_per_year=Decimal("0.5"))],
    )
    assert (found.possible.one_off.mid, found.possible.recurring.mid) == (40, 0)


def test_a_saving_that_returns_every_five_years_need_not_fall_in_the_first_one() -> None:
    found = of(duty("a", yearly(times_per_year=None, every_years=5), effect="abolished"))
    assert (found.first_year.mid, found.possible.recurring.mid) == (-8, -8)


def test_what_is_bought_is_not_replaced_in_the_year_in_which_it_is_bought() -> None:
    machine = {"timing": "one_off", "purchases": 1000, "maintenance": 50, "lifetime": 5}
    found = of(duty("a", machine))
    assert (found.first_year.mid, found.possible.recurring.mid) == (1050, 250)


def test_one_event_costs_what_one_event_costs() -> None:
    found = of(duty("a", yearly(times_per_year=None, events_per_year=5, persons_per_firm=7)))
    assert found.possible.recurring.mid == 40
    assert [task.chance for task in found.tasks] == [Decimal("0.5")]


def test_what_a_firm_would_do_anyway_is_said_with_the_task() -> None:
    found = of(duty("a", yearly(business_as_usual=Decimal("0.75"))))
    assert [(task.usual, task.totals.recurring.mid) for task in found.tasks] == [
        (Decimal("0.75"), 10)
    ]
