"""The page with what a regulation costs."""

from decimal import Decimal

import pytest

from checker.content import cost_words, say
from checker.models.edit import with_value
from checker.models.regulation import Regulation
from checker.models.wording import written
from checker.ui.components.burden import parts
from checker.ui.components.burden.view import View
from checker.ui.components.markup import esc
from tests.burden.examples import SIZES

ALL = (parts.HEADLINE, parts.CLASSES, parts.OBLIGATIONS, parts.UNCERTAINTY, parts.PERSONAS,
       parts.ALTERNATIVES, parts.NOTES)  # fmt: skip


def simple(**activity) -> Regulation:
    """A hundred firms of each size; each spends an hour a year, unless ``activity`` differs."""
    given = {
        "timing": "recurring",
        "times_per_year": 1,
        "minutes": {"low": 30, "mid": 60, "high": 120, "certainty": "guess"},
        "staff": "administratief",
    }
    return Regulation.model_validate(
        {
            "identity": {"title": "Proef"},
            "target_groups": [
                {
                    "id": "g",
                    "name": "Lassers",
                    "addressee": "firm",
                    "sizes": [{"size_class": size, "firms": 100} for size in SIZES],
                }
            ],
            "obligations": [
                {
                    "id": "d",
                    "article": "3",
                    "kind": "information",
                    "origin": "national",
                    "activities": [given | activity],
                }
            ],
        }
    )


def euro(value: Decimal, language: str = "nl") -> str:
    return esc(written(cost_words.euro(value), language))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("part", ALL)
def test_every_part_with_a_sample(part, language, largest, open_app):
    app = open_app(largest, language=language).go("burden")
    app.part(part).assert_sound()
    assert "burden_ui/" not in app.html
    assert len(app.widgets) <= 26


def test_amounts_are_those_of_the_calculation(largest, open_app):
    app = open_app(largest).go("burden")
    totals = app.desk.assessed[1].burden.totals
    for amount in (totals.one_off, totals.recurring):
        assert euro(amount.mid) in app.html
        assert euro(amount.low) in app.html
    app.part(parts.OBLIGATIONS)
    for item in app.desk.assessed[1].burden.by_obligation:
        assert euro(item.totals.recurring.mid) in app.html


def test_nothing_at_all(app):
    app.go("burden").assert_sound()
    assert say("nl", "burden_ui/empty") in app.html


@pytest.mark.parametrize(("obligations", "told"), [(None, "no_obligations"), ([], "none_at_all")])
def test_without_obligations_the_page_leads_to_them(obligations, told, open_app):
    regulation = Regulation.model_validate(
        {"identity": {"title": "Proef"}, "obligations": obligations}
    )
    app = open_app(regulation).go("burden")
    assert say("nl", f"burden_ui/state/{told}") in app.html
    app.press(say("nl", "burden_ui/state/to_obligations"))
    assert app.headings == ["Verplichtingen"]


def test_a_sum_is_written_out_with_its_inputs(open_app):
    app = open_app(simple(tariff=40)).go("burden").part(parts.OBLIGATIONS)
    sum_of_class = (
        "100 bedrijven × 1 keer per jaar × 60 minuten ÷ 60 × € 40,00 per uur = € 4.000 per jaar"
    )
    assert app.html.replace("\xa0", " ").count(sum_of_class) == len(SIZES)


def test_a_changed_input_is_seen_in_every_view(open_app):
    """One hour at 40 euro for five hundred firms is 20,000; at 80 euro it is 40,000."""
    app = open_app(simple(tariff=40)).go("burden")
    places = (parts.HEADLINE, parts.CLASSES, parts.OBLIGATIONS, parts.ALTERNATIVES)
    before = {part: app.part(part).html for part in places}
    assert euro(Decimal(20_000)) in before[parts.HEADLINE]
    tariff = ("obligations", 0, "activities", 0, "tariff")
    app.desk.regulation = with_value(app.regulation, tariff, {"mid": 80})
    app.go("burden")
    for part in places:
        after = app.part(part).html
        assert after != before[part]
    assert euro(Decimal(40_000)) in app.part(parts.HEADLINE).html
    assert euro(Decimal(40_000)) in app.part(parts.OBLIGATIONS).html


