"""The sheets with costs: sums add up, nothing is out of sight, each input has its source."""

import re
from decimal import Decimal

import pytest

from checker.content import say
from tests.burden.examples import SIZES, dossier, duty, group, once, yearly

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
LONG = "De bakker houdt elke dag de temperatuur van de oven bij en bewaart de gegevens zeven jaar."
NUMBERS = (int, float)


def _rows(workbook, key):
    sheet = workbook[say("nl", f"report/sheet/{key}")]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def _section(rows, key):
    """The rows below the headings of a part of the sheet, up to the empty row behind them."""
    title = say("nl", f"report/burden/{key}")
    start = next(i for i, row in enumerate(rows) if row[0] == title) + 2
    end = next((i for i in range(start, len(rows)) if rows[i][0] is None), len(rows))
    return {row[0]: row[1:] for row in rows[start:end]}


@pytest.fixture
def sheets(assessed, open_report):
    def build(*duties, groups=None, **facts):
        assessment = assessed(dossier(*duties, groups=groups, **facts))
        workbook = open_report(assessment, values=True)
        return assessment.burden, _rows(workbook, "burden"), _rows(workbook, "calculation")

    return build


def _total(rows, columns):
    """The sums of the rows above the total, where these are numbers."""
    above = list(rows)[: list(rows).index("Totaal")]
    return [
        sum(rows[name][i] for name in above if isinstance(rows[name][i], NUMBERS)) for i in columns
    ]


# --- the sheet with the results


def test_what_is_voluntary_stands_marked_below_the_total(sheets):
    costs, rows, _ = sheets(
        duty("a", yearly()), duty("b", yearly(minutes=90), voluntary=True), duty("c", once())
    )
    found = _section(rows, "obligations")
    b = "b (vrijwillig, buiten het totaal)"
    assert list(found) == ["a", "c", "Totaal", b, "Vrijwillig, buiten het totaal"]
    assert [found[name][4] for name in ("a", "c", b)] == ["ja", "ja", "nee, vrijwillig"]
    assert found["Totaal"][:4] == pytest.approx(_total(found, range(4)))
    assert found["Totaal"][1] == pytest.approx(float(costs.totals.recurring.mid))
    assert found["Vrijwillig, buiten het totaal"][:4] == found[b][:4]


def test_size_classes_add_up_to_the_total(sheets):
    firms = dict.fromkeys(SIZES, 10) | {"250+": 0}
    costs, rows, _ = sheets(
        duty("a", yearly(share=Decimal("0.3")), once(share=Decimal("0.3"))),
        groups=[group(firms=firms)],
    )
    found = _section(rows, "classes")
    assert found["Totaal"][:6] == pytest.approx(_total(found, range(6)))
    assert found["Totaal"][:2] == [40, 12]
    assert found["Totaal"][5] == pytest.approx(float(costs.totals.hours_recurring.mid))
    assert found["250 of meer werkzame personen"][1:6] == ["geen bedrijven"] * 5
    each = _section(rows, "per_firm")["2–9 werkzame personen"]
    assert each[3] == pytest.approx(each[1] / 0.3)


def test_what_is_not_known_is_no_zero(sheets):
    _, rows, _ = sheets(duty("a", yearly(times_per_year=None)), duty("b", once()))
    assert _section(rows, "totals")["Structureel, per jaar"][:3] == ["onbekend"] * 3
    obligations = _section(rows, "obligations")
    assert obligations["a"][:4] == ["onbekend"] * 4
    assert obligations["b"][1] == 0
    assert obligations["Totaal"][1] == "onbekend"
    assert all(row[3] == "onbekend" for row in _section(rows, "classes").values())


def test_the_summary_knows_no_zero_that_is_unknown_either(assessed, open_report):
    regulation = dossier(duty("a", yearly(times_per_year=None)), duty("b", once()))
    rows = {
        row[0]: row[1:] for row in _rows(open_report(assessed(regulation), values=True), "summary")
    }
    assert rows["Structureel, per jaar"][:3] == ["onbekend"] * 3
    assert rows["Eenmalig"][1] > 0
    assert rows["2–9 werkzame personen"][1] == "onbekend"
    assert any("niet geverifieerd of illustratief" in str(name) for name in rows)


def test_names_are_not_cut(sheets):
    _, rows, _ = sheets(duty("a", yearly(description=f"{LONG} {LONG}"), description=LONG))
    assert f"a: {LONG}" in _section(rows, "obligations")


def test_the_proposal_stands_beside_its_alternatives(sheets):
    lighter = {"kind": "lighter_rule", "description": "x", "obligations": [
        duty("z", yearly(minutes=5)), duty("y", once(), voluntary=True)]}  # fmt: skip
    costs, rows, _ = sheets(duty("a", yearly()), purpose={"alternatives": [lighter]})
    found = _section(rows, "alternatives")
    assert list(found) == [
        "Het voorstel", "Niets doen (nulalternatief)", "Lichtere regel: x",
        "Lichtere regel: x (vrijwillig, buiten het totaal)",
    ]  # fmt: skip
    assert found["Het voorstel"][1] == pytest.approx(float(costs.totals.recurring.mid))
    assert found["Lichtere regel: x"][1] == pytest.approx(found["Het voorstel"][1] / 12)


def test_words_say_what_rests_on_unverified_values(sheets):
    people = [{"size_class": size, "firms": 10, "persons_per_firm": 2} for size in SIZES]
    groups = [{"id": "g", "sizes": people}]
    _, rows, _ = sheets(
        duty("a", yearly(tariff=40)), duty("b", yearly(), exempt=["1"]), groups=groups
    )
    obligations = _section(rows, "obligations")
    assert [obligations[name][6] for name in "ab"] == ["nee", "ja"]
    classes = _section(rows, "classes")
    assert [row[6] for row in classes.values()] == ["nee", "ja", "ja", "ja", "ja", None]
    assert _section(rows, "totals")["Eenmalig"][3] == "ja"


