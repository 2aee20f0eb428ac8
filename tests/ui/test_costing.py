"""Filling in what a calculation needs: firm numbers, reading time, many obligations."""

import io
import re
from decimal import Decimal

import pytest
from openpyxl import Workbook

from checker.content import say
from checker.models.edit import with_value
from checker.models.estimate import Certainty, Estimate
from checker.models.obligation import ActivityKind
from checker.models.parameters import FirmNumbers
from checker.models.regulation import Regulation
from checker.models.rulebook import Rulebook
from checker.models.size_class import SizeClass
from checker.readers import dossier, tariffs
from checker.ui import state
from tests.ui.conftest import App

ALL_FIVE = "alle-5-klassen"
INDUSTRY = "industrie-2024-2"


def words(key: str, **values: object) -> str:
    return say("nl", f"costing/{key}", **values)


def undo(app: App) -> App:
    app.test.sidebar.get("button")[-1].click().run()
    return app


def regulation(**parts: object) -> Regulation:
    group = {"id": "bedrijven", "name": "Bedrijven", "sizes": [{"size_class": "2-9", "firms": 500}]}
    return Regulation.model_validate({"target_groups": [group], **parts})


def duty(number: int, **parts: object) -> dict:
    activity = {"description": "Opschrijven", "timing": "recurring", "times_per_year": 1,
                "minutes": 30, "staff": "administratief"}  # fmt: skip
    return {"id": f"plicht-{number}", "article": str(number), "activities": [activity], **parts}


# --- hourly rates ---------------------------------------------------------------------------------

TABLE = """Tarieven 2023, prijspeil 2026
Categorie;Uurtarief;Editie
Adm. personeel;40,00;2023
Piloot;120;2023
"""


def rates_part(app: App) -> App:
    return app.go("obligations").part("rates")


def upload(app: App, content: bytes | str, name: str = "tarieven.csv") -> App:
    data = content.encode() if isinstance(content, str) else content
    app.test.main.get("file_uploader")[0].upload(name, data).run()
    app.assert_sound()
    return app


def cells(app: App) -> list[list[str]]:
    body = re.search(r"<tbody>(.*?)</tbody>", app.html).group(1)
    rows = re.findall(r"<tr>(.*?)</tr>", body)
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in rows]


def test_a_table_is_looked_at_first_and_then_taken_over(open_app):
    before = regulation(obligations=[duty(1)], identity={"reference_date": "2026-07-01"})
    app = upload(rates_part(open_app(before)), TABLE)
    assert app.regulation == before
    assert cells(app) == [
        ["Adm. personeel", "€\u00a040,00", "Administratief personeel"],
        ["Piloot", "€\u00a0120,00", words("own_table/own_category")],
    ]
    assert words("own_table/unverified") in app.html
    app.press(words("import/take_over"))
    app.assert_sound()
    (own,) = app.regulation.costing.own_tariffs
    assert app.regulation.costing.tariff_set == own.id
    assert (own.edition, own.price_level, own.imported_on) == ("2023", 2026, state.today())
    assert words("own_table/counts") in app.html
    assert words("own_table/unverified") in app.html
    assert words("live/own_rates") in app.html
    # Half an hour of 500 firms at forty euro, in prices of the same year.
    assert app.desk.assessed[1].burden.totals.recurring.mid == 10_000
    app.part("duties").part("activities").part("cost")
    assert words("value_own") in app.html
    assert undo(app).regulation == before


def test_a_table_in_a_workbook(open_app):
    book, out = Workbook(), io.BytesIO()
    for row in (["Uurtarieven"], ["Categorie", "Uurtarief"], ["Manager", 77.5]):
        book.active.append(row)
    book.save(out)
    app = upload(rates_part(open_app(regulation())), out.getvalue(), "tarieven.xlsx")
    assert words("import/no_price_level") in app.html
    app.press(words("import/take_over"))
    assert app.regulation.costing.own_tariffs[0].tariffs[0].amount == Decimal("77.5")


def test_a_bad_table_is_refused_with_every_place_and_changes_nothing(open_app, monkeypatch):
    read = []
    original = tariffs.read
    monkeypatch.setattr(tariffs, "read", lambda *a: read.append(a) or original(*a))
    rows = ["Categorie;Uurtarief", *(f"Groep {n};40" for n in range(2, 9)), "Manager;veel", "Kok;"]
    app = upload(rates_part(open_app(regulation())), "\n".join([*rows, ";-1", "Klerk;39"]))
    assert re.findall(r"tarieven\.csv ([A-Z]\d+):", app.html) == ["B9", "A10", "B11"]
    assert "veel" in app.html
    assert words("import/take_over") not in app.labels("button")
    app.test.run()
    assert len(read) == 1
    assert app.regulation == regulation()