def test_what_is_missing_is_named_and_leads_to_its_field(open_app):
    app = open_app(simple(minutes=None)).go("burden")
    assert say("nl", "burden_ui/state/nothing", count=1) in app.html
    app.press(say("nl", "burden_ui/state/to_missing"))
    assert "Minuten per keer" in app.html
    app.press(say("nl", "burden_ui/notes/to_field"))
    assert app.headings == ["Verplichtingen"]
    assert "Minuten per keer" in app.labels("text_input")


def test_familiarisation_is_added_and_can_be_undone(open_app):
    app = open_app(simple()).go("burden").part(parts.NOTES)
    before = app.regulation
    app.press(say("nl", "burden_ui/notes/add_familiarisation"))
    added = app.regulation.obligations[0].activities[1]
    assert added.kind.value == "familiarisation"
    assert app.desk.assessed[1].burden.proposal is None
    app.test.sidebar.get("button")[-1].click().run()
    assert app.regulation == before


def test_values_that_nobody_verified_are_marked_where_they_enter(open_app):
    app = open_app(simple()).go("burden").part(parts.OBLIGATIONS)
    assert say("nl", "burden_ui/mark/unverified") in app.html
    app.part(parts.NOTES)
    assert "Uurtarief" in app.html


MARKED = (parts.CLASSES, parts.OBLIGATIONS, parts.PERSONAS, parts.ALTERNATIVES)


def doubted(app, part: str) -> int:
    mark = f'<span class="mark">{say("nl", "burden_ui/mark/unverified")}</span>'
    return app.part(part).html.count(mark)


@pytest.mark.parametrize("part", MARKED)
def test_amounts_that_rest_on_unverified_values_say_so(part, open_app):
    """The tariff of the handbook is not verified; one of one's own is nobody else's affair."""
    sizes = [{"size_class": s, "firms": 100, "persons_per_firm": n} for s, n in zip(
        SIZES, (1, 4, 20, 100, 400), strict=True)]  # fmt: skip
    known = with_value(simple(tariff=40), ("target_groups", 0, "sizes"), sizes)
    duties = [simple().obligations[0].model_dump(exclude_none=True)]
    alternative = {"kind": "lighter_rule", "obligations": duties}
    if part != parts.ALTERNATIVES:
        assert doubted(open_app(known).go("burden"), part) == 0
    unsure = with_value(simple(), ("purpose", "alternatives"), (alternative,))
    assert doubted(open_app(unsure).go("burden"), part) >= 2


def test_an_illustrative_number_is_marked_too(open_app):
    minutes = {"mid": 60, "illustrative": True}
    app = open_app(simple(tariff=40, minutes=minutes)).go("burden")
    for part in MARKED:
        assert say("nl", "burden_ui/mark/illustrative") in app.part(part).html


def test_a_zero_that_is_not_known_is_no_zero(open_app):
    """A hundred firms of which nobody knows what they spend; one activity costs nothing."""
    regulation = with_value(simple(tariff=40, times_per_year=0), ("obligations", 0, "activities"), (
        *simple(tariff=40, times_per_year=0).obligations[0].activities,
        simple(minutes=None).obligations[0].activities[0],
    ))  # fmt: skip
    app = open_app(regulation).go("burden")
    for part in (parts.HEADLINE, parts.OBLIGATIONS, parts.ALTERNATIVES):
        assert say("nl", "burden_ui/unknown") in app.part(part).html, part
    duties = (*regulation.obligations, simple(tariff=40).obligations[0].model_copy(
        update={"id": "e"}))  # fmt: skip
    app.desk.regulation = with_value(regulation, ("obligations",), duties)
    app.go("burden").part(parts.CLASSES).assert_sound()
    assert say("nl", "burden_ui/chart/nothing_known") in app.html


def test_what_is_left_out_as_usual_is_said_with_the_task(open_app):
    app = open_app(simple(tariff=40, business_as_usual=0.7)).go("burden").part(parts.PERSONAS)
    assert "na aftrek van 70% bedrijfseigen: wie dit nog niet doet, betaalt meer" in app.html


def test_the_hardest_hit_firm_is_a_measure_of_its_own(open_app):
    app = open_app(simple(tariff=40, share=0.25)).go("burden").part(parts.CLASSES)
    app.part("hardest_hit").assert_sound()
    assert euro(Decimal(40)) in app.html
    assert "LAS-46" in app.html


