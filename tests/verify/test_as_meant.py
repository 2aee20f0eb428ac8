"""Tables as people make them, read as a person would read them: right is right, wrong is wrong."""

from decimal import Decimal

import pytest
from openpyxl import Workbook

from checker.content import verify_words
from checker.models.verification import HintCode, Status, Subject
from tests.verify.tables import outcomes, saved, verified

OK, ROUNDED, WRONG = "follows", "follows_rounded", "does_not_follow"
HOURS, OPEN = "contradicts_hours", "unreadable"

RIGHT = {
    "parts of a total that stand below it": (
        "Maatregel;2025;2026\nTotaal;3,2;0,8\nw.v. burgers;0,8;0,4\nw.v. bedrijven;2,4;0,4", 2),
    "amounts that look like years": (
        "Measure;Costs one-off;Costs recurring\nA;1999;2001\nB;10;20\nTotal;2009;2021", 2),
    "an input of a total that has to be worked out": (
        "Handeling;Aantal;Uren;Tarief;Kosten\nB;200;1;50;10000\nC;1;1;50;50\nTotaal;;;;10050", 3),
    "one-off and recurring, each with its costs per firm": (
        ("Plicht;Aantal bedrijven;Eenmalige kosten per bedrijf;Structurele kosten per bedrijf;"
        "Totaal eenmalig;Totaal structureel\nA;1000;500;50;500000;50000"), 2),
    "size classes beside each other": (
        ("Plicht;Micro aantal;Micro kosten per bedrijf;Micro totaal;Klein aantal;"
        "Klein kosten per bedrijf;Klein totaal\nA;100;10;1000;20;10;200"), 2),
    "before and after": (
        ("Handeling;Aantal;Uren huidig;Uren nieuw;Tarief;Kosten huidig;Kosten nieuw\n"
        "A;100;2;1;50;10000;5000\nB;50;1;3;50;2500;7500"), 4),
    "time and costs under Dutch words": (
        "Handeling;Aantal;Duur (min);Uurkosten;Totaalbedrag\nA;100;30;50;2500", 1),
    "German headings": (
        ("Vorgabe;Fallzahl;Aufwand pro Fall (Minuten);Lohnkosten je Stunde;Gesamtkosten (in Tsd.)\n"
        "A;1 500;80;46,50;93"), 1),
    "P*Q": ("Task;P*Q;Number;Unit cost\nA;1000;10;100", 1),
    "a column that nobody knows": (
        "Handeling;Aantal;Betrokken lijnen;Uren;Tarief;Kosten\nA;9;2;1;50;900\nB;9;3;1;50;1350", 2),
    "persons of each firm": (
        ("Handeling;Aantal bedrijven;Aantal personen;Uren;Tarief;Kosten\n"
        "A;1.000;3;2;25;150.000\nB;500;2;1;25;25.000"), 2),
    "responses of each respondent": (
        ("Requirement,Respondents,Responses per year,Hours per response,Total hours\n"
        "Recordkeeping,500,4,0.5,1000"), 1),
    "a wage and a loaded wage": (
        ("Occupation,Respondents,Hours,Wage,Fringe multiplier,Loaded wage,Cost\n"
        "Manager,100,2,50,1.5,75,15000"), 1),
    "an uplift": (
        "Activity;Number;Hours;Hourly wage;Non-wage uplift (%);Total cost\nA;100;2;10;22%;2440", 1),
    "a rate of compliance is a share": (
        "Activity;Number;Compliance rate;Hours;Rate;Cost\nA;1000;80%;2;25;40000", 1),
    "costs of each employee beside them": (
        "Size;Firms;Hours per firm;Wage;Total cost;Cost per employee\n2-9;1000;4;25;100000;20", 1),
    "an activity that begins with total": (
        ("Handeling;Aantal;Uren;Tarief;Kosten\nAanpassing;10;2;50;1000\n"
        "Totale herziening administratie;20;1;50;1000\nTotaal;;;;2000"), 3),
    "thousands in euro": ("Handeling;Aantal;Uren;Tarief;Kosten (T€)\nA;100;2;50;10", 1),
    "x 1000": ("Handeling;Aantal;Uren;Tarief;Kosten (x € 1000)\nA;100;2;50;10", 1),
    "billions": ("Handeling;Aantal;Uren;Tarief;Kosten (mld)\nA;1000000;20;50;1", 1),
    "minutes with a prime": ("Handeling;Aantal;Tijd;Tarief;Kosten\nA;100;60';50;5000", 1),
    "hours said twice": (
        "Activity;Respondents;Average Burden per Response;Total hours\nA;1000;0.5 (30 minutes);500",
        1),
    "what goes is a saving": (
        ("Handeling;Aantal;Minuten;Tarief;Kosten\nMelding;100;60;50;5000\n"
        "Vervallen formulier;2000;45;39;-58500\nTotaal;;;;-53500"), 3),
    "another word for total": (
        "Handeling;Aantal;Uren;Tarief;Kosten\nA;10;2;50;1000\nRegeldruk totaal;;;;1000", 2),
    "years as names of rows": (
        "Jaar;Aantal;Uren;Tarief;Kosten\n2025;10;2;50;1000\n2026;10;1;50;500\nTotaal;;;;1500", 3),
    "years with a total beside them": ("Maatregel;2025;2026;Totaal\nA;10;20;30\nB;5;5;10", 2),
    "costs of a firm with the frequency in it": (
        "Handeling;Aantal;Frequentie;Kosten per bedrijf;Totaal\nA;100;12;30;3000", 1),
    "burden in hours": (
        "Form;Number of respondents;Hours per response;Total annual burden\nA;100;2;200", 1),
    "costs of firms": ("Handeling;Aantal;Uren;Tarief;Kosten bedrijven\nA;100;2;50;10.000", 1),
    "letters for headings": ("Verplichting;T;Tarief;Q;Regeldruk\nA;2;54;100;10.800", 1),
    "P of T and the rate": (
        "Verplichting;T (uur);Tarief;OOP (€);P;Q;P x Q\nA;2;54;25;133;4.000;532.000", 2),
    "totals of one kind of rows": (
        ("Handeling;Soort;Aantal;Uren;Tarief;Kosten\nA;eenmalig;100;2;50;10000\n"
        "B;structureel;100;1;50;5000\nC;eenmalig;2;1;50;100\nTotaal eenmalig;;;;;10100\n"
        "Totaal structureel;;;;;5000"), 5),
    "the least and the most": (
        ("Handeling;Aantal min;Aantal max;Uren;Tarief;Kosten min;Kosten max\n"
        "A;1.000;2.000;2;54;108.000;216.000"), 2),
    "an average below a total": (
        ("Year;Respondents;Cost\n1;100;$8,000\n2;150;$12,000\nTotal;250;$20,000\n"
        "Average;125;$10,000"), 4),
    "a share that says what it is of": (
        ("Activiteit;Aantal bedrijven;% dat handeling verricht;Uren;Tarief;Kosten\n"
        "A;1.000;25%;2;54;27.000"), 1),
    "purchases of all beside those of one": (
        "Handeling;Aantal;Uren;Tarief;Aankopen;Aankopen totaal;Totaal\nA;100;2,4;50;15;1500;13500",
        2),
}  # fmt: skip


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_table_is_right(name):
    table, figures = RIGHT[name]
    assert outcomes(table) == [OK] * figures