# --- the sheets with every sum and every input


def _records(rows):
    """The rows of a sheet with an explanation below its headings, by heading."""
    head, _, *rest = rows
    return [dict(zip(head, row, strict=True)) for row in rest]


@pytest.fixture
def inputs(assessed, open_report):
    def build(*duties, **facts):
        workbook = open_report(assessed(dossier(*duties, **facts)), values=True)
        found = {row["Gegeven"]: row for row in _records(_rows(workbook, "inputs"))}
        fixed = {row["Parameter"]: row for row in _records(_rows(workbook, "parameters"))}
        return found, fixed

    return build


def test_every_input_stands_once_with_margin_certainty_and_source(inputs):
    minutes = {"low": 30, "mid": 60, "high": 90, "certainty": "expert", "source": "Panel van mei",
               "illustrative": True}  # fmt: skip
    found, fixed = inputs(duty("a", yearly(minutes=minutes)), duty("b", once()))
    row = next(row for name, row in found.items() if name.endswith("Minuten per keer"))
    assert [row[key] for key in ("Laagst", "Midden", "Hoogst")] == [30, 60, 90]
    assert row["Zekerheid"] == "Oordeel van deskundigen"
    assert (row["Bron"], row["Let op"]) == ("Panel van mei", "Illustratief")
    assert len([name for name in found if name.endswith(" · Aantal bedrijven")]) == len(SIZES)
    tariff = fixed["Uurtarief Administratief personeel"]
    assert tariff["Herkomst"] == "Vaste waarde van dit hulpmiddel"
    assert "niet geverifieerd" in tariff["Let op"]
    assert "in prijzen van 2018" in tariff["Let op"]


def test_parameters_have_names_that_formulas_use(assessed, open_report):
    workbook = open_report(assessed(dossier(duty("a", yearly()))))
    names = {row["Naam in de formules"] for row in _records(_rows(workbook, "parameters"))}
    assert names <= set(workbook.defined_names)
    sums = workbook[say("nl", "report/sheet/calculation")]
    formulas = {cell.value for row in sums.iter_rows() for cell in row if cell.data_type == "f"}
    assert "=tarief_administratief" in formulas


def test_names_of_own_tariffs_are_fit_for_formulas(assessed, open_report):
    """Whatever somebody calls a category: letters, digits and underscores are left of it."""
    own = {
        "id": "eigen",
        "tariffs": [
            {"category": "A1.b", "amount": 50},
            {"category": "A1-b", "amount": 60},
        ],
    }
    duties = [duty(str(i), yearly(staff=t["category"])) for i, t in enumerate(own["tariffs"])]
    costing = {"own_tariffs": [own], "tariff_set": "eigen"}
    workbook = open_report(assessed(dossier(*duties, costing=costing)))
    names = [name for name in workbook.defined_names if name.startswith("tarief")]
    assert len(names) == 2
    assert all(re.fullmatch("[a-z0-9A-Z_]+", name) for name in names)


def test_a_reviewer_can_follow_the_sum(sheets):
    _, _, rows = sheets(
        duty("a", yearly(share=Decimal("0.125"), times_per_year=4,
                         business_as_usual=Decimal("0.2"))),
    )  # fmt: skip
    row = _records(rows)[0]
    product = (
        row["Bedrijven"] * row["Aandeel bedrijven"] * row["Keer per jaar"] * row["Minuten"] / 60
        * row["Euro per uur"] * (1 - row["Bedrijfseigen"])
    )  # fmt: skip
    assert row["Structureel (€ per jaar)"] == pytest.approx(product)


def test_firms_in_two_groups_are_taken_off_once(assessed, open_report):
    bakers = {"id": "g", "name": "Bakkers", "sizes": [{"size_class": "1", "firms": 9500}],
              "overlaps": [{"group": "h", "size_class": "1", "firms": 500}]}  # fmt: skip
    butchers = {"id": "h", "sizes": [{"size_class": "1", "firms": 355_605}]}
    assessment = assessed(dossier(duty("a", yearly()), groups=[bakers, butchers]))
    (stored, *_), (formulas, *_) = (
        _records(_rows(open_report(assessment, values=values), "calculation"))
        for values in (True, False)
    )
    assert stored["Bedrijven"] == 364_605
    assert formulas["Bedrijven"] == "=MAX(0,'Invoer'!$D$4+'Invoer'!$D$5-'Invoer'!$D$3)"


def test_what_is_abolished_or_voluntary_says_so_on_its_row(sheets):
    _, _, rows = sheets(
        duty("a", yearly(), effect="abolished"), duty("b", yearly(), voluntary=True)
    )
    found = _records(rows)
    assert all("vervalt, telt als besparing" in row["Wanneer"] for row in found[:5])
    assert [row["Telt mee in"] for row in found] == ["totaal"] * 5 + ["vrijwillig"] * 5


def test_the_sheets_print_on_landscape_pages(assessed, open_report):
    workbook = open_report(assessed(dossier(duty("a", yearly()))))
    for key in ("burden", "inputs", "calculation", "parameters"):
        sheet = workbook[say("nl", f"report/sheet/{key}")]
        assert sheet.page_setup.orientation == "landscape"
        shown = [column for column in sheet.column_dimensions.values() if not column.hidden]
        assert sum(column.width for column in shown) < 290, "or the print is too small to read"


def test_without_a_sum_the_sheet_says_so(sheets):
    _, _, rows = sheets(duty("a"))
    assert len(rows) == 2
    assert rows[1][0] == say("nl", "report/calculation/nothing")