def test_each_target_group_has_its_own_amounts(open_app):
    alone = simple(tariff=40)
    other = {"id": "k", "name": "Kappers", "sizes": [{"size_class": "2-9", "firms": 300}]}
    duty = alone.obligations[0].model_copy(update={"target_groups": ("g",)})
    both = with_value(alone, ("target_groups",), (*alone.target_groups, other))
    both = with_value(both, ("obligations",), (duty,))
    title = say("nl", "burden_ui/groups/title")
    assert title not in open_app(alone).go("burden").part(parts.CLASSES).html
    shown = open_app(both).go("burden").part(parts.CLASSES).html.partition(title)[2]
    rows = shown.partition("<tbody>")[2].split("<tr>")
    (barbers,) = [row for row in rows if "Kappers" in row]
    assert euro(Decimal(40)) not in barbers
    assert sum("Lassers" in row and euro(Decimal(40)) in row for row in rows) == len(SIZES)


def test_what_citizens_pay_is_told_apart(open_app):
    """Two hundred citizens: one duty is voluntary, and what it takes to buy is a fee."""
    alone = simple(tariff=40)
    citizens = {"id": "c", "name": "Klanten", "addressee": "citizen", "number": 200}
    (activity,) = simple(tariff=10, minutes=60).obligations[0].activities
    fee = simple(purchases=7, purchase_kind="fee", minutes=None).obligations[0].activities[0]
    duties = (
        *alone.obligations,
        alone.obligations[0].model_copy(
            update={"id": "v", "target_groups": ("c",), "voluntary": True,
                    "activities": (activity, fee)}
        ),
    )  # fmt: skip
    duties = (duties[0].model_copy(update={"target_groups": ("g",)}), duties[1])
    both = with_value(alone, ("target_groups",), (*alone.target_groups, citizens))
    shown = open_app(with_value(both, ("obligations",), duties)).go("burden").html
    voluntary = say("nl", "burden_ui/mark/voluntary")
    assert f'Burger <span class="mark">{voluntary}</span>' in shown
    assert euro(Decimal(2_000)) in shown
    kept = shown.partition(say("nl", "burden_ui/headline/kept_apart"))[2]
    assert "Burger: art. 3" in kept
    assert euro(Decimal(1_400)) in kept


def test_an_alternative_shows_what_is_voluntary_in_it_apart(open_app):
    duty = simple(tariff=40).obligations[0].model_copy(update={"voluntary": True})
    alternative = {"kind": "lighter_rule", "obligations": [duty.model_dump(exclude_none=True)]}
    given = with_value(simple(tariff=40), ("purpose", "alternatives"), (alternative,))
    shown = open_app(given).go("burden").part(parts.ALTERNATIVES).html
    (row,) = [r for r in shown.split("<tr>") if say("nl", "burden_ui/mark/voluntary") in r]
    assert euro(Decimal(20_000)) in row


def test_parts_of_the_total_add_up_in_a_last_row(open_app):
    app = open_app(simple(tariff=40)).go("burden")
    feet = app.html.split("<tfoot>")[1:]
    assert len(feet) == 2
    assert all(euro(Decimal(20_000)) in foot.partition("</tfoot>")[0] for foot in feet)


def test_voluntary_costs_stand_apart(open_app):
    regulation = with_value(simple(tariff=40), ("obligations", 0, "voluntary"), True)
    app = open_app(regulation).go("burden")
    assert say("nl", "burden_ui/state/voluntary") in app.html
    assert say("nl", "burden_ui/headline/voluntary") in app.html
    for part in ALL:
        app.part(part).assert_sound()


def test_the_tables_beneath_the_charts_have_every_size_class(open_app):
    app = open_app(simple(tariff=40)).go("burden").part(parts.CLASSES)
    assert app.html.count('<th scope="row">') >= len(SIZES)
    charts = app.test.main.get("vega_lite_chart") or app.test.main.get("arrow_vega_lite_chart")
    assert len(charts) == 2


def test_the_first_firm_is_one_with_something_to_do(open_app):
    """Nothing is asked of the self-employed welder, who comes first otherwise."""
    regulation = with_value(simple(tariff=40), ("obligations", 0, "exempt"), ("1",))
    app = open_app(regulation).go("burden").part(parts.PERSONAS)
    assert "Wat dit bedrijf moet doen" in app.html


@pytest.mark.parametrize(
    ("value", "text"),
    [(Decimal(5), "€ +5,00"), (Decimal(-5), "€ -5,00"), (Decimal(0), "€ 0,00")],
)
def test_a_difference_has_its_sign_in_one_place(value, text):
    view = View(None, None, "nl")
    assert view.change(value).replace("\xa0", " ") == text