def test_deleting_a_table_leaves_nothing_that_points_to_it(open_app, rulebook):
    app = upload(rates_part(open_app(regulation(obligations=[duty(1), duty(2)]))), TABLE)
    app.press(words("import/take_over"))
    place = ("obligations", 1, "activities", 0)
    pilot = with_value(app.regulation, (*place, "staff"), "piloot")
    pilot = with_value(pilot, (*place, "overrides", "2-9", "staff"), "piloot")
    app.desk.regulation, app.desk.epoch = pilot, app.desk.epoch + 1
    app.test.run()
    assert "art. 2 · Opschrijven · Personeelscategorie" in app.html
    app.press(words("own_table/delete"))
    app.assert_sound()
    costing, activity = app.regulation.costing, app.regulation.obligations[1].activities[0]
    assert (costing.own_tariffs, costing.tariff_set) == ((), None)
    assert (activity.staff, activity.overrides) == (None, ())
    assert app.regulation.obligations[0].activities[0].staff == "administratief"
    assert dossier.parse(dossier.to_yaml(app.regulation), "d.yaml", rulebook) == app.regulation
    assert undo(app).regulation == pilot


def test_a_category_that_another_table_has_keeps_its_name(open_app):
    app = upload(rates_part(open_app(regulation(obligations=[duty(1)]))), TABLE)
    app.press(words("import/take_over"))
    upload(app, TABLE).press(words("import/take_over"))
    first, second = app.regulation.costing.own_tariffs
    assert first.id != second.id
    assert app.regulation.costing.tariff_set == second.id
    staff = ("obligations", 0, "activities", 0, "staff")
    app.desk.regulation = with_value(app.regulation, staff, "piloot")
    app.test.run()
    app.press(words("own_table/delete"))
    assert app.regulation.costing.own_tariffs == (first,)
    assert app.regulation.obligations[0].activities[0].staff == "piloot"


def test_rates_are_filled_in_by_hand(open_app):
    app = rates_part(open_app(regulation())).press(words("own_table/begin"))
    app.type("Administratief personeel", "39,50").type("Organisatie van de tarieven", "EZ")
    app.type("Technicus of vakspecialist", "veel")
    app.assert_sound()
    (own,) = app.regulation.costing.own_tariffs
    assert own.organisation == "EZ"
    assert {t.category: t.amount for t in own.tariffs if t.amount} == {
        "administratief": Decimal("39.50")
    }
    assert "is geen getal" in app.html
    app.part("look")
    assert words("own_table/no_amount") in app.html


def test_every_rate_of_an_own_table_can_be_chosen_and_says_whose_it_is(open_app):
    app = upload(rates_part(open_app(regulation(obligations=[duty(1)]))), TABLE)
    app.press(words("import/take_over")).part("duties").part("activities").part("cost")
    options = app.find("selectbox", "Personeelscategorie").options
    rate = words("staff", name="Piloot", amount="€\u00a0120,00")
    assert f"{rate}, {words('rate_own')}" in options


def test_a_rate_shows_what_counts_and_what_was_published(open_app):
    before = regulation(obligations=[duty(1)], identity={"reference_date": "2026-07-01"})
    app = open_app(before).go("obligations").part("activities").part("cost")
    (technician,) = [o for o in app.find("selectbox", "Personeelscategorie").options
                     if "Technicus" in o]  # fmt: skip
    assert "(2018: €\u00a047,00) per uur" in technician
    assert "niet geverifieerd" in technician
    app.part("rates")
    chosen = app.find("selectbox", "Uurtarieven")
    assert chosen.value is None
    assert chosen.options[0].startswith("Standaard: Handboek")


# --- numbers of firms -----------------------------------------------------------------------------


def firms_part(app: App, entry: str) -> App:
    app.go("target_groups").part("numbers")
    app.find("selectbox", words("firms/choose")).select(entry).run()
    app.assert_sound()
    return app


def firms_of(app: App) -> dict[SizeClass, Estimate]:
    return {size.size_class: size.firms for size in app.regulation.target_groups[0].sizes}


def entry_of(rulebook: Rulebook, name: str) -> FirmNumbers:
    return next(entry for entry in rulebook.parameters.firms if entry.id == name)


