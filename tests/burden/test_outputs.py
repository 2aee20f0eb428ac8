"""What the outputs say of a calculation: the same in JSON, as text and in Excel."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from checker.burden import calculate
from checker.models.base import Language
from checker.models.cost import Range, known
from checker.models.regulation import Regulation
from checker.models.rulebook import Rulebook
from checker.report import burden_json, burden_text
from tests.burden.examples import DAY, SIZES, dossier, duty, group, once, yearly

ZERO = Range()
SOME = Range(Decimal(-1), Decimal(0), Decimal(1))
NO_AMOUNTS = {"one_off": None, "recurring": None}

ToJson = Callable[[Regulation], dict[str, Any]]


@pytest.fixture(scope="module")
def to_json(rulebook: Rulebook) -> ToJson:
    def write(regulation: Regulation) -> dict[str, Any]:
        costs = calculate(regulation, rulebook.parameters, DAY)
        return burden_json.burden(costs, regulation, rulebook, "nl")

    return write


# --- a zero that is none


@pytest.mark.parametrize("amount", [Decimal(0), Decimal("-0.00"), ZERO])
def test_the_zero_of_an_incomplete_calculation_is_unknown(amount: Any) -> None:
    assert known(amount, complete=False) is None
    assert known(amount, complete=True) == amount


@pytest.mark.parametrize("amount", [Decimal(3), Decimal(-3), SOME, None])
def test_what_was_counted_is_known_also_where_something_is_missing(amount: Any) -> None:
    assert known(amount, complete=False) == amount


HALF_KNOWN = dossier(duty("a", yearly(times_per_year=None)), duty("b", once()))
"""How often is missing, so what it costs a year is not known; one-off is."""


def test_json_gives_null_where_inputs_are_missing(to_json: ToJson) -> None:
    costs = to_json(HALF_KNOWN)
    for part in (costs, *costs["by_size_class"], costs["by_obligation"][1]):
        assert Decimal(part["one_off"]["mid"]) > 0
    for part in (costs, *costs["by_size_class"]):
        assert part["recurring"] is None
        assert part["hours"]["recurring"] is None
    for part in costs["by_size_class"]:
        assert part["per_firm"]["recurring"] is None
        assert part["per_person"]["recurring"] is None
    assert costs["by_obligation"][0].items() >= NO_AMOUNTS.items()
    assert costs["by_obligation"][1]["recurring"]["mid"] == "0"
    assert costs["uncertainty"]["recurring"] == {"p5": None, "p50": None, "p95": None}
    assert all(firm["possible"]["recurring"] is None for firm in costs["personas"])


def test_json_gives_zero_where_nothing_is_missing(to_json: ToJson) -> None:
    costs = to_json(dossier(duty("b", once())))
    for part in (costs, *costs["by_size_class"], *costs["by_obligation"]):
        assert part["recurring"]["mid"] == "0"
    assert costs["by_size_class"][0]["per_firm"]["recurring"] == "0"


def test_without_target_groups_no_obligation_is_free(to_json: ToJson) -> None:
    regulation = Regulation.model_validate({"obligations": [duty("a", yearly())]})
    [found] = to_json(regulation)["by_obligation"]
    assert found["complete"] is False
    assert found.items() >= NO_AMOUNTS.items()


# --- JSON


def test_json_tells_how_sure_the_costs_are(to_json: ToJson) -> None:
    spread = {"low": 30, "mid": 60, "high": 120}
    costs = to_json(dossier(duty("a", yearly(minutes=spread), once(share=Decimal("0.5")))))
    found = costs["uncertainty"]
    low, high = (Decimal(costs["recurring"][end]) for end in ("low", "high"))
    p5, p50, p95 = (Decimal(found["recurring"][name]) for name in ("p5", "p50", "p95"))
    assert low < p5 < p50 < p95 < high
    assert (found["draws"], found["seed"]) == (10_000, 20_180_701)
    [widest] = found["ranked"]
    assert widest["path"] == "obligations[1].activities[1].minutes"
    middle = Decimal(costs["recurring"]["mid"])
    assert Decimal(widest["recurring"]["low"]) == low - middle
    assert Decimal(widest["recurring"]["high"]) == high - middle
    assert widest["one_off"] == {"low": "0", "high": "0"}
    assert {item["input"] for item in found["fifth"]} >= {"firms", "minutes", "tariff", "share"}


def test_json_tells_what_it_means_for_each_example_firm(
    to_json: ToJson, rulebook: Rulebook
) -> None:
    regulation = dossier(
        duty("a", yearly(), once()),
        groups=[group(firms=dict.fromkeys(SIZES, 10) | {"1": 0})],
        identity={"entry_into_force": "2027-01-01"},
    )
    welder, *others = to_json(regulation)["personas"]
    assert [welder["id"], *(firm["id"] for firm in others)] == [
        persona.id for persona in rulebook.parameters.personas
    ]
    assert welder["size_class"] == "1"
    assert welder["first_year"] is None
    assert welder["tasks"] == []
    for firm in others:
        first, recurring = firm["first_year"]["mid"], firm["certain"]["recurring"]["mid"]
        assert Decimal(first) == 2 * Decimal(recurring) > 0
        assert firm["first_year_hours"] == "2"
        assert float(firm["per_person"]["first_year"]) == pytest.approx(
            float(first) / firm["persons"]
        )
        assert float(firm["share_of_turnover"]["recurring"]) == pytest.approx(
            float(recurring) / float(firm["turnover"])
        )
        assert [task["by"] for task in firm["tasks"]] == [None, "2027-01-01"]


def test_json_tells_what_stands_outside_the_total(to_json: ToJson) -> None:
    wish = duty("b", yearly(), voluntary=True)
    regulation = dossier(
        duty("a", yearly(), once(purchases=100, purchase_kind="tax")),
        wish,
        groups=[group(), {"id": "c", "addressee": "citizen", "number": 5}],
        purpose={"alternatives": [{"kind": "other", "description": "x", "obligations": [wish]}]},
    )
    costs = to_json(regulation)
    alternative = costs["alternatives"][-1]
    assert Decimal(alternative["voluntary"]["recurring"]["mid"]) > 0
    assert alternative["recurring"]["mid"] == "0"
    assert Decimal(costs["others"][0]["voluntary"]["recurring"]["mid"]) > 0
    assert {item["addressee"] for item in costs["kept_apart"]} == {"firm", "citizen"}
    for item in costs["by_size_class"]:
        assert item["hardest_hit"]["recurring"] == item["per_firm"]["recurring"]


def test_json_says_which_amounts_rest_on_what_nobody_verified(to_json: ToJson) -> None:
    """The tariff of the handbook is known from memory; that of the first dossier is its own."""
    sure = duty("a", yearly(tariff=40))
    people = [{"size_class": size, "firms": 10, "persons_per_firm": 1} for size in SIZES]
    costs = to_json(dossier(sure, groups=[{"id": "g", "sizes": people}]))
    for part in (costs, *costs["by_size_class"], *costs["by_obligation"]):
        assert part["rests_on_unverified"] is False
    costs = to_json(dossier(sure, duty("b", yearly(), exempt=["1"])))
    assert costs["rests_on_unverified"] is True
    assert [part["rests_on_unverified"] for part in costs["by_obligation"]] == [False, True]


def test_what_is_per_person_rests_on_how_large_firms_were_assumed_to_be(to_json: ToJson) -> None:
    costs = to_json(dossier(duty("a", yearly(tariff=40))))
    assumed = {item["path"].removeprefix("persons:") for item in costs["unverified"]}
    for part in costs["by_size_class"]:
        assert part["rests_on_unverified"] == (part["size_class"] in assumed)
    assert assumed


# --- text


@pytest.fixture(scope="module")
def to_text(rulebook: Rulebook) -> Callable[..., list[str]]:
    def write(regulation: Regulation, language: Language = "nl") -> list[str]:
        costs = calculate(regulation, rulebook.parameters, DAY)
        text = burden_text.burden(costs, regulation, rulebook, language)
        return text.replace("\u00a0", " ").splitlines()

    return write


ToText = Callable[..., list[str]]
PEOPLE = [{"size_class": size, "firms": 10, "persons_per_firm": 2} for size in SIZES]


def line_of(lines: list[str], start: str) -> str:
    [found] = [line for line in lines if line.strip().startswith(start)]
    return found


def test_text_says_unknown_where_inputs_are_missing(to_text: ToText) -> None:
    lines = to_text(HALF_KNOWN)
    assert line_of(lines, "Structureel").split() == ["Structureel", "onbekend"]
    assert sum(line == "    structureel onbekend" for line in lines) == len(SIZES)
    assert line_of(lines, "a:").endswith("nog niet te berekenen")
    assert "structureel € 0,00 per jaar" in line_of(lines, "b:")
    assert "gemiddeld per jaar onbekend (uren onbekend)" in line_of(lines, "Kapsalon")
    assert sum("zeg hoe vaak per jaar" in line for line in lines) == 1
    english = to_text(HALF_KNOWN, "en")
    assert line_of(english, "Recurring").split() == ["Recurring", "unknown"]


def test_text_has_the_first_year_and_what_a_working_person_costs(to_text: ToText) -> None:
    activities = (yearly(tariff=40), once(tariff=80))
    lines = to_text(dossier(duty("a", *activities), groups=[{"id": "g", "sizes": PEOPLE}]))
    assert line_of(lines, "Eerste jaar").endswith("€ 6.000")
    assert (
        lines.count("    eenmalig € 800,00: € 80,00 per bedrijf, € 40,00 per werkzame persoon") == 5
    )
    assert "eenmalig 1, structureel 1" in line_of(
        lines, "Per werkzame persoon, 10–49 tegenover 250"
    )
    assert line_of(lines, "Metaalbedrijf").endswith(
        "eerste jaar € 120,00 (2 uur), gemiddeld per jaar € 40,00 (1 uur)"
    )


def test_text_marks_what_rests_on_values_that_nobody_verified(to_text: ToText) -> None:
    sure = duty("a", yearly(tariff=40))
    groups = [{"id": "g", "sizes": PEOPLE}]
    assert not any(line.endswith("*") for line in to_text(dossier(sure, groups=groups)))
    doubted = duty("b", yearly(), exempt=["1"])
    lines = to_text(dossier(sure, doubted, groups=groups))
    marked = [line.split()[0] for line in lines if line.endswith(" *")]
    assert {"Structureel", "2–9", "250", "Kapsalon", "Fabriek"} <= set(marked)
    assert not {"1", "Lasser"} & set(marked)
    assert line_of(lines, "b:").endswith("*")
    assert not line_of(lines, "a:").endswith("*")
    assert line_of(lines, "* rust mede op")


def test_text_names_what_is_voluntary_where_it_stands(to_text: ToText) -> None:
    lines = to_text(dossier(duty("a", yearly(tariff=40)), duty("b", once(), voluntary=True)))
    assert line_of(lines, "b (vrijwillig, buiten het totaal): eenmalig")


def test_text_shows_the_years_in_which_firms_grow_into_it(to_text: ToText) -> None:
    growing = duty("a", yearly(tariff=40), grows_in_years=3)
    lines = to_text(dossier(growing))
    assert line_of(lines, "Jaar 1:").endswith("€ 666,67")
    assert line_of(lines, "Jaar 3 tot en met").endswith("€ 2.000 per jaar")
    assert not any("Jaar 1:" in line for line in to_text(dossier(duty("a", yearly(tariff=40)))))


def test_text_tells_how_sure_it_is_and_what_matters_most(to_text: ToText) -> None:
    ranges = [{"low": low, "mid": 60, "high": 120} for low in (10, 20, 30, 40)]
    duties = [duty(f"d{i}", yearly(minutes=minutes, tariff=40)) for i, minutes in enumerate(ranges)]
    lines = to_text(dossier(*duties))
    assert "P5 € " in line_of(lines, "Structureel  P5")
    named = [line.split()[1] for line in lines if "bij de laagste waarde" in line]
    assert named == ["d0", "d1", "d2"]
    assert line_of(to_text(dossier(duty("a", yearly(tariff=40)))), "Onzekerheid: geen enkel")


def test_text_names_a_gap_once_also_where_firms_and_citizens_share_it(to_text: ToText) -> None:
    citizens = {"id": "c", "addressee": "citizen", "number": 5}
    regulation = dossier(duty("a", yearly(times_per_year=None)), groups=[group(), citizens])
    assert sum("zeg hoe vaak per jaar" in line for line in to_text(regulation)) == 1
