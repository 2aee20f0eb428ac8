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