def test_an_empty_target_group_is_filled_from_published_numbers(open_app, rulebook):
    blank = Regulation.model_validate({"target_groups": [{"id": "bedrijven"}]})
    app = firms_part(open_app(blank), ALL_FIVE).press(words("firms/fill"))
    app.assert_sound()
    found, entry = firms_of(app), entry_of(rulebook, ALL_FIVE)
    assert list(found) == list(SizeClass)
    for row in entry.counts:
        number = found[row.size_class]
        assert (number.low, number.mid, number.high) == (row.firms,) * 3
        assert number.certainty is Certainty.SOURCED
        assert ("81588NED" if row.from_persons >= 50 else "81589NED") in number.source
        assert ("berekend" in number.source) is row.derived
    assert app.regulation.target_groups[0].source is None
    assert words("firms/same") in app.html
    assert undo(app).regulation == blank


def test_numbers_in_the_dossier_are_replaced_only_after_it_was_said(open_app):
    app = firms_part(open_app(regulation()), ALL_FIVE)
    assert "2–9 (nu 500, wordt 355.605)" in app.html
    app.press(words("firms/fill_empty"))
    found = firms_of(app)
    assert found[SizeClass.TWO_TO_NINE] == Estimate.exactly(500)
    assert found[SizeClass.ONE].mid == 1_957_735
    assert words("firms/fill") not in app.labels("button")
    app.press(words("firms/fill_all"))
    assert firms_of(app)[SizeClass.TWO_TO_NINE].mid == 355_605
    assert firms_of(undo(app))[SizeClass.TWO_TO_NINE] == Estimate.exactly(500)
    app.assert_sound()


def test_a_sector_fills_what_it_counts_exactly_and_says_what_it_lacks(open_app, rulebook):
    app = firms_part(open_app(regulation()), INDUSTRY)
    assert app.html.count(words("firms/fills_none")) == 4
    assert words("firms/left", classes=("10–49", "50–249", "250+")) in app.html
    assert words("firms/kept", classes=("2–9",)) in app.html
    app.press(words("firms/fill"))
    found = firms_of(app)
    assert set(found) == {SizeClass.ONE, SizeClass.TWO_TO_NINE}
    assert found[SizeClass.ONE].mid == 60_710
    assert found[SizeClass.TWO_TO_NINE] == Estimate.exactly(500)


def test_every_row_of_every_entry_is_shown_with_its_origin(open_app, rulebook):
    app = open_app(regulation())
    for entry in rulebook.parameters.firms:
        shown = firms_part(app, entry.id).html
        body = re.search(r"<tbody>(.*?)</tbody>", shown).group(1)
        assert body.count("<tr>") == len(entry.counts)
        derived = sum(row.derived for row in entry.counts)
        assert body.count(words("firms/derived")) == derived
        assert rulebook.sources[entry.source].title.nl in shown


def test_what_was_typed_and_refused_goes_with_the_number_that_replaces_it(open_app):
    app = open_app(regulation()).go("target_groups").part("sizes")
    label = "Aantal bedrijven: 2–9 werkzame personen"
    app.type(label, "veel")
    assert app.desk.refused
    firms_part(app, ALL_FIVE).press(words("firms/fill_all"))
    assert app.desk.refused == {}
    app.part("sizes")
    assert app.find("text_input", label).value == "355.605"


def test_a_published_number_that_is_changed_is_no_longer_the_published_one(open_app):
    app = firms_part(open_app(regulation()), ALL_FIVE).press(words("firms/fill_empty"))
    app.part("sizes").type("Aantal bedrijven: 10–49 werkzame personen", "40000")
    app.type("Werkzame personen per bedrijf: 10–49 werkzame personen", "20")
    found = firms_of(app)
    assert found[SizeClass.TEN_TO_49] == Estimate.exactly(40_000)
    assert found[SizeClass.ONE].certainty is Certainty.SOURCED
    firms = [v for v in app.desk.assessed[1].burden.variables if v.kind == "firms"]
    assert all(v.source is None for v in firms if "2-9" in v.key or "10-49" in v.key)
    app.type("Aantal bedrijven: 1 werkzame persoon (zzp)", "1.957.735")
    assert firms_of(app)[SizeClass.ONE].certainty is Certainty.SOURCED
    app.type("Aantal bedrijven: 1 werkzame persoon (zzp)", "")
    assert SizeClass.ONE not in firms_of(app)
    app.assert_sound()


def test_an_open_range_forgets_where_a_published_number_came_from(open_app):
    app = firms_part(open_app(regulation()), ALL_FIVE).press(words("firms/fill_empty"))
    app.part("sizes")
    label = "Aantal bedrijven: 10–49 werkzame personen"
    app.find("selectbox", say("nl", "ui/form/range_of")).select(
        ("target_groups", 0, "sizes", "10-49", "firms")
    ).run()
    assert app.find("text_input", "Bron van het getal").value
    app.type(label, "40000")
    assert app.find("text_input", "Bron van het getal").value == ""
    assert app.find("selectbox", "Zekerheid van het getal").value is Certainty.UNKNOWN


