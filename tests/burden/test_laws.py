"""Laws of the cost model, for dossiers nobody thought of."""

from decimal import Decimal, localcontext
from itertools import chain
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from checker.burden import calculate, personas
from checker.burden.formula import EXACT
from checker.burden.uncertainty import sensitivity, simulate
from checker.models.cost import Burden, Range, Totals, add_up
from checker.models.regulation import Regulation
from checker.models.size_class import SizeClass
from tests.burden.examples import DAY, PARAMETERS, SIZES
from tests.strategies import regulations

NUMBERS = st.decimals(0, 5000, places=2)
SHARES = st.decimals(0, 1, places=3)


def ranges(numbers: st.SearchStrategy[Decimal]) -> st.SearchStrategy[Any]:
    three = st.tuples(numbers, numbers, numbers).map(sorted)
    return numbers | three.map(lambda t: dict(zip(("low", "mid", "high"), t, strict=True)))


COUNTS = ranges(st.integers(0, 100_000).map(Decimal))
INPUTS: dict[str, st.SearchStrategy[Any]] = {
    "staff": st.sampled_from(["administratief", "leidinggevende"]),
    "external_hours": ranges(NUMBERS),
    "external_rate": ranges(NUMBERS),
    "outsourced": ranges(SHARES),
    "purchases": ranges(NUMBERS),
    "share": ranges(SHARES),
    "persons_per_firm": ranges(NUMBERS),
    "business_as_usual": ranges(SHARES),
    "maintenance": ranges(NUMBERS),
    "lifetime": st.integers(1, 30),
    "residual_value": ranges(NUMBERS),
}
OVERRIDES = st.lists(
    st.fixed_dictionaries(
        {"size_class": st.sampled_from(SIZES)}, optional={"minutes": ranges(NUMBERS), **INPUTS}
    ),
    max_size=2,
    unique_by=lambda item: item["size_class"],
)
FREQUENCIES = st.one_of(
    st.fixed_dictionaries({"times_per_year": ranges(NUMBERS)}),
    st.fixed_dictionaries({"every_years": st.sampled_from([2, 3, 5, 7])}),
    st.fixed_dictionaries(
        {"events_per_year": ranges(NUMBERS)},
        optional={"events_scope": st.sampled_from(["size_class", "sector"])},
    ),
)
ACTIVITIES = st.builds(
    lambda inputs, frequency, overrides: {**inputs, **frequency, "overrides": overrides},
    st.fixed_dictionaries(
        {"minutes": ranges(NUMBERS), "timing": st.sampled_from(["one_off", "recurring"])},
        optional={
            **INPUTS,
            "kind": st.sampled_from(["regular", "familiarisation", "inspection"]),
            "effect": st.sampled_from(["introduced", "abolished"]),
            "purchase_kind": st.sampled_from(["goods_and_services", "levy", "fee"]),
            "price_level": st.sampled_from([2020, 2024]),
        },
    ),
    FREQUENCIES,
    OVERRIDES,
)
DUTIES = st.lists(
    st.fixed_dictionaries(
        {"activities": st.lists(ACTIVITIES, max_size=3)},
        optional={
            "effect": st.sampled_from(["introduced", "abolished"]),
            "exempt": st.lists(st.sampled_from(SIZES), unique=True, max_size=3),
            "target_groups": st.lists(st.sampled_from(["g", "h"]), unique=True),
            "origin": st.sampled_from(["eu", "national"]),
            "national_share": SHARES,
            "kind": st.sampled_from(["information", "substantive", "supervision"]),
            "voluntary": st.booleans(),
        },
    ),
    max_size=4,
).map(lambda duties: [{"id": f"d{i}", **duty} for i, duty in enumerate(duties)])
GROUPS = st.tuples(
    st.lists(COUNTS, min_size=5, max_size=5),
    st.lists(COUNTS, min_size=5, max_size=5),
    st.lists(st.integers(0, 1000), max_size=2),
    st.tuples(SHARES, SHARES) | st.none(),
).map(lambda drawn: _groups(*drawn))


