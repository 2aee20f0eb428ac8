"""The standard cost model: each case that practice brings, as a sum that can be done by heart."""

from decimal import Decimal
from typing import Any

import pytest

from checker.models.cost import Need, RemarkCode
from checker.models.regulation import Addressee
from tests.burden.examples import (
    costs,
    duty,
    group,
    of_class,
    once,
    one_off,
    reading,
    recurring,
    yearly,
)

FIFTY = 50
"""Firms in the group of the examples: ten in each of five classes."""


def range_(low: float, mid: float, high: float) -> dict[str, Any]:
    return {"low": Decimal(str(low)), "mid": Decimal(str(mid)), "high": Decimal(str(high))}


@pytest.mark.parametrize(
    ("activity", "expected"),
    [
        (yearly(), 40),
        (yearly(minutes=30), 20),
        (yearly(times_per_year=12), 480),
        (yearly(times_per_year=None, every_years=5), 8),
        (yearly(share=Decimal("0.25")), 10),
        (yearly(persons_per_firm=3), 120),
        (yearly(business_as_usual=Decimal("0.75")), 10),
        (yearly(tariff=60), 60),
        (yearly(external_hours=2, external_rate=100), 240),
        (yearly(external_hours=2, external_rate=100, outsourced=1), 200),
        (yearly(external_hours=2, external_rate=100, outsourced=Decimal("0.5")), 120),
        (yearly(purchases=15), 55),
        (yearly(minutes=None, purchases=15), 15),
        (yearly(minutes=None, standard="kennisnemen", complexity="complex"), 40),
        (yearly(minutes=60, standard="kennisnemen", complexity="easy"), 40),
        (yearly(purchases=15, purchase_kind="private_certification"), 55),
        (yearly(purchases=15, purchase_kind="irrecoverable_vat"), 55),
        (yearly(purchases=15, purchase_kind="fee"), 40),
        (yearly(effect="abolished"), -40),
    ],
)
def test_a_firm_pays_price_times_quantity(activity: dict[str, Any], expected: int) -> None:
    assert recurring(costs(duty("a", activity))) == expected * FIFTY


def test_one_off_and_recurring_are_apart() -> None:
    found = costs(duty("a", once(), yearly(times_per_year=2)))
    assert (one_off(found), recurring(found)) == (2000, 4000)
    assert found.first_year is not None
    assert found.first_year.mid == 6000


def test_the_yearly_equivalent_is_an_annuity() -> None:
    found = costs(duty("a", once(), yearly()))
    annuity = Decimal(2000) * Decimal("0.1") * Decimal("1.21") / Decimal("0.21")
    assert found.yearly_equivalent is not None
    assert abs(found.yearly_equivalent.mid - (annuity + 2000)) < Decimal("1e-20")


def test_the_published_range_follows() -> None:
    """240 minutes at 45 euro plus 10 euro for 1.8 million firms, 20 % either way."""
    firms = range_(1_440_000, 1_800_000, 2_160_000)
    found = costs(
        duty("a", yearly(minutes=240, tariff=45, purchases=10)), groups=[group(firms={"1": firms})]
    )
    known = of_class(found, "1").totals
    assert known is not None
    total = known.recurring
    assert (total.low, total.mid, total.high) == (273_600_000, 342_000_000, 410_400_000)


def test_time_bought_can_be_cheaper_or_dearer_than_own_time() -> None:
    """How much is outsourced pushes either way: both ends count for the range."""
    half = range_(0.2, 0.5, 0.8)
    cheap = yearly(external_hours=1, external_rate=10, outsourced=half)
    dear = yearly(external_hours=1, external_rate=100, outsourced=half)
    for activity, low, high in ((cheap, 16, 34), (dear, 52, 88)):
        found = costs(duty("a", activity)).totals
        assert found is not None
        assert (found.recurring.low, found.recurring.high) == (low * FIFTY, high * FIFTY)


def test_a_saving_is_negative_and_its_range_turns_round() -> None:
    new = duty("new", yearly(minutes=range_(60, 90, 120)))
    old = duty("old", yearly(minutes=range_(30, 60, 120)), effect="abolished")
    found = costs(new, old).totals
    assert found is not None
    # least introduced − most abolished; most introduced − least abolished
    net = found.recurring
    assert (net.low, net.mid, net.high) == (-40 * FIFTY, 20 * FIFTY, 60 * FIFTY)


def test_a_simplification_has_a_cost_of_transition() -> None:
    gone = duty("old", yearly(), once(effect="introduced"), effect="abolished")
    found = costs(gone)
    assert (one_off(found), recurring(found)) == (2000, -2000)