def test_numbers_are_offered_for_firms_only(open_app):
    citizens = Regulation.model_validate({"target_groups": [{"id": "b", "addressee": "citizen"}]})
    app = open_app(citizens).go("target_groups")
    with pytest.raises(AssertionError, match="no part"):
        app.part("numbers")


# --- reading time ---------------------------------------------------------------------------------

ADD = say("nl", "burden_ui/notes/add_familiarisation")


def test_the_proposal_says_that_it_is_not_verified(open_app):
    app = open_app(regulation(obligations=[duty(1)])).go("obligations")
    assert words("familiarisation/unverified_both") in app.html
    app.go("burden").part("notes")
    assert words("familiarisation/unverified_both") in app.html


def test_reading_time_is_proposed_where_the_obligations_are_filled_in(open_app):
    before = regulation(obligations=[duty(1), duty(2)])
    app = open_app(before).go("obligations")
    assert "nog niet meegeteld" in app.html
    app.press(ADD)
    app.assert_sound()
    kinds = [[a.kind for a in found.activities] for found in app.regulation.obligations]
    assert kinds == [[ActivityKind.REGULAR, ActivityKind.FAMILIARISATION], [ActivityKind.REGULAR]]
    assert ADD not in app.labels("button")
    assert app.desk.assessed[1].burden.proposal is None
    assert app.desk.assessed[1].burden.totals.one_off.mid > 0
    assert undo(app).regulation == before
    assert ADD in app.labels("button")


def test_a_proposal_without_firms_has_no_amount(open_app):
    app = open_app(Regulation.model_validate({"obligations": [duty(1)]})).go("obligations")
    assert "nog niet meegeteld" in app.html
    assert "€\u00a00,00 eenmalig." not in app.html
    app.go("burden").part("notes")
    assert "pas te berekenen" in app.html


def test_no_reading_time_is_proposed_where_nothing_is_introduced(open_app):
    app = open_app(regulation(obligations=[duty(1, effect="abolished")])).go("obligations")
    assert ADD not in app.labels("button")


# --- remarks at a field ---------------------------------------------------------------------------


def two_groups(overlap: int) -> Regulation:
    sizes = [{"size_class": "2-9", "firms": 100}]
    twice = {"group": "a", "size_class": "2-9", "firms": overlap}
    groups = [{"id": "a", "sizes": sizes}, {"id": "b", "sizes": sizes, "overlaps": [twice]}]
    return Regulation.model_validate({"target_groups": groups, "obligations": [duty(1)]})


@pytest.mark.parametrize(("overlap", "is_told"), [(300, True), (30, False)])
def test_an_overlap_that_is_too_large_is_told_at_its_field(overlap, is_told, open_app):
    app = open_app(two_groups(overlap)).go("target_groups")
    label = say("nl", "ui/list/choose", count=2)
    app.find("selectbox", label).select(1).run()
    app.part("counted_once").assert_sound()
    assert ("Er zitten meer bedrijven in beide doelgroepen" in app.html) is is_told


def test_what_is_hardly_possible_is_asked_about(open_app):
    app = open_app(regulation(obligations=[duty(1)])).go("target_groups").part("sizes")
    persons = "Werkzame personen per bedrijf: 10–49 werkzame personen"
    app.type(persons, "400")
    assert "Gemiddeld 400 valt buiten de klasse 10–49 werkzame personen" in app.html
    app.type(persons, "20")
    assert "valt buiten de klasse" not in app.html
    app.go("obligations").part("activities").part("often")
    app.type("Aandeel van de bedrijven", "0")
    app.type("Personen, vestigingen of machines per bedrijf", "0")
    assert words("odd/no_share") in app.html
    assert words("odd/no_persons") in app.html
    app.type("Aantal keren per jaar", "0")
    assert "De frequentie is 0, dus" in app.html


# --- alternatives and the line with totals --------------------------------------------------------


def test_an_alternative_begins_as_the_proposal(open_app):
    before = regulation(
        obligations=[duty(1), duty(2)], purpose={"alternatives": [{"kind": "lighter_rule"}]}
    )
    app = open_app(before).go("purpose").part("alternatives").part("duties")
    app.press(words("list/from_proposal"))
    app.assert_sound()
    (alternative,) = app.regulation.purpose.alternatives
    assert alternative.obligations == app.regulation.obligations
    assert words("list/from_proposal") not in app.labels("button")
    app.type("Artikel van de verplichting", "1a")
    assert app.regulation.obligations[0].article == "1"
    assert undo(undo(app)).regulation == before