def _groups(first: Any, second: Any, shared: list[int], starters: Any) -> list[dict[str, Any]]:
    """Two target groups, with firms in both of them and with starters."""
    groups: list[dict[str, Any]] = [
        {"id": name, "sizes": [{"size_class": s, "firms": f} for s, f in sizes]}
        for name, sizes in (
            ("g", zip(SIZES, first, strict=True)), ("h", zip(SIZES, second, strict=True)),
        )
    ]  # fmt: skip
    groups[0]["overlaps"] = [
        {"group": "h", "size_class": size, "firms": firms}
        for size, firms in zip(SIZES, shared, strict=False)
    ]
    for group, share in zip(groups, starters or (), strict=False):
        group["starters_per_year"] = share
    return groups


DOSSIERS = st.builds(
    lambda groups, duties: {"target_groups": groups, "obligations": duties}, GROUPS, DUTIES
)


def burden_of(facts: dict[str, Any]) -> Burden:
    return calculate(Regulation.model_validate(facts), PARAMETERS, DAY)


ALMOST_NOTHING = Decimal("1e-30")
"""Where something is divided by three, the last of forty decimals is rounded."""


def parts(totals: Totals) -> tuple[Range, ...]:
    return totals.one_off, totals.recurring, totals.hours_one_off, totals.hours_recurring


def total(burden: Burden) -> Totals:
    return burden.totals or Totals()


@given(DOSSIERS)
def test_parts_add_up_to_the_whole_to_the_last_digit(facts: dict[str, Any]) -> None:
    burden = burden_of(facts)
    origin = burden.by_origin
    with localcontext(EXACT):
        whole = total(burden)
        counted = (item for item in burden.by_obligation if item.counted)
        assert add_up(item.totals for item in counted if item.totals) == whole
        assert add_up(item.totals for item in burden.by_size_class if item.totals) == whole
        assert add_up(burden.by_kind.values()) == whole
        assert origin.eu + origin.national + origin.unknown == whole


@given(DOSSIERS)
def test_low_mid_and_high_are_in_order(facts: dict[str, Any]) -> None:
    burden = burden_of(facts)
    for totals in (total(burden), *(line.totals for line in burden.lines)):
        for part in parts(totals):
            assert part.low <= part.mid <= part.high


@given(DOSSIERS)
def test_twice_as_many_firms_cost_twice_as_much(facts: dict[str, Any]) -> None:
    assume(not any("events_per_year" in a for d in facts["obligations"] for a in d["activities"]))
    once = burden_of(facts)
    for group in facts["target_groups"]:
        for size in (*group["sizes"], *group.get("overlaps", ())):
            firms = size["firms"]
            double = {k: v * 2 for k, v in firms.items()} if isinstance(firms, dict) else firms * 2
            size["firms"] = double
    with localcontext(EXACT):
        doubled = total(once).times(Decimal(2))
        for part, expected in zip(parts(total(burden_of(facts))), parts(doubled), strict=True):
            assert abs(part.mid - expected.mid) < ALMOST_NOTHING


@given(DOSSIERS, st.data())
def test_exempting_a_class_takes_away_its_own_costs_and_nothing_else(
    facts: dict[str, Any], data: st.DataObject
) -> None:
    duties = facts["obligations"]
    assume(duties)
    index = data.draw(st.integers(0, len(duties) - 1))
    size = data.draw(st.sampled_from(SIZES))
    assume(all(a.get("events_scope") != "sector" for a in duties[index]["activities"]))
    before = burden_of(facts)
    duties[index]["exempt"] = sorted({*duties[index].get("exempt", ()), size})
    after = burden_of(facts)
    gone = [
        line
        for line in before.lines
        if (line.obligation, line.size_class) == (index, size)
        and line.counted
        and not line.familiarisation
        and line.effect.value == duties[index].get("effect", "introduced")
    ]
    with localcontext(EXACT):
        assert total(after) + add_up(line.totals for line in gone) == total(before)


def _turned(duty: dict[str, Any]) -> dict[str, Any]:
    """What the duty introduces is abolished, and the other way round."""
    other = {"introduced": "abolished", "abolished": "introduced"}
    activities = [
        {**a, "effect": other[a["effect"]]} if "effect" in a else a for a in duty["activities"]
    ]
    effect = other[duty.get("effect", "introduced")]
    return {**duty, "id": f"x{duty['id']}", "effect": effect, "activities": activities}