def test_an_override_counts_for_its_class_only() -> None:
    activity = yearly(overrides=[{"size_class": "250+", "minutes": 600}])
    found = costs(duty("a", activity))
    assert recurring(found) == 40 * 40 + 10 * 400
    assert of_class(found, "250+").per_firm.recurring == 400
    assert of_class(found, "2-9").per_firm.recurring == 40


def test_an_override_may_state_another_form_of_frequency() -> None:
    activity = yearly(times_per_year=12, overrides=[{"size_class": "1", "every_years": 2}])
    found = costs(duty("a", activity))
    assert of_class(found, "1").per_firm.recurring == 20
    assert of_class(found, "2-9").per_firm.recurring == 480


def test_an_exempt_class_still_reads_the_rules_and_still_saves() -> None:
    new = duty("new", reading(), yearly(), exempt=["1", "2-9"])
    old = duty("old", yearly(minutes=15), effect="abolished")
    found = costs(new, old)
    exempt, bound = of_class(found, "1").per_firm, of_class(found, "10-49").per_firm
    assert (exempt.one_off, exempt.recurring) == (40, -10)
    assert (bound.one_off, bound.recurring) == (40, 30)


def test_an_exempt_class_still_saves_what_a_new_obligation_does_away_with() -> None:
    new = duty("new", yearly(), yearly(minutes=15, effect="abolished"), exempt=["1"])
    found = costs(new)
    assert of_class(found, "1").per_firm.recurring == -10
    assert of_class(found, "2-9").per_firm.recurring == 30


# --- familiarisation ------------------------------------------------------------------------------


def test_reading_counts_once_per_firm_and_not_per_obligation() -> None:
    found = costs(duty("a", reading()), duty("b", reading(minutes=45)), duty("c", reading()))
    assert one_off(found) == 60 * FIFTY, "the longest counts"
    once_only = [r.obligation for r in found.remarks if r.code is RemarkCode.FAMILIARISATION_ONCE]
    assert once_only == [0, 2]


def test_two_readers_in_one_obligation_both_count() -> None:
    assert one_off(costs(duty("a", reading(), reading(staff="administratief")))) == 60 * FIFTY


def test_each_group_reads_what_is_laid_on_it() -> None:
    groups = [group("g"), group("h", 1)]
    found = costs(
        duty("a", reading(), target_groups=["g"]),
        duty("b", reading(minutes=60), target_groups=["h"]),
        groups=groups,
    )
    assert one_off(found) == 40 * 50 + 80 * 5


def test_starters_read_every_year() -> None:
    found = costs(duty("a", reading()), groups=[group(starters_per_year=Decimal("0.1"))])
    assert (one_off(found), recurring(found)) == (2000, 200)
    assert RemarkCode.STARTERS_NOT_COUNTED not in {remark.code for remark in found.remarks}


def test_without_a_share_of_starters_the_result_says_they_do_not_count() -> None:
    found = costs(duty("a", reading()))
    assert RemarkCode.STARTERS_NOT_COUNTED in {remark.code for remark in found.remarks}


def test_reading_is_proposed_where_it_was_forgotten() -> None:
    found = costs(duty("a", yearly(), exempt=["1"]))
    assert found.proposal is not None
    assert found.proposal.totals.one_off.mid == 80 * FIFTY, "exempt firms read too"
    assert one_off(found) == 0, "a proposal is not counted"
    assert costs(duty("a", reading())).proposal is None


# --- who is counted -------------------------------------------------------------------------------


def test_a_firm_in_two_groups_counts_once() -> None:
    twice = [{"group": "h", "size_class": "1", "firms": 4}]
    groups = [group("g", {"1": 10}, overlaps=twice), group("h", {"1": 6})]
    found = costs(duty("a", yearly(), reading()), groups=groups)
    costs_of_one = of_class(found, "1")
    assert costs_of_one.firms is not None
    assert costs_of_one.firms.mid == 12
    assert costs_of_one.totals is not None
    assert costs_of_one.totals.recurring.mid == 12 * 40
    assert costs_of_one.totals.one_off.mid == 12 * 40
    assert costs_of_one.persons == 12


def test_one_visit_can_serve_two_duties() -> None:
    found = costs(duty("a", yearly(serves=["b"])), duty("b"))
    assert found.complete
    assert recurring(found) == 2000