def test_the_line_with_totals_counts_as_the_costs_page_does(open_app):
    minutes = {"mid": 30, "illustrative": True}
    found = duty(1)
    found["activities"][0]["minutes"] = minutes
    app = open_app(regulation(obligations=[found])).go("obligations")
    count = len(app.desk.assessed[1].burden.unverified)
    assert count >= 2
    assert words("live/unverified", count=count) in app.html
    app.part("activities").part("cost").type("Minuten per keer", "lang")
    assert words("live/refused_one", count=1) in app.html


# --- thirty obligations ---------------------------------------------------------------------------

THIRTY = 30


@pytest.fixture
def thirty(open_app) -> App:
    return open_app(regulation(obligations=[duty(n) for n in range(1, THIRTY + 1)])).go(
        "obligations"
    )


def articles(app: App) -> list[str]:
    return [found.article for found in app.regulation.obligations]


def numbers_shown(app: App) -> list[int]:
    body = re.search(r'<table class="overview">.*?<tbody>(.*?)</tbody>', app.html).group(1)
    return [int(n) for n in re.findall(r'class="number">(\d+)<', body)]


def choose(app: App, number: int) -> App:
    label = say("nl", "ui/list/choose", count=len(app.regulation.obligations))
    app.find("selectbox", label).select(number - 1).run()
    return app


def act(app: App, action: str) -> App:
    app.find("menu_button", say("nl", "ui/list/more")).click(action).run()
    return app


def shown_article(app: App) -> str:
    return app.find("text_input", "Artikel van de verplichting").value


def test_all_thirty_are_at_a_glance_with_their_costs(thirty):
    thirty.assert_sound()
    assert numbers_shown(thirty) == list(range(1, 11))
    for first in (11, 21):
        thirty.press(words("overview/after", count=10))
        assert numbers_shown(thirty) == list(range(first, first + 10))
    assert words("overview/after", count=10) not in thirty.labels("button")
    thirty.press(words("overview/before", count=10))
    assert numbers_shown(thirty) == list(range(11, 21))
    burden = thirty.desk.assessed[1].burden
    each = burden.by_obligation[17].totals.recurring.mid
    assert round(burden.totals.recurring.mid, 6) == round(each * THIRTY, 6) > Decimal(0)


def test_choosing_one_of_thirty(thirty):
    choose(thirty, 17)
    assert shown_article(thirty) == "17"
    assert 'aria-current="true"><th scope="row" class="number">17<' in thirty.html
    thirty.press(words("overview/after", count=10)).press(words("overview/pick", number=23))
    assert shown_article(thirty) == "23"
    assert 'aria-current="true"><th scope="row" class="number">23<' in thirty.html


def test_the_way_to_what_is_not_complete(thirty):
    assert not [name for name in thirty.labels("button") if name.startswith("Naar verplichting")]
    for number in (24, 9):
        choose(thirty, number).part("activities").part("cost").type("Minuten per keer", "")
    choose(thirty, 1).press(words("overview/to_incomplete", number=9))
    thirty.press(words("overview/to_incomplete", number=24))
    thirty.press(words("overview/to_incomplete", number=9))
    thirty.part("duty")
    assert shown_article(thirty) == "9"


def test_adding_to_thirty(thirty):
    thirty.press("Toevoegen").type("Artikel van de verplichting", "31")
    assert articles(thirty) == [str(n) for n in range(1, THIRTY + 2)]
    thirty.assert_sound()


def test_copying_moving_and_deleting_among_thirty(thirty):
    before = articles(thirty)
    act(choose(thirty, 17), "copy")
    assert articles(thirty) == [*before[:17], "17", *before[17:]]
    assert len({found.id for found in thirty.regulation.obligations}) == THIRTY + 1
    thirty.type("Artikel van de verplichting", "17a")
    act(thirty, "up")
    assert articles(thirty)[16:18] == ["17a", "17"]
    act(thirty, "last")
    assert articles(thirty)[-1] == "17a"
    assert shown_article(thirty) == "17a"
    act(thirty, "first")
    assert articles(thirty)[0] == "17a"
    act(thirty, "delete")
    assert articles(thirty) == before
    thirty.assert_sound()


def test_what_is_typed_stays_with_its_obligation_wherever_it_goes(thirty):
    choose(thirty, 5).part("activities").part("cost").type("Minuten per keer", "45")
    act(thirty, "last")
    moved = thirty.regulation.obligations[-1]
    assert (moved.article, moved.activities[0].minutes.mid) == ("5", 45)