@given(DOSSIERS)
def test_the_net_of_a_regulation_against_itself_is_zero(facts: dict[str, Any]) -> None:
    """Everything introduced and abolished as well; reading is of the new rules only."""
    duties = facts["obligations"]
    for activity in chain.from_iterable(duty["activities"] for duty in duties):
        activity.pop("kind", None)
    mirrored = [_turned(duty) for duty in duties]
    net = total(burden_of({**facts, "obligations": [*duties, *mirrored]}))
    parts = (net.one_off, net.recurring, net.hours_one_off, net.hours_recurring)
    assert {part.mid for part in parts} == {0}


@given(DOSSIERS, st.randoms())
def test_the_order_of_rows_does_not_matter(facts: dict[str, Any], random: Any) -> None:
    before = total(burden_of(facts))
    for rows in (facts["obligations"], facts["target_groups"]):
        random.shuffle(rows)
    for group in facts["target_groups"]:
        random.shuffle(group["sizes"])
    for duty in facts["obligations"]:
        random.shuffle(duty["activities"])
        for activity in duty["activities"]:
            random.shuffle(activity["overrides"])
    with localcontext(EXACT):
        assert total(burden_of(facts)) == before


@given(DOSSIERS)
def test_a_simulation_stays_within_the_range(facts: dict[str, Any]) -> None:
    burden = burden_of(facts)
    drawn = simulate(burden, draws=200)
    for spread, whole in ((drawn.one_off, total(burden).one_off),
                          (drawn.recurring, total(burden).recurring)):  # fmt: skip
        slack = abs(whole.low) / 10**9 + abs(whole.high) / 10**9 + 1
        assert whole.low - slack <= spread.p5 <= spread.p50 <= spread.p95 <= whole.high + slack


@given(DOSSIERS)
def test_no_input_alone_leaves_the_range_of_the_total(facts: dict[str, Any]) -> None:
    burden = burden_of(facts)
    whole = total(burden).recurring
    with localcontext(EXACT):
        for swing in sensitivity(burden).by_range:
            for change in (swing.recurring_low, swing.recurring_high):
                assert whole.low <= whole.mid + change <= whole.high


@given(DOSSIERS)
def test_what_applies_for_certain_is_part_of_what_is_possible(facts: dict[str, Any]) -> None:
    duties = facts["obligations"]
    for duty in duties:
        duty["effect"] = "introduced"
        for activity in duty["activities"]:
            activity.pop("effect", None)
    found = personas.of(PARAMETERS.personas[0], burden_of(facts))
    assert found.certain.recurring.mid <= found.possible.recurring.mid
    assert {task.obligation for task in found.tasks} <= set(range(len(duties)))


@given(DOSSIERS, ACTIVITIES)
def test_one_more_duty_never_makes_it_lighter_for_those_hit_hardest(
    facts: dict[str, Any], activity: dict[str, Any]
) -> None:
    before = burden_of(facts).by_size_class
    activity.pop("effect", None)
    activity.pop("kind", None)
    more = [*facts["obligations"], {"id": "more", "activities": [activity]}]
    after = burden_of({**facts, "obligations": more}).by_size_class
    for old, new in zip(before, after, strict=True):
        for part in ("one_off", "recurring", "hours_one_off", "hours_recurring"):
            lightest, now = getattr(old.hardest_hit, part), getattr(new.hardest_hit, part)
            assert None in (lightest, now) or now >= lightest, "unknown is not lighter"


@given(regulations())
def test_any_dossier_can_be_calculated(regulation: Regulation) -> None:
    burden = calculate(regulation, PARAMETERS, DAY)
    assert [item.size_class for item in burden.by_size_class] == list(SizeClass)
    assert isinstance(burden.voluntary.one_off, Range)
    simulate(burden, draws=5)
    sensitivity(burden)
    for persona in PARAMETERS.personas:
        personas.of(persona, burden)