def test_events_are_counted_by_class_or_divided_over_the_sector() -> None:
    by_class = once(minutes=60, events_per_year=6, timing="recurring")
    assert recurring(costs(duty("a", by_class))) == 6 * 40 * 5
    sector = {**by_class, "events_scope": "sector", "events_per_year": 7}
    groups = [group(firms={"1": 1, "2-9": 1, "10-49": 1, "50-249": 0, "250+": 0})]
    found = costs(duty("a", sector), groups=groups)
    assert recurring(found) == 7 * 40, "no event is lost in dividing by three"
    assert of_class(found, "250+").totals is None


def test_events_of_a_class_that_says_so_itself_need_no_number_of_firms() -> None:
    activity = yearly(times_per_year=None, overrides=[{"size_class": "2-9", "events_per_year": 3}])
    found = costs(duty("a", activity), groups=[group(firms={})])
    assert recurring(found) == 120
    assert not found.complete


def test_citizens_are_counted_apart_at_their_own_rate() -> None:
    people = {"id": "p", "addressee": "citizen", "number": 1000}
    found = costs(duty("a", yearly(staff=None, purchases=5), target_groups=["p"]), groups=[people])
    (citizens,) = found.others
    assert citizens.addressee is Addressee.CITIZEN
    assert citizens.totals.recurring.mid == 20_000
    assert citizens.totals.hours_recurring.mid == 1000
    assert found.totals is not None
    assert found.totals.recurring.mid == 0


def test_an_obligation_on_firms_and_professionals_is_divided_over_them() -> None:
    doctors = {"id": "p", "addressee": "professional", "number": 3}
    found = costs(duty("a", yearly()), groups=[group(), doctors])
    assert recurring(found) == 2000
    assert found.others[0].totals.recurring.mid == 120


def test_what_is_voluntary_is_quantified_outside_the_total() -> None:
    found = costs(duty("a", yearly(), voluntary=True), duty("b", yearly()))
    assert recurring(found) == 2000
    assert found.voluntary.recurring.mid == 2000
    scheme = costs(duty("a", yearly()), identity={"voluntary": True})
    assert scheme.totals is not None
    assert (recurring(scheme), scheme.voluntary.recurring.mid) == (0, 2000)


def test_affected_firms_are_those_of_the_widest_activity() -> None:
    found = costs(duty("a", yearly(share=Decimal("0.5")), yearly(share=Decimal("0.2")), reading()))
    costs_of_one = of_class(found, "1")
    assert costs_of_one.affected == 5
    assert costs_of_one.per_firm.recurring == 28
    assert costs_of_one.per_affected.recurring == 56


# --- money ----------------------------------------------------------------------------------------


def test_what_is_bought_once_is_maintained_and_replaced() -> None:
    machine = {"timing": "one_off", "purchases": 1000, "maintenance": 50, "lifetime": 5,
               "residual_value": 200}  # fmt: skip
    found = costs(duty("a", machine))
    assert one_off(found) == 1000 * FIFTY
    assert recurring(found) == (50 + 800 / 5) * FIFTY


@pytest.mark.parametrize(
    "kind",
    ["tax", "levy", "premium", "retribution", "fee", "fine", "prescribed_pay", "lost_turnover",
     "financing", "recoverable_vat"],
)  # fmt: skip
def test_what_is_no_regeldruk_is_kept_apart(kind: str) -> None:
    found = costs(duty("a", yearly(purchases=15, purchase_kind=kind)))
    assert recurring(found) == 2000, "the time it takes is counted"
    (apart,) = found.kept_apart
    assert (apart.kind, apart.recurring.mid) == (kind, 750)


def test_a_description_that_names_a_fee_is_noticed() -> None:
    found = costs(duty("a", yearly(purchases=15, description="Leges voor de vergunning")))
    assert [r.code for r in found.remarks if r.code is RemarkCode.SUSPECT_COST]


def test_other_price_levels_are_converted_and_that_is_said() -> None:
    found = costs(duty("a", yearly(minutes=None, purchases=100, price_level=2020)))
    assert recurring(found) == 120 * FIFTY
    assert RemarkCode.CONVERTED in {remark.code for remark in found.remarks}
    (bought,) = [v for v in found.variables if v.kind == "purchases"]
    assert (bought.entered, bought.price_years) == (100, (2020, 2024))


def test_a_chosen_tariff_set_counts_and_is_converted() -> None:
    old = costs(duty("a", yearly()), costing={"tariff_set": "oud"})
    assert recurring(old) == 12 * FIFTY
    as_it_was = costs(duty("a", yearly()), costing={"tariff_set": "oud", "price_level": 2020})
    assert recurring(as_it_was) == 10 * FIFTY