OTHERWISE = {
    "a total that looks like a year": (
        "Handeling;Aantal;Uren;Tarief;Kosten\nA;10;2;50;1000\nB;10;1;50;500\nTotaal;;;;2000",
        [OK, OK, WRONG]),
    "a total in words": (
        "Handeling;Aantal;Uren;Tarief;Kosten\nA;10;2;50;1000\nTotaal;;;;vijftienduizend",
        [OK, OPEN]),
    "a share above the whole": (
        "Handeling;Aantal;Aandeel;Uren;Tarief;Kosten\nA;100;150%;2;50;15000", [OPEN]),
    "a frequency that means many things": (
        "Handeling;Aantal;Frequentie;Uren;Tarief;Kosten\nA;100;dagelijks;1;50;5000", [OPEN]),
    "hours of one action made whole in a total of hours": (
        ("Form;Number of respondents;Hours per response;Total hours\nA;1,000;0.5;1,000\n"
        "B;400;1.4;400"), [WRONG, WRONG]),
    "hours of one action made whole before they cost something": (
        "Handeling;Aantal;Uren;Tarief;Totaal\nA;7;2,5;54;1134", [ROUNDED]),
    "a total coarser than all that it adds up": (
        "Handeling;Kosten\nA;617.300\nB;617.250\nTotaal;1.230.000", [WRONG]),
    "a total that says that it is rounded": (
        "Handeling;Kosten\nA;617.300\nB;617.250\nTotaal (afgerond);1.230.000", [ROUNDED]),
    "a total with decimals of rows made whole": (
        "Handeling;Kosten\nA;3,4\nB;-41,6\nTotaal;-38,0", [WRONG]),
    "one and a quarter firms": (
        "Handeling;Aantal bedrijven;Uren;Tarief;Kosten\nA;1.250;2;50;125\nB;2.500;1;50;125",
        [WRONG, WRONG]),
    "a frequency forgotten in costs of one action": (
        "Handeling;Aantal;Frequentie;Kosten per handeling;Totaal\nA;100;12;30;3000", [WRONG]),
    "a sum of years": ("Maatregel;2025;2026;Totaal\nA;10;20;40", [WRONG]),
    "a total of rows as they should be": (
        ("Handeling;Aantal;Uren;Tarief;Kosten\nA;1000;2,5;54;135.500\nB;100;1,2;54;6.480\n"
        "Totaal;;;;141.480"), [WRONG, OK, WRONG]),
    "an average that is none": (
        "Year;Respondents;Cost\n1;100;$8,000\n2;150;$12,000\nAverage;130;$10,000", [WRONG, OK]),
    "costs without the purchases that stand beside them": (
        ("Handeling;Aantal;Uren;Tarief;Arbeidskosten;Out-of-pocketkosten totaal;Totale kosten\n"
        "B;100;1;50;5000;100;5000"), [OK, WRONG]),
    "hours that alone cost more": (
        ("Handeling;Aantal;Kosten per bedrijf;Totaal uren;Uurtarief;Totale kosten\n"
        "A;1000;100;3000;50;100000"), [HOURS]),
}  # fmt: skip


