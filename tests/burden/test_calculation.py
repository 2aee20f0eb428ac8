"""The standard cost model: each case that practice brings, as a sum that can be done by heart."""

from decimal import Decimal
from typing import Any

import pytest

from checker.burden import calculate
from checker.models.cost import Need, RemarkCode
from checker.models.regulation import Addressee
from tests.burden.examples import (
    DAY,
    PARAMETERS,
    costs,
    dossier,
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


def test_of_two_readings_that_cost_the_same_the_order_does_not_decide() -> None:
    wide = duty("a", reading(minutes=range_(30, 60, 90)))
    narrow = duty("b", reading(minutes=60))
    first, second = costs(wide, narrow).totals, costs(narrow, wide).totals
    assert first is not None
    assert first == second
    assert first.one_off.high == 120 * FIFTY, "the one that can cost more counts"


def test_a_reading_time_that_is_missing_is_missed_beside_another_one() -> None:
    found = costs(duty("a", reading(minutes=None)), duty("b", reading()))
    assert {(gap.need, gap.obligation) for gap in found.missing} == {(Need.MINUTES, 0)}
    assert not found.complete


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


def test_a_starter_in_two_groups_reads_once() -> None:
    twice = [{"group": "h", "size_class": "1", "firms": 10}]
    tenth = Decimal("0.1")
    groups = [
        group("g", {"1": 10}, overlaps=twice, starters_per_year=tenth),
        group("h", {"1": 10}, starters_per_year=tenth),
    ]
    found = costs(duty("a", reading()), groups=groups)
    assert (one_off(found), recurring(found)) == (400, 40)


def test_starters_are_asked_of_firms_only() -> None:
    people = {"id": "p", "addressee": "citizen", "number": 1000}
    found = costs(duty("a", reading(staff=None), target_groups=["p"]), groups=[people])
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


def test_reading_is_proposed_for_the_transition_to_less_as_well() -> None:
    gone = duty("old", yearly(), once(effect="introduced"), effect="abolished")
    found = costs(gone)
    assert found.proposal is not None
    assert found.proposal.totals.one_off.mid == 80 * FIFTY
    assert costs(duty("old", yearly(), effect="abolished")).proposal is None


def test_a_proposal_leaves_no_remark_on_the_result() -> None:
    found = costs(duty("a", yearly(tariff=40)), costing={"tariff_set": "oud"})
    assert found.proposal is not None
    assert RemarkCode.CONVERTED not in {remark.code for remark in found.remarks}


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


def test_no_more_firms_are_in_two_groups_than_in_one_of_them() -> None:
    twice = [{"group": "h", "size_class": "1", "firms": 60}]
    groups = [group("g", {"1": 100}, overlaps=twice), group("h", {"1": 10})]
    found = costs(duty("a", yearly()), groups=groups)
    assert recurring(found) == 100 * 40
    assert RemarkCode.OVERLAP_TOO_LARGE in {remark.code for remark in found.remarks}


def test_an_overlap_without_a_size_class_is_noticed() -> None:
    groups = [group("g", overlaps=[{"group": "h", "firms": 6}]), group("h")]
    found = costs(duty("a", yearly()), groups=groups)
    assert RemarkCode.OVERLAP_WITHOUT_SIZE in {remark.code for remark in found.remarks}


@pytest.mark.parametrize(
    ("server", "served"),
    [({"exempt": ["1"]}, {}), ({"target_groups": ["g"]}, {"target_groups": ["h"]}),
     ({"voluntary": True}, {})],
)  # fmt: skip
def test_a_duty_is_served_only_where_the_same_firms_do_the_other_one(
    server: dict[str, Any], served: dict[str, Any]
) -> None:
    groups = [group("g", {"1": 10}), group("h", {"1": 10})]
    found = costs(duty("a", yearly(serves=["b"]), **server), duty("b", **served), groups=groups)
    assert Need.ACTIVITIES in {gap.need for gap in found.missing}


def test_one_visit_can_serve_two_duties() -> None:
    found = costs(duty("a", yearly(serves=["b"])), duty("b"))
    assert found.complete
    assert recurring(found) == 2000


def test_a_voluntary_duty_can_be_met_by_what_is_done_anyway() -> None:
    found = costs(duty("a", yearly(serves=["b"])), duty("b", voluntary=True))
    assert not found.missing


def test_an_alternative_is_as_complete_as_the_proposal_would_be() -> None:
    people = {"id": "p", "addressee": "citizen", "number": 5}
    lighter = {"kind": "other", "obligations": [duty("x", yearly()), duty(
        "y", yearly(minutes=None), target_groups=["p"])]}  # fmt: skip
    found = costs(duty("a", yearly()), groups=[group(), people], purpose={
        "alternatives": [lighter]})  # fmt: skip
    assert [alternative.complete for alternative in found.alternatives] == [True, True]


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


def test_what_is_voluntary_need_not_be_complete() -> None:
    found = costs(duty("a", yearly()), duty("b", yearly(minutes=None), voluntary=True))
    assert found.complete
    assert found.ratio.recurring is not None
    assert {gap.need for gap in found.missing} == {Need.MINUTES}, "listed all the same"


def test_what_is_voluntary_for_citizens_is_outside_their_total() -> None:
    people = {"id": "p", "addressee": "citizen", "number": 1000}
    found = costs(
        duty("a", yearly(staff=None), target_groups=["p"], voluntary=True), groups=[people]
    )
    (citizens,) = found.others
    assert (citizens.totals.recurring.mid, citizens.voluntary.recurring.mid) == (0, 15_000)
    assert not found.by_obligation[0].counted


def test_an_alternative_is_voluntary_only_where_it_says_so() -> None:
    strict = {"kind": "lighter_rule", "obligations": [duty("x", yearly())]}
    free = {"kind": "other", "obligations": [duty("x", yearly(), voluntary=True)]}
    found = costs(duty("a", yearly()), identity={"voluntary": True},
                  purpose={"alternatives": [strict, free]})  # fmt: skip
    _, mandatory, voluntary = found.alternatives
    assert mandatory.totals is not None
    assert mandatory.totals.recurring.mid == 2000
    assert voluntary.totals is not None
    assert (voluntary.totals.recurring.mid, voluntary.voluntary.recurring.mid) == (0, 2000)


@pytest.mark.parametrize(
    ("activities", "expected"),
    [
        ([yearly()], 40),
        ([yearly(share=Decimal("0.01"))], 40),
        ([yearly(share=Decimal("0.01")), yearly(minutes=3)], 42),
        ([yearly(share=Decimal("0.01")), yearly(minutes=30, effect="abolished")], 20),
        ([yearly(), yearly(share=Decimal("0.1"), effect="abolished")], 36),
        ([yearly(share=Decimal("0.1")), yearly(share=Decimal("0.1"), effect="abolished")], 0),
        ([yearly(times_per_year=None, events_per_year=5)], 20),
        ([reading(timing="recurring", times_per_year=2)], 80),
    ],
)
def test_the_hardest_hit_firms_bear_all_that_is_as_wide(
    activities: list[dict[str, Any]], expected: int
) -> None:
    found = costs(duty("a", *activities))
    assert of_class(found, "2-9").hardest_hit.recurring == expected


def test_firms_of_two_groups_are_hit_by_what_is_laid_on_their_own() -> None:
    found = costs(
        duty("a", yearly(), target_groups=["g"]),
        duty("b", yearly(minutes=90), target_groups=["h"]),
        groups=[group("g", {"1": 1000}), group("h", {"1": 1})],
    )
    assert of_class(found, "1").hardest_hit.recurring == 60


def test_firms_in_two_groups_bear_what_is_laid_on_either() -> None:
    twice = [{"group": "h", "size_class": "1", "firms": 1}]
    found = costs(
        duty("a", yearly(), target_groups=["g"]),
        duty("b", yearly(minutes=90), target_groups=["h"]),
        groups=[group("g", {"1": 1000}, overlaps=twice), group("h", {"1": 10})],
    )
    assert of_class(found, "1").hardest_hit.recurring == 100


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


@pytest.mark.parametrize(("lifetime", "replaced"), [(1, 400), (2, 0), (20, 0)])
def test_what_lasts_is_not_replaced_in_the_yearly_equivalent(lifetime: int, replaced: int) -> None:
    """Over a horizon of two years: what lasts one year is bought again for the second."""
    machine = {"timing": "one_off", "purchases": 800, "lifetime": lifetime}
    found = costs(duty("a", machine))
    annuity = Decimal(800) * Decimal("0.1") * Decimal("1.21") / Decimal("0.21")
    assert found.yearly_equivalent is not None
    assert abs(found.yearly_equivalent.mid / FIFTY - annuity - replaced) < Decimal("1e-20")


def test_upkeep_of_what_is_no_regeldruk_is_kept_apart_as_well() -> None:
    levy = {"timing": "one_off", "maintenance": 100, "purchase_kind": "levy"}
    found = costs(duty("a", levy))
    assert recurring(found) == 0
    assert [apart.recurring.mid for apart in found.kept_apart] == [100 * FIFTY]


def test_what_others_than_firms_pay_is_kept_apart_from_firms() -> None:
    people = {"id": "p", "addressee": "citizen", "number": 1000}
    fee = yearly(minutes=None, staff=None, purchases=10, purchase_kind="fee")
    found = costs(duty("a", fee), groups=[group(), people])
    paid = {apart.addressee: apart.recurring.mid for apart in found.kept_apart}
    assert paid == {Addressee.FIRM: 500, Addressee.CITIZEN: 10_000}


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


ONE = {"size_class": "1"}


@pytest.mark.parametrize(
    ("activity", "code"),
    [
        (once(times_per_year=2), RemarkCode.FREQUENCY_UNUSED),
        (once(overrides=[ONE | {"every_years": 2}]), RemarkCode.FREQUENCY_UNUSED),
        (yearly(overrides=[ONE | {"times_per_year": 0}]), RemarkCode.FREQUENCY_ZERO),
        (yearly(times_per_year=None, events_per_year=0), RemarkCode.FREQUENCY_ZERO),
        (yearly(events_per_year=9), RemarkCode.FIRMS_UNUSED),
        (yearly(overrides=[ONE | {"lifetime": 5}]), RemarkCode.INVESTMENT_RECURRING),
        (once(lifetime=5), RemarkCode.INVESTMENT_WITHOUT_PRICE),
        (once(purchases=5, lifetime=5, residual_value=9), RemarkCode.RESIDUAL_TOO_HIGH),
        (yearly(minutes=None, purchases=5), RemarkCode.STAFF_WITHOUT_TIME),
        (yearly(overrides=[ONE | {"purchases": 9}], description="Leges"), RemarkCode.SUSPECT_COST),
        (yearly(external_hours=1, external_rate=9, description="Leges"), RemarkCode.SUSPECT_COST),
    ],
)
def test_what_looks_odd_is_said(activity: dict[str, Any], code: RemarkCode) -> None:
    assert code in {remark.code for remark in costs(duty("a", activity)).remarks}
    assert code not in {remark.code for remark in costs(duty("a", yearly(), once())).remarks}


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


def test_prices_are_brought_back_to_an_earlier_year_as_well() -> None:
    found = costs(duty("a", yearly()), costing={"price_level": 2020})
    assert abs(recurring(found) - Decimal(2000) * 100 / 120) < Decimal("1e-20")
    assert RemarkCode.PRICE_INDEX_ENDS not in {remark.code for remark in found.remarks}


def test_prices_go_no_further_than_the_price_index() -> None:
    found = costs(duty("a", yearly(minutes=None, staff=None, purchases=100, price_level=2020)),
                  costing={"price_level": 2030})  # fmt: skip
    assert recurring(found) == 120 * FIFTY
    assert found.tariffs.year == 2024
    codes = [remark.code for remark in found.remarks]
    assert RemarkCode.PRICE_INDEX_ENDS in codes
    assert RemarkCode.NOT_CONVERTED not in codes


def test_a_price_index_that_nobody_verified_is_named_where_it_enters() -> None:
    general = PARAMETERS.general
    index = general.price_index.model_copy(update={"verified": False})
    parameters = PARAMETERS.model_copy(
        update={"general": general.model_copy(update={"price_index": index})}
    )
    described = dossier(duty("a", yearly(minutes=None, staff=None, purchases=9, price_level=2020)))
    found = calculate(described, parameters, DAY)
    assert [variable.key for variable in found.unverified] == ["price_index:2020.2024"]


def test_what_stands_beside_the_total_says_when_it_rests_on_doubtful_values() -> None:
    fee = yearly(tariff=9, purchases=10, purchase_kind="fee")
    kinds = ("lighter_rule", "other")
    sure, unsure = duty("x", yearly(tariff=9)), duty("x", yearly())
    found = costs(duty("a", fee), purpose={"alternatives": [
        {"kind": kind, "obligations": [own]}
        for kind, own in zip(kinds, (sure, unsure), strict=True)]})  # fmt: skip
    assert [found.is_doubtful(item.lines) for item in found.alternatives] == [False, False, True]
    assert [found.is_doubtful(item.lines) for item in found.kept_apart] == [False]


def test_an_assumed_size_of_firms_that_nobody_verified_is_named() -> None:
    general = PARAMETERS.general
    means = [mean.model_copy(update={"verified": False}) for mean in general.mean_persons]
    parameters = PARAMETERS.model_copy(
        update={"general": general.model_copy(update={"mean_persons": tuple(means)})}
    )
    described = dossier(duty("a", yearly(tariff=9)), groups=[group(firms={"2-9": 5})])
    found = calculate(described, parameters, DAY)
    assert [variable.key for variable in found.unverified] == ["persons:2-9"]


def test_an_own_table_without_a_price_level_says_in_what_prices_it_counts() -> None:
    own = {"id": "eigen", "tariffs": [{"category": "administratief", "amount": 50}]}
    found = costs(duty("a", yearly()), costing={"own_tariffs": [own]})
    assert RemarkCode.NO_PRICE_LEVEL in {remark.code for remark in found.remarks}


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
        (yearly(outsourced=Decimal("0.5")), Need.EXTERNAL_HOURS),
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