def test_an_organisations_own_tariffs_go_before_those_of_the_handbook() -> None:
    own = {"id": "eigen", "tariffs": [{"category": "administratief", "amount": 50}]}
    found = costs(duty("a", yearly()), costing={"own_tariffs": [own]})
    assert recurring(found) == 50 * FIFTY
    # Nobody here has read that table: its tariffs are marked like any that is not verified.
    assert [variable.provenance for variable in found.unverified] == ["own_tariffs"]
    assert not found.tariffs.verified
    chosen = costs(duty("a", yearly()), costing={"own_tariffs": [own], "tariff_set": "handboek"})
    assert recurring(chosen) == 2000


def test_a_value_that_is_not_verified_is_named_where_it_enters() -> None:
    found = costs(duty("a", yearly(), reading(tariff=50)))
    assert [variable.key for variable in found.unverified] == ["tariff:handboek.administratief"]


# --- what follows ---------------------------------------------------------------------------------


def test_origin_is_divided_by_the_national_share() -> None:
    found = costs(
        duty("a", yearly(), origin="eu"),
        duty("b", yearly(), origin="national"),
        duty("c", yearly(), origin="eu", national_share=Decimal("0.25")),
        duty("d", yearly()),
    ).by_origin
    parts = [part.recurring.mid for part in (found.eu, found.national, found.unknown)]
    assert parts == [3500, 2500, 2000]


def test_the_ratio_is_per_working_person() -> None:
    """Ten firms of 20 at 40 euro against ten of 500 at 40 euro: 25 times as heavy."""
    found = costs(duty("a", yearly()))
    assert found.ratio_extremes.recurring == 25
    assert found.ratio_extremes.one_off is None, "nothing one-off: no ratio"
    saving = costs(duty("a", yearly(), effect="abolished"))
    assert saving.ratio.recurring is None


def test_an_empty_class_is_nothing_and_not_zero() -> None:
    found = costs(duty("a", yearly()), groups=[group(firms={**dict.fromkeys(
        ("1", "2-9", "10-49", "50-249"), 10), "250+": 0})])  # fmt: skip
    large = of_class(found, "250+")
    assert large.totals is None
    assert large.per_firm.recurring is None
    assert found.complete


def test_firms_that_grow_into_it_begin_in_equal_steps() -> None:
    found = costs(duty("a", once(), yearly(), grows_in_years=2))
    assert [year.amount.mid for year in found.by_year] == [2000, 3000]
    assert one_off(found) == 2000, "the total is that of all firms"


def test_alternatives_stand_beside_the_proposal() -> None:
    lighter = {"kind": "lighter_rule", "obligations": [duty("x", yearly(minutes=6))]}
    found = costs(duty("a", yearly()), purpose={"alternatives": [lighter, {"kind": "other"}]})
    nothing, light, unknown = found.alternatives
    assert nothing.totals is not None
    assert nothing.totals.recurring.mid == 0
    assert light.totals is not None
    assert light.totals.recurring.mid == 200
    assert unknown.totals is None


# --- what is missing ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("activity", "need"),
    [
        (yearly(timing=None), Need.TIMING),
        (yearly(times_per_year=None), Need.FREQUENCY),
        (yearly(staff=None), Need.STAFF),
        (yearly(staff="onbekend"), Need.TARIFF),
        (yearly(minutes=None), Need.MINUTES),
        (yearly(minutes=None, staff=None), Need.COSTS),
        (yearly(external_hours=1), Need.EXTERNAL_RATE),
        (yearly(external_rate=1), Need.EXTERNAL_HOURS),
        (yearly(minutes=None, standard="kennisnemen"), Need.COMPLEXITY),
    ],
)
def test_a_missing_input_is_listed_and_never_zero(activity: dict[str, Any], need: Need) -> None:
    found = costs(duty("a", activity))
    assert {gap.need for gap in found.missing} == {need}
    assert found.totals is None
    assert not found.complete


def test_a_class_that_nobody_counted_is_missing() -> None:
    found = costs(duty("a", yearly()), groups=[group(firms={"1": 10})])
    assert [gap.size_class for gap in found.missing] == ["2-9", "10-49", "50-249", "250+"]
    assert recurring(found) == 400
    assert of_class(found, "1").complete
    assert of_class(found, "2-9").totals is None


def test_an_obligation_without_activities_is_missing() -> None:
    found = costs(duty("a"), duty("b", yearly()))
    assert {gap.need for gap in found.missing} == {Need.ACTIVITIES}
    assert [item.complete for item in found.by_obligation] == [False, True]
    assert found.by_obligation[0].totals is None, "not known is not zero"