@pytest.mark.parametrize("name", OTHERWISE)
def test_a_table_that_is_not_right_is_not_called_so(name):
    table, expected = OTHERWISE[name]
    assert outcomes(table) == expected


def test_a_column_that_is_in_no_sum_is_named():
    found = verified("Handeling;Aantal;Kleur;Uren;Tarief;Kosten\nA;10;3;2;50;1001")
    (figure,) = found.figures
    assert [h.text for h in figure.hints if h.code is HintCode.UNUSED_COLUMN] == ["Kleur"]
    assert "Kleur" in verify_words.how_read(found.calculations[0].calculation, "nl")


def test_a_table_of_which_only_the_sums_were_checked_says_so():
    table = "Handeling;Aantal;Dinges;Foo;Kosten\nA;100;2;50;10.000\nB;10;1;50;600\nTotaal;;;;10.600"
    assert "geen enkele regel" in verify_words.summary(verified(table), "nl")
    assert "geen enkele regel" not in verify_words.summary(verified(RIGHT["x 1000"][0]), "nl")


def test_a_negative_number_of_firms_is_pointed_at():
    (figure,) = verified("Handeling;Aantal;Uren;Tarief;Totaal\nA;-100;2;50;-10000").figures
    assert [hint.code for hint in figure.hints] == [HintCode.NEGATIVE_NUMBER]


def test_the_cell_that_keeps_a_figure_from_being_checked_is_an_input():
    table = "Handeling;Aantal;Uren;Tarief;Kosten per keer;Totaal\nA;10;twee;50;wat;1000"
    figure = verified(f"{table}\nB;10;2;50;100;1000").figures[1]
    assert figure.unreadable.cell == "C2"


def test_what_explains_most_totals_of_a_row_is_told():
    """Row 2 counted twice explains both years; that row 1 is left out, one of them by chance."""
    found = verified(
        "Maatregel;2025;2026\nA;-3,00;1,00\nB;3,00;2,00\nC;1,00;7,00\nTotaal;4,00;12,00"
    )
    hints = [[(h.code, h.rows) for h in figure.hints] for figure in found.figures]
    assert hints == [[(HintCode.COUNTED_TWICE, (2,))]] * 2


def test_a_table_that_is_misread_gives_no_total_put_right():
    found = verified("Handeling;Aantal;Uren;Tarief;Kosten\nA;1;2;5;99\nB;2;2;5;98\nTotaal;;;;197")
    assert [figure.status for figure in found.calculations[0].totals] == [Status.FOLLOWS]
    assert not found.calculations[0].totals[0].hints


def test_a_total_of_an_unreadable_row_is_not_called_wrong():
    table = (
        "Handeling;Aantal;Uren;Tarief;Kosten\nA;;;;onbekend\nB;200;1;50;10.000\nTotaal;;;;15.000"
    )
    figure = verified(table).calculations[0].totals[0]
    assert (figure.status, figure.unreadable.cell) == (Status.UNREADABLE, "E2")


def test_a_row_of_the_sheet_is_told_beside_that_of_the_table():
    found = verified("Titel\n\nMaatregel;2025;2026\nA;1;2\nB;3;5\nTotaal;1;2")
    told = verify_words.message(found.figures[0], found.calculations[0].calculation, "nl")
    assert "regel 2 (B, rij 5)" in told


def test_large_figures_are_no_fault():
    (figure,) = verified("Aantal;Uren;Tarief;Totaal\n999999999999;9999999;99999;7").figures
    assert figure.status is Status.DOES_NOT_FOLLOW
    assert figure.computed == Decimal(999999999999) * 9999999 * 99999


def test_a_workbook_with_an_infinite_number():
    book = Workbook()
    for row in (["Aantal", "Uren", "Tarief", "Totaal"], [10, 2, 1e300, 7], [10, 2, 50, 1000]):
        book.active.append(row)
    assert outcomes(saved(book)) == [OPEN, OK]


def test_the_rounding_of_whole_hours_is_named():
    (figure,) = verified("Handeling;Aantal;Uren;Tarief;Totaal\nA;7;2,5;54;1134").figures
    assert [rounding.subject for rounding in figure.roundings] == [Subject.WHOLE_HOURS]
